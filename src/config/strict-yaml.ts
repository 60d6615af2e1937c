import { isAlias, isCollection, isNode, isScalar, LineCounter, type Node, parseAllDocuments, visit } from 'yaml';
import type { z } from 'zod';
import type { GateError } from '../errors.ts';
import { printable } from '../policy/diagnostic.ts';
import { flatten, lowered, message } from '../policy/issues.ts';

/** A configuration file read by a schema: everything that is wrong is said at once, each with file, line and column. */

export type Path = readonly (string | number)[];
/** Notes one mistake at the field of this path, or at the nearest field above it that is there. */
export type Report = (path: Path, message: string) => void;

export interface Parsed<Value> {
  readonly value: Value;
  readonly report: Report;
  /** @throws what `refuse` makes of all that was reported */
  settle(): void;
}

export interface Reading<Schema extends z.ZodType> {
  readonly file: string;
  readonly schema: Schema;
  /** Makes the error, of one text. */
  readonly refuse: (message: string) => GateError;
  /** What to add about an unknown field of this name: that it belongs into another file, say. */
  readonly unknown?: (name: string) => string;
}

/**
 * YAML 1.2 core only, as in policies: no tags, no merge keys, no aliases, one document.
 *
 * @throws what `refuse` makes, when the bytes are not what the schema describes
 */
export function parseStrict<Schema extends z.ZodType>(
  bytes: Uint8Array,
  { file, schema, refuse, unknown = () => '' }: Reading<Schema>,
): Parsed<z.infer<Schema>> {
  const found: { readonly offset: number; readonly text: string }[] = [];
  const lines = new LineCounter();
  const settle = () => {
    if (found.length === 0) return;
    const texts = found
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, text }) => {
        const { line, col } = lines.linePos(offset);
        return `${printable(file)}:${Math.max(1, line)}:${Math.max(1, col)}: ${text}`;
      });
    throw refuse(texts.join('; '));
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refuse(`${printable(file)}:1:1: the file is not valid UTF-8`);
  }
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  });
  const document = documents[0];
  if (document === undefined || !('contents' in document) || document.contents === null || documents.length > 1) {
    throw refuse(`${printable(file)}:1:1: the file must hold one document that says \`version: 1\``);
  }
  for (const problem of [...document.errors, ...document.warnings]) {
    found.push({ offset: problem.pos[0], text: lowered(problem.message) });
  }
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return;
      found.push({ offset: node.range?.[0] ?? 0, text: 'anchors and aliases are not allowed' });
    },
    Pair: (_, { key: name }) => {
      if (isScalar(name) && typeof name.value === 'string' && name.value !== '__proto__') return;
      found.push({ offset: (name as Node | null)?.range?.[0] ?? 0, text: 'a field name must be plain text' });
    },
  });
  settle();

  const root: Node = document.contents;
  const report: Report = (path, words) => {
    let node: Node = root;
    for (const step of path) {
      const next: unknown = isCollection(node) ? node.get(step, true) : undefined;
      if (!isNode(next)) break;
      node = next;
    }
    found.push({ offset: node.range?.[0] ?? 0, text: words });
  };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success) {
    for (const issue of flatten(result.error.issues)) {
      const path = issue.path as Path;
      if (issue.code === 'unrecognized_keys') {
        for (const name of issue.keys) report([...path, name], `unknown field \`${printable(name)}\`${unknown(name)}`);
      } else {
        const present = path.length > 0 && document.hasIn(path);
        report(path, path.length === 0 ? 'the file must hold fields such as `version: 1`' : message(issue, present));
      }
    }
    settle();
  }
  return { value: result.data as z.infer<Schema>, report, settle };
}

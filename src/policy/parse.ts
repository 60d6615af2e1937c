import { isAlias, isCollection, isMap, isNode, isScalar, LineCounter, type Node, parseAllDocuments, visit } from 'yaml';
import { checkCondition } from './condition.ts';
import { type Diagnostic, invalid, printable } from './diagnostic.ts';
import { type Policy, policySchema, REPOSITORY_REFUSES } from './document.ts';
import { nearest } from './fields.ts';
import { fieldsAt, flatten, lowered, message } from './issues.ts';

export type LayerName = 'system' | 'user' | 'repository';

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Parsed {
  readonly policy: Policy;
  /** Where a value stands, by its path: `['rules', 0, 'id']`. The nearest thing above it when it has no place. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}

export interface ParseOptions {
  /** Shown in errors, and nothing else. */
  readonly file: string;
  readonly layer: LayerName;
  readonly packs: readonly string[];
}

const MAX_BYTES = 4 * 1024 * 1024;

/** The text of a policy file. Anything an editor could show differently from what gate reads is refused. */
export function decode(bytes: Uint8Array, file: string): string {
  const refuse = (message: string, line = 1, column = 1) => invalid([{ file, line, column, message }], '');
  if (bytes.length === 0) throw refuse('the file is empty');
  if (bytes.length > MAX_BYTES) throw refuse(`the file is larger than ${MAX_BYTES} bytes`);
  if ((bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || bytes[0] === 0xfe || bytes[0] === 0xff) {
    throw refuse('the file starts with a byte order mark; save it as plain UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Only the replacement decoder says where: its first U+FFFD that the bytes do not spell.
    const before = new TextDecoder().decode(bytes).split('\ufffd')[0]!.split('\n');
    throw refuse('the file is not valid UTF-8', before.length, before.at(-1)!.length + 1);
  }
}

/** @throws GateError POLICY_INVALID with everything that is wrong, in the order of the file */
export function parse(text: string, options: ParseOptions): Parsed {
  const found: Diagnostic[] = [];
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (place: Place, message: string, hint?: string) => {
    found.push({ file: options.file, line: place.line, column: place.column, message, ...(hint ? { hint } : {}) });
  };

  // YAML 1.2 core only: `no` is text, there are no merge keys, and a tag cannot make anything else of a value.
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  });
  const document = documents[0];
  if (document === undefined || !('contents' in document)) throw fail(found, report, text, 'the file holds no policy');
  for (const problem of [...document.errors, ...document.warnings]) {
    report(at(problem.pos[0]), lowered(problem.message), problem.code === 'DUPLICATE_KEY' ? 'say it once' : undefined);
  }
  if (documents.length > 1)
    report(at(documents[1]!.range[0]), 'a second document starts here; a file holds one policy');
  visit(document, {
    Node(_, node) {
      const place = at(node.range?.[0] ?? 0);
      if (isAlias(node)) report(place, 'aliases are not allowed in a policy', 'write the value out');
      else if (node.anchor !== undefined)
        report(place, `anchor \`${printable(node.anchor)}\` is not allowed in a policy`);
    },
    Pair(_, pair) {
      const key = pair.key as Node;
      const place = at(key?.range?.[0] ?? 0);
      if (!isScalar(key) || typeof key.value !== 'string') report(place, 'a field name must be plain text');
      else if (['__proto__', 'constructor', 'prototype'].includes(key.value)) {
        report(place, `\`${key.value}\` is not allowed as a field name`);
      }
    },
  });
  if (found.length > 0) throw invalid(found, text);
  if (document.contents === null) throw fail(found, report, text, 'the file holds no policy');

  const root: Node = document.contents;
  const nodeAt = (path: readonly PropertyKey[]): Node => {
    let node: Node = root;
    for (const step of path) {
      const next: unknown = isCollection(node) ? node.get(step, true) : undefined;
      if (!isNode(next)) break;
      node = next;
    }
    return node;
  };
  const place = (path: readonly PropertyKey[]) => at(nodeAt(path).range?.[0] ?? 0);
  const keyPlace = (path: readonly PropertyKey[], key: string) => {
    const map = nodeAt(path);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return at((pair?.key as Node | undefined)?.range?.[0] ?? map.range?.[0] ?? 0);
  };

  const result = policySchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success) {
    const issues = flatten(result.error.issues);
    // A misspelt field is one mistake: that the right one is missing, or its group empty, need not be said as well.
    const meant = new Set<string>();
    for (const issue of issues) {
      if (issue.code !== 'unrecognized_keys') continue;
      meant.add(pathWords(issue.path));
      for (const key of issue.keys) {
        const known = nearest(key, fieldsAt(issue.path));
        if (known !== undefined) meant.add(pathWords([...issue.path, known]));
        const hint = known && `did you mean \`${known}\`?`;
        report(keyPlace(issue.path, key), `unknown field \`${printable(key)}\``, hint);
      }
    }
    for (const issue of issues) {
      if (issue.code === 'unrecognized_keys' || meant.has(pathWords(issue.path))) continue;
      report(place(issue.path), message(issue, document.hasIn(issue.path)));
    }
    throw invalid(inOrder(found), text);
  }

  const policy = result.data;
  check(policy, options, { place, keyPlace, report, at, nodeAt });
  if (found.length > 0) throw invalid(inOrder(found), text);
  return { policy, place };
}

interface Tools {
  place(path: readonly PropertyKey[]): Place;
  keyPlace(path: readonly PropertyKey[], key: string): Place;
  report(place: Place, message: string, hint?: string): void;
  at(offset: number): Place;
  nodeAt(path: readonly PropertyKey[]): Node;
}

/** What the shape alone cannot tell. */
function check(policy: Policy, options: ParseOptions, tools: Tools): void {
  const { report, place, keyPlace } = tools;
  if (Object.keys(policy).every((key) => key === 'version' || key === 'description' || key === 'tests')) {
    report(place([]), 'the policy says nothing', 'it needs `packs`, `default` or `rules`');
  }
  policy.packs?.forEach((pack, index) => {
    if (options.packs.includes(pack)) return;
    const known = nearest(pack, options.packs);
    const hint = known ? `did you mean \`${known}\`?` : `there are ${options.packs.join(', ')}`;
    report(place(['packs', index]), `there is no pack \`${pack}\``, hint);
  });
  duplicates(policy.rules, 'rules', tools);
  duplicates(policy.targets, 'targets', tools);
  policy.rules?.forEach((rule, index) => {
    if (rule.when === undefined) return;
    const wrong = checkCondition(rule.when);
    if (wrong === undefined) return;
    const node = tools.nodeAt(['rules', index, 'when']);
    const type = isScalar(node) ? node.type : undefined;
    const start = node.range?.[0] ?? 0;
    // Inside a block or a folded text the offsets differ from those of the value: point at its start.
    const offset =
      type === 'PLAIN' ? start + wrong.offset : type?.startsWith('QUOTE') ? start + 1 + wrong.offset : start;
    report(tools.at(offset), wrong.message, wrong.hint);
  });
  if (options.layer !== 'repository') return;
  const hint = "a repository may only tighten; this belongs into the user's or the system's policy";
  for (const field of REPOSITORY_REFUSES) {
    if (policy[field] !== undefined)
      report(keyPlace([], field), `\`${field}\` is not allowed in a repository's policy`, hint);
  }
  policy.rules?.forEach((rule, index) => {
    const path = ['rules', index];
    if (rule.decision === 'allow') {
      report(place([...path, 'decision']), "`decision: allow` is not allowed in a repository's policy", hint);
    }
    for (const field of ['credentials', 'view', 'mode'] as const) {
      if (rule[field] !== undefined) {
        report(keyPlace(path, field), `\`${field}\` is not allowed in a repository's policy`, hint);
      }
    }
  });
}

function duplicates(items: readonly { id: string }[] | undefined, field: string, tools: Tools): void {
  const seen = new Map<string, number>();
  items?.forEach(({ id }, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else {
      const { line } = tools.place([field, first, 'id']);
      tools.report(tools.place([field, index, 'id']), `duplicate id \`${id}\``, `line ${line} has it already`);
    }
  });
}

const pathWords = (path: readonly PropertyKey[]): string => path.map(String).join('/');

function inOrder(found: readonly Diagnostic[]): Diagnostic[] {
  return [...found].sort((a, b) => a.line - b.line || a.column - b.column);
}

function fail(
  found: readonly Diagnostic[],
  report: (place: Place, message: string) => void,
  text: string,
  message: string,
) {
  report({ line: 1, column: 1 }, message);
  return invalid(found, text);
}

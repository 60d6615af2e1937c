import { posix } from 'node:path';
import { grammar, scan } from '../../command/options.ts';
import { OPTIONS } from '../../command/tools/psql/commands-table.ts';
import { unwrap } from '../../command/tools/psql/nodes.ts';
import { loadParser, statementsIn } from '../../command/tools/psql/parser.ts';
import { takeApart } from '../../command/tools/psql/pieces.ts';
import { copiesFromStdin } from '../../command/tools/psql/sql.ts';
import { sha256Hex } from '../../platform/hash.ts';
import type { Look } from '../../platform/look.ts';
import { argumentsOf, type Subject } from './finding.ts';

const TAGS: Readonly<Record<string, string>> = {
  InsertStmt: 'INSERT',
  UpdateStmt: 'UPDATE',
  DeleteStmt: 'DELETE',
  MergeStmt: 'MERGE',
};

/** The statements that change rows, each alone and as it was written; or why they cannot be told. */
export async function changingStatements(
  subject: Subject,
  look: Look,
): Promise<{ readonly all: readonly { readonly tag: string; readonly text: string }[] } | { readonly why: string }> {
  const argv = argumentsOf(subject);
  const words = argv.flatMap((word) => word ?? []);
  if (words.length < argv.length) return { why: 'a secret is among its words' };
  await loadParser();
  const texts = [...(scan(words, 1, grammar('getopt', OPTIONS)).options.get('command') ?? [])];
  for (const { role, path, digest } of subject.inputs) {
    if (role !== 'sql') continue;
    const bytes = path === '-' ? undefined : look.read(posix.resolve(subject.manifest.cwd, path));
    if (bytes === undefined || digest === undefined || `sha256:${sha256Hex(bytes)}` !== digest)
      return { why: `${path} cannot be read as it was when this was asked` };
    const pieces = takeApart(Buffer.from(bytes).toString('utf8'), {
      variable: () => 'unknown',
      copies: copiesFromStdin,
    });
    if (pieces.interpolates || pieces.open) return { why: `${path} has variables of psql in it` };
    texts.push(...pieces.items.flatMap((piece) => ('sql' in piece ? [piece.sql] : [])));
  }
  const all: { tag: string; text: string }[] = [];
  for (const text of texts) {
    const statements = statementsIn(text);
    if (statements === undefined) return { why: 'the SQL is not understood' };
    for (const { statement, text: own } of statements) {
      const tag = TAGS[unwrap(statement)?.[0] ?? ''];
      if (tag !== undefined) all.push({ tag, text: own });
    }
  }
  return { all };
}

/**
 * Takes a small, fixed sample of the labelled corpora into `test/vectors/commands.jsonl`, so that the tests need nothing
 * beside the checkout. Only rows that may be passed on: MIT, Apache-2.0, PostgreSQL or CC0. Written once; the labels are
 * then frozen.
 *
 *     node scripts/freeze-sample.ts ../shared/corpora
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCES = new Set(['MIT', 'Apache-2.0', 'MIT/Apache-2.0', 'PostgreSQL', 'CC0', 'CC0 (this corpus)']);
const ROWS = { aws: 200, kubectl: 150, sql: 200, wrap: 200, tools: 150, peers: 100, sessions: 250 };

const corpora = process.argv[2];
if (corpora === undefined) throw new Error('name the directory of the corpora');
const out: string[] = [];
for (const [corpus, count] of Object.entries(ROWS)) {
  const lines = readFileSync(join(corpora, `${corpus}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const rows = lines
    .map((line) => JSON.parse(line))
    .filter(({ licence, expected }) => LICENCES.has(licence) && expected !== null)
    // By the digest of the id: spread over the whole corpus, and the same rows every time.
    .map((row) => ({ row, order: createHash('sha256').update(row.id).digest('hex') }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, count);
  for (const { row } of rows) {
    const { id, tool, argv, shell, cwd, project_root, expected, source, licence } = row;
    out.push(JSON.stringify({ corpus, id, tool, argv, shell, cwd, project_root, expected, source, licence }));
  }
}
writeFileSync(new URL('../test/vectors/commands.jsonl', import.meta.url), `${out.join('\n')}\n`);
console.log(`${out.length} rows`);

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyExport } from '../../src/audit/export.ts';
import { commit, hex, leafHash, leafText } from '../../src/audit/leaf.ts';
import { CompactRange } from '../../src/audit/merkle.ts';
import type { Verdict } from '../../src/audit/verify.ts';
import { canonical } from '../../src/command/canonical.ts';

interface Vector {
  readonly name: string;
  readonly held?: { readonly size: number; readonly root: string };
  readonly expect: object;
  readonly lines: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(root, 'test/vectors', name), 'utf8'));
const vectors: readonly Vector[] = ['sound', 'tampered', 'approvals'].flatMap((name) => read(`audit-${name}.json`));

async function* each(lines: readonly string[]) {
  yield* lines;
}

function answer(verdict: Verdict): object {
  return verdict.kind === 'sound'
    ? { sound: true, size: verdict.size, root: hex(verdict.root) }
    : { sound: false, index: verdict.index, reason: verdict.reason };
}

describe('the frozen logs get the answer they were frozen with', () => {
  it.each(vectors)('$name', async ({ lines, held, expect: expected }) => {
    const heads = held === undefined ? [] : [{ size: held.size, root: Buffer.from(held.root, 'hex') }];
    expect(answer(await verifyExport(each(lines), { held: heads }))).toEqual(expected);
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!python)(
    'docs/verify.py, which shares no code, gives the same answers (skipped without python3)',
    { timeout: 180_000 },
    () => {
      const directory = mkdtempSync(join(tmpdir(), 'gate-vectors-'));
      try {
        for (const { name, lines, held, expect: expected } of vectors) {
          const file = join(directory, 'export.jsonl');
          writeFileSync(file, lines.join(''));
          const head = held === undefined ? [] : [String(held.size), held.root];
          const { stdout, stderr } = spawnSync('python3', ['-B', join(root, 'docs/verify.py'), file, ...head], {
            encoding: 'utf8',
          });
          expect(stderr, name).toBe('');
          expect(JSON.parse(stdout), name).toMatchObject(expected);
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );
});

describe('the frozen tree', () => {
  const { log, events, leaves, roots } = read('audit-tree.json');

  it('leaves, roots and commitments are those that were frozen', () => {
    const range = new CompactRange();
    for (const [i, { salt, payload, commitment, ...event }] of events.entries()) {
      const committed = commit(Buffer.from(salt, 'hex'), Buffer.from(payload));
      expect(hex(committed)).toBe(commitment);
      const leaf = { log, ...event, commitment: committed };
      const { index, at, type, request } = event;
      expect(leafText(leaf)).toBe(canonical({ v: 1, log, index, at, type, request, payload: commitment }));
      expect(hex(leafHash(leaf))).toBe(leaves[i]);
      range.append(leafHash(leaf));
      expect(hex(range.root())).toBe(roots[i + 1]);
    }
  });
});

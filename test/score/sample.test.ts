import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../scripts/score/batch.ts';
import { AIMS, judge, KINDS, type LabelledRow } from '../../scripts/score/judge.ts';
import { explainBatch } from '../../src/cli/explain.ts';
import { policyPaths } from '../../src/policy/paths.ts';

/** A frozen sample of the labelled corpora (`npm run score` measures all of them). */

interface Row extends LabelledRow {
  readonly corpus: string;
  readonly cwd?: string;
  readonly project_root?: string;
}

const rows = readFileSync(new URL('../vectors/commands.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'gate-sample-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function explained(some: readonly Row[]): Promise<readonly Answer[]> {
  let out = '';
  const input = async function* () {
    for (const { id, argv, shell, cwd, project_root } of some) {
      yield Buffer.from(`${JSON.stringify({ id, argv, shell, cwd, project_root })}\n`);
    }
  };
  const paths = { ...policyPaths({ GATE_HOME: home }, home, home), system: join(home, 'none') };
  await explainBatch({ paths, input: input() }, { stdout: (text) => (out += text), stderr: () => {} });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

describe.each(Object.keys(AIMS))('%s', (corpus) => {
  const own = rows.filter((row) => row.corpus === corpus);

  test('is understood as well as is aimed at', async () => {
    const judged = judge(own, await explained(own));
    for (const kind of KINDS) {
      const { rows: mistakes, of } = judged[kind];
      // One row more than the aim: a share of a small sample is coarse. The two that must not happen have no such room.
      const most = Math.floor(AIMS[corpus]![kind] * of) + (AIMS[corpus]![kind] > 0 ? 1 : 0);
      expect(mistakes.length, `${kind}:\n${mistakes.join('\n')}`).toBeLessThanOrEqual(most);
      expect(of).toBeGreaterThan(0);
    }
  });
});

test('ordinary work in a project is hardly ever asked about', async () => {
  const own = rows
    .filter(
      ({ corpus, expected }) =>
        corpus === 'sessions' && (expected as unknown as { touches: string }).touches === 'project',
    )
    .map((row) => {
      const root = row.project_root ?? '/home/user/project';
      return { ...row, project_root: root, cwd: join(root, row.cwd ?? '.') };
    });
  const answers = await explained(own);
  const asked = own.filter((_, index) => answers[index]!.decision !== 'allow').map(({ id, shell }) => `${id} ${shell}`);
  expect(own.length).toBeGreaterThan(100);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(Math.ceil(own.length / 200));
});

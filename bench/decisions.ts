import { spawnSync } from 'node:child_process';
import { type Bench, BUN, type Context, NODE, ROOT } from './kit/context.ts';
import type { Measured } from './kit/decide-loop.ts';
import { median, ratio } from './kit/stats.ts';
import { type Cell, count, perSecond, type Table, times } from './kit/table.ts';

export const decisions: Bench = {
  name: 'decisions',
  about: 'decisions per second in process, beside Cedar on equivalent policies',
  async run(context) {
    return [table(context, 'conditions'), table(context, 'patterns')];
  },
};

function table(context: Context, kind: 'conditions' | 'patterns'): Table {
  const notes = new Set<string>();
  const rows: Cell[][] = [];
  for (const rules of [10, 100, 1_000]) {
    const runs = { node: [] as Measured[], bun: [] as Measured[] };
    for (let round = 0; round < (context.quick ? 1 : 4); round++) {
      runs.node.push(loop(NODE, rules, kind));
      runs.bun.push(loop(BUN, rules, kind));
    }
    const cedarOnNode = runs.node.flatMap(({ cedar }) => cedar);
    for (const [runtime, measured] of [
      ['Bun', runs.bun],
      ['Node', runs.node],
    ] as const) {
      const ours = measured.flatMap(({ gate }) => gate);
      const cedar = measured.flatMap((one) => one.cedar);
      const { questions, allowed, missing } = measured[0]!;
      if (missing !== undefined) notes.add(`skipped: Cedar under ${runtime}: ${missing}`);
      rows.push([
        `${rules.toLocaleString('en-US')} rules, ${runtime}`,
        perSecond(median(ours)),
        perSecond(median(cedar)),
        cedar.length === 0 ? '-' : times(ratio(ours, cedar)),
        times(ratio(ours, cedarOnNode)),
        count((100 * allowed) / questions),
      ]);
    }
  }
  const what = kind === 'conditions' ? 'a tenth of the rules with a condition' : 'patterns only';
  return {
    title: `Decisions in process, one thread, ${what}`,
    columns: ['', 'gate', 'Cedar', 'to Cedar', 'to Cedar on Node', '% allowed'],
    rows,
    notes: [
      ...notes,
      'both gave the same answer to every question before anything was timed',
      'Cedar: policies parsed beforehand (preparsePolicySet), no schema, no entities, questions built beforehand;',
      'its figure includes handing the question over to WebAssembly, which every caller from JavaScript pays',
    ],
  };
}

function loop(runtime: string, rules: number, kind: string): Measured {
  const argv = [`${ROOT}bench/kit/decide-loop.ts`, String(rules), '3', kind];
  const { status, stdout, stderr } = spawnSync(runtime, argv, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`deciding with ${rules} rules failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

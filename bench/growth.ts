import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Gate } from '../test/kit/gate.ts';
import { type Bench, type Context, environment, ROOT, TRUE } from './kit/context.ts';
import { interleaved, type Subject } from './kit/measure.ts';
import { gatePolicy, generated } from './kit/policies.ts';
import { least, median, ratio } from './kit/stats.ts';
import { ms, type Table, times } from './kit/table.ts';

export const growth: Bench = {
  name: 'growth',
  about: 'the same run with a longer log, and with more rules',
  async run(context) {
    const sizes = context.quick ? [0, 10_000, 100_000] : [0, 100_000, 1_000_000];
    const logs: Subject[] = [];
    for (const events of sizes) {
      logs.push(subject(`${events.toLocaleString('en-US')} events`, await context.log(events), ['true']));
    }
    const homes = [10, 100, 1_000].map((rules) => [rules, context.home(policy(rules))] as const);
    const few = homes.map(([rules, gate]) => subject(`${rules.toLocaleString('en-US')} rules`, gate, ['true']));
    const many = homes.map(([rules, gate]) => {
      const { name, argv, env } = subject(`${rules.toLocaleString('en-US')} rules, kubectl`, gate, KUBECTL);
      return { name, argv, env: { ...env, PATH: `${standIn(gate)}:${env['PATH']}` } };
    });
    return [
      table('gate -- true, by events already in the log', logs, context, []),
      table('gate -- true, by rules in the policy of the user', few, context, [
        'a tenth of the rules is about any tool; of the others a run reads only those about its own',
      ]),
      table('gate -- kubectl get pods, by rules in the policy of the user', many, context, [
        'kubectl is a copy of true: only gate is measured. Nearly a quarter of the rules is about kubectl',
      ]),
    ];
  },
};

const KUBECTL = ['kubectl', 'get', 'pods', '-n', 'team-7', '--context', 'dev-eu-1'];

function subject(name: string, gate: Gate, command: readonly string[]): Subject {
  return { name, argv: [`${ROOT}dist/gate`, '--', ...command], env: environment(gate) };
}

/** Ends with what lets the measured commands run unasked. */
function policy(rules: number): string {
  return gatePolicy(generated(rules), { packs: ['baseline'] });
}

/** A directory for the front of PATH: only gate is measured, and nothing needs a cluster. */
function standIn(gate: Gate): string {
  const directory = join(gate.home, 'bin');
  const path = join(directory, 'kubectl');
  mkdirSync(directory, { mode: 0o700 });
  copyFileSync(TRUE, path);
  chmodSync(path, 0o755);
  return directory;
}

function table(title: string, subjects: readonly Subject[], context: Context, notes: readonly string[]): Table {
  const samples = interleaved(subjects, context.rounds(60));
  const wall = (name: string) => samples.get(name)!.map((usage) => usage.wall);
  const smallest = subjects[0]!.name;
  return {
    title: `${title}, ${context.rounds(60)} rounds`,
    columns: ['', 'wall median', 'min', 'to the smallest', 'cpu median'],
    rows: subjects.map(({ name }) => [
      name,
      ms(median(wall(name))),
      ms(least(wall(name))),
      times(ratio(wall(name), wall(smallest))),
      ms(median(samples.get(name)!.map((usage) => usage.cpu))),
    ]),
    notes,
  };
}

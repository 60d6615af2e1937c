import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Bench, BUN, environment, ROOT } from './kit/context.ts';
import { measure } from './kit/measure.ts';
import type { Hashed } from './kit/sha-loop.ts';
import { median, ratio } from './kit/stats.ts';
import { ms, perSecond, times } from './kit/table.ts';

export const verify: Bench = {
  name: 'verify',
  about: 'gate audit verify, beside SHA-256 over the same bytes',
  async run(context) {
    const gate = await context.log(context.quick ? 100_000 : 1_000_000);
    const subject = {
      name: 'gate audit verify',
      argv: [`${ROOT}dist/gate`, 'audit', 'verify'],
      env: environment(gate),
    };
    const walls: number[] = [];
    const hashed: Hashed[] = [];
    for (let round = 0; round < context.rounds(5); round++) {
      walls.push(measure(subject).wall);
      hashed.push(hashes(join(gate.home, 'audit.db')));
    }
    const { events, bytes } = hashed[0]!;
    const separate = hashed.map((one) => one.separate);
    const together = hashed.map((one) => one.together);
    const row = (name: string, samples: readonly number[]) => [
      name,
      ms(median(samples)),
      perSecond((events * 1000) / median(samples)),
      times(ratio(samples, separate)),
    ];
    return [
      {
        title: `Verifying ${events.toLocaleString('en-US')} events, ${(bytes / 2 ** 20).toFixed(0)} MiB to hash, ${walls.length} rounds`,
        columns: ['', 'time median', 'events', 'time to plain SHA-256'],
        rows: [
          row('gate audit verify', walls),
          row('plain SHA-256, three hashes for each event', separate),
          row('plain SHA-256, as one stream', together),
        ],
        notes: [
          'three hashes: salt and payload, leaf, node of the tree; as many and as long as verifying needs, from memory,',
          'in one process of the runtime that gate is shipped with. Verifying also reads the database and checks the order',
        ],
      },
    ];
  },
};

function hashes(database: string): Hashed {
  const argv = [`${ROOT}bench/kit/sha-loop.ts`, database];
  const { status, stdout, stderr } = spawnSync(BUN, argv, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`hashing failed: ${stderr}`);
  return JSON.parse(stdout) as Hashed;
}

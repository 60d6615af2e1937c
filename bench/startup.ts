import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Bench, type Context, environment, NODE, ROOT, TRUE } from './kit/context.ts';
import { interleaved, MEMORY_HINT, measuresMemory, peakMemory, type Subject, type Usage } from './kit/measure.ts';
import { prototype, STEPS } from './kit/prototype.ts';
import { least, median, ratio } from './kit/stats.ts';
import { mib, ms, type Table, times } from './kit/table.ts';

const GATE = 'dist/gate -- true';
const THROUGH_BIN = 'bin/gate -- true';
const AT_A_DESK = 'dist/gate -- true, long PATH';
const SUDO = 'sudo -n true';

export const startup: Bench = {
  name: 'startup',
  about: 'an allowed command, recorded durably, beside sudo and bare processes',
  async run(context) {
    const env = environment(context.home());
    const notes: string[] = [];
    const subjects: Subject[] = [
      { name: 'true', argv: [TRUE], env },
      { name: 'node -e 0', argv: [NODE, '-e', '0'], env },
      { name: GATE, argv: [`${ROOT}dist/gate`, '--', 'true'], env },
      { name: THROUGH_BIN, argv: [`${ROOT}bin/gate`, '--', 'true'], env },
      { name: AT_A_DESK, argv: [`${ROOT}dist/gate`, '--', 'true'], env: { ...env, PATH: longPath(env) } },
      {
        name: 'node dist/gate.js -- true',
        argv: [NODE, '--disable-warning=ExperimentalWarning', `${ROOT}dist/gate.js`, '--', 'true'],
        env,
      },
    ];
    const sudo = ['/usr/bin/sudo', '/usr/local/bin/sudo'].find(existsSync);
    if (sudo === undefined) notes.push('skipped: sudo is not installed (apt install sudo)');
    else if (spawnSync(sudo, ['-n', 'true'], { env }).status !== 0) {
      notes.push('skipped: sudo -n true needs a password here (a NOPASSWD rule for true, or run the bench as root)');
    } else subjects.splice(1, 0, { name: SUDO, argv: [sudo, '-n', 'true'], env });

    const samples = interleaved(subjects, context.rounds(60));
    const wall = (name: string) => samples.get(name)?.map((usage) => usage.wall) ?? [];
    const base = samples.has(SUDO) ? SUDO : 'true';
    const added = (of: (usage: Usage) => number) =>
      median(samples.get(THROUGH_BIN)!.map((usage, round) => of(usage) - of(samples.get(GATE)![round]!))).toFixed(2);
    notes.push(
      `bin/gate adds ${added(({ wall: time }) => time)} ms to dist/gate, ${added(({ cpu }) => cpu)} ms of it cpu (medians of the differences)`,
    );
    if (!measuresMemory) notes.push(`skipped: ${MEMORY_HINT}`);
    return [
      {
        title: `Start-up, ${context.rounds(60)} rounds`,
        columns: ['command', 'wall median', 'min', `to ${base}`, 'cpu median', 'peak memory'],
        rows: subjects.map((subject) => [
          subject.name,
          ...line(samples.get(subject.name)!),
          times(ratio(wall(subject.name), wall(base))),
          ms(median(samples.get(subject.name)!.map((usage) => usage.cpu))),
          mib(median([1, 2, 3].map(() => peakMemory(subject)))),
        ]),
        notes: [
          ...notes,
          'long PATH: as version managers leave it, with names long enough to look at for secrets',
          'to: ratio of the medians (quartiles of the ratios round by round)',
        ],
      },
      await breakdown(context, env),
    ];
  },
};

function longPath(env: Readonly<Record<string, string>>): string {
  const home = env['HOME'];
  const managers = [
    '.pyenv/plugins/pyenv-virtualenv/shims',
    '.nvm/versions/node/v26.10.0/bin',
    '.cargo/bin',
    '.local/bin',
  ];
  return [...managers.map((directory) => `${home}/${directory}`), env['PATH']].join(':');
}

function line(samples: readonly Usage[]) {
  const wall = samples.map((usage) => usage.wall);
  return [ms(median(wall)), ms(least(wall))];
}

/** The same parts with nothing of gate in them, one more at each step: what is left is gate's own. */
async function breakdown(context: Context, env: Record<string, string>): Promise<Table> {
  using built = prototype();
  const gate: Subject = { name: GATE, argv: [`${ROOT}dist/gate`, '--', 'true'], env };
  const steps: Subject[] = STEPS.map((name, step) => ({
    name,
    argv: [built.path, String(step), built.database, TRUE],
    env,
  }));
  const samples = interleaved([...steps, gate], context.rounds(60));
  let before = 0;
  return {
    title: 'Where the time goes: an executable of the same runtime doing ever more of it, and gate',
    columns: ['step', 'wall median', 'this step adds', 'cpu median'],
    rows: [...steps, gate].map(({ name }) => {
      const wall = median(samples.get(name)!.map((usage) => usage.wall));
      const added = wall - before;
      before = wall;
      return [name, ms(wall), ms(added), ms(median(samples.get(name)!.map((usage) => usage.cpu)))];
    }),
    notes: [
      'the last line adds everything that is gate: capture, understanding, pinning, policy, hashing, the projection',
    ],
  };
}

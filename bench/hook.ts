import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, environment, NODE, ROOT, TRUE } from './kit/context.ts';
import { interleaved, type Subject, type Usage } from './kit/measure.ts';
import { least, median, ratio } from './kit/stats.ts';
import { ms, times } from './kit/table.ts';

const SUDO = 'sudo -n true';

/** One of each kind of line that agents write. */
const LINES: Readonly<Record<string, string>> = {
  'ls -la': 'ls -la',
  'a list with a pipe': 'cd src && git status --short && npm test 2>&1 | tail -20',
  'handed over: git push -f': 'git push --force origin main',
  'handed over: kubectl': 'kubectl --context prod delete ns payments',
  'psql, with its grammar': "psql -c 'select count(*) from orders'",
};

export const hook: Bench = {
  name: 'hook',
  about: 'what an agent waits for before each of its commands, recorded durably',
  async run(context) {
    const gate = context.home();
    const env = environment(gate);
    const project = join(gate.home, 'project');
    mkdirSync(join(project, 'src'), { recursive: true });
    spawnSync('git', ['init', '-q', project]);
    const notes: string[] = [];
    const hooks = Object.entries(LINES).map(([name, command], index): Subject => {
      const stdin = join(gate.home, `payload-${index}.json`);
      const call = { hook_event_name: 'PreToolUse', session_id: 'bench', cwd: project, tool_name: 'Bash' };
      writeFileSync(
        stdin,
        JSON.stringify({ ...call, tool_use_id: 'x', tool_input: { command, description: 'a line' } }),
      );
      return { name: `gate hook claude: ${name}`, argv: [`${ROOT}dist/gate`, 'hook', 'claude'], env, stdin };
    });
    const subjects: Subject[] = [
      { name: 'true', argv: [TRUE], env },
      { name: 'node -e 0', argv: [NODE, '-e', '0'], env },
      { name: 'dist/gate -- true', argv: [`${ROOT}dist/gate`, '--', 'true'], env },
      ...hooks,
    ];
    const sudo = ['/usr/bin/sudo', '/usr/local/bin/sudo'].find(existsSync);
    if (sudo !== undefined && spawnSync(sudo, ['-n', 'true'], { env }).status === 0)
      subjects.splice(1, 0, { name: SUDO, argv: [sudo, '-n', 'true'], env });
    else notes.push('skipped: sudo -n true needs sudo, and a NOPASSWD rule for true (or run the bench as root)');

    const samples = interleaved(subjects, context.rounds(60));
    const wall = (name: string) => samples.get(name)?.map((usage) => usage.wall) ?? [];
    const base = samples.has(SUDO) ? SUDO : 'true';
    return [
      {
        title: `The hook, ${context.rounds(60)} rounds`,
        columns: ['command', 'wall median', 'min', `to ${base}`, 'cpu median'],
        rows: subjects.map(({ name }) => {
          const all: readonly Usage[] = samples.get(name) ?? [];
          const cpu = median(all.map((usage) => usage.cpu));
          return [name, ms(median(wall(name))), ms(least(wall(name))), times(ratio(wall(name), wall(base))), ms(cpu)];
        }),
        notes,
      },
    ];
  },
};

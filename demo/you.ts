import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { GATE, Gate } from '../test/kit/gate.ts';
import { project } from './project.ts';
import { echo, ends, printed, say, title, typed } from './screen.ts';

/**
 * One approval with you at the keyboard: an agent of this script asks, `gate approve` asks you at this terminal, and the
 * agent goes on or does not. Everything lies in a directory that is removed at the end.
 */
export async function you(): Promise<boolean> {
  const { isTTY, columns = 0, rows = 0 } = process.stdout;
  if (!isTTY || !process.stdin.isTTY || columns < 80 || rows < 24) {
    console.error('demo: this one needs a terminal of at least 80x24; `npm run demo` runs unattended');
    return false;
  }
  using gate = new Gate();
  const cwd = project(gate.home);

  title('an agent works in a project; reading is free');
  typed('agent', 'gate -- git log --oneline');
  await ends(gate.start(['--', 'git', 'log', '--oneline'], { cwd }));

  title('it wants to delete what was never committed: that waits for you');
  const asking = gate.start(['--timeout', '10m', '-m', 'the numbers are old', '--', 'rm', '-rf', 'reports'], { cwd });
  await asking.says('then resume with');
  echo('agent', 'gate -m "the numbers are old" -- rm -rf reports', asking.stderr());
  const before = asking.stderr().length;
  const id = /waits as (\w+)/.exec(asking.stderr())?.[1] ?? '';

  title('now you decide: read it, and type its code; anything else is no');
  typed('you', `gate approve ${id}`);
  const voted = await atThisTerminal(['approve', id], gate, cwd);
  if (voted !== 0) await atThisTerminal(['deny', id, '-m', 'not this time'], gate, cwd);

  title('what became of it');
  typed('agent', 'gate -m "the numbers are old" -- rm -rf reports   (goes on)');
  const status = await ends(asking, before);
  echo(
    'agent',
    'ls',
    readdirSync(cwd)
      .filter((name) => name !== '.git')
      .join('  '),
  );
  const { stdout, stderr } = await gate.agent(['audit', 'verify']);
  echo('anyone', 'gate audit verify', (stdout + stderr).split('\n')[0] ?? '');
  say(
    status === 0
      ? 'you said yes, so it ran; the record has who, what, why and how it ended'
      : 'you did not say yes, so nothing ran; the record has that too',
  );
  printed('\nnext: ./bin/gate install, then: gate init claude (or codex, gemini, cursor)');
  return true;
}

/** gate with this terminal, as you would have started it. */
function atThisTerminal(args: readonly string[], gate: Gate, cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(GATE, args, { cwd, env: { ...process.env, GATE_HOME: gate.home }, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (status) => resolve(status));
  });
}

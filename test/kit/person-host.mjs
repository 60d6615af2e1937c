// Runs one command on a terminal of its own, as a person would: started detached, with nothing but init above it.
// Arguments: a JSON file with {argv, cwd, env, socket, cols, rows}. Speaks JSON lines on the socket:
// in {type} or {cols, rows}, out {screen} and at the end {status, signal}.
import { spawn as spawnChild } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import process, { argv, execPath, exit, pid } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';

const [, script, spec, step, launcher] = argv;

if (step !== 'detached') {
  // The launcher ends at once, and the host has no parent but init.
  spawnChild(execPath, [script, spec, 'detached', String(pid)], { detached: true, stdio: 'ignore' }).unref();
  exit(0);
}
// On a busy machine the launcher may still be there, and whatever started the tests above it.
while (process.ppid === Number(launcher)) await sleep(5);

const { argv: command, cwd, env, socket, cols = 100, rows = 40 } = JSON.parse(readFileSync(spec, 'utf8'));
const line = connect(socket);
const say = (message) => line.write(`${JSON.stringify(message)}\n`);
const terminal = spawn(command[0], command.slice(1), { cwd, env, cols, rows, name: 'xterm-256color' });
say({ pid, child: terminal.pid });
terminal.onData((screen) => say({ screen }));
terminal.onExit(({ exitCode, signal }) => {
  line.end(`${JSON.stringify({ status: exitCode, signal: signal ?? 0 })}\n`, () => exit(0));
});
let rest = '';
line.on('data', (data) => {
  const lines = (rest + data).split('\n');
  rest = lines.pop();
  for (const each of lines) {
    const { type, cols: columns, rows: lines } = JSON.parse(each);
    if (type !== undefined) terminal.write(type);
    else terminal.resize(columns, lines);
  }
});
// The test is gone: so is its person.
line.on('close', () => {
  try {
    terminal.kill('SIGKILL');
  } catch {}
  exit(0);
});

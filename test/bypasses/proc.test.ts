import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GATE, Gate, type Ran } from '../kit/gate.ts';
import { atTerminal, typeAt } from '../kit/person.ts';
import { ALLOW_ALL } from './kit.ts';

const BIN = fileURLToPath(new URL('../../bin/gate', import.meta.url));

/** gate started by a shell, which knows things about processes that a JavaScript runtime does not. */
function shell(gate: Gate, script: string, args: readonly string[] = [], stdin?: Buffer): Promise<Ran> {
  const options = { program: '/bin/sh', env: { GATE }, ...(stdin === undefined ? {} : { stdin }) };
  return gate.start(['-c', script, 'sh', ...args], options).ended;
}

/** These stop a process, or do nothing, instead of ending it. */
const HARMLESS = new Set(['SIGCHLD', 'SIGCONT', 'SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGURG', 'SIGWINCH']);

describe('PROC: a command behaves as without gate', () => {
  test('PROC-01 PROC-02 death by any signal is that death, real-time signals included, and never success', async () => {
    using gate = new Gate(ALLOW_ALL);
    const names = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));
    const numbers = Array.from({ length: 64 }, (_, index) => index + 1).filter(
      (number) => (number < 32 || number >= 34) && !HARMLESS.has(names.get(number) ?? ''),
    );
    const script = `ulimit -c 0
for n in ${numbers.join(' ')}; do
  "$GATE" -- /bin/sh -c 'kill -'$n' $$'; through=$?
  /bin/sh -c 'kill -'$n' $$'; direct=$?
  echo $n $through $direct
done`;
    const ran = await shell(gate, script);
    const rows = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    expect(rows).toHaveLength(numbers.length);
    for (const [number = 0, through, direct] of rows) {
      expect({ number, through }).toEqual({ number, through: direct });
      expect(through).toBe(128 + number);
    }
  });

  test('PROC-04 TERM, HUP and the user signals reach the command once (part: processes that it started are its own affair)', async () => {
    using gate = new Gate(ALLOW_ALL);
    for (const signal of ['TERM', 'HUP', 'USR1', 'USR2', 'INT', 'QUIT'] as const) {
      const counting = `n=0; trap 'n=$((n+1))' ${signal}; echo ready >&2; while [ $n = 0 ]; do sleep 0.02; done; sleep 0.2; echo ${signal} $n; exit 7`;
      const started = gate.start(['--', '/bin/dash', '-c', counting]);
      await started.says(/^ready$/m);
      started.process.kill(`SIG${signal}`);
      const ran = await started.ended;
      expect({ signal, status: ran.status, stdout: ran.stdout }).toEqual({
        signal,
        status: 7,
        stdout: `${signal} 1\n`,
      });
    }
  });

  test('PROC-05 Ctrl-C at a terminal is counted once by the command, and gate ends as the command does (part: a terminal left raw by KILL is not mended)', async () => {
    using gate = new Gate(ALLOW_ALL);
    const session = gate.session([
      '--',
      '/bin/bash',
      '-c',
      "n=0; trap 'n=$((n+1))' INT; echo up; while [ $n = 0 ]; do sleep 0.1; done; sleep 0.3; echo counted $n; exit 5",
    ]);
    await session.sees('up');
    session.type('\u0003');
    expect(await session.ended).toMatchObject({ status: 5, screen: expect.stringContaining('counted 1') });
  });

  test('PROC-05 Ctrl-Z stops gate and the command together, and fg goes on', async () => {
    using gate = new Gate(ALLOW_ALL);
    const session = atTerminal(['/bin/bash', '--norc', '--noprofile', '-i'], {
      cwd: gate.home,
      env: { GATE_HOME: gate.home, GATE, PS1: 'at> ' },
    });
    await session.sees('at> ');
    // Says when it was continued; a shell's own words about a job come before it has given the terminal away.
    const script = `import os, signal
signal.signal(signal.SIGCONT, lambda *_: os.write(1, b'again\\n'))
print('u' 'p', flush=True)
print('got-' + input())`;
    writeFileSync(join(gate.home, 'stops.py'), script);
    session.type('"$GATE" -- python3 stops.py\r');
    await session.sees(/\bup\r/);
    session.type('\u001a');
    // Keys typed before the shell has drawn its prompt again are not all read by it.
    await session.sees(/Stopped[\s\S]*at> $/);
    session.type('fg\r');
    await session.sees('again');
    session.type('word\r');
    await session.sees(/got-word[\s\S]*at> $/);
    session.type('exit 3\r');
    expect(await session.ended).toMatchObject({ status: 3 });
  });

  test('PROC-06 gate takes nothing of the command’s input, also when it asks first', async () => {
    using gate = new Gate(ALLOW_ALL);
    expect(await gate.agent(['--', 'head', '-c3'], { stdin: 'abc' })).toMatchObject({ status: 0, stdout: 'abc' });
    gate.policy('version: 1\npacks: []\ndefault: confirm\n');
    const script = `printf abcdef | "$GATE" -- tee made; cat; cat made`;
    const session = atTerminal(['/bin/sh', '-c', script], { cwd: gate.home, env: { GATE_HOME: gate.home, GATE } });
    await session.sees('to run it:');
    await typeAt(session, 'to run it:', /type (\S+) to run it:/.exec(session.screen())?.[1] ?? '');
    await session.sees('abcdef');
    // What was typed after the answer belongs to whoever reads the terminal next.
    session.type('rest\r\u0004');
    expect(await session.ended).toMatchObject({
      status: 0,
      screen: expect.stringMatching(/rest\r\nrest\r\n.*abcdef/s),
    });
  });

  test('PROC-07 the command gets the descriptors 0, 1 and 2 and no other', async () => {
    using gate = new Gate(ALLOW_ALL);
    const script = `exec 3</dev/null 7</dev/null 9>/dev/null; exec "$GATE" --events 9 -- /bin/sh -c 'ls -l /proc/$$/fd'`;
    const ran = await shell(gate, script);
    expect(ran.status).toBe(0);
    const numbers = ran.stdout.split('\n').flatMap((line) => /(\d+) -> /.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(['0', '1', '2']);
  });

  test('PROC-08 bytes: arguments that are not UTF-8 are refused, streams are exact, long arguments work', async () => {
    using gate = new Gate(ALLOW_ALL);
    for (const bytes of ['\\377\\376', 'a\\200', '\\355\\240\\200']) {
      const ran = await shell(gate, `exec "$GATE" -- touch "$(printf '${bytes}')"`);
      expect(ran).toMatchObject({ status: 64, stdout: '' });
      expect(ran.stderr).toContain('not valid UTF-8');
    }
    expect(await gate.agent(['--', 'printf', '%s', '\ufffd'])).toMatchObject({ status: 0, stdout: '\ufffd' });
    const noise = randomBytes(10 * 1024 * 1024);
    writeFileSync(join(gate.home, 'noise'), noise);
    const copied = await shell(gate, '"$GATE" -- cat < noise > copy');
    expect(copied).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(gate.home, 'copy')).equals(noise)).toBe(true);
    const long = 'x'.repeat(127 * 1024);
    const ran = await gate.agent(['--', 'printf', '%s', long]);
    expect({ status: ran.status, same: ran.stdout === long }).toEqual({ status: 0, same: true });
  });

  test('PROC-09 umask, hard limits and a directory that is gone (part: the runtime raises the soft limit of open files)', async () => {
    using gate = new Gate(ALLOW_ALL);
    const script = `umask 027; umask; ulimit -Hn; "$GATE" -- /bin/sh -c 'umask; ulimit -Hn'`;
    const ran = await shell(gate, script);
    expect(ran.status).toBe(0);
    const [mask, limit, ...inside] = ran.stdout.trimEnd().split('\n');
    expect(inside).toEqual([mask, limit]);
    const gone = await shell(gate, `mkdir d; cd d; rmdir ../d; exec '${BIN}' -- touch x`);
    expect(gone).toMatchObject({ status: 64, stderr: expect.stringContaining('current directory') });
  });

  test('PROC-10 exit statuses pass through, and gate’s own come with a reason', async () => {
    using gate = new Gate(ALLOW_ALL);
    const ran = await shell(
      gate,
      'for n in 0 1 2 64 75 77 78 125 126 127 128 130 254 255; do "$GATE" -- sh -c "exit $n"; printf "%s " $?; done',
    );
    expect(ran.stdout).toBe('0 1 2 64 75 77 78 125 126 127 128 130 254 255 ');
    mkdirSync(join(gate.home, 'directory'));
    writeFileSync(join(gate.home, 'plain'), 'x');
    writeFileSync(join(gate.home, 'wrong'), '#!/no/such/interpreter\n');
    chmodSync(join(gate.home, 'wrong'), 0o755);
    for (const [command, status, reason] of [
      ['no-such-command', 127, 'not_found'],
      ['./no-such-file', 127, 'not_found'],
      ['./plain', 126, 'not_executable'],
      ['./directory', 126, 'not_executable'],
      ['./wrong', 127, 'not_found'],
    ] as const) {
      const failed = await gate.agent(['--events', join(gate.home, 'events'), '--', command]);
      const last = JSON.parse(readFileSync(join(gate.home, 'events'), 'utf8').trimEnd().split('\n').at(-1)!);
      expect({ command, status: failed.status, ran: last.ran, reason: last.reason }).toEqual({
        command,
        status,
        ran: false,
        reason,
      });
      expect(failed.stderr).toMatch(/^gate: /);
    }
  });

  test('PROC-11 gate ends when the command does, whoever still holds its output', async () => {
    using gate = new Gate(ALLOW_ALL);
    const started = gate.start(['--', '/bin/sh', '-c', 'sleep 600 & echo $!; echo all of it']);
    const [status] = await once(started.process, 'exit');
    expect(status).toBe(0);
    const pid = Number(/^\d+/.exec(started.stdout())?.[0]);
    process.kill(pid, 'SIGKILL');
    expect(await started.ended).toMatchObject({ status: 0, stdout: `${pid}\nall of it\n` });
  });

  test('PROC-12 nothing of gate’s is in the command’s streams, and a reader that leaves is no trouble', async () => {
    using gate = new Gate(ALLOW_ALL);
    const noise = randomBytes(4 * 1024 * 1024);
    writeFileSync(join(gate.home, 'big'), noise.toString('hex').replace(/.{64}/g, '$&\n'));
    const script = `for run in "" "$GATE --"; do
  $run cat big | head -n1; echo "status $?"
  x=$($run cat big | sha256sum); echo "$x"
  $run yes | head -n1
done`;
    const ran = await shell(gate, script);
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual(lines.slice(4));
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    // Closed streams: the command runs all the same, and its record is complete.
    expect(await shell(gate, '"$GATE" -- touch made >&- 2>&- <&-; echo $?')).toMatchObject({ stdout: '0\n' });
    expect(existsSync(join(gate.home, 'made'))).toBe(true);
  });
});

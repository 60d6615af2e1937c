import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { cleanEnvironment } from '../kit/person.ts';
import { ALLOW } from '../kit/policies.ts';

/** Counts the signals it gets, and says so when its input ends. */
const COUNTER = `
import os, signal, sys
counts = {}
def say(text):
    os.write(1, (text + '\\n').encode())
def count(number, frame):
    name = signal.Signals(number).name
    counts[name] = counts.get(name, 0) + 1
    say(name)
for name in sys.argv[1:]:
    signal.signal(getattr(signal, name), count)
say('ready')
while sum(counts.values()) < len(sys.argv) - 1:
    signal.pause()
signal.setitimer(signal.ITIMER_REAL, 0.3)
signal.signal(signal.SIGALRM, lambda *_: (say('counts %s' % sorted(counts.items())), os._exit(0)))
while True:
    signal.pause()
`;

function counter(gate: Gate): string {
  const path = join(gate.home, 'counter.py');
  writeFileSync(path, COUNTER);
  return path;
}

describe('how the command ends is how gate ends', () => {
  test('with its own exit status, from 0 to 255', async () => {
    using gate = new Gate(ALLOW);
    const codes = [0, 1, 2, 3, 63, 64, 69, 70, 74, 75, 76, 77, 78, 100, 126, 127, 128, 129, 137, 143, 200, 254, 255];
    const ran = await gate.shell(
      `for code in ${codes.join(' ')}; do "$gate" -- sh -c "exit $code"; printf '%s ' $?; done`,
    );
    expect(ran).toMatchObject({ stdout: `${codes.join(' ')} `, stderr: '' });
  });

  test('by the same signal as the bare command, real-time signals too', async () => {
    using gate = new Gate(ALLOW);
    const signals = [
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 24, 25, 26, 27, 29, 30, 31, 34, 35, 40, 50, 63, 64,
    ];
    const script = `ulimit -c 0
      for signal in ${signals.join(' ')}; do
        bash -c "kill -$signal \\$\\$"; bare=$?
        "$gate" -- bash -c "kill -$signal \\$\\$"; behind=$?
        [ $bare = $behind ] || echo "signal $signal: $bare, behind gate $behind"
      done`;
    const ran = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...gate.environment({ CLAUDECODE: '1' }), gate: GATE },
    });
    expect(ran.stdout).toBe('');
  });

  test('by the signal itself, not by a status that looks like it', async () => {
    using gate = new Gate(ALLOW);
    const lethal = [1, 2, 6, 8, 9, 10, 11, 12, 13, 14, 15, 31, 34, 48, 64];
    // Python tells the two apart for every signal: -N is a death, 128 + N a status.
    const script = `import os, subprocess
for signal in ${JSON.stringify(lethal)}:
    code = 'import os, resource, signal; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); '
    code += 'signal.signal(%d, signal.SIG_DFL); ' % signal if signal != 9 else ''
    code += 'os.kill(os.getpid(), %d)' % signal
    died = subprocess.run([os.environ['gate'], '--', 'python3', '-c', code]).returncode
    if died != -signal:
        print('signal', signal, 'became', died)`;
    const python = { program: '/usr/bin/python3', env: { gate: GATE } };
    expect(await gate.start(['-c', script], python).ended).toMatchObject({ status: 0, stdout: '', stderr: '' });
    for (const signal of ['SIGTERM', 'SIGUSR1', 'SIGKILL', 'SIGINT', 'SIGSEGV'] as const) {
      const ran = await gate.agent(['--', 'sh', '-c', `ulimit -c 0; kill -${signal.slice(3)} $$`]);
      expect(ran).toMatchObject({ signal, stdout: '', stderr: '' });
    }
  });
});

describe('signals of gate reach the command', () => {
  test.each(['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGINT', 'SIGQUIT'] as const)('%s, once', async (signal) => {
    using gate = new Gate(ALLOW);
    const started = gate.start(['--', 'python3', counter(gate), signal]);
    await expect.poll(started.stdout).toContain('ready');
    started.process.kill(signal);
    expect(await started.ended).toMatchObject({ status: 0, stdout: `ready\n${signal}\ncounts [('${signal}', 1)]\n` });
  });

  test('Ctrl-C at a terminal, once: the kernel sent it to the command already', async () => {
    using gate = new Gate(ALLOW);
    const session = gate.session(['--', 'python3', counter(gate), 'SIGINT']);
    await session.sees('ready');
    session.type('\u0003');
    const seen = await session.ended;
    expect(seen.screen).toContain("counts [('SIGINT', 1)]");
    expect(seen.status).toBe(0);
  });
});

describe('what goes in and out is exact', () => {
  test('standard input, when the command does not read code from it', async () => {
    using gate = new Gate(ALLOW);
    expect(await gate.agent(['--', 'head', '-c3'], { stdin: 'abc' })).toMatchObject({ status: 0, stdout: 'abc' });
    const bytes = Buffer.from(Array.from({ length: 1 << 18 }, (_, index) => (index * 7 + (index >> 8)) & 0xff));
    const wanted = createHash('sha256').update(bytes).digest('hex');
    expect((await gate.agent(['--', 'sha256sum'], { stdin: bytes })).stdout).toContain(wanted);
  });

  test('standard input that is code: read once, judged, and given to the command from the start', async () => {
    using gate = new Gate(ALLOW);
    expect(await gate.agent(['--', 'bash'], { stdin: 'read line\nanswer\necho "$line"\n' })).toMatchObject({
      stdout: 'answer\n',
    });
  });

  test('the rest of standard input stays for the next command', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'lines'), 'one\ntwo\n');
    const ran = await gate.shell('{ "$gate" -- sed -u 1q; cat; } < lines');
    expect(ran.stdout).toBe('one\ntwo\n');
  });

  test('fifty megabytes of output', async () => {
    using gate = new Gate(ALLOW);
    const make = 'head -c 52428800 /dev/zero | openssl enc -aes-128-ctr -K 00 -iv 00 2>/dev/null';
    const ran = await gate.shell(`${make} | sha256sum; "$gate" -- sh -c '${make}' | sha256sum`);
    const [bare, behind] = ran.stdout.trim().split('\n');
    expect(behind).toBe(bare);
  });

  test('arguments: empty, with newlines, quotes and any character', async () => {
    using gate = new Gate(ALLOW);
    const args = [
      '',
      'a b',
      'line\nbreak',
      '\ttab',
      "it's",
      '"',
      '\\',
      '--',
      '-x',
      'ü€😀',
      '\u202e',
      '\ufeff',
      '*',
      '$HOME',
      '\u0001',
    ];
    const ran = await gate.agent(['--', 'printf', '%s\\0', ...args]);
    expect(ran.stdout.split('\0')).toEqual([...args, '']);
  });

  test('the name it was called by', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.agent(['--', 'sh', '-c', 'tr "\\0" " " </proc/$$/cmdline']);
    expect(ran.stdout).toMatch(/^sh -c tr/);
  });
});

describe('what the command inherits', () => {
  test('nothing that runs code or belongs to gate, whoever set it', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'evil.sh'), 'touch "$PWD/evil"\n');
    const env = {
      BASH_ENV: join(gate.home, 'evil.sh'),
      ENV: join(gate.home, 'evil.sh'),
      NODE_OPTIONS: '--require=/tmp/x',
      LD_LIBRARY_PATH: '/tmp/x',
      PYTHONSTARTUP: '/tmp/x',
      PERL5OPT: '-Mx',
      GATE_SECRET: 'x',
      HARMLESS: 'kept',
    };
    const ran = await gate.agent(['--', 'env'], { env });
    for (const name of Object.keys(env)) {
      if (name !== 'HARMLESS') expect(ran.stdout).not.toContain(`${name}=`);
    }
    expect(ran.stdout).toContain('HARMLESS=kept');
    expect(ran.stdout.match(/^GATE_\w+/gm)).toEqual(['GATE_HOME']);
    expect(ran.stderr).toMatch(
      /not passed on, it could run other code or lead elsewhere: .*BASH_ENV.*LD_LIBRARY_PATH.*NODE_OPTIONS/,
    );
    await gate.agent(['--', 'bash', '-c', 'true'], { env });
    expect(gate.has('evil')).toBe(false);
  });

  test('LD_PRELOAD of the caller never reaches it', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell('LD_PRELOAD=/nonexistent.so "$gate" -- env 2>/dev/null');
    expect(ran.status).toBe(0);
    expect(ran.stdout).not.toContain('LD_PRELOAD');
  });

  test('an empty or relative entry of PATH never means the current directory', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'ls'), '#!/bin/sh\ntouch evil\n', { mode: 0o755 });
    writeFileSync(join(gate.home, 'only-here'), '#!/bin/sh\ntouch evil\n', { mode: 0o755 });
    const env = { PATH: ':.::/usr/bin:/bin:' };
    expect(await gate.agent(['--', 'ls'], { env })).toMatchObject({ status: 0 });
    expect(await gate.agent(['--', 'only-here'], { env })).toMatchObject({ status: 127 });
    expect((await gate.agent(['--', 'env'], { env })).stdout).toContain('PATH=/usr/bin:/bin\n');
    expect(gate.has('evil')).toBe(false);
  });

  test('only descriptors 0, 1 and 2', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell(
      'exec 5>extra 9<"$0"; "$gate" --events 5 -- ls /proc/self/fd | sort -n | head -4 | tr "\\n" " "',
      {},
    );
    // `ls` itself opens one more, for the directory.
    expect(ran.stdout).toBe('0 1 2 3 ');
    expect((await gate.shell('"$gate" --events 5 5>extra -- ls /proc/self/fd | wc -l')).stdout.trim()).toBe('4');
  });

  test('the signals that the bare command has: none blocked, none ignored', async () => {
    using gate = new Gate(ALLOW);
    const masks = (text: string) => text.match(/^Sig(?:Blk|Ign|Cgt):.*$/gm);
    const status = ['cat', '/proc/self/status'];
    const bare = spawnSync(status[0]!, status.slice(1), { encoding: 'utf8', env: cleanEnvironment() }).stdout;
    expect(masks((await gate.agent(['--', ...status])).stdout)).toEqual(masks(bare));
  });

  test('the umask and the priority', async () => {
    using gate = new Gate(ALLOW);
    expect((await gate.shell('umask 027; "$gate" -- sh -c umask; nice -n 5 "$gate" -- nice')).stdout).toBe('0027\n5\n');
  });
});

describe('gate under gate', () => {
  test('is a request of its own, with its own record', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.agent(['--', 'env', `GATE_HOME=${gate.home}`, GATE, '--', 'echo', 'inner']);
    expect(ran).toMatchObject({ status: 0, stdout: 'inner\n' });
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(requests).toHaveLength(2);
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });
});

describe('a hundred at once', () => {
  test('on a fresh directory all succeed, and the log is sound', { timeout: 120_000 }, async () => {
    using gate = new Gate(ALLOW);
    const ends = await Promise.all(Array.from({ length: 100 }, () => gate.agent(['--', 'true'])));
    expect(ends.filter(({ status }) => status !== 0)).toEqual([]);
    expect(ends.map(({ stderr }) => stderr).join('')).toBe('');
    const verified = await gate.agent(['audit', 'verify', '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true });
    expect(JSON.parse((await gate.agent(['list', '--all', '--limit', '1000', '--json'])).stdout).requests).toHaveLength(
      100,
    );
  });
});

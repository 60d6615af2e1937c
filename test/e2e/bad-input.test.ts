import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

/** What every bad input must amount to: this status, one message that says this, and what to do next; nothing ran. */
async function refuses(args: readonly string[], status: number, says: RegExp, options = {}): Promise<void> {
  using gate = new Gate(ALLOW);
  const ran = await gate.agent(args, options);
  expect(ran.stderr).toMatch(says);
  expect(ran).toMatchObject({ status, stdout: '' });
  expect(ran.stderr.match(/^gate: /gm)).toHaveLength(1);
  expect(ran.stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
  expect(gate.has('marker')).toBe(false);
}

test('code on standard input that is too long to be looked at is refused, and none of it runs', async () => {
  const stdin = `touch marker\n: ${'x'.repeat(65 * 1024 * 1024)}\n`;
  await refuses(['--', 'bash'], 64, /standard input is longer than 64 MiB/, { stdin });
});

describe('a command line that gate does not understand', () => {
  test.each([
    ['the `--` is missing', ['touch', 'marker'], /missing `--` before the command `touch`\n {2}gate -- touch/],
    ['the `--` is missing after options', ['-m', 'why', 'touch', 'marker'], /`touch` stands where .*put `--` before/s],
    ['there is nothing but options', ['-m', 'why'], /missing `--` before the command\n {2}for example/],
    [
      'an option is unknown',
      ['--intnet', 'x', '--', 'touch', 'marker'],
      /unknown option `--intnet`\n {2}did you mean `--intent`/,
    ],
    ['an option is given twice', ['-m', 'a', '--intent', 'b', '--', 'touch', 'marker'], /--intent is given twice/],
    ['an option lacks its value', ['-m', '--', 'touch', 'marker'], /-m needs a value/],
    [
      'a timeout is no duration',
      ['--timeout', '10', '--', 'touch', 'marker'],
      /--timeout is not a duration: `10`\n {2}write it like/,
    ],
    ['there is no command', ['--'], /no command after `--`/],
    ['the command is an empty string', ['--', '', 'touch', 'marker'], /the command is an empty string/],
    ['--resume comes with a command', ['--resume', 'abcdef', '--', 'touch', 'marker'], /--resume takes no command/],
    ['--resume names nothing', ['--resume', 'abcdef'], /no request has the id `abcdef`\n {2}see `gate list/],
    ['events go to a closed descriptor', ['--events', '9', '--', 'touch', 'marker'], /--events cannot be written: `9`/],
    ['events go to a directory', ['--events', '/', '--', 'touch', 'marker'], /--events cannot be written: `\/`/],
    [
      'events go to a stream of the command',
      ['--events', '1', '--', 'touch', 'marker'],
      /--events cannot be written: `1`/,
    ],
    [
      'an intent is too long to be read',
      ['-m', 'x'.repeat(2001), '--', 'touch', 'marker'],
      /--intent is longer than 2000/,
    ],
  ])('%s: 64, and nothing runs', (_, args, says) => refuses(args, 64, says));

  test('a subcommand with an unknown option is 64 and names it', () =>
    refuses(['list', '--frobnicate'], 64, /unknown option '--frobnicate'/));

  test('gate alone shows how it is used, and is 64', async () => {
    using gate = new Gate();
    const ran = await gate.agent([]);
    expect(ran).toMatchObject({ status: 64, stdout: '' });
    expect(ran.stderr).toContain('gate [options] -- COMMAND');
  });

  test('an argument that is not UTF-8 is refused, and nothing runs', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell(`"$gate" -- touch $'a\\xffb' marker`);
    expect(ran).toMatchObject({ status: 64, stdout: '' });
    expect(ran.stderr).toContain('argument 3 is not valid UTF-8');
    expect(gate.has('marker')).toBe(false);
  });
});

describe('a command that cannot run', () => {
  test('not found is 127, as in a shell', () =>
    refuses(['--', 'no-such-command-here'], 127, /command not found: "no-such-command-here"/));
  test('a path that leads nowhere is 127', () => refuses(['--', './nowhere'], 127, /command not found: "\.\/nowhere"/));
  test('a directory is 126', () => refuses(['--', '/etc'], 126, /cannot execute: "\/etc"/));

  test('a file without execute permission is 126', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'plain'), '#!/bin/sh\ntouch marker\n', { mode: 0o644 });
    const ran = await gate.agent(['--', './plain']);
    expect(ran).toMatchObject({ status: 126, stdout: '' });
    expect(ran.stderr).toContain('cannot execute: "./plain"');
    expect(gate.has('marker')).toBe(false);
  });

  test('a file that the kernel cannot execute is 126, and the record says so', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'junk'), '\0\x01\x02 no program', { mode: 0o755 });
    chmodSync(join(gate.home, 'junk'), 0o755);
    const ran = await gate.agent(['--', './junk']);
    expect(ran.stderr).toContain('could not be executed (ENOEXEC)');
    expect(ran.status).toBe(126);
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'failed' }]);
  });

  test('a script whose interpreter is missing cannot be executed, and is told apart from a missing command', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'script'), '#!/no/such/interpreter\ntouch marker\n');
    chmodSync(join(gate.home, 'script'), 0o755);
    const ran = await gate.agent(['--', './script']);
    expect(ran.stderr).toContain('could not be executed (ENOENT)');
    expect(ran.status).toBe(127);
  });

  test('more arguments than the kernel takes are 126', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell(`ulimit -s 8192; "$gate" -- echo $(seq -s ' ' 1 20000) | wc -c`);
    expect(ran).toMatchObject({ status: 0 });
    expect(Number(ran.stdout)).toBeGreaterThan(100_000);
  });
});

describe('a place that gate cannot work in', () => {
  test('a deleted working directory is named, and nothing runs', async () => {
    using gate = new Gate(ALLOW);
    const bin = fileURLToPath(new URL('../../bin/gate', import.meta.url));
    const ran = await gate.shell(`mkdir gone; cd gone; rmdir ../gone; '${bin}' -- touch ../marker`);
    expect(ran.stderr).toContain('the current directory no longer exists\n  change to a directory that exists');
    expect(ran.status).toBe(64);
    expect(gate.has('marker')).toBe(false);
  });

  test('a relative GATE_HOME is 78: it would follow the current directory', () =>
    refuses(['--', 'touch', 'marker'], 78, /GATE_HOME is not an absolute path: `state`\n {2}set GATE_HOME/, {
      env: { GATE_HOME: 'state' },
    }));

  test('a GATE_HOME that cannot be made is 74, and nothing runs', () =>
    refuses(['--', 'touch', 'marker'], 74, /\/proc\/nothing/, { env: { GATE_HOME: '/proc/nothing' } }));

  test('a GATE_HOME that others can write to is refused with the command that mends it, and nothing runs', async () => {
    using gate = new Gate();
    chmodSync(gate.home, 0o777);
    const ran = await gate.agent(['--', 'touch', 'marker']);
    expect(ran.stderr).toMatch(/chmod (?:700|go-w) /);
    expect([74, 78]).toContain(ran.status);
    expect(gate.has('marker')).toBe(false);
  });

  test('a GATE_HOME that others can only look into is closed to them', async () => {
    using gate = new Gate(ALLOW);
    chmodSync(gate.home, 0o755);
    expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 0, stderr: '' });
    expect(statSync(gate.home).mode & 0o777).toBe(0o700);
  });

  test.each(['0<&-', '1>&-', '2>&-', '0<&- 1>&- 2>&-'])(
    'with %s the command runs all the same, and its record is sound',
    async (closed) => {
      using gate = new Gate(ALLOW);
      const ran = await gate.shell(`"$gate" -- touch marker ${closed}; echo "status $?"`);
      expect(ran.stdout).toBe('status 0\n');
      expect(gate.has('marker')).toBe(true);
      expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
    },
  );

  test.each(['0<&-', '1>&-', '2>&-'])('with %s what the command writes never lands in the log', async (closed) => {
    using gate = new Gate(ALLOW);
    await gate.shell(
      `"$gate" -- sh -c 'echo to-stdout; echo to-stderr >&2; cat; ls -l /proc/self/fd >listing' ${closed}`,
    );
    const listing = (await gate.shell('cat listing')).stdout;
    expect(listing).not.toContain('audit.db');
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });
});

describe('a log that cannot be written', () => {
  test.each([
    [
      'is no database',
      (path: string) =>
        writeFileSync(path, 'not a database, but text long enough to be read as one\n'.repeat(20), { mode: 0o600 }),
      /damaged, or not a database/,
    ],
    ['is empty', (path: string) => writeFileSync(path, '', { mode: 0o600 }), /it is empty/],
    ['is a directory', (path: string) => mkdirSync(path), /not a plain file/],
  ])('that %s: 74, what it is, and nothing runs', async (_, spoil, says) => {
    using gate = new Gate(ALLOW);
    spoil(join(gate.home, 'audit.db'));
    const ran = await gate.agent(['--', 'touch', 'marker']);
    expect(ran.stderr).toMatch(says);
    expect(ran).toMatchObject({ status: 74, stdout: '' });
    expect(gate.has('marker')).toBe(false);
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, BOB, Machine, possible, until } from '../kit/host.ts';
import { sayYes } from '../kit/person.ts';

const SERVICE = 61_008;
const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: looks, match: { tool: [cat, sh] }, decision: allow, view: copy }
  - { id: lists, match: { tool: ls }, decision: allow, view: read-only }
  - { id: both, match: { tool: ls }, decision: allow, view: copy }
  - { id: asks, match: { tool: cp }, decision: hold, approvers: { from: [sre], count: 1 }, view: read-only, reason: it copies }
`;

/** What a rule's `view` makes of the directory, with a service that is root and one that is not. */
describe.skipIf(!possible).each(['root', 'gate'])('the view of the directory, from a service as %s', (user) => {
  const machine = new Machine();
  const own = join(machine.home, 'own');
  beforeAll(async () => {
    await machine.set();
    machine.policy(
      POLICY.replaceAll(
        'tool: ls }, decision: allow, view: read-only',
        'tool: [ls, mkdir] }, decision: allow, view: read-only',
      ),
    );
    await machine.shell(0, `mkdir ${own} && chown 61009:61009 ${own}`);
    if (user === 'root') return void (await machine.serve());
    const passwd = machine.etc('passwd');
    writeFileSync(passwd, `${readFileSync(passwd, 'utf8')}gate:x:${SERVICE}:${SERVICE}::/nonexistent:/bin/false\n`);
    machine.configure('config.yaml', (text) => text.replace('user: root', 'user: gate'));
    await machine.shell(0, `chown -R ${SERVICE}:${SERVICE} ${machine.state} ${machine.home}/run`);
    await machine.serve({ capabilities: ['setuid', 'setgid', 'kill', 'chown', 'sys_admin'] }, SERVICE);
  });
  afterAll(() => machine[Symbol.asyncDispose]());
  beforeEach(async () => {
    await machine.shell(
      61_009,
      `cd ${own} && rm -rf ./* && echo kept > file && mkdir below && echo deep > below/deep && ln -s file link && ln -s / out`,
    );
  });

  const run = (argv: readonly string[], cwd = own) => machine.gate(AGENT, ['--', ...argv], { cwd });

  test('copy: it works with all that is there, and nothing is written back', async () => {
    const { stdout, stderr, status } = await run([
      'sh',
      '-c',
      'cat link below/deep; pwd; readlink out; echo x > file; rm -r below; echo y > new; cat file; stat -c %u .',
    ]);
    expect({ stdout, stderr, status }).toEqual({ stdout: `kept\ndeep\n${own}\n/\nx\n61009\n`, stderr: '', status: 0 });
    expect(readdirSync(own).sort()).toEqual(['below', 'file', 'link', 'out']);
    expect(readFileSync(join(own, 'file'), 'utf8')).toBe('kept\n');
    expect(readdirSync(machine.runs)).toEqual([]);
  });

  test('copy: what the account cannot read is not in it, and a link leads nowhere that it did not', async () => {
    await machine.shell(0, `echo secret > ${own}/closed && chmod 600 ${own}/closed && chown 0:0 ${own}/closed`);
    const { stdout } = await run(['sh', '-c', 'echo *; cat closed 2>/dev/null || echo no']);
    expect(stdout).toBe('below file link out\nno\n');
  });

  test('copy: a directory that is too large is refused, and nothing ran', async () => {
    await machine.shell(61_009, `truncate -s 300M ${own}/large`);
    const { status, stderr } = await run(['cat', 'large']);
    expect({ status, stderr }).toEqual({ status: 64, stderr: expect.stringContaining('too large') });
    expect(readdirSync(machine.runs)).toEqual([]);
  });

  test('read-only, the stricter of two: it can write nothing there', async () => {
    const { status, stderr } = await run(['mkdir', 'new']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('Read-only file system') });
    expect((await run(['ls'])).stdout).toBe('below\nfile\nlink\nout\n');
  });

  test('a directory that somebody exchanges for another one is the one that the account found', async () => {
    const swap = join(machine.work, 'swap');
    mkdirSync(swap, { recursive: true });
    rmSync(join(machine.work, 'to'), { force: true });
    symlinkSync(own, join(machine.work, 'to'));
    // Through a link it is what lies behind it that cannot be written.
    const { stderr } = await run(['mkdir', 'new'], join(machine.work, 'to'));
    expect(stderr).toContain('Read-only file system');
    expect(existsSync(join(own, 'new'))).toBe(false);
  });

  test('a directory that the account may not enter is no view of anything', async () => {
    await machine.shell(
      0,
      `mkdir -p ${machine.home}/closed && chmod 700 ${machine.home}/closed && chown ${AGENT} ${machine.home}/closed`,
    );
    const { status, stdout } = await run(['ls'], join(machine.home, 'closed'));
    expect({ status, stdout }).toEqual({ status: 78, stdout: '' });
  });

  test('whoever approves sees it, and it holds although the rule says something else by then', async () => {
    const held = machine.start(AGENT, [GATE, '--', 'cp', 'file', 'new'], { cwd: own });
    await until(() => held.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    expect((await machine.gate(BOB, ['show', id])).stdout).toContain('it can write nothing there');
    machine.policy(POLICY.replace(', view: read-only, reason', ', reason'));
    const approval = machine.person(BOB, ['approve', id]);
    await sayYes(approval);
    await approval.ended;
    const { status, stderr } = await held.ended;
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('Read-only file system') });
    machine.policy(POLICY);
  });
});

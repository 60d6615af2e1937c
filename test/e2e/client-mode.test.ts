import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, type Going, type HowTo, Machine, possible, until } from '../kit/host.ts';
import { sayYes } from '../kit/person.ts';

/**
 * Client mode: real accounts, the service and the clients as they are shipped, killed at each step. The transport is the socket, which a service can let
 * clients of client mode use as well; test/e2e/https.test.ts has the other.
 */
describe.skipIf(!possible)('client mode (needs root and a mount namespace)', () => {
  const machine = new Machine();
  let count = 0;

  beforeAll(async () => {
    await machine.set();
    machine.configure('config.yaml', (text) => text.replace('user: root', 'user: root, runs: client'));
    machine.configure('serve.yaml', (text) =>
      text.replace('gate.sock }', 'gate.sock, runs: client }').replace(/run_as: .*/, 'lease: 2s'),
    );
    machine.policy(`version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
  - { id: drops, match: { tool: psql, effects: [destroy] }, decision: deny, reason: never }
`);
    await machine.serve();
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  let home: string;
  let work: string;
  let how: HowTo;
  beforeEach(() => {
    home = join(machine.work, `home-${count++}`);
    work = join(home, 'work');
    mkdirSync(join(home, 'bin'), { recursive: true });
    mkdirSync(work);
    for (const path of [home, work]) chmodSync(path, 0o777);
    how = { cwd: work, env: { HOME: home, PATH: `${home}/bin:/usr/bin:/bin` } };
  });

  const gate = (...args: string[]) => machine.gate(AGENT, args, how);
  const start = (...args: string[]) => machine.start(AGENT, [GATE, ...args], how);
  const json = async (...args: string[]) =>
    JSON.parse((await machine.gate(ANN, [...args, '--json'], { cwd: '/' })).stdout.trim());
  const show = (id: string) => json('show', id);
  const newest = async () => (await json('list', '--all')).requests[0] as { id: string; state: string };
  const program = (name: string, script: string) =>
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  /** What it started lives on, and has its streams. */
  const kill = async (going: Going) => {
    const gone = new Promise((resolve) => going.child.once('exit', resolve));
    going.child.kill('SIGKILL');
    await gone;
  };
  /** The id under which it waits. */
  async function waiting(going: Going): Promise<string> {
    await until(() => going.out.stderr.includes('then resume with') || going.child.exitCode !== null);
    const id = /waits (?:again )?as (\w+)/.exec(going.out.stderr)?.[1];
    if (id === undefined) throw new Error(`it does not wait: ${going.out.stderr}`);
    return id;
  }
  async function approve(id: string): Promise<void> {
    const session = machine.person(BOB, ['approve', id]);
    await sayYes(session);
    await session.ended;
  }
  const state = async (id: string) => (await show(id)).state as string;
  const kept = () =>
    existsSync(join(home, '.local/state/gate/unreported'))
      ? readdirSync(join(home, '.local/state/gate/unreported'))
      : [];

  test('a hook judges by what is here, and what it hands over goes to the service, with the words of the agent', async () => {
    const hook = (command: string) => {
      const call = { session_id: 's-1', tool_use_id: 'toolu_1', tool_input: { command, description: 'tidy up' } };
      const payload = { hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: work, ...call };
      return machine.gate(AGENT, ['hook', 'claude'], { ...how, input: JSON.stringify(payload) });
    };
    expect(await hook('ls -la')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { status, stdout } = await hook('curl -X DELETE https://example.com/orders && rm -f nothing');
    expect(status).toBe(0);
    const line = JSON.parse(stdout).hookSpecificOutput.updatedInput.command as string;
    expect(line).toContain(`${GATE} --call `);
    const agent = { ...how, env: { ...how.env, CLAUDECODE: '1', CLAUDE_CODE_SESSION_ID: 's-1' } };
    const going = machine.start(AGENT, ['/bin/sh', '-c', line], agent);
    const id = await waiting(going);
    const { events } = await show(id);
    const submitted = events.find(({ type }: { type: string }) => type === 'request.submitted').payload;
    expect(submitted).toMatchObject({ intent: 'tidy up', mode: 'client' });
    expect(submitted).not.toHaveProperty('call');
    await machine.person(BOB, ['deny', id, '-m', 'no']).ended;
    expect((await going.ended).status).toBe(77);
  });

  test('a command that policy allows runs at the client, as its caller, with its environment', async () => {
    const ended = await machine.gate(AGENT, ['--', 'sh', '-c', 'id -u; echo "$MINE"; cat; exit 7'], {
      ...how,
      env: { ...how.env, MINE: 'my own' },
      input: 'in\n',
    });
    expect(ended).toMatchObject({ status: 7, stdout: `${AGENT}\nmy own\nin\n`, stderr: '' });
    expect(await show((await newest()).id)).toMatchObject({
      state: 'finished',
      run: { mode: 'client', run_as: null },
      outcome: { kind: 'exited', code: 7 },
    });
    expect((await gate('--', 'sh', '-c', 'kill -9 $$')).signal).toBe('SIGKILL');
  });

  test('the service judges the bytes that were sent, and looks at nothing of its own', async () => {
    program('psql', 'echo ran');
    writeFileSync(join(work, 'q.sql'), 'drop table payments;\n');
    expect((await gate('--', 'psql', '-f', 'q.sql', 'shop')).status).toBe(77);
    writeFileSync(join(work, 'q.sql'), 'select 1;\n');
    expect(await gate('--', 'psql', '-f', 'q.sql', 'shop')).toMatchObject({ status: 0, stdout: 'ran\n' });
    // A file that only the service could read: to the client, and so to the service, it is not there.
    writeFileSync(join(machine.state, 'q.sql'), 'select 1;\n', { mode: 0o600 });
    await gate('--', 'psql', '-f', join(machine.state, 'q.sql'), 'shop');
    const { request } = await show((await newest()).id);
    expect(request).toMatchObject({ opaque: true, manifest: { inputs: [{ digest: null }] } });
  });

  test('the words of a request are recorded without its secrets, and are nowhere else', async () => {
    const secret = 'tok-9f8e7d6c5b4a';
    const going = machine.start(AGENT, [GATE, '--', 'rm', '-f', `x-${secret}`], {
      ...how,
      env: { ...how.env, MY_TOKEN: secret },
    });
    const id = await waiting(going);
    expect(JSON.stringify(await show(id))).not.toContain(secret);
    for (const name of readdirSync(join(machine.state, 'held')))
      expect(readFileSync(join(machine.state, 'held', name), 'utf8')).not.toContain(secret);
    expect(readFileSync(join(machine.state, 'audit.db'), 'latin1')).not.toContain(secret);
    await approve(id);
    expect((await going.ended).status).toBe(0);
  });

  test('a runner killed while people are asked: the same command goes on with the request', async () => {
    writeFileSync(join(work, 'x'), '');
    const first = start('--', 'rm', '-f', 'x');
    const id = await waiting(first);
    await kill(first);
    const second = start('--', 'rm', '-f', 'x');
    expect(await waiting(second)).toBe(id);
    await approve(id);
    expect((await second.ended).status).toBe(0);
    expect(existsSync(join(work, 'x'))).toBe(false);
    expect(await state(id)).toBe('finished');
  });

  test('a runner killed before the start: what was approved is resumed, once', async () => {
    program('rm', 'echo removed >> "$HOME/work/log"');
    const first = start('--', 'rm', '-f', 'x');
    const id = await waiting(first);
    await kill(first);
    await approve(id);
    expect(await gate('--resume', id)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
    expect(await gate('--resume', id)).toMatchObject({ status: 76 });
    expect(readFileSync(join(work, 'log'), 'utf8')).toBe('removed\n');
  });

  test('what is another command than was granted does not start', async () => {
    program('rm', 'echo removed >> "$HOME/work/log"');
    const first = start('--', 'rm', '-f', 'x');
    const id = await waiting(first);
    program('rm', 'echo something else >> "$HOME/work/log"');
    await approve(id);
    expect(await first.ended).toMatchObject({ status: 76, stderr: expect.stringContaining('the program') });
    expect(existsSync(join(work, 'log'))).toBe(false);
    expect(await state(id)).toBe('changed');
  });

  test('of two runners that wait for the same one runs it', async () => {
    program('rm', 'echo removed >> "$HOME/work/log"');
    const first = start('--', 'rm', '-f', 'x');
    const id = await waiting(first);
    const second = start('--', 'rm', '-f', 'x');
    expect(await waiting(second)).toBe(id);
    await approve(id);
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 76]);
    expect(readFileSync(join(work, 'log'), 'utf8')).toBe('removed\n');
  });

  test('a runner killed while the command runs: its end is unknown, and it is never run again', async () => {
    program('rm', 'echo removed >> "$HOME/work/log"; exec sleep 30');
    const going = start('--', 'rm', '-f', 'x');
    const id = await waiting(going);
    await approve(id);
    await until(() => existsSync(join(work, 'log')));
    await kill(going);
    await until(async () => (await state(id)) === 'unknown');
    expect(await gate('--resume', id)).toMatchObject({ status: 76 });
    expect(readFileSync(join(work, 'log'), 'utf8')).toBe('removed\n');
    await machine.shell(AGENT, 'pkill -u $(id -u) -x sleep; true');
  });

  test('somebody else stops it, and the record says who', async () => {
    program('rm', 'touch began; exec sleep 60');
    const going = start('--', 'rm', '-f', 'x');
    const id = await waiting(going);
    await approve(id);
    await until(() => existsSync(join(work, 'began')));
    expect((await machine.gate(BOB, ['stop', id, '-m', 'enough'], { cwd: '/' })).status).toBe(0);
    expect(await going.ended).toMatchObject({ signal: 'SIGTERM' });
    const { events, outcome } = await show(id);
    expect(outcome).toMatchObject({ kind: 'signaled', signal: 15 });
    expect(events.at(-2)).toMatchObject({ type: 'stop.asked', payload: { by: 'person:bob', text: 'enough' } });
  });

  test('a lease is renewed for as long as the command runs', async () => {
    const { status } = await gate('--', 'sleep', '5');
    expect(status).toBe(0);
    expect(await state((await newest()).id)).toBe('finished');
  });

  test('the service killed while people are asked: the waiter says so, connects again, and goes on', async () => {
    const going = start('--', 'rm', '-f', 'x');
    const id = await waiting(going);
    await machine.end('SIGKILL');
    await until(() => going.out.stderr.includes('the service is away since'));
    await machine.serve();
    await until(() => going.out.stderr.includes('the service is back'));
    await approve(id);
    expect((await going.ended).status).toBe(0);
    expect(going.out.stderr.match(/is away since/g)).toHaveLength(1);
    expect(await state(id)).toBe('finished');
  });

  test('a call of somebody who asks just now waits for a service that is being restarted', async () => {
    await machine.end('SIGKILL');
    const going = start('--', 'echo', 'ran');
    const listed = machine.gate(ANN, ['list', '--json'], { cwd: '/' });
    await machine.serve();
    expect(await going.ended).toMatchObject({ status: 0, stdout: 'ran\n' });
    expect((await listed).status).toBe(0);
  });

  test('the service killed while the command runs: its end is recorded when it is back', async () => {
    const going = start('--', 'sh', '-c', 'touch began; while ! test -e end; do sleep 0.1; done; exit 5');
    await until(() => existsSync(join(work, 'began')));
    await machine.end('SIGKILL');
    writeFileSync(join(work, 'end'), '');
    await until(() => kept().length === 1);
    await machine.serve();
    expect(await going.ended).toMatchObject({ status: 5, stderr: '' });
    expect(await show((await newest()).id)).toMatchObject({ state: 'finished', outcome: { code: 5 } });
    expect(kept()).toEqual([]);
  });

  test('an end that nobody could be told is kept in a private file, and the next gate tells it, late', async () => {
    const going = start('--', 'sh', '-c', 'touch began; while ! test -e end; do sleep 0.1; done; exit 5');
    await until(() => existsSync(join(work, 'began')));
    const { id } = await newest();
    await machine.end('SIGKILL');
    writeFileSync(join(work, 'end'), '');
    expect(await going.ended).toMatchObject({ status: 5, stderr: expect.stringContaining('the next gate tells it') });
    const [name = ''] = kept();
    expect(statSync(join(home, '.local/state/gate/unreported', name)).mode & 0o777).toBe(0o600);
    await machine.serve();
    await until(async () => (await state(id)) === 'unknown');
    expect((await gate('--', 'true')).status).toBe(0);
    expect(await show(id)).toMatchObject({ state: 'finished', outcome: { code: 5 } });
    expect(kept()).toEqual([]);
    expect(machine.said).not.toContain('a bug in gate');
  });
});

import { readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const HOLD_ALL = `version: 1
packs: []
rules:
  - { id: all, match: { tool: "*" }, decision: hold, approvers: { from: [owners], count: 1 } }
`;
const TOUCH = ['--', 'touch', 'marker'] as const;

describe('waiting for people', () => {
  test('--timeout ends the waiting with 75, and the request goes on', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(['--timeout', '1s', ...TOUCH]);
    expect(ran.stderr).toMatch(
      /still pending as (\w{8}), asks 1 of owners\n {2}nothing ran; to go on, run the same command again, or: gate --resume \1/,
    );
    expect(ran).toMatchObject({ status: 75, stdout: '' });
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'pending' }]);
    expect(gate.has('marker')).toBe(false);
  });

  test('an agent waits no longer than its harness lets it: 75 with a resumable id before it would be killed', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(TOUCH, { env: { BASH_DEFAULT_TIMEOUT_MS: '4000' } });
    expect(ran.stderr).toContain('waiting 2s (claude-code gives commands 4s)');
    expect(ran.stderr).toMatch(/still pending as \w{8}/);
    expect(ran).toMatchObject({ status: 75, stdout: '' });
    expect(ran.stderr.match(/--resume (\w{8})/)).not.toBeNull();
  });

  test('an explicit --timeout wins over what the harness allows', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(['--timeout', '1h', ...TOUCH], { env: { BASH_DEFAULT_TIMEOUT_MS: '4000' } });
    await waiter.says('waiting 1h, then resume');
    waiter.process.kill('SIGTERM');
    await waiter.ended;
  });

  test('`gate wait` of an agent ends within the same budget', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const ran = await gate.agent(['wait', id, '--json'], { env: { BASH_DEFAULT_TIMEOUT_MS: '1' } });
    expect(ran.status).toBe(75);
    expect(JSON.parse(ran.stdout)).toMatchObject({ schema_version: 1, id, state: 'pending' });
  });

  test('--no-wait prints the id alone and exits 75', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(['--no-wait', ...TOUCH]);
    expect(ran).toMatchObject({ status: 75, stderr: '' });
    expect(ran.stdout).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\n$/);
  });

  test('--no-wait runs at once when nobody must decide', async () => {
    using gate = new Gate(ALLOW);
    expect(await gate.agent(['--no-wait', '--', 'echo', 'done'])).toMatchObject({
      status: 0,
      stdout: 'done\n',
      stderr: '',
    });
  });

  test('running the same command again attaches, and starts the grant exactly once', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    expect(await gate.ask(TOUCH)).toBe(id);
    const waiter = gate.start(['-m', 'other words', ...TOUCH]);
    await waiter.says(`waits again as ${id.slice(-8)}`);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    expect(await waiter.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
    expect(await gate.ask(TOUCH), 'a used grant is not used again').not.toBe(id);
  });

  test('a grant that nobody used starts when the command is run again', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    expect(await gate.record(id)).toMatchObject({ state: 'finished' });
  });

  test('after a question was answered the same command waits again, and runs when it is granted', async () => {
    using gate = new Gate(holdTouch());
    const first = gate.start(TOUCH);
    await first.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const { id } = requests[0];
    await gate.person(['question', id, '-m', 'which ticket?']);
    expect(await first.ended).toMatchObject({ status: 75 });
    const still = await gate.agent(TOUCH);
    expect(still, 'the question is still open').toMatchObject({ status: 75 });
    expect(still.stderr).toContain(`gate answer ${id.slice(-8)} -m TEXT [--file F]`);
    expect(await gate.agent(['answer', id, '-m', 'OPS-7'])).toMatchObject({ status: 0 });
    const second = gate.start(TOUCH);
    await second.says(`waits again as ${id.slice(-8)}`);
    await gate.person(['approve', id]);
    expect(await second.ended).toMatchObject({ status: 0 });
    expect(await gate.record(id)).toMatchObject({ state: 'finished' });
  });

  test('another session of the same agent does not attach to it', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH, { env: { CLAUDE_CODE_SESSION_ID: 'one' } });
    expect(await gate.ask(TOUCH, { env: { CLAUDE_CODE_SESSION_ID: 'two' } })).not.toBe(id);
    expect(await gate.ask(TOUCH, { env: { CLAUDE_CODE_SESSION_ID: 'one' } })).toBe(id);
  });

  test('of several attached waiters one runs, and the others end 76 and say so', async () => {
    using gate = new Gate(
      `${holdTouch()}  - { id: ask-tee, match: { tool: sh }, decision: hold, approvers: { from: [owners], count: 1 } }\n`,
    );
    const command = ['--', 'sh', '-c', 'echo ran >> log; touch x'];
    const waiters = [gate.start(command)];
    await waiters[0]!.says('waits as');
    for (let index = 0; index < 4; index++) {
      const waiter = gate.start(command);
      await waiter.says('waits again as');
      waiters.push(waiter);
    }
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toHaveLength(1);
    await gate.person(['approve', requests[0].id]);
    const ends = await Promise.all(waiters.map((waiter) => waiter.ended));
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 76, 76, 76, 76]);
    for (const { status, stderr } of ends) {
      if (status === 76) expect(stderr).toContain('another waiter of the same request ran it');
    }
    expect((await gate.shell('cat log')).stdout).toBe('ran\n');
  });

  test('the waiter is woken through a socket of its own, which is gone afterwards', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    const sockets = () => readdirSync(join(gate.home, 'wait'));
    await expect.poll(sockets).toHaveLength(1);
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(sockets()[0]).toContain(requests[0].id.slice(-12));
    await gate.person(['approve', requests[0].id]);
    expect(await waiter.ended).toMatchObject({ status: 0 });
    expect(sockets()).toEqual([]);
  });

  test('a directory too deep for a socket path wakes its waiters all the same', async () => {
    using gate = new Gate();
    const home = join(gate.home, 'd'.repeat(120));
    const env = { GATE_HOME: home };
    await gate.shell(`umask 077; mkdir '${home}' '${home}/policies' && cat > '${home}/policies/p.yaml'`, {
      stdin: holdTouch(),
    });
    const waiter = gate.start(TOUCH, { env });
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'], { env })).stdout);
    await expect.poll(() => readdirSync(join(home, 'wait'))).toHaveLength(1);
    await gate.person(['approve', requests[0].id], { env });
    expect(await waiter.ended).toMatchObject({ status: 0 });
  });

  test('TERM of the waiter leaves the request pending, and its dead socket is cleared by the next vote', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    await expect.poll(() => readdirSync(join(gate.home, 'wait'))).toHaveLength(1);
    waiter.process.kill('SIGTERM');
    expect(await waiter.ended).toMatchObject({ signal: 'SIGTERM' });
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'pending' }]);
    await gate.person(['approve', requests[0].id]);
    expect(readdirSync(join(gate.home, 'wait'))).toEqual([]);
    expect(await gate.agent(['--resume', requests[0].id])).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s of the waiter tells whoever reads that the request goes on, and how', async (signal, status) => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(['--events', 'events', ...TOUCH]);
    await waiter.says('then resume with');
    waiter.process.kill(signal);
    const ran = await waiter.ended;
    expect(ran).toMatchObject({ signal, stdout: '' });
    expect(ran.stderr).toMatch(/still pending as (\w{8}), asks 1 of owners\n.*gate --resume \1\n$/);
    const lines = readFileSync(join(gate.home, 'events'), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ event: 'pending', ran: false, reason: 'pending', status });
  });

  test('TERM of a gate that waited and runs the command now goes to the command', async () => {
    using gate = new Gate(HOLD_ALL);
    const waiter = gate.start([
      '--',
      'sh',
      '-c',
      'trap "echo told; exit 7" TERM; echo ready >&2; sleep 60 <&- >&- 2>&- & wait',
    ]);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    await gate.person(['approve', requests[0].id]);
    await waiter.says(/^ready$/m);
    waiter.process.kill('SIGTERM');
    const ran = await waiter.ended;
    expect(ran).toMatchObject({ status: 7, stdout: 'told\n' });
    expect(ran.stderr).not.toContain('still pending');
  });

  test('Ctrl-C of an agent at a terminal withdraws the request', async () => {
    using gate = new Gate(holdTouch());
    const session = gate.session(TOUCH, { env: { CLAUDECODE: '1' } });
    await session.sees('waiting 1m57s');
    session.type('\u0003');
    const seen = await session.ended;
    expect(seen.screen).toContain('withdrawn');
    expect(seen.status).toBe(76);
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'withdrawn' }]);
  });
});

describe('the clock of a request', () => {
  test('`expires` ends it: 76, and its private file is removed', async () => {
    using gate = new Gate(holdTouch({ approvers: 'expires: 1s' }));
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toContain('expired: nobody decided in time');
    expect(ran.status).toBe(76);
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
    expect(gate.has('marker')).toBe(false);
  });

  test('a vote after it expired is too late: 76, nothing recorded', async () => {
    using gate = new Gate(holdTouch({ approvers: 'expires: 1s' }));
    const id = await gate.ask(TOUCH);
    expect(await gate.agent(['wait', id])).toMatchObject({ status: 76 });
    const late = await gate.person(['approve', id]);
    expect(late.screen).toContain('too late, nothing was recorded: expired');
    expect(late.status).toBe(76);
  });

  test('a grant that is not started within `start_within` lapses', async () => {
    using gate = new Gate(holdTouch({ approvers: 'start_within: 1s' }));
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    await expect.poll(async () => (await gate.record(id)).state, { timeout: 5000 }).toBe('lapsed');
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toContain('lapsed');
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });

  test('a question stops the clock, and the answer starts it where it stood', async () => {
    using gate = new Gate(holdTouch({ approvers: 'expires: 3s' }));
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['question', id, '-m', 'why here?'])).toMatchObject({ status: 0 });
    // It stands still for a day at most, and then goes on by itself.
    const { expires_at: far } = await gate.record(id);
    expect(Date.parse(String(far)) - Date.now()).toBeGreaterThan(23 * 3600 * 1000);
    expect(await gate.agent(['answer', id, '-m', 'tests'])).toMatchObject({ status: 0 });
    const { expires_at: again } = await gate.record(id);
    expect(Date.parse(String(again)) - Date.now()).toBeLessThan(3000);
    expect(await gate.agent(['wait', id])).toMatchObject({ status: 76 });
  });
});

describe('--resume ID', () => {
  test('runs what was approved with its own argv, directory, environment and input', async () => {
    using gate = new Gate(HOLD_ALL);
    const script = 'printf "%s|" "$0" "$@" "$COLOUR"; pwd';
    const id = await gate.ask(['--', 'sh', '-c', script, 'zero', '', 'two words', 'line\nbreak', 'ü'], {
      env: { COLOUR: 'blue' },
    });
    await gate.person(['approve', id]);
    const ran = await gate.agent(['--resume', id], { cwd: '/', env: { COLOUR: 'red' } });
    expect(ran).toMatchObject({ status: 0, stderr: '', stdout: `zero||two words|line\nbreak|ü|blue|${gate.home}\n` });
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  });

  test('gives the command the input that was judged, not the one it is resumed with', async () => {
    using gate = new Gate(HOLD_ALL);
    const id = await gate.ask(['--', 'sh'], { stdin: 'echo judged\n' });
    await gate.person(['approve', id]);
    expect(await gate.agent(['--resume', id], { stdin: 'echo forged\n' })).toMatchObject({
      status: 0,
      stdout: 'judged\n',
    });
  });

  test('is for the principal that asked: another is told that no such request is theirs', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    const other = await gate.agent(['--resume', id], { env: { CLAUDECODE: '', CURSOR_AGENT: '1' } });
    expect(other.stderr).toMatch(/no request of agent:cursor@\S+ has the id/);
    expect(other.status).toBe(64);
    const person = await gate.person(['--resume', id]);
    expect(person.status).toBe(64);
    expect(gate.has('marker')).toBe(false);
  });

  test('of a finished request is 76, because it ran already', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    await gate.agent(['--resume', id]);
    rmSync(join(gate.home, 'marker'));
    const again = await gate.agent(['--resume', id]);
    expect(again.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });

  test('while nobody has answered waits like the command itself, and two at once run it once', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const waiters = [gate.start(['--resume', id]), gate.start(['--resume', id])];
    for (const waiter of waiters) await waiter.says(`waits again as ${id.slice(-8)}`);
    await gate.person(['approve', id]);
    const ends = await Promise.all(waiters.map((waiter) => waiter.ended));
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 76]);
    expect(ends.find(({ status }) => status === 76)?.stderr).toContain('another waiter of the same request ran it');
  });

  test('of a question that is open says it again: 75', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['question', id, '-m', 'why?']);
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toMatch(/person:\S+ asks about \w{8}: why\?/);
    expect(ran.status).toBe(75);
  });

  test('by ten at once starts it exactly once', async () => {
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: shells, match: { tool: sh }, decision: hold, approvers: { from: [owners], count: 1 } }\n`,
    );
    const id = await gate.ask(['--', 'sh', '-c', 'echo ran >> log; sleep 0.2']);
    await gate.person(['approve', id]);
    const ends = await Promise.all(Array.from({ length: 10 }, () => gate.agent(['--resume', id])));
    expect(ends.map(({ status }) => status).sort()).toEqual([0, ...Array(9).fill(76)]);
    expect((await gate.shell('cat log')).stdout).toBe('ran\n');
  });

  test('whose private file is gone is 74 and says how to go on', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    rmSync(join(gate.home, 'held', `${id}.json`));
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toMatch(/private file of request .* cannot be read\n {2}run the command itself again/);
    expect(ran.status).toBe(74);
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
  });
});

describe('what changed between approval and start', () => {
  /** Approves, changes something, and starts again: 76 with what changed, and nothing runs. */
  async function changed(
    gate: Gate,
    command: readonly string[],
    change: () => unknown,
    says: string | RegExp,
  ): Promise<void> {
    const id = await gate.ask(['--', ...command]);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    await change();
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toMatch(says);
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
    expect((await gate.record(id)).state).toBe('changed');
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  }

  test('the program: nothing runs', async () => {
    using gate = new Gate(HOLD_ALL);
    const program = join(gate.home, 'program');
    writeFileSync(program, '#!/bin/sh\ntouch marker\n', { mode: 0o755 });
    await changed(
      gate,
      ['./program'],
      () => writeFileSync(program, '#!/bin/sh\ntouch marker # changed\n'),
      /the program .*\/program/,
    );
  });

  test('the program is gone: the grant ends, it does not lie around', async () => {
    using gate = new Gate(HOLD_ALL);
    const program = join(gate.home, 'program');
    writeFileSync(program, '#!/bin/sh\ntouch marker\n', { mode: 0o755 });
    await changed(gate, ['./program'], () => unlinkSync(program), /the program: .*not found/);
  });

  test('an input file: nothing runs', async () => {
    using gate = new Gate(HOLD_ALL);
    const script = join(gate.home, 'script.sh');
    writeFileSync(script, 'touch marker\n');
    await changed(gate, ['sh', 'script.sh'], () => writeFileSync(script, 'touch marker; id\n'), /script\.sh/);
  });

  test('the directory is gone: nothing runs', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.shell('mkdir sub');
    const id = await gate.ask(['--', 'touch', '../marker'], { cwd: join(gate.home, 'sub') });
    await gate.person(['approve', id]);
    rmSync(join(gate.home, 'sub'), { recursive: true });
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toContain('the current directory');
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });

  test('the policy now denies it: 77, and nothing runs', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    gate.policy(`${ALLOW}rules:\n  - { id: no-touch, match: { tool: touch }, decision: deny, reason: not any more }\n`);
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toMatch(/denied by policy[\s\S]*not any more/);
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  });

  test('the policy now asks for more: 76, and nothing runs', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    gate.policy(holdTouch().replace('count: 1', 'count: 2'));
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toContain('the policy: it now asks for more than was given');
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });
});

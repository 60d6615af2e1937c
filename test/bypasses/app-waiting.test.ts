import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { HOLD_ALL, onlyRequest, recorded } from './kit.ts';

const TOUCH = ['--', 'touch', 'mark'] as const;

describe('who waits, and who does not any more', () => {
  test('APP-07 part: another agent, another session and the person behind it cannot use the approval; names are claimed', async () => {
    using gate = new Gate(HOLD_ALL);
    // The pipeline's own request waits too, instead of being refused at once.
    writeFileSync(join(gate.home, 'config.yaml'), 'version: 1\npipelines: { wait: true }\n', { mode: 0o600 });
    const mine = { CLAUDE_CODE_SESSION_ID: 'one' };
    const id = await gate.ask(TOUCH, { env: mine });
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    const others = [
      { CLAUDE_CODE_SESSION_ID: 'two' },
      { CLAUDECODE: '', CURSOR_AGENT: '1' },
      { CLAUDECODE: '', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b' },
    ];
    for (const env of others) {
      const resumed = await gate.agent(['--resume', id], { env });
      expect(resumed.stderr).toContain('only the one who asked can run what was approved');
      expect(resumed.status).toBe(64);
      expect(await gate.ask(TOUCH, { env }), 'the same command is a request of its own').not.toBe(id);
    }
    expect(await gate.person(['--resume', id])).toMatchObject({ status: 64 });
    expect(gate.has('mark')).toBe(false);
    expect(await gate.record(id)).toMatchObject({ state: 'granted' });
    expect(await gate.agent(TOUCH, { env: mine })).toMatchObject({ status: 0 });
    expect(gate.has('mark')).toBe(true);
  });

  test('APP-11 a waiter that is gone has withdrawn nothing and runs nothing: only its own principal goes on, in time', async () => {
    using gate = new Gate(HOLD_ALL);
    for (const [index, signal] of (['SIGTERM', 'SIGHUP', 'SIGKILL'] as const).entries()) {
      const waiter = gate.start(['--', 'touch', `mark-${index}`]);
      await waiter.says('waits as');
      waiter.process.kill(signal);
      expect(await waiter.ended).toMatchObject({ signal });
      const { id, state } = await onlyRequest(gate);
      expect(state).toBe('pending');
      expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
      expect((await gate.record(id)).state, 'nobody is there to start it').toBe('granted');
      expect(gate.has(`mark-${index}`)).toBe(false);
      expect(await gate.agent(['--resume', id])).toMatchObject({ status: 0 });
      expect(gate.has(`mark-${index}`)).toBe(true);
    }
  });

  test('APP-11 Ctrl-C at a terminal is the requester taking it back: an approval afterwards is too late', async () => {
    using gate = new Gate(HOLD_ALL);
    const session = gate.session(TOUCH, { env: { CLAUDECODE: '1' } });
    await session.sees('then resume with');
    const { id } = await onlyRequest(gate);
    session.type('\u0003');
    expect(await session.ended).toMatchObject({ status: 76 });
    const late = await gate.person(['approve', id]);
    expect(late.screen).toMatch(/too late, nothing was recorded: withdrawn by agent:\S+: interrupted while waiting/);
    expect(late.status).toBe(76);
    expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76 });
    expect(gate.has('mark')).toBe(false);
  });

  test('APP-12 part: what a person denied is refused when it is asked again, with whose no it was; another argument is another request', async () => {
    using gate = new Gate(HOLD_ALL);
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['deny', id, '-m', 'not before the freeze ends'])).toMatchObject({ status: 0 });
    for (const args of [TOUCH, ['-m', 'other words', '--ticket', 'OPS-1', ...TOUCH], ['--no-wait', ...TOUCH]]) {
      const again = await gate.agent(args);
      expect(again.stderr).toMatch(
        new RegExp(
          `the same was denied a moment ago by person:\\S+: \\S+Z, ${id.slice(-8)}: not before the freeze ends\\n` +
            ' {2}the same is asked again ten minutes after the no',
        ),
      );
      expect(again).toMatchObject({ status: 77, stdout: '' });
    }
    const types = (await recorded(gate)).map(({ type, payload }) => `${type} ${String(payload['reason'] ?? '')}`);
    expect(
      types.filter((type) => type === 'request.denied cooling_down'),
      'each try is recorded',
    ).toHaveLength(3);
    expect(await gate.agent(['list', '--json'])).toMatchObject({ stdout: expect.stringContaining('"requests":[]') });
    expect(gate.has('mark')).toBe(false);
    await gate.ask(['--', 'touch', 'mark2']);
  });
});

describe('a flood', () => {
  test('UI-09 part: of two hundred requests of one agent twenty wait, and the rest is refused and recorded; other agents have a limit of their own', async () => {
    using gate = new Gate(HOLD_ALL);
    const ask = (index: number) => gate.agent(['--json', '--no-wait', '--', 'touch', `mark-${index}`]);
    const ends = [];
    // Eight at a time: the limit lies within a batch, where each saw room for one more.
    for (let index = 0; index < 200; index += 8) {
      ends.push(...(await Promise.all(Array.from({ length: 8 }, (_, offset) => ask(index + offset)))));
    }
    const waiting = ends.filter(({ status }) => status === 75);
    const refused = ends.filter(({ status }) => status === 77);
    expect([waiting.length, refused.length]).toEqual([20, 180]);
    for (const { stderr, stdout } of refused) {
      const last = JSON.parse(stderr.trim().split('\n').at(-1)!);
      expect(last).toMatchObject({ event: 'refused', ran: false, reason: 'too_many_open' });
      expect(last.hint).toContain('gate cancel ID');
      expect(stdout).toBe('');
    }
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toHaveLength(20);
    const all = await recorded(gate);
    expect(all.filter(({ payload }) => payload['reason'] === 'too_many_open')).toHaveLength(180);
    await gate.ask(TOUCH, { env: { CLAUDECODE: '', CURSOR_AGENT: '1' } });
    expect(readdirSync(join(gate.home, 'held')).filter((name) => name.endsWith('.json'))).toHaveLength(21);
  });
});

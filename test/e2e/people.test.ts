import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal } from '../kit/person.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;

describe('what people answer', () => {
  test('a denial ends it with 77, and the agent reads who denied and why', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(await gate.person(['deny', requests[0].id, '-m', 'not on a Friday'])).toMatchObject({ status: 0 });
    const ran = await waiter.ended;
    expect(ran.stderr).toMatch(/denied by person:\S+: not on a Friday/);
    expect(ran.stderr).toContain('ask-touch');
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  });

  test('a denial needs a reason: 64 without one', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const seen = await gate.person(['deny', id]);
    expect(seen.screen).toContain('-m, --message');
    expect(seen.status).toBe(64);
    expect((await gate.record(id)).state).toBe('pending');
  });

  test('a question ends the wait of an agent with 75 and its reason; after the answer the approval counts', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(['--json', ...TOUCH]);
    await waiter.says('"waiting"');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const { id } = requests[0];
    await gate.person(['question', id, '-m', 'which ticket?']);
    const ran = await waiter.ended;
    const last = JSON.parse(ran.stderr.trim().split('\n').at(-1)!);
    expect(last).toMatchObject({
      event: 'pending',
      ran: false,
      reason: 'question',
      status: 75,
      message: 'which ticket?',
    });
    expect(ran.status).toBe(75);
    expect(await gate.agent(['answer', id, '-m', 'OPS-7'])).toMatchObject({ status: 0 });
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    expect(await gate.record(id)).toMatchObject({
      state: 'finished',
      answers: [{ question: 'which ticket?', text: 'OPS-7' }],
    });
  });

  test('an approval given while a question is open counts once it is answered', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['question', id, '-m', 'why?']);
    const early = await gate.person(['approve', id]);
    expect(early.status).toBe(0);
    expect((await gate.record(id)).state).toBe('questioned');
    await gate.agent(['answer', id, '-m', 'because']);
    expect((await gate.record(id)).state).toBe('granted');
  });

  test('a second answer, or one to no question, is too late: 76', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const ran = await gate.agent(['answer', id, '-m', 'nobody asked']);
    expect(ran.stderr).toContain('too late, nothing was recorded: it is pending');
    expect(ran.status).toBe(76);
  });

  test('the requester cancels: the waiter ends 76, withdrawn', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(await gate.agent(['cancel', requests[0].id, '-m', 'found another way'])).toMatchObject({ status: 0 });
    const ran = await waiter.ended;
    expect(ran.stderr).toMatch(/withdrawn by agent:claude-code@\S+: found another way/);
    expect(ran.status).toBe(76);
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  });

  test('another agent cannot cancel it: 77', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const ran = await gate.agent(['cancel', id], { env: { CLAUDECODE: '', CURSOR_AGENT: '1' } });
    expect(ran.stderr).toContain('only the one who asked, or the person behind it');
    expect(ran.status).toBe(77);
    expect((await gate.record(id)).state).toBe('pending');
  });

  test('a grant that was revoked does not start: 76, and says by whom', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['approve', id]);
    expect(await gate.person(['revoke', id, '-m', 'changed my mind'])).toMatchObject({ status: 0 });
    const ran = await gate.agent(['--resume', id]);
    expect(ran.stderr).toMatch(/the grant was revoked before it started by person:\S+: changed my mind/);
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
    expect(readdirSync(join(gate.home, 'held'))).toEqual([]);
  });
});

describe('who may vote', () => {
  test('an agent may not: 77, with who gate thinks it is and why', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    for (const vote of [
      ['approve', id],
      ['deny', id, '-m', 'x'],
      ['question', id, '-m', 'x'],
    ]) {
      const ran = await gate.agent(vote);
      expect(ran.stderr).toMatch(
        /not recorded: agent:claude-code@\S+ is not a person, and only people vote\n {2}you are agent:.*CLAUDECODE is set/,
      );
      expect(ran.status).toBe(77);
    }
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('an agent that drops its marker under an agent process is still one, at a terminal too: 77', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    writeFileSync(join(gate.home, 'claude'), '#!/bin/sh\n"$gate" approve "$1"\nexit $?\n', { mode: 0o755 });
    const seen = await atTerminal(['./claude', id], { cwd: gate.home, env: { GATE_HOME: gate.home, gate: GATE } })
      .ended;
    expect(seen.screen).toContain('only people vote');
    expect(seen.screen).toContain('claude-code is among the parent processes');
    expect(seen.screen).toContain('its marker was removed from the environment');
    expect(seen.status).toBe(77);
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('a person without a terminal may not: 77', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const out = await atTerminal(['/bin/sh', '-c', `setsid -w "${GATE}" approve ${id} </dev/null 2>&1 | cat; true`], {
      cwd: gate.home,
      env: { GATE_HOME: gate.home },
    }).ended;
    expect(out.screen).toContain('there is no controlling terminal');
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('a vote from under gate does not count: 77, also at a terminal', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const seen = await gate.person(['--', 'sh', '-c', `GATE_HOME='${gate.home}' '${GATE}' approve ${id}; exit $?`]);
    expect(seen.screen).toContain('gate is among the parent processes');
    expect(seen.status).toBe(77);
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('a digest other than that of the request is 64, and nothing is recorded', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const seen = await gate.person(['approve', id, '--digest', 'ab'.repeat(32)]);
    expect(seen.screen).toMatch(/the digest of \S+ is not/);
    expect(seen.status).toBe(64);
    const digest = String((await gate.record(id))['digest']);
    expect(await gate.person(['approve', id, '--digest', digest])).toMatchObject({ status: 0 });
  });

  test('an id that nobody knows is 64', async () => {
    using gate = new Gate(holdTouch());
    const seen = await gate.person(['approve', 'deadbeef']);
    expect(seen.screen).toContain('no request has the id `deadbeef`');
    expect(seen.status).toBe(64);
  });

  test('a request that ended is 76 for every vote, and says how it ended', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['deny', id, '-m', 'no']);
    for (const vote of [
      ['approve', id],
      ['question', id, '-m', 'x'],
      ['deny', id, '-m', 'again'],
    ]) {
      const seen = await gate.person(vote);
      expect(seen.screen).toMatch(/too late, nothing was recorded: denied by person:\S+: no at \d{4}-/);
      expect(seen.status).toBe(76);
    }
  });

  test('nobody can approve what a person asks for when no people are configured: 77', async () => {
    using gate = new Gate(holdTouch());
    const seen = await gate.person(TOUCH);
    expect(seen.screen).toContain('nobody can approve this');
    expect(seen.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('nobody can approve what needs stronger evidence than exists here: 77', async () => {
    using gate = new Gate(holdTouch({ approvers: 'evidence: signed' }));
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toContain('nobody can approve this');
    expect(ran.status).toBe(77);
  });
});

describe('rules beyond people', () => {
  test('a denied command is 77, with what was understood, the rule, who can change it and what to do instead', async () => {
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: no-touch, match: { tool: touch }, decision: deny, reason: files are evil, suggest: use a pipe }\n`,
    );
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toMatch(/denied by policy[\s\S]*no-touch[\s\S]*files are evil/);
    expect(ran.stderr).toContain('use a pipe');
    expect(ran).toMatchObject({ status: 77, stdout: '' });
    expect(gate.has('marker')).toBe(false);
    const data = JSON.parse((await gate.agent(['--json', ...TOUCH])).stderr.trimEnd().split('\n').at(-1) ?? '');
    expect(data).toMatchObject({
      reason: 'rule',
      rules: ['no-touch'],
      understood: [expect.stringMatching(/^touch \(/)],
      change: [expect.stringContaining('test.yaml:')],
      ask: ['instead: use a pipe', expect.stringContaining('nobody can approve this')],
    });
  });

  test('a limit holds also under ten starts at once', async () => {
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: few, match: { tool: date }, decision: allow, limit: { count: 3, per: 1h, by: principal } }\n`,
    );
    const ends = await Promise.all(Array.from({ length: 10 }, () => gate.agent(['--', 'date'])));
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 0, 0, ...Array(7).fill(77)]);
    for (const { status, stderr, stdout } of ends) {
      if (status === 0) continue;
      expect(stderr).toContain('the limit of the rule is reached');
      expect(stdout).toBe('');
    }
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });

  test('a limit with --json ends with the reason `limit`', async () => {
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: once, match: { tool: date }, decision: allow, limit: { count: 1, per: 1h, by: principal } }\n`,
    );
    await gate.agent(['--', 'date']);
    const { stderr, status } = await gate.agent(['--json', '--', 'date']);
    expect(JSON.parse(stderr.trim().split('\n').at(-1)!)).toMatchObject({ ran: false, reason: 'limit', status: 77 });
    expect(status).toBe(77);
  });

  test('observe mode prints one line and runs', async () => {
    using gate = new Gate(`mode: observe\n${holdTouch()}`);
    const ran = await gate.agent(TOUCH);
    expect(ran).toMatchObject({ status: 0, stdout: '', stderr: 'gate: only observing: would hold by ask-touch\n' });
    expect(gate.has('marker')).toBe(true);
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'finished', decision: 'hold' }]);
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });

  test('one rule can observe while the others decide', async () => {
    using gate = new Gate(
      `${ALLOW}rules:\n  - { id: watch, match: { tool: touch }, decision: deny, mode: observe }\n  - { id: no-rm, match: { tool: rm }, decision: deny }\n`,
    );
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 77 });
    expect(gate.has('marker')).toBe(true);
  });
});

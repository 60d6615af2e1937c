import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { sitDown } from '../kit/people.ts';
import { atTerminal } from '../kit/person.ts';
import { ALLOW } from '../kit/policies.ts';

const GROUPS = { sre: ['bob', 'cy'], oncall: ['ann'], dba: ['dee'] };
const rule = (id: string, approvers: string) =>
  `  - { id: ${id}, match: { tool: touch }, decision: hold, approvers: { ${approvers} } }\n`;
const BREAKABLE = `${ALLOW}rules:\n${rule('ask', 'from: [sre], count: 1, break_glass: [oncall]')}`;
const BREAK = ['--break-glass', '-m', 'the site is down', '--', 'touch', 'marker'] as const;

function annAt(policy: string): Gate {
  const gate = new Gate(policy);
  sitDown(gate, 'ann', GROUPS);
  return gate;
}

describe('--break-glass', () => {
  test('runs at once what is held, says so loudly, and stays open for review', async () => {
    using gate = annAt(BREAKABLE);
    const { status, screen } = await gate.person(BREAK);
    expect(screen).toContain('gate: BREAK-GLASS: runs now without approval, as person:ann: the site is down');
    expect(screen).toMatch(/reviewed, with `gate review \w{8}`, by one of: person:bob, person:cy/);
    expect(status).toBe(0);
    expect(gate.has('marker')).toBe(true);
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'finished', principal: 'person:ann' }]);
    const { events } = await gate.record(requests[0].id);
    expect(events.map(({ type }) => type)).toEqual([
      'request.submitted',
      'request.decided',
      'request.broken',
      'run.started',
      'run.finished',
    ]);
    expect(events[2]).toMatchObject({
      payload: { by: 'person:ann', why: 'the site is down', told: ['person:bob', 'person:cy'] },
    });
  });

  test('is reviewed by somebody who could have approved it, never by the one who ran it', async () => {
    using gate = annAt(BREAKABLE);
    expect(await gate.person(BREAK)).toMatchObject({ status: 0 });
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const { id } = requests[0];
    expect(await gate.person(['review', id, '-m', 'it was fine'])).toMatchObject({ status: 77 });
    sitDown(gate, 'bob', GROUPS);
    expect(await gate.person(['review', id, '-m', 'the site was down'])).toMatchObject({ status: 0 });
    expect(await gate.agent(['list', '--json'])).toMatchObject({ stdout: expect.stringContaining('"requests":[]') });
    const { events } = await gate.record(id);
    expect(events.at(-1)).toMatchObject({
      type: 'request.reviewed',
      payload: { by: 'person:bob', verdict: 'justified', text: 'the site was down' },
    });
  });

  test('the events say break_glass and who must review it', async () => {
    using gate = annAt(BREAKABLE);
    const { screen } = await gate.person(['--json', ...BREAK]);
    const lines = screen
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event }) => event)).toEqual(['submitted', 'granted', 'started', 'finished']);
    expect(lines[1]).toMatchObject({
      by: [],
      acknowledged: false,
      standing: null,
      break_glass: true,
      review_by: ['person:bob', 'person:cy'],
    });
  });

  test('of a request that waits already lets that one run', async () => {
    using gate = annAt(BREAKABLE);
    const session = gate.session(['--', 'touch', 'marker']);
    await session.sees('waits as');
    const ends = await Promise.all([gate.person(BREAK), session.ended]);
    // Whichever is faster runs it, and says so.
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 76]);
    expect(ends.find(({ status }) => status === 0)?.screen).toContain('BREAK-GLASS');
    expect(ends.find(({ status }) => status === 76)?.screen).toContain('another waiter of the same request ran it');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toHaveLength(1);
  });

  test('an agent may not, nor a person under one, nor one without a terminal: 77', async () => {
    using gate = annAt(BREAKABLE);
    const agent = await gate.agent(BREAK);
    expect(agent.stderr).toMatch(/not to be run under break-glass: agent:\S+ is not a person/);
    expect(agent.stderr).toContain('only a person at a terminal may');
    expect(agent.status).toBe(77);
    const headless = await atTerminal(
      ['/bin/sh', '-c', `setsid -w "$gate" --break-glass -m now -- touch marker </dev/null 2>&1 | cat`],
      { cwd: gate.home, env: { GATE_HOME: gate.home, gate: `${process.cwd()}/dist/gate` } },
    ).ended;
    expect(headless.screen).toContain('there is no controlling terminal');
    const under = await gate.person(['--', 'sh', '-c', `"$gate" --break-glass -m now -- touch marker`], {
      env: { gate: `${process.cwd()}/dist/gate` },
    });
    expect(under.screen).toContain('an agent, a pipeline or gate is among the parent processes');
    expect(gate.has('marker')).toBe(false);
  });

  test('where one of two rules does not name them: 77, and nothing runs', async () => {
    using gate = annAt(`${BREAKABLE}${rule('also', 'from: [dba], count: 1')}`);
    const { status, screen } = await gate.person(BREAK);
    expect(screen).toContain('a rule that holds it does not name you in `break_glass`');
    expect(status).toBe(77);
    expect(gate.has('marker')).toBe(false);
    expect(await gate.agent(['list', '--json'])).toMatchObject({ stdout: expect.stringContaining('"requests":[]') });
  });

  test('a deny cannot be broken, and what is allowed runs as always', async () => {
    using denied = annAt(`${BREAKABLE}  - { id: never, match: { tool: touch }, decision: deny }\n`);
    const no = await denied.person(BREAK);
    expect(no.screen).toContain('denied by policy');
    expect(no.status).toBe(77);
    using allowed = annAt(ALLOW);
    const yes = await allowed.person(BREAK);
    expect(yes.screen).not.toContain('BREAK-GLASS');
    expect(yes.status).toBe(0);
  });

  test('without a reason, or with --resume, is a mistake in the command line: 64', async () => {
    using gate = annAt(BREAKABLE);
    for (const [args, says] of [
      [['--break-glass', '--', 'touch', 'marker'], '--break-glass needs -m'],
      [['--break-glass', '-m', '  ', '--', 'touch', 'marker'], '--break-glass needs -m'],
      [['--break-glass', '-m', 'x', '--resume', 'abcdef12'], '--break-glass takes a command'],
    ] as const) {
      const seen = await gate.person(args);
      expect(seen.screen).toContain(says);
      expect(seen.status).toBe(64);
    }
    expect(gate.has('marker')).toBe(false);
  });
});

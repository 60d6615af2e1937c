import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { GATE, Gate } from '../kit/gate.ts';
import { allPages, atTerminal, typeAt } from '../kit/person.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const ENTER = 'anything else is no: ';

/** Every `touch` and `rm` of an agent waits. */
const HOLD_BOTH = `${holdTouch()}  - id: ask-rm
    match: { tool: rm }
    decision: hold
    approvers: { from: [owners], count: 1 }
    reason: files are removed by people
`;

async function state(gate: Gate, id: string): Promise<string> {
  return (await gate.record(id)).state;
}

describe('approving one request', () => {
  test('the whole card is shown first, and y and Enter is a yes', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['-m', 'the marker is missing', ...TOUCH]);
    const session = gate.session(['approve', id], { rows: 200 });
    await typeAt(session, 'approve? type y and Enter; anything else is no: ', 'y');
    const { status, screen } = await session.ended;
    for (const said of [
      'touch marker',
      '[write]',
      `directory    ${gate.home}`,
      'words of the requester, checked by nobody',
      'intent       the marker is missing',
      String((await gate.record(id))['digest']),
      'acknowledged by the owner',
    ]) {
      expect(screen.replaceAll('\r', '')).toContain(said);
    }
    expect(screen.indexOf('the marker is missing')).toBeLessThan(screen.indexOf(ENTER));
    expect(status).toBe(0);
    expect(await state(gate, id)).toBe('granted');
  });

  test.each([
    ['Enter alone', ''],
    ['n', 'n'],
    ['another word', 'yess'],
  ])('%s is no approval: 77, and the request goes on', async (_what, typed) => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const session = gate.session(['approve', id], { rows: 200 });
    await typeAt(session, ENTER, typed);
    const { status, screen } = await session.ended;
    expect(screen).toContain('not approved, nothing was recorded');
    expect(status).toBe(77);
    expect(await gate.record(id)).toMatchObject({ state: 'pending', votes: [] });
  });

  test('Ctrl-C leaves the request as it is: 76', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const session = gate.session(['approve', id], { rows: 200 });
    await session.sees(ENTER);
    session.type('\u0003');
    const { status, screen } = await session.ended;
    expect(screen).toContain('not approved, nothing was recorded');
    expect(status).toBe(76);
    expect(await state(gate, id)).toBe('pending');
  });

  test('what is grave asks for the code of the request, which the list and the card show', async () => {
    using gate = new Gate(HOLD_BOTH);
    const id = await gate.ask(['--', 'rm', 'marker']);
    const { code } = JSON.parse((await gate.agent(['list', '--json'])).stdout).requests[0];
    const plain = gate.session(['approve', id], { rows: 200 });
    await typeAt(plain, ENTER, 'y');
    expect(await plain.ended).toMatchObject({ status: 77 });
    const session = gate.session(['approve', id], { rows: 200 });
    await typeAt(
      session,
      `type its code ${code} and Enter; anything else is no: `,
      code.toLowerCase().replace('-', ''),
    );
    expect(await session.ended).toMatchObject({ status: 0, screen: expect.stringContaining('acknowledged') });
  });

  test('with --digest nothing is asked', async () => {
    using gate = new Gate(HOLD_BOTH);
    const id = await gate.ask(['--', 'rm', 'marker']);
    const digest = String((await gate.record(id))['digest']);
    const seen = await gate.person(['approve', id, '--digest', digest.slice(7, 19)]);
    expect(seen).toMatchObject({ status: 0, screen: expect.stringContaining('rm marker') });
    expect(seen.screen).not.toContain(ENTER);
    const short = await gate.ask(['--', 'rm', 'other']);
    const eleven = String((await gate.record(short))['digest']).slice(7, 18);
    expect(await gate.person(['approve', short, '--digest', eleven])).toMatchObject({ status: 64 });
  });

  test('too late says who decided, and when', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    const again = await gate.person(['approve', id]);
    expect(again.screen).toMatch(
      /too late, nothing was recorded: acknowledged by the owner person:\S+ at \d{4}-\S+; it is granted/,
    );
    expect(again.status).toBe(76);
  });

  test('somebody who decides while another reads is told of, and nothing is counted twice', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const session = gate.session(['approve', id], { rows: 200 });
    await session.sees(ENTER);
    expect(await gate.person(['deny', id, '-m', 'no'])).toMatchObject({ status: 0 });
    await typeAt(session, ENTER, 'y');
    const late = await session.ended;
    expect(late.screen).toMatch(/too late, nothing was recorded: denied by person:\S+: no at/);
    expect(late.status).toBe(76);
    expect(await state(gate, id)).toBe('denied');
  });

  test('an expired one is told from one that nobody knows', async () => {
    using gate = new Gate(holdTouch({ approvers: 'expires: 1s' }));
    const id = await gate.ask(TOUCH);
    const wait = await gate.agent(['wait', id]);
    expect(wait.status).toBe(76);
    const seen = await gate.person(['approve', id]);
    expect(seen.screen).toMatch(/too late, nothing was recorded: expired: nobody decided in time at/);
    expect(seen.status).toBe(76);
    expect(await gate.person(['approve', 'deadbeef'])).toMatchObject({
      status: 64,
      screen: expect.stringContaining('no request has the id'),
    });
  });
});

describe('UI-14 the terminal', () => {
  test('UI-14 a small one shows every page before the question', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const session = gate.session(['approve', id], { cols: 80, rows: 24 });
    await session.sees(/page 1 of \d+/);
    expect(session.screen()).not.toContain(ENTER);
    // All at once, and blind: each page is deaf until somebody can have read it.
    session.type('\r'.repeat(40));
    session.type('y\r');
    await allPages(session, () => session.screen().includes(ENTER));
    expect(await state(gate, id)).toBe('pending');
    await typeAt(session, ENTER, 'y');
    expect(await session.ended).toMatchObject({ status: 0 });
  });

  test.each([
    [79, 24],
    [80, 23],
    [20, 5],
  ])('UI-14 one of %i columns and %i rows approves nothing: 69', async (cols, rows) => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const seen = await gate.session(['approve', id], { cols, rows }).ended;
    expect(seen.screen.replaceAll('\r\n', '')).toContain('the terminal is too small');
    expect(seen.status).toBe(69);
    expect(await state(gate, id)).toBe('pending');
  });

  test('UI-14 NO_COLOR and a dumb terminal get no colour, others do', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const colored = async (...variables: string[]) => {
      const env = { GATE_HOME: gate.home };
      const { ended } = atTerminal(['/usr/bin/env', ...variables, GATE, 'show', id], { cwd: gate.home, env });
      return (await ended).screen.includes('\x1b[3');
    };
    expect(await colored()).toBe(true);
    expect(await colored('NO_COLOR=1')).toBe(false);
    expect(await colored('TERM=dumb')).toBe(false);
  });
});

describe('an approval that stands', () => {
  test('shows what it would cover before the question, is listed with its uses, and can be taken back', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    const session = gate.session(['approve', id, '--for', '15m'], { rows: 200 });
    await session.sees('and for 15m after this, without asking');
    await typeAt(session, 'approve for 15m? type y and Enter; anything else is no: ', 'y');
    const approved = await session.ended;
    expect(approved.screen).toContain('`gate grants` lists what stands');
    expect(approved.status).toBe(0);
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });

    const data = JSON.parse((await gate.agent(['grants', '--json'])).stdout);
    expect(SCHEMAS.grants.safeParse(data)).toMatchObject({ success: true });
    expect(data.grants).toHaveLength(1);
    expect(data.grants[0]).toMatchObject({ state: 'standing', request: id });
    const listed = await gate.agent(['grants']);
    expect(listed.stdout).toMatch(/^[0-9a-f]{8} {2}ends in 1[45]m\S* {2}touch /);

    const grant = data.grants[0].id;
    const revoked = await gate.person(['grants', 'revoke', grant, '-m', 'enough']);
    expect(revoked).toMatchObject({ status: 0, screen: expect.stringContaining('revoked') });
    expect((await gate.agent(['--no-wait', ...TOUCH])).status).toBe(75);
    expect(await gate.agent(['grants'])).toMatchObject({ status: 0, stdout: '' });
    expect((await gate.agent(['grants', '--all'])).stdout).toMatch(/revoked by person:\S+ at \S+: enough/);
    expect(await gate.person(['grants', 'revoke', grant, '-m', 'x'])).toMatchObject({ status: 76 });
    expect(await gate.person(['grants', 'revoke', 'deadbeef', '-m', 'x'])).toMatchObject({ status: 64 });
  });

  test('longer than its rule allows is 64 before anything is asked', async () => {
    using gate = new Gate(holdTouch({ approvers: 'standing: 5m' }));
    const id = await gate.ask(TOUCH);
    const seen = await gate.session(['approve', id, '--for', '2h'], { rows: 200 }).ended;
    expect(seen.screen).toContain('may stand for 5m at most');
    expect(seen.status).toBe(64);
    expect(await state(gate, id)).toBe('pending');
  });
});

describe('several at once', () => {
  test('a table with whole commands, one question with their number, and a result for each', async () => {
    using gate = new Gate(HOLD_BOTH);
    const long = `file-${'x1'.repeat(150)}-end`;
    const one = await gate.ask(['--', 'touch', 'a']);
    const two = await gate.ask(['--', 'touch', long]);
    const grave = await gate.ask(['--', 'rm', 'b']);
    const ids = [one, two, grave, 'deadbeef'];
    const session = gate.session(['approve', ...ids, '--json'], { rows: 200, cols: 400 });
    await typeAt(session, 'approve these 2? type 2 and Enter; anything else is no: ', '2');
    const { status, screen } = await session.ended;
    expect(screen).toContain(long);
    expect(screen).toContain(`not in it: ${grave.slice(-8)}: left out`);
    expect(status).toBe(77);
    const data = JSON.parse(/^\{.*\}$/m.exec(screen.replaceAll('\r', ''))![0]);
    expect(SCHEMAS.results.safeParse(data)).toMatchObject({ success: true });
    const outcomes = Object.fromEntries(
      data.results.map((each: { id: string; outcome: string }) => [each.id, each.outcome]),
    );
    expect(outcomes).toEqual({ [one]: 'recorded', [two]: 'recorded', [grave]: 'left_out', deadbeef: 'unknown' });
    expect(await Promise.all([one, two, grave].map((id) => state(gate, id)))).toEqual([
      'granted',
      'granted',
      'pending',
    ]);
  });

  test.each(['', 'y', '3', 'all'])('the answer %j approves none of two', async (typed) => {
    using gate = new Gate(holdTouch());
    const ids = [await gate.ask(['--', 'touch', 'a']), await gate.ask(['--', 'touch', 'b'])];
    const session = gate.session(['approve', ...ids], { rows: 200 });
    await typeAt(session, 'anything else is no: ', typed);
    expect(await session.ended).toMatchObject({ status: 77 });
    expect(await Promise.all(ids.map((id) => state(gate, id)))).toEqual(['pending', 'pending']);
  });

  test('there is no word for all of them, and --digest and --for are for one', async () => {
    using gate = new Gate(holdTouch());
    const ids = [await gate.ask(['--', 'touch', 'a']), await gate.ask(['--', 'touch', 'b'])];
    for (const args of [['all'], ['*'], [...ids, '--for', '5m'], [...ids, '--digest', 'ab'.repeat(32)]]) {
      expect(await gate.session(['approve', ...args]).ended).toMatchObject({ status: 64 });
    }
    expect(await Promise.all(ids.map((id) => state(gate, id)))).toEqual(['pending', 'pending']);
  });

  test('several are denied with one reason', async () => {
    using gate = new Gate(HOLD_BOTH);
    const ids = [await gate.ask(['--', 'touch', 'a']), await gate.ask(['--', 'rm', 'b'])];
    const seen = await gate.person(['deny', 'deadbeef', ...ids, '-m', 'not today']);
    expect(seen.screen).toContain('deadbeef: no request has the id');
    expect(seen.status).toBe(64);
    expect(await Promise.all(ids.map((id) => state(gate, id)))).toEqual(['denied', 'denied']);
  });
});

describe('the list', () => {
  test('says how long it waits, how long it may still, and how often it was asked for', async () => {
    using gate = new Gate(holdTouch());
    await gate.ask(TOUCH);
    await gate.ask(TOUCH);
    await gate.ask(TOUCH);
    const { stdout } = await gate.agent(['list']);
    expect(stdout).toMatch(
      /^[0-9a-f]{8} {2}pending {2}\d+s ago {2}(59m|1h) left {2}x3 {2}agent:\S+ {2}touch marker\n$/,
    );
    const data = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(SCHEMAS.list.safeParse(data)).toMatchObject({ success: true });
    expect(data.requests[0]).toMatchObject({
      repeated: 2,
      break_glass: null,
      code: expect.stringMatching(/^\w{3}-\w{3}$/),
    });
  });

  test('UI-09 a flood is one line', async () => {
    using gate = new Gate(holdTouch());
    const script = 'for i in $(seq 24); do "$gate" --no-wait -- touch file-$i; done; true';
    await gate.shell(script);
    for (const args of [['list'], ['list', '--all']]) {
      const { stdout } = await gate.agent(args);
      expect(stdout).toMatch(/^4 requests of agent:\S+ were refused: too many open$/m);
      expect(stdout.trimEnd().split('\n')).toHaveLength(20 + 1);
    }
    const { refused: said } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(said).toMatchObject([{ reason: 'too_many_open', count: 4 }]);
  });

  test('a run under break-glass is marked until somebody else has reviewed it', async () => {
    using gate = new Gate(
      `${ALLOW}rules:
  - id: ask-touch
    match: { tool: touch }
    decision: hold
    approvers: { from: [sre], count: 1, break_glass: [sre] }
    reason: files are made by people
`,
    );
    const here = `${userInfo().username}@${hostname()}`;
    const people = (ann: string, bob: string) =>
      writeFileSync(
        join(gate.home, 'config.yaml'),
        `version: 1\npeople:\n  ann: { os: ["${ann}"] }\n  bob: { os: ["${bob}"] }\ngroups:\n  sre: [ann, bob]\n`,
        { mode: 0o600 },
      );
    people(here, 'bob-of-tests');
    expect(await gate.person(['--break-glass', '-m', 'it burns', ...TOUCH])).toMatchObject({ status: 0 });
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const { id } = requests[0];
    expect(requests).toMatchObject([{ state: 'finished', break_glass: { by: 'person:ann', reviewed: false } }]);
    expect((await gate.agent(['list'])).stdout).toMatch(
      /^![0-9a-f]{8} {2}finished .* review it {2}person:ann {2}touch marker$/m,
    );
    const colored = await gate.session(['list'], { env: { NO_COLOR: '' } }).ended;
    expect(colored.screen).toContain(`\x1b[31m!${id.slice(-8)}`);
    expect((await gate.agent(['show', id])).stdout).toMatch(
      /^BREAK-GLASS +run without the votes by person:ann; NOT REVIEWED$/m,
    );

    // The one who ran it cannot.
    expect(await gate.person(['review', id, '-m', 'fine'])).toMatchObject({ status: 77 });
    people('ann-of-tests', here);
    const reviewed = await gate.person(['review', id, '-m', 'could have waited', '--not-justified']);
    expect(reviewed).toMatchObject({ status: 0, screen: expect.stringContaining('reviewed: not justified') });
    expect((await gate.agent(['list'])).stdout).toBe('');
    expect((await gate.agent(['show', id])).stdout).toContain(
      'reviewed by person:bob: not justified: could have waited',
    );
    const again = await gate.person(['review', id, '-m', 'x']);
    expect(again).toMatchObject({ status: 76, screen: expect.stringContaining('person:bob reviewed it at') });
  });
});

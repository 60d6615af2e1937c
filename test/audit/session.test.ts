import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { AFTER_MILLISECONDS } from '../../src/audit/after-the-no.ts';
import { type SessionRecord, SessionTimeline } from '../../src/audit/session.ts';
import { Sessions } from '../../src/audit/sessions.ts';
import { auditSession } from '../../src/cli/audit-session.ts';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import type { PolicySet } from '../../src/policy/policy-set.ts';
import { LogReader } from '../../src/store/reader.ts';
import { type Called, seenCall } from '../kit/calls.ts';
import { effort } from '../kit/effort.ts';
import { type Asked, directory, Queue, submission } from '../kit/queue.ts';
import { policies } from '../policy/build.ts';

const ANN = 'person:ann';
const BOB = 'person:bob';
const people = directory({ sre: [BOB] });
const S = '5f0c2a1e-0000-4000-8000-000000000001';

let packs: PolicySet;
let observing: PolicySet;
beforeAll(async () => {
  const text = (mode: string) => `version: 1
${mode}packs: [baseline, postgres, kubernetes, git, files]
rules:
  - { id: no-drop, match: { tool: psql, effects: [destroy] }, decision: deny, reason: tables are not dropped }
`;
  packs = await policies({ user: text('') });
  observing = await policies({ user: text('mode: observe\n') });
});

async function see(queue: Queue, text: string, called: Called = {}, by = packs): Promise<number> {
  return queue.broker.see(await seenCall(text, by, { session: S, ...called }));
}

/** Asks, lets somebody approve it when it is held, and runs it to its end. */
async function run(queue: Queue, asked: Asked, code = 0): Promise<string> {
  const whole = submission(asked, queue.now);
  const answer = await queue.broker.submit(whole);
  if (answer.kind !== 'pending') throw new Error(JSON.stringify(answer));
  queue.pass(40);
  await queue.vote(answer.request, BOB);
  const receipt = await queue.broker.start(whole, { kind: 'granted', request: answer.request } as never, undefined);
  if ('kind' in receipt) throw new Error(JSON.stringify(receipt));
  queue.pass(2);
  await queue.broker.finish(receipt, { kind: 'exited', code, milliseconds: 1200 } as never);
  return answer.request;
}

function recordOf(queue: Queue, session = S): SessionRecord {
  return read(queue, new SessionTimeline(session)).record();
}

function read<Into extends { add: SessionTimeline['add'] }>(queue: Queue, into: Into): Into {
  const reader = new LogReader(join(queue.home, 'audit.db'));
  try {
    for (const entry of reader.entries()) into.add(entry);
    return into;
  } finally {
    reader.close();
  }
}

async function printed(queue: Queue, id?: string, more: { json?: boolean; color?: boolean } = {}): Promise<string> {
  let out = '';
  const database = join(queue.home, 'audit.db');
  const options = { database, ...(id === undefined ? {} : { id }), sinceSeconds: 86_400, color: false, now: queue.now };
  expect(
    await auditSession(
      { ...options, ...more },
      {
        stdout: (text) => {
          out += text;
        },
      },
    ),
  ).toBe(0);
  return out;
}

describe('a session', () => {
  it('is what ran, what was stopped, and what was tried next', async () => {
    using queue = new Queue(people);
    await see(queue, 'git status', { description: 'look around' });
    queue.pass(5);
    const call = await see(queue, 'kubectl label pod web-0 tier=front', { description: 'label the pod' });
    queue.pass(1);
    const request = await run(queue, { argv: ['kubectl', 'label', 'pod', 'web-0', 'tier=front'], call });
    queue.pass(60);
    await see(queue, 'psql -d shop -c "drop table payments"');
    queue.pass(20);
    await see(queue, 'psql -d shop -c "truncate payments"');
    queue.pass(20);
    await see(queue, 'cat README.md');

    const { lines, unread } = recordOf(queue);
    expect(unread).toBe(0);
    expect(lines).toMatchObject([
      { command: 'git status', result: 'passed', description: 'look around', request: undefined, after: undefined },
      {
        command: 'kubectl label pod web-0 tier=front',
        ...{ call, request, result: 'finished', voters: [BOB], waited: 40_000, code: 0, ran: 1200, after: undefined },
      },
      { result: 'denied', decision: { kind: 'deny', rules: ['no-drop'] }, ended: { reason: 'rule' } },
      { result: 'denied', after: { line: 2, milliseconds: 20_000, because: 'same_target' } },
      { command: 'cat README.md', result: 'passed', after: undefined },
    ]);

    const text = await printed(queue, S);
    expect(text).toBe(`session ${S} of agent:claude-code@ann
5 commands, 2 passed, 1 run by gate, 1 held, 2 stopped, 1 tried next

2026-01-01 (UTC)
00:00:00  passed    git status
                    in /home/ann/shop
                    "look around"
00:00:05  ran       kubectl label pod web-0 tier=front
                    "label the pod"
                    held by rule-0; approved by person:bob after 40s; exit 0 in
                    1.2s
00:01:48  DENIED    psql -d shop -c "drop table payments"
                    denied by no-drop: tables are not dropped
00:02:08  DENIED    psql -d shop -c "truncate payments"
                    denied by no-drop: tables are not dropped
                    TRIED NEXT, 20s after 00:01:48 was stopped: the same target
00:02:28  passed    cat README.md
`);
    const data = JSON.parse(await printed(queue, S, { json: true }));
    SCHEMAS['audit-session'].parse(data);
    expect(data.lines[1]).toMatchObject({ call, request, result: 'finished', waited_ms: 40_000, ran_ms: 1200 });
    expect(data.lines[3].after).toEqual({ line: 2, milliseconds: 20_000, because: 'same_target' });
  });

  it('is read in 80 columns, in colour only where it is wanted, and found by how its id begins', async () => {
    using queue = new Queue(people);
    await see(queue, `psql -d shop -c "drop table ${'x'.repeat(500)}"`, { description: 'word '.repeat(100) });
    const text = await printed(queue, S.slice(0, 8));
    expect(text).toContain('more characters]');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
    expect(await printed(queue, S, { color: true })).toContain('\u001b[31mDENIED');
    expect(JSON.parse(await printed(queue, S, { json: true })).lines[0].command).toContain('x'.repeat(500));
    await expect(printed(queue, 'nope')).rejects.toMatchObject({ code: 'UNKNOWN_REQUEST' });
    await see(queue, 'true', { session: S.replace('0001', '0002') });
    await expect(printed(queue, S.slice(0, 8))).rejects.toThrow('several sessions begin with');
  });

  it('says how each command ended, whatever the way', async () => {
    using queue = new Queue(people);
    const session = { session: S };
    const ask = (name: string, more: Asked = {}) =>
      queue.ask({ argv: ['kubectl', 'label', 'pod', name], principal: session, ...more });
    await see(queue, 'kubectl delete ns a', { answer: 'blocked' });
    await see(queue, 'kubectl delete ns b', { answer: 'rewritten' });
    const denied = await ask('denied', { intent: 'because' });
    queue.pass(9);
    await queue.vote(denied, BOB, { vote: 'deny', text: 'not now' });
    await queue.broker.withdraw(await ask('withdrawn'), { by: 'agent:claude-code@ann' });
    await ask('waits');
    const asked = await ask('asked');
    await queue.broker.ask(asked, { by: BOB, text: 'why?' });
    const expired = await ask('late', { expiresSeconds: 5 });
    queue.pass(10);
    expect(await queue.state(expired)).toBe('expired');
    const revoked = await ask('revoked');
    await queue.vote(revoked, BOB);
    await queue.broker.revoke(revoked, { by: BOB, text: 'changed my mind' });

    const results = recordOf(queue).lines.map(({ result }) => result);
    expect(results).toEqual([
      ...['blocked', 'handed', 'denied', 'withdrawn', 'pending', 'questioned', 'expired', 'revoked'],
    ]);
    const text = await printed(queue, S);
    expect(text).toMatch(/DENIED {4}kubectl label pod denied\n.*\n {20}asks: "because"\n/);
    expect(text).toContain('held by rule-0; DENIED by person:bob after 9.0s: "not now"');
    expect(text.replace(/\n {20}/g, ' ')).toContain('revoked by person:bob: "changed my mind"');
    expect(text).toContain('handed to gate, which was never started');
    expect(text).toContain('a question about it is open');
  });

  it('keeps two sessions apart that ran at the same time', async () => {
    using queue = new Queue(people);
    const other = 'other-session';
    for (let n = 0; n < 4; n++) {
      await see(queue, `echo mine ${n}`);
      await see(queue, `echo theirs ${n}`, { session: other });
      queue.pass(1);
    }
    const call = await see(queue, 'kubectl delete ns payments');
    await run(queue, { argv: ['kubectl', 'label', 'pod', 'theirs'], principal: { session: other } });
    await run(queue, { argv: ['bash', '-c', 'kubectl delete ns payments'], call });
    expect(recordOf(queue).lines.map(({ command, argv }) => command ?? argv)).toEqual([
      ...[0, 1, 2, 3].map((n) => `echo mine ${n}`),
      'kubectl delete ns payments',
    ]);
    expect(recordOf(queue, other).lines).toHaveLength(5);
    const list = read(queue, new Sessions()).list();
    expect(list).toMatchObject([
      { session: S, calls: 5, passed: 4, requests: 1, runs: 1, held: 1, denied: 0, harnesses: ['claude-code'] },
      { session: other, calls: 4, passed: 4, requests: 1, runs: 1, held: 1, denied: 0, owners: [ANN] },
    ]);
  });

  it('shows a request that says it is a call of another session in both, and what it really ran', async () => {
    using queue = new Queue(people);
    const call = await see(queue, 'kubectl delete ns a');
    await run(queue, { argv: ['kubectl', 'delete', 'ns', 'b'], call, principal: { session: 'mine' } });
    expect(recordOf(queue).lines).toMatchObject([{ call, command: 'kubectl delete ns a', result: 'finished' }]);
    expect(await printed(queue, S)).toContain('as kubectl delete ns b');
    expect(recordOf(queue, 'mine').lines).toMatchObject([{ call, command: undefined, result: 'finished' }]);
  });

  it('a second request that names the same call is a line of its own', async () => {
    using queue = new Queue(people);
    const call = await see(queue, 'kubectl label pod a', { answer: 'rewritten' });
    const first = await queue.ask({ argv: ['kubectl', 'label', 'pod', 'a'], call });
    await queue.vote(first, BOB, { vote: 'deny' });
    queue.pass(700);
    await queue.ask({ argv: ['kubectl', 'label', 'pod', 'a'], call });
    expect(recordOf(queue).lines.map(({ result }) => result)).toEqual(['denied', 'pending']);
  });

  it('marks what was only observed', async () => {
    using queue = new Queue(people);
    await see(queue, 'psql -d shop -c "drop table payments"', {}, observing);
    expect(recordOf(queue).lines).toMatchObject([{ result: 'passed', decision: { kind: 'deny', observed: true } }]);
    const text = await printed(queue, S);
    expect(text).toContain('1 only observed');
    expect(text).toMatch(/observed {2}psql[^\n]*\n.*\n {20}would deny by no-drop; ran\n/);
    expect(await printed(queue)).toContain('1 command would have been held or denied');
  });

  it('escapes whatever requesters, harnesses and people say', async () => {
    using queue = new Queue(people);
    const nasty = '\u001b]0;title\u0007\u202e\u009b31m\nDENIED  forged';
    await see(queue, `echo '${nasty}'`, {
      ...{ session: `${S}${nasty}`, description: nasty, agentType: nasty, cwd: `/tmp/${nasty}` },
      principal: { id: `agent:${nasty}` },
    });
    const id = await queue.ask({
      ...{ argv: ['kubectl', nasty], intent: nasty, principal: { session: `${S}${nasty}` } },
    });
    await queue.vote(id, BOB, { vote: 'deny', text: nasty });
    for (const out of [
      await printed(queue, S),
      await printed(queue),
      await printed(queue, S, { json: true }),
      await printed(queue, undefined, { json: true }),
    ]) {
      expect(out).not.toMatch(/[^\x20-\x7e\n]/);
      expect(out).not.toMatch(/^DENIED {2}forged/m);
    }
    await expect(printed(queue, nasty)).rejects.toThrow(/^[\x20-\x7e]*$/);
  });

  it('says what was erased, and what it cannot read', async () => {
    using queue = new Queue(people);
    await see(queue, 'echo first');
    const gone = await see(queue, 'echo gone');
    const id = await queue.ask({ principal: { session: S } });
    await queue.vote(id, BOB, { vote: 'deny', text: 'a secret' });
    await see(queue, 'echo last');
    const db = new DatabaseSync(join(queue.home, 'audit.db'));
    db.prepare('UPDATE events SET payload = NULL, salt = NULL WHERE idx = ?').run(gone);
    db.prepare("UPDATE events SET payload = NULL, salt = NULL WHERE type = 'request.denied'").run();
    db.close();
    const record = recordOf(queue);
    expect(record.unread).toBe(1);
    expect(record.lines).toMatchObject([
      { command: 'echo first', erased: false },
      { result: 'denied', ended: { reason: 'person', text: undefined }, erased: true },
      { command: 'echo last' },
    ]);
    const text = await printed(queue, S);
    expect(text).toContain('part of it is no longer in the log');
    expect(text).toContain('1 tool call or request of that time can no longer be read');
  });

  it('reads any event that no gate wrote without falling over', () => {
    const timeline = new SessionTimeline('s');
    const sessions = new Sessions();
    const values = [
      null,
      'no',
      [],
      {},
      { principal: { session: 's' } },
      { principal: 7, claimed: { session: 's' } },
      5,
    ];
    const types = [
      'call.seen',
      'request.submitted',
      'request.decided',
      'request.granted',
      'run.finished',
      'odd',
      '__proto__',
    ];
    let index = 0;
    for (const value of values)
      for (const type of types)
        for (const request of [null, 'r', `r${index}`]) {
          const payload = value === null ? null : Buffer.from(value === 'no' ? 'no' : JSON.stringify(value));
          const entry = { index: index++, at: index % 2 ? 1e300 : -1, type, request, payload };
          timeline.add(entry);
          sessions.add(entry);
        }
    expect(timeline.record().lines.length).toBeGreaterThan(0);
    expect(sessions.list(Number.NEGATIVE_INFINITY)).toHaveLength(1);
  });
});

describe('what looks like another try', () => {
  const STOPPED = 'rm -rf /srv/shop-data';
  const tries: readonly (readonly [string, string, string | undefined])[] = [
    [STOPPED, 'find /srv/shop-data -delete', 'same_target'],
    [STOPPED, 'rm -rf /srv/another', 'same_program'],
    [STOPPED, `python3 -c "import shutil; shutil.rmtree('/srv/shop-data')"`, 'names_target'],
    [STOPPED, 'ls /srv/shop-data', undefined],
    [STOPPED, 'python3 -c "print(1)"', undefined],
    [STOPPED, 'python3 -c "open(\'/srv/shop-database\')"', undefined],
    ['psql -d shop -c "drop table payments"', 'psql -d shop -c "delete from payments"', 'same_target'],
    ['psql -d shop -c "drop table payments"', 'psql -d shop -c "select 1"', undefined],
    ['git push --force origin main', 'git status', undefined],
    ['git push --force origin main', 'git push origin main', 'same_target'],
    ['kubectl delete ns payments | head -1', 'head -5 README.md', undefined],
    ['kubectl delete ns payments', 'npm test', undefined],
  ];
  it.each(tries)('%s, then %s: %s', async (stopped, next, because) => {
    using queue = new Queue(people);
    await see(queue, stopped, { answer: 'blocked' });
    queue.pass(30);
    await see(queue, next);
    expect(recordOf(queue).lines[1]?.after?.because).toBe(because);
  });

  it('only within ten minutes after the no, and after a no of a person too', async () => {
    using queue = new Queue(people);
    const label: Asked = { argv: ['kubectl', 'label', 'pod', 'web-0'], principal: { session: S } };
    const id = await queue.ask(label);
    queue.pass(3600 / 2);
    await see(queue, 'kubectl label pod web-0 b=c', { answer: 'rewritten' });
    await queue.vote(id, BOB, { vote: 'deny' });
    queue.pass(AFTER_MILLISECONDS / 1000);
    await see(queue, 'kubectl annotate pod web-0 a=b', { answer: 'rewritten' });
    queue.pass(1);
    await see(queue, 'kubectl annotate pod web-0 a=c', { answer: 'rewritten' });
    expect(recordOf(queue).lines.map(({ after }) => after?.milliseconds)).toEqual([
      undefined,
      undefined,
      AFTER_MILLISECONDS,
      undefined,
    ]);
  });
});

describe('the list of sessions', () => {
  it('tells them apart by as little of the id as is needed, the newest first, and not for ever', async () => {
    using queue = new Queue(people);
    const ids = ['aaaaaaaa-1', 'aaaaaaaa-2', 'bbbbbbbbbbbbbbbb', 'old'];
    await see(queue, 'true', { session: 'old' });
    queue.pass(90_000);
    for (const session of ids.slice(0, 3)) {
      await see(queue, 'true', { session });
      queue.pass(60);
    }
    const text = await printed(queue);
    expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual([
      ...['session', 'bbbbbbbb', 'aaaaaaaa-2', 'aaaaaaaa-1', ''],
    ]);
    const data = JSON.parse(await printed(queue, undefined, { json: true }));
    SCHEMAS['audit-sessions'].parse(data);
    expect(data.sessions.map(({ session }: { session: string }) => session)).toEqual([ids[2], ids[1], ids[0]]);
    expect(await printed(queue, 'bbbb')).toContain('1 passed');
  });

  it('is empty where nobody had a session', async () => {
    using queue = new Queue(people);
    await queue.ask({});
    expect(await printed(queue)).toBe('no session since 2025-12-31\n');
  });
});

it('50,000 events are read in seconds, and only the session is kept', async () => {
  const call = await seenCall('kubectl label pod web-0 a=b', packs, { session: S });
  const bytes = (value: object) => Buffer.from(JSON.stringify(value));
  const mine = bytes(call);
  const theirs = bytes({ ...call, claimed: { ...call.claimed, session: 'other' } });
  const timeline = new SessionTimeline(S);
  const spent = await effort(() => {
    for (let index = 0; index < 50_000; index++) {
      const payload = index % 5 === 0 ? mine : theirs;
      timeline.add({ index, at: index * 1000, type: 'call.seen', request: null, payload });
    }
    expect(timeline.record().lines).toHaveLength(10_000);
  });
  expect(spent).toBeLessThan(20_000);
});

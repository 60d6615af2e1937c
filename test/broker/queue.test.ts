import { describe, expect, test } from 'vitest';
import type { Directory } from '../../src/approval/directory.ts';
import { MOST_WAITING } from '../../src/broker/submit.ts';
import { ballot, directory, Queue, submission } from '../kit/queue.ts';

const TEAM = directory({ sre: ['person:bob', 'person:cy'], leads: ['person:dee'], oncall: ['person:eve'] });
const ANN = { kind: 'person', id: 'person:eve', known: 'os' } as const;

describe('asking for the same again', () => {
  test('joins the request that waits, and the approver sees how often', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    expect(await queue.ask({ intent: 'still needed' })).toBe(id);
    expect(await queue.ask({})).toBe(id);
    expect((await queue.broker.get(id)).view).toMatchObject({ repeated: 2, state: 'pending' });
    expect((await queue.broker.record(id)).map(({ type }) => type)).toContain('request.repeated');
  });

  test('at the same instant from many processes there is one request', async () => {
    using queue = new Queue(TEAM);
    using other = new Queue(TEAM, { home: queue.home });
    const both = Array.from({ length: 20 }, (_, index) => (index % 2 ? queue : other).ask({}));
    expect(new Set(await Promise.all(both)).size).toBe(1);
    expect(await queue.broker.list({ open: true })).toHaveLength(1);
  });

  test('of another session is another request', async () => {
    using queue = new Queue(TEAM);
    const one = await queue.ask({ principal: { session: 'a' } });
    expect(await queue.ask({ principal: { session: 'b' } })).not.toBe(one);
  });

  test('starts the grant nobody used, without asking again', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.vote(id, 'person:bob');
    expect(await queue.broker.submit(submission({}, queue.now))).toMatchObject({ kind: 'granted', request: id });
    expect((await queue.broker.get(id)).view.repeated).toBe(0);
  });

  test('with the same arguments and another meaning supersedes what waited', async () => {
    using queue = new Queue(TEAM);
    const old = await queue.ask({ cwd: '/one' });
    const fresh = await queue.ask({ cwd: '/two' });
    expect((await queue.broker.get(old)).view).toMatchObject({ state: 'superseded', ended: { by: fresh } });
    expect(await queue.vote(old, 'person:bob')).toMatchObject({
      kind: 'ended',
      known: { view: { state: 'superseded' } },
    });
    expect(await queue.state(fresh)).toBe('pending');
  });

  test('after a no is refused for ten minutes, and says who said no and when', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.vote(id, 'person:bob', { vote: 'deny', text: 'not before the freeze ends' });
    queue.pass(60);
    expect(await queue.broker.submit(submission({}, queue.now))).toMatchObject({
      kind: 'refused',
      reason: 'cooling_down',
      by: 'person:bob',
      text: `2026-01-01T00:00:00.000Z, ${id.slice(-8)}: not before the freeze ends`,
    });
    queue.pass(10 * 60);
    expect(await queue.broker.submit(submission({}, queue.now))).toMatchObject({ kind: 'pending' });
  });
});

describe('a flood', () => {
  test('ends at the limit of open requests, and every refusal is in the record', async () => {
    using queue = new Queue(TEAM);
    const answers = [];
    for (let index = 0; index < MOST_WAITING + 5; index++) {
      answers.push(
        await queue.broker.submit(submission({ argv: ['kubectl', 'label', 'pod', `p${index}`] }, queue.now)),
      );
    }
    expect(answers.filter(({ kind }) => kind === 'pending')).toHaveLength(MOST_WAITING);
    expect(answers.at(-1)).toMatchObject({
      kind: 'refused',
      reason: 'too_many_open',
      text: `${MOST_WAITING} requests of agent:claude-code@ann wait already`,
    });
    expect(await queue.broker.list({})).toHaveLength(MOST_WAITING + 5);
    const someoneElse = submission({ principal: { id: 'agent:codex@ann' } }, queue.now);
    expect(await queue.broker.submit(someoneElse)).toMatchObject({ kind: 'pending' });
  });
});

describe('a flood of what a person only has to confirm', () => {
  test('ends at the same limit', async () => {
    using queue = new Queue(TEAM);
    const answers = [];
    for (let index = 0; index < MOST_WAITING + 2; index++) {
      const asked = { kind: 'confirm' as const, argv: ['kubectl', 'label', 'pod', `p${index}`] };
      answers.push(await queue.broker.submit(submission(asked, queue.now)));
    }
    expect(answers.filter(({ kind }) => kind === 'pending')).toHaveLength(MOST_WAITING);
    expect(answers.at(-1)).toMatchObject({ kind: 'refused', reason: 'too_many_open' });
    expect(await queue.state(answers.at(-1)?.request ?? '')).toBe('denied');
  });
});

describe('a flood at one instant', () => {
  test('from many processes never makes more wait than the limit', async () => {
    using queue = new Queue(TEAM);
    using other = new Queue(TEAM, { home: queue.home });
    const answers = await Promise.all(
      Array.from({ length: MOST_WAITING * 2 }, (_, index) =>
        (index % 2 ? queue : other).broker.submit(
          submission({ argv: ['kubectl', 'label', 'pod', `p${index}`] }, queue.now),
        ),
      ),
    );
    expect(answers.filter(({ kind }) => kind === 'pending')).toHaveLength(MOST_WAITING);
    expect(await queue.broker.list({ open: true })).toHaveLength(MOST_WAITING);
  });
});

describe('nobody can approve it', () => {
  test.each([
    [
      'a group that nobody is in',
      [{ from: ['nobody'] }],
      'rule rule-0 needs 1 of nobody, and there are 0: add somebody to `nobody`',
    ],
    ['no blocks at all', [], 'no rule names anybody'],
    ['too few', [{ count: 3 }], 'rule rule-0 needs 3 of sre, and there are 2: add somebody to `sre`'],
    [
      'nobody enrolled',
      [{ evidence: 'signed' as const }],
      'and there are 0: person:bob, person:cy can do that after `gate enroll ssh KEYFILE.pub`',
    ],
  ])('%s is said at once', async (_what, approvers, text) => {
    using queue = new Queue(TEAM);
    expect(await queue.broker.submit(submission({ approvers }, queue.now))).toMatchObject({
      kind: 'refused',
      reason: 'nobody_can_approve',
      text: expect.stringContaining(text),
    });
  });

  test('unless a later escalation could', async () => {
    using queue = new Queue(TEAM);
    const approvers = [{ from: ['nobody'], escalate: { to: ['leads'], afterSeconds: 60 } }];
    const id = await queue.ask({ approvers });
    expect(await queue.vote(id, 'person:dee')).toMatchObject({ kind: 'not_yours' });
    queue.pass(60);
    expect(await queue.vote(id, 'person:dee')).toMatchObject({
      kind: 'recorded',
      known: { view: { state: 'granted' } },
    });
    expect((await queue.broker.record(id)).map(({ type }) => type)).toContain('request.escalated');
  });
});

describe('votes', () => {
  test('too late, of an unknown request, and for another digest are told apart', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    const wrong = await queue.vote(id, 'person:bob', { digest: 'sha256:other' });
    expect(wrong).toMatchObject({ kind: 'not_yours', why: 'the digest is not that of the request' });
    await expect(queue.vote('00000000-0000-7000-8000-000000000000', 'person:bob')).rejects.toMatchObject({
      code: 'UNKNOWN_REQUEST',
    });
    queue.pass(3600);
    expect(await queue.vote(id, 'person:bob')).toMatchObject({ kind: 'ended', known: { view: { state: 'expired' } } });
    const next = await queue.ask({});
    await queue.vote(next, 'person:cy', { vote: 'deny', text: 'no' });
    const late = await queue.vote(next, 'person:bob');
    expect(late).toMatchObject({
      kind: 'ended',
      known: { view: { ended: { by: 'person:cy', text: 'no' }, endedAt: queue.now } },
    });
  });

  test('the same vote twice changes nothing', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ approvers: [{ count: 2 }] });
    const { view } = await queue.broker.get(id);
    const one = ballot('person:bob', { digest: view.digest, at: queue.now });
    await queue.broker.vote(id, one);
    const before = (await queue.broker.get(id)).version;
    expect(await queue.broker.vote(id, one)).toMatchObject({ kind: 'recorded', known: { version: before } });
    expect(await queue.state(id)).toBe('pending');
  });

  test('a proof that does not hold is recorded and counts for nothing', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    const proof = { kind: 'totp', code: '123456' } as const;
    expect(await queue.vote(id, 'person:bob', { proof })).toMatchObject({
      kind: 'not_yours',
      why: 'no totp is enrolled',
    });
    expect((await queue.broker.record(id)).at(-1)).toMatchObject({
      type: 'vote.rejected',
      payload: { voter: 'person:bob', evidence: 'totp', why: 'no totp is enrolled' },
    });
    expect(await queue.state(id)).toBe('pending');
  });

  test('somebody who left before the last vote came in no longer counts', async () => {
    let bobIsThere = true;
    const people: Directory = {
      ...TEAM,
      members: (group, who) => TEAM.members(group, who).filter((p) => bobIsThere || p !== 'person:bob'),
    };
    using queue = new Queue(people);
    const id = await queue.ask({ approvers: [{ count: 2 }] });
    await queue.vote(id, 'person:bob');
    bobIsThere = false;
    await queue.vote(id, 'person:cy');
    expect(await queue.state(id)).toBe('pending');
  });
});

describe('an approval that stands', () => {
  const FOR = async (queue: Queue, id: string, seconds = 900) => {
    const { view } = await queue.broker.get(id);
    return { standing: { seconds, shape: view.shape.digest } };
  };

  test('covers the same operation on another name, for a while, each use recorded', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.vote(id, 'person:bob', await FOR(queue, id));
    const next = submission({ argv: ['kubectl', 'label', 'pod', 'web-1'] }, queue.now);
    expect(await queue.broker.submit(next)).toMatchObject({ kind: 'granted', request: next.request.id });
    const [standing] = await queue.broker.standings({ open: true });
    expect(standing?.view).toMatchObject({ uses: 1, grant: { request: id, until: queue.now + 900_000 } });
    queue.pass(900);
    expect(
      await queue.broker.submit(submission({ argv: ['kubectl', 'label', 'pod', 'web-2'] }, queue.now)),
    ).toMatchObject({
      kind: 'pending',
    });
    expect(await queue.broker.standings({ open: true })).toEqual([]);
  });

  test.each([
    ['another argument', { argv: ['kubectl', 'label', 'pod', '--all', 'web-1'] }],
    ['another directory', { argv: ['kubectl', 'label', 'pod', 'web-1'], cwd: '/elsewhere' }],
    ['another session', { argv: ['kubectl', 'label', 'pod', 'web-1'], principal: { session: 'b' } }],
    ['another agent', { argv: ['kubectl', 'label', 'pod', 'web-1'], principal: { id: 'agent:codex@ann' } }],
    ['another effect', { argv: ['kubectl', 'label', 'pod', 'web-1'], effects: ['destroy' as const] }],
    ['more people asked now', { argv: ['kubectl', 'label', 'pod', 'web-1'], approvers: [{ count: 2 }] }],
    [
      'a rule that lets nothing stand now',
      { argv: ['kubectl', 'label', 'pod', 'web-1'], approvers: [{ standingSeconds: 0 }] },
    ],
  ])('does not cover %s', async (_what, asked) => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.vote(id, 'person:bob', await FOR(queue, id));
    expect(await queue.broker.submit(submission(asked, queue.now))).toMatchObject({ kind: 'pending' });
  });

  test('of a command that destroys covers exactly that command again', async () => {
    using queue = new Queue(TEAM);
    const destroy = { argv: ['kubectl', 'delete', 'pod', 'web-0'], effects: ['destroy' as const] };
    const id = await queue.ask(destroy);
    await queue.vote(id, 'person:bob', await FOR(queue, id));
    const grant = await queue.broker.submit(submission(destroy, queue.now));
    // The first is the grant of the request itself; it has to be used up before the standing one is.
    expect(grant).toMatchObject({ kind: 'granted', request: id });
    await queue.broker.revoke(id, { by: 'person:bob' });
    expect(await queue.broker.submit(submission(destroy, queue.now))).toMatchObject({ kind: 'granted' });
    const other = { ...destroy, argv: ['kubectl', 'delete', 'pod', 'web-1'] };
    expect(await queue.broker.submit(submission(other, queue.now))).toMatchObject({ kind: 'pending' });
  });

  test('never covers rights, unless the rule says so', async () => {
    using queue = new Queue(TEAM);
    const rights = { effects: ['privilege' as const] };
    const id = await queue.ask(rights);
    expect(await queue.vote(id, 'person:bob', await FOR(queue, id))).toMatchObject({
      kind: 'not_yours',
      why: 'an approval of this may not stand: it is for once',
    });
    const said = await queue.ask({
      ...rights,
      approvers: [{ standingSeconds: 600 }],
      argv: ['kubectl', 'x', 'role', 'r'],
    });
    expect(await queue.vote(said, 'person:bob', await FOR(queue, said, 601))).toMatchObject({ kind: 'not_yours' });
    expect(await queue.vote(said, 'person:bob', await FOR(queue, said, 600))).toMatchObject({ kind: 'recorded' });
  });

  test('stands by itself where every rule says so, and for the shortest time', async () => {
    using queue = new Queue(TEAM);
    const approvers = [{ standsSeconds: 600 }, { standsSeconds: 300 }];
    const id = await queue.ask({ approvers });
    await queue.vote(id, 'person:bob');
    const [standing] = await queue.broker.standings({ open: true });
    expect(standing?.view.grant.until).toBe(queue.now + 300_000);
    const next = submission({ argv: ['kubectl', 'label', 'pod', 'web-1'], approvers }, queue.now);
    expect(await queue.broker.submit(next)).toMatchObject({ kind: 'granted' });
    const other = await queue.ask({
      argv: ['kubectl', 'label', 'pod', 'x', 'y'],
      approvers: [{ standsSeconds: 600 }, {}],
    });
    await queue.vote(other, 'person:bob');
    expect(await queue.broker.standings({ open: true })).toHaveLength(1);
  });

  test('needs everybody whose vote was needed to say so', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ approvers: [{ count: 2 }] });
    await queue.vote(id, 'person:bob', await FOR(queue, id));
    await queue.vote(id, 'person:cy');
    expect(await queue.state(id)).toBe('granted');
    expect(await queue.broker.standings({})).toEqual([]);
  });

  test('taken back covers nothing more, not even what it had granted and nobody started', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.vote(id, 'person:bob', await FOR(queue, id));
    const next = submission({ argv: ['kubectl', 'label', 'pod', 'web-1'] }, queue.now);
    const grant = await queue.broker.submit(next);
    const [standing] = await queue.broker.standings({ open: true });
    expect(await queue.broker.revokeStanding(standing!.id, { by: 'person:mallory' })).toMatchObject({
      kind: 'not_yours',
    });
    expect(await queue.broker.revokeStanding(standing!.id, { by: 'person:cy' })).toMatchObject({ kind: 'recorded' });
    if (grant.kind !== 'granted') throw new Error('not granted');
    expect(await queue.broker.start(next, grant, undefined)).toMatchObject({
      reason: 'changed',
      text: 'the standing grant is revoked',
    });
    expect(
      await queue.broker.submit(submission({ argv: ['kubectl', 'label', 'pod', 'web-2'] }, queue.now)),
    ).toMatchObject({
      kind: 'pending',
    });
  });
});

describe('break-glass', () => {
  const BREAKABLE = {
    principal: ANN,
    breakGlass: true,
    intent: 'production is down',
    approvers: [{ breakGlass: ['oncall'] }],
  };

  test('lets those run it whom every rule names, and stays open until somebody else reviewed it', async () => {
    using queue = new Queue(TEAM);
    const asked = submission(BREAKABLE, queue.now);
    const grant = await queue.broker.submit(asked);
    expect(grant).toMatchObject({ kind: 'granted' });
    if (grant.kind !== 'granted') return;
    const receipt = await queue.broker.start(asked, grant, undefined);
    if ('kind' in receipt) throw new Error(receipt.reason);
    await queue.broker.finish(receipt, { kind: 'exited', code: 0, milliseconds: 1 });
    const { view } = await queue.broker.get(grant.request);
    expect(view).toMatchObject({ state: 'finished', open: true, broken: { told: ['person:bob', 'person:cy'] } });
    const words = { verdict: 'justified', text: 'seen' } as const;
    expect(await queue.broker.review(grant.request, { by: 'person:eve', ...words })).toMatchObject({
      kind: 'not_yours',
    });
    expect(await queue.broker.review(grant.request, { by: 'person:bob', ...words })).toMatchObject({
      kind: 'recorded',
      known: { view: { open: false, review: { by: 'person:bob', verdict: 'justified' } } },
    });
    expect(await queue.broker.review(grant.request, { by: 'person:cy', ...words })).toMatchObject({ kind: 'ended' });
  });

  test('of what waits already lets that run; while a question about it is open, the question comes first', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ ...BREAKABLE, breakGlass: false });
    await queue.broker.ask(id, { by: 'person:bob', text: 'why?' });
    expect(await queue.broker.submit(submission(BREAKABLE, queue.now))).toMatchObject({
      kind: 'refused',
      request: id,
      reason: 'no_break_glass',
      text: expect.stringContaining('a question about it is open'),
    });
    expect(await queue.state(id)).toBe('questioned');
    await queue.broker.reply(id, { by: 'person:eve', text: 'it is down' });
    expect(await queue.broker.submit(submission(BREAKABLE, queue.now))).toMatchObject({ kind: 'granted', request: id });
  });

  test.each([
    ['no rule provides for it', { ...BREAKABLE, approvers: [{}] }],
    ['one of two rules does not', { ...BREAKABLE, approvers: [{ breakGlass: ['oncall'] }, {}] }],
    ['they are in none of its groups', { ...BREAKABLE, approvers: [{ breakGlass: ['leads'] }] }],
    ['an agent asks', { ...BREAKABLE, principal: {} }],
  ])('is refused when %s', async (_what, asked) => {
    using queue = new Queue(TEAM);
    expect(await queue.broker.submit(submission(asked, queue.now))).toMatchObject({
      kind: 'refused',
      reason: 'no_break_glass',
    });
  });
});

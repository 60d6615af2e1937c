import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Approvals, type ApprovalsReport } from '../../src/audit/approvals-report.ts';
import { auditExport } from '../../src/cli/audit.ts';
import { reportApprovals } from '../../src/cli/report-approvals.ts';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { LogReader } from '../../src/store/reader.ts';
import { type Asked, directory, Queue, submission } from '../kit/queue.ts';

const BOB = 'person:bob';
const CLEO = 'person:cleo';
const AGENT = 'agent:claude-code@ann';
const people = directory({ sre: [BOB, CLEO], oncall: [CLEO] });

/** Every event is the broker's own, in a real log. */
async function recorded(use: (queue: Queue) => Promise<void>, since = 0): Promise<ApprovalsReport> {
  using queue = new Queue(people);
  await use(queue);
  return reportOf(queue, since);
}

function reportOf(queue: Queue, since = 0): ApprovalsReport {
  const reader = new LogReader(join(queue.home, 'audit.db'));
  try {
    const approvals = new Approvals(since);
    for (const entry of reader.entries()) approvals.add(entry);
    return approvals.report(queue.now);
  } finally {
    reader.close();
  }
}

const label = (pod: string, more: Asked = {}): Asked => ({ argv: ['kubectl', 'label', 'pod', pod], ...more });

async function answered(queue: Queue, asked: Asked, seconds: number, vote: 'approve' | 'deny' = 'approve', who = BOB) {
  const id = await queue.ask(asked);
  queue.pass(seconds);
  await queue.vote(id, who, { vote });
  return id;
}

describe('the report of approvals', () => {
  it('counts what people were asked and how it ended', async () => {
    const report = await recorded(async (queue) => {
      await answered(queue, label('a'), 30);
      await answered(queue, label('b'), 1);
      await answered(queue, label('c'), 60, 'deny', CLEO);
      const withdrawn = await queue.ask(label('d'));
      await queue.broker.withdraw(withdrawn, { by: AGENT });
      const expired = await queue.ask(label('e', { expiresSeconds: 10 }));
      queue.pass(20);
      expect(await queue.state(expired)).toBe('expired');
      await queue.ask(label('f'));
      await queue.ask(label('f', { cwd: '/elsewhere' }));
    });
    expect(report.questions).toEqual({
      asked: 7,
      approved: 2,
      confirmed: 0,
      denied: 1,
      expired: 1,
      withdrawn: 1,
      superseded: 1,
      broken: 0,
      waiting: 1,
    });
    expect(report.decided.count).toBe(3);
    expect(report.unread).toBe(0);
  });

  it('knows how fast people answer, and flags what nobody can have read', async () => {
    const report = await recorded(async (queue) => {
      for (const seconds of [1, 10, 20, 30]) await answered(queue, label(`p${seconds}`), seconds);
      await answered(queue, label('late'), 3000, 'approve', CLEO);
    });
    const within = (seconds: number) => expect.closeTo(seconds * 1000, -2.4);
    expect(report.people).toMatchObject([
      { person: BOB, questions: 4, approvals: 4, denials: 0, quick: 1, median: within(10), p90: within(30) },
      { person: CLEO, questions: 1, approvals: 1, quick: 0, busiest: { day: '2026-01-01', questions: 1 } },
    ]);
    expect(report.habits[0]).toMatchObject({
      asked: 5,
      approved: 5,
      quick: 1,
      words: ['kubectl', 'label', 'pod', null],
    });
  });

  it('the time of a question to the requester is not that of the approver', async () => {
    const report = await recorded(async (queue) => {
      const id = await queue.ask(label('a'));
      queue.pass(5);
      await queue.broker.ask(id, { by: BOB, text: 'why' });
      queue.pass(1000);
      await queue.broker.reply(id, { by: AGENT, text: 'because' });
      queue.pass(5);
      await queue.vote(id, BOB);
    });
    expect(report).toMatchObject({ askedBack: 1, decided: { count: 1, median: expect.closeTo(10_000, -3) } });
  });

  it('repeats join one question, floods and questions after a no are refused, and none of it counts as asked', async () => {
    const report = await recorded(async (queue) => {
      const again = label('same');
      const id = await queue.ask(again);
      await queue.ask(again);
      await queue.ask(again);
      await queue.vote(id, BOB, { vote: 'deny' });
      expect(await queue.broker.submit(submission(again, queue.now))).toMatchObject({ reason: 'cooling_down' });
      for (let n = 0; n < 20; n++) await queue.ask(label(`p${n}`));
      expect(await queue.broker.submit(submission(label('p20'), queue.now))).toMatchObject({ reason: 'too_many_open' });
      const nobody = label('x', { principal: { id: 'agent:other@ann' }, approvers: [{ from: ['nobody'] }] });
      expect(await queue.broker.submit(submission(nobody, queue.now))).toMatchObject({ reason: 'nobody_can_approve' });
    });
    expect(report.questions).toMatchObject({ asked: 21, denied: 1, waiting: 20 });
    expect(report.notAsked.refused).toEqual({ cooling_down: 1, too_many_open: 1, nobody_can_approve: 1 });
    expect(report.floods).toEqual([{ principal: AGENT, refused: { cooling_down: 1, too_many_open: 1 } }]);
    expect(report.repeated).toBe(2);
  });

  it('standing grants save questions, and their uses are counted', async () => {
    const report = await recorded(async (queue) => {
      const id = await queue.ask(label('a'));
      const { view } = await queue.broker.get(id);
      await queue.vote(id, BOB, { standing: { seconds: 600, shape: view.shape.digest } });
      for (const pod of ['b', 'c']) {
        const answer = await queue.broker.submit(submission(label(pod), queue.now));
        expect(answer).toMatchObject({ kind: 'granted' });
      }
      queue.pass(700);
      await queue.broker.standings({});
    });
    expect(report.questions).toMatchObject({ asked: 1, approved: 1 });
    expect(report.notAsked.standing).toBe(2);
    expect(report.standing).toMatchObject({ granted: 1, used: 2, revoked: 0, expired: 1, open: 0 });
    expect(report.standing.grants).toMatchObject([{ uses: 2, open: false, argv: ['kubectl', 'label', 'pod', null] }]);
  });

  it('break-glass stands there until somebody reviewed it, however long ago it was', async () => {
    const glass = (pod: string) =>
      label(pod, {
        principal: { kind: 'person', id: CLEO },
        approvers: [{ breakGlass: ['oncall'] }],
        breakGlass: true,
        intent: 'outage \u202e',
      });
    const use = async (queue: Queue) => {
      for (const pod of ['a', 'b']) {
        const asked = submission(glass(pod), queue.now);
        const answer = await queue.broker.submit(asked);
        if (answer.kind !== 'granted') throw new Error(JSON.stringify(answer));
        const receipt = await queue.broker.start(asked, answer, undefined);
        if ('kind' in receipt) throw new Error(JSON.stringify(receipt));
        await queue.broker.finish(receipt, { kind: 'exited', code: 0, milliseconds: 1 } as never);
        if (pod === 'a') await queue.broker.review(answer.request, { by: BOB, verdict: 'justified', text: 'yes' });
      }
      queue.pass(100 * 86_400);
    };
    using queue = new Queue(people);
    await use(queue);
    expect(reportOf(queue)).toMatchObject({
      questions: { asked: 0 },
      notAsked: { broken: 2 },
      broken: { runs: 2, justified: 1, notJustified: 0, unreviewed: [{ by: CLEO, why: 'outage \u202e' }] },
    });
    const later = reportOf(queue, queue.now - 86_400_000);
    expect(later).toMatchObject({ notAsked: { broken: 0 }, broken: { runs: 0, unreviewed: [{ by: CLEO }] } });
    const shown = await printed(queue, true);
    expect(shown).toContain('\u001b[1;31m1 NOT REVIEWED (gate review ID)\u001b[0m');
    expect(shown).toContain('says: outage \\u{202e}');
  });

  it('what was asked before the period counts in nothing but its denials', async () => {
    using queue = new Queue(people);
    await answered(queue, label('a'), 30, 'deny');
    queue.pass(86_400);
    const since = queue.now;
    for (const pod of ['b', 'c', 'd']) await answered(queue, label(pod), 30);
    const report = reportOf(queue, since);
    expect(report.questions).toMatchObject({ asked: 3, approved: 3, denied: 0 });
    expect(report.habits).toMatchObject([{ asked: 3, approved: 3, denied: 1 }]);
    expect(await printed(queue)).toContain('no rule is proposed');
  });

  it('proposes the rule that would remove most questions, and it is what was always approved', async () => {
    using queue = new Queue(people);
    for (let n = 0; n < 5; n++) await answered(queue, label(`p${n}`), 30);
    for (let n = 0; n < 9; n++)
      await answered(queue, { argv: ['kubectl', 'delete', 'pod', `p${n}`], effects: ['destroy'] }, 30);
    const data = JSON.parse(await printed(queue, false, true));
    SCHEMAS['report-approvals'].parse(data);
    expect(data.questions).toMatchObject({ asked: 14, approved: 14 });
    expect(data.asked[0]).toMatchObject({ argv: ['kubectl', 'delete', 'pod', null], asked: 9 });
    expect(data.relief).toMatchObject({ argv: ['kubectl', 'label', 'pod', null], removes: 5 });
    expect(data.relief.policy).toContain('decision: allow');
    const shown = await printed(queue);
    expect(shown).toContain('asked 5 times and 5 were approved');
    expect(shown).toContain('kubectl label pod * in context prod');
    expect(shown).toContain('would remove 5 of 14 questions');
    expect(shown).not.toMatch(/[^\x20-\x7e\n]/);
  });

  it('docs/verify.py reads the same record as gate does (skipped without python3)', async (context) => {
    if (spawnSync('python3', ['--version']).status !== 0) return context.skip();
    using queue = new Queue(people);
    const id = await queue.ask(label('a'));
    await queue.ask(label('a'));
    const { view } = await queue.broker.get(id);
    await queue.vote(id, BOB, { standing: { seconds: 600, shape: view.shape.digest } });
    for (const pod of ['b', 'c']) {
      const asked = submission(label(pod), queue.now);
      const answer = await queue.broker.submit(asked);
      if (answer.kind !== 'granted') throw new Error(JSON.stringify(answer));
      expect(await queue.broker.start(asked, answer, undefined)).not.toHaveProperty('kind');
    }
    let exported = '';
    const stdout = (text: string) => {
      exported += text;
    };
    await auditExport(
      { path: join(queue.home, 'audit.db') },
      {},
      { stdout, stderr: () => {}, stderrIsTerminal: false },
    );
    const file = join(queue.home, 'export.jsonl');
    writeFileSync(file, exported);
    const verifier = join(import.meta.dirname, '../../docs/verify.py');
    const { stdout: answer } = spawnSync('python3', ['-B', verifier, file], { encoding: 'utf8' });
    expect(JSON.parse(answer)).toMatchObject({ sound: true, size: (await queue.store.head()).size });
  });

  it('events that were erased, or that no gate wrote, are counted and hurt nothing else', () => {
    const approvals = new Approvals(0);
    const said = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const add = (type: string, request: string, payload: Uint8Array | null) =>
      approvals.add({ index: 0, at: 1, type, request, payload });
    for (const [request, submitted, decided] of [
      ['a', null, said({ kind: 'hold' })],
      ['b', said({}), null],
      ['c', said('no'), said({ kind: 'hold', duties: { approvers: [] } })],
      ['d', said({ principal: {} }), said({ kind: 'hold' })],
      ['e', said('{}'), said('no')],
    ] as const) {
      add('request.submitted', request, submitted);
      add('request.decided', request, decided);
      add('vote.cast', request, said({ voter: BOB, vote: 'approve' }));
      add('request.granted', request, said({}));
    }
    expect(approvals.report(2)).toMatchObject({ unread: 5, questions: { asked: 0 }, people: [] });
  });
});

async function printed(queue: Queue, color = false, json = false): Promise<string> {
  let out = '';
  const options = {
    database: join(queue.home, 'audit.db'),
    paths: { system: '/nowhere', user: join(queue.home, 'policies'), repository: [], needsWorkTree: false },
    sinceSeconds: 86_400,
    now: queue.now,
    color,
    json,
  };
  const stdout = (text: string) => {
    out += text;
  };
  expect(await reportApprovals(options, { stdout, stderr: () => {} })).toBe(0);
  return out;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { sitDown } from '../kit/people.ts';
import { type Session, typeAt } from '../kit/person.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const GROUPS = { sre: ['bob'], dev: ['ann'] };
const HOLD_FOR_SRE = `${ALLOW}rules:\n  - { id: ask, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1 } }\n`;

/** Ann waits at her terminal; from now on the account is Bob's. */
async function annWaits(gate: Gate, args: readonly string[] = TOUCH): Promise<{ session: Session; id: string }> {
  sitDown(gate, 'ann', GROUPS);
  const session = gate.session(args);
  await session.sees('waiting 10m');
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
  sitDown(gate, 'bob', GROUPS);
  return { session, id: requests[0].id };
}

describe('an agent that is asked back', () => {
  test('reads at its end who asks, what, and the line to type', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const { id } = requests[0];
    await gate.person(['question', id, '-m', 'which \u001b[31mticket?']);
    const { status, stderr } = await waiter.ended;
    const short = id.slice(-8);
    expect(stderr).toMatch(new RegExp(`person:\\S+ asks about ${short}: which \\\\x1b\\[31mticket\\?\n`));
    expect(stderr).toContain(`answer with: gate answer ${short} -m TEXT [--file F]\n`);
    expect(stderr).toContain(`then run the same command again, or: gate --resume ${short}\n`);
    expect(status).toBe(75);
    const waited = await gate.agent(['wait', id, '--json']);
    expect(waited.status).toBe(75);
    expect(JSON.parse(waited.stdout)).toMatchObject({
      state: 'questioned',
      question: { text: 'which \u001b[31mticket?' },
      answer_with: `gate answer ${short} -m TEXT`,
    });
  });

  test('answers with a file: its text reaches the approver and the record, its secrets do not', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['question', id, '-m', 'what is the plan?']);
    const secret = `ghp_${'0aB1'.repeat(9)}`;
    writeFileSync(join(gate.home, 'plan.txt'), `touch a file\nwith ${secret}\n`);
    const answered = await gate.agent(['answer', id, '-m', 'see the plan', '--file', 'plan.txt']);
    expect(answered).toMatchObject({ status: 0, stderr: 'gate: answered; the request waits for people again\n' });
    const seen = await gate.person(['show', id]);
    expect(seen.screen).toContain('see the plan');
    expect(seen.screen).toContain('touch a file');
    const record = JSON.stringify(await gate.record(id));
    expect(record).toContain('plan.txt');
    expect(record).not.toContain(secret);
  });

  test('a file that is too large, or no text, is refused with 64 and nothing is recorded', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['question', id, '-m', 'what is the plan?']);
    writeFileSync(join(gate.home, 'large'), 'x'.repeat(65_537));
    const large = await gate.agent(['answer', id, '-m', 'x', '--file', 'large']);
    expect(large.stderr).toContain('the file of an answer is larger than 64 KiB: `large`');
    expect(large.status).toBe(64);
    expect((await gate.record(id)).state).toBe('questioned');
  });

  test('another agent cannot answer for it: 77', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(TOUCH);
    await gate.person(['question', id, '-m', 'why?']);
    const ran = await gate.agent(['answer', id, '-m', 'x'], { env: { CLAUDECODE: '', CURSOR_AGENT: '1' } });
    expect(ran.stderr).toContain('only the one who asked, or the person behind it');
    expect(ran.status).toBe(77);
  });
});

describe('a person who is asked back', () => {
  test('answers at the terminal, goes on waiting, and the command runs when it is approved', async () => {
    using gate = new Gate(HOLD_FOR_SRE);
    const { session, id } = await annWaits(gate);
    expect(await gate.person(['question', id, '-m', 'why now?'])).toMatchObject({ status: 0 });
    await session.sees('person:bob asks about');
    await typeAt(session, 'your answer: ', 'the site is down');
    await expect.poll(async () => (await gate.record(id)).state, { timeout: 20_000 }).toBe('pending');
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    const { status, screen } = await session.ended;
    expect(screen).toContain('approved by person:bob');
    expect(status).toBe(0);
    expect(gate.has('marker')).toBe(true);
    expect(await gate.record(id)).toMatchObject({
      state: 'finished',
      answers: [{ by: 'person:ann', question: 'why now?', text: 'the site is down' }],
    });
  });

  test('an empty line leaves the question open, and says how to answer later', async () => {
    using gate = new Gate(HOLD_FOR_SRE);
    const { session, id } = await annWaits(gate);
    await gate.person(['question', id, '-m', 'why now?']);
    await typeAt(session, 'your answer: ', '');
    await session.sees(`not answered; the question waits for: gate answer ${id.slice(-8)} -m TEXT`);
    sitDown(gate, 'ann', GROUPS);
    expect(await gate.person(['answer', id, '-m', 'from another desk'])).toMatchObject({ status: 0 });
    sitDown(gate, 'bob', GROUPS);
    await gate.person(['approve', id]);
    expect(await session.ended).toMatchObject({ status: 0 });
  });

  test('an answer from elsewhere takes the prompt away', async () => {
    using gate = new Gate(HOLD_FOR_SRE);
    const { session, id } = await annWaits(gate);
    await gate.person(['question', id, '-m', 'why now?']);
    await session.sees('your answer: ');
    sitDown(gate, 'ann', GROUPS);
    expect(await gate.person(['answer', id, '-m', 'from another desk'])).toMatchObject({ status: 0 });
    sitDown(gate, 'bob', GROUPS);
    await gate.person(['approve', id]);
    expect(await session.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
  });

  test('Ctrl-C at the question withdraws the request: 76', async () => {
    using gate = new Gate(HOLD_FOR_SRE);
    const { session, id } = await annWaits(gate);
    await gate.person(['question', id, '-m', 'why now?']);
    await session.sees('your answer: ');
    session.type('\u0003');
    const { status, screen } = await session.ended;
    expect(screen).toContain('withdrawn');
    expect(status).toBe(76);
    expect((await gate.record(id)).state).toBe('withdrawn');
  });

  test('TERM at the question ends the waiter and leaves the request as it is', async () => {
    using gate = new Gate(HOLD_FOR_SRE);
    const { session, id } = await annWaits(gate);
    await gate.person(['question', id, '-m', 'why now?']);
    await session.sees('your answer: ');
    process.kill(await session.child, 'SIGTERM');
    const { signal, screen } = await session.ended;
    expect(signal).toBe(15);
    expect(screen).toContain(`gate --resume ${id.slice(-8)}`);
    expect((await gate.record(id)).state).toBe('questioned');
  });
});

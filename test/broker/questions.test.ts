import { describe, expect, test } from 'vitest';
import type { Known } from '../../src/broker/broker.ts';
import { type Waiting, waitForAnswer } from '../../src/broker/wait.ts';
import { directory, Queue } from '../kit/queue.ts';

const TEAM = directory({ sre: ['person:bob', 'person:cy'] });
const ANN = { kind: 'person', id: 'person:ann', owner: undefined } as never;
const never = new AbortController().signal;
const patient = { timeout: 60_000, onChange: () => {}, signal: never };

/** Waits as a person does, and answers every question with `answer`. */
function asPerson(queue: Queue, id: string, onQuestion: NonNullable<Waiting['onQuestion']>) {
  return waitForAnswer(queue.broker, id, { ...patient, endOnQuestion: false, onQuestion });
}

describe('a question', () => {
  test('ends the wait of an agent at once, and says who asks what', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    const waiting = waitForAnswer(queue.broker, id, { ...patient, endOnQuestion: true });
    await queue.broker.ask(id, { by: 'person:bob', text: 'which ticket?' });
    expect(await waiting).toMatchObject({
      kind: 'pending',
      reason: 'question',
      by: 'person:bob',
      text: 'which ticket?',
      approvers: [{ from: ['sre'], count: 1 }],
    });
  });

  test('is put to a person once, who answers and goes on waiting', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ principal: ANN });
    const put: string[] = [];
    const waiting = asPerson(queue, id, async ({ view }: Known) => {
      put.push(view.question?.text ?? '');
      await queue.broker.reply(id, { by: 'person:ann', text: `to ${view.question?.text}` });
      return 'done';
    });
    for (const text of ['first?', 'second?']) {
      expect(await queue.broker.ask(id, { by: 'person:bob', text })).toMatchObject({ kind: 'recorded' });
      await expect.poll(() => queue.state(id)).toBe('pending');
    }
    await queue.vote(id, 'person:bob');
    expect(await waiting).toMatchObject({ kind: 'granted', request: id });
    expect(put).toEqual(['first?', 'second?']);
    expect((await queue.broker.get(id)).view.answers).toMatchObject([
      { question: 'first?', askedBy: 'person:bob', text: 'to first?' },
      { question: 'second?', askedBy: 'person:bob', text: 'to second?' },
    ]);
  });

  test('that is answered elsewhere, or ends with the request, is taken away from the prompt', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ principal: ANN });
    let settled = 0;
    const waiting = asPerson(queue, id, async (_, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      settled++;
      return 'done';
    });
    await queue.broker.ask(id, { by: 'person:bob', text: 'why?' });
    // A vote and a repetition leave it open.
    await queue.vote(id, 'person:cy');
    await queue.ask({ principal: ANN }).catch(() => {});
    expect(settled).toBe(0);
    await queue.broker.reply(id, { by: 'person:ann', text: 'because' });
    expect(await waiting, 'the vote that came in meanwhile counts').toMatchObject({ kind: 'granted' });
    expect(settled).toBe(1);
  });

  test('the person who breaks off at it ends the waiting', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ principal: ANN });
    const waiting = asPerson(queue, id, async () => 'broken off');
    await queue.broker.ask(id, { by: 'person:bob', text: 'why?' });
    expect(await waiting).toBe('broken off');
    expect(await queue.state(id)).toBe('questioned');
  });

  test('left unanswered does not come again, and the waiting ends when its time is over', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ principal: ANN });
    await queue.broker.ask(id, { by: 'person:bob', text: 'why?' });
    let put = 0;
    const answer = await waitForAnswer(queue.broker, id, {
      ...patient,
      timeout: 300,
      endOnQuestion: false,
      onQuestion: async () => {
        put++;
        return 'done';
      },
    });
    expect(answer).toMatchObject({ kind: 'pending', reason: 'question' });
    expect(put).toBe(1);
  });

  test('a day without an answer, and its clock goes on by itself', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ expiresSeconds: 3600 });
    queue.pass(1800);
    await queue.broker.ask(id, { by: 'person:bob', text: 'why?' });
    queue.pass(24 * 3600);
    expect(await queue.state(id), 'a day later it still stands').toBe('questioned');
    queue.pass(1801);
    expect(await queue.state(id), 'and half an hour later it is over').toBe('expired');
  });

  test('an answer takes a file along, with secrets taken out of both', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({});
    await queue.broker.ask(id, { by: 'person:bob', text: 'what exactly?' });
    const secret = `ghp_${'0aB1'.repeat(9)}`;
    const file = { name: 'plan.txt', digest: `sha256:${'a'.repeat(64)}`, text: `one\n${secret}\n` };
    await queue.broker.reply(id, { by: 'agent:claude-code@ann', text: `see ${secret}`, file });
    const [answer] = (await queue.broker.get(id)).view.answers;
    expect(answer).toMatchObject({ file: { name: 'plan.txt', digest: file.digest } });
    expect(JSON.stringify(await queue.broker.record(id))).not.toContain(secret);
  });
});

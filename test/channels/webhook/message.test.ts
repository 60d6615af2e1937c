import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../../src/cli/schemas.ts';
import { Receiver } from '../../kit/receiver.ts';
import { AGENT, ANN, BOB, Outbox, until } from './outbox.ts';

describe('what a receiver of webhooks is told', () => {
  test('is what happens to a request, with its card, as it stood then', async () => {
    await using receiver = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url() }], { pageOf: (id) => `https://gate.example.com/requests/${id}` });
    const { queue } = outbox;
    const id = await queue.ask({
      principal: AGENT,
      argv: ['kubectl', 'delete', 'ns', 'payments'],
      effects: ['destroy'],
      intent: 'the old one goes',
      approvers: [{ from: ['sre'], count: 2 }],
    });
    await queue.broker.ask(id, { by: ANN, text: 'which one?' });
    await queue.broker.reply(id, { by: AGENT.id, text: 'the empty one' });
    await queue.vote(id, ANN, { text: 'fine' });
    await queue.vote(id, BOB);
    await until(() => receiver.taken.length === 6);
    expect(receiver.told).toEqual([
      'request.held pending',
      'question.asked questioned',
      'question.answered pending',
      'vote.cast pending',
      'vote.cast pending',
      'request.granted granted',
    ]);
    for (const message of receiver.taken) SCHEMAS.webhook.parse(JSON.parse(message.body));

    const [held, asked, , vote, , granted] = receiver.taken;
    const { view } = await queue.broker.get(id);
    expect(held?.data).toMatchObject({
      schema_version: 1,
      event: { decision: 'hold', rules: ['rule-0'] },
      request: {
        id,
        digest: view.digest,
        principal: { id: AGENT.id, kind: 'agent', owner: AGENT.owner },
        argv: ['kubectl', 'delete', 'ns', 'payments'],
        effects: ['destroy'],
        actions: [{ tool: 'kubectl', operation: 'delete', resource: { name: 'payments' }, scope: { context: 'prod' } }],
        target: [{ context: 'prod' }],
        intent: 'the old one goes',
        people: [ANN, BOB],
        url: `https://gate.example.com/requests/${id}`,
        expires_at: new Date(view.submittedAt + 3600_000).toISOString(),
      },
      card: { gravity: 'grave', approval: { missing: ['2 more of sre for rule rule-0'] } },
    });
    expect(held?.data.card.title).toContain('payments');
    expect(asked?.data.event).toEqual({ by: ANN, text: 'which one?' });
    expect(vote?.data.event).toEqual({ voter: ANN, vote: 'approve', evidence: 'os', text: 'fine' });
    expect(vote?.data.card.approval.missing).toEqual(['1 more of sre for rule rule-0']);
    expect(granted?.data).toMatchObject({ event: { voters: [ANN, BOB] }, request: { people: [] } });
  });

  test('is about runs and decisions that ask nobody too, where somebody wants that; what they do not want is not sent', async () => {
    await using all = await Receiver.open();
    await using some = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: all.url() }, { url: some.url(), events: ['request.denied', 'request.withdrawn'] }]);
    const { queue } = outbox;
    const one = await queue.ask({ principal: AGENT });
    await queue.vote(one, ANN, { vote: 'deny', text: 'not today' });
    const two = await queue.ask({ principal: AGENT, name: 'x', argv: ['kubectl', 'label', 'pod', 'x'] });
    await queue.broker.withdraw(two, { by: AGENT.id });
    await until(() => some.taken.length === 2 && all.taken.length === 5);
    expect(some.told).toEqual(['request.denied denied', 'request.withdrawn withdrawn']);
    expect(some.taken[0]?.data.event).toEqual({ reason: 'person', by: ANN, text: 'not today' });
    expect(all.told).toEqual([
      'request.held pending',
      'vote.cast pending',
      'request.denied denied',
      'request.held pending',
      'request.withdrawn withdrawn',
    ]);
    // The same event at two receivers: the same message under different ids.
    expect(some.taken[0]?.body).toBe(all.taken[2]?.body);
    expect(some.taken[0]?.id).not.toBe(all.taken[2]?.id);
  });

  test('is a standing grant too, and its uses', async () => {
    await using receiver = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url(), events: ['standing.granted', 'standing.used'] }]);
    const { queue } = outbox;
    const id = await queue.ask({ principal: AGENT });
    const { view } = await queue.broker.get(id);
    await queue.vote(id, ANN, { standing: { seconds: 900, shape: view.shape.digest } });
    await until(() => receiver.taken.length === 1);
    expect(receiver.taken[0]).toMatchObject({
      type: 'standing.granted',
      data: { standing: { state: 'standing', request: id, principal: AGENT.id, by: [ANN], uses: 0 } },
    });
    SCHEMAS.webhook.parse(JSON.parse(receiver.taken[0]?.body ?? ''));
  });

  test('goes without card and arguments when it is too long, and says so', async () => {
    await using receiver = await Receiver.open();
    await using outbox = new Outbox();
    await outbox.send([{ url: receiver.url(), events: ['request.held'] }]);
    const long = Array.from({ length: 400 }, (_, index) => `${index}-${'ab'.repeat(300)}`);
    const id = await outbox.queue.ask({ principal: AGENT, argv: ['echo', ...long] });
    await until(() => receiver.taken.length === 1);
    const { data, body } = receiver.taken[0]!;
    expect(data).toMatchObject({ card: null, request: { id, argv: null, actions: null } });
    expect(data.omitted).toMatch(/card, arguments and actions: the message would have \d+ bytes/);
    expect(Buffer.byteLength(body)).toBeLessThan(8192);
    SCHEMAS.webhook.parse(JSON.parse(body));
  });

  test('holds nothing that the record does not: what was erased is not sent', async () => {
    await using receiver = await Receiver.open();
    await using outbox = new Outbox();
    const { queue } = outbox;
    const gone = await queue.ask({ principal: AGENT, argv: ['kubectl', 'label', 'pod', 'private-name'] });
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(outbox.path);
    db.exec("UPDATE events SET payload = NULL, salt = NULL WHERE type = 'request.submitted'");
    db.close();
    await queue.vote(gone, ANN, { vote: 'deny' });
    const kept = await queue.ask({ principal: AGENT, argv: ['kubectl', 'label', 'pod', 'other'] });
    await outbox.send([{ url: receiver.url(), start: true }]);
    await until(() => receiver.taken.length === 1);
    expect(receiver.taken[0]?.data.request.id).toBe(kept);
    expect(receiver.attempts).toHaveLength(1);
  });
});

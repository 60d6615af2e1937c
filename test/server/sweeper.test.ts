import { expect, test } from 'vitest';
import { sweeper } from '../../src/server/sweeper.ts';
import { until } from '../kit/host.ts';
import { directory, Queue } from '../kit/queue.ts';

const TEAM = directory({ sre: ['person:ann'], leads: ['person:bob'] });

test('what nobody looks at expires, lapses and is escalated all the same', async () => {
  using queue = new Queue(TEAM);
  const asked = (name: string, expiresSeconds: number, more: object = {}) =>
    queue.ask({ argv: ['kubectl', 'label', 'pod', name], expiresSeconds, approvers: [{ from: ['sre'], ...more }] });
  const short: string[] = [];
  for (let index = 0; index < 15; index++) short.push(await asked(`short-${index}`, 60));
  const granted = await asked('granted', 3600);
  await queue.vote(granted, 'person:ann');
  const later = await asked('later', 7200, { escalate: { to: ['leads'], afterSeconds: 60 } });
  queue.pass(1800);

  /** As the record has it, without anybody looking at a request. */
  const recorded = async () => {
    const found = new Map<string, string>();
    for await (const { type, request } of queue.store.entries({})) if (request !== null) found.set(request, type);
    return found;
  };
  const wrong: unknown[] = [];
  const sweeping = sweeper({
    broker: queue.broker,
    failed: (error) => wrong.push(error),
    everyMilliseconds: 5,
    page: 4,
  });
  try {
    await until(async () => {
      const last = await recorded();
      return (
        short.every((id) => last.get(id) === 'request.expired') &&
        last.get(granted) === 'grant.lapsed' &&
        last.get(later) === 'request.escalated'
      );
    });
  } finally {
    await sweeping.stop();
  }
  expect(wrong).toEqual([]);
  const size = (await queue.store.head()).size;
  queue.pass(7200);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect((await queue.store.head()).size).toBe(size);
});

test('a pass that fails is told, and the next one comes', async () => {
  const wrong: unknown[] = [];
  let calls = 0;
  const sweeping = sweeper({
    broker: {
      list: async () => {
        calls += 1;
        throw new Error('locked');
      },
      standings: async () => [],
    },
    failed: (error) => wrong.push(error),
    everyMilliseconds: 1,
  });
  await until(() => calls > 2);
  await sweeping.stop();
  expect(String(wrong[0])).toBe('Error: locked');
});

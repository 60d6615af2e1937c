import { describe, expect, test } from 'vitest';
import { keyedIds } from '../../src/server/idempotency.ts';
import { ApiDriver } from '../kit/api-driver.ts';
import { AGENT, Service, STRANGER } from '../kit/service.ts';

const POLICY = `version: 1
packs: []
default: hold
rules:
  - { id: fine, match: { tool: echo }, decision: allow }
  - { id: ask, match: { tool: touch }, decision: hold, approvers: { from: [sre], count: 1 } }
  - { id: never, match: { tool: rm }, decision: deny }
`;

const submit = (argv: readonly string[], key?: string, more: object = {}) => ({
  method: 'POST',
  path: '/v1/requests',
  headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
  body: JSON.stringify({ argv, cwd: '/', stdin: 'null', ...more }),
});

/** A submission that is sent again, because nobody knows what became of it. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('Idempotency-Key', () => {
  test.each([
    ['held', ['touch', '/tmp/x'], 'pending'],
    ['allowed', ['echo', 'hello'], 'granted'],
    ['denied', ['rm', '/tmp/x'], 'refused'],
  ] as const)('the same again is the same request: %s', async (_, argv, kind) => {
    await using service = await new Service().start({ policy: POLICY });
    await using agent = new ApiDriver(service.socket, AGENT);
    const said = [];
    for (let round = 0; round < 3; round++) said.push(await agent.call(submit(argv, 'key-1')));
    said.push(...(await Promise.all([1, 2, 3].map(() => agent.call(submit(argv, 'key-1'))))));
    expect(said.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    const answers = said.map(({ body }) => JSON.parse(body));
    expect(new Set(answers.map(({ asked }) => asked)).size).toBe(1);
    // Of an answer that waits, who is asked is known from the second time on.
    for (const each of answers) expect({ ...each, answer: {} }).toEqual({ ...answers[0], answer: {} });
    for (const { answer } of answers) expect(answer.kind).toBe(kind);
    const recorded = await service.broker.list({});
    expect(recorded).toHaveLength(kind === 'granted' ? 0 : 1);
    expect(recorded[0]?.view.repeated ?? 0).toBe(0);
  });

  test('six at one time are one', async () => {
    await using service = await new Service().start({ policy: POLICY });
    await using agent = new ApiDriver(service.socket, AGENT, 6);
    const said = await Promise.all(Array.from({ length: 6 }, () => agent.call(submit(['touch', '/tmp/x'], 'key-1'))));
    expect(new Set(said.map(({ body }) => JSON.parse(body).asked)).size).toBe(1);
    expect(await service.broker.list({})).toHaveLength(1);
  });

  test('also after the service went away, in whatever state the request is by then', async () => {
    const first = await new Service().start({ policy: POLICY });
    let id: string;
    {
      await using agent = new ApiDriver(first.socket, AGENT);
      id = JSON.parse((await agent.call(submit(['touch', '/tmp/x'], 'key-1'))).body).asked;
      await first.stop();
    }
    await using second = await new Service(first.home).start({ policy: POLICY });
    await using agent = new ApiDriver(second.socket, AGENT);
    const again = JSON.parse((await agent.call(submit(['touch', '/tmp/x'], 'key-1'))).body);
    expect(again).toMatchObject({
      asked: id,
      id,
      answer: { kind: 'pending' },
      manifest: { argv: ['touch', '/tmp/x'] },
    });
    await second.broker.withdraw(id, { by: 'agent:deploy@ann' });
    const ended = JSON.parse((await agent.call(submit(['touch', '/tmp/x'], 'key-1'))).body);
    expect(ended).toMatchObject({ asked: id, answer: { kind: 'refused', reason: 'withdrawn' } });
    expect(await second.broker.list({})).toHaveLength(1);
  });

  test('APP-06 the same key with anything else in it is a conflict, and nothing of it is taken in', async () => {
    await using service = await new Service().start({ policy: POLICY });
    await using agent = new ApiDriver(service.socket, AGENT);
    await agent.call(submit(['touch', '/tmp/x'], 'key-1'));
    const others = [
      submit(['touch', '/tmp/y'], 'key-1'),
      submit(['touch', '/tmp/x'], 'key-1', { environment: { A: 'b' } }),
      submit(['touch', '/tmp/x'], 'key-1', { cwd: '/tmp' }),
      submit(['touch', '/tmp/x'], 'key-1', { break_glass: true }),
    ];
    for (const each of others) expect(await agent.call(each)).toMatchObject({ status: 409 });
    expect(await service.broker.list({})).toHaveLength(1);
  });

  test('APP-07 somebody else with the same key gets a request of their own', async () => {
    await using service = await new Service().start({ policy: POLICY });
    await using agent = new ApiDriver(service.socket, AGENT);
    await using stranger = new ApiDriver(service.socket, STRANGER);
    const mine = JSON.parse((await agent.call(submit(['touch', '/tmp/x'], 'key-1'))).body);
    const theirs = JSON.parse((await stranger.call(submit(['touch', '/tmp/x'], 'key-1'))).body);
    expect(theirs.asked).not.toBe(mine.asked);
    expect(theirs.answer.kind).toBe('pending');
  });

  test.each(['', ' ', 'a b', 'x'.repeat(65), 'é'])('a key that is none is refused: %j', async (key) => {
    await using service = await new Service().start({ policy: POLICY });
    await using agent = new ApiDriver(service.socket, AGENT);
    expect((await agent.call(submit(['touch', '/tmp/x'], key))).status).toBe(400);
  });
});

describe('ids that follow from a key', () => {
  const ids = keyedIds(() => new Uint8Array(32).fill(7));
  const keyed = { caller: 'agent:a@b', key: 'k', asked: 'x' };

  test('are UUIDs of version 7 with the time of now, and end the same for the same key only', () => {
    const id = ids.idOf(keyed, Date.parse('2026-01-01T00:00:00Z'));
    expect(id).toMatch(/^019b76da-a800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.endsWith(ids.tailOf(keyed))).toBe(true);
    for (const other of [
      { ...keyed, caller: 'agent:a@c' },
      { ...keyed, key: 'l' },
    ])
      expect(ids.tailOf(other)).not.toBe(ids.tailOf(keyed));
    expect(keyedIds(() => new Uint8Array(32)).tailOf(keyed)).not.toBe(ids.tailOf(keyed));
  });

  test('say whether the same was asked', () => {
    const id = ids.idOf(keyed, 1);
    expect(ids.isSame(id, keyed)).toBe(true);
    expect(ids.isSame(id, { ...keyed, asked: 'y' })).toBe(false);
  });

  test('what stands between the parts does not move from one to the other', () => {
    expect(ids.tailOf({ caller: 'ab', key: 'c', asked: '' })).not.toBe(
      ids.tailOf({ caller: 'a', key: 'bc', asked: '' }),
    );
  });
});

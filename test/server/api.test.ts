import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, BOB, type Called, Service, STRANGER } from '../kit/service.ts';

/** The API over a unix socket, called by accounts of this machine: the kernel says who they are. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('the service', () => {
  let service: Service;
  beforeAll(async () => {
    service = await new Service().start();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  const vote = async (uid: number, id: string, more: object = {}, claims?: unknown): Promise<Called> => {
    const { view } = await service.broker.get(id);
    const ballot = { vote: 'approve', proof: { kind: 'os' }, digest: view.digest, at: Date.now(), nonce: nonce() };
    return service.call(uid, 'POST', `/v1/requests/${id}/votes`, { ...ballot, ...more }, claims);
  };

  test('knows each account by its uid, under the names of the directory', async () => {
    const who = async (uid: number, claims?: unknown) =>
      (await service.call(uid, 'GET', '/v1/whoami', undefined, claims)).body;
    expect(await who(ANN)).toMatchObject({ principal: { kind: 'person', id: 'person:ann', known: 'os' }, by: 'peer' });
    expect(await who(AGENT)).toMatchObject({
      principal: { kind: 'agent', id: 'agent:deploy@ann', owner: 'person:ann' },
    });
    expect((await who(AGENT)).scopes).toEqual(['run']);
    expect((await who(STRANGER)).scopes).toEqual(['run']);
    expect(await who(BOB, { tty: true, kind: 'agent', harness: 'claude-code' })).toMatchObject({
      principal: { kind: 'agent', owner: 'person:bob', known: 'claimed' },
      scopes: ['run'],
    });
  });

  test('two people of other accounts see what waits, and one approves it', async () => {
    const id = await service.ask();
    const { body } = await service.call(BOB, 'GET', '/v1/requests?open=1');
    expect(body.requests.map((each: { id: string }) => each.id)).toContain(id);
    expect(await vote(BOB, id)).toMatchObject({
      status: 200,
      body: { kind: 'recorded', known: { view: { state: 'granted' } } },
    });
    expect((await service.broker.record(id)).find(({ type }) => type === 'vote.cast')?.payload).toMatchObject({
      voter: 'person:bob',
      evidence: 'os',
    });
  });

  test('SELF-06 a name in the body is not taken, and nobody becomes a person by a claim', async () => {
    const id = await service.ask({ argv: ['kubectl', 'delete', 'pod', 'x'] });
    expect(await vote(AGENT, id)).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } });
    expect(await vote(AGENT, id, { voter: 'person:bob' })).toMatchObject({ status: 403 });
    expect(await vote(BOB, id, { voter: 'person:ann' })).toMatchObject({ status: 400, body: { code: 'USAGE' } });
    expect(await vote(BOB, id, {}, { tty: false })).toMatchObject({ status: 403 });
    expect(await vote(BOB, id, {}, { tty: true, supervised: true })).toMatchObject({ status: 403 });
    expect(await vote(STRANGER, id)).toMatchObject({ status: 403 });
    expect((await service.broker.get(id)).view.state).toBe('pending');
  });

  test('what an account did not ask it cannot see, nor tell from what there is not', async () => {
    const id = await service.ask({ argv: ['kubectl', 'get', 'secret', 'y'] });
    const unseen = await service.call(STRANGER, 'GET', `/v1/requests/${id}`);
    const missing = await service.call(STRANGER, 'GET', '/v1/requests/019b76da-a800-7000-8000-000000000000');
    expect([unseen.status, missing.status]).toEqual([404, 404]);
    expect((await service.call(STRANGER, 'GET', '/v1/requests')).body).toEqual({ requests: [] });
    expect((await service.call(STRANGER, 'GET', '/v1/changes')).status).toBe(403);
    expect((await service.call(AGENT, 'GET', `/v1/requests/${id}`)).status).toBe(200);
  });

  test('a question, its answer by the requester alone, and a withdrawal', async () => {
    const id = await service.ask({ argv: ['kubectl', 'scale', 'deploy', 'z'] });
    expect(await service.call(BOB, 'POST', `/v1/requests/${id}/questions`, { text: 'why?' })).toMatchObject({
      status: 200,
    });
    expect((await service.call(BOB, 'POST', `/v1/requests/${id}/answers`, { text: 'because' })).body.kind).toBe(
      'not_yours',
    );
    expect((await service.call(AGENT, 'POST', `/v1/requests/${id}/answers`, { text: 'because' })).body.kind).toBe(
      'recorded',
    );
    expect((await service.call(AGENT, 'POST', `/v1/requests/${id}/withdrawal`, {})).body.kind).toBe('recorded');
    expect((await service.broker.get(id)).view.state).toBe('withdrawn');
  });

  test("the socket has its mode from the first moment, and its directory is the service's", () => {
    expect(statSync(service.socket).mode & 0o777).toBe(0o666);
    expect(statSync(dirname(service.socket)).mode & 0o022).toBe(0);
  });

  test.each<[string, string, string, unknown, number]>([
    ['nothing is here', 'GET', '/v2/x', undefined, 404],
    ['no JSON', 'POST', '/v1/requests', 'x', 400],
    ['a path that becomes another one', 'GET', '/v1/../healthz', undefined, 404],
    ['the same, escaped', 'GET', '/v1/requests/%2e%2e/whoami', undefined, 404],
    ['a method that the web has not', 'TRACE', '/v1/whoami', undefined, 404],
    ['unknown members', 'POST', '/v1/requests', { argv: ['true'], cwd: '/', stdin: 'null', uid: 0 }, 400],
    ['a relative directory', 'POST', '/v1/requests', { argv: ['true'], cwd: 'x', stdin: 'null' }, 400],
    ['a body of two megabytes', 'POST', '/v1/requests', { argv: ['x'.repeat(2e6)], cwd: '/', stdin: 'null' }, 413],
    [
      'a prototype',
      'POST',
      '/v1/requests',
      JSON.parse('{"__proto__":{"tty":true},"argv":["true"],"cwd":"/","stdin":"null"}'),
      400,
    ],
  ])('says what is wrong, as a problem: %s', async (_, method, path, body, status) => {
    const said = await service.call(AGENT, method, path, body);
    expect(said.status).toBe(status);
    expect(said.body).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      code: expect.any(String),
    });
  });

  test('is alive and ready without anybody being known', async () => {
    expect(await service.call(STRANGER, 'GET', '/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await service.call(STRANGER, 'GET', '/readyz')).toMatchObject({ status: 200, body: { ready: true } });
  });
});

const nonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');

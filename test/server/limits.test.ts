import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyExport } from '../../src/audit/export.ts';
import { ApiDriver } from '../kit/api-driver.ts';
import { effort } from '../kit/effort.ts';
import { AGENT, ANN, BOB, Service, STRANGER } from '../kit/service.ts';

/** What one caller can take, and how much comes back at once. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('the limits of the API', () => {
  let service: Service;
  beforeAll(async () => {
    service = await new Service().start({ more: 'limits: { calls: { per_second: 1, burst: 60 }, streams: 2 }\n' });
  });
  afterAll(() => service[Symbol.asyncDispose]());

  const tty = { 'gate-claims': '{"tty":true}' };

  test('AVL-06 a flood of one account is told to wait, whatever it claims to be, and others are answered meanwhile', async () => {
    await using stranger = new ApiDriver(service.socket, STRANGER);
    const claims = [
      '{"tty":true}',
      '{"tty":false,"kind":"agent","harness":"codex"}',
      '{"tty":false,"kind":"pipeline"}',
    ];
    const whoami = (index: number) =>
      stranger.call({ method: 'GET', path: '/v1/whoami', headers: { 'gate-claims': claims[index % 3] ?? '' } });
    const said = await Promise.all(Array.from({ length: 240 }, (_, index) => whoami(index)));
    const late = said.filter(({ status }) => status === 429);
    expect(said.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(60);
    expect(late.length).toBeGreaterThan(100);
    for (const { headers, body } of late) {
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(JSON.parse(body)).toMatchObject({ status: 429, code: 'TOO_MANY' });
    }
    expect((await service.call(BOB, 'GET', '/v1/whoami')).status).toBe(200);
  });

  test('streams of events are counted, and one that was closed makes room', async () => {
    await using ann = new ApiDriver(service.socket, ANN, 8);
    const watch = { method: 'GET', path: '/v1/changes', headers: tty };
    const held = [service.held(ANN), service.held(ANN)];
    await Promise.all(held.map(({ begun }) => begun));
    expect((await ann.call(watch)).status).toBe(429);
    for (const each of held) each.close();
    await expect.poll(async () => (await ann.call({ ...watch, open: true })).status).toBe(200);
  });

  test('the log can be kept elsewhere, and verified from what the API gives', async () => {
    await service.ask();
    await using bob = new ApiDriver(service.socket, BOB);
    const get = (path: string) => bob.call({ method: 'GET', path, headers: tty });
    const refused = await service.call(AGENT, 'GET', '/v1/audit/entries');
    expect(refused).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } });
    const head = JSON.parse((await get('/v1/audit/checkpoint')).body);
    const lines: string[] = [`{"export":1,"log":"${head.log}","from":0,"range":[]}`];
    while (lines.length <= head.size) {
      const { body } = await get(`/v1/audit/entries?from=${lines.length - 1}&limit=2`);
      const found = body.split('\n').filter((line) => line !== '');
      expect(found.length).toBeGreaterThan(0);
      lines.push(...found);
    }
    lines.push(JSON.stringify({ size: head.size, root: head.root, at: head.at }));
    const verdict = await verifyExport(
      (async function* () {
        for (const line of lines) yield `${line}\n`;
      })(),
    );
    expect(verdict).toMatchObject({ kind: 'sound', size: head.size });
  });
});

describe.skipIf(process.getuid?.() !== 0)('what is asked to be waited for', () => {
  test('AVL-05 a caller that has seen more than there is costs the service nothing while it waits', async () => {
    await using service = await new Service().start();
    const id = await service.ask();
    await using bob = new ApiDriver(service.socket, BOB, 8);
    const watches = Array.from({ length: 4 }, () =>
      bob.call({ method: 'GET', path: `/v1/requests/${id}/changes?seen=999999`, stay: 2000 }),
    );
    const spent = await effort(() => Promise.all(watches));
    expect((await Promise.all(watches)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(spent).toBeLessThan(400);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a long list', () => {
  test('comes in pages, and each sees theirs only', async () => {
    await using service = await new Service().start();
    const mine: string[] = [];
    for (let index = 0; index < 15; index++) mine.push(await service.ask({ argv: ['kubectl', 'get', `p${index}`] }));
    for (let index = 0; index < 3; index++) {
      await service.ask({
        argv: ['kubectl', 'get', `q${index}`],
        principal: { kind: 'person', id: 'person:bob', known: 'os' },
      });
    }
    const pages = async (uid: number, query: string) => {
      const found: string[][] = [];
      for (let cursor = ''; ; ) {
        const { body } = await service.call(uid, 'GET', `/v1/requests?limit=4${query}${cursor}`);
        found.push(body.requests.map(({ id }: { id: string }) => id));
        if (body.next === undefined) return found;
        cursor = `&cursor=${body.next}`;
      }
    };
    const all = await pages(BOB, '&open=1');
    expect(all.map(({ length }) => length)).toEqual([4, 4, 4, 4, 2]);
    expect(new Set(all.flat()).size).toBe(18);
    expect((await pages(AGENT, '')).flat()).toEqual(mine.toReversed());
    expect((await pages(STRANGER, '')).flat()).toEqual([]);
    expect((await pages(STRANGER, '&principal=person:bob')).flat()).toEqual([]);
    expect((await service.call(BOB, 'GET', '/v1/requests?limit=100000')).status).toBe(400);
  });
});

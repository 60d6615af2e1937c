import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Connection, call, stream } from '../../src/broker/remote-http.ts';

type Handle = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A server that does to its callers what services and networks do. */
async function serving(
  handle: Handle,
): Promise<{ connection: Connection; keys: (string | undefined)[] } & AsyncDisposable> {
  const home = mkdtempSync(join(tmpdir(), 'gate-http-'));
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    request.resume().on('end', () => handle(request, response, keys.length));
  });
  const path = join(home, 's');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const connection: Connection = {
    name: path,
    headers: { host: 'gate' },
    connect: () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(path, () => resolve(socket)).once('error', reject);
      }),
  };
  return {
    connection,
    keys,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(home, { recursive: true });
    },
  };
}

const json = (response: ServerResponse, status: number, body: object, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

describe('a call of the service', () => {
  test('whose connection broke is made again with the same key, and without one it is not', async () => {
    await using there = await serving((request, response, count) => {
      if (count % 3 === 0) json(response, 201, { count });
      else if (count % 3 === 1) request.socket.destroy();
      // Half of an answer is none.
      else response.writeHead(201, { 'content-length': '50' }).write('{"co', () => request.socket.destroy());
    });
    expect(await call(there.connection, 'POST', '/x', {}, { key: 'k1' })).toEqual({ count: 3 });
    expect(there.keys).toEqual(['k1', 'k1', 'k1']);
    await expect(call(there.connection, 'POST', '/x', {})).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' });
    expect(there.keys).toHaveLength(4);
  });

  test('that nobody takes fails at once', async () => {
    let tries = 0;
    const connection: Connection = {
      name: 'nowhere',
      headers: {},
      connect: async () => {
        tries++;
        const { unreachable } = await import('../../src/broker/remote-http.ts');
        throw unreachable(connection, undefined);
      },
    };
    await expect(call(connection, 'POST', '/x', {}, { key: 'k' })).rejects.toMatchObject({
      code: 'CHANNEL_UNAVAILABLE',
    });
    expect(tries).toBe(1);
  });

  test('that was refused is not made again', async () => {
    await using there = await serving((_, response) => json(response, 409, { title: 'no', code: 'CONFLICT' }));
    await expect(call(there.connection, 'POST', '/x', {}, { key: 'k' })).rejects.toMatchObject({ message: 'no' });
    expect(there.keys).toHaveLength(1);
  });

  test('that was put off is made again when the service says', async () => {
    await using there = await serving((_, response, count) =>
      count < 3
        ? json(response, 429, { title: 'later', code: 'TOO_MANY' }, { 'retry-after': '0' })
        : json(response, 200, { count }),
    );
    expect(await call(there.connection, 'GET', '/x')).toEqual({ count: 3 });
  });

  test('a stream that was put off ends, for whoever watches to begin again', async () => {
    await using there = await serving((_, response) =>
      json(response, 429, { title: 'later', code: 'TOO_MANY' }, { 'retry-after': '0' }),
    );
    const seen: string[] = [];
    for await (const each of stream(there.connection, '/x', new AbortController().signal)) seen.push(each);
    expect(seen).toEqual([]);
  });
});

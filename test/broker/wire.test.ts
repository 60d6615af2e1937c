import { createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connection, call, stream } from '../../src/broker/remote-http.ts';
import { wireOn } from '../../src/broker/wire.ts';

/** What the client of a service understands of HTTP, against a server that says exactly what the test wants, in pieces of its choice. */
let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  server = undefined;
});

/** Answers every request with the next of these; each is a list of pieces that are sent one after the other. */
async function saying(
  ...answers: readonly (readonly (string | Buffer)[])[]
): Promise<Connection & { opened(): number }> {
  let opened = 0;
  const left = [...answers];
  server = createServer((socket) => {
    opened++;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', async () => {
      for (const piece of left.shift() ?? []) {
        if (piece === END) socket.end();
        else socket.write(piece);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const connect = async () => {
    const { connect: open } = await import('node:net');
    const socket = open(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return socket;
  };
  return { name: 'test', connect, headers: { host: 'gate' }, opened: () => opened };
}

const END = '\0end';
const json = (value: unknown) => {
  const text = JSON.stringify(value);
  return `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const chunked = (...pieces: readonly string[]) =>
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${pieces
    .map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`)
    .join('')}0\r\n\r\n`;

describe('a call of a service', () => {
  it('understands a body by its length, in pieces, or to the end of the connection', async () => {
    const service = await saying(
      [json({ a: 1 })],
      [chunked('{"b":', '2}')],
      ['HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"c":3}', END],
    );
    expect(await call(service, 'GET', '/')).toEqual({ a: 1 });
    expect(await call(service, 'GET', '/')).toEqual({ b: 2 });
    expect(await call(service, 'GET', '/')).toEqual({ c: 3 });
    expect(service.opened()).toBe(1);
  });

  it('is the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(200), { maxLength: 10 }),
        fc.boolean(),
        async (texts, cuts, inChunks) => {
          const value = JSON.stringify(texts);
          const whole = Buffer.from(inChunks ? chunked(value.slice(0, 2), value.slice(2)) : json(texts));
          const places = [...new Set([0, ...cuts.map((cut) => cut % whole.length), whole.length])].sort(
            (a, b) => a - b,
          );
          const pieces = places.slice(1).map((end, index) => whole.subarray(places[index], end));
          const service = await saying(pieces);
          try {
            expect(await call(service, 'GET', '/')).toEqual(texts);
          } finally {
            await new Promise((resolve) => {
              for (const socket of sockets) socket.destroy();
              server?.close(resolve);
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens another connection when the last was closed, or is to be', async () => {
    const service = await saying([json(1).replace('\r\n', '\r\nConnection: close\r\n'), END], [json(2)]);
    expect(await call(service, 'GET', '/')).toBe(1);
    expect(await call(service, 'GET', '/')).toBe(2);
    expect(service.opened()).toBe(2);
  });

  it.each([
    ['no HTTP', ['hello\r\n\r\n']],
    ['another version', ['HTTP/2 200\r\n\r\n']],
    ['a head without end', ['HTTP/1.1 200 OK\r\n', 'x'.repeat(70_000)]],
    ['a length that is none', ['HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n']],
    [
      'a piece that is longer than it says',
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n'],
    ],
    ['a size of a piece that is none', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n']],
    ['an end in the middle', ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"a"', END]],
    ['an end at once', [END]],
    ['a body that is no JSON', [`${json('').slice(0, -2)}{}`.replace('Content-Length: 2', 'Content-Length: 1')]],
  ])('%s is a service that cannot be reached, and nothing else', async (_, pieces) => {
    const service = await saying(pieces);
    await expect(call(service, 'GET', '/')).rejects.toMatchObject({
      code: 'CHANNEL_UNAVAILABLE',
      message: 'the service at `test` cannot be reached',
    });
  });

  it('an error is the code and the words of the service', async () => {
    const text = '{"code":"CONFIG_INVALID","title":"no account","hint":"make one"}';
    const service = await saying([`HTTP/1.1 503 No\r\nContent-Length: ${text.length}\r\n\r\n${text}`]);
    await expect(call(service, 'GET', '/')).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'no account',
      hint: 'make one',
    });
  });
});

describe('a stream', () => {
  it('gives the data of each event, and ends when nobody wants it any more', async () => {
    const service = await saying([
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
      ...['data: one\n\nda', 'ta: two\ndata: three\n\n'].map(
        (piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`,
      ),
    ]);
    const over = new AbortController();
    const seen: string[] = [];
    for await (const data of stream(service, '/', over.signal)) {
      seen.push(data);
      if (seen.length === 2) over.abort();
    }
    expect(seen).toEqual(['one', 'two\nthree']);
  });
});

it('a connection that became another has all that came behind the head', async () => {
  const service = await saying([Buffer.from('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nab'), 'cd', END]);
  const wire = wireOn(await service.connect());
  expect((await wire.send({ method: 'GET', path: '/', headers: {} })).status).toBe(101);
  const socket = wire.become();
  let text = '';
  for await (const bytes of socket) text += bytes;
  expect(text).toBe('abcd');
});

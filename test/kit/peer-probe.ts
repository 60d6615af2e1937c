/**
 * One end of a unix socket, for tests that need it under another account or runtime. `listen PATH` says `ready`, then
 * what the kernel says of each who connects, one JSON line each; `connect PATH` connects, and ends when the other end does;
 * `hold PATH` listens and says nothing about anybody; `ask PATH USER` is a client that checks who listens.
 */
import { createServer as httpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { trustedService } from '../../src/broker/trusted-service.ts';
import { peers } from '../../src/server/identity/peer.ts';

const [what = '', path = '', user = ''] = process.argv.slice(2);
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

if (what === 'listen') {
  const { peerOf } = await peers();
  const known = new WeakMap<object, unknown>();
  const http = httpServer((request, response) => {
    say({ http: known.get(request.socket) });
    response.end();
  });
  createServer((socket) => {
    known.set(socket, peerOf(socket));
    say(known.get(socket));
    http.emit('connection', socket);
  }).listen(path, () => say('ready'));
} else if (what === 'hold') {
  createServer(() => {}).listen(path, () => say('ready'));
} else if (what === 'connect') {
  const socket = connect(path);
  socket.on('connect', () => socket.write('GET / HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n'));
  socket.on('error', (error) => say(String(error)));
  socket.resume();
} else if (what === 'ask') {
  const service = await trustedService(path, user);
  try {
    (await service.connect()).destroy();
    say('trusted');
  } catch (error) {
    say(String(error));
  }
}

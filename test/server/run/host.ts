// A service that does nothing but run what it is told: `host.ts SOCKET OPTIONS`, under Bun or Node. The first line on a
// connection is the order as JSON; from then on it is a run's connection. On stdout a line of JSON for what happens.
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openRunner } from '../../../src/server/run/runner.ts';

const [, , socket = '', given = '{}'] = process.argv;
const starter = [process.execPath, fileURLToPath(new URL('starter-main.ts', import.meta.url))];
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
process.on('unhandledRejection', (error) => say({ unhandled: String(error) }));

const runner = await openRunner({ starter, emptier: [], copier: [], now: () => Date.now(), ...JSON.parse(given) });
const server = createServer((connection) => {
  connection.on('error', () => {});
  let text = Buffer.alloc(0);
  const onData = (bytes: Buffer) => {
    text = Buffer.concat([text, bytes]);
    const end = text.indexOf(10);
    if (end < 0) return;
    connection.off('data', onData);
    connection.pause();
    const rest = text.subarray(end + 1);
    if (rest.length > 0) connection.unshift(rest);
    const order = JSON.parse(text.subarray(0, end).toString());
    const ended = async (exit: object) => say({ id: order.id, exit, rss: process.memoryUsage().rss });
    const spooled = order.spool === undefined ? {} : { stdin: openSync(order.spool, 'r') };
    runner
      .run({ ...order, ...spooled, ended }, connection)
      .catch((error) => say({ id: order.id, error: error.message }));
    connection.resume();
  };
  connection.on('data', onData);
});
server.listen(socket, () => say({ listening: true, holds: runner.holds, rss: process.memoryUsage().rss }));
process.on('SIGTERM', () => {
  server.close();
  void runner.close().then(() => {
    say({ closed: true });
    process.exit(0);
  });
});

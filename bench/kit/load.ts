import { callOn, connectAs } from './service.ts';

/**
 * Puts a service under load from a process of its own: SOCKET CONNECTIONS SECONDS. Every connection is of another account and has one
 * request under way. Prints how many were answered, in how long, and the milliseconds that each took.
 */
const [socket = '', connections = '1', seconds = '1'] = process.argv.slice(2);
const FIRST_UID = 62_000;

const wires = await Promise.all(
  Array.from({ length: Number(connections) }, (_, index) => connectAs(FIRST_UID + index, socket)),
);
const latencies: number[] = [];
const since = performance.now();
const end = since + Number(seconds) * 1000;
await Promise.all(
  wires.map(async (wire, index) => {
    for (let count = 0; performance.now() < end; count++) {
      const before = performance.now();
      const argv = ['mv', `/srv/report-${index}-${count}.csv`, '/srv/old'];
      const { answer } = await callOn(wire, 'POST', '/v1/requests', { argv, cwd: '/', stdin: 'null' });
      if (answer.kind !== 'refused') throw new Error(`it was ${answer.kind}`);
      latencies.push(performance.now() - before);
    }
  }),
);
const milliseconds = performance.now() - since;
for (const wire of wires) wire.close();
process.stdout.write(JSON.stringify({ milliseconds, latencies }));

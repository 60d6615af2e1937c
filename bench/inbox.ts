import { Gate } from '../test/kit/gate.ts';
import { atInbox } from '../test/kit/inbox.ts';
import { holdTouch } from '../test/kit/policies.ts';
import { seed } from '../test/kit/seed.ts';

/**
 * What a person at an inbox waits for, with 500 requests pending, at a real terminal: from the start to the first frame
 * with the list, from a key to the frame that answers it, and what an idle inbox costs. Figures, no peers:
 *
 *     node bench/inbox.ts
 */
const PENDING = 500;
const STARTS = 10;
const KEYS = 100;
const IDLE_SECONDS = 20;

using gate = new Gate(holdTouch());
const id = await gate.ask(['--', 'touch', 'first']);
await seed(gate, id, PENDING - 1);

const starts: number[] = [];
for (let start = 0; start < STARTS; start++) {
  const began = performance.now();
  const inbox = atInbox(gate, { cols: 140, rows: 40 });
  await inbox.sees(`${PENDING} wait`);
  starts.push(performance.now() - began);
  inbox.type('q');
  await inbox.ended;
}

const inbox = atInbox(gate, { cols: 140, rows: 40 });
await inbox.sees(`${PENDING} wait`);
const keys: number[] = [];
for (let key = 0; key < KEYS; key++) {
  const before = inbox.screen().length;
  const began = performance.now();
  inbox.type(key % 20 < 10 ? 'j' : 'k');
  await inbox.sees(() => inbox.screen().length > before);
  keys.push(performance.now() - began);
  // The card that is read for it is another frame.
  await new Promise((resolve) => setTimeout(resolve, 120));
}
const pid = await inbox.child;
const before = await processorSeconds(pid);
await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
const idle = ((await processorSeconds(pid)) - before) / IDLE_SECONDS;
const resident = await residentMebibytes(pid);
inbox.type('q');
await inbox.ended;

print('start to first list, with the start of a terminal and its host', starts);
print('key to the first bytes of its frame', keys);
process.stdout.write(`idle: ${(idle * 100).toFixed(2)} % of a processor, ${resident} MiB\n`);

function print(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  process.stdout.write(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${sorted.length})\n`);
}

async function processorSeconds(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function residentMebibytes(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  return Math.round((Number(pages) * 4096) / 2 ** 20);
}

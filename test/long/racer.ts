/**
 * One process of the race: `node racer.ts HOME ROLE NAME COUNT`. An agent asks for COUNT things and starts whatever is
 * granted, its own or not; an approver votes on whatever waits. Both go on until all have ended, and print what they did.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ballot, directory, Queue, submission } from '../kit/queue.ts';

const [, , home = '', role, name = '', most = '0'] = process.argv;
const people = ['person:p0', 'person:p1', 'person:p2'];
using queue = new Queue(directory({ sre: people }), { home, clock: () => Date.now() });
const { broker } = queue;
const all = Number(most);

function asked(index: number) {
  const principal = { id: `agent:a${index % 2}@ann`, owner: 'person:ann' };
  return submission(
    { argv: ['kubectl', 'label', 'pod', `p${index}`], principal, approvers: [{ count: 2 }] },
    Date.now(),
  );
}

/** Every tenth is denied by whoever comes first, so that denials race with approvals. */
async function approve(): Promise<number> {
  let votes = 0;
  for (;;) {
    const waiting = (await broker.list({ open: true })).filter(({ view }) => view.state === 'pending');
    for (const { id, view } of waiting) {
      if (view.votes.some(({ voter }) => voter === name)) continue;
      const vote = Number(/\d+$/.exec(String(view.argv.at(-1)))?.[0]) % 10 === 7 ? 'deny' : 'approve';
      const received = await broker.vote(id, ballot(name, { vote, digest: view.digest, at: Date.now() }));
      if (received.kind === 'recorded') votes += 1;
    }
    if ((await broker.list({})).filter(({ view }) => !view.open).length >= all) return votes;
    await sleep(1);
  }
}

/** Both agents try to start the same grants: of many exactly one may. */
async function run(): Promise<number> {
  let starts = 0;
  const mine = Array.from({ length: all }, (_, index) => index).filter((index) => `a${index % 2}` === name);
  const waiting = new Map<string, ReturnType<typeof asked>>();
  while (mine.length > 0 || waiting.size > 0) {
    while (mine.length > 0 && waiting.size < 10) {
      const one = asked(mine.shift()!);
      const answer = await broker.submit(one);
      if (answer.kind !== 'pending') throw new Error(`not pending: ${JSON.stringify(answer)}`);
      waiting.set(answer.request, one);
    }
    for (const [id, one] of waiting) {
      const { view } = await broker.get(id);
      if (view.state === 'granted') {
        const grant = { kind: 'granted' as const, request: id, digest: view.digest };
        // Twice at once, as two waiters of the same request would.
        const both = await Promise.all([broker.start(one, grant, undefined), broker.start(one, grant, undefined)]);
        for (const receipt of both) {
          if ('kind' in receipt) continue;
          starts += 1;
          await broker.finish(receipt, { kind: 'exited', code: 0, milliseconds: 1 });
        }
      }
      if (!view.open || view.state === 'granted') waiting.delete(id);
    }
    await sleep(1);
  }
  return starts;
}

process.stdout.write(`${role === 'agent' ? await run() : await approve()}\n`);

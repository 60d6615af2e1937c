import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ballot, directory, Queue, submission } from '../kit/queue.ts';

const TEAM = directory({ sre: ['person:bob', 'person:cy'] });
/** True once somebody reads it, who then sees its end. */
function opens(fifo: string): boolean {
  try {
    closeSync(openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

const pod = (name: string) => ['kubectl', 'label', 'pod', name];

describe('APP: decisions and grants', () => {
  test('APP-04 a decision that is sent again changes nothing: not the same vote, not that of another request', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ approvers: [{ count: 2 }] });
    const first = ballot('person:bob', { digest: (await queue.broker.get(id)).view.digest, at: queue.now });
    for (let times = 0; times < 3; times++)
      expect(await queue.broker.vote(id, first)).toMatchObject({ kind: 'recorded' });
    expect((await queue.broker.get(id)).view).toMatchObject({ state: 'pending', votes: [{ voter: 'person:bob' }] });
    const other = await queue.ask({ argv: pod('web-1') });
    expect(await queue.broker.vote(other, first)).toMatchObject({
      kind: 'not_yours',
      why: 'the digest is not that of the request',
    });
    expect(await queue.vote(id, 'person:cy', { vote: 'deny' })).toMatchObject({ kind: 'recorded' });
    const before = await queue.broker.record(id);
    const ended = { known: { view: { state: 'denied' } } };
    // Whoever did not hear the answer hears it; and nothing is recorded.
    expect(await queue.broker.vote(id, first)).toMatchObject({ kind: 'recorded', ...ended });
    expect(await queue.broker.vote(id, { ...first, vote: 'deny' })).toMatchObject({ kind: 'ended', ...ended });
    expect(await queue.broker.record(id)).toEqual(before);
  });

  test('APP-04 the nonce of one person’s vote is no vote of another', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ approvers: [{ count: 2 }] });
    const first = ballot('person:bob', { digest: (await queue.broker.get(id)).view.digest, at: queue.now });
    expect(await queue.broker.vote(id, first)).toMatchObject({ kind: 'recorded' });
    expect(await queue.broker.vote(id, { ...first, voter: 'person:cy' })).toMatchObject({
      kind: 'not_yours',
      why: 'its nonce is that of another vote',
    });
    expect(await queue.state(id)).toBe('pending');
  });

  test('APP-08 gate dies while the command runs: the end is unknown, and nothing runs a second time', async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: allow\n');
    const fifo = join(gate.home, 'fifo');
    execFileSync('mkfifo', [fifo]);
    // Runs until somebody opens the other end.
    const started = gate.start(['--', 'sh', '-c', `echo up; cat ${fifo}`]);
    await expect.poll(started.stdout).toContain('up');
    started.process.kill('SIGKILL');
    const all = async () => JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout).requests;
    await expect.poll(all, { timeout: 30_000 }).toMatchObject([{ state: 'unknown' }]);
    const [{ id }] = await all();
    expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76 });
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
    // The command is still there, and ends by itself.
    await expect.poll(() => opens(fifo), { timeout: 30_000 }).toBe(true);
    await started.ended;
  });

  test('APP-09 whatever is changed in a command that an approval stands for, but the open name, is asked again', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ argv: pod('web-0') });
    const { view } = await queue.broker.get(id);
    await queue.vote(id, 'person:bob', { standing: { seconds: 3600, shape: view.shape.digest } });
    expect(await queue.broker.submit(submission({ argv: pod('other') }, queue.now))).toMatchObject({ kind: 'granted' });
    const changed = fc.oneof(
      fc.string({ minLength: 1 }).map((text) => ({ argv: [...pod('web-1'), text] })),
      fc.string({ minLength: 1 }).map((text) => ({ argv: ['kubectl', 'label', text, 'web-1'] })),
      fc.string({ minLength: 1 }).map((text) => ({ argv: pod('web-1'), cwd: `/${text}` })),
      fc.constantFrom('destroy' as const, 'secret' as const, 'execute' as const).map((effect) => ({
        argv: pod('web-1'),
        effects: ['write' as const, effect],
      })),
      fc.string({ minLength: 1 }).map((session) => ({ argv: pod('web-1'), principal: { session } })),
    );
    await fc.assert(
      fc.asyncProperty(changed, async (asked) => {
        fc.pre(
          asked.argv[2] !== 'pod' ||
            asked.argv.length > 4 ||
            'cwd' in asked ||
            'effects' in asked ||
            'principal' in asked,
        );
        const answer = await queue.broker.submit(submission(asked, queue.now));
        expect(['pending', 'refused']).toContain(answer.kind);
      }),
    );
  });

  test('APP-09 taken back, it covers nothing from the next moment on', async () => {
    using queue = new Queue(TEAM);
    const id = await queue.ask({ argv: pod('web-0') });
    const { view } = await queue.broker.get(id);
    await queue.vote(id, 'person:bob', { standing: { seconds: 3600, shape: view.shape.digest } });
    const [standing] = await queue.broker.standings({ open: true });
    await queue.broker.revokeStanding(standing!.id, { by: 'person:bob' });
    expect(await queue.broker.submit(submission({ argv: pod('other') }, queue.now))).toMatchObject({ kind: 'pending' });
  });
});

import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { soleUser } from '../../src/approval/directory.ts';
import { PROJECTION_FORM, projected } from '../../src/approval/projection.ts';
import { heldRequests } from '../../src/broker/held.ts';
import { localBroker } from '../../src/broker/local.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { wakeIn } from '../../src/broker/wake.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { GATE } from '../kit/gate.ts';
import { cleanEnvironment } from '../kit/person.ts';
import { osOnly } from '../kit/queue.ts';
import { inPlace, verdictOf } from './fixtures/place.ts';

/**
 * `fixtures/schema-1.db.gz` was written by the first gate (schema 1, views without shape, effects or repetitions): requests
 * that wait, were asked back, answered, granted, denied, withdrawn, refused and finished, by an agent of ana's.
 */
const OLD = gunzipSync(readFileSync(join(import.meta.dirname, 'fixtures/schema-1.db.gz')));
const ANA = 'person:ana@laptop';
/** A minute after the last event in it. */
const THEN = Date.parse('2026-11-21T13:47:50Z');

const opened = (use: (parts: ReturnType<typeof brokerAt>, path: string) => Promise<void>) =>
  inPlace(async (path, directory) => {
    writeFileSync(path, OLD, { mode: 0o600 });
    const parts = brokerAt(path, directory);
    try {
      await use(parts, path);
    } finally {
      parts.store.close();
    }
  });

function brokerAt(path: string, directory: string) {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const now = () => THEN;
  const store = new SqliteStore<Stream>({ path, project: projected, form: PROJECTION_FORM, now, random });
  const broker = localBroker({
    store,
    directory: { ...soleUser(() => 'os'), refresh: async () => {} },
    proofs: osOnly,
    held: heldRequests(join(directory, 'held')),
    wake: wakeIn(join(directory, 'wait'), process, random),
    now,
    newId: randomUUID,
    pid: process.pid,
    runner: () => undefined,
    isAlive: () => true,
    documents: () => [],
    unwatched: async () => undefined,
  });
  return { store, broker };
}

const ballot = (digest: string) => ({
  vote: 'approve' as const,
  voter: ANA,
  proof: { kind: 'os' as const },
  digest,
  at: THEN,
  nonce: randomBytes(16).toString('hex'),
});

describe('a database of the first gate', () => {
  it('is listed as if this gate had written it', () =>
    opened(async ({ broker }) => {
      const known = await broker.list({});
      expect(known.map(({ view }) => [view.argv.join(' '), view.state])).toEqual([
        ['touch answered', 'pending'],
        ['rm nothing', 'denied'],
        ['touch cancelled', 'withdrawn'],
        ['touch finished', 'finished'],
        ['touch denied', 'denied'],
        ['touch granted', 'granted'],
        ['touch asked', 'questioned'],
        ['touch waits', 'pending'],
        ['true', 'finished'],
      ]);
      for (const { view } of known) {
        expect(view).toMatchObject({
          kind: 'request',
          repeated: 0,
          shape: { digest: expect.stringMatching(/^sha256:/) },
        });
      }
      expect(known[0]?.view).toMatchObject({ effects: ['write'], expiresSeconds: 364 * 86_400 });
      expect(await broker.standings({})).toEqual([]);
    }));

  it('what waits can be approved, asked back, answered and repeated, and the log stays sound', () =>
    opened(async ({ broker }, path) => {
      const waits = await broker.find((await broker.list({ open: true })).at(-1)!.id);
      expect(await broker.ask(waits.id, { by: ANA, text: 'why' })).toMatchObject({ kind: 'recorded' });
      expect(await broker.reply(waits.id, { by: ANA, text: 'because' })).toMatchObject({ kind: 'recorded' });
      expect(await broker.vote(waits.id, ballot(waits.view.digest))).toMatchObject({
        kind: 'recorded',
        known: { view: { state: 'granted', acknowledged: true, answers: [{ text: 'because' }] } },
      });
      const denied = (await broker.list({})).find(({ view }) => view.argv[1] === 'denied')!;
      expect(await broker.vote(denied.id, ballot(denied.view.digest))).toMatchObject({ kind: 'ended' });
      expect(verdictOf(path)).toMatchObject({ kind: 'sound' });
    }));

  it('one whose submission was erased is left out, and the others stay', () =>
    opened(async ({ store }, path) => {
      const edit = new DatabaseSync(path);
      edit.exec('UPDATE events SET payload = NULL, salt = NULL WHERE idx = 2');
      edit.close();
      expect(await store.requests({})).toHaveLength(8);
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', erased: 1 });
    }));

  it('an older gate that still runs beside this one and writes its own form hides nothing', () =>
    opened(async ({ broker }, path) => {
      const [waits] = (await broker.list({ open: true })).slice(-1);
      await broker.ask(waits!.id, { by: ANA, text: 'why' });
      const older = new DatabaseSync(path);
      older.prepare("UPDATE requests SET view = '{}' WHERE id = ?").run(waits!.id);
      older.close();
      expect((await broker.get(waits!.id)).view).toMatchObject({ state: 'questioned', question: { text: 'why' } });
    }));

  it('the executable lists, shows and verifies it', () =>
    inPlace((path, home) => {
      chmodSync(home, 0o700);
      writeFileSync(path, OLD, { mode: 0o600 });
      const gate = (...args: string[]) =>
        spawnSync(GATE, args, { cwd: home, env: cleanEnvironment({ GATE_HOME: home }), encoding: 'utf8' });
      const listed = gate('list', '--all');
      expect(listed).toMatchObject({ status: 0, stderr: '' });
      expect(listed.stdout.split('\n')).toHaveLength(10);
      const { requests } = JSON.parse(gate('list', '--all', '--json').stdout) as { requests: { id: string }[] };
      expect(gate('show', requests.at(-2)!.id).stdout).toContain('make the marker');
      expect(gate('report', 'approvals')).toMatchObject({
        status: 0,
        stderr: '',
        stdout: expect.stringContaining('questions'),
      });
      expect(gate('audit', 'verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('sound: ') });
    }));
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statementText } from '../../src/approval/evidence.ts';
import { projected } from '../../src/approval/projection.ts';
import { record } from '../../src/approval/submission.ts';
import type { Draft } from '../../src/audit/log.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { LogReader } from '../../src/store/reader.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { ORIGIN, softPasskey } from '../kit/passkey.ts';
import { type Asked, random, submission } from '../kit/queue.ts';
import { softKey } from '../kit/ssh.ts';

const NOW = Date.UTC(2026, 0, 1);
const ANN = 'person:ann@laptop';
const key = softKey('ssh-ed25519');

let home: string;
let store: SqliteStore<Stream>;
let request: string;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gate-signed-'));
  store = new SqliteStore<Stream>({ path: join(home, 'audit.db'), project: projected, now: () => NOW, random });
  const asked: Asked = {};
  const made = submission(asked, NOW);
  request = made.request.id;
  await store.append([
    { type: 'request.submitted', request, payload: record(made) },
    { type: 'request.decided', request, payload: made.decision },
  ]);
});
afterEach(() => {
  store.close();
  rmSync(home, { recursive: true });
});

async function cast(change: object = {}, by = key): Promise<object> {
  const { log } = await store.head();
  const said = { digest: 'sha256:d', vote: 'approve', voter: ANN, at: NOW, nonce: 'n' } as const;
  const signature = by.sign(statementText({ v: 1, log, request, ...said }));
  return { ...said, evidence: 'ssh-signature', signature: { key: by.line, signature }, ...change };
}

const vote = (payload: object): Draft => ({ type: 'vote.cast', request, payload });
const enrolled = (person = ANN): Draft => ({
  type: 'person.enrolled',
  request: null,
  payload: { person, factor: 'ssh-key', id: 's1', digest: 'sha256:x', key: key.line },
});

function verdict() {
  const reader = new LogReader(join(home, 'audit.db'));
  try {
    return reader.verify();
  } finally {
    reader.close();
  }
}

describe('signed votes', () => {
  test('hold, by a key that was enrolled before', async () => {
    await store.append([enrolled(), vote(await cast())]);
    expect(verdict()).toMatchObject({ kind: 'sound', signed: 1, configured: 0 });
  });

  test('by a key that was never enrolled, not yet, not any more, or for somebody else, are known from configuration only', async () => {
    await store.append([vote(await cast())]);
    expect(verdict()).toMatchObject({ kind: 'sound', signed: 1, configured: 1 });
    await store.append([enrolled('person:bob@laptop'), vote(await cast()), enrolled(), vote(await cast())]);
    expect(verdict()).toMatchObject({ signed: 3, configured: 2 });
    await store.append([
      { type: 'person.unenrolled', request: null, payload: { person: ANN, id: 's1' } },
      vote(await cast()),
    ]);
    expect(verdict()).toMatchObject({ signed: 4, configured: 3 });
  });

  test.each([
    ['another voter', { voter: 'person:bob@laptop' }],
    ['another digest', { digest: 'sha256:e' }],
    ['yes in the place of no', { vote: 'deny' }],
    ['another time', { at: NOW + 1 }],
    ['another nonce', { nonce: 'm' }],
    ['that it stands', { standing: { seconds: 60, shape: 'sha256:s' } }],
    ['no signature at all', { signature: undefined }],
    ['another key', { signature: undefined as unknown }],
  ])('with %s are named by index', async (what, change) => {
    const payload = await cast(change);
    const other = { ...payload, signature: { key: softKey('ssh-ed25519').line, signature: key.sign('x') } };
    await store.append([enrolled(), vote(what === 'another key' ? other : payload)]);
    expect(verdict()).toMatchObject({ kind: 'broken', reason: 'signature', index: 4 });
  });

  test('copied to another request do not hold', async () => {
    const payload = await cast();
    const other = submission({ name: 'other' }, NOW);
    await store.append([
      { type: 'request.submitted', request: other.request.id, payload: record(other) },
      { type: 'request.decided', request: other.request.id, payload: other.decision },
      { type: 'vote.cast', request: other.request.id, payload },
    ]);
    expect(verdict()).toMatchObject({ kind: 'broken', reason: 'signature', index: 5 });
  });
});

describe('AUD-17: votes by passkey', () => {
  const passkey = softPasskey();
  const added = (person = ANN, origin = ORIGIN): Draft => ({
    type: 'person.enrolled',
    request: null,
    payload: { person, factor: 'passkey', id: 'w1', digest: 'sha256:x', key: passkey.key, origin },
  });
  async function signed(change: object = {}, asked: object = {}): Promise<Draft> {
    const { log } = await store.head();
    const said = { digest: 'sha256:d', vote: 'approve', voter: ANN, at: NOW, nonce: 'n' } as const;
    const shown = passkey.sign({ text: statementText({ v: 1, log, request, ...said }), ...asked });
    return vote({ ...said, evidence: 'passkey', assertion: { ...shown, key: passkey.key }, ...change });
  }

  test('hold without anybody but the record, and say whose they are', async () => {
    await store.append([added(), await signed()]);
    expect(verdict()).toMatchObject({ kind: 'sound', signed: 1, configured: 0 });
    await store.append([
      { type: 'person.unenrolled', request: null, payload: { person: ANN, id: 'w1' } },
      await signed(),
    ]);
    expect(verdict()).toMatchObject({ kind: 'sound', signed: 2, configured: 1 });
  });

  test.each<[string, object, object?]>([
    ['another voter', { voter: 'person:bob@laptop' }],
    ['another digest', { digest: 'sha256:e' }],
    ['yes in the place of no', { vote: 'deny' }],
    ['another nonce', { nonce: 'm' }],
    ['that it stands', { standing: { seconds: 60, shape: 'sha256:s' } }],
    ['no signature at all', { assertion: undefined }],
    ['a signature of half its members', { assertion: { key: passkey.key } }],
    ['two signatures', { signature: { key: 'x', signature: 'y' } }],
    ['another kind of evidence', { evidence: 'totp' }],
    ['a signature made on another page', {}, { origin: 'https://evil.example' }],
    ['a signature made for another host', {}, { host: 'evil.example' }],
    ['a signature without asking who it is', {}, { flags: 0x01 }],
  ])('with %s are named by index', async (_, change, asked = {}) => {
    await store.append([added(), await signed(change, asked)]);
    expect(verdict()).toMatchObject({ kind: 'broken', reason: 'signature', index: 4 });
  });

  test('by a passkey that was enrolled for nobody, or for somebody else, are named too', async () => {
    await store.append([added('person:bob@laptop'), await signed()]);
    expect(verdict()).toMatchObject({ kind: 'broken', reason: 'signature', index: 4 });
  });
});

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Proof, statementText, type VoteStatement } from '../../src/approval/evidence.ts';
import { digestOf, type Factor } from '../../src/approval/factors/factor.ts';
import { hashed } from '../../src/approval/factors/passphrase.ts';
import { projected } from '../../src/approval/projection.ts';
import { ENROL_NAMESPACE, type Enrolment, enrolment } from '../../src/broker/enrolment.ts';
import { storedProofs } from '../../src/broker/proofs.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { factorFiles } from '../../src/config/factor-files.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { ORIGIN, softPasskey } from '../kit/passkey.ts';
import { random } from '../kit/queue.ts';
import { softKey } from '../kit/ssh.ts';

const ANN = 'person:ann@laptop';
const WORDS = 'correct horse battery';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const key = softKey('ssh-ed25519');
const passphrase: Factor = { kind: 'passphrase', id: 'p1', scrypt: await hashed(WORDS, random(16)) };
const totp: Factor = { kind: 'totp', id: 't1', secret: SECRET };
const soft = softPasskey();
const passkey: Factor = {
  kind: 'passkey',
  id: 'w1',
  credential: soft.credential,
  key: soft.key,
  origin: ORIGIN,
  name: 'phone',
  added: 0,
};
const sshKey: Factor = { kind: 'ssh-key', id: 's1', key: key.line };

let home: string;
let now: number;
let store: SqliteStore<Stream>;
let configured: string[];
const files = () => factorFiles(join(home, 'factors'), random);
const parts = () => ({ files: files(), store, keysOf: () => configured, now: () => now });
const own = (): Enrolment => enrolment(parts());
const file = () =>
  join(home, 'factors', readdirSync(join(home, 'factors')).find((name) => name.endsWith('.json')) ?? '');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gate-proofs-'));
  now = Date.UTC(2026, 0, 1);
  configured = [];
  store = new SqliteStore<Stream>({ path: join(home, 'audit.db'), project: projected, now: () => now, random });
});
afterEach(() => {
  store.close();
  rmSync(home, { recursive: true });
});

function statement(more: Partial<VoteStatement> = {}): VoteStatement {
  return { v: 1, log: 'gate/x', request: 'r', digest: 'd', vote: 'approve', voter: ANN, at: now, nonce: 'n', ...more };
}

const verify = (proof: Proof, about = statement()) => storedProofs(parts()).verify(about, proof);
const code = (at = now) => new TOTP({ secret: SECRET }).generate({ timestamp: at });
const enroll = (factor: Factor, proof: Proof = { kind: 'os' }) =>
  own().enroll(ANN, factor, { proof, at: now, nonce: 'x' });
const WRONG: Proof = { kind: 'passphrase', passphrase: 'wrong' };

describe('a proof', () => {
  test('by the account needs nothing, and no other holds before something is enrolled', async () => {
    expect(await verify({ kind: 'os' })).toEqual({ kind: 'proven', evidence: 'os' });
    expect(await verify({ kind: 'oidc' })).toEqual({ kind: 'proven', evidence: 'oidc' });
    expect(await verify({ kind: 'totp', code: '000000' })).toEqual({ kind: 'rejected', why: 'no totp is enrolled' });
    expect(await verify(WRONG)).toEqual({ kind: 'rejected', why: 'no passphrase is enrolled' });
  });

  test('by passphrase holds for that person alone', async () => {
    expect(await enroll(passphrase)).toEqual({ kind: 'done' });
    const proof: Proof = { kind: 'passphrase', passphrase: WORDS };
    expect(await verify(proof)).toEqual({ kind: 'proven', evidence: 'passphrase' });
    expect(await verify(WRONG)).toMatchObject({ kind: 'rejected', why: `that is not the passphrase of ${ANN}` });
    expect(await verify(proof, statement({ voter: 'person:bob@laptop' }))).toMatchObject({ kind: 'rejected' });
  });

  test('by a passkey holds for this statement, and its counter only grows', async () => {
    await enroll(passkey);
    const signed = (counter: number, text = statementText(statement())): Proof => ({
      kind: 'passkey',
      ...soft.sign({ text, counter }),
    });
    expect(await verify(signed(3))).toMatchObject({
      kind: 'proven',
      evidence: 'passkey',
      assertion: { credential: soft.credential, key: soft.key },
    });
    expect(await verify(signed(3))).toMatchObject({ kind: 'rejected', why: expect.stringContaining('copied') });
    expect(await verify(signed(0))).toMatchObject({ kind: 'rejected', why: expect.stringContaining('copied') });
    expect(await verify(signed(4, 'another'))).toMatchObject({ kind: 'rejected' });
    expect(await verify(signed(4), statement({ vote: 'deny' }))).toMatchObject({ kind: 'rejected' });
    expect(await verify(signed(4))).toMatchObject({ kind: 'proven' });
  });

  test('by a passkey that does not count its signatures holds each time; one of somebody else never', async () => {
    await enroll(passkey);
    const signed: Proof = { kind: 'passkey', ...soft.sign({ text: statementText(statement()) }) };
    expect(await verify(signed)).toMatchObject({ kind: 'proven' });
    expect(await verify(signed)).toMatchObject({ kind: 'proven' });
    const other: Proof = { kind: 'passkey', ...softPasskey().sign({ text: statementText(statement()) }) };
    expect(await verify(other)).toEqual({ kind: 'rejected', why: `that is not a passkey of ${ANN}` });
  });

  test('that signs somebody in is no vote, and a vote signs nobody in', async () => {
    await enroll(passkey);
    const text = await own().signInText('n');
    const signed = { kind: 'passkey', ...soft.sign({ text }) } as const;
    expect(await own().signIn(ANN, 'n', signed)).toMatchObject({ kind: 'proven', evidence: 'passkey' });
    for (let time = 0; time < 9; time++) {
      expect(await own().signIn(ANN, 'm', signed)).toMatchObject({ kind: 'rejected' });
    }
    // Anybody could have sent those: they close nothing.
    expect(await own().signIn(ANN, 'n', signed)).toMatchObject({ kind: 'proven' });
    expect(await verify(signed)).toMatchObject({ kind: 'rejected' });
    const vote = { kind: 'passkey', ...soft.sign({ text: statementText(statement()) }) } as const;
    expect(await own().signIn(ANN, 'n', vote)).toMatchObject({ kind: 'rejected' });
  });

  test('by a one-time code counts once, and neither does one before it', async () => {
    await enroll(totp);
    expect(await verify({ kind: 'totp', code: code() })).toEqual({ kind: 'proven', evidence: 'totp' });
    expect(await verify({ kind: 'totp', code: code() })).toMatchObject({
      why: 'the code was used before: wait for the next one',
    });
    expect(await verify({ kind: 'totp', code: code(now - 30_000) })).toMatchObject({ kind: 'rejected' });
    now += 30_000;
    expect(await verify({ kind: 'totp', code: code() })).toMatchObject({ kind: 'proven' });
  });

  test('by one code given twice at the same instant holds once', async () => {
    await enroll(totp);
    const both = await Promise.all([1, 2, 3].map(() => verify({ kind: 'totp', code: code() })));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['proven', 'rejected', 'rejected']);
  });

  test('by SSH key covers this vote and no other', async () => {
    await enroll(sshKey);
    const proof: Proof = { kind: 'ssh-signature', key: key.line, signature: key.sign(statementText(statement())) };
    expect(await verify(proof)).toEqual({
      kind: 'proven',
      evidence: 'ssh-signature',
      signature: { key: key.line, signature: proof.signature },
    });
    for (const other of [
      { request: 'r2' },
      { digest: 'd2' },
      { nonce: 'n2' },
      { log: 'gate/y' },
      { vote: 'deny' as const },
    ]) {
      now += 10 * 60_000;
      const about = { ...statement(other), at: now };
      expect(await verify({ ...proof, signature: key.sign(statementText(statement())) }, about)).toMatchObject({
        kind: 'rejected',
      });
    }
    const stranger = softKey('ssh-ed25519');
    const signature = stranger.sign(statementText(statement()));
    expect(await verify({ kind: 'ssh-signature', key: stranger.line, signature })).toMatchObject({
      why: `that is not a key of ${ANN}`,
    });
  });

  test('by a key of the configuration holds without enrolment, as long as it stands there', async () => {
    configured = [key.line];
    const proof: Proof = { kind: 'ssh-signature', key: key.line, signature: key.sign(statementText(statement())) };
    expect(await verify(proof)).toMatchObject({ kind: 'proven', evidence: 'ssh-signature' });
    configured = [];
    expect(await verify(proof)).toMatchObject({ kind: 'rejected' });
  });

  test('more than ten minutes off the clock proves nothing, whatever it is', async () => {
    for (const away of [-601_000, 601_000]) {
      expect(await verify({ kind: 'os' }, statement({ at: now + away }))).toMatchObject({ kind: 'rejected' });
    }
    expect(await verify({ kind: 'os' }, statement({ at: now - 599_000 }))).toMatchObject({ kind: 'proven' });
  });

  test('is refused for ten minutes after five wrong ones, the right one too, for that person', async () => {
    await enroll(passphrase);
    for (let tries = 0; tries < 5; tries++) {
      expect(await verify(WRONG)).toMatchObject({ why: expect.stringContaining('not the passphrase') });
      now += 60_000;
    }
    const right: Proof = { kind: 'passphrase', passphrase: WORDS };
    expect(await verify(right)).toMatchObject({
      why: `too many wrong proofs: the factors of ${ANN} are closed for 5 minutes`,
    });
    expect(await verify({ kind: 'os' })).toMatchObject({ kind: 'proven' });
    now += 5 * 60_000;
    expect(await verify(right)).toMatchObject({ kind: 'proven' });
  });
});

describe('what is kept', () => {
  test('is private, and holds no passphrase', async () => {
    await enroll(passphrase);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'factors')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file(), 'utf8')).not.toContain('horse');
    expect(readdirSync(join(home, 'factors'))).toHaveLength(1);
  });

  test('and exchanged behind gate’s back proves nothing: the log knows its digest', async () => {
    await enroll(passphrase);
    const stored = JSON.parse(readFileSync(file(), 'utf8'));
    const mine = { ...passphrase, scrypt: await hashed('of the attacker', random(16)) };
    writeFileSync(file(), JSON.stringify({ ...stored, factors: [mine] }));
    expect(await verify({ kind: 'passphrase', passphrase: 'of the attacker' })).toEqual({
      kind: 'rejected',
      why: 'the passphrase that is kept is not the one that was enrolled',
    });
    writeFileSync(
      file(),
      JSON.stringify({ ...stored, factors: [...stored.factors, { ...mine, id: 'p2' }, { ...totp }] }),
    );
    expect(await verify({ kind: 'passphrase', passphrase: 'of the attacker' })).toMatchObject({ kind: 'rejected' });
    expect(await verify({ kind: 'totp', code: code() })).toMatchObject({ why: 'no totp is enrolled' });
    expect(await own().list(ANN)).toMatchObject([{ id: 'p1', kept: true }]);
  });

  test.each([
    ['readable for others', () => chmodSync(file(), 0o644)],
    ['cut short', () => writeFileSync(file(), readFileSync(file(), 'utf8').slice(0, -5))],
    ['something else', () => writeFileSync(file(), '[]')],
  ])('and %s is a fault: nobody has proven anything', async (_, harm) => {
    await enroll(passphrase);
    harm();
    await expect(verify({ kind: 'passphrase', passphrase: WORDS })).rejects.toMatchObject({
      code: 'AUDIT_UNAVAILABLE',
    });
  });

  test('is not closed for ever by a gate that was killed while it held it', async () => {
    await enroll(passphrase);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    writeFileSync(`${file()}.lock`, `999999999.1.${boot}`);
    const proof: Proof = { kind: 'passphrase', passphrase: WORDS };
    expect(await Promise.all([verify(proof), verify(proof), verify(proof)])).toMatchObject(
      Array(3).fill({ kind: 'proven' }),
    );
    expect(readdirSync(join(home, 'factors'))).toHaveLength(1);
  });

  test('stays with people whose names would lead elsewhere', async () => {
    for (const person of ['person:../../x', 'person:a/b', 'person:.', 'person:A', 'person:a']) {
      await own().enroll(person, { ...totp }, { proof: { kind: 'os' }, at: now, nonce: 'x' });
    }
    expect(readdirSync(join(home, 'factors')).filter((name) => name.endsWith('.json'))).toHaveLength(5);
    expect(readdirSync(home).sort()).toEqual(['audit.db', 'audit.db-shm', 'audit.db-wal', 'factors']);
  });
});

describe('enrolling', () => {
  test('the second takes a proof by the first, and so does taking one back', async () => {
    expect(await enroll(passphrase)).toEqual({ kind: 'done' });
    const refused = { kind: 'refused', why: 'it takes a proof by something that is enrolled already' };
    expect(await enroll(totp, { kind: 'oidc' })).toEqual(refused);
    expect(await enroll(totp)).toEqual(refused);
    expect(await own().remove(ANN, 'p1', { proof: { kind: 'os' }, at: now, nonce: 'x' })).toEqual(refused);
    expect(await enroll(totp, WRONG)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('not the passphrase'),
    });
    const proof: Proof = { kind: 'passphrase', passphrase: WORDS };
    expect(await enroll(totp, proof)).toEqual({ kind: 'done' });
    expect(await own().remove(ANN, 'p1', { proof: { kind: 'totp', code: code() }, at: now, nonce: 'x' })).toEqual({
      kind: 'done',
    });
    expect(await own().list(ANN)).toEqual([
      { person: ANN, id: 't1', factor: 'totp', digest: digestOf(totp), kept: true },
    ]);
    expect(await verify(proof)).toEqual({ kind: 'rejected', why: 'no passphrase is enrolled' });
  });

  test('a file that was deleted does not make the next one the first', async () => {
    await enroll(passphrase);
    rmSync(file());
    expect(await enroll(totp)).toMatchObject({ kind: 'refused' });
    expect(await own().list(ANN)).toMatchObject([{ id: 'p1', kept: false }]);
  });

  test('a signature for one change is good for no other, and one for a vote for none', async () => {
    await enroll(sshKey);
    const moment = { at: now, nonce: 'x' };
    const text = await own().statement(ANN, { enroll: digestOf(totp) }, moment);
    const signed = (namespace: string, message = text): Proof => ({
      kind: 'ssh-signature',
      key: key.line,
      signature: key.sign(message, { namespace }),
    });
    expect(await own().enroll(ANN, { ...totp, id: 't2' }, { ...moment, proof: signed(ENROL_NAMESPACE) })).toMatchObject(
      { kind: 'refused' },
    );
    expect(await enroll(totp, signed('vote@gate'))).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('another purpose'),
    });
    expect(await enroll(totp, signed(ENROL_NAMESPACE))).toEqual({ kind: 'done' });
  });

  test('a key of the configuration is something enrolled', async () => {
    configured = [key.line];
    expect(await enroll(passphrase)).toMatchObject({ kind: 'refused' });
  });
});

import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/approval/factors/factor.ts';
import { hashed, isPassphrase } from '../../src/approval/factors/passphrase.ts';
import { newSecret, stepOf, totpUri } from '../../src/approval/factors/totp.ts';

const SALT = new Uint8Array(16).fill(7);

describe('a passphrase', () => {
  test('is known again by what was stored, which does not hold it', async () => {
    const stored = await hashed('correct horse battery', SALT);
    expect(await isPassphrase('correct horse battery', stored)).toBe(true);
    for (const wrong of ['', 'correct horse batterY', 'correct horse battery '])
      expect(await isPassphrase(wrong, stored)).toBe(false);
    expect(JSON.stringify(stored)).not.toContain('horse');
    expect(stored).toMatchObject({ n: 65536, r: 8, p: 1 });
  });

  test('is the same however a keyboard composes its letters', async () => {
    const stored = await hashed('caf\u00e9 caf\u00e9 caf\u00e9', SALT);
    expect(await isPassphrase('cafe\u0301 cafe\u0301 cafe\u0301', stored)).toBe(true);
  });

  test('stored with absurd numbers proves nothing, instead of computing for minutes', async () => {
    const stored = await hashed('correct horse battery', SALT);
    expect(await isPassphrase('correct horse battery', { ...stored, n: 2 ** 30 })).toBe(false);
    expect(await isPassphrase('correct horse battery', { ...stored, hash: '' })).toBe(false);
  });
});

describe('a one-time code', () => {
  // RFC 6238, appendix B, the last six digits of the SHA-1 column.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i is %s, as in the RFC', async (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(await stepOf(code, { secret }, seconds * 1000)).toBe(step);
    expect(await stepOf(code, { secret }, (seconds + 30) * 1000)).toBe(step);
    expect(await stepOf(code, { secret }, (seconds - 30) * 1000)).toBe(step);
    for (const away of [-60, 60, 86_400])
      expect(await stepOf(code, { secret }, (seconds + away) * 1000)).toBeUndefined();
  });

  test.each(['', '28708', '2870820', ' 287082', '287082\n', '２８７０８２', 'abcdef'])('%j is none', async (code) => {
    expect(await stepOf(code, { secret }, 59_000)).toBeUndefined();
  });

  test('has a secret of 160 bits, and a URI for authenticators', async () => {
    const fresh = await newSecret((bytes) => new Uint8Array(bytes).fill(1));
    expect(fresh).toBe('AEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIB');
    const uri = await totpUri(fresh, 'person:ann@laptop');
    expect(uri).toMatch(/^otpauth:\/\/totp\/gate:person%3Aann%40laptop\?issuer=gate&secret=AEAQ/);
  });
});

test('the digest of a factor is another when anything of it is', () => {
  const factor = { kind: 'totp', id: 'a1', secret: 'AAAA' } as const;
  const others = [
    { ...factor, id: 'a2' },
    { ...factor, secret: 'AAAB' },
    { kind: 'ssh-key', id: 'a1', key: 'AAAA' } as const,
  ];
  expect(new Set([factor, ...others].map(digestOf)).size).toBe(4);
});

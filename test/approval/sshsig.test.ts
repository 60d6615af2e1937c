import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sshKey } from '../../src/approval/factors/ssh-key.ts';
import { sshSigFault } from '../../src/approval/factors/sshsig.ts';
import { armored, KEY_KINDS, softKey, unarmored } from '../kit/ssh.ts';

const MESSAGE = '{"v":1}';
const ask = (key: string, signature: string, message = MESSAGE, namespace = 'vote@gate') =>
  sshSigFault(signature, { message, key, namespace });

describe.each(KEY_KINDS)('%s', (type) => {
  const key = softKey(type);
  const other = softKey(type);

  test('what it signed holds, with either hash', () => {
    for (const hash of ['sha256', 'sha512'] as const)
      expect(ask(key.line, key.sign(MESSAGE, { hash }))).toBeUndefined();
    expect(sshKey(`${key.line} ann@laptop`)).toMatchObject({ type, line: key.line, comment: 'ann@laptop' });
  });

  test('another message, key or purpose does not', () => {
    expect(ask(key.line, key.sign('{"v":2}'))).toBe('the signature does not fit');
    expect(ask(other.line, key.sign(MESSAGE))).toBe('it was made with another key');
    expect(ask(key.line, key.sign(MESSAGE, { namespace: 'file' }))).toBe('it was made for another purpose');
  });

  test('no byte of it can be another', () => {
    const bytes = unarmored(key.sign(MESSAGE));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = bytes[at]! ^ bits;
        expect(ask(key.line, armored(flipped))).not.toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('no character of its text can be another, none may be missing, and none added', () => {
    const text = key.sign(MESSAGE);
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 127 }), (at, bits) => {
        const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bits) + text.slice(at + 1);
        expect(ask(key.line, changed)).not.toBeUndefined();
        expect(ask(key.line, text.slice(0, at) + text.slice(at + 1))).not.toBeUndefined();
      }),
      { numRuns: 150 },
    );
    for (const more of [`${text}x`, ` ${text}`, text.replaceAll('\n', '\r\n'), `${text}${text}`])
      expect(ask(key.line, more)).toBe('it is no SSH signature');
  });
});

describe('what is refused', () => {
  test('a key in hardware that nobody touched', () => {
    for (const type of KEY_KINDS.filter((each) => each.startsWith('sk-'))) {
      const key = softKey(type);
      expect(ask(key.line, key.sign(MESSAGE, { touched: false }))).toBe('nobody touched the key');
    }
  });

  test('RSA with SHA-1, or too short', () => {
    const key = softKey('ssh-rsa');
    expect(ask(key.line, key.sign(MESSAGE, { algorithm: 'rsa-sha2-256' }))).toBeUndefined();
    expect(ask(key.line, key.sign(MESSAGE, { algorithm: 'ssh-rsa' }))).toBe(
      'the signature is of another kind than the key',
    );
    const short = softKey('ssh-rsa', 1024);
    expect(ask(short.line, short.sign(MESSAGE))).toBe('the key is too short');
  });

  test.each([
    '',
    'ssh-ed25519',
    'ssh-ed25519 AAAA',
    'ssh-dss AAAAB3NzaC1kc3M=',
    'ssh-ed25519 !!!!',
    'restrict ssh-ed25519 AAAA',
  ])('%j is no key', (text) => {
    expect(sshKey(text)).toBeUndefined();
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assertionFault, counterOf, createdPasskey } from '../../src/approval/factors/passkey.ts';
import { type Asked, ORIGIN, softPasskey } from '../kit/passkey.ts';

const TEXT = '{"a":"vote"}';
const KINDS = ['es256', 'ed25519', 'rs256'] as const;
const own = softPasskey();

function fault(asked: Partial<Asked> = {}, by = own, change: object = {}): string | undefined {
  const assertion = { ...by.sign({ text: TEXT, ...asked }), ...change };
  return assertionFault(assertion, { text: TEXT, key: own.key, origin: ORIGIN });
}

describe('what a passkey signed', () => {
  test.each(KINDS)('holds, by a key of the kind %s, over that text alone', (kind) => {
    const passkey = softPasskey(kind);
    const assertion = passkey.sign({ text: TEXT, counter: 7 });
    const { key } = passkey;
    expect(assertionFault(assertion, { text: TEXT, key, origin: ORIGIN })).toBeUndefined();
    expect(counterOf(assertion)).toBe(7);
    expect(assertionFault(assertion, { text: `${TEXT} `, key, origin: ORIGIN })).toBe('it was made for something else');
    expect(assertionFault(assertion, { text: TEXT, key: softPasskey(kind).key, origin: ORIGIN })).toBe(
      'the signature does not fit',
    );
  });

  test.each<[string, Partial<Asked>, string]>([
    ['SELF-05: without asking who its person is', { flags: 0x01 }, 'the authenticator did not ask who its person is'],
    ['without a touch', { flags: 0x04 }, 'nobody touched the authenticator'],
    ['on another page', { origin: 'https://gate.example.com.evil.example' }, 'it was made on another page'],
    ['on another port', { origin: `${ORIGIN}:8443` }, 'it was made on another page'],
    ['for another host', { host: 'evil.example' }, 'it was made for another host'],
    ['inside another page', { client: { crossOrigin: true } }, 'it was made inside another page'],
    ['under another page', { client: { topOrigin: ORIGIN } }, 'it was made inside another page'],
    ['where it was made', { client: { type: 'webauthn.create' } }, 'it was made for another purpose'],
  ])('counts for nothing %s', (_, asked, why) => {
    expect(fault(asked)).toBe(why);
  });

  test('counts for nothing by somebody else, or changed in one bit anywhere', () => {
    expect(fault({}, softPasskey())).toBe('the signature does not fit');
    const assertion = own.sign({ text: TEXT });
    for (const member of ['authenticator', 'client', 'signature'] as const) {
      const bytes = Buffer.from(assertion[member], 'base64url');
      for (let at = 0; at < bytes.length; at += 5) {
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= 0x10;
        expect(
          fault({}, own, { ...assertion, [member]: flipped.toString('base64url') }),
          `${member} ${at}`,
        ).toBeDefined();
      }
    }
  });

  test.each(['', '=', 'AA=', '%%', 'A'.repeat(9000), 'é'])('counts for nothing when it is not its form: %j', (text) => {
    for (const member of ['authenticator', 'client', 'signature']) {
      expect(fault({}, own, { [member]: text })).toBe('it is no signature of a passkey');
    }
  });

  test.each(['', 'es256', 'es256 ', 'es256 AAAA', 'ed25519 AAAA', 'x y z'])('no key is %j', (key) => {
    expect(assertionFault(own.sign({ text: TEXT }), { text: TEXT, key, origin: ORIGIN })).toBe(
      'the signature does not fit',
    );
  });
});

describe('a passkey that was just made', () => {
  test.each(KINDS)('of the kind %s gives its key', (kind) => {
    const passkey = softPasskey(kind);
    expect(createdPasskey(passkey.create({ text: TEXT }), { text: TEXT, origin: ORIGIN })).toEqual({
      key: passkey.key,
    });
  });

  test('is refused without its person, elsewhere, for something else, and with a key of somebody else', () => {
    const made = (asked: Partial<Asked> = {}, change: object = {}) =>
      createdPasskey({ ...own.create({ text: TEXT, ...asked }), ...change }, { text: TEXT, origin: ORIGIN });
    expect(made({ flags: 0x41 })).toEqual({ fault: 'the authenticator did not ask who its person is' });
    expect(made({ origin: 'https://evil.example' })).toEqual({ fault: 'it was made on another page' });
    expect(made({ text: 'other' })).toEqual({ fault: 'it was made for something else' });
    expect(made({ client: { type: 'webauthn.get' } })).toEqual({ fault: 'it was made for another purpose' });
    const { publicKey } = softPasskey().create({ text: TEXT });
    expect(made({}, { publicKey })).toEqual({ fault: 'the key is not the one that the authenticator made' });
    expect(made({}, { credential: softPasskey('es256', 'x').credential })).toEqual({
      fault: 'the key is not the one that the authenticator made',
    });
    expect(made({ flags: 0x05 })).toEqual({ fault: 'the key is not the one that the authenticator made' });
  });

  test('is refused with a key that is too short, or of a curve that was not asked for', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
    for (const key of [short, curve]) {
      const publicKey = key.export({ format: 'der', type: 'spki' }).toString('base64url');
      expect(createdPasskey({ ...own.create({ text: TEXT }), publicKey }, { text: TEXT, origin: ORIGIN })).toEqual({
        fault: 'its key is of a kind that gate does not know',
      });
    }
  });
});

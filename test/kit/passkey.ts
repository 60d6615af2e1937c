import { createHash, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto';
import type { Assertion, Created } from '../../src/approval/factors/passkey.ts';

export interface Asked {
  readonly text: string;
  readonly origin?: string;
  readonly counter?: number;
  /** Of the authenticator data: 1 somebody touched it, 4 it knew its person. */
  readonly flags?: number;
  /** Changes what the browser says. */
  readonly client?: Readonly<Record<string, unknown>>;
  readonly host?: string;
}

/** A passkey in software: what an authenticator and a browser do together, written from the standard. */
export interface SoftPasskey {
  readonly credential: string;
  /** As `person.enrolled` has it. */
  readonly key: string;
  create(asked: Asked): Created;
  sign(asked: Asked): Assertion;
}

export const ORIGIN = 'https://gate.example.com';

export function softPasskey(type: 'es256' | 'ed25519' | 'rs256' = 'es256', name = 'credential'): SoftPasskey {
  const { publicKey, privateKey } = pair(type);
  const id = createHash('sha256').update(name).update(spki(publicKey)).digest();
  const credential = id.toString('base64url');
  const told = (
    { origin = ORIGIN, counter = 0, flags = 0x05, host = new URL(origin).hostname }: Asked,
    more = Buffer.alloc(0),
  ) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([digest(host), Buffer.from([flags]), count, more]);
  };
  const said = (webauthn: string, { text, origin = ORIGIN, client = {} }: Asked) =>
    Buffer.from(
      JSON.stringify({
        type: webauthn,
        challenge: digest(text).toString('base64url'),
        origin,
        crossOrigin: false,
        ...client,
      }),
    );
  return {
    credential,
    key: `${type} ${spki(publicKey).toString('base64')}`,
    create(asked) {
      const length = Buffer.from([0, id.length]);
      // The numbers stand in COSE's map one after the other; nothing else of it is looked at.
      const attested = Buffer.concat([Buffer.alloc(16), length, id, ...numbers(publicKey)]);
      return {
        credential,
        authenticator: told({ flags: 0x45, ...asked }, attested).toString('base64url'),
        client: said('webauthn.create', asked).toString('base64url'),
        publicKey: spki(publicKey).toString('base64url'),
      };
    },
    sign(asked) {
      const authenticator = told(asked);
      const client = said('webauthn.get', asked);
      const over = Buffer.concat([authenticator, createHash('sha256').update(client).digest()]);
      const signature = signWith(type === 'ed25519' ? null : 'sha256', over, privateKey);
      return {
        credential,
        authenticator: authenticator.toString('base64url'),
        client: client.toString('base64url'),
        signature: signature.toString('base64url'),
      };
    },
  };
}

function pair(type: string): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (type === 'ed25519') return generateKeyPairSync('ed25519');
  if (type === 'rs256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function spki(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

function numbers(key: KeyObject): Buffer[] {
  const { x, y, n } = key.export({ format: 'jwk' });
  return [x, y, n].flatMap((text) => (text === undefined ? [] : [Buffer.from(text, 'base64url')]));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

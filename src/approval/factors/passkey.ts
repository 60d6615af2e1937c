import type { KeyObject } from 'node:crypto';
import { nodeCrypto } from '../../platform/crypto.ts';
import { sha256 } from '../../platform/hash.ts';

/**
 * Passkeys (W3C Web Authentication, Level 3): what an authenticator signed in a browser, checked with nothing but what is stored. A browser says
 * what was asked and where (`client`), the authenticator who it is for and whether it knew its person (`authenticator`); the signature covers both.
 */

/** One signature of a passkey; every member in base64url without padding. */
export interface Assertion {
  /** Id of the credential. */
  readonly credential: string;
  /** Authenticator data: 37 bytes or more. */
  readonly authenticator: string;
  /** Client data: JSON in UTF-8. */
  readonly client: string;
  readonly signature: string;
}

/** What a browser hands over when a passkey was made. */
export interface Created {
  readonly credential: string;
  readonly authenticator: string;
  readonly client: string;
  /** SubjectPublicKeyInfo (`getPublicKey()`). */
  readonly publicKey: string;
}

/** Where a passkey is good: the origin of the page, exactly; its host is the id of the relying party. */
export interface PasskeyPlace {
  readonly origin: string;
}

/**
 * Why this is no signature of `text` by `key`, given at that origin by a person whom the authenticator knew; undefined when it is one.
 * The challenge that was signed is the SHA-256 of the text.
 *
 * @param key as `createdPasskey` gives it
 */
export function assertionFault(
  { authenticator, client, signature }: Assertion,
  { text, key, origin }: { readonly text: string; readonly key: string } & PasskeyPlace,
): string | undefined {
  const [told, said, signed] = [authenticator, client, signature].map(bytesOf);
  if (told === undefined || said === undefined || signed === undefined) return DAMAGED;
  const wrong = clientFault(said, { type: 'webauthn.get', challenge: challengeOf(text), origin });
  if (wrong !== undefined) return wrong;
  const unknown = authenticatorFault(told, origin);
  if (unknown !== undefined) return unknown;
  const over = Buffer.concat([told, sha256(said)]);
  return isSigned(key, over, signed) ? undefined : 'the signature does not fit';
}

/**
 * The key of a passkey that was just made, or why it is refused. Nobody vouches for what kind of authenticator made it: no attestation is asked for.
 *
 * @param text whose SHA-256 was the challenge
 */
export function createdPasskey(
  { credential, authenticator, client, publicKey }: Created,
  { text, origin }: { readonly text: string } & PasskeyPlace,
): { readonly key: string } | { readonly fault: string } {
  const [id, told, said, spki] = [credential, authenticator, client, publicKey].map(bytesOf);
  if (id === undefined || told === undefined || said === undefined || spki === undefined) return { fault: DAMAGED };
  const wrong = clientFault(said, { type: 'webauthn.create', challenge: challengeOf(text), origin });
  if (wrong !== undefined) return { fault: wrong };
  const unknown = authenticatorFault(told, origin);
  if (unknown !== undefined) return { fault: unknown };
  const key = keyIn(spki);
  if (key === undefined) return { fault: 'its key is of a kind that gate does not know' };
  // Behind the 37 bytes: 16 of the model, the length of the id, the id, and the key with these very numbers.
  const length = told.length > HEAD + 18 ? told.readUInt16BE(HEAD + 16) : 0;
  const rest = told.subarray(HEAD + 18);
  const holds = (told[FLAGS_AT]! & ATTESTED) !== 0 && length > 0 && rest.subarray(0, length).equals(id);
  if (!holds || !key.numbers.every((number) => rest.subarray(length).includes(number))) {
    return { fault: 'the key is not the one that the authenticator made' };
  }
  return { key: `${key.type} ${spki.toString('base64')}` };
}

/** How often the authenticator says it has signed; 0: it does not count. */
export function counterOf({ authenticator }: Pick<Assertion, 'authenticator'>): number {
  return bytesOf(authenticator)?.readUInt32BE(FLAGS_AT + 1) ?? 0;
}

/** What an authenticator is asked to sign for a text: its SHA-256, base64url. */
export function challengeOf(text: string): string {
  return Buffer.from(sha256(text)).toString('base64url');
}

/** The host of the page: passkeys are bound to it. */
export function relyingParty(origin: string): string {
  return new URL(origin).hostname;
}

const DAMAGED = 'it is no signature of a passkey';
/** Nothing that is signed is longer; of client data, an origin is the longest part. */
const LONGEST = 8 * 1024;
/** Digest of the relying party's id, flags, counter. */
const FLAGS_AT = 32;
const HEAD = 37;
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;
const SMALLEST_RSA_BITS = 2048;

function clientFault(
  said: Buffer,
  expected: { readonly type: string; readonly challenge: string } & PasskeyPlace,
): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(said));
  } catch {
    return DAMAGED;
  }
  if (typeof parsed !== 'object' || parsed === null) return DAMAGED;
  const { type, challenge, origin, crossOrigin, topOrigin } = parsed as Readonly<Record<string, unknown>>;
  if (type !== expected.type) return 'it was made for another purpose';
  if (challenge !== expected.challenge) return 'it was made for something else';
  if (origin !== expected.origin) return 'it was made on another page';
  // Inside somebody else's page nobody knows what was shown.
  if ((crossOrigin !== undefined && crossOrigin !== false) || topOrigin !== undefined) {
    return 'it was made inside another page';
  }
  return undefined;
}

function authenticatorFault(told: Buffer, origin: string): string | undefined {
  if (told.length < HEAD) return DAMAGED;
  if (!told.subarray(0, FLAGS_AT).equals(sha256(relyingParty(origin)))) return 'it was made for another host';
  const flags = told[FLAGS_AT]!;
  if ((flags & PRESENT) === 0) return 'nobody touched the authenticator';
  return (flags & VERIFIED) === 0 ? 'the authenticator did not ask who its person is' : undefined;
}

function isSigned(key: string, over: Buffer, signature: Buffer): boolean {
  try {
    const [type, base64] = /^(\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(key)?.slice(1) ?? [];
    const known = keyIn(Buffer.from(base64 ?? '', 'base64'));
    if (known === undefined || known.type !== type) return false;
    return nodeCrypto().verify(known.type === 'ed25519' ? null : 'sha256', over, known.object, signature);
  } catch {
    return false;
  }
}

interface Key {
  readonly type: 'es256' | 'ed25519' | 'rs256';
  readonly object: KeyObject;
  /** The numbers it consists of, as COSE writes them. */
  readonly numbers: readonly Buffer[];
}

/** Keys of the three algorithms that are asked for, and no others. */
function keyIn(spki: Buffer): Key | undefined {
  try {
    const object = nodeCrypto().createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const { kty, crv, x = '', y = '', n = '' } = object.export({ format: 'jwk' });
    const number = (text: string) => Buffer.from(text, 'base64url');
    if (kty === 'EC' && crv === 'P-256') return { type: 'es256', object, numbers: [number(x), number(y)] };
    if (kty === 'OKP' && crv === 'Ed25519') return { type: 'ed25519', object, numbers: [number(x)] };
    if (kty === 'RSA' && number(n).length * 8 >= SMALLEST_RSA_BITS)
      return { type: 'rs256', object, numbers: [number(n)] };
    return undefined;
  } catch {
    return undefined;
  }
}

/** Base64url in its one spelling; undefined for anything else, nothing, and what is too long. */
function bytesOf(text: string): Buffer | undefined {
  if (text.length === 0 || text.length > LONGEST) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

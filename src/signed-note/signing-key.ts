import type { KeyObject } from 'node:crypto';
import { nodeCrypto } from '../platform/crypto.ts';
import { ED25519, formatNote, isKeyName, keyHash, type Note, type NoteKey } from './note.ts';

/** What signs notes: an Ed25519 key with a name, in the form that Go's notary writes too. */
export interface SigningKey extends NoteKey {
  readonly secret: KeyObject;
}

const HEAD = 'PRIVATE+KEY+';
/** PKCS #8 of an Ed25519 key, up to its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A new key of this name, and the one line that keeps it. */
export function newSigningKey(name: string, random: (bytes: number) => Uint8Array): [SigningKey, string] {
  const seed = random(32);
  const key = ofSeed(name, seed);
  const bytes = Buffer.concat([Buffer.from([ED25519]), seed]);
  return [key, `${HEAD}${name}+${Buffer.from(key.hash).toString('hex')}+${bytes.toString('base64')}\n`];
}

/** Undefined for anything else than one such line. */
export function parseSigningKey(line: string): SigningKey | undefined {
  const text = line.endsWith('\n') ? line.slice(0, -1) : line;
  if (!text.startsWith(HEAD)) return undefined;
  const [name = '', hash = '', ...rest] = text.slice(HEAD.length).split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  if (!isKeyName(name) || bytes.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = ofSeed(name, bytes.subarray(1));
  return Buffer.from(key.hash).toString('hex') === hash ? key : undefined;
}

/** @param text ends with a newline */
export function signedNote(text: string, keys: readonly SigningKey[]): string {
  const signatures: Note['signatures'] = keys.map(({ name, hash, secret }) => ({
    name,
    bytes: Buffer.concat([hash, nodeCrypto().sign(null, Buffer.from(text), secret)]),
  }));
  return formatNote({ text, signatures });
}

function ofSeed(name: string, seed: Uint8Array): SigningKey {
  const { createPrivateKey, createPublicKey } = nodeCrypto();
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = new Uint8Array(spki.subarray(-32));
  return { name, hash: keyHash(name, key), key, secret };
}

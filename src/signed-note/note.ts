import { sha256 } from '../platform/hash.ts';

/**
 * Signed notes (C2SP signed-note) with Ed25519 signatures: a text of lines, an empty line, and a line for each signature.
 * Strict, and pure but for the check of a signature.
 */
export interface Note {
  /** With its last newline: exactly what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  /** What the key is called. */
  readonly name: string;
  /** The first four bytes say which key of that name; the rest is the signature itself. */
  readonly bytes: Uint8Array;
}

/** A public key as configurations name it: `NAME+HASH+BASE64`. */
export interface NoteKey {
  readonly name: string;
  /** Four bytes: of SHA-256 over the name, a newline, and the key. */
  readonly hash: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export const ED25519 = 0x01;
const MOST_SIGNATURES = 16;
/** No blanks, no plus: the name stands between blanks, and in front of a plus. */
const NAME = /^[!-*,-~]{1,100}$/;
const LINE = /^\u2014 ([^ +]+) ([A-Za-z0-9+/]+={0,2})$/;

/** Undefined for anything that is not exactly one signed note. */
export function parseNote(note: string): Note | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !isNoteText(note)) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', base64 = ''] = LINE.exec(line) ?? [];
    const bytes = base64Bytes(base64);
    if (!NAME.test(name) || bytes === undefined || bytes.length < 5) return undefined;
    signatures.push({ name, bytes });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/** @param text ends with a newline */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, bytes }) => `\u2014 ${name} ${Buffer.from(bytes).toString('base64')}\n`);
  return `${text}\n${lines.join('')}`;
}

/** Undefined for anything that is no Ed25519 key of this form, or whose hash is another key's. */
export function parseNoteKey(written: string): NoteKey | undefined {
  const [name = '', hash = '', ...rest] = written.split('+');
  const bytes = base64Bytes(rest.join('+'));
  if (!NAME.test(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = bytes.subarray(1);
  const own = keyHash(name, key);
  return Buffer.from(own).toString('hex') === hash ? { name, hash: own, key } : undefined;
}

export function formatNoteKey({ name, hash, key }: NoteKey): string {
  const bytes = Buffer.concat([Buffer.from([ED25519]), key]);
  return `${name}+${Buffer.from(hash).toString('hex')}+${bytes.toString('base64')}`;
}

export function keyHash(name: string, key: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ED25519]), key])).subarray(0, 4);
}

export function isKeyName(name: string): boolean {
  return NAME.test(name);
}

/**
 * The keys of these that signed it, each once. Signatures of keys that are not among them say nothing; one that claims to be of such a key
 * and does not hold makes the whole note worth nothing, as the format asks.
 */
export async function signersOf(note: Note, keys: readonly NoteKey[]): Promise<readonly NoteKey[]> {
  const found = new Set<NoteKey>();
  for (const { name, bytes } of note.signatures) {
    const key = keys.find((each) => each.name === name && Buffer.compare(each.hash, bytes.subarray(0, 4)) === 0);
    if (key === undefined || found.has(key)) continue;
    if (!(await isSigned(note.text, key, bytes.subarray(4)))) return [];
    found.add(key);
  }
  return [...found];
}

/** By WebCrypto, which both runtimes have built in: a run may get here, and `node:crypto` is dear to load. */
async function isSigned(text: string, { key }: NoteKey, signature: Uint8Array): Promise<boolean> {
  if (signature.length !== 64) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, new Uint8Array(signature), Buffer.from(text));
  } catch {
    // What is no point of the curve signed nothing.
    return false;
  }
}

/** No control characters but newlines, and nothing that UTF-8 cannot say. */
function isNoteText(text: string): boolean {
  return text.isWellFormed() && !/[\0-\x09\x0b-\x1f]/.test(text);
}

/** In its one form. */
function base64Bytes(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

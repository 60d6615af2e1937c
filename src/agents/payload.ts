import { isUtf8 } from 'node:buffer';
import { Malformed, type Payload } from './tool-call.ts';

/** The door: bytes of a harness become values with known types. What is not asked for is never looked at. */

/** Bytes. Longer than any command a shell takes. */
export const LARGEST_PAYLOAD = 4 * 1024 * 1024;
/** Characters of an id, a name or a path. */
const LONGEST_WORD = 4096;
/** Characters of what an agent says about a call: what an intent may have. */
const LONGEST_WORDS = 2000;

/** @throws Malformed */
export function parsePayload(bytes: Uint8Array): Payload {
  if (bytes.length > LARGEST_PAYLOAD) throw new Malformed(`the payload is larger than ${LARGEST_PAYLOAD} bytes`);
  if (!isUtf8(bytes)) throw new Malformed('the payload is not valid UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    throw new Malformed('the payload is not JSON');
  }
  if (!isObject(value)) throw new Malformed('the payload is not an object');
  return value;
}

/** The object under a name. @throws Malformed */
export function part(payload: Payload, name: string): Payload {
  const value = own(payload, name);
  if (!isObject(value)) throw new Malformed(`\`${name}\` is not an object`);
  return value;
}

/** Text of any length. @throws Malformed when it is absent or empty */
export function text(payload: Payload, name: string): string {
  const value = own(payload, name);
  if (typeof value !== 'string' || value.trim() === '') throw new Malformed(`\`${name}\` is not a text`);
  if (value.includes('\0')) throw new Malformed(`\`${name}\` holds a NUL`);
  return value;
}

/** A name, an id; undefined when absent, null or empty. @throws Malformed */
export function word(payload: Payload, name: string): string | undefined {
  const value = own(payload, name);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Malformed(`\`${name}\` is not a text`);
  if (value.length > LONGEST_WORD) throw new Malformed(`\`${name}\` is longer than ${LONGEST_WORD} characters`);
  return value;
}

/** Free words of an agent, cut visibly where they are longer than people read. @throws Malformed */
export function words(payload: Payload, name: string): string | undefined {
  const value = own(payload, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Malformed(`\`${name}\` is not a text`);
  const clean = value.trim();
  if (clean.length <= LONGEST_WORDS) return clean === '' ? undefined : clean;
  const kept = clean.slice(0, LONGEST_WORDS - 50).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept} [${clean.length - kept.length} more characters]`;
}

/** An absolute path. @throws Malformed when it is absent or relative */
export function directory(payload: Payload, name: string): string {
  const value = word(payload, name);
  if (value === undefined) throw new Malformed(`\`${name}\` is missing`);
  if (!value.startsWith('/') || value.includes('\0')) throw new Malformed(`\`${name}\` is not an absolute path`);
  return value;
}

/** A time; undefined when absent or no positive number: it only says how long to wait. */
export function milliseconds(payload: Payload, name: string): number | undefined {
  const value = own(payload, name);
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** `{name: value}` where there is a value. */
export function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };
}

function own(payload: Payload, name: string): unknown {
  return Object.hasOwn(payload, name) ? payload[name] : undefined;
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import canonicalize from 'canonicalize';
import { GateError } from '../errors.ts';

/**
 * RFC 8785 (JCS): the one place that decides which bytes a JSON value has when it is hashed or signed.
 *
 * Refuses what has no single form: numbers that are not finite, lone surrogates, cycles, and values JSON cannot hold
 * at the top. Members whose value is `undefined` are left out, as JSON.stringify does.
 */
export function canonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new GateError('INTERNAL', 'a value to be recorded has no canonical JSON form', { cause });
  }
  if (text === undefined) throw new GateError('INTERNAL', 'a value to be recorded is not JSON');
  return text;
}

const encoder = new TextEncoder();

export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonical(value));
}

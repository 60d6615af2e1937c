import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';

/**
 * Reading payloads without trusting them: a log may hold what no gate wrote. Whatever is of another type than expected is
 * absent. Texts come back flat, with marks where secrets were taken out; showing them safely is the caller's.
 */
export type Said = Readonly<Record<string, unknown>>;

/** Undefined for an erased payload, and for one that is no JSON object. */
export function said(payload: Uint8Array | null): Said | undefined {
  if (payload === null) return undefined;
  try {
    const value: unknown = JSON.parse(
      Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('utf8'),
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined;
  } catch {
    return undefined;
  }
}

export function objectOf(value: unknown): Said {
  return typeof value === 'object' && value !== null ? (value as Said) : {};
}

export function textOf(value: unknown): string | undefined {
  return isText(value) ? flat(value) : undefined;
}

export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

export function textsOf(value: unknown): readonly Text[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

function isText(value: unknown): value is Text {
  const part = (each: unknown) => typeof each === 'string' || (typeof each === 'object' && each !== null);
  return typeof value === 'string' || (Array.isArray(value) && value.every(part));
}

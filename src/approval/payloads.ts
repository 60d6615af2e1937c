import { gunzipSync, inflateSync } from 'node:zlib';
import type { Text } from '../command/manifest.ts';

/** Something encoded inside an argument, and what it says: shown beside the raw form, never in its place. */
export interface Payload {
  /** Index of the argument it is in. */
  readonly argument: number;
  /** From the outside in: `base64`, `gzip`. */
  readonly encodings: readonly string[];
  readonly raw: string;
  readonly bytes: number;
  /** Absent when what came out is no text. */
  readonly text?: string;
}

/** Bounds of an aid: nobody reads more, and a hostile argument costs no more than this. */
const MOST_PAYLOADS = 16;
const MOST_DEPTH = 4;
const MOST_SCANNED = 256 * 1024;
const MOST_INFLATED = 64 * 1024;

interface Found {
  readonly encoding: string;
  readonly raw: string;
  readonly bytes: Uint8Array;
}

/**
 * What is hidden in arguments by the encodings that people and tools use to pass code along. Finding nothing proves
 * nothing: it is the effects that make gate ask. Secrets were taken out of `argv` before; those inside a payload are
 * for the caller to take out. Pure.
 */
export function payloadsOf(argv: readonly Text[]): readonly Payload[] {
  const found: Payload[] = [];
  for (const [argument, text] of argv.entries()) {
    const parts = typeof text === 'string' ? [text] : text.filter((part) => typeof part === 'string');
    for (const part of parts) look(part.slice(0, MOST_SCANNED), argument, [], found);
  }
  return found.slice(0, MOST_PAYLOADS);
}

function look(text: string, argument: number, outer: readonly string[], found: Payload[]): void {
  if (outer.length >= MOST_DEPTH) return;
  const seen = new Set<string>();
  for (const { encoding, raw, bytes } of candidates(text)) {
    if (found.length >= MOST_PAYLOADS || seen.has(raw)) continue;
    const { bytes: inner, encodings } = unpacked(bytes);
    const all = [...outer, encoding, ...encodings];
    const decoded = textOf(inner);
    if (decoded === undefined && encodings.length === 0 && !isProgram(inner)) continue;
    seen.add(raw);
    const said = decoded === undefined ? {} : { text: decoded.text };
    found.push({ argument, encodings: decoded?.wide ? [...all, 'UTF-16'] : all, raw, bytes: inner.length, ...said });
    if (decoded !== undefined) look(decoded.text, argument, all, found);
  }
}

/** Words that announce that a short run is encoded, so that it may be shorter than one would otherwise believe. */
const ANNOUNCED = /xxd|unhex|fromhex|decode|base64|base32|atob|pack\(|b64|-enc/i;

function* candidates(text: string): Generator<Found> {
  const announced = ANNOUNCED.test(text);
  const escapes: readonly [string, RegExp, RegExp, number][] = [
    ['\\x escapes', /(?:\\x[0-9a-f]{2}){2,}/gi, /[0-9a-f]{2}/gi, 16],
    ['octal escapes', /(?:\\0?[0-3]?[0-7]{2}){2,}/g, /[0-7]{2,4}/g, 8],
    ['\\u escapes', /(?:\\u\{?[0-9a-f]{2,6}\}?){2,}/gi, /[0-9a-f]{2,6}/gi, 16],
    ['character entities', /(?:&#x[0-9a-f]{2,6};){2,}/gi, /[0-9a-f]{2,6}(?=;)/gi, 16],
    ['character entities', /(?:&#\d{2,6};){2,}/g, /\d{2,6}/g, 10],
    ['character codes', /(?:\b\d{2,3}[ ]?,[ ]?){3,}\d{2,3}\b/g, /\d+/g, 10],
    ['hexadecimal', /(?:0x[0-9a-f]{2}[ ]?,?[ ]?){3,}/gi, /(?<=0x)[0-9a-f]{2}/gi, 16],
    ['hexadecimal', /\b(?:[0-9a-f]{2}[ :]){3,}[0-9a-f]{2}\b/gi, /[0-9a-f]{2}/gi, 16],
    ['quoted-printable', /(?:=[0-9A-F]{2}){3,}/g, /[0-9A-F]{2}/g, 16],
  ];
  for (const [encoding, run, unit, radix] of escapes) {
    for (const [raw] of text.matchAll(run)) {
      const codes = (raw.match(unit) ?? []).map((digits) => Number.parseInt(digits, radix));
      if (codes.every((code) => code <= 0x10ffff))
        yield { encoding, raw, bytes: Buffer.from(codes.map((code) => String.fromCodePoint(code)).join('')) };
    }
  }
  for (const token of text.split(/[\s'"]+/)) {
    if ((token.match(/%[0-9a-f]{2}/gi)?.length ?? 0) < 2) continue;
    yield { encoding: 'percent', raw: token, bytes: Buffer.from(percentDecoded(token)) };
  }
  for (const [raw] of text.matchAll(announced ? /(?:[0-9a-f]{2}){2,}/gi : /(?:[0-9a-f]{2}){4,}/gi)) {
    yield { encoding: 'hexadecimal', raw, bytes: Buffer.from(raw, 'hex') };
  }
  for (const [raw] of text.matchAll(/[A-Z2-7]{8,}={0,6}/g)) {
    if (announced || raw.length >= 24) yield { encoding: 'base32', raw, bytes: base32(raw) };
  }
  for (const [raw] of text.matchAll(/[A-Za-z0-9+/_-]{6,}(?:\r?\n[A-Za-z0-9+/_-]{6,})*={0,2}/g)) {
    if (announced || raw.endsWith('=') || raw.length >= 16) {
      yield { encoding: 'base64', raw, bytes: Buffer.from(raw.replaceAll(/\s/g, ''), 'base64') };
    }
  }
}

function percentDecoded(token: string): string {
  return token.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.replaceAll('=', '')) {
    value = ((value << 5) | BASE32.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Compressed bytes inflated, as far as the bound allows. */
function unpacked(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly encodings: readonly string[] } {
  const options = { maxOutputLength: MOST_INFLATED };
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { bytes: gunzipSync(bytes, options), encodings: ['gzip'] };
    if (bytes[0] === 0x78 && bytes.length > 8) return { bytes: inflateSync(bytes, options), encodings: ['zlib'] };
  } catch {
    // Damaged, larger than the bound, or something else that begins alike: gzip is named, since no text begins so.
    if (bytes[0] === 0x1f) return { bytes, encodings: ['gzip that cannot be read'] };
  }
  return { bytes, encodings: [] };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const UTF16 = new TextDecoder('utf-16le', { fatal: true });

/** The text that these bytes are; undefined when they are none. */
export function readableText(bytes: Uint8Array): string | undefined {
  return textOf(bytes)?.text;
}

/** What people can read; a few control characters are no reason not to show it. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly wide: boolean } | undefined {
  if (bytes.length < 2) return undefined;
  const wide = bytes.length % 2 === 0 && bytes.length >= 4 && everySecondIsZero(bytes);
  try {
    const text = (wide ? UTF16 : UTF8).decode(bytes);
    const odd = text.match(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g)?.length ?? 0;
    return odd * 10 <= text.length ? { text, wide } : undefined;
  } catch {
    return undefined;
  }
}

function everySecondIsZero(bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => index % 2 === 0 || byte === 0);
}

function isProgram(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

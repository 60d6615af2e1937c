import { timingSafeEqual } from 'node:crypto';
import { sha256, sha256Hex } from '../platform/hash.ts';

/**
 * A token as it is shown once: `gate_`, ten digits that name it, `_`, 32 random bytes, and eight digits by which a mistake in
 * copying is found; all hexadecimal. The prefix is for whoever searches for leaked secrets.
 */
const FORM = /^gate_([0-9a-f]{10})_([0-9a-f]{64})([0-9a-f]{8})$/;
const ID_BYTES = 5;
const SECRET_BYTES = 32;

export interface TokenText {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** @param random unpredictable bytes */
export function newToken(random: (bytes: number) => Uint8Array): TokenText & { readonly text: string } {
  const id = Buffer.from(random(ID_BYTES)).toString('hex');
  const secret = random(SECRET_BYTES);
  const hex = Buffer.from(secret).toString('hex');
  return { id, secret, text: `gate_${id}_${hex}${checksum(id, hex)}` };
}

/** Undefined for whatever is no token, or was not copied whole. Says nothing of whether it is good. */
export function tokenIn(text: string): TokenText | undefined {
  const [, id = '', hex = '', sum = ''] = FORM.exec(text) ?? [];
  if (hex === '' || sum !== checksum(id, hex)) return undefined;
  return { id, secret: Buffer.from(hex, 'hex') };
}

/** What is kept of it. */
export function digestOf({ secret }: TokenText): string {
  return sha256Hex(secret);
}

/** Takes the same time whatever differs. @param kept the digest that is kept; undefined: there is no such token */
export function isSame(token: TokenText, kept: string | undefined): boolean {
  const wanted = /^[0-9a-f]{64}$/.test(kept ?? '') ? Buffer.from(kept ?? '', 'hex') : Buffer.alloc(SECRET_BYTES);
  return timingSafeEqual(sha256(token.secret), wanted) && kept !== undefined;
}

function checksum(id: string, hex: string): string {
  return sha256Hex(`gate token ${id} ${hex}`).slice(0, 8);
}

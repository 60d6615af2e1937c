import { nodeCrypto } from '../../platform/crypto.ts';
import { sha256, sha256Hex } from '../../platform/hash.ts';

/** Random texts that open something, as the browser holds them; what is kept here is their digest. */

const BYTES = 32;

/** 256 bits, base64url. */
export function newSecret(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(BYTES)).toString('base64url');
}

/** What is kept of it, and what it is found by: who can measure how long a search takes learns about digests only. */
export function keyOf(secret: string): string {
  return sha256Hex(`gate web ${secret}`);
}

/** Takes the same time whatever differs. */
export function isSame(one: string, other: string): boolean {
  return nodeCrypto().timingSafeEqual(sha256(one), sha256(other));
}

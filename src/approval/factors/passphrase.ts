import { nodeCrypto } from '../../platform/crypto.ts';
import type { Scrypt } from './factor.ts';

/** Shorter ones are guessed from what is stored. */
export const SHORTEST_PASSPHRASE = 12;
/** 64 MiB and some tenths of a second for each guess. */
export const COST = { n: 2 ** 16, r: 8, p: 1 } as const;
/** What a file may ask for: nobody makes gate compute for minutes. */
const MOST_MEMORY = 512 * 1024 * 1024;
const HASH_BYTES = 32;

/** @param salt 16 random bytes */
export async function hashed(passphrase: string, salt: Uint8Array): Promise<Scrypt> {
  const parameters = { ...COST, salt: Buffer.from(salt).toString('hex') };
  return { ...parameters, hash: Buffer.from(await derived(passphrase, parameters)).toString('hex') };
}

export async function isPassphrase(passphrase: string, stored: Scrypt): Promise<boolean> {
  const hash = Buffer.from(stored.hash, 'hex');
  if (hash.length !== HASH_BYTES || 128 * stored.n * stored.r > MOST_MEMORY) return false;
  return nodeCrypto().timingSafeEqual(await derived(passphrase, stored), hash);
}

function derived(passphrase: string, { n, r, p, salt }: Omit<Scrypt, 'hash'>): Promise<Uint8Array> {
  // The same characters, however a keyboard composes them.
  const text = passphrase.normalize('NFC');
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 2 * MOST_MEMORY };
    nodeCrypto().scrypt(text, Buffer.from(salt, 'hex'), HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

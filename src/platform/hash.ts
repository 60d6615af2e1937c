/**
 * SHA-256, and nothing else of `node:crypto`: loading that module costs the standalone executable 7 ms at every start
 * (Bun 1.4.5), a third of the whole run. Bun has the algorithm built in; Node loads the module, where it is cheap.
 */

export interface Hasher {
  update(data: Uint8Array | string): void;
  digest(): Uint8Array;
}

interface BunHasher {
  update(data: Uint8Array | string): BunHasher;
  digest(): Uint8Array;
  digest(encoding: 'hex'): string;
}

declare const Bun: undefined | { readonly CryptoHasher: new (algorithm: 'sha256', key?: Uint8Array) => BunHasher };

type NodeCrypto = typeof import('node:crypto');
const node = (): NodeCrypto => process.getBuiltinModule('node:crypto') as NodeCrypto;

/** For what comes in pieces. */
export function sha256Hasher(): Hasher {
  const hasher = typeof Bun === 'undefined' ? node().createHash('sha256') : new Bun.CryptoHasher('sha256');
  return {
    update: (data) => {
      hasher.update(data);
    },
    digest: () => hasher.digest(),
  };
}

export const sha256: (data: Uint8Array | string) => Uint8Array =
  typeof Bun === 'undefined'
    ? (data) => node().hash('sha256', data, 'buffer')
    : (data) => new Bun!.CryptoHasher('sha256').update(data).digest();

export const sha256Hex: (data: Uint8Array | string) => string =
  typeof Bun === 'undefined'
    ? (data) => node().hash('sha256', data, 'hex')
    : (data) => new Bun!.CryptoHasher('sha256').update(data).digest('hex');

/** HMAC-SHA-256 as hex. */
export function hmacHex(key: Uint8Array, data: Uint8Array | string): string {
  if (typeof Bun === 'undefined') return node().createHmac('sha256', key).update(data).digest('hex');
  return new Bun.CryptoHasher('sha256', key).update(data).digest('hex');
}

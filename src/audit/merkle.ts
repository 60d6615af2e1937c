import { sha256 } from '../platform/hash.ts';

/**
 * The tree of RFC 6962, and the proofs of RFC 9162 sections 2.1.3 and 2.1.4. Pure. Sizes may exceed 2^32, so no bit
 * operators on them.
 */

export const HASH_BYTES = 32;

// Byte 0 is the node prefix and stays.
const nodeBuffer = new Uint8Array(1 + 2 * HASH_BYTES);
nodeBuffer[0] = 1;

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeBuffer.set(left, 1);
  nodeBuffer.set(right, 1 + HASH_BYTES);
  return sha256(nodeBuffer);
}

/** All that is needed to append and to know the root: one hash for each bit set in `size`, the largest subtree first. */
export class CompactRange {
  #size: number;
  readonly #hashes: Uint8Array[];

  /** @throws RangeError when the number of hashes does not fit the size */
  constructor(size = 0, hashes: readonly Uint8Array[] = []) {
    if (!Number.isSafeInteger(size) || size < 0 || hashes.length !== bitsSet(size)) {
      throw new RangeError(`${hashes.length} hashes cannot be the compact range of ${size} leaves`);
    }
    this.#size = size;
    this.#hashes = [...hashes];
  }

  /** The form in which the store keeps it: the hashes, one after the other. */
  static from(size: number, bytes: Uint8Array): CompactRange {
    if (bytes.length % HASH_BYTES !== 0) throw new RangeError('a compact range consists of whole hashes');
    const hashes: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += HASH_BYTES) hashes.push(bytes.slice(at, at + HASH_BYTES));
    return new CompactRange(size, hashes);
  }

  get size(): number {
    return this.#size;
  }

  get hashes(): readonly Uint8Array[] {
    return this.#hashes;
  }

  /** O(log n) at worst, one or two node hashes on average. */
  append(leafHash: Uint8Array): void {
    let joined = leafHash;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      joined = nodeHash(this.#hashes.pop()!, joined);
    }
    this.#hashes.push(joined);
    this.#size += 1;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#hashes.length * HASH_BYTES);
    this.#hashes.forEach((one, i) => {
      bytes.set(one, i * HASH_BYTES);
    });
    return bytes;
  }

  root(): Uint8Array {
    const last = this.#hashes.length - 1;
    if (last < 0) return sha256(new Uint8Array(0));
    let root = this.#hashes[last]!;
    for (let i = last - 1; i >= 0; i--) root = nodeHash(this.#hashes[i]!, root);
    return root;
  }
}

function bitsSet(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The root over the leaves `from` (inclusive) to `to` (exclusive); from memory, a table or stored tiles. */
export type Subtree = (from: number, to: number) => Uint8Array;

export function subtreeOf(leafHashes: readonly Uint8Array[]): Subtree {
  return (from, to) => {
    const range = new CompactRange();
    for (let i = from; i < to; i++) range.append(leafHashes[i]!);
    return range.root();
  };
}

/** RFC 9162 section 2.1.3.1: that leaf `index` is in the tree of `size` leaves. */
export function inclusionProof(size: number, index: number, subtree: Subtree): Uint8Array[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path = (from: number, to: number): Uint8Array[] => {
    if (to - from === 1) return [];
    const middle = from + split(to - from);
    return index < middle ? [...path(from, middle), subtree(middle, to)] : [...path(middle, to), subtree(from, middle)];
  };
  return path(0, size);
}

/** RFC 9162 section 2.1.4.1: that the tree of `old` leaves is the beginning of the tree of `size` leaves. */
export function consistencyProof(old: number, size: number, subtree: Subtree): Uint8Array[] {
  if (old < 1 || old > size) throw new RangeError(`a tree of ${size} does not begin with one of ${old}`);
  const path = (m: number, from: number, to: number, whole: boolean): Uint8Array[] => {
    const n = to - from;
    if (m === n) return whole ? [] : [subtree(from, to)];
    const k = split(n);
    return m <= k
      ? [...path(m, from, from + k, whole), subtree(from + k, to)]
      : [...path(m - k, from + k, to, false), subtree(from, from + k)];
  };
  return path(old, 0, size, true);
}

/** RFC 9162 section 2.1.3.2. The proof may come from anybody. */
export function verifyInclusion(
  tree: { readonly size: number; readonly root: Uint8Array },
  index: number,
  leafHash: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= tree.size) return false;
  let fn = index;
  let sn = tree.size - 1;
  let r = leafHash;
  for (const p of proof) {
    if (sn === 0 || p.length !== HASH_BYTES) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      r = nodeHash(r, p);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equal(r, tree.root);
}

/** RFC 9162 section 2.1.4.2. The proof may come from anybody. */
export function verifyConsistency(
  old: { readonly size: number; readonly root: Uint8Array },
  tree: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (old.size < 1 || old.size > tree.size || proof.some((p) => p.length !== HASH_BYTES)) return false;
  if (old.size === tree.size) return proof.length === 0 && equal(old.root, tree.root);
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof;
  if (path.length === 0) return false;
  let fn = old.size - 1;
  let sn = tree.size - 1;
  while (fn % 2 === 1) [fn, sn] = [(fn - 1) / 2, Math.floor(sn / 2)];
  let fr = path[0]!;
  let sr = path[0]!;
  for (const c of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, c);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equal(fr, old.root) && equal(sr, tree.root);
}

/** The largest power of two smaller than `n`. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function isPowerOfTwo(n: number): boolean {
  return bitsSet(n) === 1;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

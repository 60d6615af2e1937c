import { DatabaseSync } from 'node:sqlite';
import { leafText, SALT_BYTES } from '../../src/audit/leaf.ts';
import { HASH_BYTES } from '../../src/audit/merkle.ts';
import { sha256, sha256Hasher } from '../../src/platform/hash.ts';

/** Its own program: `sha-loop DATABASE` hashes what verifying that log hashes, and nothing else. Prints one JSON line. */

export interface Hashed {
  readonly events: number;
  readonly bytes: number;
  /** Milliseconds for as many hashes as verifying takes. */
  readonly separate: number;
  /** Milliseconds for the same bytes as one stream. */
  readonly together: number;
}

if (import.meta.main) {
  const db = new DatabaseSync(process.argv[2]!, { readOnly: true });
  const lengths: number[] = [];
  const sql = 'SELECT idx, at, type, request, length(payload) AS size FROM events ORDER BY idx';
  const commitment = new Uint8Array(HASH_BYTES);
  const log = `gate/${'0'.repeat(32)}`;
  for (const { idx, at, type, request, size } of db.prepare(sql).iterate()) {
    const leaf = {
      log,
      index: Number(idx),
      at: Number(at),
      type: String(type),
      request: request === null ? null : String(request),
      commitment,
    };
    lengths.push(SALT_BYTES + Number(size), 1 + leafText(leaf).length, 1 + 2 * HASH_BYTES);
  }
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const buffer = crypto.getRandomValues(new Uint8Array(Math.min(longest, 65_536)));
  const source = new Uint8Array(longest);
  for (let at = 0; at < longest; at += buffer.length) source.set(buffer.subarray(0, longest - at), at);

  let since = performance.now();
  for (const length of lengths) sha256(source.subarray(0, length));
  const separate = performance.now() - since;

  since = performance.now();
  const stream = sha256Hasher();
  const block = new Uint8Array(65_536);
  for (let left = bytes; left > 0; left -= block.length)
    stream.update(left < block.length ? block.subarray(0, left) : block);
  stream.digest();
  const together = performance.now() - since;
  process.stdout.write(
    `${JSON.stringify({ events: lengths.length / 3, bytes, separate, together } satisfies Hashed)}\n`,
  );
}

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryLine, headerLine, trailerLine, verifyExport } from '../../src/audit/export.ts';
import { commit, leafHash } from '../../src/audit/leaf.ts';
import type { Entry } from '../../src/audit/log.ts';
import {
  CompactRange,
  consistencyProof,
  inclusionProof,
  subtreeOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/audit/merkle.ts';

const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaves = Array.from({ length: 300 }, (_, i) => sha(Buffer.from(`leaf ${i}`)));

/** RFC 6962, section 2.1, word for word. */
function naiveRoot(d: readonly Uint8Array[]): Uint8Array {
  if (d.length === 0) return sha();
  if (d.length === 1) return d[0]!;
  let k = 1;
  while (k * 2 < d.length) k *= 2;
  return sha(Buffer.of(1), naiveRoot(d.slice(0, k)), naiveRoot(d.slice(k)));
}

const roots = Array.from({ length: 301 }, (_, n) => naiveRoot(leaves.slice(0, n)));
const tree = (size: number) => ({ size, root: roots[size]! });
const subtree = subtreeOf(leaves);

describe('the tree', () => {
  it('appended one by one equals the definition, for every size up to 300, also when it was stored in between', () => {
    let range = new CompactRange();
    for (let n = 0; n <= 300; n++) {
      expect(Buffer.from(range.root()).equals(roots[n]!)).toBe(true);
      if (n < 300) range.append(leaves[n]!);
      range = CompactRange.from(range.size, range.bytes());
    }
  });

  it('every inclusion proof verifies, and for no other leaf, place or tree', { timeout: 60_000 }, () => {
    const sizes = fc
      .integer({ min: 1, max: 300 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(299)));
    fc.assert(
      fc.property(sizes, ([size, index, other]) => {
        const proof = inclusionProof(size, index, subtree);
        expect(verifyInclusion(tree(size), index, leaves[index]!, proof)).toBe(true);
        if (other !== index) {
          expect(verifyInclusion(tree(size), index, leaves[other]!, proof)).toBe(false);
          expect(verifyInclusion(tree(size), other, leaves[index]!, proof)).toBe(false);
        }
        expect(
          verifyInclusion({ size, root: roots[size === 300 ? 299 : size + 1]! }, index, leaves[index]!, proof),
        ).toBe(false);
        expect(verifyInclusion(tree(size), index, leaves[index]!, [...proof, leaves[0]!])).toBe(false);
      }),
    );
  });

  it('every consistency proof verifies, and for no other history', { timeout: 60_000 }, () => {
    const sizes = fc
      .integer({ min: 1, max: 300 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));
    fc.assert(
      fc.property(sizes, ([size, old]) => {
        const proof = consistencyProof(old, size, subtree);
        expect(verifyConsistency(tree(old), tree(size), proof)).toBe(true);
        const forged = { size: old, root: sha(roots[old]!) };
        expect(verifyConsistency(forged, tree(size), proof)).toBe(false);
        expect(verifyConsistency(tree(old), tree(size), [...proof, leaves[0]!])).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(tree(old), tree(size), proof.slice(1))).toBe(false);
      }),
    );
  });
});

const log = 'gate/00112233445566778899aabbccddeeff';

function logOf(payloads: readonly unknown[]): { lines: string[]; head: { size: number; root: Uint8Array } } {
  const range = new CompactRange();
  const lines = [headerLine(log, range)];
  for (const [index, value] of [{ v: 1, log }, ...payloads].entries()) {
    const payload = new TextEncoder().encode(JSON.stringify(value));
    const salt = new Uint8Array(sha(Buffer.of(index)).subarray(0, 16));
    const type = index === 0 ? 'log.created' : 'request.submitted';
    const request = index === 0 ? null : `r${index}`;
    const commitment = commit(salt, payload);
    const at = 1_000_000 + index;
    const leaf = leafHash({ log, index, at, type, request, commitment });
    const entry: Entry = { index, at, type, request, payload, salt, commitment, leaf };
    range.append(leaf);
    lines.push(entryLine(log, entry));
  }
  const head = { size: range.size, root: range.root() };
  lines.push(trailerLine({ ...head, at: 1_000_000 + payloads.length }));
  return { lines, head };
}

async function* split(text: string) {
  yield* text.split(/(?<=\n)/);
}

describe('an export', () => {
  const payloads = fc.array(fc.record({ text: fc.string({ unit: 'binary' }), json: fc.jsonValue() }), {
    minLength: 1,
    maxLength: 4,
  });

  it('holds printable ASCII and line feeds only, one line for each event, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (values) => {
        const { lines } = logOf(values);
        expect(lines.join('')).toMatch(/^[\n\x20-\x7e]*$/);
        expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
        expect(await verifyExport(split(lines.join('')))).toMatchObject({ kind: 'sound' });
      }),
    );
  });

  it('any flipped bit is found, at the entry it is in', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(payloads, fc.nat(), fc.nat(7), async (values, where, bit) => {
        const { lines } = logOf(values);
        const bytes = Buffer.from(lines.join(''), 'latin1');
        const at = where % bytes.length;
        bytes[at]! ^= 1 << bit;
        const line = lines.findIndex((_, i) => lines.slice(0, i + 1).join('').length > at);
        const verdict = await verifyExport(split(bytes.toString('latin1')));
        // A changed name in the header makes the first entry that of another log; the trailer comes after the last entry.
        expect(verdict).toMatchObject({ kind: 'broken' });
        const { index, reason } = verdict as { index: number; reason: string };
        const expected = Math.max(0, line - 1);
        expect(reason === 'size' ? expected : index).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('a missing tail is found against a head kept elsewhere, even with a new trailer', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (values) => {
        const { head } = logOf(values);
        const cut = logOf(values.slice(0, -1));
        expect(await verifyExport(split(cut.lines.join('')))).toMatchObject({ kind: 'sound' });
        const verdict = await verifyExport(split(cut.lines.join('')), { held: [head] });
        expect(verdict).toMatchObject({ kind: 'broken', reason: 'size', index: head.size - 1 });
      }),
    );
  });
});

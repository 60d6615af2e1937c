import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capture, MOST_BYTES } from '../../src/agents/mcp/capture.ts';

const bytes = (text: string) => Buffer.from(text);

/** The same bytes in pieces of these lengths, again and again. */
function inPieces(whole: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    pieces.push(whole.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

describe('what is kept of a stream', () => {
  test('nothing, and a little, are whole', () => {
    const kept = capture();
    expect(kept.output()).toEqual({ encoding: 'utf-8', bytes: 0, cut_bytes: 0, content: '' });
    kept.add(bytes('h\u00e9'));
    expect(kept.output()).toEqual({ encoding: 'utf-8', bytes: 3, cut_bytes: 0, content: 'h\u00e9' });
  });

  test('up to the limit it is whole; one byte more, and the middle goes', () => {
    const kept = capture();
    kept.add(Buffer.alloc(MOST_BYTES, 'a'));
    expect(kept.output()).toMatchObject({ cut_bytes: 0, content: 'a'.repeat(MOST_BYTES) });
    kept.add(bytes('b'));
    const { content, tail, ...rest } = kept.output();
    expect(rest).toEqual({ encoding: 'utf-8', bytes: MOST_BYTES + 1, cut_bytes: 1 });
    expect(content).toBe('a'.repeat(MOST_BYTES / 2));
    expect(tail).toBe(`${'a'.repeat(MOST_BYTES / 2 - 1)}b`);
  });

  test('whatever its length and its pieces: beginning, end and what is missing add up, without the lines of gate', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 8 });
    const sizes = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 250_000, max: 1_200_000 }));
    const own = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(sizes, lengths, own, own, fc.integer({ min: 0, max: 3 }), (size, pieces, before, after, shift) => {
        // Four bytes a character, so that cuts fall into its middle.
        const data = bytes('x'.repeat(shift) + '\u{1f600}'.repeat(Math.ceil(size / 4)));
        const kept = capture();
        const stream = Buffer.concat([Buffer.alloc(before, '<'), data, Buffer.alloc(after, '>')]);
        for (const piece of inPieces(stream, pieces)) kept.add(piece);
        const { encoding, bytes: total, cut_bytes: cut, content, tail = '' } = kept.output({ before, after });
        expect({ encoding, total }).toEqual({ encoding: 'utf-8', total: data.length });
        expect(Buffer.byteLength(content) + cut + Buffer.byteLength(tail)).toBe(data.length);
        expect(data.subarray(0, Buffer.byteLength(content)).equals(bytes(content))).toBe(true);
        expect(data.subarray(data.length - Buffer.byteLength(tail)).equals(bytes(tail))).toBe(true);
        expect(cut > 0).toBe(data.length > MOST_BYTES);
        expect(Buffer.byteLength(content) + Buffer.byteLength(tail)).toBeGreaterThanOrEqual(
          Math.min(data.length, MOST_BYTES - 6),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('what is no text is kept to the byte, as base64', () => {
    const kept = capture();
    const data = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * 7919) % 256));
    for (const piece of inPieces(data, [65_536])) kept.add(piece);
    const { encoding, content, tail = '', cut_bytes: cut } = kept.output();
    expect(encoding).toBe('base64');
    expect(Buffer.from(content, 'base64').equals(data.subarray(0, MOST_BYTES / 2))).toBe(true);
    expect(Buffer.from(tail, 'base64').equals(data.subarray(-MOST_BYTES / 2))).toBe(true);
    expect(cut).toBe(data.length - MOST_BYTES);
  });
});

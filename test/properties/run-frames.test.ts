import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFrame, type Frame, FrameDecoder, HEADER, LONGEST_PAYLOAD, pieces } from '../../src/broker/run-frames.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((each) => Buffer.from(each));
const number = (min: number, max: number) => fc.integer({ min, max });
const milliseconds = fc.maxSafeNat();

const fromClient: fc.Arbitrary<Frame> = fc.oneof(
  bytes.map((each): Frame => ({ kind: 'stdin', bytes: each })),
  fc.constant<Frame>({ kind: 'stdin-end' }),
  fc.record({ kind: fc.constant('resize' as const), cols: number(0, 65535), rows: number(0, 65535) }),
  number(1, 64).map((each): Frame => ({ kind: 'signal', number: each })),
  fc.constantFrom(1 as const, 2 as const).map((stream): Frame => ({ kind: 'unread', stream })),
);

const fromService: fc.Arbitrary<Frame> = fc.oneof(
  fc.constant<Frame>({ kind: 'started' }),
  number(0, 0xffffffff).map((each): Frame => ({ kind: 'want', bytes: each })),
  bytes.map((each): Frame => ({ kind: 'stdout', bytes: each })),
  bytes.map((each): Frame => ({ kind: 'stderr', bytes: each })),
  fc
    .oneof(
      fc.record({ kind: fc.constant('exited' as const), code: number(0, 255), milliseconds }),
      fc.record({ kind: fc.constant('signaled' as const), signal: number(1, 64), milliseconds }),
      fc.record({ kind: fc.constant('failed' as const), errno: fc.constantFrom('ENOENT', 'E2BIG'), milliseconds }),
    )
    .map((exit): Frame => ({ kind: 'exit', exit })),
  fc.string({ maxLength: 200, unit: 'grapheme' }).map((message): Frame => ({ kind: 'error', message })),
);

/** Cuts bytes at these places. */
function cut(whole: Buffer, places: readonly number[]): Buffer[] {
  const at = [0, ...places.map((place) => place % (whole.length + 1)).toSorted((a, b) => a - b), whole.length];
  return at.slice(1).map((end, index) => whole.subarray(at[index], end));
}

describe.each([
  ['client', fromClient],
  ['service', fromService],
] as const)('frames of the %s', (side, one) => {
  test('any cut of the bytes gives the frames that were sent', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 30 }), (sent, places) => {
        const decoder = new FrameDecoder(side);
        const got = cut(Buffer.concat(sent.map(encodeFrame)), places).flatMap((piece) => decoder.push(piece));
        decoder.end();
        expect(decoder.wrong).toBeUndefined();
        expect(got).toEqual(sent);
      }),
    );
  });

  test('a stream that ends inside a frame is wrong', () => {
    fc.assert(
      fc.property(one, fc.nat(), (sent, place) => {
        const whole = encodeFrame(sent);
        const decoder = new FrameDecoder(side);
        expect(decoder.push(whole.subarray(0, 1 + (place % (whole.length - 1))))).toEqual([]);
        decoder.end();
        expect(decoder.wrong).toBe('the connection ended inside a frame');
      }),
    );
  });

  test('whatever comes: frames or a reason, never an exception, and nothing after the reason', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      // Headers that are nearly right, so that payloads are reached.
      fc
        .tuple(number(0, 13), number(0, 5000), fc.uint8Array({ maxLength: 40 }))
        .map(([kind, length, rest]) => Buffer.from([kind, 0, 0, length >> 8, length & 255, ...rest])),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 10 }), (chunks) => {
        const decoder = new FrameDecoder(side);
        for (const chunk of chunks) {
          const before = decoder.wrong;
          const frames = decoder.push(chunk);
          if (before !== undefined) expect(frames).toEqual([]);
          // What was taken for a frame is one: it can be sent again.
          for (const frame of frames) expect(() => encodeFrame(frame)).not.toThrow();
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const header = (kind: number, length: number) => {
  const made = Buffer.alloc(HEADER);
  made[0] = kind;
  made.writeUInt32BE(length, 1);
  return made;
};

describe('what is refused', () => {
  test.each([
    ['one byte too many', header(1, LONGEST_PAYLOAD + 1)],
    ['four gigabytes', header(1, 0xffffffff)],
    ['a long frame of words', header(10, 4097)],
    ['kind 0', header(0, 0)],
    ['an unknown kind', header(12, 0)],
  ])('%s, as soon as the header is there, and nothing is set aside for it', (_what, bytes) => {
    const decoder = new FrameDecoder(bytes[0] === 10 ? 'service' : 'client');
    const before = process.memoryUsage().arrayBuffers;
    expect(decoder.push(bytes)).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LONGEST_PAYLOAD * 2);
    expect(decoder.wrong).toBeDefined();
    expect(decoder.push(encodeFrame({ kind: 'stdin-end' }))).toEqual([]);
  });

  test('what only the other side sends', () => {
    const client = new FrameDecoder('client');
    client.push(encodeFrame({ kind: 'exit', exit: { kind: 'exited', code: 0, milliseconds: 1 } }));
    expect(client.wrong).toContain('does not belong here');
    const service = new FrameDecoder('service');
    service.push(encodeFrame({ kind: 'signal', number: 9 }));
    expect(service.wrong).toContain('does not belong here');
  });

  test.each([
    '{"kind":"exited","code":256,"milliseconds":1}',
    '{"kind":"exited","code":"0","milliseconds":1}',
    '{"kind":"exited","code":0,"signal":9,"milliseconds":1}',
    '{"kind":"signaled","signal":0,"milliseconds":1}',
    '{"kind":"failed","errno":"\\u001b[2J","milliseconds":1}',
    '{"kind":"exited","code":0,"milliseconds":-1}',
    '{"kind":"exited","code":0,"milliseconds":1,"__proto__":{"code":1}}',
    '{"kind":"exited","code":0}',
    'null',
    '[',
  ])('an exit that is none: %s', (text) => {
    const decoder = new FrameDecoder('service');
    expect(decoder.push(Buffer.concat([header(10, text.length), Buffer.from(text)]))).toEqual([]);
    expect(decoder.wrong).toContain('`exit`');
  });

  test('a frame that is too long is not made', () => {
    const long = Buffer.alloc(LONGEST_PAYLOAD + 1);
    expect(() => encodeFrame({ kind: 'stdout', bytes: long })).toThrow(RangeError);
    expect([...pieces(long)].map((piece) => piece.length)).toEqual([LONGEST_PAYLOAD, 1]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capture, exactArguments, exactEnvironment, type RawFacts } from '../../src/request/capture.ts';
import { uuidv7 } from '../../src/request/uuid.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
/** As the kernel holds it: each entry ended by a NUL. */
const environ = (...entries: Uint8Array[]) =>
  new Uint8Array(Buffer.concat(entries.flatMap((entry) => [entry, Uint8Array.of(0)])));
const chance = { now: () => 1_767_225_600_000, random: (count: number) => new Uint8Array(count).fill(7) };
const facts: RawFacts = {
  argv: [],
  environment: environ(bytes('HOME=/home/ann'), bytes('A=1')),
  cwd: '/work',
  host: 'host',
  user: { uid: 1000, name: 'ann', home: '/home/passwd' },
  tty: false,
  stdin: 'null',
  ancestors: [],
};

describe('what is captured is exact', () => {
  test('arguments come through unaltered, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (args) => {
        const exact = args.map((arg) => arg.toWellFormed());
        expect(exactArguments(exact.map(bytes))).toEqual(exact);
      }),
    );
  });

  test('an argument that is not UTF-8 is refused, and named by its place', () => {
    expect(() => exactArguments([bytes('ok'), Uint8Array.of(0x61, 0xff)])).toThrow('argument 2 is not valid UTF-8');
    // An overlong encoding, and half of a surrogate pair.
    expect(() => exactArguments([Uint8Array.of(0xc0, 0xaf)])).toThrow('argument 1');
    expect(() => exactArguments([Uint8Array.of(0xed, 0xa0, 0x80)])).toThrow('argument 1');
  });

  test('a byte order mark is kept', () => {
    expect(exactArguments([bytes('\ufeffx')])).toEqual(['\ufeffx']);
  });

  test('of a variable given twice the first value counts, and the second is named', () => {
    expect(exactEnvironment(environ(bytes('A=1'), bytes('A=2')))).toEqual({ environment: { A: '1' }, dropped: ['A'] });
  });

  test('a variable that is not UTF-8 is left out and named; one without a name is nothing', () => {
    const raw = environ(Uint8Array.of(0x42, 0x3d, 0xff), bytes('=C:=x'), bytes('nothing'), bytes('D=ü'));
    const { environment, dropped } = exactEnvironment(raw);
    expect(Object.keys(environment).filter((name) => name !== '=C:')).toEqual(['D']);
    expect(dropped).toEqual(['B']);
  });

  test('a variable called __proto__ is a variable', () => {
    const { environment } = exactEnvironment(environ(bytes('__proto__=x')));
    expect(Object.keys(environment)).toEqual(['__proto__']);
  });
});

describe('a request', () => {
  test('is frozen, with everything in it', () => {
    const { request } = capture(facts, { argv: ['rm', ''] }, chance);
    expect(request).toMatchObject({
      argv: ['rm', ''],
      cwd: '/work',
      home: '/home/ann',
      principal: { id: 'person:ann@host' },
    });
    for (const part of [request, request.argv, request.environment, request.principal])
      expect(Object.isFrozen(part)).toBe(true);
  });

  test('is not made from a directory that is gone', () => {
    expect(() => capture({ ...facts, cwd: undefined }, { argv: ['ls'] }, chance)).toThrow('no longer exists');
  });

  test('takes the home of the system when the variable is empty', () => {
    const { request } = capture({ ...facts, environment: environ(bytes('HOME=')) }, { argv: ['ls'] }, chance);
    expect(request.home).toBe('/home/passwd');
  });
});

describe('its id', () => {
  test('is a UUID of version 7 that sorts by time', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 47 }),
        fc.nat({ max: 2 ** 40 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (at, later, random) => {
          const id = uuidv7(at, random);
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
          if (later > 0) expect(uuidv7(at + later, random) > id).toBe(true);
          expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
        },
      ),
    );
  });
});

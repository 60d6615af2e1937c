import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapsed, displayArgv, displayText, visible } from '../../src/command/display.ts';
import type { Text } from '../../src/command/manifest.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '\\',
      ' ',
      '\n',
      '$',
      'n',
      'x',
      '{',
      '}',
      '[secret]',
      '\u202e',
      '\u0000',
      '\u009b',
      'a',
    ),
  }),
);

test('what is shown is printable ASCII, whatever it was', () => {
  fc.assert(
    fc.property(fc.array(hostile), (argv) => {
      expect(displayArgv(argv)).toMatch(/^[\x20-\x7e]*$/);
      for (const arg of argv) expect(visible(arg) + collapsed(arg)).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test('two different commands never look the same', () => {
  fc.assert(
    fc.property(fc.array(hostile), fc.array(hostile), (one, other) => {
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(displayArgv(one)).not.toBe(displayArgv(other));
    }),
    { numRuns: 2000 },
  );
});

test('text never looks like text with a secret in it', () => {
  const text: fc.Arbitrary<Text> = fc.tuple(hostile, hostile).map(([before, after]) => [before, { hmac: 'x' }, after]);
  fc.assert(
    fc.property(text, hostile, (secret, literal) => {
      expect(displayText(secret)).not.toBe(displayText(literal));
    }),
    { numRuns: 2000 },
  );
});

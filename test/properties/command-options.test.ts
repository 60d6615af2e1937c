import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grammar, scan } from '../../src/command/options.ts';

const by = grammar('getopt', { flags: '-a/--all -b', values: '-n/--name', many: '-f/--file', optional: '--dry-run' });
const words = fc.array(
  fc.oneof(
    fc.constantFrom('-a', '-n', '--name', '--name=x', '-nx', '-ab', '--', '-', '', '--dry-run', '-f', '\0'),
    fc.string(),
  ),
  { maxLength: 12 },
);

test('no argument is lost: each one is an option, a value, an operand or a doubt', () => {
  fc.assert(
    fc.property(words, (args) => {
      const found = scan(['tool', ...args], 1, by);
      expect(found.end).toBe(args.length + 1);
      const accounted = found.positionals.length + found.unknown.length + [...found.options.values()].flat().length;
      const values = args.length - accounted;
      // Only a separate value or `--` may make fewer entries than arguments.
      if (values > 0)
        expect(
          args.some(
            (arg) =>
              arg === '--' ||
              arg === '-n' ||
              arg === '-f' ||
              /^-[ab]*[nf]$/.test(arg) ||
              arg === '--name' ||
              arg === '--file',
          ),
        ).toBe(true);
    }),
  );
});

test('every spelling of one intent reads the same', () => {
  const spellings = (value: string) => [
    ['-n', value],
    [`-n${value}`],
    ['--name', value],
    [`--name=${value}`],
    [`-an${value}`],
  ];
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9]*$/), fc.nat(4), fc.boolean(), (value, which, behind) => {
      const option = spellings(value)[which] as string[];
      const found = scan(['tool', ...(behind ? ['operand', ...option] : [...option, 'operand'])], 1, by);
      expect(found.options.get('name')).toEqual([value]);
      expect(found.positionals).toEqual(['operand']);
      expect(found.unknown).toEqual([]);
    }),
  );
});

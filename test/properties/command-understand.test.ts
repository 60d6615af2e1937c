import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EFFECTS } from '../../src/command/action.ts';
import { knownPrograms } from '../../src/command/readers.ts';
import { effects, line, meaning, onlyReads } from '../command/support.ts';

const fragments = fc.constantFrom(
  ...[
    'get',
    'delete',
    '-n',
    '--',
    '-',
    '',
    '-c',
    '-f',
    '--dry-run=client',
    'ls',
    'rm -rf x',
    '$(rm x)',
    '`x`',
    '"',
    "'",
    ';',
    '|',
    '>',
    '<<EOF',
    '\n',
    'select 1',
    '\\! x',
    'A=b',
    '{}',
    '*',
    '\0',
    '\u202e',
  ],
);
const word = fc.oneof(fragments, fc.string());
const program = fc.oneof(fc.constantFrom(...knownPrograms(), 'rm', 'ls', 'sort', 'sed', 'dd', 'date'), fc.string());
const argv = fc.tuple(program, fc.array(word, { maxLength: 10 })).map(([name, words]) => [name, ...words]);

test('any argv has a meaning, well formed and never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(argv, async (words) => {
      const understanding = await meaning(words);
      expect(understanding.actions.length).toBeGreaterThan(0);
      for (const action of understanding.actions) {
        expect(action.effects.length).toBeGreaterThan(0);
        for (const effect of action.effects) expect(EFFECTS).toContain(effect);
        if (action.effects.includes('unknown')) expect(action.opaque).toBe(true);
        expect(JSON.stringify(action)).not.toContain('\\u0000');
      }
      expect(understanding.opaque).toBe(understanding.actions.some((action) => action.opaque));
      expect(understanding.notes.join(' ')).not.toMatch(/failed:/);
    }),
    { numRuns: 1500 },
  );
});

test('any text for a shell has a meaning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      async (text) => {
        const understanding = await line(text);
        expect(understanding.actions.length).toBeGreaterThan(0);
        expect(understanding.notes.join(' ')).not.toMatch(/failed:/);
      },
    ),
    { numRuns: 1500 },
  );
});

const wrapper = fc.constantFrom(
  ['env'],
  ['env', 'A=b'],
  ['nice'],
  ['nice', '-n', '3'],
  ['timeout', '5'],
  ['nohup'],
  ['setsid'],
  ['stdbuf', '-oL'],
  ['sudo'],
  ['sudo', '-u', 'x'],
  ['xargs'],
  ['xargs', '-0'],
  ['command'],
  ['exec'],
  ['time'],
  ['flock', 'x'],
  ['busybox'],
  ['ssh', 'host'],
  ['watch', '-x'],
  ['ionice', '-c3'],
);

test('a wrapper never lowers what its command does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wrapper, { minLength: 1, maxLength: 4 }), argv, async (wrappers, command) => {
      const bare = await meaning(command);
      const wrapped = await meaning([...wrappers.flat(), ...command]);
      if (!onlyReads(bare)) expect(onlyReads(wrapped)).toBe(false);
    }),
    { numRuns: 1500 },
  );
});

test('a plain command means the same inside a shell', async () => {
  const plain = fc.array(fc.stringMatching(/^[a-z0-9./=-]+$/), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('rm', 'ls', 'kubectl', 'cp', 'sort'), plain, async (name, words) => {
      const direct = await meaning([name, ...words]);
      const inside = await line([name, ...words].join(' '));
      expect(effects(inside)).toEqual(effects(direct));
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { RUN_OPTIONS } from '../../src/cli/run-help.ts';
import { parseRunOptions, SPELLINGS } from '../../src/cli/run-options.ts';

describe('the options of a run that help names', () => {
  const spellings = RUN_OPTIONS.flatMap(({ short, long, value }) =>
    [short, long].filter((name) => name !== undefined).map((name) => [name, value] as const),
  );

  test.each(spellings)('%s is read as help says', (name, value) => {
    const own = value === undefined ? [] : [name === '--timeout' ? '5m' : '7'];
    const reason = name === '--break-glass' ? ['-m', 'why'] : [];
    const command = name === '--resume' ? [] : ['--', 'true'];
    expect(() => parseRunOptions([...reason, name, ...own, ...command])).not.toThrow();
    // Whatever takes a value does not do without one, and a switch takes none.
    if (value !== undefined) expect(() => parseRunOptions([name, '--', 'true'])).toThrow('needs a value');
    else expect(() => parseRunOptions([`${name}=x`, '--', 'true'])).toThrow('unknown option');
  });

  test('are all there are', () => {
    expect(spellings.map(([name]) => name).toSorted()).toEqual(SPELLINGS.toSorted());
  });
});

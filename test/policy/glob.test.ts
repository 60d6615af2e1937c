import { describe, expect, test } from 'vitest';
import { anyGlob, glob } from '../../src/policy/glob.ts';

describe('a pattern', () => {
  test.each([
    ['prod-*', 'prod-eu', true],
    ['prod-*', 'my-prod-eu', false],
    ['prod', 'prod-eu', false],
    ['*', '', true],
    ['*', 'two\nlines', true],
    ['a*b', 'a\nb', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['*ab', 'abab', true],
    ['ab*ab', 'ab', false],
    ['ab*ab', 'abab', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['?', '\u{1f600}', true],
    ['??', '\u{1f600}', false],
    ['*?', '\u{1f600}', true],
    ['*?b', 'a\u{1f600}b', true],
    ['*a?*', 'xxab', true],
    ['*a?*', 'xxa', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['(a|b)', 'a', false],
    ['Kubectl', 'kubectl', false],
  ])('%s and %j: %s', (pattern, value, fits) => {
    expect(glob(pattern)(value)).toBe(fits);
  });

  test('in a list is enough', () => {
    const matches = anyGlob(['prod', 'stage-*']);
    expect(['prod', 'stage-1', 'dev'].map(matches)).toEqual([true, true, false]);
  });
});

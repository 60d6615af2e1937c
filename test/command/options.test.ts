import { describe, expect, test } from 'vitest';
import { grammar, isOn, optionValue, scan, UNRESOLVED } from '../../src/command/options.ts';

const table = { flags: '-a/--all -v/--verbose', values: '-n/--name --color', optional: '--dry-run', many: '-f/--file' };
const getopt = grammar('getopt', table);
const pflag = grammar('pflag', table);
const run = (args: string[], by = getopt, stop = false) => scan(['tool', ...args], 1, by, stop);

describe('the option scanner', () => {
  test.each([
    ['a value in the next argument', ['-n', 'x']],
    ['a value attached to a letter', ['-nx']],
    ['a value after the long name', ['--name', 'x']],
    ['a value joined with an equals sign', ['--name=x']],
    ['a value at the end of a cluster', ['-avnx']],
    ['an option behind an operand', ['operand', '-n', 'x']],
  ])('reads %s', (_, args) => {
    const found = run(args);
    expect(optionValue(found, 'name')).toBe('x');
    expect(found.unknown).toEqual([]);
  });

  test('pflag takes -n=x as x, getopt takes it as =x', () => {
    expect(optionValue(run(['-n=x'], pflag), 'name')).toBe('x');
    expect(optionValue(run(['-n=x']), 'name')).toBe('=x');
  });

  test('ends options at --', () => {
    const found = run(['one', '--', '-n', 'x']);
    expect(found.positionals).toEqual(['one', '-n', 'x']);
    expect(found.dash).toBe(1);
    expect(optionValue(found, 'name')).toBeUndefined();
  });

  test.each([
    ['an unknown long option', ['--else']],
    ['an unknown letter', ['-az']],
    ['the beginning of a known option', ['--verb']],
    ['the beginning of a known option with a value', ['--nam=x']],
    ['an option without its value', ['--name']],
    ['a value for a flag', ['--all=yes']],
    ['a word only the shell will know', [`${UNRESOLVED}`]],
    ['a name only the shell will know', [`--${UNRESOLVED}`]],
  ])('reports %s', (_, args) => {
    expect(run(args).unknown).not.toEqual([]);
  });

  test('a value only the shell will know is no doubt', () => {
    expect(run(['-n', UNRESOLVED, 'x']).unknown).toEqual([]);
  });

  test('reports a single-valued option given twice, not one whose values add up', () => {
    expect(run(['-n', 'x', '--name=y']).repeated).toEqual(['name']);
    expect(run(['-f', 'x', '-f', 'y', '-a', '-a']).repeated).toEqual([]);
  });

  test('an optional value must be attached', () => {
    const found = run(['--dry-run', 'client']);
    expect(optionValue(found, 'dry-run')).toBe('');
    expect(found.positionals).toEqual(['client']);
  });

  test('stops at the first operand when asked to', () => {
    const found = run(['-a', 'sub', '-n', 'x'], getopt, true);
    expect(found.end).toBe(2);
    expect(optionValue(found, 'name')).toBeUndefined();
  });

  test('a flag can be switched off', () => {
    expect(isOn(run(['--all=false'], pflag), 'all')).toBe(false);
    expect(isOn(run(['--all'], pflag), 'all')).toBe(true);
  });
});

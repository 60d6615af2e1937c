import { describe, expect, test } from 'vitest';
import { confirmationWord } from '../../src/approval/word.ts';
import type { Action } from '../../src/command/action.ts';

function action(more: Partial<Action>): Action {
  return { tool: 'rm', operation: 'rm', effects: ['destroy'], resource: {}, scope: {}, opaque: false, ...more };
}

describe('the word a person types to confirm', () => {
  test("is the target's name", () => {
    expect(confirmationWord('kubectl', [action({ resource: { kind: 'namespace', name: 'payments' } })])).toBe(
      'payments',
    );
  });
  test('is the last part of a path', () => {
    expect(confirmationWord('rm', [action({ resource: { kind: 'file', path: '/srv/data/old.db' } })])).toBe('old.db');
  });
  test('is the count of several targets', () => {
    const files = ['/a', '/b', '/c'].map((path) => action({ resource: { kind: 'file', path } }));
    expect(confirmationWord('rm', files)).toBe('3');
  });
  test('counts the same target once, and what is only read not at all', () => {
    const one = action({ resource: { kind: 'file', path: '/a' } });
    const read = action({ effects: ['read'], resource: { kind: 'file', path: '/b' } });
    expect(confirmationWord('cp', [one, one, read])).toBe('a');
  });
  test('is the name of the program when gate cannot see what it does', () => {
    expect(confirmationWord('/opt/bin/deploy', [action({ opaque: true, resource: { name: 'x' } })])).toBe('deploy');
  });
  test.each(['', ' ', 'a ', 'naïve', 'line\nbreak', '\u202egpj', 'x'.repeat(65)])(
    'never asks for what cannot be typed: %j',
    (name) => {
      expect(confirmationWord('rm', [action({ resource: { kind: 'file', name } })])).toBe('rm');
      expect(confirmationWord(name, [action({ opaque: true })])).toBe('yes');
    },
  );
});

import { expect, test } from 'vitest';
import { knownPrograms } from '../../src/command/readers.ts';

test('every program has one reader', () => {
  const names = knownPrograms();
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice).toEqual([]);
  expect(names.length).toBeGreaterThan(1000);
});

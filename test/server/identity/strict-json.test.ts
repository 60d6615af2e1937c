import { describe, expect, test } from 'vitest';
import { strictObject } from '../../../src/server/identity/strict-json.ts';

describe('a JSON object with one meaning', () => {
  test.each([
    ['{}', {}],
    ['{"a":1,"b":{"a":2}}', { a: 1, b: { a: 2 } }],
    ['{"a":"b","c":["a","a"]}', { a: 'b', c: ['a', 'a'] }],
    ['{"a":":","b":"\\":"}', { a: ':', b: '":' }],
  ])('%s', (text, value) => {
    expect(strictObject(text)).toEqual(value);
  });

  test.each([
    '{"a":1,"a":2}',
    '{"b":{"a":1,"a":2}}',
    '{"a":1,"\\u0061":2}',
    `{"a":1,"a"${' '.repeat(1000)}:2}`,
    `{"a":1,"a"\n\t\r :2}`,
    '{"__proto__":1}',
    `{"__proto__"${' '.repeat(65)}:1}`,
    '[]',
    'null',
    '{',
    '['.repeat(100_000),
  ])('is not %.60s', (text) => {
    expect(strictObject(text)).toBeUndefined();
  });
});

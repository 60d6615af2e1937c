import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCondition, compileCondition } from '../../src/policy/condition.ts';
import * as fields from '../../src/policy/fields.ts';
import { action, agent } from './build.ts';

const none = { labels: [], owners: [], boundaries: [] };
const typed = [
  ...Object.entries(fields.PRINCIPAL_FIELDS).map(([field, [type]]) => [`request.principal.${field}`, type] as const),
  ...Object.entries(fields.REQUEST_FIELDS).map(([field, [type]]) => [`request.${field}`, type] as const),
  ...Object.entries(fields.ACTION_FIELDS).map(([field, [type]]) => [`action.${field}`, type] as const),
  ...Object.keys(fields.RESOURCE_FIELDS).map((field) => [`action.resource.${field}`, 'string'] as const),
  ...Object.keys(fields.SCOPE_FIELDS).map((field) => [`action.scope.${field}`, 'string'] as const),
];

describe('every documented field', () => {
  const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
  const claim: Record<string, string> = { string: " == ''", bool: '', 'list<string>': '.size() >= 0' };

  test.each(typed)('%s exists, also when nothing is known', (field, type) => {
    const source = `${field}${claim[type] ?? " > timestamp('1960-01-01T00:00:00Z')"} || true`;
    expect(checkCondition(source)).toBeUndefined();
    expect(compileCondition(source)(agent, action('x', ['read']), 'read', none)).toBe(true);
  });

  test.each(typed)('%s is in the documentation', (field) => {
    expect(page).toContain(`\`${field}\``);
  });

  test('and no other is in the documentation', () => {
    const named = [...page.matchAll(/`((?:request|action)\.[a-z_.]+)`/g)].map(([, field]) => field!);
    const groups = ['request.principal', 'action.resource', 'action.scope'];
    const known = new Set<string>([...typed.map(([field]) => field), ...groups]);
    expect(named.filter((field) => !known.has(field))).toEqual([]);
  });
});

describe('a condition is refused', () => {
  test.each([
    ['request.principal.knd == "x"', 'unknown field `knd`', 18],
    ['request.foo == "x"', 'unknown field `foo`', 8],
    ['nobody == "x"', 'bad condition: unknown variable: nobody', 0],
    ['action.tool.matches("(a+)+")', '`matches()` is not allowed', 0],
    ['dyn(request).foo == "x"', '`dyn()` is not allowed', 0],
    ['has(request.intent)', '`has()` is not allowed', 0],
    ['request.argv.all(a, request.argv.all(b, a == b))', '`all()` inside another loop is not allowed', 20],
    ['action.tool', 'the condition gives string, not true or false', 0],
    ['action.tool == 1', 'bad condition: no such overload', 0],
  ])('%s', (source, message, offset) => {
    const wrong = checkCondition(source);
    expect(wrong?.message).toContain(message);
    expect(wrong?.offset).toBe(offset);
  });
});

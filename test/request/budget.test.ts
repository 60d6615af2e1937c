import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOf, patienceOf, patienceWords } from '../../src/cli/patience.ts';
import { budgetOf } from '../../src/request/budget.ts';
import { AGENTS } from '../../src/request/harnesses.ts';

const claude = { kind: 'agent', harness: 'claude-code' } as const;

describe('the budget of the calling harness', () => {
  test.each([
    ['nothing set', {}, 120_000],
    ['its own variable', { BASH_DEFAULT_TIMEOUT_MS: '300000' }, 300_000],
    ['bounded by the other one', { BASH_DEFAULT_TIMEOUT_MS: '900000', BASH_MAX_TIMEOUT_MS: '60000' }, 60_000],
    ['a bound that is longer changes nothing', { BASH_MAX_TIMEOUT_MS: '900000' }, 120_000],
    ['no number', { BASH_DEFAULT_TIMEOUT_MS: '5m' }, 120_000],
    ['a negative one', { BASH_DEFAULT_TIMEOUT_MS: '-1' }, 120_000],
    ['zero', { BASH_DEFAULT_TIMEOUT_MS: '0' }, 120_000],
    ['an exponent', { BASH_DEFAULT_TIMEOUT_MS: '1e9' }, 120_000],
    ['a millisecond is a second', { BASH_DEFAULT_TIMEOUT_MS: '1' }, 1000],
    ['a century is a day', { BASH_DEFAULT_TIMEOUT_MS: '999999999999999' }, 86_400_000],
  ])('of claude-code: %s', (_, environment, milliseconds) => {
    expect(budgetOf(claude, environment)).toEqual({ harness: 'claude-code', milliseconds });
  });

  test('is known for these harnesses, and for no pipeline and no person', () => {
    const known = AGENTS.flatMap(({ name }) => {
      const budget = budgetOf({ kind: 'agent', harness: name }, {});
      return budget ? [[name, budget.milliseconds / 1000]] : [];
    });
    expect(Object.fromEntries(known)).toEqual({
      'claude-code': 120,
      codex: 10,
      cursor: 30,
      'gemini-cli': 300,
      'qwen-code': 120,
      opencode: 120,
      cline: 30,
      crush: 60,
    });
    expect(budgetOf({ kind: 'pipeline', harness: 'github-actions' }, {})).toBeUndefined();
    expect(budgetOf({ kind: 'person' }, { BASH_DEFAULT_TIMEOUT_MS: '5000' })).toBeUndefined();
  });

  test('whatever its environment says, gate waits between a second and ten minutes, and ends before the harness does', () => {
    const value = fc.oneof(fc.string(), fc.integer().map(String), fc.bigInt().map(String));
    fc.assert(
      fc.property(value, value, (usual, most) => {
        const environment = { BASH_DEFAULT_TIMEOUT_MS: usual, BASH_MAX_TIMEOUT_MS: most };
        const { seconds, before } = patienceOf(undefined, { principal: claude, environment });
        expect(seconds).toBeGreaterThanOrEqual(1);
        expect(seconds).toBeLessThanOrEqual(600);
        if (before && before.milliseconds > 2000) expect(seconds * 1000).toBeLessThan(before.milliseconds);
      }),
    );
  });
});

describe('how long gate waits', () => {
  test('ten minutes when nobody says otherwise; what --timeout says, whatever the harness allows', () => {
    const caller = { principal: claude, environment: {} };
    expect(patienceOf(undefined, { principal: { kind: 'person' }, environment: {} })).toEqual({ seconds: 600 });
    expect(patienceOf(3600, caller)).toEqual({ seconds: 3600 });
    expect(patienceOf(undefined, caller)).toMatchObject({ seconds: 117 });
  });

  test('a budget runs since the process was started, a timeout since it waits', () => {
    const patience = patienceOf(undefined, { principal: claude, environment: {} });
    expect(leftOf(patience, 7000)).toBe(110_000);
    expect(leftOf(patience, 500_000)).toBe(0);
    expect(leftOf({ seconds: 10 }, 7000)).toBe(10_000);
    expect(patienceWords(patience)).toBe('1m57s (claude-code gives commands 2m)');
  });
});

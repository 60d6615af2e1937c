import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, EFFECTS } from '../../src/command/action.ts';
import { decide } from '../../src/policy/decide.ts';
import { DECISION_KINDS, type Decision } from '../../src/policy/decision.ts';
import { glob } from '../../src/policy/glob.ts';
import { parse } from '../../src/policy/parse.ts';
import { effort } from '../kit/effort.ts';
import { agent, person, pipeline, policies, unused } from '../policy/build.ts';

/** Laws of deciding, over generated policies and commands. */

const word = fc.constantFrom('a', 'b', 'prod', 'prod-eu', 'dev');
const pattern = fc.constantFrom('a', 'b', '*', 'prod*', '*-eu', 'dev', '?');
const effect = fc.constantFrom(...EFFECTS);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const action: fc.Arbitrary<Action> = fc.record({
  tool: word,
  operation: word,
  effects: fc.uniqueArray(effect, { minLength: 1, maxLength: 3 }),
  resource: fc.record({ name: word }, { requiredKeys: [] }),
  scope: fc.record({ context: word, database: word }, { requiredKeys: [] }),
  opaque: fc.boolean(),
});
const actions = fc.array(action, { minLength: 1, maxLength: 3 });
const asker = fc.constantFrom(agent, person, pipeline);

const kinds = {
  any: fc.constantFrom(...DECISION_KINDS),
  restricting: fc.constantFrom('confirm' as const, 'hold' as const, 'deny' as const),
};
const conditions = fc.constantFrom(
  "request.principal.kind == 'agent'",
  "action.scope.context == 'prod'",
  "request.argv[99] == 'fails'",
);

const ruleOf = (decision: fc.Arbitrary<(typeof DECISION_KINDS)[number]>) =>
  fc
    .record({
      decision,
      match: fc.record({
        tool: optional(pattern),
        operation: optional(pattern),
        effects: optional(fc.uniqueArray(effect, { minLength: 1 })),
        resource: optional(fc.record({ name: pattern })),
        scope: optional(fc.record({ context: pattern })),
        labels: optional(fc.constantFrom('pii', 'prod', '*')),
        opaque: optional(fc.boolean()),
      }),
      when: optional(conditions),
      approvers: optional(fc.record({ from: fc.constant(['sre']), count: fc.integer({ min: 1, max: 3 }) })),
      limit: optional(fc.record({ count: fc.integer({ min: 1, max: 3 }), per: fc.constant('1h') })),
    })
    .map(({ decision: kind, match, when, approvers, limit }) => ({
      match: Object.values(match).every((value) => value === undefined) ? { tool: '*' } : match,
      decision: kind,
      when,
      approvers: kind === 'confirm' || kind === 'hold' ? approvers : undefined,
      limit: kind === 'deny' ? undefined : limit,
    }));
type GeneratedRule = ReturnType<typeof ruleOf> extends fc.Arbitrary<infer Value> ? Value : never;

const rules = fc.array(ruleOf(kinds.any), { maxLength: 5 });
const targets = [{ id: 't', match: { scope: { database: 'prod*' } }, labels: ['pii', 'prod'], owner: 'dba' }];

/** JSON is YAML: what is undefined disappears. Ids name the rule, not its place. */
function text(list: readonly GeneratedRule[], head: object = { packs: [], targets }, prefix = 'r'): string {
  const named = list.map((one, index) => ({ id: `${prefix}${index}`, ...one }));
  return JSON.stringify({ version: 1, ...head, ...(named.length > 0 && { rules: named }) });
}

const rank = (decision: Pick<Decision, 'kind'>): number => DECISION_KINDS.indexOf(decision.kind);
const heads = fc.record({
  packs: fc.constantFrom([], ['baseline'], ['baseline', 'kubernetes']),
  default: optional(kinds.any),
  targets: fc.constant(targets),
});

describe('for every policy and command', () => {
  test('a rule that denies never allows more', async () => {
    await fc.assert(
      fc.asyncProperty(
        rules,
        ruleOf(fc.constant('deny')),
        heads,
        actions,
        asker,
        async (list, extra, head, what, who) => {
          const before = decide(who, { actions: what }, await policies({ user: text(list, head) }), unused);
          const after = decide(who, { actions: what }, await policies({ user: text([...list, extra], head) }), unused);
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        },
      ),
    );
  });

  test('a rule that restricts never allows more where other rules decided', async () => {
    await fc.assert(
      fc.asyncProperty(rules, ruleOf(kinds.restricting), actions, asker, async (list, extra, what, who) => {
        const head = { packs: [], default: 'allow', targets };
        const before = decide(who, { actions: what }, await policies({ user: text(list, head) }), unused);
        const after = decide(who, { actions: what }, await policies({ user: text([...list, extra], head) }), unused);
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  test('the order of rules changes nothing', async () => {
    const shuffled = rules.chain((list) =>
      fc.record({
        list: fc.constant(list),
        order: fc.shuffledSubarray(
          list.map((_, index) => index),
          { minLength: list.length },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, heads, actions, asker, async ({ list, order }, head, what, who) => {
        const one = list.map((rule, index) => ({ id: `r${index}`, ...rule }));
        const other = order.map((index) => one[index]!);
        const [before, after] = await Promise.all(
          [one, other].map(async (some) =>
            decide(
              who,
              { actions: what },
              await policies({
                user: JSON.stringify({ version: 1, ...head, ...(some.length > 0 && { rules: some }) }),
              }),
              unused,
            ),
          ),
        );
        expect(after!.kind).toBe(before!.kind);
        expect(after!.mode).toBe(before!.mode);
        expect([...after!.rules].sort()).toEqual([...before!.rules].sort());
        expect(after!.duties.expiresSeconds).toBe(before!.duties.expiresSeconds);
        const blocks = ({ duties }: Decision) => duties.approvers.filter(({ rule }) => rule !== 'default').length;
        expect(blocks(after!)).toBe(blocks(before!));
      }),
    );
  });

  test('a repository never loosens a decision, its approvers, its limits or its time', async () => {
    const repository = fc.array(ruleOf(kinds.restricting), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        rules,
        rules,
        repository,
        heads,
        actions,
        asker,
        async (system, user, extra, head, what, who) => {
          const base = { ...(system.length > 0 && { system: text(system, {}, 's') }), user: text(user, head) };
          const used = ({ rule }: { rule: string }) => (rule.endsWith('1') ? 2 : 0);
          const before = decide(who, { actions: what }, await policies(base), used);
          const repo = text(extra, {}, 'repo');
          const after = decide(who, { actions: what }, await policies({ ...base, repository: repo }), used);
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
          if (after.kind === 'deny') return;
          expect(after.duties.expiresSeconds).toBeLessThanOrEqual(before.duties.expiresSeconds);
          expect(after.duties.limits).toEqual(expect.arrayContaining([...before.duties.limits]));
          // The rule that speaks for several may be another one; what it asks for is the same.
          const asked = ({ duties }: Decision) =>
            duties.approvers.map(({ rule: _, ...block }) => JSON.stringify(block));
          expect(asked(after)).toEqual(expect.arrayContaining(asked(before)));
        },
      ),
    );
  });

  test('whatever file a repository holds, it is refused or it tightens', async () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record(
          { version: fc.constant(1), default: kinds.any, mode: fc.constant('observe'), rules: fc.anything() },
          { requiredKeys: ['version'] },
        )
        .map((value) => JSON.stringify(value)),
      fc.record({ version: fc.constant(1), rules }).map(({ rules: list }) => text(list, {})),
    );
    await fc.assert(
      fc.asyncProperty(anything, rules, actions, asker, async (repository, user, what, who) => {
        const base = await policies({ user: text(user) });
        const before = decide(who, { actions: what }, base, unused);
        const set = await policies({ user: text(user), repository }).catch(() => undefined);
        if (set === undefined) return;
        expect(rank(decide(who, { actions: what }, set, unused))).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  test('a limit that is reached never allows more', async () => {
    await fc.assert(
      fc.asyncProperty(rules, actions, asker, fc.nat(5), async (list, what, who, count) => {
        const set = await policies({ user: text(list) });
        const free = decide(who, { actions: what }, set, unused);
        expect(rank(decide(who, { actions: what }, set, () => count))).toBeGreaterThanOrEqual(rank(free));
      }),
    );
  });
});

test('many rules about one field decide as if each were tried', async () => {
  const parts = fc.constantFrom('prod', 'dev', '-', 'eu', 'us', '*', '?');
  const source = fc.array(parts, { minLength: 1, maxLength: 4 }).map((some) => some.join(''));
  const context = fc
    .array(fc.constantFrom('prod', 'dev', '-', 'eu', 'us'), { maxLength: 4 })
    .map((some) => some.join(''));
  const many = fc.array(fc.tuple(source, kinds.any), { minLength: 5, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(many, fc.array(context, { minLength: 1, maxLength: 5 }), async (list, contexts) => {
      const written = list.map(([one, decision], index) => ({
        id: `r${index}`,
        match: { tool: 'kubectl', scope: { context: one } },
        decision,
      }));
      const head = { version: 1, packs: [], default: 'allow' };
      const set = await policies({ user: JSON.stringify({ ...head, rules: written }) });
      for (const where of contexts) {
        const what: Action = {
          tool: 'kubectl',
          operation: 'get',
          effects: ['read'],
          resource: {},
          scope: { context: where },
          opaque: false,
        };
        const fitting = list.filter(([one]) => glob(one)(where)).map(([, kind]) => DECISION_KINDS.indexOf(kind));
        expect(rank(decide(person, { actions: [what] }, set, unused))).toBe(Math.max(0, ...fitting));
      }
    }),
  );
});

test('a rule without one of its required fields is refused', () => {
  const whole = { id: 'a', match: { tool: 'x' }, decision: 'allow' };
  for (const field of Object.keys(whole)) {
    const { [field as 'id']: _, ...rule } = whole;
    const source = JSON.stringify({ version: 1, rules: [rule] });
    expect(() => parse(source, { file: 'p', layer: 'user', packs: [] }), field).toThrow(`\`${field}\` is missing`);
  }
});

describe('a pattern', () => {
  /** The definition, by regular expression, on values short enough for one. */
  const byRegex = (source: string, value: string) =>
    new RegExp(
      `^${[...source].map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[\\^$.|+()[\]{}/-]/g, '\\$&'))).join('')}$`,
      'su',
    ).test(value);
  const letters = fc.constantFrom('a', 'b', '\n', '\u{1f600}', '.');

  test('means what its definition says', () => {
    const patterns = fc
      .array(fc.oneof(letters, fc.constantFrom('*', '?')), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const values = fc.array(letters, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(patterns, values, (source, value) => {
        expect(glob(source)(value)).toBe(byRegex(source, value));
      }),
      { numRuns: 2000 },
    );
  });

  test('takes time that grows with the value, not faster', async () => {
    const size = 128 * 1024;
    for (const source of [
      '*a*a*a*a*a*a*b',
      `*${'a'.repeat(255)}b*`,
      `*${'a?'.repeat(60)}b`,
      `${'*?'.repeat(100)}b`,
      '?*?*?*?*b',
    ]) {
      const took = await effort(() => expect(glob(source)('a'.repeat(size))).toBe(false));
      expect(took, source).toBeLessThan(500);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { decide, limitsOf } from '../../src/policy/decide.ts';
import { action, agent, judge, only, person, pipeline, policies, unused } from './build.ts';

const drop = action('psql', ['destroy'], {
  operation: 'DROP TABLE',
  scope: { database: 'shop', reach: 'remote' },
  resource: { name: 'orders' },
});
const list = action('ls', ['read']);

const allowAll = only('- { id: all, match: { tool: "*" }, decision: allow }');
const rule = (decision: string, more = '') =>
  `- { id: ${decision}, match: { tool: psql }, decision: ${decision}${more} }`;

describe('the strictest match wins', () => {
  const kinds = ['allow', 'confirm', 'hold', 'deny'];
  for (const one of kinds) {
    for (const two of kinds.filter((kind) => kind !== one)) {
      test(`of ${one} and ${two}, in either order`, async () => {
        const stricter = kinds[Math.max(kinds.indexOf(one), kinds.indexOf(two))];
        for (const rules of [`${rule(one)}\n${rule(two)}`, `${rule(two)}\n${rule(one)}`]) {
          expect(await judge({ user: only(rules) }, drop, person)).toMatchObject({ kind: stricter, rules: [stricter] });
        }
      });
    }
  }

  test('over the effects of one action', async () => {
    const rules = `- { id: r, match: { effects: [read] }, decision: allow }\n- { id: d, match: { effects: [destroy] }, decision: deny }`;
    const decision = await judge({ user: only(rules) }, action('x', ['read', 'destroy']));
    expect(decision).toMatchObject({ kind: 'deny', refusal: 'rule', rules: ['d'] });
    expect(decision.findings).toEqual([
      { action: 0, effect: 'read', layer: 'user', kind: 'allow', rule: 'r' },
      { action: 0, effect: 'destroy', layer: 'user', kind: 'deny', rule: 'd' },
    ]);
  });

  test('an allowed action does not carry another one along', async () => {
    const rules = '- { id: r, match: { effects: [read] }, decision: allow }';
    expect(await judge({ user: only(rules) }, [list, drop], person)).toMatchObject({
      kind: 'confirm',
      rules: ['default'],
    });
  });
});

describe('nothing matched', () => {
  test.each([
    ['person', person, 'confirm'],
    ['agent', agent, 'hold'],
    ['pipeline', pipeline, 'hold'],
  ] as const)('a %s gets the default confirm, which only a person can answer', async (_, request, kind) => {
    expect(await judge({ user: only(rule('allow')) }, action('make', ['write']), request)).toMatchObject({
      kind,
      rules: ['default'],
    });
  });

  test.each(['allow', 'confirm', 'hold', 'deny'])('the default %s of the file counts', async (kind) => {
    expect(await judge({ user: `version: 1\npacks: []\ndefault: ${kind}\n` }, drop, person)).toMatchObject({ kind });
  });

  test('of two defaults in one layer the stricter counts', async () => {
    const user = ['version: 1\ndefault: allow\n', 'version: 1\ndefault: deny\n'];
    expect(await judge({ user }, drop)).toMatchObject({ kind: 'deny' });
  });

  test('a system layer without default has no opinion on what it does not match', async () => {
    const system = only('- { id: s, match: { tool: aws }, decision: deny }');
    expect(await judge({ system, user: allowAll }, drop)).toMatchObject({ kind: 'allow', rules: ['all'] });
  });

  test('a system default cannot be loosened below', async () => {
    expect(await judge({ system: 'version: 1\ndefault: deny\n', user: allowAll }, drop)).toMatchObject({
      kind: 'deny',
    });
  });

  test('a command without actions is denied', async () => {
    expect(await judge({ user: allowAll }, [])).toMatchObject({ kind: 'deny', refusal: 'error' });
  });

  test('an action without effects counts as unknown', async () => {
    const user = only('- { id: known, match: { effects: [read, write, destroy] }, decision: allow }');
    expect(await judge({ user }, action('x', []), person)).toMatchObject({ kind: 'confirm' });
  });

  test('an opaque action is judged for unknown too, whatever it claims to do', async () => {
    const user = only('- { id: r, match: { effects: [read] }, decision: allow }');
    expect(await judge({ user }, action('cat', ['read'], { opaque: true }), person)).toMatchObject({ kind: 'confirm' });
  });

  test('without any file the default packs answer', async () => {
    expect(await judge({}, list)).toMatchObject({ kind: 'allow', rules: ['baseline/read'] });
    expect(await judge({}, drop)).toMatchObject({ kind: 'hold', rules: ['baseline/destroy', 'postgres/destroy'] });
  });

  test('a tool whose rules were not loaded is denied rather than allowed', async () => {
    const { assemble } = await import('../../src/policy/load.ts');
    const set = assemble([], { tools: ['ls'] });
    expect(decide(agent, { actions: [list] }, set, unused).kind).toBe('allow');
    expect(decide(agent, { actions: [drop] }, set, unused)).toMatchObject({ kind: 'deny', refusal: 'error' });
  });
});

describe('a field that is not resolved', () => {
  const scoped = (decision: string) =>
    only(`- { id: s, match: { scope: { database: "prod-*" } }, decision: ${decision} }`, 'packs: []\ndefault: allow');
  const nowhere = action('psql', ['write']);

  test('matches in a rule that restricts', async () => {
    expect(await judge({ user: scoped('deny') }, nowhere)).toMatchObject({ kind: 'deny' });
    expect(await judge({ user: scoped('hold') }, nowhere)).toMatchObject({ kind: 'hold' });
  });
  test('does not match in a rule that allows', async () => {
    const user = scoped('allow').replace('default: allow', 'default: deny');
    expect(await judge({ user }, nowhere)).toMatchObject({ kind: 'deny', rules: ['default'] });
  });
  test('a resolved field that differs does not match', async () => {
    expect(await judge({ user: scoped('deny') }, drop)).toMatchObject({ kind: 'allow' });
  });
  test('names inherited by every object are not fields', async () => {
    const user = only('- { id: s, match: { resource: { name: "*" } }, decision: allow }');
    expect(
      await judge({ user }, action('x', ['read'], { resource: Object.create({ name: 'y' }) }), person),
    ).toMatchObject({
      kind: 'confirm',
    });
  });
});

describe('layers', () => {
  test('a repository can tighten, and its words are marked', async () => {
    const repository =
      'version: 1\nrules:\n  - { id: no, match: { tool: psql }, decision: deny, reason: use make db, suggest: make db }\n';
    expect(await judge({ user: allowAll, repository }, drop)).toMatchObject({
      kind: 'deny',
      rules: ['no'],
      reasons: ['the repository says: use make db'],
      suggest: ['the repository says: make db'],
    });
  });

  test('a repository hold does not hide the reasons of the user', async () => {
    const user = only('- { id: mine, match: { tool: psql }, decision: confirm, reason: careful }');
    const repository =
      'version: 1\nrules:\n  - { id: theirs, match: { tool: psql }, decision: hold, reason: all is well }\n';
    const decision = await judge({ user, repository }, drop);
    expect(decision.reasons).toEqual(['careful', 'the repository says: all is well']);
  });

  test('except reaches its own layer only', async () => {
    const system = only('- { id: no, match: { tool: psql }, decision: deny }');
    const user = 'version: 1\npacks: [baseline]\ndefault: allow\nexcept: [baseline/destroy, no]\n';
    expect(await judge({ user }, drop)).toMatchObject({ kind: 'allow' });
    expect(await judge({ user, system }, drop)).toMatchObject({ kind: 'deny', rules: ['no'] });
  });

  test('two files of one layer with the same rule id are refused', async () => {
    await expect(judge({ user: [allowAll, allowAll] }, drop)).rejects.toThrow(/user-1\.yaml:4:1: duplicate id `all`/);
  });
});

describe('duties add up', () => {
  test('a confirm that waits asks the owners for one vote', async () => {
    const { duties } = await judge({ user: only(rule('confirm')) }, drop);
    expect(duties.approvers).toEqual([
      { from: ['owners'], count: 1, evidence: 'os', separation: 'none', rule: 'confirm' },
    ]);
    expect(duties).toMatchObject({ expiresSeconds: 3600, startWithinSeconds: 900 });
  });

  test('a person who confirms needs no votes', async () => {
    expect((await judge({ user: only(rule('confirm')) }, drop, person)).duties.approvers).toEqual([]);
  });

  test('every block is met and the shortest expiry counts', async () => {
    const rules = `
- { id: a, match: { tool: psql }, decision: hold, approvers: { from: [dba], count: 2, evidence: signed, expires: 2h }, tags: [x] }
- { id: b, match: { tool: psql }, decision: hold, approvers: { from: [sec], expires: 90m, start_within: 1m }, tags: [x, y] }`;
    const { duties, tags } = await judge({ user: only(rules) }, drop);
    expect(duties.approvers).toEqual([
      { from: ['dba'], count: 2, evidence: 'signed', separation: 'owner', rule: 'a' },
      { from: ['sec'], count: 1, evidence: 'os', separation: 'none', rule: 'b' },
    ]);
    expect(duties).toMatchObject({ expiresSeconds: 5400, startWithinSeconds: 60 });
    expect(tags).toEqual(['x', 'y']);
  });

  test("a repository's approvers never replace the owners", async () => {
    const repository =
      'version: 1\nrules:\n  - { id: r, match: { tool: psql }, decision: hold, approvers: { from: [mallory], expires: 30d } }\n';
    const { duties } = await judge({ user: only(rule('confirm')), repository }, drop);
    expect(duties.approvers.map((block) => block.from)).toEqual([['mallory'], ['owners']]);
    expect(duties.expiresSeconds).toBe(3600);
  });

  test('a pack that only confirms does not ask the owners beside the people of a hold', async () => {
    const user = `version: 1\npacks: [baseline, postgres]\nrules:\n  - { id: two, match: { tool: psql, effects: [destroy] }, decision: hold, approvers: { from: [dba] } }\n`;
    const decision = await judge({ user }, drop);
    expect(decision.rules).toEqual(['two']);
    expect(decision.duties.approvers.map((block) => block.from)).toEqual([['dba']]);
  });

  test('two names of credentials are a deny', async () => {
    const rules = `${rule('confirm', ', credentials: one')}\n${rule('hold', ', credentials: two')}`;
    expect(await judge({ user: only(rules) }, drop)).toMatchObject({
      kind: 'deny',
      refusal: 'error',
      rules: ['confirm', 'hold'],
    });
    expect((await judge({ user: only(rule('allow', ', credentials: one')) }, drop)).duties.credentials).toBe('one');
  });

  test.each([
    [['as-is'], undefined],
    [['copy', 'as-is'], 'copy'],
    [['read-only', 'copy'], 'read-only'],
    [['as-is', 'copy', 'read-only'], 'read-only'],
  ])('of the views %j the strictest counts', async (views, strictest) => {
    const rules = views.map(
      (view, index) => `- { id: r${index}, match: { tool: psql }, decision: confirm, view: ${view} }`,
    );
    expect((await judge({ user: only(rules.join('\n')) }, drop)).duties.view).toBe(strictest);
  });
});

describe('limits', () => {
  const limited = (by: string) => only(rule('allow', `, limit: { count: 3, per: 1h, by: ${by} }`));

  test.each([
    ['principal', 'agent:claude-code@alice@laptop'],
    ['owner', 'person:alice@laptop'],
    ['all', ''],
  ])('by %s is counted under its key', async (by, key) => {
    const set = await policies({ user: limited(by) });
    expect(limitsOf(agent, { actions: [drop] }, set)).toEqual([{ rule: 'allow', count: 3, windowSeconds: 3600, key }]);
  });

  test('the last start within the limit is allowed and the next one is denied', async () => {
    expect(await judge({ user: limited('all') }, drop, agent, () => 2)).toMatchObject({ kind: 'allow' });
    expect(await judge({ user: limited('all') }, drop, agent, () => 3)).toMatchObject({
      kind: 'deny',
      refusal: 'limit',
      rules: ['allow'],
      reasons: ['the limit of rule allow is reached: 3 starts in 1h'],
    });
  });

  test('a count that is not a number is a deny', async () => {
    expect(await judge({ user: limited('all') }, drop, agent, () => Number.NaN)).toMatchObject({ refusal: 'limit' });
  });
});

describe('observe mode', () => {
  const observing = (mode: string, rules: string) => only(rules, `packs: []\nmode: ${mode}`);

  test('as a whole records what it would have done', async () => {
    const decision = await judge({ user: observing('observe', rule('deny')) }, drop);
    expect(decision).toMatchObject({ kind: 'deny', mode: 'observe', rules: ['deny'], refusal: 'rule' });
    expect(decision.findings).toEqual([
      { action: 0, effect: 'destroy', layer: 'user', kind: 'deny', rule: 'deny', observed: true },
    ]);
  });

  test('per rule leaves the other rules in force', async () => {
    const rules = `${rule('deny', ', mode: observe')}\n${rule('hold')}`;
    expect(await judge({ user: only(rules) }, drop)).toMatchObject({ kind: 'hold', mode: 'enforce', rules: ['hold'] });
    const softer = `${rule('deny', ', mode: observe')}\n${rule('allow')}`;
    expect(await judge({ user: only(softer) }, drop)).toMatchObject({ kind: 'deny', mode: 'observe' });
  });

  test('of the user does not reach the system layer', async () => {
    const system = only(rule('deny'));
    expect(await judge({ system, user: observing('observe', rule('allow')) }, drop)).toMatchObject({
      kind: 'deny',
      mode: 'enforce',
    });
  });

  test('of the user is ignored where the system says enforce', async () => {
    const system = observing('enforce', '- { id: other, match: { tool: aws }, decision: deny }');
    expect(await judge({ system, user: observing('observe', rule('deny')) }, drop)).toMatchObject({ mode: 'enforce' });
    expect(await judge({ system, user: only(rule('deny', ', mode: observe')) }, drop)).toMatchObject({
      mode: 'enforce',
    });
  });

  test('of the system reaches what says nothing, and a user may still enforce', async () => {
    const system = observing('observe', '- { id: other, match: { tool: aws }, decision: deny }');
    expect(await judge({ system, user: only(rule('deny')) }, drop)).toMatchObject({ mode: 'observe' });
    expect(await judge({ system, user: observing('enforce', rule('deny')) }, drop)).toMatchObject({ mode: 'enforce' });
  });

  test('an enforced limit holds although another rule is only observed', async () => {
    const rules = `${rule('allow', ', limit: { count: 1, per: 1h }')}\n${rule('hold', ', mode: observe')}`;
    expect(await judge({ user: only(rules) }, drop, agent, () => 1)).toMatchObject({
      mode: 'enforce',
      refusal: 'limit',
    });
  });
});

describe('targets', () => {
  const catalogue = (rules: string) =>
    only(
      rules,
      `packs: []
default: allow
targets:
  - { id: pay, match: { tool: psql, scope: { database: payments } }, labels: [prod, pii], owner: dba, boundary: eu }`,
    );
  const at = (database?: string) => action('psql', ['read'], { scope: database === undefined ? {} : { database } });
  const pii = '- { id: pii, match: { labels: pii }, decision: hold, approvers: { from: [target-owner] } }';

  test('a label matches where the target is touched', async () => {
    expect(await judge({ user: catalogue(pii) }, at('payments'))).toMatchObject({
      kind: 'hold',
      labels: ['prod', 'pii'],
      owners: ['dba'],
    });
    expect(await judge({ user: catalogue(pii) }, at('sandbox'))).toMatchObject({ kind: 'allow', labels: [] });
  });
  test('a target that may be touched restricts, and is named', async () => {
    expect(await judge({ user: catalogue(pii) }, at())).toMatchObject({ kind: 'hold', owners: ['dba'] });
  });
  test('a target that may be touched allows nothing', async () => {
    const rules = '- { id: eu, match: { boundary: eu, owner: dba }, decision: allow }';
    const user = catalogue(rules).replace('default: allow', 'default: deny');
    expect(await judge({ user }, at('payments'))).toMatchObject({ kind: 'allow' });
    expect(await judge({ user }, at())).toMatchObject({ kind: 'deny' });
  });
});

describe('conditions', () => {
  const when = (decision: string, text: string) =>
    only(
      `- { id: w, match: { tool: psql }, when: ${JSON.stringify(text)}, decision: ${decision} }`,
      'packs: []\ndefault: allow',
    );

  test.each([
    ["request.principal.kind == 'agent'", 'deny'],
    ["request.principal.kind == 'person'", 'allow'],
    ["action.resource.namespace != 'sandbox'", 'deny'],
    ["action.resource.namespace == ''", 'deny'],
    ["action.scope.database.startsWith('sh') && action.effect == 'destroy'", 'deny'],
    ["request.argv.exists(word, word == 'payments')", 'deny'],
    ["request.at.getHours('UTC') >= 18", 'allow'],
    ["'claude' in request.parents", 'deny'],
    ['size(action.labels) > 0', 'allow'],
  ])('%s gives %s', async (text, kind) => {
    expect(await judge({ user: when('deny', text) }, drop)).toMatchObject({ kind });
  });

  test('a condition that fails at run time is a deny, even in a rule that allows', async () => {
    expect(await judge({ user: when('allow', "request.argv[9] == 'x'") }, drop)).toMatchObject({
      kind: 'deny',
      refusal: 'error',
      rules: ['w'],
      reasons: ['the condition of rule w could not be evaluated'],
    });
  });

  test('a condition that nobody prepared is a deny', async () => {
    const set = await policies({ user: when('allow', 'true') }, { prepare: false });
    expect(decide(agent, { actions: [drop] }, set, unused)).toMatchObject({ kind: 'deny', refusal: 'error' });
    expect(decide(agent, { actions: [list] }, set, unused)).toMatchObject({ kind: 'allow' });
  });
});

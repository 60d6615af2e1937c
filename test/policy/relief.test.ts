import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Action, Effect } from '../../src/command/action.ts';
import { EFFECTS } from '../../src/command/action.ts';
import type { Facts } from '../../src/policy/condition.ts';
import { decide } from '../../src/policy/decide.ts';
import type { Rule } from '../../src/policy/document.ts';
import { assemble, loadFiles } from '../../src/policy/load.ts';
import { DEFAULT_PACKS, PACK_NAMES, pack } from '../../src/policy/packs/packs.ts';
import { parse } from '../../src/policy/parse.ts';
import { prepareConditions } from '../../src/policy/prepare.ts';
import { type Meaning, mayBeProposed, reliefOf } from '../../src/policy/relief.ts';

const AGENT = 'agent:claude-code@ana@laptop';
const label: Action = {
  tool: 'kubectl',
  operation: 'label',
  effects: ['write'],
  resource: { kind: 'pod', name: 'web-0', namespace: 'shop' },
  scope: { context: 'dev', reach: 'remote' },
  opaque: false,
};
const { name: _, ...resource } = label.resource as Record<string, string>;
const meaning: Meaning = { ...label, resource, named: true, scope: label.scope as Record<string, string> };

const asks = (id = AGENT): Facts => ({
  principal: { kind: 'agent', id, owner: 'person:ana@laptop', known: 'claimed' },
  argv: ['kubectl'],
  cwd: '/',
  host: 'laptop',
  user: { uid: 1, name: 'ana' },
  tty: false,
  stdin: 'null',
  parents: [],
  at: 0,
});

async function packRules(): Promise<Map<string, Rule>> {
  const rules = new Map<string, Rule>();
  for (const name of DEFAULT_PACKS) {
    const { policy } = parse(await pack(name)!.text(), { file: name, layer: 'user', packs: PACK_NAMES });
    for (const rule of policy.rules ?? []) rules.set(`${name}/${rule.id}`, rule);
  }
  return rules;
}

async function withFiles(...texts: string[]) {
  const files = texts.map((text, index) => ({
    path: `${index}.yaml`,
    layer: 'user' as const,
    bytes: Buffer.from(text),
  }));
  const set = assemble(await loadFiles(files, { tools: 'all' }), { tools: 'all' });
  await prepareConditions(set);
  return (action: Action, facts = asks()) => decide(facts, { actions: [action] }, set, () => 0).kind;
}

describe('a rule for what is always approved', () => {
  test('allows exactly that, for one requester, and everything else is asked as before', async () => {
    const today = await withFiles();
    expect(today(label)).toBe('hold');
    const snippet = reliefOf(
      { principal: AGENT, meaning, asking: ['baseline/write', 'kubernetes/write'], reason: 'always approved' },
      { packs: DEFAULT_PACKS, rules: await packRules() },
    );
    const relieved = await withFiles(stringify(snippet));
    expect(relieved(label)).toBe('allow');
    expect(relieved({ ...label, resource: { ...label.resource, name: 'web-1' } })).toBe('allow');
    const others: Action[] = [
      { ...label, resource },
      { ...label, operation: 'annotate' },
      { ...label, opaque: true },
      { ...label, effects: ['write', 'secret'] },
      { ...label, effects: ['write', 'destroy'] },
      { ...label, resource: { ...label.resource, all: 'true' } },
      { ...label, resource: { ...label.resource, selector: 'app=web' } },
      { ...label, resource: { ...label.resource, namespace: 'payments' } },
      { ...label, resource: { ...label.resource, kind: 'deployment' } },
      { ...label, scope: { ...label.scope, context: 'prod' } },
      { ...label, scope: { reach: 'remote' } },
      { ...label, scope: { ...label.scope, as: 'admin' } },
      { ...label, scope: { ...label.scope, server: 'https://elsewhere' } },
    ];
    for (const other of others) expect([other, relieved(other)]).toEqual([other, today(other)]);
    expect(relieved(label, asks('agent:cursor@ana@laptop'))).toBe('hold');
    expect(relieved(label, asks('agent:claude-code@bob@laptop'))).toBe('hold');
  });

  test('where only the default asked, nothing has to be switched off', async () => {
    const base = 'version: 1\npacks: []\ndefault: confirm\n';
    const wish = { principal: AGENT, meaning, asking: [], reason: 'always approved' };
    const snippet = reliefOf(wish, { packs: [], rules: new Map() });
    expect(snippet).not.toHaveProperty('except');
    expect((await withFiles(base))(label)).toBe('hold');
    expect((await withFiles(base, stringify(snippet)))(label)).toBe('allow');
  });

  test('is never made for what is grave, unless it only deletes where this machine may be deleted from', () => {
    const grave: Effect[] = ['execute', 'export', 'secret', 'privilege', 'destroy', 'unknown'];
    for (const reach of [undefined, 'remote', 'loopback', 'machine', 'protected', 'project', 'temporary', 'local']) {
      const scope: Record<string, string> = reach === undefined ? {} : { reach };
      for (const effect of EFFECTS) {
        const here = ['project', 'temporary', 'local'].includes(reach ?? '');
        const may = !grave.includes(effect) || (effect === 'destroy' && here);
        expect([effect, reach, mayBeProposed({ ...meaning, effects: ['write', effect], scope })]).toEqual([
          effect,
          reach,
          may,
        ]);
        expect(mayBeProposed({ ...meaning, effects: [effect], scope, opaque: true })).toBe(false);
      }
    }
    expect(mayBeProposed({ ...meaning, effects: [] })).toBe(false);
  });

  test.each([
    ["it's", 'a quote'],
    ['a\\b', 'a backslash'],
    ['prod-*', 'a pattern'],
    ['t\u00e4glich', 'a letter that is not ASCII'],
    ['a\nb', 'a line feed'],
    ['', 'nothing'],
  ])('is not made of a value with %j (%s)', (value) => {
    const surroundings = { packs: [], rules: new Map() };
    const wish = { principal: AGENT, meaning, asking: [], reason: 'x' };
    expect(reliefOf({ ...wish, meaning: { ...meaning, scope: { context: value } } }, surroundings)).toBeUndefined();
    expect(reliefOf({ ...wish, meaning: { ...meaning, operation: value } }, surroundings)).toBeUndefined();
    expect(reliefOf({ ...wish, principal: value }, surroundings)).toBeUndefined();
  });

  test('is not made when a rule that asked is not there any more', () => {
    const wish = { principal: AGENT, meaning, asking: ['kubernetes/gone'], reason: 'x' };
    expect(reliefOf(wish, { packs: [], rules: new Map() })).toBeUndefined();
  });
});

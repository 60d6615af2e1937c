import { hash } from 'node:crypto';
import type { Action, Effect } from '../../src/command/action.ts';
import { compile } from '../../src/policy/compile.ts';
import { inMemory } from '../../src/policy/compiled.ts';
import type { Facts } from '../../src/policy/condition.ts';
import { decide } from '../../src/policy/decide.ts';
import type { Decision, Limit } from '../../src/policy/decision.ts';
import { assemble, type Loaded } from '../../src/policy/load.ts';
import { PACK_NAMES } from '../../src/policy/packs/packs.ts';
import { type LayerName, parse } from '../../src/policy/parse.ts';
import type { PolicySet } from '../../src/policy/policy-set.ts';
import { prepareConditions } from '../../src/policy/prepare.ts';

/** Real parsing, compiling and deciding; only the disk is left out. */

export type Texts = Partial<Record<LayerName, string | readonly string[]>>;

export async function policies(
  texts: Texts,
  options: { systemMode?: 'enforce' | 'observe'; prepare?: boolean } = {},
): Promise<PolicySet> {
  const loaded = (['system', 'user', 'repository'] as const).flatMap((layer) =>
    [texts[layer] ?? []].flat().map((text, index) => loadedText(text, layer, `${layer}-${index}.yaml`)),
  );
  const set = assemble(loaded, { tools: 'all', ...options });
  if (options.prepare !== false) await prepareConditions(set);
  return set;
}

export function loadedText(text: string, layer: LayerName, file: string): Loaded {
  const compiled = compile(parse(text, { file, layer, packs: PACK_NAMES }));
  const document = { digest: `sha256:${hash('sha256', text)}`, layer, name: file, text: () => text };
  return { document, source: inMemory(compiled) };
}

export const agent: Facts = {
  principal: { kind: 'agent', id: 'agent:claude-code@alice@laptop', owner: 'person:alice@laptop', known: 'os' },
  argv: ['kubectl', 'delete', 'ns', 'payments'],
  cwd: '/home/alice/shop',
  host: 'laptop',
  user: { uid: 1000, name: 'alice' },
  tty: false,
  stdin: 'null',
  parents: [{ pid: 7, name: 'claude' }],
  at: Date.UTC(2026, 4, 6, 12),
};

export const person: Facts = {
  ...agent,
  principal: { kind: 'person', id: 'person:alice@laptop', known: 'os' },
  tty: true,
};

export const pipeline: Facts = {
  ...agent,
  principal: { kind: 'pipeline', id: 'pipeline:github-actions/acme/shop', known: 'claimed' },
};

export function action(tool: string, effects: readonly Effect[], more: Partial<Action> = {}): Action {
  return { tool, operation: tool, effects, resource: {}, scope: {}, opaque: effects.includes('unknown'), ...more };
}

export const unused = (_: Limit): number => 0;

export async function judge(
  texts: Texts,
  actions: Action | readonly Action[],
  request: Facts = agent,
  used: (limit: Limit) => number = unused,
): Promise<Decision> {
  return decide(request, { actions: [actions].flat() }, await policies(texts), used);
}

/** A user policy without packs: only what is written counts. */
export function only(rules: string, head = 'packs: []'): string {
  return `version: 1\n${head}\nrules:\n${rules
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`;
}

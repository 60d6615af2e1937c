import type { Action, Effect } from '../command/action.ts';
import type { CompiledRule, CompiledTarget } from './compiled.ts';
import type { Condition } from './condition.ts';
import type { DecisionKind } from './decision.ts';
import { coarse, fieldTests, fine, type LiveTarget, liveTarget, own, type Targets, targetsOf } from './match.ts';
import type { LayerName } from './parse.ts';

/** Policies ready to decide with: layers of rules, indexed. Conditions are put in by `prepareConditions`. */

export interface PolicyDocument {
  /** `sha256:` of its bytes. */
  readonly digest: string;
  readonly layer: LayerName;
  /** A path, or `pack:kubernetes`. */
  readonly name: string;
  /** The text as it was when it was read, for the record. */
  text(): string;
}

export interface LiveRule {
  readonly rule: CompiledRule;
  /** `kubernetes/destroy` in a pack, `destroy` in a file. */
  readonly id: string;
  readonly layer: LayerName;
  readonly document: PolicyDocument;
  /** Policy order over all layers. */
  readonly order: number;
  coarse(action: Action, effect: Effect): boolean;
  fine(action: Action, targets: Targets): boolean;
  /** Absent although the rule has a `when`: nobody prepared it, and the rule is an error. */
  condition?: Condition;
}

export interface Layer {
  readonly name: LayerName;
  /** What an unmatched (action, effect) gets; absent: this layer has no opinion. */
  readonly default: DecisionKind | undefined;
  readonly mode: 'enforce' | 'observe';
  /** Every rule that may judge this action for this effect: tool, operation and effect fit already. */
  candidates(action: Action, effect: Effect): readonly LiveRule[];
  readonly rules: readonly LiveRule[];
}

export interface PolicySet {
  readonly layers: readonly Layer[];
  readonly documents: readonly PolicyDocument[];
  readonly digests: readonly string[];
  targets(action: Action): Targets;
  readonly hasTargets: boolean;
  /** False for a tool whose rules were not loaded: nothing can be said about it, and silence must not look like consent. */
  covers(tool: string): boolean;
}

export interface LayerParts {
  readonly name: LayerName;
  readonly default: DecisionKind | undefined;
  readonly mode: 'enforce' | 'observe';
  readonly rules: readonly { rule: CompiledRule; id: string; document: PolicyDocument }[];
}

export function policySet(
  parts: readonly LayerParts[],
  targets: readonly CompiledTarget[],
  documents: readonly PolicyDocument[],
  tools: readonly string[] | 'all',
): PolicySet {
  const loaded = tools === 'all' ? undefined : new Set(tools);
  let order = 0;
  const layers = parts.map(({ name, default: fallback, mode, rules }) => {
    const live: LiveRule[] = rules.map(({ rule, id, document }) => ({
      rule,
      id,
      layer: name,
      document,
      order: order++,
      coarse: coarse(rule),
      fine: fine(rule),
    }));
    return { name, default: fallback, mode, rules: live, candidates: indexed(live) };
  });
  const liveTargets: readonly LiveTarget[] = targets.map(liveTarget);
  return {
    layers,
    documents,
    digests: [...new Set(documents.map((document) => document.digest))],
    targets: (action) => targetsOf(action, liveTargets),
    hasTargets: targets.length > 0,
    covers: (tool) => loaded === undefined || loaded.has(tool),
  };
}

/** Requesters choose these names, so the index of what was seen must not grow for ever. */
const MAX_SEEN = 4096;

function indexed(rules: readonly LiveRule[]): Layer['candidates'] {
  const seen = new Map<string, (action: Action) => readonly LiveRule[]>();
  return (action, effect) => {
    const key = `${action.tool}\0${action.operation}\0${effect}\0${action.opaque ? 1 : 0}`;
    let find = seen.get(key);
    if (find === undefined) {
      if (seen.size >= MAX_SEEN) seen.clear();
      find = byField(rules.filter((rule) => rule.coarse(action, effect)));
      seen.set(key, find);
    }
    return find(action);
  };
}

/** Many rules for one operation differ in a name or a context: look those up by that field instead of trying them all. */
function byField(rules: readonly LiveRule[]): (action: Action) => readonly LiveRule[] {
  if (rules.length <= 8) return () => rules;
  const tests = rules.map((live) => fieldTests(live.rule).filter((test) => test.exact));
  const counts = new Map<string, number>();
  for (const { part, field } of tests.flat()) {
    counts.set(`${part}.${field}`, (counts.get(`${part}.${field}`) ?? 0) + 1);
  }
  const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count <= rules.length / 2) return () => rules;
  const [part, field] = best.split('.') as ['resource' | 'scope', string];
  const exactOf = (index: number) => tests[index]!.find((test) => test.part === part && test.field === field)?.exact;
  const rest = rules.filter((_, index) => exactOf(index) === undefined);
  const named = new Map<string, LiveRule[]>();
  rules.forEach((live, index) => {
    for (const value of new Set(exactOf(index) ?? [])) named.set(value, [...(named.get(value) ?? []), live]);
  });
  const found = new Map([...named].map(([value, some]) => [value, [...some, ...rest]]));
  return (action) => {
    const value = own(action[part], field);
    return value === undefined ? rules : (found.get(value) ?? rest);
  };
}

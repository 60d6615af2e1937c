import { type Action, EFFECTS, type Effect } from '../command/action.ts';
import type { CompiledPlace, CompiledRule, CompiledTarget } from './compiled.ts';
import type { Condition } from './condition.ts';
import type { Bundled, DecisionKind } from './decision.ts';
import { anyGlob } from './glob.ts';
import {
  coarse,
  fieldTests,
  fine,
  fitOf,
  isAbout,
  type LiveTarget,
  liveTarget,
  own,
  type Targets,
  targetsOf,
} from './match.ts';
import type { LayerName } from './parse.ts';

/** Policies ready to decide with: layers of rules, indexed. Conditions are put in by `prepareConditions`. */

export interface PolicyDocument {
  /** `sha256:` of its bytes. */
  readonly digest: string;
  readonly layer: LayerName;
  /** A path, or `pack:kubernetes`. */
  readonly name: string;
  /** The text as it was when it was read, for the record. */
  text(): string | Promise<string>;
}

export class LiveRule {
  readonly rule: CompiledRule;
  /** `kubernetes/destroy` in a pack, `destroy` in a file. */
  readonly id: string;
  readonly layer: LayerName;
  readonly document: PolicyDocument;
  /** Policy order over all layers. */
  readonly order: number;
  /** Absent although the rule has a `when`: nobody prepared it, and the rule is an error. */
  condition: Condition | undefined = undefined;
  #fine: ReturnType<typeof fine> | undefined;

  constructor(part: LayerParts['rules'][number], layer: LayerName, order: number) {
    this.rule = part.rule;
    this.id = part.id;
    this.layer = layer;
    this.document = part.document;
    this.order = order;
  }

  /** Everything in `match` beyond tool, operation and effect. Compiled when first asked: a run asks few rules. */
  fine(action: Action, targets: Targets): boolean {
    this.#fine ??= fine(this.rule);
    return this.#fine(action, targets);
  }
}

export interface Layer {
  readonly name: LayerName;
  /** What an unmatched (action, effect) gets; absent: this layer has no opinion. */
  readonly default: DecisionKind | undefined;
  readonly mode: 'enforce' | 'observe';
  /** Every rule that may judge this action for this effect: tool, operation and effect fit already. */
  candidates(action: Action, effect: Effect): readonly LiveRule[];
  readonly rules: readonly LiveRule[];
  /** The action as this layer sees it: a loopback server that it lists is `local`. */
  seen(action: Action): Action;
}

export interface PolicySet {
  readonly layers: readonly Layer[];
  readonly documents: readonly PolicyDocument[];
  readonly digests: readonly string[];
  readonly bundle?: Bundled;
  targets(action: Action): Targets;
  readonly hasTargets: boolean;
  /** Who owns a target, each once. */
  readonly owners: readonly string[];
  /** False for a tool whose rules were not loaded: nothing can be said about it, and silence must not look like consent. */
  covers(tool: string): boolean;
}

export interface LayerParts {
  readonly name: LayerName;
  readonly default: DecisionKind | undefined;
  readonly mode: 'enforce' | 'observe';
  readonly rules: readonly { rule: CompiledRule; id: string; document: PolicyDocument }[];
  readonly local: readonly CompiledPlace[];
}

export function policySet(
  parts: readonly LayerParts[],
  targets: readonly CompiledTarget[],
  documents: readonly PolicyDocument[],
  tools: readonly string[] | 'all',
  bundle?: Bundled,
): PolicySet {
  const loaded = tools === 'all' ? undefined : new Set(tools);
  let order = 0;
  const layers = parts.map(({ name, default: fallback, mode, rules, local }) => {
    const live = rules.map((part) => new LiveRule(part, name, order++));
    return { name, default: fallback, mode, rules: live, candidates: indexed(live), seen: localising(local) };
  });
  const liveTargets: readonly LiveTarget[] = targets.map(liveTarget);
  return {
    layers,
    documents,
    digests: [...new Set(documents.map((document) => document.digest))],
    ...(bundle && { bundle: { name: bundle.name, version: bundle.version, digest: bundle.digest } }),
    targets: (action) => targetsOf(action, liveTargets),
    hasTargets: targets.length > 0,
    owners: [...new Set(targets.flatMap(({ owner }) => owner ?? []))],
    covers: (tool) => loaded === undefined || loaded.has(tool),
  };
}

/** Only what is certain counts: a server that is not resolved may be any. */
function localising(local: readonly CompiledPlace[]): Layer['seen'] {
  const places = local.map(({ tool, ...place }) => ({ tool: tool && anyGlob(tool), tests: fieldTests(place) }));
  return (action) => {
    if (places.length === 0 || action.scope['reach'] !== 'loopback') return action;
    const listed = places.some(
      ({ tool, tests }) => (tool === undefined || tool(action.tool)) && fitOf(tests, action) === 'yes',
    );
    return listed ? { ...action, scope: { ...action.scope, reach: 'local' } } : action;
  };
}

type Find = (action: Action) => readonly LiveRule[];

function indexed(rules: readonly LiveRule[]): Layer['candidates'] {
  const seen = new Bounded<(Find | undefined)[]>();
  return (action, effect) => {
    const { tool, opaque } = action;
    const finds = seen.get(tool) ?? seen.put(tool, []);
    const slot = EFFECTS.indexOf(effect) * 2 + (opaque ? 1 : 0);
    finds[slot] ??= byOperation(rules.filter(({ rule }) => coarse(rule, tool, opaque, effect)));
    return finds[slot](action);
  };
}

/** Few rules name operations, and some tools have thousands of them. */
function byOperation(rules: readonly LiveRule[]): Find {
  if (rules.every(({ rule }) => rule.operation === undefined)) return byField(rules);
  const seen = new Bounded<Find>();
  return (action) => {
    const { operation } = action;
    const find =
      seen.get(operation) ?? seen.put(operation, byField(rules.filter(({ rule }) => isAbout(rule, operation))));
    return find(action);
  };
}

/** Requesters choose what is looked up, so what was seen must not grow for ever. */
class Bounded<Value> {
  readonly #values = new Map<string, Value>();

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  put(key: string, value: Value): Value {
    if (this.#values.size >= 2048) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}

/**
 * Many rules for one operation differ in a name or a context: they are found by what that field starts with instead of
 * trying them all. Rules without a pattern for it, or with one that starts with a wildcard, are always tried.
 */
function byField(rules: readonly LiveRule[]): Find {
  if (rules.length <= 4) return () => rules;
  const starts = rules.map((live) => fieldTests(live.rule).filter((test) => test.starts.every((text) => text !== '')));
  const counts = new Map<string, number>();
  for (const { part, field } of starts.flat()) {
    counts.set(`${part}.${field}`, (counts.get(`${part}.${field}`) ?? 0) + 1);
  }
  const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count <= rules.length / 2) return () => rules;
  const [part, field] = best.split('.') as ['resource' | 'scope', string];

  const always: LiveRule[] = [];
  const starting = new Map<string, LiveRule[]>();
  rules.forEach((live, index) => {
    const test = starts[index]!.find((one) => one.part === part && one.field === field);
    if (test === undefined) always.push(live);
    for (const text of new Set(test?.starts)) {
      const some = starting.get(text);
      if (some) some.push(live);
      else starting.set(text, [live]);
    }
  });
  const lengths = [...new Set([...starting.keys()].map((text) => text.length))];
  const known = new Bounded<readonly LiveRule[]>();
  return (action) => {
    const value = own(action[part], field);
    if (value === undefined) return rules;
    const before = known.get(value);
    if (before) return before;
    const some = new Set(always);
    for (const length of lengths) for (const live of starting.get(value.slice(0, length)) ?? []) some.add(live);
    return known.put(value, [...some]);
  };
}

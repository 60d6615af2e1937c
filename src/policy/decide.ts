import { type Action, EFFECTS, type Effect } from '../command/action.ts';
import type { Understanding } from '../command/command.ts';
import { type Conclusion, conclude, findingsOf, unique } from './conclude.ts';
import type { Facts, Touched } from './condition.ts';
import type { Decision, Limit } from './decision.ts';
import { asksTargetOwner, type Judged, type OwnersOf } from './duties.ts';
import { NO_TARGETS, type Targets } from './match.ts';
import type { Layer, LiveRule, PolicySet } from './policy-set.ts';

/**
 * Everything the policies say about one command. Pure and synchronous.
 *
 * Each layer judges each action once per effect; the strictest matching rule counts, and where none matches the layer's
 * default. The strictest of all that is the decision. Order never matters, and what cannot be evaluated is a deny.
 */
export function decide(
  request: Facts,
  command: Pick<Understanding, 'actions'>,
  policies: PolicySet,
  used: (limit: Limit) => number,
): Decision {
  const judged: Judged[] = [];
  let labels: readonly string[] = NONE;
  let owners: readonly string[] = NONE;
  const ownersByAction: (readonly string[])[] = [];
  command.actions.forEach((action, index) => {
    if (!policies.covers(action.tool)) {
      judged.push(unjudged(index));
      return;
    }
    const targets = policies.hasTargets ? policies.targets(action) : NO_TARGETS;
    const effects = effectsOf(action);
    for (const layer of policies.layers) {
      const seen = layer.seen(action);
      for (const effect of effects) judge(layer, request, seen, index, effect, targets, judged);
    }
    if (targets === NO_TARGETS) return;
    const touched = reached(targets, judged, index);
    labels = unique([...labels, ...touched.labels]);
    owners = unique([...owners, ...touched.owners]);
    ownersByAction[index] = touched.owners;
  });
  if (judged.length === 0) judged.push(unjudged(0));

  const ownersOf: OwnersOf = (action) => ownersByAction[action] ?? NONE;
  const someObserved = judged.some((one) => one.observed);
  let mode: Decision['mode'] = 'enforce';
  const enforced = someObserved ? judged.filter((one) => !one.observed) : judged;
  let conclusion = concludeOnce(request, enforced, used, policies, ownersOf);
  if (someObserved && conclusion.kind === 'allow') {
    // Nothing that is enforced stands in the way: what is only observed is the answer to record, and it runs.
    conclusion = conclude(request, judged, used, ownersOf);
    if (conclusion.kind !== 'allow') mode = 'observe';
  }
  const { kind, rules, reasons, where, suggest, tags, duties, refusal } = conclusion;
  return {
    kind,
    rules,
    reasons,
    where,
    suggest,
    tags,
    duties,
    findings: findingsOf(judged),
    labels,
    owners,
    ...(refusal && { refusal }),
    mode,
    policy: policies.digests,
    ...(policies.bundle && { bundle: policies.bundle }),
  };
}

/**
 * Many commands are judged by the same few rules. What follows from them is worked out once, unless a limit has to be
 * looked up, or an owner of a target has to be asked.
 */
function concludeOnce(
  request: Facts,
  judged: readonly Judged[],
  used: (limit: Limit) => number,
  policies: PolicySet,
  ownersOf: OwnersOf,
): Conclusion {
  const alone = judged.some(({ live }) => live && (live.rule.limit !== undefined || asksTargetOwner(live)));
  if (alone) return conclude(request, judged, used, ownersOf);
  const known = concluded.get(policies) ?? new Map<string, Conclusion>();
  concluded.set(policies, known);
  let key: string = request.principal.kind;
  for (const { live, layer, kind, failed } of judged) key += ` ${live ? live.order : layer}${kind}${failed ? '!' : ''}`;
  let conclusion = known.get(key);
  if (conclusion === undefined) {
    conclusion = conclude(request, judged, used, ownersOf);
    if (known.size >= MOST_CONCLUDED) known.clear();
    known.set(key, conclusion);
  }
  return conclusion;
}

const MOST_CONCLUDED = 1024;
const concluded = new WeakMap<PolicySet, Map<string, Conclusion>>();

/** The limits `decide` will ask about: their counts live in a store that answers later. */
export function limitsOf(
  request: Facts,
  command: Pick<Understanding, 'actions'>,
  policies: PolicySet,
): readonly Limit[] {
  return decide(request, command, policies, () => 0).duties.limits;
}

const NONE: readonly string[] = Object.freeze([]);
const UNKNOWN: readonly Effect[] = ['unknown'];

/** An action of which part cannot be seen is judged for `unknown` as well, whatever else it is known to do. */
function effectsOf(action: Action): readonly Effect[] {
  const known = action.effects.every((effect) => EFFECTS.includes(effect)) ? action.effects : UNKNOWN;
  if (known.length === 0) return UNKNOWN;
  return action.opaque && !known.includes('unknown') ? [...known, 'unknown'] : known;
}

function judge(
  layer: Layer,
  request: Facts,
  action: Action,
  index: number,
  effect: Effect,
  targets: Targets,
  judged: Judged[],
): void {
  let any = false;
  const attended = isAttended(request);
  for (const live of layer.candidates(action, effect)) {
    if (live.rule.attended !== undefined && live.rule.attended !== attended) continue;
    if (!live.fine(action, targets)) continue;
    const holds = live.rule.when === undefined || evaluate(live, request, action, effect, targets);
    if (holds === false) continue;
    any = true;
    const observed = layer.mode === 'observe' || live.rule.observe === true;
    const kind = holds === 'error' ? 'deny' : live.rule.decision;
    judged.push({ action: index, effect, layer: layer.name, kind, live, observed, failed: holds === 'error' });
  }
  if (any || layer.default === undefined) return;
  const observed = layer.mode === 'observe';
  judged.push({ action: index, effect, layer: layer.name, kind: layer.default, observed, failed: false });
}

/** A person at a terminal reads what happens and can answer at once. */
function isAttended({ principal, tty }: Facts): boolean {
  return principal.kind === 'person' && tty;
}

function evaluate(live: LiveRule, request: Facts, action: Action, effect: Effect, targets: Targets): boolean | 'error' {
  if (live.condition === undefined) return 'error';
  try {
    return live.condition(request, action, effect, live.rule.decision === 'allow' ? targets.certain : targets.possible);
  } catch {
    return 'error';
  }
}

/** Nothing to judge, or no rules loaded to judge it by: the one answer that cannot be wrong. */
function unjudged(action: number): Judged {
  return { action, effect: 'unknown', layer: 'user', kind: 'deny', observed: false, failed: true };
}

/** Labels that decided only because a field was not resolved are named too: somebody must be able to see why. */
function reached(targets: Targets, judged: readonly Judged[], index: number): Touched {
  const byDoubt = judged.some(
    ({ action, live }) => action === index && live && (live.rule.labels || live.rule.owner || live.rule.boundary),
  );
  return byDoubt ? targets.possible : targets.certain;
}

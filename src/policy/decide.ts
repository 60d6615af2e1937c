import { type Action, EFFECTS, type Effect } from '../command/action.ts';
import type { Understanding } from '../command/command.ts';
import type { Facts, Touched } from './condition.ts';
import { DECISION_KINDS, type Decision, type DecisionKind, type Finding, type Limit } from './decision.ts';
import { spoken } from './duration.ts';
import { dutiesOf, type Judged } from './duties.ts';
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
  command.actions.forEach((action, index) => {
    if (!policies.covers(action.tool)) {
      judged.push(unjudged(index));
      return;
    }
    const targets = policies.hasTargets ? policies.targets(action) : NO_TARGETS;
    const effects = effectsOf(action);
    for (const effect of effects) {
      for (const layer of policies.layers) judge(layer, request, action, index, effect, targets, judged);
    }
    if (targets === NO_TARGETS) return;
    const touched = reached(targets, judged, index);
    labels = unique([...labels, ...touched.labels]);
    owners = unique([...owners, ...touched.owners]);
  });
  if (judged.length === 0) judged.push(unjudged(0));

  const someObserved = judged.some((one) => one.observed);
  let mode: Decision['mode'] = 'enforce';
  let conclusion = conclude(request, someObserved ? judged.filter((one) => !one.observed) : judged, used);
  if (someObserved && conclusion.kind === 'allow') {
    // Nothing that is enforced stands in the way: what is only observed is the answer to record, and it runs.
    conclusion = conclude(request, judged, used);
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
  };
}

/** The limits `decide` will ask about: their counts live in a store that answers later. */
export function limitsOf(
  request: Facts,
  command: Pick<Understanding, 'actions'>,
  policies: PolicySet,
): readonly Limit[] {
  return decide(request, command, policies, () => 0).duties.limits;
}

/** `confirm` is a question to a person at a terminal; nobody else can answer it, so for them it waits for people. */
export function effective(kind: DecisionKind, principal: Facts['principal']): DecisionKind {
  return kind === 'confirm' && principal.kind !== 'person' ? 'hold' : kind;
}

export function stricter(a: DecisionKind, b: DecisionKind): DecisionKind {
  return DECISION_KINDS.indexOf(a) >= DECISION_KINDS.indexOf(b) ? a : b;
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
  for (const live of layer.candidates(action, effect)) {
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

function strictest(judged: readonly Judged[]): DecisionKind {
  let kind: DecisionKind = 'allow';
  for (const one of judged) kind = stricter(kind, one.kind);
  return kind;
}

/** Labels that decided only because a field was not resolved are named too: somebody must be able to see why. */
function reached(targets: Targets, judged: readonly Judged[], index: number): Touched {
  const byDoubt = judged.some(
    ({ action, live }) => action === index && live && (live.rule.labels || live.rule.owner || live.rule.boundary),
  );
  return byDoubt ? targets.possible : targets.certain;
}

type Conclusion = Required<Pick<Decision, 'kind' | 'rules' | 'reasons' | 'where' | 'suggest' | 'tags' | 'duties'>> &
  Pick<Decision, 'refusal'>;

function conclude(request: Facts, judged: readonly Judged[], used: (limit: Limit) => number): Conclusion {
  const kind = effective(strictest(judged), request.principal);
  const rules = rulesOf(judged);
  const duties = dutiesOf(request, kind, rules, judged);
  const deciding = inOrder(decidingOf(judged, kind, request));
  const conclusion = (refusal: Decision['refusal'], by: readonly Judged[], reasons: readonly string[]): Conclusion => ({
    kind: refusal ? 'deny' : kind,
    rules: unique(by.map((one) => one.live?.id ?? 'default')),
    reasons: unique(reasons),
    where: whereToChange(by),
    suggest: unique(by.flatMap((one) => said(one, one.live?.rule.suggest))),
    tags: unique(rules.flatMap((live) => live.rule.tags ?? [])),
    duties: refusal ? { ...duties, approvers: [] } : duties,
    ...(refusal && { refusal }),
  });
  if (kind === 'deny')
    return conclusion(deciding.some((one) => one.failed) ? 'error' : 'rule', deciding, deciding.map(reason));

  const issuers = unique(rules.flatMap((live) => live.rule.credentials ?? []));
  if (issuers.length > 1) {
    const asking = inOrder(judged).filter((one) => one.live?.rule.credentials !== undefined);
    return conclusion('error', asking, [`rules ask for different credentials: ${issuers.join(', ')}`]);
  }
  // Written so that a count that is not a number is a refusal too.
  const beyond = duties.limits.filter((limit) => !(used(limit) < limit.count));
  if (beyond.length > 0) {
    const limiting = inOrder(judged).filter((one) => beyond.some((limit) => limit.rule === one.live?.id));
    return conclusion('limit', limiting, beyond.map(limitReason));
  }
  return conclusion(undefined, deciding, deciding.map(reason));
}

/**
 * The findings that made the decision. A repository's rule never hides what the system's and the user's rules said:
 * theirs are listed too when they ask for as much.
 */
function decidingOf(counted: readonly Judged[], kind: DecisionKind, request: Facts): readonly Judged[] {
  if (counted.length === 1) return counted;
  const trusted = counted.filter((one) => one.layer !== 'repository');
  return [trusted, counted.filter((one) => one.layer === 'repository')].flatMap((group) => {
    const raw = strictest(group);
    return effective(raw, request.principal) === kind ? group.filter((one) => one.kind === raw) : [];
  });
}

function inOrder(judged: readonly Judged[]): readonly Judged[] {
  return judged.length < 2 ? judged : judged.toSorted((a, b) => position(a) - position(b));
}

const position = (one: Judged): number => one.live?.order ?? Number.MAX_SAFE_INTEGER;

function rulesOf(judged: readonly Judged[]): LiveRule[] {
  return unique(inOrder(judged).flatMap((one) => one.live ?? []));
}

function reason(one: Judged): string {
  if (one.live === undefined) {
    if (one.failed) return 'there is an action that no policy was loaded for';
    return `no rule of the ${one.layer} policy covers this, so its default decides`;
  }
  if (one.failed) return `the condition of rule ${one.live.id} could not be evaluated`;
  return said(one, one.live.rule.reason ?? `rule ${one.live.id} says ${one.kind}`)[0]!;
}

/** A repository's words are the requester's surroundings speaking, and are shown as such. */
function said(one: Judged, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [one.layer === 'repository' ? `the repository says: ${text}` : text];
}

/** The files and lines to change, and for rules of packs the field that switches them off. */
function whereToChange(by: readonly Judged[]): readonly string[] {
  const packs = new Map<string, string[]>();
  const places = by.flatMap(({ live, layer }) => {
    if (live === undefined) return [`\`default\` of the ${layer} policy`];
    if (!live.document.name.startsWith('pack:')) return [`${live.document.name}:${live.rule.line}`];
    packs.set(layer, [...(packs.get(layer) ?? []), live.id]);
    return [];
  });
  const excepts = [...packs].map(([layer, ids]) => `\`except: [${unique(ids).join(', ')}]\` in the ${layer} policy`);
  return unique([...places, ...excepts]);
}

function limitReason(limit: Limit): string {
  return `the limit of rule ${limit.rule} is reached: ${limit.count} starts in ${spoken(limit.windowSeconds)}`;
}

/** Per layer, action and effect: what the strictest rules said. */
function findingsOf(judged: readonly Judged[]): readonly Finding[] {
  if (judged.length === 1) return [finding(judged[0]!)];
  const best = new Map<string, DecisionKind>();
  const key = (one: Judged) => `${one.layer}\0${one.action}\0${one.effect}`;
  for (const one of judged) best.set(key(one), stricter(best.get(key(one)) ?? 'allow', one.kind));
  return judged.filter((one) => one.kind === best.get(key(one))).map(finding);
}

function finding({ action, effect, layer, kind, live, observed }: Judged): Finding {
  return { action, effect, layer, kind, ...(live && { rule: live.id }), ...(observed && { observed: true as const }) };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}

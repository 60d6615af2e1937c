import type { Facts } from './condition.ts';
import { DECISION_KINDS, type Decision, type DecisionKind, type Finding, type Limit } from './decision.ts';
import { spoken } from './duration.ts';
import { dutiesOf, type Judged, type OwnersOf } from './duties.ts';
import type { LiveRule } from './policy-set.ts';

/** From what every layer said to one answer with its reasons. Pure. */

export type Conclusion = Required<
  Pick<Decision, 'kind' | 'rules' | 'reasons' | 'where' | 'suggest' | 'tags' | 'duties'>
> &
  Pick<Decision, 'refusal'>;

/** `confirm` is a question to a person at a terminal; nobody else can answer it, so for them it waits for people. */
export function effective(kind: DecisionKind, principal: Facts['principal']): DecisionKind {
  return kind === 'confirm' && principal.kind !== 'person' ? 'hold' : kind;
}

export function stricter(a: DecisionKind, b: DecisionKind): DecisionKind {
  return DECISION_KINDS.indexOf(a) >= DECISION_KINDS.indexOf(b) ? a : b;
}

function strictest(judged: readonly Judged[]): DecisionKind {
  let kind: DecisionKind = 'allow';
  for (const one of judged) kind = stricter(kind, one.kind);
  return kind;
}

/** @param judged never empty, or the answer is `allow` */
export function conclude(
  request: Facts,
  judged: readonly Judged[],
  used: (limit: Limit) => number,
  ownersOf: OwnersOf,
): Conclusion {
  const kind = effective(strictest(judged), request.principal);
  const rules = rulesOf(judged);
  const duties = dutiesOf(request, kind, rules, judged, ownersOf);
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
export function findingsOf(judged: readonly Judged[]): readonly Finding[] {
  if (judged.length === 1) return [finding(judged[0]!)];
  const best = new Map<string, DecisionKind>();
  const key = (one: Judged) => `${one.layer}\0${one.action}\0${one.effect}`;
  for (const one of judged) best.set(key(one), stricter(best.get(key(one)) ?? 'allow', one.kind));
  return judged.filter((one) => one.kind === best.get(key(one))).map(finding);
}

function finding({ action, effect, layer, kind, live, observed }: Judged): Finding {
  return { action, effect, layer, kind, ...(live && { rule: live.id }), ...(observed && { observed: true as const }) };
}

export function unique<Value>(values: readonly Value[]): Value[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}

import type { Effect } from '../command/action.ts';
import type { Facts } from './condition.ts';
import {
  type Approvers,
  type DecisionKind,
  type DirectoryView,
  type Duties,
  type Limit,
  stricterView,
} from './decision.ts';
import type { LayerName } from './parse.ts';
import type { LiveRule } from './policy-set.ts';

/** One layer's word on one (action, effect): a rule's, or its default. */
export interface Judged {
  readonly action: number;
  readonly effect: Effect;
  readonly layer: LayerName;
  readonly kind: DecisionKind;
  readonly live?: LiveRule;
  /** Recorded, but not enforced. */
  readonly observed: boolean;
  /** Its condition could not be evaluated. */
  readonly failed: boolean;
}

export const EXPIRES_SECONDS = 3600;
export const START_WITHIN_SECONDS = 15 * 60;

const AUTHORITY: Readonly<Record<LayerName, number>> = { system: 2, user: 1, repository: 0 };

/**
 * What all matching rules ask for, added up: adding a rule can add a duty and never takes one away.
 *
 * A rule's own `approvers` always count. A `hold` without any asks `owners`. A `confirm` that became a hold asks `owners`
 * too, unless a rule of its own layer, or of one with more authority, asks people already.
 */
export function dutiesOf(
  request: Facts,
  kind: DecisionKind,
  rules: readonly LiveRule[],
  judged: readonly Judged[],
  ownersOf: OwnersOf,
): Duties {
  let expiresSeconds = EXPIRES_SECONDS;
  let startWithinSeconds = START_WITHIN_SECONDS;
  let credentials: string | undefined;
  let view: DirectoryView | undefined;
  let given = false;
  const limits: Limit[] = [];
  for (const { id, rule, layer } of rules) {
    if (rule.expiresSeconds !== undefined) {
      // A repository comes last in policy order and can shorten even the default, never lengthen it.
      const shorten = given || layer === 'repository';
      expiresSeconds = shorten ? Math.min(expiresSeconds, rule.expiresSeconds) : rule.expiresSeconds;
      given = true;
    }
    if (rule.startWithinSeconds !== undefined)
      startWithinSeconds = Math.min(startWithinSeconds, rule.startWithinSeconds);
    if (rule.limit) {
      const { count, windowSeconds, by } = rule.limit;
      limits.push({ rule: id, count, windowSeconds, key: keyOf(by, request) });
    }
    credentials ??= rule.credentials;
    view = stricterView(view, rule.view);
  }
  return {
    approvers: kind === 'hold' ? approversOf(request, rules, judged, ownersOf) : [],
    expiresSeconds,
    startWithinSeconds,
    limits,
    ...(credentials !== undefined && { credentials }),
    ...(view !== undefined && { view }),
  };
}

function approversOf(
  request: Facts,
  rules: readonly LiveRule[],
  judged: readonly Judged[],
  ownersOf: OwnersOf,
): readonly Approvers[] {
  const confirmWaits = request.principal.kind !== 'person';
  const blocks: Approvers[] = [];
  let asking = -1;
  for (const live of rules) {
    const { id, rule, layer } = live;
    if (rule.approvers === undefined || (rule.decision === 'confirm' && !confirmWaits)) continue;
    const block = { ...rule.approvers, rule: id };
    if (asksTargetOwner(live)) blocks.push(...perOwner(block, touchedBy(live, judged, ownersOf)));
    else blocks.push(block);
    asking = Math.max(asking, AUTHORITY[layer]);
  }
  for (const one of judged) {
    if (one.live?.rule.approvers !== undefined) continue;
    const waits = one.kind === 'hold' || (one.kind === 'confirm' && confirmWaits && asking < AUTHORITY[one.layer]);
    if (!waits) continue;
    const rule = one.live?.id ?? 'default';
    // Every such rule asks the same people for the same thing: one block says it.
    blocks.push(askingOwners(rule));
    break;
  }
  return blocks;
}

/** Whom a rule asks that names nobody. */
function askingOwners(rule: string): Approvers {
  return { from: ['owners'], count: 1, evidence: 'os', separation: 'none', rule };
}

/**
 * Whom a rule can ask, whatever the request is: with `target-owner`, each owner of a target.
 *
 * @param owners of all targets
 */
export function canAsk(live: LiveRule, owners: readonly string[]): readonly Approvers[] {
  const { id, rule } = live;
  if (rule.decision !== 'hold' && rule.decision !== 'confirm') return [];
  if (rule.approvers === undefined) return [askingOwners(id)];
  const block = { ...rule.approvers, rule: id };
  return asksTargetOwner(live) ? perOwner(block, owners.length > 0 ? owners : [TARGET_OWNER]) : [block];
}

/** The owners of what an action touches, as far as that is certain. */
export type OwnersOf = (action: number) => readonly string[];

/** The group that is somebody else for each command. */
export const TARGET_OWNER = 'target-owner';

export function asksTargetOwner({ rule: { approvers } }: LiveRule): boolean {
  const { from = [], escalate, breakGlass = [] } = approvers ?? {};
  return [...from, ...(escalate?.to ?? []), ...breakGlass].includes(TARGET_OWNER);
}

/** Of every action that the rule judged: an action without a known owner asks somebody whom nobody is. */
function touchedBy(live: LiveRule, judged: readonly Judged[], ownersOf: OwnersOf): readonly string[] {
  const actions = judged.filter((one) => one.live === live).map(({ action }) => action);
  return [...new Set(actions.flatMap((action) => (ownersOf(action).length > 0 ? ownersOf(action) : [TARGET_OWNER])))];
}

/** The owner of each target must agree: one owner's yes says nothing about what belongs to another. */
function perOwner(block: Approvers, owners: readonly string[]): readonly Approvers[] {
  const { from, escalate, breakGlass } = block;
  return owners.map((owner) => {
    const named = (groups: readonly string[]) => [
      ...new Set(groups.map((group) => (group === TARGET_OWNER ? owner : group))),
    ];
    return {
      ...block,
      from: named(from),
      ...(escalate && { escalate: { ...escalate, to: named(escalate.to) } }),
      ...(breakGlass && { breakGlass: named(breakGlass) }),
    };
  });
}

function keyOf(by: 'principal' | 'owner' | 'all', { principal }: Facts): string {
  if (by === 'all') return '';
  return by === 'owner' ? (principal.owner ?? principal.id) : principal.id;
}

import type { Action } from '../command/action.ts';
import type { Facts } from './condition.ts';
import { decide } from './decide.ts';
import type { DecisionKind } from './decision.ts';
import type { PolicySet } from './policy-set.ts';

/** What another policy would have said to requests of the past. Pure. */

export interface Recorded {
  readonly id: string;
  /** As it was asked, secrets redacted. */
  readonly facts: Facts;
  /** As gate understood it then. */
  readonly actions: readonly Action[];
  readonly decision: DecisionKind;
  readonly rules: readonly string[];
}

/** Requests whose decision would be another one, for the same reasons. */
export interface Change {
  readonly from: DecisionKind;
  readonly to: DecisionKind;
  /** The rules that decided, and those that would. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly count: number;
  /** The newest of them. */
  readonly example: Pick<Recorded, 'id' | 'facts'>;
}

export interface Tally {
  /** Requests that a person would have been asked about. */
  readonly questions: number;
  readonly denied: number;
  readonly questionsPerDay: number;
}

export interface Simulation {
  readonly requests: number;
  readonly days: number;
  readonly before: Tally;
  readonly after: Tally;
  /** Most frequent first. */
  readonly changes: readonly Change[];
}

/**
 * Limits are not replayed: what they count depends on what would have run.
 * @param days how long the recorded time is, for the figures a day
 */
export function simulate(recorded: Iterable<Recorded>, policies: PolicySet, days: number): Simulation {
  const changes = new Map<string, Omit<Change, 'count'> & { count: number }>();
  const before = { questions: 0, denied: 0 };
  const after = { questions: 0, denied: 0 };
  let requests = 0;
  for (const { id, facts, actions, decision: from, rules } of recorded) {
    requests++;
    const decided = decide(facts, { actions }, policies, () => 0);
    const to = decided.mode === 'observe' ? 'allow' : decided.kind;
    count(before, from);
    count(after, to);
    if (from === to) continue;
    const key = JSON.stringify([from, to, rules, decided.rules]);
    const known = changes.get(key);
    const example = { id, facts };
    if (known) changes.set(key, { ...known, count: known.count + 1, example });
    else changes.set(key, { from, to, before: rules, after: decided.rules, count: 1, example });
  }
  const tally = (counts: typeof before): Tally => ({ ...counts, questionsPerDay: counts.questions / days });
  return {
    requests,
    days,
    before: tally(before),
    after: tally(after),
    changes: [...changes.values()].sort((a, b) => b.count - a.count),
  };
}

function count(tally: { questions: number; denied: number }, kind: DecisionKind): void {
  if (kind === 'deny') tally.denied++;
  else if (kind !== 'allow') tally.questions++;
}

import type { Directory } from '../approval/directory.ts';
import { askedPeople } from '../approval/quorum.ts';
import { effective, stricter } from '../policy/conclude.ts';
import { decide } from '../policy/decide.ts';
import type { Decision, DecisionKind } from '../policy/decision.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import type { Principal } from '../request/request.ts';
import { type Habit, Habits } from './habits.ts';
import type { Occasion, Over } from './occasions.ts';
import { PeopleAsked } from './people-asked.ts';

/**
 * What policies would have asked people about commands of the past. One pass; memory follows the kinds of commands, the
 * people, and the questions of one hour. Limits are not replayed: what they count depends on what would have run. Pure.
 *
 * A **question** is a command that would be held, or confirmed. The same again within an hour is no other question,
 * since the broker would have joined the two, unless people were really asked about both.
 */
export interface Simulated {
  readonly commands: number;
  readonly requests: number;
  readonly calls: number;
  /** Days, in UTC, on which anything was recorded. */
  readonly activeDays: number;
  /** As it was: what was only observed asked nobody. */
  readonly recorded: Tally & { readonly observed: number };
  /** By the decisions of then, as if nothing had been only observed. */
  readonly enforced: Tally;
  /** By the policies given. */
  readonly simulated: Tally;
  /** Questions of the last that were the same again. */
  readonly repeated: number;
  readonly people: readonly { readonly person: string; readonly questions: number; readonly busiest: Busiest }[];
  /** Questions that nobody could have answered. */
  readonly nobody: number;
  /** Those that ask most come first. */
  readonly rules: readonly RuleFigures[];
  readonly denials: readonly RuleFigures[];
  readonly habits: readonly Habit[];
  /** The most frequent come first. */
  readonly changes: readonly Change[];
}

type Busiest = { readonly day: string; readonly questions: number } | null;

export interface Tally {
  readonly questions: number;
  readonly denied: number;
}

export interface RuleFigures {
  readonly rule: string;
  /** Questions that it asks, and those that no other rule asks with it. */
  readonly count: number;
  readonly alone: number;
  /** The newest of them. */
  readonly example: Occasion;
}

/** Commands that would be decided otherwise, for the same reasons; both as if nothing were only observed. */
export interface Change {
  readonly from: DecisionKind;
  readonly to: DecisionKind;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly count: number;
  /** The newest of them. */
  readonly example: Occasion;
}

export interface SimulationParts {
  /** Loaded as if nothing were only observed. */
  readonly policies: PolicySet;
  readonly directory: Directory;
  /** The requester under the names of the directory. */
  readonly recognise: (principal: Principal) => Principal;
}

/** The broker joins the same request while it waits; nobody knows how long it would have waited. */
export const JOINED_MILLISECONDS = 3_600_000;
const DAY = 86_400_000;

export class Simulation {
  readonly #parts: SimulationParts;
  readonly #counts = { requests: 0, calls: 0, repeated: 0, nobody: 0 };
  readonly #days = new Set<number>();
  readonly #recorded = { questions: 0, denied: 0, observed: 0 };
  readonly #enforced = { questions: 0, denied: 0 };
  readonly #simulated = { questions: 0, denied: 0 };
  readonly #then = new Waiting();
  readonly #now = new Waiting();
  readonly #people = new PeopleAsked();
  readonly #rules = new Map<string, RuleFigures>();
  readonly #denials = new Map<string, RuleFigures>();
  readonly #habits = new Habits();
  readonly #changes = new Map<string, Change>();
  /** The habits of what people may be deciding: what they deny, no rule is proposed for. */
  readonly #open = new Map<string, string>();

  constructor(parts: SimulationParts) {
    this.#parts = parts;
  }

  /** The next command. Answers with the habit that its question belongs to, when it is one. */
  add(occasion: Occasion): string | undefined {
    const { source, at, decision, identity, asked } = occasion;
    if ('call' in source) this.#counts.calls++;
    else this.#counts.requests++;
    this.#days.add(Math.floor(at / DAY));
    const was = asIfEnforced(decision, occasion.facts.principal);
    if (decision.mode === 'observe') this.#recorded.observed++;
    else count(this.#recorded, decision.kind);
    if (!isQuestion(was.kind) || asked || !this.#then.joins(identity, at)) count(this.#enforced, was.kind);

    const facts = { ...occasion.facts, principal: this.#parts.recognise(occasion.facts.principal) };
    const is = decide(facts, occasion, this.#parts.policies, () => 0);
    if (was.kind !== is.kind) this.#changed(was, is, occasion);
    if (is.kind === 'deny') {
      this.#simulated.denied++;
      ruleCounts(this.#denials, is.rules, occasion);
    }
    if (!isQuestion(is.kind)) return undefined;
    if (this.#now.joins(identity, at) && !asked) {
      this.#counts.repeated++;
      return undefined;
    }
    const habit = this.#question(is, facts.principal, occasion);
    if (habit !== undefined && decision.mode !== 'observe' && isQuestion(decision.kind))
      this.#open.set(identity, habit);
    return habit;
  }

  /** People answered, or nobody will. */
  over({ over: identity, disagreed }: Over): void {
    this.#then.forget(identity);
    this.#now.forget(identity);
    if (disagreed) this.#habits.count(this.#open.get(identity), 'denied');
    this.#open.delete(identity);
  }

  /** Whether other policies would let it run. */
  wouldAllow(occasion: Occasion, policies: PolicySet): boolean {
    const facts = { ...occasion.facts, principal: this.#parts.recognise(occasion.facts.principal) };
    return decide(facts, occasion, policies, () => 0).kind === 'allow';
  }

  result(): Simulated {
    const { requests, calls, repeated, nobody } = this.#counts;
    const most = (figures: ReadonlyMap<string, RuleFigures>) => [...figures.values()].sort((a, b) => b.count - a.count);
    return {
      ...{ commands: requests + calls, requests, calls, repeated, nobody },
      activeDays: this.#days.size,
      recorded: this.#recorded,
      enforced: this.#enforced,
      simulated: this.#simulated,
      people: this.#people.list().map(({ person, questions, busiest }) => ({ person, questions, busiest })),
      rules: most(this.#rules),
      denials: most(this.#denials),
      habits: this.#habits.list(),
      changes: [...this.#changes.values()].sort((a, b) => b.count - a.count),
    };
  }

  #question(is: Decision, principal: Principal, occasion: Occasion): string | undefined {
    this.#simulated.questions++;
    ruleCounts(this.#rules, is.rules, occasion);
    const asked = {
      principal: principal.id,
      ...(principal.owner === undefined ? {} : { owner: principal.owner }),
      ...{ digest: '', approvers: is.duties.approvers },
    };
    const people = is.kind === 'confirm' ? [principal.id] : askedPeople(asked, this.#parts.directory);
    if (people.length === 0) this.#counts.nobody++;
    this.#people.asked(people, occasion.at);
    // Only what is asked about needs a rule; the rest of the line is allowed already.
    const asking = new Set(is.findings.flatMap(({ kind, action }) => (kind === 'allow' ? [] : [action])));
    const actions = occasion.actions.filter((_, index) => asking.has(index));
    const { source, words } = occasion;
    const example = 'call' in source ? String(source.call) : source.request;
    const opaque = actions.some((action) => action.opaque);
    const habit = this.#habits.of(example, { principal, argv: words, actions, opaque }, is);
    this.#habits.count(habit, 'asked');
    return habit;
  }

  #changed(was: AsIf, is: Decision, example: Occasion): void {
    const key = JSON.stringify([was.kind, is.kind, was.rules, is.rules]);
    const known = this.#changes.get(key)?.count ?? 0;
    const { rules: after, kind: to } = is;
    this.#changes.set(key, { from: was.kind, to, before: was.rules, after, count: known + 1, example });
  }
}

type AsIf = Pick<Decision, 'kind' | 'rules'>;

/** What was recorded, as if no rule had been only observed. */
function asIfEnforced({ kind, rules, findings }: Decision, principal: Principal): AsIf {
  let strictest = kind;
  for (const each of findings)
    if (each.observed === true) strictest = stricter(strictest, effective(each.kind, principal));
  if (strictest === kind) return { kind, rules };
  const by = findings.filter((each) => effective(each.kind, principal) === strictest);
  return { kind: strictest, rules: [...new Set(by.map(({ rule = 'default' }) => rule))] };
}

function isQuestion(kind: DecisionKind): boolean {
  return kind === 'hold' || kind === 'confirm';
}

function count(tally: { questions: number; denied: number }, kind: DecisionKind): void {
  if (kind === 'deny') tally.denied++;
  else if (isQuestion(kind)) tally.questions++;
}

function ruleCounts(into: Map<string, RuleFigures>, rules: readonly string[], example: Occasion): void {
  for (const rule of rules) {
    const { count: all = 0, alone = 0 } = into.get(rule) ?? {};
    into.set(rule, { rule, count: all + 1, alone: alone + (rules.length === 1 ? 1 : 0), example });
  }
}

/** The questions of the last hour. Two generations, so that what is older goes without being looked for. */
class Waiting {
  #current = new Map<string, number>();
  #before = new Map<string, number>();
  #turned = 0;

  /** Whether the same was asked within the hour; if not, it waits from now on. */
  joins(identity: string, at: number): boolean {
    if (at - this.#turned > JOINED_MILLISECONDS) {
      this.#before = this.#current;
      this.#current = new Map();
      this.#turned = at;
    }
    const asked = this.#current.get(identity) ?? this.#before.get(identity);
    if (asked !== undefined && at - asked < JOINED_MILLISECONDS) return true;
    this.#current.set(identity, at);
    return false;
  }

  forget(identity: string): void {
    this.#current.delete(identity);
    this.#before.delete(identity);
  }
}

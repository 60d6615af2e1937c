import type { Submitted } from '../approval/events.ts';
import type { Decision } from '../policy/decision.ts';
import { type BrokenGlass, BrokenRuns } from './broken-glass.ts';
import { Durations } from './durations.ts';
import { ENDS, type EventType } from './events.ts';
import { type Habit, Habits } from './habits.ts';
import type { Entry } from './log.ts';
import { type Figures, figures, PeopleAsked, type PersonFigures } from './people-asked.ts';
import { Standings, type StandingUses } from './standing-uses.ts';

/**
 * What people were asked, how they answered and how fast: whether approvals mean something, or people are asked too
 * often. One pass over the log; memory follows the number of open requests, people, and kinds of commands, never the
 * length of the log. Pure.
 *
 * A **question** is a request that people had to decide. Not a question: what ran under a standing grant or under
 * break-glass from the start, and what was refused before anybody could be asked. What was asked before the period
 * counts in nothing but the denials of its kind.
 */
export interface ApprovalsReport {
  readonly since: number;
  readonly until: number;
  /** From the first event in the period until now, at least one. */
  readonly days: number;
  readonly questions: Readonly<Record<'asked' | Outcome | 'waiting', number>>;
  /** Requests nobody was asked about although a rule asks, by what answered. */
  readonly notAsked: { readonly standing: number; readonly broken: number; readonly refused: Tally };
  /** The same again while it waited. */
  readonly repeated: number;
  readonly askedBack: number;
  readonly escalated: number;
  /** Votes whose proof did not hold. */
  readonly rejectedVotes: number;
  /** From the question to the answer; the time of questions to the requester is not in it. */
  readonly decided: Figures;
  readonly people: readonly PersonFigures[];
  readonly habits: readonly Habit[];
  /** Questions of too many kinds to be told apart. */
  readonly untold: number;
  /** Requesters who were refused because they asked too much, or again after a no. */
  readonly floods: readonly { readonly principal: string; readonly refused: Tally }[];
  readonly broken: BrokenGlass;
  readonly standing: StandingUses;
  /** Events that were erased, or that no gate wrote. */
  readonly unread: number;
}

export type Outcome = 'approved' | 'confirmed' | 'denied' | 'expired' | 'withdrawn' | 'superseded' | 'broken';
export type Tally = Readonly<Record<string, number>>;

const DAY = 86_400_000;

/** A request between its decision and the answer. */
interface Question {
  readonly index: number;
  readonly at: number;
  /** It was asked in the period. */
  readonly counts: boolean;
  readonly confirm: boolean;
  readonly principal: string;
  /** The one person who can be asked, when the rules ask for the owner alone. */
  readonly sole: string | undefined;
  readonly habit: string | undefined;
  readonly voters: Set<string>;
  /** How long its clock stood still, and since when it does now. */
  paused: number;
  pausedAt: number | undefined;
  quick: boolean;
}

/** A request before its decision, unread. */
interface Submission {
  readonly payload: Uint8Array | null;
}

type Said = Readonly<Record<string, unknown>>;
type Seen = { readonly index: number; readonly at: number; readonly said: Said | undefined };

const REFUSED: ReadonlySet<string> = new Set([
  ...['cooling_down', 'too_many_open', 'nobody_can_approve', 'no_break_glass', 'no_terminal'],
  ...['rule', 'limit', 'error'],
]);
const FLOODS: ReadonlySet<string> = new Set(['cooling_down', 'too_many_open']);

export class Approvals {
  readonly #since: number;
  readonly #open = new Map<string, Question | Submission>();
  readonly #habits = new Habits();
  readonly #people = new PeopleAsked();
  readonly #standings = new Standings();
  readonly #broken = new BrokenRuns();
  readonly #took = new Durations();
  readonly #floods = new Map<string, Record<string, number>>();
  readonly #refused: Record<string, number> = {};
  readonly #outcomes = { approved: 0, confirmed: 0, denied: 0, expired: 0, withdrawn: 0, superseded: 0, broken: 0 };
  readonly #counts = { standing: 0, broken: 0, repeated: 0, askedBack: 0, escalated: 0, rejected: 0, unread: 0 };
  #first: number | undefined;

  /** @param since milliseconds since 1970 */
  constructor(since: number) {
    this.#since = since;
  }

  /** The next event of the log; all of them, from the first on. */
  add({ index, at, type, request, payload }: Pick<Entry, 'index' | 'at' | 'type' | 'request' | 'payload'>): void {
    const counts = at >= this.#since;
    if (counts) this.#first ??= at;
    if (request === null) return;
    // Read when it turns out that people were asked: most requests run at once.
    if (type === 'request.submitted') this.#open.set(request, { payload });
    if (!READ.has(type)) return;
    try {
      const said = payload === null ? undefined : parsed(payload);
      if (type.startsWith('standing.')) this.#standings.add(type, request, said, counts);
      else if (type === 'request.reviewed') this.#broken.reviewed(request, said, counts);
      else this.#ofRequest(type, request, { index, at, said });
    } catch {
      if (counts) this.#counts.unread++;
      this.#open.delete(request);
    }
  }

  #ofRequest(type: string, request: string, seen: Seen): void {
    const asked = this.#open.get(request);
    if (asked === undefined) return;
    if (!('payload' in asked)) MOVES[type]?.call(this, asked, seen, request);
    else if (type === 'request.decided') this.#decided(request, asked, seen);
  }

  #decided(request: string, { payload }: Submission, { index, at, said }: Seen): void {
    this.#open.delete(request);
    const counts = at >= this.#since;
    if (said === undefined || payload === null) {
      if (counts) this.#counts.unread++;
      return;
    }
    const decision = said as unknown as Decision;
    if (decision.mode === 'observe' || (decision.kind !== 'hold' && decision.kind !== 'confirm')) return;
    const submitted = parsed(payload) as unknown as Submitted;
    const { principal } = submitted;
    const ownersOnly = decision.duties.approvers.every(({ from }) => from.every((group) => group === 'owners'));
    this.#open.set(request, {
      index,
      at,
      counts,
      confirm: decision.kind === 'confirm',
      principal: principal.id,
      sole: ownersOnly ? principal.owner : undefined,
      habit: this.#habits.of(request, submitted, decision),
      voters: new Set(),
      paused: 0,
      pausedAt: undefined,
      quick: false,
    });
  }

  /** Within a question. */
  happened(question: Question, what: 'repeated' | 'askedBack' | 'escalated' | 'rejected'): void {
    if (!question.counts) return;
    this.#counts[what]++;
    if (what === 'repeated') this.#habits.count(question.habit, 'repeated');
  }

  voted(question: Question, { at, said }: Seen): void {
    const { voter, vote } = said ?? {};
    if (typeof voter !== 'string' || (vote !== 'approve' && vote !== 'deny')) return;
    question.voters.add(voter);
    if (question.counts && this.#people.voted(voter, vote, waited(question, at))) question.quick = true;
  }

  /** By a standing grant nobody was asked. */
  granted(question: Question, { at, said }: Seen, request: string): void {
    if (said?.['standing'] === undefined) this.over(question, 'approved', at, request);
    else this.#unasked(question, 'standing', request);
  }

  /** Nobody disagreed, but nobody agreed either: no rule is made of it. */
  broken(question: Question, { index, at, said }: Seen, request: string): void {
    this.#habits.count(question.habit, 'denied');
    this.#broken.broken(request, at, said, at >= this.#since);
    // One append has one time: people were never asked.
    if (index === question.index + 1 && at === question.at) this.#unasked(question, 'broken', request);
    else this.over(question, 'broken', at, request);
  }

  denied(question: Question, { at, said }: Seen, request: string): void {
    const reason = String(said?.['reason'] ?? 'person');
    if (!REFUSED.has(reason)) {
      this.#habits.count(question.habit, 'denied');
      this.over(question, 'denied', at, request);
      return;
    }
    this.#open.delete(request);
    if (!question.counts) return;
    plus(this.#refused, reason);
    if (!FLOODS.has(reason)) return;
    const flood = this.#floods.get(question.principal) ?? {};
    this.#floods.set(question.principal, flood);
    plus(flood, reason);
  }

  over(question: Question, outcome: Outcome, at: number, request: string): void {
    this.#open.delete(request);
    if (!question.counts) return;
    const { habit, quick, voters, confirm, principal, sole } = question;
    this.#outcomes[outcome]++;
    this.#habits.count(habit, 'asked');
    if (outcome === 'approved' || outcome === 'confirmed') this.#habits.count(habit, 'approved');
    if (outcome === 'approved' && quick) this.#habits.count(habit, 'quick');
    if (outcome === 'approved' || outcome === 'denied') this.#took.add(waited(question, at));
    // Whose question it was: theirs who answered, or the only one's who could have.
    const alone = confirm ? principal : sole;
    this.#people.asked(voters.size > 0 || alone === undefined ? voters : [alone], at);
  }

  #unasked(question: Question, by: 'standing' | 'broken', request: string): void {
    this.#open.delete(request);
    if (question.counts) this.#counts[by]++;
  }

  /** @param now milliseconds since 1970 */
  report(now: number): ApprovalsReport {
    const waiting = [...this.#open.values()].filter((one) => !('payload' in one) && one.counts).length;
    const asked = Object.values(this.#outcomes).reduce((sum, count) => sum + count, waiting);
    const { standing, broken, repeated, askedBack, escalated, rejected, unread } = this.#counts;
    return {
      since: this.#since,
      until: now,
      days: Math.max(1, (now - (this.#first ?? now)) / DAY),
      questions: { asked, ...this.#outcomes, waiting },
      notAsked: { standing, broken, refused: { ...this.#refused } },
      repeated,
      askedBack,
      escalated,
      rejectedVotes: rejected,
      decided: figures(this.#took),
      people: this.#people.list(),
      habits: this.#habits.list(),
      untold: this.#habits.untold,
      floods: [...this.#floods].map(([principal, refused]) => ({ principal, refused })),
      broken: this.#broken.figures(),
      standing: this.#standings.figures(),
      unread,
    };
  }
}

type Move = (this: Approvals, question: Question, seen: Seen, request: string) => void;

function ending(outcome: Outcome): Move {
  return function (question, { at }, request) {
    this.over(question, outcome, at, request);
  };
}

function within(what: Parameters<Approvals['happened']>[1]): Move {
  return function (question) {
    this.happened(question, what);
  };
}

const MOVES: Readonly<{ readonly [Type in EventType]?: Move } & Record<string, Move | undefined>> = {
  'request.repeated': within('repeated'),
  'request.escalated': within('escalated'),
  'vote.rejected': within('rejected'),
  'vote.cast': Approvals.prototype.voted,
  'question.asked'(question, { at }) {
    question.pausedAt = at;
    this.happened(question, 'askedBack');
  },
  'question.answered'(question, { at }) {
    question.paused += at - (question.pausedAt ?? at);
    question.pausedAt = undefined;
  },
  'request.granted': Approvals.prototype.granted,
  'request.confirmed': ending('confirmed'),
  'request.broken': Approvals.prototype.broken,
  'request.denied': Approvals.prototype.denied,
  'request.expired': ending('expired'),
  'request.withdrawn': ending('withdrawn'),
  'request.superseded': ending('superseded'),
};

/** What has to be parsed; the ends of runs say nothing here. */
const READ: ReadonlySet<string> = new Set([
  ...Object.keys(MOVES),
  ...['request.decided', 'request.reviewed', 'standing.granted', 'standing.used'],
  ...[...ENDS].filter((type) => type.startsWith('standing.')),
]);

function parsed(payload: Uint8Array): Said {
  return JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString()) as Said;
}

function plus(tally: Record<string, number>, name: string): void {
  tally[name] = (tally[name] ?? 0) + 1;
}

/** How long it waited for people: its clock stands still while a question is open. */
function waited({ at: asked, paused, pausedAt }: Question, at: number): number {
  return at - asked - paused - (pausedAt === undefined ? 0 : at - pausedAt);
}

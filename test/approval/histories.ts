import fc from 'fast-check';
import * as acts from '../../src/approval/acts.ts';
import type { Directory } from '../../src/approval/directory.ts';
import type { CastVote } from '../../src/approval/events.ts';
import { type Evidence, levelOf, reaches } from '../../src/approval/evidence.ts';
import { advance, due, LONGEST_QUESTION, type RequestEvent, type View } from '../../src/approval/states.ts';
import { Order } from '../../src/audit/order.ts';
import type { Approvers } from '../../src/policy/decision.ts';

/**
 * Any history of one request: people, agents and clocks act on what they saw last, which may be out of date, and the log
 * takes an append only at the version that was acted on. What comes out is judged by a second, slower reading of the
 * rules that shares no code with the first.
 */

const PEOPLE = ['person:a', 'person:b', 'person:c', 'person:d'];
const GROUPS = ['x', 'y', 'late'];
const EVIDENCE: readonly Evidence[] = ['os', 'slack', 'totp', 'ssh-signature'];
const DIGEST = 'sha256:d';
const SHAPE = 'sha256:s';

type Step =
  | { readonly do: 'vote'; readonly vote: CastVote }
  | { readonly do: 'ask' | 'answer' | 'withdraw' | 'revoke' | 'break' | 'review'; readonly by: string }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'leave' | 'return'; readonly person: string; readonly group: string }
  | { readonly do: 'start' | 'finish' | 'lose' };

interface History {
  readonly principal: string;
  readonly owner: string;
  readonly approvers: readonly Approvers[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** A step acts on the view as it was `stale` appends ago. */
  readonly steps: readonly { readonly step: Step; readonly stale: number }[];
}

const anybody = fc.constantFrom(...PEOPLE, 'agent:x', 'person:mallory');
const block: fc.Arbitrary<Approvers> = fc
  .record({
    from: fc.subarray(['x', 'y'], { minLength: 1 }),
    count: fc.integer({ min: 1, max: 3 }),
    evidence: fc.constantFrom('os' as const, 'os' as const, 'factor' as const, 'signed' as const),
    separation: fc.constantFrom('none' as const, 'owner' as const),
    escalated: fc.boolean(),
    breakGlass: fc.boolean(),
  })
  .map(({ escalated, breakGlass, ...rest }) => ({
    ...rest,
    rule: '',
    ...(escalated && { escalate: { to: ['late'], afterSeconds: 300 } }),
    ...(breakGlass && { breakGlass: ['x'] }),
  }));
const vote: fc.Arbitrary<CastVote> = fc
  .record({
    vote: fc.constantFrom('approve' as const, 'approve' as const, 'approve' as const, 'deny' as const),
    voter: anybody,
    evidence: fc.constantFrom(...EVIDENCE),
    digest: fc.constantFrom(DIGEST, DIGEST, DIGEST, DIGEST, 'sha256:other'),
    nonce: fc.integer({ min: 0, max: 12 }).map(String),
    standing: fc.boolean(),
  })
  .map(({ standing, ...rest }) => ({ ...rest, at: 0, ...(standing && { standing: { seconds: 60, shape: SHAPE } }) }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: vote.map((each) => ({ do: 'vote' as const, vote: each })) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('ask' as const, 'answer' as const), by: anybody }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'revoke' as const, 'break' as const, 'review' as const),
      by: anybody,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 200, 400, 1000, 86_600, 90_000).map((seconds) => ({ do: 'pass' as const, seconds })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'return' as const),
      person: fc.constantFrom(...PEOPLE),
      group: fc.constantFrom(...GROUPS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'finish' as const, 'lose' as const) }) },
);

export const histories: fc.Arbitrary<History> = fc.record({
  principal: fc.constantFrom('agent:x', 'agent:x', 'person:a'),
  owner: fc.constantFrom('person:a', 'person:b'),
  approvers: fc
    .array(block, { minLength: 0, maxLength: 3 })
    .map((blocks) => blocks.map((each, index) => ({ ...each, rule: `r${index}` }))),
  groups: fc.record(Object.fromEntries(GROUPS.map((group) => [group, fc.subarray(PEOPLE)]))),
  steps: fc.array(fc.record({ step, stale: fc.constantFrom(0, 0, 0, 1, 2) }), { maxLength: 25 }),
});

/** Plays it, and answers with the first rule that was broken; undefined when none was. */
export function violation(history: History): string | undefined {
  const groups: Record<string, Set<string>> = {};
  for (const group of GROUPS) groups[group] = new Set(history.groups[group]);
  const directory: Directory = {
    configured: true,
    members: (group) => [...(groups[group] ?? [])],
    strongest: () => 'signed',
    groupsOf: (person) => GROUPS.filter((group) => groups[group]?.has(person)),
  };
  const witness = new Witness(history, groups);
  const views: View[] = [];
  const order = new Order();
  let now = 0;
  const append = (events: readonly { type: string; payload: object }[]) => {
    for (const event of events) {
      const stream = event.type === 'standing.granted' ? 'standing' : 'request';
      const written = Buffer.from(JSON.stringify({ ...event.payload, request: 'request' }));
      witness.broken ??= order.add(event.type, stream, written);
      // A stream of its own.
      if (event.type === 'standing.granted') continue;
      const before = views.at(-1);
      const next: View = advance(before, { ...event, at: now } as unknown as RequestEvent);
      witness.saw(event, before, next, now);
      views.push(next);
    }
  };
  append(beginning(history));
  for (const { step: next, stale } of history.steps) {
    if (next.do === 'pass') now += next.seconds * 1000;
    if (next.do === 'leave') groups[next.group]?.delete(next.person);
    if (next.do === 'return') groups[next.group]?.add(next.person);
    // Whoever acts looks at the clock first, as the broker does.
    const current = views.at(-1)!;
    const time = due(current, now);
    if (time) append([time]);
    const latest = views.at(-1)!;
    const seen = views.at(-1 - stale) ?? latest;
    const act = acted(next, seen, directory, now);
    if (act === 'ended' && seen === latest && mustBeOpen(next, latest)) return `${next.do} was told it was too late`;
    // The append expects the version that was acted on.
    if (Array.isArray(act) && seen === latest) append(act);
    if (witness.broken) return witness.broken;
  }
  return witness.broken;
}

function beginning({ principal, owner, approvers }: History) {
  const kind = principal.startsWith('agent') ? 'agent' : 'person';
  const who = kind === 'agent' ? { id: principal, kind, owner } : { id: principal, kind };
  const duties = { approvers, expiresSeconds: 900, startWithinSeconds: 600, limits: [] };
  return [
    {
      type: 'request.submitted',
      payload: {
        principal: who,
        argv: ['x'],
        digest: DIGEST,
        actions: [],
        shape: { digest: SHAPE, argv: ['x'], exact: true },
      },
    },
    { type: 'request.decided', payload: { kind: 'hold', mode: 'enforce', rules: [], duties } },
  ];
}

function acted(next: Step, view: View, directory: Directory, now: number): acts.Act {
  switch (next.do) {
    case 'vote':
      return acts.castVote(view, next.vote, directory, now);
    case 'ask':
      return acts.askBack(view, { by: next.by, text: '?' }, directory);
    case 'answer':
      return acts.answerBack(view, { by: next.by, text: '!' }, directory, now);
    case 'withdraw':
      return acts.withdraw(view, { by: next.by });
    case 'revoke':
      return acts.revoke(view, { by: next.by }, directory);
    case 'break':
      return acts.breakGlass(view, 'why', directory);
    case 'review':
      return acts.review(view, { by: next.by, verdict: 'justified', text: 'x' }, directory);
    case 'start':
      return view.state === 'granted' ? ([{ type: 'run.started', payload: {} }] as never) : 'ended';
    case 'finish':
      return view.state === 'started' ? ([{ type: 'run.finished', payload: {} }] as never) : 'ended';
    case 'lose':
      return view.state === 'started' ? ([{ type: 'run.lost', payload: {} }] as never) : 'ended';
    default:
      return [];
  }
}

/** A person who votes on what is undecided is never told that it is too late. */
function mustBeOpen(next: Step, { state }: View): boolean {
  return next.do === 'vote' && (state === 'pending' || state === 'questioned');
}

const CLOSED = new Set([
  'finished',
  'denied',
  'expired',
  'withdrawn',
  'superseded',
  'revoked',
  'lapsed',
  'changed',
  'failed',
  'unknown',
]);

/** The second reading: keeps its own books of votes, questions and time, and checks every event against them. */
class Witness {
  broken: string | undefined;
  readonly #history: History;
  readonly #groups: Readonly<Record<string, Set<string>>>;
  readonly #yes: CastVote[] = [];
  readonly #late = new Set<string>();
  #left = 900_000;
  #at = 0;
  #askedAt: number | undefined;
  #grants = 0;
  #starts = 0;

  constructor(history: History, groups: Readonly<Record<string, Set<string>>>) {
    this.#history = history;
    this.#groups = groups;
  }

  saw({ type, payload }: { type: string; payload: object }, before: View | undefined, after: View, now: number): void {
    if (before && CLOSED.has(before.state) && after.state !== before.state)
      this.#say(`${before.state} became ${after.state}`);
    this.#clock(type, before, now);
    if (type === 'request.escalated') this.#late.add((payload as { rule: string }).rule);
    if (type === 'vote.cast') this.#cast(payload as CastVote);
    if (type === 'request.granted') this.#granted(now);
    if (type === 'request.broken') this.#brokenGlass();
    if (type === 'request.reviewed') this.#reviewed((payload as { by: string }).by, before);
    if (type === 'run.started') {
      this.#starts += 1;
      if (this.#starts > 1) this.#say('a second start');
      if (this.#grants !== 1) this.#say('a start without exactly one grant');
    }
  }

  /** The request's own clock: it runs while it waits, and after a question has been open for a day. */
  #clock(type: string, before: View | undefined, now: number): void {
    const passed = now - this.#at;
    if (before?.state === 'pending') this.#left -= passed;
    if (type === 'question.asked') this.#askedAt = now;
    if (before?.state === 'questioned' && this.#askedAt !== undefined) {
      const over =
        Math.max(0, now - this.#askedAt - LONGEST_QUESTION) - Math.max(0, this.#at - this.#askedAt - LONGEST_QUESTION);
      this.#left -= over;
    }
    this.#at = now;
    if (type === 'request.expired' && this.#left > 0) this.#say(`expired with ${this.#left} ms left`);
    if (type === 'vote.cast' && this.#left <= 0) this.#say('a vote after the deadline');
  }

  #cast(vote: CastVote): void {
    if (this.#yes.some(({ nonce }) => nonce === vote.nonce)) this.#say('the same vote twice');
    if (vote.digest !== DIGEST) this.#say('a vote for another digest');
    if (vote.voter === this.#history.principal) this.#say('a vote of the requester');
    if (!PEOPLE.includes(vote.voter)) this.#say('a vote of nobody known');
    this.#yes.push(vote);
  }

  #granted(now: number): void {
    this.#grants += 1;
    if (this.#left <= 0) this.#say(`a grant ${now - this.#at} ms after the deadline`);
    if (this.#history.approvers.length === 0) this.#say('a grant that nobody was asked for');
    for (const block of this.#history.approvers) {
      const people = this.#peopleOf(block);
      const counted = new Set<string>();
      for (const { vote, voter, evidence } of this.#yes) {
        if (vote === 'deny' && this.#isAsked(voter)) this.#say('a grant in spite of a no');
        if (vote === 'approve' && people.has(voter) && reaches(levelOf(evidence), block.evidence)) counted.add(voter);
      }
      if (counted.size < block.count) this.#say(`a grant with ${counted.size} of ${block.count}`);
    }
  }

  #brokenGlass(): void {
    this.#grants += 1;
    const { principal, approvers } = this.#history;
    if (approvers.length === 0 || !approvers.every(({ breakGlass }) => breakGlass))
      this.#say('a glass that no rule lets break');
    if (!this.#groups['x']?.has(principal)) this.#say('a glass broken by somebody else');
  }

  #reviewed(by: string, before: View | undefined): void {
    if (!before?.broken || before.review) this.#say('a review of nothing');
    if (by === this.#history.principal || !this.#isAsked(by)) this.#say('a review by somebody who was not asked');
  }

  #isAsked(person: string): boolean {
    return this.#history.approvers.some((block) => this.#peopleOf(block).has(person));
  }

  #peopleOf(block: Approvers): ReadonlySet<string> {
    const { principal, owner } = this.#history;
    const groups = this.#late.has(block.rule) ? [...block.from, 'late'] : block.from;
    const people = new Set(groups.flatMap((group) => [...(this.#groups[group] ?? [])]));
    people.delete(principal);
    if (block.separation === 'owner' && principal.startsWith('agent')) people.delete(owner);
    return people;
  }

  #say(what: string): void {
    this.broken ??= what;
  }
}

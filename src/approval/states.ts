import type { Text } from '../command/manifest.ts';
import type { Approvers, DecisionKind, DirectoryView } from '../policy/decision.ts';
import type { Answered, ApprovalEvents, CastVote, DenialReason, Submitted, Verdict } from './events.ts';
import type { Preview } from './preview.ts';
import { type Shape, shapeOf } from './shape.ts';

/**
 * The life of a request. One pure function from events to state; the log's projection is made by it and nothing else.
 *
 *     submitted ─ decided ─┬─ allow, observe ──────────────────────────────► granted
 *                          ├─ deny ────────────────────────────────────────► denied
 *                          └─ confirm, hold ─► pending ─┬─ confirmed, granted, broken ─► granted
 *                                               ▲  │    ├─ denied ─► denied
 *                                      answered │  │    └─ expired, withdrawn, superseded
 *                                               │  ▼ asked
 *                                            questioned    (the clock stands still, for a day at most)
 *
 *     granted ─┬─ run.started ─► started ─┬─ run.finished ─► finished
 *              ├─ revoked, lapsed         ├─ run.failed ───► failed     (could not be executed)
 *              ├─ withdrawn               └─ run.lost ─────► unknown    (its end was not seen)
 *              └─ changed, denied         (the check at the start said no)      └─ run.finished, run.failed: it was told after all
 *
 * Votes, repetitions, escalations and previews happen within a state. Whoever decides first decides: the append carries
 * the version that was acted on, so of two final answers one meets a closed state and is told by whom and when.
 *
 * INVARIANT: a closed state never changes again, but for the end of a run that was not seen and is told later. An event that its state does not expect leaves the view as it is; the
 * broker never writes one, and the verifier reports one. A run under break-glass stays open until it was reviewed.
 */
export type State =
  | 'pending'
  | 'questioned'
  | 'granted'
  | 'started'
  | 'finished'
  | 'denied'
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'revoked'
  | 'lapsed'
  | 'changed'
  | 'failed'
  | 'unknown';

const OPEN: ReadonlySet<State> = new Set<State>(['pending', 'questioned', 'granted', 'started']);

/** The clock of a request stands still no longer than this while a question is open. */
export const LONGEST_QUESTION = 24 * 3600 * 1000;

/** What the projection keeps per request: enough to list, vote, attach and start without reading the log. */
export interface View {
  readonly kind: 'request';
  readonly state: State;
  readonly open: boolean;
  readonly principal: string;
  readonly principalKind: 'person' | 'agent' | 'pipeline';
  readonly owner?: string;
  readonly session?: string;
  readonly argv: readonly Text[];
  readonly digest: string;
  readonly shape: Shape;
  /** Effects of all its actions, each once. */
  readonly effects: readonly string[];
  readonly submittedAt: number;
  /** How often it was asked for again while it waited. */
  readonly repeated: number;
  readonly decision: DecisionKind;
  readonly observed: boolean;
  readonly rules: readonly string[];
  /** As they stand now: `from` includes the groups that were asked later. */
  readonly approvers: readonly Approvers[];
  readonly startWithinSeconds: number;
  readonly expiresSeconds: number;
  /** How the command is to see its directory, as it was decided when it was asked for. */
  readonly directory?: DirectoryView;
  /** The moment a pending or questioned request ends by itself, or a granted one lapses. */
  readonly deadline?: number;
  /** What was left of the clock when the question was asked. */
  readonly remaining?: number;
  readonly question?: { readonly by: string; readonly text: string; readonly at: number };
  readonly answers: readonly Exchange[];
  readonly votes: readonly CastVote[];
  readonly previews?: readonly Preview[];
  readonly confirmed: boolean;
  /** Granted by the owner of the asking agent, nobody else being known: never called an approval by another person. */
  readonly acknowledged: boolean;
  /** Whose votes let it run. */
  readonly voters?: readonly string[];
  /** The standing grant that let it run. */
  readonly standing?: string;
  /** Run without the votes. */
  readonly broken?: { readonly by: string; readonly why: Text; readonly told: readonly string[] };
  readonly review?: { readonly by: string; readonly verdict: Verdict; readonly text: string; readonly at: number };
  readonly ended?: { readonly reason: string; readonly by?: string; readonly text?: string };
  readonly startedAt?: number;
  /** What runs it: a process as `platform/runner.ts` names them, or the name that a client drew. */
  readonly runner?: string;
  /** Where it runs. */
  readonly mode?: 'local' | 'host' | 'client';
  /** The account, in host mode. */
  readonly runAs?: string;
  /** Its runner is told to stop it. */
  readonly stopping?: true;
  readonly endedAt?: number;
}

/** A question and what was said to it. */
export interface Exchange extends Answered {
  readonly question: string;
  readonly askedBy: string;
}

/** What this stage must know of the runs to its right: that they start and end. */
interface RunEvents {
  'run.started': { readonly runner?: string; readonly mode?: View['mode']; readonly run_as?: string };
  'run.finished': object;
  'run.failed': { readonly errno: string };
  'run.lost': object;
}

type Payloads = ApprovalEvents & RunEvents;
/** Any event of a request. */
export type RequestEvent = {
  readonly [Type in keyof Payloads]: {
    readonly type: Type;
    readonly at: number;
    readonly payload: Payloads[Type];
  };
}[keyof Payloads];

/** The view after one more event; see the drawing above. Unexpected events change nothing. */
export function advance(view: View | undefined, event: RequestEvent): View {
  if (event.type === 'request.submitted') return view ?? submitted(event.payload, event.at);
  if (!view) throw new Error(`the first event of a request is ${event.type}`);
  const expected = MOVES[event.type];
  if (!expected.includes(view.state)) return view;
  switch (event.type) {
    case 'request.decided':
      return decided(view, event.payload, event.at);
    case 'request.confirmed':
      return granted({ ...view, confirmed: true }, event.at);
    case 'request.granted':
      return granted({ ...view, ...grantOf(event.payload) }, event.at);
    case 'request.broken':
      return granted({ ...view, broken: event.payload }, event.at);
    case 'request.repeated':
      return { ...view, repeated: view.repeated + 1 };
    case 'vote.cast':
      return { ...view, votes: [...view.votes, event.payload] };
    case 'vote.rejected':
      return view;
    case 'request.escalated':
      return escalated(view, event.payload);
    case 'request.previewed':
      return { ...view, previews: event.payload.previews };
    case 'request.reviewed':
      return reviewed(view, event.payload, event.at);
    case 'question.asked':
      return question(view, event.payload, event.at);
    case 'question.answered':
      return answer(view, event.payload, event.at);
    case 'request.denied':
      return ended(view, 'denied', event.at, event.payload);
    case 'request.expired':
      return ended(view, 'expired', event.at, {});
    case 'request.withdrawn':
      return ended(view, 'withdrawn', event.at, event.payload);
    case 'request.superseded':
      return ended(view, 'superseded', event.at, event.payload);
    case 'request.changed':
      return ended(view, 'changed', event.at, { text: event.payload.differences.join('; ') });
    case 'grant.revoked':
      return ended(view, 'revoked', event.at, event.payload);
    case 'grant.lapsed':
      return ended(view, 'lapsed', event.at, {});
    case 'run.started':
      return { ...without(view, 'deadline'), state: 'started', startedAt: event.at, ...runOf(event.payload) };
    case 'stop.asked':
      return { ...view, stopping: true };
    case 'run.finished':
      return mayEnd(view) ? ended(view, 'finished', event.at, {}) : view;
    case 'run.failed':
      return mayEnd(view) ? ended(view, 'failed', event.at, { text: event.payload.errno }) : view;
    case 'run.lost':
      return ended(view, 'unknown', event.at, {});
  }
}

const MOVES: Readonly<Record<Exclude<RequestEvent['type'], 'request.submitted'>, readonly State[]>> = {
  'request.decided': ['pending'],
  'request.confirmed': ['pending'],
  'request.granted': ['pending'],
  'request.broken': ['pending'],
  'request.repeated': ['pending', 'questioned'],
  'request.escalated': ['pending'],
  'request.previewed': ['pending', 'questioned'],
  'request.reviewed': ['finished', 'failed', 'unknown', 'revoked', 'lapsed', 'changed', 'denied', 'withdrawn'],
  'vote.cast': ['pending', 'questioned'],
  'vote.rejected': ['pending', 'questioned'],
  'question.asked': ['pending'],
  'question.answered': ['questioned'],
  'request.denied': ['pending', 'questioned', 'granted'],
  'request.expired': ['pending', 'questioned'],
  'request.withdrawn': ['pending', 'questioned', 'granted'],
  'request.superseded': ['pending', 'questioned'],
  'request.changed': ['granted'],
  'grant.revoked': ['granted'],
  'stop.asked': ['started'],
  'grant.lapsed': ['granted'],
  'run.started': ['granted'],
  'run.finished': ['started', 'unknown'],
  'run.failed': ['started', 'unknown'],
  'run.lost': ['started'],
};

/** It runs; or nothing was heard of its runner, a client, which tells the end after all, before anybody closed the matter. */
export function mayEnd({ state, mode, review }: View): boolean {
  return state === 'started' || (state === 'unknown' && mode === 'client' && review === undefined);
}

/** An event that time alone brings about. */
export type Due =
  | { readonly type: 'request.expired' | 'grant.lapsed'; readonly payload: Record<string, never> }
  | { readonly type: 'request.escalated'; readonly payload: ApprovalEvents['request.escalated'] };

/** What is due by now, the end before anything else. The first process to notice appends it. */
export function due(view: View, now: number): Due | undefined {
  const { state, deadline } = view;
  if (deadline === undefined) return undefined;
  if (now >= deadline) {
    if (state === 'pending' || state === 'questioned') return { type: 'request.expired', payload: {} };
    return state === 'granted' ? { type: 'grant.lapsed', payload: {} } : undefined;
  }
  if (state !== 'pending') return undefined;
  const waited = waitedMilliseconds(view, now);
  const late = view.approvers.find(({ escalate }) => escalate && waited >= escalate.afterSeconds * 1000);
  return late?.escalate && { type: 'request.escalated', payload: { rule: late.rule, to: late.escalate.to } };
}

/** The next moment at which time alone brings something about. */
export function nextMoment(view: View, now: number): number | undefined {
  if (view.deadline === undefined || view.state !== 'pending') return view.deadline;
  const waited = waitedMilliseconds(view, now);
  const later = view.approvers.flatMap(({ escalate }) =>
    escalate ? [now + escalate.afterSeconds * 1000 - waited] : [],
  );
  return Math.min(view.deadline, ...later);
}

/** How long the clock of a pending request has run; the time of questions is not in it. */
export function waitedMilliseconds({ deadline, expiresSeconds }: View, now: number): number {
  return deadline === undefined ? 0 : expiresSeconds * 1000 - (deadline - now);
}

/** Whether something can still happen to it: it waits, runs, or waits for its review. */
function isOpen({ state, broken, review }: Pick<View, 'state' | 'broken' | 'review'>): boolean {
  return OPEN.has(state) || (broken !== undefined && review === undefined);
}

/** The first gates did not say where: they knew one place. */
function runOf({ runner, mode = 'local', run_as }: RunEvents['run.started']): Pick<View, 'runner' | 'mode' | 'runAs'> {
  return { mode, ...(runner === undefined ? {} : { runner }), ...(run_as === undefined ? {} : { runAs: run_as }) };
}

/** The first gates recorded no shape; it follows from the rest. */
type Asked = Omit<Submitted, 'shape'> & Partial<Pick<Submitted, 'shape'>>;

function submitted(payload: Asked, at: number): View {
  const { principal } = payload;
  return {
    kind: 'request',
    state: 'pending',
    open: true,
    principal: principal.id,
    principalKind: principal.kind,
    ...(principal.owner === undefined ? {} : { owner: principal.owner }),
    ...(principal.session === undefined ? {} : { session: principal.session }),
    argv: payload.argv,
    digest: payload.digest,
    shape: payload.shape ?? shapeOf(payload.manifest, payload.actions),
    effects: [...new Set(payload.actions.flatMap((action) => action.effects))],
    submittedAt: at,
    repeated: 0,
    decision: 'deny',
    observed: false,
    rules: [],
    approvers: [],
    startWithinSeconds: 0,
    expiresSeconds: 0,
    answers: [],
    votes: [],
    confirmed: false,
    acknowledged: false,
  };
}

function decided(view: View, decision: ApprovalEvents['request.decided'], at: number): View {
  const next: View = {
    ...view,
    decision: decision.kind,
    observed: decision.mode === 'observe',
    rules: decision.rules,
    approvers: decision.duties.approvers,
    startWithinSeconds: decision.duties.startWithinSeconds,
    expiresSeconds: decision.duties.expiresSeconds,
    ...(decision.duties.view === undefined ? {} : { directory: decision.duties.view }),
  };
  if (decision.kind === 'allow' || decision.mode === 'observe') return { ...next, state: 'granted' };
  if (decision.kind === 'deny') return ended(next, 'denied', at, { reason: decision.refusal ?? 'rule' });
  return { ...next, deadline: at + decision.duties.expiresSeconds * 1000 };
}

function granted(view: View, at: number): View {
  return { ...view, state: 'granted', deadline: at + view.startWithinSeconds * 1000 };
}

function grantOf({
  acknowledged,
  voters,
  standing,
}: ApprovalEvents['request.granted']): Pick<View, 'acknowledged' | 'voters' | 'standing'> {
  return { acknowledged, voters, ...(standing === undefined ? {} : { standing }) };
}

function question(view: View, asked: { by: string; text: string }, at: number): View {
  const remaining = Math.max(0, (view.deadline ?? at) - at);
  return {
    ...view,
    state: 'questioned',
    question: { ...asked, at },
    remaining,
    deadline: at + LONGEST_QUESTION + remaining,
  };
}

function answer(view: View, given: Answered, at: number): View {
  const { question: asked, remaining = 0 } = view;
  // After a day the clock goes on by itself, and what was left is less.
  const over = asked === undefined ? 0 : Math.max(0, at - asked.at - LONGEST_QUESTION);
  return {
    ...without(view, 'question', 'remaining'),
    state: 'pending',
    deadline: at + Math.max(0, remaining - over),
    answers: [...view.answers, { ...given, question: asked?.text ?? '', askedBy: asked?.by ?? '' }],
  };
}

function escalated(view: View, { rule, to }: ApprovalEvents['request.escalated']): View {
  const approvers = view.approvers.map((block) => {
    if (block.rule !== rule || block.escalate === undefined) return block;
    const { escalate: _, ...rest } = block;
    return { ...rest, from: [...new Set([...block.from, ...to])] };
  });
  return { ...view, approvers };
}

function reviewed(view: View, { by, verdict, text }: ApprovalEvents['request.reviewed'], at: number): View {
  if (view.broken === undefined || view.review !== undefined) return view;
  const next: View = { ...view, review: { by, verdict, text, at } };
  return { ...next, open: isOpen(next) };
}

function ended(
  view: View,
  state: State,
  at: number,
  why: { readonly reason?: DenialReason; readonly by?: string; readonly text?: string },
): View {
  const { reason = state, by, text } = why;
  const next = { ...without(view, 'deadline'), state };
  return {
    ...next,
    open: isOpen(next),
    endedAt: at,
    ended: { reason, ...(by === undefined ? {} : { by }), ...(text === undefined ? {} : { text }) },
  };
}

function without<Key extends keyof View>(
  view: View,
  ...keys: readonly Key[]
): Omit<View, Key> & Partial<Pick<View, Key>> {
  const copy: Partial<View> & Omit<View, Key> = { ...view };
  for (const key of keys) delete (copy as Partial<View>)[key];
  return copy as Omit<View, Key> & Partial<Pick<View, Key>>;
}

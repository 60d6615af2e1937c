import type { Text } from '../command/manifest.ts';
import type { Approvers, DecisionKind } from '../policy/decision.ts';
import type { ApprovalEvents, CastVote, DenialReason } from './events.ts';

/**
 * The life of a request. One pure function from events to state; the log's projection is made by it and nothing else.
 *
 *     submitted ─ decided ─┬─ allow, observe ──────────────────────────► granted
 *                          ├─ deny ────────────────────────────────────► denied
 *                          └─ confirm, hold ─► pending ─┬─ confirmed, granted ─► granted
 *                                               ▲  │    ├─ denied ─► denied
 *                                      answered │  │    └─ expired, withdrawn, superseded
 *                                               │  ▼ asked
 *                                            questioned    (the clock of the request stands still)
 *
 *     granted ─┬─ run.started ─► started ─┬─ run.finished ─► finished
 *              ├─ revoked, lapsed         ├─ run.failed ───► failed     (could not be executed)
 *              ├─ withdrawn               └─ run.lost ─────► unknown    (its end was not seen)
 *              └─ changed, denied         (the check at the start said no)
 *
 * INVARIANT: a closed state never changes again. An event that its state does not expect leaves the view as it is; the
 * broker never writes one (it appends with the version it acted on), and the verifier reports one.
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

/** What the projection keeps per request: enough to list, vote, attach and start without reading the log. */
export interface View {
  readonly state: State;
  readonly open: boolean;
  readonly principal: string;
  readonly principalKind: 'person' | 'agent' | 'pipeline';
  readonly owner?: string;
  readonly session?: string;
  readonly argv: readonly Text[];
  readonly digest: string;
  readonly submittedAt: number;
  readonly decision: DecisionKind;
  readonly observed: boolean;
  readonly rules: readonly string[];
  readonly approvers: readonly Approvers[];
  readonly startWithinSeconds: number;
  /** The moment a pending request ends by itself, or a granted one lapses. */
  readonly deadline?: number;
  /** What was left of the clock when the question was asked. */
  readonly remaining?: number;
  readonly question?: { readonly by: string; readonly text: string };
  readonly answers: readonly { readonly by: string; readonly question: string; readonly text: string }[];
  readonly votes: readonly CastVote[];
  readonly confirmed: boolean;
  /** Granted by the owner of the asking agent, nobody else being known: never called an approval by another person. */
  readonly acknowledged: boolean;
  readonly ended?: { readonly reason: string; readonly by?: string; readonly text?: string };
  readonly startedAt?: number;
  /** The gate that runs it, as `platform/runner.ts` names processes. */
  readonly runner?: string;
  readonly endedAt?: number;
}

/** What this stage must know of the runs to its right: that they start and end. */
interface RunEvents {
  'run.started': { readonly runner?: string };
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
      return granted({ ...view, acknowledged: event.payload.acknowledged }, event.at);
    case 'vote.cast':
      return { ...view, votes: [...view.votes, event.payload] };
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
      return { ...without(view, 'deadline'), state: 'started', startedAt: event.at, ...runnerOf(event.payload) };
    case 'run.finished':
      return ended(view, 'finished', event.at, {});
    case 'run.failed':
      return ended(view, 'failed', event.at, { text: event.payload.errno });
    case 'run.lost':
      return ended(view, 'unknown', event.at, {});
  }
}

const MOVES: Readonly<Record<Exclude<RequestEvent['type'], 'request.submitted'>, readonly State[]>> = {
  'request.decided': ['pending'],
  'request.confirmed': ['pending'],
  'request.granted': ['pending'],
  'vote.cast': ['pending', 'questioned'],
  'question.asked': ['pending'],
  'question.answered': ['questioned'],
  'request.denied': ['pending', 'questioned', 'granted'],
  'request.expired': ['pending'],
  'request.withdrawn': ['pending', 'questioned', 'granted'],
  'request.superseded': ['pending', 'questioned'],
  'request.changed': ['granted'],
  'grant.revoked': ['granted'],
  'grant.lapsed': ['granted'],
  'run.started': ['granted'],
  'run.finished': ['started'],
  'run.failed': ['started'],
  'run.lost': ['started'],
};

/** The event that time alone brings about, if it is due. The first process to notice appends it. */
export function due(view: View, now: number): 'request.expired' | 'grant.lapsed' | undefined {
  if (view.deadline === undefined || now < view.deadline) return undefined;
  if (view.state === 'pending') return 'request.expired';
  if (view.state === 'granted') return 'grant.lapsed';
  return undefined;
}

function runnerOf({ runner }: { readonly runner?: string }): Pick<View, 'runner'> {
  return runner === undefined ? {} : { runner };
}

function submitted(payload: ApprovalEvents['request.submitted'], at: number): View {
  const { principal } = payload;
  return {
    state: 'pending',
    open: true,
    principal: principal.id,
    principalKind: principal.kind,
    ...(principal.owner === undefined ? {} : { owner: principal.owner }),
    ...(principal.session === undefined ? {} : { session: principal.session }),
    argv: payload.argv,
    digest: payload.digest,
    submittedAt: at,
    decision: 'deny',
    observed: false,
    rules: [],
    approvers: [],
    startWithinSeconds: 0,
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
  };
  if (decision.kind === 'allow' || decision.mode === 'observe') return { ...next, state: 'granted' };
  if (decision.kind === 'deny') return ended(next, 'denied', at, { reason: decision.refusal ?? 'rule' });
  return { ...next, deadline: at + decision.duties.expiresSeconds * 1000 };
}

function granted(view: View, at: number): View {
  return { ...view, state: 'granted', deadline: at + view.startWithinSeconds * 1000 };
}

function question(view: View, asked: { by: string; text: string }, at: number): View {
  const remaining = Math.max(0, (view.deadline ?? at) - at);
  return { ...without(view, 'deadline'), state: 'questioned', question: asked, remaining };
}

function answer(view: View, given: { by: string; text: string }, at: number): View {
  return {
    ...without(view, 'question', 'remaining'),
    state: 'pending',
    deadline: at + (view.remaining ?? 0),
    answers: [...view.answers, { by: given.by, question: view.question?.text ?? '', text: given.text }],
  };
}

function ended(
  view: View,
  state: State,
  at: number,
  why: { readonly reason?: DenialReason; readonly by?: string; readonly text?: string },
): View {
  const { reason = state, by, text } = why;
  return {
    ...without(view, 'deadline'),
    state,
    open: OPEN.has(state),
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

import type { Text } from '../command/manifest.ts';
import { DECISION_KINDS, type DecisionKind } from '../policy/decision.ts';
import { blamedBy, type Followed, type Meant, type Tried } from './after-the-no.ts';
import type { CallAnswer } from './calls.ts';
import { objectOf, type Said, stringsOf, textOf } from './said.ts';

/** One line of a session: a tool call that a hook saw, a request, or both when the call was handed to gate. */
export interface SessionLine {
  readonly at: number;
  /** Index of the `call.seen` event that it is, or that its request names. */
  readonly call: number | undefined;
  readonly request: string | undefined;
  readonly principal: string;
  readonly owner: string | undefined;
  readonly cwd: string;
  /** The text for the shell, as the hook saw it. */
  readonly command: string | undefined;
  /** What gate was asked to run. */
  readonly argv: readonly Text[] | undefined;
  /** The agent's words: of the tool call, and of the request. */
  readonly description: string | undefined;
  readonly intent: string | undefined;
  readonly claimed: Claimed | undefined;
  readonly answer: CallAnswer | undefined;
  readonly decision: LineDecision | undefined;
  readonly result: Result;
  /** Who let it run: voters, the person who typed the word, a standing grant, or somebody under break-glass. */
  readonly voters: readonly string[];
  readonly acknowledged: boolean;
  readonly confirmed: boolean;
  readonly standing: string | undefined;
  readonly broken: { readonly by: string; readonly why: string } | undefined;
  /** Milliseconds from the question to its answer; absent when nobody was asked or nobody answered. */
  readonly waited: number | undefined;
  readonly code: number | undefined;
  readonly signal: string | undefined;
  /** How long it ran, in milliseconds. */
  readonly ran: number | undefined;
  /** Why it ended without a run: `rule`, `person`, ..., and in whose words. */
  readonly ended: Ended | undefined;
  /** Another try at what was just stopped, as it looks. */
  readonly after: Followed | undefined;
  /** Part of it is no longer in the log. */
  readonly erased: boolean;
}

export type Claimed = Readonly<Record<(typeof CLAIMS)[number], string | undefined>>;
const CLAIMS = ['hook', 'tool', 'tool_use', 'permission_mode', 'agent_type'] as const;

export interface LineDecision {
  readonly kind: DecisionKind;
  /** Recorded, not enforced. */
  readonly observed: boolean;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
}

export interface Ended {
  readonly reason: string;
  readonly by: string | undefined;
  readonly text: string | undefined;
}

/**
 * `passed`: the harness ran it, and its end is not recorded. `handed`: it was rewritten into a run of gate that never
 * asked. `blocked`: the hook ran nothing and said to ask gate. The others are the states of a request.
 */
export const RESULTS = [
  ...(['passed', 'handed', 'blocked', 'denied', 'pending', 'questioned', 'granted', 'started', 'finished'] as const),
  ...(['failed', 'unknown', 'expired', 'withdrawn', 'superseded', 'changed', 'revoked', 'lapsed'] as const),
] as const;
export type Result = (typeof RESULTS)[number];

/** A line while the log is read. */
export type OpenLine = { -readonly [Key in keyof SessionLine]: SessionLine[Key] } & Tried & {
    readonly index: number;
    meant: Meant;
    blamed: readonly number[];
    stoppedAt: number | undefined;
    askedAt: number | undefined;
  };

/** What the payload of a `call.seen` or `request.submitted` has in common. */
export function lineOf(index: number, at: number, payload: Said): OpenLine {
  const principal = objectOf(payload['principal']);
  return {
    index,
    at,
    call: undefined,
    request: undefined,
    principal: textOf(principal['id']) ?? '?',
    owner: textOf(principal['owner']),
    cwd: textOf(payload['cwd']) ?? '?',
    command: undefined,
    argv: undefined,
    description: undefined,
    intent: undefined,
    claimed: undefined,
    answer: undefined,
    decision: undefined,
    result: 'pending',
    voters: [],
    acknowledged: false,
    confirmed: false,
    standing: undefined,
    broken: undefined,
    waited: undefined,
    code: undefined,
    signal: undefined,
    ran: undefined,
    ended: undefined,
    after: undefined,
    erased: false,
    meant: { text: '', actions: [] },
    blamed: [],
    stoppedAt: undefined,
    askedAt: undefined,
  };
}

export function claimedBy(value: unknown): Claimed {
  const claimed = objectOf(value);
  return Object.fromEntries(CLAIMS.map((name) => [name, textOf(claimed[name])])) as Claimed;
}

export function decisionOf(value: unknown): LineDecision | undefined {
  const { kind, mode, rules, reasons } = objectOf(value);
  const known = DECISION_KINDS.find((each) => each === kind);
  return known && { kind: known, observed: mode === 'observe', rules: stringsOf(rules), reasons: stringsOf(reasons) };
}

/** It was stopped: by a rule, a person, or because nobody could be asked. */
export function stop(line: OpenLine, at: number, ended: Ended): void {
  line.result = 'denied';
  line.ended = ended;
  line.stoppedAt = at;
}

/** What an event of its request makes of a line; an event that is not here says nothing about it. */
export function move(line: OpenLine, type: string, payload: Said, at: number): void {
  MOVES[type]?.(line, payload, at);
}

type Move = (line: OpenLine, payload: Said, at: number) => void;

const MOVES: Readonly<Record<string, Move>> = {
  __proto__: null as never,
  'request.decided'(line, payload, at) {
    const decision = decisionOf(payload);
    if (decision === undefined) return;
    line.decision = decision;
    line.blamed = blamedBy(payload);
    const { kind, observed } = decision;
    if (kind === 'allow' || observed) line.result = 'granted';
    else if (kind === 'deny') stop(line, at, { ...NO_WORDS, reason: textOf(payload['refusal']) ?? 'rule' });
    else line.askedAt = at;
  },
  'request.confirmed'(line, _, at) {
    line.confirmed = true;
    answered(line, at);
  },
  'request.granted'(line, { voters, acknowledged, standing }, at) {
    line.voters = stringsOf(voters);
    line.acknowledged = acknowledged === true;
    line.standing = textOf(standing);
    if (line.standing === undefined) answered(line, at);
    line.result = 'granted';
  },
  'request.broken'(line, { by, why }) {
    line.broken = { by: textOf(by) ?? '?', why: textOf(why) ?? '' };
    line.result = 'granted';
  },
  'request.denied'(line, payload, at) {
    if (payload['reason'] === 'person') answered(line, at);
    stop(line, at, endedBy(payload, 'person'));
  },
  'question.asked': becoming('questioned'),
  'question.answered': becoming('pending'),
  'request.expired': ending('expired'),
  'request.withdrawn': ending('withdrawn'),
  'request.superseded': ending('superseded'),
  'request.changed'(line, { differences }) {
    line.result = 'changed';
    line.ended = { ...NO_WORDS, reason: 'changed', text: stringsOf(differences).join('; ') };
  },
  'grant.revoked': ending('revoked'),
  'grant.lapsed': ending('lapsed'),
  'run.started': becoming('started'),
  'run.finished'(line, { code, signal, milliseconds }) {
    line.result = 'finished';
    line.code = typeof code === 'number' ? code : undefined;
    line.signal = signal === undefined ? undefined : String(signal);
    line.ran = typeof milliseconds === 'number' ? milliseconds : undefined;
  },
  'run.failed'(line, { errno }) {
    line.result = 'failed';
    line.ended = { ...NO_WORDS, reason: 'failed', text: textOf(errno) };
  },
  'run.lost': ending('unknown'),
};

const NO_WORDS = { by: undefined, text: undefined };

function becoming(result: Result): Move {
  return (line) => {
    line.result = result;
  };
}

function ending(result: Result): Move {
  return (line, payload) => {
    line.result = result;
    line.ended = endedBy(payload, result);
  };
}

function answered(line: OpenLine, at: number): void {
  line.result = 'granted';
  if (line.askedAt !== undefined) line.waited = at - line.askedAt;
}

function endedBy({ reason, by, text }: Said, otherwise: string): Ended {
  return { reason: textOf(reason) ?? otherwise, by: textOf(by), text: textOf(text) };
}

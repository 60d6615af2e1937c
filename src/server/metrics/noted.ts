import type { ApprovalEvents } from '../../approval/events.ts';
import type { Draft } from '../../audit/log.ts';
import type { ExecutionEvents } from '../../execution/events.ts';
import type { DecisionKind } from '../../policy/decision.ts';
import { PACK_NAMES } from '../../policy/packs/packs.ts';

/** What is counted of the events of the log. Every text is of a closed list, or a person of the directory. */
export interface Noted {
  asked(kind: string, decision: DecisionKind): void;
  decided(decision: DecisionKind, pack: string, mode: string): void;
  /** People, or the clock, ended the waiting. */
  settled(outcome: Settled, seconds: number): void;
  voted(person: string, vote: string): void;
  asksBack(person: string): void;
  notProved(): void;
  started(): void;
  ended(outcome: Outcome, seconds: number | undefined): void;
}

export type Settled = 'granted' | 'denied' | 'expired' | 'withdrawn';
export type Outcome = 'success' | 'failure' | 'signaled' | 'not_started' | 'lost';

type Payloads = ApprovalEvents & ExecutionEvents;
type Notes = { readonly [Type in keyof Payloads]?: (payload: Payloads[Type], request: string) => void };

/**
 * What each event counts for. When a request was asked for is in its id; who asked and what was decided come in one step.
 */
export function noted(to: Noted, now: () => number = Date.now): (draft: Draft) => void {
  /** The kind of requester of the step that is being read. */
  let kind = '';
  const waited = (request: string) => Math.max(0, (now() - timeOf(request)) / 1000);
  const notes: Notes = {
    'request.submitted': ({ principal }) => {
      kind = principal.kind;
    },
    'request.decided': ({ kind: decision, rules, mode }) => {
      to.asked(kind, decision);
      for (const pack of new Set(rules.map(packOf))) to.decided(decision, pack, mode);
    },
    'vote.cast': ({ voter, vote }) => to.voted(voter, vote),
    'vote.rejected': () => to.notProved(),
    'question.asked': ({ by }) => to.asksBack(by),
    'request.granted': ({ standing }, request) => {
      // Nobody was asked.
      if (standing === undefined) to.settled('granted', waited(request));
    },
    'request.denied': ({ reason }, request) => {
      if (reason === 'person') to.settled('denied', waited(request));
    },
    'request.expired': (_, request) => to.settled('expired', waited(request)),
    'request.withdrawn': (_, request) => to.settled('withdrawn', waited(request)),
    'run.started': () => to.started(),
    'run.finished': (exit) =>
      to.ended(
        exit.kind === 'signaled' ? 'signaled' : exit.code === 0 ? 'success' : 'failure',
        exit.milliseconds / 1000,
      ),
    'run.failed': () => to.ended('not_started', undefined),
    'run.lost': () => to.ended('lost', undefined),
  };
  return ({ type, request, payload }) => {
    const note = notes[type as keyof Notes] as ((payload: object, request: string) => void) | undefined;
    if (request !== null) note?.(payload, request);
  };
}

/** Of a rule `pack/rule`; `own` for the rules of this place, whatever they are called; `default` when nothing matched. */
function packOf(rule: string): string {
  if (rule === 'default') return rule;
  const pack = rule.split('/', 1)[0] ?? '';
  return rule.includes('/') && PACK_NAMES.includes(pack) ? pack : 'own';
}

/** Milliseconds since 1970, out of an id that is a UUID of version 7. */
function timeOf(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

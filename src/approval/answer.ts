import type { Approvers } from '../policy/decision.ts';
import type { DenialReason } from './events.ts';
import type { View } from './states.ts';

/** What became of the question "may this run?": a value that flows, never an exception. */
export type Answer = Grant | Refusal | Pending;

/** One approved manifest, one run, one expiry. */
export interface Grant {
  readonly kind: 'granted';
  readonly request: string;
  readonly digest: string;
}

/** It did not run, and will not under this id. */
export interface Refusal {
  readonly kind: 'refused';
  readonly request: string;
  readonly reason: RefusalReason;
  /** Who said so, when it was a person. */
  readonly by?: string;
  /** In whose words, or what changed. */
  readonly text?: string;
}

/** The waiting ended before the answer; the request goes on. */
export interface Pending {
  readonly kind: 'pending';
  readonly request: string;
  readonly reason: 'pending' | 'question';
  /** The question, and whose. */
  readonly text?: string;
  readonly by?: string;
  /** Who is asked. */
  readonly approvers?: readonly Approvers[];
}

/** Closed list. The denials are a no (77); the others end it without one (76). */
export type RefusalReason =
  | DenialReason
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'revoked'
  | 'lapsed'
  | 'changed'
  | 'ran_elsewhere';

export const DENIALS: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'rule',
  'limit',
  'error',
  'person',
  'nobody_can_approve',
  'no_terminal',
  'not_confirmed',
  'cooling_down',
  'too_many_open',
  'no_break_glass',
]);

export function granted(request: string, digest: string): Grant {
  return { kind: 'granted', request, digest };
}

export function refused(request: string, reason: RefusalReason, more: { by?: string; text?: string } = {}): Refusal {
  return { kind: 'refused', request, reason, ...more };
}

/** The answer that the state of a request amounts to, for whoever waits. Pure. */
export function answerOf(request: string, view: View): Answer {
  switch (view.state) {
    case 'granted':
      return granted(request, view.digest);
    case 'pending':
      return { kind: 'pending', request, reason: 'pending', approvers: view.approvers };
    case 'questioned': {
      const { by = '', text = '' } = view.question ?? {};
      return { kind: 'pending', request, reason: 'question', by, text, approvers: view.approvers };
    }
    case 'started':
    case 'finished':
    case 'failed':
    case 'unknown':
      return refused(request, 'ran_elsewhere');
    default: {
      const { reason = view.state, by, text } = view.ended ?? {};
      const more = { ...(by === undefined ? {} : { by }), ...(text === undefined ? {} : { text }) };
      return refused(request, reason as RefusalReason, more);
    }
  }
}

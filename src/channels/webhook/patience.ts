import type { Posted } from './post.ts';

/** What follows from an answer, as docs/decisions/0016-webhooks.md has it. Pure. */

export type Verdict =
  | 'taken'
  /** The receiver wants nothing any more. */
  | 'gone'
  /** This message will hardly be taken later, as it is. */
  | 'refused'
  | 'later';

/** Answers of 4xx that say something about now, or about the configuration, and nothing about the message. */
const NOT_THE_MESSAGE = new Set([401, 403, 404, 408, 409, 425, 429]);

export function verdictOn(posted: Posted): Verdict {
  if (posted.kind === 'failed') return 'later';
  const { status } = posted;
  if (status >= 200 && status < 300) return 'taken';
  if (status === 410) return 'gone';
  return status >= 400 && status < 500 && !NOT_THE_MESSAGE.has(status) ? 'refused' : 'later';
}

export interface Failing {
  /** When it failed first. Milliseconds since 1970. */
  readonly since: number;
  readonly attempts: number;
  /** How many of them were refusals of the message. */
  readonly refusals: number;
  readonly why: string;
}

export function failedAgain(before: Failing | undefined, posted: Posted, now: number): Failing {
  const refused = verdictOn(posted) === 'refused';
  return {
    since: before?.since ?? now,
    attempts: (before?.attempts ?? 0) + 1,
    refusals: (before?.refusals ?? 0) + (refused ? 1 : 0),
    why: posted.kind === 'failed' ? posted.why : `it answers ${posted.status}`,
  };
}

const FIRST_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 10 * 60_000;
const LONGEST_ASKED_MILLISECONDS = 60 * 60_000;

/** How long to wait before the next attempt. @param chance 0 to 1 */
export function pauseAfter({ attempts }: Pick<Failing, 'attempts'>, posted: Posted, chance: number): number {
  const longest = Math.min(FIRST_MILLISECONDS * 2 ** Math.min(attempts - 1, 20), LONGEST_MILLISECONDS);
  const pause = Math.round(longest * (1 - chance / 2));
  const asked =
    posted.kind === 'answered' && (posted.status === 429 || posted.status === 503) ? posted.after : undefined;
  return Math.max(pause, Math.min(asked ?? 0, LONGEST_ASKED_MILLISECONDS));
}

const GIVE_UP_MILLISECONDS = 24 * 3600_000;
const GIVE_UP_REFUSALS = 20;

/** Whether one message that is refused again and again no longer keeps the others waiting. */
export function isHopeless({ since, refusals }: Failing, now: number): boolean {
  return refusals >= GIVE_UP_REFUSALS && now - since >= GIVE_UP_MILLISECONDS;
}

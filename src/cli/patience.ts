import { spoken } from '../policy/duration.ts';
import { type Allowance, budgetOf } from '../request/budget.ts';
import type { Principal } from '../request/request.ts';
import { DEFAULT_TIMEOUT_SECONDS } from './run-options.ts';

/** How long this process waits for people, and who set that limit. */
export interface Patience {
  readonly seconds: number;
  /** The harness that would end it soon after. */
  readonly before?: Allowance;
}

/** Enough to write the answer and end, on a busy machine too. */
const MARGIN_MILLISECONDS = 3000;

/**
 * What `--timeout` says; else what the calling harness allows, less a margin, so that gate ends with an id before it is
 * killed without one; ten minutes at most.
 */
export function patienceOf(
  explicitSeconds: number | undefined,
  caller: {
    readonly principal: Pick<Principal, 'kind' | 'harness'>;
    readonly environment: Readonly<Record<string, string | undefined>>;
  },
): Patience {
  if (explicitSeconds !== undefined) return { seconds: explicitSeconds };
  const before = budgetOf(caller.principal, caller.environment);
  if (before === undefined) return { seconds: DEFAULT_TIMEOUT_SECONDS };
  const { milliseconds } = before;
  const seconds = Math.max(1, Math.floor((milliseconds - Math.min(MARGIN_MILLISECONDS, milliseconds / 2)) / 1000));
  return seconds < DEFAULT_TIMEOUT_SECONDS ? { seconds, before } : { seconds: DEFAULT_TIMEOUT_SECONDS };
}

/** What is left of it: a budget runs since this process was started, a timeout since it waits. */
export function leftOf({ seconds, before }: Patience, sinceStart: number): number {
  return before === undefined ? seconds * 1000 : Math.max(0, seconds * 1000 - sinceStart);
}

/** In words: `1m57s (claude-code ends commands after 2m)`. */
export function patienceWords({ seconds, before }: Patience): string {
  if (before === undefined) return spoken(seconds);
  return `${spoken(seconds)} (${before.harness} gives commands ${spoken(Math.round(before.milliseconds / 1000))})`;
}

import { errno, GateError } from '../errors.ts';

/**
 * A service that cannot be reached is being restarted, most of the time. What is safe to ask again is asked again: for a while, or for as long
 * as somebody waits.
 */

/** Whoever waits hears of it once. */
export interface Away {
  /** @param since milliseconds since 1970 */
  gone(since: number): void;
  back(): void;
}

/** Calls that nobody waits behind are given up after this. */
export const BRIEFLY = 5000;
/** Never faster than four times a second. */
const SOONEST = 250;
const LATEST = 2000;

/** The service did not answer. Not: it, or somebody in its place, answered something that is refused. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof GateError) || error.code !== 'CHANNEL_UNAVAILABLE') return false;
  const { cause } = error;
  if (cause === undefined || cause instanceof GateError) return false;
  const code = errno(cause);
  return code === '' || GONE.has(code);
}

const GONE: ReadonlySet<string> = new Set([
  ...['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN'],
  ...['ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN', 'ENOTCONN', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_SOCKET_CLOSED'],
]);

export interface Patience {
  /** Milliseconds that the service may be away; without it, for as long as `signal` says. */
  readonly most?: number;
  readonly signal?: AbortSignal;
  readonly away?: Away | undefined;
}

/**
 * Asks until it is answered.
 * @returns undefined when `signal` was aborted while the service was away
 * @throws what `attempt` throws, when that is no absence, or it lasts too long
 */
export async function untilBack<Value>(attempt: () => Promise<Value>, patience: Patience): Promise<Value | undefined> {
  const { most = Number.POSITIVE_INFINITY, signal, away } = patience;
  let since: number | undefined;
  let pause = SOONEST;
  for (;;) {
    try {
      const value = await attempt();
      if (since !== undefined) away?.back();
      return value;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (signal?.aborted) return undefined;
      const first = since === undefined;
      since ??= Date.now();
      if (Date.now() - since + pause > most) throw error;
      if (first) away?.gone(since);
      await rested(pause, signal);
      if (signal?.aborted) return undefined;
      pause = Math.min(pause * 2, LATEST);
    }
  }
}

function rested(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal?.addEventListener('abort', finish);
  });
}

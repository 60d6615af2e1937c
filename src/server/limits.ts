import type { ServeLimits } from '../config/serve.ts';
import type { Caller } from './caller.ts';
import { ApiError } from './problem.ts';
import { Rate } from './rate.ts';

/** What one caller may take of the service, so that others are answered as well. Callers count as the transport proves them, whatever they claim. */
export interface Limits {
  /** One more call. @param from the address of whoever is not known @throws ApiError TOO_MANY, with the time after which it may be made */
  call(caller: Caller | undefined, from?: string): void;
  /** One more stream of events. @returns called when it has ended @throws ApiError TOO_MANY */
  stream(caller: Caller): () => void;
}

export function limits({ calls, streams }: ServeLimits, now: () => number): Limits {
  const rate = new Rate(calls);
  const open = new Map<string, number>();
  return {
    call(caller, from = '') {
      // Whoever is not known shares an allowance with everybody else there who is not. No name of a caller begins with a blank.
      const wait = rate.take(caller?.principal.id ?? ` ${from}`, now());
      if (wait === 0) return;
      throw new ApiError(
        'TOO_MANY',
        `at most ${calls.perSecond} calls a second, ${calls.burst} at once`,
        HINT,
        Math.ceil(wait / 1000),
      );
    },
    stream({ principal: { id } }) {
      const before = open.get(id) ?? 0;
      if (before >= streams) {
        throw new ApiError('TOO_MANY', `at most ${streams} streams of events at one time`, HINT, STREAM_SECONDS);
      }
      open.set(id, before + 1);
      return () => {
        const left = (open.get(id) ?? 1) - 1;
        if (left > 0) open.set(id, left);
        else open.delete(id);
      };
    },
  };
}

const HINT = 'try again later, or less often; whoever runs the service sets `limits` in serve.yaml';
/** Streams end when something else does: nobody knows when. */
const STREAM_SECONDS = 5;

import { isIPv6 } from 'node:net';
import { ApiError } from '../problem.ts';

/** How often somebody from elsewhere may fail to say who they are, by address. */
export interface Failures {
  /** @throws ApiError TOO_MANY while there were too many of this address */
  check(address: string): void;
  note(address: string): void;
}

const MOST = 30;
/** One is forgotten each time this has passed. */
const FORGET_MILLISECONDS = 2_000;
const MOST_ADDRESSES = 10_000;

export function failures(now: () => number): Failures {
  /** When the last of the failures would be forgotten. */
  const until = new Map<string, number>();
  const countOf = (key: string) => Math.max(0, Math.ceil(((until.get(key) ?? 0) - now()) / FORGET_MILLISECONDS));
  return {
    check(address) {
      if (countOf(keyOf(address)) < MOST) return;
      throw new ApiError('TOO_MANY', 'too many callers from this address were not known', 'wait a few seconds', 5);
    },
    note(address) {
      const key = keyOf(address);
      const next = Math.max(until.get(key) ?? 0, now()) + FORGET_MILLISECONDS;
      until.delete(key);
      until.set(key, next);
      for (const [oldest, end] of until) {
        if (until.size <= MOST_ADDRESSES && end > now()) break;
        until.delete(oldest);
      }
    },
  };
}

/** Whoever has one address of IPv6 has all of its network. */
function keyOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const whole = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return whole.slice(0, 4).join(':');
}

import { Refusal } from './refusal.ts';
import { isSame } from './secret.ts';
import type { Session } from './sessions.ts';

/** Whether a request comes from our own page, and not from that of somebody else in the same browser (CH-08, CH-10). */

/** @throws Refusal 421: under another name these pages do not exist, so that no name can be turned to this address */
export function requireHost(headers: Headers, origin: string): void {
  if (headers.get('host') !== new URL(origin).host) {
    throw new Refusal(421, `these pages are at ${origin} and nowhere else`);
  }
}

/** Of everything that changes something. A browser always says where it comes from; who does not is none. @throws Refusal 403 */
export function requireOwnPage(headers: Headers, origin: string): void {
  const site = headers.get('sec-fetch-site');
  if (headers.get('origin') === origin && (site === null || site === 'same-origin')) return;
  throw new Refusal(403, 'this did not come from a page of gate: nothing was done');
}

/** @throws Refusal 403 */
export function requireToken(session: Session, token: string | undefined): void {
  if (token !== undefined && isSame(token, session.token)) return;
  throw new Refusal(403, 'the page was of another session: nothing was done; load it again');
}

/** Followed from elsewhere: the browser then keeps the session's cookie to itself. */
export function isFollowed(headers: Headers): boolean {
  return headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') === 'navigate';
}

import { notInPerson } from '../approval/directory.ts';
import type { View } from '../approval/states.ts';
import type { Scope } from './caller.ts';
import type { Asking } from './identity/claimed.ts';
import { ApiError } from './problem.ts';

/** Who may do what with a request: the one place that says so. Whether a vote counts, the broker says besides. */

/** @throws ApiError NOT_YOURS */
export function requireScope({ scopes, principal }: Asking, scope: Scope): void {
  if (scopes.has(scope)) return;
  throw new ApiError('NOT_YOURS', `${principal.id} may not do this here`, 'ask whoever runs this gate');
}

/** Requesters see what they asked, owners what their agents asked, people of the directory everything: they decide. */
export function maySee({ scopes, principal }: Asking, of: Pick<View, 'principal' | 'owner'>): boolean {
  return scopes.has('read') || principal.id === of.principal || principal.id === of.owner;
}

/** The same as a filter of lists. */
export function seenBy({ scopes, principal }: Asking): { readonly of?: string } {
  return scopes.has('read') ? {} : { of: principal.id };
}

/** Unknown and not yours are the same to whoever asks. @throws ApiError NOT_FOUND */
export function requireSight(asking: Asking, known: { readonly id: string; readonly view: View }): void {
  if (!maySee(asking, known.view)) throw new ApiError('NOT_FOUND', `no request has the id \`${known.id}\``);
}

/** The one who asked. @throws ApiError NOT_YOURS */
export function requireRequester({ principal }: Asking, view: Pick<View, 'principal'>): void {
  if (principal.id !== view.principal) throw new ApiError('NOT_YOURS', 'only the one who asked can do that');
}

/** A person, in person. @throws ApiError NOT_YOURS */
export function requirePerson(asking: Asking): void {
  const barred = notInPerson(asking.principal, asking.supervised, asking.tty);
  if (barred !== undefined) throw new ApiError('NOT_YOURS', barred);
  requireScope(asking, 'vote');
}

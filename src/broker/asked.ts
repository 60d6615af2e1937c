import { askedOf } from '../approval/acts.ts';
import type { Directory } from '../approval/directory.ts';
import { askedPeople, count, type Missing } from '../approval/quorum.ts';
import type { View } from '../approval/states.ts';

/** Whose vote could count, by the directory of now, and what was missing when a request stood like this; nobody once it is decided. */
export function askedThen(
  view: View,
  directory: Directory,
): { readonly people: readonly string[]; readonly missing: readonly Missing[] } {
  const waits = view.state === 'pending' || view.state === 'questioned';
  if (view.decision !== 'hold' || !waits) return { people: [], missing: [] };
  const asked = askedOf(view);
  const counted = count(asked, view.votes, directory);
  return { people: askedPeople(asked, directory), missing: counted.kind === 'waiting' ? counted.missing : [] };
}

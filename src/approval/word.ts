import { basename } from 'node:path';
import type { Action } from '../command/action.ts';

/** A name a person can type back without copying: printable ASCII, no spaces at the ends, not too long. */
const TYPEABLE = /^[!-~](?:[ -~]{0,62}[!-~])?$/;

/**
 * The word a person types to confirm their own command: the target's name, the count of several targets, the program's
 * name when gate cannot see what it does. Typing it proves the prompt was read; it is no secret.
 */
export function confirmationWord(program: string, actions: readonly Action[]): string {
  const name = basename(program);
  const fallback = TYPEABLE.test(name) ? name : 'yes';
  if (actions.some((action) => action.opaque)) return fallback;
  const targets = new Set(
    actions
      .filter((action) => action.effects.some((effect) => effect !== 'read'))
      .flatMap(({ resource: { kind = '', name, path } }) => {
        const target = name ?? (path === undefined ? undefined : basename(path));
        return target === undefined ? [] : [`${kind}\0${target}`];
      }),
  );
  const [only] = targets;
  if (targets.size > 1) return String(targets.size);
  const word = only?.slice(only.indexOf('\0') + 1) ?? fallback;
  return TYPEABLE.test(word) ? word : fallback;
}

import type { Effect } from '../../action.ts';
import type { EffectTable } from '../../effect-table.ts';
import { VERBS } from './verbs-table.ts';

/** What a command does: as a table of exceptions says of it or of its group, else by its last word. */
export function effectsOf(path: readonly string[], exceptions: EffectTable): readonly Effect[] | undefined {
  const exact = exceptions.of(path.join(' '));
  if (exact !== undefined) return exact;
  for (let length = path.length - 1; length > 0; length--) {
    const group = exceptions.of(`${path.slice(0, length).join(' ')} *`);
    if (group !== undefined) return group;
  }
  const verb = path.at(-1) ?? '';
  const hyphen = verb.indexOf('-');
  return VERBS.of(verb) ?? (hyphen < 0 ? undefined : VERBS.of(verb.slice(0, hyphen)));
}

import { OPTIONS } from './options-table.ts';
import { type Known, spellingsOf } from './scan.ts';

const grammars = new Map<string, ReadonlyMap<string, Known>>();

/**
 * The options of a program: those of its manual page, and `more` that the page does not list. Made when first asked for.
 */
export function grammarOf(tool: string, more: string): ReadonlyMap<string, Known> {
  let known = grammars.get(tool);
  if (known === undefined) {
    known = spellingsOf(OPTIONS[tool] ?? '||', more);
    grammars.set(tool, known);
  }
  return known;
}

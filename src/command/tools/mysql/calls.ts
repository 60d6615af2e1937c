import type { Effect } from '../../action.ts';
import { isSymbol, isWord, matching, type Token } from './tokens.ts';

export interface Functions {
  readonly builtin: { has(name: string): boolean };
  readonly keywords: { has(name: string): boolean };
  /** Builtin functions that do more than compute. */
  readonly judged: Readonly<Record<string, readonly Effect[]>>;
}

/** What the functions do that a statement calls; one nobody has heard of is unknown. */
export function callEffects(tokens: readonly Token[], functions: Functions, effects: Set<Effect>): void {
  const pairs = matching(tokens);
  for (let at = 1; at < tokens.length; at++) {
    if (!isSymbol(tokens[at], '(')) continue;
    const name = tokens[at - 1] as Token;
    const before = tokens[at - 2];
    if (name.kind !== 'word' && name.kind !== 'name') continue;
    // `INSERT INTO t (a, b)`, `JOIN t USING (a)`, `AS new(a, b)`: columns.
    if (isWord(before, 'INTO', 'TABLE', 'AS', 'INDEX', 'KEY', 'CONSTRAINT', 'COLUMNS', 'WINDOW')) continue;
    // `INSERT INTO db.t (a)`.
    if (isSymbol(before, '.') && isWord(tokens[at - 4], 'INTO', 'TABLE')) continue;
    // `WITH t (a, b) AS (...)`.
    const after = tokens[(pairs.get(at) ?? tokens.length) + 1];
    if (isWord(after, 'AS') && isWord(before, 'WITH', 'RECURSIVE')) continue;
    if (isWord(after, 'AS') && isSymbol(before, ',') && isWord(tokens[0], 'WITH')) continue;
    const known = name.kind === 'word' && !isSymbol(before, '.');
    if (known && Object.hasOwn(functions.judged, name.text)) {
      for (const effect of functions.judged[name.text] ?? []) effects.add(effect);
    } else if (!known || !(functions.builtin.has(name.text) || functions.keywords.has(name.text)))
      effects.add('unknown');
  }
}

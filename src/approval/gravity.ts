/** The strongest thing a command does, as screens order and colour it. */
export type Gravity = 'harmless' | 'change' | 'grave';

/** Lost, revealed, given away, or not understood: what people type a code for. */
const GRAVE: ReadonlySet<string> = new Set(['destroy', 'privilege', 'secret', 'export', 'unknown']);

/** What cannot be seen is as grave as the worst that can. */
export function gravityOf(effects: readonly string[], opaque: boolean): Gravity {
  if (opaque || effects.length === 0 || effects.some((effect) => GRAVE.has(effect))) return 'grave';
  return effects.every((effect) => effect === 'read') ? 'harmless' : 'change';
}

import type { Effect } from './action.ts';

/**
 * What each command of a tool does, written as lines of `effects: command | command`, several effects joined by `+`:
 *
 *     read: log | show | remote
 *     write+execute: rebase
 *
 * Only the command itself is looked up, never a part of its path: a subcommand that nobody judged is not harmless
 * because its parent is.
 */
export class EffectTable {
  readonly #written: string;
  #rows: Map<string, readonly Effect[]> | undefined;

  constructor(written: string) {
    this.#written = written;
  }

  /** @param path commands joined by one space: `remote add` */
  of(path: string): readonly Effect[] | undefined {
    this.#rows ??= parse(this.#written);
    return this.#rows.get(path);
  }

  /** Every command judged, for completeness tests. */
  commands(): readonly string[] {
    this.#rows ??= parse(this.#written);
    return [...this.#rows.keys()];
  }
}

function parse(written: string): Map<string, readonly Effect[]> {
  const rows = new Map<string, readonly Effect[]>();
  let effects: readonly Effect[] = [];
  for (const line of written.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon >= 0) effects = line.slice(0, colon).trim().split('+') as Effect[];
    for (const command of line.slice(colon + 1).split('|')) {
      const path = command.trim().replace(/\s+/g, ' ');
      if (path !== '') rows.set(path, effects);
    }
  }
  return rows;
}

import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';

/** Runs under break-glass, and what was said of them afterwards. */

export interface BrokenGlass {
  readonly runs: number;
  readonly justified: number;
  readonly notJustified: number;
  /** All that nobody has looked at, whenever they ran. */
  readonly unreviewed: readonly Broken[];
}

export interface Broken {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly why: string;
}

type Said = Readonly<Record<string, unknown>> | undefined;

export class BrokenRuns {
  readonly #unreviewed = new Map<string, Broken>();
  #runs = 0;
  #justified = 0;
  #notJustified = 0;

  /** @param counts false: it happened before the period */
  broken(id: string, at: number, said: Said, counts: boolean): void {
    if (counts) this.#runs++;
    const why = flat((said?.['why'] ?? '') as Text);
    this.#unreviewed.set(id, { id, at, by: String(said?.['by'] ?? ''), why });
  }

  reviewed(id: string, said: Said, counts: boolean): void {
    this.#unreviewed.delete(id);
    if (!counts) return;
    if (said?.['verdict'] === 'justified') this.#justified++;
    if (said?.['verdict'] === 'not_justified') this.#notJustified++;
  }

  figures(): BrokenGlass {
    return {
      runs: this.#runs,
      justified: this.#justified,
      notJustified: this.#notJustified,
      unreviewed: [...this.#unreviewed.values()],
    };
  }
}

import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';

/** Standing grants of a period, and how many questions each saved. */

export interface StandingUses {
  readonly granted: number;
  readonly used: number;
  readonly revoked: number;
  readonly expired: number;
  /** Those that stand now. */
  readonly open: number;
  /** The most used of the period. */
  readonly grants: readonly StandingFigures[];
}

export interface StandingFigures {
  readonly id: string;
  readonly principal: string;
  /** Null stands for any one name. */
  readonly argv: readonly (string | null)[];
  readonly uses: number;
  readonly open: boolean;
}

type Standing = { -readonly [Key in keyof StandingFigures]: StandingFigures[Key] };

/** Grants that are listed; of those that ended no more are kept. */
const MOST_LISTED = 20;

export class Standings {
  readonly #known = new Map<string, Standing>();
  readonly #counts = { granted: 0, used: 0, revoked: 0, expired: 0 };
  #ended = 0;

  /** @param counts false: it happened before the period */
  add(type: string, id: string, said: Readonly<Record<string, unknown>> | undefined, counts: boolean): void {
    if (type === 'standing.granted') {
      if (counts) this.#counts.granted++;
      const shape = said?.['shape'] as { readonly argv?: readonly (Text | null)[] } | undefined;
      const argv = (shape?.argv ?? []).map((text) => (text === null ? null : flat(text)));
      this.#known.set(id, { id, principal: String(said?.['principal'] ?? ''), argv, uses: 0, open: true });
      return;
    }
    const standing = this.#known.get(id);
    if (standing === undefined) return;
    if (type === 'standing.used') {
      if (!counts) return;
      this.#counts.used++;
      standing.uses++;
      return;
    }
    if (type !== 'standing.revoked' && type !== 'standing.expired') return;
    if (counts) this.#counts[type === 'standing.revoked' ? 'revoked' : 'expired']++;
    standing.open = false;
    this.#ended++;
    if (this.#ended > MOST_LISTED) this.#forgetOne();
  }

  #forgetOne(): void {
    const ended = [...this.#known.values()].filter(({ open }) => !open);
    const least = ended.reduce((a, b) => (b.uses < a.uses ? b : a));
    this.#known.delete(least.id);
    this.#ended--;
  }

  figures(): StandingUses {
    const all = [...this.#known.values()];
    const grants = all.filter(({ uses }) => uses > 0).sort((a, b) => b.uses - a.uses);
    return {
      ...this.#counts,
      open: all.filter(({ open }) => open).length,
      grants: grants.slice(0, MOST_LISTED).map((each) => ({ ...each })),
    };
  }
}

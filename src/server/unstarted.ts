import type { Submission } from '../approval/submission.ts';

/** What was granted at once, until whoever asked starts it. */
export interface Kept<Told> {
  readonly id: string;
  readonly submission: Submission;
  readonly at: number;
  /** Whose it is, as the transport proves them. */
  readonly caller: string;
  /** What was said about it. */
  readonly told: Told;
  /** What its command reads as code from its standard input. */
  readonly input?: Uint8Array;
}

/** A grant that nobody starts is worth nothing soon; the log has never heard of it. */
const KEEP_MILLISECONDS = 60_000;
const MOST_KEPT = 10_000;
/** Bytes of input of all of them. */
const MOST_INPUT = 64 * 1024 * 1024;
/** Of one caller; a flood pushes out nobody else's. */
const MOST_KEPT_OF_ONE = 128;
/** Characters at the end of an id that no two have in common; those of an idempotency key. */
const TAIL = 12;

/** In memory alone, bounded. Nothing here costs more when there is more of it. */
export class Unstarted<Told> {
  /** By the end of their ids, the oldest first. */
  readonly #kept = new Map<string, Kept<Told>>();
  readonly #ofCaller = new Map<string, Set<string>>();
  #input = 0;
  readonly #now: () => number;
  readonly #forget: (id: string) => void;

  /** @param forget told of what is given up before anybody started it */
  constructor(now: () => number, forget: (id: string) => void) {
    this.#now = now;
    this.#forget = forget;
  }

  keep(entry: Kept<Told>): void {
    const tail = entry.id.slice(-TAIL);
    const own = this.#ofCaller.get(entry.caller) ?? new Set();
    const [oldest] = own;
    if (oldest !== undefined && own.size >= MOST_KEPT_OF_ONE) this.#giveUp(oldest);
    for (const [old, { at }] of this.#kept) {
      if (at + KEEP_MILLISECONDS >= entry.at && this.#kept.size < MOST_KEPT) break;
      this.#giveUp(old);
    }
    this.#ofCaller.set(entry.caller, own.add(tail));
    this.#kept.set(tail, entry);
    this.#input += entry.input?.length ?? 0;
    for (const [old] of this.#kept) {
      if (this.#input <= MOST_INPUT) break;
      this.#giveUp(old);
    }
  }

  /** Undefined once it has started, was given up, or is too old. */
  get(id: string): Kept<Told> | undefined {
    const found = this.endingWith(id.slice(-TAIL));
    const age = found === undefined ? 0 : this.#now() - found.at;
    return found?.id === id && age >= 0 && age < KEEP_MILLISECONDS ? found : undefined;
  }

  /** @param tail the last twelve characters of an id */
  endingWith(tail: string): Kept<Told> | undefined {
    return this.#kept.get(tail);
  }

  /** It is on its way, and nobody starts it again. */
  remove(id: string): void {
    this.#take(id.slice(-TAIL));
  }

  #giveUp(tail: string): void {
    const entry = this.#take(tail);
    if (entry !== undefined) this.#forget(entry.id);
  }

  #take(tail: string): Kept<Told> | undefined {
    const entry = this.#kept.get(tail);
    if (entry === undefined) return undefined;
    this.#kept.delete(tail);
    this.#input -= entry.input?.length ?? 0;
    const own = this.#ofCaller.get(entry.caller);
    own?.delete(tail);
    if (own?.size === 0) this.#ofCaller.delete(entry.caller);
    return entry;
  }
}

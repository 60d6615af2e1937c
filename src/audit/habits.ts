import type { Submitted } from '../approval/events.ts';
import type { Action } from '../command/action.ts';
import { flat } from '../command/display.ts';
import type { Decision } from '../policy/decision.ts';
import type { Meaning } from '../policy/relief.ts';

/**
 * What is asked again and again: requests of one requester that mean the same but for the name of what they act on, and
 * that the same rules asked about. Wider than the shape of a standing grant, which leaves nothing else open either: this
 * is what a rule of policy could say.
 */
export interface Habit {
  /** What `of` answered. */
  readonly key: string;
  readonly principal: string;
  readonly rules: readonly string[];
  /** What it means; absent when one sentence of policy cannot say it. */
  readonly meaning: Meaning | undefined;
  /** The words of the command; null where they differed, and `open` when the number of words did. */
  readonly words: readonly (string | null)[];
  readonly open: boolean;
  /** The newest request of it, or the index of the newest tool call. */
  readonly example: string;
  readonly asked: number;
  readonly approved: number;
  /** Of these, within two seconds. */
  readonly quick: number;
  readonly repeated: number;
  /** Denied by a person, or run without the votes: at any time, also before the period. */
  readonly denied: number;
}

export type Counted = 'asked' | 'approved' | 'quick' | 'repeated' | 'denied';

type Mutable = { -readonly [Key in keyof Habit]: Habit[Key] };

/** More than these are not told apart. What is in was in from its first time on, so no denial of it was missed. */
export const MOST_HABITS = 10_000;

export class Habits {
  readonly #known = new Map<string, Mutable>();
  #untold = 0;

  /** Requests that came after the list was full. */
  get untold(): number {
    return this.#untold;
  }

  /** The habit this request belongs to; undefined when there are too many. */
  of(
    request: string,
    submitted: Pick<Submitted, 'principal' | 'actions' | 'argv' | 'opaque'>,
    decision: Pick<Decision, 'rules'>,
  ): string | undefined {
    const { principal } = submitted;
    const { rules } = decision;
    const meanings = submitted.actions.map(meaningOf);
    const key = JSON.stringify([principal.id, rules, meanings]);
    const words = submitted.argv.map(flat);
    const known = this.#known.get(key);
    if (known !== undefined) {
      known.example = request;
      known.open ||= known.words.length !== words.length;
      known.words = known.words.slice(0, words.length).map((word, index) => (word === words[index] ? word : null));
      return key;
    }
    if (this.#known.size >= MOST_HABITS) {
      this.#untold++;
      return undefined;
    }
    const [meaning, another] = new Map(meanings.map((each) => [JSON.stringify(each), each])).values();
    this.#known.set(key, {
      key,
      principal: principal.id,
      rules,
      meaning: another === undefined && !submitted.opaque ? meaning : undefined,
      words,
      open: false,
      example: request,
      asked: 0,
      approved: 0,
      quick: 0,
      repeated: 0,
      denied: 0,
    });
    return key;
  }

  count(key: string | undefined, what: Counted): void {
    const habit = key === undefined ? undefined : this.#known.get(key);
    if (habit !== undefined) habit[what]++;
  }

  /** Those that were asked, the most frequent first. */
  list(): readonly Habit[] {
    return [...this.#known.values()].filter(({ asked }) => asked > 0).sort((a, b) => b.asked - a.asked);
  }
}

/** Some readers give the name twice, under a word of the tool's own. A path or an address says more than a name: never open. */
const NAMES = ['branch', 'key', 'table'] as const;

function meaningOf({ tool, operation, effects, resource, scope, opaque }: Action): Meaning {
  const { name, ...rest } = resource;
  const repeats = NAMES.filter((field) => name !== undefined && rest[field] === name);
  const others = Object.fromEntries(Object.entries(rest).filter(([field]) => !repeats.some((each) => each === field)));
  return {
    tool,
    operation,
    effects,
    resource: defined(others),
    ...(repeats.length > 0 && { repeats }),
    named: name !== undefined,
    scope: defined(scope),
    opaque,
  };
}

function defined(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const there = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return Object.fromEntries(there.sort(([a], [b]) => (a < b ? -1 : 1)));
}

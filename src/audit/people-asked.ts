import { Durations } from './durations.ts';

/** Who was asked how much, and how fast they answered. */

export interface Figures {
  readonly count: number;
  /** Milliseconds; null when there were none. */
  readonly median: number | null;
  readonly p90: number | null;
}

export interface PersonFigures extends Figures {
  readonly person: string;
  readonly approvals: number;
  readonly denials: number;
  /** Approvals within two seconds of the question: nobody reads that fast. */
  readonly quick: number;
  /** Questions that were theirs: answered by them, confirmed by them, or of their agents when nobody else is asked. */
  readonly questions: number;
  readonly busiest: { readonly day: string; readonly questions: number } | null;
}

export const QUICK_MILLISECONDS = 2000;
const DAY = 86_400_000;

interface Person {
  approvals: number;
  denials: number;
  quick: number;
  questions: number;
  readonly took: Durations;
  /** The newest day with a question, and how many it has. */
  day: number;
  today: number;
  busiest: { readonly day: number; readonly questions: number } | undefined;
}

export class PeopleAsked {
  readonly #people = new Map<string, Person>();

  /** Answers whether it was an approval faster than anybody reads. @param took milliseconds since the question */
  voted(voter: string, vote: 'approve' | 'deny', took: number): boolean {
    const person = this.#person(voter);
    person.took.add(took);
    const quick = vote === 'approve' && took < QUICK_MILLISECONDS;
    if (quick) person.quick++;
    if (vote === 'approve') person.approvals++;
    else person.denials++;
    return quick;
  }

  /** One question was theirs. @param at when it was over */
  asked(names: Iterable<string>, at: number): void {
    const day = Math.floor(at / DAY);
    for (const name of names) {
      const person = this.#person(name);
      person.questions++;
      person.today = person.day === day ? person.today + 1 : 1;
      person.day = day;
      if (person.today > (person.busiest?.questions ?? 0)) person.busiest = { day, questions: person.today };
    }
  }

  /** Those who were asked most come first. */
  list(): readonly PersonFigures[] {
    const all = [...this.#people].map(([person, { approvals, denials, quick, questions, took, busiest }]) => ({
      person,
      approvals,
      denials,
      quick,
      questions,
      ...figures(took),
      busiest: busiest
        ? { day: new Date(busiest.day * DAY).toISOString().slice(0, 10), questions: busiest.questions }
        : null,
    }));
    return all.sort((a, b) => b.questions - a.questions);
  }

  #person(name: string): Person {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const none = { approvals: 0, denials: 0, quick: 0, questions: 0, day: -1, today: 0 };
    const person: Person = { ...none, took: new Durations(), busiest: undefined };
    this.#people.set(name, person);
    return person;
  }
}

export function figures(took: Durations): Figures {
  return { count: took.count, median: took.quantile(0.5), p90: took.quantile(0.9) };
}

import type { Action } from '../../action.ts';
import type { Input, Reading, Run } from '../../reader.ts';
import { act, unknownAction } from '../../reading.ts';

/** What the walk has come upon, in the order of the text. */
export class Findings {
  readonly #shell: string;
  readonly #actions: Action[] = [];
  readonly #runs: Run[] = [];
  readonly #inputs: Input[] = [];
  readonly #doubts = new Set<string>();

  constructor(shell: string) {
    this.#shell = shell;
  }

  action(action: Action): void {
    this.#actions.push(action);
  }

  run(run: Run): void {
    this.#runs.push(run);
  }

  input(input: Input): void {
    this.#inputs.push(input);
  }

  /** One doubt anywhere makes the whole script one that cannot be understood. */
  doubt(note: string): void {
    this.#doubts.add(note);
  }

  /** Nothing so far starts a program, or does more than look. */
  get isQuiet(): boolean {
    return (
      this.#runs.length === 0 && this.#actions.every(({ effects }) => effects.every((effect) => effect === 'read'))
    );
  }

  reading(): Reading {
    const actions = [...this.#actions];
    if (this.#doubts.size > 0) actions.push(unknownAction(this.#shell));
    if (actions.length === 0 && this.#runs.length === 0) actions.push(act(this.#shell, this.#shell, ['read']));
    return { actions, runs: this.#runs, inputs: this.#inputs, notes: [...this.#doubts], settled: true };
  }
}

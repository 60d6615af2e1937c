import type { DatabaseSync } from 'node:sqlite';
import { GateError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** What became of one piece of work in a group. */
type Outcome = { readonly value: unknown } | { readonly error: unknown };

interface Waiting {
  readonly work: () => unknown;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * What a process wants to write within one turn of its event loop, in one transaction: a commit costs what the disk costs, however much
 * is in it. Each piece is all or nothing by itself, in the order it came; nobody is told before all of it is durable, and when the commit fails everybody
 * is told so.
 */
export class GroupCommit {
  readonly #connection: Connection;
  /** Called before the lock is taken. */
  readonly #prepare: () => void;
  #waiting: Waiting[] = [];

  constructor(connection: Connection, prepare: () => void) {
    this.#connection = connection;
    this.#prepare = prepare;
  }

  add<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) => {
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.value as Result);
      };
      if (this.#waiting.push({ work, settle }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Writes what waits, now. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    let outcomes: readonly Outcome[];
    try {
      this.#prepare();
      const { db } = this.#connection;
      outcomes = this.#connection.transaction(() => group.map(({ work }) => alone(db, work)));
    } catch (error) {
      outcomes = group.map(() => ({ error }));
    }
    for (const [index, { settle }] of group.entries()) settle(outcomes[index] as Outcome);
  }
}

/**
 * One piece within the group's transaction. What gate itself objects to concerns this piece alone; what SQLite cannot do ends all of them, so
 * that a small one does not get through where a large one did not.
 */
function alone(db: DatabaseSync, work: () => unknown): Outcome {
  db.exec('SAVEPOINT piece');
  try {
    const value = work();
    db.exec('RELEASE piece');
    return { value };
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    db.exec('ROLLBACK TO piece; RELEASE piece');
    return { error };
  }
}

import { DatabaseSync } from 'node:sqlite';
import { GateError } from '../errors.ts';
import { corruptLog, failure, isBusy } from './failure.ts';
import { create, type Identity, identify, inspect, isStill } from './place.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

/** How long to wait for another process before giving up (AVL-02). */
export const BUSY_MILLISECONDS = 5_000;
/** When others get on meanwhile, the lock is not stuck, there is a queue; then this long. */
const QUEUE_MILLISECONDS = 30_000;
/** Shorter, and a hundred waiters keep the CPU from the one who holds the lock: every try costs 0.1 ms. */
const LONGEST_SLEEP_MILLISECONDS = 25;

/**
 * - `synchronous=FULL`: a commit that returned survives power loss.
 * - `trusted_schema=OFF`: nothing planted in the schema calls functions or virtual tables.
 * - `wal_autocheckpoint`: nobody closes the database at the end of a run (that would cost a checkpoint each), so the
 *   next process reads the -wal again; this bounds what it reads. docs/decisions/0003-sqlite.md has the measurements.
 */
export const CHECKPOINT_PAGES = 128;
const SETTINGS = `PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=${CHECKPOINT_PAGES}`;

/** One open database, and the knowledge which file it is. */
export class Connection {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly #file: Identity;
  readonly #wal: Identity | undefined;

  private constructor(db: DatabaseSync, path: string, file: Identity) {
    this.db = db;
    this.path = path;
    this.#file = file;
    this.#wal = identify(`${path}-wal`);
  }

  /**
   * Opens the database, and makes it first when nothing is there.
   * @param begin writes the first rows of a new log, inside a transaction
   * @throws GateError AUDIT_UNAVAILABLE, AUDIT_CORRUPT
   */
  static open(path: string, unique: () => string, begin: (db: DatabaseSync) => void): Connection {
    try {
      let file = inspect(path);
      if (file === undefined) {
        create(path, unique(), (temporary) => fill(temporary, begin));
        file = inspect(path);
        if (file === undefined) throw corruptLog(`the audit log \`${path}\``, 'it vanished', undefined);
      }
      const db = connect(path);
      patiently(() => prepare(db, path));
      // SQLite does not say which file it opened: that the name meant the same one before and after has to do.
      if (!isStill(path, file)) throw replaced(path);
      return new Connection(db, path, file);
    } catch (error) {
      throw failure(error, 'open', path);
    }
  }

  /**
   * AUD-04: whoever unlinks or replaces the files under us would let our commits succeed into nothing.
   * @throws GateError AUDIT_UNAVAILABLE
   */
  requireSameFile(): void {
    const same = isStill(this.path, this.#file) && this.#wal !== undefined && isStill(`${this.path}-wal`, this.#wal);
    if (!same) throw replaced(this.path);
  }

  /** All or nothing, alone among all processes. Nothing is durable before this returns. */
  transaction<T>(work: () => T): T {
    patiently(
      () => this.db.exec('BEGIN IMMEDIATE'),
      // Changes with every commit of another connection.
      () => this.db.prepare('PRAGMA data_version').get()?.['data_version'],
    );
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // After some failures (disk full) SQLite has rolled back by itself.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }
}

function replaced(path: string): GateError {
  return new GateError('AUDIT_UNAVAILABLE', `the audit log \`${path}\` was moved, deleted or replaced while in use`, {
    hint: 'put the file back with its `-wal`, and start again',
  });
}

function connect(path: string): DatabaseSync {
  return new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: false });
}

const never = new Int32Array(new SharedArrayBuffer(4));

/**
 * Waits for other processes. SQLite's own busy handler soon sleeps 100 ms between tries, so that with 64 writers some
 * never find the lock free in five seconds; short sleeps of random length give everybody the same chance.
 *
 * @param progress a value that changes when another process got on; it must not need the lock
 */
export function patiently<T>(attempt: () => T, progress: () => unknown = () => undefined): T {
  const began = performance.now();
  let since = began;
  let seen: unknown;
  for (let longest = 1; ; longest = Math.min(2 * longest, LONGEST_SLEEP_MILLISECONDS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      const now = performance.now();
      if (longest === 1) seen = progress();
      if (now - since >= BUSY_MILLISECONDS) {
        const current = progress();
        if (current === seen || now - began >= QUEUE_MILLISECONDS) throw error;
        [seen, since] = [current, now];
      }
      Atomics.wait(never, 0, 0, Math.random() * longest);
    }
  }
}

function prepare(db: DatabaseSync, path: string): void {
  db.exec(SETTINGS);
  const version = versionOf(db);
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) {
    throw new GateError(
      'AUDIT_UNAVAILABLE',
      `the audit log \`${path}\` was written by a newer gate (schema ${version}, this one knows ${SCHEMA_VERSION})`,
      { hint: 'update gate; the log was not touched' },
    );
  }
  const id = db.prepare('PRAGMA application_id').get()?.['application_id'];
  if (version < 1 || id !== APPLICATION_ID) {
    throw corruptLog(`the audit log \`${path}\``, 'it is a database, but not a log of gate', undefined);
  }
  migrate(db);
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** Each step is one transaction and looks again inside it: another process may have been first. */
export function migrate(db: DatabaseSync, begin?: () => void): void {
  for (let done = false; !done; ) {
    db.exec('BEGIN IMMEDIATE');
    try {
      const version = versionOf(db);
      const step = MIGRATIONS[version];
      if (step !== undefined) db.exec(`${step}; PRAGMA user_version=${version + 1}`);
      done = version + 1 >= SCHEMA_VERSION;
      if (done) begin?.();
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

function fill(temporary: string, begin: (db: DatabaseSync) => void): void {
  const db = connect(temporary);
  try {
    db.exec(`PRAGMA journal_mode=WAL; ${SETTINGS}; PRAGMA application_id=${APPLICATION_ID}`);
    migrate(db, () => begin(db));
  } finally {
    // The last close writes the -wal into the database and removes it, so that one file holds everything.
    db.close();
  }
}

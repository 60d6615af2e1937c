import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Entry } from '../audit/log.ts';
import { CompactRange } from '../audit/merkle.ts';
import { type Head, type Verdict, Verifier } from '../audit/verify.ts';
import { GateError } from '../errors.ts';
import { entries, type Range } from './entries.ts';
import { failure, sqliteCode } from './failure.ts';
import { identify } from './place.ts';
import { blob, integer, Statements, text } from './rows.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

/**
 * The database seen by somebody who distrusts it: opened read-only, knows only `events` and `head`, and shares with the
 * writer nothing but the schema and the format. Needs no write access, and works on a copy in a read-only place.
 */
export class LogReader {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #sql: Statements;

  /** @throws GateError AUDIT_UNAVAILABLE, AUDIT_CORRUPT */
  constructor(path: string) {
    this.path = path;
    if (identify(path) === undefined) {
      throw new GateError('AUDIT_UNAVAILABLE', `there is no audit log at \`${path}\``, {
        hint: 'the first command that runs through gate begins one; GATE_HOME says where it is looked for',
      });
    }
    try {
      this.#db = connect(path);
      this.#sql = new Statements(this.#db);
      const version = integer(this.#sql.get('PRAGMA user_version') ?? {}, 'user_version');
      if (version > SCHEMA_VERSION) {
        throw new GateError('AUDIT_UNAVAILABLE', `the audit log \`${path}\` was written by a newer gate`, {
          hint: 'update gate; the log was not touched',
        });
      }
      this.head();
    } catch (error) {
      throw failure(error, 'read', path);
    }
  }

  head(): Head & { readonly log: string; readonly at: number; readonly range: CompactRange } {
    const row = this.#sql.get('SELECT log, size, at, range FROM head WHERE id = 1') ?? {};
    const log = text(row, 'log');
    const size = integer(row, 'size');
    let range: CompactRange;
    try {
      range = CompactRange.from(size, blob(row, 'range'));
    } catch (cause) {
      throw new GateError('AUDIT_CORRUPT', `the head of the audit log \`${this.path}\` is no head`, { cause });
    }
    return { log, size, at: integer(row, 'at'), range, root: range.root() };
  }

  entries(range: Range = {}): Generator<Entry> {
    return entries(this.#sql, range);
  }

  /** Ids of requests and standing grants that are `id` or end with it, the newest first, at most 10. */
  find(id: string): readonly string[] {
    // Each has one event of these types, so this reads one index and asks no projection.
    const sql = `SELECT request FROM events WHERE request = ?1
      OR (type IN ('request.submitted', 'standing.granted') AND substr(request, -?2) = ?1)
      GROUP BY request ORDER BY min(idx) DESC LIMIT 10`;
    return this.#sql.all(sql, id, id.length).map((row) => text(row, 'request'));
  }

  /** @param held heads kept elsewhere @param progress called now and then with the number of events checked */
  verify({ held = [], progress }: { held?: readonly Head[]; progress?: (size: number) => void } = {}): Verdict {
    // One read transaction: events appended meanwhile belong to a later head.
    this.#db.exec('BEGIN');
    try {
      const { log, ...head } = this.head();
      const verifier = new Verifier({ log, held });
      const planted = this.#planted();
      if (planted !== undefined) return { kind: 'broken', index: 0, reason: 'schema', detail: planted };
      try {
        // From below zero, so that no row hides in front.
        for (const entry of this.entries({ from: Number.MIN_SAFE_INTEGER })) {
          if (!verifier.add(entry)) break;
          if (verifier.size % 65_536 === 0) progress?.(verifier.size);
        }
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        this.#narrow(verifier);
      }
      return verifier.finish(head);
    } catch (error) {
      throw failure(error, 'read', this.path);
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  /** Rows come in batches; one that cannot be read hides those before it. Goes on one by one, up to the bad one. */
  #narrow(verifier: Verifier): void {
    try {
      let more = true;
      while (more) {
        more = false;
        for (const entry of this.entries({ from: verifier.size, limit: 1 })) more = verifier.add(entry);
      }
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
    verifier.fail('syntax', 'the database cannot be read here');
  }

  /** AUD-07: a trigger or view that gate did not make, or a table that is not as gate made it. */
  #planted(): string | undefined {
    const objects = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name';
    const version = integer(this.#sql.get('PRAGMA user_version') ?? {}, 'user_version');
    const fresh = new DatabaseSync(':memory:');
    try {
      fresh.exec(MIGRATIONS.slice(0, version).join(';'));
      const known = new Set(new Statements(fresh).all(objects).map((row) => JSON.stringify(row)));
      const found = this.#sql.all(objects);
      const strange = found.find((row) => !known.has(JSON.stringify(row)));
      if (strange !== undefined) return `the ${String(strange['type'])} \`${String(strange['name'])}\` is not gate's`;
      return found.length === known.size ? undefined : 'a table, index or trigger is missing';
    } finally {
      fresh.close();
    }
  }

  close(): void {
    this.#db.close();
  }
}

function connect(path: string): DatabaseSync {
  const settings = 'PRAGMA trusted_schema=OFF; PRAGMA query_only=ON';
  const options = { readOnly: true, timeout: 5_000, enableForeignKeyConstraints: false };
  const db = new DatabaseSync(path, options);
  try {
    db.exec(`${settings}; SELECT count(*) FROM sqlite_schema`);
    return db;
  } catch (error) {
    db.close();
    // SQLite reads a WAL database only where it can make its -shm. Without a -wal there is nothing to coordinate.
    const READONLY = 8;
    const CANTOPEN = 14;
    const code = sqliteCode(error);
    if ((code !== READONLY && code !== CANTOPEN) || identify(`${path}-wal`) !== undefined) throw error;
    const url = pathToFileURL(path);
    url.search = '?mode=ro&immutable=1';
    const copy = new DatabaseSync(url, options);
    copy.exec(settings);
    return copy;
  }
}

/** Damage found on the way: pages SQLite refuses, numbers no integer of ours can be. */
function isUnreadable(error: unknown): boolean {
  const CORRUPT = 11;
  const IOERR = 10;
  const code = sqliteCode(error);
  return code === CORRUPT || code === IOERR || error instanceof RangeError;
}

import type { DatabaseSync } from 'node:sqlite';
import type { Enrolled } from '../approval/factors/factor.ts';
import type { Cursor } from '../audit/cursors.ts';
import { CLOCK_TOLERANCE, commit, FORMAT, hex, leafHash, REQUEST_NAME, SALT_BYTES, TYPE_NAME } from '../audit/leaf.ts';
import type {
  Appended,
  Draft,
  Entry,
  Expectation,
  Project,
  Projection,
  Start,
  Store,
  Stored,
  StreamFilter,
} from '../audit/log.ts';
import { CompactRange } from '../audit/merkle.ts';
import type { KeptToken, TokenIssued, TokenRevoked } from '../audit/tokens.ts';
import { GateError } from '../errors.ts';
import type { Receipt } from '../execution/execution.ts';
import { Connection, patiently } from './connection.ts';
import { cursors, keepCursors, moveCursor } from './cursors.ts';
import { entries, type Range } from './entries.ts';
import { failure, isBusy } from './failure.ts';
import { GroupCommit } from './group-commit.ts';
import { blob, integer, type Row, Statements, text } from './rows.ts';

/** Larger events are a mistake or an attack: large things are stored elsewhere and named by digest. */
const LARGEST_PAYLOAD = 16 * 1024 * 1024;
/** Entries the cache of file digests keeps. */
const CACHED_DIGESTS = 4_096;
/** Milliseconds that a token stays in the list after it expired. */
const KEEP_EXPIRED = 90 * 86_400_000;
/** People type the end of an id; this much of it is indexed. */
const TAIL = 12;

const INSERT_EVENT =
  'INSERT INTO events (idx, at, type, request, payload, salt, commitment, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
const READ_HEAD = 'SELECT log, size, at, range FROM head WHERE id = 1';
const WRITE_HEAD = 'UPDATE head SET size = ?, at = ?, range = ? WHERE id = 1';
const REQUEST_BY_ID =
  'SELECT * FROM requests WHERE first = (SELECT idx FROM events WHERE request = ? ORDER BY idx LIMIT 1)';
const BEFORE = 'first < (SELECT idx FROM events WHERE request = ? ORDER BY idx LIMIT 1)';
const WRITE_REQUEST = `INSERT INTO requests (first, id, version, tail, kind, state, principal, digest, open, view)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (first) DO UPDATE SET version = excluded.version, state = excluded.state,
  principal = excluded.principal, digest = excluded.digest, open = excluded.open, view = excluded.view`;

export interface SqliteOptions<View extends Projection> {
  /** Absolute path of the database. */
  readonly path: string;
  readonly project: Project<View>;
  /** Number of what `project` makes: rows that were written with another are made again from the log when they are read. */
  readonly form?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Unpredictable bytes: for salts and the name of a new log. */
  readonly random: (bytes: number) => Uint8Array;
  /** More members for the payload of `log.created`: what wrote the log, and where. */
  readonly genesis?: Readonly<Record<string, unknown>>;
  /** For a process that appends for many at once: what comes within one turn of the event loop is one commit. */
  readonly grouped?: boolean;
}

/** A draft with everything that can be computed before the lock is taken. */
interface Sealed {
  readonly draft: Draft;
  readonly payload: Uint8Array;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
}

/** The log and its projections in one SQLite file; the only part of gate that knows SQL, with its reader. */
export class SqliteStore<View extends Projection> implements Store<View> {
  readonly #options: SqliteOptions<View>;
  readonly #connection: Connection;
  readonly #sql: Statements;
  readonly #form: number;
  readonly #group: GroupCommit | undefined;
  /** AUD-06: when one append failed, a smaller one may succeed; then the log would lack exactly the large events. */
  #broken: GateError | undefined;

  /** Opens the log at `path`, or begins one. @throws GateError AUDIT_UNAVAILABLE, AUDIT_CORRUPT */
  constructor(options: SqliteOptions<View>) {
    this.#options = options;
    this.#connection = Connection.open(
      options.path,
      () => hex(options.random(8)),
      (db) => begin(db, options),
    );
    this.#sql = new Statements(this.#connection.db);
    this.#form = options.form ?? 0;
    this.#group = options.grouped ? new GroupCommit(this.#connection, () => this.#ready()) : undefined;
  }

  async append(drafts: readonly Draft[], expect?: Expectation, starts: readonly Start[] = []): Promise<Appended> {
    if (this.#broken !== undefined) throw this.#broken;
    const sealed = drafts.map((draft) => seal(draft, this.#options.random));
    const write = () => this.#append(sealed, expect, starts);
    try {
      if (this.#group !== undefined) return await this.#group.add(write);
      this.#ready();
      return this.#connection.transaction(write);
    } catch (raw) {
      const error = failure(raw, 'write', this.#options.path);
      // A lock that was held too long or a wrong clock chose nothing by its content, and may be right the next time.
      if (error.code !== 'CLOCK_BACKWARDS' && error.code !== 'INTERNAL' && !isBusy(raw)) this.#broken ??= error;
      throw error;
    }
  }

  #ready(): void {
    this.#sql.ready(READ_HEAD, INSERT_EVENT, REQUEST_BY_ID, WRITE_REQUEST, WRITE_HEAD);
    this.#connection.requireSameFile();
  }

  #append(sealed: readonly Sealed[], expect: Expectation | undefined, starts: readonly Start[]): Appended {
    const sql = this.#sql;
    const head = readHead(sql);
    const at = this.#options.now();
    if (!Number.isSafeInteger(at) || at < head.at - CLOCK_TOLERANCE) throw clockBackwards(at, head.at);

    const views = new Map<string, { first: number; version: number; view: View | undefined }>();
    if (expect !== undefined) {
      const row = sql.get(REQUEST_BY_ID, expect.request);
      if ((row === undefined ? -1 : integer(row, 'version')) !== expect.version) return { kind: 'conflict' };
      const loaded = row && this.#loaded(row);
      if (loaded !== undefined) views.set(expect.request, loaded);
      if (expect.alone !== undefined && !this.#isAlone(expect.alone)) return { kind: 'conflict' };
      if (expect.room !== undefined && !this.#hasRoom(expect.room)) return { kind: 'conflict' };
    }
    const beyond = starts.find(({ rule, key, most, since }) => this.#countStarts(rule, key, since) >= most);
    if (beyond !== undefined) return { kind: 'limit', rule: beyond.rule };

    const range = CompactRange.from(head.size, head.range);
    const written: { index: number; at: number }[] = [];
    let receipt: Receipt = { log: head.log, request: '', index: -1, at };
    for (const { draft, payload, salt, commitment } of sealed) {
      const { type, request } = draft;
      const index = range.size;
      if (type === 'policy.recorded') {
        const known = this.#recordDocument(draft.payload, index);
        if (known !== undefined) {
          written.push(known);
          continue;
        }
      }
      const leaf = leafHash({ log: head.log, index, at, type, request, commitment });
      sql.run(INSERT_EVENT, index, at, type, request, payload, salt, commitment, leaf);
      range.append(leaf);
      written.push({ index, at });
      if (request === null) {
        this.#recordEnrolment(type, draft.payload);
        this.#recordToken(type, draft.payload, at);
        continue;
      }
      receipt = { log: head.log, request, index, at };
      const known = views.get(request) ?? this.#find(request) ?? { first: index, view: undefined };
      const view = this.#options.project(known.view, { type, at, request, payload: draft.payload });
      views.set(request, { first: known.first, version: index, view });
    }

    for (const [id, { first, version, view }] of views) {
      if (view === undefined || version < head.size) continue;
      const open = view.open ? 1 : 0;
      const { kind, state, principal, digest } = view;
      sql.run(
        WRITE_REQUEST,
        first,
        id,
        version,
        reversedTail(id),
        kind,
        state,
        principal,
        digest,
        open,
        JSON.stringify({ form: this.#form, ...view }),
      );
    }
    for (const { rule, key } of starts) {
      sql.run('INSERT OR IGNORE INTO starts (rule, key, at, idx) VALUES (?, ?, ?, ?)', rule, key, at, receipt.index);
    }
    const greatest = Math.max(at, head.at);
    sql.run(WRITE_HEAD, range.size, greatest, range.bytes());
    return { kind: 'appended', receipt, entries: written };
  }

  #recordEnrolment(type: string, payload: object): void {
    if (type === 'person.enrolled') {
      const { person, id, factor, digest, key = null } = payload as Enrolled;
      const sql = 'INSERT INTO enrolments (person, id, factor, digest, key) VALUES (?, ?, ?, ?, ?)';
      this.#sql.run(sql, person, id, factor, digest, key);
    } else if (type === 'person.unenrolled') {
      const { person, id } = payload as Pick<Enrolled, 'person' | 'id'>;
      this.#sql.run('DELETE FROM enrolments WHERE person = ? AND id = ?', person, id);
    }
  }

  #recordToken(type: string, payload: object, at: number): void {
    if (type === 'token.issued') {
      const issued = payload as TokenIssued;
      // Sessions of people come and go; what nobody could use for long is not looked for again.
      this.#sql.run('DELETE FROM tokens WHERE expires < ?', at - KEEP_EXPIRED);
      this.#sql.run('DELETE FROM token_uses WHERE id NOT IN (SELECT id FROM tokens)');
      const sql = 'INSERT INTO tokens (id, at, expires, issued) VALUES (?, ?, ?, ?)';
      this.#sql.run(sql, issued.id, at, issued.expires, JSON.stringify(issued));
    } else if (type === 'token.revoked') {
      this.#sql.run('DELETE FROM tokens WHERE id = ?', (payload as TokenRevoked).id);
    }
  }

  /** Where this document is already, or undefined after noting that it is at `index` now. */
  #recordDocument(payload: object, index: number): { index: number; at: number } | undefined {
    const digest = 'digest' in payload ? payload.digest : undefined;
    if (typeof digest !== 'string') throw new GateError('INTERNAL', 'a document was recorded without its digest');
    const row = this.#sql.get(
      'SELECT events.idx, events.at FROM documents JOIN events ON events.idx = documents.idx WHERE documents.digest = ?',
      digest,
    );
    if (row !== undefined) return { index: integer(row, 'idx'), at: integer(row, 'at') };
    this.#sql.run('INSERT INTO documents (digest, idx) VALUES (?, ?)', digest, index);
    return undefined;
  }

  #find(id: string): { first: number; version: number; view: View } | undefined {
    const row = this.#sql.get(REQUEST_BY_ID, id);
    return row && this.#loaded(row);
  }

  #loaded(row: Row): { first: number; version: number; view: View } | undefined {
    const stored = this.#stored(row);
    return stored && { first: integer(row, 'first'), version: stored.version, view: stored.view };
  }

  /** Undefined when the view is of another form, and the log no longer holds what it was made of. */
  #stored(row: Row): Stored<View> | undefined {
    const id = text(row, 'id');
    // Written by this store from a View; the log itself, not the projection, is what gets verified.
    const { form, ...view } = JSON.parse(text(row, 'view')) as View & { readonly form?: number };
    const current = form === this.#form ? (view as unknown as View) : this.#again(id);
    return current && { id, version: integer(row, 'version'), view: current };
  }

  /**
   * What follows from the events of a stream now. An older gate may still be running beside this one and write its own
   * form, so this happens at every read and not once.
   */
  #again(id: string): View | undefined {
    let view: View | undefined;
    for (const { type, at, payload } of entries(this.#sql, { request: id })) {
      if (payload === null) return undefined;
      view = this.#options.project(view, { type, at, request: id, payload: parsed(payload) });
    }
    return view;
  }

  async request(id: string): Promise<Stored<View> | undefined> {
    return this.#read(() => {
      const row = this.#sql.get(REQUEST_BY_ID, id);
      return row && this.#stored(row);
    });
  }

  async find(tail: string): Promise<readonly Stored<View>[]> {
    const start = reversedTail(tail);
    if (start === '') return [];
    return this.#read(() =>
      this.#sql
        .all('SELECT * FROM requests WHERE tail >= ? AND tail < ? ORDER BY first DESC', start, `${start}\u{10ffff}`)
        .flatMap((row) => this.#stored(row) ?? [])
        .filter(({ id }) => id.endsWith(tail))
        .slice(0, 10),
    );
  }

  async requests(filter: StreamFilter): Promise<readonly Stored<View>[]> {
    const { kind, open, principal, digest, of, before, limit = -1 } = filter;
    const wheres: string[] = [];
    const values: (string | number)[] = [];
    // A literal, so that SQLite sees that the partial index holds everything asked for.
    if (open !== undefined) wheres.push(`open = ${open ? 1 : 0}`);
    if (kind !== undefined) values.push(kind) && wheres.push('kind = ?');
    if (principal !== undefined) values.push(principal) && wheres.push('principal = ?');
    if (digest !== undefined) values.push(digest) && wheres.push('digest = ?');
    if (of !== undefined) values.push(of, of) && wheres.push("(principal = ? OR json_extract(view, '$.owner') = ?)");
    if (before !== undefined) values.push(before) && wheres.push(BEFORE);
    const where = wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`;
    this.#connection.requireSameFile();
    return this.#read(() =>
      this.#sql
        .all(`SELECT * FROM requests ${where} ORDER BY first DESC LIMIT ?`, ...values, limit)
        .flatMap((row) => this.#stored(row) ?? []),
    );
  }

  async openStates(): Promise<Readonly<Record<string, number>>> {
    const sql = "SELECT state, count(*) AS many FROM requests WHERE open = 1 AND kind = 'request' GROUP BY state";
    return this.#read(() =>
      Object.fromEntries(this.#sql.all(sql).map((row) => [text(row, 'state'), integer(row, 'many')])),
    );
  }

  #isAlone({ principal, digest, besides }: NonNullable<Expectation['alone']>): boolean {
    const sql = 'SELECT id FROM requests WHERE open = 1 AND principal = ? AND digest = ?';
    return this.#sql.all(sql, principal, digest).every((row) => besides.includes(text(row, 'id')));
  }

  #hasRoom({ principal, states, most }: NonNullable<Expectation['room']>): boolean {
    const sql = "SELECT state FROM requests WHERE open = 1 AND principal = ? AND kind = 'request'";
    return this.#sql.all(sql, principal).filter((row) => states.includes(text(row, 'state'))).length < most;
  }

  async starts(rule: string, key: string, since: number): Promise<number> {
    return this.#read(() => this.#countStarts(rule, key, since));
  }

  #countStarts(rule: string, key: string, since: number): number {
    const sql = 'SELECT count(*) AS count FROM starts WHERE rule = ? AND key = ? AND at >= ?';
    return integer(this.#sql.get(sql, rule, key, since) ?? {}, 'count');
  }

  async unrecorded(digests: readonly string[]): Promise<readonly string[]> {
    const sql = 'SELECT 1 FROM documents WHERE digest = ?';
    return this.#read(() => digests.filter((digest) => this.#sql.get(sql, digest) === undefined));
  }

  async enrolled(person: string): Promise<readonly Enrolled[]> {
    const sql = 'SELECT id, factor, digest, key FROM enrolments WHERE person = ? ORDER BY id';
    return this.#read(() =>
      this.#sql.all(sql, person).map((row) => ({
        person,
        id: text(row, 'id'),
        factor: text(row, 'factor') as Enrolled['factor'],
        digest: text(row, 'digest'),
        ...(row['key'] === null ? {} : { key: text(row, 'key') }),
      })),
    );
  }

  async token(id: string): Promise<KeptToken | undefined> {
    return this.#read(() => {
      const row = this.#sql.get(`${TOKENS} WHERE tokens.id = ?`, id);
      return row && kept(row);
    });
  }

  async tokens(): Promise<readonly KeptToken[]> {
    return this.#read(() => this.#sql.all(`${TOKENS} ORDER BY tokens.at DESC, tokens.id`).map(kept));
  }

  async noteTokenUse(id: string, at: number): Promise<void> {
    this.#cache(() => {
      const sql = 'INSERT INTO token_uses (id, at) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at';
      this.#sql.run(sql, id, at);
    });
  }

  async cursors(): Promise<readonly Cursor[]> {
    return this.#read(() => cursors(this.#sql));
  }

  async keepCursors(prefix: string, wanted: Parameters<Store<View>['keepCursors']>[1]): Promise<readonly Cursor[]> {
    try {
      this.#connection.requireSameFile();
      return this.#connection.transaction(() => keepCursors(this.#sql, prefix, wanted));
    } catch (error) {
      throw failure(error, 'write', this.#options.path);
    }
  }

  async moveCursor(cursor: Cursor): Promise<void> {
    this.#cache(() => moveCursor(this.#sql, cursor));
  }

  async *entries(range: Range): AsyncIterable<Entry> {
    yield* this.#read(() => entries(this.#sql, range));
  }

  async head(): Promise<{ log: string; size: number; root: Uint8Array; at: number }> {
    // Whoever looks here again and again must notice that the file under the name is another one.
    this.#connection.requireSameFile();
    const { log, size, at, range } = this.#read(() => readHead(this.#sql));
    return { log, size, at, root: CompactRange.from(size, range).root() };
  }

  async cachedDigest(key: string): Promise<string | undefined> {
    const row = this.#read(() => this.#sql.get('SELECT digest FROM file_digests WHERE key = ?', key));
    return row && text(row, 'digest');
  }

  async cacheDigest(key: string, digest: string): Promise<void> {
    this.#cache(() => {
      this.#sql.run('INSERT OR REPLACE INTO file_digests (key, digest) VALUES (?, ?)', key, digest);
      this.#sql.run('DELETE FROM file_digests WHERE use <= last_insert_rowid() - ?', CACHED_DIGESTS);
    });
  }

  /** Not synced, and losing it costs nothing. A commit of events that follows syncs it along. */
  #cache(write: () => void): void {
    const { db } = this.#connection;
    try {
      db.exec('PRAGMA synchronous=NORMAL');
      this.#connection.transaction(write);
    } catch (error) {
      throw failure(error, 'write', this.#options.path);
    } finally {
      db.exec('PRAGMA synchronous=FULL');
    }
  }

  /** For services and tests; a run that ends does not need it, and is faster without. */
  close(): void {
    this.#group?.flush();
    this.#connection.db.close();
  }

  #read<T>(read: () => T): T {
    try {
      return patiently(read);
    } catch (error) {
      throw failure(error, 'read', this.#options.path);
    }
  }
}

const TOKENS =
  'SELECT tokens.at AS at, issued, token_uses.at AS used FROM tokens LEFT JOIN token_uses ON token_uses.id = tokens.id';

function kept(row: Row): KeptToken {
  // Written by this store from an event.
  const issued = JSON.parse(text(row, 'issued')) as TokenIssued;
  return { ...issued, at: integer(row, 'at'), ...(row['used'] === null ? {} : { used: integer(row, 'used') }) };
}

const encoder = new TextEncoder();

function parsed(payload: Uint8Array): object {
  return JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString()) as object;
}

function seal(draft: Draft, random: (bytes: number) => Uint8Array): Sealed {
  const { type, request } = draft;
  if (!TYPE_NAME.test(type) || (request !== null && !REQUEST_NAME.test(request))) {
    throw new GateError('INTERNAL', 'an event has a type or request id outside the alphabet of the format');
  }
  // Not canonical JSON: the commitment is to these bytes as they are stored, and this is the fastest spelling. A lone
  // surrogate becomes an escape, so the bytes are always UTF-8.
  const json: unknown = JSON.stringify(draft.payload);
  if (typeof json !== 'string' || !json.startsWith('{')) {
    throw new GateError('INTERNAL', `the payload of a \`${type}\` event is not a JSON object`);
  }
  const payload = encoder.encode(json);
  if (payload.length > LARGEST_PAYLOAD) {
    throw new GateError('AUDIT_UNAVAILABLE', `a \`${type}\` event of ${payload.length} bytes is too large to record`, {
      hint: 'pass large input as a file or on stdin, not as arguments',
    });
  }
  const salt = random(SALT_BYTES);
  return { draft, payload, salt, commitment: commit(salt, payload) };
}

/** Event 0 and the head that goes with it. */
function begin<View extends Projection>(db: DatabaseSync, options: SqliteOptions<View>): void {
  const log = `gate/${hex(options.random(16))}`;
  const at = options.now();
  const type = 'log.created';
  const draft = { type, request: null, payload: { ...options.genesis, v: FORMAT, log } };
  const { payload, salt, commitment } = seal(draft, options.random);
  const range = new CompactRange();
  const leaf = leafHash({ log, index: 0, at, type, request: null, commitment });
  range.append(leaf);
  db.prepare(INSERT_EVENT).run(0, at, type, null, payload, salt, commitment, leaf);
  db.prepare('INSERT INTO head (id, log, size, at, range) VALUES (1, ?, 1, ?, ?)').run(log, at, range.bytes());
}

function readHead(sql: Statements): { log: string; size: number; at: number; range: Uint8Array } {
  const row = sql.get(READ_HEAD) ?? {};
  return { log: text(row, 'log'), size: integer(row, 'size'), at: integer(row, 'at'), range: blob(row, 'range') };
}

function reversedTail(id: string): string {
  return [...id.slice(-TAIL)].reverse().join('');
}

function clockBackwards(now: number, latest: number): GateError {
  const seconds = ((latest - now) / 1000).toFixed(1);
  return new GateError('CLOCK_BACKWARDS', `the clock is ${seconds} s behind the latest event of the audit log`, {
    hint: 'correct the clock of this machine (or wait until it has caught up), then try again',
  });
}

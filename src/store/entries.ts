import type { Entry } from '../audit/log.ts';
import type { Statements } from './rows.ts';

/** Rows of `events` under the names that an Entry has; the types are those of the STRICT table. */
const COLUMNS = 'idx AS "index", at, type, request, payload, salt, commitment, leaf';
const BATCH = 1_024;

export interface Range {
  readonly from?: number;
  readonly limit?: number;
  readonly request?: string;
  readonly newest?: boolean;
}

/**
 * Events in the order of the log, or the newest first. Read in batches, each a read transaction of its own: a long
 * reader never keeps the -wal from being written back, and sees what was appended meanwhile.
 */
export function* entries(sql: Statements, { from = 0, limit, request, newest = false }: Range): Generator<Entry> {
  const asked = request === undefined ? '' : 'AND request = ?';
  const query = newest
    ? `SELECT ${COLUMNS} FROM events WHERE idx >= ? AND idx < ? ${asked} ORDER BY idx DESC LIMIT ?`
    : `SELECT ${COLUMNS} FROM events WHERE idx >= ? AND idx < ? ${asked} ORDER BY idx LIMIT ?`;
  let low = from;
  let high = Number.MAX_SAFE_INTEGER;
  let left = limit ?? Number.MAX_SAFE_INTEGER;
  while (left > 0) {
    const values = request === undefined ? [low, high] : [low, high, request];
    const rows = sql.all(query, ...values, Math.min(left, BATCH));
    for (const row of rows) {
      // The door is the table itself: STRICT, and compared with the schema by `gate audit verify`.
      const entry = row as unknown as Entry;
      yield entry;
      if (newest) high = entry.index;
      else low = entry.index + 1;
    }
    left -= rows.length;
    if (rows.length < Math.min(left + rows.length, BATCH)) return;
  }
}

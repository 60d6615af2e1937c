import type { Cursor, Cursors } from '../audit/cursors.ts';
import { integer, type Row, type Statements, text } from './rows.ts';

/** The table `cursors`. Whoever calls chooses the transaction. */

export function cursors(sql: Statements): readonly Cursor[] {
  return sql.all('SELECT name, next, state FROM cursors ORDER BY name').map(cursorOf);
}

export function keepCursors(
  sql: Statements,
  prefix: string,
  wanted: Parameters<Cursors['keepCursors']>[1],
): readonly Cursor[] {
  const size = integer(sql.get('SELECT size FROM head WHERE id = 1') ?? {}, 'size');
  const names = new Set(wanted.map(({ name }) => name));
  for (const { name } of cursors(sql)) {
    if (name.startsWith(prefix) && !names.has(name)) sql.run('DELETE FROM cursors WHERE name = ?', name);
  }
  for (const { name, start } of wanted) {
    sql.run("INSERT OR IGNORE INTO cursors (name, next, state) VALUES (?, ?, '{}')", name, start ? 0 : size);
  }
  return cursors(sql).filter(({ name }) => names.has(name));
}

export function moveCursor(sql: Statements, { name, next, ...state }: Cursor): void {
  sql.run('UPDATE cursors SET next = ?, state = ? WHERE name = ?', next, JSON.stringify(state), name);
}

function cursorOf(row: Row): Cursor {
  // Written by this store from a Cursor.
  const state = JSON.parse(text(row, 'state')) as Omit<Cursor, 'name' | 'next'>;
  return { ...state, name: text(row, 'name'), next: integer(row, 'next') };
}

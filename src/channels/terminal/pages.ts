/** Laying text out for a terminal, so that nothing scrolls away before somebody could see it. Pure. */

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Smaller than this, a question and what it is about cannot be told apart any more. */
export const SMALLEST: Size = { columns: 20, rows: 6 };
/** What a terminal that does not know its size is taken for. */
export const USUAL: Size = { columns: 80, rows: 24 };

/** Lines for the last page are left to the question and what is typed. */
const RESERVED = 3;

const STYLING = /\x1b\[[0-9;]*m/g;

/**
 * Pages of whole rows; a long line becomes several rows and is never cut off.
 * @param text printable ASCII and line feeds; gate's own styling only around lines that fit
 */
export function pagesOf(text: string, { columns, rows }: Size): readonly (readonly string[])[] {
  const all = text
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => wrapped(line, columns));
  const room = Math.max(1, rows - RESERVED);
  const pages: string[][] = [];
  for (let at = 0; at < all.length || at === 0; at += room) pages.push(all.slice(at, at + room));
  return pages;
}

function wrapped(line: string, columns: number): string[] {
  if (line.replace(STYLING, '').length <= columns) return [line];
  const rows: string[] = [];
  for (let at = 0; at < line.length || at === 0; at += columns) rows.push(line.slice(at, at + columns));
  return rows;
}

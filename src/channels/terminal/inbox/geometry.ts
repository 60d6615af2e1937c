import type { Size } from '../pages.ts';
import { TINY } from './state.ts';

/** Where list and card stand: side by side on a wide terminal, one above the other on a narrow one. Pure. */
export interface Geometry {
  readonly tiny: boolean;
  readonly wide: boolean;
  /** Between the first line and the last two. */
  readonly body: Size;
  readonly list: Size;
  readonly card: Size;
}

const WIDE = 110;
const HEADER = 1;
const FOOTER = 2;

export function geometryOf({ columns, rows }: Size): Geometry {
  // The last line of a terminal stays empty: writing there may scroll it.
  const height = Math.max(1, rows - 1 - HEADER - FOOTER);
  const body = { columns, rows: height };
  const tiny = columns < TINY.columns || rows < TINY.rows;
  if (columns >= WIDE) {
    const left = Math.min(70, Math.floor(columns * 0.4));
    return {
      tiny,
      wide: true,
      body,
      list: { columns: left, rows: height },
      card: { columns: columns - left - 3, rows: height },
    };
  }
  const above = Math.max(2, Math.floor(height * 0.3));
  return {
    tiny,
    wide: false,
    body,
    list: { columns, rows: above },
    // A line between them.
    card: { columns, rows: Math.max(1, height - above - 1) },
  };
}

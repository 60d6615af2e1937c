import type { Ratio } from './stats.ts';

/** What a bench found, for people and for machines. Pure. */

export type Unit = 'ms' | 'MiB' | 'per second' | 'count' | 'x';

export interface Figure {
  readonly value: number;
  readonly unit: Unit;
  /** Ratios only: the quartiles over the rounds. */
  readonly low?: number;
  readonly high?: number;
}

export type Cell = string | Figure;

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** How to read it, what was skipped, what went wrong. */
  readonly notes: readonly string[];
}

export const ms = (value: number): Figure => ({ value, unit: 'ms' });
export const mib = (value: number): Figure => ({ value, unit: 'MiB' });
export const perSecond = (value: number): Figure => ({ value, unit: 'per second' });
export const count = (value: number): Figure => ({ value, unit: 'count' });
export const times = ({ median, low, high }: Ratio): Figure => ({ value: median, unit: 'x', low, high });

export function text(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  const { value, unit, low, high } = cell;
  if (!Number.isFinite(value)) return '-';
  switch (unit) {
    case 'ms':
      return `${value.toFixed(2)} ms`;
    case 'MiB':
      return `${value.toFixed(1)} MiB`;
    case 'per second':
      return `${Math.round(value).toLocaleString('en-US')}/s`;
    case 'count':
      return Math.round(value).toLocaleString('en-US');
    case 'x': {
      const spread = low === undefined || high === undefined ? '' : ` (${short(low)}-${short(high)})`;
      return `${short(value)}x${spread}`;
    }
  }
}

/** Three figures or so, whatever the size. */
function short(value: number): string {
  return value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** Columns under each other; figures to the right, names to the left. */
export function render({ title, columns, rows, notes }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    widths.map((width, column) => (column === 0 ? '' : '  ') + aligned(row[column] ?? '', width, column)).join(''),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return `${[title, '', ...lines, '', ...notes.map((note) => `  ${note}`)].join('\n').trimEnd()}\n`;
}

function aligned(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

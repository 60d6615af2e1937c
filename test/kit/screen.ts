/** What a terminal shows after some output: enough of one for what gate draws, and an error for everything else. */

export interface Cell {
  readonly char: string;
  /** Parameters of SGR that are in force, in order. */
  readonly style: string;
}

export interface Shown {
  /** Lines without the blanks at their ends. */
  readonly lines: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly text: string;
}

const BLANK: Cell = { char: ' ', style: '' };

export function screenOf(output: string, columns: number, rows: number): Shown {
  let cells = blank(columns, rows);
  let kept: { cells: Cell[][]; row: number; column: number } | undefined;
  let [row, column] = [0, 0];
  let style: string[] = [];
  const sequence =
    /\x1b\[([0-9;?<>=]*)([ -/]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP(?:[^\x1b]|\x1b\x1b)*\x1b\\|\x1b[78=>Mc]|[\s\S]/gu;
  const down = () => {
    if (row < rows - 1) row++;
    else cells = [...cells.slice(1), ...blank(columns, 1)];
  };
  const erase = (line: number, from: number, to: number) => {
    for (let at = from; at < to; at++) if (cells[line]) cells[line]![at] = BLANK;
  };
  for (const [whole, parameters = '', , final] of output.matchAll(sequence)) {
    if (final !== undefined) {
      const first = Number.parseInt(parameters, 10) || 0;
      const count = Math.max(1, first);
      if (final === 'm') style = styled(style, parameters);
      else if (final === 'A') row = Math.max(0, row - count);
      else if (final === 'B') row = Math.min(rows - 1, row + count);
      else if (final === 'C') column = Math.min(columns - 1, column + count);
      else if (final === 'D') column = Math.max(0, column - count);
      else if (final === 'E') [row, column] = [Math.min(rows - 1, row + count), 0];
      else if (final === 'F') [row, column] = [Math.max(0, row - count), 0];
      else if (final === 'G') column = Math.min(columns, count) - 1;
      else if (final === 'H' || final === 'f') {
        const [y = 1, x = 1] = parameters.split(';').map((each) => Number(each) || 1);
        [row, column] = [Math.min(rows, y) - 1, Math.min(columns, x) - 1];
      } else if (final === 'K') {
        erase(row, first === 0 ? column : 0, first === 1 ? column + 1 : columns);
      } else if (final === 'J') {
        for (let at = 0; at < rows; at++) {
          if (first === 0 && at === row) erase(at, column, columns);
          else if (first >= 2 || (first === 0 && at > row) || (first === 1 && at < row)) erase(at, 0, columns);
        }
      } else if (final === 'h' && parameters === '?1049') {
        kept = { cells, row, column };
        cells = blank(columns, rows);
      } else if (final === 'l' && parameters === '?1049' && kept) {
        ({ cells, row, column } = kept);
      } else if (!['h', 'l', 'u', 'n', 'c', 't'].includes(final)) {
        throw new Error(`a sequence this terminal does not know: ${JSON.stringify(whole)}`);
      }
    } else if (whole === '\r') column = 0;
    else if (whole === '\n') down();
    else if (whole === '\b') column = Math.max(0, column - 1);
    else if (whole >= ' ' && !whole.startsWith('\x1b') && whole !== '\x7f') {
      if (column >= columns) {
        column = 0;
        down();
      }
      cells[row]![column] = { char: whole, style: style.join(';') };
      column++;
    }
  }
  const lines = cells.map((line) =>
    line
      .map(({ char }) => char)
      .join('')
      .trimEnd(),
  );
  return { lines, cells, text: lines.join('\n') };
}

function blank(columns: number, rows: number): Cell[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => BLANK));
}

const ENDS: Readonly<Record<string, (code: number) => boolean>> = {
  '22': (code) => code === 1 || code === 2,
  '27': (code) => code === 7,
  '39': (code) => (code >= 30 && code <= 38) || (code >= 90 && code <= 97),
};

function styled(style: readonly string[], parameters: string): string[] {
  let now = [...style];
  for (const code of (parameters || '0').split(';')) {
    const ends = ENDS[code];
    if (code === '0') now = [];
    else if (ends) now = now.filter((each) => !ends(Number(each)));
    else now.push(code);
  }
  return now;
}

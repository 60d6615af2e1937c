import type { Card, Field } from '../../approval/card.ts';
import { zonesOf } from '../../approval/zones.ts';

/** A card as lines for a terminal. Pure. */

export interface Look {
  readonly columns: number;
  /** Only where the terminal takes it and `NO_COLOR` is not set. */
  readonly color: boolean;
}

/** Below this, labels stand above what they name instead of beside it. */
const NARROW = 60;
const CONTINUED = '  ';

/**
 * Every line fits the terminal, and nothing is cut. What belongs to a label is always indented, so nothing that somebody
 * else wrote begins a line. A row that goes on without a space between ends in a backslash in the last column, where
 * nothing else ever stands; where it ends without one, there is one space.
 */
export function cardLines(card: Card, look: Look): readonly string[] {
  const zones = zonesOf(card);
  const width = Math.max(...zones.flatMap(({ fields }) => fields.map(({ label }) => label.length)));
  return zones.flatMap(({ heading, fields }) => zoneLines(heading, fields, look, width));
}

/** One zone: its heading, and its fields below. @param width of the labels */
export function zoneLines(
  heading: string,
  fields: readonly Field[],
  look: Look,
  width = Math.max(0, ...fields.map(({ label }) => label.length)),
): readonly string[] {
  return [
    ...(heading === '' || fields.length === 0 ? [] : [painted(`-- ${heading} --`, BOLD, look)]),
    ...fields.flatMap((field) => fieldLines(field, width, look)),
  ];
}

function fieldLines({ label, lines, tone }: Field, width: number, look: Look): string[] {
  const narrow = look.columns < NARROW;
  const indent = narrow ? CONTINUED.length : width + 2;
  const rows = lines.flatMap((line) => wrapped(line, look.columns - indent));
  const styled = rows.map((row) => painted(row, tone && TONES[tone], look));
  const margin = ' '.repeat(indent);
  if (narrow) return [painted(label, LABEL, look), ...styled.map((row) => margin + row)];
  return styled.map((row, index) => (index === 0 ? painted(label.padEnd(indent), LABEL, look) : margin) + row);
}

/**
 * A line as rows of at most `width` columns; all but the first are indented. Rows break at a single space, which is left
 * out, or anywhere, and then end in a backslash.
 */
export function wrapped(line: string, width: number): string[] {
  const rows: string[] = [];
  let rest = line;
  for (;;) {
    const before = rows.length === 0 ? '' : CONTINUED;
    // The last column is for the mark alone.
    const room = Math.max(1, width - before.length - 1);
    if (rest.length <= room) return [...rows, before + rest];
    const space = lastSpace(rest, room);
    if (space > room / 2) {
      rows.push(before + rest.slice(0, space));
      rest = rest.slice(space + 1);
    } else {
      rows.push(`${before}${rest.slice(0, room)}\\`);
      rest = rest.slice(room);
    }
  }
}

/** A space with something else on both sides: two that follow each other could not be told from one. */
function lastSpace(text: string, room: number): number {
  for (let at = room; at > 0; at--) {
    if (text[at] === ' ' && text[at - 1] !== ' ' && text[at + 1] !== ' ' && at + 1 < text.length) return at;
  }
  return -1;
}

const BOLD = '1';
const LABEL = '36';
const TONES = { danger: '31', notice: '33', muted: '2' } as const;

/** The only styling there is: a code of ours around text that is printable already. */
function painted(text: string, code: string | undefined, { color }: Look): string {
  return color && code !== undefined ? `\x1b[${code}m${text}\x1b[0m` : text;
}

import type { Card, Field } from '../../approval/card.ts';
import { spoken } from '../../policy/duration.ts';

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
  const { asked, votes, missing, standingSeconds, standsSeconds, covers, evidence } = card.approval;
  const longest = `for ${spoken(standingSeconds)} at most; it would cover:`;
  const undecided = card.state === 'pending' || card.state === 'questioned';
  const stands = !undecided
    ? []
    : standsSeconds > 0
      ? one('will stand', [`for ${spoken(standsSeconds)}, as the rules say; it covers:`, ...covers], 'danger')
      : one('may stand', standingSeconds > 0 ? [longest, ...covers] : []);
  const approval: Field[] = [
    ...one('asks', asked),
    ...one('evidence', evidence === 'os' ? [] : [`${evidence} or stronger`]),
    ...one('votes', votes),
    // Before the first vote everything that is asked is missing.
    ...one('missing', votes.length > 0 ? missing : [], 'notice'),
    ...stands,
  ];
  const head: Field[] = [
    { label: 'request', lines: [`${card.request}  ${card.state}`] },
    { label: 'command', lines: card.command },
    { label: 'in short', lines: [card.title], ...(card.gravity === 'grave' && { tone: 'danger' as const }) },
    { label: 'digest', lines: [card.digest] },
    { label: 'code', lines: [card.code] },
  ];
  const zones: readonly (readonly [string, readonly Field[]])[] = [
    ['', head],
    ['what gate found out', card.facts],
    ['who decides', approval],
    ['words of the requester, checked by nobody', card.words],
    ['words of files and outputs, checked by nobody', card.materials],
  ];
  const shown = zones.filter(([, fields]) => fields.length > 0);
  const width = Math.max(...shown.flatMap(([, fields]) => fields.map(({ label }) => label.length)));
  return shown.flatMap(([heading, fields]) => zoneLines(heading, fields, look, width));
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

function one(label: string, lines: readonly string[], tone?: Field['tone']): Field[] {
  return lines.length > 0 ? [{ label, lines, ...(tone !== undefined && { tone }) }] : [];
}

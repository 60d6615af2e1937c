import type { Field } from '../../../approval/card.ts';
import { spoken } from '../../../policy/duration.ts';
import { wrapped } from '../card.ts';
import { difference } from './difference.ts';
import type { Look } from './state.ts';

/** A card as rows for a pane of some width: nothing is cut, long lines fold as in `gate show`. Pure. */
export interface Row {
  /** Of the line this row is part of: equal for equal content, whatever the width. */
  readonly line: string;
  /** Of this row at this width. */
  readonly key: string;
  readonly text: string;
  readonly tone: Tone;
}

export type Tone = 'plain' | 'title' | 'grave' | 'danger' | 'notice' | 'muted' | 'zone';

const LABEL = 13;
/** Shown beside the list, as they stand at the moment. */
const LIVE: ReadonlySet<string> = new Set(['asked at', 'asked again', 'expires', 'lapses']);
/** These lines say how long ago something was: they are read again when another line takes their place, not as time goes by. */
const AGED: ReadonlySet<string> = new Set(['before']);

const made = new WeakMap<Look, Map<number, readonly Row[]>>();

export function rowsOf(look: Look, columns: number): readonly Row[] {
  const known = made.get(look) ?? new Map<number, readonly Row[]>();
  made.set(look, known);
  const rows = known.get(columns) ?? lines(look).flatMap((line) => folded(line, columns));
  known.set(columns, rows);
  return rows;
}

/** Whether every row was on the screen: at this width, or the whole line at another. */
export function isWhole(rows: readonly Row[], shown: ReadonlySet<string> = new Set()): boolean {
  return rows.every((row) => isShown(row, shown));
}

/** How many rows nobody has seen. */
export function unseen(rows: readonly Row[], shown: ReadonlySet<string> = new Set()): number {
  return rows.filter((row) => !isShown(row, shown)).length;
}

/** The first of them; below zero: none. */
export function firstUnseen(rows: readonly Row[], shown: ReadonlySet<string> = new Set()): number {
  return rows.findIndex((row) => !isShown(row, shown));
}

function isShown({ line, key }: Row, shown: ReadonlySet<string>): boolean {
  return shown.has(line) || shown.has(key);
}

/** What was shown, after more rows were. A line whose rows were all there counts at any width. */
export function withShown(
  rows: readonly Row[],
  shown: ReadonlySet<string>,
  more: readonly string[],
): ReadonlySet<string> {
  if (more.every((key) => shown.has(key))) return shown;
  const next = new Set([...shown, ...more]);
  for (const [line, parts] of Map.groupBy(rows, (row) => row.line)) {
    if (parts.every(({ key }) => next.has(key))) next.add(line);
  }
  return next;
}

/** First row of the card on the screen. */
export function topOf(scroll: { readonly id: string; readonly top: number }, id: string): number {
  return scroll.id === id ? scroll.top : 0;
}

interface Line {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly key: string;
}

function lines(look: Look): readonly Line[] {
  const { card } = look;
  const unlike = look.like ? difference(look.known.view.argv, look.like) : [];
  const { asked, votes, missing, evidence, standingSeconds, covers } = card.approval;
  const fields: readonly (Field | string)[] = [
    ...facts(card.facts),
    ...field('unlike', unlike, 'notice'),
    { label: 'digest', lines: [card.digest], tone: 'muted' },
    ...zone('words of the requester, checked by nobody', card.words),
    ...zone('words of files and outputs, checked by nobody', card.materials),
    'who decides',
    ...field('asks', asked),
    ...field('votes', votes),
    ...field('missing', missing, 'notice'),
    ...field('evidence', evidence === 'os' ? [] : [`${evidence} or stronger`]),
    ...field(
      'may stand',
      standingSeconds > 0 ? [`for ${spoken(standingSeconds)} at most; it would cover:`, ...covers] : [],
      'muted',
    ),
  ];
  const counts = new Map<string, number>();
  const line = (label: string, text: string, tone: Tone, first = true): Line => {
    const same = `${label}\0${AGED.has(label) ? '' : text}`;
    const count = counts.get(same) ?? 0;
    counts.set(same, count + 1);
    return { label: first ? label : '', text, tone, key: `${same}\0${count}` };
  };
  return [
    line('', card.title, card.gravity === 'grave' ? 'grave' : 'title'),
    ...card.command.map((text, index) => line('command', text, 'plain', index === 0)),
    ...fields.flatMap((each) =>
      typeof each === 'string'
        ? [line('', `-- ${each} --`, 'zone')]
        : each.lines.map((text, index) => line(each.label, text, each.tone ?? 'plain', index === 0)),
    ),
  ];
}

function facts(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ label }) => !LIVE.has(label));
}

function field(label: string, texts: readonly string[], tone?: Field['tone']): readonly Field[] {
  return texts.length === 0 ? [] : [{ label, lines: texts, ...(tone && { tone }) }];
}

function zone(name: string, fields: readonly Field[]): readonly (Field | string)[] {
  return fields.length === 0 ? [] : [name, ...fields];
}

function folded({ label, text, tone, key }: Line, columns: number): readonly Row[] {
  // The title and the headings of zones take the whole width.
  const wide = label === '' && (tone === 'title' || tone === 'grave' || tone === 'zone');
  const indent = wide ? 0 : Math.max(LABEL, label === '' ? 0 : label.length + 1);
  return wrapped(text, Math.max(8, columns - indent)).map((part, index) => {
    const head = (index === 0 ? label : '').padEnd(indent);
    return { line: key, key: `${columns}\0${key}\0${index}`, text: head + part, tone };
  });
}

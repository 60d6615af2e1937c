import { wrapped } from '../card.ts';
import type { Size } from '../pages.ts';
import { type Row, rowsOf, topOf } from './card-rows.ts';
import { currentRequest } from './entries.ts';
import { footer, header } from './frame.ts';
import { geometryOf } from './geometry.ts';
import { listLines } from './list.ts';
import { panelLines } from './panel-lines.ts';
import type { Line, Screen } from './screen.ts';
import { type State, subjectOf, TINY } from './state.ts';

/** The state as a screen. Pure: the same state, the same screen. */
export function layout(state: State): Screen {
  const { size } = state;
  const geometry = geometryOf(size);
  if (geometry.tiny) {
    const text = `too small: ${size.columns}x${size.rows}, at least ${TINY.columns}x${TINY.rows}`;
    return { lines: [[{ text: text.slice(0, size.columns) }]], drawing: {} };
  }
  const { lines, drawing } = body(state, geometry);
  const blank = Array.from({ length: geometry.body.rows - lines.length }, (): Line => []);
  return { lines: [header(state), ...lines, ...blank, ...footer(state)], drawing };
}

function body(state: State, geometry: ReturnType<typeof geometryOf>): Screen {
  const { list, card, wide } = geometry;
  if (state.panel) {
    const { lines, whole } = panelLines(state, state.panel, geometry.body);
    return { lines, drawing: whole ? { panel: state.panel.serial } : {} };
  }
  if (state.help) return { lines: helpLines(geometry.body), drawing: {} };
  const left = listLines(state, list);
  const right = cardLines(state, card);
  if (!wide) {
    const filled = Array.from({ length: list.rows }, (_, index): Line => left[index] ?? []);
    const rule: Line = [{ text: '-'.repeat(list.columns), tone: 'muted' }];
    return { lines: [...filled, rule, ...right.lines], drawing: right.drawing };
  }
  const lines = Array.from(
    { length: Math.max(left.length, right.lines.length) },
    (_, index): Line => [
      ...padded(left[index] ?? [], list.columns),
      { text: ' | ', tone: 'muted' },
      ...(right.lines[index] ?? []),
    ],
  );
  return { lines, drawing: right.drawing };
}

/** The card under the cursor; its last row says what is above and below. */
function cardLines(state: State, { columns, rows }: { columns: number; rows: number }): Screen {
  const known = currentRequest(state);
  if (known === undefined) return { lines: [], drawing: {} };
  const look = state.looks.get(known.id);
  if (look === undefined) return { lines: [[{ text: 'reading ...', tone: 'muted' }]], drawing: {} };
  const all = rowsOf(look, columns);
  const top = Math.min(topOf(state.scroll, known.id), Math.max(0, all.length - rows));
  const visible = all.slice(top, top + rows);
  const subject = subjectOf({ id: known.id, digest: look.card.digest });
  return {
    lines: visible.map(rowLine),
    drawing: { card: { subject, rows: visible.map(({ key }) => key) } },
  };
}

function rowLine({ text, tone }: Row): Line {
  return [{ text, tone }];
}

function padded(line: Line, columns: number): Line {
  const used = line.reduce((sum, { text }) => sum + text.length, 0);
  return [...line, { text: ' '.repeat(Math.max(0, columns - used)) }];
}

const HELP = [
  'up, down, j, k      another request',
  'PageUp, PageDown    scroll the card; also b, space, and J, K by one line',
  'a  approve          after the whole card was on the screen',
  'd  deny             with a reason; the one who asked reads it',
  't  tell me more     ask back; the clock of the request stands still',
  'x  revoke           a grant that has not started, or a standing grant',
  'Enter, left, right  open and close a group of requests of one kind',
  '/  filter           command, requester, rule or state; Escape ends it',
  'h  history          what has ended',
  'g  grants           approvals that stand for a while',
  'Ctrl-Z, Ctrl-L, q   suspend, draw again, quit',
  '',
  '> cursor   * new   ! cannot be undone, or gate cannot tell   ? asked back',
  '+ granted, not started   # break-glass, not reviewed: gate review ID',
  '',
  'A decision opens a panel, which listens half a second after it was drawn',
  'and after every change of its request. Escape closes it. Nothing but your',
  'own keys moves the cursor.',
];

function helpLines({ columns, rows }: Size): readonly Line[] {
  return HELP.flatMap((text) => wrapped(text, columns))
    .slice(0, rows)
    .map((text): Line => [{ text }]);
}

import { span } from '../../../approval/fate.ts';
import { visible } from '../../../command/display.ts';
import { isWhole, rowsOf, topOf } from './card-rows.ts';
import { currentRequest } from './entries.ts';
import { geometryOf } from './geometry.ts';
import { isUndecided } from './panel.ts';
import type { Line } from './screen.ts';
import { type State, subjectOf } from './state.ts';

/** The first line of the screen, and the last two. */

export function header(state: State): Line {
  const { columns } = state.size;
  if (state.trouble !== undefined) {
    return [
      { text: clipped(`THE RECORD CANNOT BE REACHED, trying again: ${visible(state.trouble)}`, columns), tone: 'bad' },
    ];
  }
  const waiting = state.live.filter(({ view }) => isUndecided(view)).length;
  const fresh = state.fresh.size === 0 ? '' : `, ${state.fresh.size} new`;
  const page = { live: '', history: '  HISTORY', grants: '  STANDING GRANTS' }[state.page];
  const filter = state.filter === '' ? '' : `  only: ${visible(state.filter)}`;
  const count = state.ready ? `${waiting} ${waiting === 1 ? 'waits' : 'wait'}${fresh}` : 'reading ...';
  const left = `gate inbox${page}  ${count}${filter}`;
  const right = visible(state.me);
  const gap = columns - left.length - right.length;
  if (gap < 2) return [{ text: clipped(left, columns), tone: 'title' }];
  return [{ text: left, tone: 'title' }, { text: ' '.repeat(gap) }, { text: right, tone: 'muted' }];
}

export function footer(state: State): readonly Line[] {
  return [messageLine(state), keysLine(state)];
}

function messageLine({ notice, warning, size, ...state }: State): Line {
  if (notice) return [{ text: clipped(notice.text, size.columns), tone: notice.tone }];
  if (state.panel) return [];
  const now = [times({ size, ...state }), progress({ size, ...state })].filter(Boolean).join('; ');
  if (warning === undefined) return [{ text: clipped(now, size.columns), tone: 'muted' }];
  return [{ text: clipped(`${warning}. ${now}`, size.columns), tone: 'notice' }];
}

const KEYS = 'a approve  d deny  t tell me more  / filter  h history  g grants  ? help  q quit';

function keysLine(state: State): Line {
  const { columns } = state.size;
  if (state.typing !== undefined) return [{ text: tail(`filter: ${visible(state.typing)}_`, columns) }];
  if (state.panel)
    return [{ text: state.panel.over === undefined ? 'Escape: decide nothing' : 'Escape: back', tone: 'muted' }];
  if (state.help) return [{ text: 'any key goes back', tone: 'muted' }];
  if (state.page === 'grants')
    return [{ text: clipped('x revoke  g, Escape back  ? help  q quit', columns), tone: 'muted' }];
  return [{ text: clipped(KEYS, columns), tone: 'muted' }];
}

/** A line that is longer than the screen ends in dots. */
export function clipped(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(0, columns - 3))}...`;
}

/** Where somebody types, the end is what counts. */
export function tail(text: string, columns: number): string {
  return text.length <= columns ? text : `...${text.slice(text.length - columns + 3)}`;
}

/** Both ends of a command: two that differ in their last word must not look the same. */
export function ends(text: string, columns: number): string {
  if (text.length <= columns) return text;
  if (columns < 12) return clipped(text, columns);
  const front = Math.ceil((columns - 5) / 2);
  return `${text.slice(0, front)} ... ${text.slice(text.length - (columns - 5 - front))}`;
}

/** How long what is under the cursor waits, and what is left. */
function times(state: State): string {
  const known = currentRequest(state);
  if (known === undefined || known.view.endedAt !== undefined) return '';
  const { submittedAt, deadline, state: is } = known.view;
  const left =
    deadline === undefined || is === 'questioned'
      ? ''
      : `, ${is === 'granted' ? 'lapses' : 'expires'} in ${span(deadline - state.now)}`;
  const again = known.view.repeated === 0 ? '' : `, asked ${known.view.repeated} times more`;
  return `${known.id.slice(-8)} waits ${span(state.now - submittedAt)}${is === 'questioned' ? ', the clock stands still' : left}${again}`;
}

/** How much of the card under the cursor was on the screen. */
function progress(state: State): string {
  const known = currentRequest(state);
  const look = known && state.looks.get(known.id);
  if (look === undefined) return '';
  if (look.previewing) return 'looking at what would change';
  const { card } = geometryOf(state.size);
  const all = rowsOf(look, card.columns);
  const top = topOf(state.scroll, known!.id);
  const whole = isWhole(all, state.shown.get(subjectOf({ id: known!.id, digest: look.card.digest })));
  if (all.length <= card.rows) return whole ? 'all of the card is shown' : '';
  return `card ${top + 1}-${Math.min(all.length, top + card.rows)} of ${all.length}${whole ? ', all seen' : ', more: PageDown'}`;
}

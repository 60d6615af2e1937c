import { fateOf } from '../../../approval/fate.ts';
import type { Known } from '../../../broker/broker.ts';
import type { Size } from '../pages.ts';
import { rowsOf, topOf, withShown } from './card-rows.ts';
import { current, currentRequest, entriesOf, groupOf } from './entries.ts';
import { geometryOf } from './geometry.ts';
import type { Key } from './keys.ts';
import { drawn, ended, isUndecided, listening, open, press, reconciled, redrawn, said, toUnseen } from './panel.ts';
import { type Event, type Look, type Page, type State, type Stepped, subjectOf, withNewer } from './state.ts';

/**
 * The inbox as one pure function: a state and an event give a state, and what is to be done outside.
 *
 * INVARIANT: what a key decides hangs on the id under the cursor and on what the screen showed of it, never on the place
 * of a line: nothing that comes from outside moves the cursor to another request.
 */

/** No sound for each of a hundred requests. */
const QUIET_MILLISECONDS = 10_000;
/** Cards of requests that somebody looked at lately. */
const MOST_LOOKS = 64;

export function first(size: Size, now: number, { me, warning }: Pick<State, 'me' | 'warning'>): State {
  return {
    me,
    ...(warning !== undefined && { warning }),
    size,
    now,
    page: 'live',
    help: false,
    ready: false,
    live: [],
    ended: [],
    standings: [],
    selected: {},
    opened: new Set(),
    fresh: new Set(),
    filter: '',
    looks: new Map(),
    scroll: { id: '', top: 0 },
    shown: new Map(),
    serial: 0,
    rangAt: 0,
  };
}

export function advance(before: State, event: Event): Stepped {
  const state = { ...before, now: event.now };
  switch (event.kind) {
    case 'key':
      return looking(onKey(state, event.key));
    case 'snapshot':
      return looking(onSnapshot(state, event));
    case 'look':
      return looking(plain(withLook(state, event.look)));
    case 'unreadable':
      return plain(said(state, `the card cannot be read: ${event.text}`, 'bad'));
    case 'tick':
      return plain(state);
    case 'resize':
      return plain(redrawn({ ...state, size: event.size }));
    case 'back':
      return { state: redrawn(state), effects: [{ kind: 'refresh' }] };
    case 'drawn':
      return plain(onDrawn(state, event.drawing));
    case 'listening':
      return plain(listening(state, event.serial, event.now));
    case 'received':
      return { state: onReceived(state, event), effects: [{ kind: 'refresh' }] };
    case 'failed':
      return {
        state: said(without(state, 'sending'), `not recorded: ${event.text}`, 'bad'),
        effects: [{ kind: 'refresh' }],
      };
    case 'trouble': {
      const closed = state.panel?.over === undefined ? ended(state, 'the record was lost; nothing was decided') : state;
      return plain({ ...closed, trouble: event.text });
    }
  }
}

/** Requests whose fate the next snapshot must tell, wherever they are by then. */
export function watched({ panel, selected, page }: State): readonly string[] {
  const ids = [panel?.act === 'revoke-grant' ? undefined : panel?.id, page === 'live' ? selected.live : undefined];
  return [...new Set(ids.filter((id) => id !== undefined && !id.includes(' ')))] as string[];
}

function plain(state: State): Stepped {
  return { state, effects: [] };
}

function onKey(state: State, key: Key): Stepped {
  if (key.name === 'interrupt') return { state, effects: [{ kind: 'quit' }] };
  if (key.name === 'stop') return { state, effects: [{ kind: 'stop' }] };
  if (key.name === 'redraw') return { state: redrawn(state), effects: [{ kind: 'redraw' }] };
  if (state.panel) return press(state, state.panel, key);
  if (state.typing !== undefined) return plain(onFilterKey(state, state.typing, key));
  if (state.help) return key.name === 'other' ? plain(state) : plain({ ...state, help: false });
  return onListKey(without(state, 'notice'), key);
}

function onFilterKey(state: State, typing: string, key: Key): State {
  if (key.name === 'escape') return at(without({ ...state, filter: '' }, 'typing'));
  if (key.name === 'enter') return at(without({ ...state, filter: typing.trim() }, 'typing'));
  if (key.name === 'backspace') return { ...state, typing: [...typing].slice(0, -1).join('') };
  if (key.name === 'char' && typing.length < 200) return { ...state, typing: typing + key.char };
  return state;
}

function onListKey(state: State, key: Key): Stepped {
  switch (key.name) {
    case 'up':
      return plain(move(state, -1));
    case 'down':
      return plain(move(state, 1));
    case 'home':
      return plain(move(state, Number.NEGATIVE_INFINITY));
    case 'end':
      return plain(move(state, Number.POSITIVE_INFINITY));
    case 'pageup':
      return plain(scroll(state, -page(state)));
    case 'pagedown':
      return plain(scroll(state, page(state)));
    case 'right':
      return plain(toggle(state, true));
    case 'left':
      return plain(toggle(state, false));
    case 'enter':
      return plain(toggle(state));
    case 'escape':
      if (state.filter !== '') return plain(at({ ...state, filter: '' }));
      return state.page === 'live' ? plain(state) : show(state, 'live');
    case 'char':
      return onCommand(state, key.char);
    default:
      return plain(state);
  }
}

function onCommand(state: State, char: string): Stepped {
  switch (char) {
    case 'k':
      return plain(move(state, -1));
    case 'j':
      return plain(move(state, 1));
    case ' ':
      return plain(scroll(state, page(state)));
    case 'b':
      return plain(scroll(state, -page(state)));
    case 'K':
      return plain(scroll(state, -1));
    case 'J':
      return plain(scroll(state, 1));
    case 'a':
      return plain(open(state, 'approve'));
    case 'd':
      return plain(open(state, 'deny'));
    case 't':
      return plain(open(state, 'ask'));
    case 'x':
      return plain(open(state, 'revoke'));
    case '/':
      return plain(state.page === 'grants' ? state : { ...state, typing: '' });
    case 'h':
      return show(state, state.page === 'history' ? 'live' : 'history');
    case 'g':
      return show(state, state.page === 'grants' ? 'live' : 'grants');
    case '?':
      return plain({ ...state, help: true });
    case 'q':
      return { state, effects: [{ kind: 'quit' }] };
    default:
      return plain(state);
  }
}

function show(state: State, to: Page): Stepped {
  return { state: { ...state, page: to, filter: '' }, effects: [{ kind: 'refresh' }] };
}

/** By person only. What ended under the cursor leaves the list when the cursor does. */
function move(state: State, by: number): State {
  const entries = entriesOf(state);
  if (entries.length === 0) return state;
  const from = entries.findIndex(({ id }) => id === state.selected[state.page]);
  const to = Math.min(Math.max(from < 0 ? 0 : from + by, 0), entries.length - 1);
  return select(state, entries[to]!.id);
}

function select(state: State, id: string): State {
  const { lingering } = state;
  const next = { ...state, selected: { ...state.selected, [state.page]: id } };
  const fresh = state.fresh.has(id) ? new Set([...state.fresh].filter((each) => each !== id)) : state.fresh;
  return { ...(lingering && lingering.id !== id && state.page === 'live' ? without(next, 'lingering') : next), fresh };
}

/** A cursor that points at nothing, because of what the person did, goes to the first line. */
function at(state: State): State {
  if (current(state)) return state;
  const [entry] = entriesOf(state);
  return entry ? select(state, entry.id) : state;
}

function toggle(state: State, wanted?: boolean): State {
  const entry = current(state);
  const group = entry?.kind === 'group' ? entry.id : wanted === false ? enclosing(state) : undefined;
  if (group === undefined) return state;
  const opened = new Set(state.opened);
  const isOpen = wanted ?? !opened.has(group);
  if (isOpen) opened.add(group);
  else opened.delete(group);
  return select({ ...state, opened }, group);
}

function enclosing(state: State): string | undefined {
  const entry = current(state);
  return entry?.kind === 'request' && entry.inside ? groupOf(entry.known, state.page) : undefined;
}

function page(state: State): number {
  return Math.max(1, geometryOf(state.size).card.rows - 1);
}

/** Of the card under the cursor. */
function scroll(state: State, by: number): State {
  const known = currentRequest(state);
  const look = known && state.looks.get(known.id);
  if (look === undefined) return state;
  const { card } = geometryOf(state.size);
  const last = Math.max(0, rowsOf(look, card.columns).length - card.rows);
  const from = topOf(state.scroll, known!.id);
  // A line that came in above, while the end was on the screen, is still to be read.
  if (by > 1 && from >= last) return toUnseen(state, known!);
  return { ...state, scroll: { id: known!.id, top: Math.min(Math.max(from + by, 0), last) } };
}

function onSnapshot(before: State, snapshot: Extract<Event, { kind: 'snapshot' }>): Stepped {
  const { live, others, ended = before.ended, standings = before.standings } = snapshot;
  const calm = without(before, 'trouble');
  const had = new Set(before.live.map(({ id }) => id));
  const came = before.ready ? live.filter(({ id, view }) => !had.has(id) && isUndecided(view)) : [];
  const here = new Set(live.map(({ id }) => id));
  const fresh = new Set([...before.fresh, ...came.map(({ id }) => id)].filter((id) => here.has(id)));
  let state: State = { ...calm, ready: true, live, ended, standings, fresh };
  state = lingered(before, state, others);
  state = reconciled(unfolded(before, state), others);
  if (state.selected[state.page] === undefined) state = at(state);
  const loud = came.length > 0 && state.now - before.rangAt >= QUIET_MILLISECONDS;
  const waiting = live.filter(({ view }) => isUndecided(view)).length;
  return loud
    ? { state: { ...state, rangAt: state.now }, effects: [{ kind: 'ring', waiting }] }
    : { state, effects: [] };
}

/** What has ended under the cursor stays there, with its end. */
function lingered(before: State, state: State, others: readonly Known[]): State {
  const id = state.selected.live;
  if (id === undefined || state.live.some((known) => known.id === id)) return without(state, 'lingering');
  const gone =
    others.find((known) => known.id === id) ?? before.live.find((known) => known.id === id) ?? before.lingering;
  return gone?.id === id ? { ...state, lingering: gone } : state;
}

/** A group that forms around the cursor is open, so that the line under it stays the same one. */
function unfolded(before: State, state: State): State {
  const known = currentRequest(before);
  if (known === undefined || before.page !== 'live') return state;
  const group = groupOf(known, 'live')!;
  return current(state) === undefined ? { ...state, opened: new Set([...state.opened, group]) } : state;
}

function withLook(state: State, look: Look): State {
  const looks = new Map(state.looks);
  looks.delete(look.known.id);
  looks.set(look.known.id, look);
  const [oldest] = looks.keys();
  if (looks.size > MOST_LOOKS && oldest !== undefined) looks.delete(oldest);
  return { ...state, looks, live: state.panel ? state.live : withNewer(state.live, look.known) };
}

function onDrawn(state: State, { card, panel }: Extract<Event, { kind: 'drawn' }>['drawing']): State {
  const next = panel === undefined ? state : drawn(state, panel, state.now);
  if (card === undefined) return next;
  const look = [...state.looks.values()].find(
    ({ card: { request: id, digest } }) => subjectOf({ id, digest }) === card.subject,
  );
  if (look === undefined) return next;
  const before = state.shown.get(card.subject) ?? new Set();
  const rows = rowsOf(look, geometryOf(state.size).card.columns);
  const after = withShown(rows, before, card.rows);
  return after === before ? next : { ...next, shown: new Map(state.shown).set(card.subject, after) };
}

function onReceived(before: State, { received, act }: Extract<Event, { kind: 'received' }>): State {
  const state = without(before, 'sending');
  const { known } = received;
  const short = known.id.slice(-8);
  if (received.kind === 'not_yours') return said(state, `${short}: not recorded: ${received.why}`, 'bad');
  if (known.view.kind === 'standing') {
    const late = received.kind === 'ended';
    return said(state, `${short}: ${late ? `too late, it is ${known.view.state}` : 'revoked'}`, late ? 'bad' : 'good');
  }
  if (received.kind === 'ended')
    return said(state, `${short}: too late, nothing was recorded: ${fateOf(known.view)}`, 'bad');
  const open = known.view.state === 'pending' || known.view.state === 'questioned';
  const words = act === 'approve' && open ? 'your yes is recorded; more is needed before it runs' : fateOf(known.view);
  return said(state, `${short}: ${words}`, 'good');
}

/** Whenever the cursor is on something whose card is not there, or not of now, it is read. */
function looking({ state, effects }: Stepped): Stepped {
  const known = currentRequest(state);
  if (known === undefined) return { state, effects };
  const have = state.looks.get(known.id);
  if (have && !have.previewing && have.known.version >= known.version) return { state, effects };
  return { state, effects: [...effects, { kind: 'look', id: known.id }] };
}

function without<Key extends 'notice' | 'typing' | 'lingering' | 'trouble' | 'sending'>(state: State, key: Key): State {
  const { [key]: _, ...rest } = state;
  return rest as State;
}

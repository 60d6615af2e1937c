import { fateOf } from '../../../approval/fate.ts';
import { isCode } from '../../../approval/short-code.ts';
import type { View } from '../../../approval/states.ts';
import type { Known } from '../../../broker/broker.ts';
import { visible } from '../../../command/display.ts';
import { firstUnseen, rowsOf, unseen } from './card-rows.ts';
import { current, currentRequest } from './entries.ts';
import { geometryOf } from './geometry.ts';
import type { Key } from './keys.ts';
import {
  type Act,
  DEAF_MILLISECONDS,
  type Effect,
  type Panel,
  ROOMY,
  type State,
  type Stepped,
  subjectOf,
  substance,
} from './state.ts';

/**
 * The panel that stands between a key and a decision.
 *
 * INVARIANT: a decision is about the id and the digest that the panel had when it opened; it takes a key that came after
 * the panel had been on the screen, whole, for half a second, unchanged; and a yes takes the whole card to have been shown.
 */

const LONGEST_TEXT = 2000;

/** Opens a panel for what is under the cursor, or says why not. */
export function open(state: State, act: Act): State {
  if (state.trouble !== undefined)
    return said(state, 'the record cannot be reached: nothing can be decided now', 'bad');
  if (state.sending !== undefined) return said(state, 'one moment: a decision is being recorded', 'plain');
  if (state.page === 'grants') return openRevocation(state, act);
  const entry = current(state);
  if (entry?.kind === 'group')
    return said(state, 'these are several requests: Enter opens the group, decide one by one', 'plain');
  const known = currentRequest(state);
  if (known === undefined) return said(state, 'nothing is selected', 'plain');
  const why = barred(state, known, act);
  if (why !== undefined) return said(act === 'approve' ? toUnseen(state, known) : state, why, 'bad');
  const look = state.looks.get(known.id);
  const word = act === 'approve' && look?.card.gravity === 'grave' ? look.card.code : 'y';
  const words = act === 'deny' || act === 'ask';
  return withPanel(state, {
    act,
    id: known.id,
    digest: known.view.digest,
    substance: substance(known.view),
    ...(words ? {} : { word }),
  });
}

function openRevocation(state: State, act: Act): State {
  const entry = current(state);
  if (act !== 'revoke' || entry?.kind !== 'standing') return said(state, 'here only x, revoke, is possible', 'plain');
  const { id, view } = entry.known;
  if (!view.open) return said(state, `it is ${view.state} already`, 'plain');
  return withPanel(state, { act: 'revoke-grant', id, digest: view.digest, substance: view.state, word: 'y' });
}

/** Why this cannot be done to it, in words for the person. */
function barred(state: State, { id, view }: Known, act: Act): string | undefined {
  if (act === 'revoke')
    return view.state === 'granted' ? undefined : `only a grant that has not started is revoked; it is ${view.state}`;
  if (!isUndecided(view)) return `too late: ${fateOf(view)}`;
  if (act === 'ask' && view.state === 'questioned') return 'a question is open already';
  // A no and a question are about the digest; a yes is about all that the newest card says.
  const have = act === 'approve' ? lookOf(state, id) : state.looks.get(id);
  if (have === undefined) return 'one moment: the card is being read';
  if (have.objection !== undefined) return have.objection;
  if (act !== 'approve') return undefined;
  if (have.previewing) return 'one moment: what would change is being looked at';
  const { size } = state;
  if (size.columns < ROOMY.columns || size.rows < ROOMY.rows)
    return `too small to approve: ${ROOMY.columns}x${ROOMY.rows} needed`;
  const missing = unshown(state, id);
  if (missing > 0) return `${missing} more ${missing === 1 ? 'line' : 'lines'} of the card first`;
  return undefined;
}

export function isUndecided({ state, decision }: View): boolean {
  return decision === 'hold' && (state === 'pending' || state === 'questioned');
}

/** The card, if it is of what the list shows. */
function lookOf(state: State, id: string) {
  const look = state.looks.get(id);
  const known = state.live.find((each) => each.id === id);
  return look && known && substance(look.known.view) === substance(known.view) && look.card.digest === known.view.digest
    ? look
    : undefined;
}

/** Rows of the card that were not on the screen yet. */
export function unshown(state: State, id: string): number {
  const look = lookOf(state, id);
  if (look === undefined) return Number.POSITIVE_INFINITY;
  return unseen(
    rowsOf(look, geometryOf(state.size).card.columns),
    state.shown.get(subjectOf({ id, digest: look.card.digest })),
  );
}

/** Scrolls to what was not on the screen yet. */
export function toUnseen(state: State, { id, view }: Known): State {
  const look = lookOf(state, id);
  if (look === undefined) return state;
  const { card } = geometryOf(state.size);
  const rows = rowsOf(look, card.columns);
  const at = firstUnseen(rows, state.shown.get(subjectOf({ id, digest: view.digest })));
  return at < 0 ? state : { ...state, scroll: { id, top: Math.min(at, Math.max(0, rows.length - card.rows)) } };
}

/** A key while the panel is open. Only Escape is never deaf: it decides nothing. */
export function press(state: State, panel: Panel, key: Key): Stepped {
  if (key.name === 'escape') {
    const notice = { text: panel.over ?? 'nothing was decided', tone: 'plain' } as const;
    return { state: close(state, notice), effects: [] };
  }
  if (panel.over !== undefined || !panel.listening) return { state, effects: [] };
  if (key.name === 'enter') return confirm(state, panel);
  if (key.name === 'backspace')
    return { state: typed(state, panel, [...panel.typed].slice(0, -1).join('')), effects: [] };
  if (key.name === 'char' && panel.typed.length < LONGEST_TEXT)
    return { state: typed(state, panel, panel.typed + key.char), effects: [] };
  return { state, effects: [] };
}

function confirm(state: State, panel: Panel): Stepped {
  const { act, id, digest } = panel;
  const text = panel.typed.trim();
  const none: readonly Effect[] = [];
  if (panel.word !== undefined && !(panel.word === 'y' ? text.toLowerCase() === 'y' : isCode(text, panel.word))) {
    const notice = { text: `not the same as ${panel.word}: nothing was decided`, tone: 'bad' } as const;
    return { state: { ...typed(state, panel, ''), notice }, effects: none };
  }
  if (panel.word === undefined && text === '')
    return {
      state: said(state, act === 'deny' ? 'why? the one who asked reads it' : 'what is the question?', 'plain'),
      effects: none,
    };
  // Once more, at the last moment: the list may have moved on since the panel was drawn.
  const why = act === 'revoke-grant' ? undefined : lastLook(state, panel);
  if (why !== undefined) return { state: ended(state, why), effects: none };
  const words = panel.word === undefined ? { text } : {};
  const next = close(state, { text: 'being recorded ...', tone: 'plain' });
  return { state: { ...next, sending: id }, effects: [{ kind: 'act', act, id, digest, ...words }] };
}

function lastLook(state: State, { id, digest, act, substance: before }: Panel): string | undefined {
  if (state.trouble !== undefined) return 'the record cannot be reached: nothing was decided';
  const known = state.live.find((each) => each.id === id);
  if (known === undefined || known.view.digest !== digest || substance(known.view) !== before)
    return 'the request has changed: nothing was decided';
  if (known.view.deadline !== undefined && state.now >= known.view.deadline)
    return 'it has expired: nothing was decided';
  return barred(state, known, act);
}

/** The panel after the record was read again: it closes, or goes deaf, when its request is not what it was. */
export function reconciled(state: State, others: readonly Known[]): State {
  const { panel } = state;
  if (panel === undefined || panel.over !== undefined) return state;
  if (panel.act === 'revoke-grant') {
    const standing = state.standings.find(({ id }) => id === panel.id);
    return standing?.view.open === false ? ended(state, `it is ${standing.view.state} already`) : state;
  }
  const known = [...state.live, ...others].find(({ id }) => id === panel.id);
  const short = panel.id.slice(-8);
  if (known === undefined) return ended(state, `${short} is not in the record any more`);
  const { view } = known;
  if (substance(view) === panel.substance && view.digest === panel.digest) return state;
  const possible = panel.act === 'revoke' ? view.state === 'granted' : isUndecided(view);
  if (possible && panel.word === undefined && !(panel.act === 'ask' && view.state === 'questioned')) {
    // Words that are being typed are kept; they still go to this request only.
    return {
      ...redrawn(state),
      panel: { ...fresh(state, panel), substance: substance(view) },
      notice: { text: changed(short, view), tone: 'bad' },
    };
  }
  return ended(state, changed(short, view));
}

function changed(short: string, view: View): string {
  return `${short} changed: ${fateOf(view)}; you decided nothing`;
}

/** The panel is on the screen: from now on the half second counts. */
export function drawn(state: State, serial: number, now: number): State {
  const { panel } = state;
  if (panel === undefined || panel.serial !== serial || panel.drawnAt !== undefined) return state;
  return { ...state, panel: { ...panel, drawnAt: now } };
}

export function listening(state: State, serial: number, now: number): State {
  const { panel } = state;
  if (
    panel?.serial !== serial ||
    panel.over !== undefined ||
    panel.drawnAt === undefined ||
    now - panel.drawnAt < DEAF_MILLISECONDS
  )
    return state;
  return { ...state, panel: { ...panel, listening: true } };
}

/** Another drawing of the same panel: deaf again, and a word that was half typed is gone. */
export function redrawn(state: State): State {
  const { panel } = state;
  return panel === undefined ? state : { ...state, panel: fresh(state, panel), serial: state.serial + 1 };
}

function fresh(state: State, panel: Panel): Panel {
  const { drawnAt: _, ...rest } = panel;
  return { ...rest, typed: panel.word === undefined ? panel.typed : '', serial: state.serial + 1, listening: false };
}

function withPanel(state: State, panel: Omit<Panel, 'typed' | 'serial' | 'listening'>): State {
  const serial = state.serial + 1;
  const { notice: _, ...rest } = state;
  return { ...rest, serial, panel: { ...panel, typed: '', serial, listening: false } };
}

function typed(state: State, panel: Panel, text: string): State {
  return { ...state, panel: { ...panel, typed: text } };
}

/** It closes by itself: nothing in it can be answered any more, and why stands in it until it is put away. */
export function ended(state: State, why: string): State {
  const { panel } = state;
  return panel === undefined
    ? state
    : { ...state, panel: { ...panel, typed: '', listening: false, over: visible(why) } };
}

export function close(state: State, notice?: State['notice']): State {
  const { panel: _, ...rest } = state;
  return notice === undefined ? rest : { ...rest, notice };
}

export function said(state: State, text: string, tone: NonNullable<State['notice']>['tone']): State {
  return { ...state, notice: { text: visible(text), tone } };
}

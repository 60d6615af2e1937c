import { basename } from 'node:path';
import type { Known, KnownStanding } from '../../../broker/broker.ts';
import { displayArgv, flat, visible } from '../../../command/display.ts';
import type { Page, State } from './state.ts';

/** The lines of a list. Requests of one kind by one requester, when there are many, are one line until it is opened. Pure. */
export type Entry =
  | { readonly kind: 'request'; readonly id: string; readonly known: Known; readonly inside: boolean }
  | { readonly kind: 'group'; readonly id: string; readonly members: readonly Known[]; readonly open: boolean }
  | { readonly kind: 'standing'; readonly id: string; readonly known: KnownStanding };

/** So many of one kind are a flood. */
export const CROWD = 5;

const made = new WeakMap<State, readonly Entry[]>();

export function entriesOf(state: State): readonly Entry[] {
  const known = made.get(state) ?? listed(state);
  made.set(state, known);
  return known;
}

function listed(state: State): readonly Entry[] {
  if (state.page === 'grants') return state.standings.map((known) => ({ kind: 'standing', id: known.id, known }));
  const all = state.page === 'live' ? withLingering(state) : state.ended;
  const words = (state.typing ?? state.filter).toLowerCase().split(' ').filter(Boolean);
  if (words.length > 0) return all.filter((known) => matches(known, words)).map((known) => single(known, false));
  return grouped(all, state);
}

/** The one under the cursor. */
export function current(state: State): Entry | undefined {
  const id = state.selected[state.page];
  return id === undefined ? undefined : entriesOf(state).find((entry) => entry.id === id);
}

/** The request under the cursor. */
export function currentRequest(state: State): Known | undefined {
  const entry = current(state);
  return entry?.kind === 'request' ? entry.known : undefined;
}

function withLingering({ live, lingering }: State): readonly Known[] {
  if (lingering === undefined || live.some(({ id }) => id === lingering.id)) return live;
  // Ids begin with their time: it stands where it stood.
  const at = live.findIndex(({ id }) => id > lingering.id);
  return at < 0 ? [...live, lingering] : live.toSpliced(at, 0, lingering);
}

function grouped(all: readonly Known[], { page, opened }: State): readonly Entry[] {
  const groups = Map.groupBy(all, (known) => groupOf(known, page));
  const done = new Set<string>();
  const entries: Entry[] = [];
  for (const known of all) {
    const group = groupOf(known, page);
    const members = groups.get(group) ?? [];
    if (members.length < CROWD || group === undefined) {
      entries.push(single(known, false));
    } else if (!done.has(group)) {
      done.add(group);
      const open = opened.has(group);
      entries.push({ kind: 'group', id: group, members, open });
      if (open) entries.push(...members.map((member) => single(member, true)));
    }
  }
  return entries;
}

/** The group a request would be in. In the history only refusals without people are taken together. */
export function groupOf({ view }: Known, page: Page): string | undefined {
  if (page === 'history') {
    const reason = view.ended?.reason ?? '';
    return ['too_many_open', 'cooling_down'].includes(reason) ? `flood ${reason} ${view.principal}` : undefined;
  }
  const known =
    crowds.get(view) ?? `crowd ${programOf({ view })} ${view.effects.toSorted().join(',')} ${view.principal}`;
  crowds.set(view, known);
  return known;
}

const crowds = new WeakMap<Known['view'], string>();

export function programOf({ view }: Pick<Known, 'view'>): string {
  return visible(basename(flat(view.argv[0] ?? '')));
}

function single(known: Known, inside: boolean): Entry {
  return { kind: 'request', id: known.id, known, inside };
}

function matches({ id, view }: Known, words: readonly string[]): boolean {
  const text = [id, view.state, view.principal, ...view.rules, ...view.effects, displayArgv(view.argv)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

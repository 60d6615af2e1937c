import { fateOf, span } from '../../../approval/fate.ts';
import { gravityOf } from '../../../approval/gravity.ts';
import type { Known, KnownStanding } from '../../../broker/broker.ts';
import { displayArgv, displayText, visible } from '../../../command/display.ts';
import type { Size } from '../pages.ts';
import { type Entry, entriesOf, programOf } from './entries.ts';
import { clipped, ends } from './frame.ts';
import type { Line } from './screen.ts';
import type { State } from './state.ts';

/** The list: one line for each entry, and as many as fit around the cursor. Pure. */
export function listLines(state: State, { columns, rows }: Size): readonly Line[] {
  const entries = entriesOf(state);
  if (entries.length === 0) return [[{ text: clipped(emptyWords(state), columns), tone: 'muted' }]];
  const at = entries.findIndex(({ id }) => id === state.selected[state.page]);
  const from = Math.min(Math.max(0, at - Math.floor(rows / 2)), Math.max(0, entries.length - rows));
  return entries.slice(from, from + rows).map((entry, index) => line(state, entry, from + index === at, columns));
}

function emptyWords({ page, filter, typing, ready, trouble }: State): string {
  if (trouble !== undefined) return '';
  if (!ready) return 'reading ...';
  if ((typing ?? filter) !== '') return 'nothing fits the filter';
  return { live: 'nothing waits', history: 'nothing has ended yet', grants: 'no approval stands' }[page];
}

function line(state: State, entry: Entry, under: boolean, columns: number): Line {
  const { text, tone } = words(state, entry, columns - 2);
  return [{ text: `${under ? '> ' : '  '}${text}`, tone: under ? 'selected' : tone }];
}

type Words = { readonly text: string; readonly tone: 'plain' | 'grave' | 'muted' | 'notice' | 'danger' };

function words(state: State, entry: Entry, columns: number): Words {
  switch (entry.kind) {
    case 'request':
      return request(state, entry.known, entry.inside, columns);
    case 'group':
      return group(state, entry, columns);
    case 'standing':
      return standing(state, entry.known, columns);
  }
}

function request(state: State, known: Known, inside: boolean, columns: number): Words {
  const { id, view } = known;
  const ended = view.endedAt !== undefined || !state.live.some((each) => each.id === id);
  const grave = gravityOf(view.effects, false) === 'grave';
  const mark = ended
    ? ' '
    : view.broken
      ? '#'
      : view.state === 'questioned'
        ? '?'
        : view.state === 'granted'
          ? '+'
          : grave
            ? '!'
            : ' ';
  const fresh = state.fresh.has(id) ? '*' : ' ';
  const waits = span(state.now - view.submittedAt).padStart(4);
  const left =
    view.deadline === undefined || view.state === 'questioned' ? '   -' : span(view.deadline - state.now).padStart(4);
  const head = `${inside ? '  ' : ''}${fresh}${mark} ${id.slice(-8)} ${ended ? waits : `${waits} ${left}`}  `;
  const room = columns - head.length;
  const command = displayArgv(view.argv);
  const text = ended ? `${fateOf(view)}: ${command}` : room > 70 ? `${command}  ${visible(view.principal)}` : command;
  const tone = ended
    ? 'muted'
    : view.broken
      ? 'danger'
      : view.state === 'questioned'
        ? 'notice'
        : grave
          ? 'grave'
          : 'plain';
  return { text: head + ends(text, room), tone };
}

function group(state: State, { members, open }: Extract<Entry, { kind: 'group' }>, columns: number): Words {
  const [one] = members;
  const { view } = one!;
  const fresh = members.some(({ id }) => state.fresh.has(id)) ? '*' : ' ';
  const sign = open ? '-' : '+';
  if (state.page === 'history') {
    const reason = (view.ended?.reason ?? '').replaceAll('_', ' ');
    return {
      text: clipped(` ${sign} ${members.length} refused, ${reason}: ${visible(view.principal)}`, columns),
      tone: 'muted',
    };
  }
  const grave = members.some((member) => gravityOf(member.view.effects, false) === 'grave');
  const what = `${members.length} x ${programOf(one!)} [${view.effects.join(', ')}] of ${visible(view.principal)}`;
  return { text: clipped(`${fresh}${grave ? '!' : ' '} ${sign} ${what}`, columns), tone: grave ? 'grave' : 'plain' };
}

function standing(state: State, { id, view }: KnownStanding, columns: number): Words {
  const { grant, uses } = view;
  const until = view.open ? `${span(grant.until - state.now)} left` : view.state;
  const used = `used ${uses} ${uses === 1 ? 'time' : 'times'}`;
  const command = grant.shape.argv.map((word) => (word === null ? 'NAME' : displayText(word))).join(' ');
  const text = `${id.slice(-8)}  ${until}, ${used}  ${visible(grant.principal)}: ${command}`;
  return { text: ends(text, columns), tone: view.open ? 'plain' : 'muted' };
}

import { fateOf, span } from '../../../approval/fate.ts';
import { gravityOf } from '../../../approval/gravity.ts';
import { isCode } from '../../../approval/short-code.ts';
import type { Known, KnownStanding, Receiving, StandingReceiving } from '../../../broker/broker.ts';
import { displayArgv, displayText, visible } from '../../../command/display.ts';
import { cardLines } from '../card.ts';
import { CROWD, groupOf, programOf } from './entries.ts';
import { isUndecided } from './panel.ts';
import { DEAF_MILLISECONDS, type Effect, type Look, substance, withNewer } from './state.ts';

/**
 * The inbox line by line, for screen readers and for terminals that cannot draw: changes are told as they come, and what
 * is to be done is typed. Pure: a state and an event give a state, lines to print, and what is to be done.
 *
 * INVARIANT: as in the panel, a yes is about the id and digest of the card that was printed whole, and takes a line that
 * was typed half a second after that or later, with nothing changed since.
 */
export interface PlainState {
  readonly ready: boolean;
  readonly columns: number;
  readonly live: readonly Known[];
  readonly standings: readonly KnownStanding[];
  readonly confirm?: Confirm;
  /** The card is being read; lines that are typed meanwhile decide nothing. */
  readonly reading: boolean;
  readonly serial: number;
  readonly trouble?: string;
}

interface Confirm {
  readonly id: string;
  readonly digest: string;
  readonly substance: string;
  readonly word: string;
  readonly serial: number;
  readonly printedAt?: number;
  readonly listening: boolean;
}

type Purpose = 'show' | 'approve';

export type PlainEvent = { readonly now: number } & (
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'snapshot';
      readonly live: readonly Known[];
      readonly others: readonly Known[];
      readonly standings: readonly KnownStanding[];
    }
  | { readonly kind: 'look'; readonly look: Look; readonly purpose: Purpose }
  | { readonly kind: 'printed' }
  | { readonly kind: 'listening'; readonly serial: number }
  | { readonly kind: 'received'; readonly received: Receiving | StandingReceiving }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'trouble'; readonly text: string }
);

export type PlainEffect =
  | Extract<Effect, { kind: 'act' | 'refresh' | 'ring' | 'quit' }>
  | { readonly kind: 'look'; readonly id: string; readonly purpose: Purpose }
  | { readonly kind: 'history' };

export interface PlainStep {
  readonly state: PlainState;
  readonly says: readonly string[];
  readonly effects: readonly PlainEffect[];
}

export function plainFirst(columns: number): PlainState {
  return { ready: false, columns, live: [], standings: [], reading: false, serial: 0 };
}

const HELP = [
  'list                 what waits',
  'show CODE            the whole card',
  'approve CODE         shows the card, then asks',
  'deny CODE WHY        no; the one who asked reads why',
  'question CODE TEXT   ask back; the clock stands still',
  'revoke CODE          a grant that has not started, or a standing grant',
  'history, grants      what has ended, what stands for a while',
  'quit',
  'CODE is the end of an id, as it is printed.',
];

export function plainAdvance(before: PlainState, event: PlainEvent): PlainStep {
  switch (event.kind) {
    case 'line':
      return onLine(before, event.text.trim(), event.now);
    case 'snapshot':
      return onSnapshot(before, event);
    case 'look':
      return onLook(
        { ...before, reading: false, live: withNewer(before.live, event.look.known) },
        event.look,
        event.purpose,
      );
    case 'printed':
      return silent(
        before.confirm && before.confirm.printedAt === undefined
          ? { ...before, confirm: { ...before.confirm, printedAt: event.now } }
          : before,
      );
    case 'listening': {
      const { confirm } = before;
      const heard =
        confirm?.serial === event.serial &&
        confirm.printedAt !== undefined &&
        event.now - confirm.printedAt >= DEAF_MILLISECONDS;
      return silent(heard ? { ...before, confirm: { ...confirm, listening: true } } : before);
    }
    case 'received':
      return { state: before, says: [receivedWords(event.received)], effects: [{ kind: 'refresh' }] };
    case 'failed':
      return {
        state: { ...before, reading: false },
        says: [`not recorded: ${visible(event.text)}`],
        effects: [{ kind: 'refresh' }],
      };
    case 'trouble': {
      const state: PlainState = { ...without(before, 'confirm'), reading: false, trouble: event.text };
      const says =
        before.trouble === undefined
          ? [`the record cannot be reached, trying again; nothing is decided meanwhile: ${visible(event.text)}`]
          : [];
      return { state, says, effects: [] };
    }
  }
}

function onLine(state: PlainState, text: string, now: number): PlainStep {
  if (state.confirm) return onAnswer(state, state.confirm, text, now);
  if (state.reading) return said(state, 'typed too early, and dropped: the card was not there yet');
  const [, word = '', code = '', words = ''] = /^(\S*)\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case '':
      return silent(state);
    case 'help':
    case '?':
      return { state, says: HELP, effects: [] };
    case 'quit':
    case 'q':
      return { state, says: [], effects: [{ kind: 'quit' }] };
    case 'list':
      return { state, says: listLines(state, now), effects: [] };
    case 'grants':
      return { state, says: grantLines(state, now), effects: [] };
    case 'history':
      return { state, says: [], effects: [{ kind: 'history' }] };
    case 'show':
    case 'approve':
    case 'deny':
    case 'question':
    case 'revoke':
      return onAct(state, word.toLowerCase() as 'show', code.toLowerCase(), words.trim());
    default:
      return said(state, `\`${visible(word)}\` is no command; \`help\` lists them`);
  }
}

function onAct(
  state: PlainState,
  word: 'show' | 'approve' | 'deny' | 'question' | 'revoke',
  code: string,
  words: string,
): PlainStep {
  if (state.trouble !== undefined) return said(state, 'the record cannot be reached: nothing can be decided now');
  const known = theOne(state.live, code);
  const standing = word === 'revoke' ? theOne(state.standings, code) : undefined;
  if (known === undefined && standing === undefined)
    return said(
      state,
      code === ''
        ? `which one? ${word} CODE`
        : `no request, or several, end with ${visible(code)}; \`list\` shows them`,
    );
  if (standing && known === undefined)
    return {
      state,
      says: [],
      effects: [{ kind: 'act', act: 'revoke-grant', id: standing.id, digest: standing.view.digest }],
    };
  const { id, view } = known!;
  const digest = view.digest;
  if (word === 'show' || word === 'approve')
    return { state: { ...state, reading: true }, says: [], effects: [{ kind: 'look', id, purpose: word }] };
  if (word === 'revoke') return { state, says: [], effects: [{ kind: 'act', act: 'revoke', id, digest }] };
  if (words === '')
    return said(state, word === 'deny' ? 'why? deny CODE WHY' : 'what is the question? question CODE TEXT');
  return {
    state,
    says: [],
    effects: [{ kind: 'act', act: word === 'deny' ? 'deny' : 'ask', id, digest, text: words }],
  };
}

function theOne<What extends { readonly id: string }>(all: readonly What[], code: string): What | undefined {
  // Fewer could fit the next request as well.
  if (code.length < 4) return undefined;
  const found = all.filter(({ id }) => id.endsWith(code));
  return found.length === 1 ? found[0] : undefined;
}

function onLook(state: PlainState, { known, card }: Look, purpose: Purpose): PlainStep {
  const lines = cardLines(card, { columns: state.columns, color: false });
  if (purpose === 'show') return { state, says: lines, effects: [] };
  if (!isUndecided(known.view)) return said(state, `${card.short}: too late: ${fateOf(known.view)}`);
  const grave = card.gravity === 'grave';
  const ask = grave
    ? `It cannot be undone, or gate cannot tell. To let ${card.short} run, once, type the code ${card.code} and Enter. Anything else leaves it.`
    : `To let ${card.short} run, once, type y and Enter. Anything else leaves it.`;
  const serial = state.serial + 1;
  const confirm = {
    id: known.id,
    digest: card.digest,
    substance: substance(known.view),
    word: grave ? card.code : 'y',
    serial,
    listening: false,
  };
  return { state: { ...state, confirm, serial }, says: [...lines, ask], effects: [] };
}

function onAnswer(state: PlainState, confirm: Confirm, text: string, now: number): PlainStep {
  if (!confirm.listening) return said(state, 'typed too early, and dropped');
  const next = without(state, 'confirm');
  const { id, digest, word } = confirm;
  const short = id.slice(-8);
  if (!(word === 'y' ? text.toLowerCase() === 'y' : isCode(text, word)))
    return said(next, `${short}: nothing was decided`);
  const known = state.live.find((each) => each.id === id);
  const same = known?.view.digest === digest && substance(known.view) === confirm.substance;
  if (!same || (known.view.deadline !== undefined && now >= known.view.deadline))
    return said(next, `${short} has changed: nothing was decided`);
  return { state: next, says: [], effects: [{ kind: 'act', act: 'approve', id, digest }] };
}

function onSnapshot(before: PlainState, event: Extract<PlainEvent, { kind: 'snapshot' }>): PlainStep {
  const { live, others, standings, now } = event;
  const back = before.trouble === undefined ? [] : ['the record can be reached again'];
  let state: PlainState = { ...without(before, 'trouble'), ready: true, live, standings };
  if (!before.ready) {
    const help = 'Type help for the commands.';
    return { state, says: [...listLines(state, now), help], effects: [] };
  }
  const had = new Map(before.live.map((known) => [known.id, known]));
  const came = live.filter(({ id, view }) => !had.has(id) && isUndecided(view));
  const changed = [...live, ...others].filter(({ id, view }) => {
    const old = had.get(id);
    return old !== undefined && fateOf(old.view) !== fateOf(view);
  });
  const says = [...back, ...newLines(came, now), ...changed.map(({ id, view }) => `${id.slice(-8)}: ${fateOf(view)}`)];
  const { confirm } = state;
  const asked = confirm && [...live, ...others].find(({ id }) => id === confirm.id);
  if (confirm && (asked === undefined || substance(asked.view) !== confirm.substance)) {
    state = without(state, 'confirm');
    says.push(`${confirm.id.slice(-8)} changed while you were asked: you decided nothing`);
  }
  const waiting = live.filter(({ view }) => isUndecided(view)).length;
  return { state, says, effects: came.length > 0 ? [{ kind: 'ring', waiting }] : [] };
}

/** One line for each, or one for many of a kind. */
function newLines(came: readonly Known[], now: number): readonly string[] {
  return [...Map.groupBy(came, (known) => groupOf(known, 'live')).values()].flatMap((members) => {
    const [one] = members;
    if (members.length < CROWD) return members.map((known) => `new: ${requestLine(known, now)}`);
    return [
      `new: ${members.length} x ${programOf(one!)} [${one!.view.effects.join(', ')}] of ${visible(one!.view.principal)}; list shows them`,
    ];
  });
}

function listLines({ live }: PlainState, now: number): readonly string[] {
  const waiting = live.filter(({ view }) => isUndecided(view)).length;
  return [
    waiting === 0 ? 'nothing waits' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'}`,
    ...live.map((known) => requestLine(known, now)),
  ];
}

function requestLine({ id, view }: Known, now: number): string {
  const state = view.state === 'pending' ? '' : ` ${fateOf(view)};`;
  const left =
    view.deadline === undefined || view.state !== 'pending' ? '' : `, expires in ${span(view.deadline - now)}`;
  const grave = gravityOf(view.effects, false) === 'grave' ? ' cannot be undone, or gate cannot tell;' : '';
  const times = `waits ${span(now - view.submittedAt)}${left}`;
  return `${id.slice(-8)}:${state}${grave} ${visible(view.principal)} asks for ${displayArgv(view.argv)} [${view.effects.join(', ')}], ${times}`;
}

function grantLines({ standings }: PlainState, now: number): readonly string[] {
  const open = standings.filter(({ view }) => view.open);
  if (open.length === 0) return ['no approval stands'];
  return open.map(({ id, view: { grant, uses } }) => {
    const command = grant.shape.argv.map((word) => (word === null ? 'NAME' : displayText(word))).join(' ');
    return `${id.slice(-8)}: ${visible(grant.principal)} may run ${command}, ${span(grant.until - now)} left, used ${uses} times`;
  });
}

export function historyLines(ended: readonly Known[]): readonly string[] {
  if (ended.length === 0) return ['nothing has ended yet'];
  return ended.map(({ id, view }) => `${id.slice(-8)}: ${fateOf(view)}: ${displayArgv(view.argv)}`);
}

function receivedWords(received: Receiving | StandingReceiving): string {
  const { known } = received;
  const short = known.id.slice(-8);
  if (received.kind === 'not_yours') return `${short}: not recorded: ${visible(received.why)}`;
  const fate = known.view.kind === 'standing' ? known.view.state : fateOf(known.view);
  return received.kind === 'ended'
    ? `${short}: too late, nothing was recorded: ${fate}`
    : `${short}: recorded: ${fate}`;
}

function said(state: PlainState, text: string): PlainStep {
  return { state, says: [text], effects: [] };
}

function silent(state: PlainState): PlainStep {
  return { state, says: [], effects: [] };
}

function without(state: PlainState, key: 'confirm' | 'trouble'): PlainState {
  const { [key]: _, ...rest } = state;
  return rest;
}

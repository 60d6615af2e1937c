import type { Card } from '../../../approval/card.ts';
import { span } from '../../../approval/fate.ts';
import { visible } from '../../../command/display.ts';
import { spoken } from '../../../policy/duration.ts';
import { wrapped } from '../card.ts';
import type { Size } from '../pages.ts';
import { tail } from './frame.ts';
import type { Line, Span } from './screen.ts';
import type { Panel, State } from './state.ts';

/** The panel as lines, and whether all of it fits: what does not is not answered. Pure. */
export function panelLines(
  state: State,
  panel: Panel,
  { columns, rows }: Size,
): { readonly lines: readonly Line[]; readonly whole: boolean } {
  const card = state.looks.get(panel.id)?.card;
  if (panel.over !== undefined) {
    const why = wrapped(panel.over, columns).map((text): Line => [{ text, tone: 'bad' }]);
    return {
      lines: [heading(panel, card), [], ...why, [], [{ text: 'Escape goes back to the list.' }]].slice(0, rows),
      whole: false,
    };
  }
  const about =
    panel.act === 'revoke-grant'
      ? grantLines(state, panel)
      : card
        ? cardLines(state, panel.act, card, columns, rows)
        : [];
  const lines: Line[] = [
    heading(panel, card),
    ...about.flatMap(({ text, tone }) =>
      wrapped(text, columns).map((part): Line => [{ text: part, ...(tone && { tone }) }]),
    ),
    [],
    ...(state.warning === undefined
      ? []
      : wrapped(state.warning, columns).map((text): Line => [{ text, tone: 'notice' }])),
    ...wrapped(asks(panel, card), columns).map((text): Line => [{ text, tone: 'title' }]),
    answer(panel, columns),
  ];
  return {
    lines: lines.slice(0, rows),
    whole: lines.length <= rows && (card !== undefined || panel.act === 'revoke-grant'),
  };
}

const NAMES: Readonly<Record<Panel['act'], string>> = {
  approve: 'APPROVE',
  deny: 'DENY',
  ask: 'TELL ME MORE',
  revoke: 'REVOKE',
  'revoke-grant': 'REVOKE STANDING GRANT',
};

function heading(panel: Panel, card: Card | undefined): Line {
  const code = card && panel.act !== 'revoke-grant' ? `   code ${card.code}` : '';
  return [
    { text: `${NAMES[panel.act]}  ${panel.id.slice(-8)}${code}`, tone: panel.act === 'approve' ? 'grave' : 'title' },
  ];
}

function cardLines(state: State, act: Panel['act'], card: Card, columns: number, rows: number): readonly Span[] {
  const left = card.expiresAt === undefined ? '' : `, expires in ${span(card.expiresAt - state.now)}`;
  const asker = card.facts.find(({ label }) => label === 'asked by')?.lines[0] ?? '';
  const command = card.command.flatMap((line) => wrapped(line, columns));
  // What is too long for the panel was in the card, every row of it; the digest stands for it here.
  const room = Math.max(1, rows - 12);
  const long = command.length > room;
  const { standsSeconds, covers } = card.approval;
  const stands: readonly Span[] =
    act === 'approve' && standsSeconds > 0
      ? [
          { text: `AND FOR ${spoken(standsSeconds)} AFTER THIS, without asking:`, tone: 'notice' },
          ...covers.map((text) => ({ text: `  ${text}` })),
        ]
      : [];
  return [
    { text: card.title, tone: card.gravity === 'grave' ? 'grave' : 'title' },
    ...(long
      ? [{ text: `(its ${command.length} lines are in the card)`, tone: 'notice' as const }]
      : command.map((text) => ({ text }))),
    { text: `asked by ${asker}` },
    { text: `waits ${span(state.now - card.submittedAt)}${left}`, tone: 'muted' },
    { text: card.digest, tone: 'muted' },
    ...stands,
  ];
}

function grantLines(state: State, panel: Panel): readonly Span[] {
  const known = state.standings.find(({ id }) => id === panel.id);
  if (known === undefined) return [];
  const { principal, until } = known.view.grant;
  return [{ text: `of ${visible(principal)}, ${span(until - state.now)} left, used ${known.view.uses} times` }];
}

function asks(panel: Panel, card: Card | undefined): string {
  switch (panel.act) {
    case 'approve':
      return panel.word === 'y'
        ? 'To let it run, once: y and Enter'
        : `It cannot be undone, or gate cannot tell. To let it run, once: the code ${card?.code ?? ''} and Enter`;
    case 'deny':
      return 'Why not? The one who asked reads it. Enter denies';
    case 'ask':
      return 'What do you want to know? The clock of the request stands still until it is answered. Enter asks';
    case 'revoke':
      return 'To take the grant back before it starts: y and Enter';
    case 'revoke-grant':
      return 'To end it, so that people are asked again: y and Enter';
  }
}

function answer({ listening, typed }: Panel, columns: number): Line {
  if (!listening && typed === '') return [{ text: 'one moment ...', tone: 'muted' }];
  // Letters of other scripts may be two cells wide.
  const wide = [...typed].filter((char) => char > '~').length;
  return [{ text: tail(`: ${typed}${listening ? '_' : ''}`, Math.max(8, columns - wide)) }];
}

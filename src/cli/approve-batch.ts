import type { Card } from '../approval/card.ts';
import type { Known, Queue } from '../broker/broker.ts';
import { lookAt } from '../broker/look.ts';
import { wrapped } from '../channels/terminal/card.ts';
import { lookOnTerminal } from '../channels/terminal/look.ts';
import { USUAL } from '../channels/terminal/pages.ts';
import { askOnTerminal, requireRoom } from '../channels/terminal/prompt.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { ago } from '../policy/duration.ts';
import { chance } from '../wiring.ts';
import { type Approving, castApproval, declined, objectionTo } from './approve.ts';
import { EXIT } from './exit-codes.ts';
import { foundOr, type Result } from './results.ts';
import type { Actor } from './votes.ts';

interface Row {
  readonly known: Known;
  readonly card: Card;
}

/**
 * Several requests by name, never "all": a table with every command whole, one question, a result for each. What is
 * grave, or needs a proof, is left out: it deserves to be read alone.
 */
export async function approveSeveral(
  broker: Queue,
  ids: readonly string[],
  options: Approving,
  actor: Actor,
): Promise<readonly Result[]> {
  if (options.digest !== undefined || options.for !== undefined) {
    throw new GateError('USAGE', '--digest and --for are for one request', {
      hint: 'approve them one after the other',
    });
  }
  const results = new Map<string, Result>();
  const rows: Row[] = [];
  for (const id of ids) {
    const found = await examined(broker, id, actor);
    if ('outcome' in found) results.set(found.id, found);
    else if (!rows.some(({ known }) => known.id === found.known.id)) rows.push(found);
  }
  if (rows.length === 0) return [...results.values()];
  requireRoom(USUAL, 'reading and approving requests');
  const { columns } = lookOnTerminal(options.environment);
  const text = [...rows.flatMap((row, index) => rowLines(row, index, columns)), ...leftOut(results, columns)];
  const count = String(rows.length);
  const typed = await askOnTerminal(
    `${text.join('\n')}\n`,
    `  approve these ${count}? type ${count} and Enter; anything else is no: `,
  );
  const yes = typed.kind === 'line' && typed.text.trim() === count;
  for (const { known } of rows) {
    const no = declined(known.id, typed.kind === 'line' ? EXIT.refused : EXIT.ended);
    results.set(known.id, yes ? await castApproval(broker, known, options, actor) : no);
  }
  return [...results.values()];
}

/** A request that may be in the batch, or the reason why it is not. */
async function examined(broker: Queue, id: string, actor: Actor): Promise<Row | Result> {
  const known = await foundOr(broker, id);
  if ('outcome' in known) return known;
  const objection = await objectionTo(broker, known, actor);
  if (objection) return objection;
  const card = await lookAt(broker, known, { by: actor.identified.principal.id, now: chance.now() });
  const why = tooMuch(card);
  if (why === undefined) return { known, card };
  const message = `left out: ${why}; approve it alone: gate approve ${card.short}`;
  return { id: known.id, outcome: 'left_out', status: EXIT.refused, message, state: known.view.state };
}

function tooMuch({ gravity, approval }: Card): string | undefined {
  if (gravity === 'grave') return 'it may destroy, reveal, give away or hide something';
  if (approval.standsSeconds > 0) return 'its approval would stand for a while';
  return approval.evidence === 'os' ? undefined : `it asks for evidence ${approval.evidence}`;
}

function rowLines({ known, card }: Row, index: number, columns: number): string[] {
  const { view } = known;
  const head = `[${index + 1}] ${card.code}  ${card.short}  ${visible(view.principal)}  ${ago(view.submittedAt, chance.now())}`;
  const lines = [...card.command, `= ${card.title}`, `rule ${view.rules.map(visible).join(', ')}`];
  return [
    ...wrapped(head, columns),
    ...lines.flatMap((line) => wrapped(line, columns - 4)).map((line) => `    ${line}`),
  ];
}

function leftOut(results: ReadonlyMap<string, Result>, columns: number): string[] {
  return [...results.values()].flatMap(({ id, message }) =>
    wrapped(`not in it: ${visible(id.slice(-8))}: ${message.split('\n')[0]}`, columns),
  );
}

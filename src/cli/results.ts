import { answerOf } from '../approval/answer.ts';
import type { View } from '../approval/states.ts';
import type { Known, Queue, Receiving } from '../broker/broker.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { grantedBy, refusalLine } from './report.ts';
import type { Actor } from './votes.ts';

/** What became of one vote, question or withdrawal, for people and for programs. */
export interface Result {
  readonly id: string;
  readonly outcome: 'recorded' | 'not_yours' | 'too_late' | 'unknown' | 'left_out' | 'declined';
  readonly status: number;
  /** Printable; lines after the first are for people who wonder why. */
  readonly message: string;
  readonly state?: View['state'];
}

/** One of several: that nobody knows it is a result like others. */
export async function foundOr(broker: Queue, id: string): Promise<Known | Result> {
  try {
    return await broker.find(id);
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'UNKNOWN_REQUEST') throw error;
    return { id, outcome: 'unknown', status: EXIT.usage, message: visible(error.message) };
  }
}

export function resultOf(received: Receiving, actor: Actor, words: (known: Known) => string): Result {
  const { known } = received;
  const about = { id: known.id, state: known.view.state };
  switch (received.kind) {
    case 'recorded':
      return { ...about, outcome: 'recorded', status: EXIT.ok, message: words(known) };
    case 'not_yours':
      return { ...about, ...notYours(known.id, received.why, actor) };
    case 'ended':
      return { ...about, ...tooLate(known) };
  }
}

/** Says who gate thinks is asking and why, so that a mistake can be seen and mended. */
export function notYours(id: string, why: string, { identified }: Actor): Result {
  const who = `you are ${visible(identified.principal.id)}: ${identified.why.map(visible).join('; ')}`;
  return { id, outcome: 'not_yours', status: EXIT.refused, message: `not recorded: ${visible(why)}\n  ${who}` };
}

/** Says who was faster, and when. */
export function tooLate({ id, view }: Known): Result {
  const message = `too late, nothing was recorded: ${endOf(id, view)}`;
  return { id, outcome: 'too_late', status: EXIT.ended, message, state: view.state };
}

function endOf(id: string, view: View): string {
  const when = (at: number | undefined) => (at === undefined ? '' : ` at ${new Date(at).toISOString()}`);
  const { state } = view;
  if (state === 'granted' || state === 'started' || state === 'finished' || state === 'failed' || state === 'unknown') {
    const voted = view.votes.findLast(({ vote }) => vote === 'approve')?.at;
    const by = view.votes.length > 0 ? `${grantedBy(view)}${when(voted)}; ` : '';
    return `${by}it is ${state}${when(view.endedAt ?? view.startedAt)}`;
  }
  const answer = answerOf(id, view);
  return `${answer.kind === 'refused' ? refusalLine(answer) : `it is ${state}`}${when(view.endedAt)}`;
}

export function printResult({ message }: Result, io: Io): void {
  io.stderr(`gate: ${message}\n`);
}

/** One line each, or all as data. @returns the exit status: the worst of them */
export function printResults(results: readonly Result[], options: { json?: boolean }, io: Io): number {
  if (options.json) {
    const rows = results.map(({ id, outcome, message, state }) => ({ id, outcome, state: state ?? null, message }));
    io.stdout(jsonLine({ schema_version: 1, results: rows }));
  } else if (results.length === 1) {
    printResult(results[0]!, io);
  } else {
    for (const { id, message } of results) io.stderr(`gate: ${visible(id.slice(-8))}: ${message}\n`);
  }
  return Math.max(EXIT.ok, ...results.map(({ status }) => status));
}

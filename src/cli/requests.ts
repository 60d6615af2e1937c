import type { Field } from '../approval/card.ts';
import { mayVote } from '../approval/directory.ts';
import type { Looking } from '../approval/previews/previews.ts';
import { shortCode } from '../approval/short-code.ts';
import type { Known, Queue, RecordedEvent } from '../broker/broker.ts';
import { lookAt, maySeePreviews } from '../broker/look.ts';
import { cardLines, zoneLines } from '../channels/terminal/card.ts';
import { lookOn } from '../channels/terminal/look.ts';
import { flat, visible } from '../command/display.ts';
import { chance } from '../wiring.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import type { Actor } from './votes.ts';

/** `gate show`: the card of a request, and the one continuous record of it. */

export async function show(
  broker: Queue,
  id: string,
  options: { json?: boolean; environment: Readonly<Record<string, string>>; looking: () => Promise<Looking> },
  actor: Actor,
  io: Io,
): Promise<number> {
  const known = await broker.find(id);
  const by = looker(actor);
  if (options.json) {
    const events = await broker.record(known.id);
    const { people } = await broker.asked(known.id);
    io.stdout(jsonLine(recordOf(known, events, maySeePreviews(known.view, people, by))));
    return 0;
  }
  const { looking } = options;
  const card = await lookAt(broker, known, { ...(by !== undefined && { by, looking }), now: chance.now() });
  const events = await broker.record(known.id);
  const look = lookOn(1, options.environment);
  const happened = zoneLines('what happened, as it is recorded', events.flatMap(timeline), look);
  io.stdout(`${[...cardLines(card, look), ...happened].join('\n')}\n`);
  return 0;
}

/** Whose eyes these are: a person's only where they could also vote. */
function looker({ identified, tty }: Actor): string | undefined {
  const { principal, supervised } = identified;
  return mayVote(principal, supervised, tty) === undefined ? principal.id : undefined;
}

/** One row of `list --json`. */
export function summary({ id, view }: Known) {
  return {
    id,
    state: view.state,
    digest: view.digest,
    argv: view.argv.map(flat),
    principal: view.principal,
    decision: view.decision,
    rules: view.rules,
    submitted_at: iso(view.submittedAt),
    expires_at: iso(view.deadline),
    question: view.question ?? null,
    ended: view.ended ?? null,
    code: shortCode(view.digest),
    effects: view.effects,
    repeated: view.repeated,
    standing: view.standing ?? null,
    break_glass: view.broken === undefined ? null : { by: view.broken.by, reviewed: view.review !== undefined },
  };
}

/** Intent, context, decision, votes and outcome as data. */
function recordOf(known: Known, events: readonly RecordedEvent[], previews: boolean) {
  const payload = (type: string) => events.find((event) => event.type === type)?.payload ?? null;
  return {
    schema_version: 1,
    ...summary(known),
    request: payload('request.submitted'),
    policy: payload('request.decided'),
    votes: known.view.votes,
    answers: known.view.answers,
    run: runOf(known),
    outcome: payload('run.finished') ?? payload('run.failed'),
    events: events.map(({ index, at, type, payload: body }) => ({
      index,
      at: iso(at),
      type,
      payload: type === 'request.previewed' && !previews ? null : body,
    })),
  };
}

function runOf({ view: { mode, runAs, startedAt } }: Known) {
  return mode === undefined ? null : { mode, run_as: runAs ?? null, started_at: iso(startedAt) };
}

const QUIET = new Set(['request.submitted', 'request.decided']);

/** What only machines compare; and what previews found, which stands in the card, for those who may see it. */
const NOT_SAID = new Set(['runner', 'previews', 'digest', 'nonce', 'at', 'signature', 'assertion']);

/** Everything after the decision, one line each. */
function timeline({ at, type, payload }: RecordedEvent): Field[] {
  if (QUIET.has(type)) return [];
  const said = Object.entries((payload ?? {}) as Record<string, unknown>)
    .filter(([key]) => !NOT_SAID.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [{ label: iso(at) ?? '', lines: [visible([type, ...said].join(' '))] }];
}

function iso(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

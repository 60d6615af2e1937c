import { askedOf } from '../approval/acts.ts';
import { type Card, covers } from '../approval/card.ts';
import { mayVote } from '../approval/directory.ts';
import type { Looking } from '../approval/previews/previews.ts';
import { notAsked } from '../approval/quorum.ts';
import { isCode } from '../approval/short-code.ts';
import type { Ballot, Known, Queue } from '../broker/broker.ts';
import { lookAt } from '../broker/look.ts';
import { cardLines } from '../channels/terminal/card.ts';
import { lookOn, lookOnTerminal } from '../channels/terminal/look.ts';
import { USUAL } from '../channels/terminal/pages.ts';
import { askOnTerminal, requireRoom } from '../channels/terminal/prompt.ts';
import { proofFor } from '../channels/terminal/proof.ts';
import { GateError } from '../errors.ts';
import { spoken } from '../policy/duration.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { grantedBy } from './report.ts';
import { notYours, printResults, type Result, resultOf, tooLate } from './results.ts';
import { type Actor, matches, wrongDigest } from './votes.ts';

export interface Approving {
  /** Given: it was read elsewhere, and nothing is asked here. */
  readonly digest?: string;
  readonly message?: string;
  /** Seconds that the approval is to stand. */
  readonly for?: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How what would change is looked at, for the one who reads the card here. */
  readonly looking: () => Promise<Looking>;
}

/** `gate approve ID...`: exit 0 recorded; else the worst of 64 unknown, 76 too late, 77 not theirs or not answered yes. */
export async function approve(
  broker: Queue,
  ids: readonly string[],
  options: Approving & { readonly json?: boolean },
  actor: Actor,
  io: Io,
): Promise<number> {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    return printResults([await approveOne(broker, only, options, actor, io)], options, io);
  }
  const { approveSeveral } = await import('./approve-batch.ts');
  return printResults(await approveSeveral(broker, ids, options, actor), options, io);
}

/**
 * One request: its whole card, in pages, and the question only after the last of them. Enter alone is a no. What is
 * grave is approved by typing its code, which is unlike that of any other.
 */
export async function approveOne(broker: Queue, id: string, options: Approving, actor: Actor, io: Io): Promise<Result> {
  const known = await broker.find(id);
  const objection = await objectionTo(broker, known, actor);
  if (options.digest !== undefined && !matches(options.digest, known.view.digest))
    throw wrongDigest(known.id, options.digest);
  if (objection) return objection;
  const me = actor.identified.principal.id;
  const here = options.digest === undefined && { looking: options.looking };
  const card = await lookAt(broker, known, { by: me, now: chance.now(), ...here });
  if (options.for !== undefined) requireStanding(card, options.for);
  const seconds = options.for ?? card.approval.standsSeconds;
  const standing = seconds === 0 ? [] : standingLines(known, seconds);
  if (options.digest !== undefined) {
    io.stderr(`${[...cardLines(card, lookOn(2, options.environment)), ...standing].join('\n')}\n`);
  } else {
    requireRoom(USUAL, 'reading and approving a request');
    const text = [...cardLines(card, lookOnTerminal(options.environment)), ...standing].join('\n');
    const typed = await askOnTerminal(`${text}\n`, question(card, seconds));
    if (typed.kind !== 'line') return declined(known.id, EXIT.ended);
    if (!isYes(typed.text, card)) return declined(known.id, EXIT.refused);
  }
  return castApproval(broker, known, options, actor);
}

/** The vote itself, with the proof that the rules ask for. */
export async function castApproval(
  broker: Queue,
  { id, view }: Known,
  options: Pick<Approving, 'message' | 'for'>,
  actor: Actor,
): Promise<Result> {
  const ballot: Omit<Ballot, 'proof' | 'text'> = {
    vote: 'approve',
    voter: actor.identified.principal.id,
    digest: view.digest,
    at: chance.now(),
    nonce: Buffer.from(chance.random(16)).toString('hex'),
    ...(options.for !== undefined && { standing: { seconds: options.for, shape: view.shape.digest } }),
  };
  const proof = await proofFor(broker, id, ballot);
  if (proof === undefined)
    return notYours(
      id,
      'what it asks for was not proven; `gate enroll --list` shows what you can prove it with',
      actor,
    );
  const text = options.message === undefined ? {} : { text: options.message };
  const received = await broker.vote(id, { ...ballot, ...text, proof });
  return resultOf(received, actor, (known) => recordedWords(known, options.for));
}

function recordedWords({ view }: Known, seconds: number | undefined): string {
  if (view.state === 'granted' || view.state === 'started' || view.state === 'finished') {
    return `${grantedBy(view)}${seconds === undefined ? '' : `; \`gate grants\` lists what stands`}`;
  }
  return view.state === 'questioned'
    ? 'recorded; it counts when the question is answered'
    : 'recorded; more people are asked';
}

/** Why this person's yes cannot count, before anything is shown; undefined when it can. */
export async function objectionTo(broker: Queue, known: Known, actor: Actor): Promise<Result | undefined> {
  const { id, view } = known;
  const barred = mayVote(actor.identified.principal, actor.identified.supervised, actor.tty);
  if (barred !== undefined) return notYours(id, barred, actor);
  if (view.decision !== 'hold' || (view.state !== 'pending' && view.state !== 'questioned')) return tooLate(known);
  const me = actor.identified.principal.id;
  if (view.principal === me) return notYours(id, 'you asked for it yourself', actor);
  const { people } = await broker.asked(id);
  return people.includes(me) ? undefined : notYours(id, notAsked(askedOf(view)), actor);
}

function question(card: Card, seconds: number): string {
  const time = seconds === 0 ? '' : ` for ${spoken(seconds)}`;
  const what = card.gravity === 'grave' ? `its code ${card.code}` : 'y';
  return `  approve${time}? type ${what} and Enter; anything else is no: `;
}

function isYes(typed: string, card: Card): boolean {
  return card.gravity === 'grave' ? isCode(typed, card.code) : /^y(es)?$/i.test(typed.trim());
}

export function declined(id: string, status: number): Result {
  return { id, outcome: 'declined', status, message: 'not approved, nothing was recorded' };
}

function requireStanding({ approval }: Card, seconds: number): void {
  if (seconds <= approval.standingSeconds) return;
  const most = approval.standingSeconds;
  throw new GateError(
    'USAGE',
    most === 0
      ? 'an approval of this may not stand: it is for once'
      : `an approval of this may stand for ${spoken(most)} at most`,
    { hint: 'approve it without --for, or for less; `standing:` in the rule says how long' },
  );
}

/** What would stand, beside the question and not only far above. */
function standingLines({ view }: Known, seconds: number): readonly string[] {
  return [`-- and for ${spoken(seconds)} after this, without asking --`, ...covers(view).map((line) => `  ${line}`)];
}

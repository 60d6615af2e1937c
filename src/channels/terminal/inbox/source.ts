import { askedOf } from '../../../approval/acts.ts';
import type { Proof } from '../../../approval/evidence.ts';
import type { Looking } from '../../../approval/previews/previews.ts';
import { notAsked } from '../../../approval/quorum.ts';
import { shortCode } from '../../../approval/short-code.ts';
import type { Ballot, Known, KnownStanding, Queue, Receiving, StandingReceiving } from '../../../broker/broker.ts';
import { lookAt } from '../../../broker/look.ts';
import { GateError } from '../../../errors.ts';
import { lastLike } from './difference.ts';
import type { Effect, Look } from './state.ts';

/** What the inbox reads from the broker, and what it writes there. */

/** More than these are not shown, and the header says how many there are. */
const MOST_LIVE = 2000;
export const MOST_ENDED = 200;
/** Searched for the last command like one. */
const MOST_LIKE = 200;

export interface Read {
  readonly live: readonly Known[];
  readonly ended?: readonly Known[];
  readonly standings?: readonly KnownStanding[];
  readonly others: readonly Known[];
}

export async function readAll(
  broker: Queue,
  { page, watched }: { readonly page: string; readonly watched: readonly string[] },
): Promise<Read> {
  const live = (await broker.list({ open: true, limit: MOST_LIVE })).filter(isShown).toReversed();
  const here = new Set(live.map(({ id }) => id));
  const others: Known[] = [];
  for (const id of watched) if (!here.has(id)) others.push(await broker.get(id));
  return {
    live,
    others,
    ...(page === 'history' && { ended: await broker.list({ open: false, limit: MOST_ENDED }) }),
    ...(page === 'grants' && { standings: await broker.standings({ limit: MOST_ENDED }) }),
  };
}

/** What people have to do with: what asks them, what they granted and has not started, and what ran without them. */
function isShown({ view }: Known): boolean {
  if (view.broken !== undefined && view.review === undefined) return true;
  return view.decision === 'hold' && ['pending', 'questioned', 'granted'].includes(view.state);
}

/** @param looking given: what would change is looked at first, which takes seconds at most */
export async function lookOf(
  broker: Queue,
  id: string,
  { by, now }: Pick<Voter, 'by' | 'now'>,
  looking?: () => Promise<Looking>,
): Promise<Look> {
  const known = await broker.get(id);
  const { principal } = known.view;
  const [card, own, { people }] = await Promise.all([
    lookAt(broker, known, { by, now: now(), ...(looking && { looking }) }),
    broker.list({ principal, limit: MOST_LIKE }),
    broker.asked(id),
  ]);
  const like = lastLike(known, own);
  const why = by === principal ? 'you asked for it yourself' : notAsked(askedOf(known.view));
  return { known, card, ...(like && { like }), ...(!people.includes(by) && { objection: why }) };
}

/**
 * Looks at what would change, when nobody has; what was found is then an event like others, and the card is read anew.
 * Never fails: a card without it says that none was made.
 */
export async function lookAhead(broker: Queue, id: string, { by, looking }: Voter): Promise<void> {
  if (looking === undefined) return;
  try {
    const { withPreviews } = await import('../../../broker/previews.ts');
    await withPreviews(broker, await broker.get(id), by, looking);
  } catch {
    // The next reading of the record says what is wrong with it.
  }
}

export interface Voter {
  readonly by: string;
  /** How what would change is looked at. */
  readonly looking?: () => Promise<Looking>;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** Lets somebody type at the terminal what proves who they are, with a line about what it is for. */
export type Lend = <What>(about: string, use: () => Promise<What>) => Promise<What>;

/**
 * One decision, as it was confirmed: about that id, and that digest.
 * @param lend gives the terminal to the question for a factor, where a rule asks for one
 */
export async function carryOut(
  broker: Queue,
  { act, id, digest, text }: Extract<Effect, { kind: 'act' }>,
  { by, now, random }: Voter,
  lend: Lend,
): Promise<Receiving | StandingReceiving> {
  const words = { by, ...(text === undefined ? {} : { text }) };
  switch (act) {
    case 'approve':
    case 'deny': {
      const nonce = Buffer.from(random(16)).toString('hex');
      const ballot = { vote: act, voter: by, digest, at: now(), nonce };
      const proof = await proven(broker, id, ballot, lend);
      return broker.vote(id, { ...ballot, proof, ...(text === undefined ? {} : { text }) });
    }
    case 'ask':
      return broker.ask(id, words);
    case 'revoke':
      return broker.revoke(id, words);
    case 'revoke-grant':
      return broker.revokeStanding(id, words);
  }
}

async function proven(broker: Queue, id: string, ballot: Omit<Ballot, 'proof' | 'text'>, lend: Lend): Promise<Proof> {
  if (ballot.vote === 'deny') return { kind: 'os' };
  const { wanted } = await broker.proofAsked(id, ballot.voter);
  if (wanted === 'os') return { kind: 'os' };
  const { proofFor } = await import('../proof.ts');
  const about = `to approve ${id.slice(-8)}, code ${shortCode(ballot.digest)}`;
  const proof = await lend(about, () => proofFor(broker, id, ballot));
  if (proof !== undefined) return proof;
  throw new GateError('CHANNEL_UNAVAILABLE', 'what the request asks for was not proven');
}

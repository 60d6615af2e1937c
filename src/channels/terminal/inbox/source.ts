import { askedOf } from '../../../approval/acts.ts';
import { notAsked } from '../../../approval/quorum.ts';
import type { Broker, Known, KnownStanding, Receiving, StandingReceiving } from '../../../broker/broker.ts';
import { lookAt } from '../../../broker/look.ts';
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
  broker: Broker,
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

export async function lookOf(broker: Broker, id: string, by: string, now: number): Promise<Look> {
  const known = await broker.get(id);
  const { principal } = known.view;
  const [card, own, { people }] = await Promise.all([
    lookAt(broker, known, { by, now }),
    broker.list({ principal, limit: MOST_LIKE }),
    broker.asked(id),
  ]);
  const like = lastLike(known, own);
  const why = by === principal ? 'you asked for it yourself' : notAsked(askedOf(known.view));
  return { known, card, ...(like && { like }), ...(!people.includes(by) && { objection: why }) };
}

export interface Voter {
  readonly by: string;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** One decision, as it was confirmed: about that id, and that digest. */
export async function carryOut(
  broker: Broker,
  { act, id, digest, text }: Extract<Effect, { kind: 'act' }>,
  { by, now, random }: Voter,
): Promise<Receiving | StandingReceiving> {
  const words = { by, ...(text === undefined ? {} : { text }) };
  switch (act) {
    case 'approve':
    case 'deny':
      return broker.vote(id, {
        vote: act,
        voter: by,
        proof: { kind: 'os' },
        digest,
        at: now(),
        nonce: Buffer.from(random(16)).toString('hex'),
        ...(text === undefined ? {} : { text }),
      });
    case 'ask':
      return broker.ask(id, words);
    case 'revoke':
      return broker.revoke(id, words);
    case 'revoke-grant':
      return broker.revokeStanding(id, words);
  }
}

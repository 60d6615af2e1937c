import { askedOf } from '../../approval/acts.ts';
import { levelOf, reaches } from '../../approval/evidence.ts';
import { notAsked } from '../../approval/quorum.ts';
import { substance } from '../../approval/substance.ts';
import type { Known } from '../../broker/broker.ts';
import { lookAt } from '../../broker/look.ts';
import { visible } from '../../command/display.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { html, type Part } from './html.ts';
import { grantsPart, historyPart, waitingPart } from './pages/lists.ts';
import { type Looked, requestPart } from './pages/request.ts';
import { Refusal } from './refusal.ts';
import { EVIDENCE } from './sessions.ts';
import { hex, idIn, maySee, onTo, page, type SignedIn } from './visit.ts';

/** The pages that are read. None of them changes anything (CH-07). */

const MOST_LIVE = 2000;
const MOST_ENDED = 500;
/** How long a new passkey is spoken of. */
const NEWS_MILLISECONDS = 7 * 86_400_000;

export async function list(visit: SignedIn): Promise<Response> {
  const { desk, session } = visit;
  const all = await desk.broker.list({ open: true, limit: MOST_LIVE });
  const shown = all.filter((known) => isShown(known) && maySee(visit, known.view)).toReversed();
  const title = shown.length === 0 ? 'nothing waits' : `(${shown.length}) waiting`;
  const main = [await newPasskeys(visit), waitingPart(shown, session.person, desk.now())];
  return page(visit, { title, session, here: 'list', main, data: { page: 'list', seen: '' } });
}

/** What people have to do with: what asks them, what they granted and has not started, and what ran without them. */
function isShown({ view }: Known): boolean {
  if (view.broken !== undefined && view.review === undefined) return true;
  return view.decision === 'hold' && ['pending', 'questioned', 'granted'].includes(view.state);
}

/** Who else could have added one is found out by its owner. */
async function newPasskeys({ desk, session }: SignedIn): Promise<Part> {
  const able = await (await desk.enrolment()).able(session.person);
  const fresh = able.flatMap((each) =>
    each.kind === 'passkey' && desk.now() - each.added < NEWS_MILLISECONDS ? [each] : [],
  );
  return fresh.map(
    ({ name, added }) =>
      html`<p class="notice">A passkey was added to your account at ${new Date(added).toISOString().slice(0, 16)}Z: ${visible(name)}. If that was not you, <a href="/account">take it back</a> and tell whoever runs this gate.</p>`,
  );
}

export async function history(visit: SignedIn): Promise<Response> {
  const { desk, session } = visit;
  const ended = await desk.broker.list({ open: false, limit: MOST_ENDED });
  const own = ended.filter(({ view }) => maySee(visit, view) && isTheirs(view, session.person));
  const main = historyPart(own, desk.now());
  return page(visit, { title: 'history', session, here: 'history', main, data: { page: 'history', seen: '' } });
}

function isTheirs({ votes, answers, ended, review }: Known['view'], me: string): boolean {
  return (
    votes.some(({ voter }) => voter === me) ||
    answers.some(({ by, askedBy }) => by === me || askedBy === me) ||
    ended?.by === me ||
    review?.by === me
  );
}

export async function grants(visit: SignedIn): Promise<Response> {
  const { desk, session } = visit;
  const all = await desk.broker.standings({ limit: MOST_ENDED });
  const own = all.filter(({ view }) =>
    maySee(visit, { principal: view.principal, ...(view.grant.owner && { owner: view.grant.owner }) }),
  );
  const main = grantsPart(own, session.token, desk.now());
  return page(visit, { title: 'grants', session, here: 'grants', main, data: { page: 'grants', seen: '' } });
}

export async function request(visit: SignedIn, id: string | undefined): Promise<Response> {
  const known = await named(visit, id);
  // One address for one request, so that what was opened by the end of an id is live too.
  if (known.id !== id) return onTo(visit, `/r/${known.id}`);
  return requestPage(visit, known);
}

/** What is not theirs to see is not there. @throws Refusal 404, GateError UNKNOWN_REQUEST */
export async function named(visit: SignedIn, id: string | undefined): Promise<Known> {
  const known = await visit.desk.broker.find(idIn(id));
  if (!maySee(visit, known.view)) throw new Refusal(404, 'there is no such request');
  return known;
}

export async function requestPage(visit: SignedIn, known: Known, status = 200): Promise<Response> {
  const looked = await lookedAt(visit, known);
  const title = `${looked.card.short} ${looked.card.state}`;
  const { session } = visit;
  return page(
    visit,
    { title, session, main: requestPart(looked), data: { page: 'request', seen: looked.seen } },
    status,
  );
}

async function lookedAt({ desk, session }: SignedIn, known: Known): Promise<Looked> {
  const { broker, now, random } = desk;
  const { id, view } = known;
  const { person: me, token } = session;
  const [card, { people }, proof] = await Promise.all([
    lookAt(broker, known, { by: me, now: now() }),
    broker.asked(id),
    broker.proofAsked(id, me),
  ]);
  const isAsked = people.includes(me);
  const objection = me === view.principal ? 'you asked for it yourself' : isAsked ? undefined : notAsked(askedOf(view));
  const enough = reaches(levelOf(EVIDENCE[session.by]), proof.wanted);
  return {
    ...{ known, card, me, token, isAsked, seen: seenOf(known) },
    ...(objection !== undefined && { objection }),
    ...(!enough && { prove: strongEnough(proof) }),
    nonces: { approve: hex(random(16)), deny: hex(random(16)) },
  };
}

function strongEnough({ wanted, able }: Awaited<ReturnType<SignedIn['desk']['broker']['proofAsked']>>) {
  return able.filter(({ kind }) => kind !== 'ssh-key' && (wanted !== 'signed' || kind === 'passkey'));
}

/** Of everything that a decision is about besides the digest. */
export function seenOf({ view }: Pick<Known, 'view'>): string {
  return sha256Hex(substance(view));
}

import { z } from 'zod';
import { levelOf, type Proof, reaches, statementText } from '../../approval/evidence.ts';
import { challengeOf, relyingParty } from '../../approval/factors/passkey.ts';
import { fateOf } from '../../approval/fate.ts';
import { isCode, shortCode } from '../../approval/short-code.ts';
import type { Ballot, Known, Receiving } from '../../broker/broker.ts';
import { lookAt } from '../../broker/look.ts';
import { assertion } from './assertion.ts';
import { form, json } from './body.ts';
import { requireToken } from './cross-site.ts';
import { named, seenOf } from './reading.ts';
import { Refusal } from './refusal.ts';
import { EVIDENCE, type Notice, proofOf } from './sessions.ts';
import { data, onTo, type SignedIn } from './visit.ts';

/**
 * What people decide. A form says what was shown: the digest, and a digest of everything else that was known. When one of them is not what is
 * there now, nothing is decided.
 */

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const shown = { token: z.string(), digest, seen: z.string().regex(/^[0-9a-f]{64}$/) };
const nonce = z.string().regex(/^[0-9a-f]{32}$/);
const words = z.string().max(2000);
const seconds = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const yes = {
  ...shown,
  nonce,
  text: words.optional(),
  code: z.string().max(7).optional(),
  for: seconds.optional(),
  shape: digest.optional(),
};

const BODIES = {
  approve: z.strictObject({
    ...yes,
    totp: z.string().max(7).optional(),
    passphrase: z.string().max(1024).optional(),
    at: z.coerce.number().int().nonnegative().optional(),
    ...z.strictObject(assertion).partial().shape,
  }),
  statement: z.strictObject(yes),
  deny: z.strictObject({ ...shown, nonce, text: words.min(1) }),
  question: z.strictObject({ ...shown, text: words.min(1) }),
  answer: z.strictObject({ ...shown, text: words.min(1) }),
  withdraw: z.strictObject({ ...shown, text: words.optional() }),
  revoke: z.strictObject({ ...shown, text: words.optional() }),
  review: z.strictObject({ ...shown, text: words.min(1), verdict: z.enum(['justified', 'not_justified']) }),
} as const;

type Act = Exclude<keyof typeof BODIES, 'statement'>;
type Yes = z.infer<(typeof BODIES)['statement']>;

export function isAct(text: string | undefined): text is Act {
  return text !== undefined && text !== 'statement' && Object.hasOwn(BODIES, text);
}

/** One act of a person on one request; they see the request again, and what became of it. */
export async function decide(visit: SignedIn, id: string | undefined, act: Act): Promise<Response> {
  const { session } = visit;
  const known = await named(visit, id);
  const done = await carriedOut(visit, known, act);
  session.notice = done;
  return onTo(visit, `/r/${known.id}`);
}

async function carriedOut(visit: SignedIn, known: Known, act: Act): Promise<Notice> {
  const { request, session, desk } = visit;
  const { broker } = desk;
  const { person: by } = session;
  const { id } = known;
  const before = async <Body extends { token: string; digest: string; seen: string }>(
    body: Body,
  ): Promise<Body | Notice> => {
    requireToken(session, body.token);
    return isAsShown(known, body) ? body : CHANGED;
  };
  switch (act) {
    case 'approve': {
      const body = await before(await form(request, BODIES.approve));
      if (isNotice(body)) return body;
      const why = await objectionTo(visit, known, body);
      if (why !== undefined) return bad(why);
      const proof = proofIn(body, visit);
      const { wanted } = await broker.proofAsked(id, by);
      if (proof.kind === EVIDENCE[session.by] && !reaches(levelOf(EVIDENCE[session.by]), wanted)) {
        return bad(`it asks for evidence ${wanted}, and nothing was shown: nothing was decided`);
      }
      const at = proof.kind === 'passkey' ? (body.at ?? 0) : desk.now();
      return said(await broker.vote(id, { ...ballotOf(body, by, at), proof, ...textOf(body) }), by);
    }
    case 'deny': {
      const body = await before(await form(request, BODIES.deny));
      if (isNotice(body)) return body;
      const ballot = { vote: act, voter: by, digest: body.digest, at: desk.now(), nonce: body.nonce, text: body.text };
      return said(await broker.vote(id, { ...ballot, proof: proofOf(session) }), by);
    }
    case 'question': {
      const body = await before(await form(request, BODIES.question));
      return isNotice(body) ? body : said(await broker.ask(id, { by, text: body.text }), by);
    }
    case 'answer': {
      const body = await before(await form(request, BODIES.answer));
      return isNotice(body) ? body : said(await broker.reply(id, { by, text: body.text }), by);
    }
    case 'review': {
      const body = await before(await form(request, BODIES.review));
      return isNotice(body) ? body : said(await broker.review(id, { by, verdict: body.verdict, text: body.text }), by);
    }
    case 'withdraw':
    case 'revoke': {
      const body = await before(await form(request, BODIES[act]));
      return isNotice(body) ? body : said(await broker[act](id, { by, ...textOf(body) }), by);
    }
  }
}

/** What a passkey is asked to sign for the yes that stands in the form. The same is checked again when it comes back. */
export async function statement(visit: SignedIn, id: string | undefined): Promise<Response> {
  const { request, session, desk } = visit;
  const known = await named(visit, id);
  const body = await json(request, BODIES.statement);
  requireToken(session, body.token);
  if (!isAsShown(known, body)) throw new Refusal(409, CHANGED.text);
  const why = await objectionTo(visit, known, body);
  if (why !== undefined) throw new Refusal(409, why);
  const at = desk.now();
  const { able } = await desk.broker.proofAsked(known.id, session.person);
  const said = await desk.broker.statement(known.id, ballotOf(body, session.person, at));
  return data(visit, {
    at,
    challenge: challengeOf(statementText(said)),
    rp: relyingParty(desk.origin),
    allow: able.flatMap((each) => (each.kind === 'passkey' ? [each.credential] : [])),
  });
}

function isAsShown(known: Known, body: { readonly digest: string; readonly seen: string }): boolean {
  return known.view.digest === body.digest && seenOf(known) === body.seen;
}

/** What a person at a terminal would have been held up by as well. */
async function objectionTo({ desk, session }: SignedIn, known: Known, body: Yes): Promise<string | undefined> {
  const { view } = known;
  const card = await lookAt(desk.broker, known, { by: session.person, now: desk.now() });
  if (card.gravity === 'grave' && !isCode(body.code ?? '', shortCode(view.digest))) {
    return `the code is ${body.code === undefined ? 'missing' : 'not that of this request'}: nothing was decided`;
  }
  if (body.for === undefined) return undefined;
  if (body.shape !== view.shape.digest) return 'what it would cover is not what was shown: nothing was decided';
  return body.for > 0 && body.for <= card.approval.standingSeconds
    ? undefined
    : 'an approval of this may not stand so long';
}

function ballotOf(body: Yes, voter: string, at: number): Omit<Ballot, 'proof' | 'text'> {
  const standing = body.for !== undefined && body.shape !== undefined && { seconds: body.for, shape: body.shape };
  return { vote: 'approve', voter, digest: body.digest, at, nonce: body.nonce, ...(standing && { standing }) };
}

/** The strongest that was given. @throws Refusal 400 when a passkey's signature is there in part */
function proofIn(body: z.infer<(typeof BODIES)['approve']>, { session }: SignedIn): Proof {
  const { credential, authenticator, client, signature, totp, passphrase } = body;
  if (credential !== undefined && authenticator !== undefined && client !== undefined && signature !== undefined) {
    return { kind: 'passkey', credential, authenticator, client, signature };
  }
  if ((credential ?? authenticator ?? client ?? signature) !== undefined) {
    throw new Refusal(400, 'half of a passkey’s signature is missing: nothing was decided');
  }
  if (totp !== undefined) return { kind: 'totp', code: totp.replaceAll(' ', '') };
  return passphrase === undefined ? proofOf(session) : { kind: 'passphrase', passphrase };
}

const CHANGED: Notice = {
  text: 'the request has changed since you were shown it: nothing was decided; here it is as it is now',
  tone: 'bad',
};

function said(received: Receiving, me: string): Notice {
  const { view } = received.known;
  switch (received.kind) {
    case 'recorded':
      return { text: `recorded: ${fateOf(view)}`, tone: 'good' };
    case 'not_yours':
      return bad(`nothing was recorded for ${me}: ${received.why}`);
    case 'ended':
      return bad(`too late, nothing was recorded: ${fateOf(view)}`);
  }
}

function bad(text: string): Notice {
  return { text, tone: 'bad' };
}

function isNotice(value: object): value is Notice {
  return 'tone' in value;
}

function textOf({ text }: { readonly text?: string | undefined }): { readonly text?: string } {
  return text === undefined ? {} : { text };
}

/** `POST /grants/ID/revoke` */
export async function revokeGrant(visit: SignedIn, id: string | undefined): Promise<Response> {
  const { request, session, desk } = visit;
  requireToken(session, (await form(request, z.strictObject({ token: z.string() }))).token);
  const all = await desk.broker.standings({ limit: 1000 });
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Refusal(404, 'there is no such grant');
  const received = await desk.broker.revokeStanding(found.id, { by: session.person });
  const { state } = received.known.view;
  session.notice =
    received.kind === 'recorded'
      ? { text: 'revoked: the next one asks again', tone: 'good' }
      : bad(received.kind === 'not_yours' ? `nothing was recorded: ${received.why}` : `it is ${state} already`);
  return onTo(visit, '/grants');
}

import { z } from 'zod';
import type { Proof } from '../../approval/evidence.ts';
import type { Able, PasskeyFactor } from '../../approval/factors/factor.ts';
import { digestOf } from '../../approval/factors/factor.ts';
import { challengeOf, createdPasskey, relyingParty } from '../../approval/factors/passkey.ts';
import type { Change, Enrolment, Moment } from '../../broker/enrolment.ts';
import { assertion, created } from './assertion.ts';
import { form, json } from './body.ts';
import { requireToken } from './cross-site.ts';
import { accountPart } from './pages/account.ts';
import { Refusal } from './refusal.ts';
import { RECENT_MILLISECONDS, type Session } from './sessions.ts';
import { data, hex, onTo, page, type SignedIn } from './visit.ts';

/** The account of whoever is signed in: passkeys come and go, with the leave that every factor takes. */

export async function account(visit: SignedIn): Promise<Response> {
  const { desk, session } = visit;
  const { person } = session;
  const enrolment = await desk.enrolment();
  const [factors, able] = await Promise.all([enrolment.list(person), enrolment.able(person)]);
  const has = (kind: Able['kind']) => able.some((each) => each.kind === kind);
  const main = accountPart({
    ...{ session, factors, late: isLate(visit) },
    passkeys: able.filter((each) => each.kind === 'passkey'),
    prove: { passkey: has('passkey'), totp: has('totp'), passphrase: has('passphrase') },
  });
  return page(visit, { title: 'account', session, here: 'account', main, data: { page: 'account', seen: '' } });
}

function isLate({ desk, session }: SignedIn): boolean {
  return desk.now() - session.since > RECENT_MILLISECONDS;
}

/** @throws Refusal 403 */
function requireRecent(visit: SignedIn): void {
  if (isLate(visit))
    throw new Refusal(403, 'you signed in more than 15 minutes ago: sign in anew, and then change this');
}

const nonce = z.string().regex(/^[0-9a-f]{32}$/);
const typed = { totp: z.string().max(7).optional(), passphrase: z.string().max(1024).optional() };
const token = z.string();
const BEGIN = z.strictObject({ token, name: z.string().max(64).optional(), ...typed });
const ADD = z.strictObject({
  ...{ token, nonce, name: z.string().max(64).optional(), ...typed },
  created: z.strictObject(created).optional(),
  at: z.number().int().nonnegative().optional(),
  proof: z.strictObject(assertion).optional(),
});
const REMOVAL = z.strictObject({ token, id: z.string().regex(/^[0-9a-f]{1,32}$/), ...typed });
const REMOVE = z.strictObject({
  ...REMOVAL.shape,
  at: z.coerce.number().int().nonnegative().optional(),
  nonce: nonce.optional(),
  ...z.strictObject(assertion).partial().shape,
});

/** A passkey that is being made: what was asked, and, once the browser made it, what would be kept. */
interface Making {
  readonly session: Session;
  readonly until: number;
  readonly factor?: PasskeyFactor;
}

const LASTS_MILLISECONDS = 5 * 60_000;
const MOST = 1000;

export interface MakingPasskeys {
  begin(visit: SignedIn): Promise<Response>;
  add(visit: SignedIn): Promise<Response>;
}

/** In two steps: the browser makes it; then something that is there already signs, where there is something. */
export function makingPasskeys(): MakingPasskeys {
  const open = new Map<string, Making>();
  const keep = (key: string, making: Making, now: number) => {
    for (const [each, { until }] of open) if (until <= now) open.delete(each);
    if (open.size >= MOST) throw new Refusal(429, 'too many passkeys are being made at this moment: try again');
    open.set(key, making);
  };

  return {
    async begin(visit) {
      const { request, session, desk } = visit;
      const body = await json(request, BEGIN);
      requireToken(session, body.token);
      requireRecent(visit);
      const key = hex(desk.random(16));
      keep(key, { session, until: desk.now() + LASTS_MILLISECONDS }, desk.now());
      const able = await (await desk.enrolment()).able(session.person);
      return data(visit, {
        nonce: key,
        challenge: challengeOf(creationText(key, session.person)),
        rp: relyingParty(desk.origin),
        person: session.person,
        has: credentialsOf(able),
      });
    },

    async add(visit) {
      const { request, session, desk } = visit;
      const body = await json(request, ADD);
      requireToken(session, body.token);
      requireRecent(visit);
      const making = open.get(body.nonce);
      if (making === undefined || making.session !== session || making.until <= desk.now()) {
        throw new Refusal(409, 'that took too long, or was begun elsewhere: nothing was added');
      }
      const { factor = made(visit, body) } = making;
      const enrolment = await desk.enrolment();
      const moment = { at: body.at ?? desk.now(), nonce: body.nonce };
      const able = await enrolment.able(session.person);
      const proof = proofFor(body, able);
      if (proof === 'passkey') {
        open.set(body.nonce, { ...making, factor });
        return data(visit, await asked(visit, enrolment, { enroll: digestOf(factor) }, moment));
      }
      open.delete(body.nonce);
      const changed = await enrolment.enroll(session.person, factor, { ...moment, proof: proof ?? NOTHING });
      if (changed.kind === 'refused') throw new Refusal(403, `nothing was added: ${changed.why}`);
      desk.log.said(`web: ${session.person} added the passkey ${factor.id}`);
      session.notice = { text: 'the passkey was added: it can sign your votes from now on', tone: 'good' };
      return data(visit, {});
    },
  };
}

/** @throws Refusal 400 */
function made({ desk, session }: SignedIn, body: z.infer<typeof ADD>): PasskeyFactor {
  if (body.created === undefined) throw new Refusal(400, 'the browser made no passkey: nothing was added');
  const found = createdPasskey(body.created, { text: creationText(body.nonce, session.person), origin: desk.origin });
  if ('fault' in found) throw new Refusal(400, `nothing was added: ${found.fault}`);
  return {
    kind: 'passkey',
    id: hex(desk.random(4)),
    credential: body.created.credential,
    key: found.key,
    origin: desk.origin,
    name: body.name ?? 'passkey',
    added: desk.now(),
  };
}

/** `POST /account/remove/begin`: what a passkey is asked to sign so that a factor goes. */
export async function beginRemoval(visit: SignedIn): Promise<Response> {
  const { request, session, desk } = visit;
  const body = await json(request, REMOVAL);
  requireToken(session, body.token);
  requireRecent(visit);
  const moment = { at: desk.now(), nonce: hex(desk.random(16)) };
  return data(visit, await asked(visit, await desk.enrolment(), { remove: body.id }, moment));
}

export async function remove(visit: SignedIn): Promise<Response> {
  const { request, session, desk } = visit;
  const { token: given, id, at, nonce: own, ...rest } = await form(request, REMOVE);
  requireToken(session, given);
  requireRecent(visit);
  const enrolment = await desk.enrolment();
  const { credential, authenticator, client, signature, ...words } = rest;
  const whole =
    credential !== undefined && authenticator !== undefined && client !== undefined && signature !== undefined;
  const shown = { ...words, ...(whole && { proof: { credential, authenticator, client, signature } }) };
  const proof = proofFor(shown, await enrolment.able(session.person));
  const leave = {
    at: at ?? desk.now(),
    nonce: own ?? hex(desk.random(16)),
    proof: proof === 'passkey' ? NOTHING : (proof ?? NOTHING),
  };
  const changed = await enrolment.remove(session.person, id, leave);
  session.notice =
    changed.kind === 'done'
      ? { text: `taken back: ${id}`, tone: 'good' }
      : { text: `nothing was changed: ${changed.why}`, tone: 'bad' };
  if (changed.kind === 'done') desk.log.said(`web: ${session.person} took back ${id}`);
  return onTo(visit, '/account');
}

/** The broker refuses it where there is something to be shown. */
const NOTHING: Proof = { kind: 'os' };

/** What was shown; `passkey`: one of theirs is to sign first. */
function proofFor(
  { proof, totp, passphrase }: Pick<z.infer<typeof ADD>, 'proof' | 'totp' | 'passphrase'>,
  able: readonly Able[],
): Proof | 'passkey' | undefined {
  if (proof !== undefined) return { kind: 'passkey', ...proof };
  if (totp !== undefined) return { kind: 'totp', code: totp.replaceAll(' ', '') };
  if (passphrase !== undefined) return { kind: 'passphrase', passphrase };
  return able.some(({ kind }) => kind === 'passkey') ? 'passkey' : undefined;
}

async function asked(
  { desk, session }: SignedIn,
  enrolment: Enrolment,
  change: Change,
  moment: Moment,
): Promise<object> {
  return {
    ...moment,
    challenge: challengeOf(await enrolment.statement(session.person, change, moment)),
    rp: relyingParty(desk.origin),
    allow: credentialsOf(await enrolment.able(session.person)),
  };
}

function credentialsOf(able: readonly Able[]): readonly string[] {
  return able.flatMap((each) => (each.kind === 'passkey' ? [each.credential] : []));
}

/** What the challenge of a passkey that is made is the digest of. */
function creationText(nonce: string, person: string): string {
  return JSON.stringify({ v: 1, create: nonce, person });
}

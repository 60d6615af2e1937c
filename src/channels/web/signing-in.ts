import { z } from 'zod';
import { challengeOf, relyingParty } from '../../approval/factors/passkey.ts';
import { PERSON } from '../../approval/people.ts';
import { assertion } from './assertion.ts';
import { form, json } from './body.ts';
import { cookie, cookieIn, noCookie, SESSION_COOKIE, SIGN_IN_COOKIE } from './cookies.ts';
import { requireToken } from './cross-site.ts';
import type { Links } from './links.ts';
import { linkPart, onwardPart, signInPart } from './pages/sign-in.ts';
import { Refusal } from './refusal.ts';
import { keyOf, newSecret } from './secret.ts';
import type { SignedInBy } from './sessions.ts';
import { data, hex, onTo, page, type SignedIn, type Visit } from './visit.ts';

/** The three ways in. Each ends with a session that did not exist before (CH-09). */

/** Who says who people are, for the flow through a browser (RFC 6749, 7636). */
export interface Issuer {
  readonly issuer: string;
  /** Where the browser is sent. @param back the address it comes back to */
  begin(back: string): Promise<Begun>;
  /** Whom the issuer vouched for; or why nobody. @param answer what the browser brought back */
  finish(
    answer: URLSearchParams,
    begun: Begun,
    back: string,
  ): Promise<{ readonly person: string } | { readonly barred: string }>;
}

export interface Begun {
  readonly address: string;
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
}

export interface SigningIn {
  show(visit: Visit): Response;
  showLink(visit: Visit, instead: string | undefined): Response;
  byLink(visit: Visit): Promise<Response>;
  beginPasskey(visit: Visit): Promise<Response>;
  byPasskey(visit: Visit): Promise<Response>;
  beginIssuer(visit: Visit): Promise<Response>;
  byIssuer(visit: Visit): Promise<Response>;
}

const LASTS_MILLISECONDS = 10 * 60_000;
const MOST = 1000;

const nonce = z.string().regex(/^[0-9a-f]{32}$/);
const id = z.string().regex(/^[0-9a-f-]{8,36}$/);
const PASSKEY = z.strictObject({ ...assertion, nonce, person: z.string().max(64), to: id.optional() });

/** @param isKnown whether somebody of this name exists now */
export function signingIn(links: Links, isKnown: (person: string) => Promise<boolean>): SigningIn {
  const nonces = new Map<string, { readonly until: number }>();
  const begun = new Map<string, Begun & { readonly until: number; readonly to: string }>();

  /** @throws Refusal 403 */
  async function opened(visit: Visit, person: string, by: SignedInBy): Promise<string> {
    const { desk, request } = visit;
    if (!(await isKnown(person))) throw new Refusal(403, `${person} is not in the directory`);
    // The one before it ends: who signs in does not stay somebody else in another tab.
    const before = desk.sessions.find(cookieIn(request.headers, SESSION_COOKIE));
    if (before !== undefined) desk.sessions.end(before);
    desk.log.said(`web: ${person} signed in by ${by}`);
    return cookie(SESSION_COOKIE, desk.sessions.open(person, by).secret, 'Strict');
  }

  return {
    show(visit) {
      const to = id.safeParse(visit.url.searchParams.get('to')).data ?? '';
      const main = signInPart({ issuer: visit.desk.issuer?.issuer, to });
      return page(visit, { title: 'sign in', main, data: { page: 'sign-in', seen: '' } });
    },

    showLink(visit, instead) {
      const secret = visit.url.searchParams.get('once') ?? '';
      const person = links.peek(secret);
      if (person === undefined) throw new Refusal(404, USED);
      const main = linkPart({ person, secret, ...(instead !== undefined && instead !== person && { instead }) });
      return page(visit, { title: 'sign in', main });
    },

    async byLink(visit) {
      const { once } = await form(visit.request, z.strictObject({ once: z.string().max(64) }));
      const person = links.use(once);
      if (person === undefined) throw new Refusal(404, USED);
      return withCookies(onTo(visit, '/'), [await opened(visit, person, 'link')]);
    },

    async beginPasskey(visit) {
      await json(visit.request, z.strictObject({}));
      const { desk } = visit;
      const fresh = hex(desk.random(16));
      keep(nonces, fresh, { until: desk.now() + LASTS_MILLISECONDS }, desk.now());
      const challenge = challengeOf(await (await desk.enrolment()).signInText(fresh));
      return data(visit, { nonce: fresh, challenge, rp: relyingParty(desk.origin) });
    },

    async byPasskey(visit) {
      const { desk } = visit;
      const { nonce: own, person, to, ...shown } = await json(visit.request, PASSKEY);
      const known = nonces.get(own);
      if (!nonces.delete(own) || (known?.until ?? 0) <= desk.now())
        throw new Refusal(403, 'that took too long: try again');
      if (!person.startsWith(PERSON)) throw new Refusal(403, NOBODY);
      const proven = await (await desk.enrolment()).signIn(person, own, { kind: 'passkey', ...shown });
      if (proven.kind === 'rejected') {
        desk.log.said('web: somebody was not signed in by a passkey');
        throw new Refusal(403, NOBODY);
      }
      return withCookies(data(visit, { to: pathTo(to) }), [await opened(visit, person, 'passkey')]);
    },

    async beginIssuer(visit) {
      const { desk, request } = visit;
      const { to } = await form(request, z.strictObject({ to: id.optional() }));
      if (desk.issuer === undefined) throw new Refusal(404, 'there is nothing here');
      const fresh = await desk.issuer.begin(backTo(visit));
      const secret = newSecret(desk.random);
      keep(begun, keyOf(secret), { ...fresh, to: pathTo(to), until: desk.now() + LASTS_MILLISECONDS }, desk.now());
      // Forms of these pages go nowhere else, by their policy; so the page that answers leads on.
      const words = `sign in at ${new URL(fresh.address).host}`;
      const main = onwardPart(fresh.address, words);
      return withCookies(page(visit, { title: 'sign in', main, onward: fresh.address }), [
        cookie(SIGN_IN_COOKIE, secret, 'Lax'),
      ]);
    },

    async byIssuer(visit) {
      const { desk, request, url } = visit;
      const secret = cookieIn(request.headers, SIGN_IN_COOKIE);
      const found = secret === undefined ? undefined : begun.get(keyOf(secret));
      if (secret !== undefined) begun.delete(keyOf(secret));
      if (desk.issuer === undefined || found === undefined || found.until <= desk.now()) {
        throw new Refusal(403, 'this browser did not begin to sign in, or long ago: begin anew');
      }
      const who = await desk.issuer.finish(url.searchParams, found, backTo(visit));
      if ('barred' in who) {
        desk.log.said('web: somebody was not signed in by the issuer');
        throw new Refusal(403, `you are not signed in: ${who.barred}`);
      }
      // The browser comes from the issuer: only a page of ours gets the new cookie back.
      const main = onwardPart(found.to, `you are ${who.person}`);
      return withCookies(page(visit, { title: 'signed in', main, onward: found.to }), [
        await opened(visit, who.person, 'issuer'),
        noCookie(SIGN_IN_COOKIE),
      ]);
    },
  };
}

export async function signOut(visit: SignedIn): Promise<Response> {
  const { request, session, desk } = visit;
  requireToken(session, (await form(request, z.strictObject({ token: z.string() }))).token);
  desk.sessions.end(session);
  desk.log.said(`web: ${session.person} signed out`);
  return withCookies(onTo(visit, '/sign-in'), [noCookie(SESSION_COOKIE)]);
}

const USED = 'this link was used, or is older than a minute: make another one with `gate inbox --web`';
/** Why is not for whoever tries. */
const NOBODY = 'this passkey opens nothing here';

/** The list, or the request that was opened before. */
function pathTo(request: string | undefined): string {
  return request === undefined ? '/' : `/r/${request}`;
}

function backTo({ desk }: Visit): string {
  return `${desk.origin}/sign-in/callback`;
}

function keep<Value extends { readonly until: number }>(
  map: Map<string, Value>,
  key: string,
  value: Value,
  now: number,
): void {
  for (const [each, { until }] of map) if (until <= now) map.delete(each);
  // Whoever begins thousands makes others begin again, and gets nothing by it.
  for (const oldest of map.keys()) {
    if (map.size < MOST) break;
    map.delete(oldest);
  }
  map.set(key, value);
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const each of cookies) response.headers.append('set-cookie', each);
  return response;
}

import { type People, personOf } from '../../approval/people.ts';
import type { Queue } from '../../broker/broker.ts';
import type { Enrolment } from '../../broker/enrolment.ts';
import { GateError } from '../../errors.ts';
import { changes } from './changes.ts';
import { cookieIn, SESSION_COOKIE } from './cookies.ts';
import { isFollowed, requireHost, requireOwnPage } from './cross-site.ts';
import { decide, isAct, revokeGrant, statement } from './deciding.ts';
import { account, beginRemoval, makingPasskeys, remove } from './factors.ts';
import { headersFor } from './headers.ts';
import { links } from './links.ts';
import { problemPart } from './pages/problem.ts';
import { onwardPart } from './pages/sign-in.ts';
import { grants, history, list, request } from './reading.ts';
import { Refusal } from './refusal.ts';
import { type Session, sessions } from './sessions.ts';
import { type Issuer, signingIn, signOut } from './signing-in.ts';
import { STATIC } from './static.ts';
import { type Desk, data, type Log, onTo, page, type SignedIn, type Visit } from './visit.ts';

/** The web inbox: pages where people read what waits and decide it (docs/decisions/0014-web-inbox.md). */
export interface WebInbox {
  /** @param gone aborted when the browser has gone */
  answer(request: Request, gone: AbortSignal): Promise<Response>;
  /** A link that signs this person in, once, for a minute. Who they are is for the caller to know. */
  link(person: string): { readonly url: string; readonly expires: number };
  /** Ends what is open. */
  close(): void;
}

export interface WebInboxParts {
  readonly origin: string;
  readonly broker: Queue;
  readonly enrolment: () => Promise<Enrolment>;
  /** Who exists, now; undefined: nobody wrote that down. @throws GateError CONFIG_INVALID */
  readonly people: () => Promise<People | undefined>;
  readonly issuer?: Issuer;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
}

export function webInbox(parts: WebInboxParts): WebInbox {
  const { origin, broker, people, now, random } = parts;
  const open = sessions({ now, random });
  const single = links({ now, random });
  const desk: Desk = { ...parts, sessions: open };
  const ways = signingIn(single, async (person) => isKnown(person, await people()));
  const making = makingPasskeys();
  const news = changes(broker, ({ expires }) => expires > now());

  /** What is there for everybody. */
  const forAll = (visit: Visit, session: Session | undefined): Response | Promise<Response> | undefined => {
    switch (`${visit.request.method} ${visit.url.pathname}`) {
      case 'GET /sign-in':
        return ways.show(visit);
      case 'GET /sign-in/link':
        return ways.showLink(visit, session?.person);
      case 'POST /sign-in/link':
        return ways.byLink(visit);
      case 'POST /sign-in/passkey/begin':
        return ways.beginPasskey(visit);
      case 'POST /sign-in/passkey':
        return ways.byPasskey(visit);
      case 'POST /sign-in/issuer':
        return ways.beginIssuer(visit);
      case 'GET /sign-in/callback':
        return ways.byIssuer(visit);
      default:
        return undefined;
    }
  };

  /** What takes a session. */
  const forPeople = (visit: SignedIn): Response | Promise<Response> => {
    const { method } = visit.request;
    switch (`${method} ${visit.url.pathname}`) {
      case 'GET /':
        return list(visit);
      case 'GET /history':
        return history(visit);
      case 'GET /grants':
        return grants(visit);
      case 'GET /account':
        return account(visit);
      case 'GET /changes':
        return news.stream(visit);
      case 'POST /account/passkey/begin':
        return making.begin(visit);
      case 'POST /account/passkey':
        return making.add(visit);
      case 'POST /account/remove/begin':
        return beginRemoval(visit);
      case 'POST /account/remove':
        return remove(visit);
      case 'POST /sign-out':
        return signOut(visit);
    }
    const [, place, id, act, ...rest] = visit.url.pathname.split('/');
    if (rest.length === 0 && place === 'r') {
      if (method === 'GET' && act === undefined) return request(visit, id);
      if (method === 'POST' && act === 'statement') return statement(visit, id);
      if (method === 'POST' && isAct(act)) return decide(visit, id, act);
    }
    if (rest.length === 0 && method === 'POST' && place === 'grants' && act === 'revoke') return revokeGrant(visit, id);
    throw new Refusal(404, 'there is nothing here');
  };

  async function answered(visit: Visit): Promise<Response> {
    const { request: asked, url } = visit;
    const { headers, method } = asked;
    requireHost(headers, origin);
    if (method !== 'GET' && method !== 'POST')
      throw new Refusal(405, 'these pages are read, and forms of theirs are sent');
    const found = Object.hasOwn(STATIC, url.pathname) ? STATIC[url.pathname] : undefined;
    if (found !== undefined && method === 'GET') return unchanging(origin, found);
    if (method === 'POST') requireOwnPage(headers, origin);
    const session = open.find(cookieIn(headers, SESSION_COOKIE));
    const everybody = forAll(visit, session);
    if (everybody !== undefined) return everybody;
    if (session === undefined) return signedOut(visit);
    const existing = await people();
    if (!isKnown(session.person, existing)) {
      open.end(session);
      throw new Refusal(403, `${session.person} is not in the directory any more`);
    }
    return forPeople({ ...visit, session, listed: existing !== undefined });
  }

  return {
    async answer(asked, gone) {
      const visit: Visit = { request: asked, url: new URL(asked.url), desk, gone };
      try {
        return await answered(visit);
      } catch (error) {
        return problem(visit, error);
      }
    },
    link(person) {
      const { secret, expires } = single.make(person);
      return { url: `${origin}/sign-in/link?once=${secret}`, expires };
    },
    close: () => news.close(),
  };
}

function isKnown(person: string, people: People | undefined): boolean {
  return people === undefined || personOf(person, people) !== undefined;
}

/** Followed from a chat, the browser keeps a session to itself: the same page, asked for by a page of ours, shows whether there is one. */
function signedOut(visit: Visit): Response {
  const { request: asked, url } = visit;
  if (asked.method !== 'GET') throw new Refusal(403, 'you are signed out: nothing was done');
  if (url.pathname === '/changes') throw new Refusal(403, 'you are signed out');
  if (isFollowed(asked.headers)) {
    const main = onwardPart(url.pathname, 'one moment');
    return page(visit, { title: 'gate', main, onward: url.pathname });
  }
  const id = /^\/r\/([0-9a-f-]{8,36})$/.exec(url.pathname)?.[1];
  return onTo(visit, id === undefined ? '/sign-in' : `/sign-in?to=${id}`);
}

/** Named after what is in it: kept for good. */
function unchanging(origin: string, { text, type }: { readonly text: string; readonly type: string }): Response {
  const headers = headersFor(origin, type);
  headers.set('cache-control', 'public, max-age=31536000, immutable');
  return new Response(text, { headers });
}

function problem(visit: Visit, error: unknown): Response {
  const { status, words } = said(visit, error);
  const wantsData = visit.request.headers.get('content-type')?.startsWith('application/json');
  if (wantsData) return data(visit, { error: words }, status);
  const headings: Readonly<Record<number, string>> = { 404: 'not found', 409: 'it has changed', 503: 'not now' };
  const heading = headings[status] ?? 'that was not done';
  return page(visit, { title: heading, main: problemPart(heading, words) }, status);
}

function said({ desk }: Visit, error: unknown): { readonly status: number; readonly words: string } {
  if (error instanceof Refusal) return { status: error.status, words: error.message };
  if (error instanceof GateError && error.code === 'UNKNOWN_REQUEST') {
    return { status: 404, words: 'there is no such request' };
  }
  if (error instanceof GateError && error.code !== 'INTERNAL') {
    desk.log.failed('web', error);
    return { status: 503, words: 'the service cannot do this now; whoever runs it finds the reason in its log' };
  }
  desk.log.failed('web', error);
  return { status: 500, words: 'a bug in gate; whoever runs it finds it in its log' };
}

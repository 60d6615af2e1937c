import { PERSON, type People } from '../../approval/people.ts';
import type { TokenScope } from '../../audit/tokens.ts';
import type { Issued, Tokens } from '../../broker/tokens.ts';
import type { Login } from '../../config/serve.ts';
import { sha256Hex } from '../../platform/hash.ts';
import type { Claimed } from '../caller.ts';
import { issuerKeys } from './issuer-keys.ts';
import { type Claims, verified } from './jwt.ts';
import { type Barred, isBarred } from './peer.ts';

/** How people log in: an issuer says who they are, and they get a session of the service. */
export interface Logins {
  /** What a client needs for its side. The nonce is for one login, and is forgotten after ten minutes. */
  begin(): Begun;
  /**
   * A session, for the person whom the issuer's token is about.
   *
   * @param idToken of the issuer, a few minutes old at most; each is good once
   * @param purpose `answer`: read and vote; `ask`: run commands. No session does both (CH-11)
   */
  finish(idToken: string, purpose: Purpose, claimed: Claimed): Promise<Issued | Barred>;
  /** Whom the issuer's token is about: the same checks, for a session that is none of the API's. */
  who(idToken: string): Promise<{ readonly id: string } | Barred>;
}

export type Purpose = 'answer' | 'ask';

export interface Begun {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
}

export interface LoginParts {
  readonly login: Login;
  readonly tokens: Pick<Tokens, 'login'>;
  /** Who exists, now. @throws GateError CONFIG_INVALID */
  readonly people: () => Promise<People | undefined>;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly get?: (url: string) => Promise<unknown>;
}

const SCOPES: Readonly<Record<Purpose, readonly TokenScope[]>> = {
  answer: ['read', 'vote', 'operate'],
  ask: ['run'],
};
const NONCE_MILLISECONDS = 10 * 60_000;
const MOST_NONCES = 1_000;
/** A token that was made for another login a while ago is none for this one. */
const FRESH_MILLISECONDS = 5 * 60_000;
const TOLERANCE_MILLISECONDS = 60_000;

export function logins({ login, tokens, people, now, random, get }: LoginParts): Logins {
  const { issuer, clientId } = login;
  const keys = issuerKeys({ issuer, now, ...(get && { get }) });
  /** Until when each nonce is good, and each token that was used would be. */
  const nonces = new Map<string, number>();
  const spent = new Map<string, number>();

  /** Checks and marks in one go, so that two calls at once are one login. */
  function once(idToken: string, { nonce, exp }: Claims): string | undefined {
    forget(nonces, now());
    forget(spent, now());
    const digest = sha256Hex(idToken);
    if (spent.has(digest)) return 'it was used already';
    // The device flow has none (RFC 8628); then its being used once is what holds.
    if (nonce !== undefined && !(typeof nonce === 'string' && nonces.delete(nonce))) return 'it is of another login';
    spent.set(digest, Number(exp) * 1000 + TOLERANCE_MILLISECONDS);
    return undefined;
  }

  async function who(idToken: string): Promise<{ readonly id: string } | Barred> {
    const found = await verified(idToken, {
      keysOf: (iss) => (iss === issuer ? keys : undefined),
      audience: () => [clientId],
      now,
    });
    if ('refused' in found) return refused(found.refused);
    const { claims } = found;
    if (claims['azp'] !== undefined && claims['azp'] !== clientId) return refused('it was made for another client');
    if (Number(claims['iat']) * 1000 < now() - FRESH_MILLISECONDS) return refused('it is too old for a login');
    const person = personIn(claims, login.claim, await people());
    if (isBarred(person)) return person;
    const why = once(idToken, claims);
    return why === undefined ? person : refused(why);
  }

  return {
    begin() {
      forget(nonces, now());
      // Whoever asks for thousands makes others begin again, and gets nothing by it.
      for (const oldest of nonces.keys()) {
        if (nonces.size < MOST_NONCES) break;
        nonces.delete(oldest);
      }
      const nonce = Buffer.from(random(16)).toString('hex');
      nonces.set(nonce, now() + NONCE_MILLISECONDS);
      return { issuer, clientId, nonce };
    },
    async finish(idToken, purpose, claimed) {
      if (claimed.kind !== undefined || claimed.supervised) {
        return { barred: 'people log in, and there is an agent, a pipeline or gate around this terminal' };
      }
      if (!claimed.tty) return { barred: 'people log in at a terminal' };
      const person = await who(idToken);
      return isBarred(person) ? person : tokens.login(person.id, SCOPES[purpose], login.lasts);
    },
    who,
  };
}

/** Whom the directory lists under this. @param claim `email` counts when the issuer has verified it */
function personIn(claims: Claims, claim: string, people: People | undefined): { readonly id: string } | Barred {
  const value = claims[claim];
  if (typeof value !== 'string' || value === '') return refused(`it has no \`${claim}\``);
  if (claim === 'email' && claims['email_verified'] !== true)
    return refused('its `email` is not verified by the issuer');
  const same = (one: string) => (claim === 'email' ? one.toLowerCase() === value.toLowerCase() : one === value);
  const found = people?.people.filter(({ email }) => email?.some(same)) ?? [];
  const [person] = found;
  // Two people whose addresses differ by capitals only: nobody knows who it is.
  if (person === undefined || found.length > 1)
    return { barred: `nobody in the directory has this \`${claim}\` as \`email\`` };
  return { id: PERSON + person.name };
}

function forget(times: Map<string, number>, now: number): void {
  for (const [key, until] of times) if (until <= now) times.delete(key);
}

function refused(why: string): Barred {
  return { barred: `the token of the login is refused: ${why}` };
}

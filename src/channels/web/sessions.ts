import type { Proof } from '../../approval/evidence.ts';
import { keyOf, newSecret } from './secret.ts';

/** Who is signed in. In memory: they end with the service. */
export interface Session {
  readonly person: string;
  readonly by: SignedInBy;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly expires: number;
  /** What each form of this session carries. */
  readonly token: string;
  /** What is said once, on the next page. */
  notice?: Notice;
}

export type SignedInBy = 'link' | 'issuer' | 'passkey';

export interface Notice {
  readonly text: string;
  readonly tone: 'good' | 'bad';
}

export interface Sessions {
  /** A new one. @returns the value of its cookie */
  open(person: string, by: SignedInBy): { readonly session: Session; readonly secret: string };
  find(secret: string | undefined): Session | undefined;
  end(session: Session): void;
}

/** What a vote in such a session proves by itself. */
export const EVIDENCE: Readonly<Record<SignedInBy, 'os' | 'oidc' | 'web'>> = {
  link: 'os',
  issuer: 'oidc',
  passkey: 'web',
};

export function proofOf({ by }: Pick<Session, 'by'>): Proof {
  return { kind: EVIDENCE[by] };
}

/** How long ago somebody may have signed in who adds or takes back a passkey. */
export const RECENT_MILLISECONDS = 15 * 60_000;
const LASTS_MILLISECONDS = 12 * 3600_000;
/** Of one person; the oldest goes. */
const MOST = 20;

export function sessions({
  now,
  random,
}: {
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}): Sessions {
  const open = new Map<string, Session>();
  const forget = () => {
    for (const [key, { expires }] of open) if (expires <= now()) open.delete(key);
  };
  return {
    open(person, by) {
      forget();
      const own = [...open].filter(([, session]) => session.person === person);
      for (const [key] of own.slice(0, Math.max(0, own.length - MOST + 1))) open.delete(key);
      const secret = newSecret(random);
      const since = now();
      const session = { person, by, since, expires: since + LASTS_MILLISECONDS, token: newSecret(random) };
      open.set(keyOf(secret), session);
      return { session, secret };
    },
    find(secret) {
      if (secret === undefined) return undefined;
      forget();
      return open.get(keyOf(secret));
    },
    end(session) {
      for (const [key, each] of open) if (each === session) open.delete(key);
    },
  };
}

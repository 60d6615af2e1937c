import { readFileSync } from 'node:fs';
import { PERSON, type People, personOf, recognised } from '../../approval/people.ts';
import { OPERATORS } from '../../broker/tokens.ts';
import { accountOf } from '../../platform/linux.ts';
import { type PeerCredentials, peerReader } from '../../platform/peer-credentials.ts';
import { identify } from '../../request/principal.ts';
import type { Caller, Scope } from '../caller.ts';

/** Why somebody is not let in, in one sentence for them and for the log of the service. */
export interface Barred {
  readonly barred: string;
}

export function isBarred<Value extends object>(value: Value | Barred): value is Barred {
  return 'barred' in value;
}

/** Asks the kernel who connected; one instance for a service. */
export interface Peers {
  /**
   * @param socket of `node:net`, just connected: a unix socket. Under Bun 1.4.5 the sockets that `node:http` accepts itself
   *   have no descriptor; accept with `node:net`, ask here, and hand the socket on: `server.emit('connection', socket)`
   */
  peerOf(socket: object): PeerCredentials | Barred;
}

export async function peers(): Promise<Peers> {
  const read = await peerReader();
  const overflow = overflowUid();
  return {
    peerOf(socket) {
      const { fd } = (socket as { readonly _handle?: { readonly fd?: unknown } | null })._handle ?? {};
      const found = typeof fd === 'number' && fd >= 0 ? read(fd) : undefined;
      if (found === undefined) return { barred: 'the kernel does not say who connected' };
      // Everybody from outside of this user namespace, under one number (IPC-05).
      if (found.uid === overflow) return { barred: 'the account that connected has no uid on this machine' };
      return found;
    },
  };
}

/**
 * Who that account is. An account that an agent of the directory names is that agent; every other one is a person, under
 * the directory's name if it has one. Pure.
 *
 * @param host name of this machine
 */
export function callerAt(
  { uid, name }: { readonly uid: number; readonly name: string },
  host: string,
  people: People | undefined,
): Caller | Barred {
  // What would be written otherwise than it is could be written like somebody else.
  const plain = /^[A-Za-z0-9._/+-]{1,128}$/.test(name) ? name : `uid-${uid}`;
  const identified = identify(plain, host, {}, []);
  const account = identified.principal.id.slice(PERSON.length);
  const { principal } = recognised(identified, people);
  if (uid === 0 && principal.kind !== 'person') return { barred: 'root is nobody’s agent' };
  return { principal, by: 'peer', uid, account, scopes: scopesOf(principal.id, uid, people) };
}

/** The same with the account's name looked up, and remembered for a while: a directory service may be slow. */
export function callers(now: () => number): (uid: number, host: string, people: People | undefined) => Caller | Barred {
  const names = new Map<number, { readonly name: string; readonly until: number }>();
  return (uid, host, people) => {
    let known = names.get(uid);
    if (known === undefined || known.until <= now()) {
      if (names.size >= MOST_NAMES) names.clear();
      known = { name: accountOf(uid).name, until: now() + KEEP_MILLISECONDS };
      names.set(uid, known);
    }
    return callerAt({ uid, name: known.name }, host, people);
  };
}

const MOST_NAMES = 1_000;
const KEEP_MILLISECONDS = 60_000;

/** Whose vote counts for what is decided with every vote; this only says which doors are open. */
export function scopesOf(id: string, uid: number | undefined, people: People | undefined): ReadonlySet<Scope> {
  if (!id.startsWith(PERSON)) return new Set(['run']);
  const root: readonly Scope[] = uid === 0 ? ['read', 'operate'] : [];
  if (people === undefined) return new Set<Scope>(['run', 'vote', ...root]);
  const person = personOf(id, people);
  if (person === undefined) return new Set<Scope>(['run', ...root]);
  const operators = people.groups.find(({ name }) => name === OPERATORS)?.members ?? [];
  const operates: readonly Scope[] = operators.includes(person.name) ? ['operate'] : [];
  return new Set<Scope>(['run', 'read', 'vote', ...operates, ...root]);
}

function overflowUid(): number {
  try {
    return Number(readFileSync('/proc/sys/kernel/overflowuid', 'utf8'));
  } catch {
    return 65_534;
  }
}

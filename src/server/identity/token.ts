import { type People, personOf } from '../../approval/people.ts';
import type { Store } from '../../audit/log.ts';
import type { KeptToken } from '../../audit/tokens.ts';
import { isWithin } from '../../broker/networks.ts';
import type { Stream } from '../../broker/steps.ts';
import { isSame, tokenIn } from '../../broker/token-text.ts';
import { OPERATORS } from '../../broker/tokens.ts';
import type { Caller, Scope } from '../caller.ts';
import type { Barred } from './peer.ts';

/** Who comes with a token: an agent or pipeline, or a person who logged in. */
export interface TokenCallers {
  /**
   * @param text what the client sent after `Bearer`
   * @param address where the connection comes from; undefined on a unix socket
   */
  callerWith(text: string, address: string | undefined, people: People | undefined): Promise<Caller | Barred>;
}

export interface TokenCallerParts {
  readonly store: Pick<Store<Stream>, 'token' | 'noteTokenUse'>;
  /** Milliseconds since 1970, the clock of the service. */
  readonly now: () => number;
}

/** How often a use is written down, for each token. */
const NOTE_MILLISECONDS = 60_000;

/** The log is asked each time, so that a token that was revoked is good for nothing from then on. */
export function tokenCallers({ store, now }: TokenCallerParts): TokenCallers {
  return {
    async callerWith(text, address, people) {
      const token = tokenIn(text);
      if (token === undefined) return { barred: 'that is no token of gate' };
      const kept = await store.token(token.id);
      // One answer for a wrong secret, a token that was revoked and one that never was.
      if (!isSame(token, kept?.digest) || kept === undefined) return { barred: 'the token is not good here' };
      if (now() >= kept.expires) return { barred: `the token expired at ${new Date(kept.expires).toISOString()}` };
      if (kept.networks !== undefined && !isWithin(address, kept.networks)) {
        return { barred: 'the token is not good from this address' };
      }
      const why = unfit(kept, people);
      if (why !== undefined) return { barred: why };
      if (kept.used === undefined || now() - kept.used >= NOTE_MILLISECONDS) {
        // Nobody is turned away because it cannot be written down.
        await store.noteTokenUse(kept.id, now()).catch(() => {});
      }
      return callerOf(kept, people);
    },
  };
}

/** People leave, and agents get other owners: then their tokens are good for nothing. */
function unfit({ principal, relay, by }: KeptToken, people: People | undefined): string | undefined {
  const person = principal.owner ?? principal.id;
  if (people === undefined || personOf(person, people) === undefined)
    return `${person} is not in the directory any more`;
  if (relay !== undefined && !operates(by, people)) return `${by}, who made it, is not in \`${OPERATORS}\` any more`;
  const name = /^agent:([^@]*)@/.exec(principal.id)?.[1];
  const other = people.agents.find((agent) => agent.name === name && `person:${agent.owner}` !== person);
  return other && `\`${name}\` is an agent of ${other.owner} now`;
}

function operates(person: string, people: People): boolean {
  const operators = people.groups.find(({ name }) => name === OPERATORS)?.members ?? [];
  return operators.includes(personOf(person, people)?.name ?? '');
}

function callerOf({ id: token, principal, scopes, relay, by }: KeptToken, people: People | undefined): Caller {
  if (relay !== undefined) {
    const { kind, id, owner } = principal;
    const known = relay.people.filter((person) => people !== undefined && personOf(person, people) !== undefined);
    return {
      principal: { kind, id, ...(owner === undefined ? {} : { owner }), known: 'token' },
      ...{ by: 'token', token, relay: { name: relay.name, by, people: known } },
      scopes: new Set<Scope>(scopes.filter((scope) => scope === 'relay')),
    };
  }
  if (principal.kind !== 'person') {
    const { kind, id, owner } = principal;
    const may = scopes.filter((scope) => scope === 'run' || scope === 'read');
    return {
      principal: { kind, id, ...(owner === undefined ? {} : { owner }), known: 'token' },
      ...{ by: 'token', token },
      scopes: new Set<Scope>(may),
    };
  }
  const operator = people !== undefined && operates(principal.id, people);
  const may = scopes.filter((scope) => scope !== 'operate' || operator);
  const who = { kind: 'person', id: principal.id, known: 'oidc' } as const;
  return { principal: who, by: 'login', token, scopes: new Set<Scope>(may) };
}

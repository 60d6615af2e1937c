import { PERSON, type People, personOf } from '../approval/people.ts';
import type { Store } from '../audit/log.ts';
import type { KeptToken, TokenIssued, TokenScope } from '../audit/tokens.ts';
import { network } from './networks.ts';
import type { Stream } from './steps.ts';
import { digestOf, newToken } from './token-text.ts';

/** Tokens for agents and pipelines that come over the network, and the sessions of people who logged in. */
export interface Tokens {
  /**
   * @param by a person of the group `operators`; that they are who they say, at a terminal of their own, is for the caller to know
   */
  issue(by: string, wanted: WantedToken): Promise<Issued>;
  /** For a person who has just proven who they are to an issuer of logins. */
  login(person: string, scopes: readonly TokenScope[], seconds: number): Promise<Issued>;
  /** Newest first; sessions of people among them. */
  list(): Promise<readonly KnownToken[]>;
  /** By an operator; or by whoever it speaks for: an owner, or the person who logged in. */
  revoke(by: string, id: string): Promise<Revoked>;
}

export type WantedToken = Wanted & (ForRequester | ForRelay);

interface ForRequester {
  readonly kind: 'agent' | 'pipeline';
  /** A person of the directory, by name. */
  readonly owner: string;
  readonly scope: 'run' | 'read';
}

/** For a workflow engine, which conveys what people decide there (docs/decisions/0016-webhooks.md). Its owner is who makes it. */
interface ForRelay {
  readonly kind: 'relay';
  /** People of the directory, by name. */
  readonly people: readonly string[];
}

interface Wanted {
  readonly name: string;
  /** How long it is good; undefined: as long as is usual. */
  readonly seconds?: number;
  readonly networks?: readonly string[];
}

/** What people see of one. */
export type KnownToken = Omit<KeptToken, 'digest'>;

/** `token` is shown once, and kept nowhere. */
export type Issued =
  | { readonly kind: 'issued'; readonly token: string; readonly issued: Omit<TokenIssued, 'digest'> }
  | { readonly kind: 'refused'; readonly why: string };

export type Revoked =
  | { readonly kind: 'revoked'; readonly token: KnownToken }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: string };

/** The group of the directory whose members operate the service. */
export const OPERATORS = 'operators';

/** Where the names of pipelines with a token begin; no issuer has it. */
export const TOKEN_PIPELINES = 'token/';
/** Where the names of relays begin. */
export const RELAYS = 'relay/';

export interface TokenParts {
  readonly store: Pick<Store<Stream>, 'append' | 'token' | 'tokens'>;
  /** Who exists, now. @throws GateError CONFIG_INVALID */
  readonly people: () => Promise<People | undefined>;
  /** Seconds. */
  readonly lasting: { readonly usual: number; readonly longest: number };
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

export function tokens({ store, people, lasting, now, random }: TokenParts): Tokens {
  async function make(wanted: Omit<TokenIssued, 'id' | 'digest' | 'expires'>, seconds: number): Promise<Issued> {
    const fresh = newToken(random);
    const issued = { id: fresh.id, digest: digestOf(fresh), ...wanted, expires: now() + seconds * 1000 };
    await store.append([{ type: 'token.issued', request: null, payload: issued }]);
    return { kind: 'issued', token: fresh.text, issued };
  }

  return {
    async issue(by, wanted) {
      const { name, seconds = lasting.usual, networks } = wanted;
      const known = await people();
      const why =
        barred(by, known) ?? (wanted.kind === 'relay' ? unfitRelay(wanted, by, known) : unfitName(wanted, known));
      if (why !== undefined) return refused(why);
      if (!(seconds > 0 && seconds <= lasting.longest)) {
        return refused(`a token lasts ${Math.floor(lasting.longest / 86_400)} days at most here`);
      }
      const wrong = networks?.find((text) => network(text) === undefined);
      if (wrong !== undefined) return refused(`\`${wrong}\` is no network: write it like 10.0.0.0/8`);
      if (networks?.length === 0) return refused('no network is named, and it would be good from none');
      const from = networks ? { networks } : {};
      if (wanted.kind === 'relay') {
        const principal = { kind: 'pipeline', id: `pipeline:${RELAYS}${name}`, owner: by } as const;
        const relay = { name, people: wanted.people.map((person) => PERSON + person) };
        return make({ principal, scopes: ['relay'], relay, ...from, by }, seconds);
      }
      const { kind, owner, scope } = wanted;
      const id = kind === 'agent' ? `agent:${name}@${owner}` : `pipeline:${TOKEN_PIPELINES}${name}`;
      return make({ principal: { kind, id, owner: PERSON + owner }, scopes: [scope], ...from, by }, seconds);
    },
    async login(person, scopes, seconds) {
      const known = await people();
      if (known === undefined || personOf(person, known) === undefined) {
        return refused(`nobody in the directory is ${person}`);
      }
      if (scopes.includes('run') && scopes.includes('vote')) return refused('a session asks or answers, not both');
      return make({ principal: { kind: 'person', id: person }, scopes, by: person }, seconds);
    },
    list: () => store.tokens(),
    async revoke(by, id) {
      const token = await store.token(id);
      const own = token !== undefined && (token.principal.owner ?? token.principal.id) === by;
      const why = own ? undefined : barred(by, await people());
      // Whoever may not see the list does not learn from here what is in it.
      if (why !== undefined) return refused(why);
      if (token === undefined) return { kind: 'unknown' };
      await store.append([{ type: 'token.revoked', request: null, payload: { id, by } }]);
      return { kind: 'revoked', token };
    },
  };
}

/** Why this person does not operate the service, in words for them. */
function barred(by: string, people: People | undefined): string | undefined {
  if (people === undefined) return `nobody is in the group \`${OPERATORS}\`: no \`people\` are configured`;
  const person = personOf(by, people);
  const operators = people.groups.find(({ name }) => name === OPERATORS)?.members ?? [];
  if (person !== undefined && operators.includes(person.name)) return undefined;
  return `${by} is not in the group \`${OPERATORS}\` of ${people.source}`;
}

/** Why nobody can come under this name, in words: what speaks for somebody speaks for nobody that the directory gives to somebody else. */
export function unfitName(
  { kind, name, owner }: Pick<ForRequester, 'kind' | 'owner'> & Pick<Wanted, 'name'>,
  people: People | undefined,
): string | undefined {
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name)) {
    return 'the name must be small letters, digits, `.`, `_` or `-`, and start with a letter or digit';
  }
  if (people === undefined || personOf(PERSON + owner, people) === undefined) {
    return `the owner must be a person of the directory, and nobody there is called \`${owner}\``;
  }
  if (people.people.some((person) => person.name === name)) return `\`${name}\` is a person`;
  const other =
    kind === 'agent' ? people.agents.find((agent) => agent.name === name && agent.owner !== owner) : undefined;
  return other && `\`${name}\` is an agent of ${other.owner} in ${people.source}`;
}

/** A relay speaks for people who are there, and never for whoever makes it. */
function unfitRelay(
  { name, people: wanted }: ForRelay & Wanted,
  by: string,
  people: People | undefined,
): string | undefined {
  const owner = by.slice(PERSON.length);
  const why = unfitName({ kind: 'pipeline', name, owner }, people);
  if (why !== undefined) return why;
  if (wanted.length === 0) return 'nobody is named whose votes it may convey';
  if (wanted.includes(owner)) return 'whoever makes it has seen it: your own vote you give yourself';
  const stranger = wanted.find((person) => people === undefined || personOf(PERSON + person, people) === undefined);
  return stranger === undefined ? undefined : `nobody in the directory is called \`${stranger}\``;
}

function refused(why: string): { readonly kind: 'refused'; readonly why: string } {
  return { kind: 'refused', why };
}

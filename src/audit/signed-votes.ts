import { statementText, VOTE_NAMESPACE, type VoteStatement } from '../approval/evidence.ts';
import { assertionFault } from '../approval/factors/passkey.ts';
import { sshSigFault } from '../approval/factors/sshsig.ts';
import type { Entry } from './log.ts';

/**
 * Rule 9 of docs/audit-format.md: every signature of a vote holds, over the statement that the event itself makes. Whose
 * key it is follows from `person.enrolled`; an SSH key that no event names was known from the configuration only, and a passkey that
 * none names is nobody's.
 */
export class SignedVotes {
  readonly #log: string;
  /** `person key`, as long as it is enrolled; and what to forget when an id is taken back. */
  readonly #keys = new Map<string, string>();
  /** Origins of passkeys, by `person key`. They stay: votes that stand are read again after a passkey was taken back. */
  readonly #origins = new Map<string, string>();
  /** Some enrolment is not known: it was erased, or lies before the first event that is read. */
  #partial: boolean;
  checked = 0;
  /** Of them, by keys that were not enrolled for the voter at that moment. */
  configured = 0;

  /** @param partial the log is read from somewhere behind its beginning */
  constructor(log: string, partial = false) {
    this.#log = log;
    this.#partial = partial;
  }

  /** What is wrong with this event, or undefined. What was erased is not known. */
  add({ type, request, payload }: Pick<Entry, 'type' | 'request' | 'payload'>): string | undefined {
    if (payload === null) {
      if (type === 'person.enrolled') this.#partial = true;
      return undefined;
    }
    switch (type) {
      case 'person.enrolled': {
        const { person, id, key, origin } = parsed(payload);
        if (key !== undefined) this.#keys.set(`${person} ${id}`, `${person} ${key}`);
        if (typeof origin === 'string') this.#origins.set(`${person} ${key}`, origin);
        return undefined;
      }
      case 'person.unenrolled': {
        const { person, id } = parsed(payload);
        this.#keys.delete(`${person} ${id}`);
        return undefined;
      }
      case 'vote.cast':
        return this.#vote(parsed(payload), request);
      case 'standing.granted': {
        const { votes, request: of } = parsed(payload);
        if (!Array.isArray(votes)) return undefined;
        // The same votes once more: they are counted where they were cast.
        return votes.map((vote) => this.#fault(vote, String(of))).find((found) => found !== undefined);
      }
      default:
        return undefined;
    }
  }

  #vote(vote: Fields, request: string | null): string | undefined {
    if (!isSigned(vote)) return undefined;
    const found = this.#fault(vote, request ?? '');
    if (found !== undefined) return found;
    this.checked++;
    const { key } = (vote['signature'] ?? vote['assertion']) as Fields;
    if (![...this.#keys.values()].includes(`${vote['voter']} ${key}`)) this.configured++;
    return undefined;
  }

  #fault(vote: unknown, request: string): string | undefined {
    if (typeof vote !== 'object' || vote === null || !isSigned(vote as Fields)) return undefined;
    const { evidence, signature, assertion, digest, vote: said, voter, at, nonce, standing } = vote as Fields;
    const own = evidence === 'passkey' ? assertion : signature;
    if (!isObject(own) || (signature !== undefined && assertion !== undefined)) return UNSIGNED;
    const shown = {
      v: 1,
      log: this.#log,
      request,
      digest,
      vote: said,
      voter,
      at,
      nonce,
      ...(standing === undefined ? {} : { standing }),
    };
    const text = statementText(shown as VoteStatement);
    const why = evidence === 'passkey' ? this.#passkeyFault(own, String(voter), text) : sshFault(own, text);
    return why === undefined || why === UNSIGNED ? why : `the signature of a vote does not hold: ${why}`;
  }

  #passkeyFault(assertion: Fields, voter: string, text: string): string | undefined {
    const { key, credential, authenticator, client, signature } = assertion;
    const all = [key, credential, authenticator, client, signature];
    if (!all.every((each): each is string => typeof each === 'string')) return UNSIGNED;
    const [own = '', ...rest] = all;
    const origin = this.#origins.get(`${voter} ${own}`);
    // Where the enrolment is not known, the page is taken from what was signed.
    if (origin === undefined && !this.#partial) return 'its passkey was never enrolled';
    const [, told = '', said = '', signed = ''] = rest;
    const shown = { credential: rest[0] ?? '', authenticator: told, client: said, signature: signed };
    return assertionFault(shown, { text, key: own, origin: origin ?? originIn(said) });
  }
}

type Fields = Readonly<Record<string, unknown>>;

const UNSIGNED = 'a signed vote without its signature';

function isSigned({ evidence, signature, assertion }: Fields): boolean {
  return evidence === 'ssh-signature' || evidence === 'passkey' || signature !== undefined || assertion !== undefined;
}

function sshFault({ key, signature }: Fields, message: string): string | undefined {
  if (typeof key !== 'string' || typeof signature !== 'string') return UNSIGNED;
  return sshSigFault(signature, { message, key, namespace: VOTE_NAMESPACE });
}

function originIn(client: string): string {
  const { origin } = parsed(Buffer.from(client, 'base64url'));
  return typeof origin === 'string' && URL.canParse(origin) ? origin : 'https://unknown.invalid';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function parsed(payload: Uint8Array): Fields {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString());
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

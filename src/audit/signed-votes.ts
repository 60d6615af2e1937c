import { statementText, VOTE_NAMESPACE, type VoteStatement } from '../approval/evidence.ts';
import { sshSigFault } from '../approval/factors/sshsig.ts';
import type { Entry } from './log.ts';

/**
 * Rule 9 of docs/audit-format.md: every signature of a vote holds, over the statement that the event itself makes. Whose
 * key it is follows from `person.enrolled`; a key that no event names was known from the configuration only.
 */
export class SignedVotes {
  readonly #log: string;
  /** `person key`, as long as it is enrolled; and what to forget when an id is taken back. */
  readonly #keys = new Map<string, string>();
  checked = 0;
  /** Of them, by keys that were not enrolled for the voter at that moment. */
  configured = 0;

  constructor(log: string) {
    this.#log = log;
  }

  /** What is wrong with this event, or undefined. What was erased is not known. */
  add({ type, request, payload }: Pick<Entry, 'type' | 'request' | 'payload'>): string | undefined {
    if (payload === null) return undefined;
    switch (type) {
      case 'person.enrolled': {
        const { person, id, key } = parsed(payload);
        if (key !== undefined) this.#keys.set(`${person} ${id}`, `${person} ${key}`);
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
        return votes.map((vote) => fault(vote, String(of), this.#log)).find((found) => found !== undefined);
      }
      default:
        return undefined;
    }
  }

  #vote(vote: Fields, request: string | null): string | undefined {
    if (!isSigned(vote)) return undefined;
    const found = fault(vote, request ?? '', this.#log);
    if (found !== undefined) return found;
    this.checked++;
    const { key } = vote['signature'] as Fields;
    if (![...this.#keys.values()].includes(`${vote['voter']} ${key}`)) this.configured++;
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isSigned(vote: Fields): boolean {
  return vote['evidence'] === 'ssh-signature' || vote['signature'] !== undefined;
}

function fault(vote: unknown, request: string, log: string): string | undefined {
  if (typeof vote !== 'object' || vote === null || !isSigned(vote as Fields)) return undefined;
  const { signature, digest, vote: said, voter, at, nonce, standing } = vote as Fields;
  const { key, signature: armored } = (signature ?? {}) as Fields;
  if (typeof key !== 'string' || typeof armored !== 'string') return 'a signed vote without its signature';
  const shown = {
    v: 1,
    log,
    request,
    digest,
    vote: said,
    voter,
    at,
    nonce,
    ...(standing === undefined ? {} : { standing }),
  };
  const message = statementText(shown as VoteStatement);
  const why = sshSigFault(armored, { message, key, namespace: VOTE_NAMESPACE });
  return why === undefined ? undefined : `the signature of a vote does not hold: ${why}`;
}

function parsed(payload: Uint8Array): Fields {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString());
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

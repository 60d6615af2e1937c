import { canonical } from '../command/canonical.ts';
import { EVIDENCE_LEVELS, type EvidenceLevel } from '../policy/decision.ts';
import type { Able } from './factors/factor.ts';
import type { Assertion } from './factors/passkey.ts';

/** How a vote was proven to come from the person it names. */
export type Evidence =
  | 'os'
  /** A workflow engine says so: counts where a rule names it, and nowhere else (`relays.ts`). */
  | 'relay'
  | 'slack'
  | 'teams'
  | 'oidc'
  | 'web'
  | 'passphrase'
  | 'totp'
  | 'ssh-signature'
  | 'passkey';

/** Weakest first, as policies name them: os < channel < factor < signed. */
const LEVEL: Readonly<Record<Evidence, EvidenceLevel>> = {
  os: 'os',
  relay: 'os',
  slack: 'channel',
  teams: 'channel',
  oidc: 'channel',
  web: 'channel',
  passphrase: 'factor',
  totp: 'factor',
  'ssh-signature': 'signed',
  passkey: 'signed',
};

export function levelOf(evidence: Evidence): EvidenceLevel {
  return LEVEL[evidence];
}

/** An unknown level is weaker than any that is asked for. */
export function reaches(level: EvidenceLevel | undefined, wanted: EvidenceLevel): boolean {
  return level !== undefined && EVIDENCE_LEVELS.indexOf(level) >= EVIDENCE_LEVELS.indexOf(wanted);
}

/** What a person shows beside their name, as it came from the terminal or a channel; never stored as it is. */
export type Proof =
  | { readonly kind: 'os' }
  /** An issuer vouched for the session that it comes with: the service says so of the connection, and no client says it. */
  | { readonly kind: 'oidc' }
  /** A relay conveys it; said by the service alone, too. */
  | { readonly kind: 'relay' }
  /** A passkey opened the session of the web inbox that it comes with; said by the service alone, too. */
  | { readonly kind: 'web' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'totp'; readonly code: string }
  /** An armored SSHSIG over `statementText`, with its key in OpenSSH's one-line form. */
  | { readonly kind: 'ssh-signature'; readonly key: string; readonly signature: string }
  /** Its challenge is the SHA-256 of `statementText`. */
  | ({ readonly kind: 'passkey' } & Assertion);

/**
 * What a voter says and a signature covers: never the digest alone, so that an old signature approves no new request
 * (docs/decisions/0008-approvals.md).
 */
export interface VoteStatement {
  readonly v: 1;
  /** The name of the log: a vote of one gate means nothing to another. */
  readonly log: string;
  readonly request: string;
  readonly digest: string;
  readonly vote: 'approve' | 'deny';
  readonly voter: string;
  /** Milliseconds since 1970, the voter's clock. */
  readonly at: number;
  /** 128 random bits in hexadecimal; of two votes with the same one the second changes nothing. */
  readonly nonce: string;
  /** Present when the approval is to stand: for how long, and the digest of the shape that was shown. */
  readonly standing?: { readonly seconds: number; readonly shape: string };
}

/** Namespace of vote signatures (`ssh-keygen -Y sign -n`). */
export const VOTE_NAMESPACE = 'vote@gate';

/** The bytes that are signed, as text: RFC 8785. */
export function statementText(statement: VoteStatement): string {
  return canonical(statement);
}

export type Proven =
  | {
      readonly kind: 'proven';
      readonly evidence: Evidence;
      readonly signature?: Signature;
      readonly assertion?: KeptAssertion;
    }
  /** `why` is for the voter and the record; it holds no secret. */
  | { readonly kind: 'rejected'; readonly why: string };

/** What anybody needs to check a signed vote again, offline. */
export interface Signature {
  readonly key: string;
  readonly signature: string;
}

/** The same of a passkey: what the authenticator signed, and its key as `person.enrolled` has it. */
export interface KeptAssertion extends Assertion {
  readonly key: string;
}

/** Checks what people show; one implementation per place where factors are kept. */
export interface Proofs {
  /** @throws GateError AUDIT_UNAVAILABLE when what was enrolled cannot be read: then nobody has proven anything */
  verify(statement: VoteStatement, proof: Proof): Promise<Proven>;
  /** What this person can be asked for. */
  able(person: string): Promise<readonly Able[]>;
}

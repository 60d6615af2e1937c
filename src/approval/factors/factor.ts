import { canonical } from '../../command/canonical.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../policy/decision.ts';
import type { Evidence } from '../evidence.ts';
import { levelOf } from '../evidence.ts';

/** What is kept of an enrolled factor, in a private file: enough to check a proof, and for a passphrase no more. */
export type Factor = PassphraseFactor | TotpFactor | SshKeyFactor | PasskeyFactor;

export interface PassphraseFactor {
  readonly kind: 'passphrase';
  readonly id: string;
  readonly scrypt: Scrypt;
}

/** RFC 7914; salt and hash in hexadecimal. Its numbers are kept, so that later ones can be larger. */
export interface Scrypt {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly hash: string;
}

export interface TotpFactor {
  readonly kind: 'totp';
  readonly id: string;
  /** Base32. */
  readonly secret: string;
}

export interface SshKeyFactor {
  readonly kind: 'ssh-key';
  readonly id: string;
  /** `TYPE BASE64`. */
  readonly key: string;
  /** Where its private half, or the `.pub` file, was at enrolment: for `ssh-keygen`, and nothing is decided by it. */
  readonly path?: string;
}

export interface PasskeyFactor {
  readonly kind: 'passkey';
  readonly id: string;
  /** Id of the credential, base64url. */
  readonly credential: string;
  /** `es256`, `ed25519` or `rs256`, and the SubjectPublicKeyInfo in base64. */
  readonly key: string;
  /** Of the page it was made on: it is good there and nowhere else. */
  readonly origin: string;
  /** What its owner calls it. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly added: number;
}

export type FactorKind = Factor['kind'];

const EVIDENCE: Readonly<Record<FactorKind, Evidence>> = {
  passphrase: 'passphrase',
  totp: 'totp',
  'ssh-key': 'ssh-signature',
  passkey: 'passkey',
};

export function evidenceOf(kind: FactorKind): Evidence {
  return EVIDENCE[kind];
}

export function levelOfFactor(kind: FactorKind): EvidenceLevel {
  return levelOf(EVIDENCE[kind]);
}

export function strongestKept(factors: readonly Pick<Factor, 'kind'>[]): EvidenceLevel {
  const levels = factors.map(({ kind }) => levelOfFactor(kind));
  return EVIDENCE_LEVELS.findLast((level) => levels.includes(level)) ?? 'os';
}

/**
 * Names exactly what was stored; it is in the log, so that a factor which was exchanged afterwards is noticed. It gives
 * nothing away: what it covers is a public key, 160 random bits, or a salt that nobody else has.
 */
export function digestOf(factor: Factor): string {
  return `sha256:${sha256Hex(canonical(factor))}`;
}

/** The log's word on one factor of a person: enrolled, and not taken away since. */
export interface Enrolled {
  readonly person: string;
  readonly factor: FactorKind;
  readonly id: string;
  readonly digest: string;
  /** `TYPE BASE64` of an SSH key or a passkey. */
  readonly key?: string;
  /** Of a passkey: the origin of the page it is good on. */
  readonly origin?: string;
}

/** A factor that somebody can be asked for. */
export type Able =
  | { readonly kind: 'passphrase' | 'totp'; readonly id: string }
  | { readonly kind: 'ssh-key'; readonly id: string; readonly key: string; readonly path?: string }
  | Omit<PasskeyFactor, 'key'>;

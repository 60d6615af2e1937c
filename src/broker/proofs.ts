import {
  type Evidence,
  type KeptAssertion,
  type Proof,
  type Proofs,
  type Proven,
  statementText,
  VOTE_NAMESPACE,
} from '../approval/evidence.ts';
import { type Able, digestOf, type Enrolled, type Factor, type FactorKind } from '../approval/factors/factor.ts';
import type { Store } from '../audit/log.ts';
import type { FactorFile, FactorFiles } from '../config/factor-files.ts';
import type { Stream } from './steps.ts';

/**
 * Checks what people show against what they enrolled. A factor counts when it is in the person's private file exactly as
 * the log says it was enrolled; an SSH key also when the configuration says so.
 */
export interface ProofParts {
  readonly files: FactorFiles;
  readonly store: Pick<Store<Stream>, 'enrolled'>;
  /** Keys of the configuration, `TYPE BASE64`. */
  readonly keysOf: (person: string) => readonly string[];
  readonly now: () => number;
}

/** How far the clock of a voter may be off. */
export const SKEW_MILLISECONDS = 10 * 60_000;
/** That many wrong proofs within that time close a person's factors until the oldest of them is that long ago. */
const MOST_WRONG = 5;
const WRONG_WITHIN_MILLISECONDS = 10 * 60_000;

export function storedProofs(parts: ProofParts): Proofs {
  return {
    able: (person) => ableOf(person, parts),

    async verify(statement, proof) {
      if (Math.abs(parts.now() - statement.at) > SKEW_MILLISECONDS) {
        return rejected('the clock of the vote and that of the broker differ by more than ten minutes');
      }
      return proven(statement.voter, { text: statementText(statement), namespace: VOTE_NAMESPACE }, proof, parts);
    },
  };
}

/** What somebody shows to be who they are, over a text that says what for. */
export async function proven(
  person: string,
  signed: { readonly text: string; readonly namespace: string },
  proof: Proof,
  parts: ProofParts,
): Promise<Proven> {
  if (isOfTheSession(proof)) return { kind: 'proven', evidence: proof.kind };
  const enrolled = await parts.store.enrolled(person);
  return parts.files.update(person, async (file, save): Promise<Proven> => {
    const now = parts.now();
    const wrong = file.wrong.filter((at) => at <= now && now - at < WRONG_WITHIN_MILLISECONDS);
    if (wrong.length >= MOST_WRONG) {
      const minutes = Math.ceil((WRONG_WITHIN_MILLISECONDS - (now - Math.min(...wrong))) / 60_000);
      return rejected(`too many wrong proofs: the factors of ${person} are closed for ${minutes} minutes`);
    }
    const factors = file.factors.filter((factor) => enrolled.some((each) => isSame(factor, each)));
    const checked = await check(proof, signed, { person, factors, file, keys: parts.keysOf(person), now });
    switch (checked.kind) {
      case 'proven': {
        const { kind, evidence, signature, assertion, step } = checked;
        const steps = step === undefined ? file.steps : { ...file.steps, [step.id]: step.step };
        if (step !== undefined) save({ ...file, steps });
        return { kind, evidence, ...(signature && { signature }), ...(assertion && { assertion }) };
      }
      case 'wrong':
        save({ ...file, wrong: [...wrong, now].slice(-MOST_WRONG) });
        return rejected(checked.why);
      case 'nothing':
        return rejected(nothing(proof.kind, enrolled));
    }
  });
}

/**
 * The same for somebody who is not signed in yet: nothing they get wrong is held against the person whom they name, since anybody can. A
 * signature cannot be guessed.
 */
export async function signedBy(
  person: string,
  text: string,
  proof: Proof & { readonly kind: 'passkey' },
  parts: ProofParts,
): Promise<Proven> {
  const enrolled = await parts.store.enrolled(person);
  if (!enrolled.some(({ factor }) => factor === 'passkey')) return rejected(nothing('passkey', enrolled));
  return parts.files.update(person, async (file, save): Promise<Proven> => {
    const factors = file.factors.filter((factor) => enrolled.some((each) => isSame(factor, each)));
    const now = parts.now();
    const checked = await check(proof, { text, namespace: '' }, { person, factors, file, keys: [], now });
    if (checked.kind !== 'proven')
      return rejected(checked.kind === 'wrong' ? checked.why : nothing('passkey', enrolled));
    const { evidence, step } = checked;
    if (step !== undefined) save({ ...file, steps: { ...file.steps, [step.id]: step.step } });
    return { kind: 'proven', evidence };
  });
}

/** What this person can be asked for: whatever is as it was enrolled, and the keys of the configuration. */
export async function ableOf(
  person: string,
  { files, store, keysOf }: Omit<ProofParts, 'now'>,
): Promise<readonly Able[]> {
  const enrolled = await store.enrolled(person);
  const factors = files.read(person).factors.filter((factor) => enrolled.some((each) => isSame(factor, each)));
  const able = factors.map((factor): Able => {
    const { id } = factor;
    if (factor.kind === 'passkey') {
      const { key: _, ...able } = factor;
      return able;
    }
    if (factor.kind !== 'ssh-key') return { kind: factor.kind, id };
    return { kind: 'ssh-key', id, key: factor.key, ...(factor.path === undefined ? {} : { path: factor.path }) };
  });
  const known = new Set(able.flatMap((each) => (each.kind === 'ssh-key' ? [each.key] : [])));
  const configured = keysOf(person).filter((key) => !known.has(key));
  return [...able, ...configured.map((key): Able => ({ kind: 'ssh-key', id: 'configuration', key }))];
}

interface Checking {
  readonly person: string;
  readonly factors: readonly Factor[];
  readonly file: FactorFile;
  readonly keys: readonly string[];
  readonly now: number;
}

type Checked =
  | {
      readonly kind: 'proven';
      readonly evidence: Evidence;
      readonly signature?: { readonly key: string; readonly signature: string };
      readonly assertion?: KeptAssertion;
      /** A step of time, or how often a passkey has signed: it only grows. */
      readonly step?: { readonly id: string; readonly step: number };
    }
  | { readonly kind: 'wrong'; readonly why: string }
  | { readonly kind: 'nothing' };

async function check(
  proof: Factual,
  { text, namespace }: { readonly text: string; readonly namespace: string },
  { person, factors, file, keys, now }: Checking,
): Promise<Checked> {
  switch (proof.kind) {
    case 'passphrase': {
      const { isPassphrase } = await import('../approval/factors/passphrase.ts');
      const all = factors.filter((factor) => factor.kind === 'passphrase');
      for (const { scrypt } of all) {
        if (await isPassphrase(proof.passphrase, scrypt)) return { kind: 'proven', evidence: 'passphrase' };
      }
      return all.length === 0 ? { kind: 'nothing' } : { kind: 'wrong', why: `that is not the passphrase of ${person}` };
    }
    case 'totp': {
      const { stepOf } = await import('../approval/factors/totp.ts');
      const all = factors.filter((factor) => factor.kind === 'totp');
      let why = 'the code is not one of now';
      for (const factor of all) {
        const step = await stepOf(proof.code, factor, now);
        if (step === undefined) continue;
        if (step > (file.steps[factor.id] ?? -1))
          return { kind: 'proven', evidence: 'totp', step: { id: factor.id, step } };
        why = 'the code was used before: wait for the next one';
      }
      return all.length === 0 ? { kind: 'nothing' } : { kind: 'wrong', why };
    }
    case 'ssh-signature': {
      const { sshSigFault } = await import('../approval/factors/sshsig.ts');
      const own = factors.flatMap((factor) => (factor.kind === 'ssh-key' ? [factor.key] : []));
      const all = [...own, ...keys];
      if (all.length === 0) return { kind: 'nothing' };
      if (!all.includes(proof.key)) return { kind: 'wrong', why: `that is not a key of ${person}` };
      const fault = sshSigFault(proof.signature, { message: text, key: proof.key, namespace });
      if (fault !== undefined) return { kind: 'wrong', why: `the signature does not count: ${fault}` };
      return {
        kind: 'proven',
        evidence: 'ssh-signature',
        signature: { key: proof.key, signature: proof.signature },
      };
    }
    case 'passkey': {
      const { assertionFault, counterOf } = await import('../approval/factors/passkey.ts');
      const all = factors.filter((factor) => factor.kind === 'passkey');
      if (all.length === 0) return { kind: 'nothing' };
      const own = all.find(({ credential }) => credential === proof.credential);
      if (own === undefined) return { kind: 'wrong', why: `that is not a passkey of ${person}` };
      const { id, key, origin } = own;
      const fault = assertionFault(proof, { text, key, origin });
      if (fault !== undefined) return { kind: 'wrong', why: `the passkey does not count: ${fault}` };
      const counter = counterOf(proof);
      const before = file.steps[id] ?? 0;
      if (counter <= before && (counter > 0 || before > 0)) {
        return { kind: 'wrong', why: 'the passkey does not count: it was copied, or this was shown before' };
      }
      const { kind, ...assertion } = proof;
      return {
        kind: 'proven',
        evidence: kind,
        assertion: { ...assertion, key },
        ...(counter > 0 && { step: { id, step: counter } }),
      };
    }
  }
}

/** What the connection proves by itself, and what is held against a factor. */
type OfTheSession = Extract<Proof, { kind: 'os' | 'oidc' | 'web' | 'relay' }>;
type Factual = Exclude<Proof, OfTheSession>;

function isOfTheSession(proof: Proof): proof is OfTheSession {
  return proof.kind === 'os' || proof.kind === 'oidc' || proof.kind === 'web' || proof.kind === 'relay';
}

const KIND: Readonly<Record<Factual['kind'], FactorKind>> = {
  passphrase: 'passphrase',
  totp: 'totp',
  'ssh-signature': 'ssh-key',
  passkey: 'passkey',
};

function nothing(kind: Factual['kind'], enrolled: readonly Enrolled[]): string {
  return enrolled.some(({ factor }) => factor === KIND[kind])
    ? `the ${KIND[kind]} that is kept is not the one that was enrolled`
    : `no ${KIND[kind]} is enrolled`;
}

function isSame(factor: Factor, { id, factor: kind, digest }: Enrolled): boolean {
  return factor.id === id && factor.kind === kind && digestOf(factor) === digest;
}

function rejected(why: string): Proven & { readonly kind: 'rejected' } {
  return { kind: 'rejected', why };
}

import { type Proof, reaches, statementText, VOTE_NAMESPACE, type VoteStatement } from '../../approval/evidence.ts';
import { type Able, levelOfFactor } from '../../approval/factors/factor.ts';
import type { Ballot, Queue } from '../../broker/broker.ts';
import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../policy/decision.ts';

/**
 * Lets the person at the controlling terminal prove who they are: by the weakest of what they can be asked for that is
 * strong enough. Never out of arguments or the environment.
 *
 * @param wanted the strongest evidence that the request asks of this person; `os` asks nothing
 * @param able from `Enrolment.able`
 * @returns undefined when nothing they have is strong enough, or they broke off
 */
export function proofAtTerminal(parts: {
  readonly statement: VoteStatement;
  readonly wanted: EvidenceLevel;
  readonly able: readonly Able[];
}): Promise<Proof | undefined> {
  const { statement, wanted, able } = parts;
  return proveAtTerminal({ text: statementText(statement), namespace: VOTE_NAMESPACE, wanted, able });
}

/** The proof that a request asks of whoever votes; a no needs none. Undefined as above. */
export async function proofFor(
  broker: Pick<Queue, 'proofAsked' | 'statement'>,
  id: string,
  ballot: Omit<Ballot, 'proof' | 'text'>,
): Promise<Proof | undefined> {
  const { wanted, able } = ballot.vote === 'deny' ? NOTHING : await broker.proofAsked(id, ballot.voter);
  if (wanted === 'os') return { kind: 'os' };
  return proofAtTerminal({ statement: await broker.statement(id, ballot), wanted, able });
}

const NOTHING = { wanted: 'os', able: [] } as const;

/** The same for a text that is no vote. */
export async function proveAtTerminal(parts: {
  readonly text: string;
  readonly namespace: string;
  readonly wanted: EvidenceLevel;
  readonly able: readonly Able[];
}): Promise<Proof | undefined> {
  const { text, namespace, wanted, able } = parts;
  if (wanted === 'os') return { kind: 'os' };
  const factor = weakest(able, wanted);
  switch (factor?.kind) {
    // A passkey signs in a browser, and nowhere else.
    case 'passkey':
    case undefined:
      return undefined;
    case 'passphrase': {
      const { askHidden } = await import('./prompt.ts');
      const typed = await askHidden('your passphrase: ');
      return typed.kind === 'line' ? { kind: 'passphrase', passphrase: typed.text } : undefined;
    }
    case 'totp': {
      const { askOnTerminal } = await import('./prompt.ts');
      const typed = await askOnTerminal('', 'the code that your authenticator shows: ');
      return typed.kind === 'line' ? { kind: 'totp', code: typed.text.replaceAll(' ', '') } : undefined;
    }
    case 'ssh-key': {
      const { signAtTerminal } = await import('./ssh-sign.ts');
      const signature = await signAtTerminal(text, namespace, factor);
      return signature === undefined ? undefined : { kind: 'ssh-signature', key: factor.key, signature };
    }
  }
}

const ORDER: readonly Able['kind'][] = ['passphrase', 'totp', 'ssh-key'];

/** Of several as weak, the one that costs people least. */
export function weakest(able: readonly Able[], wanted: EvidenceLevel): Able | undefined {
  const rank = ({ kind }: Able) => EVIDENCE_LEVELS.indexOf(levelOfFactor(kind)) * ORDER.length + ORDER.indexOf(kind);
  return able
    .filter(({ kind }) => kind !== 'passkey' && reaches(levelOfFactor(kind), wanted))
    .toSorted((a, b) => rank(a) - rank(b))[0];
}

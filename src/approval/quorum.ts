import { type Approvers, EVIDENCE_LEVELS, type EvidenceLevel } from '../policy/decision.ts';
import type { Directory } from './directory.ts';
import type { CastVote } from './events.ts';
import { levelOf, reaches } from './evidence.ts';
import { conveyed, relayBar } from './relays.ts';

/** The part of a request that counting needs. */
export interface Asked {
  readonly principal: string;
  readonly owner?: string;
  readonly digest: string;
  readonly approvers: readonly Approvers[];
}

export type Count =
  | { readonly kind: 'waiting'; readonly missing: readonly Missing[] }
  | { readonly kind: 'granted'; readonly voters: readonly string[] }
  | { readonly kind: 'denied'; readonly by: string; readonly text?: string };

/** A block of approvers that is not met yet. */
export interface Missing {
  readonly rule: string;
  readonly from: readonly string[];
  readonly wanted: number;
  readonly have: number;
  readonly evidence: Approvers['evidence'];
}

export type Acceptance = { readonly kind: 'accepted' } | { readonly kind: 'rejected'; readonly why: string };

/** The people whose yes counts for this block. The requester never, however many groups they are in. */
export function eligible(asked: Asked, block: Approvers, directory: Directory): readonly string[] {
  const people = new Set(block.from.flatMap((group) => directory.members(group, asked)));
  people.delete(asked.principal);
  if (block.separation === 'owner' && asked.owner !== undefined) people.delete(asked.owner);
  return [...people];
}

/** Blocks that can never be met, because too few people exist who could give the evidence asked for. */
export function unreachable(asked: Asked, directory: Directory): readonly Missing[] {
  return asked.approvers.flatMap((block) => {
    const later = block.escalate?.to ?? [];
    const people = eligible(asked, { ...block, from: [...block.from, ...later] }, directory);
    const able = people.filter((person) => reaches(directory.strongest(person), block.evidence));
    return able.length >= block.count ? [] : [missing(block, able.length)];
  });
}

/** Everybody whose vote could count, each once. */
export function askedPeople(asked: Asked, directory: Directory): readonly string[] {
  return [...new Set(asked.approvers.flatMap((block) => eligible(asked, block, directory)))];
}

/**
 * What a yes of this person has to be proven by, so that it counts wherever it can: the strongest that a block asks of
 * them and they can give. When they can give none of it, the weakest that is asked: their vote will be refused with that.
 */
export function evidenceAsked(asked: Asked, person: string, directory: Directory): EvidenceLevel {
  const levels = asked.approvers
    .filter((block) => eligible(asked, block, directory).includes(person))
    .map(({ evidence }) => evidence);
  const able = directory.strongest(person);
  const strongest = EVIDENCE_LEVELS.findLast((level) => levels.includes(level) && reaches(able, level));
  return strongest ?? EVIDENCE_LEVELS.find((level) => levels.includes(level)) ?? 'os';
}

/** Whether the request asks this person; only then may they vote or ask back. */
export function isAsked(asked: Asked, person: string, directory: Directory): boolean {
  return asked.approvers.some((block) => eligible(asked, block, directory).includes(person));
}

/** Whether this is the one who asked, or the person behind it: they may answer, withdraw and revoke. */
export function isRequester(asked: Pick<Asked, 'principal' | 'owner'>, principal: string): boolean {
  return principal === asked.principal || principal === asked.owner;
}

/**
 * May this vote count at all? Approving needs one block that wants this person and is content with their evidence; so
 * does denying, except that a no needs no more than their name.
 */
export function accepts(asked: Asked, vote: CastVote, directory: Directory): Acceptance {
  if (vote.voter === asked.principal) return { kind: 'rejected', why: 'you asked for it yourself' };
  if (vote.digest !== asked.digest) return { kind: 'rejected', why: 'the digest is not that of the request' };
  const wanting = asked.approvers.filter((block) => eligible(asked, block, directory).includes(vote.voter));
  if (wanting.length === 0) return { kind: 'rejected', why: notAsked(asked) };
  if (vote.vote === 'deny') return { kind: 'accepted' };
  const bars = wanting.map((block) => relayBar(asked, vote, block));
  if (bars.every((bar) => bar !== undefined)) return { kind: 'rejected', why: bars[0] ?? '' };
  if (wanting.some((block) => strong(asked, vote, block))) return { kind: 'accepted' };
  const wanted = [...new Set(wanting.map(({ evidence }) => evidence))].join(' or ');
  return { kind: 'rejected', why: `it asks for evidence \`${wanted}\` or stronger, and ${vote.evidence} is weaker` };
}

export function notAsked(asked: Asked): string {
  const groups = [...new Set(asked.approvers.flatMap((block) => block.from))].join(', ') || 'nobody';
  return `it asks ${groups}, and you are not one of them`;
}

/**
 * Counts distinct people, once each, per block; one vote may count in several blocks. A deny of anyone accepted ends
 * it. Membership is looked up now, not when the vote was cast. With no blocks nobody was asked, and nothing is granted.
 */
export function count(asked: Asked, votes: readonly CastVote[], directory: Directory): Count {
  const accepted = votes.filter((vote) => accepts(asked, vote, directory).kind === 'accepted');
  const denied = accepted.find((vote) => vote.vote === 'deny');
  if (denied) return { kind: 'denied', by: denied.voter, ...(denied.text === undefined ? {} : { text: denied.text }) };
  const voters = new Set<string>();
  const open = asked.approvers.flatMap((block) => {
    const people = eligible(asked, block, directory);
    const counting = accepted.filter((vote) => people.includes(vote.voter) && strong(asked, vote, block));
    const yes = new Set(counting.filter(({ relay }) => relay === undefined).map(({ voter }) => voter));
    for (const voter of conveyed(counting, yes)) yes.add(voter);
    for (const voter of yes) voters.add(voter);
    return yes.size >= block.count ? [] : [missing(block, yes.size)];
  });
  if (open.length > 0 || asked.approvers.length === 0) return { kind: 'waiting', missing: open };
  return { kind: 'granted', voters: [...voters] };
}

function strong(asked: Asked, vote: CastVote, block: Approvers): boolean {
  return reaches(levelOf(vote.evidence), block.evidence) && relayBar(asked, vote, block) === undefined;
}

function missing({ rule, from, count: wanted, evidence }: Approvers, have: number): Missing {
  return { rule, from, wanted, have, evidence };
}

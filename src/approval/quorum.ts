import type { Approvers, EvidenceLevel } from '../policy/decision.ts';
import { EVIDENCE_LEVELS } from '../policy/decision.ts';
import type { Directory } from './directory.ts';
import type { CastVote } from './events.ts';

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
}

export type Acceptance = { readonly kind: 'accepted' } | { readonly kind: 'rejected'; readonly why: string };

/** Strength of a vote's evidence; channels add theirs to this table. */
const LEVEL: Readonly<Record<CastVote['evidence'], EvidenceLevel>> = { os: 'os' };

/** The people whose yes counts for this block. The requester never, however many groups they are in. */
export function eligible(asked: Asked, block: Approvers, directory: Directory): readonly string[] {
  const people = new Set(block.from.flatMap((group) => directory.members(group, asked)));
  people.delete(asked.principal);
  if (block.separation === 'owner' && asked.owner !== undefined) people.delete(asked.owner);
  return [...people];
}

/** Blocks that can never be met because too few people exist for them. */
export function unreachable(asked: Asked, directory: Directory): readonly Missing[] {
  return asked.approvers.flatMap((block) => {
    const people = strongest(block) ? eligible(asked, block, directory) : [];
    return people.length >= block.count ? [] : [missing(block, people.length)];
  });
}

/** Whether the request asks this person; only then may they vote or ask back. */
export function isAsked(asked: Asked, person: string, directory: Directory): boolean {
  return asked.approvers.some((block) => eligible(asked, block, directory).includes(person));
}

/** Whether this is the one who asked, or the person behind it: they may answer, withdraw and revoke. */
export function isRequester(asked: Pick<Asked, 'principal' | 'owner'>, principal: string): boolean {
  return principal === asked.principal || principal === asked.owner;
}

/** May this person's vote count at all? Approving needs one block that wants them; so does denying. */
export function accepts(asked: Asked, vote: CastVote, directory: Directory): Acceptance {
  if (vote.voter === asked.principal) return { kind: 'rejected', why: 'you asked for it yourself' };
  if (vote.digest !== asked.digest) return { kind: 'rejected', why: 'the digest is not that of the request' };
  if (isAsked(asked, vote.voter, directory)) return { kind: 'accepted' };
  return { kind: 'rejected', why: notAsked(asked) };
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
    const yes = new Set(
      accepted.filter((vote) => people.includes(vote.voter) && strong(vote, block)).map((vote) => vote.voter),
    );
    for (const voter of yes) voters.add(voter);
    return yes.size >= block.count ? [] : [missing(block, yes.size)];
  });
  if (open.length > 0 || asked.approvers.length === 0) return { kind: 'waiting', missing: open };
  return { kind: 'granted', voters: [...voters] };
}

function strong(vote: CastVote, block: Approvers): boolean {
  return EVIDENCE_LEVELS.indexOf(LEVEL[vote.evidence]) >= EVIDENCE_LEVELS.indexOf(block.evidence);
}

/** Whether any evidence that exists here reaches the minimum. */
function strongest(block: Approvers): boolean {
  return Object.values(LEVEL).some(
    (level) => EVIDENCE_LEVELS.indexOf(level) >= EVIDENCE_LEVELS.indexOf(block.evidence),
  );
}

function missing(block: Approvers, have: number): Missing {
  return { rule: block.rule, from: block.from, wanted: block.count, have };
}

import type { EvidenceLevel } from '../policy/decision.ts';
import { type Directory, OWNERS } from './directory.ts';
import { type Asked, eligible, type Missing } from './quorum.ts';

/** What is missing, and who has to do what about it: for a refusal that no waiting would mend. Pure. */
export function missingWords({ rule, from, wanted, have, evidence }: Missing): string {
  const proof = evidence === 'os' ? '' : ` with evidence ${evidence} or stronger`;
  return `rule ${rule} needs ${wanted} of ${from.join(' or ')}${proof}, and there ${have === 1 ? 'is' : 'are'} ${have}`;
}

/** What somebody does to be able to give it. */
export const ENROLL: Readonly<Record<Exclude<EvidenceLevel, 'os'>, string>> = {
  channel: '`gate enroll totp`',
  factor: '`gate enroll totp` or `gate enroll passphrase`',
  signed: '`gate enroll ssh KEYFILE.pub`',
};

export function remedyFor(missing: Missing, asked: Asked, directory: Directory): string {
  const block = asked.approvers.find(({ rule, from }) => rule === missing.rule && from.join() === missing.from.join());
  // Whoever cannot vote at all cannot enroll either.
  const people = block
    ? eligible(asked, block, directory).filter((person) => directory.strongest(person) !== undefined)
    : [];
  if (missing.evidence !== 'os' && people.length >= missing.wanted) {
    return `${named(people)} can do that after ${ENROLL[missing.evidence]}`;
  }
  const groups = missing.from.filter((group) => group !== OWNERS);
  if (groups.length === 0)
    return 'nobody else answers for this requester; a rule with `confirm` asks the person who runs it';
  const more = missing.wanted - people.length;
  return `add ${more === 1 ? 'somebody' : `${more} people`} to \`${groups.join('` or `')}\` under \`groups\` in config.yaml, docs/people.md`;
}

/** A few by name, the rest by number. */
export function named(people: readonly string[]): string {
  const more = people.length - MOST_NAMED;
  return more < 2 ? people.join(', ') : `${people.slice(0, MOST_NAMED).join(', ')} and ${more} more`;
}

const MOST_NAMED = 8;

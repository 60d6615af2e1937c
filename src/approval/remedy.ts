import type { EvidenceLevel } from '../policy/decision.ts';
import { type Directory, OWNERS } from './directory.ts';
import { type Asked, eligible, type Missing } from './quorum.ts';

/** What is missing, and who has to do what about it: for a refusal that no waiting would mend. Pure. */
export function missingWords({ rule, from, wanted, have, evidence }: Missing): string {
  const proof = evidence === 'os' ? '' : ` with evidence ${evidence} or stronger`;
  return `rule ${rule} needs ${wanted} of ${from.join(' or ')}${proof}, and there ${have === 1 ? 'is' : 'are'} ${have}`;
}

const ENROLL: Readonly<Record<Exclude<EvidenceLevel, 'os'>, string>> = {
  channel: '`gate enroll totp`',
  factor: '`gate enroll totp` or `gate enroll passphrase`',
  signed: '`gate enroll ssh KEYFILE.pub`',
};

export function remedyFor(missing: Missing, asked: Asked, directory: Directory): string {
  const block = asked.approvers.find(({ rule, from }) => rule === missing.rule && from.join() === missing.from.join());
  const people = block ? eligible(asked, block, directory) : [];
  if (missing.evidence !== 'os' && people.length >= missing.wanted) {
    return `${people.join(', ')} can do that after ${ENROLL[missing.evidence]}`;
  }
  const groups = missing.from.filter((group) => group !== OWNERS);
  if (groups.length === 0)
    return 'nobody else answers for this requester; a rule with `confirm` asks the person who runs it';
  const more = missing.wanted - people.length;
  return `add ${more === 1 ? 'somebody' : `${more} people`} to \`${groups.join('` or `')}\` under \`groups\` in config.yaml, docs/people.md`;
}

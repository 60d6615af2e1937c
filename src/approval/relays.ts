import type { Approvers } from '../policy/decision.ts';
import type { CastVote } from './events.ts';
import type { Asked } from './quorum.ts';

/**
 * What the word of a workflow engine counts for (docs/decisions/0016-webhooks.md): little, where a rule names it. Pure.
 *
 * INVARIANT: all that the tokens of one maker convey is one vote in a block at most, beside which the maker's own does not count;
 * and it is none for what the maker asked for, or the maker's agent or pipeline. The maker is never conveyed.
 */

/** Why a yes does not count in this block because of what conveyed it; undefined for one that nothing conveyed. */
export function relayBar(
  { principal, owner }: Pick<Asked, 'principal' | 'owner'>,
  { relay, evidence, voter }: Pick<CastVote, 'relay' | 'evidence' | 'voter'>,
  { relays = [], rule }: Pick<Approvers, 'relays' | 'rule'>,
): string | undefined {
  if (relay === undefined) return evidence === 'relay' ? 'it does not say what conveyed it' : undefined;
  if (relay.by === principal || relay.by === owner) {
    return `${relay.by} made the token of ${relay.name}, and is behind this request`;
  }
  if (relay.by === voter) return `${voter} made the token of ${relay.name}, and votes in person`;
  return relays.includes(relay.name) ? undefined : `rule ${rule} does not take votes through ${relay.name}`;
}

/**
 * The people whose conveyed yes counts beside those who said it themselves: for each maker one, the first.
 *
 * @param votes that count in this block
 */
export function conveyed(votes: readonly CastVote[], themselves: ReadonlySet<string>): readonly string[] {
  const byMaker = new Map<string, string>();
  for (const { voter, relay } of votes) {
    if (relay === undefined || themselves.has(voter) || themselves.has(relay.by) || byMaker.has(relay.by)) continue;
    byMaker.set(relay.by, voter);
  }
  return [...new Set(byMaker.values())];
}

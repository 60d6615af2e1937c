import type { Approvers } from '../policy/decision.ts';
import type { Directory } from './directory.ts';
import type { StandingEvents, StandingGrant } from './events.ts';
import { count } from './quorum.ts';

/**
 * A standing grant: people approved not only a request but, for a while, everything of its shape by the same requester in
 * the same session. It is a thing of its own, listed and revocable, and every use is an event.
 *
 *     standing.granted ─► standing ─┬─ standing.used ─► standing
 *                                   ├─ standing.revoked ─► revoked
 *                                   └─ standing.expired ─► expired
 *
 * INVARIANT: it never lets anything run that its voters could not approve now. Its votes are counted again at every use,
 * with the duties the policy asks for and the directory as it is at that moment.
 */
export interface Standing {
  readonly kind: 'standing';
  readonly state: 'standing' | 'revoked' | 'expired';
  readonly open: boolean;
  readonly principal: string;
  /** Digest of the shape. */
  readonly digest: string;
  readonly grant: StandingGrant;
  readonly grantedAt: number;
  readonly uses: number;
  readonly usedAt?: number;
  readonly revoked?: { readonly by: string; readonly text?: string; readonly at: number };
}

export type StandingEvent = {
  readonly [Type in keyof StandingEvents]: {
    readonly type: Type;
    readonly at: number;
    readonly payload: StandingEvents[Type];
  };
}[keyof StandingEvents];

export type StandingChange = {
  readonly [Type in keyof StandingEvents]: { readonly type: Type; readonly payload: StandingEvents[Type] };
}[keyof StandingEvents];

/** How long an approval stands at most, unless its rule says otherwise. */
export const LONGEST_STANDING_SECONDS = 3600;

/** The grant after one more event; see the drawing above. Unexpected events change nothing. */
export function advanceStanding(standing: Standing | undefined, event: StandingEvent): Standing {
  if (event.type === 'standing.granted') return standing ?? begun(event.payload, event.at);
  if (!standing) throw new Error(`the first event of a standing grant is ${event.type}`);
  if (standing.state !== 'standing') return standing;
  switch (event.type) {
    case 'standing.used':
      return { ...standing, uses: standing.uses + 1, usedAt: event.at };
    case 'standing.revoked':
      return { ...standing, state: 'revoked', open: false, revoked: { ...event.payload, at: event.at } };
    case 'standing.expired':
      return { ...standing, state: 'expired', open: false };
  }
}

/** What is asked now, as far as a standing grant looks at it. */
export interface Covered {
  readonly principal: string;
  readonly owner?: string;
  readonly session?: string;
  readonly shape: string;
  readonly effects: readonly string[];
  readonly approvers: readonly Approvers[];
}

/** Why this grant does not let it run; undefined when it does. */
export function uncovered(standing: Standing, asked: Covered, directory: Directory, now: number): string | undefined {
  const { grant, state } = standing;
  if (state !== 'standing') return `the standing grant is ${state}`;
  if (now >= grant.until) return 'the standing grant has expired';
  if (grant.principal !== asked.principal || grant.owner !== asked.owner || grant.session !== asked.session)
    return 'the standing grant is for another requester or session';
  if (grant.shape.digest !== asked.shape) return 'the standing grant is for another command';
  if (now >= standing.grantedAt + longestStanding(asked.approvers, asked.effects) * 1000)
    return 'the policy does not let an approval stand that long';
  const digest = grant.votes[0]?.digest ?? '';
  const owner = asked.owner === undefined ? {} : { owner: asked.owner };
  const counted = count(
    { principal: asked.principal, ...owner, digest, approvers: asked.approvers },
    grant.votes,
    directory,
  );
  return counted.kind === 'granted' ? undefined : 'the people who approved it can no longer do so';
}

/** Seconds that an approval may stand: the shortest of all rules that ask. 0: not at all. */
export function longestStanding(approvers: readonly Approvers[], effects: readonly string[]): number {
  const unless = effects.includes('privilege') ? 0 : LONGEST_STANDING_SECONDS;
  const each = approvers.map(({ standingSeconds, standsSeconds }) => standingSeconds ?? standsSeconds ?? unless);
  return each.length === 0 ? 0 : Math.min(...each);
}

/** Seconds that an approval stands by itself: when every rule that asks says so, the shortest of them. 0: for once. */
export function standsByRule(approvers: readonly Approvers[], effects: readonly string[]): number {
  const each = approvers.map(({ standsSeconds = 0 }) => standsSeconds);
  return each.length === 0 ? 0 : Math.min(...each, longestStanding(approvers, effects));
}

function begun(grant: StandingGrant, at: number): Standing {
  return {
    kind: 'standing',
    state: 'standing',
    open: true,
    principal: grant.principal,
    digest: grant.shape.digest,
    grant,
    grantedAt: at,
    uses: 0,
  };
}

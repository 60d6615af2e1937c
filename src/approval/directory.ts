import type { Principal } from '../request/request.ts';

/** People and groups. Without configuration the OS user is the only person: owner of every agent seen. */
export interface Directory {
  /** Whether somebody configured people; if not, a vote is an acknowledgement by the owner, and is called that. */
  readonly configured: boolean;
  /** The people who may answer for this requester on behalf of a group; never the requester. */
  members(group: string, requester: { readonly principal: string; readonly owner?: string }): readonly string[];
}

/** The group that exists without any configuration: the owner of the asking agent or pipeline; nobody for a person. */
export const OWNERS = 'owners';

export const soleUser: Directory = {
  configured: false,
  members: (group, requester) =>
    group === OWNERS && requester.owner !== undefined && requester.owner !== requester.principal
      ? [requester.owner]
      : [],
};

/** Only a person votes, and only from where no agent, pipeline or gate supervises the keyboard. */
export function mayVote(principal: Principal, supervised: boolean, tty: boolean): string | undefined {
  if (principal.kind !== 'person') return `${principal.id} is not a person, and only people vote`;
  if (supervised) return 'an agent, a pipeline or gate is among the parent processes, and only people vote';
  if (!tty) return 'there is no controlling terminal, and people vote at one';
  return undefined;
}

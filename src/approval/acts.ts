import type { Directory } from './directory.ts';
import type { Answered, ApprovalEvents, CastVote, Relayed, StandingGrant, Verdict } from './events.ts';
import { type Asked, accepts, askedPeople, count, isAsked, isRequester, notAsked } from './quorum.ts';
import { longestStanding, standsByRule } from './standing.ts';
import type { View } from './states.ts';

/** What people and requesters can do to a request, as pure functions: from its state to the events it brings about. */

/** One event of this stage before it has an index and a time. */
export type ApprovalChange =
  | {
      readonly [Type in keyof ApprovalEvents]: { readonly type: Type; readonly payload: ApprovalEvents[Type] };
    }[keyof ApprovalEvents]
  /** Begins a stream of its own; whoever appends it knows the ids. */
  | { readonly type: 'standing.granted'; readonly payload: Omit<StandingGrant, 'request'> };

/** The events (none: it was said before), or why there are none: too late, or not theirs to do. */
export type Act = readonly ApprovalChange[] | 'ended' | { readonly notYours: string };

export interface Words {
  readonly by: string;
  readonly text?: string;
  /** Of a question: what conveyed it, when that was not the person. */
  readonly relay?: Relayed;
}

const NOT_THE_REQUESTER = 'only the one who asked, or the person behind it, can do that';

/** The vote, and what it brings about: nothing yet, the grant, or the denial. @param now milliseconds since 1970 */
export function castVote(view: View, vote: CastVote, directory: Directory, now: number): Act {
  const before = view.votes.find(({ nonce }) => nonce === vote.nonce);
  // Whoever did not hear the answer says it again, also when it was the last one that was needed.
  if (before !== undefined && isSameVote(before, vote)) return [];
  if (!isUndecided(view)) return 'ended';
  if (before !== undefined) return { notYours: 'its nonce is that of another vote' };
  const acceptance = accepts(askedOf(view), vote, directory);
  if (acceptance.kind === 'rejected') return { notYours: acceptance.why };
  const barred = vote.standing && notStanding(view, vote.standing);
  if (barred !== undefined) return { notYours: barred };
  return [{ type: 'vote.cast', payload: vote }, ...settled(view, [...view.votes, vote], directory, now)];
}

function isSameVote(one: CastVote, other: CastVote): boolean {
  return one.voter === other.voter && one.vote === other.vote && one.digest === other.digest;
}

/** A proof that did not hold: kept, and counted for nothing. */
export function rejectVote(view: View, rejected: ApprovalEvents['vote.rejected']): Act {
  return isUndecided(view) ? [{ type: 'vote.rejected', payload: rejected }] : 'ended';
}

export function askBack(view: View, { by, text = '', relay }: Words, directory: Directory): Act {
  if (view.state !== 'pending' || view.decision !== 'hold') return 'ended';
  if (!isAsked(askedOf(view), by, directory)) return { notYours: notAsked(askedOf(view)) };
  return [{ type: 'question.asked', payload: { by, text, ...(relay && { relay }) } }];
}

/** Votes that came in while the question was open are counted now. */
export function answerBack(view: View, answered: Answered, directory: Directory, now: number): Act {
  if (view.state !== 'questioned') return 'ended';
  if (!isRequester(view, answered.by)) return { notYours: NOT_THE_REQUESTER };
  return [
    { type: 'question.answered', payload: answered },
    ...settled({ ...view, state: 'pending' }, view.votes, directory, now),
  ];
}

export function withdraw(view: View, words: Words): Act {
  if (!['pending', 'questioned', 'granted'].includes(view.state)) return 'ended';
  return isRequester(view, words.by)
    ? [{ type: 'request.withdrawn', payload: words }]
    : { notYours: NOT_THE_REQUESTER };
}

/** Whoever asked, or was asked, may take back a grant that has not started. */
export function revoke(view: View, words: Words, directory: Directory): Act {
  if (view.state !== 'granted') return 'ended';
  const may = isRequester(view, words.by) || isAsked(askedOf(view), words.by, directory);
  return may ? [{ type: 'grant.revoked', payload: words }] : { notYours: notAsked(askedOf(view)) };
}

/** Whoever asked, or was asked, may stop a command that a service knows to run; one of local mode ends with its own gate. */
export function stop(view: View, words: Words, directory: Directory): Act {
  if (view.state !== 'started') return 'ended';
  if (view.mode !== 'client' && view.mode !== 'host')
    return { notYours: 'it ends with the gate that was asked: end that' };
  const may = isRequester(view, words.by) || words.by === view.owner || isAsked(askedOf(view), words.by, directory);
  return may ? [{ type: 'stop.asked', payload: words }] : { notYours: notAsked(askedOf(view)) };
}

/** Without the votes, by somebody whom every rule that asks for them lets do so. */
export function breakGlass(view: View, words: ApprovalEvents['request.broken']['why'], directory: Directory): Act {
  if (view.state !== 'pending' || view.decision !== 'hold') return 'ended';
  const asked = askedOf(view);
  if (!mayBreak(asked, directory)) return { notYours: 'no rule lets you run this under break-glass' };
  const told = askedPeople(asked, directory);
  return [{ type: 'request.broken', payload: { by: view.principal, why: words, told } }];
}

/** Every block must name a group of the requester. With no blocks there is nothing to break. */
export function mayBreak(asked: Asked, directory: Directory): boolean {
  const inAny = (groups: readonly string[]) =>
    directory.groupsOf(asked.principal).some((group) => groups.includes(group));
  return asked.approvers.length > 0 && asked.approvers.every(({ breakGlass: groups = [] }) => inAny(groups));
}

/** Afterwards, by somebody who could have approved it; never by the one who ran it. */
export function review(
  view: View,
  { by, verdict, text }: { readonly by: string; readonly verdict: Verdict; readonly text: string },
  directory: Directory,
): Act {
  if (view.broken === undefined || view.review !== undefined || view.endedAt === undefined) return 'ended';
  if (!isAsked(askedOf(view), by, directory)) return { notYours: notAsked(askedOf(view)) };
  return [{ type: 'request.reviewed', payload: { by, verdict, text } }];
}

/** By those who are asked; or by the requester, whose own confirmation it is for. */
export function showPreview(view: View, seen: ApprovalEvents['request.previewed'], directory: Directory): Act {
  if (view.state !== 'pending' && view.state !== 'questioned') return 'ended';
  const may = view.decision === 'confirm' ? seen.by === view.principal : isAsked(askedOf(view), seen.by, directory);
  return may ? [{ type: 'request.previewed', payload: seen }] : { notYours: notAsked(askedOf(view)) };
}

/** The part of a view that counting needs. */
export function askedOf(view: View): Asked {
  return {
    principal: view.principal,
    ...(view.owner === undefined ? {} : { owner: view.owner }),
    digest: view.digest,
    approvers: view.approvers,
  };
}

function isUndecided({ state, decision }: View): boolean {
  return decision === 'hold' && (state === 'pending' || state === 'questioned');
}

function notStanding(view: View, { seconds, shape }: { seconds: number; shape: string }): string | undefined {
  if (shape !== view.shape.digest) return 'what the approval should stand for is not what this request is';
  const most = longestStanding(view.approvers, view.effects);
  if (most === 0) return 'an approval of this may not stand: it is for once';
  return seconds > most ? `an approval of this may stand for ${most} seconds at most` : undefined;
}

function settled(view: View, votes: readonly CastVote[], directory: Directory, now: number): readonly ApprovalChange[] {
  const result = count(askedOf(view), votes, directory);
  if (result.kind === 'denied') {
    const { by, text } = result;
    return [{ type: 'request.denied', payload: { reason: 'person', by, ...(text === undefined ? {} : { text }) } }];
  }
  // While a question is open the vote counts, and the grant waits for the answer.
  if (result.kind === 'waiting' || view.state === 'questioned') return [];
  const { digest } = view;
  const { voters } = result;
  const acknowledged = !directory.configured;
  return [
    { type: 'request.granted', payload: { digest, voters, acknowledged } },
    ...standingOf(view, votes, voters, now),
  ];
}

/** It stands when everybody whose vote was needed said so, or the rules do; for the shortest time that one of them said. */
function standingOf(
  view: View,
  votes: readonly CastVote[],
  voters: readonly string[],
  now: number,
): readonly ApprovalChange[] {
  // The last word of each counts.
  const last = voters.map((voter) => votes.findLast((vote) => vote.voter === voter && vote.vote === 'approve'));
  const byRule = standsByRule(view.approvers, view.effects);
  const seconds = Math.min(...last.map((vote) => vote?.standing?.seconds ?? byRule));
  // What a relay conveys is for once.
  if (last.length === 0 || seconds <= 0 || last.some((vote) => vote?.relay !== undefined)) return [];
  const until = now + seconds * 1000;
  const { owner, session, shape, approvers } = view;
  const payload = {
    principal: view.principal,
    ...(owner === undefined ? {} : { owner }),
    ...(session === undefined ? {} : { session }),
    shape,
    approvers,
    votes: last.filter((vote) => vote !== undefined),
    until,
  };
  return [{ type: 'standing.granted', payload }];
}

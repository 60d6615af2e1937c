import type { Directory } from './directory.ts';
import type { ApprovalEvents, CastVote } from './events.ts';
import { type Asked, accepts, count, isAsked, isRequester, notAsked } from './quorum.ts';
import type { View } from './states.ts';

/** What people and requesters can do to a request, as pure functions: from its state to the events it brings about. */

/** One event of this stage before it has an index and a time. */
export type ApprovalChange = {
  readonly [Type in keyof ApprovalEvents]: { readonly type: Type; readonly payload: ApprovalEvents[Type] };
}[keyof ApprovalEvents];

/** The events, or why there are none: too late, or not theirs to do. */
export type Act = readonly ApprovalChange[] | 'ended' | { readonly notYours: string };

export interface Words {
  readonly by: string;
  readonly text?: string;
}

const NOT_THE_REQUESTER = 'only the one who asked, or the person behind it, can do that';

/** The vote, and what it brings about: nothing yet, the grant, or the denial. */
export function castVote(view: View, vote: CastVote, directory: Directory): Act {
  if (view.state !== 'pending' && view.state !== 'questioned') return 'ended';
  const acceptance = accepts(askedOf(view), vote, directory);
  if (acceptance.kind === 'rejected') return { notYours: acceptance.why };
  return [{ type: 'vote.cast', payload: vote }, ...settled(view, [...view.votes, vote], directory)];
}

export function askBack(view: View, { by, text = '' }: Words, directory: Directory): Act {
  if (view.state !== 'pending') return 'ended';
  if (!isAsked(askedOf(view), by, directory)) return { notYours: notAsked(askedOf(view)) };
  return [{ type: 'question.asked', payload: { by, text } }];
}

/** Votes that came in while the question was open are counted now. */
export function answerBack(view: View, { by, text = '' }: Words, directory: Directory): Act {
  if (view.state !== 'questioned') return 'ended';
  if (!isRequester(view, by)) return { notYours: NOT_THE_REQUESTER };
  const answered: ApprovalChange = { type: 'question.answered', payload: { by, text } };
  return [answered, ...settled({ ...view, state: 'pending' }, view.votes, directory)];
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

/** The part of a view that counting needs. */
export function askedOf(view: View): Asked {
  return {
    principal: view.principal,
    ...(view.owner === undefined ? {} : { owner: view.owner }),
    digest: view.digest,
    approvers: view.approvers,
  };
}

function settled(view: View, votes: readonly CastVote[], directory: Directory): readonly ApprovalChange[] {
  const result = count(askedOf(view), votes, directory);
  if (result.kind === 'denied') {
    const { by, text } = result;
    return [{ type: 'request.denied', payload: { reason: 'person', by, ...(text === undefined ? {} : { text }) } }];
  }
  // While a question is open the vote counts, and the grant waits for the answer.
  if (result.kind === 'waiting' || view.state === 'questioned') return [];
  const acknowledged = !directory.configured;
  return [{ type: 'request.granted', payload: { digest: view.digest, voters: result.voters, acknowledged } }];
}

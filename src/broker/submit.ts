import * as acts from '../approval/acts.ts';
import { type Answer, answerOf, granted, refused } from '../approval/answer.ts';
import { type Directory, notInPerson } from '../approval/directory.ts';
import type { ApprovalEvents, Submitted } from '../approval/events.ts';
import { askedPeople, unreachable } from '../approval/quorum.ts';
import { missingWords, remedyFor } from '../approval/remedy.ts';
import { uncovered } from '../approval/standing.ts';
import type { View } from '../approval/states.ts';
import { record, type Submission } from '../approval/submission.ts';
import type { Draft, Store } from '../audit/log.ts';
import { flat } from '../command/display.ts';
import type { Known } from './broker.ts';
import type { HeldRequests } from './held.ts';
import { standingsOf } from './standings.ts';
import { busy, draft, isRequest, MOST_CONFLICTS, type Steps, type Stream } from './steps.ts';

export interface SubmitParts {
  readonly store: Store<Stream>;
  readonly steps: Steps;
  readonly directory: Directory;
  readonly held: HeldRequests;
  readonly now: () => number;
  /** Why nobody could answer a request out of a CI job; undefined where somebody may. */
  readonly unwatched: (request: Submission['request']) => Promise<string | undefined>;
}

/** More requests than this one requester may not have waiting: nobody reads the twenty-first. */
export const MOST_WAITING = 20;
/** Of those, the ones that count. */
export const WAITING: readonly string[] = ['pending', 'questioned', 'granted'];
/** After a person's no the same is not asked again for this long. */
export const COOL_DOWN_MILLISECONDS = 10 * 60_000;

/**
 * Records a request that people must decide: or joins the one that waits already, uses a standing grant, breaks the glass,
 * or says at once why asking is in vain. What was looked at is what the append expects, so of two identical
 * requests at the same instant one joins the other, and of many different ones no more than the limit wait.
 *
 * @param before drafts that go in front of the request's own
 */
export async function submitHeld(
  submission: Submission,
  before: readonly Draft[],
  parts: SubmitParts,
): Promise<Answer> {
  const submitted = record(submission);
  for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
    const answer = await once(submission, submitted, before, parts);
    if (answer !== 'conflict') return answer;
  }
  throw busy(submission.request.id);
}

async function once(
  submission: Submission,
  submitted: Submitted,
  before: readonly Draft[],
  parts: SubmitParts,
): Promise<Answer | 'conflict'> {
  const { request } = submission;
  const waiting = await waitingOf(submitted.principal.id, parts);
  const same = waiting.filter(({ view }) => view.digest === submitted.digest);
  const twin = same.find(({ view }) => view.session === submitted.principal.session && view.decision === 'hold');
  if (twin) return join(twin, submission, submitted, parts);

  const asked = [...before, draft(request.id, { type: 'request.submitted', payload: submitted })];
  const decided = draft(request.id, { type: 'request.decided', payload: submission.decision });
  const under = await underStanding(submission, submitted, [...asked, decided], parts);
  if (under) return under;

  const end =
    objection(submission, submitted, waiting.length, await lastNo(submitted, parts), parts.directory) ??
    unanswerable(await parts.unwatched(request));
  const fate = end ?? (request.breakGlass ? broken(submitted, submission, parts.directory) : undefined);
  const drafts = [...asked, decided, ...(fate ? [draft(request.id, fate)] : [])];
  if (!end) parts.held.save(request, submission.command.stdin);
  const alone = { principal: submitted.principal.id, digest: submitted.digest, besides: same.map(({ id }) => id) };
  const room = { principal: submitted.principal.id, states: WAITING, most: MOST_WAITING };
  const expect = { request: request.id, version: -1, alone, ...(fate ? {} : { room }) };
  const result = await parts.store.append(drafts, expect);
  if (result.kind !== 'appended') {
    parts.held.remove(request.id);
    return 'conflict';
  }
  if (end) return refused(request.id, end.payload.reason, end.payload);
  await supersede(waiting, submitted, request.id, parts.steps);
  return fate ? granted(request.id, submitted.digest) : { kind: 'pending', request: request.id, reason: 'pending' };
}

async function waitingOf(principal: string, { store, steps }: SubmitParts): Promise<readonly Known[]> {
  const open = await store.requests({ kind: 'request', open: true, principal });
  const known = await Promise.all(open.filter(isRequest).map((each) => steps.settle(each)));
  return known.filter(({ view }) => WAITING.includes(view.state));
}

/** Joining while it waits is worth an event: the approver sees how often it was asked for, and in whose words. */
async function join(
  twin: Known,
  { request }: Submission,
  { intent, ticket }: Submitted,
  { steps, directory }: SubmitParts,
): Promise<Answer | 'conflict'> {
  const words = { ...(intent === undefined ? {} : { intent }), ...(ticket === undefined ? {} : { ticket }) };
  const received = await steps.take(twin.id, (view) => {
    if (view.state === 'granted') return [];
    const barred = breakingBarred(request);
    if (barred !== undefined) return { notYours: barred };
    if (request.breakGlass && view.state === 'questioned') return { notYours: QUESTION_FIRST };
    if (request.breakGlass && view.state === 'pending') return acts.breakGlass(view, intent ?? '', directory);
    return view.state === 'pending' || view.state === 'questioned'
      ? [{ type: 'request.repeated', payload: words }]
      : 'ended';
  });
  if (received.kind === 'not_yours') return refused(twin.id, 'no_break_glass', { text: received.why });
  return received.kind === 'recorded' ? answerOf(twin.id, received.known.view) : 'conflict';
}

/** A standing grant of the same shape lets it run; its use and the grant are one commit. */
async function underStanding(
  { request, decision }: Submission,
  submitted: Submitted,
  drafts: readonly Draft[],
  { store, directory, now }: SubmitParts,
): Promise<Answer | 'conflict' | undefined> {
  const { principal, shape, digest, actions } = submitted;
  const covered = {
    principal: principal.id,
    ...(principal.owner === undefined ? {} : { owner: principal.owner }),
    ...(principal.session === undefined ? {} : { session: principal.session }),
    shape: shape.digest,
    effects: actions.flatMap(({ effects }) => effects),
    approvers: decision.duties.approvers,
  };
  for (const { id, version, view } of await standingsOf(store, {
    open: true,
    principal: principal.id,
    digest: shape.digest,
  })) {
    if (uncovered(view, covered, directory, now()) !== undefined) continue;
    const voters = view.grant.votes.map(({ voter }) => voter);
    const grant = { digest, voters, acknowledged: !directory.configured, standing: id };
    const all = [
      ...drafts,
      draft(request.id, { type: 'request.granted', payload: grant }),
      { type: 'standing.used', request: id, payload: { request: request.id } },
    ];
    const result = await store.append(all, { request: id, version });
    return result.kind === 'appended' ? granted(request.id, digest) : 'conflict';
  }
  return undefined;
}

const QUESTION_FIRST = 'it waits already and a question about it is open: answer that with `gate answer`';
const NOT_IN_BREAK_GLASS = 'a rule that holds it does not name you in `break_glass`';

/** Break-glass is a person's word, as a vote is: given at a terminal that nobody else holds. */
function breakingBarred({ breakGlass, principal, supervised, tty }: Submission['request']): string | undefined {
  return breakGlass ? notInPerson(principal, supervised === true, tty) : undefined;
}

type Denied = { readonly type: 'request.denied'; readonly payload: ApprovalEvents['request.denied'] };

/** Why asking people would be in vain. */
function objection(
  { request, decision }: Submission,
  { principal, digest }: Submitted,
  waiting: number,
  no: Known | undefined,
  directory: Directory,
): Denied | undefined {
  const { approvers } = decision.duties;
  const asked = {
    principal: principal.id,
    ...(principal.owner === undefined ? {} : { owner: principal.owner }),
    digest,
    approvers,
  };
  const denied = (payload: ApprovalEvents['request.denied']): Denied => ({ type: 'request.denied', payload });
  if (request.breakGlass) {
    const text = breakingBarred(request) ?? (acts.mayBreak(asked, directory) ? undefined : NOT_IN_BREAK_GLASS);
    return text === undefined ? undefined : denied({ reason: 'no_break_glass', text });
  }
  const missing = unreachable(asked, directory);
  if (approvers.length === 0 || missing.length > 0) {
    return denied({
      reason: 'nobody_can_approve',
      text:
        missing.map((each) => `${missingWords(each)}: ${remedyFor(each, asked, directory)}`).join('; ') ||
        'no rule names anybody',
    });
  }
  if (no) {
    const { by, text } = no.view.ended ?? {};
    const said = `${new Date(no.view.endedAt ?? 0).toISOString()}, ${no.id.slice(-8)}${text === undefined ? '' : `: ${text}`}`;
    return denied({ reason: 'cooling_down', ...(by === undefined ? {} : { by }), text: said });
  }
  if (waiting < MOST_WAITING) return undefined;
  return denied({ reason: 'too_many_open', text: `${waiting} requests of ${principal.id} wait already` });
}

/** People exist who could approve it, and none of them can be reached from here. */
function unanswerable(text: string | undefined): Denied | undefined {
  return text === undefined ? undefined : { type: 'request.denied', payload: { reason: 'nobody_can_approve', text } };
}

function broken(
  { principal, intent, digest }: Submitted,
  { decision }: Submission,
  directory: Directory,
): { readonly type: 'request.broken'; readonly payload: ApprovalEvents['request.broken'] } {
  const owner = principal.owner === undefined ? {} : { owner: principal.owner };
  const told = askedPeople(
    { principal: principal.id, ...owner, digest, approvers: decision.duties.approvers },
    directory,
  );
  return { type: 'request.broken', payload: { by: principal.id, why: intent ?? '', told } };
}

/** The newest no of a person to exactly this, while it is fresh. */
async function lastNo({ principal, digest }: Submitted, { store, now }: SubmitParts): Promise<Known | undefined> {
  const ended = await store.requests({ kind: 'request', open: false, principal: principal.id, digest, limit: 20 });
  return ended
    .filter(isRequest)
    .find(({ view }) => view.ended?.reason === 'person' && now() - (view.endedAt ?? 0) < COOL_DOWN_MILLISECONDS);
}

/** The same arguments again, meaning something else now: what was asked before is out of date. */
async function supersede(
  waiting: readonly Known[],
  { argv, principal }: Submitted,
  by: string,
  steps: Steps,
): Promise<void> {
  const line = JSON.stringify(argv.map(flat));
  for (const { id, view } of waiting) {
    if (view.session !== principal.session || JSON.stringify(view.argv.map(flat)) !== line) continue;
    await steps.take(id, ({ state }: View) =>
      state === 'pending' || state === 'questioned' ? [{ type: 'request.superseded', payload: { by } }] : 'ended',
    );
  }
}

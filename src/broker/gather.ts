import { type Answer, answerOf, type Pending } from '../approval/answer.ts';
import type { Preview } from '../approval/preview.ts';
import type { Looking } from '../approval/previews/previews.ts';
import type { Submission } from '../approval/submission.ts';
import { confirmationWord } from '../approval/word.ts';
import { runsAtOnce } from '../policy/decision.ts';
import type { Broker, Known, Queue } from './broker.ts';
import { type Waiting, waitForAnswer } from './wait.ts';

/** How the one who asked is reached while the answer is open. */
export interface Requester {
  /** Asks the person at the terminal to type the word; `undefined` when they broke off. */
  confirm(submission: Submission, word: string, previews: readonly Preview[]): Promise<string | undefined>;
  /** How what would change is looked at for the person who confirms, with what they have themselves. */
  looking(submission: Submission): Promise<Looking>;
  /** Something happened to the request: first that it waits or was granted already, then every change. */
  changed(known: Known, attached: boolean): void;
  /** Where the one who asked can be asked back on the spot: puts the question, and hands the answer over. */
  answer?: Waiting['onQuestion'];
  readonly wait: boolean;
  readonly timeoutMilliseconds: number;
  /** Aborted by Ctrl-C at a terminal: the request is withdrawn. Other ends of the waiter leave it alone. */
  readonly interrupted: AbortSignal;
}

/** Submits, and gets the answer: from the rule, from the person who asked, or from other people. */
export async function gather(broker: Broker, submission: Submission, requester: Requester): Promise<Answer> {
  return settled(broker, await broker.submit(submission), submission, requester);
}

/** What follows on the answer to a submission: nothing, or the person who asked and other people. */
export async function settled(
  broker: Queue,
  answer: Answer,
  submission: Submission,
  requester: Requester,
): Promise<Answer> {
  if (answer.kind === 'granted' && !runsAtOnce(submission.decision)) {
    requester.changed(await broker.get(answer.request), answer.request !== submission.request.id);
  }
  if (answer.kind !== 'pending') return answer;
  if (submission.decision.kind === 'confirm') return confirm(broker, submission, answer, requester);
  return people(
    broker,
    answer.request,
    submission.request.principal.kind,
    requester,
    answer.request !== submission.request.id,
  );
}

/** Goes on with a request that exists already: the one who asked is asked again, or other people are waited for. */
export async function resume(broker: Queue, id: string, submission: Submission, requester: Requester): Promise<Answer> {
  const { view } = await broker.get(id);
  if (view.state === 'pending' && view.decision === 'confirm') {
    return confirm(broker, submission, { kind: 'pending', request: id, reason: 'pending' }, requester);
  }
  return people(broker, id, submission.request.principal.kind, requester, true);
}

async function people(
  broker: Queue,
  id: string,
  kind: Submission['request']['principal']['kind'],
  requester: Requester,
  attached: boolean,
): Promise<Answer> {
  if (!requester.wait) return answerNow(broker, id);
  const answer = await waitForAnswer(broker, id, {
    timeout: requester.timeoutMilliseconds,
    endOnQuestion: kind !== 'person',
    onChange: (known) => requester.changed(known, attached),
    ...(kind === 'person' && requester.answer ? { onQuestion: requester.answer } : {}),
    signal: requester.interrupted,
  });
  if (answer !== 'broken off' && !requester.interrupted.aborted) return answer;
  const known = await broker.get(id);
  await broker.withdraw(id, { by: known.view.principal, text: 'interrupted while waiting' });
  return answerNow(broker, id);
}

async function confirm(broker: Queue, submission: Submission, pending: Pending, requester: Requester): Promise<Answer> {
  const { request, command } = submission;
  if (!request.tty) return broker.deny(pending.request, 'no_terminal');
  const word = confirmationWord(request.argv[0] ?? '', command.actions);
  const { withPreviews } = await import('./previews.ts');
  const known = await broker.get(pending.request);
  const { view } = await withPreviews(broker, known, request.principal.id, () => requester.looking(submission));
  const typed = await requester.confirm(submission, word, view.previews ?? []);
  if (typed === undefined) {
    await broker.withdraw(pending.request, { by: request.principal.id, text: 'broken off at the prompt' });
    return answerNow(broker, pending.request);
  }
  return typed === word ? broker.confirm(pending.request, word) : broker.deny(pending.request, 'not_confirmed');
}

async function answerNow(broker: Queue, id: string): Promise<Answer> {
  const known = await broker.get(id);
  return answerOf(known.id, known.view);
}

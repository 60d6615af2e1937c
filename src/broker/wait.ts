import { type Answer, answerOf } from '../approval/answer.ts';
import { isAway } from './away.ts';
import type { Known, Queue } from './broker.ts';

export interface Waiting {
  /** Milliseconds; the waiting ends then, never the request. */
  readonly timeout: number;
  /** A blocked agent cannot answer: a question ends its wait at once. A person's goes on. */
  readonly endOnQuestion: boolean;
  /** Called whenever the request changed, for messages. */
  readonly onChange: (known: Known) => void;
  /**
   * Called once for each question, with a signal that ends it when the question is settled otherwise or the waiting is
   * over. `broken off`: the one who asked gives up.
   */
  readonly onQuestion?: (known: Known, settled: AbortSignal) => Promise<'done' | 'broken off'>;
  /** Aborted when the waiter gives up (Ctrl-C). */
  readonly signal: AbortSignal;
}

/** Waits until people have decided, the request ended otherwise, or the waiting is over. */
export async function waitForAnswer(broker: Queue, id: string, waiting: Waiting): Promise<Answer | 'broken off'> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, Math.min(waiting.timeout, 2 ** 31 - 1));
  waiting.signal.addEventListener('abort', abort);
  let asked: number | undefined;
  try {
    let seen = -1;
    for (;;) {
      const known = await reached(broker, () => broker.get(id), stop.signal);
      // The waiting ended while nobody could be asked: the request goes on.
      if (known === undefined) return { kind: 'pending', request: id, reason: 'pending' };
      const answer = answerOf(known.id, known.view);
      if (known.version !== seen) waiting.onChange(known);
      if (answer.kind !== 'pending') return answer;
      if (answer.reason === 'question' && waiting.endOnQuestion) return answer;
      if (stop.signal.aborted || waiting.signal.aborted) return answer;
      seen = known.version;
      const question = questionOf(known);
      if (question !== undefined && question !== asked && waiting.onQuestion) {
        asked = question;
        if ((await askedBack(broker, known, waiting.onQuestion, stop.signal)) === 'broken off') return 'broken off';
      } else {
        await changedOrAway(broker, id, seen, stop.signal);
      }
    }
  } finally {
    clearTimeout(timer);
    waiting.signal.removeEventListener('abort', abort);
  }
}

/** Whoever waits can wait for the queue as well. Undefined: `signal` was aborted while it was away. */
function reached<Value>(broker: Queue, attempt: () => Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  return broker.reach ? broker.reach(attempt, signal) : attempt();
}

/** Looking again is what waits for a queue that has gone away: it says so, and when it is back. */
async function changedOrAway(broker: Queue, id: string, seen: number, signal: AbortSignal): Promise<void> {
  try {
    await broker.changed(id, seen, signal);
  } catch (error) {
    if (broker.reach === undefined || !isAway(error)) throw error;
  }
}

/** The question stands until it is answered here, or no longer open: answered elsewhere, ended, or waited for enough. */
async function askedBack(
  broker: Queue,
  known: Known,
  ask: NonNullable<Waiting['onQuestion']>,
  over: AbortSignal,
): Promise<'done' | 'broken off'> {
  const settled = new AbortController();
  const settle = () => settled.abort();
  if (over.aborted) settle();
  over.addEventListener('abort', settle);
  try {
    const watched = untilClosed(broker, known, settled.signal).finally(settle);
    watched.catch(() => {}); // Reported below, when the prompt is closed.
    const end = await ask(known, settled.signal).finally(settle);
    await watched;
    return end;
  } finally {
    over.removeEventListener('abort', settle);
  }
}

/** Which question is open: each answer makes room for the next. */
export function questionOf({ view }: Known): number | undefined {
  return view.question && view.answers.length;
}

/** Votes and repetitions leave the question open. */
async function untilClosed(broker: Queue, known: Known, signal: AbortSignal): Promise<void> {
  let seen = known.version;
  while (!signal.aborted) {
    await changedOrAway(broker, known.id, seen, signal);
    const now = await reached(broker, () => broker.get(known.id), signal);
    if (now === undefined) return;
    if (questionOf(now) !== questionOf(known)) return;
    seen = now.version;
  }
}

import { type Answer, answerOf } from '../approval/answer.ts';
import type { Broker, Known } from './broker.ts';

export interface Waiting {
  /** Milliseconds; the waiting ends then, never the request. */
  readonly timeout: number;
  /** A blocked agent cannot answer: a question ends its wait at once. A person's goes on. */
  readonly endOnQuestion: boolean;
  /** Called whenever the request changed, for messages. */
  readonly onChange: (known: Known) => void;
  /** Aborted when the waiter gives up (Ctrl-C). */
  readonly signal: AbortSignal;
}

/** Waits until people have decided, the request ended otherwise, or the waiting is over. */
export async function waitForAnswer(broker: Broker, id: string, waiting: Waiting): Promise<Answer> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, Math.min(waiting.timeout, 2 ** 31 - 1));
  waiting.signal.addEventListener('abort', abort);
  try {
    let seen = -1;
    for (;;) {
      const known = await broker.get(id);
      const answer = answerOf(known.id, known.view);
      if (known.version !== seen) waiting.onChange(known);
      if (answer.kind !== 'pending') return answer;
      if (answer.reason === 'question' && waiting.endOnQuestion) return answer;
      if (stop.signal.aborted || waiting.signal.aborted) return answer;
      seen = known.version;
      await broker.changed(id, seen, stop.signal);
    }
  } finally {
    clearTimeout(timer);
    waiting.signal.removeEventListener('abort', abort);
  }
}

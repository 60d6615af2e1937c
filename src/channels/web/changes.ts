import type { Queue } from '../../broker/broker.ts';
import { headersFor } from './headers.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './sessions.ts';
import type { SignedIn } from './visit.ts';

/** That something is new, for browsers that look: never what. One watch on the record serves all of them. */
export interface Changes {
  stream(visit: SignedIn): Promise<Response>;
  close(): void;
}

/** Of one session, at once. */
const MOST_STREAMS = 8;
const PULSE_MILLISECONDS = 20_000;
const AGAIN_MILLISECONDS = 1000;

export function changes(broker: Pick<Queue, 'watch'>, isGood: (session: Session) => boolean): Changes {
  const listeners = new Map<() => void, Session>();
  const closers = new Set<() => void>();
  let stopped = false;
  let watching: Promise<() => void> | undefined;

  const news = () => {
    for (const tell of listeners.keys()) tell();
  };
  const begin = () => {
    watching ??= broker.watch(news).catch(() => {
      // The record cannot be read: whoever looks is told so by the next page, and it is tried again.
      watching = undefined;
      if (!stopped && listeners.size > 0) setTimeout(begin, AGAIN_MILLISECONDS).unref();
      return () => {};
    });
  };
  const end = () => {
    void watching?.then((stop) => stop());
    watching = undefined;
  };

  return {
    async stream({ desk, session, gone }) {
      if ([...listeners.values()].filter((each) => each === session).length >= MOST_STREAMS) {
        throw new Refusal(429, 'too many pages of this session are open');
      }
      const encoder = new TextEncoder();
      let close = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = (text: string) => {
            if (!isGood(session)) return close();
            // Who reads too slowly hears of the next change as well.
            if ((controller.desiredSize ?? 0) > -MOST_WAITING) controller.enqueue(encoder.encode(text));
          };
          const tell = () => send('event: news\ndata:\n\n');
          const pulse = setInterval(() => send(':\n\n'), PULSE_MILLISECONDS);
          pulse.unref();
          let open = true;
          close = () => {
            if (!open) return;
            open = false;
            clearInterval(pulse);
            listeners.delete(tell);
            closers.delete(close);
            if (listeners.size === 0) end();
            try {
              controller.close();
            } catch {
              // It was given up at the other end.
            }
          };
          closers.add(close);
          listeners.set(tell, session);
          begin();
          tell();
        },
        cancel: () => close(),
      });
      gone.addEventListener('abort', () => close(), { once: true });
      if (gone.aborted) close();
      return new Response(body, { headers: headersFor(desk.origin, 'text/event-stream') });
    },
    close() {
      stopped = true;
      for (const close of closers) close();
      end();
    },
  };
}

/** Messages that nobody has read. */
const MOST_WAITING = 64;

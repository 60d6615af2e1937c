import type { Queue } from '../broker/broker.ts';

/**
 * Looks at what is open now and then, so that what time alone brings about (expiry, lapse, escalation) is recorded when nobody else looks: engines and
 * receivers of webhooks wait for it. In small pages, with time for others between them.
 */
export interface Sweeper {
  stop(): Promise<void>;
}

export interface SweeperParts {
  readonly broker: Pick<Queue, 'list' | 'standings'>;
  /** A pass that could not be finished; the next one begins again. */
  readonly failed: (error: unknown) => void;
  readonly everyMilliseconds?: number;
  readonly page?: number;
}

const EVERY_MILLISECONDS = 10_000;
const PAGE = 100;
const BETWEEN_MILLISECONDS = 20;

export function sweeper({
  broker,
  failed,
  everyMilliseconds = EVERY_MILLISECONDS,
  page = PAGE,
}: SweeperParts): Sweeper {
  const over = new AbortController();
  const running = (async () => {
    while (await rest(everyMilliseconds, over.signal)) {
      try {
        await pass(broker, page, over.signal);
      } catch (error) {
        failed(error);
      }
    }
  })();
  return {
    async stop() {
      over.abort();
      await running;
    },
  };
}

async function pass(broker: SweeperParts['broker'], limit: number, over: AbortSignal): Promise<void> {
  let before: string | undefined;
  do {
    const found = await broker.list({ open: true, limit, ...(before === undefined ? {} : { before }) });
    // A page that was over as a whole has no end to go on from: what is behind it is for the next time.
    before = found.at(-1)?.id;
  } while (before !== undefined && (await rest(BETWEEN_MILLISECONDS, over)));
  if (!over.aborted) await broker.standings({ open: true });
}

/** False when it is over. */
function rest(milliseconds: number, over: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (over.aborted) return resolve(false);
    const done = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', done);
      resolve(!over.aborted);
    };
    const timer = setTimeout(done, milliseconds);
    over.addEventListener('abort', done, { once: true });
  });
}

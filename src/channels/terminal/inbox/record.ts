import type { Queue } from '../../../broker/broker.ts';

/** The record behind an inbox: told of news, and opened anew when it was lost. */
export interface Watching {
  /** Of now; another one after the record was lost and found. */
  broker(): Queue;
  /** Read soon; often asked in a row is read once. */
  refresh(): void;
  stop(): void;
}

export interface Reopening {
  readonly broker: Queue;
  /** Opens the record again, and never begins a new one. @throws GateError */
  readonly reopen: () => Queue;
}

/** Never faster than four times a second, whatever is going on. */
const PACE_MILLISECONDS = 250;
const LONGEST_RETRY_MILLISECONDS = 5000;

/**
 * Calls `read` at once, and again whenever something is new. When it throws, `lost` is told and the record is opened
 * again until it can be read.
 */
export function watching(
  { broker: firstBroker, reopen }: Reopening,
  read: (broker: Queue) => Promise<void>,
  lost: (error: unknown) => void,
): Watching {
  let broker = firstBroker;
  let retries = 0;
  let stopped = false;
  let stopWatch = () => {};
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  let again = false;
  let last = Number.NEGATIVE_INFINITY;

  const refresh = () => {
    if (stopped) return;
    if (reading) {
      again = true;
      return;
    }
    if (timer !== undefined) return;
    timer = setTimeout(run, Math.max(0, last + PACE_MILLISECONDS - performance.now()));
  };
  const run = async () => {
    timer = undefined;
    reading = true;
    again = false;
    last = performance.now();
    try {
      if (retries > 0) await connect(reopen());
      await read(broker);
      retries = 0;
    } catch (error) {
      if (!stopped) lost(error);
      retries++;
      stopWatch();
      stopWatch = () => {};
    }
    reading = false;
    if (stopped) return;
    if (retries > 0) timer = setTimeout(run, Math.min(1000 * retries, LONGEST_RETRY_MILLISECONDS));
    else if (again) refresh();
  };
  const connect = async (to: Queue) => {
    broker = to;
    stopWatch();
    stopWatch = await broker.watch(refresh);
    if (stopped) stopWatch();
  };
  void connect(firstBroker).catch(refresh);
  refresh();
  return {
    broker: () => broker,
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopWatch();
    },
  };
}

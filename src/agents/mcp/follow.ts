import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import { visible } from '../../command/display.ts';
import { resultOf } from './results.ts';
import type { Run } from './run.ts';

/** A gate that waits ends by itself when its time is over; this much later it is answered for all the same. */
const BACKSTOP_MS = 2000;
/** Between two progress messages about output, and when there is nothing new. */
const OUTPUT_MS = 1000;
const SILENT_MS = 10_000;
/** Most of what was written that one message shows. */
const LONGEST = 1000;

/**
 * Waits for a run until it is over, or until the call has to be answered: then a command that runs goes on, and so does
 * a request that waits. Whoever cancels the call stops the waiting, or the command.
 *
 * @param left the client is gone, and whoever closes stops everything
 */
export async function follow(
  run: Run,
  context: ServerContext,
  seconds: number,
  left: () => boolean,
): Promise<CallToolResult> {
  const { signal } = context.mcpReq;
  const stopProgress = progress(run, context);
  const timers: NodeJS.Timeout[] = [];
  const due = new Promise<void>((resolve) => {
    const answerNow = () => {
      if (run.events.started()) resolve();
      else timers.push(setTimeout(resolve, BACKSTOP_MS));
    };
    timers.push(setTimeout(answerNow, seconds * 1000));
  });
  const cancelled = new Promise<void>((resolve) => {
    const onAbort = () => {
      // The end of the connection cancels everything too, a moment before it is known as such.
      setImmediate(() => {
        if (!left()) run.stop('SIGTERM');
      });
      resolve();
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([run.ended, due, cancelled]);
    return resultOf(run);
  } finally {
    for (const timer of timers) clearTimeout(timer);
    stopProgress();
  }
}

/** Tells a client that asked for it what happens; some start their clock again at every message. */
function progress(run: Run, { mcpReq }: ServerContext): () => void {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let sent = 0;
  let recent = '';
  let timer: NodeJS.Timeout | undefined;
  const decoder = new TextDecoder();
  const began = Date.now();
  const send = (message: string) => {
    clearTimeout(timer);
    timer = setTimeout(silent, SILENT_MS);
    recent = '';
    const params = { progressToken, progress: ++sent, message };
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
  const silent = () => {
    const passed = Math.round((Date.now() - began) / 1000);
    send(`${run.events.started() ? 'it runs' : 'waiting for people'}, ${passed} s`);
  };
  const written = () => send(recent.slice(-LONGEST).split('\n').map(visible).join('\n'));
  const unwatch = run.watch({
    event(event) {
      if (event.event === 'waiting') send(`waiting for people as ${visible(event.request.slice(-8))}`);
      if (event.event === 'granted') send('approved');
      if (event.event === 'started') send('it runs');
    },
    output(piece) {
      const first = recent === '';
      recent = (recent + decoder.decode(piece, { stream: true })).slice(-2 * LONGEST);
      if (!first) return;
      clearTimeout(timer);
      timer = setTimeout(written, OUTPUT_MS);
    },
  });
  timer = setTimeout(silent, SILENT_MS);
  return () => {
    clearTimeout(timer);
    unwatch();
  };
}

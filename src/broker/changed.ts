import { nextMoment } from '../approval/states.ts';
import type { Known } from './broker.ts';
import type { Wake } from './wake.ts';

/** Timers only wake up, and never for longer than an hour: the deadline itself is in the view. */
const LONGEST_TIMER = 3_600_000;

/** Resolves when the request is no longer at the version `seen`, or `signal` aborts; looks at every poke and deadline. */
export async function untilChanged(
  watched: { readonly id: string; readonly seen: number; readonly signal: AbortSignal },
  parts: { readonly current: (id: string) => Promise<Known>; readonly wake: Wake; readonly now: () => number },
): Promise<void> {
  const { id, seen, signal } = watched;
  let look = () => {};
  const stop = await parts.wake.listen(id, () => look());
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = () => {
      stop();
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    look = () => {
      parts.current(id).then(
        ({ version, view }) => {
          if (version !== seen) return finish();
          const moment = nextMoment(view, parts.now());
          if (moment === undefined) return;
          clearTimeout(timer);
          timer = setTimeout(look, Math.min(Math.max(moment - parts.now(), 0) + 1, LONGEST_TIMER));
        },
        (error: unknown) => {
          finish();
          reject(error as Error);
        },
      );
    };
    if (signal.aborted) return finish();
    signal.addEventListener('abort', finish);
    look();
  });
}

import { type View, waitedMilliseconds } from './states.ts';

/** Somebody should be told of a request that waits. Who sends it, and how, is a channel's business. */
export interface Reminder {
  readonly rule: string;
  /** Groups, as the rule names them now. */
  readonly to: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The reminders of a request that fall due after `from` and not after `until`, oldest first. Counted on the request's own
 * clock: while a question is open nobody is reminded. Escalation is an event (`due` in states.ts); whoever was added
 * is in `to` from then on. Pure: whoever sends them keeps `from`.
 */
export function reminders(view: View, from: number, until: number): readonly Reminder[] {
  if (view.state !== 'pending' || until <= from) return [];
  const began = until - waitedMilliseconds(view, until);
  const found = view.approvers.flatMap(({ rule, from: to, remindSeconds }) => {
    if (remindSeconds === undefined) return [];
    const every = remindSeconds * 1000;
    const last = Math.floor((until - began) / every);
    const first = Math.max(1, Math.floor((from - began) / every) + 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index): Reminder => {
      return { rule, to, at: began + (first + index) * every };
    });
  });
  return found.sort((a, b) => a.at - b.at);
}

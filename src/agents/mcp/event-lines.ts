import type { Event } from '../../cli/events.ts';

/** What gate says of one run, read from its `--events`, line by line. */
export interface EventLines {
  add(piece: Uint8Array): void;
  /** The first line that names one, or undefined. */
  request(): string | undefined;
  /** The newest of a kind. */
  last<Name extends Event['event']>(...names: readonly Name[]): Of<Name> | undefined;
  started(): boolean;
  /**
   * How many bytes the lines up to `started` have, and those after it. With `--json` the same lines stand on standard
   * error, around what the command writes there, so these are what to leave out of it.
   */
  own(): { readonly before: number; readonly after: number };
}

/** The event of that name. */
type Of<Name, Each = Event> = Each extends { event: infer Its }
  ? Extract<Its, Name> extends never
    ? never
    : Each
  : never;

export function eventLines(onEvent: (event: Event) => void): EventLines {
  const events: Event[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let before = 0;
  let after = 0;
  let started = false;
  return {
    add(piece) {
      rest = Buffer.concat([rest, piece]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        const line = rest.subarray(0, end + 1);
        rest = rest.subarray(end + 1);
        if (started) after += line.length;
        else before += line.length;
        const event = parsed(line);
        if (event === undefined) continue;
        if (event.event === 'started') started = true;
        events.push(event);
        onEvent(event);
      }
    },
    request: () => events.map(({ request }) => request).findLast((id) => id !== null),
    last: <Name extends Event['event']>(...names: readonly Name[]) =>
      events.findLast(({ event }) => (names as readonly string[]).includes(event)) as Of<Name> | undefined,
    started: () => started,
    own: () => ({ before, after }),
  };
}

/** A line that is none is a gate that died while it wrote. */
function parsed(line: Buffer): Event | undefined {
  try {
    return JSON.parse(line.toString('utf8')) as Event;
  } catch {
    return undefined;
  }
}

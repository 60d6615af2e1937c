import type { Away } from '../broker/away.ts';
import type { Io } from './io.ts';

/** Says on stderr that the service is away, and that it is back: once each, to whoever waits for it. */
export function awayOn(io: Pick<Io, 'stderr'>): Away {
  return {
    gone: (since) =>
      io.stderr(`gate: the service is away since ${new Date(since).toISOString().slice(11, 19)}Z; waiting\n`),
    back: () => io.stderr('gate: the service is back\n'),
  };
}

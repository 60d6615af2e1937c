import type { Away } from '../broker/away.ts';

/** Says to whoever waits that the service is away, and that it is back: once each. */
export function awayOn(say: (text: string) => void): Away {
  return {
    gone: (since) => say(`gate: the service is away since ${new Date(since).toISOString().slice(11, 19)}Z; waiting\n`),
    back: () => say('gate: the service is back\n'),
  };
}

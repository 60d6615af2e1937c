import type { Look } from './card.ts';
import { isTerminal, sizeOfTerminal } from './prompt.ts';

/** How a card looks on a descriptor: whole lines without colour for programs, the terminal's width for people. */
export function lookOn(descriptor: 1 | 2, environment: Readonly<Record<string, string>>): Look {
  if (!isTerminal(descriptor)) return { columns: Number.POSITIVE_INFINITY, color: false };
  return lookOnTerminal(environment);
}

/** The same for the controlling terminal. */
export function lookOnTerminal(environment: Readonly<Record<string, string>>): Look {
  const color = !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return { columns: sizeOfTerminal().columns, color };
}

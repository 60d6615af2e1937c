import { GateError } from '../../errors.ts';
import { printable } from '../../policy/diagnostic.ts';

/** More than this of one file help nobody. */
const MOST = 20;

/** What is wrong with a file of people, each with its place. */
export function sourceError(
  file: string,
  faults: readonly { readonly place: string; readonly text: string }[],
  cause?: unknown,
): GateError {
  const shown = faults.slice(0, MOST).map(({ place, text }) => `${printable(file)}:${place}: ${text}`);
  const more = faults.length - shown.length;
  return new GateError('CONFIG_INVALID', [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'), {
    hint: 'nothing was changed; docs/people.md says what the file may hold',
    cause,
  });
}

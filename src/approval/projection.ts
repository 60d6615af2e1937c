import { advanceStanding, type Standing, type StandingEvent } from './standing.ts';
import { advance, type RequestEvent, type View } from './states.ts';

/**
 * Number of the form of `View` and `Standing`. Raised with every member that is added to one of them, so that what an
 * older gate kept is made again from the log.
 */
export const PROJECTION_FORM = 4;

/** What the log's projection holds per stream: the state of a request, or of a standing grant. Pure. */
export function projected(
  before: View | Standing | undefined,
  event: { readonly type: string; readonly at: number; readonly payload: object },
): View | Standing {
  if (event.type.startsWith('standing.')) {
    return advanceStanding(before?.kind === 'standing' ? before : undefined, event as unknown as StandingEvent);
  }
  return advance(before?.kind === 'request' ? before : undefined, event as unknown as RequestEvent);
}

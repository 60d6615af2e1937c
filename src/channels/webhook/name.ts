import type { Entry } from '../../audit/log.ts';
import { HELD, MESSAGES } from '../../config/webhooks.ts';

const KNOWN = new Set(MESSAGES);

/** The name of the message about an event; undefined when nobody is ever sent one. */
export function nameOf({ type, payload }: Pick<Entry, 'type' | 'payload'>): string | undefined {
  if (!KNOWN.has(type)) return undefined;
  return type === 'request.decided' && payload !== null && asksPeople(payload) ? HELD : type;
}

/** Whether this decision waits for people: what is only observed does not. */
function asksPeople(payload: Uint8Array): boolean {
  try {
    const { kind, mode } = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
    return kind === 'hold' && mode !== 'observe';
  } catch {
    return false;
  }
}

import { createHmac } from 'node:crypto';
import { uuidv7 } from '../request/uuid.ts';

/** A submission that says which one it is, so that the same one again is no second request. */
export interface Keyed {
  /** As the transport proves them; the same key of somebody else is another one. */
  readonly caller: string;
  readonly key: string;
  /** All that is asked for, and as whom. */
  readonly asked: string;
}

/** How long a key means the same. */
export const KEEP_KEY_MILLISECONDS = 24 * 3_600_000;

/**
 * Ids that follow from the key: so the log itself knows which submissions it has seen, also after the service was killed, and nothing else
 * has to be kept. The last 48 bits are the key's, 26 before them those of what was asked; both come from a secret of the
 * service, so that nobody guesses an id and no caller chooses one.
 */
export interface KeyedIds {
  /** What ids of this key end with. */
  tailOf(keyed: Keyed): string;
  idOf(keyed: Keyed, at: number): string;
  /** Whether an id of this key is of the same submission. */
  isSame(id: string, keyed: Keyed): boolean;
}

export function keyedIds(secret: () => Uint8Array): KeyedIds {
  const hmac = (...texts: readonly string[]) =>
    createHmac('sha256', secret())
      .update(JSON.stringify(['idempotency', ...texts]))
      .digest();
  const idOf = ({ caller, key, asked }: Keyed, at: number) => {
    const bytes = new Uint8Array(16);
    bytes.set(hmac('asked', caller, key, asked).subarray(0, 4), 6);
    bytes.set(hmac('key', caller, key).subarray(0, 6), 10);
    return uuidv7(at, bytes);
  };
  return {
    idOf,
    tailOf: (keyed) => idOf(keyed, 0).slice(-TAIL),
    // The version and the variant stand among these as well, and are always the same.
    isSame: (id, keyed) => id.slice(TIME) === idOf(keyed, 0).slice(TIME),
  };
}

/** Characters of an id: those of the time, and of the key. */
const TIME = 13;
const TAIL = 12;

import type { Card } from '../../../approval/card.ts';
import type { View } from '../../../approval/states.ts';
import type { Known, KnownStanding, Receiving, StandingReceiving } from '../../../broker/broker.ts';
import type { Size } from '../pages.ts';
import type { Key } from './keys.ts';

/** Everything the inbox knows. The screen is a function of it, and keys mean what they mean because of it alone. */
export interface State {
  /** Who votes. */
  readonly me: string;
  /** Why keys at this terminal may be somebody else's. */
  readonly warning?: string;
  readonly size: Size;
  /** Milliseconds since 1970, of the newest event. */
  readonly now: number;
  readonly page: Page;
  readonly help: boolean;
  /** False until the record was read for the first time. */
  readonly ready: boolean;
  /** What waits, oldest first: nothing that is there ever changes its place. */
  readonly live: readonly Known[];
  /** Newest first. */
  readonly ended: readonly Known[];
  readonly standings: readonly KnownStanding[];
  /** Under the cursor of each list, by id or by the name of a group; never by place. */
  readonly selected: Readonly<Partial<Record<Page, string>>>;
  /** A request that ended under the cursor: it stays there until the cursor leaves. */
  readonly lingering?: Known;
  /** Groups that somebody opened. */
  readonly opened: ReadonlySet<string>;
  /** Requests that came while nobody looked at them. */
  readonly fresh: ReadonlySet<string>;
  readonly filter: string;
  /** The filter while it is typed. */
  readonly typing?: string;
  readonly looks: ReadonlyMap<string, Look>;
  readonly scroll: { readonly id: string; readonly top: number };
  /** By id and digest: what of a card was on the screen. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  readonly panel?: Panel;
  /** Numbers panels, and every change of one. */
  readonly serial: number;
  /** A decision on its way into the record. */
  readonly sending?: string;
  readonly notice?: Notice;
  /** Why the record cannot be reached; nothing is decided meanwhile. */
  readonly trouble?: string;
  readonly rangAt: number;
}

export type Page = 'live' | 'history' | 'grants';

/** A card as it was read, and the request it was read of. */
export interface Look {
  readonly known: Known;
  readonly card: Card;
  /** What would change is still being looked at; the card will have more. */
  readonly previewing?: boolean;
  /** Why the person at this inbox has no say in it. */
  readonly objection?: string;
  /** The newest other request that is most like it. */
  readonly like?: { readonly id: string; readonly view: View };
}

export interface Notice {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

export type Act = 'approve' | 'deny' | 'ask' | 'revoke' | 'revoke-grant';

/** A question to the person that decides something, and what it is bound to. */
export interface Panel {
  readonly act: Act;
  readonly id: string;
  readonly digest: string;
  /** What the person knew when it opened (`substance`). */
  readonly substance: string;
  /** What must be typed, for those that need no words. */
  readonly word?: string;
  readonly typed: string;
  /** Of this drawing of it: another number, another half second without ears. */
  readonly serial: number;
  /** When it was on the screen, in full. */
  readonly drawnAt?: number;
  readonly listening: boolean;
  /** It closed by itself, and why: keys meant for it must not reach the list, so it stays until Escape. */
  readonly over?: string;
}

/** What a frame that reached the terminal had on it. */
export interface Drawing {
  /** `id digest` of the card, and the rows of it that could be read. */
  readonly card?: { readonly subject: string; readonly rows: readonly string[] };
  /** Number of the panel; only when all of it was there. */
  readonly panel?: number;
}

export type Event = { readonly now: number } & (
  | { readonly kind: 'key'; readonly key: Key }
  | {
      readonly kind: 'snapshot';
      readonly live: readonly Known[];
      /** Of pages that are open. */
      readonly ended?: readonly Known[];
      readonly standings?: readonly KnownStanding[];
      /** Requests asked for by id (`watched`) that are not in `live` any more. */
      readonly others: readonly Known[];
    }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'tick' }
  | { readonly kind: 'resize'; readonly size: Size }
  /** The terminal was somebody else's meanwhile. */
  | { readonly kind: 'back' }
  | { readonly kind: 'drawn'; readonly drawing: Drawing }
  /** Half a second has passed since panel `serial` was drawn, and what was typed before has been read and dropped. */
  | { readonly kind: 'listening'; readonly serial: number }
  | { readonly kind: 'received'; readonly act: Act; readonly received: Receiving | StandingReceiving }
  | { readonly kind: 'unreadable'; readonly text: string }
  /** Not recorded, in words. */
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'trouble'; readonly text: string }
);

/** What is to be done outside. */
export type Effect =
  | {
      readonly kind: 'act';
      readonly act: Act;
      readonly id: string;
      readonly digest: string;
      readonly text?: string;
    }
  | { readonly kind: 'look'; readonly id: string }
  /** Read the record again. */
  | { readonly kind: 'refresh' }
  | { readonly kind: 'ring'; readonly waiting: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'quit' };

export interface Stepped {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Below this, what is decided on and the decision itself do not fit on one screen. A tmux window of 80x24 has 80x23. */
export const ROOMY: Size = { columns: 60, rows: 18 };
/** Below this there is nothing but a word about it. */
export const TINY: Size = { columns: 30, rows: 10 };

/** Keys typed before people can have read what they answer do not count. */
export const DEAF_MILLISECONDS = 500;

export function subjectOf({ id, digest }: { readonly id: string; readonly digest: string }): string {
  return `${id} ${digest}`;
}

export { substance } from '../../../approval/substance.ts';

/** The list with a request as it was read just now: what is shown of it and what is decided on are then the same. */
export function withNewer(live: readonly Known[], newer: Known): readonly Known[] {
  return live.map((known) => (known.id === newer.id && known.version < newer.version ? newer : known));
}

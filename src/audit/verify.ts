import { BundledDecisions } from './bundles.ts';
import { isEventType } from './events.ts';
import {
  CLOCK_TOLERANCE,
  commit,
  FORMAT,
  hex,
  LATEST,
  LOG_NAME,
  leafHash,
  REQUEST_NAME,
  SALT_BYTES,
  TYPE_NAME,
} from './leaf.ts';
import type { Entry } from './log.ts';
import { CompactRange, equal, HASH_BYTES } from './merkle.ts';
import { Order } from './order.ts';
import { SignedVotes } from './signed-votes.ts';

/**
 * The independent reader: it believes nothing but the events themselves and the heads it is given, and shares no code
 * with what writes. The rules are those of docs/audit-format.md. One pass; memory does not grow with the log, only
 * with the number of requests that are open.
 */

export type Reason =
  | 'syntax'
  | 'index'
  | 'field'
  | 'leaf'
  | 'log'
  | 'genesis'
  | 'time'
  | 'commitment'
  | 'order'
  | 'size'
  | 'root'
  | 'schema'
  | 'signature'
  | 'bundle';

/** The first bad entry and what is wrong with it. */
export interface Fault {
  readonly kind: 'broken';
  readonly index: number;
  readonly reason: Reason;
  /** For people, one clause; holds nothing from payloads. */
  readonly detail: string;
}

export interface Sound {
  readonly kind: 'sound';
  readonly log: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly at: number;
  readonly erased: number;
  /** Requests that have not ended. */
  readonly open: number;
  /** Votes whose signature was checked; and those of them by a key that no event names for the voter. */
  readonly signed: number;
  readonly configured: number;
  /** Runs under break-glass that ended, and that nobody has looked at. */
  readonly unreviewed: number;
  /** Standing grants that have not ended. */
  readonly standing: number;
}

export type Verdict = Sound | Fault;

/** A tree somebody knows: the stored head, or one kept elsewhere, which may be older. */
export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Beginning {
  readonly log: string;
  /** Compact range of the events before the first that will be added. */
  readonly range?: CompactRange;
  /** Heads kept elsewhere; each is compared when the log reaches its size. */
  readonly held?: readonly Head[];
}

export class Verifier {
  readonly #log: string;
  readonly #range: CompactRange;
  readonly #order: Order | undefined;
  readonly #bundles: BundledDecisions | undefined;
  readonly #votes: SignedVotes;
  readonly #held: Head[];
  #greatest = 0;
  #erased = 0;
  #fault: Fault | undefined;

  constructor({ log, range = new CompactRange(), held = [] }: Beginning) {
    this.#log = log;
    this.#range = range;
    this.#votes = new SignedVotes(log, range.size > 0);
    this.#order = range.size === 0 ? new Order() : undefined;
    this.#bundles = range.size === 0 ? new BundledDecisions() : undefined;
    this.#held = held.filter((head) => head.size >= range.size).sort((a, b) => a.size - b.size);
    if (!LOG_NAME.test(log)) this.fail('log', 'this is not the name of a log');
    this.#compareHeld();
  }

  get size(): number {
    return this.#range.size;
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** Only the first fault counts: what follows a bad entry can be wrong because of it. */
  fail(reason: Reason, detail: string): Fault {
    this.#fault ??= { kind: 'broken', index: this.size, reason, detail };
    return this.#fault;
  }

  /** Adds the next event; false once something is wrong. */
  add(entry: Entry): boolean {
    if (this.#fault !== undefined) return false;
    const wrong = this.#check(entry);
    if (wrong !== undefined) {
      this.fail(wrong[0], wrong[1]);
      return false;
    }
    if (entry.at > this.#greatest) this.#greatest = entry.at;
    if (entry.payload === null) this.#erased++;
    this.#range.append(entry.leaf);
    this.#compareHeld();
    return this.#fault === undefined;
  }

  /** @param head what the log says of itself at its end */
  finish(head: Head & { readonly at: number }): Verdict {
    if (this.#fault !== undefined) return this.#fault;
    if (head.size !== this.size) {
      const detail = `the log has ${this.size} events, its head says ${head.size}`;
      return { kind: 'broken', index: Math.min(this.size, head.size), reason: 'size', detail };
    }
    const root = this.#range.root();
    if (!equal(root, head.root)) {
      return this.fail('root', 'the events do not add up to the stored head: something before it was changed');
    }
    // An export of a part has a greatest time that can lie before it.
    if (this.#order !== undefined ? head.at !== this.#greatest : head.at < this.#greatest) {
      return this.fail('time', 'the head has another time than the latest event');
    }
    const missing = this.#held[0];
    if (missing !== undefined) {
      return this.fail('size', `the log has ${this.size} events, a head kept elsewhere has ${missing.size}`);
    }
    return {
      kind: 'sound',
      log: this.#log,
      size: this.size,
      root,
      at: this.#greatest,
      erased: this.#erased,
      open: this.#order?.open ?? 0,
      signed: this.#votes.checked,
      configured: this.#votes.configured,
      unreviewed: this.#order?.unreviewed ?? 0,
      standing: this.#order?.standing ?? 0,
    };
  }

  #check(entry: Entry): readonly [Reason, string] | undefined {
    const { index, at, type, request, payload, salt, commitment, leaf } = entry;
    const expected = this.size;
    if (index !== expected) {
      return ['index', index > expected ? `entry ${expected} is missing` : `entry ${index} stands in the wrong place`];
    }
    if (!Number.isInteger(at) || at < 0 || at > LATEST) return ['field', 'the time is no time'];
    if (typeof type !== 'string' || !(isEventType(type) || TYPE_NAME.test(type))) {
      return ['field', 'the type is no name of an event'];
    }
    if (request !== null && (typeof request !== 'string' || !REQUEST_NAME.test(request))) {
      return ['field', 'the request is no id'];
    }
    if (!isHash(commitment) || !isHash(leaf)) return ['field', 'commitment or leaf are no SHA-256'];
    if (!isBytesOrNull(payload) || !isBytesOrNull(salt)) return ['field', 'payload or salt are not bytes'];
    if (!equal(leafHash({ log: this.#log, index, at, type, request, commitment }), leaf)) {
      return ['leaf', 'time, type, request or commitment are not what was recorded'];
    }
    const genesis = (type === 'log.created') === (index === 0) || 'only event 0 creates the log';
    if (genesis !== true) return ['genesis', genesis];
    if (index === 0) {
      if (request !== null || payload === null || !this.#isGenesis(payload)) {
        return ['genesis', 'event 0 does not create this log'];
      }
    }
    if (at < this.#greatest - CLOCK_TOLERANCE) {
      return ['time', `its time is ${this.#greatest - at} ms before an earlier event`];
    }
    if (payload === null || salt === null) {
      if (payload !== salt) return ['commitment', 'payload and salt are erased only together'];
    } else if (salt.length !== SALT_BYTES || !equal(commit(salt, payload), commitment)) {
      return ['commitment', 'salt and payload are not what was committed to'];
    }
    const order = this.#order?.add(type, request, payload);
    if (order !== undefined) return ['order', order];
    const signature = this.#votes.add(entry);
    if (signature !== undefined) return ['signature', signature];
    const bundle = this.#bundles?.add(entry);
    return bundle === undefined ? undefined : ['bundle', bundle];
  }

  #isGenesis(payload: Uint8Array): boolean {
    try {
      const created: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
      if (typeof created !== 'object' || created === null) return false;
      return 'v' in created && created.v === FORMAT && 'log' in created && created.log === this.#log;
    } catch {
      return false;
    }
  }

  #compareHeld(): void {
    while (this.#held[0]?.size === this.size) {
      const head = this.#held.shift()!;
      if (this.#fault !== undefined || equal(head.root, this.#range.root())) continue;
      this.fail('root', `a head of ${head.size} events kept elsewhere has the root ${hex(head.root)}`);
    }
  }
}

function isHash(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === HASH_BYTES;
}

function isBytesOrNull(value: unknown): boolean {
  return value === null || value instanceof Uint8Array;
}

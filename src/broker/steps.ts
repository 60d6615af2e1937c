import type { Act, ApprovalChange } from '../approval/acts.ts';
import { answerOf, type Refusal, refused } from '../approval/answer.ts';
import type { Standing } from '../approval/standing.ts';
import { due, type View } from '../approval/states.ts';
import type { Draft, Store, Stored } from '../audit/log.ts';
import { GateError } from '../errors.ts';
import type { ExecutionEvents } from '../execution/events.ts';
import type { Known, Receiving } from './broker.ts';
import type { HeldRequests } from './held.ts';
import type { Wake } from './wake.ts';

/** What the log's projection holds: requests, and standing grants. */
export type Stream = View | Standing;

/** One event before it has an index and a time. */
export type Change =
  | Exclude<ApprovalChange, { readonly type: 'standing.granted' }>
  | {
      readonly [Type in keyof ExecutionEvents]: { readonly type: Type; readonly payload: ExecutionEvents[Type] };
    }[keyof ExecutionEvents];

/** More conflicts in a row than is plausible: something is wrong, and gate says so instead of spinning. */
export const MOST_CONFLICTS = 50;

export interface StepParts {
  readonly store: Store<Stream>;
  readonly held: HeldRequests;
  readonly wake: Wake;
  readonly now: () => number;
  readonly newId: () => string;
  /** False when the gate that ran a command is certainly gone. */
  readonly isAlive: (runner: string) => boolean;
}

/** Reading requests as they stand, and moving them one durable step on. */
export class Steps {
  readonly #parts: StepParts;

  constructor(parts: StepParts) {
    this.#parts = parts;
  }

  /** The request after what time alone brought about. @throws GateError UNKNOWN_REQUEST */
  async current(id: string): Promise<Known> {
    return this.settle(await this.#read(id));
  }

  /**
   * Expiry, lapse and escalation are stored moments, and a gate that was killed cannot say how its command ended; the
   * first to notice appends the event.
   */
  async settle(known: Known): Promise<Known> {
    const { store, now, isAlive } = this.#parts;
    for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
      const { state, runner } = known.view;
      const lost = state === 'started' && runner !== undefined && !isAlive(runner);
      const change: Change | undefined = lost ? { type: 'run.lost', payload: {} } : due(known.view, now());
      if (!change) return known;
      const result = await store.append([draft(known.id, change)], { request: known.id, version: known.version });
      const before = known;
      known = await this.#read(known.id);
      if (result.kind === 'appended')
        await (isSettled(known) ? this.over(before.id) : this.#parts.wake.poke(before.id));
    }
    throw busy(known.id);
  }

  /** Reads, lets `decide` say what happens, and appends it on that version; on a conflict, again. */
  async take(id: string, decide: (view: View) => Act): Promise<Receiving> {
    const { store, wake } = this.#parts;
    for (let tries = 0; tries < MOST_CONFLICTS; tries++) {
      const known = await this.current(id);
      const act = decide(known.view);
      if (act === 'ended') return { kind: 'ended', known };
      if ('notYours' in act) return { kind: 'not_yours', why: act.notYours, known };
      if (act.length === 0) return { kind: 'recorded', known };
      const drafts = act.map((change) =>
        change.type === 'standing.granted' ? this.#standing(id, change.payload) : draft(id, change),
      );
      const result = await store.append(drafts, { request: id, version: known.version });
      if (result.kind !== 'appended') continue;
      const after = await this.#read(id);
      if (isSettled(after)) await this.over(id);
      else await wake.poke(id);
      return { kind: 'recorded', known: after };
    }
    throw busy(id);
  }

  /** Appends without reading first. @throws GateError AUDIT_UNAVAILABLE when the request is not at that version */
  async append(drafts: readonly Draft[], id: string, version: number): Promise<void> {
    const result = await this.#parts.store.append(drafts, { request: id, version });
    if (result.kind !== 'appended') throw busy(id);
  }

  /** It has ended: nothing is held for it any more, and whoever waits is told. */
  async over(id: string): Promise<void> {
    this.#parts.held.remove(id);
    await this.#parts.wake.poke(id);
  }

  #standing(request: string, grant: object): Draft {
    return { type: 'standing.granted', request: this.#parts.newId(), payload: { ...grant, request } };
  }

  async #read(id: string): Promise<Known> {
    const known = await this.#parts.store.request(id);
    if (!known || !isRequest(known)) throw new GateError('UNKNOWN_REQUEST', `no request has the id \`${id}\``);
    return known;
  }
}

export function isRequest(stored: Stored<Stream>): stored is Known {
  return stored.view.kind === 'request';
}

/** Nothing can run under it any more; it may still wait for its review. */
function isSettled({ view }: Known): boolean {
  return view.endedAt !== undefined;
}

export function draft(request: string, change: Change): Draft {
  return { type: change.type, request, payload: change.payload };
}

/** The refusal that a request which just ended amounts to. */
export function refusalOf({ id, view }: Known): Refusal {
  const answer = answerOf(id, view);
  return answer.kind === 'refused' ? answer : refused(id, 'ran_elsewhere');
}

export function busy(id: string): GateError {
  return new GateError('AUDIT_UNAVAILABLE', `request ${id} keeps changing under gate`, { hint: 'ask again' });
}

/** A payload that no gate wrote spoils its own request, and no other. */
export function parsed(payload: Uint8Array, index: number): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString());
  } catch (cause) {
    throw new GateError('AUDIT_CORRUPT', `event ${index} of the audit log cannot be read`, {
      hint: 'run `gate audit verify`',
      cause,
    });
  }
}

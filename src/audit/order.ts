import { ENDS } from './events.ts';

/**
 * The order of the events of one request: rules 5 to 7 of docs/audit-format.md. Requests that ended are forgotten, so
 * memory follows the number of open requests; whatever comes after an end looks like an event of a request that nobody
 * submitted, which is as wrong.
 *
 *     asked ── decided ─┬─ allow, observe ─► free ──────┐
 *                       ├─ confirm, hold ──► held ─ granted, confirmed, broken ─► granted ─ run.started ─► started
 *                       └─ deny ───────────► (forgotten)
 *
 *     standing.granted ─► standing ─ used ─► standing ─ revoked, expired ─► (forgotten)
 *
 * A review may come after the end, when the request is forgotten.
 */
type State = 'asked' | 'free' | 'held' | 'granted' | 'started' | 'standing';

export class Order {
  readonly #open = new Map<string, State>();

  /** Requests that have not ended. */
  get open(): number {
    return this.#open.size;
  }

  /** What is wrong with this event coming now, or undefined. */
  add(type: string, request: string | null, payload: Uint8Array | null): string | undefined {
    if (request === null) return undefined;
    const state = this.#open.get(request);
    if (state === undefined) {
      if (type === 'request.reviewed') return undefined;
      if (type === 'standing.granted') {
        this.#open.set(request, 'standing');
        return undefined;
      }
      if (type !== 'request.submitted') return 'the request was never submitted, or has ended';
      this.#open.set(request, 'asked');
      return undefined;
    }
    if ((state === 'standing') !== type.startsWith('standing.'))
      return 'an event of a request among those of a standing grant';
    switch (type) {
      case 'standing.granted':
        return 'the standing grant was given before';
      case 'request.submitted':
        return 'the request was submitted before';
      case 'request.decided':
        return this.#decided(request, state, payload);
      case 'request.granted':
      case 'request.confirmed':
      case 'request.broken':
        if (state === 'asked' || state === 'started') return 'a grant where none is due';
        this.#open.set(request, 'granted');
        return undefined;
      case 'run.started':
        if (state === 'started') return 'a second start';
        if (state !== 'free' && state !== 'granted') return 'a start without a grant';
        this.#open.set(request, 'started');
        return undefined;
      case 'run.finished':
      case 'run.failed':
      case 'run.lost':
        if (state !== 'started') return 'the end of a run that was not started';
    }
    if (ENDS.has(type)) this.#open.delete(request);
    return undefined;
  }

  /** A later decision can ask for more, never for less. What was erased is not known, and blocks nothing. */
  #decided(request: string, state: State, payload: Uint8Array | null): string | undefined {
    if (state === 'started') return 'a decision after the start';
    const decision = payload === null ? { kind: 'allow' } : parse(payload);
    if (decision === undefined) return 'a decision that is no decision';
    if (decision.kind === 'deny' && decision.mode !== 'observe') this.#open.delete(request);
    else if (state === 'asked') {
      this.#open.set(request, decision.kind === 'allow' || decision.mode === 'observe' ? 'free' : 'held');
    }
    return undefined;
  }
}

function parse(payload: Uint8Array): { readonly kind: string; readonly mode?: unknown } | undefined {
  try {
    const raw: unknown = JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString());
    if (typeof raw !== 'object' || raw === null || !('kind' in raw) || typeof raw.kind !== 'string') return undefined;
    return { kind: raw.kind, mode: 'mode' in raw ? raw.mode : undefined };
  } catch {
    return undefined;
  }
}

import { ENDS } from './events.ts';

/**
 * The order of the events of one request or standing grant: rules 5 to 7 of docs/audit-format.md. What ended is
 * forgotten, so memory follows the number of open streams; whatever comes after an end looks like an event of a
 * request that nobody submitted, which is as wrong.
 *
 *     asked ── decided ─┬─ allow, observe ─► free ──────┐
 *                       ├─ confirm, hold ──► held ─ granted, confirmed, broken ─► granted ─ run.started ─► started
 *                       └─ deny ───────────► (forgotten)
 *
 *     an end ─┬─► (forgotten)
 *             ├─ of a request that was broken ─► unreviewed ─ reviewed ─► (forgotten)
 *             └─ run.lost of a client's run ─► lost ─ finished, failed ─► (forgotten)
 *
 *     standing.granted ─► standing ─ used ─► standing ─ revoked, expired ─► (forgotten)
 *
 * An erased payload may have said anything, and blocks nothing.
 */
type State = 'asked' | 'free' | 'held' | 'erased' | 'granted' | 'started' | 'unreviewed' | 'lost' | 'standing';

interface Stream {
  readonly state: State;
  /** It ran, or may run, without the votes: somebody must look at it. */
  readonly broken?: true;
  /** The standing grant that lets it run. */
  readonly under?: string;
  /** What its grant said was erased. */
  readonly unsure?: true;
  /** The use of that grant is recorded. */
  readonly used?: true;
  /** Its approval stands: one standing grant came of it. */
  readonly stands?: true;
  /** It runs at a client, whose word of its end may come late. */
  readonly atClient?: true;
  /** Nothing was heard of its end yet. */
  readonly untold?: true;
}

type Payload = Uint8Array | null;

export class Order {
  readonly #open = new Map<string, Stream>();
  #unreviewed = 0;
  #lost = 0;
  #standing = 0;

  /** Requests that have not ended. */
  get open(): number {
    return this.#open.size - this.#unreviewed - this.#standing - this.#lost;
  }

  /** Runs under break-glass that ended, and that nobody has looked at. */
  get unreviewed(): number {
    return this.#unreviewed;
  }

  /** Standing grants that have not ended. */
  get standing(): number {
    return this.#standing;
  }

  /** What is wrong with this event coming now, or undefined. */
  add(type: string, request: string | null, payload: Payload): string | undefined {
    if (request === null) return undefined;
    const stream = this.#open.get(request);
    if (stream === undefined) return this.#first(type, request, payload);
    if (stream.state === 'standing') return this.#ofStanding(type, request, payload);
    if (type.startsWith('standing.')) return 'an event of a standing grant among those of a request';
    const isEnd = type === 'run.finished' || type === 'run.failed';
    if (stream.state === 'lost') {
      if (!isEnd) return 'the request has ended, and only the word of its end can follow';
      this.#forget(request);
      return undefined;
    }
    if (stream.state === 'unreviewed') {
      if (isEnd && stream.untold) {
        this.#put(request, { state: 'unreviewed' });
        return undefined;
      }
      if (type !== 'request.reviewed') return 'the request has ended, and only its review can follow';
      this.#forget(request);
      return undefined;
    }
    return this.#ofRequest(type, request, stream, payload);
  }

  #first(type: string, request: string, payload: Payload): string | undefined {
    if (type === 'standing.granted') {
      const wrong = this.#stands(payload);
      if (wrong === undefined) this.#put(request, { state: 'standing' });
      return wrong;
    }
    if (type !== 'request.submitted') return 'the request was never submitted, or has ended';
    this.#put(request, { state: 'asked' });
    return undefined;
  }

  #ofRequest(type: string, request: string, stream: Stream, payload: Payload): string | undefined {
    const { state } = stream;
    switch (type) {
      case 'request.submitted':
        return 'the request was submitted before';
      case 'request.decided':
        return this.#decided(request, stream, payload);
      case 'request.granted':
      case 'request.confirmed':
        if (state === 'asked' || state === 'started') return 'a grant where none is due';
        return type === 'request.granted' ? this.#granted(request, stream, payload) : this.#grant(request, stream, {});
      case 'request.broken':
        if (state !== 'held' && state !== 'erased') return 'break-glass where nothing is held';
        return this.#grant(request, stream, { broken: true });
      case 'request.repeated':
      case 'request.escalated':
      case 'request.previewed':
      case 'vote.rejected':
        return state === 'held' || state === 'erased' ? undefined : 'people are not asked, or no longer';
      case 'request.reviewed':
        return 'a review before the end, or of what was not run under break-glass';
      case 'run.started':
        if (state === 'started') return 'a second start';
        if (state !== 'free' && state !== 'granted' && state !== 'erased') return 'a start without a grant';
        if (stream.under !== undefined && stream.used === undefined)
          return 'a start under a standing grant whose use is not recorded';
        this.#put(request, { ...stream, state: 'started', ...(isAtClient(payload) ? { atClient: true } : {}) });
        return undefined;
      case 'run.finished':
      case 'run.failed':
      case 'run.lost':
        if (state !== 'started') return 'the end of a run that was not started';
    }
    if (ENDS.has(type)) this.#end(request, stream, type === 'run.lost' && stream.atClient === true);
    return undefined;
  }

  #ofStanding(type: string, id: string, payload: Payload): string | undefined {
    if (!type.startsWith('standing.')) return 'an event of a request among those of a standing grant';
    if (type === 'standing.granted') return 'the standing grant was given before';
    if (type === 'standing.used') return this.#used(id, payload);
    if (ENDS.has(type)) this.#forget(id);
    return undefined;
  }

  /** A later decision can ask for more, never for less. */
  #decided(request: string, stream: Stream, payload: Payload): string | undefined {
    if (stream.state === 'started') return 'a decision after the start';
    if (payload === null) {
      if (stream.state === 'asked') this.#put(request, { ...stream, state: 'erased' });
      return undefined;
    }
    const { kind, mode } = parse(payload) ?? {};
    if (typeof kind !== 'string') return 'a decision that is no decision';
    if (kind === 'deny' && mode !== 'observe') this.#end(request, stream);
    else if (stream.state === 'asked') {
      this.#put(request, { ...stream, state: kind === 'allow' || mode === 'observe' ? 'free' : 'held' });
    }
    return undefined;
  }

  #granted(request: string, stream: Stream, payload: Payload): string | undefined {
    if (payload === null) return this.#grant(request, stream, { unsure: true });
    const grant = parse(payload);
    if (grant === undefined) return 'a grant that is no grant';
    const { standing } = grant;
    if (standing === undefined) return this.#grant(request, stream, {});
    if (typeof standing !== 'string' || this.#open.get(standing)?.state !== 'standing')
      return 'a grant by a standing grant that there is not, or that has ended';
    if (stream.state !== 'held' && stream.state !== 'erased')
      return 'a grant by a standing grant where nothing is held';
    return this.#grant(request, stream, { under: standing });
  }

  #grant(request: string, stream: Stream, how: Partial<Stream>): undefined {
    this.#put(request, { ...stream, ...how, state: 'granted' });
  }

  /** A standing grant comes of the grant of a request, once. */
  #stands(payload: Payload): string | undefined {
    if (payload === null) return undefined;
    const request = parse(payload)?.['request'];
    const stream = typeof request === 'string' ? this.#open.get(request) : undefined;
    if (typeof request !== 'string' || stream?.state !== 'granted' || stream.stands === true)
      return 'a standing grant that comes of no grant of a request';
    this.#put(request, { ...stream, stands: true });
    return undefined;
  }

  /** A use names the request that it let run; that request's grant names it. */
  #used(id: string, payload: Payload): string | undefined {
    if (payload === null) {
      for (const [request, stream] of this.#open)
        if (stream.under === id) this.#put(request, { ...stream, used: true });
      return undefined;
    }
    const request = parse(payload)?.['request'];
    const stream = typeof request === 'string' ? this.#open.get(request) : undefined;
    const names = stream?.state === 'granted' && (stream.under === id || stream.unsure === true);
    if (typeof request !== 'string' || stream === undefined || !names)
      return 'a use of a standing grant by a request that it did not let run';
    if (stream.used === true) return 'a second use of a standing grant by the same request';
    this.#put(request, { ...stream, used: true });
    return undefined;
  }

  #end(request: string, stream: Stream, untold = false): void {
    this.#forget(request);
    if (stream.broken === true) this.#put(request, { state: 'unreviewed', ...(untold ? { untold } : {}) });
    else if (untold) this.#put(request, { state: 'lost' });
  }

  #put(id: string, stream: Stream): void {
    const before = this.#open.get(id);
    if (before !== undefined) this.#count(before, -1);
    this.#open.set(id, stream);
    this.#count(stream, 1);
  }

  #forget(id: string): void {
    const stream = this.#open.get(id);
    if (stream !== undefined) this.#count(stream, -1);
    this.#open.delete(id);
  }

  #count({ state }: Stream, by: number): void {
    if (state === 'unreviewed') this.#unreviewed += by;
    if (state === 'lost') this.#lost += by;
    if (state === 'standing') this.#standing += by;
  }
}

/** An erased payload may have said so. */
function isAtClient(payload: Payload): boolean {
  return payload === null || parse(payload)?.['mode'] === 'client';
}

/** The members of a payload that is an object. */
function parse(payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const raw: unknown = JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString());
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : undefined;
  } catch {
    return undefined;
  }
}

import { ENDS } from './events.ts';

/**
 * The order of the events of one request, as far as it can be told without their payloads: rules 5 to 7 of
 * docs/audit-format.md. Requests that ended are forgotten, so memory follows the number of open requests; whatever
 * comes after an end looks like an event of a request that nobody submitted, which is as wrong.
 */
export class Order {
  readonly #open = new Map<string, 'asked' | 'granted' | 'started'>();

  /** Requests that have not ended. */
  get open(): number {
    return this.#open.size;
  }

  /** What is wrong with this event coming now, or undefined. */
  add(type: string, request: string | null): string | undefined {
    if (request === null) return undefined;
    const state = this.#open.get(request);
    if (type === 'request.submitted') {
      if (state !== undefined) return 'the request was submitted before';
      this.#open.set(request, 'asked');
      return undefined;
    }
    if (state === undefined) return 'the request was never submitted, or has ended';
    if (type === 'request.granted') {
      if (state === 'started') return 'granted after the start';
      this.#open.set(request, 'granted');
    } else if (type === 'run.started') {
      if (state === 'asked') return 'started without a grant';
      if (state === 'started') return 'started twice on one grant';
      this.#open.set(request, 'started');
    } else if (type === 'run.finished' || type === 'run.unknown') {
      if (state !== 'started') return 'ended without a start';
    }
    if (ENDS.has(type)) this.#open.delete(request);
    return undefined;
  }
}

import type { Entry } from './log.ts';
import { objectOf, type Said, said, stringsOf, textOf } from './said.ts';
import { sessionOfCall } from './session.ts';

/** The sessions of a log, with what happened in each as figures. */
export interface SessionSummary {
  readonly session: string;
  readonly principals: readonly string[];
  readonly owners: readonly string[];
  readonly harnesses: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Tool calls that hooks saw. */
  readonly calls: number;
  /** Of these, run by the harness without more. */
  readonly passed: number;
  readonly requests: number;
  /** Commands that gate ran. */
  readonly runs: number;
  /** Requests that policy held, or wanted confirmed. */
  readonly held: number;
  /** Calls and requests that were denied: by a rule, a person, or because nobody could be asked. */
  readonly denied: number;
  /** Calls and requests that would have been asked about or denied, had the policy been enforced. */
  readonly observed: number;
}

type Counts = 'calls' | 'passed' | 'requests' | 'runs' | 'held' | 'denied' | 'observed';
type Open = { -readonly [Key in Counts]: number } & {
  readonly session: string;
  readonly principals: Set<string>;
  readonly owners: Set<string>;
  readonly harnesses: Set<string>;
  readonly first: number;
  last: number;
};

/** One pass; memory follows the number of sessions, of calls, and of open requests. Pure. */
export class Sessions {
  readonly #known = new Map<string, Open>();
  /** The session of each call, and whether its hook denied it: a request that names the call counts instead. */
  readonly #calls = new Map<number, { readonly session: Open; denied: boolean }>();
  readonly #requests = new Map<string, readonly Open[]>();

  /** The next event of the log; all of them, from the first on. */
  add({ index, at, type, request, payload }: Pick<Entry, 'index' | 'at' | 'type' | 'request' | 'payload'>): void {
    if (type === 'call.seen') this.#seen(index, at, said(payload) ?? {});
    else if (request === null) return;
    else if (type === 'request.submitted') this.#submitted(request, at, said(payload) ?? {});
    else this.#moved(type, request, at, payload);
  }

  #moved(type: string, request: string, at: number, payload: Uint8Array | null): void {
    const sessions = this.#requests.get(request) ?? [];
    const count = COUNTED[type]?.(type === 'request.decided' ? (said(payload) ?? {}) : {});
    for (const session of sessions) {
      session.last = Math.max(session.last, at);
      if (count !== undefined) session[count]++;
    }
    if (OVER.has(type) || count === 'denied') this.#requests.delete(request);
  }

  /** The newest first. @param since milliseconds since 1970: those that ended before are left out */
  list(since = 0): readonly SessionSummary[] {
    return [...this.#known.values()]
      .filter(({ last }) => last >= since)
      .sort((a, b) => b.last - a.last)
      .map(({ principals, owners, harnesses, ...rest }) => ({
        ...rest,
        principals: [...principals],
        owners: [...owners],
        harnesses: [...harnesses],
      }));
  }

  /** Ids that are this, or begin with it. */
  find(prefix: string): readonly string[] {
    if (this.#known.has(prefix)) return [prefix];
    return [...this.#known.keys()].filter((id) => id.startsWith(prefix));
  }

  #seen(index: number, at: number, payload: Said): void {
    const id = sessionOfCall(payload);
    if (id === undefined) return;
    const session = this.#session(id, at, objectOf(payload['principal']));
    session.calls++;
    const { kind, mode } = objectOf(payload['decision']);
    const denied = payload['answer'] === 'blocked' && kind === 'deny';
    if (payload['answer'] === 'passed') session.passed++;
    if (denied) session.denied++;
    if (mode === 'observe') session.observed++;
    this.#calls.set(index, { session, denied });
  }

  #submitted(request: string, at: number, payload: Said): void {
    const principal = objectOf(payload['principal']);
    const own = textOf(principal['session']);
    const call = typeof payload['call'] === 'number' ? this.#calls.get(payload['call']) : undefined;
    const ids = new Set([...(own === undefined ? [] : [own]), ...(call ? [call.session.session] : [])]);
    const sessions = [...ids].map((id) => this.#session(id, at, principal));
    if (sessions.length === 0) return;
    for (const session of sessions) session.requests++;
    if (call?.denied) {
      call.session.denied--;
      call.denied = false;
    }
    this.#requests.set(request, sessions);
  }

  #session(id: string, at: number, principal: Said): Open {
    let session = this.#known.get(id);
    if (session === undefined) {
      const counts = { calls: 0, passed: 0, requests: 0, runs: 0, held: 0, denied: 0, observed: 0 };
      const names = { principals: new Set<string>(), owners: new Set<string>(), harnesses: new Set<string>() };
      session = { session: id, ...names, first: at, last: at, ...counts };
      this.#known.set(id, session);
    }
    session.last = Math.max(session.last, at);
    for (const [set, name] of [
      [session.principals, 'id'],
      [session.owners, 'owner'],
      [session.harnesses, 'harness'],
    ] as const) {
      for (const value of stringsOf([principal[name]])) set.add(value);
    }
    return session;
  }
}

const COUNTED: Readonly<Record<string, (payload: Said) => Counts | undefined>> = {
  __proto__: null as never,
  'request.decided': ({ kind, mode }) => {
    if (mode === 'observe') return 'observed';
    return kind === 'deny' ? 'denied' : kind === 'hold' || kind === 'confirm' ? 'held' : undefined;
  },
  'request.denied': () => 'denied',
  'run.started': () => 'runs',
};

/** Nothing is counted after these. */
const OVER: ReadonlySet<string> = new Set(['request.denied', 'run.started', 'request.expired', 'request.withdrawn']);

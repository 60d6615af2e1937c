import type { Submitted } from '../approval/events.ts';
import type { Action } from '../command/action.ts';
import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import type { Facts } from '../policy/condition.ts';
import type { Decision } from '../policy/decision.ts';
import type { SeenCall } from './calls.ts';
import type { Entry } from './log.ts';
import { said } from './said.ts';

/**
 * A command that somebody wanted to run, once: a request, or a tool call that a hook saw. A call that the hook handed to
 * gate and the first request that names it are one, also when that gate was never started.
 */
export interface Occasion {
  readonly at: number;
  /** The request, or the index of the `call.seen` event. */
  readonly source: { readonly request: string } | { readonly call: number };
  /** As it was asked, secrets redacted. */
  readonly facts: Facts;
  /** The words of the command; of a tool call, the one text for the shell. */
  readonly words: readonly Text[];
  /** As gate understood it then. */
  readonly actions: readonly Action[];
  readonly opaque: boolean;
  readonly decision: Decision;
  /** What tells two questions apart while one of them waits: who asks, in which session, for what, where. */
  readonly identity: string;
  /** People were really asked: had the same been waiting already, it would have joined that. */
  readonly asked: boolean;
}

/** People were asked, and it was answered or ended: the same again is another question. */
export interface Over {
  /** The identity of the command. */
  readonly over: string;
  /** A person said no, or it ran without the votes. */
  readonly disagreed: boolean;
}

/** One pass over the log; memory follows the calls that were handed to gate and not asked yet. Pure. */
export class Occasions {
  readonly #since: number;
  readonly #submitted = new Map<string, { readonly said: Submitted; readonly at: number }>();
  /** Calls that wait for their request, which is no other question: what each does, and its identity. */
  readonly #handed = new Map<number, { readonly outline: string; readonly identity: string }>();
  /** Requests that wait for people, and the identity of the command. */
  readonly #waiting = new Map<string, string>();
  #unread = 0;

  /** @param since milliseconds since 1970; what came before does not count */
  constructor(since: number) {
    this.#since = since;
  }

  /** Events of calls and requests that were erased, or that no gate wrote. */
  get unread(): number {
    return this.#unread;
  }

  /** The next event of the log, from the first on. Answers with the command that is now known, if one is. */
  add({
    index,
    at,
    type,
    request,
    payload,
  }: Pick<Entry, 'index' | 'at' | 'type' | 'request' | 'payload'>): Occasion | Over | undefined {
    if (request !== null && ANSWERS.has(type)) {
      const over = this.#waiting.get(request);
      this.#waiting.delete(request);
      if (over === undefined) return undefined;
      const no = type === 'request.denied' && said(payload)?.['reason'] === 'person';
      return { over, disagreed: no || type === 'request.broken' };
    }
    if (at < this.#since || !BEGINNINGS.has(type)) return undefined;
    const value = said(payload);
    try {
      if (type === 'call.seen') return this.#seen(index, at, value as unknown as SeenCall);
      if (request === null) return undefined;
      if (type === 'request.decided') return this.#decided(request, value as unknown as Decision);
      if (value === undefined) this.#unread++;
      else this.#submitted.set(request, { said: value as unknown as Submitted, at });
    } catch (error) {
      // Whatever has another form than gate gives it. Everything else is a fault of ours.
      if (!(error instanceof TypeError)) throw error;
      this.#unread++;
    }
    return undefined;
  }

  #seen(index: number, at: number, call: SeenCall): Occasion {
    const { principal, claimed, command, cwd, host, user, actions, opaque, decision, answer } = call;
    const occasion: Occasion = {
      at,
      source: { call: index },
      facts: {
        principal,
        argv: ['bash', '-c', flat(command)],
        ...{ cwd, host, user, tty: false, stdin: 'null', parents: [], at },
      },
      words: [command],
      actions: checked(actions),
      opaque,
      decision: checkedDecision(decision),
      identity: JSON.stringify([principal.id, claimed.session ?? principal.session, cwd, flat(command)]),
      asked: false,
    };
    const { identity } = occasion;
    if (answer !== 'passed') this.#handed.set(index, { outline: outline(actions), identity });
    return occasion;
  }

  #decided(request: string, decision: Decision): Occasion | undefined {
    const submission = this.#submitted.get(request);
    this.#submitted.delete(request);
    if (submission === undefined) return undefined;
    const { said: submitted, at } = submission;
    const { principal, call, actions, digest, argv, opaque } = submitted;
    const { kind, mode } = checkedDecision(decision);
    const asked = mode !== 'observe' && (kind === 'hold' || kind === 'confirm');
    const handed = call === undefined ? undefined : this.#handed.get(call);
    if (call !== undefined && handed?.outline === outline(actions)) {
      this.#handed.delete(call);
      if (asked) this.#waiting.set(request, handed.identity);
      return undefined;
    }
    const identity = JSON.stringify([principal.id, principal.session, digest]);
    if (asked) this.#waiting.set(request, identity);
    return {
      at,
      source: { request },
      facts: factsOf(submitted, at),
      words: argv,
      actions: checked(actions),
      opaque,
      decision,
      identity,
      asked,
    };
  }
}

const ANSWERS: ReadonlySet<string> = new Set([
  ...['request.granted', 'request.confirmed', 'request.broken', 'request.denied'],
  ...['request.expired', 'request.withdrawn', 'request.superseded'],
]);
const BEGINNINGS: ReadonlySet<string> = new Set(['call.seen', 'request.submitted', 'request.decided']);

/** What a request names a call for is compared, so that no other command hides behind it. */
function outline(actions: readonly Action[]): string {
  return JSON.stringify(actions.map(({ tool, operation }) => [tool, operation]));
}

/** @throws TypeError when policy could not judge them */
function checked(actions: readonly Action[]): readonly Action[] {
  for (const { tool, operation, effects, resource, scope } of actions) {
    const whole = typeof tool === 'string' && typeof operation === 'string' && Array.isArray(effects);
    if (!whole || typeof resource !== 'object' || typeof scope !== 'object') throw new TypeError('no action');
  }
  return actions;
}

/** @throws TypeError */
function checkedDecision(decision: Decision): Decision {
  const { kind, rules, findings, duties } = decision;
  if (typeof kind !== 'string' || !Array.isArray(rules) || !Array.isArray(findings) || !Array.isArray(duties.approvers))
    throw new TypeError('no decision');
  return decision;
}

/** What conditions see of a request of the past. */
export function factsOf(submitted: Submitted, at: number): Facts {
  const { principal, cwd, host, user, tty, stdin, parents, intent, ticket } = submitted;
  const argv = submitted.argv.map(flat);
  return {
    ...{ principal, argv, cwd, host, user, tty, stdin, parents, at },
    ...(intent !== undefined && { intent: flat(intent) }),
    ...(ticket !== undefined && { ticket: flat(ticket) }),
  };
}

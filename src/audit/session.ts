import { flat } from '../command/display.ts';
import { afterTheNo, blamedBy, meantBy } from './after-the-no.ts';
import type { CallAnswer } from './calls.ts';
import type { Entry } from './log.ts';
import { objectOf, type Said, said, textOf, textsOf } from './said.ts';
import { claimedBy, decisionOf, lineOf, move, type OpenLine, type SessionLine, stop } from './session-line.ts';

/** One session of an agent, as the log holds it: what it was about to run, what was answered, and how that ended. */
export interface SessionRecord {
  readonly session: string;
  /** Oldest first. */
  readonly lines: readonly SessionLine[];
  /** Tool calls and requests between the first and the last that nobody can read any more: whose they were is not known. */
  readonly unread: number;
}

/**
 * One pass over the log; memory follows the session. What the log does not hold is not here: how a call ended that passed.
 * A session is a claim of the harness. A call is of the session its hook was told. A request is of its caller's session,
 * and of that of the call it names. Pure.
 */
export class SessionTimeline {
  readonly #session: string;
  readonly #lines: OpenLine[] = [];
  readonly #calls = new Map<number, OpenLine>();
  readonly #requests = new Map<string, OpenLine>();
  readonly #unread: number[] = [];

  /** @param session the whole id */
  constructor(session: string) {
    this.#session = session;
  }

  /** The next event of the log; all of them, from the first on. */
  add({ index, at, type, request, payload }: Pick<Entry, 'index' | 'at' | 'type' | 'request' | 'payload'>): void {
    if (type === 'call.seen' || type === 'request.submitted') {
      const read = said(payload);
      if (read === undefined) this.#unread.push(index);
      else if (type === 'call.seen') this.#seen(index, at, read);
      else if (request !== null) this.#submitted(request, index, at, read);
      return;
    }
    const line = request === null ? undefined : this.#requests.get(request);
    if (line === undefined) return;
    const read = said(payload);
    line.erased ||= read === undefined;
    // That it happened is known all the same.
    move(line, type, read ?? {}, at);
  }

  record(): SessionRecord {
    const lines = this.#lines.sort((a, b) => a.at - b.at || a.index - b.index);
    const after = afterTheNo(lines);
    const [first = 0, last = 0] = [lines[0]?.index, lines.at(-1)?.index];
    return {
      session: this.#session,
      lines: lines.map((line, index) => ({ ...line, after: after[index] })),
      unread: this.#unread.filter((index) => index > first && index < last).length,
    };
  }

  #seen(index: number, at: number, payload: Said): void {
    if (sessionOfCall(payload) !== this.#session) return;
    const line = lineOf(index, at, payload);
    line.call = index;
    line.command = textOf(payload['command']) ?? '';
    line.description = textOf(payload['description']);
    line.claimed = claimedBy(payload['claimed']);
    line.answer = ANSWERS.find((each) => each === payload['answer']);
    line.decision = decisionOf(payload['decision']);
    line.meant = meantBy(payload['actions'], line.command);
    line.blamed = blamedBy(payload['decision']);
    line.result = line.answer === 'rewritten' ? 'handed' : line.answer === 'blocked' ? 'blocked' : 'passed';
    if (line.result === 'blocked') {
      line.stoppedAt = at;
      const { refusal } = objectOf(payload['decision']);
      if (line.decision?.kind === 'deny')
        stop(line, at, { reason: textOf(refusal) ?? 'rule', by: undefined, text: undefined });
    }
    this.#lines.push(line);
    this.#calls.set(index, line);
  }

  #submitted(request: string, index: number, at: number, payload: Said): void {
    const call = typeof payload['call'] === 'number' ? payload['call'] : undefined;
    const seen = call === undefined ? undefined : this.#calls.get(call);
    if (seen === undefined && textOf(objectOf(payload['principal'])['session']) !== this.#session) return;
    // The first request is what became of the call. Another one that names it is another try, and so is one after a pass.
    const line = seen?.request === undefined && seen?.answer !== 'passed' && seen ? seen : lineOf(index, at, payload);
    if (line !== seen) this.#lines.push(line);
    this.#requests.set(request, line);
    const argv = textsOf(payload['argv']);
    Object.assign(line, {
      request,
      call,
      argv,
      intent: textOf(payload['intent']),
      result: 'pending',
      decision: undefined,
      ended: undefined,
      stoppedAt: undefined,
      meant: meantBy(payload['actions'], argv.map(flat).join(' ')),
      blamed: [],
    } satisfies Partial<OpenLine>);
  }
}

const ANSWERS: readonly CallAnswer[] = ['passed', 'rewritten', 'blocked'];

/** The session a hook was told, or else the one its process was started in. */
export function sessionOfCall(payload: Said): string | undefined {
  return textOf(objectOf(payload['claimed'])['session']) ?? textOf(objectOf(payload['principal'])['session']);
}

import type { CallAnswer } from '../audit/calls.ts';
import type { Action } from '../command/action.ts';
import { GateError } from '../errors.ts';
import type { CallVerdict, Decision } from '../policy/decision.ts';
import type { Principal } from '../request/request.ts';
import { claimedCall } from './claimed-call.ts';
import type { HookParts } from './hook.ts';
import type { Harness, ToolCall } from './tool-call.ts';

/** What a service answers about a call. It has recorded it already, unless it is one that is recorded elsewhere. */
interface Answered {
  readonly verdict: CallVerdict;
  readonly answer: CallAnswer;
  /** Index of the event. */
  readonly call: number | null;
  readonly decision: Decision;
  readonly actions: readonly Action[];
  readonly principal: Principal;
}

export interface RemoteCalls {
  /** Sends a body to `POST /v1/calls`, as the agent in this harness. @throws GateError */
  readonly post: (body: object, harness: Harness) => Promise<unknown>;
  /** Absolute path of this gate. */
  readonly gate: string;
  /** PATH of the line that a harness runs in place of a call. */
  readonly path: string | undefined;
}

/** Calls judged and recorded by the service of this machine: nothing is decided in this process. */
export function remoteCalls({ post, gate, path }: RemoteCalls): HookParts['judge'] {
  return async (call, harness, rewrites) => {
    const answered = (await post(bodyOf(call, harness, rewrites, gate), harness)) as Answered;
    const { verdict, decision, actions, principal } = answered;
    return {
      ...{ verdict, decision, actions, principal, path },
      own: answered.call === null,
      async see(answer) {
        if (answered.call !== null && answered.answer === answer) return answered.call;
        throw new GateError('INTERNAL', 'the service recorded another answer to a tool call');
      },
    };
  };
}

function bodyOf(call: ToolCall, harness: Harness, rewrites: boolean, gate: string): object {
  const { text, cwd, description, asksAgain } = call;
  return {
    ...claimedCall(call, harness),
    ...{ command: text, cwd, gate, rewrites },
    ...(description === undefined ? {} : { description }),
    ...(asksAgain ? { asks_again: true } : {}),
  };
}

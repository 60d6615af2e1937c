import { isOwnLine, type SeenCall, seenCall } from '../audit/calls.ts';
import { redacting } from '../command/prepare.ts';
import { findSecrets } from '../command/redact.ts';
import type { Request } from '../request/request.ts';
import { claimedCall } from './claimed-call.ts';
import type { HookParts } from './hook.ts';
import { type Judging, judge } from './judge.ts';
import type { Harness, ToolCall } from './tool-call.ts';

/** Calls judged in this process, by the account's own policies, and recorded in its own log. */
export interface LocalCalls {
  /** The call as a request of the agent in this harness. */
  readonly request: (call: ToolCall, harness: Harness) => Request;
  readonly judging: (request: Request) => Judging;
  /** Records it, durably. Answers with the index of the event. */
  readonly see: (call: SeenCall, request: Request) => Promise<number>;
  /** The store's key, asked for only when there is a secret to hide. */
  readonly key: (request: Request) => Uint8Array;
  /** Absolute path of this gate. */
  readonly gate: string;
}

export function localCalls({ request: requestOf, judging, see, key, gate }: LocalCalls): HookParts['judge'] {
  return async (call, harness) => {
    const request = requestOf(call, harness);
    const { understanding, decision, verdict } = await judge(request, judging(request));
    const { text, description } = call;
    return {
      ...{ verdict, decision, actions: understanding.actions, principal: request.principal },
      path: request.environment['PATH'],
      own: isOwnLine(text, gate, understanding),
      async see(answer) {
        const words = [text, ...(description === undefined ? [] : [description])];
        const secrets = [...understanding.secrets, ...(await findSecrets(words, request.environment))];
        const redact = redacting(secrets, () => key(request));
        const claimed = claimedCall(call, harness);
        const said = description === undefined ? {} : { description };
        return see(seenCall({ request, claimed, text, ...said, understanding, decision, answer, redact }), request);
      },
    };
  };
}

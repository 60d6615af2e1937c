import type { CallAnswer } from '../audit/calls.ts';
import type { Action } from '../command/action.ts';
import { visible } from '../command/display.ts';
import type { CallVerdict, Decision } from '../policy/decision.ts';
import { explain, render } from '../policy/explain.ts';
import type { Principal } from '../request/request.ts';
import { harnessOf } from './harnesses/harnesses.ts';
import { parsePayload } from './payload.ts';
import { handedOver } from './rewrite.ts';
import type { Harness, Payload, ToolCall } from './tool-call.ts';

/** What a harness gets: status 0 with its own form, or status 2 with a text, which all of them take for "no". */
export interface HookAnswer {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** A call as it was judged, here or at a service. */
export interface Judged {
  readonly verdict: CallVerdict;
  readonly decision: Decision;
  readonly actions: readonly Action[];
  readonly principal: Principal;
  /** PATH of the line that would stand in its place. */
  readonly path: string | undefined;
  /** It is a line of gate's own, and nothing beside it. */
  readonly own: boolean;
  /** Records it, durably. Answers with the index of the event. */
  see(answer: CallAnswer): Promise<number>;
}

export interface HookParts {
  /** @param rewrites whether the harness can run another line in its place */
  readonly judge: (call: ToolCall, harness: Harness, rewrites: boolean) => Promise<Judged>;
  /** Absolute path of this gate. */
  readonly gate: string;
}

/**
 * The whole of `gate hook`: read, judge, record, answer. A call that is recorded as passed or rewritten was in the log before
 * the harness heard of it.
 * @throws Malformed, GateError: then the call is blocked
 */
export async function answerHook(bytes: Uint8Array, installed: Harness, parts: HookParts): Promise<HookAnswer> {
  const payload = parsePayload(bytes);
  const harness = harnessOf(payload, installed);
  const call = harness.read(payload);
  return call === undefined ? go(harness.passed(payload)) : answerCall(call, payload, harness, parts);
}

async function answerCall(
  call: ToolCall,
  payload: Payload,
  harness: Harness,
  { judge, gate }: HookParts,
): Promise<HookAnswer> {
  const rewrites = harness.rewritten(payload, '') !== undefined;
  const judged = await judge(call, harness, rewrites);
  if (judged.verdict === 'passed') {
    if (call.asksAgain !== true && !judged.own) await judged.see('passed');
    return go(harness.passed(payload));
  }
  if (judged.verdict === 'denied') {
    await judged.see('blocked');
    return stop(deniedWords(judged));
  }
  const index = await judged.see(rewrites ? 'rewritten' : 'blocked');
  const line = handedOver(call, { gate, index, path: judged.path });
  const rewritten = rewrites ? harness.rewritten(payload, line) : undefined;
  return rewritten === undefined ? stop(insteadWords(line, judged)) : go(rewritten);
}

function go(stdout: string): HookAnswer {
  return { status: 0, stdout, stderr: '' };
}

/** Every block has a text: without one some harnesses go on. */
export function stop(words: string): HookAnswer {
  return { status: 2, stdout: '', stderr: words };
}

function deniedWords({ decision, actions, principal }: Judged): string {
  return `gate: denied by policy\n${render(explain(decision, actions, principal))}`;
}

/** The line is exact, so that it can be run as it stands; the words around it are escaped. */
function insteadWords(line: string, { decision }: Judged): string {
  const why = decision.reasons.map(
    (reason, at) => `because ${visible(decision.rules[at] ?? '')}: ${visible(reason)}\n`,
  );
  return (
    'gate: not run like this. Run this line instead, unchanged; it waits for people where the policy asks them:\n' +
    `${line}\n${why.join('')}`
  );
}

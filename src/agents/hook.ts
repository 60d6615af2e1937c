import type { CallAnswer, SeenCall } from '../audit/calls.ts';
import { flat, visible } from '../command/display.ts';
import { redacting } from '../command/prepare.ts';
import { findSecrets, redactedAction } from '../command/redact.ts';
import { shellWord } from '../command/shell-word.ts';
import { explain, render } from '../policy/explain.ts';
import type { Request } from '../request/request.ts';
import { harnessOf } from './harnesses/harnesses.ts';
import { type Judgement, type Judging, judge } from './judge.ts';
import { parsePayload } from './payload.ts';
import { handedOver } from './rewrite.ts';
import type { Harness, Payload, ToolCall } from './tool-call.ts';

/** What a harness gets: status 0 with its own form, or status 2 with a text, which all of them take for "no". */
export interface HookAnswer {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HookParts {
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

async function answerCall(call: ToolCall, payload: Payload, harness: Harness, parts: HookParts): Promise<HookAnswer> {
  const request = parts.request(call, harness);
  const judgement = await judge(request, parts.judging(request));
  const { verdict } = judgement;

  if (verdict === 'passed') {
    const again = call.asksAgain === true || isOwnLine(call, judgement, parts.gate);
    if (!again) await see('passed');
    return go(harness.passed(payload));
  }
  if (verdict === 'denied') {
    await see('blocked');
    return stop(deniedWords(judgement, request));
  }
  const canRewrite = harness.rewritten(payload, '') !== undefined;
  const index = await see(canRewrite ? 'rewritten' : 'blocked');
  const line = handedOver(call, { gate: parts.gate, index, path: request.environment['PATH'] });
  const rewritten = canRewrite ? harness.rewritten(payload, line) : undefined;
  return rewritten === undefined ? stop(insteadWords(line, judgement)) : go(rewritten);

  async function see(answer: CallAnswer): Promise<number> {
    return parts.see(await seen({ call, harness, request, judgement, answer }, parts.key), request);
  }
}

function go(stdout: string): HookAnswer {
  return { status: 0, stdout, stderr: '' };
}

/** Every block has a text: without one some harnesses go on. */
export function stop(words: string): HookAnswer {
  return { status: 2, stdout: '', stderr: words };
}

/** A line that a hook wrote, and nothing beside it, is in the record already; and what it runs will be. */
function isOwnLine({ text }: ToolCall, { understanding }: Judgement, gate: string): boolean {
  const [only, ...more] = understanding.actions;
  if (only?.tool !== 'gate' || only.operation !== 'run' || more.length > 0) return false;
  return text.startsWith(`${shellWord(gate)} --call `);
}

interface Seen {
  readonly call: ToolCall;
  readonly harness: Harness;
  readonly request: Request;
  readonly judgement: Judgement;
  readonly answer: CallAnswer;
}

async function seen(
  { call, harness, request, judgement: { understanding, decision }, answer }: Seen,
  key: HookParts['key'],
): Promise<SeenCall> {
  const { session, toolUse, permissionMode, agentType, description } = call;
  const words = [call.text, ...(description === undefined ? [] : [description])];
  const secrets = [...understanding.secrets, ...(await findSecrets(words, request.environment))];
  const redact = redacting(secrets, () => key(request));
  return {
    principal: request.principal,
    claimed: {
      hook: harness.name,
      tool: call.tool,
      ...(session === undefined ? {} : { session }),
      ...(toolUse === undefined ? {} : { tool_use: toolUse }),
      ...(permissionMode === undefined ? {} : { permission_mode: permissionMode }),
      ...(agentType === undefined ? {} : { agent_type: agentType }),
    },
    command: redact(call.text),
    ...(description === undefined ? {} : { description: redact(description) }),
    cwd: request.cwd,
    host: request.host,
    user: request.user,
    actions: understanding.actions.map((action) => redactedAction(action, redact)),
    notes: understanding.notes.map((note) => flat(redact(note))),
    opaque: understanding.opaque,
    decision,
    answer,
  };
}

function deniedWords({ decision, understanding }: Judgement, { principal }: Request): string {
  return `gate: denied by policy\n${render(explain(decision, understanding.actions, principal))}`;
}

/** The line is exact, so that it can be run as it stands; the words around it are escaped. */
function insteadWords(line: string, { decision }: Judgement): string {
  const why = decision.reasons.map(
    (reason, at) => `because ${visible(decision.rules[at] ?? '')}: ${visible(reason)}\n`,
  );
  return (
    'gate: not run like this. Run this line instead, unchanged; it waits for people where the policy asks them:\n' +
    `${line}\n${why.join('')}`
  );
}

import { type CallAnswer, isOwnLine, seenCall } from '../audit/calls.ts';
import { flat } from '../command/display.ts';
import { redactedAction } from '../command/redact.ts';
import { type CallVerdict, callVerdict, type Decision } from '../policy/decision.ts';
import type { Principal } from '../request/request.ts';
import { uuidv7 } from '../request/uuid.ts';
import type { CallBody, ExplanationBody } from './api/calls.ts';
import type { Caller } from './caller.ts';
import type { ClientAskingParts } from './client/asking.ts';
import type { Asking } from './identity/claimed.ts';
import { type IntakeParts, requestOf, stricter, type TakenIn } from './intake.ts';
import { ApiError } from './problem.ts';

/** A tool call of an agent, as a hook of its harness tells it before it runs: judged, and recorded with the answer. */
export interface TakenCall {
  readonly verdict: CallVerdict;
  readonly answer: CallAnswer;
  /** Index of the event; null: it is recorded elsewhere, as the call that it came out of. */
  readonly call: number | null;
  readonly decision: Decision;
  readonly actions: TakenIn['actions'];
  readonly principal: Principal;
}

export function callIntake({
  broker,
  understand,
  decide,
  chance,
  host,
  atClient,
}: Pick<IntakeParts, 'broker' | 'understand' | 'decide' | 'chance' | 'host'> & Pick<ClientAskingParts, 'atClient'>) {
  return async (asking: Asking, caller: Caller, body: CallBody): Promise<TakenCall> => {
    // Nothing of this machine is looked at for a command of another.
    if (atClient(caller)) {
      throw new ApiError('NOT_YOURS', 'hooks are not answered in client mode', 'let the agent run `gate -- COMMAND`');
    }
    const { command: text, cwd, description, gate, rewrites, asks_again: again, ...said } = body;
    const at = chance.now();
    const intent = description === undefined ? {} : { intent: description };
    const asked = { argv: ['bash', '-c', text], cwd, environment: {}, stdin: 'pipe' as const, ...intent };
    const request = requestOf(asking, caller, asked, { id: uuidv7(at, chance.random(16)), at, host });
    const command = await understand(request, { call: true });
    const decision = await stricter(asking, request, command, decide);
    const verdict = callVerdict(decision);
    const answer = verdict === 'passed' ? verdict : verdict === 'handed' && rewrites ? 'rewritten' : 'blocked';
    const known = verdict === 'passed' && (again || isOwnLine(text, gate, command));
    const { redact } = command;
    const words = description === undefined ? {} : { description };
    const seen = seenCall({ request, claimed: said, text, ...words, understanding: command, decision, answer, redact });
    return {
      ...{ verdict, answer, call: known ? null : await broker.see(seen) },
      ...{ decision, principal: request.principal },
      actions: command.actions.map((action) => redactedAction(action, redact)),
    };
  };
}

/** What would be decided, and why. */
export interface Explained {
  readonly decision: Decision;
  readonly actions: TakenIn['actions'];
  readonly notes: readonly string[];
  readonly opaque: boolean;
  readonly principal: Principal;
}

/** The same for a command that nobody runs: nothing is recorded, and nobody sees what would come in on its standard input. */
export function explaining({
  understand,
  decide,
  chance,
  host,
  atClient,
}: Pick<IntakeParts, 'understand' | 'decide' | 'chance' | 'host'> & Pick<ClientAskingParts, 'atClient'>) {
  return async (asking: Asking, caller: Caller, body: ExplanationBody): Promise<Explained> => {
    if (atClient(caller)) {
      throw new ApiError('NOT_YOURS', 'nothing of this machine is looked at for a command of another');
    }
    const at = chance.now();
    const asked = { ...body, environment: {} };
    const request = requestOf(asking, caller, asked, { id: uuidv7(at, chance.random(16)), at, host });
    const command = await understand(request, { call: true });
    const { redact, opaque } = command;
    return {
      decision: await stricter(asking, request, command, decide),
      actions: command.actions.map((action) => redactedAction(action, redact)),
      notes: command.notes.map((note) => flat(redact(note))),
      ...{ opaque, principal: request.principal },
    };
  };
}

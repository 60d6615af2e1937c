import type { Submission } from '../approval/submission.ts';
import type { Stages } from '../pipeline.ts';
import { type Outcome, run } from '../pipeline.ts';
import { dieOf, endNow } from '../platform/exit.ts';
import type { Decision } from '../policy/decision.ts';
import type { Request } from '../request/request.ts';
import type { Events, Reason } from './events.ts';
import { EXIT, statusOfErrno, statusOfRefusal, statusOfSignal } from './exit-codes.ts';
import type { Io } from './io.ts';
import { pendingEvent, pendingText, refusalHint, refusalLine } from './report.ts';

/** How gate itself must end: with a status, or by the signal that ended the command. */
export type Ending = { readonly status: number; readonly signal?: number };

export interface RunParts {
  readonly io: Io;
  readonly events: Events;
  readonly json: boolean;
  /** False: the id alone goes to stdout, and nobody waits. */
  readonly wait: boolean;
  /** How the requester calls gate: what is printed can be run as it stands. */
  readonly gate: string;
  /** What was understood and decided, once it was. */
  readonly submitted: () => Submission | undefined;
}

/** Runs one request to its end and says what became of it. */
export async function runRequest(request: Request, stages: Stages, parts: RunParts): Promise<Ending> {
  return tell(await run(request, stages), parts);
}

export async function tell(outcome: Outcome, parts: RunParts): Promise<Ending> {
  const { io, events, json } = parts;
  const { request } = outcome;
  if (outcome.kind === 'ran') {
    const { exit } = outcome;
    if (exit.kind === 'failed') {
      const status = statusOfErrno(exit.errno);
      const message = `the command could not be executed (${exit.errno})`;
      if (!json) io.stderr(`gate: ${message}\n`);
      const reason: Reason = status === EXIT.notFound ? 'not_found' : 'not_executable';
      events.emit({ event: 'failed', request, ran: false, reason, status, message });
      return { status };
    }
    if (exit.kind === 'exited') {
      events.emit({ event: 'finished', request, ran: true, reason: 'exited', status: exit.code });
      return { status: exit.code };
    }
    const status = statusOfSignal(exit.signal);
    events.emit({ event: 'finished', request, ran: true, reason: 'signaled', status, signal: exit.signal });
    return { status, signal: exit.signal };
  }
  if (outcome.kind === 'pending') {
    if (!parts.wait) io.stdout(`${request}\n`);
    else if (!json) io.stderr(pendingText(outcome, parts.gate));
    events.emit(pendingEvent(outcome, EXIT.pending, parts.gate));
    return { status: EXIT.pending };
  }
  const status = statusOfRefusal(outcome.reason);
  const line = refusalLine(outcome);
  const submission = parts.submitted();
  const help = submission && BY_POLICY.has(outcome.reason) ? await helpFor(submission, outcome.reason) : undefined;
  const hint = refusalHint(outcome);
  if (!json) io.stderr(`gate: ${line}\n${hint === undefined ? '' : `  ${hint}\n`}${help?.text ?? ''}`);
  events.emit({
    event: outcome.reason === 'expired' ? 'expired' : 'refused',
    request,
    ran: false,
    reason: outcome.reason,
    status,
    message: line,
    ...(outcome.by === undefined ? {} : { by: outcome.by }),
    ...(hint === undefined ? {} : { hint }),
    ...(submission ? wordsOf(submission.decision) : {}),
    ...help?.data,
  });
  return { status };
}

/** What was understood, which rule decided, who can change that, and how to ask. */
async function helpFor({ decision, request, command }: Submission, reason: string) {
  const { explain, render } = await import('../policy/explain.ts');
  const explanation = explain(decision, command.actions, request.principal, reason === 'nobody_can_approve');
  const { understood, change, ask } = explanation;
  return { text: render(explanation), data: { understood, change, ask } };
}

/** Refusals that policy explains; a person's no has that person's own words. */
const BY_POLICY: ReadonlySet<string> = new Set([
  'rule',
  'limit',
  'error',
  'nobody_can_approve',
  'no_terminal',
  'not_confirmed',
]);

function wordsOf({ rules, reasons, suggest }: Decision) {
  return { rules, reasons, suggest };
}

/** Dies of the signal that killed the command; where the runtime does not let it, the status says the same. */
export async function endProcess({ status, signal }: Ending): Promise<never> {
  if (signal !== undefined) await dieOf(signal);
  return endNow(status);
}

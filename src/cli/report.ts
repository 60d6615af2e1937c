import type { Pending, Refusal } from '../approval/answer.ts';
import type { View } from '../approval/states.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { Approvers } from '../policy/decision.ts';
import type { AskedBlock, Event, Reason } from './events.ts';
import { statusOfError } from './exit-codes.ts';
import type { Io } from './io.ts';

/** An error as everybody gets to know it: one place, one shape. */
export interface Reported {
  readonly status: number;
  readonly reason: Reason;
  readonly message: string;
  readonly hint?: string;
}

const REASONS: Readonly<Record<GateError['code'], Reason>> = {
  USAGE: 'usage',
  COMMAND_NOT_FOUND: 'not_found',
  COMMAND_NOT_EXECUTABLE: 'not_executable',
  REQUEST_UNREADABLE: 'request_unreadable',
  POLICY_INVALID: 'policy_invalid',
  CONFIG_INVALID: 'config_invalid',
  CANNOT_WRITE: 'cannot_write',
  AUDIT_UNAVAILABLE: 'audit_unavailable',
  AUDIT_CORRUPT: 'audit_corrupt',
  CLOCK_BACKWARDS: 'clock_backwards',
  CHANNEL_UNAVAILABLE: 'channel_unavailable',
  CALLER_REFUSED: 'caller_refused',
  UNKNOWN_REQUEST: 'unknown_request',
  INTERNAL: 'internal',
};

/** Anything thrown, as status and words. Only an error nobody expected counts as a bug of gate's. */
export function reported(error: unknown): Reported {
  if (error instanceof GateError) {
    const { code, message, hint } = error;
    return { status: statusOfError(code), reason: REASONS[code], message, ...(hint === undefined ? {} : { hint }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    status: statusOfError('INTERNAL'),
    reason: 'internal',
    message: `this is a bug in gate: ${message}`,
    hint: 'nothing was run after it; please report it with the line above',
  };
}

/** An error after the command was started: it ran, and only its end is missing from the record. */
export function unrecorded(error: unknown): Reported {
  return {
    ...reported(error),
    message: `the command ran, but its end could not be recorded: ${reported(error).message}`,
    hint: 'do not run it again only because of this; `gate show` has it as started',
  };
}

/** A policy error is several lines, because it shows the source; in any other message a line feed is somebody's data. */
export function printError(io: Io, { reason, message, hint }: Reported): void {
  const lines = (reason === 'policy_invalid' ? message.split('\n') : [message]).map(visible);
  io.stderr(`gate: ${lines.join('\n')}\n${hint === undefined ? '' : `  ${visible(hint)}\n`}`);
}

const SENTENCES: Readonly<Record<Refusal['reason'], string>> = {
  rule: 'denied by policy',
  limit: 'denied: the limit of the rule is reached',
  error: 'denied: a rule could not be evaluated',
  person: 'denied',
  nobody_can_approve: 'refused: nobody can approve this',
  no_terminal: 'refused: this needs a person at a terminal, and there is none',
  not_confirmed: 'not confirmed, nothing was run',
  cooling_down: 'refused: the same was denied a moment ago',
  too_many_open: 'refused: too many requests wait already',
  no_break_glass: 'refused: not to be run under break-glass',
  expired: 'expired: nobody decided in time',
  withdrawn: 'withdrawn',
  superseded: 'superseded by a newer request',
  revoked: 'the grant was revoked before it started',
  lapsed: 'the grant lapsed: it was not started in time',
  changed: 'what would run now is not what was approved, so nothing was run',
  ran_elsewhere: 'another waiter of the same request ran it',
};

export function votersOf({ voters, votes }: View): readonly string[] {
  return voters ?? votes.filter(({ vote }) => vote === 'approve').map(({ voter }) => voter);
}

/** Who let it run. An owner's yes to their own agent is an acknowledgement, and is called that. */
export function grantedBy(view: View): string {
  const voters = votersOf(view).map(visible).join(', ');
  return `${view.acknowledged ? 'acknowledged by the owner' : 'approved by'} ${voters}`;
}

/** What to type; printed as it stands, and given as data. */
export function answerWith(request: string, gate = 'gate'): string {
  return `${gate} answer ${request.slice(-8)} -m TEXT`;
}

/** @param gate how the requester calls gate */
export function resumeWith(request: string, gate = 'gate'): string {
  return `${gate} --resume ${request.slice(-8)}`;
}

/** `1 of owners and 2 of sre`. */
export function askedWords(approvers: readonly Pick<Approvers, 'from' | 'count'>[]): string {
  return approvers.map(({ from, count }) => `${count} of ${visible(from.join(' or '))}`).join(' and ');
}

/** The part of an approvers block that events carry. */
export function askedBlocks(approvers: readonly Approvers[]): readonly AskedBlock[] {
  return approvers.map(({ from, count, evidence }) => ({ from, count, evidence }));
}

/** The waiting is over, the request is not: who is asked, and how to go on. */
export function pendingText({ request, reason, by, text, approvers = [] }: Pending, gate?: string): string {
  const id = request.slice(-8);
  const goOn = `run the same command again, or: ${resumeWith(request, gate)}`;
  if (reason === 'question') {
    return (
      `gate: ${visible(by ?? '')} asks about ${id}: ${visible(text ?? '')}\n` +
      `  its clock stands still; answer with: ${answerWith(request, gate)} [--file F]\n` +
      `  then ${goOn}\n`
    );
  }
  const asked = approvers.length === 0 ? '' : `, asks ${askedWords(approvers)}`;
  return `gate: still pending as ${id}${asked}\n  nothing ran; to go on, ${goOn}\n`;
}

/** The same as the last line of the events. @param status how gate ends: 75, or 128 and the signal that ends it */
export function pendingEvent(
  { request, reason, by, text, approvers = [] }: Pending,
  status: number,
  gate?: string,
): Event {
  return {
    event: 'pending',
    request,
    ran: false,
    reason,
    status,
    approvers: askedBlocks(approvers),
    resume_with: resumeWith(request, gate),
    ...(reason === 'question' ? { answer_with: answerWith(request, gate) } : {}),
    ...(by === undefined ? {} : { by }),
    ...(text === undefined ? {} : { message: text }),
  };
}

/** What the one who asked can do about a refusal that no rule explains. */
export function refusalHint({ reason }: Refusal): string | undefined {
  return HINTS[reason];
}

const HINTS: Partial<Readonly<Record<Refusal['reason'], string>>> = {
  cooling_down: 'the same is asked again ten minutes after the no; ask for something else, or talk to who said it',
  too_many_open: '`gate list` shows what waits; withdraw what is not needed with `gate cancel ID`',
  no_break_glass:
    'only a person at a terminal may, whom `break_glass` of every rule that holds it names; `gate whoami`',
};

/** One line: what became of it, and who said so. */
export function refusalLine({ reason, by, text }: Refusal): string {
  const who = by === undefined ? '' : ` by ${visible(by)}`;
  const why = text === undefined || text === '' ? '' : `: ${visible(text)}`;
  return `${SENTENCES[reason]}${who}${why}`;
}

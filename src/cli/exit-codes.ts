import { DENIALS, type RefusalReason } from '../approval/answer.ts';
import type { ErrorCode } from '../errors.ts';

/** The one table of gate's own exit statuses (docs/exit-codes.md). A command's own status passes through unchanged. */
export const EXIT = {
  ok: 0,
  usage: 64,
  unavailable: 69,
  internal: 70,
  cannotWrite: 73,
  audit: 74,
  pending: 75,
  ended: 76,
  refused: 77,
  config: 78,
  cannotExecute: 126,
  notFound: 127,
} as const;

const BY_ERROR: Readonly<Record<ErrorCode, number>> = {
  USAGE: EXIT.usage,
  REQUEST_UNREADABLE: EXIT.usage,
  UNKNOWN_REQUEST: EXIT.usage,
  COMMAND_NOT_FOUND: EXIT.notFound,
  COMMAND_NOT_EXECUTABLE: EXIT.cannotExecute,
  POLICY_INVALID: EXIT.config,
  CONFIG_INVALID: EXIT.config,
  CANNOT_WRITE: EXIT.cannotWrite,
  AUDIT_UNAVAILABLE: EXIT.audit,
  AUDIT_CORRUPT: EXIT.audit,
  CLOCK_BACKWARDS: EXIT.audit,
  CHANNEL_UNAVAILABLE: EXIT.unavailable,
  CALLER_REFUSED: EXIT.refused,
  INTERNAL: EXIT.internal,
};

export function statusOfError(code: ErrorCode): number {
  return BY_ERROR[code];
}

/** A no is 77; an end without a no is 76: ask anew. */
export function statusOfRefusal(reason: RefusalReason): number {
  return DENIALS.has(reason) ? EXIT.refused : EXIT.ended;
}

/** What the shell reports for a death by signal, where dying of the same signal is not possible. */
export function statusOfSignal(signal: number): number {
  return 128 + signal;
}

/** The status a failed `exec` deserves: 127 only when the file is not there. */
export function statusOfErrno(errno: string): number {
  return errno === 'ENOENT' ? EXIT.notFound : EXIT.cannotExecute;
}

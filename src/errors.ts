/**
 * The one error type. Denied, refused and expired are outcomes (values), not errors; an error is something that should
 * not have happened, and on every error nothing runs.
 */

/** Closed list: `cli/exit-codes.ts` maps each code to its exit status. */
export const ERROR_CODES = [
  'USAGE', // the command line of gate itself
  'COMMAND_NOT_FOUND',
  'COMMAND_NOT_EXECUTABLE',
  'REQUEST_UNREADABLE', // process facts that cannot be captured exactly (bytes, deleted cwd)
  'POLICY_INVALID',
  'CONFIG_INVALID',
  'CANNOT_WRITE', // a file that is no part of the record cannot be put where it belongs
  'AUDIT_UNAVAILABLE', // cannot open, lock or write the log
  'AUDIT_CORRUPT', // the log does not verify, or is not a log
  'CLOCK_BACKWARDS',
  'CHANNEL_UNAVAILABLE',
  'CALLER_REFUSED', // the service does not know who calls, or they may not do this there
  'UNKNOWN_REQUEST', // no such id
  'INTERNAL', // a bug in gate
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class GateError extends Error {
  readonly code: ErrorCode;
  /** What to do next, one sentence. */
  readonly hint: string | undefined;

  /** @param message what failed, on which thing; lower case, no full stop, never a secret */
  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GateError';
    this.code = code;
    this.hint = options.hint;
  }
}

/** The errno name of a failed system call (`ENOENT`), or '' for anything else. */
export function errno(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

import { type ErrorCode, GateError } from '../errors.ts';
import { NeedsInput } from './run/needs-input.ts';

/** An error as RFC 9457 has it: gate's closed codes for programs, the words for people. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly hint?: string;
}

/** What only an API can say, beside gate's own codes. */
export type ProblemCode =
  | ErrorCode
  | 'UNAUTHENTICATED'
  | 'NOT_YOURS'
  | 'NOT_FOUND'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'NEEDS_INPUT'
  | 'CONFLICT'
  | 'MISDIRECTED';

export const PROBLEM_TYPE = 'application/problem+json';

/** The status of each code, and so the closed list of them. */
export const STATUS: Readonly<Record<ProblemCode, number>> = {
  USAGE: 400,
  COMMAND_NOT_FOUND: 422,
  COMMAND_NOT_EXECUTABLE: 422,
  REQUEST_UNREADABLE: 422,
  POLICY_INVALID: 503,
  CONFIG_INVALID: 503,
  CANNOT_WRITE: 503,
  AUDIT_UNAVAILABLE: 503,
  AUDIT_CORRUPT: 503,
  CLOCK_BACKWARDS: 503,
  CHANNEL_UNAVAILABLE: 503,
  CALLER_REFUSED: 403,
  UNKNOWN_REQUEST: 404,
  INTERNAL: 500,
  UNAUTHENTICATED: 401,
  NOT_YOURS: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  NEEDS_INPUT: 422,
  CONFLICT: 409,
  MISDIRECTED: 421,
};

/** Thrown by handlers; everything else that is thrown is a bug and says no more than that. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly hint: string | undefined;
  /** After this the same may be tried again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, message: string, hint?: string, retryAfterSeconds?: number) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The headers that go with it. */
export function problemHeaders(error: unknown): Readonly<Record<string, string>> {
  const seconds = error instanceof ApiError ? error.retryAfterSeconds : undefined;
  return {
    'content-type': PROBLEM_TYPE,
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    ...(error instanceof ApiError && error.code === 'UNAUTHENTICATED'
      ? { 'www-authenticate': 'Bearer realm="gate"' }
      : {}),
  };
}

/** @returns what the caller is told; an error nobody expected tells nothing of itself */
export function problemOf(error: unknown): Problem {
  const known = error instanceof ApiError || error instanceof GateError ? error : undefined;
  const code = error instanceof NeedsInput ? 'NEEDS_INPUT' : (known?.code ?? 'INTERNAL');
  return {
    type: 'about:blank',
    title: known?.message ?? 'this is a bug in gate; nothing was run after it',
    status: STATUS[code],
    code,
    ...(known?.hint === undefined ? {} : { hint: known.hint }),
  };
}

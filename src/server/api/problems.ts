import type { ProblemCode } from '../problem.ts';
import type { Route } from './route.ts';

/** Everything that a route can refuse with, but for a bug in gate (`INTERNAL`). */
export function problemsOf({ who, path, body, idempotent, problems = [] }: Route): readonly ProblemCode[] {
  const codes: ProblemCode[] = [];
  if (!who.includes('anybody')) codes.push('USAGE', 'UNAUTHENTICATED', 'NOT_YOURS', 'TOO_MANY', ...LOG);
  if (path.includes('{')) codes.push('NOT_FOUND', 'UNKNOWN_REQUEST');
  if (body !== undefined) codes.push('TOO_LARGE');
  if (idempotent) codes.push('CONFLICT');
  return [...new Set([...codes, ...problems])];
}

/** The record cannot be read or written now; nothing was done. */
const LOG: readonly ProblemCode[] = [
  'AUDIT_UNAVAILABLE',
  'AUDIT_CORRUPT',
  'CLOCK_BACKWARDS',
  'CANNOT_WRITE',
  'CONFIG_INVALID',
];

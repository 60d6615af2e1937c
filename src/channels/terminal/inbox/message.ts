import { GateError } from '../../../errors.ts';

/** An error in one line, with what helps. */
export function messageOf(error: unknown): string {
  if (error instanceof GateError) return error.hint === undefined ? error.message : `${error.message} (${error.hint})`;
  return error instanceof Error ? error.message : String(error);
}

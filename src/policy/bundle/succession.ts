import { GateError } from '../../errors.ts';
import type { Bundle } from './bundle.ts';
import { second } from './statement.ts';

/** Which bundle may follow which. Pure. */

export const LARGEST_BUNDLE = 16 * 1024 * 1024;

/** Why this bundle may not come into force after that one, in half a sentence; undefined when it may. */
export function objectionTo(
  { statement: { name, version, created, expires }, digest }: Pick<Bundle, 'statement' | 'digest'>,
  wanted: { readonly name: string; readonly now: number },
  before: Pick<Bundle, 'statement' | 'digest'> | undefined,
): string | undefined {
  const { now } = wanted;
  if (name !== wanted.name) return `is the bundle \`${name}\`, and \`${wanted.name}\` is wanted`;
  if (created > now + CLOCKS_DIFFER) return `says that it was made at ${second(created)}, and it is ${second(now)}`;
  if (before?.digest === digest) return undefined;
  if (expires !== undefined && expires <= now) return `expired at ${second(expires)}`;
  if (before === undefined || version > before.statement.version) return undefined;
  const { version: highest } = before.statement;
  return version < highest
    ? `is version ${version}, and ${highest} was in force`
    : `is version ${version} as the one in force, and says something else`;
}

export function refusedBundle(message: string, hint?: string): GateError {
  return new GateError('POLICY_INVALID', message, hint === undefined ? {} : { hint });
}

/** As much as two clocks may differ. */
const CLOCKS_DIFFER = 10 * 60_000;

import { z } from 'zod';
import type { Claimed } from '../caller.ts';
import { checkedJson } from './checked.ts';
import { claimed } from './fields.ts';

/** What a caller says about itself, in the header `Gate-Claims`: it only ever takes rights away. */
export const CLAIMS = z.strictObject({
  kind: claimed(z.enum(['agent', 'pipeline'])).optional(),
  harness: claimed(z.string().max(64)).optional(),
  session: claimed(z.string().max(256)).optional(),
  supervised: claimed(z.boolean()).optional(),
  tty: claimed(z.boolean()),
});

/** @throws ApiError USAGE */
export function claimsOf(header: string | null | undefined): Claimed {
  // Whoever claims nothing has no terminal.
  return header === null || header === undefined ? { tty: false } : checkedJson(CLAIMS, header, 'Gate-Claims');
}

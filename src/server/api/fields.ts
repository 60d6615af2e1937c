import { z } from 'zod';

/**
 * The fields that callers send. Each says where its truth comes from (IPC-09): `observed` is checked by the service against what it knows by
 * itself, and refused when it differs; `claimed` is the caller's word, and may only make the answer stricter.
 */
export const observed = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [ORIGIN]: 'observed' });
export const claimed = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [ORIGIN]: 'claimed' });

/** The same for everything in it: nothing below has a mark of its own. */
export const allClaimed = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.meta({ [ORIGIN]: 'claimed', [BELOW]: 'claimed' });

/** The names of the marks, in schemas and in OpenAPI. */
export const ORIGIN = 'x-gate-origin';
export const BELOW = 'x-gate-origin-below';

/** Words that people read: characters, at most. */
export const words = z.string().max(2000);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
export const nonce = z.string().regex(/^[0-9a-f]{32}$/);
/** Since 1970. */
export const milliseconds = z.number().int().nonnegative().max(8_640_000_000_000_000);
/** As the kernel has them: any text without NUL. */
export const argument = z
  .string()
  .max(256 * 1024)
  .regex(/^[^\0]*$/, 'holds a NUL');
/** A whole number in a query. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,15})$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`);
/** Yes or no in a query. */
export const flag = z.enum(['0', '1']).transform((text) => text === '1');

/** What people say about taking something back. */
export const takeBack = z.strictObject({ text: claimed(words).optional() });

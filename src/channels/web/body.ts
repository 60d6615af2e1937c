import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Characters of a body; the longest has an answer in it. */
const LONGEST = 64 * 1024;

/** What a form sent, each field once. @throws Refusal 400, 413, 415 */
export async function form<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  requireType(request, 'application/x-www-form-urlencoded');
  const fields = [...new URLSearchParams(await text(request))];
  const names = new Set(fields.map(([name]) => name));
  if (names.size !== fields.length) throw new Refusal(400, 'the form has a field twice: nothing was done');
  // An empty field is one that nobody filled in.
  return checked(schema, Object.fromEntries(fields.filter(([, value]) => value !== '')));
}

/** What the script sent. @throws Refusal 400, 413, 415 */
export async function json<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  requireType(request, 'application/json');
  let value: unknown;
  try {
    value = JSON.parse(await text(request));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'that is not JSON: nothing was done');
  }
  return checked(schema, value);
}

function requireType({ headers }: Request, type: string): void {
  if ((headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() !== type) {
    throw new Refusal(415, 'that is not what a page of gate sends: nothing was done');
  }
}

async function text(request: Request): Promise<string> {
  const whole = await request.text();
  if (whole.length > LONGEST) throw new Refusal(413, 'that is too long: nothing was done');
  return whole;
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(400, `${issue?.path.join('.') || 'the form'}: ${issue?.message ?? 'wrong'}; nothing was done`);
}

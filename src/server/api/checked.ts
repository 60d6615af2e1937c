import type { z } from 'zod';
import { strictObject } from '../identity/strict-json.ts';
import { ApiError } from '../problem.ts';
import type { Clean } from './route.ts';

/**
 * A body or header as its schema has it: a JSON object in which every member has one value.
 *
 * @param where what it is called in the message
 * @throws ApiError USAGE, naming what is wrong and where
 */
export function checkedJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  where: string,
): Clean<z.infer<Schema>> {
  const value = strictObject(text);
  if (value === undefined)
    throw new ApiError('USAGE', `${where} is not a JSON object in which every member is there once`);
  const found = checked(schema, value, where);
  // Half a character is one thing in a digest and another in an argument.
  if (!isWellFormed(found)) throw new ApiError('USAGE', `${where} holds half a character, a lone surrogate`);
  return found;
}

/** @throws ApiError USAGE */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): Clean<z.infer<Schema>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return clean(parsed.data);
  const [issue] = parsed.error.issues;
  throw new ApiError('USAGE', `${where}: ${[...(issue?.path ?? []), issue?.message ?? ''].join('.')}`);
}

function clean<Value>(value: Value): Clean<Value> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as Clean<Value>;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Clean<Value>;
}

/** @param value not deeper than a schema goes */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => name.isWellFormed() && isWellFormed(each));
}

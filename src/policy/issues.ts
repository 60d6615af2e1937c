import type { z } from 'zod';
import { printable } from './diagnostic.ts';
import { policySchema } from './document.ts';

/** What the schema found wrong, in the words of somebody who writes policies rather than schemas. */

export type Issue = z.core.$ZodIssue;

/** A union tells only that no branch fits; the branch that came furthest tells what is wrong. */
export function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const close = issue.errors.filter(
      (branch) => !branch.some((one) => one.code === 'invalid_type' && one.path.length === 0),
    );
    const best = close.sort((a, b) => a.length - b.length)[0];
    if (best === undefined) return [issue];
    return flatten(best.map((one) => ({ ...one, path: [...issue.path, ...one.path] })));
  });
}

export function message(issue: Issue, present: boolean): string {
  const last = issue.path.at(-1);
  const field =
    typeof last === 'number' ? `\`${String(issue.path.at(-2))}\` number ${last + 1}` : `\`${String(last)}\``;
  const subject = issue.path.length === 0 ? 'the policy' : field;
  if (!present) return `${subject} is missing`;
  switch (issue.code) {
    case 'invalid_type':
      return `${subject} must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return last === 'version'
        ? 'unknown `version`: this gate reads version 1'
        : `${subject} must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return `${subject} has the wrong form`;
    case 'invalid_format':
    case 'too_small':
    case 'too_big':
    case 'custom':
      return issue.code === 'custom' && issue.message.startsWith('`') ? issue.message : `${subject} ${issue.message}`;
    default:
      return `${subject}: ${lowered(issue.message)}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of fields',
  string: 'text',
  boolean: '`true` or `false`',
  number: 'a number',
  int: 'a whole number',
};

/** The fields a map may have, found by asking the schema along the path. */
export function fieldsAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = policySchema;
  const inner = (value: unknown): unknown => {
    const definition = (value as { def?: { innerType?: unknown } }).def;
    return definition?.innerType === undefined ? value : inner(definition.innerType);
  };
  for (const step of path) {
    const { shape, element } = (inner(schema) as { def: { shape?: Record<string, unknown>; element?: unknown } }).def;
    schema = typeof step === 'number' ? element : shape?.[String(step)];
    if (schema === undefined) return [];
  }
  return Object.keys((inner(schema) as { def: { shape?: object } }).def.shape ?? {});
}

export function lowered(text: string): string {
  return printable(text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '');
}

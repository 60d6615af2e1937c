import type { Effect } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { CommandLine } from './command-line.ts';
import {
  CUSTOM,
  DESTROYS,
  EXECUTES,
  EXPORTS,
  NOT_READS,
  NOT_SECRET,
  PRIVILEGE_SERVICES,
  PRIVILEGE_WORDS,
  READS,
  SECRET_OPERATIONS,
} from './effects-table.ts';
import { isKnownVerb } from './verbs.ts';

/** What an operation does, by its name and by the table of exceptions; undefined when its name says nothing gate knows. */
export function effectsOf(
  service: string,
  operation: string,
  operands: readonly string[],
  parameters: CommandLine['parameters'],
): readonly Effect[] | undefined {
  const key = `${service}:${operation}`;
  if (Object.hasOwn(CUSTOM, key)) return CUSTOM[key];
  if (service === 's3' || service === 'configure' || operation === '') return undefined;
  if (operation.includes(UNRESOLVED) || service.includes(UNRESOLVED)) return undefined;
  if (operation === 'wait') return ['read'];
  // After the operation only options follow, but for the few commands above.
  if (operands.length > (service === 's3api' || service === 'lambda' ? 1 : 0) + (operation.startsWith('get-') ? 1 : 0))
    return undefined;
  const first = operation.split('-')[0] as string;
  const two = operation.split('-').slice(0, 2).join('-');
  if (!isKnownVerb(first)) return undefined;
  const effects = new Set<Effect>();
  if (SECRET_OPERATIONS.test(key) && !NOT_SECRET.test(key)) effects.add('secret');
  if (EXECUTES.test(key)) effects.add('execute');
  if ((READS.has(first) || READS.has(two)) && !NOT_READS.test(key)) {
    effects.add('read');
    // Output written to a file of the caller's choice.
    if (operands.length > 0) effects.add('write').add('export');
    return [...effects];
  }
  if (parameters.has('--dry-run') && !parameters.has('--no-dry-run') && service === 'ec2') return ['read'];
  if (DESTROYS.has(first) || DESTROYS.has(two)) effects.add('destroy');
  if (PRIVILEGE_SERVICES.has(service) || PRIVILEGE_WORDS.test(operation)) effects.add('privilege');
  if (EXPORTS.test(operation)) effects.add('export');
  effects.add('write');
  return [...effects];
}

/** `describe-db-instances` -> `DescribeDBInstances`; services differ in how they write abbreviations. */
export function apiName(service: string, operation: string): string {
  if (service === 's3' || service === 'configure') return operation;
  const upper = UPPER[service] ?? NONE;
  return operation
    .split('-')
    .map((word) => (upper.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

const NONE: ReadonlySet<string> = new Set();

/** Words a service writes in capitals. */
const UPPER: Readonly<Record<string, ReadonlySet<string>>> = {
  rds: new Set(['db']),
  iam: new Set(['mfa', 'saml', 'ssh']),
  neptune: new Set(['db']),
  docdb: new Set(['db']),
};

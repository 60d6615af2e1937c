import { z } from 'zod';
import { GateError } from '../errors.ts';
import type { Io } from './io.ts';
import { auditSchemas } from './schemas/audit.ts';
import { doctorSchemas } from './schemas/doctor.ts';
import { events } from './schemas/events.ts';
import { initHarnessSchemas } from './schemas/init-harness.ts';
import { installSchemas } from './schemas/install.ts';
import { peopleSchemas } from './schemas/people.ts';
import { policySchemas } from './schemas/policy.ts';
import { reportSchemas } from './schemas/reports.ts';
import { requestSchemas } from './schemas/requests.ts';
import { tokenSchemas } from './schemas/tokens.ts';
import { webhookSchemas } from './schemas/webhook.ts';

/**
 * The shapes of everything gate prints as JSON, published by `gate schema NAME` and in docs/schemas. Within one
 * `schema_version` fields are only added: readers ignore what they do not know.
 */

export const SCHEMAS = {
  events,
  ...requestSchemas,
  ...policySchemas,
  ...reportSchemas,
  ...initHarnessSchemas,
  ...peopleSchemas,
  ...tokenSchemas,
  ...webhookSchemas,
  ...doctorSchemas,
  ...auditSchemas,
  ...installSchemas,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** As JSON Schema, the text that docs/schemas holds. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(z.toJSONSchema(SCHEMAS[name], { target: 'draft-2020-12' }), null, 2)}\n`;
}

/** @throws GateError USAGE for a name that is none */
export function printSchema(name: string | undefined, io: Pick<Io, 'stdout'>): number {
  const names = Object.keys(SCHEMAS).sort();
  if (name === undefined) io.stdout(`${names.join('\n')}\n`);
  else if (isName(name)) io.stdout(schemaText(name));
  else throw new GateError('USAGE', `there is no schema \`${name}\``, { hint: `there are ${names.join(', ')}` });
  return 0;
}

function isName(name: string): name is SchemaName {
  return Object.hasOwn(SCHEMAS, name);
}

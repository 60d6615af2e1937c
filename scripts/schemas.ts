/** Writes the published JSON Schemas, docs/schemas/*.json, from `src/cli/schemas.ts`. A test fails when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCHEMAS, type SchemaName, schemaText } from '../src/cli/schemas.ts';

const directory = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
mkdirSync(directory, { recursive: true });
for (const name of Object.keys(SCHEMAS) as SchemaName[]) writeFileSync(`${directory}${name}.json`, schemaText(name));

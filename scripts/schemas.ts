/**
 * Writes what is published about gate's formats: docs/schemas/*.json from `src/cli/schemas.ts`, and docs/openapi.json from the routes of the
 * service. Tests fail when they are stale.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCHEMAS, type SchemaName, schemaText } from '../src/cli/schemas.ts';
import { openApiText } from '../src/server/api/openapi.ts';
import { ROUTES } from '../src/server/api/routes.ts';

const directory = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
mkdirSync(directory, { recursive: true });
for (const name of Object.keys(SCHEMAS) as SchemaName[]) writeFileSync(`${directory}${name}.json`, schemaText(name));

writeFileSync(fileURLToPath(new URL('../docs/openapi.json', import.meta.url)), openApiText(ROUTES));

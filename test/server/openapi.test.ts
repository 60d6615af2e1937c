import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openApi, openApiText } from '../../src/server/api/openapi.ts';
import { ROUTES } from '../../src/server/api/routes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What is published about the API is what is mounted. */
describe('the description of the API', () => {
  const document = JSON.parse(JSON.stringify(openApi(ROUTES))) as {
    paths: Record<string, Record<string, Operation>>;
    components: { parameters: Record<string, { content?: Record<string, { schema: Schema }> }> };
  };
  interface Operation {
    readonly operationId: string;
    readonly parameters?: readonly { in: string; name: string; schema?: Schema }[];
    readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
    readonly responses: Record<string, unknown>;
  }
  const operations = Object.values(document.paths).flatMap((each) => Object.values(each));

  test('docs/openapi.json is current: `node scripts/schemas.ts` writes it', () => {
    expect(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')).toBe(openApiText(ROUTES));
  });

  test("is OpenAPI 3.1, by the OpenAPI Initiative's own schema", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(openApiText(ROUTES)))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('each operation has a name of its own, and at least one answer and one refusal or none to give', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { responses } of operations) expect(Object.keys(responses).length).toBeGreaterThan(0);
  });

  test('IPC-09 every field that a caller sends says whether it is observed or claimed', () => {
    const found = [
      ...operations.flatMap(({ operationId, requestBody, parameters = [] }) => [
        ...unmarked(requestBody?.content['application/json'].schema, operationId),
        ...parameters
          .filter((each) => each.in === 'query')
          .flatMap(({ name, schema }) => missing(schema, `${operationId}?${name}`)),
      ]),
      ...Object.entries(document.components.parameters).flatMap(([name, { content }]) =>
        unmarked(content?.['application/json']?.schema, name),
      ),
    ];
    expect(found).toEqual([]);
  });

  test('and a field without a mark would be noticed', () => {
    const marked = { type: 'string', 'x-gate-origin': 'claimed' };
    const body = {
      type: 'object',
      properties: {
        a: marked,
        b: { type: 'object', properties: { c: { type: 'string' } }, 'x-gate-origin': 'claimed' },
      },
    };
    expect(unmarked(body, 'x')).toEqual(['x.b.c']);
    expect(
      unmarked({ type: 'object', properties: { d: { type: 'string', 'x-gate-origin': 'trusted' } } }, 'x'),
    ).toEqual(['x.d']);
  });

  test('no body takes a member that it does not name', () => {
    const open = operations.flatMap(({ operationId, requestBody }) =>
      loose(requestBody?.content['application/json'].schema, operationId),
    );
    const clients = open.filter((each) => each.includes('.client.'));
    expect(open.filter((each) => !clients.includes(each))).toEqual(['submit.environment', 'start.again.environment']);
    // What a client in client mode says of its machine is by variable, path and target.
    expect(new Set(clients.map((each) => each.split('.').at(-1)))).toEqual(
      new Set(['values', 'files', 'paths', 'links', 'restorable', 'pinned', 'target', 'resource', 'scope']),
    );
  });
});

/** Paths of fields without a mark. */
function unmarked(schema: Schema | undefined, at: string): string[] {
  if (schema === undefined || schema['x-gate-origin-below'] === 'claimed') return [];
  const {
    properties = {},
    items,
    anyOf = [],
    oneOf = [],
  } = schema as {
    properties?: Record<string, Schema>;
    items?: Schema;
    anyOf?: readonly Schema[];
    oneOf?: readonly Schema[];
  };
  return [
    ...Object.entries(properties).flatMap(([name, each]) => [
      ...missing(each, `${at}.${name}`),
      ...unmarked(each, `${at}.${name}`),
    ]),
    ...unmarked(items, at),
    ...[...anyOf, ...oneOf].flatMap((each) => unmarked(each, at)),
  ];
}

function missing(schema: Schema | undefined, at: string): string[] {
  const origin = schema?.['x-gate-origin'];
  return origin === 'observed' || origin === 'claimed' ? [] : [at];
}

/** Paths of objects that take members of any name. */
function loose(schema: Schema | undefined, at: string): string[] {
  if (schema === undefined) return [];
  const {
    type,
    properties = {},
    items,
    anyOf = [],
    oneOf = [],
    additionalProperties,
  } = schema as {
    type?: string;
    properties?: Record<string, Schema>;
    items?: Schema;
    anyOf?: readonly Schema[];
    oneOf?: readonly Schema[];
    additionalProperties?: unknown;
  };
  return [
    ...(type === 'object' && additionalProperties !== false ? [at] : []),
    ...Object.entries(properties).flatMap(([name, each]) => loose(each, `${at}.${name}`)),
    ...loose(items, at),
    ...[...anyOf, ...oneOf].flatMap((each) => loose(each, at)),
  ];
}

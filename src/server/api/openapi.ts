import { z } from 'zod';
import { type ProblemCode, STATUS } from '../problem.ts';
import { CLAIMS } from './claims.ts';
import { problemsOf } from './problems.ts';
import { type AnswerOf, KEY, type Route } from './route.ts';
import { NAMED, named } from './views.ts';

/** OpenAPI 3.1 of routes, made from the schemas that check them: what is published is what is done. */
export function openApi(routes: readonly Route[]): object {
  const schemas = schemasOf(routes);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] as object, { [route.method.toLowerCase()]: operationOf(route, schemas) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'gate',
      version: 'v1',
      summary: 'Requests for commands, the people who decide them, and the record.',
      description:
        'Spoken over a unix socket, where the kernel says who calls, or over HTTPS with a token. Every member of a body says in `x-gate-origin` whether it is ' +
        '`claimed` (the word of the caller: it may only make an answer stricter) or `observed` (compared with what the service knows, and refused when it differs). ' +
        '`x-gate-who` says who may call. Members of answers are only added within a version.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }],
    paths,
    components: {
      schemas: Object.fromEntries([...NAMED.keys()].map((name) => [name, schemas(name)])),
      parameters: {
        claims: {
          name: 'Gate-Claims',
          in: 'header',
          description: 'What the caller says about itself; without it there is no terminal.',
          content: { 'application/json': { schema: inputOf(CLAIMS) } },
        },
        idempotency: {
          name: 'Idempotency-Key',
          in: 'header',
          description:
            'Of the caller’s choice; the same call again with it is answered as the first was, for 24 hours.',
          schema: { type: 'string', pattern: KEY.source },
        },
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** As the file docs/openapi.json holds it. */
export function openApiText(routes: readonly Route[]): string {
  return `${JSON.stringify(openApi(routes), null, 2)}\n`;
}

export const problem = named(
  'Problem',
  z
    .strictObject({
      type: z.literal('about:blank'),
      title: z.string().describe('what failed, for people'),
      status: z.number().int(),
      code: z.enum(Object.keys(STATUS) as [ProblemCode, ...ProblemCode[]]),
      hint: z.string().optional().describe('what to do next'),
    })
    .describe('RFC 9457, with a closed list of codes for programs'),
);

type SchemaNamed = (name: string) => object;

/** All schemas of answers in one go, so that those with a name refer to each other. */
function schemasOf(routes: readonly Route[]): SchemaNamed {
  const all = z.registry<{ readonly id: string }>();
  for (const [id, schema] of NAMED) all.add(schema, { id });
  for (const route of routes) {
    for (const [at, schema] of jsonOf(route)) if (!all.has(schema)) all.add(schema, { id: at });
  }
  const { schemas } = z.toJSONSchema(all, { io: 'output', uri: (id) => `#/components/schemas/${id}` });
  return (name) => plain(schemas[name] ?? {});
}

function jsonOf(route: Route): [string, z.ZodType][] {
  return Object.entries(route.answers).flatMap(([status, answer]) => {
    const at = `${route.operationId}.${status}`;
    if ('json' in answer) return [[at, answer.json]];
    if (!('events' in answer)) return [];
    return Object.entries(answer.events).flatMap(([event, schema]) => (schema ? [[`${at}.${event}`, schema]] : []));
  });
}

function operationOf(route: Route, schemas: SchemaNamed): object {
  const known = !route.who.includes('anybody');
  const parameters = [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', maxLength: 64 },
    })),
    ...(route.query === undefined ? [] : queryOf(route.query)),
    ...(known ? [{ $ref: '#/components/parameters/claims' }] : []),
    ...(route.idempotent ? [{ $ref: '#/components/parameters/idempotency' }] : []),
  ];
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    'x-gate-who': route.who,
    ...(known ? {} : { security: [{}] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: inputOf(route.body) } } } }),
    responses: { ...answersOf(route, schemas), ...refusalsOf(route) },
  };
}

function queryOf(query: z.ZodType): object[] {
  const { properties = {}, required = [] } = inputOf(query) as {
    properties?: Record<string, Record<string, unknown>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(required.includes(name) ? { required: true } : {}),
    schema,
  }));
}

function answersOf(route: Route, schemas: SchemaNamed): object {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, answer]) => [
      status,
      { description: answer.summary, ...contentOf(answer, `${route.operationId}.${status}`, schemas) },
    ]),
  );
}

function contentOf(answer: AnswerOf, at: string, schemas: SchemaNamed): object {
  const ref = (schema: z.ZodType, name: string) => {
    const known = [...NAMED].find(([, each]) => each === schema)?.[0];
    return known === undefined ? schemas(name) : { $ref: `#/components/schemas/${known}` };
  };
  if ('json' in answer) return { content: { 'application/json': { schema: ref(answer.json, at) } } };
  if ('type' in answer) return { content: { [answer.type]: {} } };
  if ('empty' in answer) return {};
  const events = Object.entries(answer.events).map(([event, schema]) => [
    event,
    schema === null ? { type: 'string', const: '' } : ref(schema, `${at}.${event}`),
  ]);
  return {
    content: {
      'text/event-stream': { schema: { type: 'string' }, 'x-gate-events': Object.fromEntries(events) },
    },
  };
}

/** Problems by their status, each with the codes that it can have here. */
function refusalsOf(route: Route): object {
  const codes = problemsOf(route);
  const statuses = [...new Set(codes.map((code) => STATUS[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses
      .filter((status) => !(status in route.answers))
      .map((status) => [
        status,
        {
          description: codes.filter((code) => STATUS[code] === status).join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

function inputOf(schema: z.ZodType): object {
  return plain(z.toJSONSchema(schema, { io: 'input' }));
}

function plain({ $schema, $id, ...rest }: Record<string, unknown>): object {
  return rest;
}

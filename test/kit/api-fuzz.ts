import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { ApiDriver, type Said, type Sent } from './api-driver.ts';
import { allowedBy, type Schema } from './from-schema.ts';
import { AGENT, ANN, BOB, type Service, STRANGER } from './service.ts';

/** Requests made from the description that the service itself gives, by several accounts, and what must hold of every answer. Needs root. */

export const FUZZ_POLICY = `version: 1
packs: []
default: confirm
rules:
  - { id: fine, match: { tool: echo }, decision: allow }
  - { id: ask, match: { tool: sleep }, decision: hold, approvers: { from: [sre], count: 1 } }
  - { id: never, match: { tool: rm }, decision: deny }
`;

/** Far away, but for streams: what is looked for is not in the limits. */
export const FUZZ_LIMITS = 'limits: { calls: { per_second: 1000000, burst: 1000000 } }\n';

export interface Fuzzed {
  /** What is wrong, in sentences: of each kind the first. */
  readonly wrong: readonly string[];
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers of success, by operation. */
  readonly reached: Readonly<Record<string, number>>;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly parameters?: readonly { name?: string; in?: string; schema?: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

interface Document {
  readonly paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly parameters: Record<string, never> };
}

const CALLERS = { ann: ANN, bob: BOB, agent: AGENT, stranger: STRANGER, root: 0 } as const;
type Who = keyof typeof CALLERS;

/** Words in requests, by whom only some may read. */
export const OF_AGENT = 'target-of-the-agent';
export const OF_BOB = 'target-of-bob';
const HIDDEN: Readonly<Partial<Record<Who, readonly string[]>>> = { agent: [OF_BOB], stranger: [OF_AGENT, OF_BOB] };

const BATCH = 400;

export async function fuzz(
  service: Service,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Fuzzed> {
  const drivers = Object.fromEntries(
    Object.entries(CALLERS).map(([who, uid]) => [who, new ApiDriver(service.socket, uid)]),
  ) as Record<Who, ApiDriver>;
  try {
    const served = await drivers.stranger.call({ method: 'GET', path: '/v1/openapi.json' });
    const document = JSON.parse(served.body) as Document;
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, rest]) => ({ ...rest, path, method: method.toUpperCase() })),
    );
    const check = checker(document, operations);
    const wrong = new Map<string, string>();
    const statuses: Record<string, number> = {};
    const reached: Record<string, number> = {};
    for (let done = 0; done < runs; done += BATCH) {
      const pool = await poolOf(service);
      const asked = fc.sample(hostile(document, operations, pool), {
        numRuns: Math.min(BATCH, runs - done),
        seed: seed + done,
      });
      await Promise.all(
        asked.map(async ({ who, operation, sent }) => {
          const said = await drivers[who].call(sent);
          statuses[said.status] = (statuses[said.status] ?? 0) + 1;
          if (said.status < 300 && operation !== undefined)
            reached[operation.operationId] = (reached[operation.operationId] ?? 0) + 1;
          for (const words of check(who, sent, said)) {
            const kind = words.split(': {')[0] ?? '';
            if (!wrong.has(kind)) wrong.set(kind, words);
          }
        }),
      );
    }
    return { wrong: [...wrong.values()], statuses, reached };
  } finally {
    await Promise.all(Object.values(drivers).map((each) => each[Symbol.asyncDispose]()));
  }
}

/** What there is to be asked about. */
interface Pool {
  readonly ids: readonly string[];
  readonly digests: readonly string[];
}

async function poolOf(service: Service): Promise<Pool> {
  const nth = Math.floor(Math.random() * 1e9);
  await service.ask({ argv: ['sleep', OF_AGENT, String(nth)] });
  await service.ask({
    argv: ['sleep', OF_BOB, String(nth)],
    principal: { kind: 'person', id: 'person:bob', known: 'os' },
  });
  const known = await service.broker.list({ limit: 20 });
  const { view } = known[0] ?? {};
  return {
    ids: known.map(({ id }) => id),
    digests: [...known.map(({ view: { digest } }) => digest), ...(view === undefined ? [] : [view.shape.digest])],
  };
}

interface Try {
  readonly who: Who;
  readonly operation: Operation | undefined;
  readonly sent: Sent;
}

function hostile(document: Document, operations: readonly Operation[], pool: Pool): fc.Arbitrary<Try> {
  const who = fc.constantFrom(...(Object.keys(CALLERS) as Who[]));
  const known = fc
    .constantFrom(...operations, ...operations.filter(({ operationId }) => OFTEN.has(operationId)))
    .chain((operation) =>
      fc
        .record({
          who,
          id: ids(pool),
          query: queryOf(operation),
          body: bodyOf(operation, pool),
          headers: headersOf(document),
          method: fc.oneof({ weight: 30, arbitrary: fc.constant(operation.method) }, { weight: 1, arbitrary: METHODS }),
        })
        .map(({ who: caller, id, query, body, headers, method }) => ({
          who: caller,
          operation: method === operation.method ? operation : undefined,
          sent: sentOf(method, `${operation.path.replaceAll(/\{\w+\}/g, id)}${query}`, headers, body),
        })),
    );
  const strange = fc
    .record({
      who,
      path: PATHS,
      method: METHODS,
      headers: headersOf(document),
      body: fc.oneof(BROKEN, fc.constant('')),
    })
    .map(({ who: caller, path, method, headers, body }) => ({
      who: caller,
      operation: undefined,
      sent: sentOf(method, path, headers, body),
    }));
  return fc.oneof({ weight: 15, arbitrary: known }, { weight: 1, arbitrary: strange });
}

function sentOf(method: string, path: string, headers: Readonly<Record<string, string>>, body: string): Sent {
  const open = /changes/.test(path);
  const bare = method === 'GET' || method === 'HEAD' || body === '';
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return {
    method,
    path,
    headers: bare ? headers : { ...length, ...headers },
    ...(bare ? {} : { body }),
    ...(open ? { open } : {}),
  };
}

/** What changes most, more often than the rest. */
const OFTEN: ReadonlySet<string> = new Set(['submit', 'vote', 'ask', 'answer']);

const METHODS = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
);

const PATHS = fc.oneof(
  fc.constantFrom(
    '/',
    '/v1',
    '/v1/',
    '//v1/whoami',
    '/v1/requests/',
    '/v1/../healthz',
    '/v1/requests/%2e%2e/grants',
    '*',
  ),
  fc.constantFrom(
    '/V1/requests',
    '/v2/requests',
    '/v1/requests/x/y/z',
    '/v1/requests?limit',
    '/%00',
    '/v1/%ff',
    '/v1/requests#x',
  ),
  fc.string({ maxLength: 60 }).map((text) => `/${encodeURI(text.toWellFormed())}`),
);

function ids({ ids: real }: Pool): fc.Arbitrary<string> {
  const some = fc.constantFrom(...real);
  return fc.oneof(
    { weight: 8, arbitrary: some },
    { weight: 2, arbitrary: some.map((id) => id.slice(-8)) },
    { weight: 1, arbitrary: fc.uuid() },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          '..',
          '.',
          '%2e%2e%2f%2e%2e',
          '%2fetc%2fpasswd',
          '%00',
          '%',
          '%zz',
          '%25',
          '_',
          '*',
          "'%20or%201=1--",
          '0',
          '-1',
        ],
        ...[
          '__proto__',
          'constructor',
          'a'.repeat(300),
          '%f0%9f%92%a9',
          '%ed%a0%80',
          ';id',
          '%0d%0aX:y',
          'null',
          '{id}',
        ],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.string({ minLength: 1, maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
    },
  );
}

function queryOf({ parameters = [] }: Operation): fc.Arbitrary<string> {
  const own = parameters.filter((each) => each.in === 'query');
  const value = (schema: Schema = {}) =>
    fc.oneof(
      { weight: 3, arbitrary: allowedBy(schema, () => undefined).map(String) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '-1', '1e9', '999999999999999999999', 'NaN', '0x10', 'true', '1;2', '%00'),
      },
    );
  const pairs = own.map(({ name = '', schema }) =>
    value(schema).map((text) => `${name}=${encodeURIComponent(text.toWellFormed())}`),
  );
  const all = fc.tuple(...pairs.map((each) => fc.option(each, { nil: '', freq: 3 })));
  return fc
    .tuple(
      all,
      fc.constantFrom(
        ...Array<string>(12).fill(''),
        'x=1',
        'open=1&open=0',
        '__proto__=1',
        'limit=1&limit=2',
        '&&',
        '=',
      ),
    )
    .map(([given, more]) => [...given, more].filter((each) => each !== '').join('&'))
    .map((query) => (query === '' ? '' : `?${query}`));
}

function bodyOf({ requestBody, operationId }: Operation, pool: Pool): fc.Arbitrary<string> {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) return fc.constantFrom('', '', '{}', 'x');
  const right = allowedBy(schema, (pattern) =>
    pattern.startsWith('^sha256:')
      ? fc.constantFrom(...pool.digests)
      : pattern.startsWith('^\\/')
        ? fc.constantFrom('/', '/tmp')
        : undefined,
  );
  const meant =
    operationId === 'submit' ? right.chain((body) => COMMANDS.map((argv) => ({ ...(body as object), argv }))) : right;
  return fc.oneof(
    { weight: 10, arbitrary: fc.oneof(meant, right).map((value) => JSON.stringify(value)) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(right, fc.nat(), STRANGE)
        .map(([value, at, strange]) => JSON.stringify(mutated(value, at, strange))),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(right, STRANGE)
        .map(([value, strange]) => twice(JSON.stringify(value), JSON.stringify(strange) ?? '0')),
    },
    { weight: 2, arbitrary: BROKEN },
  );
}

/** Nothing of these is run: the connection of a run is never opened. */
const COMMANDS = fc.constantFrom(
  ['echo', 'x'],
  ['sleep', '0'],
  ['rm', '/nonexistent'],
  ['id'],
  ['sh', '-c', 'id'],
  ['nothing-is-called-this'],
);

const STRANGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    0.5,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'x'.repeat(3000),
    [],
    {},
    [[]],
    { a: { b: {} } },
  ),
  fc.constantFrom<unknown>(
    'person:ann',
    'sha256:',
    '../../etc/passwd',
    '<script>',
    '%{x}',
    '\u202e',
    'ａ',
    '\u001b[2J',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** With one of its members missing, of another kind, or too many. */
function mutated(value: unknown, at: number, strange: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return strange;
  const names = Object.keys(value);
  const [what, name] = [at % 4, names[Math.floor(at / 4) % Math.max(names.length, 1)] ?? 'x'];
  if (what === 0) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  if (what === 1) return { ...value, [name]: strange };
  if (what === 2)
    return { ...value, [['uid', 'principal', 'by', 'voter', 'state', 'toString', 'approved'][at % 7] ?? 'x']: strange };
  return { ...value, [name]: mutated((value as Record<string, unknown>)[name], Math.floor(at / 8), strange) };
}

/** With a member that is there twice, or that is none of an object's. */
function twice(text: string, strange: string): string {
  const first = /"([^"\\]+)":/.exec(text)?.[1] ?? 'text';
  return text.replace(/}$/, `${text.length > 2 ? ',' : ''}"${first.length % 2 ? first : '__proto__'}":${strange}}`);
}

const BROKEN = fc.oneof(
  fc.constantFrom(
    '{',
    '[]',
    'null',
    '""',
    '{"a":}',
    '{}{}',
    '\ufeff{}',
    '{"a":1e99999}',
    '{"a":NaN}',
    "{'a':1}",
    '{"__proto__":{"tty":true}}',
  ),
  fc.constantFrom(
    '['.repeat(50_000),
    '{"a":'.repeat(20_000),
    `{"a":${'9'.repeat(5000)}}`,
    `{"${'k'.repeat(70_000)}":1}`,
    '{"a":"\\ud800"}',
  ),
  fc.string({ maxLength: 80, unit: 'binary' }),
);

function headersOf({ components }: Document): fc.Arbitrary<Record<string, string>> {
  const claims = (components.parameters['claims'] as { content: Record<string, { schema: Schema }> } | undefined)
    ?.content['application/json']?.schema;
  const said = fc.oneof(
    { weight: 6, arbitrary: fc.constant('{"tty":true}') },
    { weight: 3, arbitrary: allowedBy(claims ?? {}, () => undefined).map((value) => ascii(JSON.stringify(value))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[]',
        'null',
        '{"tty":1}',
        '{"tty":true,"tty":false}',
        '{"tty":true,"uid":0}',
        'x'.repeat(9000),
      ),
    },
  );
  const types = fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/json; charset=utf-8',
        'multipart/form-data',
        'application/xml',
        '',
        'x',
      ),
    },
  );
  const more = fc.constantFrom<Record<string, string>>(
    ...Array<Record<string, string>>(10).fill({}),
    { 'idempotency-key': 'a' },
    { 'idempotency-key': 'b b' },
    { 'idempotency-key': 'x'.repeat(100) },
    { authorization: 'Bearer gate_x', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-user': 'root' },
    { 'x-http-method-override': 'DELETE', host: 'example.com:99999', 'content-encoding': 'gzip' },
    { 'gate-terminal': '{"cols":1}', accept: 'text/html', 'if-none-match': '*', range: 'bytes=0-1' },
    { connection: 'close' },
    { cookie: 'a=b; __Host-session=x', origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' },
    { 'x-large': 'y'.repeat(15_000) },
    { 'x-too-large': 'y'.repeat(20_000) },
    { expect: 'x' },
  );
  return fc
    .tuple(said, types, more)
    .map(([claim, type, rest]) => ({ 'gate-claims': claim, 'content-type': type, ...rest }));
}

function ascii(text: string): string {
  return text.replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What must hold of every answer: it is one that the description promises, and tells nobody what is not theirs. */
function checker(document: Document, operations: readonly Operation[]): (who: Who, sent: Sent, said: Said) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new Map<Schema, ReturnType<typeof ajv.compile>>();
  const isAllowed = (schema: Schema, value: unknown) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')));
      compiled.set(schema, validate);
    }
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };
  const patterns = operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

  return (who, sent, said) => {
    // What a client of HTTP does not send, and what a parser of HTTP does not take: neither is an answer of the API.
    if (said.status === -1 || isOfTheParser(sent, said)) return [];
    const path = sent.path.split(/[?#]/, 1)[0] ?? '';
    const method = sent.method === 'HEAD' ? 'GET' : sent.method;
    const operation = patterns.find((each) => each.operation.method === method && each.pattern.test(path))?.operation;
    const at = `${sent.method} ${operation?.path ?? 'elsewhere'} by ${who}`;
    const wrong = (what: string) =>
      `${at}: ${said.status}: ${what}: ${JSON.stringify(sent).slice(0, 600)} -> ${said.body.slice(0, 300)}`;
    if (said.status === 0 || (said.status >= 500 && !isSwitchedOff(operation, said)))
      return [wrong('no answer of an API')];
    const told = (HIDDEN[who] ?? []).filter((word) => said.body.includes(word) && !JSON.stringify(sent).includes(word));
    if (told.length > 0) return [wrong('it tells what is not theirs')];
    if (operation === undefined && said.status !== 404) return [wrong('there is something that is not described')];
    const promised = operation?.responses[said.status];
    if (operation !== undefined && promised === undefined) return [wrong('a status that is not described')];
    if (sent.method === 'HEAD') return said.body === '' ? [] : [wrong('HEAD has a body')];
    const type = said.headers['content-type']?.split(';')[0] ?? '';
    const content = operation === undefined ? PROBLEM : promised?.content;
    if (content === undefined) return [];
    const schema = Object.entries(content).find(([name]) => name.split(';')[0] === type)?.[1];
    if (schema === undefined) return [wrong(`the type ${type} is not described`)];
    if (!type.endsWith('json') || schema.schema === undefined) return [];
    try {
      const why = isAllowed(schema.schema, JSON.parse(said.body));
      return why === undefined ? [] : [wrong(why)];
    } catch {
      return [wrong('no JSON')];
    }
  };
}

const PROBLEM: Readonly<Record<string, { schema?: Schema }>> = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** What this service was not configured for, where the description says so. */
function isSwitchedOff(operation: Operation | undefined, { status, body }: Said): boolean {
  const said = operation?.responses[status]?.description ?? '';
  return status === 503 && said.includes('CHANNEL_UNAVAILABLE') && body.includes('"CHANNEL_UNAVAILABLE"');
}

/** Refused before it was a request: headers that are too large, or no HTTP. */
function isOfTheParser({ headers = {} }: Sent, { status, body }: Said): boolean {
  const size = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return (size > 14_000 && (status === 431 || status === 0)) || ((status === 400 || status === 417) && body === '');
}

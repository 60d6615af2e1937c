import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { checked, checkedJson } from './api/checked.ts';
import { claimsOf } from './api/claims.ts';
import type { ApiParts } from './api/parts.ts';
import { type Call, type EventStream, KEY, type Reply, type Route, type Stranger, type Who } from './api/route.ts';
import { ROUTES } from './api/routes.ts';
import type { Caller, Scope } from './caller.ts';
import { type Asking, claiming } from './identity/claimed.ts';
import { isBarred } from './identity/peer.ts';
import type { Limits } from './limits.ts';
import { type Called, type ServiceLog, UNKNOWN_ROUTE } from './log.ts';
import { requirePerson, requireRequester, requireScope, requireSight } from './may.ts';
import type { Metrics } from './metrics/metrics.ts';
import { ApiError, problemHeaders, problemOf } from './problem.ts';

/** The API, version 1 (docs/decisions/0012-serve.md): mounts what the route tables declare, and does what `api/route.ts` says before a handler is called. */

export interface AppParts extends ApiParts {
  readonly log: Pick<ServiceLog, 'called' | 'failed'>;
  readonly metrics: Pick<Metrics, 'called' | 'streamOpened'>;
  /** Aborted: streams of events end, and who listens to them connects again, to whoever comes next. */
  readonly stopping: AbortSignal;
  readonly limits: Limits;
}

const ALIVE_MILLISECONDS = 15_000;

/** What the transport hands over with each request. */
export interface Bindings {
  /** Who calls: asked where a route needs a caller. @throws ApiError UNAUTHENTICATED, NOT_YOURS, TOO_MANY */
  readonly caller: () => Promise<Caller>;
  readonly stranger: Stranger;
}

type Env = { Bindings: Bindings; Variables: { route?: string; by?: string; caller?: Caller } };

export function gateApi(parts: AppParts, routes: readonly Route[] = ROUTES): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500) parts.log.failed(c.get('route') ?? 'api', error);
    return c.body(JSON.stringify(problem), problem.status as 400, problemHeaders(error));
  });
  // Answered, not thrown: what is thrown here would pass by what hears of every call.
  app.notFound((c) => {
    const nothing = new ApiError('NOT_FOUND', 'there is nothing here');
    return c.body(JSON.stringify(problemOf(nothing)), 404, problemHeaders(nothing));
  });
  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const by = c.get('by');
    const call: Called = {
      method: c.req.method,
      route: c.get('route') ?? UNKNOWN_ROUTE,
      status: c.res.status,
      milliseconds: performance.now() - began,
      ...(by === undefined ? {} : { caller: by }),
    };
    parts.log.called(call);
    parts.metrics.called(call);
  });
  for (const route of routes) {
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      c.set('route', route.path);
      const caller = route.who.includes('anybody') ? undefined : await c.env.caller();
      parts.limits.call(caller, c.env.stranger.from);
      if (caller !== undefined) c.set('caller', caller);
      return responseOf(c, await route.handle(await callOf(c, route, caller, parts), parts), parts);
    });
  }
  return app;
}

/** @throws ApiError what keeps the caller from it */
async function callOf(
  c: Context<Env>,
  route: Route,
  caller: Caller | undefined,
  { broker }: ApiParts,
): Promise<Call<unknown, unknown>> {
  const headers = c.req.raw.headers;
  const body = async () =>
    route.body === undefined ? undefined : checkedJson(route.body, await jsonText(c), 'the body');
  if (caller === undefined) {
    return { path: {}, query: {}, body: await body(), headers, stranger: c.env.stranger } as Call<unknown, unknown>;
  }
  const asking = claiming(caller, claimsOf(headers.get('gate-claims')));
  if (isBarred(asking)) throw new ApiError('NOT_YOURS', asking.barred);
  c.set('by', asking.principal.id);
  for (const who of route.who) requireWho(who, asking);

  const path = c.req.param() as Record<string, string>;
  const query = queryOf(c, route);
  const known = route.subject === undefined ? undefined : await broker.find(path['id'] ?? '');
  if (known !== undefined) {
    requireSight(asking, known);
    if (route.who.includes('requester')) requireRequester(asking, known.view);
  }
  const key = route.idempotent ? keyOf(headers) : undefined;
  const { stranger } = c.env;
  return { asking, caller, path, query, body: await body(), known, headers, stranger, key } as Call<unknown, unknown>;
}

/** Only what says to be JSON: a form of another site's page cannot. @throws ApiError USAGE */
async function jsonText(c: Context<Env>): Promise<string> {
  if (JSON_TYPE.test(c.req.header('content-type') ?? '')) return c.req.text();
  throw new ApiError('USAGE', 'the content-type of the body must be application/json');
}

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i;

/** @throws ApiError USAGE */
function keyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key') ?? undefined;
  if (key === undefined || KEY.test(key)) return key;
  throw new ApiError('USAGE', 'an Idempotency-Key has 1 to 64 characters of ASCII, and no spaces');
}

/** @throws ApiError NOT_YOURS */
function requireWho(who: Who, asking: Asking): void {
  if (who === 'person') requirePerson(asking);
  else if (who.startsWith('scope:')) requireScope(asking, who.slice('scope:'.length) as Scope);
}

/** @throws ApiError USAGE, also for what is given twice */
function queryOf(c: Context<Env>, { query: schema }: Route): unknown {
  const given = c.req.queries();
  const twice = Object.keys(given).find((name) => given[name]?.length !== 1);
  if (twice !== undefined) throw new ApiError('USAGE', 'the query names something twice');
  const query = Object.fromEntries(Object.entries(given).map(([name, values]) => [name, values[0]]));
  if (schema !== undefined) return checked(schema, query, 'the query');
  if (Object.keys(query).length > 0) throw new ApiError('USAGE', 'nothing can be asked for in the query here');
  return {};
}

/** A stream outlasts the call that began it: this often it is looked at whether its caller is still let in. */
const KNOWN_MILLISECONDS = 20_000;

function responseOf(c: Context<Env>, reply: Reply, { log, metrics, limits, stopping }: AppParts): Response {
  if ('json' in reply) return c.json(reply.json, reply.status as 200);
  if ('bytes' in reply) {
    const { bytes, type, headers } = reply;
    return c.body(typeof bytes === 'string' ? bytes : Buffer.from(bytes), reply.status as 200, {
      'content-type': type,
      ...headers,
    });
  }
  if ('empty' in reply) return c.body(null, reply.status as 304, { ...reply.headers });
  const free = limits.stream(c.get('caller') as Caller);
  const closed = metrics.streamOpened();
  return streamSSE(c, async (stream) => {
    const over = new AbortController();
    const end = () => over.abort();
    stream.onAbort(end);
    stopping.addEventListener('abort', end);
    if (stopping.aborted) end();
    const again = setInterval(() => void c.env.caller().catch(end), KNOWN_MILLISECONDS);
    const events: EventStream = {
      send: (event, data) => stream.writeSSE({ event, data }),
      over: over.signal,
    };
    // Whoever hears nothing for long takes the service for gone.
    const alive = setInterval(() => void stream.write(': alive\n\n'), ALIVE_MILLISECONDS);
    try {
      await reply.events(events);
    } catch (error) {
      // The caller sees the stream end, connects again, and hears then what is wrong.
      log.failed(c.get('route') ?? 'api', error);
    } finally {
      clearInterval(again);
      stopping.removeEventListener('abort', end);
      clearInterval(alive);
      closed();
      free();
    }
  });
}

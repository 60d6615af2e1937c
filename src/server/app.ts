import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { z } from 'zod';
import type { Broker, Known } from '../broker/broker.ts';
import { BODIES, CLAIMS, type SubmissionBody } from './api/bodies.ts';
import type { Caller, Claimed } from './caller.ts';
import { type Asking, claiming } from './identity/claimed.ts';
import { isBarred } from './identity/peer.ts';
import { maySee, requirePerson, requireRequester, requireScope, requireSight } from './may.ts';
import { ApiError, PROBLEM_TYPE, problemOf } from './problem.ts';

/** The API, version 1 (docs/decisions/0012-serve.md). Every route begins with who calls and whether they may. */

export interface AppParts {
  readonly broker: Broker;
  /** Takes a request in: understands it, decides, records. */
  readonly submit: (asking: Asking, caller: Caller, body: SubmissionBody) => Promise<object>;
  readonly ready: () => Promise<void>;
  readonly version: string;
}

/** What the transport hands over with each request. */
export interface Bindings {
  readonly caller: Caller | undefined;
}

type Env = { Bindings: Bindings; Variables: { caller: Caller; asking: Asking } };

const MOST_LISTED = 1000;

export function gateApi({ broker, submit, ready, version }: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const problem = problemOf(error);
    return c.body(JSON.stringify(problem), problem.status as 400, { 'content-type': PROBLEM_TYPE });
  });
  app.notFound(() => {
    throw new ApiError('NOT_FOUND', 'there is nothing here');
  });

  app.get('/healthz', (c) => c.json({ alive: true, version }));
  app.get('/readyz', async (c) => {
    await ready();
    return c.json({ ready: true });
  });

  app.use('/v1/*', async (c, next) => {
    const { caller } = c.env;
    if (caller === undefined) throw new ApiError('UNAUTHENTICATED', 'who calls is not known');
    const asking = claiming(caller, claimsOf(c.req.header('gate-claims')));
    if (isBarred(asking)) throw new ApiError('NOT_YOURS', asking.barred);
    c.set('caller', caller);
    c.set('asking', asking);
    await next();
  });

  app.get('/v1/whoami', (c) => {
    const { principal, scopes, supervised, tty } = c.get('asking');
    return c.json({ principal, by: c.get('caller').by, scopes: [...scopes].sort(), supervised, tty });
  });

  app.post('/v1/requests', async (c) => {
    requireScope(c.get('asking'), 'run');
    return c.json(await submit(c.get('asking'), c.get('caller'), await body(c, BODIES.submission)), 201);
  });

  app.get('/v1/requests', async (c) => {
    const asking = c.get('asking');
    const { open, principal, limit } = c.req.query();
    const found = await broker.list({
      ...(open === undefined ? {} : { open: open === '1' }),
      ...(principal === undefined ? {} : { principal }),
      limit: Math.max(1, Math.min(Math.trunc(Number(limit)) || MOST_LISTED, MOST_LISTED)),
    });
    return c.json({ requests: found.filter(({ view }) => maySee(asking, view)) });
  });

  /** The request that a path names, by its id or the end of it, if the caller may see it. */
  const named = async (c: Context<Env>): Promise<Known> => {
    const known = await broker.find(c.req.param('id') ?? '');
    requireSight(c.get('asking'), known);
    return known;
  };

  app.get('/v1/requests/:id', async (c) => c.json(await named(c)));
  app.get('/v1/requests/:id/record', async (c) => c.json({ events: await broker.record((await named(c)).id) }));
  app.get('/v1/requests/:id/asked', async (c) => c.json(await broker.asked((await named(c)).id)));
  app.get('/v1/requests/:id/stdin', async (c) => {
    requireScope(c.get('asking'), 'vote');
    const bytes = await broker.stdin((await named(c)).id);
    if (bytes === undefined) throw new ApiError('NOT_FOUND', 'nothing is held on standard input');
    return c.body(Buffer.from(bytes), 200, { 'content-type': 'application/octet-stream' });
  });
  app.get('/v1/requests/:id/proof', async (c) =>
    c.json(await broker.proofAsked((await named(c)).id, c.get('asking').principal.id)),
  );
  app.post('/v1/requests/:id/statement', async (c) => {
    const { id } = await named(c);
    const ballot = await body(c, BODIES.statement);
    return c.json(await broker.statement(id, clean({ ...ballot, voter: c.get('asking').principal.id })));
  });

  app.post('/v1/requests/:id/votes', async (c) => {
    requirePerson(c.get('asking'));
    const { id } = await named(c);
    const ballot = await body(c, BODIES.vote);
    return c.json(await broker.vote(id, clean({ ...ballot, voter: c.get('asking').principal.id })));
  });
  app.post('/v1/requests/:id/questions', async (c) => {
    requirePerson(c.get('asking'));
    const { id } = await named(c);
    return c.json(await broker.ask(id, { ...(await body(c, BODIES.question)), by: c.get('asking').principal.id }));
  });
  app.post('/v1/requests/:id/answers', async (c) => {
    const { id } = await named(c);
    const answered = await body(c, BODIES.answer);
    return c.json(await broker.reply(id, clean({ ...answered, by: c.get('asking').principal.id })));
  });
  app.post('/v1/requests/:id/review', async (c) => {
    requirePerson(c.get('asking'));
    const { id } = await named(c);
    return c.json(await broker.review(id, { ...(await body(c, BODIES.review)), by: c.get('asking').principal.id }));
  });
  app.post('/v1/requests/:id/withdrawal', async (c) => {
    const { id } = await named(c);
    return c.json(
      await broker.withdraw(id, clean({ ...(await body(c, BODIES.takeBack)), by: c.get('asking').principal.id })),
    );
  });
  app.post('/v1/requests/:id/revocation', async (c) => {
    const { id } = await named(c);
    return c.json(
      await broker.revoke(id, clean({ ...(await body(c, BODIES.takeBack)), by: c.get('asking').principal.id })),
    );
  });
  app.post('/v1/requests/:id/confirmation', async (c) => {
    const known = await named(c);
    requireRequester(c.get('asking'), known.view);
    requirePerson(c.get('asking'));
    const { word } = await body(c, BODIES.confirmation);
    return c.json(await broker.confirm(known.id, word));
  });
  app.post('/v1/requests/:id/giving-up', async (c) => {
    const known = await named(c);
    requireRequester(c.get('asking'), known.view);
    return c.json(await broker.deny(known.id, (await body(c, BODIES.giveUp)).reason));
  });

  app.get('/v1/requests/:id/changes', async (c) => {
    const { id } = await named(c);
    let seen = Number(c.req.query('seen') ?? -1);
    return streamSSE(c, async (stream) => {
      const over = new AbortController();
      stream.onAbort(() => over.abort());
      while (!over.signal.aborted) {
        const known = await broker.get(id);
        if (known.version > seen) {
          seen = known.version;
          await stream.writeSSE({ event: 'change', data: JSON.stringify(known) });
        }
        await broker.changed(id, seen, over.signal);
      }
    });
  });
  app.get('/v1/changes', (c) => {
    requireScope(c.get('asking'), 'read');
    return streamSSE(c, async (stream) => {
      let news = () => {};
      const stop = await broker.watch(() => news());
      const over = new Promise<void>((resolve) => stream.onAbort(() => resolve()));
      let going = true;
      void over.then(() => {
        going = false;
        stop();
      });
      while (going) {
        await stream.writeSSE({ event: 'news', data: '' });
        await Promise.race([over, new Promise<void>((resolve) => (news = resolve))]);
      }
    });
  });

  app.get('/v1/grants', async (c) => {
    const asking = c.get('asking');
    const found = await broker.standings({ open: c.req.query('open') === '1', limit: MOST_LISTED });
    return c.json({ grants: found.filter(({ view }) => maySee(asking, { principal: view.principal })) });
  });
  app.post('/v1/grants/:id/revocation', async (c) =>
    c.json(
      await broker.revokeStanding(
        c.req.param('id'),
        clean({ ...(await body(c, BODIES.takeBack)), by: c.get('asking').principal.id }),
      ),
    ),
  );
  return app;
}

/** @throws ApiError USAGE, naming what is wrong and where */
async function body<Schema extends z.ZodType>(c: Context<Env>, schema: Schema): Promise<z.infer<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(await c.req.text());
  } catch {
    throw new ApiError('USAGE', 'the body is not JSON');
  }
  return checked(schema, value, 'the body');
}

/** @throws ApiError USAGE */
export function claimsOf(header: string | undefined): Claimed {
  // Whoever claims nothing has no terminal.
  if (header === undefined) return { tty: false };
  try {
    return clean(checked(CLAIMS, JSON.parse(header), 'Gate-Claims'));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('USAGE', 'Gate-Claims is not JSON');
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiError('USAGE', `${where}: ${[...(issue?.path ?? []), issue?.message ?? ''].join('.')}`);
}

/** Members that are undefined are not there. */
function clean<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}

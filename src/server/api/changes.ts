import { z } from 'zod';
import { known } from './answers.ts';
import { claimed } from './fields.ts';
import { type Route, route } from './route.ts';

/** What happens, as it happens: server-sent events. */
export const CHANGES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/requests/{id}/changes',
    operationId: 'watchRequest',
    summary: 'One request each time it changed, from the version after `seen`',
    who: ['caller'],
    subject: 'request',
    query: z.strictObject({
      seen: claimed(z.string().regex(/^(?:-1|0|[1-9][0-9]{0,14})$/))
        .transform(Number)
        .optional(),
    }),
    answers: { 200: { summary: 'A stream without an end', events: { change: known } } },
    handle: ({ known: { id }, query }, { broker }) => ({
      status: 200,
      async events({ send, over }) {
        let seen = query.seen ?? -1;
        while (!over.aborted) {
          const now = await broker.get(id);
          if (now.version > seen) {
            seen = now.version;
            await send('change', JSON.stringify(now));
          }
          // Of what the caller says to have seen nothing is waited for: it need never come.
          await broker.changed(id, now.version, over);
        }
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/changes',
    operationId: 'watchAll',
    summary: 'A sign each time the record has grown; what is new, the lists say',
    who: ['scope:read'],
    answers: { 200: { summary: 'A stream without an end', events: { news: null } } },
    handle: (_, { broker }) => ({
      status: 200,
      async events({ send, over }) {
        let news = () => {};
        const stop = await broker.watch(() => news());
        const ended = new Promise<void>((resolve) => over.addEventListener('abort', () => resolve()));
        while (!over.aborted) {
          await send('news', '');
          await Promise.race([ended, new Promise<void>((resolve) => (news = resolve))]);
        }
        stop();
      },
    }),
  }),
];

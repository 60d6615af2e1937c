import { GateError } from '../errors.ts';
import { type Away, BRIEFLY, untilBack } from './away.ts';
import type { Broker, Known, KnownStanding, Queue, Receiving, RecordedEvent, StandingReceiving } from './broker.ts';
import { bytesOf, type Connection, call, stream } from './remote-http.ts';

/** Bytes: what a command may be given as code. */
const LARGEST_STDIN = 64 * 1024 * 1024;

/** The queue of a service, over its API. Who the caller is the service knows by itself: names of voters here are not sent. */
export function remoteQueue(service: Connection, away?: Away): Queue {
  // Reading again is always safe; what changes something may have been done before the service went away.
  const get = (path: string) =>
    reaching > 0 ? call(service, 'GET', path) : untilBack(() => call(service, 'GET', path), { most: BRIEFLY });
  let reaching = 0;
  const post = (path: string, body: object) => call(service, 'POST', path, body);
  const at = (id: string, what = '') => `/v1/requests/${encodeURIComponent(id)}${what}`;

  return {
    unseen: 'nothing was looked at: a service does not look yet, and your own account would see something else',
    async reach(attempt, signal) {
      reaching++;
      try {
        return await untilBack(attempt, { signal, away });
      } finally {
        reaching--;
      }
    },
    get: async (id) => (await get(at(id))) as Known,
    find: async (id) => (await get(at(id))) as Known,
    async list({ open, principal, before, limit = Number.POSITIVE_INFINITY }) {
      const found: Known[] = [];
      for (let cursor = before; ; ) {
        const query = new URLSearchParams({
          ...(open === undefined ? {} : { open: open ? '1' : '0' }),
          ...(principal === undefined ? {} : { principal }),
          ...(cursor === undefined ? {} : { cursor }),
          limit: String(Math.min(limit - found.length, MOST_LISTED)),
        });
        const page = (await get(`/v1/requests?${query}`)) as { requests: readonly Known[]; next?: string };
        found.push(...page.requests);
        if (page.next === undefined || found.length >= limit) return found;
        cursor = page.next;
      }
    },
    record: async (id) => ((await get(at(id, '/record'))) as { events: readonly RecordedEvent[] }).events,
    asked: async (id) => (await get(at(id, '/asked'))) as Awaited<ReturnType<Broker['asked']>>,
    proofAsked: async (id) => (await get(at(id, '/proof'))) as Awaited<ReturnType<Broker['proofAsked']>>,
    async stdin(id) {
      try {
        return await bytesOf(service, at(id, '/stdin'), LARGEST_STDIN);
      } catch (error) {
        // It is for those who decide: whoever only asked knows it.
        const none: readonly string[] = ['UNKNOWN_REQUEST', 'CALLER_REFUSED'];
        if (error instanceof GateError && none.includes(error.code)) return undefined;
        throw error;
      }
    },
    statement: async (id, { voter: _, ...ballot }) =>
      (await post(at(id, '/statement'), ballot)) as Awaited<ReturnType<Broker['statement']>>,

    vote: async (id, { voter: _, ...ballot }) => (await post(at(id, '/votes'), ballot)) as Receiving,
    ask: async (id, { text = '' }) => (await post(at(id, '/questions'), { text })) as Receiving,
    reply: async (id, { by: _, ...answered }) => (await post(at(id, '/answers'), answered)) as Receiving,
    review: async (id, { by: _, ...words }) => (await post(at(id, '/review'), words)) as Receiving,
    preview: async (id) => ({ kind: 'ended', known: (await get(at(id))) as Known }),
    withdraw: async (id, { by: _, ...words }) => (await post(at(id, '/withdrawal'), words)) as Receiving,
    revoke: async (id, { by: _, ...words }) => (await post(at(id, '/revocation'), words)) as Receiving,
    stop: async (id, { by: _, ...words }) => (await post(at(id, '/stop'), words)) as Receiving,
    confirm: async (id, word) => (await post(at(id, '/confirmation'), { word })) as never,
    deny: async (id, reason) => (await post(at(id, '/giving-up'), { reason })) as never,

    async changed(id, seen, signal) {
      // A stream that ends without a word is one of a service that goes away: it is asked for again.
      for (;;) {
        for await (const _ of stream(service, at(id, `/changes?seen=${seen}`), signal)) return;
        if (signal.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS));
      }
    },
    async watch(onNews) {
      const over = new AbortController();
      void (async () => {
        while (!over.signal.aborted) {
          try {
            for await (const _ of stream(service, '/v1/changes', over.signal)) onNews();
          } catch {
            onNews();
          }
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS));
        }
      })();
      return () => over.abort();
    },

    async standings({ open }) {
      const { grants } = (await get(`/v1/grants?open=${open ? '1' : '0'}`)) as { grants: readonly KnownStanding[] };
      return grants;
    },
    revokeStanding: async (id, { by: _, ...words }) =>
      (await post(`/v1/grants/${encodeURIComponent(id)}/revocation`, words)) as StandingReceiving,
  };
}

/** In one answer. */
const MOST_LISTED = 1000;
/** A service that is being restarted is there again soon; never faster than four times a second. */
const AGAIN_MILLISECONDS = 500;

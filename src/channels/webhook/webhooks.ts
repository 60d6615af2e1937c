import type { Store } from '../../audit/log.ts';
import type { Broker } from '../../broker/broker.ts';
import type { Stream } from '../../broker/steps.ts';
import type { Webhook } from '../../config/webhooks.ts';
import { CURSORS, cursorName, Endpoint, type EndpointParts, originOf } from './endpoint.ts';
import { type MessageParts, messageOf } from './message.ts';

/** Whom the service tells what happens: docs/decisions/0016-webhooks.md. */
export interface Webhooks {
  /** How far each endpoint is behind, in the order of the file. */
  lag(): Promise<readonly Lag[]>;
  /** What is on its way is given up, and sent again the next time. */
  close(): Promise<void>;
}

export interface Lag {
  /** Scheme, host and port. */
  readonly endpoint: string;
  /** Events of the log that were not looked at, or not taken yet. */
  readonly behind: number;
  /** When the oldest of them happened that waits to be taken; milliseconds since 1970. */
  readonly oldest?: number;
  /** When a message was last taken. */
  readonly at?: number;
  readonly failing?: { readonly since: number; readonly attempts: number; readonly why: string };
  /** Since when nothing is sent any more: it answered 410. */
  readonly stopped?: number;
  /** Messages taken since the service began. */
  readonly delivered?: number;
}

export interface WebhookParts
  extends Pick<MessageParts, 'directory' | 'pageOf'>,
    Pick<EndpointParts, 'environment' | 'now' | 'random' | 'log' | 'resolve' | 'patience'> {
  readonly store: Store<Stream>;
  readonly broker: Pick<Broker, 'watch'>;
  readonly sleep?: EndpointParts['sleep'];
}

/**
 * Begins to send. Once this has resolved, no event that is appended from now on is missed, whatever happens to this process.
 *
 * @throws GateError AUDIT_UNAVAILABLE
 */
export async function openWebhooks(hooks: readonly Webhook[], parts: WebhookParts): Promise<Webhooks> {
  const { store, broker, sleep = rest } = parts;
  const wanted = hooks.map(({ url, start }) => ({ name: cursorName(url), start }));
  const cursors = new Map((await store.keepCursors(CURSORS, wanted)).map((cursor) => [cursor.name, cursor]));
  const { log: origin } = await store.head();
  const endpoints = hooks.map((hook) => {
    const name = cursorName(hook.url);
    return new Endpoint(hook, cursors.get(name) ?? { name, next: 0 }, {
      ...parts,
      origin,
      sleep,
      message: (entry, names) => messageOf(origin, entry, names, parts),
    });
  });
  const running = endpoints.map((endpoint) => endpoint.run());
  const unwatch = await broker.watch(() => {
    for (const endpoint of endpoints) endpoint.poke();
  });
  return {
    async lag() {
      const { size } = await store.head();
      return endpoints.map(({ hook, cursor, oldest, delivered }) => ({
        ...lagOf(hook, cursor, size),
        delivered,
        ...(oldest === undefined ? {} : { oldest }),
      }));
    },
    async close() {
      unwatch();
      for (const endpoint of endpoints) endpoint.stop();
      await Promise.all(running);
    },
  };
}

function lagOf(hook: Webhook, { next, at, failing, stopped }: Endpoint['cursor'], size: number): Lag {
  return {
    endpoint: originOf(hook),
    behind: Math.max(0, size - next),
    ...(at === undefined ? {} : { at }),
    ...(failing && { failing: { since: failing.since, attempts: failing.attempts, why: failing.why } }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}

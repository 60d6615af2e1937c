import { join } from 'node:path';
import type { WebhookParts, Webhooks } from '../../../src/channels/webhook/webhooks.ts';
import { openWebhooks } from '../../../src/channels/webhook/webhooks.ts';
import { MESSAGES, type Webhook } from '../../../src/config/webhooks.ts';
import { until } from '../../kit/host.ts';
import { directory, Queue, random } from '../../kit/queue.ts';
import { SECRET } from '../../kit/receiver.ts';

export const ANN = 'person:ann';
export const BOB = 'person:bob';
export const PEOPLE = directory({ sre: [ANN, BOB] });
export const AGENT = { id: 'agent:bot@carl', owner: 'person:carl' } as const;

/** The real broker and log, and webhooks out of it. Pauses are noted and take no time. */
export class Outbox implements AsyncDisposable {
  readonly queue: Queue;
  readonly slept: number[] = [];
  readonly said: string[] = [];
  readonly environment: Record<string, string> = { HOOK: SECRET };
  #open: Webhooks | undefined;

  constructor(home?: string) {
    this.queue = new Queue(PEOPLE, { clock: () => Date.now(), ...(home === undefined ? {} : { home }) });
  }

  async send(
    hooks: readonly (Partial<Webhook> & { url: string })[],
    more: Partial<WebhookParts> = {},
  ): Promise<Webhooks> {
    const whole = hooks.map(
      (hook): Webhook => ({ secrets: [{ env: 'HOOK' }], events: MESSAGES, start: false, ...hook }),
    );
    this.#open = await openWebhooks(whole, {
      store: this.queue.store,
      broker: this.queue.broker,
      directory: { ...PEOPLE, refresh: async () => {} },
      environment: this.environment,
      now: () => Date.now(),
      random,
      log: (line) => this.said.push(line),
      sleep: async (milliseconds, signal) => {
        this.slept.push(milliseconds);
        // A turn of the event loop, so that others get on.
        await new Promise((resolve) => setTimeout(resolve, signal.aborted ? 0 : 2));
      },
      ...more,
    });
    return this.#open;
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }

  get path(): string {
    return join(this.queue.home, 'audit.db');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    this.queue[Symbol.dispose]();
  }
}

export { until };

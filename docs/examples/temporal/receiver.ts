// Takes gate's webhooks, and makes workflows and signals of them.
import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** What a workflow is told of a request that waits. */
export interface Held {
  readonly id: string;
  readonly digest: string;
  readonly title: string;
  readonly command: readonly string[];
  readonly people: readonly string[];
  readonly expires_at: string;
}

export interface Engine {
  /** Starts the workflow of this id; one that is there already is left alone. */
  start(workflow: string, held: Held): Promise<void>;
  /** Whoever is not there any more needs no signal. */
  signal(workflow: string, name: 'over', state: string): Promise<void>;
}

/** The answer is given when the engine has it: until then gate keeps the message, and sends it again. */
export function receiver(secret: string, engine: Engine): Server {
  const webhook = new Webhook(secret);
  return createServer(async (incoming, outgoing) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const { type, data } = webhook.verify(Buffer.concat(chunks).toString(), incoming.headers as never) as never;
      await take(type, data, engine);
      outgoing.writeHead(204).end();
    } catch (error) {
      outgoing.writeHead((error as Error).name === 'WebhookVerificationError' ? 401 : 500).end();
    }
  });
}

// biome-ignore lint/suspicious/noExplicitAny: docs/schemas/webhook.json says what it is
async function take(type: string, { request, card }: any, engine: Engine): Promise<void> {
  if (request === undefined) return;
  const workflow = `gate-${request.id}`;
  if (type === 'request.held') {
    const { id, digest, people, expires_at } = request;
    await engine.start(workflow, { id, digest, people, expires_at, title: card.title, command: card.command });
  } else if (request.ended !== null || request.state === 'granted') {
    await engine.signal(workflow, 'over', request.state);
  }
}

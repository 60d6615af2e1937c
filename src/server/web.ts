import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Broker } from '../broker/broker.ts';
import type { Enrolment } from '../broker/enrolment.ts';
import type { Listing } from '../broker/live-directory.ts';
import type { WebInbox } from '../channels/web/inbox.ts';
import type { Web } from '../config/serve.ts';
import { errno, GateError } from '../errors.ts';
import type { Chance } from '../request/capture.ts';
import { answerOver } from './fetch.ts';
import type { Logins } from './identity/login.ts';
import type { ServiceLog } from './log.ts';

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** The web inbox at the doors of the service: beside the API, and on an address of its own for a proxy. */
export interface WebDoor extends Pick<WebInbox, 'link'> {
  /** What is not the API's is a page. */
  beside(api: Handler): Handler;
  close(): Promise<void>;
}

export interface WebDoorParts {
  readonly web: Web;
  readonly broker: Broker;
  readonly enrolment: () => Promise<Enrolment>;
  readonly listing: Pick<Listing, 'reload'>;
  /** Where the service's file names an issuer of logins. */
  readonly logins: Logins | undefined;
  readonly chance: Chance;
  readonly log: Pick<ServiceLog, 'said' | 'failed'>;
}

const API = /^\/(?:v1(?:\/|$)|healthz|readyz|metrics|openapi\.json)/;
const HEADERS_MILLISECONDS = 10_000;

/** @throws GateError CANNOT_WRITE when its address cannot be had */
export async function openWeb(parts: WebDoorParts): Promise<WebDoor> {
  const { web, broker, enrolment, listing, logins, chance, log } = parts;
  const { webInbox } = await import('../channels/web/inbox.ts');
  const { origin, listen } = web;
  const issuer = logins && (await import('./identity/web-login.ts')).webIssuer(logins);
  const inbox = webInbox({
    ...{ origin, broker, enrolment, log, people: () => listing.reload() },
    ...(issuer && { issuer }),
    ...{ now: chance.now, random: chance.random },
  });
  const request: Handler = (incoming, outgoing) => void answerOver(incoming, outgoing, inbox.answer);
  log.said(`the web inbox is at ${origin}`);
  if (origin.startsWith('http:')) {
    log.said('the web inbox is at localhost, for trying out: whatever else is served there gets what signs people in');
  }
  const close = listen === undefined ? async () => {} : await listening(listen, request);
  return {
    link: inbox.link,
    beside: (api) => (incoming, outgoing) => (API.test(incoming.url ?? '') ? api : request)(incoming, outgoing),
    async close() {
      inbox.close();
      await close();
    },
  };
}

async function listening({ host, port }: NonNullable<Web['listen']>, request: Handler): Promise<() => Promise<void>> {
  const server = createServer({ headersTimeout: HEADERS_MILLISECONDS }, request);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (cause) {
    throw new GateError('CANNOT_WRITE', `cannot listen at ${host}:${port}: ${errno(cause) || 'it is not possible'}`, {
      hint: 'name another port under `web` in serve.yaml',
      cause,
    });
  }
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

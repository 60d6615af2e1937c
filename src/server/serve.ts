import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store } from '../audit/log.ts';
import type { Broker } from '../broker/broker.ts';
import type { Enrolment } from '../broker/enrolment.ts';
import type { HeldRequests } from '../broker/held.ts';
import type { Listing } from '../broker/live-directory.ts';
import { isRequest, type Stream } from '../broker/steps.ts';
import type { Tokens } from '../broker/tokens.ts';
import { storeKey } from '../config/key.ts';
import { pathsFor } from '../config/paths.ts';
import { type Login, pageOf, type Serve, type Web } from '../config/serve.ts';
import type { Chance } from '../request/capture.ts';
import { accountsOf, ofCommands } from './accounts.ts';
import type { ApiParts } from './api/parts.ts';
import { gateApi } from './app.ts';
import type { Caller } from './caller.ts';
import { callIntake, explaining } from './calls.ts';
import { type ClientAskingParts, clientAsking } from './client/asking.ts';
import { type ClientRunParts, clientRuns } from './client/runs.ts';
import { callerOf, type Door, type Listening, strangerOf } from './connections.ts';
import { answerOver } from './fetch.ts';
import type { HttpsDoor } from './https.ts';
import { keyedIds } from './idempotency.ts';
import { failures } from './identity/failures.ts';
import type { Logins } from './identity/login.ts';
import { callers, isBarred, peers } from './identity/peer.ts';
import type { TokenCallerParts } from './identity/token.ts';
import { type IntakeParts, intake } from './intake.ts';
import { limits } from './limits.ts';
import { listenAt } from './listen.ts';
import { type ServiceLog, UNKNOWN_ROUTE } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { ApiError } from './problem.ts';
import { sweepPrivatePlaces } from './run/private-place.ts';
import { openRunner } from './run/runner.ts';
import { runDoor } from './run-door.ts';
import { sweeper } from './sweeper.ts';
import type { WebDoor } from './web.ts';

/** Everything that the service is, from its file to its sockets. */
export interface ServeParts
  extends Pick<IntakeParts, 'understand' | 'decide'>,
    Pick<ClientAskingParts, 'understandSent'>,
    Pick<ClientRunParts, 'leases'> {
  readonly config: Serve;
  readonly broker: Broker;
  /** The log, to be read. */
  readonly audit: Pick<Store<Stream>, 'entries' | 'head' | 'find'>;
  readonly listing: Listing;
  readonly held: HeldRequests;
  /** Tokens that were made and not taken back. */
  readonly store: TokenCallerParts['store'];
  readonly tokens: Tokens;
  readonly enrolment: () => Promise<Enrolment>;
  /** Starts what becomes a command: gate itself, as a command line. */
  readonly starter: readonly string[];
  /** Empties directories: gate itself, as a command line. */
  readonly emptier: readonly string[];
  /** Copies one. */
  readonly copier: readonly string[];
  readonly chance: Chance;
  readonly host: string;
  readonly version: string;
  readonly log: ServiceLog;
  readonly metrics: Metrics;
  /** The policy bundle in force; undefined where none is. */
  readonly bundle?: ApiParts['bundle'];
}

export interface Serving {
  /** Where it listens for TLS. */
  readonly port?: number;
  /** Reads the certificate of https again. @throws GateError CONFIG_INVALID; then it keeps the one that it has */
  renewCertificate(): void;
  /**
   * Accepts nobody any more, tells those who listen to connect again, ends commands by TERM and then by KILL, and resolves when all of it is
   * recorded and everybody has been answered.
   */
  stop(): Promise<void>;
  /** Does not wait for commands any more. */
  hasten(): void;
}

const ASK_BEFORE = 'ask for everything that it does before it starts';
/** More than a command that is told to end has for it. */
const GRACE_MILLISECONDS = 15_000;

/** @throws GateError CANNOT_WRITE, CONFIG_INVALID */
export async function serve(parts: ServeParts): Promise<Serving> {
  const { config, broker, listing, chance, host, version, log, metrics, understand, decide } = parts;
  const stages = { understand, decide };
  const stopping = new AbortController();
  const kernel = await peers();
  const callerAt = callers(chance.now);
  const runsCommands = ofCommands(config, chance.now);
  const runAs = accountsOf(config, chance.now);
  const wrong = failures(chance.now);
  const { key, held: heldIn } = pathsFor({ GATE_HOME: config.state }, '/nonexistent');
  const atClient = (caller: Caller) => caller.by !== 'peer' || config.socket?.runs === 'client';
  const clients = clientAsking({ ...parts, held: heldIn, atClient });
  const entry = intake({
    broker,
    chance,
    host,
    runAs,
    keyed: keyedIds(() => storeKey(key, chance.random)),
    clients,
    endingWith: async (tail) => (await parts.audit.find(tail)).filter(isRequest),
    held: heldIn,
    ...stages,
  });
  const atClients = clientRuns({ ...parts, intake: entry, asking: clients });
  const limited = limits(config.limits, chance.now);
  const logins = config.login && (await loginsOf(config.login, parts));
  const page = pageOf(config);
  const web = config.web && (await webOf(config.web, parts, logins));
  const stops = new Map<string, AbortController>();
  const app = gateApi({
    broker,
    audit: parts.audit,
    ...(web && { webLink: web.link }),
    ...(page && { pageOf: page }),
    version,
    log,
    metrics,
    stopping: stopping.signal,
    limits: limited,
    counted: () => metrics.text(),
    bundle: parts.bundle ?? (() => undefined),
    tokens: parts.tokens,
    logins,
    submit: (asking, caller, body, key) => entry.take(asking, caller, body, key),
    runs: {
      ...atClients,
      stop(id) {
        atClients.stop(id);
        stops.get(id)?.abort();
      },
    },
    enrolment: parts.enrolment,
    explain: explaining({ chance, host, atClient, ...stages }),
    call: callIntake({ broker, chance, host, atClient, ...stages }),
    ready: async () => {
      await broker.list({ open: true, limit: 1 });
    },
  });
  const request: Door['request'] = (incoming, outgoing) =>
    void answerOver(incoming, outgoing, (asked) =>
      app.fetch(asked, { caller: () => callerOf(incoming), stranger: strangerOf(incoming) }),
    ).then((refused) => {
      if (refused === undefined) return;
      const { method = '' } = incoming;
      log.called({ method, route: UNKNOWN_ROUTE, status: refused, milliseconds: 0 });
    });
  const runner = await openRunner({
    starter: parts.starter,
    emptier: parts.emptier,
    copier: parts.copier,
    now: chance.now,
  });
  metrics.lookAt(runner, parts.leases);
  log.said(`a command and what it starts end with its ${runner.holds}`);
  const places = join(dirname(config.socket?.path ?? join(config.state, 'x')), 'runs');
  mkdirSync(places, { recursive: true, mode: 0o711 });
  // Whatever the umask is: commands pass through it.
  chmodSync(places, 0o711);
  await sweepPrivatePlaces(places, runner.empty);
  const runs = runDoor({
    stops,
    broker,
    held: parts.held,
    heldIn,
    intake: entry,
    runner,
    runAs,
    atClient,
    places,
    log,
    metrics,
    limits: limited,
    ...stages,
  });
  const upgrade: Door['upgrade'] = (incoming, socket, head) => void runs(incoming, socket, head);
  const open: Listening[] = [];
  if (config.socket !== undefined) {
    const { path, mode } = config.socket;
    const door: Door = {
      ...{ request, upgrade },
      admit(socket) {
        const peer = kernel.peerOf(socket);
        if (isBarred(peer)) return peer;
        return {
          counts: `account ${peer.uid}`,
          async caller() {
            if (runsCommands(peer.uid))
              throw new ApiError('NOT_YOURS', 'a command asks for nothing itself', ASK_BEFORE);
            const caller = callerAt(peer.uid, host, await listing.reload());
            if (isBarred(caller)) throw new ApiError('NOT_YOURS', caller.barred);
            return caller;
          },
        };
      },
      onBarred: (why) => log.said(`not let in: ${why}`),
    };
    open.push(await listenAt(path, mode, door));
    log.said(`listens at ${path}`);
  }
  const counted =
    config.metrics === undefined
      ? undefined
      : await (await import('./metrics/listen.ts')).listenForMetrics(config.metrics, metrics.text, (error) =>
          log.failed('/metrics', error),
        );
  if (counted) log.said(`metrics are read at ${config.metrics?.host}:${counted.port}`);
  let secure: HttpsDoor | undefined;
  if (config.https !== undefined) {
    const { openHttps } = await import('./https.ts');
    const [people, { now }] = [listing.reload, chance];
    const { https, oidc: issuers } = config;
    secure = await openHttps({
      https,
      issuers,
      store: parts.store,
      people,
      failures: wrong,
      now,
      log: (line) => log.said(line),
      request: web?.beside(request) ?? request,
      upgrade,
    });
    open.push(secure);
    log.said(`listens at https port ${secure.port}`);
  }
  // Of those that ran at clients when the last service ended, whoever is not heard of by then is lost: looking records it.
  const look = () => void broker.list({ open: true }).catch((error) => log.failed('lease', error));
  const first = setTimeout(look, parts.leases.lasts + 1000);
  first.unref();
  const sweeping = sweeper({ broker, failed: (error) => log.failed('sweep', error) });
  return {
    ...(secure && { port: secure.port }),
    renewCertificate: () => secure?.renewCertificate(),
    async stop() {
      clearTimeout(first);
      await sweeping.stop();
      parts.leases.close();
      const closed = open.map((each) => each.close(GRACE_MILLISECONDS));
      stopping.abort();
      await counted?.close();
      await web?.close();
      await runner.close();
      await Promise.all(closed);
    },
    hasten: () => runner.hasten(),
  };
}

async function loginsOf(login: Login, { tokens, listing, chance }: ServeParts): Promise<Logins> {
  const { logins } = await import('./identity/login.ts');
  return logins({ login, tokens, people: listing.reload, ...chance });
}

async function webOf(web: Web, parts: ServeParts, logins: Logins | undefined): Promise<WebDoor> {
  const { openWeb } = await import('./web.ts');
  return openWeb({ web, logins, ...parts });
}

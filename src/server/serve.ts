import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Broker } from '../broker/broker.ts';
import type { HeldRequests } from '../broker/held.ts';
import type { Listing } from '../broker/live-directory.ts';
import type { Serve } from '../config/serve.ts';
import type { Chance } from '../request/capture.ts';
import { accountsOf } from './accounts.ts';
import type { ApiParts } from './api/parts.ts';
import { gateApi } from './app.ts';
import { answerOver } from './fetch.ts';
import { callers, isBarred, peers } from './identity/peer.ts';
import { type IntakeParts, intake } from './intake.ts';
import { limits } from './limits.ts';
import { callerOf, type Door, type Listening, listenAt } from './listen.ts';
import { type ServiceLog, UNKNOWN_ROUTE } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { sweepPrivatePlaces } from './run/private-place.ts';
import { openRunner } from './run/runner.ts';
import { runDoor } from './run-door.ts';

/** Everything that the service is, from its file to its sockets. */
export interface ServeParts extends Pick<IntakeParts, 'understand' | 'decide'> {
  readonly config: Serve;
  readonly broker: Broker;
  readonly audit: ApiParts['audit'];
  readonly listing: Listing;
  readonly held: HeldRequests;
  /** Starts what becomes a command: gate itself, as a command line. */
  readonly starter: readonly string[];
  readonly chance: Chance;
  readonly host: string;
  readonly version: string;
  readonly log: ServiceLog;
  readonly metrics: Metrics;
  /** The policy bundle in force; undefined where none is. */
  readonly bundle?: ApiParts['bundle'];
}

export interface Serving {
  /** Accepts nobody any more, and resolves when everybody has been answered. */
  stop(): Promise<void>;
}

const GRACE_MILLISECONDS = 10_000;

/** @throws GateError CANNOT_WRITE, CONFIG_INVALID */
export async function serve(parts: ServeParts): Promise<Serving> {
  const { config, broker, listing, chance, host, version, log, metrics, understand, decide } = parts;
  const stages = { understand, decide };
  const kernel = await peers();
  const callerAt = callers(chance.now);
  const entry = intake({ broker, chance, host, ...stages });
  const limited = limits(config.limits, chance.now);
  const app = gateApi({
    broker,
    audit: parts.audit,
    version,
    log,
    metrics,
    limits: limited,
    counted: () => metrics.text(),
    bundle: parts.bundle ?? (() => undefined),
    submit: (asking, caller, body) => entry.take(asking, caller, body),
    ready: async () => {
      await broker.list({ open: true, limit: 1 });
    },
  });
  const request: Door['request'] = (incoming, outgoing) =>
    void answerOver(incoming, outgoing, (asked) => app.fetch(asked, { caller: callerOf(incoming) })).then((refused) => {
      if (refused === undefined) return;
      const { method = '' } = incoming;
      log.called({ method, route: UNKNOWN_ROUTE, status: refused, milliseconds: 0 });
    });
  const runner = await openRunner({ starter: parts.starter, now: chance.now });
  metrics.lookAt(runner);
  log.said(`a command and what it starts end with its ${runner.holds}`);
  const places = join(dirname(config.socket?.path ?? join(config.state, 'x')), 'runs');
  mkdirSync(places, { recursive: true, mode: 0o711 });
  await sweepPrivatePlaces(places);
  const runs = runDoor({
    broker,
    held: parts.held,
    intake: entry,
    runner,
    runAs: accountsOf(config, chance.now),
    places,
    log,
    metrics,
    limits: limited,
    ...stages,
  });
  const open: Listening[] = [];
  if (config.socket !== undefined) {
    const { path, mode } = config.socket;
    const door: Door = {
      request,
      upgrade: (incoming, socket, head) => void runs(incoming, socket, head),
      admit(socket) {
        const peer = kernel.peerOf(socket);
        return isBarred(peer) ? peer : callerAt(peer.uid, host, listing.people);
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
  return {
    async stop() {
      await counted?.close();
      await Promise.all(open.map((each) => each.close(GRACE_MILLISECONDS)));
      await runner.close();
    },
  };
}

import type { Person } from '../approval/people.ts';
import { recentDocuments } from '../broker/documents.ts';
import { pathsFor } from '../config/paths.ts';
import { loadServe, type Serve, strangersIn } from '../config/serve.ts';
import { systemConfig } from '../config/system.ts';
import { leaveNoCore } from '../platform/no-core.ts';
import { ownPath } from '../platform/own-path.ts';
import { isAlive } from '../platform/runner.ts';
import { accountsOf } from '../server/accounts.ts';
import { CLIENT_RUNNER, leases } from '../server/client/leases.ts';
import { hostStages } from '../server/host.ts';
import { hotSystem } from '../server/hot-system.ts';
import { openLog } from '../server/log.ts';
import { openMetrics } from '../server/metrics/metrics.ts';
import { watchedStore } from '../server/metrics/watched-store.ts';
import { requireRights } from '../server/rights.ts';
import { openReaders } from '../server/run/readers.ts';
import { serve } from '../server/serve.ts';
import { chance, type Local, openAt } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { downloaded } from './policy-bundle-fetch.ts';
import { VERSION } from './version.ts';

/** `gate serve`: the broker for other accounts, until it is told to stop. */
export interface ServeOptions {
  readonly config?: string;
  /** Only say whether it could start. */
  readonly check?: boolean;
  readonly host: string;
}

/** @throws GateError CONFIG_INVALID, CANNOT_WRITE, AUDIT_UNAVAILABLE */
export async function runService({ config: file, check, host }: ServeOptions, io: Io): Promise<number> {
  const config = loadServe(file);
  const system = await systemConfig();
  const strangers = strangersIn(config, system.people);
  for (const words of strangers) io.stderr(`gate: ${words}\n`);
  if (check) {
    if (strangers.length === 0) io.stdout('the configuration is sound\n');
    return strangers.length === 0 ? EXIT.ok : EXIT.config;
  }
  requireRights(config);
  return until(await started(config, host, io), ['SIGTERM', 'SIGINT']);
}

async function started(config: Serve, host: string, io: Io): Promise<() => Promise<void>> {
  await leaveNoCore();
  const paths = pathsFor({ GATE_HOME: config.state }, '/nonexistent');
  const { level, format = io.stderrIsTerminal ? 'text' : 'json' } = config.log;
  const log = await openLog({ level, format });
  // Looked at for every decision and vote, and understood once for each text.
  const system = await hotSystem({ paths, clock: chance.now, log: (line) => log.said(line), fetched: downloaded });
  const listing = {
    get people() {
      return system.people;
    },
    reload: async () => {
      await system.now();
      return system.people;
    },
    pipelines: async () => undefined,
    ...(config.login && {
      reached: ({ email }: Person) => (email === undefined ? undefined : ('channel' as const)),
    }),
  };
  const decidedBy = recentDocuments();
  const leased = leases({
    lasts: config.lease * 1000,
    now: () => performance.now(),
    // Looking at it is what records that it is lost.
    onSilent: (id) => void local.broker.get(id).catch((error) => log.failed('lease', error)),
  });
  const metrics = await openMetrics(() => local.store.openStates());
  const local = openAt(
    paths,
    listing,
    (decision) => decidedBy.of(decision),
    true,
    (store) => watchedStore(store, metrics.appends),
    (runner) => (CLIENT_RUNNER.test(runner) ? leased.isAlive(runner) : isAlive(runner)),
  );
  const starter = [ownPath(), 'serve', '--starter'];
  const readers = openReaders({ starter, reader: [ownPath(), 'serve', '--reader'] });
  // Before anybody can append something that they should hear of.
  const webhooks = await webhooksOf(config, local, (line) => log.said(line));
  if (webhooks) metrics.lookAtWebhooks(() => webhooks.lag());
  const serving = await serve({
    config,
    broker: local.broker,
    audit: local.store,
    held: local.held,
    store: local.store,
    tokens: await local.tokens(config.tokens),
    starter,
    emptier: [ownPath(), 'serve', '--empty'],
    enrolment: local.enrolment,
    listing,
    chance,
    host,
    version: VERSION,
    leases: leased,
    log,
    metrics,
    bundle: () => system.bundle,
    ...hostStages(local, system.now, accountsOf(config, chance.now), readers, (used) => decidedBy.add(used.documents)),
  });
  return async () => {
    await serving.stop();
    system.stop();
    await readers.close();
    await webhooks?.close();
    local.store.close();
    await log.close();
  };
}

/** Loaded where somebody is to be told something. */
async function webhooksOf({ webhooks }: Serve, local: Local, log: (line: string) => void) {
  if (webhooks.length === 0 && (await local.store.cursors()).length === 0) return undefined;
  const { openWebhooks } = await import('../channels/webhook/webhooks.ts');
  const { store, broker, directory } = local;
  return openWebhooks(webhooks, { store, broker, directory, environment: process.env, ...chance, log });
}

function until(stop: () => Promise<void>, signals: readonly NodeJS.Signals[]): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => void stop().then(() => resolve(EXIT.ok)));
  });
}

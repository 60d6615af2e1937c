import type { Person } from '../approval/people.ts';
import { recentDocuments } from '../broker/documents.ts';
import { pathsFor } from '../config/paths.ts';
import { loadServe, pageOf, type Serve, strangersIn } from '../config/serve.ts';
import { serviceIn } from '../config/service.ts';
import { systemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { leaveNoCore } from '../platform/no-core.ts';
import { manager as systemd } from '../platform/notify.ts';
import { ownPath } from '../platform/own-path.ts';
import { isAlive } from '../platform/runner.ts';
import { accountsOf } from '../server/accounts.ts';
import { problemsOf, warningsOf } from '../server/check.ts';
import { CLIENT_RUNNER, leases } from '../server/client/leases.ts';
import { hostStages } from '../server/host.ts';
import { hotSystem } from '../server/hot-system.ts';
import { openLog, type ServiceLog } from '../server/log.ts';
import { openMetrics } from '../server/metrics/metrics.ts';
import { watchedStore } from '../server/metrics/watched-store.ts';
import { takeOver } from '../server/reload.ts';
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
  if (check) {
    const service = serviceIn(system);
    const user = service?.kind === 'socket' ? service.user : undefined;
    const problems = problemsOf(config, system.people, user, chance.now());
    const warnings = warningsOf(config, user, chance.now());
    for (const words of [...warnings, ...problems]) io.stderr(`gate: ${words}\n`);
    if (problems.length === 0) io.stdout('the configuration is sound\n');
    return problems.length === 0 ? EXIT.ok : EXIT.config;
  }
  for (const words of strangersIn(config, system.people)) io.stderr(`gate: ${words}\n`);
  requireRights(config);
  const manager = await systemd(process.env, process.pid);
  const service = await started({ ...config }, host, io);
  manager.ready();
  process.on('SIGHUP', () => {
    manager.reloading();
    void service.reload(file).finally(() => manager.ready());
  });
  await untilTold(service, () => manager.stopping());
  manager.close();
  return EXIT.ok;
}

interface Service {
  /** Reads its file again; a mistake in it changes nothing. */
  reload(file: string | undefined): Promise<void>;
  stop(): Promise<void>;
  hasten(): void;
}

async function started(config: Changing, host: string, io: Io): Promise<Service> {
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
  const tell = () => webhooksOf(config, local, (line) => log.said(line));
  let webhooks = await tell();
  metrics.lookAtWebhooks(async () => (await webhooks?.lag()) ?? []);
  const serving = await serve({
    config,
    broker: local.broker,
    audit: local.store,
    held: local.held,
    store: local.store,
    tokens: await local.tokens(config.tokens),
    starter,
    emptier: [ownPath(), 'serve', '--empty'],
    copier: [ownPath(), 'serve', '--copy'],
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
  return {
    async reload(file) {
      await reloaded({ file, config, log, people: system.people, renew: serving.renewCertificate });
      // Each goes on where it was.
      await webhooks?.close();
      webhooks = await tell().catch((error) => void log.failed('webhooks', error));
    },
    hasten: serving.hasten,
    async stop() {
      log.said('stops');
      await serving.stop();
      system.stop();
      await readers.close();
      await webhooks?.close();
      local.store.close();
      log.said('has stopped');
      await log.close();
    },
  };
}

type Changing = { -readonly [Key in keyof Serve]: Serve[Key] };

interface Reloading {
  readonly file: string | undefined;
  readonly config: Changing;
  readonly log: ServiceLog;
  readonly people: Parameters<typeof strangersIn>[1];
  readonly renew: () => void;
}

async function reloaded({ file, config, log, people, renew }: Reloading): Promise<void> {
  try {
    const next = loadServe(file);
    requireRights(next);
    for (const words of strangersIn(next, people)) log.said(words);
    renew();
    const later = takeOver(config, next);
    log.setLevel(config.log.level);
    log.said(
      later.length === 0
        ? 'read serve.yaml again'
        : `read serve.yaml again; ${later.join(', ')} as written there hold from the next start on`,
    );
  } catch (error) {
    if (!(error instanceof GateError)) return log.failed('reload', error);
    log.said(`read serve.yaml again, and goes on as before: ${error.message}`);
  }
}

/** Loaded where somebody is to be told something. */
async function webhooksOf(
  { webhooks, web }: Pick<Serve, 'webhooks' | 'web'>,
  local: Local,
  log: (line: string) => void,
) {
  if (webhooks.length === 0 && (await local.store.cursors()).length === 0) return undefined;
  const { openWebhooks } = await import('../channels/webhook/webhooks.ts');
  const { store, broker, directory } = local;
  const page = pageOf({ ...(web && { web }) });
  const pages = page === undefined ? {} : { pageOf: page };
  return openWebhooks(webhooks, { store, broker, directory, environment: process.env, ...chance, log, ...pages });
}

/** The first TERM or INT ends it, the second one hastens it. */
function untilTold({ stop, hasten }: Service, stopping: () => void): Promise<void> {
  let told = false;
  return new Promise((resolve) => {
    const take = () => {
      if (told) return hasten();
      told = true;
      stopping();
      void stop().then(resolve);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, take);
  });
}

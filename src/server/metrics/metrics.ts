import type { Lag } from '../../channels/webhook/webhooks.ts';
import type { Leases } from '../client/leases.ts';
import type { Called } from '../log.ts';
import type { Runner } from '../run/runner.ts';
import { type Noted, noted } from './noted.ts';
import type { AppendWatch } from './watched-store.ts';

/**
 * What the service counts, for Prometheus. Counters begin with the process, as Prometheus expects; what is open now is read from the log's own
 * projection at each look, so a restart forgets nothing. Every label has a short closed list of values, or the people of the directory.
 */
export interface Metrics {
  called(call: Called): void;
  readonly appends: AppendWatch;
  /** A stream of events to one caller. The returned function: it is over. */
  streamOpened(): () => void;
  /** Whose commands run here. */
  lookAt(runner: Pick<Runner, 'running' | 'spare'>, leases: Pick<Leases, 'count'>): void;
  /** How far the receivers of webhooks are behind. */
  lookAtWebhooks(lag: () => Promise<readonly Lag[]>): void;
  /** Everything, as text for Prometheus. */
  text(): Promise<string>;
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Seconds of a call, and of an append. */
const QUICK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** Seconds until people have decided. */
const HUMAN = [2, 5, 15, 30, 60, 120, 300, 900, 1800, 3600, 14_400, 86_400];
/** Seconds of a run. */
const RUN = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400];

/** @param openStates requests that are not over, by their state */
export async function openMetrics(openStates: () => Promise<Readonly<Record<string, number>>>): Promise<Metrics> {
  const [{ MeterProvider }, { PrometheusExporter, PrometheusSerializer }] = await Promise.all([
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/exporter-prometheus'),
  ]);
  // It serves nothing by itself: the text is asked for.
  const reader = new PrometheusExporter({ preventServerStart: true });
  const meter = new MeterProvider({ readers: [reader] }).getMeter('gate');
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);

  const histogram = (name: string, description: string, boundaries: number[]) =>
    meter.createHistogram(name, { description, advice: { explicitBucketBoundaries: boundaries } });
  const calls = histogram('http.server.request.duration.seconds', 'Calls of the API, by route and status', QUICK);
  const appends = histogram('gate.append.duration.seconds', 'Steps made durable in the log, by outcome', QUICK);
  const requests = meter.createCounter('gate.requests', {
    description: 'What was asked for, by kind of requester and decision',
  });
  const decisions = meter.createCounter('gate.decisions', {
    description: 'Decisions, by outcome and by the pack whose rule decided',
  });
  const decided = histogram(
    'gate.decision.duration.seconds',
    'From asking to the end of the waiting, by outcome',
    HUMAN,
  );
  const votes = meter.createCounter('gate.votes', { description: 'Votes, by person and vote' });
  const questions = meter.createCounter('gate.questions', {
    description: 'Questions that people asked back, by person',
  });
  const rejected = meter.createCounter('gate.votes.rejected', { description: 'Votes whose proof did not hold' });
  const started = meter.createCounter('gate.runs.started', { description: 'Commands recorded as about to run' });
  const runs = meter.createCounter('gate.runs', { description: 'Ends of commands, by outcome' });
  const lasted = histogram('gate.run.duration.seconds', 'How long commands ran', RUN);
  const streams = meter.createUpDownCounter('gate.streams.active', {
    description: 'Streams of events that callers listen to',
  });

  const counts: Noted = {
    asked: (kind, decision) => requests.add(1, { principal_kind: kind, decision }),
    decided: (decision, pack, mode) => decisions.add(1, { decision, pack, mode }),
    settled: (outcome, seconds) => decided.record(seconds, { outcome }),
    voted: (person, vote) => votes.add(1, { person, vote }),
    asksBack: (person) => questions.add(1, { person }),
    notProved: () => rejected.add(1),
    started: () => started.add(1),
    ended: (outcome, seconds) => {
      runs.add(1, { outcome });
      if (seconds !== undefined) lasted.record(seconds, { outcome });
    },
  };
  // What never happened yet is 0, not absent: otherwise the first time is no increase.
  rejected.add(0);
  started.add(0);
  for (const outcome of ['success', 'failure', 'signaled', 'not_started', 'lost']) runs.add(0, { outcome });
  streams.add(0);

  const note = noted(counts);
  meter
    .createObservableGauge('gate.requests.open', { description: 'Requests that are not over, by state' })
    .addCallback(async (result) => {
      const open: Readonly<Record<string, number>> = { ...NONE_OPEN, ...(await openStates()) };
      for (const [state, count] of Object.entries(open)) result.observe(count, { state });
    });
  gauge('process.resident.memory.bytes', 'Resident memory of the service, without its starters', () =>
    process.memoryUsage.rss(),
  );
  gauge('process.start.time.seconds', 'When the service started, since 1970', () => START);
  meter
    .createObservableCounter('process.cpu.seconds', { description: 'Processor time of the service, user and system' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / 1e6);
    });

  return {
    called: ({ method, route, status, milliseconds }) =>
      calls.record(milliseconds / 1000, {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      }),
    appends: (drafts, outcome, milliseconds) => {
      appends.record(milliseconds / 1000, { outcome });
      if (outcome === 'appended') for (const draft of drafts) note(draft);
    },
    streamOpened() {
      streams.add(1);
      let open = true;
      return () => {
        if (open) streams.add(-1);
        open = false;
      };
    },
    lookAt(runner, leases) {
      gauge('gate.leases', 'Commands that run at clients, each on a lease', () => leases.count);
      gauge('gate.runs.active', 'Commands that run now', () => runner.running);
      gauge('gate.starters', 'Processes that wait to become a command', () => runner.spare);
    },
    lookAtWebhooks(lag) {
      const each = (name: string, description: string, value: (of: Lag) => number) =>
        meter.createObservableGauge(name, { description }).addCallback(async (result) => {
          for (const [index, of] of (await lag()).entries()) {
            result.observe(value(of), { receiver: String(index), endpoint: of.endpoint });
          }
        });
      each('gate.webhook.behind', 'Events of the log that a receiver was not told of yet', ({ behind }) => behind);
      each('gate.webhook.oldest.seconds', 'Age of the oldest message that waits to be taken', ({ oldest }) =>
        oldest === undefined ? 0 : Math.max(0, Date.now() - oldest) / 1000,
      );
      each('gate.webhook.failing', '1 while a receiver does not take what it is sent', ({ failing }) =>
        failing === undefined ? 0 : 1,
      );
      each('gate.webhook.stopped', '1 when a receiver wants no more', ({ stopped }) => (stopped === undefined ? 0 : 1));
      each('gate.webhook.taken', 'Messages taken since the service began', ({ delivered }) => delivered ?? 0);
    },
    async text() {
      const { resourceMetrics, errors } = await reader.collect();
      if (errors.length > 0) throw errors[0];
      return serializer.serialize(resourceMetrics);
    },
  };

  function gauge(name: string, description: string, look: () => number): void {
    meter.createObservableGauge(name, { description }).addCallback((result) => result.observe(look()));
  }
}

/** So that a state nobody is in is 0. */
const NONE_OPEN = { pending: 0, questioned: 0, granted: 0, started: 0 };
const START = Math.round((Date.now() - performance.now()) / 1000);

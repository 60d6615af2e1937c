import { mayVote } from '../../approval/directory.ts';
import type { Paths } from '../../config/paths.ts';
import type { Service } from '../../config/service.ts';
import type { SystemConfig } from '../../config/system.ts';
import { currentPlatform } from '../../platform/current.ts';
import type { PolicyPaths } from '../../policy/paths.ts';
import type { Chance } from '../../request/capture.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json.ts';
import type { Actor } from '../votes.ts';
import { driftFindings, type Expectation, expectationIn } from './drift.ts';
import { type Finding, LEVELS } from './finding.ts';
import { type Attested, attest } from './hooks/attest.ts';
import { type HookState, hooksFound } from './hooks/hooks.ts';
import { type Installation, installationAt, installationFindings } from './installation.ts';
import { type Latency, latencyFindings, latencyWords, measuredLatency } from './latency.ts';
import { type LogState, logFindings, logStateAt, logWords } from './log-state.ts';
import { type Mode, modeOf } from './mode.ts';
import { type PeopleFound, peopleFindings, peopleWords } from './people.ts';
import { type Place, placesOf } from './places.ts';
import { type Policies, policiesInForce, policyFindings } from './policies.ts';
import { labelled, renderFindings, summary } from './render.ts';
import { serviceFindings } from './service.ts';
import { type Kernel, kernelFindings, kernelSettings, terminalFindings } from './surroundings.ts';
import { waysAround } from './ways-around/ways-around.ts';

export interface DoctorParts {
  readonly actor: Actor;
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly uid: number;
  readonly paths: Paths;
  readonly system: SystemConfig;
  readonly policies: PolicyPaths;
  readonly people: PeopleFound;
  /** Absolute path under which gate is started. */
  readonly executable: string;
  readonly cwd: string;
  readonly chance: Chance;
  /** The service that this machine's owner chose, and how to ask whether it is ready. */
  readonly service?: Service;
  readonly ready?: () => Promise<unknown>;
}

export interface DoctorOptions {
  readonly json?: boolean;
  /** Send calls through every installed hook. */
  readonly attest?: boolean;
  /** A file that says what should be the case. */
  readonly expect?: string;
}

/** `gate doctor`: which mode this is, what it holds and what it does not, and whether everything is in order. */
export async function doctor(parts: DoctorParts, options: DoctorOptions, io: Io): Promise<number> {
  const expectation = options.expect === undefined ? undefined : expectationIn(options.expect);
  const report = await examine(parts, options.attest === true, expectation);
  io.stdout(options.json ? jsonLine(report) : render(report, modeOf(parts.service).words));
  return statusOf(report.findings);
}

/** What `--json` prints. */
export interface Report {
  readonly schema_version: 1;
  readonly mode: Mode['mode'];
  readonly holds: readonly string[];
  readonly does_not_hold: readonly string[];
  readonly version: string;
  readonly who: {
    readonly id: string;
    readonly kind: string;
    readonly why: readonly string[];
    readonly votes: boolean;
    readonly barred: string | null;
  };
  readonly installation: Installation;
  readonly places: readonly Place[];
  readonly policies: Policies;
  readonly people: PeopleFound;
  readonly log: LogState;
  readonly limits: readonly string[];
  readonly kernel: Kernel;
  readonly hooks: readonly HookState[];
  /** Absent unless it was asked for. */
  readonly attest?: readonly Attested[];
  readonly latency: Latency;
  readonly findings: readonly Finding[];
}

async function examine(parts: DoctorParts, attesting: boolean, expectation: Expectation | undefined): Promise<Report> {
  const { principal, why, supervised } = parts.actor.identified;
  const barred = mayVote(principal, supervised, parts.actor.tty) ?? null;
  const { environment, home, uid, people, paths, executable, cwd, chance } = parts;
  const { random } = chance;
  const { mode, holds, does_not_hold } = modeOf(parts.service);
  const installation = installationAt(executable);
  const policies = await policiesInForce(parts.policies, paths, parts.system);
  const log = logStateAt(paths.database);
  const kernel = kernelSettings();
  const places = placesOf(paths, parts.policies);
  const around = { environment, home, cwd };
  const { hooks, findings: hookFindings } = await hooksFound({ ...around, real: installation.real, uid });
  // One after the other: what is measured should have the machine for itself.
  const ways = await waysAround({ home, environment, now: chance.now() });
  const latency = await measuredLatency({
    ...{ executable, environment, paths, policies: parts.policies.user },
    ...{ now: chance.now, random },
  });
  const sent = attesting
    ? await attest(hooks, { ...around, real: installation.real, database: paths.database, now: chance.now(), random })
    : undefined;
  const report = {
    schema_version: 1 as const,
    mode,
    holds,
    does_not_hold,
    version: installation.version,
    who: { id: principal.id, kind: principal.kind, why, votes: barred === null, barred },
    installation,
    places,
    policies,
    people,
    log,
    limits: (await currentPlatform()).limits,
    kernel,
    hooks,
    ...(sent && { attest: sent.attested }),
    latency,
    findings: [
      ...(await serviceFindings(parts.ready)),
      ...policyFindings(policies),
      ...peopleFindings(people),
      ...logFindings(log),
      ...installationFindings(installation, { environment, home, uid }),
      ...hookFindings,
      ...(sent?.findings ?? []),
      ...latencyFindings(latency),
      ...terminalFindings(environment),
      ...kernelFindings(kernel),
      ...ways,
    ],
  };
  if (expectation === undefined) return report;
  return { ...report, findings: [...driftFindings(expectation, report), ...report.findings] };
}

/** What is wrong comes first, then the facts, then what could be better. */
function render(report: Report, mode: string): string {
  const width = process.stdout.isTTY ? Math.min(Math.max(process.stdout.columns || 80, 40), 100) : undefined;
  const line = (label: string, text: string) => labelled(label, text, width);
  const { who, installation, places, policies, people, log, limits, latency, findings } = report;
  return [
    line('gate', `${report.version}: ${summary(findings)}`),
    renderFindings(findings, 'problem', width),
    '\n',
    line('mode', mode),
    ...report.holds.map((text) => line('holds', text)),
    ...report.does_not_hold.map((text) => line('not held', text)),
    '\n',
    line('you', `${who.id}; ${who.barred ?? 'may answer requests of your agents'}`),
    line('program', installation.real),
    ...places.map(({ what, path, mode }) => line(what, `${path}  ${mode ?? 'not there'}`)),
    ...policies.files
      .filter(({ name }) => !isPack(name))
      .map(({ layer, name, digest }) => line('policy', `${layer}  ${name}  ${digest}`)),
    ...bundleWords(policies).map((words) => line('bundle', words)),
    ...packWords(policies).map((words) => line('packs', words)),
    line('people', peopleWords(people)),
    line('log', logWords(log)),
    line('latency', latencyWords(latency)),
    ...limits.map((text) => line('limit', text)),
    '\n',
    ...LEVELS.filter((level) => level !== 'problem').map((level) => renderFindings(findings, level, width)),
  ].join('');
}

function bundleWords({ bundle }: Policies): readonly string[] {
  return bundle === undefined ? [] : [`${bundle.name}  version ${bundle.version}  ${bundle.digest}`];
}

/** Packs come with gate: their digests follow from its version. */
function packWords({ files }: Policies): readonly string[] {
  const packs = files.filter(({ name }) => isPack(name));
  return [...new Set(packs.map(({ layer }) => layer))].map((layer) => {
    const names = packs.filter((one) => one.layer === layer).map(({ name }) => name.slice('pack:'.length));
    return `${layer}  ${names.join(', ')}`;
  });
}

function isPack(name: string): boolean {
  return name.startsWith('pack:');
}

/** 78 for whatever is wrong, and 74 when it is the log alone. */
function statusOf(findings: readonly Finding[]): number {
  const problems = findings.filter(({ level }) => level === 'problem');
  if (problems.length === 0) return EXIT.ok;
  return problems.every(({ check }) => check === 'log') ? EXIT.audit : EXIT.config;
}

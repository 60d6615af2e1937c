import { mayVote } from '../../approval/directory.ts';
import type { Paths } from '../../config/paths.ts';
import { currentPlatform } from '../../platform/current.ts';
import type { PolicyPaths } from '../../policy/paths.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json.ts';
import type { Actor } from '../votes.ts';
import { type Finding, LEVELS } from './finding.ts';
import { type Installation, installationAt, installationFindings } from './installation.ts';
import { type LogState, logFindings, logStateAt, logWords } from './log-state.ts';
import { HOLDS, HOLDS_NOT, MODE } from './mode.ts';
import { type PeopleFound, peopleFindings, peopleWords } from './people.ts';
import { type Place, placesOf } from './places.ts';
import { type Policies, policiesInForce, policyFindings } from './policies.ts';
import { labelled, renderFindings, summary } from './render.ts';
import { type Kernel, kernelFindings, kernelSettings, terminalFindings } from './surroundings.ts';
import { waysAround } from './ways-around/ways-around.ts';

export interface DoctorParts {
  readonly actor: Actor;
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly uid: number;
  readonly paths: Paths;
  readonly policies: PolicyPaths;
  readonly people: PeopleFound;
  /** Absolute path under which gate is started. */
  readonly executable: string;
  readonly now: number;
}

export interface DoctorOptions {
  readonly json?: boolean;
}

/** `gate doctor`: which mode this is, what it holds and what it does not, and whether everything is in order. */
export async function doctor(parts: DoctorParts, options: DoctorOptions, io: Io): Promise<number> {
  const report = await examine(parts);
  io.stdout(options.json ? jsonLine(report) : render(report));
  return statusOf(report.findings);
}

/** What `--json` prints. */
export interface Report {
  readonly schema_version: 1;
  readonly mode: string;
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
  readonly findings: readonly Finding[];
}

async function examine(parts: DoctorParts): Promise<Report> {
  const { principal, why, supervised } = parts.actor.identified;
  const barred = mayVote(principal, supervised, parts.actor.tty) ?? null;
  const { environment, home, uid, people, paths } = parts;
  const installation = installationAt(parts.executable);
  const policies = await policiesInForce(parts.policies);
  const log = logStateAt(paths.database);
  const kernel = kernelSettings();
  return {
    schema_version: 1,
    mode: MODE,
    holds: HOLDS,
    does_not_hold: HOLDS_NOT,
    version: installation.version,
    who: { id: principal.id, kind: principal.kind, why, votes: barred === null, barred },
    installation,
    places: placesOf(paths, parts.policies),
    policies,
    people,
    log,
    limits: (await currentPlatform()).limits,
    kernel,
    findings: [
      ...policyFindings(policies),
      ...peopleFindings(people),
      ...logFindings(log),
      ...installationFindings(installation, { environment, home, uid }),
      ...terminalFindings(environment),
      ...kernelFindings(kernel),
      ...(await waysAround({ home, environment, now: parts.now })),
    ],
  };
}

/** What is wrong comes first, then the facts, then what could be better. */
function render(report: Report): string {
  const width = process.stdout.isTTY ? Math.min(Math.max(process.stdout.columns || 80, 40), 100) : undefined;
  const line = (label: string, text: string) => labelled(label, text, width);
  const { who, installation, places, policies, people, log, limits, findings } = report;
  return [
    line('gate', `${report.version}: ${summary(findings)}`),
    renderFindings(findings, 'problem', width),
    '\n',
    line('mode', 'local: the broker runs inside gate, as you'),
    ...HOLDS.map((text) => line('holds', text)),
    ...HOLDS_NOT.map((text) => line('not held', text)),
    '\n',
    line('you', `${who.id}; ${who.barred ?? 'may answer requests of your agents'}`),
    line('program', installation.real),
    ...places.map(({ what, path, mode }) => line(what, `${path}  ${mode ?? 'not there'}`)),
    ...policies.files
      .filter(({ name }) => !isPack(name))
      .map(({ layer, name, digest }) => line('policy', `${layer}  ${name}  ${digest}`)),
    ...packWords(policies).map((words) => line('packs', words)),
    line('people', peopleWords(people)),
    line('log', logWords(log)),
    ...limits.map((text) => line('limit', text)),
    '\n',
    ...LEVELS.filter((level) => level !== 'problem').map((level) => renderFindings(findings, level, width)),
  ].join('');
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

import { statSync } from 'node:fs';
import { directoryOf, soleUser } from '../approval/directory.ts';
import { type People, recognised } from '../approval/people.ts';
import type { Habit } from '../audit/habits.ts';
import { type Occasion, Occasions } from '../audit/occasions.ts';
import { type Simulated, Simulation, type SimulationParts } from '../audit/simulation.ts';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { BundleInForce } from '../policy/bundle/in-force.ts';
import { loadPolicies } from '../policy/load.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { mayBeProposed } from '../policy/relief.ts';
import { LogReader } from '../store/reader.ts';
import { EXIT } from './exit-codes.ts';
import { counted } from './figures.ts';
import type { Io } from './io.ts';
import { reliefTrial, type Tried } from './relief.ts';
import { simulationData } from './simulation-data.ts';
import { simulationText } from './simulation-text.ts';

/** `gate policy simulate`: the commands of the record, decided by the policies given. Reads the log, changes nothing. */

export interface SimulateOptions {
  /** Path of the database. */
  readonly database: string;
  readonly paths: PolicyPaths;
  /** Directory of the policies to try in the place of the user's; without it, the user's as they are now. */
  readonly policy?: string;
  readonly sinceSeconds: number;
  /** Who exists now; undefined when nobody wrote it. */
  readonly people: People | undefined;
  readonly json?: boolean;
  /** Print this proposal alone, as a policy file; the first is 1. */
  readonly rule?: number;
  readonly now: number;
  /** Decides as well. */
  readonly bundle?: BundleInForce;
}

export interface SimulationReport extends Simulated {
  readonly since: number;
  readonly until: number;
  /** From the first command until now, at least one. */
  readonly days: number;
  /** The directory of the policies that were tried, when they are not the user's. */
  readonly policy: string | undefined;
  /** For a habit, the rule that would stop the questions about it, and how many. The best first. */
  readonly reliefs: readonly HabitRelief[];
  readonly unread: number;
}

export interface HabitRelief {
  readonly habit: Habit;
  /** The newest command of it. */
  readonly example: Occasion;
  /** A policy file, whole. */
  readonly text: string;
  /** How many of the questions it would remove. */
  readonly removes: number;
}

const DAY = 86_400_000;
/** Once is an accident, twice a coincidence. */
const LEAST_ASKED = 3;
/** Habits that a rule is tried for, the most frequent first. */
const MOST_TRIED = 30;
const MOST_RELIEFS = 10;

export async function policySimulate(options: SimulateOptions, io: Pick<Io, 'stdout' | 'stderr'>): Promise<number> {
  const { database, policy, json = false, rule, now } = options;
  if (rule !== undefined && json) throw new GateError('USAGE', '--rule and --json exclude each other');
  if (policy !== undefined && !statSync(policy, { throwIfNoEntry: false })?.isDirectory()) {
    throw new GateError('USAGE', `there is no directory ${visible(policy)}`, {
      hint: '--policy names a directory of policy files',
    });
  }
  const since = now - options.sinceSeconds * 1000;
  const parts = await partsOf(options);
  const reader = new LogReader(database);
  try {
    let first = now;
    const occasions = new Occasions(since);
    const simulation = new Simulation(parts);
    for (const entry of reader.entries()) {
      const step = occasions.add(entry);
      if (step === undefined) continue;
      if ('over' in step) simulation.over(step);
      else {
        first = Math.min(first, step.at);
        simulation.add(step);
      }
    }
    const simulated = simulation.result();
    const report: SimulationReport = {
      ...simulated,
      ...{ since, until: now, policy, unread: occasions.unread },
      days: Math.max(1, (now - first) / DAY),
      reliefs: await reliefsOf(simulated, reader, parts, { ...options, since }),
    };
    if (rule !== undefined) io.stdout(theProposal(report, rule));
    else io.stdout(json ? simulationData(report) : simulationText(report));
    if (!json && report.unread > 0)
      io.stderr(`gate: ${counted(report.unread, 'event')} could not be read: erased, or not written by gate\n`);
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

function theProposal({ reliefs }: SimulationReport, rule: number): string {
  const relief = reliefs[rule - 1];
  if (relief !== undefined) return relief.text;
  throw new GateError('USAGE', `there is no proposal ${rule}: ${counted(reliefs.length, 'rule')} would be proposed`, {
    hint: '`gate policy simulate` lists them',
  });
}

async function partsOf({ paths, policy, people, bundle }: SimulateOptions): Promise<SimulationParts> {
  const policies = await loadPolicies({
    // What a repository said depends on where each command ran.
    paths: { ...paths, user: policy ?? paths.user, repository: [] },
    tools: 'all',
    enforced: true,
    ...(bundle && { bundle }),
  });
  await prepareConditions(policies);
  return {
    policies,
    directory: people === undefined ? soleUser(() => 'os') : directoryOf(people, () => 'os'),
    recognise: (principal) => recognised({ principal, why: [], supervised: false }, people).principal,
  };
}

/** Rules are tried on one command of each habit, and then counted over the whole time in one more pass. */
async function reliefsOf(
  { habits }: Simulated,
  reader: LogReader,
  parts: SimulationParts,
  options: SimulateOptions & { readonly since: number },
): Promise<readonly HabitRelief[]> {
  const candidates = habits
    .filter(
      ({ asked, denied, meaning }) =>
        asked >= LEAST_ASKED && denied === 0 && meaning !== undefined && mayBeProposed(meaning),
    )
    .slice(0, MOST_TRIED);
  if (candidates.length === 0) return [];
  const { paths, policy, bundle } = options;
  const trial = await reliefTrial({
    paths: { ...paths, user: policy ?? paths.user },
    enforced: true,
    ...(bundle && { bundle }),
  });
  const found = new Map<string, Omit<HabitRelief, 'text' | 'removes'> & { readonly tried: Tried; removes: number }>();
  for (const habit of candidates) {
    if (found.size >= MOST_RELIEFS) break;
    const example = occasionOf(reader, habit.example);
    if (example === undefined) continue;
    const facts = { ...example.facts, principal: parts.recognise(example.facts.principal) };
    const tried = await trial(
      habit,
      { ...example, facts },
      `asked ${counted(habit.asked, 'time')}, as gate policy simulate counted`,
    );
    if (tried !== undefined) found.set(habit.key, { habit, example, tried, removes: 0 });
  }
  if (found.size === 0) return [];
  const occasions = new Occasions(options.since);
  const simulation = new Simulation(parts);
  for (const entry of reader.entries()) {
    const step = occasions.add(entry);
    if (step === undefined) continue;
    if ('over' in step) simulation.over(step);
    else {
      const relief = found.get(simulation.add(step) ?? '');
      if (relief !== undefined && simulation.wouldAllow(step, relief.tried.policies)) relief.removes++;
    }
  }
  return [...found.values()]
    .map(({ tried, ...rest }) => ({ ...rest, text: tried.text }))
    .sort((a, b) => b.removes - a.removes);
}

/** @param example id of a request, or index of a tool call */
function occasionOf(reader: LogReader, example: string): Occasion | undefined {
  const range = /^\d+$/.test(example) ? { from: Number(example), limit: 1 } : { request: example, limit: 2 };
  const occasions = new Occasions(0);
  for (const entry of reader.entries(range)) {
    const step = occasions.add(entry);
    if (step !== undefined && 'facts' in step) return step;
  }
  return undefined;
}

import { statSync } from 'node:fs';
import type { Submitted } from '../approval/events.ts';
import type { Entry } from '../audit/log.ts';
import { flat, visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import type { Facts } from '../policy/condition.ts';
import type { Decision } from '../policy/decision.ts';
import { loadPolicies } from '../policy/load.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { type Change, type Recorded, type Simulation, simulate, type Tally } from '../policy/simulate.ts';
import { LogReader } from '../store/reader.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate policy simulate`: the recorded requests, decided by another policy. Reads the log, changes nothing. */

export interface SimulateOptions {
  /** Path of the database. */
  readonly database: string;
  readonly paths: PolicyPaths;
  /** Directory of the policies to try in the place of the user's; without it, the user's as they are now. */
  readonly policy?: string;
  readonly sinceSeconds: number;
  readonly systemMode?: 'enforce' | 'observe';
  readonly json?: boolean;
  readonly now: number;
}

const DAY = 86_400_000;

export async function policySimulate(options: SimulateOptions, io: Pick<Io, 'stdout' | 'stderr'>): Promise<number> {
  const { database, paths, policy, sinceSeconds, systemMode, now } = options;
  if (policy !== undefined && !statSync(policy, { throwIfNoEntry: false })?.isDirectory()) {
    throw new GateError('USAGE', `there is no directory ${visible(policy)}`, {
      hint: '--policy names a directory of policy files',
    });
  }
  const policies = await loadPolicies({
    // What a repository said depends on where each command ran.
    paths: { ...paths, user: policy ?? paths.user, repository: [] },
    ...(systemMode && { systemMode }),
    tools: 'all',
  });
  await prepareConditions(policies);
  const since = now - sinceSeconds * 1000;
  const reader = new LogReader(database);
  try {
    let unread = 0;
    let first = now;
    const recorded = function* () {
      for (const request of requestsOf(reader.entries({}), since)) {
        if (request === undefined) unread++;
        else {
          first = Math.min(first, request.facts.at);
          yield request;
        }
      }
    };
    // The time between the first request and now: a log that began last week says nothing about a month.
    const all = [...recorded()];
    const simulation = simulate(all, policies, Math.max(1, (now - first) / DAY));
    if (options.json === true) io.stdout(jsonLine({ schema_version: 1, ...asData(simulation), unread }));
    else {
      io.stdout(rendered(simulation, since));
      if (unread > 0) io.stderr(`gate: ${unread} requests could not be read: their events were erased\n`);
    }
    return EXIT.ok;
  } finally {
    reader.close();
  }
}

/** A submission and the first decision about it; undefined for one whose content is no longer in the log. */
function* requestsOf(entries: Iterable<Entry>, since: number): Generator<Recorded | undefined> {
  const open = new Map<string, { readonly submitted: Submitted; readonly at: number }>();
  for (const { type, request, at, payload } of entries) {
    if (at < since || request === null || request === undefined) continue;
    if (type !== 'request.submitted' && type !== 'request.decided') continue;
    const data: unknown = payload ? JSON.parse(new TextDecoder().decode(payload)) : undefined;
    if (type === 'request.submitted') {
      if (data === undefined) yield undefined;
      else open.set(request, { submitted: data as Submitted, at });
      continue;
    }
    const asked = open.get(request);
    open.delete(request);
    if (asked === undefined || data === undefined) continue;
    const { kind, mode, rules } = data as Decision;
    yield {
      id: request,
      facts: factsOf(asked.submitted, asked.at),
      actions: asked.submitted.actions,
      decision: mode === 'observe' ? 'allow' : kind,
      rules,
    };
  }
}

export function factsOf(submitted: Submitted, at: number): Facts {
  const { principal, cwd, host, user, tty, stdin, parents, intent, ticket } = submitted;
  const argv = submitted.argv.map(flat);
  return {
    ...{ principal, argv, cwd, host, user, tty, stdin, parents, at },
    ...(intent !== undefined && { intent: flat(intent) }),
    ...(ticket !== undefined && { ticket: flat(ticket) }),
  };
}

function rendered({ requests, days, before, after, changes }: Simulation, since: number): string {
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  const line = (name: string, { questions, denied, questionsPerDay }: Tally) =>
    `${name.padEnd(10)}${counted(questions, 'question').padStart(16)}, ${questionsPerDay.toFixed(1)} a day; ${denied} denied\n`;
  return [
    `${counted(requests, 'request')} since ${new Date(since).toISOString().slice(0, 10)}, over ${counted(Math.round(days), 'day')}\n`,
    line('recorded', before),
    line('simulated', after),
    changed === 0 ? '\nnothing would change\n' : `\n${changed} would be decided otherwise:\n`,
    ...changes.map(
      ({ from, to, before: was, after: is, count, example }) =>
        `${String(count).padStart(6)}  ${from} -> ${to}  ${was.join(', ')} -> ${is.join(', ')}\n` +
        `        ${example.id.slice(-8)}  ${visible(example.facts.argv.join(' ')).slice(0, 100)}\n`,
    ),
  ].join('');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function asData({ requests, days, before, after, changes }: Simulation): object {
  const tally = ({ questions, denied, questionsPerDay }: Tally) => ({
    questions,
    denied,
    questions_per_day: Number(questionsPerDay.toFixed(3)),
  });
  const change = ({ from, to, before: was, after: is, count, example }: Change) => ({
    from,
    to,
    rules_before: was,
    rules_after: is,
    count,
    example: { id: example.id, argv: example.facts.argv },
  });
  return {
    requests,
    days: Number(days.toFixed(3)),
    recorded: tally(before),
    simulated: tally(after),
    changes: changes.map(change),
  };
}

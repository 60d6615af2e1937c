import { CommanderError } from 'commander';
import type { Away } from '../broker/away.ts';
import { pathsFor } from '../config/paths.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { policyPaths } from '../policy/paths.ts';
import type { RawFacts } from '../request/capture.ts';
import { type Identified, identify } from '../request/principal.ts';
import { environmentOf, openLocal, openQueue, peopleOf, recognise } from '../wiring.ts';
import { commandTree } from './command-tree.ts';
import { EXIT } from './exit-codes.ts';
import { processIo } from './io.ts';
import type { Elsewhere } from './open-log.ts';
import type { Here } from './subcommands/subcommand.ts';

/** Every `gate WORD ...`: parsed here, done in the file of that name. */
export async function runSubcommand(argv: readonly string[], facts: RawFacts, system: SystemConfig): Promise<number> {
  const io = processIo(process.stderr.isTTY === true);
  let status: number = EXIT.ok;
  // What stands after `--` is a command, never options of ours: `gate explain -- psql -c ...`.
  const end = argv.indexOf('--');
  const command = end < 0 ? undefined : argv.slice(end + 1);
  // Help, doctor and the policy tools work where nobody can say who exists.
  const listing = await attempted(() => peopleOf(facts, system));
  const session = await attempted(() => loggedIn(facts, system));
  const done = (result: number) => {
    status = result;
  };
  const program = commandTree({ io, done, command, ...surroundingsOf({ facts, system, listing, session }) });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.usage;
  }
  try {
    await program.parseAsync(end < 0 ? [...argv] : argv.slice(0, end), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are what was asked for; everything else is a mistake in the command line.
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return status;
}

interface Given {
  readonly facts: RawFacts;
  readonly system: SystemConfig;
  /** @throws GateError CONFIG_INVALID */
  readonly listing: Here['listing'];
  /** The person that the service elsewhere takes the caller for. @throws GateError CONFIG_INVALID */
  readonly session: () => string | undefined;
}

/** Fails when it is needed, not before. */
async function attempted<Value>(make: () => Promise<Value>): Promise<() => Value> {
  try {
    const value = await make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function elsewhereOf(facts: RawFacts, { service }: SystemConfig): Elsewhere | undefined {
  if (service === undefined) return undefined;
  return async () => {
    const [{ connectionTo }, { remoteLog }] = await Promise.all([
      import('../broker/service.ts'),
      import('../broker/remote-log.ts'),
    ]);
    return remoteLog(await connectionTo(service, facts, environmentOf(facts)));
  };
}

/** What looks at this account's own record or policies says so where neither counts. */
function requireLocal({ service }: SystemConfig, what: string): void {
  if (service === undefined) return;
  throw new GateError(
    'USAGE',
    `${what}: a service decides and records here, and this account has no record of its own`,
    {
      hint: 'take a copy of the service’s record to a machine where gate decides by itself, as its `audit.db`',
    },
  );
}

function surroundingsOf({ facts, system, listing, session }: Given) {
  const environment = environmentOf(facts);
  const home = environment['HOME'] || facts.user.home;
  const paths = pathsFor(environment, home);
  const account = () => identify(facts.user.name, facts.host, environment, facts.ancestors);
  return {
    ...{ facts, environment, home, paths, system, listing, account },
    local: () => openLocal(environment, home, listing()),
    elsewhere: elsewhereOf(facts, system),
    requireLocal: (what: string) => requireLocal(system, what),
    queue: (away?: Away) => openQueue(facts, system, listing, away),
    policies: () => policyPaths(environment, home, facts.cwd ?? '/'),
    actor: () => ({ identified: inSession(recognise(listing())(account()), session()), tty: facts.tty }),
    looking: async () => (await import('./looking.ts')).configuredLooking(system, paths, facts.host),
  };
}

async function loggedIn(facts: RawFacts, { service }: SystemConfig): Promise<string | undefined> {
  if (service?.kind !== 'https') return undefined;
  const credential = await import('../broker/credential.ts');
  const environment = environmentOf(facts);
  return credential.loggedIn({ service, environment, home: facts.user.home, purpose: 'answer', now: Date.now });
}

/** A login makes a person who they are at the service; it makes nobody else a person. */
function inSession(identified: Identified, person: string | undefined): Identified {
  if (person === undefined || identified.principal.kind !== 'person') return identified;
  const why = [...identified.why, `\`gate login\` said that you are ${person}`];
  return { ...identified, principal: { kind: 'person', id: person, known: 'oidc' }, why };
}

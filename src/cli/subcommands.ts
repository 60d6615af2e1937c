import { Command, CommanderError } from 'commander';
import { visible } from '../command/display.ts';
import { pathsFor } from '../config/paths.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { policyPaths } from '../policy/paths.ts';
import type { RawFacts } from '../request/capture.ts';
import { identify } from '../request/principal.ts';
import { environmentOf, openLocal, peopleOf, recognise } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import { type Io, processIo } from './io.ts';
import { auditSubcommands } from './subcommands/audit.ts';
import { doctorSubcommands } from './subcommands/doctor.ts';
import { explainSubcommands } from './subcommands/explain.ts';
import { grantsSubcommands } from './subcommands/grants.ts';
import { peopleSubcommands } from './subcommands/people.ts';
import { policySubcommands } from './subcommands/policy.ts';
import { reportSubcommands } from './subcommands/report.ts';
import { requestsSubcommands } from './subcommands/requests.ts';
import type { Here, Subcommands } from './subcommands/subcommand.ts';
import { VERSION } from './version.ts';

/** In the order in which help lists them. */
const FAMILIES: readonly Subcommands[] = [
  requestsSubcommands,
  grantsSubcommands,
  peopleSubcommands,
  doctorSubcommands,
  explainSubcommands,
  policySubcommands,
  reportSubcommands,
  auditSubcommands,
];

const HELP = `
Run a command by policy, with approval where policy asks for it, and a record of it all:
  gate [options] -- COMMAND [ARG...]

  -m, --intent TEXT     why: recorded, and shown to those who approve
  --ticket ID           the ticket it belongs to
  --timeout DURATION    how long to wait for people (default 10m, or what the calling agent allows); the request goes on
  --no-wait             submit, print the id, exit 75
  --resume ID           run what was approved under that id
  --break-glass         run what is held at once, with -m WHY, and be reviewed afterwards; where policy names you
  --events FD|FILE      what happens, as JSON lines; the last says whether it ran
  --call N              the tool call of an agent that this is; hooks write it
  --json                the same on stderr

Examples:
  gate -- kubectl get pods
  gate -m "remove the old test namespace" -- kubectl delete namespace test
  gate explain -- psql -c 'drop table payments'
  gate list
  gate approve 4f2a91c0

Exit status: that of the command; gate's own are 64 usage, 69 service or channel down, 70 bug, 74 record cannot be written, 75 pending, 76 ended
without a no, 77 refused, 78 policy or configuration invalid, 126 cannot execute, 127 not found.
`;

/** Every `gate WORD ...`: parsed here, done in the file of that name. */
export async function runSubcommand(argv: readonly string[], facts: RawFacts, system: SystemConfig): Promise<number> {
  const io = processIo(process.stderr.isTTY === true);
  let status: number = EXIT.ok;
  // What stands after `--` is a command, never options of ours: `gate explain -- psql -c ...`.
  const end = argv.indexOf('--');
  const command = end < 0 ? undefined : argv.slice(end + 1);
  // Help, doctor and the policy tools work where nobody can say who exists.
  const listing = await attempted(() => peopleOf(facts, system));
  const program = build(io, { facts, system, listing }, command, (result) => {
    status = result;
  });
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

function build(io: Io, given: Given, command: readonly string[] | undefined, done: (status: number) => void): Command {
  const program = new Command('gate')
    .usage('[options] -- COMMAND [ARG...]\n       gate SUBCOMMAND ...')
    .version(VERSION, '-V, --version')
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .showHelpAfterError('  `gate --help` lists the subcommands, `gate SUBCOMMAND --help` their options')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: (text, write) => write(`gate: ${shownError(text)}\n`),
    });
  program.on('command:*', ([word]: string[]) => {
    throw new GateError('USAGE', `missing \`--\` before the command \`${word}\``, {
      hint: `gate -- ${word} ...; \`gate --help\` lists the subcommands`,
    });
  });
  const inherit = (command: Command) => command.copyInheritedSettings(program);
  const add: Here['add'] = (parent, line, description) => inherit(parent.command(line).description(description));
  const here = { program, add, io, done, command, ...surroundingsOf(given) };
  for (const declare of FAMILIES) declare(here);
  return program;
}

function surroundingsOf({ facts, system, listing }: Given) {
  const environment = environmentOf(facts);
  const home = environment['HOME'] || facts.user.home;
  const paths = pathsFor(environment, home);
  const account = () => identify(facts.user.name, facts.host, environment, facts.ancestors);
  return {
    ...{ facts, environment, home, paths, system, listing, account },
    local: () => openLocal(environment, home, listing()),
    policies: () => policyPaths(environment, home, facts.cwd ?? '/'),
    actor: () => ({ identified: recognise(listing())(account()), tty: facts.tty }),
    looking: async () => (await import('./looking.ts')).configuredLooking(system, paths, facts.host),
  };
}

/** What was typed is part of the text; only the suggestion after it is a line of its own. */
function shownError(text: string): string {
  const lines = text
    .replace(/^error: /, '')
    .trimEnd()
    .split(/\n(?=\(Did you mean )/);
  return lines.map(visible).join('\n');
}

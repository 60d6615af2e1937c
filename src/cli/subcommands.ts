import { createReadStream } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Listing } from '../broker/live-directory.ts';
import { visible } from '../command/display.ts';
import { pathsFor } from '../config/paths.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { seconds } from '../policy/duration.ts';
import { policyPaths } from '../policy/paths.ts';
import type { RawFacts } from '../request/capture.ts';
import { capture } from '../request/capture.ts';
import { identify } from '../request/principal.ts';
import { chance, environmentOf, openLocal, peopleOf, recognise, systemMode } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import { type Io, processIo } from './io.ts';
import { VERSION } from './version.ts';
import type { Actor } from './votes.ts';

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

interface Surroundings {
  readonly facts: RawFacts;
  readonly system: SystemConfig;
  /** @throws GateError CONFIG_INVALID */
  readonly listing: () => Listing;
}

const NOBODY: Listing = { people: undefined, reload: async () => undefined };

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

function build(
  io: Io,
  { facts, system, listing }: Surroundings,
  command: readonly string[] | undefined,
  done: (status: number) => void,
): Command {
  const environment = environmentOf(facts);
  const home = environment['HOME'] || facts.user.home;
  const local = () => openLocal(environment, home, listing());
  const policies = () => policyPaths(environment, home, facts.cwd ?? '/');
  const account = () => identify(facts.user.name, facts.host, environment, facts.ancestors);
  const actor = (): Actor => ({
    identified: recognise(listing())(account()),
    tty: facts.tty,
  });
  const looking = async () => {
    const { configuredLooking } = await import('./looking.ts');
    return configuredLooking(system, pathsFor(environment, home), facts.host);
  };
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
  const add = (parent: Command, line: string, description: string) =>
    inherit(parent.command(line).description(description));

  add(program, 'list', 'what waits for people')
    .option('--all', 'ended ones too')
    .option('--limit <n>', 'at most this many', count)
    .option('--json', 'as data')
    .action(async (options) =>
      done(await (await import('./list.ts')).list(local().broker, { ...options, environment }, io)),
    );
  add(program, 'show <id>', 'the whole record of a request')
    .option('--json', 'as data')
    .action(async (id, options) =>
      done(
        await (await import('./requests.ts')).show(
          local().broker,
          id,
          { ...options, environment, looking },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'inbox', 'what waits, live: read, approve, deny, ask back (people only, at a terminal)')
    .option('--plain', 'line by line, for screen readers and simple terminals')
    .option('--bell', 'ring when something new waits')
    .option('--notify', 'desktop notification when something new waits, where the terminal can')
    .action(async (options) =>
      done(await (await import('./inbox.ts')).inbox(local, environment, { ...options, looking }, actor(), io)),
    );
  add(program, 'approve <ids...>', 'let it run, once (people only, at a terminal); several are shown as a table')
    .option('--digest <sha256>', 'only if this is its digest, or the beginning of it; then nothing is asked')
    .option('--for <duration>', 'and the same without asking for that long', duration)
    .option('-m, --message <text>', 'why')
    .option('--json', 'the results as data')
    .action(async (ids, options) => {
      const { approve } = await import('./approve.ts');
      done(await approve(local().broker, ids, { ...options, environment, looking }, actor(), io));
    });
  add(program, 'deny <ids...>', 'do not let it run')
    .requiredOption('-m, --message <text>', 'why: the one who asked reads it')
    .option('--digest <sha256>', 'only if this is its digest, or the beginning of it')
    .option('--json', 'the results as data')
    .action(async (ids, options) =>
      done(await (await import('./votes.ts')).deny(local().broker, ids, options, actor(), io)),
    );
  add(program, 'review <id>', 'look at a run under break-glass, afterwards')
    .requiredOption('-m, --message <text>', 'what you found')
    .option('--not-justified', 'it should not have been run')
    .action(async (id, { message, notJustified = false }) =>
      done(
        await (await import('./votes.ts')).review(
          local().broker,
          id,
          { text: message, justified: !notJustified },
          actor(),
          io,
        ),
      ),
    );
  const grants = add(program, 'grants', 'approvals that stand for a while')
    .option('--all', 'ended ones too')
    .option('--json', 'as data')
    .action(async (options) => done(await (await import('./grants.ts')).listGrants(local().broker, options, io)));
  add(grants, 'revoke <id>', 'take one back')
    .requiredOption('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(await (await import('./grants.ts')).revokeGrant(local().broker, id, message, actor(), io)),
    );
  add(program, 'question <id>', 'ask back; the clock of the request stands still')
    .requiredOption('-m, --message <text>', 'the question')
    .action(async (id, { message }) =>
      done(await (await import('./votes.ts')).ask(local().broker, id, message, actor(), io)),
    );
  add(program, 'answer <id>', 'answer a question about your request')
    .requiredOption('-m, --message <text>', 'the answer')
    .option('--file <file>', 'a text file that belongs to it, 64 KiB at most')
    .action(async (id, { message, file }) => {
      const words = { text: message, ...(file === undefined ? {} : { file }) };
      done(await (await import('./votes.ts')).reply(local().broker, id, words, actor(), io));
    });
  add(program, 'wait <id>', 'wait until it is decided')
    .option('--timeout <duration>', 'how long (default: 10m, or what the calling agent allows)', duration)
    .option('--json', 'as data')
    .action(async (id, { timeout, json }) => {
      const { patienceOf } = await import('./patience.ts');
      const patience = patienceOf(timeout, { principal: actor().identified.principal, environment });
      done(await (await import('./votes.ts')).wait(local().broker, id, { patience, json }, io));
    });
  add(program, 'cancel <id>', 'withdraw your request')
    .option('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(
        await (await import('./votes.ts')).takeBack(
          local().broker,
          id,
          { how: 'withdraw', text: message },
          actor(),
          io,
        ),
      ),
    );
  add(program, 'revoke <id>', 'take back a grant that has not started')
    .option('-m, --message <text>', 'why')
    .action(async (id, { message }) =>
      done(
        await (await import('./votes.ts')).takeBack(local().broker, id, { how: 'revoke', text: message }, actor(), io),
      ),
    );
  add(program, 'whoami', 'who gate thinks is asking, and why')
    .option('--json', 'as data')
    .action(async (options) => {
      const { ignoredWords, peopleFound } = await import('./doctor-people.ts');
      const ignored = ignoredWords(await peopleFound(system, pathsFor(environment, home)));
      const { identified, tty } = actor();
      const me = { identified: { ...identified, why: [...identified.why, ...ignored] }, tty };
      const { directory, enrolment } = local();
      const { whoami } = await import('./whoami.ts');
      done(await whoami(me, { directory, enrolment: await enrolment() }, options, io));
    });

  add(program, 'enroll [kind] [file]', 'enroll what proves your votes: passphrase, totp, or ssh KEYFILE.pub')
    .option('--list', 'what is enrolled')
    .option('--remove <id>', 'take one back')
    .action(async (kind, file, options) => {
      const { directory, enrolment } = local();
      const { enroll } = await import('./enroll.ts');
      const parts = { directory, enrolment: await enrolment(), actor: actor() };
      done(await enroll(parts, { kind, file, ...options }, io));
    });

  add(program, 'doctor', 'what this mode holds and what not, and whether everything is in order')
    .option('--json', 'as data')
    .action(async (options) => {
      const { doctor } = await import('./doctor.ts');
      const paths = pathsFor(environment, home);
      const { peopleFound } = await import('./doctor-people.ts');
      const people = await peopleFound(system, paths);
      const identified = people.state === 'invalid' ? account() : recognise(listing())(account());
      const who = { identified, tty: facts.tty };
      const parts = { actor: who, environment, paths, policies: policies(), people, executable: process.execPath };
      done(await doctor(parts, options, io));
    });

  add(program, 'explain', 'what gate understands and would decide, and why; runs nothing')
    .usage('[--json] -- COMMAND [ARG...]\n       gate explain --batch < rows.jsonl')
    .option('--json', 'as data')
    .option(
      '--batch',
      'one JSON row per line in, one answer per line out; reads nothing of this machine but its policies',
    )
    .action(async ({ json = false, batch }) => {
      const { explainBatch, explainCommand } = await import('./explain.ts');
      const where = { paths: policies(), cacheDirectory: pathsFor(environment, home).cache, ...systemMode(system) };
      if (batch) return done(await explainBatch({ ...where, input: createReadStream('', { fd: 0 }) }, io));
      if (command === undefined || command.length === 0) {
        throw new GateError('USAGE', 'no command to explain', {
          hint: 'for example: gate explain -- kubectl get pods',
        });
      }
      const { request } = capture(facts, { argv: command }, chance, recognise(listing()));
      return done(await explainCommand({ ...where, request, json }, io));
    });

  add(program, 'schema [name]', 'the JSON Schemas of what gate prints as JSON').action(async (name) =>
    done((await import('./schemas.ts')).printSchema(name, io)),
  );

  const policy = add(program, 'policy', 'what decides');
  add(policy, 'check [files...]', 'are all policies valid? errors name file:line:column').action(async (files) =>
    done(await (await import('./policy.ts')).policyCheck({ paths: policies(), files }, io)),
  );
  add(policy, 'test [files...]', 'run the tests that policies carry').action(async (files) =>
    done(await (await import('./policy.ts')).policyTest({ paths: policies(), files }, io)),
  );
  add(policy, 'simulate', 'what would another policy have said to the recorded requests?')
    .option('--since <duration>', 'how far back', duration, 30 * 86_400)
    .option('--policy <directory>', 'policies to try in the place of yours')
    .option('--json', 'as data')
    .action(async ({ since, policy: directory, json }) => {
      const { policySimulate } = await import('./simulate.ts');
      const options = {
        database: pathsFor(environment, home).database,
        paths: policies(),
        ...(directory !== undefined && { policy: directory }),
        ...systemMode(system),
        sinceSeconds: since,
        json,
        now: chance.now(),
      };
      done(await policySimulate(options, io));
    });
  add(policy, 'schema', 'the JSON Schema of a policy file, for editors').action(async () =>
    done(await (await import('./policy.ts')).policySchemaCommand(io)),
  );
  add(policy, 'packs [name]', 'the packs that are shipped; with a name, its text').action(async (name) =>
    done(await (await import('./policy.ts')).policyPacks(name === undefined ? {} : { name }, io)),
  );

  const report = add(program, 'report', 'figures from the record');
  add(report, 'approvals', 'are people asked too often, and how fast do they answer?')
    .option('--since <duration>', 'how far back', duration, 30 * 86_400)
    .option('--json', 'as data')
    .action(async ({ since, json }) => {
      const { reportApprovals } = await import('./report-approvals.ts');
      const options = {
        database: pathsFor(environment, home).database,
        paths: policies(),
        ...systemMode(system),
        sinceSeconds: since,
        json,
        color: process.stdout.isTTY === true && !environment['NO_COLOR'],
        now: chance.now(),
      };
      done(await reportApprovals(options, io));
    });

  const audit = add(program, 'audit', 'the log');
  // Whoever reads the log needs to know nobody.
  const log = () => ({ path: openLocal(environment, home, NOBODY).paths.database });
  add(audit, 'tail', 'the newest events')
    .option('-n, --count <n>', 'how many', count)
    .option('-f, --follow', 'go on as they come')
    .option('--json', 'as data')
    .action(async (options) => done(await (await import('./audit.ts')).auditTail(log(), options, io)));
  add(audit, 'show <what>', 'one event by index, or all of a request by id')
    .option('--json', 'as data')
    .action(async (what, { json }) => done(await (await import('./audit.ts')).auditShow(log(), { what, json }, io)));
  add(audit, 'export', 'events as JSON lines that verify anywhere')
    .option('--from <index>', 'first', count)
    .option('--to <index>', 'last', count)
    .action(async (options) => done(await (await import('./audit.ts')).auditExport(log(), options, io)));
  add(audit, 'verify [file]', 'recompute everything; the log, a database or an export')
    .option('--json', 'as data')
    .action(async (file, { json }) =>
      done(
        await (await import('./audit.ts')).auditVerify(log(), { ...(file === undefined ? {} : { file }), json }, io),
      ),
    );
  return program;
}

/** What was typed is part of the text; only the suggestion after it is a line of its own. */
function shownError(text: string): string {
  const lines = text
    .replace(/^error: /, '')
    .trimEnd()
    .split(/\n(?=\(Did you mean )/);
  return lines.map(visible).join('\n');
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function duration(text: string): number {
  const parsed = seconds(text);
  if (parsed === undefined) throw new InvalidArgumentError('write it like 90s, 10m or 2h');
  return parsed;
}

import { runCommandLine } from './cli/command-line.ts';
import { processIo } from './cli/io.ts';
import { printError, reported } from './cli/report.ts';
import { requireAllowedHome } from './config/system.ts';
import { exactArguments } from './request/capture.ts';
import { environmentOf, processFacts, systemOf } from './wiring.ts';

/** What harnesses take for "no". */
const BLOCKED = 2;

/**
 * The door. `gate ... -- COMMAND` goes straight to the run path, which loads nothing it does not need; every other
 * first word is a subcommand.
 */
async function main(): Promise<void> {
  const inner = innerWord(process.argv.slice(2));
  if (inner === '--starter') return (await import('./server/run/starter.ts')).startOne(process.argv[4] === 'nested');
  if (inner === '--empty') return (await import('./server/run/private-place.ts')).emptyAll(process.argv.slice(4));
  if (inner === '--copy') return (await import('./server/run/copy.ts')).copyInto(process.argv.slice(4));
  if (inner === '--reader') return (await import('./server/run/reader.ts')).readAll();
  const facts = await processFacts();
  const argv = exactArguments(facts.argv);
  if (isHookLine(argv)) return (await import('./cli/hook.ts')).runHook(argv.slice(1), facts);
  const system = await systemOf(facts);
  requireAllowedHome(system, environmentOf(facts));
  if (!isSubcommandLine(argv)) return runCommandLine(argv, facts, system);
  const { runSubcommand } = await import('./cli/subcommands.ts');
  process.exit(await runSubcommand(argv, facts, system));
}

/** Options in front of `--` belong to the run path; `--help` and `--version` before it do not. */
function isSubcommandLine(argv: readonly string[]): boolean {
  const [first] = argv;
  if (first === undefined || !first.startsWith('-')) return true;
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.some((argument) => ['-h', '--help', '-V', '--version'].includes(argument));
}

/** Called by harnesses before every command, and so without what subcommands load. */
function isHookLine(argv: readonly string[]): boolean {
  return argv[0] === 'hook' && !argv.includes('--help') && !argv.includes('-h');
}

/** What the service starts: `--starter` for each command of host mode, `--reader` for each account, `--copy` before a run and `--empty` after it; by hand they find nothing to do and end. */
function innerWord(argv: readonly string[]): string | undefined {
  return argv[0] === 'serve' ? argv[1] : undefined;
}

// First of all: a signal never opens a debugger to others (Node); it is forwarded once a command runs.
process.on('SIGUSR1', () => {});

main().catch((error: unknown) => {
  const report = reported(error);
  printError(processIo(false), report);
  // Of a hook, every other status lets the command run.
  process.exit(process.argv[2] === 'hook' ? BLOCKED : report.status);
});

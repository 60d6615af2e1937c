import { Command } from 'commander';
import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { HELP } from './run-help.ts';
import { agentsSubcommands } from './subcommands/agents.ts';
import { auditSubcommands } from './subcommands/audit.ts';
import { ciSubcommands } from './subcommands/ci.ts';
import { completionSubcommands } from './subcommands/completion.ts';
import { doctorSubcommands } from './subcommands/doctor.ts';
import { explainSubcommands } from './subcommands/explain.ts';
import { grantsSubcommands } from './subcommands/grants.ts';
import { initSubcommands } from './subcommands/init.ts';
import { installSubcommands } from './subcommands/install.ts';
import { peopleSubcommands } from './subcommands/people.ts';
import { policySubcommands } from './subcommands/policy.ts';
import { reportSubcommands } from './subcommands/report.ts';
import { requestsSubcommands } from './subcommands/requests.ts';
import { serveSubcommands } from './subcommands/serve.ts';
import type { Here, Subcommands } from './subcommands/subcommand.ts';
import { tokenSubcommands } from './subcommands/token.ts';
import { VERSION } from './version.ts';

/** In the order in which help lists them. */
const FAMILIES: readonly Subcommands[] = [
  requestsSubcommands,
  grantsSubcommands,
  peopleSubcommands,
  tokenSubcommands,
  serveSubcommands,
  doctorSubcommands,
  explainSubcommands,
  agentsSubcommands,
  initSubcommands,
  policySubcommands,
  reportSubcommands,
  auditSubcommands,
  ciSubcommands,
  installSubcommands,
  completionSubcommands,
];

/** What subcommands are given, apart from the tree they are declared in. */
export type Surroundings = Omit<Here, 'program' | 'add'>;

/** Every `gate WORD ...`, declared: to be parsed with, or to be looked at. Nothing runs. */
export function commandTree(surroundings: Surroundings): Command {
  const { io } = surroundings;
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
  const here: Here = { ...surroundings, program, add };
  for (const declare of FAMILIES) declare(here);
  // Subcommands have a `--version` of their own; what was declared above does not inherit this.
  return program.enablePositionalOptions();
}

/** What was typed is part of the text; only the suggestion after it is a line of its own. */
function shownError(text: string): string {
  const lines = text
    .replace(/^error: /, '')
    .trimEnd()
    .split(/\n(?=\(Did you mean )/);
  return lines.map(visible).join('\n');
}

import type { Argument, Command, Option } from 'commander';
import { pathsFor } from '../config/paths.ts';
import { GateError } from '../errors.ts';
import { commandTree, type Surroundings } from './command-tree.ts';
import { RUN_OPTIONS } from './run-help.ts';

/** The command line of gate as data: what manual and completion are made from. The root is `gate` itself, with a run's options. */
export interface Outline {
  /** `['grants', 'revoke']`; none for the root. */
  readonly words: readonly string[];
  readonly summary: string;
  /** What follows the words, a line for each form: `[options] <ids...>`. */
  readonly usage: readonly string[];
  readonly arguments: readonly OutlineArgument[];
  readonly options: readonly OutlineOption[];
  readonly subcommands: readonly Outline[];
}

export interface OutlineArgument {
  readonly name: string;
  readonly variadic: boolean;
  readonly choices: readonly string[];
}

export interface OutlineOption {
  readonly short?: string;
  readonly long: string;
  /** Name of the value that follows; a switch has none. */
  readonly value?: string;
  readonly choices: readonly string[];
  /** It must be given. */
  readonly needed: boolean;
  readonly summary: string;
}

/** Of the whole command line, without running any of it. */
export function outline(): Outline {
  const root = outlineOf(commandTree(NOBODY), []);
  const run = RUN_OPTIONS.map((option) => ({ ...option, choices: [], needed: false }));
  return { ...root, usage: ['[options] -- COMMAND [ARG...]'], options: [...run, ...root.options] };
}

/** Everything below an outline and itself, in the order of help. */
export function everyOutline(root: Outline): readonly Outline[] {
  return [root, ...root.subcommands.flatMap(everyOutline)];
}

function outlineOf(command: Command, words: readonly string[]): Outline {
  const help = command.createHelp();
  const below = help.visibleCommands(command).filter((each) => each.name() !== 'help');
  return {
    words,
    summary: command.description(),
    usage: command.usage().split(/\n\s*(?:gate(?: [a-z]+)* )?(?=\S)/),
    arguments: command.registeredArguments.map(argumentOf),
    options: help.visibleOptions(command).map(optionOf),
    subcommands: below.map((each) => outlineOf(each, [...words, each.name()])),
  };
}

function argumentOf(argument: Argument): OutlineArgument {
  return { name: argument.name(), variadic: argument.variadic, choices: argument.argChoices ?? [] };
}

function optionOf(option: Option): OutlineOption {
  const value = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(option.flags)?.[1];
  return {
    ...(option.short === undefined ? {} : { short: option.short }),
    long: option.long ?? option.flags,
    ...(value === undefined ? {} : { value }),
    choices: option.argChoices ?? [],
    needed: option.mandatory,
    summary: option.description,
  };
}

/** Whoever only looks at the tree is nobody, nowhere; what a subcommand would do with it is never called. */
const NOBODY: Surroundings = {
  io: { stdout: () => {}, stderr: () => {}, stderrIsTerminal: false },
  done: () => {},
  command: undefined,
  facts: {
    argv: [],
    environment: new Uint8Array(),
    cwd: '/',
    host: '',
    user: { uid: 0, name: '', home: '/' },
    tty: false,
    stdin: 'null',
    ancestors: [],
  },
  environment: {},
  home: '/',
  paths: pathsFor({}, '/'),
  system: {},
  ...{
    elsewhere: undefined,
    requireLocal: never,
    listing: never,
    local: never,
    queue: never,
    policies: never,
    account: never,
    actor: never,
    looking: never,
  },
};

function never(): never {
  throw new GateError('INTERNAL', 'a subcommand was run from its outline');
}

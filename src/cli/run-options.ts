import { visible } from '../command/display.ts';
import { GateError } from '../errors.ts';
import { seconds } from '../policy/duration.ts';

/** `gate [options] -- COMMAND [ARG...]`, parsed by hand: this is the path that must start at once. */
export interface RunOptions {
  readonly command: readonly string[];
  readonly intent?: string;
  readonly ticket?: string;
  /** As given; without it the caller's budget counts. */
  readonly timeoutSeconds?: number;
  readonly wait: boolean;
  readonly resume?: string;
  /** Index of the tool call that a hook recorded. */
  readonly call?: number;
  /** Descriptor number or file for JSON lines. */
  readonly events?: string;
  readonly json: boolean;
  /** Run what is held at once, and be looked at afterwards. */
  readonly breakGlass: boolean;
}

export const DEFAULT_TIMEOUT_SECONDS = 600;

const VALUES = new Map([
  ['-m', 'intent'],
  ['--intent', 'intent'],
  ['--ticket', 'ticket'],
  ['--timeout', 'timeout'],
  ['--resume', 'resume'],
  ['--events', 'events'],
  ['--call', 'call'],
] as const);
const SWITCHES = new Map([
  ['--no-wait', 'noWait'],
  ['--json', 'json'],
  ['--break-glass', 'breakGlass'],
] as const);
/** Every spelling that is read here; `run-help.ts` says what each is for. */
export const SPELLINGS: readonly string[] = [...VALUES.keys(), ...SWITCHES.keys()];
const KNOWN = [...SPELLINGS, '--help', '--version'];

const EXAMPLE = 'for example: gate -m "clean up the test namespace" -- kubectl delete namespace test';

/** @throws GateError USAGE for everything that is not exactly understood: nothing is guessed in front of `--` */
export function parseRunOptions(argv: readonly string[]): RunOptions {
  const given: Partial<Record<'intent' | 'ticket' | 'timeout' | 'resume' | 'events' | 'call', string>> = {};
  const on = new Set<'noWait' | 'json' | 'breakGlass'>();
  let command: readonly string[] | undefined;
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index]!;
    if (argument === '--') {
      command = argv.slice(index + 1);
      break;
    }
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const option = equals < 0 ? argument : argument.slice(0, equals);
    const name = VALUES.get(option as never);
    const flag = SWITCHES.get(option as never);
    if (name !== undefined) {
      if (given[name] !== undefined) throw usage(`${option} is given twice`);
      const value = equals < 0 ? argv[++index] : argument.slice(equals + 1);
      if (value === undefined || (value === '--' && equals < 0)) throw usage(`${option} needs a value`);
      given[name] = value;
    } else if (flag !== undefined && equals < 0) {
      on.add(flag);
    } else if (argument.startsWith('-')) {
      throw usage(`unknown option \`${option}\``, near(option));
    } else {
      throw usage(
        `\`${argument}\` stands where an option or \`--\` belongs`,
        `put \`--\` before the command; ${EXAMPLE}`,
      );
    }
  }
  if (given.resume !== undefined) {
    if (command !== undefined) throw usage('--resume takes no command: it runs what was approved under that id');
    command = [];
  } else if (command === undefined) {
    throw usage('missing `--` before the command', EXAMPLE);
  } else if (command.length === 0 || command[0] === '') {
    throw usage(command.length === 0 ? 'no command after `--`' : 'the command is an empty string', EXAMPLE);
  }
  const breakGlass = on.has('breakGlass');
  if (breakGlass && given.resume !== undefined) throw usage('--break-glass takes a command, not --resume');
  if (breakGlass && !given.intent?.trim()) {
    throw usage('--break-glass needs -m: why it cannot wait', 'people read the reason when they review the run');
  }
  return {
    command,
    wait: !on.has('noWait'),
    json: on.has('json'),
    breakGlass,
    ...(given.timeout === undefined ? {} : { timeoutSeconds: timeout(given.timeout) }),
    ...(given.intent === undefined ? {} : { intent: given.intent }),
    ...(given.ticket === undefined ? {} : { ticket: given.ticket }),
    ...(given.resume === undefined ? {} : { resume: given.resume }),
    ...(given.events === undefined ? {} : { events: given.events }),
    ...(given.call === undefined ? {} : { call: index(given.call) }),
  };
}

function timeout(text: string): number {
  const parsed = seconds(text);
  if (parsed === undefined) throw usage(`--timeout is not a duration: \`${text}\``, 'write it like 90s, 10m or 2h');
  return parsed;
}

function index(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw usage(`--call is not the number of an event: \`${visible(text)}\``);
  return Number(text);
}

function near(option: string): string {
  const guess = KNOWN.find((known) => known.startsWith(option) || option.startsWith(known.slice(0, 5)));
  return guess ? `did you mean \`${guess}\`? \`gate --help\` lists them all` : '`gate --help` lists the options';
}

function usage(message: string, hint = '`gate --help` shows how'): GateError {
  return new GateError('USAGE', message, { hint });
}

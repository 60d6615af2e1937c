import { GLOB, UNRESOLVED } from '../../options.ts';
import { type Arity, optionsOf, type ServiceOptions } from './table.ts';

/** The words of one `aws` command by what they are for. */
export interface CommandLine {
  readonly service: string | undefined;
  readonly operation: string;
  /** What follows the operation and belongs to no option. */
  readonly operands: readonly string[];
  readonly globals: ReadonlyMap<string, string>;
  /** The operation's own options with the values that follow them, in order. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Which operation it is does not hang on a word that only the shell will know. */
  readonly settled: boolean;
  readonly doubts: readonly string[];
}

/** Options of aws itself, versions 1 and 2, which may stand anywhere; with how many words they take. */
const GLOBALS: ReadonlyMap<string, Arity> = new Map([
  ...flags(
    '--debug --no-verify-ssl --no-paginate --version --help --no-sign-request --no-cli-pager --cli-auto-prompt --no-cli-auto-prompt --v2-debug',
    '0',
  ),
  ...flags(
    '--endpoint-url --output --query --profile --region --color --ca-bundle --cli-read-timeout --cli-connect-timeout --cli-binary-format --cli-error-format',
    '1',
  ),
]);

/** What every operation of an API has besides its own. */
const COMMON: ReadonlyMap<string, Arity> = new Map([
  ...flags('--cli-input-json --cli-input-yaml --max-items --page-size --starting-token', '1'),
  ...flags('--generate-cli-skeleton', '?'),
  // Not an option but the name of an operand: aws refuses it.
  ...flags('--outfile', '1'),
]);

function flags(list: string, arity: Arity): readonly (readonly [string, Arity])[] {
  return list.split(' ').map((name) => [name, arity] as const);
}

/**
 * Takes any argv apart as the parsers of the AWS command line do, one after the other: the global options wherever they
 * stand, their unambiguous beginnings included; of what is left, the first words that are no options are the service and
 * the operation, whatever stands in front of them; and the rest is the operation's. What aws would refuse does nothing;
 * what gate cannot place is a doubt.
 */
export function parse(argv: readonly string[]): CommandLine {
  const words: string[] = [];
  const rest: string[] = [];
  const globals = new Map<string, string>();
  const doubts: string[] = [];
  let own: ServiceOptions | undefined;
  let settled = true;

  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (words.length < 2 && splits(arg)) settled = false;
    if (!isOption(arg)) {
      (words.length < 2 ? words : rest).push(arg);
      if (words.length === 1) own ??= optionsOf(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const global = globalNamed(name, own);
    if (global === undefined) {
      if (words.length === 0) doubts.push(`option ${name} is not one of aws itself`);
      rest.push(arg);
      continue;
    }
    if (global !== name) doubts.push(`option ${name} is cut short: in another version it may mean another one`);
    let value: string | undefined = '';
    if (GLOBALS.get(global) === '1') {
      const next = argv[at + 1];
      if (equals >= 0) value = arg.slice(equals + 1);
      else if (next === undefined || isOption(next)) value = undefined;
      else {
        value = next;
        at++;
        if (words.length < 2 && splits(next)) settled = false;
      }
    }
    if (value === undefined) doubts.push(`option ${global} lacks its value`);
    const before = globals.get(global);
    if (before !== undefined && before !== value) doubts.push(`option ${global} is given more than once`);
    globals.set(global, value ?? '');
  }
  const [service, operation = ''] = words;
  const { operands, parameters } = parseRest(rest, own, doubts);
  return { service, operation, operands, globals, parameters, settled, doubts };
}

/** What belongs to the operation: its options with their values, and its operands. */
function parseRest(
  rest: readonly string[],
  own: ServiceOptions | undefined,
  doubts: string[],
): Pick<CommandLine, 'operands' | 'parameters'> {
  const operands: string[] = [];
  const parameters = new Map<string, string[]>();
  let values: string[] = operands;
  /** How many words the last option may still take. */
  let open = 0;
  let strange = 0;
  for (const arg of rest) {
    if (!isOption(arg)) {
      if (open > 0) values.push(arg);
      else operands.push(arg);
      open--;
      continue;
    }
    open = 0;
    if (arg === '--') {
      doubts.push('what follows -- is read in different ways');
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const [known, arity] = ownNamed(name, own, strange < MAX_STRANGE);
    if (known !== name || arity === undefined) strange++;
    if (arity === undefined) doubts.push(`option ${name} is not one gate knows`);
    else if (known !== name) doubts.push(`option ${name} is cut short: in another version it may mean another one`);
    values = parameters.get(known) ?? [];
    parameters.set(known, values);
    if (equals >= 0) values.push(arg.slice(equals + 1));
    else open = arity === undefined || arity === '*' ? Number.POSITIVE_INFINITY : arity === '?' ? 1 : Number(arity);
  }
  return { operands, parameters };
}

/** Beginnings of options are looked for only so often: nobody writes more of them, and each costs a look at all. */
const MAX_STRANGE = 16;

/** What the shell fills in may be several words. */
function splits(arg: string): boolean {
  return arg.includes(UNRESOLVED) || arg.includes(GLOB);
}

/** As argparse tells them apart: with a space inside it is a value, whatever it begins with. */
function isOption(arg: string): boolean {
  return arg.startsWith('--') && (arg.includes('=') || !arg.includes(' '));
}

/** The global option meant; argparse takes any beginning that fits one alone, before the operation sees it. */
function globalNamed(name: string, own: ServiceOptions | undefined): string | undefined {
  if (GLOBALS.has(name)) return name;
  if (own?.arity(name) !== undefined || COMMON.has(name)) return undefined;
  const meant = onlyOne(GLOBALS.keys(), name);
  return meant === undefined || EXACTLY.has(meant) ? undefined : meant;
}

/** What makes a command harmless must be spelt out: the beginning might be another option's in another version. */
const EXACTLY = new Set(['--help', '--generate-cli-skeleton', '--dry-run', '--dryrun']);

/** The operation's option meant, and how much it takes; no arity when there is none of that name. */
function ownNamed(
  name: string,
  own: ServiceOptions | undefined,
  shortened: boolean,
): readonly [string, Arity | undefined] {
  const exact = own?.arity(name) ?? COMMON.get(name);
  if (exact !== undefined || own === undefined || !shortened) return [name, exact];
  let meant = name;
  let arity: Arity | undefined;
  for (const [option, takes] of [...own.beginning(name), ...COMMON]) {
    if (!option.startsWith(name)) continue;
    if (EXACTLY.has(option)) return [name, undefined];
    // Which of several is meant depends on the operation. None of them makes it another one.
    meant = arity === undefined ? option : name;
    arity = arity === undefined || arity === takes ? takes : '*';
  }
  return [meant, arity];
}

function onlyOne(names: Iterable<string>, beginning: string): string | undefined {
  let found: string | undefined;
  for (const name of names) {
    if (!name.startsWith(beginning)) continue;
    if (found !== undefined) return undefined;
    found = name;
  }
  return found;
}

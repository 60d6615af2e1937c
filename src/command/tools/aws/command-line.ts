import { grammar, UNRESOLVED } from '../../options.ts';

const GLOBAL = grammar('getopt', {
  flags:
    '--debug --no-verify-ssl --no-paginate --version --no-sign-request --no-cli-pager --cli-auto-prompt --no-cli-auto-prompt --help',
  values:
    '--endpoint-url --output --query --profile --region --color --ca-bundle --cli-read-timeout --cli-connect-timeout --cli-binary-format --cli-error-format',
});

/** The words of one `aws` command by what they are for. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly globals: ReadonlyMap<string, string>;
  /** The service's own options, with the values that follow them. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly doubts: readonly string[];
}

/**
 * Takes any argv apart; whatever may mean something else to aws is a doubt.
 *
 * Global options may stand anywhere. Which values a service's own options take is only in its model, so what follows
 * one counts as its value; operands before the first such option are the command's.
 */
export function parse(argv: readonly string[]): CommandLine {
  const words: string[] = [];
  const globals = new Map<string, string>();
  const parameters = new Map<string, string[]>();
  const doubts: string[] = [];
  let current: string[] | undefined;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (!arg.startsWith('--') || arg === '--') {
      if (arg.startsWith(UNRESOLVED)) doubts.push('an argument is only known when it runs');
      // In `s3`, where flags such as --recursive take nothing, operands may follow them.
      const isValue = words[0] !== 's3' || (current?.length === 0 && S3_VALUES.has(argv[at - 1] ?? ''));
      (isValue && current !== undefined ? current : words).push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const option = GLOBAL.options.get(name);
    if (option !== undefined) {
      if (globals.has(name)) doubts.push(`option ${name} is given more than once`);
      const value = option.takes === 'nothing' ? '' : equals < 0 ? argv[++at] : arg.slice(equals + 1);
      if (value === undefined) doubts.push(`option ${name} lacks its value`);
      globals.set(name, value ?? '');
      continue;
    }
    if (abbreviates(name)) doubts.push(`option ${name} may be read as the beginning of another`);
    if (parameters.has(name)) doubts.push(`option ${name} is given more than once`);
    current = equals < 0 ? [] : [arg.slice(equals + 1)];
    parameters.set(name, current);
    if (words.length === 0) doubts.push(`option ${name} is not one of aws itself`);
  }
  return { words, globals, parameters, doubts };
}

/** Options of `aws s3` that take a value; all others there are flags. */
const S3_VALUES = new Set(
  (
    '--acl --exclude --include --storage-class --sse --sse-c --sse-c-key --sse-kms-key-id --sse-c-copy-source --sse-c-copy-source-key --grants ' +
    '--website-redirect --content-type --cache-control --content-disposition --content-encoding --content-language --expires --source-region ' +
    '--metadata --metadata-directive --copy-props --page-size --expires-in --expected-size --request-payer --index-document --error-document --checksum-mode --checksum-algorithm --bucket-name-prefix --bucket-region'
  ).split(' '),
);

/** argparse accepts any unambiguous beginning of an option. */
function abbreviates(name: string): boolean {
  for (const known of GLOBAL.options.keys()) if (known.startsWith(name) && known !== name) return true;
  return false;
}

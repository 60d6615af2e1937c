import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { grammar, UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, unknownAction, withDoubt } from '../../reading.ts';
import {
  CUSTOM,
  DESTROYS,
  EXECUTES,
  EXPORTS,
  NOT_READS,
  NOT_SECRET,
  PRIVILEGE_SERVICES,
  PRIVILEGE_WORDS,
  READS,
  SECRET_OPERATIONS,
} from './effects-table.ts';
import { place, transfer } from './s3.ts';
import { isKnownVerb } from './verbs.ts';

export const reader: Reader = { names: ['aws'], read };

const GLOBAL = grammar('getopt', {
  flags:
    '--debug --no-verify-ssl --no-paginate --version --no-sign-request --no-cli-pager --cli-auto-prompt --no-cli-auto-prompt --help',
  values:
    '--endpoint-url --output --query --profile --region --color --ca-bundle --cli-read-timeout --cli-connect-timeout --cli-binary-format --cli-error-format',
});

interface Parsed {
  readonly words: readonly string[];
  readonly globals: ReadonlyMap<string, string>;
  /** The service's own options, with the values that follow them. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly doubts: readonly string[];
}

/**
 * Global options may stand anywhere. Which values a service's own options take is only in its model, so what follows
 * one counts as its value; operands before the first such option are the command's.
 */
function parse(argv: readonly string[]): Parsed {
  const words: string[] = [];
  const globals = new Map<string, string>();
  const parameters = new Map<string, string[]>();
  const doubts: string[] = [];
  let current: string[] | undefined;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (!arg.startsWith('--') || arg === '--') {
      if (arg.startsWith(UNRESOLVED)) doubts.push('an argument is only known when it runs');
      // A flag such as --recursive takes nothing; in `s3` operands may follow it.
      if (current === undefined || words[0] === 's3')
        (words[0] === 's3' && current?.length === 0 && takesValue(argv[at - 1] ?? '') ? current : words).push(arg);
      else current.push(arg);
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

function takesValue(option: string): boolean {
  return S3_VALUES.has(option);
}

/** argparse accepts any unambiguous beginning of an option. */
function abbreviates(name: string): boolean {
  for (const known of GLOBAL.options.keys()) if (known.startsWith(name) && known !== name) return true;
  return false;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const parsed = parse(argv);
  const [service, operation = '', ...operands] = parsed.words;
  const scope = scopeOf(parsed, context);
  const base = { pins: PINS, secrets: secretsOf(parsed) };
  const doubts = [...parsed.doubts, ...hazards(parsed)];
  if (service === undefined) {
    const asked = parsed.globals.has('--version') || parsed.globals.has('--help');
    return withDoubt({ ...base, actions: [asked ? act('aws', 'help', ['read']) : unknownAction('aws')] }, doubts);
  }
  if (service === 'help' || operation === 'help' || operands.includes('help')) {
    return withDoubt({ ...base, actions: [act('aws', 'help', ['read'])] }, doubts);
  }
  const { inputs, unseen } = filesOf(parsed, context);
  const name = `${service}:${apiName(service, operation)}`;
  let actions: readonly Action[] | undefined;
  if (service === 's3' && /^(cp|mv|sync)$/.test(operation)) {
    actions = transfer(operation, operands, new Set(parsed.parameters.keys()), scope, context);
  } else {
    const effects = effectsOf(service, operation, operands, parsed);
    const resource = service === 's3' && operands[0] !== undefined ? place(operands[0], context) : resourceOf(parsed);
    if (effects !== undefined)
      actions = [act('aws', name, effects, { resource, scope, opaque: effects.includes('execute') })];
  }
  if (actions === undefined) {
    return {
      ...base,
      inputs,
      actions: [unknownAction('aws', name, { scope })],
      notes: ['this operation is not one gate knows'],
    };
  }
  // --debug prints the session token among its messages.
  if (parsed.globals.has('--debug')) actions = [...actions, act('aws', name, ['secret'], { scope })];
  const quiet = actions.every((action) => action.effects.every((effect) => effect === 'read'));
  const more = unseen && !quiet ? ['parameters come from a file that cannot be seen'] : [];
  return withDoubt({ ...base, inputs, actions }, [...doubts, ...more]);
}

/** Variables aws heeds here. */
const PINS = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ENDPOINT_URL',
  'AWS_CA_BUNDLE',
  'HTTPS_PROXY',
  'https_proxy',
] as const;

function scopeOf(parsed: Parsed, context: ReadContext): Scope {
  const { globals } = parsed;
  const { environment } = context;
  const arn = [...parsed.parameters.values()].flat().find((value) => /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value));
  return fields({
    profile: globals.get('--profile') ?? environment['AWS_PROFILE'] ?? environment['AWS_DEFAULT_PROFILE'],
    region: globals.get('--region') ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'],
    account: parsed.parameters.get('--account-id')?.[0] ?? arn?.split(':')[4],
    tls: globals.has('--no-verify-ssl') ? 'not verified' : undefined,
    endpoint: globals.get('--endpoint-url') ?? environment['AWS_ENDPOINT_URL'],
  });
}

function hazards(parsed: Parsed): readonly string[] {
  const notes: string[] = [];
  if (parsed.globals.has('--cli-auto-prompt')) notes.push('--cli-auto-prompt asks for the rest later');
  return notes;
}

/** Secrets given in the open. */
function secretsOf(parsed: Parsed): readonly string[] {
  return [...parsed.parameters]
    .filter(([name]) =>
      /(password|secret-string|secret-binary|auth-token|private-key|passphrase|secret-access-key)$/.test(name),
    )
    .flatMap(([, values]) => values.filter((value) => value !== '' && !/^fileb?:/.test(value)));
}

function filesOf(parsed: Parsed, context: ReadContext): { inputs: readonly Input[]; unseen: boolean } {
  const inputs: Input[] = [];
  let unseen = parsed.parameters.has('--cli-input-json') || parsed.parameters.has('--cli-input-yaml');
  for (const values of parsed.parameters.values()) {
    for (const value of values) {
      const path = /^fileb?:\/\/(.*)$/s.exec(value)?.[1];
      if (path === undefined) continue;
      const digest = context.files.read(path)?.digest;
      if (digest === undefined) unseen = true;
      inputs.push({ role: 'parameters', path, ...(digest === undefined ? {} : { digest }) });
    }
  }
  return { inputs, unseen };
}

function effectsOf(
  service: string,
  operation: string,
  operands: readonly string[],
  parsed: Parsed,
): readonly Effect[] | undefined {
  const key = `${service}:${operation}`;
  if (Object.hasOwn(CUSTOM, key)) return CUSTOM[key];
  if (service === 's3' || service === 'configure' || operation === '') return undefined;
  if (operation.includes(UNRESOLVED) || service.includes(UNRESOLVED)) return undefined;
  if (operation === 'wait') return ['read'];
  // After the operation only options follow, but for the few commands above.
  if (operands.length > (service === 's3api' || service === 'lambda' ? 1 : 0) + (operation.startsWith('get-') ? 1 : 0))
    return undefined;
  const first = operation.split('-')[0] as string;
  const two = operation.split('-').slice(0, 2).join('-');
  if (!isKnownVerb(first)) return undefined;
  const effects = new Set<Effect>();
  if (SECRET_OPERATIONS.test(key) && !NOT_SECRET.test(key)) effects.add('secret');
  if (EXECUTES.test(key)) effects.add('execute');
  if ((READS.has(first) || READS.has(two)) && !NOT_READS.test(key)) {
    effects.add('read');
    // Output written to a file of the caller's choice.
    if (operands.length > 0) effects.add('write').add('export');
    return [...effects];
  }
  if (parsed.parameters.has('--dry-run') && !parsed.parameters.has('--no-dry-run') && service === 'ec2')
    return ['read'];
  if (DESTROYS.has(first) || DESTROYS.has(two)) effects.add('destroy');
  if (PRIVILEGE_SERVICES.has(service) || PRIVILEGE_WORDS.test(operation)) effects.add('privilege');
  if (EXPORTS.test(operation)) effects.add('export');
  effects.add('write');
  return [...effects];
}

/** The object, where an option names it plainly: `--instance-ids`, `--bucket`, `--table-name`. */
function resourceOf(parsed: Parsed): Resource {
  for (const [option, values] of parsed.parameters) {
    const kind =
      /^--(.+?)-?(names?|ids?|identifiers?|arns?)$/.exec(option)?.[1] ??
      /^--(bucket|function|cluster|service|key)$/.exec(option)?.[1];
    const [name] = values;
    if (kind !== undefined && values.length === 1 && name !== undefined) return { kind: kind.replace(/-$/, ''), name };
  }
  return {};
}

/** `describe-db-instances` -> `DescribeDBInstances`; services differ in how they write abbreviations. */
function apiName(service: string, operation: string): string {
  if (service === 's3' || service === 'configure') return operation;
  const upper = UPPER[service] ?? NONE;
  return operation
    .split('-')
    .map((word) => (upper.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

const NONE: ReadonlySet<string> = new Set();
const UPPER: Readonly<Record<string, ReadonlySet<string>>> = {
  rds: new Set(['db']),
  iam: new Set(['mfa', 'saml', 'ssh']),
  neptune: new Set(['db']),
  docdb: new Set(['db']),
};

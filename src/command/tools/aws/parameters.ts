import type { Effect, Resource } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import type { CommandLine } from './command-line.ts';
import { opensUp } from './s3.ts';

const READ: readonly Effect[] = ['read'];

/** The effects of an operation with these parameters: a few of them make it less, or more. */
export function adjusted(line: CommandLine, effects: readonly Effect[]): readonly Effect[] {
  const { service = '', operation, operands, parameters } = line;
  // Prints a form to fill in; the operation is not called.
  if (parameters.has('--generate-cli-skeleton')) return READ;
  if (dryRun(service, operation, parameters)) return READ;
  if (service === 'ssm' && operation.startsWith('get-parameter')) return decrypted(parameters) ? ['secret'] : effects;
  if (service === 'apigateway' && operation.startsWith('get-api-key')) {
    return parameters.has('--include-value') || parameters.has('--include-values') ? ['secret'] : effects;
  }
  // Connections of Glue hold passwords in plain text, and show them unless told not to.
  if (service === 'glue' && /^get-connections?$/.test(operation)) {
    return parameters.has('--hide-password') && !parameters.has('--no-hide-password') ? effects : ['secret'];
  }
  if (service === 'configure' && operation === 'get') {
    return operands.some((name) => name.includes(UNRESOLVED) || CREDENTIAL.test(name)) ? ['secret'] : READ;
  }
  if (service === 's3api' && opensUp(parameters) && !effects.includes('privilege')) return [...effects, 'privilege'];
  return effects;
}

/** Whether a parameter could make more of an operation than its name says. */
export function dependsOnParameters(service: string, operation: string): boolean {
  if (service === 'ssm') return operation.startsWith('get-parameter');
  if (service === 'apigateway') return operation.startsWith('get-api-key');
  if (service === 'glue') return /^get-connections?$/.test(operation);
  // What writes to S3 may also open it to others.
  return service === 'configure' || (service === 's3api' && !/^(get|list|head)-/.test(operation));
}

/** Names of settings that hold a credential. */
const CREDENTIAL = /secret|token|key|pass/;

/** Where the API itself promises to check and do nothing: EC2, KMS, and a few single operations. */
function dryRun(service: string, operation: string, parameters: CommandLine['parameters']): boolean {
  if (service === 'lambda' && operation === 'invoke') {
    const types = parameters.get('--invocation-type');
    return types?.length === 1 && types[0] === 'DryRun';
  }
  if (!parameters.has('--dry-run') || parameters.has('--no-dry-run')) return false;
  return service === 'ec2' || service === 'kms' || DRY_RUNS.has(`${service} ${operation}`);
}

const DRY_RUNS: ReadonlySet<string> = new Set([
  'eks update-kubeconfig',
  'emr-containers update-role-trust-policy',
  'lambda update-function-code',
]);

/** Without `--with-decryption` Parameter Store gives a secure string as it keeps it. */
function decrypted(parameters: CommandLine['parameters']): boolean {
  return (
    parameters.has('--with-decryption') || parameters.has('--cli-input-json') || parameters.has('--cli-input-yaml')
  );
}

/** Secrets given in the open. */
export function secretsOf({ service, operation, operands, parameters }: CommandLine): readonly string[] {
  const found: string[] = [];
  const [name = '', value] = operands;
  if (service === 'configure' && operation === 'set' && value !== undefined && CREDENTIAL.test(name)) found.push(value);
  if (operation === 'put-parameter' && parameters.get('--type')?.includes('SecureString')) {
    found.push(...(parameters.get('--value') ?? []).filter((given) => !isFile(given)));
  }
  for (const [name, values] of parameters) {
    if (!SECRET.test(name)) continue;
    for (const value of values) if (value !== '' && !isFile(value)) found.push(value);
  }
  return found;
}

const SECRET =
  /(password|secret|secret-string|secret-binary|auth-token|access-token|refresh-token|session-token|private-key|passphrase|secret-access-key|api-key-value|sse-c-key)$/;

function isFile(value: string): boolean {
  return value.startsWith('file://') || value.startsWith('fileb://');
}

/** The files parameters come from; `unseen` when all parameters do, from one that cannot be read. */
export function filesOf(
  { parameters }: CommandLine,
  context: ReadContext,
): { inputs: readonly Input[]; unseen: boolean } {
  const inputs: Input[] = [];
  let unseen = false;
  for (const [name, values] of parameters) {
    const whole = name === '--cli-input-json' || name === '--cli-input-yaml';
    for (const value of values) {
      const file = isFile(value);
      if (whole && !file && value.includes(UNRESOLVED)) unseen = true;
      if (!file) continue;
      const path = value.slice(value.indexOf('://') + 3);
      const snapshot = context.files.read(path);
      if (whole && snapshot?.bytes === undefined) unseen = true;
      inputs.push(inputOf('parameters', path, snapshot));
    }
  }
  return { inputs, unseen };
}

/** The object, where an option names one plainly: `--instance-ids`, `--bucket` and `--key`, `--table-name`. */
export function resourceOf({ parameters }: CommandLine): Resource {
  const bucket = only(parameters.get('--bucket'));
  const key = only(parameters.get('--key'));
  if (bucket !== undefined) {
    return key === undefined ? { kind: 'bucket', name: bucket, bucket } : { kind: 'object', name: key, bucket };
  }
  for (const [option, values] of parameters) {
    const name = only(values);
    if (name === undefined) continue;
    const kind = kindOf(option);
    if (kind === undefined) continue;
    return name.startsWith('arn:') ? { kind, name, arn: name } : { kind, name };
  }
  return NOTHING;
}

const NOTHING: Resource = Object.freeze({});
const NAMED = new Set(['function', 'cluster', 'service', 'key', 'table', 'stack', 'resource']);
const NAMES = /^(.*?)-?(?:name|names|id|ids|identifier|identifiers|arn|arns)$/;

function kindOf(option: string): string | undefined {
  const name = option.slice(2);
  if (NAMED.has(name)) return name;
  const kind = NAMES.exec(name)?.[1];
  return kind === '' ? 'resource' : kind;
}

function only(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

import type { Action, Resource, Scope } from '../../action.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, inputOf, unknownAction, withDoubt } from '../../reading.ts';
import { type CommandLine, parse } from './command-line.ts';
import { apiName, effectsOf } from './operations.ts';
import { place, transfer } from './s3.ts';

export const reader: Reader = { names: ['aws'], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const parsed = parse(argv);
  const [service, operation = '', ...operands] = parsed.words;
  const scope = scopeOf(parsed, context);
  const base = { pins: PINS, secrets: secretsOf(parsed) };
  const doubts = [...parsed.doubts];
  if (parsed.globals.has('--cli-auto-prompt')) doubts.push('--cli-auto-prompt asks for the rest later');
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
    const effects = effectsOf(service, operation, operands, parsed.parameters);
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

function scopeOf(parsed: CommandLine, context: ReadContext): Scope {
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

/** Secrets given in the open. */
function secretsOf(parsed: CommandLine): readonly string[] {
  return [...parsed.parameters]
    .filter(([name]) =>
      /(password|secret-string|secret-binary|auth-token|private-key|passphrase|secret-access-key)$/.test(name),
    )
    .flatMap(([, values]) => values.filter((value) => value !== '' && !/^fileb?:/.test(value)));
}

function filesOf(parsed: CommandLine, context: ReadContext): { inputs: readonly Input[]; unseen: boolean } {
  const inputs: Input[] = [];
  let unseen = parsed.parameters.has('--cli-input-json') || parsed.parameters.has('--cli-input-yaml');
  for (const values of parsed.parameters.values()) {
    for (const value of values) {
      const path = /^fileb?:\/\/(.*)$/s.exec(value)?.[1];
      if (path === undefined) continue;
      const snapshot = context.files.read(path);
      if (snapshot === undefined) unseen = true;
      inputs.push(inputOf('parameters', path, snapshot));
    }
  }
  return { inputs, unseen };
}

/** The object, where an option names it plainly: `--instance-ids`, `--bucket`, `--table-name`. */
function resourceOf(parsed: CommandLine): Resource {
  for (const [option, values] of parsed.parameters) {
    const kind =
      /^--(.+?)-?(names?|ids?|identifiers?|arns?)$/.exec(option)?.[1] ??
      /^--(bucket|function|cluster|service|key)$/.exec(option)?.[1];
    const [name] = values;
    if (kind !== undefined && values.length === 1 && name !== undefined) return { kind: kind.replace(/-$/, ''), name };
  }
  return {};
}

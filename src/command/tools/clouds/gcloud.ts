import type { Action, Effect, Resource, Scope } from '../../action.ts';
import tree from '../../grammars/gcloud.json' with { type: 'json' };
import { UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, fileAt, inputOf, unknownAction, withDoubt } from '../../reading.ts';
import { CloudLanguage, type CloudTree, type CloudWords, lastOf } from './cloud-words.ts';
import { effectsOf } from './effects.ts';
import { GCLOUD } from './gcloud-table.ts';
import { transfer } from './transfer.ts';

export const reader: Reader = { names: ['gcloud'], read };

const LANGUAGE = new CloudLanguage(tree as unknown as CloudTree, ['alpha', 'beta', 'preview'], true);

function read(argv: readonly string[], context: ReadContext): Reading {
  const words = LANGUAGE.parse(argv);
  const base = { pins: PINS, secrets: secretsOf(words) };
  const doubts = [...words.doubts];
  const operation = words.path.join(' ');
  if (
    words.options.has('--help') ||
    words.options.has('-h') ||
    words.options.has('--version') ||
    words.stranger === 'help' ||
    words.path[0] === 'topic' ||
    words.path[0] === 'help'
  ) {
    return withDoubt({ ...base, actions: [act('gcloud', 'help', ['read'])] }, doubts);
  }
  if (words.end === 'group') {
    // A group by itself prints which commands it has.
    return withDoubt({ ...base, actions: [act('gcloud', operation || 'help', ['read'])] }, doubts);
  }
  const scope = scopeOf(words, context);
  const found = words.end === 'stranger' ? undefined : effectsOf(words.path, GCLOUD);
  if (found === undefined) {
    return {
      ...base,
      actions: [unknownAction('gcloud', operation || 'gcloud', { scope })],
      notes: [`gcloud ${[...words.path, words.stranger ?? ''].join(' ').trim()} is not a command gate knows`],
    };
  }
  if (words.options.has('--flags-file')) doubts.push('--flags-file brings further options');
  const { inputs, actions, runs } = judged(words, operation, found, scope, context);
  return { ...withDoubt({ ...base, actions, inputs }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

interface Judged {
  readonly actions: readonly Action[];
  readonly inputs: readonly Input[];
  readonly runs: readonly Run[];
}

function judged(
  words: CloudWords,
  operation: string,
  found: readonly Effect[],
  scope: Scope,
  context: ReadContext,
): Judged {
  const effects = new Set<Effect>(found);
  const inputs: Input[] = [];
  const runs: Run[] = [];
  const more: Action[] = [];
  // It acts under another identity.
  if (words.options.has('--impersonate-service-account')) effects.add('privilege');
  // The requests it prints carry the access token.
  if (words.options.has('--log-http')) effects.add('secret');
  if (words.path[0] === 'storage') {
    const moved = transfer('gcloud', operation, words, scope, context);
    if (moved !== undefined) return { actions: moved, inputs, runs };
  }
  if (operation === 'storage buckets update' || operation === 'storage objects update') {
    if ([...words.options.keys()].some((name) => /acl|public/.test(name))) effects.add('privilege');
  }
  const line = operation.endsWith(' ssh') ? (lastOf(words, '--command') ?? words.rest.join(' ')) : '';
  if (line !== '') runs.push({ argv: ['sh', '-c', line], via: `gcloud ${operation}`, elsewhere: true });
  if (operation === 'builds submit') {
    const config = lastOf(words, '--config');
    if (config !== undefined) inputs.push(inputOf('build', config, context.files.read(config)));
  }
  for (const name of OUTPUTS) {
    const path = lastOf(words, name);
    if (path !== undefined && path !== '-' && path !== '') {
      more.push(act('gcloud', operation, ['write'], { resource: fileAt(path, context.cwd) }));
    }
  }
  const action = act('gcloud', operation, [...effects], { resource: resourceOf(words), scope });
  return { actions: [action, ...more], inputs, runs };
}

/** Options that name a file gcloud writes. */
const OUTPUTS: readonly string[] = ['--plaintext-file', '--out-file', '--output-file'];

/** `compute instances`, and the first operand as its name. */
function resourceOf(words: CloudWords): Resource {
  const [name] = words.operands;
  const secret = lastOf(words, '--secret');
  return fields({
    kind: words.path.slice(0, -1).at(-1),
    name: words.operands.length === 1 ? name : secret,
  });
}

function scopeOf(words: CloudWords, { environment }: ReadContext): Scope {
  const get = (option: string, variable: string): string | undefined =>
    lastOf(words, option) ?? environment[`CLOUDSDK_${variable}`];
  return {
    ...fields({
      project: get('--project', 'CORE_PROJECT'),
      account: get('--account', 'CORE_ACCOUNT'),
      profile: get('--configuration', 'ACTIVE_CONFIG_NAME'),
      as: get('--impersonate-service-account', 'AUTH_IMPERSONATE_SERVICE_ACCOUNT'),
      region: lastOf(words, '--region', '--location') ?? environment['CLOUDSDK_COMPUTE_REGION'],
      credential: words.options.has('--access-token-file') ? 'token' : undefined,
    }),
    reach: LOCAL.has(words.path[0] ?? '') ? 'machine' : 'remote',
  };
}

/** Groups that work on the SDK and its settings on this machine. */
const LOCAL: ReadonlySet<string> = new Set(
  'config components topic help version info cheat-sheet survey init docker emulators meta'.split(' '),
);

function secretsOf(words: CloudWords): readonly string[] {
  const found: string[] = [];
  for (const [name, values] of words.options) {
    if (SECRET.test(name))
      for (const value of values) if (value !== '' && !value.includes(UNRESOLVED)) found.push(value);
  }
  return found;
}

const SECRET = /^--(.*password|.*-secret|.*token|auth-string|.*private-key)$/;

const PINS: readonly string[] = [
  'CLOUDSDK_CONFIG',
  'CLOUDSDK_ACTIVE_CONFIG_NAME',
  'CLOUDSDK_CORE_PROJECT',
  'CLOUDSDK_CORE_ACCOUNT',
  'CLOUDSDK_COMPUTE_REGION',
  'CLOUDSDK_COMPUTE_ZONE',
  'CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT',
  'CLOUDSDK_AUTH_ACCESS_TOKEN_FILE',
  'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE',
  'GOOGLE_APPLICATION_CREDENTIALS',
];

import type { Effect, Resource, Scope } from '../../action.ts';
import tree from '../../grammars/az.json' with { type: 'json' };
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { AZ } from './az-table.ts';
import { CloudLanguage, type CloudTree, type CloudWords, lastOf } from './cloud-words.ts';
import { effectsOf } from './effects.ts';

export const reader: Reader = { names: ['az'], read };

/** az's own options, which its completion specs leave out: `az --help` and "global arguments". */
const GLOBAL = {
  flags: '--debug --help -h --only-show-errors --verbose --version -v',
  values: '--output -o --query --subscription',
};

/** Options of `az rest`, `az interactive` and `az self-test`, whose specs have none. */
const REST =
  '--method -m --uri --url -u --headers --uri-parameters --url-parameters --body -b --output-file --resource';

const specs = tree as unknown as CloudTree;
const LANGUAGE = new CloudLanguage(
  { ...specs, flags: `${specs.flags} ${GLOBAL.flags}`, values: `${specs.values} ${GLOBAL.values} ${REST}` },
  [],
  false,
);

function read(argv: readonly string[], context: ReadContext): Reading {
  if (argv.length === 2 && /^(--version|-v)$/.test(argv[1] as string))
    return { actions: [act('az', 'version', ['read'])] };
  const words = LANGUAGE.parse(argv);
  const base = { pins: PINS, secrets: secretsOf(words) };
  const doubts = [...words.doubts];
  const operation = words.path.join(' ');
  if (words.options.has('--help') || words.options.has('-h') || words.stranger === 'help') {
    return withDoubt({ ...base, actions: [act('az', 'help', ['read'])] }, doubts);
  }
  if (words.end === 'group') {
    // `az` alone, or a group by itself, prints what there is.
    return withDoubt({ ...base, actions: [act('az', operation || 'help', ['read'])] }, doubts);
  }
  const scope = scopeOf(words);
  const found = words.end === 'stranger' ? undefined : operation === 'rest' ? rest(words) : effectsOf(words.path, AZ);
  if (found === undefined) {
    return {
      ...base,
      actions: [unknownAction('az', operation || 'az', { scope })],
      notes: [`az ${[...words.path, words.stranger ?? ''].join(' ').trim()} is not a command gate knows`],
    };
  }
  const effects = new Set<Effect>(found);
  // It prints the access token among its messages.
  if (words.options.has('--debug')) effects.add('secret');
  const action = act('az', operation, [...effects], { resource: resourceOf(words), scope });
  const output = effects.has('export') ? lastOf(words, '--file', '-f', '--destination', '-d') : undefined;
  const more = output === undefined ? [] : [act('az', operation, ['write'], { resource: fileAt(output, context.cwd) })];
  const runs = remoteLines(words, operation);
  return { ...withDoubt({ ...base, actions: [action, ...more] }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

/** `az rest` calls any address with the caller's token: what it does is in its method. */
function rest(words: CloudWords): readonly Effect[] {
  const method = (lastOf(words, '--method', '-m') ?? 'get').toLowerCase();
  const url = lastOf(words, '--url', '--uri', '-u') ?? '';
  const effects: Effect[] = [
    method === 'get' || method === 'head' ? 'read' : method === 'delete' ? 'destroy' : 'write',
  ];
  if (/listkeys|listsecrets|token|secret|credential|password/i.test(url)) effects.push('secret');
  if (/roleassignments|roledefinitions/i.test(url) && effects[0] !== 'read') effects.push('privilege');
  // The token goes to whoever is named here.
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];
  if (host !== undefined && !/(^|\.)(azure\.(com|net|us|cn)|microsoft\.com|windows\.net)$/i.test(host))
    effects.push('secret');
  return effects;
}

/** What the machines it names will run. */
function remoteLines(words: CloudWords, operation: string): readonly Run[] {
  const lines =
    operation === 'vm run-command invoke' || operation === 'vmss run-command invoke'
      ? [words.options.get('--scripts') ?? [], words.operands].flat()
      : /^(aks command invoke|container exec|containerapp exec)$/.test(operation)
        ? [lastOf(words, '--command', '-c', '--exec-command')]
        : [];
  const found: Run[] = [];
  for (const line of lines) {
    if (line === undefined || line === '' || line.startsWith('@')) continue;
    found.push({ argv: ['sh', '-c', line], via: `az ${operation}`, elsewhere: true });
  }
  return found;
}

function resourceOf(words: CloudWords): Resource {
  return fields({
    kind: words.path.slice(0, -1).at(-1),
    name:
      lastOf(words, '--name', '-n') ??
      lastOf(words, '--ids', '--resource-id', '--vault-name', '--resource-group', '-g'),
    group: undefined,
  });
}

function scopeOf(words: CloudWords): Scope {
  const local = LOCAL.has(words.path[0] ?? '');
  return {
    ...fields({
      subscription: lastOf(words, '--subscription'),
      namespace: lastOf(words, '--resource-group', '-g'),
      region: lastOf(words, '--location', '-l'),
      account: lastOf(words, '--account-name'),
    }),
    reach: local ? 'machine' : 'remote',
  };
}

/** Groups that work on az and its settings on this machine. */
const LOCAL: ReadonlySet<string> = new Set(
  'config configure extension upgrade version bicep alias cache find'.split(' '),
);

function secretsOf(words: CloudWords): readonly string[] {
  const found: string[] = [];
  for (const [name, values] of words.options) {
    if (!SECRET.test(name)) continue;
    for (const value of values) {
      if (value !== '' && !value.startsWith('@') && !value.includes(UNRESOLVED)) found.push(value);
    }
  }
  return found;
}

const SECRET = /^--(.*password|.*secret|.*token|account-key|connection-string|.*-key-value|value|client-secret|sas)$/;

const PINS: readonly string[] = [
  'AZURE_CONFIG_DIR',
  'AZURE_EXTENSION_DIR',
  'AZURE_SUBSCRIPTION_ID',
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_STORAGE_ACCOUNT',
  'AZURE_STORAGE_KEY',
  'AZURE_STORAGE_CONNECTION_STRING',
  'AZURE_STORAGE_SAS_TOKEN',
];

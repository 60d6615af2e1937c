import type { Effect, Scope } from '../../action.ts';
import type { CommandLine, CommandTree } from '../../command-tree.ts';
import tree from '../../grammars/vault.json' with { type: 'json' };
import type { ReadContext, Reader } from '../../reader.ts';
import { act, fields, fileAt, inputOf } from '../../reading.ts';
import { atAddress } from '../containers/endpoint.ts';
import { type Found, isSet, lastOf, type Refined, tableReader } from '../orchestration/by-table.ts';
import { EFFECTS, GRANTING_PATHS, PLAIN_PATHS, REVEALING_PATHS } from './effects-table.ts';

/** vault, and bao, which kept its commands. */
export const reader: Reader = tableReader({
  tree: tree as unknown as CommandTree,
  style: 'goflag',
  effects: EFFECTS,
  scope: scopeOf,
  refine,
  secrets: ['unlock-key', 'mfa', 'otp', 'header', 'id', 'dr-token'],
  pins: [
    'VAULT_ADDR',
    'VAULT_AGENT_ADDR',
    'VAULT_PROXY_ADDR',
    'VAULT_NAMESPACE',
    'VAULT_CACERT',
    'VAULT_CAPATH',
    'VAULT_CLIENT_CERT',
    'VAULT_CLIENT_KEY',
    'VAULT_SKIP_VERIFY',
    'VAULT_TLS_SERVER_NAME',
    'BAO_ADDR',
    'BAO_NAMESPACE',
  ],
});

function scopeOf(line: CommandLine, { environment }: ReadContext): Scope {
  const address =
    lastOf(line, 'agent-address', 'address') ??
    (environment['VAULT_AGENT_ADDR'] ||
      environment['VAULT_ADDR'] ||
      environment['BAO_ADDR'] ||
      'https://127.0.0.1:8200');
  const namespace =
    lastOf(line, 'namespace', 'ns') ?? (environment['VAULT_NAMESPACE'] || environment['BAO_NAMESPACE'] || undefined);
  return { ...atAddress(address), ...fields({ namespace }) };
}

function refine(found: Found, context: ReadContext): Refined {
  const { line, path } = found;
  const [first] = line.positionals;
  const target = (first ?? '').replace(/^\/+/, '').replace(/^v1\//, '');
  const effects = new Set(effectsAt(path, target, found.effects));
  // The request as a curl line holds the token.
  if (isSet(line, 'output-curl-string')) effects.add('secret');
  const mount = lastOf(line, 'mount');
  const name = mount === undefined ? target : `${mount.replace(/\/+$/, '')}/${target}`;
  return {
    effects: [...effects],
    resource: name === '' ? {} : { kind: kindOf(path), name },
    ...local(found, context),
    secrets: givenSecrets(found),
  };
}

function effectsAt(path: string, target: string, effects: readonly Effect[]): readonly Effect[] {
  if (path === 'read' && PLAIN_PATHS.test(target)) return ['read'];
  if (path !== 'write' && path !== 'patch' && path !== 'delete') return effects;
  return [
    ...effects,
    ...(GRANTING_PATHS.test(target) ? (['privilege'] as const) : []),
    ...(path !== 'delete' && REVEALING_PATHS.test(target) ? (['secret'] as const) : []),
  ];
}

function kindOf(path: string): string {
  const [group = ''] = path.split(' ');
  return group === 'kv' || group === 'read' || group === 'write' || group === 'list' || group === 'delete'
    ? 'secret'
    : group;
}

/** Policies come from files, snapshots go to files and come from them. */
function local({ path, line, tool }: Found, context: ReadContext): Partial<Refined> {
  if (path === 'policy write') return fileInput('policy', line.positionals[1], context);
  if (path === 'operator raft snapshot restore') return fileInput('snapshot', line.positionals.at(-1), context);
  if (path === 'policy fmt') {
    const [file] = line.positionals;
    return file === undefined ? {} : { actions: [act(tool, path, ['write'], { resource: fileAt(file, context.cwd) })] };
  }
  if (path !== 'operator raft snapshot save') return {};
  const file = line.positionals.at(-1);
  return file === undefined ? {} : { more: [act(tool, path, ['write'], { resource: fileAt(file, context.cwd) })] };
}

function fileInput(role: string, path: string | undefined, context: ReadContext): Partial<Refined> {
  if (path === undefined) return {};
  return { inputs: [inputOf(role, path, path === '-' ? context.files.stdin() : context.files.read(path))] };
}

/** `key=value` of what is written, and tokens given as words. */
function givenSecrets({ path, line }: Found): readonly string[] {
  if (/^(write|patch|kv put|kv patch|login)$/.test(path)) {
    return line.positionals
      .filter((word) => word.includes('='))
      .map((word) => word.slice(word.indexOf('=') + 1))
      .filter((value) => value.length > 3 && !value.startsWith('@') && value !== '-')
      .concat(path === 'login' ? line.positionals.filter((word) => !word.includes('=') && word !== '-') : []);
  }
  return /^(token (lookup|renew|revoke|capabilities)|unwrap|operator unseal)$/.test(path)
    ? line.positionals.filter((word) => /^(hvs|hvb|hvr|s|b)\./.test(word) || path === 'operator unseal')
    : [];
}

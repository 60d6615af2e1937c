import { sha256Hex } from '../../../platform/hash.ts';
import type { Scope } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';
import { lastOf } from '../orchestration/by-table.ts';

export interface Endpoint {
  readonly scope: Scope;
  readonly inputs: readonly Input[];
}

/** What decides which docker daemon is asked, besides the command line. */
export const DOCKER_PINS = ['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'];
export const PODMAN_PINS = ['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINERS_CONF', 'REGISTRY_AUTH_FILE'];

/** docker's order: `-H`, `--context`, `DOCKER_HOST`, `DOCKER_CONTEXT`, the context chosen by `docker context use`. */
export function dockerEndpoint(line: CommandLine, context: ReadContext): Endpoint {
  const { environment } = context;
  const given = line.options.get('host')?.at(-1);
  if (given !== undefined) return { scope: atAddress(given), inputs: [] };
  const flag = lastOf(line, 'context');
  if (flag === undefined && environment['DOCKER_HOST'])
    return { scope: atAddress(environment['DOCKER_HOST']), inputs: [] };
  const named = flag ?? (environment['DOCKER_CONTEXT'] || undefined);
  const folder = environment['DOCKER_CONFIG'] || `${context.home}/.docker`;
  const chosen = named === undefined ? currentContext(folder, context) : { name: named, inputs: [] };
  if (chosen.name === undefined || chosen.name === 'default') return { scope: HERE, inputs: chosen.inputs };
  const meta = `${folder}/contexts/meta/${sha256Hex(Buffer.from(chosen.name))}/meta.json`;
  const snapshot = context.files.read(meta);
  const host = hostIn(snapshot?.bytes);
  const scope = host === undefined ? { reach: 'remote' } : atAddress(host);
  const inputs = snapshot === undefined ? chosen.inputs : [...chosen.inputs, inputOf('context', meta, snapshot)];
  return { scope: { ...scope, context: chosen.name }, inputs };
}

/** podman works without a daemon, unless it is told of one elsewhere. */
export function podmanEndpoint(line: CommandLine, context: ReadContext): Endpoint {
  const address = lastOf(line, 'url') ?? (context.environment['CONTAINER_HOST'] || undefined);
  if (address !== undefined) return { scope: atAddress(address), inputs: [] };
  const connection = lastOf(line, 'connection') ?? (context.environment['CONTAINER_CONNECTION'] || undefined);
  if (connection !== undefined) return { scope: { context: connection, reach: 'remote' }, inputs: [] };
  return { scope: line.options.has('remote') ? { reach: 'remote' } : HERE, inputs: [] };
}

const HERE: Scope = { reach: 'machine' };

/** `unix:///path`, `tcp://host:port`, `ssh://user@host:port`. */
export function atAddress(address: string): Scope {
  if (/^(unix|fd|npipe):|^\//.test(address) || address === '')
    return { ...HERE, ...fields({ host: address || undefined }) };
  const parts = /^(?:([a-z]+):\/\/)?(?:([^@/]*)@)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?/.exec(address);
  return fields({
    host: parts?.[3] || undefined,
    port: parts?.[4],
    user: parts?.[2],
    reach: parts?.[3] ? undefined : 'remote',
  });
}

function currentContext(folder: string, context: ReadContext): { name: string | undefined; inputs: readonly Input[] } {
  const path = `${folder}/config.json`;
  const snapshot = context.files.read(path);
  const name = textAt(snapshot?.bytes, 'currentContext');
  return { name, inputs: name === undefined ? [] : [inputOf('context', path, snapshot)] };
}

function hostIn(bytes: Uint8Array | undefined): string | undefined {
  const endpoints = parsed(bytes)?.['Endpoints'] as Record<string, { Host?: unknown }> | undefined;
  const host = endpoints?.['docker']?.Host;
  return typeof host === 'string' ? host : undefined;
}

function textAt(bytes: Uint8Array | undefined, name: string): string | undefined {
  const value = parsed(bytes)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parsed(bytes: Uint8Array | undefined): Record<string, unknown> | undefined {
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

import { dirname, isAbsolute, join } from 'node:path';
import type { Scope } from '../../command/action.ts';
import { at, loadYaml, parseYaml, text } from '../../command/tools/kubectl/documents.ts';
import type { Look } from '../../platform/look.ts';
import { type Access, noCredential } from './access.ts';

/** A kubeconfig of the preview's own: one server, one credential, the namespace of the request, nothing that is started. */
export type Cluster = { readonly kubeconfig: string; readonly as: string } | { readonly why: string };

/**
 * The cluster that the request means, reached with the credential that may look at it. Nothing of the request's own
 * options is followed: they could send the credential elsewhere.
 */
export async function clusterFor(scope: Scope, look: Look, access: Access): Promise<Cluster> {
  const files = filesOf(access);
  if ('why' in files) return files;
  await loadYaml();
  const config: Config = { contexts: [], clusters: [], users: [] };
  for (const path of files.paths) {
    const read = look.trusted(path);
    if ('why' in read) {
      if (access.kind === 'configured') return read;
      continue;
    }
    const document = parseYaml(read.bytes);
    for (const list of ['contexts', 'clusters', 'users'] as const) config[list].push(...named(document, list, path));
    config.current ??= text(at(document, 'current-context')) || undefined;
  }
  const chosen = choose(config, scope, access.kind === 'present');
  if ('why' in chosen) return chosen;
  const { cluster, user, name } = chosen;
  const server = serverOf(cluster);
  if ('why' in server) return server;
  const identity = identityOf(user);
  if ('why' in identity) return identity;
  const { namespace } = scope;
  const place = namespace === undefined || namespace === '*' ? {} : { namespace };
  const kubeconfig = look.file(
    'kubeconfig',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'preview',
      contexts: [{ name: 'preview', context: { cluster: 'preview', user: 'preview', ...place } }],
      clusters: [{ name: 'preview', cluster: server.settings }],
      users: [{ name: 'preview', user: identity.settings }],
    }),
  );
  return { kubeconfig, as: `${name}, ${text(at(cluster.value, 'server')) ?? ''}` };
}

interface Named {
  readonly name: string;
  readonly value: unknown;
  /** Where it stands: paths in it are relative to that. */
  readonly file: string;
}

interface Config {
  readonly contexts: Named[];
  readonly clusters: Named[];
  readonly users: Named[];
  current?: string | undefined;
}

function filesOf(access: Access): { readonly paths: readonly string[] } | { readonly why: string } {
  if (access.kind === 'configured') {
    const { kubectl } = access.credentials;
    return kubectl ? { paths: [kubectl.kubeconfig] } : { why: noCredential('kubectl') };
  }
  const { environment, home } = access;
  const listed = (environment['KUBECONFIG'] ?? '').split(':').filter((path) => isAbsolute(path));
  return { paths: listed.length > 0 ? listed : [join(home, '.kube', 'config')] };
}

function named(document: unknown, list: 'contexts' | 'clusters' | 'users', file: string): readonly Named[] {
  const entries = at(document, list);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    const name = text(at(entry, 'name'));
    return name === undefined ? [] : [{ name, value: at(entry, list.slice(0, -1)), file }];
  });
}

/** By the server that the request means when it is known, else by the name of its context. */
function choose({ contexts, clusters, users, current }: Config, scope: Scope, own: boolean) {
  const { context, server } = scope;
  if (scope['kubeconfig'] !== undefined && own) return { why: 'the command names a kubeconfig of its own' };
  const wanted = context ?? (own ? current : undefined);
  if (wanted === undefined && server === undefined) return { why: 'which cluster it would change is not known' };
  const all = contexts.flatMap(({ name, value }) => {
    const cluster = clusters.find((each) => each.name === text(at(value, 'cluster')));
    const user = users.find((each) => each.name === text(at(value, 'user')));
    return cluster && user ? [{ name, cluster, user }] : [];
  });
  const same = (one: { readonly cluster: Named }) =>
    plainUrl(text(at(one.cluster.value, 'server'))) === plainUrl(server);
  const found =
    server === undefined
      ? all.find(({ name }) => name === wanted)
      : (all.find((one) => one.name === wanted && same(one)) ?? all.find(same));
  const where = server ?? wanted ?? '';
  return found ?? { why: `the credential for previews does not lead to ${where}` };
}

function plainUrl(url: string | undefined): string | undefined {
  return url
    ?.toLowerCase()
    .replace(/\/+$/, '')
    .replace(/^(https:\/\/[^/]+):443$/, '$1');
}

type Settings = { readonly settings: Readonly<Record<string, string>> } | { readonly why: string };

function serverOf({ value, file }: Named): Settings {
  const server = text(at(value, 'server')) ?? '';
  if (!/^https?:\/\//.test(server)) return { why: 'the kubeconfig names no server' };
  if (at(value, 'proxy-url') !== undefined) return { why: 'the kubeconfig sends requests through a proxy' };
  if (at(value, 'insecure-skip-tls-verify') === true) return { why: 'the kubeconfig does not check who the server is' };
  return {
    settings: {
      server,
      ...copied(value, file, ['certificate-authority-data', 'tls-server-name'], ['certificate-authority']),
    },
  };
}

/** Tokens and certificates. What logs in by starting a program is not started. */
function identityOf({ value, file }: Named): Settings {
  if (at(value, 'exec') !== undefined || at(value, 'auth-provider') !== undefined)
    return { why: 'the kubeconfig starts a program to log in, and a preview starts none' };
  const settings = copied(
    value,
    file,
    ['token', 'client-certificate-data', 'client-key-data', 'username', 'password'],
    ['tokenFile', 'client-certificate', 'client-key'],
  );
  return Object.keys(settings).length === 0 ? { why: 'the kubeconfig holds no credential' } : { settings };
}

function copied(value: unknown, file: string, plain: readonly string[], paths: readonly string[]) {
  const settings: Record<string, string> = {};
  for (const key of plain) {
    const found = text(at(value, key));
    if (found !== undefined) settings[key] = found;
  }
  for (const key of paths) {
    const found = text(at(value, key));
    if (found !== undefined) settings[key] = isAbsolute(found) ? found : join(dirname(file), found);
  }
  return settings;
}

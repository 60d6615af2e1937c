import type { Scope } from '../../action.ts';
import { runsCode } from '../../environment.ts';
import { optionValue, type Scan } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';
import { at, parseYaml, text } from './documents.ts';

export interface Where {
  readonly scope: Scope;
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
  /** The kubeconfig starts a program that is not a known login helper: whoever wrote the file runs code. */
  readonly plugin: string | undefined;
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

/** Programs that print a token for kubectl and do nothing else, when a kubeconfig names them without a path. */
const LOGIN_HELPERS: ReadonlySet<string> = new Set([
  'aws',
  'aws-iam-authenticator',
  'gke-gcloud-auth-plugin',
  'kubelogin',
  'kubectl-oidc_login',
  'doctl',
  'oci',
  'ibmcloud',
  'linode-cli',
  'civo',
  'exo',
  'scw',
  'tsh',
  'tanzu',
  'pinniped',
]);

/** Which cluster, as whom: flags first, then the kubeconfig that kubectl would read. */
export function resolveScope(found: Scan, context: ReadContext): Where {
  const explicit = optionValue(found, 'kubeconfig');
  const config = load(explicit, context);
  const contextName = optionValue(found, 'context') ?? config.current;
  const chosen = config.contexts.find((entry) => entry.name === contextName)?.value;
  const cluster = optionValue(found, 'cluster') ?? text(at(chosen, 'cluster'));
  const user = optionValue(found, 'user') ?? text(at(chosen, 'user'));
  const settings = config.clusters.find((entry) => entry.name === cluster)?.value;
  const server = optionValue(found, 'server') ?? text(at(settings, 'server'));
  const notes: string[] = [];
  const identity = config.users.find((entry) => entry.name === user)?.value;
  const login = loginProgram(identity);
  if (login !== undefined) notes.push(`the kubeconfig starts ${login.program} to log in`);
  const proxy = text(at(settings, 'proxy-url'));
  if (proxy !== undefined && server !== undefined) notes.push(`the kubeconfig sends requests through ${proxy}`);
  const token = found.options.has('token') || found.options.has('client-certificate') || found.options.has('password');
  return {
    scope: fields({
      context: contextName,
      cluster,
      server,
      user,
      namespace: optionValue(found, 'namespace') ?? text(at(chosen, 'namespace')),
      as: optionValue(found, 'as'),
      as_group: found.options.get('as-group')?.join(','),
      kubeconfig: explicit,
      credential: token ? 'from the command line' : undefined,
      tls: found.options.has('insecure-skip-tls-verify') ? 'not checked' : optionValue(found, 'tls-server-name'),
      // Where the server is named, loopback is told apart from it.
      reach: server === undefined ? 'remote' : undefined,
    }),
    inputs: config.inputs,
    notes,
    plugin: login?.known === false ? login.program : undefined,
  };
}

/** The file that `config` commands change. */
export function kubeconfigFile(found: Scan, context: ReadContext): string | undefined {
  return paths(optionValue(found, 'kubeconfig'), context)[0];
}

function loginProgram(identity: unknown): { program: string; known: boolean } | undefined {
  const exec = at(identity, 'exec');
  const program = text(at(exec, 'command')) ?? text(at(at(at(identity, 'auth-provider'), 'config'), 'cmd-path'));
  if (program === undefined) return undefined;
  const variables = at(exec, 'env');
  const odd = Array.isArray(variables) && variables.some((one) => runsCode(text(at(one, 'name')) ?? ''));
  const { base } = programOf(program);
  return { program, known: !odd && program === base && LOGIN_HELPERS.has(base) };
}

function paths(explicit: string | undefined, context: ReadContext): readonly string[] {
  if (explicit !== undefined && explicit !== '') return [explicit];
  const listed = (context.environment['KUBECONFIG'] ?? '').split(':').filter((path) => path !== '');
  if (listed.length > 0) return listed;
  return context.home === '' ? [] : [`${context.home}/.kube/config`];
}

function load(explicit: string | undefined, context: ReadContext) {
  const inputs: Input[] = [];
  const contexts: Named[] = [];
  const clusters: Named[] = [];
  const users: Named[] = [];
  let current: string | undefined;
  for (const path of paths(explicit, context)) {
    const snapshot = context.files.read(path);
    if (snapshot === undefined) {
      if (explicit !== undefined) inputs.push({ role: 'kubeconfig', path });
      continue;
    }
    inputs.push(inputOf('kubeconfig', path, snapshot));
    const document = snapshot.bytes && parseYaml(snapshot.bytes);
    // Of several files the first that names something wins.
    current ??= text(at(document, 'current-context')) || undefined;
    contexts.push(...named(at(document, 'contexts'), 'context'));
    clusters.push(...named(at(document, 'clusters'), 'cluster'));
    users.push(...named(at(document, 'users'), 'user'));
  }
  return { inputs, contexts, clusters, users, current };
}

function named(list: unknown, key: string): readonly Named[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    const name = text(at(entry, 'name'));
    return name === undefined ? [] : [{ name, value: at(entry, key) }];
  });
}

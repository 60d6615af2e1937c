import type { Scope } from '../../action.ts';
import { optionValue, type Scan } from '../../options.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';
import { at, parseYaml, text } from './manifests.ts';

export interface Where {
  readonly scope: Scope;
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

/** Which cluster, as whom: flags first, then the kubeconfig that kubectl would read. */
export function resolveScope(found: Scan, context: ReadContext): Where {
  const explicit = optionValue(found, 'kubeconfig');
  const config = load(explicit, context);
  const contextName = optionValue(found, 'context') ?? config.current;
  const chosen = config.contexts.find((entry) => entry.name === contextName)?.value;
  const cluster = optionValue(found, 'cluster') ?? text(at(chosen, 'cluster'));
  const user = optionValue(found, 'user') ?? text(at(chosen, 'user'));
  const server =
    optionValue(found, 'server') ?? text(at(config.clusters.find((entry) => entry.name === cluster)?.value, 'server'));
  const notes: string[] = [];
  const identity = config.users.find((entry) => entry.name === user)?.value;
  const plugin = text(at(at(identity, 'exec'), 'command'));
  if (plugin !== undefined) notes.push(`the kubeconfig starts ${plugin} to log in`);
  const asGroups = found.options.get('as-group')?.join(',');
  return {
    scope: fields({
      context: contextName,
      cluster,
      server,
      user,
      namespace: optionValue(found, 'namespace') ?? text(at(chosen, 'namespace')),
      as: optionValue(found, 'as'),
      as_group: asGroups,
      kubeconfig: explicit,
      credential:
        found.options.has('token') || found.options.has('client-certificate') ? 'from the command line' : undefined,
    }),
    inputs: config.inputs,
    notes,
  };
}

function load(explicit: string | undefined, context: ReadContext) {
  const listed =
    explicit !== undefined
      ? [explicit]
      : (context.environment['KUBECONFIG'] ?? '').split(':').filter((path) => path !== '');
  const paths = listed.length > 0 ? listed : context.home === '' ? [] : [`${context.home}/.kube/config`];
  const inputs: Input[] = [];
  const contexts: Named[] = [];
  const clusters: Named[] = [];
  const users: Named[] = [];
  let current: string | undefined;
  for (const path of paths) {
    const snapshot = context.files.read(path);
    if (snapshot === undefined) {
      if (explicit !== undefined) inputs.push({ role: 'kubeconfig', path });
      continue;
    }
    inputs.push(inputOf('kubeconfig', path, snapshot));
    const document = snapshot.bytes && parseYaml(Buffer.from(snapshot.bytes).toString('utf8'));
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

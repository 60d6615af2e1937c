import type { Action } from '../../command/action.ts';
import type { Ran } from '../../platform/child.ts';
import { sha256Hex } from '../../platform/hash.ts';
import type { Look } from '../../platform/look.ts';
import {
  argumentsOf,
  counted,
  type Finding,
  found,
  outputOf,
  type Previewer,
  type Subject,
  some,
  unknown,
} from './finding.ts';
import { clusterFor } from './kubeconfig.ts';
import { changesBetween } from './object-changes.ts';

/**
 * What a cluster would lose or get: the same selection is asked for names, and a manifest is sent with
 * `--dry-run=server`, which the server checks and throws away. Contents of Secrets are never shown.
 */
export const preview: Previewer = async (actions, subject, look, access) => {
  const scope = actions[0]?.scope ?? {};
  const doubts = actions.some(({ opaque }) => opaque)
    ? ['part of what it changes cannot be seen in what was given']
    : [];
  const seen = actions.filter(({ resource }) => resource.kind !== undefined);
  if (seen.length === 0) return unknown(...doubts, 'which objects it changes is not told by its words');
  const places = new Set(actions.map((action) => JSON.stringify([action.scope['context'], action.scope['server']])));
  if (places.size > 1) return unknown('it changes more than one cluster');
  // A name of a context means something on the machine where it is used; a server means the same everywhere.
  const direct = /^(.*\/)?(kubectl|oc)$/.test(argumentsOf(subject)[0] ?? '');
  if (!direct && scope['server'] === undefined) return unknown('kubectl is started by another command');
  const cluster = await clusterFor(scope, look, access);
  if ('why' in cluster) return unknown(cluster.why);
  const kubectl: Kubectl = (...args) =>
    look.run(
      'kubectl',
      [
        `--kubeconfig=${cluster.kubeconfig}`,
        `--cache-dir=${look.home}/cache`,
        `--request-timeout=${seconds(look)}s`,
        ...args,
      ],
      { environment: ENVIRONMENT, cwd: look.home, most: 8 * 1024 * 1024 },
    );
  const destroyed = seen.filter(({ effects, operation }) => effects.includes('destroy') && DELETES.has(operation));
  const drained = seen.filter(({ operation }) => operation === 'drain');
  const finding =
    drained.length > 0
      ? await drains(drained, kubectl)
      : destroyed.length > 0
        ? await losses(destroyed, selectorsIn(subject), kubectl)
        : await changes(seen, subject, look, kubectl);
  return { ...finding, lines: [...doubts, ...finding.lines, `looked at in ${cluster.as}`] };
};

/** Operations whose objects go, whatever else they make. */
const DELETES: ReadonlySet<string> = new Set(['delete', 'replace']);

/** Pods that a node has, whoever owns them. */
async function drains(actions: readonly Action[], kubectl: Kubectl): Promise<Finding> {
  const pods: string[] = [];
  for (const { resource } of actions) {
    const { name } = resource;
    if (name === undefined || !isPlain(name)) return unknown('which node it drains is not told by its words');
    const words = ['pods', '--all-namespaces', `--field-selector=spec.nodeName=${name}`];
    const output = outputOf(await kubectl('get', ...words, '-o', COLUMNS, '--no-headers'), 'kubectl');
    if ('why' in output) return unknown(output.why);
    pods.push(...rowsOf(output.text).map((row) => `${name}: ${row.namespace}/${row.name}`));
  }
  return found(`${counted(pods.length, 'pod')} on ${counted(actions.length, 'node')}`, some(pods, 'pods'));
}

const COLUMNS = 'custom-columns=:kind,:metadata.namespace,:metadata.name';

export type Kubectl = (...args: readonly string[]) => Promise<Ran>;

const ENVIRONMENT = {
  KUBECTL_EXTERNAL_DIFF: '/bin/false',
  KUBECTL_KUBERC: 'false',
  KUBERC: 'off',
  KUBECTL_ENABLE_CMD_SHADOW: 'false',
  KUBE_EDITOR: '/bin/false',
};

function seconds(look: Look): number {
  return Math.max(1, Math.ceil(look.left() / 1000));
}

/** Objects that go, and what is in those that hold others. */
async function losses(actions: readonly Action[], selectors: readonly string[], kubectl: Kubectl): Promise<Finding> {
  const names = new Set<string>();
  const lines: string[] = [];
  const whys: string[] = [];
  for (const group of groupsOf(actions)) {
    if ('why' in group) {
      whys.push(group.why);
      continue;
    }
    const words = selectionOf(group, selectors);
    if (words === undefined) {
      whys.push(`how ${group.kind} is selected is not followed`);
      continue;
    }
    const output = outputOf(
      await kubectl('get', ...words, '--ignore-not-found', '-o', COLUMNS, '--no-headers'),
      'kubectl',
    );
    if ('why' in output) {
      whys.push(output.why);
      continue;
    }
    const objects = rowsOf(output.text);
    const missing = group.names.filter((name) => !objects.some((object) => object.name === name));
    for (const object of objects)
      names.add(`${object.kind} ${object.namespace === '' ? '' : `${object.namespace}/`}${object.name}`);
    lines.push(...missing.map((name) => `${group.kind} ${name}: is not there now`));
    for (const inside of await Promise.all(objects.map((object) => contentOf(object, kubectl)))) lines.push(...inside);
  }
  if (names.size === 0 && lines.length === 0) return unknown(...whys);
  const atLeast = whys.length > 0 ? 'at least ' : '';
  return found(`${atLeast}${counted(names.size, 'object')}`, [...whys, ...lines, ...some([...names], 'objects', 20)]);
}

interface Group {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly names: readonly string[];
  readonly selector: string | undefined;
}

/** One question to the server for all names of a kind in a namespace. */
function groupsOf(actions: readonly Action[]): readonly (Group | { readonly why: string })[] {
  const groups = new Map<
    string,
    { kind: string; namespace: string | undefined; names: string[]; selector: string | undefined }
  >();
  const odd: { why: string }[] = [];
  for (const { resource } of actions) {
    const { kind = '', name, namespace, selector, all } = resource;
    if (!isPlain(kind) || [name, namespace].some((word) => word !== undefined && word !== '*' && !isPlain(word))) {
      odd.push({ why: 'a name in it is none that Kubernetes knows' });
      continue;
    }
    if (name === undefined && selector === undefined && all !== 'true') {
      odd.push({ why: `which ${kind} it changes is not told by its words` });
      continue;
    }
    const key = [kind, namespace, name === undefined ? (selector ?? 'all') : 'by name'].join('\0');
    const group = groups.get(key) ?? { kind, namespace, names: [], selector };
    if (name !== undefined) group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values(), ...odd];
}

/** Never an option, a path or a template. */
function isPlain(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(word);
}

function selectionOf(
  { kind, namespace, names, selector }: Group,
  selectors: readonly string[],
): readonly string[] | undefined {
  const where = namespace === '*' ? ['--all-namespaces'] : namespace === undefined ? [] : [`--namespace=${namespace}`];
  if (names.length > 0) return [kind, ...names, ...where];
  if (selector === undefined) return [kind, ...where];
  return selectors.length > 0 ? [kind, ...where, ...selectors] : undefined;
}

/** The options that select, as they stand in the command line. */
function selectorsIn(subject: Subject): readonly string[] {
  const argv = argumentsOf(subject);
  const found: string[] = [];
  for (const [index, word] of argv.entries()) {
    if (word === undefined) continue;
    const next = argv[index + 1];
    const [, long, value] = /^--(selector|field-selector)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const short = /^-l=?([\s\S]*)$/.exec(word);
    if (long !== undefined && (value ?? next) !== undefined) found.push(`--${long}=${value ?? next}`);
    else if (short && (short[1] || next) !== undefined) found.push(`--selector=${short[1] || next}`);
  }
  return found;
}

interface Row {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

function rowsOf(text: string): readonly Row[] {
  return text.split('\n').flatMap((line) => {
    const [kind = '', namespace = '', name = ''] = line.trim().split(/\s+/);
    return name === '' ? [] : [{ kind, namespace: namespace === '<none>' ? '' : namespace, name }];
  });
}

/** What a namespace or the definition of a kind takes with it. */
async function contentOf({ kind, name }: Row, kubectl: Kubectl): Promise<readonly string[]> {
  if (kind === 'CustomResourceDefinition') {
    const output = outputOf(await kubectl('get', name, '--all-namespaces', '-o', 'name'), 'kubectl');
    if ('why' in output) return [`what there is of ${name} is not known: ${output.why}`];
    return [`of ${name}: ${counted(output.text.split('\n').filter(Boolean).length, 'object')}, in all namespaces`];
  }
  if (kind !== 'Namespace') return [];
  const kinds = outputOf(
    await kubectl('api-resources', '--verbs=list,delete', '--namespaced=true', '-o', 'name'),
    'kubectl',
  );
  if ('why' in kinds) return [`what is in namespace ${name} is not known: ${kinds.why}`];
  const wanted = kinds.text.split('\n').filter((one) => one !== '' && !/^events(\.|$)/.test(one));
  const ran = await kubectl('get', wanted.join(','), `--namespace=${name}`, '--ignore-not-found', '-o', 'name');
  // What this credential may not list makes it fail, and the rest is there.
  const partial = ran.kind === 'ended' && ran.code !== 0 && ran.stdout !== '';
  const output = partial ? { text: ran.stdout } : outputOf(ran, 'kubectl');
  if ('why' in output) return [`what is in namespace ${name} is not known: ${output.why}`];
  const counts = new Map<string, number>();
  for (const line of output.text.split('\n')) {
    const kindName = line.split('/')[0]?.split('.')[0];
    if (kindName) counts.set(kindName, (counts.get(kindName) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([one, count]) => counted(count, one));
  return [
    `in namespace ${name}: ${partial ? 'at least ' : ''}${counted(total, 'object')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`,
    ...(partial ? ['not every kind may be listed with this credential'] : []),
  ];
}

/** A manifest that is applied, against what is there; for other commands, whether what they change is there. */
async function changes(actions: readonly Action[], subject: Subject, look: Look, kubectl: Kubectl): Promise<Finding> {
  if (actions.every(({ operation }) => operation === 'apply')) {
    const manifests = subject.inputs.filter(({ role }) => role === 'manifest');
    const files = manifests.map(({ path, digest }, index) => pinned(path, digest, subject.manifest.cwd, look, index));
    const odd = files.find((file) => 'why' in file);
    if (odd !== undefined && 'why' in odd) return unknown(odd.why);
    if (files.length > 0) {
      const paths = files.flatMap((file) => ('path' in file ? [file.path] : []));
      return applied(paths, namespaceSaid(subject) ? actions[0]?.scope.namespace : undefined, kubectl);
    }
  }
  const lines: string[] = [];
  let there = 0;
  for (const group of groupsOf(actions)) {
    const words = 'why' in group ? undefined : selectionOf(group, selectorsIn(subject));
    if (words === undefined) return unknown('why' in group ? group.why : 'how it selects is not followed');
    const output = outputOf(await kubectl('get', ...words, '--ignore-not-found', '-o', 'name'), 'kubectl');
    if ('why' in output) return unknown(output.why);
    const names = output.text.split('\n').filter(Boolean);
    there += names.length;
    lines.push(...some(names, 'objects'));
  }
  return found(`${counted(there, 'object')} there now`, ['what would change in them is not looked at', ...lines]);
}

/** Said on the command line it binds every object of the manifest; that of a context is only for those that name none. */
function namespaceSaid(subject: Subject): boolean {
  return argumentsOf(subject).some((word) => /^(-n|--namespace=?$|--namespace=)/.test(word ?? ''));
}

/** The file as it was asked for, as a private copy; another content is another request. */
function pinned(path: string, digest: string | undefined, cwd: string, look: Look, index: number) {
  if (path === '-' || digest === undefined) return { why: 'the manifest is not a file that can be read again' };
  const bytes = look.read(path.startsWith('/') ? path : `${cwd}/${path}`);
  if (bytes === undefined || `sha256:${sha256Hex(bytes)}` !== digest)
    return { why: `${path} is not what it was when this was asked` };
  return { path: look.file(`manifest-${index}.yaml`, Buffer.from(bytes).toString('utf8')) };
}

async function applied(paths: readonly string[], namespace: string | undefined, kubectl: Kubectl): Promise<Finding> {
  const files = paths.map((path) => `--filename=${path}`);
  const where = namespace === undefined ? [] : [`--namespace=${namespace}`];
  const [now, then] = await Promise.all([
    kubectl('get', ...files, ...where, '--ignore-not-found', '-o', 'json'),
    kubectl('apply', '--dry-run=server', ...files, ...where, '-o', 'json'),
  ]);
  const before = outputOf(now, 'kubectl');
  const after = outputOf(then, 'kubectl');
  if ('why' in after) return unknown(after.why);
  if ('why' in before) return unknown(before.why);
  const changed = changesBetween(before.text, after.text);
  if (changed === undefined) return unknown('the answer of the server is not understood');
  const { created, updated, same, lines } = changed;
  return found(`${counted(created, 'object')} made, ${updated} changed, ${same} as they are`, [
    'the server was asked with a dry run, which keeps nothing',
    ...lines,
  ]);
}

import type { Action, Effect } from '../../action.ts';
import type { CommandLine, CommandTree } from '../../command-tree.ts';
import tree from '../../grammars/helm.json' with { type: 'json' };
import { isOn, type Scan, UNRESOLVED } from '../../options.ts';
import { isLoopback } from '../../reach.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, inputOf } from '../../reading.ts';
import { loadYaml } from '../kubectl/documents.ts';
import { resolveScope, type Where } from '../kubectl/kubeconfig.ts';
import { type Found, lastOf, type Refined, readByTable, type Table, valuesOf } from '../orchestration/by-table.ts';
import { canonical, EFFECTS } from './effects-table.ts';

/** helm. It reads the same kubeconfig as kubectl, under options and variables of its own names. */
export const reader: Reader = {
  names: ['helm'],
  prepare: loadYaml,
  read,
};

/** Reads that stay reads whatever names the shell still puts in. */
const SETTLED = /^(list|status|history|get (notes|hooks|metadata)|search |show |repo list)/;

function read(argv: readonly string[], context: ReadContext): Reading {
  // A word only the shell knows is taken for the name it stands in the place of, as in kubectl.
  const words = argv.map((word) => (word.startsWith(UNRESOLVED) ? `?${word}` : word));
  const reading = readByTable(words, TABLE, context);
  const [action] = reading.actions;
  const settled = action !== undefined && action.effects.join() === 'read' && SETTLED.test(action.operation);
  return settled ? { ...reading, settled } : reading;
}

const TABLE: Table = {
  tree: tree as unknown as CommandTree,
  style: 'pflag',
  effects: EFFECTS,
  canonical,
  scope: (line, context) => (isLocal(canonical(line.path.join(' '))) ? {} : whereOf(line, context).scope),
  refine,
  secrets: ['password', 'kube-token'],
  pins: ['KUBECONFIG', 'HELM_KUBECONTEXT', 'HELM_NAMESPACE', 'HELM_KUBEAPISERVER', 'HELM_KUBEASUSER', 'HELM_DRIVER'],
};

/** Commands that ask no cluster. */
const LOCAL =
  /^(completion|create|dependency|env|help|lint|package|plugin|pull|push|registry|repo|search|show|template|verify|version)\b/;

function isLocal(path: string): boolean {
  return LOCAL.test(path);
}

/** kubectl's name for each option of helm, and the variable that stands in for it. */
const CLUSTER: readonly (readonly [kubectl: string, option: string, variable?: string])[] = [
  ['kubeconfig', 'kubeconfig'],
  ['context', 'kube-context', 'HELM_KUBECONTEXT'],
  ['server', 'kube-apiserver', 'HELM_KUBEAPISERVER'],
  ['namespace', 'namespace', 'HELM_NAMESPACE'],
  ['token', 'kube-token', 'HELM_KUBETOKEN'],
  ['as', 'kube-as-user', 'HELM_KUBEASUSER'],
  ['as-group', 'kube-as-group', 'HELM_KUBEASGROUPS'],
  ['insecure-skip-tls-verify', 'kube-insecure-skip-tls-verify', 'HELM_KUBEINSECURE_SKIP_TLS_VERIFY'],
  ['tls-server-name', 'kube-tls-server-name', 'HELM_KUBETLS_SERVER_NAME'],
  ['certificate-authority', 'kube-ca-file', 'HELM_KUBECAFILE'],
];

function clusterOptions(line: CommandLine, context: ReadContext): Scan {
  const options = new Map<string, readonly string[]>();
  for (const [kubectl, option, variable] of CLUSTER) {
    const given = line.options.get(option);
    const set = variable === undefined ? undefined : context.environment[variable];
    if (given !== undefined) options.set(kubectl, given);
    else if (set !== undefined && set !== '') options.set(kubectl, [set]);
  }
  return { options, positionals: [], unknown: [], repeated: [], end: 0, dash: undefined };
}

function whereOf(line: CommandLine, context: ReadContext): Where {
  return resolveScope(clusterOptions(line, context), context);
}

function refine(found: Found, context: ReadContext): Refined {
  const { path, line, tool } = found;
  const effects = new Set<Effect>(rehearses(found) ? ['read'] : found.effects);
  const doubts: string[] = [];
  raise(effects, found);
  if (path === 'env' && context.environment['HELM_KUBETOKEN'] !== undefined) effects.add('secret');
  const more = localFiles(found, context);
  const inputs = valueFiles(found, context);
  if (isLocal(path)) {
    // What these do to this machine is told by the files; a command that does nothing else is no action of its own.
    const own = act(tool, path, [...effects], { resource: packageOf(found), scope: {} });
    return { inputs, actions: more.length > 0 && effects.size === 1 && effects.has('write') ? more : [own, ...more] };
  }
  const where = whereOf(line, context);
  const options = clusterOptions(line, context);
  if (anotherIdentity(options)) effects.add('privilege');
  if (where.plugin !== undefined)
    doubts.push(`the kubeconfig starts ${where.plugin}, which is no login helper gate knows`);
  return {
    effects: [...effects],
    resource: releaseOf(found, where),
    more,
    inputs: [...where.inputs, ...inputs],
    notes: where.notes,
    doubts,
  };
}

/** Files of this machine whose values go into the manifests. */
function valueFiles({ line }: Found, { files }: ReadContext): readonly Input[] {
  const values = valuesOf(line, 'values').flatMap((list) => list.split(','));
  const contents = valuesOf(line, 'set-file').map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [...values, ...contents]
    .filter((path) => path !== '' && !path.includes('://'))
    .map((path) => inputOf('values', path, path === '-' ? files.stdin() : files.read(path)));
}

/** `--dry-run` in each of its forms; `none` and `false` are off. */
function rehearses({ path, line }: Found): boolean {
  const mode = line.options.get('dry-run')?.at(-1);
  if (mode === undefined || !/^(install|upgrade|rollback|uninstall)$/.test(path)) return false;
  return ['', 'client', 'server', 'true', 'unset', '1', 't'].includes(mode);
}

function raise(effects: Set<Effect>, found: Found): void {
  const { path, line } = found;
  const on = (name: string) => line.options.has(name) && !/^(false|0|f)$/i.test(line.options.get(name)?.at(-1) ?? '');
  // A program or plugin that sees, and may rewrite, every manifest.
  if (line.options.has('post-renderer')) {
    effects.add('execute');
    effects.add('unknown');
  }
  if (!effects.has('read') && (path === 'upgrade' || path === 'rollback') && (on('force') || on('force-replace')))
    effects.add('destroy');
  // As JSON or YAML the status is the whole release, values and manifest with it.
  if (path === 'status' && /json|yaml/.test(lastOf(line, 'output') ?? '')) effects.add('secret');
  if (path.startsWith('diff') && (on('show-secrets') || on('show-secrets-decoded'))) effects.add('secret');
}

/** Files and directories of this machine that the command writes. */
function localFiles({ path, line, tool }: Found, { cwd, home }: ReadContext): readonly Action[] {
  const write = (file: string) => [act(tool, path, ['write'], { resource: fileAt(file, cwd) })];
  const [first] = line.positionals;
  const output = lastOf(line, 'output-dir');
  switch (path) {
    case 'template':
      return output === undefined ? [] : write(output);
    case 'create':
      return write(first ?? '.');
    case 'package':
    case 'plugin package':
      return write(lastOf(line, 'destination') ?? '.');
    case 'pull':
      return write(lastOf(line, 'untardir') ?? lastOf(line, 'destination') ?? '.');
    case 'dependency build':
    case 'dependency update':
      return write(`${first ?? '.'}/charts`);
    case 'repo index':
      return write(`${first ?? '.'}/index.yaml`);
    case 'repo add':
    case 'repo remove':
    case 'repo update':
      return write(lastOf(line, 'repository-config') ?? `${home}/.config/helm/repositories.yaml`);
    case 'registry logout':
      return write(lastOf(line, 'registry-config') ?? `${home}/.config/helm/registry/config.json`);
    default:
      return [];
  }
}

function releaseOf({ path, line }: Found, where: Where) {
  const [name] = line.positionals;
  const generated = line.options.has('generate-name') || line.options.has('name-template');
  return fields({
    kind: 'release',
    name: path === 'list' || generated ? undefined : name,
    namespace: line.options.has('all-namespaces') ? '*' : where.scope['namespace'],
    package: path === 'install' || path === 'upgrade' ? line.positionals[generated ? 0 : 1] : undefined,
  });
}

function packageOf({ path, line }: Found) {
  const [first, second] = line.positionals;
  if (path === 'push') return fields({ kind: 'chart', package: first, url: second });
  if (path.startsWith('registry')) return fields({ kind: 'registry', host: first });
  return fields({ package: path === 'template' ? (second ?? first) : first });
}

/** Other credentials than the kubeconfig's, or another receiver for them. */
function anotherIdentity(options: Scan): boolean {
  const given = ['as', 'as-group', 'token', 'tls-server-name', 'certificate-authority'];
  if (given.some((name) => options.options.has(name)) || isOn(options, 'insecure-skip-tls-verify')) return true;
  const server = options.options.get('server')?.at(-1);
  return server !== undefined && !isLoopback(server);
}

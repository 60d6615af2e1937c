import type { Action, Effect, Scope } from '../../action.ts';
import { isOn, optionValue } from '../../options.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt } from '../../reading.ts';
import { loadYaml } from './documents.ts';
import { anotherIdentity } from './effects.ts';
import { Dialect, type Parsed } from './grammar.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { sideOf } from './local.ts';
import { NOT_IN_OC, OC_ALIASES, OC_OPTIONS } from './oc-table.ts';
import { KUBECTL_ALIASES, KUBECTL_OPTIONS } from './options-table.ts';
import { commandIn, type Program, readWith } from './read.ts';
import { kindOf, SECRETS, targets } from './resources.ts';
import { table, verbOf } from './verbs.ts';

export const OC = new Dialect([KUBECTL_OPTIONS, OC_OPTIONS], [KUBECTL_ALIASES, OC_ALIASES], NOT_IN_OC);

/** What oc's own commands do. Those that only act when told to by an option are judged in `changed`. */
export const OC_VERBS = table(`
read: none: status | projects | whoami | process | image info | registry info | ex | adm | image | registry | policy
read: none: secrets | serviceaccounts | adm catalog | adm groups | adm migrate | adm node-image | adm ocp-certificates
read: none: adm pod-network | adm policy | adm prune | adm release | adm wait-for-node-reboot | create route
read: none: policy can-i | policy who-can | policy scc-review | policy scc-subject-review
read: none: adm policy who-can | adm policy scc-review | adm policy scc-subject-review
read: none: adm build-chain | adm create-bootstrap-project-template | adm create-error-template
read: none: adm create-login-template | adm create-provider-selection-template | adm release info
read: none: adm top images | adm top imagestreams | adm top persistentvolumeclaims | adm upgrade status
read: none: adm upgrade recommend | adm wait-for-node-reboot nodes | adm wait-for-stable-cluster
read: none: adm ocp-certificates monitor-certificates | adm node-image monitor
read: none: adm prune renderedmachineconfigs list | adm verify-image-signature | adm inspect | project | adm upgrade
read: none: observe | extract
read: node: adm node-logs
secret: none: get-token | serviceaccounts get-token
secret+privilege: none: serviceaccounts create-kubeconfig | serviceaccounts new-token
secret+privilege: none: config new-admin-kubeconfig | config new-kubelet-bootstrap-kubeconfig
write: none: logout | cancel-build | import-image | tag | start-build | new-project | new-app | new-build | rollback | idle
write: none: adm catalog build | adm catalog mirror | adm migrate icsp | adm migrate template-instances | adm new-project
write: none: adm pod-network isolate-projects | adm pod-network join-projects | adm pod-network make-projects-global
write: none: adm ocp-certificates regenerate-leaf | adm ocp-certificates regenerate-top-level
write: none: adm ocp-certificates regenerate-machine-config-server-serving-cert | adm ocp-certificates remove-old-trust
write: none: adm ocp-certificates update-ignition-ca-bundle-for-machine-config-server | config refresh-ca-bundle
write: none: adm reboot-machine-config-pool | adm restart-kubelet | adm release new | adm release mirror
write: none: adm release extract | adm upgrade accept | adm upgrade channel | adm upgrade rollback
write: none: image append | image extract | image mirror | rsync
write: typed: rollout cancel | rollout latest | rollout retry
write: typed: set build-hook | set build-secret | set data | set deployment-hook | set image-lookup | set probe
write: typed: set route-backends | set triggers | set volumes
write+privilege: none: secrets link | secrets unlink
write+execute: none: adm must-gather | adm copy-to-node | adm node-image create
execute: first: rsh
execute: none: image serve
privilege: none: login | registry login
privilege: none: adm policy add-cluster-role-to-group | adm policy add-cluster-role-to-user | adm policy add-role-to-group
privilege: none: adm policy add-role-to-user | adm policy add-scc-to-group | adm policy add-scc-to-user
privilege: none: adm policy remove-cluster-role-from-group | adm policy remove-cluster-role-from-user
privilege: none: adm policy remove-group | adm policy remove-role-from-group | adm policy remove-role-from-user
privilege: none: adm policy remove-scc-from-group | adm policy remove-scc-from-user | adm policy remove-user
privilege: none: policy add-role-to-group | policy add-role-to-user | policy remove-group | policy remove-role-from-group
privilege: none: policy remove-role-from-user | policy remove-user
privilege: none: adm groups add-users | adm groups new | adm groups remove-users | adm groups sync
destroy: none: adm groups prune | adm prune auth | adm prune builds | adm prune deployments | adm prune groups
destroy: none: adm prune images | adm prune renderedmachineconfigs
`);

const program: Program = {
  tool: 'oc',
  dialect: OC,
  verbOf: (path) => OC_VERBS.get(path) ?? verbOf(path),
  own,
};

/** OpenShift's client: kubectl's commands and its own. */
export const reader: Reader = {
  names: ['oc'],
  prepare: loadYaml,
  read: (argv, context) => readWith(program, withoutOptionsOfRsh(argv), context),
};

/** `oc rsh POD` takes every word behind the pod for the command, options too. */
function withoutOptionsOfRsh(argv: readonly string[]): readonly string[] {
  if (!argv.includes('rsh')) return argv;
  const { path, operands } = OC.parse(argv);
  const pod = operands[0];
  if (path !== 'rsh' || pod === undefined) return argv;
  const at = argv.indexOf(pod, argv.indexOf('rsh') + 1);
  return at < 0 || argv[at + 1] === '--' ? argv : [...argv.slice(0, at + 1), '--', ...argv.slice(at + 1)];
}

/** Commands that only say what they would do until they are given this. */
const NEEDS_CONFIRM = /^adm (prune|groups (sync|prune)|migrate template-instances)/;

/** Options of `adm upgrade` that start or stop an upgrade. */
const UPGRADING = ['clear', 'to-latest', 'to', 'to-image', 'to-multi-arch'];

function own(parsed: Parsed, scope: Scope, context: ReadContext): Reading | undefined {
  const { path = '', found, operands } = parsed;
  const verb = OC_VERBS.get(path);
  if (path === 'debug') return debug(parsed, scope);
  if (verb === undefined) return undefined;
  if (operands.length > 0 && isOwnGroup(path)) return { actions: [act('oc', path, ['unknown'], { scope })] };
  if (path === 'rsync') return rsync(parsed, scope, context);
  const effects = new Set(changed(new Set(verb.effects), parsed));
  if (anotherIdentity(found)) effects.add('privilege');
  const resource = resourceOf(parsed, verb.operands);
  const files = written(parsed, context).map((file) =>
    act('oc', path, ['write'], { resource: fileAt(file, context.cwd) }),
  );
  const where = path === 'login' && operands[0] !== undefined ? { ...scope, server: operands[0] } : scope;
  const run = commandIn('oc', parsed, resource, found);
  const observed = path === 'observe' && parsed.after.length > 0 ? { argv: parsed.after, via: 'oc observe' } : run;
  return {
    actions: [act('oc', path, [...effects], { resource, scope: where }), ...files],
    ...(observed === undefined ? {} : { runs: [observed] }),
    ...(SETTLED.test(path) && effects.size === 1 ? { settled: true } : {}),
  };
}

/** Reads that stay reads whatever names are added. */
const SETTLED = /^(status|whoami|process|adm node-logs|adm top |adm release info|image info|adm policy who-can)/;

function isOwnGroup(path: string): boolean {
  return OC.commands().some((other) => other.startsWith(`${path} `)) && !['adm upgrade', 'config'].includes(path);
}

/** What the options and operands change. */
function changed(effects: Set<Effect>, { path = '', found, operands }: Parsed): ReadonlySet<Effect> {
  const only = (...these: Effect[]) => new Set<Effect>(these);
  const dry = optionValue(found, 'dry-run');
  if (dry !== undefined && dry !== 'none' && dry !== 'false') return only('read');
  if (NEEDS_CONFIRM.test(path) && !isOn(found, 'confirm')) return only('read');
  if (path === 'adm upgrade' && UPGRADING.some((name) => found.options.has(name))) return only('write');
  if (path === 'adm upgrade recommend' && found.options.has('accept')) return only('write');
  if (path === 'adm verify-image-signature' && (isOn(found, 'save') || isOn(found, 'remove-all'))) return only('write');
  if (/^new-(app|build)$/.test(path) && (isOn(found, 'list') || isOn(found, 'search'))) return only('read');
  if (/^(new-(app|build)|rollback)$/.test(path) && found.options.has('output')) return only('read');
  if (/^set (volumes|image-lookup)$/.test(path) && isOn(found, 'list')) return only('read');
  if (path === 'set volumes' && !['add', 'remove', 'overwrite'].some((name) => isOn(found, name))) return only('read');
  if (path === 'whoami' && isOn(found, 'show-token')) effects.add('secret');
  if (path === 'extract' && operands.some((one) => !/^(cm|configmaps?)\//i.test(one))) effects.add('secret');
  if (path === 'tag' && isOn(found, 'delete')) effects.add('destroy');
  if (path === 'image mirror' || path === 'adm release mirror') effects.add('export');
  return effects;
}

/** Files and directories of this machine that the command writes; where it chooses the name, its directory. */
function written({ path = '', found, operands }: Parsed, context: ReadContext): readonly string[] {
  const config = kubeconfigFile(found, context);
  switch (path) {
    case 'login':
    case 'logout':
    case 'new-project':
      return config === undefined || isOn(found, 'skip-config-write') ? [] : [config];
    case 'project':
      return config === undefined || operands.length === 0 ? [] : [config];
    case 'adm inspect':
    case 'adm must-gather':
    case 'adm migrate icsp':
      return [optionValue(found, 'dest-dir') ?? '.'];
    case 'extract':
      return optionValue(found, 'to') === '-' ? [] : [optionValue(found, 'to') ?? '.'];
    case 'adm release extract':
      return [optionValue(found, 'to') ?? '.'];
    case 'adm node-image create':
      return [optionValue(found, 'dir') ?? '.'];
    case 'image extract':
      return (found.options.get('path') ?? [':.']).map((pair) => pair.slice(pair.lastIndexOf(':') + 1) || '.');
    case 'registry login':
      return [
        optionValue(found, 'to') ?? optionValue(found, 'registry-config') ?? `${context.home}/.docker/config.json`,
      ];
    default:
      return [];
  }
}

function resourceOf({ path = '', found, operands }: Parsed, kind: string) {
  const [first] = operands;
  const typed = kind === 'typed' || kind === 'first' || path === 'extract';
  const target = typed ? targets(operands.slice(0, 1), 'pod')[0] : undefined;
  const policy = /policy (add|remove)-(?:cluster-)?(?:role|scc)/.test(path);
  return fields({
    kind: target?.kind ?? (kind === 'none' || typed ? undefined : kind),
    name: target?.name ?? (policy || typed ? undefined : first),
    role: policy ? first : undefined,
    user: policy ? (operands[1] ?? optionValue(found, 'serviceaccount')) : undefined,
    selector: optionValue(found, 'selector'),
    container: optionValue(found, 'container'),
  });
}

/** oc's own form of debug: a copy of a pod, or a privileged pod on a node. */
function debug(parsed: Parsed, scope: Scope): Reading {
  const { found, operands } = parsed;
  const [target] = targets(
    operands.filter((word) => !word.includes('=')).slice(0, operands[0]?.includes('/') ? 1 : 2),
    operands[0]?.includes('/') ? undefined : isKind(operands[0]) ? undefined : 'pod',
  );
  const shows = found.options.has('output') || (optionValue(found, 'dry-run') ?? 'none') !== 'none';
  const resource = fields({
    kind: target?.kind,
    name: target?.name,
    namespace: optionValue(found, 'to-namespace') ?? scope['namespace'],
    image: optionValue(found, 'image'),
  });
  const effects: Effect[] = shows ? ['read'] : ['write', 'execute'];
  if (anotherIdentity(found)) effects.push('privilege');
  const action = act('oc', 'debug', effects, { resource, scope });
  const run = shows ? undefined : commandIn('oc', parsed, target, found);
  return { actions: [action], ...(run === undefined ? {} : { runs: [run] }) };
}

function isKind(word: string | undefined): boolean {
  return (
    word !== undefined && (kindOf(word) !== word || /^(node|pod|job|deployment)$/.test(word)) && !SECRETS.has(word)
  );
}

/** A directory to or from a pod; with `--delete` what is not in the source goes. */
function rsync(parsed: Parsed, scope: Scope, context: ReadContext): Reading {
  const [from, to] = parsed.operands.map(sideOf);
  if (from === undefined || to === undefined || (from.pod === undefined) === (to.pod === undefined))
    return { actions: [act('oc', 'rsync', ['unknown'], { scope })] };
  const inward = to.pod !== undefined;
  const change: Effect[] = isOn(parsed.found, 'delete') ? ['write', 'destroy'] : ['write'];
  const resource = fields({
    kind: 'pod',
    name: inward ? to.pod : from.pod,
    namespace: scope['namespace'],
    direction: inward ? 'to' : 'from',
  });
  const here = fileAt(inward ? from.path : to.path, context.cwd);
  const there: Action = act('oc', 'rsync', inward ? change : ['read', 'export'], { resource, scope });
  return { actions: [there, act('oc', 'rsync', inward ? ['read'] : change, { resource: here })] };
}

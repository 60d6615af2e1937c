import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { isOn, optionValue, type Scan, UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, unknownAction, withDoubt } from '../../reading.ts';
import { type Parsed, parseKubectl } from './grammar.ts';
import { resolveScope } from './kubeconfig.ts';
import { loadYaml, readManifests } from './manifests.ts';
import { RBAC, type Target, targets } from './resources.ts';
import { type Verb, verbOf } from './verbs.ts';

export const reader: Reader = { names: ['kubectl'], prepare: loadYaml, read };

/** More objects than this become one action without a name. */
const MAX_OBJECTS = 32;

function read(argv: readonly string[], context: ReadContext): Reading {
  const parsed = parseKubectl(argv);
  const { path, found } = parsed;
  const where = resolveScope(found, context);
  const shared = { secrets: credentials(found), pins: PINS, notes: where.notes, inputs: where.inputs };
  if (path === undefined) {
    const verb = argv.find((arg, index) => index > 0 && !arg.startsWith('-')) ?? '?';
    return {
      ...shared,
      actions: [unknownAction('kubectl', verb, { scope: where.scope })],
      notes: [...where.notes, 'this verb is not one of kubectl: it runs a plugin'],
    };
  }
  const doubts = [...doubtsOf(found), ...hazards(found)];
  if (path === '' || isOn(found, 'help') || (path === 'help' && doubts.length === 0)) {
    return {
      ...shared,
      ...withDoubt({ actions: [act('kubectl', path || 'help', ['read'])], notes: where.notes }, doubts),
    };
  }
  const verb = verbOf(path);
  if (verb === undefined || (GROUPS.test(path) && parsed.operands.length > 0))
    return { ...shared, actions: [unknownAction('kubectl', path, { scope: where.scope })] };

  const files = readManifests(found.options.get('filename') ?? [], context);
  const objects = objectsOf(parsed, verb, files.objects);
  if (objects.some((target) => target.kind?.includes(UNRESOLVED)))
    doubts.push('the kind of object is only known when it runs');
  const missing = isUnseen(parsed, verb, files.unseen, objects);
  const actions = actionsFor(parsed, verb, objects, where.scope);
  const reading = { ...shared, actions, inputs: [...where.inputs, ...files.inputs] };
  const local = localFiles(parsed);
  const more = local === undefined ? reading : { ...reading, actions: [...actions, local] };
  return withDoubt(more, [...doubts, ...(missing ? ['the content it works on cannot be seen'] : [])]);
}

/** Variables kubectl heeds beside its kubeconfig. */
const PINS = [
  'KUBECONFIG',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'KUBE_EDITOR',
  'EDITOR',
] as const;

function credentials(found: Scan): readonly string[] {
  const values = ['token', 'password', 'docker-password'].flatMap((name) => found.options.get(name) ?? []);
  const literals = (found.options.get('from-literal') ?? []).flatMap((pair) => pair.slice(pair.indexOf('=') + 1) || []);
  return [...values, ...literals].filter((value) => value !== '');
}

/** Options that read, write or print something beside the command's own purpose. */
function hazards(found: Scan): readonly string[] {
  const notes: string[] = [];
  for (const name of [
    'cache-dir',
    'profile-output',
    'kuberc',
    'enable-helm',
    'helm-command',
    'enable-alpha-plugins',
    'load-restrictor',
    'mount',
    'network',
  ]) {
    if (found.options.has(name)) notes.push(`--${name} changes what kubectl reads or runs`);
  }
  for (const name of ['server', 'insecure-skip-tls-verify', 'tls-server-name', 'certificate-authority']) {
    if (found.options.has(name)) notes.push(`--${name} decides who receives the credentials`);
  }
  if ((optionValue(found, 'profile') ?? 'none') !== 'none') notes.push('--profile writes a file');
  if (/^(go-template|jsonpath|custom-columns|template)-?file/.test(optionValue(found, 'output') ?? ''))
    notes.push('the output format is read from a file');
  for (const name of ['output', 'raw', 'template', 'profile']) {
    if (optionValue(found, name)?.includes(UNRESOLVED)) notes.push(`--${name} is only known when it runs`);
  }
  if (Number(optionValue(found, 'v') ?? 0) >= 6) notes.push('verbose output prints requests');
  return notes;
}

/** Commands that only hold others: with a word after them gate does not know, they may start a plugin. */
const GROUPS = /^(config|set|rollout|auth|certificate|top|plugin|cluster-info|create|create secret|create service)$/;

function objectsOf(parsed: Parsed, verb: Verb, inFiles: readonly Target[]): readonly Target[] {
  if (inFiles.length > 0) return inFiles;
  const { operands, path = '' } = parsed;
  if (path.startsWith('create secret') || path.startsWith('create service '))
    return targets(operands, path.split(' ')[1]);
  if (verb.operands === 'none') return [];
  if (verb.operands === 'first') return targets(operands.slice(0, 1), 'pod');
  if (verb.operands !== 'typed')
    return targets(verb.operands === 'pod' ? operands.slice(0, 1) : operands, verb.operands);
  // `label pods x key=value`, `set image deploy/x c=image`: what has a `=` or ends in `-` is not a name.
  const changes = /^(label|annotate|taint|set )/.test(path);
  return targets(changes ? operands.filter((word) => !/=|-$/.test(word)) : operands);
}

/** True when the object that decides the meaning is in content gate cannot see. */
function isUnseen(parsed: Parsed, verb: Verb, filesUnseen: boolean, objects: readonly Target[]): boolean {
  const { found, path = '' } = parsed;
  // kubectl masks what Secrets hold in a diff and in descriptions, so its content reveals nothing whatever it is.
  if (path === 'diff' || path === 'describe') return false;
  if (found.options.has('dry-run') && isDryRun(parsed)) return false;
  if (found.options.has('kustomize')) return true;
  if (found.options.has('filename') && filesUnseen) return true;
  if (path === 'kustomize') return parsed.operands.some((operand) => operand.includes(':') || operand.includes('\0'));
  return (
    verb.operands === 'typed' && objects.length === 0 && !found.options.has('raw') && !found.options.has('filename')
  );
}

function actionsFor(parsed: Parsed, verb: Verb, objects: readonly Target[], scope: Scope): readonly Action[] {
  const { found, path = '' } = parsed;
  const harmless = isDryRun(parsed);
  const effectsOf = (target: Target): readonly Effect[] => {
    return harmless ? ['read'] : raised(verb.effects, parsed, target);
  };
  const name = path.startsWith('create ') && path !== 'create token' ? 'create' : path;
  const make = (target: Target): Action =>
    act('kubectl', name, effectsOf(target), {
      resource: resourceOf(target, found, scope),
      scope,
      opaque: verb.opaque === true && !harmless,
    });
  return objects.length === 0 || objects.length > MAX_OBJECTS ? [make(merge(objects))] : objects.map(make);
}

/** Nothing is changed: the client or the server only says what would happen. Undoing a rollout ignores the server's form. */
function isDryRun({ path, found }: Parsed): boolean {
  if (path === 'rollout undo') return false;
  if (!found.options.has('dry-run')) return isOn(found, 'local');
  return ['client', 'server', ''].includes(optionValue(found, 'dry-run') ?? '');
}

/** One stand-in for too many objects: it keeps the kind that weighs most. */
function merge(objects: readonly Target[]): Target {
  const heavy = objects.find(
    (target) => target.kind === 'secret' || (target.kind !== undefined && RBAC.has(target.kind)),
  );
  return heavy?.kind === undefined ? {} : { kind: heavy.kind };
}

/** What the object and the options add to what the verb does. */
function raised(base: readonly Effect[], parsed: Parsed, target: Target): readonly Effect[] {
  const { found, path = '' } = parsed;
  const effects = new Set(base);
  const reads = base.length === 1 && base[0] === 'read';
  const kind = target.kind ?? (path.startsWith('create ') ? path.split(' ')[1] : undefined);
  if (kind === 'secret' && (path === 'get' || path === 'apply view-last-applied' || path === 'describe'))
    effects.add('secret');
  if (!reads && kind !== undefined && RBAC.has(kind)) effects.add('privilege');
  const raw = optionValue(found, 'raw');
  if (path === 'get' && raw !== undefined && /secret|token/i.test(raw)) effects.add('secret');
  if (path === 'config view' && (isOn(found, 'raw') || /go-template|jsonpath/.test(optionValue(found, 'output') ?? '')))
    effects.add('secret');
  if (path === 'replace' && isOn(found, 'force')) effects.add('destroy');
  if (path === 'apply' && (isOn(found, 'prune') || isOn(found, 'force'))) effects.add('destroy');
  if (path === 'create' && isOn(found, 'edit')) effects.add('execute');
  if (path === 'set env' && isOn(found, 'list')) {
    effects.delete('write');
    effects.add('read');
    if (isOn(found, 'resolve')) effects.add('secret');
  }
  if (
    (path === 'label' || path === 'annotate') &&
    isOn(found, 'list') &&
    !parsed.operands.some((word) => /=|.-$/.test(word))
  ) {
    effects.delete('write');
    effects.add('read');
  }
  if (found.options.has('as') || found.options.has('as-group')) effects.add('privilege');
  return [...effects];
}

function resourceOf(target: Target, found: Scan, scope: Scope): Resource {
  const isNamespace = target.kind === 'namespace' || target.kind === 'node';
  return fields({
    kind: target.kind,
    name: target.name,
    namespace: isOn(found, 'all-namespaces')
      ? '*'
      : (target.namespace ?? (isNamespace ? undefined : scope['namespace'])),
    selector: optionValue(found, 'selector'),
    all: isOn(found, 'all') ? 'true' : undefined,
  });
}

/** A file on this side that the command writes. */
function localFiles(parsed: Parsed): Action | undefined {
  const { found, path } = parsed;
  const folder =
    path === 'cluster-info dump'
      ? optionValue(found, 'output-directory')
      : path === 'kustomize'
        ? optionValue(found, 'output')
        : undefined;
  return folder === undefined
    ? undefined
    : act('kubectl', path ?? '', ['write'], { resource: { kind: 'file', path: folder } });
}

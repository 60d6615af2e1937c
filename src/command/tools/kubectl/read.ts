import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { GLOB, isOn, optionValue, type Scan, UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Reading, Run } from '../../reader.ts';
import { act, doubted, doubtsOf, fields, inputOf, unknownAction, withDoubt } from '../../reading.ts';
import { effectsOn, isDryRun, showsContent } from './effects.ts';
import type { Dialect, Parsed } from './grammar.ts';
import { kubeconfigFile, resolveScope } from './kubeconfig.ts';
import { preferencesFor } from './kuberc.ts';
import { readKustomize } from './kustomize.ts';
import { localFiles, readCopy } from './local.ts';
import { type Manifests, readManifests } from './manifests.ts';
import { readRaw } from './raw.ts';
import { RBAC, SECRETS, type Target, targets } from './resources.ts';
import { isGroup, type Verb } from './verbs.ts';

/** A program of kubectl's family. */
export interface Program {
  readonly tool: string;
  readonly dialect: Dialect;
  verbOf(path: string): Verb | undefined;
  /** What the commands of its own do; undefined for those it shares with kubectl. */
  own?(parsed: Parsed, scope: Scope, context: ReadContext): Reading | undefined;
}

/** More objects than this become one action without a name. */
const MAX_OBJECTS = 32;

export function readWith(program: Program, argv: readonly string[], context: ReadContext): Reading {
  const { tool } = program;
  const parsed = program.dialect.parse(argv);
  const { path, found } = parsed;
  const where = resolveScope(found, context);
  const { scope } = where;
  const shared = { secrets: credentials(found), pins: PINS, notes: where.notes, inputs: where.inputs };
  if (path === undefined) {
    const verb = argv.find((arg, index) => index > 0 && !arg.startsWith('-')) ?? '?';
    const notes = [...where.notes, `this verb is not one of ${tool}: it runs a plugin`];
    return { ...shared, actions: [unknownAction(tool, verb, { scope })], notes };
  }
  const doubts = [...doubtsAbout(parsed), ...hazards(parsed)];
  if (path === '' || path === 'help' || isOn(found, 'help')) {
    return { ...shared, ...withDoubt({ actions: [act(tool, path || 'help', ['read'])], notes: where.notes }, doubts) };
  }
  const verb = program.verbOf(path);
  if (verb === undefined || (isGroup(path) && parsed.operands.length > 0 && !found.options.has('filename')))
    return { ...shared, actions: [unknownAction(tool, path, { scope })] };
  if (where.plugin !== undefined && verb.local !== true)
    doubts.push(`the kubeconfig starts ${where.plugin}, which is no login helper gate knows`);

  const preferences = preferencesFor(path, context);
  doubts.push(...preferences.doubts);
  const own = program.own?.(parsed, scope, context);
  const files = readManifests(found.options.get('filename') ?? [], optionValue(found, 'kustomize'), context);
  const reading = own ?? meaningOf(tool, parsed, verb, files, scope, context);
  const local = localFiles(tool, parsed, context);
  return withDoubt(
    {
      ...reading,
      ...shared,
      actions: local.length === 0 ? reading.actions : [...reading.actions, ...local],
      inputs: [
        ...where.inputs,
        ...preferences.inputs,
        ...files.inputs,
        ...contentOf(parsed, context),
        ...(reading.inputs ?? []),
      ],
      notes: [...where.notes, ...files.notes, ...(reading.notes ?? [])],
    },
    doubts,
  );
}

/** Files whose content becomes part of an object. */
function contentOf({ found }: Parsed, { files }: ReadContext): readonly Input[] {
  const { options } = found;
  if (options.size === 0) return [];
  const named = ['patch-file', 'from-file', 'from-env-file'].flatMap((name) => options.get(name) ?? []);
  return named.map((value) => {
    const path = value.slice(value.indexOf('=') + 1);
    return inputOf('content', path, path === '-' ? files.stdin() : files.read(path));
  });
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
  const { options } = found;
  if (options.size === 0) return [];
  const values = ['token', 'password', 'docker-password'].flatMap((name) => options.get(name) ?? []);
  const literals = (options.get('from-literal') ?? []).flatMap((pair) => pair.slice(pair.indexOf('=') + 1) || []);
  return [...values, ...literals].filter((value) => value !== '');
}

/** What the scan could not account for. A word only the shell knows is taken for the name it stands in the place of. */
function doubtsAbout({ found }: Parsed): readonly string[] {
  if (found.unknown.length === 0 && found.repeated.length === 0) return [];
  return doubtsOf({ ...found, unknown: found.unknown.filter((option) => option !== '(unresolved)') });
}

/** Options that read, write or print something beside the command's own purpose. */
function hazards({ found, path }: Parsed): readonly string[] {
  const { options } = found;
  if (options.size === 0) return [];
  const notes: string[] = [];
  for (const name of ['cache-dir', 'kuberc']) {
    if (options.has(name)) notes.push(`--${name} changes what kubectl reads or runs`);
  }
  for (const name of ['output', 'raw', 'template', 'dry-run', 'filename', 'kubeconfig', 'server']) {
    const value = optionValue(found, name);
    if (value?.includes(UNRESOLVED) && DECIDES.has(name)) notes.push(`--${name} is only known when it runs`);
  }
  // What is sent to the address comes from the file; `get` has nothing to send, and releases differ in what they say.
  if (path === 'get' && options.has('raw') && options.has('filename'))
    notes.push('--raw and --filename exclude each other');
  return notes;
}

const DECIDES: ReadonlySet<string> = new Set(['output', 'raw', 'template', 'kubeconfig', 'server']);

function meaningOf(
  tool: string,
  parsed: Parsed,
  verb: Verb,
  files: Manifests,
  scope: Scope,
  context: ReadContext,
): Reading {
  const { found, path = '' } = parsed;
  if (path === 'kustomize') return readKustomize(tool, 'kustomize', parsed, context);
  const raw = optionValue(found, 'raw');
  if (raw !== undefined && path in METHODS) return rawReading(tool, path, raw, parsed, scope);
  if (path === 'cp') {
    const actions = readCopy(tool, path, parsed, scope, context);
    return { actions: actions ?? [unknownAction(tool, path, { scope })] };
  }
  if (verb.local === true) return { actions: [localAction(tool, parsed, verb, context)] };

  const objects = objectsOf(parsed, verb, files.objects);
  const missing = isUnseen(parsed, verb, files, objects);
  const make = (target: Target): Action => {
    const action = act(tool, operationOf(path), effectsOn(target, verb, parsed), {
      resource: resourceOf(target, found, scope),
      scope,
      opaque: missing,
    });
    return isUnknownKind(target, action.effects, parsed) ? doubted(action) : action;
  };
  const many = objects.length === 0 || objects.length > MAX_OBJECTS;
  const reading: Reading = {
    actions: many ? [make(merge(objects))] : objects.map(make),
    ...(missing ? { notes: ['the content it works on cannot be seen'] } : {}),
    ...(isSettled(path, verb, objects) ? { settled: true } : {}),
  };
  const run = commandIn(tool, parsed, objects[0], found);
  return run === undefined ? reading : { ...reading, runs: [run] };
}

/**
 * More words would only be more names: `kubectl logs $POD`, `xargs kubectl describe pod`. A name that turns out to be an
 * option is beyond what a reader of the line can know; what shows secrets needs its kind or its form in the line itself.
 */
function isSettled(path: string, verb: Verb, objects: readonly Target[]): boolean {
  // A group is settled by the word that follows it.
  if (verb.effects.join() !== 'read' || isGroup(path) || path === 'cluster-info') return false;
  // Where every operand is a pod or a node there is no kind to be surprised by.
  if (verb.operands !== 'typed') return true;
  return objects.length > 0 && objects.every(({ kind }) => kind !== undefined && !isHidden(kind) && !SECRETS.has(kind));
}

function isHidden(text: string): boolean {
  return text.includes(UNRESOLVED) || text.includes(GLOB);
}

/** The verbs that take `--raw`. */
const METHODS: Readonly<Record<string, true>> = { get: true, create: true, replace: true, delete: true };

function rawReading(tool: string, path: string, raw: string, parsed: Parsed, scope: Scope): Reading {
  const { target, effects, doubt } = readRaw(path, raw);
  const base: Record<string, Effect> = { get: 'read', create: 'write', replace: 'write', delete: 'destroy' };
  const own = base[path] as Effect;
  const all = new Set<Effect>(effects.includes('read') ? ['read'] : [own, ...effects]);
  const plain = effectsOn({}, { effects: [own], operands: 'none' }, parsed);
  if (plain.includes('privilege')) all.add('privilege');
  const resource = resourceOf(target, parsed.found, scope);
  const reading = { actions: [act(tool, path, [...all], { resource, scope })] };
  return doubt === undefined ? reading : withDoubt(reading, [doubt]);
}

/** `config` and the like: what changes is a file of this machine. */
function localAction(tool: string, parsed: Parsed, verb: Verb, context: ReadContext): Action {
  const { found, path = '' } = parsed;
  const file = path.startsWith('config ') ? kubeconfigFile(found, context) : undefined;
  return act(tool, path, effectsOn({}, verb, parsed), {
    resource: file === undefined ? {} : { kind: 'file', path: absoluteIn(file, context.cwd) },
  });
}

function absoluteIn(file: string, cwd: string): string {
  return file.startsWith('/') || !cwd.startsWith('/') ? file : `${cwd}/${file.replace(/^\.\//, '')}`;
}

function operationOf(path: string): string {
  return path.startsWith('create ') && path !== 'create token' ? 'create' : path;
}

function objectsOf(parsed: Parsed, verb: Verb, inFiles: readonly Target[]): readonly Target[] {
  if (inFiles.length > 0) return inFiles;
  const { operands, path = '' } = parsed;
  if (path.startsWith('create secret') || path.startsWith('create service '))
    return targets(operands.slice(0, 1), path.split(' ')[1]);
  if (verb.operands === 'none') return [];
  if (verb.operands === 'first') return targets(operands.slice(0, 1), 'pod');
  if (path === 'logs') return targets(operands.slice(0, 1), 'pod');
  if (verb.operands !== 'typed') return targets(operands, verb.operands);
  return targets(namesOf(path, operands));
}

/** `label pods x key=value`, `taint nodes x a:NoSchedule`, `set sa deploy x account`: not every word is a name. */
function namesOf(path: string, operands: readonly string[]): readonly string[] {
  if (path === 'set serviceaccount') return operands.slice(0, -1);
  if (path === 'taint') return operands.filter((word) => !/[=:]|-$/.test(word));
  return /^(label|annotate|set )/.test(path) ? operands.filter((word) => !/=|-$/.test(word)) : operands;
}

/** True when the object that decides the meaning is in content gate cannot see. */
function isUnseen(parsed: Parsed, verb: Verb, files: Manifests, objects: readonly Target[]): boolean {
  const { found, path = '' } = parsed;
  // kubectl masks what Secrets hold in a diff, so its content reveals nothing whatever it is.
  if (path === 'diff') return false;
  const named = found.options.has('filename') || found.options.has('kustomize');
  // `--local` prints the file's content, changed; a rehearsal is asked for to be seen.
  if (isDryRun(parsed)) return named && !found.options.has('dry-run') && (files.unseen || files.missing);
  if (named) return files.unseen;
  return verb.operands === 'typed' && objects.length === 0;
}

/** A kind only the shell will know: a secret is as good a guess as any. */
function isUnknownKind({ kind }: Target, effects: readonly Effect[], { found, path = '' }: Parsed): boolean {
  if (kind === undefined || !isHidden(kind)) return false;
  if (effects.every((effect) => effect === 'read')) return path === 'get' || path === 'describe' || showsContent(found);
  // Deleting is as bad as it gets whatever the kind is.
  return !effects.includes('destroy');
}

/** One stand-in for too many objects: it keeps the kind that weighs most. */
function merge(objects: readonly Target[]): Target {
  const heavy = objects.find(({ kind }) => kind !== undefined && (SECRETS.has(kind) || RBAC.has(kind)));
  return heavy?.kind === undefined ? {} : { kind: heavy.kind };
}

function resourceOf(target: Target, found: Scan, scope: Scope): Resource {
  const clusterWide = target.kind === 'namespace' || target.kind === 'node';
  return fields({
    kind: target.kind,
    name: target.name,
    namespace: isOn(found, 'all-namespaces')
      ? '*'
      : (target.namespace ?? (clusterWide ? undefined : scope['namespace'])),
    selector: optionValue(found, 'selector') ?? optionValue(found, 'field-selector'),
    subresource: target.subresource ?? optionValue(found, 'subresource'),
    container: optionValue(found, 'container'),
    image: optionValue(found, 'image'),
    all: isOn(found, 'all') ? 'true' : undefined,
  });
}

/** The command that runs inside a container is read as well, as one that runs elsewhere. */
export function commandIn(tool: string, parsed: Parsed, target: Target | undefined, found: Scan): Run | undefined {
  const { path, after, operands } = parsed;
  if (path !== 'exec' && path !== 'debug' && path !== 'rsh') return undefined;
  // Older releases took the command without `--`.
  const argv = after.length > 0 ? after : path === 'debug' || found.options.has('filename') ? [] : operands.slice(1);
  if (argv.length === 0) return undefined;
  return {
    argv,
    via: `${tool} ${path} ${target?.name ?? ''}`.trim(),
    elsewhere: true,
    cwd: UNRESOLVED,
    ...(isOn(found, 'stdin') ? {} : { stdin: 'null' as const }),
  };
}

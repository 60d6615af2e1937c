import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Run } from '../../reader.ts';
import { act, fileAt, inputOf } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { type Found, isSet, lastOf, type Refined, valuesOf } from '../orchestration/by-table.ts';
import { breaksOut } from './isolation.ts';

/** More objects than this become one action without a name. */
const MAX_OBJECTS = 16;

/** What the words after a docker command change: where the files are, what runs inside, what it may reach. */
export function refineDocker(found: Found, context: ReadContext): Refined | undefined {
  const { path, line } = found;
  switch (path) {
    case 'run':
    case 'create':
    case 'service create':
    case 'compose run':
      return started(found);
    case 'exec':
    case 'compose exec':
      return entered(found);
    case 'unshare':
    case 'machine ssh':
      return inside(found, line.positionals, path === 'machine ssh');
    case 'cp':
    case 'compose cp':
      return copied(found, context);
    case 'kube generate':
    case 'generate systemd':
    case 'scout cves':
    case 'scout quickview':
      return printedOrSaved(found, context);
    case 'save':
    case 'export':
    case 'compose export':
    case 'volume export':
    case 'buildx history export':
    case 'compose config':
      return saved(found, context);
    case 'context export':
      return { effects: ['export', 'secret'], resource: { kind: 'context', ...nameOf(line.positionals[0]) } };
    case 'build':
    case 'compose build':
    case 'buildx bake':
    case 'farm build':
    case 'compose up':
    case 'kube play':
      return built(found, context);
    case 'container runlabel':
      return { doubts: ['the command is written on the image'] };
    case 'start':
      return isSet(line, 'interactive') || isSet(line, 'attach')
        ? objects(found, ['write', 'execute'])
        : objects(found);
    case 'inspect':
    case 'container inspect':
      return printsEnvironment(line.options.get('format')?.at(-1))
        ? objects(found, ['read', 'secret'])
        : objects(found);
    case 'secret inspect':
      return isSet(line, 'showsecret') ? objects(found, ['read', 'secret']) : objects(found);
    case 'swarm ca':
      return isSet(line, 'rotate') ? { effects: ['write', 'privilege'] } : undefined;
    case 'buildx inspect':
      return isSet(line, 'bootstrap') ? { effects: ['write'] } : undefined;
    case 'compose wait':
      return isSet(line, 'down-project') ? { effects: ['destroy'] } : undefined;
    case 'mount':
    case 'image mount':
      return line.positionals.length > 0 || isSet(line, 'all') ? { effects: ['write'] } : undefined;
    case 'system check':
      return isSet(line, 'repair') ? { effects: ['destroy'] } : undefined;
    case 'compose':
      // podman hands the words to docker-compose or podman-compose.
      return line.positionals.length === 0
        ? { effects: ['read'] }
        : { actions: [], runs: [{ argv: ['docker-compose', ...line.positionals], via: 'podman compose' }] };
    case 'push':
    case 'pull':
      return registry(found);
    case 'login':
      return { resource: { kind: 'registry', ...nameOf(line.positionals[0]) } };
    case 'compose alpha dry-run':
      return { doubts: ['it runs a command of compose that gate does not read here'] };
    default:
      return objects(found);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  volume: 'volume',
  network: 'network',
  node: 'node',
  service: 'service',
  stack: 'stack',
  secret: 'secret',
  config: 'config',
  context: 'context',
  plugin: 'plugin',
  pod: 'pod',
  manifest: 'image',
  rmi: 'image',
  images: 'image',
  history: 'image',
  tag: 'image',
  untag: 'image',
  compose: 'service',
  machine: 'machine',
  image: 'image',
};
const OF_CONTAINERS =
  /^(rm|stop|kill|start|restart|pause|unpause|rename|update|logs|top|stats|port|diff|wait|attach|commit|inspect|container \w+)$/;

function kindOf(path: string): string | undefined {
  if (OF_CONTAINERS.test(path)) return 'container';
  const first = path.split(' ')[0] as string;
  return Object.hasOwn(KINDS, first) ? KINDS[first] : undefined;
}

/** One action per thing named; above the limit one for all of them. */
function objects(found: Found, effects: readonly Effect[] = found.effects): Refined | undefined {
  const { path, line, scope, tool } = found;
  const kind = kindOf(path);
  if (kind === undefined) return undefined;
  // `rename OLD NEW`, `commit CONTAINER IMAGE`, `top CONTAINER ps-options`: only the first is the object.
  const one =
    /^(rename|commit|tag|top|port|diff|network (connect|disconnect)|.* create|image scp|.*update|stack deploy)$/.test(
      path,
    );
  const names = one ? line.positionals.slice(0, 1) : line.positionals;
  if (names.length === 0) return { effects, resource: isSet(line, 'all') ? { kind, all: 'true' } : { kind } };
  if (names.length > MAX_OBJECTS) return { effects, resource: { kind, count: String(names.length) } };
  return { actions: names.map((name) => act(tool, path, effects, { resource: { kind, name }, scope })) };
}

/** A container from an image: its code runs, with what the options let it reach. */
function started(found: Found): Refined {
  const { line, path, effects } = found;
  const [image, ...words] = line.positionals;
  const reasons = breaksOut(line);
  const all: readonly Effect[] = reasons.length > 0 ? [...effects, 'privilege'] : effects;
  const resource =
    path === 'compose run' ? { kind: 'service', ...nameOf(image) } : { kind: 'container', ...imageOf(image) };
  const entrypoint = line.options.get('entrypoint')?.at(-1);
  const argv = entrypoint ? [entrypoint, ...words] : words;
  const runs = path === 'create' || path === 'service create' ? [] : runOf(found, image, argv);
  return { effects: all, resource, notes: reasons, runs };
}

function entered(found: Found): Refined {
  const { line, effects } = found;
  const [name, ...words] = line.positionals;
  const reasons = isSet(line, 'privileged') ? ['--privileged gives the command every right of the host'] : [];
  return {
    effects: reasons.length > 0 ? [...effects, 'privilege'] : effects,
    resource: { kind: found.path.startsWith('compose') ? 'service' : 'container', ...nameOf(name) },
    notes: reasons,
    runs: runOf(found, name, words),
  };
}

function inside(found: Found, words: readonly string[], elsewhere: boolean): Refined {
  const argv = found.path === 'machine ssh' && words.length > 1 ? words.slice(1) : words;
  if (argv.length === 0 || argv[0]?.startsWith('-')) return {};
  return { runs: [{ argv, via: `${found.tool} ${found.path}`, elsewhere }] };
}

/** The words run inside: relative paths there are not paths here. Words that begin with an option go to the entrypoint. */
function runOf(found: Found, name: string | undefined, words: readonly string[]): readonly Run[] {
  const [program] = words;
  if (program === undefined || program === '' || program.startsWith('-')) return [];
  return [{ argv: words, via: `${found.tool} ${found.path} ${name ?? ''}`.slice(0, 200), elsewhere: true }];
}

/** `cp SRC DEST`: one of the two has `CONTAINER:` before the path. */
function copied(found: Found, context: ReadContext): Refined {
  const { line, path, scope, tool } = found;
  const [from = '', to = ''] = line.positionals;
  if (line.positionals.length !== 2) return { effects: ['write'], doubts: ['where it copies to is not clear'] };
  const source = containerIn(from);
  const target = containerIn(to);
  if (target !== undefined) {
    return { effects: ['write'], resource: { kind: 'container', name: target, direction: 'to' } };
  }
  if (source === undefined) return { effects: ['write'], doubts: ['neither side names a container'] };
  const read = act(tool, path, ['read'], { resource: { kind: 'container', name: source, direction: 'from' }, scope });
  if (to === '-') return { actions: [read] };
  return { actions: [read, written(found, to, context)] };
}

function containerIn(operand: string): string | undefined {
  const colon = operand.indexOf(':');
  if (colon <= 0 || /^[./]/.test(operand)) return undefined;
  return operand.slice(0, colon);
}

/** Printed, unless an option names a file or asks for files. */
function printedOrSaved(found: Found, context: ReadContext): Refined | undefined {
  const { line, path } = found;
  if (path === 'generate systemd') return isSet(line, 'files') ? { effects: ['write'] } : undefined;
  const file = lastOf(line, path === 'kube generate' ? 'filename' : 'output');
  return file === undefined || file === '-' ? undefined : { more: [written(found, file, context)] };
}

/** Out of the store into a file, or onto stdout. */
function saved(found: Found, context: ReadContext): Refined {
  const file = lastOf(found.line, 'output');
  const prints = isSet(found.line, 'environment');
  const kind = kindOf(found.path) ?? 'image';
  return {
    ...(prints && { effects: ['read', 'secret'] as const }),
    resource: { kind, ...nameOf(found.line.positionals[0]) },
    more: file === undefined || file === '-' ? [] : [written(found, file, context)],
  };
}

function written(found: Found, path: string, context: ReadContext): Action {
  return act(found.tool, found.path, ['write'], { resource: fileAt(path, context.cwd) });
}

/** What the files of a directory say is built or started. */
function built(found: Found, context: ReadContext): Refined {
  const { line, path } = found;
  const doubts: string[] = [];
  const more: Action[] = [];
  const { resource, seen } = sourceOf(found, context);
  if (!seen) doubts.push('what is built comes from where gate cannot see');
  const own = path === 'compose up' ? ['write', 'execute'] : ['execute'];
  const effects = new Set(own as Effect[]);
  if (isSet(line, 'push')) effects.add('export');
  // What a build may read of the host's secrets, its Dockerfile decides.
  if (
    valuesOf(line, 'secret').some((secret) => namesSecretFile(/(?:^|,)(?:src|source)=([^,]+)/.exec(secret)?.[1] ?? ''))
  ) {
    effects.add('secret');
  }
  const reasons: string[] = [];
  for (const right of valuesOf(line, 'allow')) {
    if (/^(security\.insecure|network\.host|device)/.test(right)) reasons.push(`--allow ${right} weakens the walls`);
  }
  reasons.push(...(path === 'build' ? breaksOut(line) : []));
  if (reasons.length > 0) effects.add('privilege');
  for (const name of ['iidfile', 'metadata-file']) {
    const file = lastOf(line, name);
    if (file !== undefined) more.push(written(found, file, context));
  }
  for (const output of path === 'build' ? valuesOf(line, 'output') : []) {
    const target = /(?:^|,)dest=([^,]+)/.exec(output)?.[1] ?? (output.includes('=') ? undefined : output);
    if (target !== undefined && target !== '-') more.push(written(found, target, context));
    if (/push=true|type=registry/.test(output)) effects.add('export');
  }
  const inputs = filesOf(found, context);
  return { effects: [...effects], resource, more, notes: reasons, doubts, inputs, scope: whereBuilt(found, seen) };
}

/** The files that say what is built or started: those given, or the ones docker looks for. */
function filesOf({ path, line }: Found, context: ReadContext): readonly Input[] {
  const given = path === 'kube play' ? line.positionals : valuesOf(line, 'file');
  const role = path === 'build' || path === 'farm build' ? 'dockerfile' : 'manifest';
  if (given.length > 0) {
    return given
      .slice(0, 16)
      .map((file) => inputOf(role, file, file === '-' ? context.files.stdin() : context.files.read(file)));
  }
  const folder = path === 'build' ? (line.positionals[0] ?? '.') : (lastOf(line, 'project-directory') ?? '.');
  if (/^(-|[a-z]+:)/.test(folder) || folder.includes(UNRESOLVED)) return [];
  const names = role === 'dockerfile' ? DOCKERFILES : path.startsWith('compose') ? COMPOSE_FILES : [];
  for (const name of names) {
    const file = folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`;
    const snapshot = context.files.read(file);
    if (snapshot !== undefined) return [inputOf(role, file, snapshot)];
  }
  return [];
}

const DOCKERFILES = ['Dockerfile', 'Containerfile'];
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** A project built on this machine is the project's own affair; anywhere else the place is told. */
function whereBuilt({ scope, path }: Found, seen: boolean): Scope {
  if (!seen || path === 'compose up' || path === 'kube play') return scope;
  const { reach, ...rest } = scope;
  return reach === undefined || reach === 'machine' ? rest : scope;
}

function sourceOf({ path, line }: Found, context: ReadContext): { resource: Resource; seen: boolean } {
  if (path !== 'build') {
    const folder = lastOf(line, 'project-directory') ?? '.';
    return { resource: { kind: 'build', path: fileAt(folder, context.cwd).path }, seen: true };
  }
  const [source] = line.positionals;
  if (source === undefined) return { resource: { kind: 'build', path: fileAt('.', context.cwd).path }, seen: true };
  if (source === '-' || /^(https?|git|ssh):|^git@|^github\.com\/|\.git(#|$)/.test(source)) {
    return { resource: source === '-' ? { kind: 'build' } : { kind: 'build', url: source }, seen: false };
  }
  return { resource: { kind: 'build', path: fileAt(source, context.cwd).path }, seen: true };
}

function registry({ line, path }: Found): Refined {
  const [image] = line.positionals;
  const resource = { kind: 'image', ...nameOf(image) };
  return path === 'push' ? { resource, scope: { reach: 'remote' } } : { resource };
}

/** A template that prints the environment prints whatever passwords stand in it. */
function printsEnvironment(format: string | undefined): boolean {
  return (
    format !== undefined &&
    (/\bEnv\b/.test(format) || /^\{\{\s*(json\s+)?\.(Config)?\s*\}\}$/.test(format) || format.includes(UNRESOLVED))
  );
}

const nameOf = (name: string | undefined): Resource => (name === undefined || name === '' ? {} : { name });
const imageOf = (image: string | undefined): Resource => (image === undefined || image === '' ? {} : { image });

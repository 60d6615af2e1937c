import type { Action } from './action.ts';
import { GLOB, UNRESOLVED } from './options.ts';
import type { Surroundings } from './worktree/surroundings.ts';

/** How far an action reaches. docs/decisions/0007-local.md says what each word means and why. */
export type Reach = 'project' | 'protected' | 'temporary' | 'machine' | 'loopback' | 'remote';

/**
 * The action with `scope.reach`. Pure but for what `surroundings` looks at.
 * @param elsewhere it runs on another machine or in another root: its paths say nothing about this one
 */
export function withReach(action: Action, surroundings: Surroundings, elsewhere: boolean): Action {
  const reach = elsewhere ? 'remote' : reachOf(action, surroundings);
  if (reach === undefined || reach === action.scope['reach']) return action;
  return { ...action, scope: { ...action.scope, reach } };
}

/**
 * What the same command changes is looked at before it does: a script it writes is nobody's work yet, and a name it makes
 * may be a link that leads elsewhere. How far such a path reaches is not known.
 */
export function withoutFresh(actions: readonly Action[]): readonly Action[] {
  if (actions.length < 2) return actions;
  const made = madeBy(actions);
  if (made.names.size === 0) return actions;
  return actions.map((action, index) => {
    if (action.scope['reach'] === undefined || !isFresh(action, index, made)) return action;
    const { reach: _, ...scope } = action.scope;
    return { ...action, scope };
  });
}

interface Made {
  /** Every name that is made, with the place of the first action that makes it. */
  readonly names: ReadonlyMap<string, number>;
  readonly links: ReadonlySet<string>;
  /** Directories filled with what came from elsewhere. */
  readonly fetched: ReadonlyMap<string, number>;
  readonly hasPattern: boolean;
}

function madeBy(actions: readonly Action[]): Made {
  const names = new Map<string, number>();
  const links = new Set<string>();
  const fetched = new Map<string, number>();
  let hasPattern = false;
  actions.forEach(({ tool, operation, effects, resource: { path, kind = '' } }, index) => {
    // Directories that `mkdir` makes are no links.
    if (path === undefined || tool === 'mkdir' || !effects.includes('write')) return;
    const fetches = operation === 'clone' || kind === 'directory';
    if (!fetches && !FILES.includes(kind)) return;
    if (!names.has(path)) names.set(path, index);
    if (tool === 'ln') links.add(path);
    if (fetches && !fetched.has(path)) fetched.set(path, index);
    hasPattern ||= path.includes('*');
  });
  return { names, links, fetched, hasPattern };
}

function isFresh({ tool, effects, resource }: Action, index: number, made: Made): boolean {
  const { path, kind = '' } = resource;
  if (path === undefined) return false;
  // No file can have such a name, so nothing is lost by not looking through it.
  if (path.length > LONGEST_PATH) return true;
  const isScript = kind === 'script';
  if (isScript && (made.hasPattern || made.names.has(path))) return true;
  // What was fetched or unpacked a moment ago is not the project's own yet.
  if (kind === 'build') return [path, ...above(path)].some((name) => (made.fetched.get(name) ?? index) < index);
  if (!isScript && !(FILES.includes(kind) && effects.some((effect) => effect !== 'read'))) return false;
  // A redirection is read before the commands around it, so of links the order says nothing.
  if (tool !== 'ln' && made.links.has(path)) return true;
  return above(path).some(
    (name) => made.links.has(name) || (made.names.get(name) ?? index) < index || (isScript && made.names.has(name)),
  );
}

/** PATH_MAX of Linux. */
const LONGEST_PATH = 4096;

/** The directories that a path lies in, the nearest first. */
function above(path: string): readonly string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end));
  return found;
}

/** What is deleted in the project also says, in `resource.git`, whether git could bring it back. */
export async function withGit(actions: readonly Action[], surroundings: Surroundings): Promise<readonly Action[]> {
  if (!actions.some(deletesInProject)) return actions;
  const judged: Action[] = [];
  for (const action of actions) {
    const path = action.resource['path'];
    const known = path !== undefined && deletesInProject(action) ? await canRestore(path, surroundings) : undefined;
    const git = known === undefined ? undefined : known ? 'restorable' : 'unsaved';
    judged.push(git === undefined ? action : { ...action, resource: { ...action.resource, git } });
  }
  return judged;
}

function deletesInProject({ scope, resource, effects }: Action): boolean {
  return scope['reach'] === 'project' && effects.includes('destroy') && FILES.includes(resource.kind ?? '');
}

/** Kinds of resources whose path is that of the very thing that is deleted. */
const FILES: readonly string[] = ['file', 'directory', 'mode'];

function reachOf({ scope, resource }: Action, surroundings: Surroundings): Reach | undefined {
  const said = scope['reach'];
  if (said !== undefined) return said as Reach;
  const server = scope['server'] ?? scope['endpoint'] ?? scope['host'];
  if (server !== undefined) return server.includes(UNRESOLVED) ? undefined : isLoopback(server) ? 'loopback' : 'remote';
  if (REMOTE.some((field) => scope[field] !== undefined)) return 'remote';
  const path = resource['path'];
  if (path === undefined) return resource.kind === 'file' ? 'machine' : undefined;
  return pathReach(path, surroundings, !FILES.includes(resource.kind ?? ''));
}

/** Scopes that no local program has. */
const REMOTE = ['context', 'cluster', 'account', 'region', 'profile', 'project', 'subscription', 'tenant', 'remote'];

/**
 * How far a file is; undefined when the path is not known.
 * @param workplace it is a directory that something works in, not the very thing that is changed: then the top of the
 *   project is in the project
 */
export function pathReach(given: string, surroundings: Surroundings, workplace = false): Reach | undefined {
  if (given.includes(UNRESOLVED) || !given.startsWith('/')) return undefined;
  const glob = given.indexOf(GLOB);
  let path = given;
  if (glob >= 0) {
    // A pattern stands for names in one directory; further down the path it could lead through a link.
    const slash = given.lastIndexOf('/');
    if (given.slice(0, slash).includes(GLOB)) return undefined;
    if (mayBeHidden(given.slice(slash + 1, glob))) return undefined;
    const directory = surroundings.realpath(given.slice(0, slash) || '/');
    if (surroundings.hasLinks(directory)) return undefined;
    path = `${directory === '/' ? '' : directory}${given.slice(slash)}`;
  } else path = surroundings.realpath(given);

  const { root, temporary } = surroundings;
  if (workplace && path === root) return 'project';
  // All of a project is more than a temporary file, wherever it lies.
  if (root !== undefined && (path === root || isBelow(root, path))) return 'machine';
  if (root !== undefined && isBelow(path, root))
    return isProtected(path.slice(root.length + 1)) ? 'protected' : 'project';
  return temporary.some((directory) => isBelow(path, directory)) ? 'temporary' : 'machine';
}

/** `.*` also means `.git`, and in older shells `..`. */
function mayBeHidden(start: string): boolean {
  return start.startsWith('.') && ['..', '.git', '.gate', ...AGENTS].some((name) => name.startsWith(start));
}

function isBelow(path: string, directory: string): boolean {
  return path.length > directory.length + 1 && path.startsWith(directory) && path[directory.length] === '/';
}

/** Files of the project that decide what runs, or what is allowed, after this command. */
function isProtected(relative: string): boolean {
  const parts = relative.split('/');
  if (parts.includes('.git') || parts.includes('.gate')) return true;
  const name = parts.at(-1) ?? '';
  const folder = parts.at(-2) ?? '';
  if (AGENTS.includes(name)) return true;
  // A pattern may mean any of the names in its directory.
  return AGENTS.includes(folder) && (SETTINGS.includes(name) || name.includes(GLOB));
}

/** Directories in which agents look for hooks, and the files in them that name the hooks. */
const AGENTS: readonly string[] = ['.claude', '.codex', '.cursor', '.gemini'];
const SETTINGS: readonly string[] = ['settings.json', 'settings.local.json', 'hooks.json', 'config.toml', 'hooks'];

/** A pattern is as restorable as everything in its directory. */
async function canRestore(path: string, surroundings: Surroundings): Promise<boolean | undefined> {
  // By now a pattern is shown as `*`; a file of that name is taken for one too.
  if (!path.includes('*')) return surroundings.restorable(path);
  const directory = path.slice(0, path.lastIndexOf('/'));
  // All that lies in the top of the project is the project.
  return directory === surroundings.root ? undefined : surroundings.restorable(directory);
}

/** An address of this machine alone: a name, an address, or a URL of one. */
export function isLoopback(server: string): boolean {
  const address =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@?#\\]*@)?(\[[0-9a-fA-F:.]+\]|[^/:[\]@?#\\]+|[0-9a-fA-F:]+)(?::[0-9]+)?(?:\/|$)/.exec(
      server,
    )?.[1];
  if (server.startsWith('unix:') || server.startsWith('/')) return true;
  if (address === undefined) return false;
  const host = address.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    host === 'localhost' ||
    host === '::1' ||
    host.endsWith('.localhost') ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  );
}

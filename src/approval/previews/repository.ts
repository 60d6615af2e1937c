import type { Look } from '../../platform/look.ts';
import { outputOf } from './finding.ts';

/**
 * Git, reading only. A repository is a stranger's: what its configuration would start is switched off, nothing is
 * fetched, and no command is used that compares contents with the work tree, since that runs its filters.
 */
export interface Repository {
  readonly top: string;
  /** @returns its output, or why there is none */
  git(...args: readonly string[]): Promise<{ readonly text: string } | { readonly why: string }>;
}

const SAFE = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.untrackedCache=false',
    'core.alternateRefsCommand=',
  ].flatMap((setting) => ['-c', setting]),
  ...['log.showSignature=false', 'diff.external=', 'gc.auto=0', 'maintenance.auto=false'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

const ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // A missing object is never fetched, whatever protocol the configuration allows.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
  GIT_EDITOR: '/bin/false',
  GIT_SSH_COMMAND: '/bin/false',
  GIT_ASKPASS: '/bin/false',
};

const MOST = 32 * 1024 * 1024;

/** @returns the work tree around a directory, or why none can be read */
export async function repositoryAt(look: Look, cwd: string): Promise<Repository | { readonly why: string }> {
  const at =
    (directory: string) =>
    async (...args: readonly string[]) => {
      const how = { cwd: directory, environment: ENVIRONMENT, most: MOST };
      return outputOf(await look.run('git', [...SAFE, ...args], how), 'git');
    };
  const top = await at(cwd)('rev-parse', '--show-toplevel');
  if ('why' in top) return top;
  const directory = top.text.replace(/\n$/, '');
  if (directory === '') return { why: 'it is a repository without a work tree' };
  return { top: directory, git: at(directory) };
}

/** The same, run where the command would run: pathspecs and names are relative to it. */
export async function repositoryFrom(look: Look, cwd: string): Promise<Repository | { readonly why: string }> {
  const found = await repositoryAt(look, cwd);
  if ('why' in found) return found;
  const how = { cwd, environment: ENVIRONMENT, most: MOST };
  return {
    top: found.top,
    git: async (...args) => outputOf(await look.run('git', [...SAFE, ...args], how), 'git'),
  };
}

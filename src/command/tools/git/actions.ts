import type { Action, Effect, Resource, Scope } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import { absolute } from '../../paths.ts';
import { act, fields } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { REMOTE_READS, REMOTE_WRITES } from './effects-table.ts';
import type { JUDGES } from './judged.ts';
import { overPaths } from './paths.ts';
import { folderOf, scopeOf } from './remotes.ts';

/** What a command of git acts on: the repository, files, a branch, the other side. */

/** `HEAD:.env`, or a file outside compared with another. */
export function readsSecret(operand: string): boolean {
  return (
    namesSecretFile(operand) || (operand.includes(':') && namesSecretFile(operand.slice(operand.indexOf(':') + 1)))
  );
}

/** The operands that name another repository. */
export function addressesOf(path: string, line: CommandLine): readonly string[] {
  const { positionals, options } = line;
  if (path === 'remote add' || path === 'remote set-url') return positionals.slice(1);
  if (path === 'submodule add' || path === 'clone') return positionals.slice(0, 1);
  if (path === 'archive') return options.get('remote') ?? [];
  if (path === 'request-pull') return positionals.slice(1, 2);
  if (path === 'push' && positionals.length === 0) return options.get('repo') ?? [];
  if (path === 'lfs clone' || path === 'submodule set-url') return positionals;
  if (REMOTE_WRITES.has(path) || REMOTE_READS.has(path))
    return options.has('multiple') ? positionals : positionals.slice(0, 1);
  return [];
}

export function actionsOf(
  path: string,
  line: CommandLine,
  effects: readonly Effect[],
  judged: ReturnType<NonNullable<(typeof JUDGES)[string]>>,
  directory: string,
  remote: string | undefined,
  known?: ReadonlyMap<string, string>,
): readonly Action[] {
  if (judged?.paths !== undefined && judged.paths.length > 0) return overPaths(path, effects, judged.paths, directory);
  const here: Resource = fields({
    kind: judged?.kind ?? 'repository',
    name: judged?.name,
    path: directory,
    git: judged?.restorable === true ? 'restorable' : undefined,
  });
  if (REMOTE_WRITES.has(path)) {
    const scope: Scope = scopeOf(remote, known);
    const resource = fields({
      kind: judged?.kind ?? 'repository',
      name: judged?.name,
      branch: judged?.name,
      remote: scope['remote'],
    });
    return [act('git', path, effects, { resource, scope })];
  }
  if (path === 'maintenance start' || path === 'maintenance stop')
    return [act('git', path, effects, { resource: here, scope: { reach: 'machine' } })];
  if (path === 'ls-remote' || path === 'remote show')
    return [act('git', path, effects, { resource: { kind: 'repository' }, scope: scopeOf(remote) })];
  if (path === 'clone' || path === 'lfs clone')
    return [
      act('git', path, effects, {
        resource: { kind: 'repository', path: absolute(line.positionals[1] ?? folderOf(remote ?? '.'), directory) },
      }),
      from(path, remote),
    ];
  if (path === 'init' || path === 'init-db')
    return [
      act('git', path, effects, {
        resource: { kind: 'repository', path: absolute(line.positionals[0] ?? '.', directory) },
      }),
    ];
  // What it runs is read as a command of its own.
  const starts = path === 'bisect run' || path === 'submodule foreach' || path === 'hook run';
  const action = act('git', path, effects, { resource: starts ? { ...here, kind: 'build' } : here });
  return REMOTE_READS.has(path) ? [action, from(path, remote, known)] : [action];
}

/** What is read from the other side. */
function from(path: string, remote: string | undefined, known?: ReadonlyMap<string, string>): Action {
  return act('git', path, ['read'], { resource: { kind: 'repository' }, scope: scopeOf(remote, known) });
}

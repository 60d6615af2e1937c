import { join } from 'node:path/posix';
import type { Action, Effect, Resource } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import { holdsSecret, isHarmlessKey } from './config-keys.ts';

const GETS = ['get', 'get-all', 'get-regexp', 'get-urlmatch', 'get-color', 'get-colorbool', 'list'];
const CHANGES = ['add', 'replace-all', 'unset', 'unset-all', 'rename-section', 'remove-section'];

/** `git config`: read or set one key. A key that names a program to run is a privilege: git will run it later. */
export function config(line: CommandLine, directory: string, context: ReadContext): Action {
  const [verb] = line.path.slice(1);
  const { options, positionals } = line;
  const resource = fileOf(line, directory, context);
  const done = (operation: string, effects: readonly Effect[]): Action => act('git', operation, effects, { resource });
  if (verb === 'edit' || options.has('edit')) return done('config edit', ['write', 'execute']);
  const gets =
    verb === 'list' ||
    verb === 'get' ||
    (verb === undefined &&
      (GETS.some((name) => options.has(name)) ||
        (positionals.length < 2 && !CHANGES.some((name) => options.has(name)))));
  if (gets) {
    return done('config get', positionals.some(holdsSecret) ? ['read', 'secret'] : ['read']);
  }
  const removes =
    verb === 'unset' ||
    verb === 'remove-section' ||
    verb === 'rename-section' ||
    ['unset', 'unset-all', 'rename-section', 'remove-section'].some((name) => options.has(name));
  const [key = '', value] = positionals;
  if (removes || isHarmlessKey(key, value)) return done(removes ? 'config unset' : 'config set', ['write']);
  return done('config set', ['write', 'privilege']);
}

/** The file it is written to: the repository's own, the person's, the machine's, or the one that is named. */
function fileOf({ options }: CommandLine, directory: string, context: ReadContext): Resource {
  const named = options.get('file')?.at(-1);
  if (named !== undefined) return fileAt(named, directory);
  if (options.has('global')) return { kind: 'file', path: join(context.home, '.gitconfig') };
  if (options.has('system')) return { kind: 'file', path: '/etc/gitconfig' };
  return { kind: 'repository', path: directory };
}

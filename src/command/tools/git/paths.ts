import type { Action, Effect, Resource } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { act, fileAt } from '../../reading.ts';

/** More paths than this become one action without a path. */
const MAX_PATHS = 64;

/** One action per pathspec; a pattern or a magic word stands for the directory it is matched in. */
export function overPaths(
  operation: string,
  effects: readonly Effect[],
  specs: readonly string[],
  directory: string,
): readonly Action[] {
  if (specs.length === 0)
    return [act('git', operation, effects, { resource: { kind: 'repository', path: directory } })];
  if (specs.length > MAX_PATHS) return [act('git', operation, effects, { resource: { kind: 'file' } })];
  return specs.map((spec) => act('git', operation, effects, { resource: placeOf(spec, directory) }));
}

function placeOf(spec: string, directory: string): Resource {
  if (spec.includes(UNRESOLVED)) return { kind: 'file' };
  if (spec.startsWith(':')) return { kind: 'file', path: directory };
  const glob = spec.search(/[*?[]/);
  if (glob < 0) return fileAt(spec, directory);
  const folder = spec.slice(0, spec.lastIndexOf('/', glob) + 1);
  return folder === '' ? { kind: 'file', path: directory } : fileAt(folder, directory);
}

/** True when a word after `git checkout` looks like a file rather than a branch: the text alone does not say. */
export function looksLikePath(word: string): boolean {
  return (
    word === '.' ||
    word === '..' ||
    /^(\.{1,2}\/|\/|~\/|:[/(!^])/.test(word) ||
    word.endsWith('/') ||
    /[*?[]/.test(word) ||
    (/\.[A-Za-z][A-Za-z0-9]{1,4}$/.test(word) && !/^(origin|upstream)\/|^v?\d/.test(word))
  );
}

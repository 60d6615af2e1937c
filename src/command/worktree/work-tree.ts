import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { IsRestorable } from './restorable.ts';
import type { Surroundings } from './surroundings.ts';

/** The surroundings as they are on this disk. Looks, executes nothing; what cannot be looked at is not known. */

/**
 * @param cwd where the command runs
 * @param home never taken for a project, even when it is under version control
 * @param temporary the caller's own `TMPDIR`, when it has one
 */
export function surroundingsOf(cwd: string, home: string, temporary?: string): Surroundings {
  const root = workTreeOf(cwd, realpath(home));
  let index: Promise<IsRestorable | undefined> | undefined;
  const places = ['/tmp', '/var/tmp', ...(temporary !== undefined && isTemporary(temporary, home) ? [temporary] : [])];
  return {
    ...(root !== undefined && { root }),
    temporary: [...new Set(places.map(realpath))],
    realpath,
    hasLinks,
    restorable: async (path) => {
      if (root === undefined) return undefined;
      // Loaded only when something in a project is deleted, and then once.
      index ??= import('./restorable.ts').then(({ restorableBy }) => restorableBy(root, home));
      return (await index)?.(path);
    },
  };
}

/** The nearest directory above that holds `.git`: a directory, or the file that a linked work tree has. */
function workTreeOf(cwd: string, home: string): string | undefined {
  for (let directory = realpath(cwd); directory !== '/'; directory = dirname(directory)) {
    if (directory === home) return undefined;
    try {
      lstatSync(`${directory}/.git`);
      return directory;
    } catch {
      // Not here: one further up.
    }
  }
  return undefined;
}

/** A caller may set TMPDIR to anything: only what looks like such a place counts. */
function isTemporary(path: string, home: string): boolean {
  return (
    /^\/(private\/)?(tmp|var\/tmp|var\/folders|run\/user\/\d+)\/./.test(path) &&
    !resolve(home).startsWith(resolve(path))
  );
}

/** The real path of what exists, and the rest as it is written. */
function realpath(path: string): string {
  let rest = '';
  for (let start = resolve(path); ; start = dirname(start)) {
    try {
      const real = realpathSync(start);
      return rest === '' ? real : join(real, rest);
    } catch (error) {
      // A link to nothing would be written through: it leads nowhere anybody knows.
      if (isLink(start)) return '/';
      if (start === '/' || (error as NodeJS.ErrnoException).code === 'EACCES') return resolve(path);
      rest = join(start.slice(start.lastIndexOf('/') + 1), rest);
    }
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function hasLinks(directory: string): boolean {
  try {
    return readdirSync(directory, { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
  } catch {
    return true;
  }
}

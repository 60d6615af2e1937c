import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest directory at or above this one that is a work tree of git; a `.git` with nothing in it makes none. */
export function repositoryAbove(directory: string): string | undefined {
  const git = join(directory, '.git');
  const found = statSync(git, { throwIfNoEntry: false });
  if (found?.isFile() || (found?.isDirectory() && existsSync(join(git, 'HEAD')))) return directory;
  return dirname(directory) === directory ? undefined : repositoryAbove(dirname(directory));
}

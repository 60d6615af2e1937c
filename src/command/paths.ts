import { posix } from 'node:path';
import { Names } from './names.ts';
import { UNRESOLVED } from './options.ts';

/** The absolute path of an operand, without looking at the disk; as given when the working directory is not known. */
export function absolute(path: string, cwd: string): string {
  // A directory only the shell will know: the path is as unknown as that.
  if (cwd.includes(UNRESOLVED) && !path.startsWith('/')) return UNRESOLVED;
  if (path === '' || !cwd.startsWith('/')) return path;
  return posix.resolve(cwd, path);
}

/** The last component of a program's name, and whether the directory in front of it is one the system owns. */
export function programOf(name: string): { readonly base: string; readonly trusted: boolean } {
  const slash = name.lastIndexOf('/');
  if (slash < 0) return { base: name, trusted: true };
  const folder = name.slice(0, slash);
  return { base: name.slice(slash + 1), trusted: SYSTEM_FOLDERS.has(folder) };
}

const SYSTEM_FOLDERS = new Names(
  '/bin /sbin /usr/bin /usr/sbin /usr/local/bin /usr/local/sbin /opt/homebrew/bin /opt/homebrew/sbin /snap/bin',
);

import { constants, lstatSync, realpathSync } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, opendir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errno, GateError } from '../../errors.ts';
import { endNow } from '../../platform/exit.ts';

/** What a private copy of a directory may be: it lies beside the homes of runs, and a run waits for it. */
export const MOST_BYTES = 256n * 1024n * 1024n;
export const MOST_ENTRIES = 50_000;
/** Exit status: it would be larger. */
export const TOO_LARGE = 3;

/**
 * Copies what the account of this process can read: a process of its own, under the account of a run. Links stay links, what is no file, directory
 * or link is left out, and so is what the account cannot read. Nothing is followed, so nothing outside comes in.
 *
 * @param argv the directory, and the empty one that becomes its copy
 * @throws GateError USAGE when it was not the service that started it
 */
export async function copyInto([from = '', to = '']: readonly string[]): Promise<never> {
  const isPlace = PLACE.test(to) && realpathSync(to) === to;
  if (!isPlace || lstatSync(dirname(to)).uid === process.getuid?.()) {
    throw new GateError('USAGE', '`gate serve --copy` is started by the service, for the places of its runs');
  }
  return endNow((await copied(from, to, { bytes: MOST_BYTES, entries: MOST_ENTRIES })) ? 0 : TOO_LARGE);
}

const PLACE = /\/runs\/[0-9a-f-]{36}-\d+\/view$/;

/** False: it is larger than that, and only a part was copied. */
export async function copied(from: string, to: string, room: { bytes: bigint; entries: number }): Promise<boolean> {
  const left = { ...room };
  const todo: (readonly [from: string, to: string])[] = [[from, to]];
  const closed: (readonly [path: string, mode: number])[] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [source, target] = next;
    const entries = await orNothing(opendir(source));
    if (entries === undefined) continue;
    for await (const { name } of entries) {
      const [one, other] = [join(source, name), join(target, name)];
      const stats = await orNothing(lstat(one, { bigint: true }));
      if (stats === undefined) continue;
      if (--left.entries < 0) return false;
      const mode = Number(stats.mode & 0o777n);
      if (stats.isDirectory()) {
        await mkdir(other, { mode: 0o700 });
        closed.push([other, mode]);
        todo.push([one, other]);
      } else if (stats.isSymbolicLink()) {
        const link = await orNothing(readlink(one));
        if (link !== undefined) await symlink(link, other);
      } else if (stats.isFile()) {
        // As if it were full: a sparse file becomes a whole one.
        left.bytes -= stats.size;
        if (left.bytes < 0n) return false;
        const made = copyFile(one, other, constants.COPYFILE_FICLONE).then(() => chmod(other, mode));
        // What began and was not allowed may have left an empty file.
        await orNothing(made.catch((error) => rm(other, { force: true }).then(() => Promise.reject(error))));
      }
    }
  }
  // Inner ones first: an outer one may then be closed to its owner.
  for (const [path, mode] of closed.toReversed()) await chmod(path, mode);
  return true;
}

/** Undefined: the account may not, or it has just gone. What keeps the copy itself from being made is thrown. */
async function orNothing<Value>(made: Promise<Value>): Promise<Value | undefined> {
  try {
    return await made;
  } catch (error) {
    if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ELOOP'].includes(errno(error))) return undefined;
    throw error;
  }
}

import { lstatSync } from 'node:fs';
import { chmod, chown, constants, mkdir, open, opendir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../../command/sealed.ts';
import { errno, GateError } from '../../errors.ts';
import type { Account } from './runner.ts';

/** A home and a place for temporary files that only one run's account can enter, and that are removed with all that is in them. */
export interface PrivatePlace extends Place {
  /** Once nothing of the run is left. What the command made of it, links above all, leads nowhere else. */
  remove(): Promise<void>;
}

/**
 * @param root a directory of the service's, which nobody else can write and everybody can pass through
 * @param id of the run; no place of that name may be there
 * @throws GateError CONFIG_INVALID when `root` is not such a directory
 */
export async function makePrivatePlace(root: string, id: string, { uid, gid }: Account): Promise<PrivatePlace> {
  checkRoot(root);
  const path = join(root, id);
  await mkdir(path, { mode: 0o711 });
  // Whatever the umask is.
  await chmod(path, 0o711);
  const [home, tmp] = [join(path, 'home'), join(path, 'tmp')];
  for (const directory of [home, tmp]) {
    await mkdir(directory, { mode: 0o700 });
    await chown(directory, uid, gid);
  }
  return { home, tmp, remove: () => removeTree(path) };
}

/** Removes what earlier lives of the service left. */
export async function sweepPrivatePlaces(root: string): Promise<void> {
  checkRoot(root);
  for await (const { name } of await opendir(root)) await removeTree(join(root, name));
}

function checkRoot(root: string): void {
  const stats = lstatSync(root, { throwIfNoEntry: false });
  const owner = process.geteuid?.();
  if (stats?.isDirectory() && stats.uid === owner && (stats.mode & 0o022) === 0) return;
  throw new GateError('CONFIG_INVALID', `${root} is no place for the homes of runs`, {
    hint: 'it must be a directory that belongs to the account of the service and that nobody else can write',
  });
}

/**
 * Removes a directory whose content somebody hostile made and may still be changing: every step names an entry of a directory that is held
 * open, so no link is ever followed; and what lies deeper than one level is moved up first, so that depth costs no descriptors.
 */
export async function removeTree(path: string): Promise<void> {
  const top = await openDirectory(path);
  let moved = 0;
  try {
    for (let left = true; left; ) {
      left = false;
      for await (const { name } of await opendir(inside(top.fd))) {
        left = true;
        if (await removed(inside(top.fd, name))) continue;
        const directory = await openDirectory(inside(top.fd, name));
        try {
          for await (const { name: deeper } of await opendir(inside(directory.fd))) {
            const from = inside(directory.fd, deeper);
            if (await removed(from)) continue;
            // To move a directory it must be writable, which is nothing to root.
            if (process.geteuid?.() !== 0) await chmod(from, 0o700);
            await rename(from, inside(top.fd, `.removed-${process.pid}-${moved++}`));
          }
        } finally {
          await directory.close();
        }
        try {
          await rmdir(inside(top.fd, name));
        } catch (error) {
          // Somebody has put something into it meanwhile: the next round sees it.
          if (errno(error) !== 'ENOTEMPTY') throw error;
        }
      }
    }
  } finally {
    await top.close();
  }
  await rmdir(path);
}

async function openDirectory(path: string) {
  const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
  try {
    return await open(path, flags);
  } catch (error) {
    if (errno(error) !== 'EACCES') throw error;
    await chmod(path, 0o700);
    return open(path, flags);
  }
}

/** By the descriptor of its directory, whatever that is called by now. */
function inside(descriptor: number, name = ''): string {
  return `/proc/self/fd/${descriptor}/${name}`;
}

/** False: it is a directory. */
async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (errno(error) === 'ENOENT') return true;
    if (errno(error) === 'EISDIR' || errno(error) === 'EPERM') return false;
    throw error;
  }
}

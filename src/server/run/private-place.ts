import { lstatSync, realpathSync } from 'node:fs';
import { chmod, chown, constants, lstat, mkdir, open, opendir, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Place } from '../../command/sealed.ts';
import { errno, GateError } from '../../errors.ts';
import { endNow } from '../../platform/exit.ts';
import type { Account } from './runner.ts';

/** A home and a place for temporary files that only one run's account can enter, and that are removed with all that is in them. */
export interface PrivatePlace extends Place {
  /** Where a copy of the directory lies that the run asked for. */
  readonly view: string;
  /** Makes it, empty. */
  makeView(): Promise<void>;
  /** Once nothing of the run is left. What the command made of it, links above all, leads nowhere else. */
  remove(): Promise<void>;
}

/** Empties directories with the rights of an account: what nobody else may enter, a service that is not root cannot. */
export type EmptyAs = (account: Account, directories: readonly string[]) => Promise<void>;

/**
 * @param root a directory of the service's, which nobody else can write and everybody can pass through
 * @param id of the run; no place of that name may be there
 * @throws GateError CONFIG_INVALID when `root` is not such a directory
 */
export async function makePrivatePlace(
  root: string,
  id: string,
  account: Account,
  emptyAs: EmptyAs,
): Promise<PrivatePlace> {
  checkRoot(root);
  const path = join(root, id);
  await mkdir(path, { mode: 0o711 });
  // Whatever the umask is.
  await chmod(path, 0o711);
  const [home, tmp, view] = [join(path, 'home'), join(path, 'tmp'), join(path, 'view')];
  const make = async (directory: string) => {
    await mkdir(directory, { mode: 0o700 });
    await chown(directory, account.uid, account.gid);
  };
  for (const directory of [home, tmp]) await make(directory);
  return { home, tmp, view, makeView: () => make(view), remove: () => removePlace(path, emptyAs) };
}

/** Removes what earlier lives of the service left. */
export async function sweepPrivatePlaces(root: string, emptyAs: EmptyAs): Promise<void> {
  checkRoot(root);
  for await (const { name } of await opendir(root)) await removePlace(join(root, name), emptyAs);
}

async function removePlace(path: string, emptyAs: EmptyAs): Promise<void> {
  const own = process.geteuid?.();
  if (own === 0) return removeTree(path);
  // The service's own directory: nothing in it is anybody else's to change but what lies inside of these.
  const inside = (await readdir(path)).map((name) => join(path, name));
  for (const directory of inside) {
    if (await wasEmpty(directory)) continue;
    const { uid, gid } = await lstat(directory);
    if (uid === own) await emptyTree(directory);
    else await emptyAs({ uid, gid }, [directory]);
    await rmdir(directory);
  }
  await rmdir(path);
}

/** Usually it is. */
async function wasEmpty(directory: string): Promise<boolean> {
  try {
    await rmdir(directory);
    return true;
  } catch (error) {
    if (errno(error) !== 'ENOTEMPTY') throw error;
    return false;
  }
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
 * A process of its own, under the account whose directories these are. Started by hand it is no way to remove anything.
 * @throws GateError USAGE for what is not the place of a run, made by another account
 */
export async function emptyAll(directories: readonly string[]): Promise<never> {
  for (const directory of directories) {
    const place = dirname(directory);
    const isPlace = PLACE.test(directory) && realpathSync(directory) === directory;
    if (!isPlace || lstatSync(place).uid === process.getuid?.()) {
      throw new GateError('USAGE', '`gate serve --empty` is started by the service, for the places of its runs');
    }
    await emptyTree(directory);
  }
  return endNow(0);
}

const PLACE = /\/runs\/[0-9a-f-]{36}-\d+\/(?:home|tmp|view)$/;

async function removeTree(path: string): Promise<void> {
  await emptyTree(path);
  await rmdir(path);
}

/**
 * Empties a directory whose content somebody hostile made and may still be changing: every step names an entry of a directory that is held
 * open, so no link is ever followed; and what lies deeper than one level is moved up first, so that depth costs no descriptors.
 */
export async function emptyTree(path: string): Promise<void> {
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
}

async function openDirectory(path: string) {
  const opened = await openClosed(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  // Root needs no permission to take something out of it.
  if (process.geteuid?.() !== 0) await opened.chmod(0o700);
  return opened;
}

async function openClosed(path: string, flags: number) {
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

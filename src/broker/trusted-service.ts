import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { visible } from '../command/display.ts';
import { errno, GateError } from '../errors.ts';
import { uidOf } from '../platform/linux.ts';
import { type PeerCredentials, peerReader } from '../platform/peer-credentials.ts';

/** The service's socket, as a client may use it (IPC-04): nobody but root and the service's account can have put it there. */
export interface TrustedService {
  /** Where the socket really lies. */
  readonly path: string;
  /**
   * Connects there, and asks the kernel who listens at the other end. Nothing has been sent then.
   *
   * @throws GateError CHANNEL_UNAVAILABLE when nobody does, or it is neither root nor the service's account
   */
  connect(): Promise<Socket>;
}

/**
 * Looks before anything is connected: the socket is root's or the service's, nobody else can write the directory it lies in,
 * and nobody else can put another directory in the place of that one, up to the root.
 *
 * @param path absolute
 * @param user the account of the service, from the system's file
 * @throws GateError CHANNEL_UNAVAILABLE when it is not there, or could be somebody else's
 */
export async function trustedService(path: string, user: string): Promise<TrustedService> {
  const uid = uidOf(user);
  if (uid === undefined) throw untrusted(path, `there is no account \`${visible(user)}\` on this machine`);
  const trusted = (who: number) => who === 0 || who === uid;
  const real = walked(path, trusted);
  const read = await peerReader();
  const check = (socket: Socket) => {
    const { fd } = (socket as { readonly _handle?: { readonly fd?: unknown } | null })._handle ?? {};
    const peer: PeerCredentials | undefined = typeof fd === 'number' && fd >= 0 ? read(fd) : undefined;
    if (peer !== undefined && trusted(peer.uid)) return;
    const who = peer === undefined ? 'nobody the kernel knows' : `uid ${peer.uid}`;
    throw untrusted(path, `${who} listens there, not \`${visible(user)}\``);
  };
  return {
    path: real,
    connect: () =>
      new Promise((resolve, reject) => {
        const socket = connect(real);
        const refuse = (cause: Error) => reject(away(path, cause));
        socket.once('error', refuse);
        socket.once('connect', () => {
          socket.off('error', refuse);
          try {
            check(socket);
            resolve(socket);
          } catch (error) {
            socket.destroy();
            reject(error);
          }
        });
      }),
  };
}

const MOST_LINKS = 40;

/** The path without links; every directory and link on the way was looked at. */
function walked(path: string, trusted: (uid: number) => boolean): string {
  let left = path.split('/').filter((part) => part !== '' && part !== '.');
  let real = '/';
  let links = 0;
  checkDirectory(path, '/', look(path, '/'), trusted, false);
  while (left.length > 0) {
    const [part = '', ...rest] = left;
    left = rest;
    // Every directory above has been looked at.
    if (part === '..') {
      real = dirname(real);
      continue;
    }
    const next = join(real, part);
    const stats = look(path, next);
    if (stats.isSymbolicLink()) {
      if (!trusted(stats.uid)) throw untrusted(path, `the link \`${visible(next)}\` is uid ${stats.uid}’s`);
      if (++links > MOST_LINKS) throw untrusted(path, 'it goes through too many links');
      const target = readlinkSync(next);
      if (target.startsWith('/')) real = '/';
      left = [...target.split('/').filter((each) => each !== '' && each !== '.'), ...left];
      continue;
    }
    if (left.length > 0) checkDirectory(path, next, stats, trusted, true);
    else if (!stats.isSocket()) throw untrusted(path, 'it is no socket');
    else if (!trusted(stats.uid)) throw untrusted(path, `the socket is uid ${stats.uid}’s`);
    real = next;
  }
  // The one it lies in: there others may not even add a name.
  const directory = dirname(real);
  checkDirectory(path, directory, look(path, directory), trusted, false);
  return real;
}

function checkDirectory(
  path: string,
  directory: string,
  stats: Stats,
  trusted: (uid: number) => boolean,
  maySticky: boolean,
): void {
  if (!stats.isDirectory()) throw untrusted(path, `\`${visible(directory)}\` is no directory`);
  if (!trusted(stats.uid)) throw untrusted(path, `\`${visible(directory)}\` is uid ${stats.uid}’s`);
  // In a sticky directory others can add a name, but not replace one of somebody else.
  const sticky = maySticky && (stats.mode & 0o1000) !== 0;
  if ((stats.mode & 0o022) !== 0 && !sticky) throw untrusted(path, `others can write \`${visible(directory)}\``);
}

function look(path: string, part: string): Stats {
  try {
    return lstatSync(part);
  } catch (cause) {
    throw new GateError('CHANNEL_UNAVAILABLE', `the service is not there: \`${visible(part)}\` (${errno(cause)})`, {
      hint: `is it running? \`systemctl status gate\`; its socket is \`${visible(path)}\``,
      cause,
    });
  }
}

function away(path: string, cause: Error): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the service at \`${visible(path)}\` cannot be reached`, {
    hint: 'nothing runs without it; ask whoever runs it, `systemctl status gate` on its machine says more',
    cause,
  });
}

function untrusted(path: string, why: string): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the service at \`${visible(path)}\` is not trusted: ${why}`, {
    hint: 'nothing was sent to it; ask the owner of this machine',
  });
}

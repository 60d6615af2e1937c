import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { Connections, type Door, type Listening } from './connections.ts';

const MOST_OF_ONE_ACCOUNT = 512;

/**
 * Listens on a unix socket. It appears under its name with its final mode, never before, and takes the place of one that a service
 * which is gone left behind.
 *
 * @throws GateError CANNOT_WRITE when it cannot be made, or something else lies there
 */
export async function listenAt(path: string, mode: number, door: Door): Promise<Listening> {
  const connections = new Connections(door, MOST_OF_ONE_ACCOUNT);
  const server = createServer((socket) => connections.take(socket));

  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
    requireOwnSocket(path);
    rmSync(draft, { force: true });
    const before = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(draft, () => resolve());
      });
    } finally {
      process.umask(before);
    }
    chmodSync(draft, mode);
    renameSync(draft, path);
  } catch (cause) {
    server.close();
    if (cause instanceof GateError) throw cause;
    throw new GateError('CANNOT_WRITE', `cannot listen at \`${path}\`: ${errno(cause) || 'it is not possible'}`, {
      hint: 'its directory must be writable for the account of the service, and for nobody else',
      cause,
    });
  }

  return {
    async close(grace) {
      rmSync(path, { force: true });
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.closeIdle();
      const late = setTimeout(() => connections.closeAll(), grace);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Only a socket is replaced. */
function requireOwnSocket(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSocket()) return;
  throw new GateError('CANNOT_WRITE', `\`${path}\` is there, and is no socket`, { hint: 'move it away' });
}

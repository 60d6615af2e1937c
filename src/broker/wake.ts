import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Waiting without polling, between processes of one machine: each waiter listens on a socket of its own, named after
 * the request, and whoever commits a change connects to it. The connection itself is the message. A lost wake-up costs
 * two seconds: waiters also look by themselves at that pace, and twice as often where they have no socket.
 */
export interface Wake {
  /** Tells every waiter of the request, and those who listen to any; never fails. */
  poke(request: string): Promise<void>;
  /** Calls back at every poke until the returned function is called. @param request its id, or `ANY` */
  listen(request: string, onPoke: () => void): Promise<() => void>;
}

/** Whoever shows a list listens to all requests. No id ends like this. */
export const ANY = 'any.request';

/** A socket's path must fit 104 to 108 bytes, with terminator. */
const LONGEST_SOCKET_PATH = 100;
const LOOK_ANYWAY_MILLISECONDS = 2000;
const LOOK_WITHOUT_SOCKET_MILLISECONDS = 1000;

export function wakeIn(directory: string, process: { pid: number }, random: (bytes: number) => Uint8Array): Wake {
  return {
    async poke(request) {
      let names: string[];
      try {
        names = readdirSync(directory).filter((name) => [short(request), ANY].some((start) => name.startsWith(start)));
      } catch {
        return; // Nobody has ever waited here.
      }
      await Promise.all(names.map((name) => touch(directory, name)));
    },
    async listen(request, onPoke) {
      // Loaded by those who wait: it costs more than a whole allowed run may.
      const { createServer } = await import('node:net');
      let timer = setInterval(onPoke, LOOK_WITHOUT_SOCKET_MILLISECONDS);
      let close = () => {};
      let over = false;
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        const name = `${short(request)}.${process.pid}.${Buffer.from(random(4)).toString('hex')}`;
        const { path, release } = socketPath(directory, name);
        const server = createServer((socket) => {
          socket.destroy();
          onPoke();
        });
        server.on('error', () => {}); // Looking every second remains.
        server.listen(path, () => {
          release();
          clearInterval(timer);
          if (!over) timer = setInterval(onPoke, LOOK_ANYWAY_MILLISECONDS);
        });
        close = () => {
          server.close();
          rmSync(join(directory, name), { force: true });
        };
      } catch {
        // A directory that cannot be made: looking every second remains.
      }
      return () => {
        over = true;
        clearInterval(timer);
        close();
      };
    },
  };
}

async function touch(directory: string, name: string): Promise<void> {
  const { connect } = await import('node:net');
  await new Promise<void>((resolve) => {
    const { path, release } = socketPath(directory, name);
    const socket = connect(path);
    const done = () => {
      socket.destroy();
      release();
      resolve();
    };
    socket.on('connect', done);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Its owner died without removing it.
      if (error.code === 'ECONNREFUSED') rmSync(join(directory, name), { force: true });
      done();
    });
  });
}

/** The random half of a UUIDv7, so that names stay short and do not collide. */
function short(request: string): string {
  return request.slice(-12);
}

/** Long directories are reached through a descriptor: `/proc/self/fd/N/name` (Linux). */
function socketPath(directory: string, name: string): { path: string; release: () => void } {
  const path = join(directory, name);
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return { path, release: () => {} };
  const descriptor = openSync(directory, 'r');
  return { path: `/proc/self/fd/${descriptor}/${name}`, release: () => closeSync(descriptor) };
}

import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';
import type { Caller } from './caller.ts';

/** A place where callers connect, and who they are. */
export interface Listening {
  /** Accepts nobody any more, lets what runs end for a while, then hangs up. */
  close(graceMilliseconds: number): Promise<void>;
}

export interface Door {
  readonly request: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  /** A connection that becomes a run's. */
  readonly upgrade: (incoming: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Who connected; or why they are not let in. */
  readonly admit: (socket: Socket) => Caller | { readonly barred: string };
  readonly onBarred: (why: string) => void;
}

/** Who is at the other end of a connection: what `admit` said when it was made. */
const callers = new WeakMap<object, Caller>();

export function callerOf(incoming: IncomingMessage): Caller | undefined {
  return callers.get(incoming.socket);
}

/** One account cannot take all of the service's descriptors. */
const MOST_OF_ONE_ACCOUNT = 512;
const HEADERS_MILLISECONDS = 10_000;
const IDLE_MILLISECONDS = 60_000;

/**
 * Listens on a unix socket. It appears under its name with its final mode, never before, and takes the place of one that a service
 * which is gone left behind.
 *
 * @throws GateError CANNOT_WRITE when it cannot be made, or something else lies there
 */
export async function listenAt(path: string, mode: number, door: Door): Promise<Listening> {
  const http = createHttpServer(
    { headersTimeout: HEADERS_MILLISECONDS, keepAliveTimeout: IDLE_MILLISECONDS },
    door.request,
  );
  http.on('upgrade', (incoming, socket, head) => door.upgrade(incoming, socket as Socket, head));
  const open = new Map<Socket, number>();
  // node:http accepts by itself where the runtime then does not say who connected; node:net does.
  const server = createServer((socket) => {
    const caller = door.admit(socket);
    const account = 'barred' in caller ? -1 : (caller.uid ?? -1);
    const busy = [...open.values()].filter((each) => each === account).length;
    if ('barred' in caller || busy >= MOST_OF_ONE_ACCOUNT) {
      door.onBarred('barred' in caller ? caller.barred : `account ${account} has ${busy} connections`);
      socket.destroy();
      return;
    }
    open.set(socket, account);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    callers.set(socket, caller);
    http.emit('connection', socket);
  });

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
      http.closeIdleConnections();
      const late = setTimeout(() => {
        for (const socket of open.keys()) socket.destroy();
      }, grace);
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

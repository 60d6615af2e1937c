import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Stranger } from './api/route.ts';
import type { Caller } from './caller.ts';
import type { Barred } from './identity/peer.ts';
import { ApiError } from './problem.ts';

/** Somebody at the other end of a connection. */
export interface Peer {
  /** What its connections are counted by: an account, or an address. */
  readonly counts: string;
  /**
   * Who a request on this connection is from, as the directory is now: looked at for each request.
   *
   * @throws ApiError UNAUTHENTICATED, NOT_YOURS, TOO_MANY
   */
  caller(incoming: IncomingMessage): Promise<Caller>;
  /** The same while they are not known; absent where the kernel knows everybody. */
  readonly stranger?: Stranger;
}

export interface Door {
  readonly request: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  /** A connection that becomes a run's. */
  readonly upgrade: (incoming: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Who connected; or why they are not let in. */
  readonly admit: (socket: Socket) => Peer | Barred;
  readonly onBarred: (why: string) => void;
}

/** A place where callers connect. */
export interface Listening {
  /** Accepts nobody any more, lets what runs end for a while, then hangs up. */
  close(graceMilliseconds: number): Promise<void>;
}

const peers = new WeakMap<object, Peer>();

/** Who a request is from. @throws ApiError UNAUTHENTICATED, NOT_YOURS, TOO_MANY */
export async function callerOf(incoming: IncomingMessage): Promise<Caller> {
  const peer = peers.get(incoming.socket);
  if (peer === undefined) throw new ApiError('UNAUTHENTICATED', 'who calls is not known');
  return peer.caller(incoming);
}

/** Where a request comes from that nobody has to be known for. */
export function strangerOf(incoming: IncomingMessage): Stranger {
  return peers.get(incoming.socket)?.stranger ?? { from: '', check() {}, failed() {} };
}

const HEAD_MILLISECONDS = 10_000;
const IDLE_MILLISECONDS = 60_000;
const ALIVE_MILLISECONDS = 30_000;

/**
 * The connections of one door: who is at the other end of each, how many anybody has, and that none is kept open for nothing. Accepted by
 * whoever owns the socket and handed on to `http`: where `node:http` accepts by itself, the runtime does not say who connected, or by what certificate.
 */
export class Connections {
  readonly #door: Door;
  readonly #http: Server;
  readonly #mostOfOne: number;
  readonly #open = new Map<Socket, string>();
  /** Those that nobody asks anything on, with what ends them. */
  readonly #waiting = new Map<Socket, NodeJS.Timeout>();
  #closing = false;

  /** @param mostOfOne connections of one account or address: nobody takes all of the service's descriptors */
  constructor(door: Door, mostOfOne: number) {
    this.#door = door;
    this.#mostOfOne = mostOfOne;
    // Its own deadlines for heads hold for connections only that it accepted itself.
    this.#http = createServer({ keepAliveTimeout: IDLE_MILLISECONDS }, (incoming, outgoing) => {
      this.#busy(incoming.socket, outgoing);
      door.request(incoming, outgoing);
    });
    this.#http.on('upgrade', (incoming, socket, head) => {
      this.#hurry(socket as Socket, undefined);
      door.upgrade(incoming, socket as Socket, head);
    });
    this.#http.on('clientError', (_, socket) => socket.destroy());
  }

  /** Takes a connection in, or ends it. */
  take(socket: Socket): void {
    const peer = this.#admitted(socket);
    const barred = 'barred' in peer ? peer.barred : this.crowded(peer.counts);
    if ('barred' in peer || barred !== undefined) {
      this.#door.onBarred(barred ?? '');
      socket.destroy();
      return;
    }
    this.#open.set(socket, peer.counts);
    socket.on('close', () => {
      this.#open.delete(socket);
      this.#hurry(socket, undefined);
    });
    socket.on('error', () => socket.destroy());
    // A peer that vanished without a word is noticed, however long its stream is quiet.
    socket.setKeepAlive(true, ALIVE_MILLISECONDS);
    peers.set(socket, peer);
    this.#hurry(socket, HEAD_MILLISECONDS);
    this.#http.emit('connection', socket);
  }

  /** Whoever cannot be looked at is not let in; one connection ends nobody else's. */
  #admitted(socket: Socket): Peer | Barred {
    try {
      return this.#door.admit(socket);
    } catch {
      return { barred: 'who connected cannot be looked at' };
    }
  }

  /** Why nobody else gets in under this name; undefined while there is room. */
  crowded(counts: string): string | undefined {
    let busy = 0;
    for (const each of this.#open.values()) if (each === counts) busy += 1;
    return busy < this.#mostOfOne ? undefined : `${counts} has ${busy} connections`;
  }

  /** Ends those that nobody asks anything on, and the others when they have been answered. */
  closeIdle(): void {
    this.#closing = true;
    for (const socket of this.#waiting.keys()) socket.destroy();
  }

  closeAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** A connection is given up when the head of its first request, or its next request, does not come in time. */
  #busy(socket: Socket, outgoing: ServerResponse): void {
    this.#hurry(socket, undefined);
    outgoing.once('close', () => (this.#closing ? socket.destroySoon() : this.#hurry(socket, IDLE_MILLISECONDS)));
  }

  #hurry(socket: Socket, milliseconds: number | undefined): void {
    clearTimeout(this.#waiting.get(socket));
    this.#waiting.delete(socket);
    if (milliseconds === undefined || socket.destroyed) return;
    this.#waiting.set(
      socket,
      setTimeout(() => socket.destroy(), milliseconds),
    );
  }
}

import { constants } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, type SecureContextOptions, type TLSSocket } from 'node:tls';
import type { Https } from '../config/serve.ts';
import type { TlsFiles } from '../config/tls-files.ts';
import { errno, GateError } from '../errors.ts';
import { Connections, type Door, type Listening } from './connections.ts';
import { ApiError, PROBLEM_TYPE, problemOf } from './problem.ts';

/** A place where callers connect over TLS. */
export interface ListeningTls extends Listening {
  /** The kernel's answer, when `listen` named the port 0. */
  readonly port: number;
  /** Whoever connects from now on sees this certificate; connections that are there stay. */
  renew(files: TlsFiles): void;
}

const HANDSHAKE_MILLISECONDS = 10_000;
const MOST_OF_ONE_ADDRESS = 256;
const MOST = 4096;

/**
 * Listens for TLS 1.2 and later. Bun 1.4.5 does not say by what certificate somebody came over its `node:https`; over `node:tls`, with the
 * connection handed on to `node:http`, both runtimes do.
 *
 * @throws GateError CANNOT_WRITE when it cannot listen there
 */
export async function listenTls({ host, port }: Https, first: TlsFiles, door: Door): Promise<ListeningTls> {
  let files = first;
  /** A name that somebody made to lead here is none of this service (CH-10). */
  const named =
    <Rest extends readonly unknown[]>(
      go: (incoming: IncomingMessage, ...rest: Rest) => void,
      refuse: (...rest: Rest) => void,
    ) =>
    (incoming: IncomingMessage, ...rest: Rest) =>
      isNamed(incoming, files) ? go(incoming, ...rest) : refuse(...rest);
  const connections = new Connections(
    {
      ...door,
      request: named(door.request, (outgoing) => {
        outgoing.writeHead(ELSEWHERE.status, { 'content-type': PROBLEM_TYPE, connection: 'close' });
        outgoing.end(JSON.stringify(ELSEWHERE));
      }),
      upgrade: named(door.upgrade, (socket) => socket.destroy()),
    },
    MOST_OF_ONE_ADDRESS,
  );
  /** From the first byte to the end of the connection. */
  const all = new Map<Socket, string>();
  const server = createServer({ ...contextOf(files), ...optionsOf(files) }, (socket) => connections.take(socket));
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    let handshakes = 0;
    for (const each of all.values()) if (each === address) handshakes += 1;
    if (all.size >= MOST || handshakes >= MOST_OF_ONE_ADDRESS) {
      door.onBarred(`${address} has ${handshakes} connections, and all together have ${all.size}`);
      socket.destroy();
      return;
    }
    all.set(socket, address);
    socket.on('close', () => all.delete(socket));
  });
  // A handshake that failed, or did not come in time: the runtime says so and leaves the connection.
  server.on('tlsClientError', (_, socket: TLSSocket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(host, port, cause)));
    server.listen({ host, port }, () => resolve());
  });
  server.on('error', () => {});
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    renew(next) {
      server.setSecureContext(contextOf(next));
      files = next;
    },
    async close(grace) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.closeIdle();
      const late = setTimeout(() => {
        connections.closeAll();
        for (const socket of all.keys()) socket.destroy();
      }, grace);
      await closed;
      clearTimeout(late);
    },
  };
}

const ELSEWHERE = problemOf(
  new ApiError(
    'MISDIRECTED',
    'this service has no certificate for the host that was asked for',
    'call it by a name that its certificate has',
  ),
);

function contextOf({ certificate, key, clientCa }: TlsFiles): SecureContextOptions {
  return {
    cert: certificate,
    key,
    minVersion: 'TLSv1.2',
    // Who somebody is by a certificate is looked at in every handshake: none is resumed.
    secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
    honorCipherOrder: true,
    ...(clientCa === undefined ? {} : { ca: clientCa }),
  };
}

function optionsOf({ clientCa }: TlsFiles) {
  return {
    handshakeTimeout: HANDSHAKE_MILLISECONDS,
    ALPNProtocols: ['http/1.1'],
    // Whoever shows none may have a token; one that is shown and does not hold ends the connection (`certificate.ts`).
    requestCert: clientCa !== undefined,
    rejectUnauthorized: false,
  };
}

function isNamed({ rawHeaders, headers: { host = '' } }: IncomingMessage, { isFor }: TlsFiles): boolean {
  const hosts = rawHeaders.filter((each, index) => index % 2 === 0 && each.toLowerCase() === 'host');
  const [, bracketed, plain] = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?$/.exec(host) ?? [];
  const name = bracketed ?? plain;
  return hosts.length === 1 && name !== undefined && isFor(name.toLowerCase());
}

function cannotListen(host: string, port: number, cause: unknown): GateError {
  return new GateError(
    'CANNOT_WRITE',
    `cannot listen at \`${host}:${port}\`: ${errno(cause) || 'it is not possible'}`,
    {
      hint: 'is something else there already? `https.listen` in serve.yaml says where',
      cause,
    },
  );
}

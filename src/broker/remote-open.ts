import { connect, type Socket } from 'node:net';
import type { Refusal } from '../approval/answer.ts';
import { GateError } from '../errors.ts';
import { type Connection, errorOf, unreachable } from './remote-http.ts';
import { lostRun, remoteRun, terminalHere } from './remote-run.ts';
import type { Opened } from './remote-stages.ts';

/** Bytes of an answer's head, and of one that is no connection of a run. */
const LONGEST_HEAD = 16 * 1024;
const LONGEST_BODY = 1024 * 1024;

/**
 * Asks the service to run what was granted, with this process at the other end. Spoken by hand: of the runtimes not all hand a connection over that
 * became another.
 *
 * @throws GateError with the problem the service names, CHANNEL_UNAVAILABLE
 */
export async function openRun(connection: Connection, id: string): Promise<Opened | Refusal> {
  const terminal = await terminalHere();
  const socket = await connected(connection);
  socket.write(
    `GET /v1/requests/${id}/run HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\nUpgrade: gate-run/1\r\nGate-Claims: ${connection.claims}\r\n` +
      `${terminal === undefined ? '' : `Gate-Terminal: ${JSON.stringify(terminal)}\r\n`}\r\n`,
  );
  const answered = await headOf(socket, connection).catch((cause: GateError) => cause);
  // The service may have begun it before it went away: as far as is known here it runs, and its end is not seen.
  if (answered instanceof GateError)
    return { kind: 'opened', pump: () => Promise.reject(lostRun('it went away', answered)) };
  const { head, rest } = answered;
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0);
  if (status === 101) {
    if (rest.length > 0) socket.unshift(rest);
    return { kind: 'opened', pump: () => remoteRun(socket, terminal) };
  }
  const body = await bodyOf(socket, rest, connection);
  if (status === 409 && isRefusal(body)) return body;
  throw errorOf(body, status, connection);
}

function connected(connection: Connection): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(connection.socket);
    socket.once('error', (error) => reject(unreachable(connection, error)));
    socket.once('connect', () => {
      try {
        connection.trust(socket);
        resolve(socket);
      } catch (error) {
        socket.destroy();
        reject(error);
      }
    });
  });
}

function headOf(socket: Socket, connection: Connection): Promise<{ readonly head: string; readonly rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const stop = () => {
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.pause();
    };
    const onClose = () => reject(unreachable(connection, new Error('the connection ended')));
    const onData = (bytes: Buffer) => {
      seen = Buffer.concat([seen, bytes]);
      const end = seen.indexOf('\r\n\r\n');
      if (end < 0 && seen.length < LONGEST_HEAD) return;
      stop();
      if (end < 0) reject(unreachable(connection, new Error('the answer is none of a service')));
      else resolve({ head: seen.toString('latin1', 0, end), rest: seen.subarray(end + 4) });
    };
    socket.on('data', onData);
    socket.on('close', onClose);
  });
}

async function bodyOf(socket: Socket, rest: Buffer, connection: Connection): Promise<unknown> {
  const chunks = [rest];
  let size = rest.length;
  try {
    for await (const chunk of socket) {
      size += (chunk as Buffer).length;
      if (size > LONGEST_BODY) break;
      chunks.push(chunk as Buffer);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw unreachable(connection, error);
  }
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'refused';
}

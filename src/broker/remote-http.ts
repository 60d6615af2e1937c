import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { ERROR_CODES, GateError } from '../errors.ts';

/** How a service is reached. */
export interface Connection {
  /** Path of its unix socket. */
  readonly socket: string;
  /** Called with each new connection before a byte is sent: throws when it is not the service. */
  readonly trust: (socket: Socket) => void;
  /** What the caller says about itself, as the header has it. */
  readonly claims: string;
}

/** Bytes of an answer; more is no answer of a service. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** One call. @throws GateError with the code of the problem that came back, CHANNEL_UNAVAILABLE when nobody answered */
export async function call(service: Connection, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await open(service, method, path, body);
  const text = await whole(response, service);
  if (response.statusCode !== undefined && response.statusCode < 300) return parsed(text, service);
  throw errorOf(parsed(text, service), response.statusCode ?? 0, service);
}

/** A stream of server-sent events: the data of each. Ends when the service ends it or `signal` is aborted. */
export async function* stream(service: Connection, path: string, signal: AbortSignal): AsyncGenerator<string> {
  let response: IncomingMessage;
  try {
    response = await open(service, 'GET', path, undefined, signal);
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  if (response.statusCode !== 200) {
    throw errorOf(parsed(await whole(response, service), service), response.statusCode ?? 0, service);
  }
  let rest = '';
  response.setEncoding('utf8');
  try {
    for await (const chunk of response as AsyncIterable<string>) {
      rest += chunk;
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        const data = rest
          .slice(0, end)
          .split('\n')
          .filter((line) => line.startsWith('data:'))
          .map((line) => line.slice(5).replace(/^ /, ''));
        rest = rest.slice(end + 2);
        yield data.join('\n');
      }
    }
  } catch (error) {
    if (!signal.aborted) throw unreachable(service, error);
  }
}

function open(
  service: Connection,
  method: string,
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const made: ClientRequest = httpRequest({
      socketPath: service.socket,
      method,
      path,
      headers: {
        host: 'gate',
        'gate-claims': service.claims,
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    made.on('socket', (socket) => {
      const check = () => {
        try {
          service.trust(socket);
        } catch (error) {
          made.destroy(error as Error);
        }
      };
      if (socket.connecting) socket.once('connect', check);
      else check();
    });
    made.on('response', resolve);
    made.on('error', (error) => reject(error instanceof GateError ? error : unreachable(service, error)));
    made.end(text);
  });
}

async function whole(response: IncomingMessage, service: Connection): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += (chunk as Buffer).length;
      if (size > LARGEST_ANSWER) throw new Error('the answer is too large');
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw unreachable(service, error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string, service: Connection): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreachable(service, error);
  }
}

export function unreachable({ socket }: Connection, cause: unknown): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the service at \`${socket}\` cannot be reached`, {
    hint: 'nothing runs without it; ask whoever runs it, `systemctl status gate` on its machine says more',
    cause,
  });
}

/** What only an API says: to a command line it is a mistake in what was asked, or something that is not there. */
export function errorOf(problem: unknown, status: number, service: Connection): GateError {
  const { code, title, hint } = (problem ?? {}) as { code?: string; title?: string; hint?: string };
  if (typeof title !== 'string') return unreachable(service, undefined);
  const known = ERROR_CODES.find((each) => each === code) ?? (status === 404 ? 'UNKNOWN_REQUEST' : 'USAGE');
  return new GateError(known, title, typeof hint === 'string' ? { hint } : {});
}

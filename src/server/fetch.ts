import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, problemHeaders, problemOf } from './problem.ts';

/** What answers a request as the web has it. */
export type Answering = (request: Request, signal: AbortSignal) => Promise<Response> | Response;

/** Bytes of a body; everything that is sent here is small. */
const LARGEST_BODY = 1024 * 1024;
const NO_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);
const BODY_MILLISECONDS = 10_000;

/**
 * Between `node:http` and requests as the web has them. A body is read whole before anybody looks at it; an answer is written as fast as
 * the caller reads, and given up when the caller has gone.
 * @returns the status of a request that was refused before anybody could answer it
 */
export async function answerOver(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answering,
): Promise<number | undefined> {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  try {
    const response = await answer(await requestOf(incoming), gone.signal);
    const cookies = response.headers.getSetCookie();
    // A cookie holds commas: several are never one header.
    const headers = { ...Object.fromEntries(response.headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) };
    outgoing.writeHead(response.status, headers);
    // A stream of events may have none for hours: that it has begun is an answer.
    outgoing.flushHeaders();
    await written(response, outgoing, gone.signal);
    outgoing.end();
    return undefined;
  } catch (error) {
    if (outgoing.headersSent) {
      outgoing.destroy();
      return undefined;
    }
    const problem = problemOf(error);
    outgoing.writeHead(problem.status, { ...problemHeaders(error), connection: 'close' });
    outgoing.end(JSON.stringify(problem));
    return problem.status;
  }
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const body = method === 'GET' || method === 'HEAD' ? undefined : await bodyOf(incoming);
  // The web has no such requests, and neither has this API.
  if (NO_METHODS.has(method)) throw nothingHere();
  // Whatever host a caller names, it is this one.
  const path = url.startsWith('/') ? url : '/';
  const request = new Request(`http://gate${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  // A path that would be another one once it is read, by `..` or a backslash, is none: whoever looked at it before saw something else.
  if (!request.url.startsWith(`http://gate${path.split(/[?#]/, 1)[0]}`)) throw nothingHere();
  return request;
}

function nothingHere(): ApiError {
  return new ApiError('NOT_FOUND', 'there is nothing here');
}

/**
 * The rest of a body that is too large is read and thrown away, so that the caller hears why.
 *
 * @throws ApiError TOO_LARGE, USAGE when it does not come in time
 */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const late = setTimeout(() => incoming.destroy(), BODY_MILLISECONDS);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    }
  } catch {
    throw new ApiError('USAGE', 'the body did not come whole, or not in time');
  } finally {
    clearTimeout(late);
  }
  if (size > LARGEST_BODY) throw new ApiError('TOO_LARGE', `a body has at most ${LARGEST_BODY} bytes`);
  return new Uint8Array(Buffer.concat(chunks));
}

async function written(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const cancel = () => void reader.cancel().catch(() => {});
  gone.addEventListener('abort', cancel);
  for (;;) {
    const { done, value } = await reader.read();
    if (done || gone.aborted) return;
    if (!outgoing.write(value)) await new Promise((resolve) => drained(outgoing, resolve));
  }
}

/** When it takes more, or never will. */
function drained(outgoing: ServerResponse, resolve: (value: unknown) => void): void {
  const settle = () => {
    outgoing.off('drain', settle);
    outgoing.off('close', settle);
    resolve(undefined);
  };
  outgoing.on('drain', settle);
  outgoing.on('close', settle);
}

import type { Socket } from 'node:net';
import { visible } from '../command/display.ts';
import { ERROR_CODES, errno, GateError } from '../errors.ts';
import { type Answered, type Asked, type Wire, wireOn } from './wire.ts';

/** How a service is reached. */
export interface Connection {
  /** What messages call it: the path of its socket, or its URL. */
  readonly name: string;
  /**
   * Connects. Nothing has been sent yet, and who is at the other end is certain.
   * @throws GateError CHANNEL_UNAVAILABLE
   */
  readonly connect: () => Promise<Socket>;
  /** What goes along with each request: the host, and what the caller says about itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who the caller is, where no kernel says it. */
  readonly credential?: Credential;
}

/** What a caller from elsewhere shows. */
export interface Credential {
  /** What it is, in words for the caller. */
  readonly what: string;
  /** For the header `Authorization`; made anew when it is about to expire. @throws GateError CHANNEL_UNAVAILABLE, CONFIG_INVALID */
  authorization(): Promise<string>;
}

/** What goes along with a request. @throws GateError CHANNEL_UNAVAILABLE, CONFIG_INVALID */
export async function headersFor({ headers, credential }: Connection): Promise<Readonly<Record<string, string>>> {
  return credential === undefined ? headers : { ...headers, authorization: await credential.authorization() };
}

/** Bytes of an answer; more is no answer of a service. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** How a call is made, where it is not as usual. */
export interface Manner {
  /** Names the call: the service does the same one with the same key once, so it is made again when nobody knows what became of it. */
  readonly key?: string;
  /** Milliseconds within which its answer begins, where the service is asked to take its time. */
  readonly within?: number;
}

/**
 * One call. When the service says that it is one too many, it is made again later, as the service says.
 *
 * @throws GateError with the code of the problem that came back, CHANNEL_UNAVAILABLE when nobody answered
 */
export async function call(
  service: Connection,
  method: string,
  path: string,
  body?: unknown,
  { key, within }: Manner = {},
): Promise<unknown> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const asked = { method, path, headers };
  const began = performance.now();
  for (let sent = false; ; ) {
    try {
      const answer = await once(service, asked, body, within);
      if (answer !== undefined) return answer.value;
      if (performance.now() - began > MOST_PATIENCE)
        throw errorOf({ title: 'the service has too many calls' }, 429, service);
    } catch (error) {
      sent ||= broken.has(error as object);
      const unsure = sent && key !== undefined && error instanceof GateError && error.code === 'CHANNEL_UNAVAILABLE';
      if (!unsure || performance.now() - began > RETURN_MILLISECONDS) throw error;
      await pause(AGAIN_MILLISECONDS);
    }
  }
}

/** How long a caller lets itself be put off. */
const MOST_PATIENCE = 60_000;
/** A service that is being restarted is there again within this. */
const RETURN_MILLISECONDS = 10_000;
const AGAIN_MILLISECONDS = 250;
/** Errors of connections that ended after something had been sent. */
const broken = new WeakSet<object>();

/** Undefined: the service put it off, and what it asked for has passed. */
async function once(
  service: Connection,
  asked: Asked,
  body: unknown,
  within: number | undefined,
): Promise<{ readonly value: unknown } | undefined> {
  const { wire, answered } = await ask(service, asked, body, within);
  const text = await whole(answered, service);
  leave(service, wire);
  if (answered.status < 300) return { value: parsed(text, service) };
  const later = putOff(answered);
  if (later === undefined) throw errorOf(parsed(text, service), answered.status, service);
  await pause(later);
  return undefined;
}

/** Milliseconds after which the service wants to be asked again. */
function putOff({ status, headers }: Answered): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return status === 429 && seconds >= 0 ? Math.min(seconds * 1000, MOST_PATIENCE) : undefined;
}

function pause(milliseconds: number, over?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      over?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    over?.addEventListener('abort', end);
  });
}

/** A file of the service's. @throws GateError as `call` */
export async function bytesOf(service: Connection, path: string, most: number): Promise<Uint8Array> {
  const { wire, answered } = await ask(service, { method: 'GET', path, headers: {} });
  const bytes = await wholeBytes(answered, service, most);
  leave(service, wire);
  if (answered.status === 200) return bytes;
  throw errorOf(parsed(bytes.toString('utf8'), service), answered.status, service);
}

/** A stream of server-sent events: the data of each. Ends when the service ends it or `signal` is aborted. */
export async function* stream(service: Connection, path: string, signal: AbortSignal): AsyncGenerator<string> {
  if (signal.aborted) return;
  let wire: Wire | undefined;
  let silent: NodeJS.Timeout | undefined;
  const abort = () => wire?.close();
  signal.addEventListener('abort', abort);
  try {
    const begun = await ask(service, { method: 'GET', path, headers: { accept: 'text/event-stream' } });
    wire = begun.wire;
    if (signal.aborted) return;
    const { answered } = begun;
    const later = putOff(answered);
    // As if it had ended at once: whoever watches looks, and begins again.
    if (later !== undefined) return await pause(later, signal);
    if (answered.status !== 200) {
      throw errorOf(parsed(await whole(answered, service), service), answered.status, service);
    }
    yield* events(answered.body, () => {
      clearTimeout(silent);
      silent = setTimeout(abort, SILENT_MILLISECONDS);
    });
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof GateError ? error : unreachable(service, error);
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', abort);
    wire?.close();
  }
}

/** @param onHeard called at once, and whenever something came, a comment too */
async function* events(body: AsyncIterable<Buffer>, onHeard: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  onHeard();
  for await (const chunk of body) {
    onHeard();
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const data = rest
        .slice(0, end)
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).replace(/^ /, ''));
      rest = rest.slice(end + 2);
      if (data.length > 0) yield data.join('\n');
    }
  }
}

/** What an earlier call has left open, for the next one: of this process alone, and only for a moment. */
const kept = new WeakMap<Connection, { readonly wire: Wire; readonly at: number }>();
/** The service closes what is idle later than that. */
const KEEP_MILLISECONDS = 20_000;

/** A connection that is open already, or a new one. @throws GateError CHANNEL_UNAVAILABLE */
export async function wireTo(service: Connection): Promise<Wire> {
  return taken(service) ?? wireOn(await service.connect());
}

/** @throws GateError CHANNEL_UNAVAILABLE */
async function ask(
  service: Connection,
  asked: Asked,
  body?: unknown,
  within = ANSWER_MILLISECONDS,
): Promise<{ readonly wire: Wire; readonly answered: Answered }> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { ...(await headersFor(service)), ...type, ...asked.headers };
  const wire = await wireTo(service);
  // A network that was cut says nothing, for as long as anybody listens.
  const late = setTimeout(() => wire.close(), within);
  try {
    return { wire, answered: await wire.send({ ...asked, headers, ...text }) };
  } catch (error) {
    wire.close();
    throw brokenOff(service, error);
  } finally {
    clearTimeout(late);
  }
}

/** Far longer than any answer takes to begin. */
const ANSWER_MILLISECONDS = 60_000;
/** Of a stream: the service says something three times as often. */
const SILENT_MILLISECONDS = 45_000;

function taken(service: Connection): Wire | undefined {
  const found = kept.get(service);
  kept.delete(service);
  if (found === undefined) return undefined;
  if (found.wire.idle && performance.now() - found.at < KEEP_MILLISECONDS) return found.wire;
  found.wire.close();
  return undefined;
}

/** Nobody reads from it any more. */
function leave(service: Connection, wire: Wire): void {
  if (wire.idle && !kept.has(service)) kept.set(service, { wire: wire.rest(), at: performance.now() });
  else wire.close();
}

/** The body as text. @throws GateError CHANNEL_UNAVAILABLE */
export async function whole(answered: Answered, service: Connection): Promise<string> {
  return (await wholeBytes(answered, service, LARGEST_ANSWER)).toString('utf8');
}

async function wholeBytes({ body }: Answered, service: Connection, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most) throw new Error('the answer is too large');
      chunks.push(chunk);
    }
  } catch (error) {
    throw brokenOff(service, error);
  }
  return Buffer.concat(chunks);
}

export function parsed(text: string, service: Connection): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreachable(service, error);
  }
}

/** Something was sent, and nobody knows what became of it. */
function brokenOff(service: Connection, cause: unknown): GateError {
  const error = unreachable(service, cause);
  broken.add(error);
  return error;
}

export function unreachable({ name }: Pick<Connection, 'name'>, cause: unknown): GateError {
  const why = errno(cause);
  const words = `the service at \`${visible(name)}\` cannot be reached${why && ` (${visible(why)})`}`;
  return new GateError('CHANNEL_UNAVAILABLE', words, { hint: isDistrust(why) ? DISTRUSTED : UNREACHED, cause });
}

const UNREACHED = 'nothing runs without it; ask whoever runs it, `systemctl status gate` on its machine says more';
const DISTRUSTED =
  'its certificate does not hold, and nothing was sent to it: `ca` of `service` in /etc/gate/config.yaml names the authority that does';

/** The names that OpenSSL and the runtimes give to certificates that do not hold. */
function isDistrust(code: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_/.test(code);
}

/** What only an API says: to a command line it is a mistake in what was asked, or something that is not there. */
export function errorOf(problem: unknown, status: number, service: Connection): GateError {
  const { code, title, hint } = (problem ?? {}) as { code?: string; title?: string; hint?: string };
  if (typeof title !== 'string') return unreachable(service, undefined);
  const known = ERROR_CODES.find((each) => each === code) ?? BY_STATUS[status] ?? 'USAGE';
  const shown = service.credential === undefined ? '' : `; you came with ${service.credential.what}`;
  const words = status === 401 ? `the service does not know who calls${shown}` : title;
  return new GateError(known, words, { ...(typeof hint === 'string' ? { hint } : {}), cause: { code } });
}

const BY_STATUS: Readonly<Record<number, (typeof ERROR_CODES)[number]>> = {
  401: 'CALLER_REFUSED',
  403: 'CALLER_REFUSED',
  404: 'UNKNOWN_REQUEST',
  422: 'REQUEST_UNREADABLE',
  429: 'CHANNEL_UNAVAILABLE',
};

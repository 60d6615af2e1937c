import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { readFileSync } from 'node:fs';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { errno } from '../../errors.ts';

/** One POST to an address that the service's file names, and what became of it. */

export type Posted =
  /** @param after milliseconds, as `Retry-After` has it */
  | { readonly kind: 'answered'; readonly status: number; readonly after?: number }
  /** Nobody answered; `why` in words, without anything of the address but its host. */
  | { readonly kind: 'failed'; readonly why: string };

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** File of the authorities that count. */
  readonly ca?: string;
  /** Milliseconds for everything. */
  readonly timeout: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Of names; the machine's unless given. */
  readonly resolve?: Resolve;
}

export type Resolve = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Of an answer; what is longer is not read. */
const MOST_READ = 64 * 1024;

/** Never rejects. Redirects are answers like others, and not followed; no proxy is asked. */
export async function post({
  url: address,
  headers,
  body,
  ca,
  timeout,
  now,
  signal,
  resolve = lookup,
}: Post): Promise<Posted> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const barred = isIP(host) === 0 ? undefined : barredAddress(url.hostname, host);
  if (barred !== undefined) return { kind: 'failed', why: barred };
  let request: ClientRequest | undefined;
  let late: NodeJS.Timeout | undefined;
  const gone = () => request?.destroy(new Error('the service stops'));
  try {
    const authorities = ca === undefined ? {} : { ca: readFileSync(ca) };
    const answer = await new Promise<IncomingMessage>((answered, reject) => {
      const options = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // No connection is kept: what a name resolves to is looked at for each message.
        agent: false,
        lookup: looked(url.hostname, resolve),
        ...authorities,
      };
      request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options as object, answered);
      request.on('error', reject);
      late = setTimeout(() => request?.destroy(new Error(`no answer within ${timeout / 1000} s`)), timeout);
      signal.addEventListener('abort', gone, { once: true });
      request.end(body);
    });
    const after = afterOf(answer.headers['retry-after'], now());
    await drained(answer);
    return { kind: 'answered', status: answer.statusCode ?? 0, ...(after === undefined ? {} : { after }) };
  } catch (error) {
    return { kind: 'failed', why: wordsOf(error) };
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', gone);
    request?.destroy();
  }
}

const NEVER = new BlockList();
// Metadata services of clouds live on link-local addresses, and on this one of IPv6.
NEVER.addSubnet('169.254.0.0', 16, 'ipv4');
NEVER.addSubnet('fe80::', 10, 'ipv6');
NEVER.addAddress('fd00:ec2::254', 'ipv6');
NEVER.addSubnet('0.0.0.0', 8, 'ipv4');
NEVER.addSubnet('224.0.0.0', 3, 'ipv4');
NEVER.addAddress('::', 'ipv6');
NEVER.addSubnet('ff00::', 8, 'ipv6');
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Why nothing is sent to this address, in one clause. @param host the name or address that was written */
export function barredAddress(host: string, address: string): string | undefined {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const kind = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  // IPv4 inside IPv6, written in hexadecimal, is what BlockList itself sees through.
  if (isIP(plain) === 0 || NEVER.check(plain, kind)) return `${host} is at ${address}, and nothing is sent there`;
  if (host === 'localhost' && !LOOPBACK.check(plain, kind))
    return `${host} is at ${address}, which is not this machine`;
  return undefined;
}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Names are resolved where they are connected to, so that what was looked at is what is connected to. */
function looked(name: string, resolve: Resolve) {
  return (host: string, options: LookupOptions, done: LookupDone): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const why = addresses.map(({ address }) => barredAddress(name, address)).find((each) => each !== undefined);
      if (why !== undefined) return done(new Error(why), []);
      const [first] = addresses;
      if (options.all) done(null, addresses);
      else done(null, first?.address ?? '', first?.family);
    });
  };
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function afterOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

/** The end of an answer, or of our patience with it: what is in it is nobody's business here. */
async function drained(answer: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_READ) return;
    }
  } catch {
    // The status came; that the rest did not changes nothing.
  }
}

function wordsOf(error: unknown): string {
  const code = errno(error);
  const words = WORDS[code];
  if (words !== undefined) return words;
  if (/CERT|SIGNATURE|ALTNAME|ISSUER|SSL|TLS/.test(code)) return `its certificate is not in order (${code})`;
  if (error instanceof Error && code === '') return error.message;
  return `it cannot be reached (${code})`;
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be resolved now',
  ECONNRESET: 'it hung up',
};

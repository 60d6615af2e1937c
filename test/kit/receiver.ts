import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';

/** A message as it came, after the official library found its signature good. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent
  readonly data: any;
  readonly body: string;
}

export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What to answer to the nth attempt, from 1; a promise that is kept late is a slow answer, one that is never kept is none. */
export type Answering = (message: Received, attempt: number) => Said | Promise<Said>;

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A receiver of webhooks on loopback. */
export class Receiver implements AsyncDisposable {
  /** Everything that came with a good signature, in order; what was sent twice is twice in it. */
  readonly attempts: Received[] = [];
  /** What it answered with 2xx, in order. */
  readonly taken: Received[] = [];
  /** Why signatures were not good. */
  readonly forged: string[] = [];
  readonly server: Server;
  readonly #scheme: string;
  readonly #verify: Webhook;

  private constructor(scheme: string, secret: string, make: (on: RequestListener) => Server, answer: Answering) {
    this.#scheme = scheme;
    this.#verify = new Webhook(secret);
    this.server = make((incoming, outgoing) => void this.#take(incoming, outgoing, answer));
  }

  static async open(
    answer: Answering = () => ({ status: 200 }),
    { secret = SECRET, tls, port = 0 }: { secret?: string; tls?: Certificate; port?: number } = {},
  ): Promise<Receiver> {
    const receiver =
      tls === undefined
        ? new Receiver('http', secret, (on) => createServer(on), answer)
        : new Receiver('https', secret, (on) => createTlsServer({ key: tls.key, cert: tls.cert }, on), answer);
    await new Promise<void>((resolve) => receiver.server.listen(port, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(host = '127.0.0.1'): string {
    return `${this.#scheme}://${host}:${this.port}/hook`;
  }

  /** Types and states, as they were taken. */
  get told(): readonly string[] {
    return this.taken.map(({ type, data }) => `${type} ${(data.request ?? data.standing).state}`);
  }

  async #take(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answering): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    let message: Received;
    try {
      const headers = incoming.headers as Record<string, string>;
      const verified = this.#verify.verify(body, headers) as Omit<Received, 'id' | 'body'>;
      message = { ...verified, id: headers['webhook-id'] ?? '', body };
    } catch (error) {
      this.forged.push(String(error));
      outgoing.writeHead(401).end();
      return;
    }
    this.attempts.push(message);
    const { status, headers = {} } = await answer(message, this.attempts.length);
    if (outgoing.destroyed) return;
    if (status >= 200 && status < 300) this.taken.push(message);
    outgoing.writeHead(status, headers).end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

export interface Certificate extends Disposable {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** The file of `cert`, which is its own authority. */
  readonly file: string;
}

/** Signed by itself, for `127.0.0.1` and this name. */
export function certificateFor(name: string): Certificate {
  const directory = mkdtempSync(join(tmpdir(), 'gate-receiver-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=IP:127.0.0.1,DNS:${name}`];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  );
  return {
    key: readFileSync(key),
    cert: readFileSync(cert),
    file: cert,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

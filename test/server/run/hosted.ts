import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeFrame, type Frame, FrameDecoder } from '../../../src/broker/run-frames.ts';
import type { Exit } from '../../../src/execution/execution.ts';
import type { Order, RunnerOptions } from '../../../src/server/run/runner.ts';

const HOST = fileURLToPath(new URL('host.ts', import.meta.url));
export const BUN = fileURLToPath(new URL('../../../node_modules/.bin/bun', import.meta.url));

/** Accounts without a name: nobody else on the machine has them. */
export const RUN = { uid: 61001, gid: 61001 };
export const CALLER = { uid: 61002, gid: 61002 };

export const isRoot = process.getuid?.() === 0;
/** The account of a run: another one where that is possible. */
export const account = isRoot ? RUN : { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };

interface Said {
  readonly listening?: boolean;
  readonly holds?: string;
  readonly closed?: boolean;
  readonly id?: string;
  readonly exit?: Exit;
  readonly error?: string;
  readonly rss?: number;
  readonly unhandled?: string;
}

/** A service in a process of its own, and connections to it. */
export class Host implements AsyncDisposable {
  readonly directory = mkdtempSync(join(tmpdir(), 'gate-run-'));
  readonly process: ChildProcess;
  readonly said: Said[] = [];
  readonly #looks = new Set<() => void>();
  readonly #ended: Promise<void>;
  #count = 0;

  constructor(runtime: 'bun' | 'node', options: Partial<Omit<RunnerOptions, 'now'>> = {}) {
    const program = [runtime === 'bun' ? BUN : process.execPath, HOST, this.socket, JSON.stringify(options)];
    // A service has groups that its commands must not have.
    const [file = '', ...args] = isRoot ? ['/usr/bin/setpriv', '--groups', '4711', '--', ...program] : program;
    this.process = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] ?? '', SERVICE_SECRET: 'of the service' },
    });
    let rest = '';
    this.process.stdout?.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      this.said.push(...lines.map((line) => JSON.parse(line) as Said));
      for (const look of [...this.#looks]) look();
    });
    this.#ended = new Promise((resolve) => {
      this.process.on('close', () => {
        resolve();
        for (const look of [...this.#looks]) look();
      });
    });
  }

  get socket(): string {
    return join(this.directory, 's');
  }

  /** Resolves with the first thing it says that is so. */
  says(is: (said: Said) => boolean): Promise<Said> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.said.find(is);
        if (found === undefined && this.process.exitCode === null && this.process.signalCode === null) return;
        this.#looks.delete(look);
        if (found === undefined) reject(new Error(`the host ended: ${JSON.stringify(this.said)}`));
        else resolve(found);
      };
      this.#looks.add(look);
      look();
    });
  }

  async run(argv: readonly string[], more: Partial<Order> = {}): Promise<Client> {
    await this.says(({ listening }) => listening === true);
    const id = `r${this.#count++}`;
    const order = {
      id,
      file: argv[0],
      argv,
      cwd: '/',
      environment: { PATH: '/usr/bin:/bin', CANARY: 'lease-4711' },
      runAs: account,
      ...more,
    };
    return new Client(this, id, connect(this.socket), JSON.stringify(order));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    await this.#ended;
    clearTimeout(patience);
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A client that keeps everything it gets. */
export class Client {
  readonly frames: Frame[] = [];
  readonly closed: Promise<void>;
  readonly #host: Host;
  readonly #id: string;
  readonly #connection: Socket;
  readonly #looks = new Set<() => void>();
  #wanted = 0;
  #over = false;
  #keep = true;
  /** Bytes of output, kept or not. */
  bytes = 0;

  constructor(host: Host, id: string, connection: Socket, order: string) {
    this.#host = host;
    this.#id = id;
    this.#connection = connection;
    const decoder = new FrameDecoder('service');
    connection.on('error', () => {});
    connection.write(`${order}\n`);
    connection.on('data', (data: Buffer) => {
      for (const frame of decoder.push(data)) {
        if (frame.kind === 'want') this.#wanted += frame.bytes;
        if (frame.kind === 'stdout' || frame.kind === 'stderr') this.bytes += frame.bytes.length;
        if (this.#keep || !('bytes' in frame)) this.frames.push(frame);
      }
      if (decoder.wrong !== undefined) connection.destroy(new Error(decoder.wrong));
      this.#look();
    });
    this.closed = new Promise((resolve) => {
      connection.on('close', () => {
        this.#over = true;
        resolve();
        this.#look();
      });
    });
  }

  get connection(): Socket {
    return this.#connection;
  }

  /** Counts output and keeps none of it. */
  discard(): this {
    this.#keep = false;
    return this;
  }

  send(frame: Frame): void {
    this.#connection.write(encodeFrame(frame));
  }

  /** Sends input as it is asked for. */
  async input(bytes: Buffer, end = true): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      await this.until(() => this.#wanted > 0);
      const part = bytes.subarray(at, at + Math.min(this.#wanted, 65536));
      this.#wanted -= part.length;
      at += part.length;
      this.send({ kind: 'stdin', bytes: part });
    }
    if (end) this.send({ kind: 'stdin-end' });
  }

  output(kind: 'stdout' | 'stderr' = 'stdout'): Buffer {
    return Buffer.concat(this.frames.flatMap((frame) => (frame.kind === kind ? [frame.bytes] : [])));
  }

  text(kind: 'stdout' | 'stderr' = 'stdout'): string {
    return this.output(kind).toString();
  }

  /** Resolves when it is so; fails when the connection ends before. */
  until(is: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const so = is();
        if (!so && !this.#over) return;
        this.#looks.delete(look);
        if (so) resolve();
        else reject(new Error(`the connection ended: ${JSON.stringify(this.frames.slice(-5))} ${this.text()}`));
      };
      this.#looks.add(look);
      look();
    });
  }

  sees(text: string | RegExp): Promise<void> {
    return this.until(() => (typeof text === 'string' ? this.text().includes(text) : text.test(this.text())));
  }

  /** The last frame. */
  async end(): Promise<Frame> {
    const last = () => this.frames.find(({ kind }) => kind === 'exit' || kind === 'error');
    await this.until(() => last() !== undefined);
    this.#connection.destroy();
    return last() as Frame;
  }

  /** How it ended, as the service recorded it. */
  async recorded(): Promise<Exit> {
    return (await this.#host.says(({ id, exit }) => id === this.#id && exit !== undefined)).exit as Exit;
  }

  #look(): void {
    for (const look of [...this.#looks]) look();
  }
}

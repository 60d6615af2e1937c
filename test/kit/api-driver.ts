import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The answer may be without an end: it is left after its first bytes. */
  readonly open?: boolean;
  /** A stream of events is watched for so many milliseconds. */
  readonly stay?: number;
}

/** Status 0: the connection broke; -1: the client could not send it. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const DRIVER = fileURLToPath(new URL('api-driver.mjs', import.meta.url));

/** Many calls by one account, over a few connections that are kept. Needs root. */
export class ApiDriver implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (said: Said) => void>();
  #sent = 0;

  constructor(socket: string, uid: number, connections = 4) {
    this.#child = spawn(process.execPath, [DRIVER, socket, String(connections)], {
      uid,
      gid: uid,
      env: {},
      cwd: '/',
      stdio: 'pipe',
    });
    this.#child.stderr.pipe(process.stderr);
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const { n, headers = {}, ...said } = JSON.parse(line) as Said & { n: number };
      this.#waiting.get(n)?.({ headers, ...said });
      this.#waiting.delete(n);
    });
  }

  call(sent: Sent): Promise<Said> {
    const n = this.#sent++;
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      // Readers of lines end them at other characters as well.
      const line = JSON.stringify({ n, ...sent }).replaceAll(/[^ -~]/g, escaped);
      this.#child.stdin.write(`${line}\n`);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) throw new Error(`the client ended with ${this.#child.exitCode}`);
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    await ended;
  }
}

function escaped(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

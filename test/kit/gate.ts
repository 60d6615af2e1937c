import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atTerminal, cleanEnvironment, type Seen, type Session, sayYes } from './person.ts';

/** The executable that is shipped: end-to-end tests run nothing else. */
export const GATE = fileURLToPath(new URL('../../dist/gate', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  /** Instead of gate: a program that starts it, such as a shell. */
  readonly program?: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ran>;
  stdout(): string;
  stderr(): string;
  /** Resolves when stderr shows it; fails when gate ends without it. */
  says(text: string | RegExp): Promise<void>;
}

/** One gate of its own: everything under a private directory, removed at the end. */
export class Gate implements Disposable {
  readonly home = mkdtempSync(join(tmpdir(), 'gate-test-'));

  readonly #command: readonly [string, ...string[]];

  /**
   * @param policy text of the only user policy; without it the default packs apply
   * @param command what starts gate, when it is not the executable
   */
  constructor(policy?: string, command: readonly [string, ...string[]] = [GATE]) {
    this.#command = command;
    chmodSync(this.home, 0o700);
    if (policy !== undefined) this.policy(policy);
  }

  policy(text: string, name = 'test.yaml'): void {
    const directory = join(this.home, 'policies');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, name), text, { mode: 0o600 });
  }

  environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return cleanEnvironment({ GATE_HOME: this.home, ...more });
  }

  /** Starts gate as the tests' own child: an agent, because `CLAUDECODE` is set as that harness sets it. */
  start(args: readonly string[], options: Options = {}): Started {
    const [program, ...first] = options.program === undefined ? this.#command : [options.program];
    const child = spawn(program, [...first, ...args], {
      cwd: options.cwd ?? this.home,
      env: this.environment({ CLAUDECODE: '1', ...options.env }),
      stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    const looks = new Set<() => void>();
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.on('data', (data: Buffer) => {
        out[name] += data.toString();
        for (const look of [...looks]) look();
      });
    }
    child.stdin?.on('error', () => {}); // A command that does not read its input ends the pipe.
    if (options.stdin !== undefined) child.stdin?.end(options.stdin);
    let over = false;
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => {
        over = true;
        resolve({ status, signal, ...out });
        for (const look of [...looks]) look();
      });
    });
    return {
      process: child,
      ended,
      stdout: () => out.stdout,
      stderr: () => out.stderr,
      says: (text) =>
        new Promise((resolve, reject) => {
          const look = () => {
            const there = typeof text === 'string' ? out.stderr.includes(text) : text.test(out.stderr);
            if (!there && !over) return;
            looks.delete(look);
            if (there) resolve();
            else reject(new Error(`gate ended without saying ${text}:\n${out.stderr}`));
          };
          looks.add(look);
          look();
        }),
    };
  }

  /** Runs gate as an agent to its end. */
  agent(args: readonly string[], options: Options = {}): Promise<Ran> {
    return this.start(args, options).ended;
  }

  /** Runs a shell script as an agent; it finds gate as `$gate`. */
  shell(script: string, options: Omit<Options, 'program'> = {}): Promise<Ran> {
    const env = { gate: GATE, ...options.env };
    return this.start(['-c', script], { ...options, env, program: '/bin/bash' }).ended;
  }

  /** Asks for something that people must decide; answers with its id. */
  async ask(args: readonly string[], options: Options = {}): Promise<string> {
    const { status, stdout, stderr } = await this.agent(['--no-wait', ...args], options);
    if (status !== 75) throw new Error(`the request does not wait (${status}): ${stderr}`);
    return stdout.trim();
  }

  /** The state of a request, as `gate show --json` tells it. */
  async record(id: string): Promise<{ state: string; events: { type: string }[]; [field: string]: unknown }> {
    return JSON.parse((await this.agent(['show', id, '--json'])).stdout);
  }

  /** Whether a command left its mark in the directory it ran in. */
  has(name: string): boolean {
    return existsSync(join(this.home, name));
  }

  /** Starts gate as a person at a terminal. */
  session(
    args: readonly string[],
    { cwd = this.home, env, ...size }: Omit<Options, 'stdin'> & { cols?: number; rows?: number } = {},
  ): Session {
    return atTerminal([...this.#command, ...args], {
      cwd,
      env: { GATE_HOME: this.home, NO_COLOR: '1', ...env },
      ...size,
    });
  }

  /** Runs gate as a person at a terminal to its end. Asked to approve, this person reads and says yes. */
  async person(args: readonly string[], options: Omit<Options, 'stdin'> = {}): Promise<Seen> {
    if (args[0] !== 'approve' || args.includes('--digest')) return this.session(args, options).ended;
    // High enough for one page, so that there is one question.
    const session = this.session(args, { ...options, rows: 400, cols: 140 });
    const answered = sayYes(session).catch(() => {}); // Ended without asking: the caller looks at the end.
    const seen = await session.ended;
    await answered;
    return seen;
  }

  [Symbol.dispose](): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

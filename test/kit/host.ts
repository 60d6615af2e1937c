import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GATE } from './gate.ts';
import { atTerminal, type Session } from './person.ts';

const SETUP = fileURLToPath(new URL('host-setup.sh', import.meta.url));

const ATTACK = fileURLToPath(new URL('../bypasses/host/attack.mjs', import.meta.url));

/** Accounts of the machine that `host-setup.sh` makes: two people, two agents, and those that their commands run under. */
export const ANN = 61_001;
export const BOB = 61_002;
export const AGENT = 61_003;
/** Of the machine, and nowhere in the directory unless a test puts it there. */
export const OTHER = 61_004;
export const RUN_AS = 61_009;
export const RUN_OTHER = 61_010;

/** Needs root, and a kernel that lets it have a mount namespace. */
export const possible =
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0 &&
  spawnSync('setpriv', ['--version']).status === 0;

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of an account, running. */
export interface Going {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly out: { stdout: string; stderr: string };
  readonly ended: Promise<Ended>;
}

export interface HowTo {
  readonly input?: string | Buffer;
  /** Besides, or in place of, what a login gives. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Capabilities that an account which is not root has: `setuid`, ... */
  readonly capabilities?: readonly string[];
  /** An ordinary pipe that stays open, in place of nothing to read. */
  readonly open?: boolean;
}

/**
 * A machine in host mode with real accounts. `/etc` is an overlay that only its processes see; the service is the executable
 * that is shipped, started and killed as often as a test likes.
 */
export class Machine implements AsyncDisposable {
  readonly home = mkdtempSync(join(tmpdir(), 'gate-machine-'));
  readonly work = join(this.home, 'work');
  readonly state = join(this.home, 'state');
  readonly socket = join(this.home, 'run', 'gate.sock');
  readonly runs = join(this.home, 'run', 'runs');
  /** All that every life of the service said. */
  said = '';
  #holder: ChildProcess | undefined;
  #service: Going | undefined;

  /** Its accounts and files, without the service. */
  async set(): Promise<this> {
    chmodSync(this.home, 0o755);
    mkdirSync(this.work);
    chmodSync(this.work, 0o777);
    const holder = spawn('/usr/bin/unshare', ['-m', '/bin/bash', SETUP, this.home, GATE, 'hold'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#holder = holder;
    let said = '';
    holder.stdout.on('data', (data) => (said += data));
    await until(() => said.includes('ready') || holder.exitCode !== null);
    if (!said.includes('ready')) throw new Error('the machine could not be set up');
    return this;
  }

  /** A file of this machine's `/etc`, as seen from outside. */
  etc(name: string): string {
    return `/proc/${this.#holder?.pid}/root/etc/${name}`;
  }

  /** In place of the policy that `host-setup.sh` puts. */
  policy(text: string): void {
    writeFileSync(join(this.state, 'policies', 'host.yaml'), text, { mode: 0o600 });
  }

  /** Changes a file of `/etc/gate`. */
  configure(name: 'config.yaml' | 'serve.yaml', change: (text: string) => string): void {
    const path = this.etc(`gate/${name}`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }

  /** The service, from its start to its first caller. @param uid its account */
  async serve({ umask = '022', ...how }: HowTo & { readonly umask?: string } = {}, uid = 0): Promise<Going> {
    const line = ['/bin/sh', '-c', `umask ${umask}; exec ${GATE} serve`];
    const service = this.start(uid, line, { cwd: '/', ...how });
    this.#service = service;
    await until(() => service.out.stderr.includes('listens at') || service.child.exitCode !== null);
    if (!service.out.stderr.includes('listens at')) throw new Error(`no service: ${service.out.stderr}`);
    void service.ended.then(({ stderr }) => {
      this.said += stderr;
    });
    return service;
  }

  /** Has the service read its file again. */
  hup(): void {
    this.#service?.child.kill('SIGHUP');
  }

  /** What this life of the service has said so far. */
  get heard(): string {
    return this.#service?.out.stderr ?? '';
  }

  /** Ends the service, and waits for its end. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended | undefined> {
    const service = this.#service;
    this.#service = undefined;
    service?.child.kill(signal);
    return service?.ended;
  }

  /** What starts a program inside, as an account with no other groups. */
  as(uid: number, argv: readonly string[], { env = {}, cwd = this.work, capabilities = [] }: HowTo = {}): string[] {
    const sets = capabilities.map((name) => `+${name}`).join(',');
    const login = { HOME: '/nonexistent', PATH: '/usr/bin:/bin', TERM: 'xterm', NO_COLOR: '1', ...env };
    return [
      ...['/usr/bin/nsenter', `--mount=/proc/${this.#holder?.pid}/ns/mnt`],
      ...['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'],
      ...(sets === '' ? [] : [`--inh-caps=-all,${sets}`, `--ambient-caps=-all,${sets}`, `--bounding-set=-all,${sets}`]),
      ...['/usr/bin/env', '-i', '-C', cwd, ...Object.entries(login).map(([name, value]) => `${name}=${value}`)],
      ...argv,
    ];
  }

  start(uid: number, argv: readonly string[], how: HowTo = {}): Going {
    const [program = '', ...args] = this.as(uid, argv, how);
    const piped = how.input !== undefined || how.open === true;
    const child = spawn(program, args, { stdio: [piped ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name]?.on('data', (data) => (out[name] += data));
    child.stdin?.on('error', () => {});
    if (how.input !== undefined) child.stdin?.end(how.input);
    const ended = new Promise<Ended>((resolve) => {
      child.on('close', (status, signal) => resolve({ status, signal, ...out }));
    });
    return { pid: child.pid ?? -1, child, out, ended };
  }

  run(uid: number, argv: readonly string[], how: HowTo = {}): Promise<Ended> {
    return this.start(uid, argv, how).ended;
  }

  gate(uid: number, args: readonly string[], how: HowTo = {}): Promise<Ended> {
    return this.run(uid, [GATE, ...args], how);
  }

  shell(uid: number, script: string, how: HowTo = {}): Promise<Ended> {
    return this.run(uid, ['/bin/sh', '-c', script], how);
  }

  /** Starts a script of an attacker; `under`: what starts it in its turn. */
  startAttack(uid: number, script: string, { under = [], ...how }: HowTo & { under?: readonly string[] } = {}): Going {
    const code = `import { ask, ballot, call, raw, tell } from ${JSON.stringify(ATTACK)};\n${script}`;
    const node = [...under, process.execPath, '--input-type=module', '-e', code];
    return this.start(uid, node, { ...how, env: { SOCKET: this.socket, ...how.env } });
  }

  /**
   * Runs a script of an attacker, which may call what `test/bypasses/host/attack.mjs` exports.
   * @returns what it told, line by line
   */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service said
  async attack(uid: number, script: string, how: HowTo = {}): Promise<any[]> {
    const { status, stdout, stderr } = await this.startAttack(uid, script, how).ended;
    if (status !== 0) throw new Error(`the attack failed by itself: ${stderr}`);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  /** Commands of this machine that run, and what they started, whoever has it now. A zombie is none. */
  commands(): readonly number[] {
    return readdirSync('/proc')
      .filter((name) => {
        if (!/^\d+$/.test(name)) return false;
        try {
          return readFileSync(`/proc/${name}/environ`, 'latin1').includes(`HOME=${this.runs}/`);
        } catch {
          return false;
        }
      })
      .map(Number);
  }

  person(uid: number, args: readonly string[], how: HowTo = {}): Session {
    return atTerminal(this.as(uid, [GATE, ...args], how), { cols: 140, rows: 400 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
    const holder = this.#holder;
    if (holder !== undefined && holder.exitCode === null) {
      const ended = new Promise((resolve) => holder.once('close', resolve));
      holder.kill('SIGKILL');
      await ended;
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Far longer than anything takes on a busy machine. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come about');
}

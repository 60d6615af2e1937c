import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Authority, type Certified } from './authority.ts';
import { GATE } from './gate.ts';
import type { Issuer } from './issuer.ts';
import { atTerminal, type Session } from './person.ts';

const SETUP = fileURLToPath(new URL('https-setup.sh', import.meta.url));

/** Root, and a kernel that lets a process see another `/etc`. */
export const POSSIBLE =
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0 &&
  spawnSync('setpriv', ['--version']).status === 0;

export const ANN = 61_001;
export const BOB = 61_002;
export const AGENT = 61_003;
/** Of the directory by her address alone. */
export const CARA = 61_005;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service said
  readonly body: any;
}

export interface Calling {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly certificate?: Certified;
  /** What the caller says about itself; a person at a terminal unless given. */
  readonly claims?: object;
}

/**
 * The real program as a service that is reached over TLS, and another machine to call it from: both are mount namespaces, with an `/etc/gate` of
 * their own. Needs root.
 */
export class HttpsHost implements AsyncDisposable {
  readonly home = mkdtempSync(join(tmpdir(), 'gate-https-'));
  readonly authority = new Authority();
  readonly clients = new Authority('an authority of clients');
  said = '';
  port = 0;
  readonly #issuer: Issuer;
  #service: ChildProcess | undefined;
  #elsewhere: ChildProcess | undefined;

  constructor(issuer: Issuer) {
    this.#issuer = issuer;
    chmodSync(this.home, 0o755);
    for (const each of ['etc', 'elsewhere', 'run', 'homes']) mkdirSync(join(this.home, each), { mode: 0o755 });
    for (const [name, uid] of Object.entries({ ann: ANN, bob: BOB, agent: AGENT, cara: CARA })) {
      mkdirSync(join(this.home, 'homes', name), { mode: 0o700 });
      chownSync(join(this.home, 'homes', name), uid, uid);
    }
    mkdirSync(join(this.home, 'work'));
    chmodSync(join(this.home, 'work'), 0o777);
    mkdirSync(join(this.home, 'state', 'policies'), { recursive: true, mode: 0o700 });
  }

  /** @param clients lines of `https.clients` */
  async start({
    clients = [],
    rules = [],
    more = '',
    names = ['DNS:localhost', 'IP:127.0.0.1'],
  }: {
    readonly clients?: readonly string[];
    readonly rules?: readonly string[];
    /** More lines of serve.yaml. */
    readonly more?: string;
    /** Of its certificate. */
    readonly names?: readonly string[];
  } = {}): Promise<this> {
    const { home } = this;
    this.certify(this.authority.issue(names));
    copyFileSync(this.clients.certificate, join(home, 'etc', 'clients.pem'));
    copyFileSync(this.authority.certificate, join(home, 'elsewhere', 'ca.pem'));
    this.directory();
    const mutual =
      clients.length === 0
        ? ''
        : `\n  client_ca: /etc/gate/clients.pem\n  clients:\n${clients.map((each) => `    - ${each}\n`).join('')}`;
    writeFileSync(
      join(home, 'etc', 'serve.yaml'),
      `version: 1
state: ${home}/state
socket: { path: ${home}/run/gate.sock }
https:
  listen: 127.0.0.1:0
  certificate: /etc/gate/tls.pem
  key: /etc/gate/tls.key${mutual}
run_as: { default: gaterun }
login: { issuer: "${this.#issuer.url}", client_id: gate }
oidc:
  - issuer: "${this.#issuer.url}"
    audience: gate.example.com
    pipeline: "ci/{repository}"
    session: "{run_id}"
    owner: { claim: actor, people: { octocat: ann } }
    when: { repository: example/shop }
${more}`,
    );
    writeFileSync(
      join(home, 'state', 'policies', 'all.yaml'),
      `version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
${rules.map((each) => `  - ${each}\n`).join('')}`,
    );
    this.#service = await this.#begin('etc', () => /listens at https port (\d+)/.test(this.said));
    this.port = Number(/listens at https port (\d+)/.exec(this.said)?.[1]);
    this.pointElsewhere();
    let there = '';
    this.#elsewhere = await this.#begin(
      'elsewhere',
      () => there.includes('ready'),
      (text) => {
        there += text;
      },
    );
    return this;
  }

  /** Who exists, as the service and nobody else reads it. */
  directory({ without = '', owner = 'ann' } = {}): void {
    writeFileSync(
      join(this.home, 'etc', 'config.yaml'),
      `version: 1
people:
  ann: { os: [ann], email: [ann@example.com] }
  bob: { os: [bob], email: [bob@example.com], ssh_keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINOZ/L3Jx7jU7YEl9YzADCQ+qRT3kMDr830XRyorRZNa"] }
${without === 'cara' ? '' : '  cara: { email: [cara@example.com] }\n'}groups: { sre: [ann, bob${without === 'cara' ? '' : ', cara'}], operators: [bob] }
agents: { deploy: { os: [agent], owner: ${owner} } }
service: { socket: ${this.home}/run/gate.sock, user: root }
`,
    );
  }

  /** What the other machine knows of the service. */
  pointElsewhere(more = '', host = 'localhost'): void {
    const service = `service: { url: "https://${host}:${this.port}", ca: /etc/gate/ca.pem, audience: gate.example.com${more} }`;
    writeFileSync(join(this.home, 'elsewhere', 'config.yaml'), `version: 1\n${service}\n`);
  }

  /** The other machine knows of an authority that has nothing to do with the service. */
  trustNobodyElsewhere(): void {
    const service = `service: { url: "https://localhost:${this.port}" }`;
    writeFileSync(join(this.home, 'elsewhere', 'config.yaml'), `version: 1\n${service}\n`);
  }

  /** The certificate that the service shows from its start, or from when it reads it again. */
  certify({ certificate, key }: Certified): void {
    copyFileSync(certificate, join(this.home, 'etc', 'tls.pem'));
    copyFileSync(key, join(this.home, 'etc', 'tls.key'));
    chmodSync(join(this.home, 'etc', 'tls.key'), 0o600);
  }

  /** Sends the service a signal. */
  tell(signal: NodeJS.Signals): void {
    this.#service?.kill(signal);
  }

  /** Process of the service. */
  get pid(): number {
    return this.#service?.pid ?? 0;
  }

  /** A command line of an account on the machine of the service, or on the other one. */
  as(uid: number, argv: readonly string[], { where = 'elsewhere', env = [] as readonly string[] } = {}): string[] {
    const name = { [ANN]: 'ann', [BOB]: 'bob', [AGENT]: 'agent', [CARA]: 'cara', 0: 'root' }[uid] ?? 'nobody';
    const { pid } = (where === 'elsewhere' ? this.#elsewhere : this.#service) as ChildProcess;
    return [
      ...['/usr/bin/nsenter', `--mount=/proc/${pid}/ns/mnt`, '/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${uid}`],
      ...[
        '--clear-groups',
        '/usr/bin/env',
        '-i',
        '-C',
        join(this.home, 'work'),
        `HOME=${join(this.home, 'homes', name)}`,
      ],
      ...['PATH=/usr/bin:/bin', 'TERM=xterm', 'NO_COLOR=1', ...env, ...argv],
    ];
  }

  /** `gate` by an account. @param program another one than gate is named */
  run(
    uid: number,
    argv: readonly string[],
    { where = 'elsewhere', env = [] as readonly string[], program: other = false } = {},
  ) {
    const [program = '', ...args] = this.as(uid, other ? argv : [GATE, ...argv], { where, env });
    // Not spawnSync: the issuer of the tests lives in this process.
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end();
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (data) => (out[name] += data));
    const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
      child.on('close', (status) => resolve({ status, ...out })),
    );
    return { child, out, ended };
  }

  person(uid: number, argv: readonly string[], { where = 'elsewhere', env = [] as readonly string[] } = {}): Session {
    return atTerminal(this.as(uid, [GATE, ...argv], { where, env }), { cols: 140, rows: 400 });
  }

  /** One call of the API, on a connection of its own. */
  call(
    method: string,
    path: string,
    { token, headers = {}, body, certificate, claims = { tty: true } }: Calling = {},
  ): Promise<Answered> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const made = request(
        {
          ...{ host: '127.0.0.1', servername: 'localhost', port: this.port, method, path, agent: false },
          ca: this.authority.pem,
          ...certificate?.pem(),
          headers: {
            host: 'localhost',
            'gate-claims': JSON.stringify(claims),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(text === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          let said = '';
          response.setEncoding('utf8').on('data', (chunk) => (said += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: said.startsWith('{') ? JSON.parse(said) : said,
            }),
          );
        },
      );
      made.on('error', reject);
      made.end(text);
    });
  }

  async #begin(
    which: string,
    there: () => boolean,
    hear = (text: string) => {
      this.said += text;
    },
  ): Promise<ChildProcess> {
    const child = spawn(
      '/usr/bin/unshare',
      ['-m', '/bin/bash', SETUP, mkdtempSync(join(this.home, 'ns-')), GATE, which, this.home],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => hear(String(data)));
    for (let tries = 0; !there(); tries++) {
      if (tries > 900 || child.exitCode !== null) throw new Error(`it did not start: ${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return child;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of [this.#elsewhere, this.#service]) {
      if (child === undefined || child.exitCode !== null) continue;
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    this.authority[Symbol.dispose]();
    this.clients[Symbol.dispose]();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** A token of `agent:NAME@ann`, made by an operator at the machine of the service. */
export async function robotToken(host: HttpsHost, name = 'robot'): Promise<string> {
  const made = host.person(BOB, ['token', 'create', '--agent', name, '--owner', 'ann'], { where: 'service' });
  const { screen } = await made.ended;
  const token = /gate_[0-9a-f]{10}_[0-9a-f]{72}/.exec(screen)?.[0];
  if (token === undefined) throw new Error(`no token was made: ${screen}`);
  return token;
}

/** The id under which a command waits for people. */
export async function waitingId(out: { readonly stderr: string }): Promise<string> {
  for (let tries = 0; tries < 900; tries++) {
    const id = /waits as (\w+)/.exec(out.stderr)?.[1];
    if (id !== undefined && out.stderr.includes('then resume with')) return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it does not wait: ${out.stderr}`);
}

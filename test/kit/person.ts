import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = fileURLToPath(new URL('person-host.mjs', import.meta.url));

/** What a person's terminal showed, and how the command ended. */
export interface Seen {
  readonly status: number;
  readonly signal: number;
  readonly screen: string;
}

/** Longer than anything takes on a busy machine, and shorter than a test has. */
const PATIENCE_MS = 45_000;

export interface Session {
  /** Everything on the screen so far. */
  screen(): string;
  /** Types, as keys. */
  type(keys: string): void;
  /** Resolves when the text is on the screen; fails, showing the screen, when the command ends or time passes without it. */
  sees(what: string | RegExp | (() => boolean)): Promise<void>;
  /** The terminal changes its size, and the kernel tells whoever runs at it. */
  resize(cols: number, rows: number): void;
  readonly ended: Promise<Seen>;
  /** Process of the command itself. */
  readonly child: Promise<number>;
}

/**
 * Types a line at a prompt as soon as it listens: keys are deaf for a moment after it was drawn, so one is tried until it
 * shows, and taken back.
 */
export async function typeAt(session: Session, prompt: string, line: string): Promise<void> {
  await session.sees(prompt);
  const shown = () => session.screen().slice(session.screen().indexOf(prompt) + prompt.length);
  const trial = setInterval(() => session.type('?'), 50);
  try {
    await session.sees(() => shown().includes('?'));
  } finally {
    clearInterval(trial);
  }
  // More than one may be under way: take back more than there can be.
  session.type(`${'\u007f'.repeat(20)}${line}\r`);
}

const APPROVAL = /approve[^?]*\? type (?:its code )?(\S+) and Enter; anything else is no: /;

const PAGE = /-- page (\d+) of \d+: press Enter for the next --/g;
/** Longer than a page is deaf: of two keys the second never answers what comes after the page. */
const TURNING_MS = 1000;

/** Reads every page of what an approval asks for, and types the answer. */
export async function sayYes(session: Session): Promise<void> {
  await allPages(session, () => APPROVAL.test(session.screen()));
  const [prompt = '', answer = ''] = APPROVAL.exec(session.screen()) ?? [];
  await typeAt(session, prompt, answer);
}

/** Turns pages until the question is on the screen. */
export async function allPages(session: Session, asked: () => boolean): Promise<void> {
  const pages = () => [...session.screen().matchAll(PAGE)].length;
  for (let turned = 0; ; turned++) {
    await session.sees(() => asked() || pages() > turned);
    if (asked()) return;
    const turning = setInterval(() => session.type('\r'), TURNING_MS);
    try {
      await session.sees(() => asked() || pages() > turned + 1);
    } finally {
      clearInterval(turning);
    }
  }
}

/** A screen as people see it: keys that were taken back are not on it any more. */
export function rubbedOut(screen: string): string {
  const rest = screen.replace(/[^\x08]\x08 \x08/, '');
  return rest === screen ? screen : rubbedOut(rest);
}

/** An environment as a login gives it: no agent, no pipeline, nothing of the one who runs the tests. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { username, homedir } = userInfo();
  const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return { PATH, HOME: homedir, USER: username, LOGNAME: username, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...more };
}

/**
 * Starts a command the way a person does: at a terminal of its own, detached from whoever runs the tests, with a clean
 * environment. No switch of gate's is involved: this is a person as far as the kernel knows.
 */
export function atTerminal(
  argv: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    cols?: number;
    rows?: number;
  } = {},
): Session {
  const directory = mkdtempSync(join(tmpdir(), 'person-'));
  const socket = join(directory, 's');
  const spec = join(directory, 'spec.json');
  let screen = '';
  let line: Socket | undefined;
  const waiting = new Set<() => void>();
  let finish: (seen: Seen) => void;
  let born: (pid: number) => void;
  const ended = new Promise<Seen>((resolve) => {
    finish = resolve;
  });
  const child = new Promise<number>((resolve) => {
    born = resolve;
  });
  let over: Seen | undefined;
  const server = createServer((connection) => {
    line = connection;
    let rest = '';
    connection.on('data', (data) => {
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const each of lines) {
        const message = JSON.parse(each) as { screen?: string; status?: number; signal?: number; child?: number };
        if (message.child !== undefined) born(message.child);
        if (message.screen !== undefined) screen += message.screen;
        if (message.status !== undefined) over = { status: message.status, signal: message.signal ?? 0, screen };
      }
      for (const look of [...waiting]) look();
    });
    connection.on('close', () => {
      server.close();
      rmSync(directory, { recursive: true, force: true });
      over ??= { status: -1, signal: 0, screen };
      finish(over);
      for (const look of [...waiting]) look();
    });
  });
  server.listen(socket, () => {
    const { cwd = tmpdir(), cols, rows } = options;
    const env = cleanEnvironment(options.env);
    writeFileSync(spec, JSON.stringify({ argv, cwd, env, socket, cols, rows }));
    const launched = spawnSync(process.execPath, [HOST, spec], { env: cleanEnvironment(), stdio: 'ignore' });
    if (launched.status !== 0) throw new Error('the host of the person could not be started');
  });
  return {
    screen: () => screen,
    type: (keys) => {
      line?.write(`${JSON.stringify({ type: keys })}\n`);
    },
    resize: (cols, rows) => {
      line?.write(`${JSON.stringify({ cols, rows })}\n`);
    },
    sees: (text) =>
      new Promise((resolve, reject) => {
        const settle = (error?: Error) => {
          waiting.delete(look);
          clearTimeout(patience);
          if (error) reject(error);
          else resolve();
        };
        const look = () => {
          const there =
            typeof text === 'function' ? text() : typeof text === 'string' ? screen.includes(text) : text.test(screen);
          if (there) settle();
          else if (over) settle(new Error(`the command ended without showing ${text}:\n${screen}`));
        };
        const late = () => settle(new Error(`${PATIENCE_MS / 1000} s without showing ${text}:\n${screen}`));
        const patience = setTimeout(late, PATIENCE_MS);
        waiting.add(look);
        look();
      }),
    ended,
    child,
  };
}

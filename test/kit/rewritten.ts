import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { rewrittenCommand } from '../../src/agents/rewrite.ts';
import { GATE, type Gate } from './gate.ts';

/** What is left when bash has run a text: everything that its caller or its files can tell. */
export interface Left {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
}

const FIRST = { a: 'one\ntwo\n', data: 'x' };

/** No text takes that long, unless it never ends. */
const ENDLESS_MILLISECONDS = 60_000;
/** How often a text is tried again that two processes race in: `a | b` where b does not read, two writers to one stream. */
const TRIES = 8;

/**
 * The text as it is, and as a hook would hand it to gate; each in a directory of its own with the same files. Where a text can end in
 * more than one way, a way that both have gone.
 */
export async function bareAndRewritten(text: string, gate: Gate): Promise<readonly [Left, Left]> {
  const env = gate.environment({ CLAUDECODE: '1', LC_ALL: 'C.UTF-8' });
  const line = (cwd: string) => `${GATE} -- ${rewrittenCommand({ text, cwd }, env['PATH'])}`;
  const seen: { readonly bare: Left[]; readonly rewritten: Left[] } = { bare: [], rewritten: [] };
  for (let tries = 0; tries < TRIES; tries++) {
    const [bare, rewritten] = await Promise.all([run(place(), () => text, env), run(place(), line, env)]);
    seen.bare.push(bare);
    seen.rewritten.push(rewritten);
    const both = seen.bare.find((one) => seen.rewritten.some((other) => isDeepStrictEqual(one, other)));
    if (both !== undefined) return [both, both];
  }
  return [seen.bare[0]!, seen.rewritten[0]!];
}

function place(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'gate-shell-'));
  mkdirSync(join(cwd, 'dir'));
  return cwd;
}

async function run(cwd: string, line: (cwd: string) => string, env: Record<string, string>): Promise<Left> {
  try {
    for (const [name, content] of Object.entries(FIRST)) writeFileSync(join(cwd, name), content);
    const child = spawn('bash', ['-c', line(cwd)], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const late = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), ENDLESS_MILLISECONDS);
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('latin1');
      child[name].on('data', (data: string) => (out[name] += data));
    }
    const end = await new Promise<Pick<Left, 'status' | 'signal'>>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => {
        clearTimeout(late);
        resolve({ status, signal });
      });
    });
    // Where the end of a text stands in quotes, it is printed, with the number of a process.
    const stdout = out.stdout.replaceAll(/kill -(TERM|KILL) \d+/g, 'kill -$1 PID');
    return { ...end, stdout, stderr: out.stderr, files: filesIn(cwd) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function filesIn(cwd: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(cwd, name);
    found[name] = statSync(path).isFile() ? readFileSync(path, 'latin1') : 'directory';
  }
  return found;
}

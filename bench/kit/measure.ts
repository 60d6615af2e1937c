import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import koffi from 'koffi';

/**
 * One process from its start to its end, measured by the kernel: `posix_spawn` and `wait4`, because Node's own spawn does
 * not say what a child used, and the work it does itself would be in every figure.
 */

export interface Usage {
  readonly wall: number;
  /** User and system time of the process and of all it waited for, in milliseconds. */
  readonly cpu: number;
}

export interface Subject {
  readonly name: string;
  /** The first is an absolute path; nothing is searched. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** A file to read from; nothing otherwise. */
  readonly stdin?: string;
}

const libc = koffi.load(process.platform === 'darwin' ? 'libSystem.B.dylib' : 'libc.so.6');
const posixSpawn = libc.func(
  'int posix_spawn(_Out_ int *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
);
const wait4 = libc.func('int wait4(int pid, _Out_ int *status, int options, void *usage)');
const initActions = libc.func('int posix_spawn_file_actions_init(void *actions)');
const addOpen = libc.func(
  'int posix_spawn_file_actions_addopen(void *actions, int fd, const char *path, int flags, unsigned int mode)',
);

/** Larger than any libc's structures. */
const OPAQUE = 1024;
const READ_ONLY = 0;
const READ_WRITE = 2;
/** What to do with the descriptors, by what is read. Kept: libc's structures point to each other. */
const actionsFor = new Map<string, Buffer>();

function fileActions(stdin: string): Buffer {
  const known = actionsFor.get(stdin);
  if (known) return known;
  const actions = Buffer.alloc(OPAQUE);
  initActions(actions);
  addOpen(actions, 0, stdin, stdin === '/dev/null' ? READ_WRITE : READ_ONLY, 0);
  for (const descriptor of [1, 2]) addOpen(actions, descriptor, '/dev/null', READ_WRITE, 0);
  actionsFor.set(stdin, actions);
  return actions;
}

/** @throws when it cannot be started or does not end with `expected`: a failing run is quick, and means nothing */
export function measure({ name, argv, env, stdin = '/dev/null' }: Subject, expected = 0): Usage {
  const variables = Object.entries(env).map(([variable, value]) => `${variable}=${value}`);
  const usage = Buffer.alloc(OPAQUE);
  const pid = [0];
  const status = [0];
  const actions = fileActions(stdin);
  const since = performance.now();
  const failed: number = posixSpawn(pid, argv[0], actions, null, [...argv, null], [...variables, null]);
  if (failed !== 0) throw new Error(`${name} cannot be started: error ${failed}`);
  while (wait4(pid[0], status, 0, usage) !== pid[0]) {} // A signal of ours may end the wait early.
  const wall = performance.now() - since;
  if (status[0] !== expected << 8) throw new Error(`${name} ended with wait status ${status[0]}`);
  return { wall, cpu: timeval(usage, 0) + timeval(usage, 16) };
}

/** struct timeval: seconds, and microseconds that fit 32 bits wherever they are declared wider. */
function timeval(buffer: Buffer, offset: number): number {
  return Number(buffer.readBigInt64LE(offset)) * 1000 + buffer.readInt32LE(offset + 8) / 1000;
}

const TIME = '/usr/bin/time';
export const measuresMemory = existsSync(TIME);
export const MEMORY_HINT = `peak memory needs ${TIME}: apt install time (Debian), dnf install time (Fedora)`;

/**
 * Peak memory in MiB, of the largest process among it and its children; NaN without `time`. Not from `wait4` above: a
 * process inherits the peak of whoever spawned it, so that everything would look as large as this Node.
 */
export function peakMemory({ argv, env }: Subject): number {
  if (!measuresMemory) return Number.NaN;
  const [flag, pattern, unit] =
    process.platform === 'darwin'
      ? (['-l', /(\d+)\s+maximum resident/, 1] as const)
      : (['-v', /Maximum resident[^:]*: (\d+)/, 1024] as const);
  const { stderr } = spawnSync(TIME, [flag, ...argv], { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  return (Number(pattern.exec(stderr)?.[1] ?? Number.NaN) * unit) / 1024 / 1024;
}

/** Rounds of everything, one after the other, so that a machine that slows down slows all of them. */
export function interleaved(subjects: readonly Subject[], rounds: number, warmup = 2): Map<string, Usage[]> {
  const samples = new Map<string, Usage[]>(subjects.map(({ name }) => [name, []]));
  for (let round = -warmup; round < rounds; round++) {
    // Each round starts elsewhere: who runs after whom is not the same every time.
    const first = (round + warmup) % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const usage = measure(subject);
      if (round >= 0) samples.get(subject.name)!.push(usage);
    }
  }
  return samples;
}

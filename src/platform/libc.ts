import { constants } from 'node:os';

/** Functions of libc that neither runtime has; Linux only. Off the run path of local mode: loading costs what SQLite costs. */
export interface Libc {
  /**
   * Calls it with numbers, bytes, or null for no bytes.
   * @throws an error with `code` (EPERM, ...) when it returned -1
   */
  call(name: keyof typeof SIGNATURES, ...values: (number | Uint8Array | null)[]): number;
  /** Becomes another program. Returns only by throwing an error with `code`. */
  execve(file: string, argv: readonly string[], environment: readonly string[]): never;
}

let loaded: Promise<Libc> | undefined;

export function libc(): Promise<Libc> {
  loaded ??= typeof Bun === 'undefined' ? withKoffi() : withBun();
  return loaded;
}

/** Text as C has it. @throws an error with `code` EINVAL for text that C would cut */
export function cString(text: string): Uint8Array {
  if (text.includes('\0')) throw failure('a text with a NUL', constants.errno.EINVAL);
  return Buffer.from(`${text}\0`);
}

/** What they take. They return an int that is -1 when they failed, but for `SILENT`. */
const SIGNATURES = {
  capset: ['bytes', 'bytes'],
  cfmakeraw: ['bytes'],
  chdir: ['bytes'],
  dup2: ['i32', 'i32'],
  fchown: ['i32', 'u32', 'u32'],
  fcntl: ['i32', 'i32', 'i32'],
  getppid: [],
  ioctl: ['i32', 'u64', 'bytes'],
  kill: ['i32', 'i32'],
  mount: ['bytes', 'bytes', 'bytes', 'u64', 'bytes'],
  pipe2: ['bytes', 'i32'],
  prctl: ['i32', 'u64', 'u64', 'u64', 'u64'],
  sendto: ['i32', 'bytes', 'u64', 'i32', 'bytes', 'u32'],
  setgroups: ['u64', 'bytes'],
  setns: ['i32', 'i32'],
  setresgid: ['u32', 'u32', 'u32'],
  setresuid: ['u32', 'u32', 'u32'],
  setrlimit: ['i32', 'bytes'],
  setsid: [],
  signal: ['i32', 'u64'],
  sigprocmask: ['i32', 'bytes', 'bytes'],
  socket: ['i32', 'i32', 'i32'],
  syscall: ['u64', 'u64', 'bytes', 'u64', 'bytes', 'u64'],
  tcgetattr: ['i32', 'bytes'],
  tcsetattr: ['i32', 'i32', 'bytes'],
  unshare: ['i32'],
} as const satisfies Record<string, readonly ('i32' | 'u32' | 'u64' | 'bytes')[]>;

type Name = keyof typeof SIGNATURES;
const SILENT: ReadonlySet<string> = new Set(['signal', 'cfmakeraw']);
const NAMES = Object.keys(SIGNATURES) as Name[];

async function withBun(): Promise<Libc> {
  const { dlopen, ptr, read } = await import('bun:ffi');
  const kinds = { i32: 'i32', u32: 'u32', u64: 'u64', bytes: 'ptr' } as const;
  const { symbols } = dlopen<string>('libc.so.6', {
    ...Object.fromEntries(
      NAMES.map((name) => [
        name,
        { args: SIGNATURES[name].map((kind) => kinds[kind]), returns: SILENT.has(name) ? 'void' : 'i32' } as const,
      ]),
    ),
    execve: { args: ['ptr', 'ptr', 'ptr'], returns: 'i32' },
    __errno_location: { args: [], returns: 'ptr' },
  });
  // Of this thread, which makes all the calls.
  const errnoAt = symbols['__errno_location']?.() as number;
  const call = (name: string, values: readonly (number | null)[]): number => {
    const result = symbols[name]?.(...values) as number;
    if (result === -1) throw failure(name, read.i32(errnoAt, 0));
    return result;
  };
  const list = (texts: readonly string[], kept: unknown[]): BigUint64Array => {
    const pointers = new BigUint64Array(texts.length + 1);
    for (const [index, text] of texts.entries()) {
      const bytes = cString(text);
      kept.push(bytes);
      pointers[index] = BigInt(ptr(bytes));
    }
    return pointers;
  };
  return {
    call: (name, ...values) =>
      call(
        name,
        values.map((value) => (typeof value === 'object' && value !== null ? ptr(value) : value)),
      ),
    execve(file, argv, environment) {
      const kept: unknown[] = [];
      const [path, argumentList, variables] = [cString(file), list(argv, kept), list(environment, kept)];
      call('execve', [ptr(path), ptr(argumentList), ptr(variables)]);
      throw new Error(`execve returned, holding ${kept.length} texts`);
    },
  };
}

async function withKoffi(): Promise<Libc> {
  const { loadKoffi } = await import('./koffi.ts');
  const koffi = loadKoffi();
  const library = koffi.load('libc.so.6');
  const kinds = { i32: 'int', u32: 'uint32_t', u64: 'uint64_t', bytes: 'void *' } as const;
  const functions = new Map(
    NAMES.map((name) => {
      const values = SIGNATURES[name].map((kind, index) => `${kinds[kind]} a${index}`);
      return [name, library.func(`${SILENT.has(name) ? 'void' : 'int'} ${name}(${values.join(', ')})`)];
    }),
  );
  const execve = library.func('int execve(const char *path, const char **argv, const char **envp)');
  const checked = (name: string, result: number): number => {
    if (result === -1) throw failure(name, koffi.errno());
    return result;
  };
  return {
    call: (name, ...values) => checked(name, functions.get(name)?.(...values)),
    execve(file, argv, environment) {
      for (const text of [file, ...argv, ...environment]) cString(text);
      checked('execve', execve(file, [...argv, null], [...environment, null]));
      throw new Error('execve returned');
    },
  };
}

function failure(what: string, number: number): Error {
  const name = Object.entries(constants.errno).find(([, value]) => value === number)?.[0] ?? `E${number}`;
  return Object.assign(new Error(`${what} failed (${name})`), { code: name });
}

declare const Bun: unknown;

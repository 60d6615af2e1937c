import { createRequire } from 'node:module';
import { constants } from 'node:os';
import type { Child, Start } from './spawn.ts';

/**
 * `posix_spawn` and `waitpid` of libc through koffi: only under Node, which hides the raw wait status. The child gets
 * default signal dispositions and an empty mask (Node ignores SIGPIPE), and no descriptor above 2.
 */

const POSIX_SPAWN_SETSIGDEF = process.platform === 'darwin' ? 0x04 : 0x04;
const POSIX_SPAWN_SETSIGMASK = 0x08;
/** Large enough for every libc's opaque structures (glibc: 80, 336 and 128 bytes). */
const OPAQUE = 1024;

export async function spawnWithLibc(start: Start): Promise<Child> {
  // Loaded from node_modules or from beside gate.js; never bundled, it is native.
  const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi').default;
  const libc = koffi.load(process.platform === 'darwin' ? 'libSystem.B.dylib' : 'libc.so.6');
  const posixSpawn = libc.func(
    'int posix_spawn(_Out_ int *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
  );
  const waitpid = libc.func('int waitpid(int pid, _Out_ int *status, int options)');
  const initActions = libc.func('int posix_spawn_file_actions_init(void *actions)');
  const addDup2 = libc.func('int posix_spawn_file_actions_adddup2(void *actions, int from, int to)');
  const addChdir = libc.func('int posix_spawn_file_actions_addchdir_np(void *actions, const char *path)');
  const initAttributes = libc.func('int posix_spawnattr_init(void *attributes)');
  const setFlags = libc.func('int posix_spawnattr_setflags(void *attributes, short flags)');
  const setDefaults = libc.func('int posix_spawnattr_setsigdefault(void *attributes, void *set)');
  const setMask = libc.func('int posix_spawnattr_setsigmask(void *attributes, void *set)');
  const fillSet = libc.func('int sigfillset(void *set)');
  const emptySet = libc.func('int sigemptyset(void *set)');

  const actions = Buffer.alloc(OPAQUE);
  const attributes = Buffer.alloc(OPAQUE);
  const everySignal = Buffer.alloc(OPAQUE);
  const noSignal = Buffer.alloc(OPAQUE);
  initActions(actions);
  if (start.stdin !== undefined) addDup2(actions, start.stdin, 0);
  addChdir(actions, start.cwd);
  initAttributes(attributes);
  fillSet(everySignal);
  emptySet(noSignal);
  setDefaults(attributes, everySignal);
  setMask(attributes, noSignal);
  setFlags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  const pid = [0];
  const environment = Object.entries(start.environment).map(([name, value]) => `${name}=${value}`);
  const failed = posixSpawn(pid, start.file, actions, attributes, [...start.argv, null], [...environment, null]);
  if (failed !== 0) throw Object.assign(new Error(`posix_spawn failed with ${failed}`), { code: errnoName(failed) });
  const child = pid[0] ?? 0;
  return {
    pid: child,
    ended: new Promise((resolve, reject) => {
      const status = [0];
      waitpid.async(child, status, 0, (error: unknown, result: number) => {
        const raw = status[0] ?? 0;
        if (error || result !== child) reject(error ?? new Error('waitpid lost the child'));
        else resolve((raw & 0x7f) === 0 ? { code: (raw >> 8) & 0xff } : { signal: raw & 0x7f });
      });
    }),
    kill: (signal) => process.kill(child, signal),
  };
}

function errnoName(number: number): string {
  return Object.entries(constants.errno).find(([, value]) => value === number)?.[0] ?? `E${number}`;
}

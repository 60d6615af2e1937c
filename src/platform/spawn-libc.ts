import { readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { loadLibc } from './koffi.ts';
import type { Child, Start } from './spawn.ts';

/**
 * `posix_spawn` and `waitpid` of libc through koffi: only under Node, which hides the raw wait status. The child gets
 * default signal dispositions and an empty mask (Node ignores SIGPIPE), and no descriptor above 2.
 */

const POSIX_SPAWN_SETSIGDEF = 0x04;
const POSIX_SPAWN_SETSIGMASK = 0x08;
/** macOS: only the descriptors named by the actions reach the child. */
const POSIX_SPAWN_CLOEXEC_DEFAULT = process.platform === 'darwin' ? 0x4000 : 0;
/** Large enough for every libc's opaque structures (glibc: 80, 336 and 128 bytes). */
const OPAQUE = 1024;

export async function spawnWithLibc(start: Start): Promise<Child> {
  const libc = loadLibc();
  const posixSpawn = libc.func(
    'int posix_spawn(_Out_ int *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
  );
  const waitpid = libc.func('int waitpid(int pid, _Out_ int *status, int options)');
  const initActions = libc.func('int posix_spawn_file_actions_init(void *actions)');
  const addDup2 = libc.func('int posix_spawn_file_actions_adddup2(void *actions, int from, int to)');
  const addClose = libc.func('int posix_spawn_file_actions_addclose(void *actions, int descriptor)');
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
  // Node marks every descriptor close-on-exec, 0 to 2 as well: copying one onto itself takes the mark away.
  addDup2(actions, start.stdin ?? 0, 0);
  for (const descriptor of [1, 2]) addDup2(actions, descriptor, descriptor);
  // Those that gate was given itself, by whoever started it.
  if (process.platform === 'linux') {
    for (const name of readdirSync('/proc/self/fd')) if (Number(name) > 2) addClose(actions, Number(name));
  }
  addChdir(actions, start.cwd);
  initAttributes(attributes);
  fillSet(everySignal);
  emptySet(noSignal);
  setDefaults(attributes, everySignal);
  setMask(attributes, noSignal);
  setFlags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT);

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

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
const WNOHANG = 1;
const LOOK_MILLISECONDS = 5;

export function spawnWithLibc(start: Start): Child {
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
  const descriptors = start.descriptors ?? [start.stdin ?? 0, 1, 2];
  // First to where none of them is in the way of another.
  const away = Math.max(...descriptors, descriptors.length) + 1;
  if (start.descriptors) for (const [index, from] of descriptors.entries()) addDup2(actions, from, away + index);
  // Node marks every descriptor close-on-exec, 0 to 2 as well: copying one onto itself takes the mark away.
  for (const [to, from] of descriptors.entries()) addDup2(actions, start.descriptors ? away + to : from, to);
  if (start.descriptors) for (const index of descriptors.keys()) addClose(actions, away + index);
  // Those that gate was given itself, by whoever started it.
  if (process.platform === 'linux') {
    for (const name of readdirSync('/proc/self/fd')) {
      if (Number(name) >= descriptors.length) addClose(actions, Number(name));
    }
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
    ended: start.descriptors === undefined ? waited() : looked(),
    kill: (signal) => process.kill(child, signal),
  };

  /** By a thread that sleeps until then. */
  function waited(): Child['ended'] {
    return new Promise((resolve, reject) => {
      const status = [0];
      waitpid.async(child, status, 0, (error: unknown, result: number) => {
        if (error || result !== child) reject(error ?? new Error('waitpid lost the child'));
        else resolve(endOf(status[0] ?? 0));
      });
    });
  }

  /** By looking again and again: there may be many of these, and threads are few. */
  async function looked() {
    const status = [0];
    for (;;) {
      const result: number = waitpid(child, status, WNOHANG);
      if (result === child) return endOf(status[0] ?? 0);
      if (result !== 0) throw new Error('waitpid lost the child');
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
  }
}

function endOf(raw: number): { code: number } | { signal: number } {
  return (raw & 0x7f) === 0 ? { code: (raw >> 8) & 0xff } : { signal: raw & 0x7f };
}

function errnoName(number: number): string {
  return Object.entries(constants.errno).find(([, value]) => value === number)?.[0] ?? `E${number}`;
}

import { closeSync } from 'node:fs';
import { libc } from './libc.ts';

/** What systemd is told about this process; nothing where it did not ask. */
export interface Manager {
  /** It may be called now. */
  ready(): void;
  reloading(): void;
  stopping(): void;
  /** No more signs of life, and nothing else. */
  close(): void;
}

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
const MSG_NOSIGNAL = 0x4000;

/**
 * By the protocol of `sd_notify(3)`: one datagram to the socket that the environment names. Where a watchdog is asked for, it hears twice as
 * often as it must that the event loop turns. Linux only.
 *
 * @param environment of this process, as it was started
 */
export async function manager(
  environment: Readonly<Record<string, string | undefined>>,
  pid: number,
): Promise<Manager> {
  const { NOTIFY_SOCKET: path, WATCHDOG_USEC: most, WATCHDOG_PID: of } = environment;
  if (path === undefined || !/^[@/]/.test(path)) return SILENT;
  const { call } = await libc();
  const socket = call('socket', AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  const address = addressOf(path);
  const tell = (state: string) => {
    const bytes = Buffer.from(state);
    try {
      call('sendto', socket, bytes, bytes.length, MSG_NOSIGNAL, address, address.length);
    } catch {
      // Whoever asked is gone, or hears nothing now: no reason to stop.
    }
  };
  const interval = Number(most) / 2000;
  const watched = interval >= 1 && (of === undefined || of === String(pid));
  const life = watched ? setInterval(() => tell('WATCHDOG=1'), interval) : undefined;
  let open = true;
  return {
    ready: () => tell('READY=1'),
    reloading: () => tell('RELOADING=1'),
    stopping: () => tell('STOPPING=1'),
    close() {
      clearInterval(life);
      if (open) closeSync(socket);
      open = false;
    },
  };
}

const SILENT: Manager = { ready() {}, reloading() {}, stopping() {}, close() {} };

/** A `sockaddr_un`; a name that begins with `@` is no file. */
function addressOf(path: string): Uint8Array {
  const name = Buffer.from(path.startsWith('@') ? `\0${path.slice(1)}` : path);
  return Buffer.concat([Uint8Array.of(AF_UNIX, 0), name]);
}

import { closeSync, constants, openSync } from 'node:fs';
import { libc } from './libc.ts';

const TIOCGPTN = 0x80045430;
const TIOCSPTLCK = 0x40045431;
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
const TCSADRAIN = 1;
/** More than `struct termios` has. */
const TERMIOS = 128;

/** The two sides of a new terminal: what runs at it opens `path`; `descriptor` is ours. Linux. */
export interface TerminalPair {
  readonly descriptor: number;
  readonly path: string;
}

export async function openTerminalPair(cols: number, rows: number): Promise<TerminalPair> {
  const { call } = await libc();
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  const descriptor = openSync('/dev/ptmx', O_RDWR | O_NOCTTY | O_NONBLOCK);
  try {
    const number = Buffer.alloc(4);
    call('ioctl', descriptor, TIOCSPTLCK, Buffer.alloc(4));
    call('ioctl', descriptor, TIOCGPTN, number);
    await resizeTerminal(descriptor, cols, rows);
    return { descriptor, path: `/dev/pts/${number.readUInt32LE()}` };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** The kernel tells the foreground group (SIGWINCH). */
export async function resizeTerminal(descriptor: number, cols: number, rows: number): Promise<void> {
  const { call } = await libc();
  const size = Buffer.alloc(8);
  size.writeUInt16LE(rows, 0);
  size.writeUInt16LE(cols, 2);
  call('ioctl', descriptor, TIOCSWINSZ, size);
}

/** Of the terminal that this descriptor is; 80 by 24 when it does not know. */
export async function terminalSize(descriptor: number): Promise<{ cols: number; rows: number }> {
  const { call } = await libc();
  const size = Buffer.alloc(8);
  call('ioctl', descriptor, TIOCGWINSZ, size);
  return { cols: size.readUInt16LE(2) || 80, rows: size.readUInt16LE(0) || 24 };
}

/** Keys become bytes and nothing else, until the returned function is called. */
export async function rawTerminal(descriptor: number): Promise<() => void> {
  const { call } = await libc();
  const before = Buffer.alloc(TERMIOS);
  call('tcgetattr', descriptor, before);
  const raw = Buffer.from(before);
  call('cfmakeraw', raw);
  call('tcsetattr', descriptor, TCSADRAIN, raw);
  return () => {
    try {
      call('tcsetattr', descriptor, TCSADRAIN, before);
    } catch {
      // The terminal is gone.
    }
  };
}

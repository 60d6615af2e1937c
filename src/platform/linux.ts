import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { exactEnvironment } from '../request/capture.ts';
import { mayBeMarked } from '../request/harnesses.ts';
import type { Ancestor } from '../request/principal.ts';
import type { Stdin } from '../request/request.ts';
import type { Platform } from './platform.ts';
import { ownArguments } from './runtime.ts';

const MOST_ANCESTORS = 64;
/** Programs whose first argument names what really runs; Python's with any version. */
const INTERPRETERS: ReadonlySet<string> = new Set(['node', 'bun', 'deno', 'ruby', 'sh', 'bash', 'dash', 'MainThread']);

/** Everything here comes from /proc: the kernel's own view, byte for byte. */
export const linux: Platform = {
  name: 'linux',
  limits: [
    'the runtime raises the soft limit of open files, for gate and for the command it starts (ulimit -Sn); the hard limit stays',
  ],
  rawArguments: () => ownArguments(split(readFileSync('/proc/self/cmdline'))),
  rawEnvironment: () => readFileSync('/proc/self/environ'),
  ancestors,
  stdin,
  host: () => readFileSync('/proc/sys/kernel/hostname', 'utf8').trim(),
  user,
  hasTerminal,
};

/**
 * From `/etc/passwd`, else as the name service says. Not `os.userInfo()`: under Bun 1.4.5 it believes `USER`, and with
 * that variable anybody could be anybody.
 */
function user(): { uid: number; name: string; home: string } {
  return accountOf(process.getuid?.() ?? -1);
}

/** The account of a uid; `uid-N` where nobody has a name for it. */
export function accountOf(uid: number): { uid: number; name: string; home: string } {
  const line = passwdLine((fields) => fields[2] === String(uid)) ?? nameService(String(uid));
  const fields = (line ?? '').split(':');
  return { uid, name: fields[0] || `uid-${uid}`, home: fields[5] || '/' };
}

/** Uid and group of the account with exactly this name, if there is one. */
export function accountNamed(name: string): { readonly uid: number; readonly gid: number } | undefined {
  const uid = uidOf(name);
  const line = uid === undefined ? undefined : (passwdLine((fields) => fields[0] === name) ?? nameService(name));
  const gid = line?.split(':')[3];
  return uid === undefined || gid === undefined || !/^\d+$/.test(gid) ? undefined : { uid, gid: Number(gid) };
}

/** The uid of the account with exactly this name, if there is one. */
export function uidOf(name: string): number | undefined {
  const named = (fields: readonly string[]) => fields[0] === name;
  // A name that is a number would be looked up as a uid.
  const line = passwdLine(named) ?? (/^[A-Za-z_]/.test(name) ? nameService(name) : undefined);
  const fields = (line ?? '').split(':');
  return named(fields) && /^\d+$/.test(fields[2] ?? '') ? Number(fields[2]) : undefined;
}

function passwdLine(fits: (fields: readonly string[]) => boolean): string | undefined {
  return attempt(() => readFileSync('/etc/passwd', 'utf8'))
    ?.split('\n')
    .find((each) => fits(each.split(':', 3)));
}

/** Directory services: only for users that are in no file. */
function nameService(key: string): string | undefined {
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  return attempt(() => execFileSync('/usr/bin/getent', ['passwd', '--', key], { encoding: 'utf8', env: {} }).trim());
}

function ancestors(): Ancestor[] {
  const found: Ancestor[] = [];
  let pid = parentOf('self');
  while (pid > 0 && found.length < MOST_ANCESTORS) {
    const stat = statOf(String(pid));
    if (!stat) break;
    const environment = environmentOf(pid);
    found.push({ pid, name: stat.name, programs: programsOf(pid, stat.name), ...(environment && { environment }) });
    pid = stat.parent;
  }
  return found;
}

function parentOf(pid: string): number {
  return statOf(pid)?.parent ?? 0;
}

/** `/proc/PID/stat` is `pid (name) state ppid ...`; the name may itself hold spaces and parentheses. */
function statOf(pid: string): { name: string; parent: number } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  if (!text) return undefined;
  const end = text.lastIndexOf(')');
  return { name: text.slice(text.indexOf('(') + 1, end), parent: Number(text.slice(end + 4).split(' ', 1)[0]) };
}

function programsOf(pid: number, name: string): string[] {
  const programs = [name];
  const executable = attempt(() => readlinkSync(`/proc/${pid}/exe`));
  if (executable) programs.push(basename(executable));
  if (INTERPRETERS.has(name) || name.startsWith('python')) {
    const [, ...rest] = split(attempt(() => readFileSync(`/proc/${pid}/cmdline`)) ?? new Uint8Array());
    const script = rest.map((bytes) => Buffer.from(bytes).toString()).find((argument) => !argument.startsWith('-'));
    if (script) programs.push(basename(script).replace(/\.(?:[cm]?js|ts|py|rb|sh)$/, ''));
  }
  return programs;
}

/** Nothing where another uid's environment may not be read, and where no harness has marked it. */
function environmentOf(pid: number): Readonly<Record<string, string>> | undefined {
  const bytes = attempt(() => readFileSync(`/proc/${pid}/environ`));
  return bytes && mayBeMarked(bytes.toString('latin1')) ? exactEnvironment(bytes).environment : undefined;
}

/** Character devices of the kernel's memory driver: null, zero, full, random. */
const MEMORY_DEVICES = 1;
const NULL_DEVICE = 3;

/** By the device number: loading `node:tty` to ask the same costs 3 ms at every start. */
function stdin(): Stdin {
  try {
    const stat = fstatSync(0);
    if (stat.isFIFO() || stat.isSocket()) return 'pipe';
    if (!stat.isCharacterDevice()) return 'file';
    if (stat.rdev >> 8 !== MEMORY_DEVICES) return 'terminal';
    return (stat.rdev & 0xff) === NULL_DEVICE ? 'null' : 'file';
  } catch {
    return 'closed';
  }
}

export function hasTerminal(): boolean {
  const descriptor = attempt(() => openSync('/dev/tty', constants.O_RDWR | constants.O_NOCTTY));
  if (descriptor === undefined) return false;
  closeSync(descriptor);
  return true;
}

/** NUL-terminated strings. */
function split(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

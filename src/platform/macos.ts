import { execFileSync } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { isatty } from 'node:tty';
import type { Ancestor } from '../request/principal.ts';
import type { Stdin } from '../request/request.ts';
import { hasTerminal } from './linux.ts';
import type { Platform } from './platform.ts';
import { standalone } from './runtime.ts';

/** macOS has no /proc: the runtime's own decoded values are used, and `ps` tells the parents. */
export const macos: Platform = {
  name: 'macos',
  limits: [
    'arguments that are not UTF-8 are seen only as the runtime decodes them, and refused when they show a replacement character',
    'the environment of parent processes cannot be read: an agent that removes its own marker is known by process name only',
  ],
  rawArguments: () => process.argv.slice(standalone ? 1 : 2).map(bytes),
  rawEnvironment: () =>
    Buffer.from(
      Object.entries(process.env)
        .map(([name, value]) => `${name}=${value}\0`)
        .join(''),
    ),
  ancestors,
  stdin,
  host: hostname,
  user,
  hasTerminal,
};

/** macOS's major and minor number of /dev/null. */
const NULL_DEVICE = 0x0300_0002;

function stdin(): Stdin {
  try {
    if (isatty(0)) return 'terminal';
    const stat = fstatSync(0);
    if (stat.isFIFO() || stat.isSocket()) return 'pipe';
    return stat.rdev === NULL_DEVICE ? 'null' : 'file';
  } catch {
    return 'closed';
  }
}

/** `id` asks the kernel and the directory service; the runtime would believe `USER`. */
function user(): { uid: number; name: string; home: string } {
  const uid = process.getuid?.() ?? -1;
  const name = execFileSync('/usr/bin/id', ['-un'], { encoding: 'utf8', env: {} }).trim();
  return { uid, name, home: `/Users/${name}` };
}

/** U+FFFD in decoded text may stand for anything: turned back into a byte that is not UTF-8, so that it is refused. */
function bytes(text: string): Uint8Array {
  return text.includes('\uFFFD') ? Uint8Array.of(0xff) : Buffer.from(text);
}

function ancestors(): Ancestor[] {
  let table: Map<number, { parent: number; command: string }>;
  try {
    const lines = execFileSync('/bin/ps', ['-axo', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n');
    table = new Map(
      lines.flatMap((line) => {
        const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
        return pid ? [[Number(pid), { parent: Number(parent), command: command ?? '' }] as const] : [];
      }),
    );
  } catch {
    return [];
  }
  const found: Ancestor[] = [];
  for (let pid = process.ppid; pid > 0 && found.length < 64; pid = table.get(pid)?.parent ?? 0) {
    const entry = table.get(pid);
    if (!entry) break;
    const name = basename(entry.command);
    found.push({ pid, name, programs: [name] });
  }
  return found;
}

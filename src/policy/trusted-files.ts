import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { printable } from './diagnostic.ts';
import type { LayerName } from './parse.ts';

/** Policy files from the disk (effect): read only when nobody else could have written them, never skipped in silence. */

export interface PolicyFile {
  readonly path: string;
  readonly layer: LayerName;
  readonly bytes: Buffer;
}

/** All files of a policy directory, by name. None when the directory does not exist. */
export function readLayer(directory: string, layer: LayerName): readonly PolicyFile[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw unreadable(directory, error);
  }
  const wrong = names.find((name) => /^[^.].*\.(yml|json)$/i.test(name));
  if (wrong !== undefined) {
    throw refused(join(directory, wrong), 'would be ignored: policy files end in .yaml', 'rename it, or move it away');
  }
  const files = names.filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort();
  if (files.length === 0) return [];
  // Whoever can write the directory, or the one that holds it, can put another file in this one's place.
  for (const path of [directory, dirname(directory)]) checkDirectory(path, layer);
  return files.map((name) => {
    const file = readPolicyFile(join(directory, name), layer);
    // A link leads to where the file really lies: the same holds there.
    const real = dirname(realpathSync.native(file.path));
    if (real !== directory) checkDirectory(real, layer);
    return file;
  });
}

/** The repository's directories, nearest first, up to the root of the work tree. */
export function readRepository(candidates: readonly string[], needsWorkTree: boolean): readonly PolicyFile[] {
  const found: (readonly PolicyFile[])[] = [];
  for (const directory of candidates) {
    found.push(readLayer(join(directory, '.gate', 'policies'), 'repository'));
    if (existsSync(join(directory, '.git'))) return found.flat();
  }
  // Outside of home and of any work tree, directories above may belong to strangers (/tmp): only the current one counts.
  return needsWorkTree ? (found[0] ?? []) : found.flat();
}

export function readPolicyFile(path: string, layer: LayerName): PolicyFile {
  let fd: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    const stats = fstatSync(fd);
    if (stats.isDirectory()) throw refused(path, 'is a directory, not a policy file');
    if (!stats.isFile()) throw refused(path, 'is not a regular file');
    checkOwner(path, stats, layer, 'file');
    return { path, layer, bytes: readFileSync(fd) };
  } catch (error) {
    throw error instanceof GateError ? error : unreadable(path, error);
  } finally {
    closeSync(fd);
  }
}

function checkDirectory(path: string, layer: LayerName): void {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  // In a sticky directory others can add a name, but not replace one.
  if ((stats.mode & 0o1000) !== 0 && layer !== 'system') return;
  checkOwner(path, stats, layer, 'directory');
}

function checkOwner(path: string, stats: Stats, layer: LayerName, what: string): void {
  const chmod = `chmod ${layer === 'repository' ? 'o-w' : 'go-w'} ${path}`;
  if ((stats.mode & 0o002) !== 0) throw refused(path, `the policy ${what} can be written by everybody`, chmod);
  if (layer === 'repository') return;
  if ((stats.mode & 0o020) !== 0) throw refused(path, `the policy ${what} can be written by its group`, chmod);
  const self = process.getuid?.();
  if (stats.uid !== 0 && stats.uid !== self) {
    throw refused(
      path,
      `the policy ${what} belongs to uid ${stats.uid}, neither root nor you`,
      `chown it, or move it away`,
    );
  }
}

function refused(path: string, message: string, hint?: string): GateError {
  return new GateError('POLICY_INVALID', `${printable(path)}:1:1: ${message}`, hint === undefined ? {} : { hint });
}

function unreadable(path: string, cause: unknown): GateError {
  const hint = 'a policy that cannot be read is never skipped: make it readable, or move it away';
  return new GateError(
    'POLICY_INVALID',
    `${printable(path)}:1:1: cannot read the policy (${errno(cause) || String(cause)})`,
    {
      hint,
      cause,
    },
  );
}

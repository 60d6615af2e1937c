import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { blocked, removeEmpty } from './directories.ts';
import { LAYOUT } from './layout.ts';
import { requireOwnedByRoot } from './owners.ts';
import { digestOf, statsOf } from './plan.ts';
import { type InstalledFile, readRecord } from './record.ts';

export interface Uninstallation {
  readonly prefix: string;
  readonly version: string;
  /** Paths under the prefix. */
  readonly removed: readonly string[];
  readonly left: readonly { readonly path: string; readonly why: 'changed' | 'not_a_file' | 'gone' }[];
}

/**
 * Removes what the record names and is still as gate put it there, the record last: interrupted, it can be done again.
 *
 * @throws GateError USAGE when nothing is installed there, CONFIG_INVALID for a record that is none, CANNOT_WRITE
 */
export function uninstall(prefix: string): Uninstallation {
  const record = readRecord(prefix);
  if (record === undefined) {
    throw new GateError('USAGE', `nothing of gate is installed under \`${prefix}\``, {
      hint: '--prefix DIR names the place it was installed to',
    });
  }
  const removed: string[] = [];
  const left: { path: string; why: 'changed' | 'not_a_file' | 'gone' }[] = [];
  for (const file of record.files) {
    const why = reasonToLeave(prefix, file);
    if (why !== undefined) left.push({ path: file.path, why });
    else {
      remove(join(prefix, file.path));
      removed.push(file.path);
    }
  }
  remove(join(prefix, LAYOUT.record));
  removeEmpty(record.directories.map((directory) => join(prefix, directory)));
  return { prefix, version: record.version, removed: [...removed, LAYOUT.record], left };
}

function reasonToLeave(prefix: string, { path, sha256, before }: InstalledFile) {
  const target = join(prefix, path);
  requireOwnedByRoot(dirname(target));
  const stats = statsOf(target);
  if (stats === undefined) return 'gone';
  if (!stats.isFile()) return 'not_a_file';
  const there = digestOf(target);
  return there === sha256 || there === before ? undefined : 'changed';
}

function remove(path: string): void {
  try {
    rmSync(path);
  } catch (cause) {
    throw blocked(path, `cannot be removed (${errno(cause)})`, cause);
  }
}

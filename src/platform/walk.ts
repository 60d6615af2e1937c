import { lstatSync, opendirSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** What lies below a path, counted and not followed. */
export interface Tree {
  /** What the path itself is. */
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly files: number;
  /** The path itself is one of them. */
  readonly directories: number;
  /** Links, sockets and devices: counted, never followed. */
  readonly others: number;
  /** Of the files, by their length. */
  readonly bytes: number;
  readonly largest: readonly { readonly path: string; readonly bytes: number }[];
  /** Repositories of git that are in it: their history goes with them. */
  readonly repositories: readonly string[];
  /** Directories that could not be looked into. */
  readonly unreadable: number;
  /** Absent: all was seen. */
  readonly stopped?: 'time' | 'entries';
}

/** Enough to know that it is much. */
const MOST_ENTRIES = 200_000;
const LARGEST = 3;
/** Then others get their turn: a screen that is drawn meanwhile. */
const SLICE = 500;

/** @param left milliseconds that are left; at 0 it stops with what was counted */
export async function walk(root: string, left: () => number): Promise<Tree | undefined> {
  const top = lstat(root);
  if (top === undefined) return undefined;
  const counts = { files: 0, directories: 0, others: 0, bytes: 0, unreadable: 0 };
  const largest: { path: string; bytes: number }[] = [];
  const repositories: string[] = [];
  const directories: string[] = [];
  const count = (path: string, stats: Stats) => {
    if (stats.isDirectory()) {
      counts.directories++;
      directories.push(path);
    } else if (stats.isFile()) {
      counts.files++;
      counts.bytes += stats.size;
      keepLargest(largest, { path, bytes: stats.size });
    } else counts.others++;
  };
  count(root, top);
  let entries = 1;
  let stopped: Tree['stopped'];
  for (let directory = directories.pop(); directory !== undefined && !stopped; directory = directories.pop()) {
    try {
      const open = opendirSync(directory);
      try {
        for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
          if (++entries > MOST_ENTRIES) stopped = 'entries';
          else if (entries % SLICE === 0) {
            await new Promise((resolve) => setImmediate(resolve));
            if (left() <= 0) stopped = 'time';
          }
          if (stopped) break;
          const path = join(directory, entry.name);
          if (entry.name === '.git') repositories.push(directory);
          const stats = lstat(path);
          if (stats) count(path, stats);
        }
      } finally {
        open.closeSync();
      }
    } catch {
      counts.unreadable++;
    }
  }
  return { kind: kindOf(top), ...counts, largest, repositories, ...(stopped && { stopped }) };
}

function keepLargest(largest: { path: string; bytes: number }[], one: { path: string; bytes: number }): void {
  if (largest.length === LARGEST && one.bytes <= largest[LARGEST - 1]!.bytes) return;
  largest.push(one);
  largest.sort((a, b) => b.bytes - a.bytes);
  largest.splice(LARGEST);
}

function lstat(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function kindOf(stats: Stats): Tree['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
}

import { createHash } from 'node:crypto';
import { type BigIntStats, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type IndexEntry, parseIndex } from './git-index.ts';
import { type IsIgnored, ignoredBy } from './ignored.ts';

/** Looking at more files than this takes longer than asking. */
const MAX_FILES = 20_000;
const MAX_HASHED = 4 * 1024 * 1024;

/** Whether git could bring back every file at and below an absolute path inside the work tree, or ignores it. */
export type IsRestorable = (path: string) => boolean;

/** Reads git's index once, for any number of paths; undefined when it cannot be read. */
export function restorableBy(root: string, home: string): IsRestorable | undefined {
  let git: string;
  let index: ReadonlyMap<string, IndexEntry> | undefined;
  let written: bigint;
  try {
    git = gitDirectory(root);
    // Names in a repository with SHA-256 are longer; the index does not say which it is.
    if (/objectformat\s*=\s*sha256/i.test(readFileSync(join(commonDirectory(git), 'config'), 'utf8'))) return undefined;
    const file = join(git, 'index');
    written = lstatSync(file, { bigint: true }).mtimeNs;
    index = parseIndex(readFileSync(file));
  } catch {
    return undefined;
  }
  if (index === undefined) return undefined;
  const isIgnored = ignoredBy(root, commonDirectory(git), home);
  const walk = new Walk(root, index, written, isIgnored);
  return (path) => walk.holds(path);
}

function gitDirectory(root: string): string {
  const dotGit = join(root, '.git');
  if (lstatSync(dotGit).isDirectory()) return dotGit;
  const named = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, 'utf8'))?.[1];
  if (named === undefined) throw new Error('.git names no directory');
  return resolve(root, named.trim());
}

/** A linked work tree keeps its index in a directory of its own, and shares the rest. */
function commonDirectory(git: string): string {
  try {
    return resolve(git, readFileSync(join(git, 'commondir'), 'utf8').trim());
  } catch {
    return git;
  }
}

class Walk {
  readonly #root: string;
  readonly #index: ReadonlyMap<string, IndexEntry>;
  readonly #written: bigint;
  readonly #isIgnored: IsIgnored;
  #seen = 0;

  constructor(root: string, index: ReadonlyMap<string, IndexEntry>, written: bigint, isIgnored: IsIgnored) {
    this.#root = root;
    this.#index = index;
    this.#written = written;
    this.#isIgnored = isIgnored;
  }

  holds(path: string): boolean {
    if (++this.#seen > MAX_FILES) return false;
    let stats: BigIntStats;
    try {
      stats = lstatSync(path, { bigint: true });
    } catch (error) {
      // Nothing is there, so nothing is lost.
      return (error as NodeJS.ErrnoException).code === 'ENOENT';
    }
    const relative = path.slice(this.#root.length + 1);
    const entry = this.#index.get(Buffer.from(relative, 'utf8').toString('latin1'));
    if (entry !== undefined) return this.#isUnchanged(path, stats, entry);
    if (this.#isIgnored(relative, stats.isDirectory())) return true;
    if (!stats.isDirectory()) return false;
    const names = readdirSync(path);
    // A repository inside this one keeps things that this one's index does not know.
    return !names.includes('.git') && names.every((name) => this.holds(join(path, name)));
  }

  /** As git compares: by size and time, and by content where the time proves nothing. */
  #isUnchanged(path: string, stats: BigIntStats, entry: IndexEntry): boolean {
    if (entry.intended) return false;
    const isSame = Number(stats.size & 0xffffffffn) === entry.size && sameTime(stats.mtimeNs, entry);
    if (isSame && stats.mtimeNs < this.#written) return true;
    if (stats.size > MAX_HASHED) return false;
    const content = stats.isSymbolicLink() ? Buffer.from(readlinkSync(path)) : readFileSync(path);
    const name = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest();
    return name.equals(entry.blob);
  }
}

function sameTime(mtime: bigint, { mtimeSeconds, mtimeNanoseconds }: IndexEntry): boolean {
  const seconds = Number((mtime / 1_000_000_000n) & 0xffffffffn);
  return seconds === mtimeSeconds && Number(mtime % 1_000_000_000n) === mtimeNanoseconds;
}

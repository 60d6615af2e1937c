import { dirname, join, posix, resolve } from 'node:path';
import type { Look, Seen } from '../../platform/look.ts';
import { counted, number, some } from './finding.ts';
import { type Repository, repositoryAt } from './repository.ts';

/** How many of the files that go could be had again from the last commit; nothing is said outside of a repository. */
export async function restorable(
  paths: readonly string[],
  { files, others }: { readonly files: number; readonly others: number },
  look: Look,
): Promise<readonly string[]> {
  const [first] = paths;
  if (first === undefined || files === 0) return [];
  const repository = await repositoryAt(look, dirname(first));
  if ('why' in repository) return ['not in git: what is removed cannot be had again from there'];
  if (paths.some((path) => within(repository.top, path) || path === repository.top)) return [];
  const inside = paths.filter((path) => within(path, repository.top));
  const relative = inside.map((path) => posix.relative(repository.top, path));
  const many = relative.length > MOST_NAMED;
  const known = await trackedFiles(repository, look, many ? [] : relative);
  if (known === undefined) return ['whether git has it could not be found out'];
  const named = new Set(relative);
  const tracked = many ? known.filter(({ path }) => named.has(path)) : known;
  const there = tracked.filter(({ file }) => file !== 'absent');
  const same = there.filter(isSaved).length;
  const changed = there.filter((each) => !isSaved(each));
  const lost = files + others - same;
  return [
    savedWords(same, files, lost),
    ...some(
      changed.map(({ path }) => `changed since the last commit: ${join(repository.top, path)}`),
      'changed files',
      5,
    ),
  ];
}

function savedWords(same: number, files: number, lost: number): string {
  if (lost <= 0) return 'all of it is in the last commit of git';
  if (same === 0) return 'none of it is in the last commit of git, so it cannot be had again from there';
  return `${number(same)} of ${counted(files, 'file')} ${same === 1 ? 'is' : 'are'} in the last commit of git; the rest cannot be had again from there`;
}

/** More are not named to git one by one. */
const MOST_NAMED = 200;

export interface Tracked {
  readonly path: string;
  /** Beside what the index has, by size and time, as git itself tells. */
  readonly file: 'same' | 'differs' | 'absent';
  /** The index has what the last commit has. */
  readonly committed: boolean;
}

/**
 * Files that git knows, and whether they are as the last commit has them. Told by the index and the size and time of the
 * file: contents are never compared, because that would run the filters a repository configures.
 * @param paths relative to the top; none: all of it
 */
export async function trackedFiles(
  { top, git }: Repository,
  look: Look,
  paths: readonly string[],
): Promise<readonly Tracked[] | undefined> {
  const [tree, index, where] = await Promise.all([
    git('ls-tree', '-r', '-z', '--full-tree', 'HEAD', '--', ...paths),
    git('ls-files', '-s', '-z', '--debug', '--', ...paths),
    git('rev-parse', '--git-path', 'index'),
  ]);
  if ('why' in index || 'why' in where) return undefined;
  // Written after the index was, in the same tick: time and size say nothing then.
  const written = look.stat(resolve(top, where.text.replace(/\n$/, '')));
  // Before the first commit there is no tree, and nothing is restorable.
  const committed = new Map<string, string>();
  for (const entry of 'why' in tree ? [] : tree.text.split('\0')) {
    const match = /^\d+ \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
    if (match) committed.set(match[2]!, match[1]!);
  }
  const all: Tracked[] = [];
  for (const { path, object, size, seconds, nanoseconds } of indexEntries(index.text)) {
    if (all.length % 1000 === 999) {
      await new Promise((resolve) => setImmediate(resolve));
      if (look.left() === 0) return undefined;
    }
    const seen = look.stat(join(top, path));
    const clean =
      seen !== undefined &&
      // Kept in 32 bits there.
      seen.bytes % 2 ** 32 === size &&
      seen.mtimeSeconds === seconds &&
      (nanoseconds === 0 || seen.mtimeNanoseconds === nanoseconds) &&
      isBefore(seen, written);
    const file = seen === undefined ? 'absent' : clean ? 'same' : 'differs';
    all.push({ path, file, committed: committed.get(path) === object });
  }
  return all;
}

/** The last commit has it as it is. */
export function isSaved({ file, committed }: Tracked): boolean {
  return file === 'same' && committed;
}

const ENTRY =
  /(?:^|\n)\d{6} ([0-9a-f]+) \d\t([^\0]+)\0 {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n[^\n]*\n[^\n]*\n {2}size: (\d+)\t/g;

function* indexEntries(text: string) {
  for (const [, object, path, seconds, nanoseconds, size] of text.matchAll(ENTRY)) {
    yield {
      object: object!,
      path: path!,
      seconds: Number(seconds),
      nanoseconds: Number(nanoseconds),
      size: Number(size),
    };
  }
}

function isBefore(one: Seen, other: Seen | undefined): boolean {
  if (other === undefined || one.mtimeSeconds !== other.mtimeSeconds)
    return other !== undefined && one.mtimeSeconds < other.mtimeSeconds;
  return one.mtimeNanoseconds < other.mtimeNanoseconds;
}

function within(path: string, top: string): boolean {
  return path.startsWith(top.endsWith('/') ? top : `${top}/`);
}

import type { Action } from '../../command/action.ts';
import { programOf } from '../../command/paths.ts';
import type { Look } from '../../platform/look.ts';
import type { Tree } from '../../platform/walk.ts';
import { argumentsOf, bytes, counted, type Finding, found, number, type Previewer, some, unknown } from './finding.ts';
import { restorable } from './restorable.ts';

/** What `rm` and its like remove: how much of it, and how much of that git could bring back. */
export const preview: Previewer = async (actions, subject, look, access) => {
  if (programOf(argumentsOf(subject)[0] ?? '').base === 'find') {
    return (await import('./find.ts')).preview(actions, subject, look, access);
  }
  const here = actions.filter(({ scope }) => scope['reach'] !== 'remote');
  if (here.length === 0) return unknown('it happens on another machine or in a container');
  const paths = [...new Set(here.flatMap(({ resource }) => resource['path'] ?? []))];
  const doubts = here.length < actions.length ? ['part of it happens on another machine or in a container'] : [];
  if (here.some(({ resource }) => resource['path'] === undefined)) doubts.push('not every path is known beforehand');
  const direct = isDirect(argumentsOf(subject)[0], actions);
  const wide = direct ? [] : paths.filter((path) => /[*?[\]{}]/.test(path) && look.stat(path) === undefined);
  for (const path of wide) doubts.push(`${path}: a pattern, that the shell fills in when it runs`);
  const exact = paths.filter((path) => !wide.includes(path));
  if (subject.actions.some(({ tool }) => ['find', 'xargs'].includes(tool)))
    return unknown('what is removed comes out of another command');
  if (exact.length === 0) return unknown(...doubts);
  const recursive = !direct || isRecursive(argumentsOf(subject));
  return removal(exact, look, { doubts, recursive });
};

/**
 * What goes when these paths are removed.
 * @param doubts what more may go: then the figure is a lower bound
 */
export async function removal(
  paths: readonly string[],
  look: Look,
  { doubts, recursive }: { readonly doubts: readonly string[]; readonly recursive: boolean },
): Promise<Finding> {
  const trees: (readonly [path: string, tree: Tree | undefined])[] = [];
  for (const path of outermost(paths)) trees.push([path, await look.walk(path)]);
  const there = trees.flatMap(([, tree]) => tree ?? []);
  const stopped = there.find((tree) => tree.stopped)?.stopped;
  const total = (of: (tree: Tree) => number) => there.reduce((sum, tree) => sum + of(tree), 0);
  const files = total((tree) => tree.files);
  const others = total((tree) => tree.others);
  const unreadable = total((tree) => tree.unreadable);
  const atLeast = stopped || unreadable > 0 || doubts.length > 0 ? 'at least ' : '';
  const headline = `${atLeast}${counted(files, 'file')}, ${bytes(total((tree) => tree.bytes))}`;
  const largest = there
    .flatMap((tree) => tree.largest)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3);
  return found(headline, [
    ...(stopped === 'time' ? ['it takes longer to count than a preview may'] : []),
    ...(stopped === 'entries' ? ['counting stopped at 200,000 entries'] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, 'directory', 'directories')} could not be looked into`] : []),
    ...doubts,
    ...repositories(there),
    ...(stopped ? [] : await restorable(paths, { files, others }, look)),
    ...some(
      trees.map(([path, tree]) => line(path, tree, recursive)),
      'paths',
    ),
    ...(files > 1 ? largest.map(({ path, bytes: size }) => `largest: ${path}, ${bytes(size)}`) : []),
  ]);
}

function line(path: string, tree: Tree | undefined, recursive: boolean): string {
  if (tree === undefined) return `${path}: is not there now`;
  if (tree.kind === 'link') return `${path}: a link, what it leads to stays`;
  if (tree.kind !== 'directory') return `${path}: ${bytes(tree.bytes)}`;
  if (!recursive) return `${path}: a directory, left alone unless it is removed with what is in it`;
  const others = tree.others > 0 ? `, ${counted(tree.others, 'link or device', 'links or devices')}` : '';
  const count = `${counted(tree.files, 'file')} in ${counted(tree.directories, 'directory', 'directories')}`;
  return `${path}: ${count}${others}, ${bytes(tree.bytes)}`;
}

function repositories(trees: readonly Tree[]): readonly string[] {
  const all = trees.flatMap((tree) => tree.repositories);
  return some(
    all.map((path) => `${path} is a repository of git: its history goes too`),
    `repositories (${number(all.length)} in all)`,
    3,
  );
}

/** A path inside another one of them is counted once. */
function outermost(paths: readonly string[]): readonly string[] {
  // What lies in a directory comes right after it.
  const key = (path: string) => path.replaceAll('/', '\0');
  const sorted = [...new Set(paths)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const kept: string[] = [];
  for (const path of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !path.startsWith(last.endsWith('/') ? last : `${last}/`)) kept.push(path);
  }
  return kept;
}

/** The words of the command line are those of the tool itself: no shell comes between. */
function isDirect(program: string | undefined, [action]: readonly Action[]): boolean {
  return program !== undefined && programOf(program).base === action?.tool;
}

function isRecursive(argv: readonly (string | undefined)[]): boolean {
  return argv.some((word) => word !== undefined && /^(-[a-zA-Z]*[rR]|--r)/.test(word));
}

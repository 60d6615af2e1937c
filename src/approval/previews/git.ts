import { posix, resolve } from 'node:path';
import type { Look } from '../../platform/look.ts';
import { argumentsOf, counted, type Finding, found, type Previewer, some, unknown } from './finding.ts';
import { type Repository, repositoryAt, repositoryFrom } from './repository.ts';
import { isSaved, type Tracked, trackedFiles } from './restorable.ts';

/**
 * What leaves a repository for good: commits that no branch or tag leads to any more, and changes that are in no commit.
 * Told by this repository alone: nothing is fetched, so what a remote has is as of the last fetch.
 */
export const preview: Previewer = async (_actions, subject, look) => {
  const line = commandOf(argumentsOf(subject), subject.manifest.cwd);
  if ('why' in line) return unknown(line.why);
  const looksAt = LOSSES[line.command];
  if (looksAt === undefined) return { kind: 'none', lines: [] };
  const repository = await (line.command === 'clean' ? repositoryFrom : repositoryAt)(look, line.cwd);
  return 'why' in repository ? unknown(repository.why) : looksAt(line, repository, look);
};

interface Line {
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd: string;
}

type Loss = (line: Line, repository: Repository, look: Look) => Promise<Finding>;

const LOSSES: Readonly<Record<string, Loss>> = { push, reset, branch, clean, checkout, restore, stash };

/** Only global options that say where are followed. */
function commandOf(argv: readonly (string | undefined)[], directory: string): Line | { readonly why: string } {
  if (!/^(.*\/)?git$/.test(argv[0] ?? '')) return { why: 'git is started by another command' };
  let cwd = directory;
  let at = 1;
  for (; argv[at]?.startsWith('-'); at++) {
    if (argv[at] === '-C') cwd = resolve(cwd, argv[++at] ?? '');
    else if (argv[at] !== '--no-pager' && argv[at] !== '-P')
      return { why: `a preview does not follow \`${argv[at]}\`` };
  }
  const words: string[] = [];
  for (const word of argv.slice(at + 1)) {
    if (word === undefined) return { why: 'a secret is among its words' };
    words.push(word);
  }
  return { command: argv[at] ?? '', words, cwd };
}

async function push({ words }: Line, repository: Repository): Promise<Finding> {
  const plain = words.filter((word) => !QUIET.has(word));
  const options = plain.filter((word) => word.startsWith('-'));
  const odd = options.find((option) => !PUSH_OPTIONS.test(option));
  if (odd !== undefined) return unknown(`a preview does not follow \`${odd}\``);
  const deletes = options.some((option) => option === '-d' || option === '--delete');
  const forced = options.some((option) => /^(-f|--force)/.test(option));
  const [remote = await configuredRemote(repository), ...refs] = plain.filter((word) => !word.startsWith('-'));
  const pairs = refs.length > 0 ? refs.map((ref) => pairOf(ref, deletes)) : [await current(repository, remote)];
  const lines: string[] = [];
  let lost = 0;
  for (const pair of pairs) {
    if (pair === undefined) return unknown('which branch it pushes could not be found out');
    const { from, to } = pair;
    if (from !== '' && !forced && !pair.forced) continue;
    if (/[*]/.test(to)) return unknown('it pushes a pattern of branches');
    const tip = `refs/remotes/${remote}/${to}`;
    if (to.startsWith('refs/') || !(await exists(repository, tip))) {
      lines.push(`${remote} ${to}: never fetched, what it has there is not known`);
      continue;
    }
    const keeps =
      from === '' ? ['--not', `--exclude=${remote}/${to}`, '--remotes', '--branches', '--tags'] : [`^${from}`];
    const commits = await commitsIn(repository, [tip, ...keeps]);
    if ('why' in commits) return unknown(commits.why);
    lost += commits.count;
    const what = from === '' ? 'that are nowhere else here' : `that ${from} does not have`;
    lines.push(`${remote} ${to} loses ${counted(commits.count, 'commit')} ${what}`, ...commits.lines);
  }
  if (lines.length === 0) return found('no commit is dropped', ['it is not forced']);
  if (lost === 0 && lines.every((line) => line.endsWith('not known'))) return unknown(...lines);
  return found(`drops ${counted(lost, 'commit')}`, [...lines, 'as of the last fetch: others may have pushed since']);
}

const QUIET: ReadonlySet<string> = new Set([
  '-q',
  '--quiet',
  '-v',
  '--verbose',
  '--progress',
  '-u',
  '--set-upstream',
  '--no-verify',
]);
const PUSH_OPTIONS = /^(-f|--force|--force-with-lease(=.*)?|--force-if-includes|-d|--delete)$/;

function pairOf(ref: string, deletes: boolean) {
  const forced = ref.startsWith('+');
  const [from = '', to] = ref.replace(/^\+/, '').split(':', 2);
  if (deletes) return { from: '', to: branchName(from), forced: true };
  return { from, to: branchName(to ?? from), forced };
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

async function configuredRemote({ git }: Repository): Promise<string> {
  const name = await git('rev-parse', '--abbrev-ref', '@{upstream}');
  return 'why' in name ? 'origin' : (name.text.trim().split('/')[0] ?? 'origin');
}

/** With no name given, git pushes the current branch under its own name unless it is configured otherwise. */
async function current({ git }: Repository, remote: string) {
  const [branch, target, configured] = await Promise.all([
    git('symbolic-ref', '--short', 'HEAD'),
    git('rev-parse', '--abbrev-ref', '@{push}'),
    git('config', '--get-all', `remote.${remote}.push`),
  ]);
  if ('why' in branch || !('why' in configured)) return undefined;
  const name = branch.text.trim();
  const to = 'why' in target ? name : target.text.trim().replace(`${remote}/`, '');
  return { from: 'HEAD', to, forced: false };
}

async function reset({ words }: Line, repository: Repository, look: Look): Promise<Finding> {
  const hard = words.includes('--hard');
  const revisions = words.filter((word) => !word.startsWith('-'));
  if (!hard || revisions.length > 1 || words.includes('--')) return unknown('a preview follows `reset --hard` alone');
  const target = revisions[0] ?? 'HEAD';
  const [dropped, lost, changed] = await Promise.all([
    commitsIn(repository, ['HEAD', '--not', target]),
    onlyHere(repository, 'HEAD', target),
    filesThat((file) => file.file !== 'absent' && !isSaved(file), repository, look, []),
  ]);
  if ('why' in dropped) return unknown(dropped.why);
  if ('why' in changed) return unknown(changed.why);
  const elsewhere = 'why' in lost ? '' : `, ${lost.count} of them in no other branch or tag`;
  return found(`drops ${counted(dropped.count, 'commit')}, undoes ${counted(changed.paths.length, 'changed file')}`, [
    ...(dropped.count > 0
      ? [`${counted(dropped.count, 'commit')} leave the branch${elsewhere}`, ...dropped.lines]
      : []),
    ...lossOf(changed.paths),
  ]);
}

async function branch({ words }: Line, repository: Repository): Promise<Finding> {
  const names = words.filter((word) => !word.startsWith('-'));
  const remotes = words.some((word) => /^(-[a-zA-Z]*r|--remotes)/.test(word));
  if (remotes || !words.some((word) => /^(-D|-d|--delete)$/.test(word))) return { kind: 'none', lines: [] };
  const lines: string[] = [];
  let lost = 0;
  for (const name of names) {
    const commits = await commitsIn(repository, [
      `refs/heads/${name}`,
      ...['--not', 'HEAD', `--exclude=${name}`, '--branches', '--tags', '--remotes'],
    ]);
    if ('why' in commits) return unknown(commits.why);
    lost += commits.count;
    lines.push(`${name}: ${counted(commits.count, 'commit')} in no other branch or tag`, ...commits.lines);
  }
  return found(`drops ${counted(lost, 'commit')}`, lines);
}

async function clean({ words }: Line, { git }: Repository): Promise<Finding> {
  const odd = words.find((word) => word.startsWith('-') && !/^(-[dfxXq]+|--force|--quiet|--)$/.test(word));
  if (odd !== undefined) return unknown(`a preview does not follow \`${odd}\``);
  // Everything that asks or removes is taken away before `-n` is added: it only ever prints.
  const kept = words.flatMap((word) =>
    /^-[dfxXq]+$/.test(word) ? flags(word) : word === '--force' || word === '--quiet' ? [] : [word],
  );
  const printed = await git('-c', 'core.quotePath=false', 'clean', '-n', ...kept);
  if ('why' in printed) return unknown(printed.why);
  const names = printed.text.split('\n').flatMap((line) => /^Would remove (.+)$/.exec(line)?.[1] ?? []);
  const ignored = words.some((word) => /^-[a-zA-Z]*[xX]/.test(word));
  return found(`removes ${counted(names.length, 'file or directory', 'files and directories')}`, [
    'none of it is in git',
    ...(ignored ? [] : ['ignore rules outside of the repository were not looked at: they may keep some']),
    ...some(names, 'of them'),
  ]);
}

function flags(word: string): readonly string[] {
  const rest = [...word.slice(1)].filter((letter) => letter !== 'f' && letter !== 'q');
  return rest.length === 0 ? [] : [`-${rest.join('')}`];
}

async function checkout({ words, cwd }: Line, repository: Repository, look: Look): Promise<Finding> {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const forced = before.some((word) => word === '-f' || word === '--force');
  if (forced && end < 0) return undone(repository, look, []);
  // Without `--` a word may be a branch or a path.
  if (end < 0 && !before.some((word) => word === '.'))
    return unknown('whether its words are branches or paths is not told by them');
  return undone(
    repository,
    look,
    (end < 0 ? ['.'] : words.slice(end + 1)).map((path) => resolve(cwd, path)),
  );
}

async function restore({ words, cwd }: Line, repository: Repository, look: Look): Promise<Finding> {
  const worktree = words.some((word) => word === '--worktree' || word === '-W');
  if (words.some((word) => word === '--staged' || word === '-S') && !worktree)
    return found('no file changes', ['only what is staged']);
  const odd = words.find((word) => word.startsWith('-') && !/^(--|--worktree|-W|--staged|-S|-q|--quiet)$/.test(word));
  if (odd !== undefined) return unknown(`a preview does not follow \`${odd}\``);
  const paths = words.filter((word) => !word.startsWith('-'));
  return undone(
    repository,
    look,
    paths.map((path) => resolve(cwd, path)),
  );
}

async function undone(repository: Repository, look: Look, paths: readonly string[]): Promise<Finding> {
  const changed = await filesThat(({ file }) => file === 'differs', repository, look, paths);
  if ('why' in changed) return unknown(changed.why);
  return found(`undoes ${counted(changed.paths.length, 'changed file')}`, lossOf(changed.paths));
}

async function stash({ words }: Line, { git }: Repository): Promise<Finding> {
  const [what, ...names] = words.filter((word) => !word.startsWith('-'));
  if (what !== 'drop' && what !== 'clear') return { kind: 'none', lines: [] };
  const list = await git('rev-list', '-g', '--format=%gd', 'refs/stash');
  if ('why' in list) return found('nothing', ['nothing is stashed']);
  const all = list.text.split('\n').filter((line) => line.startsWith('stash@'));
  const gone =
    what === 'clear' ? all : [/^\d+$/.test(names[0] ?? '') ? `stash@{${names[0]}}` : (names[0] ?? 'stash@{0}')];
  const lines: string[] = [];
  for (const name of gone.slice(0, 5)) {
    if (!/^stash@\{\d+\}$/.test(name)) return unknown('which stash it drops is not told by its words');
    const files = await git('diff-tree', '-r', '--no-commit-id', '--name-only', '-z', `${name}^1`, name);
    if ('why' in files) return unknown(files.why);
    const paths = files.text.split('\0').filter((path) => path !== '');
    lines.push(`${name}: ${counted(paths.length, 'changed file')}`, ...some(paths, 'files', 5));
  }
  return found(`drops ${counted(gone.length, 'stash', 'stashes')}`, lines);
}

interface Commits {
  readonly count: number;
  readonly lines: readonly string[];
}

/** How many commits, and the newest of them. Words of commits are their authors' own. */
async function commitsIn({ git }: Repository, range: readonly string[]): Promise<Commits | { readonly why: string }> {
  const checked = range.filter((word) => !word.startsWith('--'));
  if (checked.some((word) => word.startsWith('-') || word === ''))
    return { why: 'a name of a commit begins with a dash' };
  const [total, newest] = await Promise.all([
    git('rev-list', '--count', ...range, '--'),
    git(
      'rev-list',
      '--max-count=8',
      '--no-commit-header',
      '--date=short',
      '--format=%h %ad %an: %s%x00',
      ...range,
      '--',
    ),
  ]);
  if ('why' in total) return total;
  if ('why' in newest) return newest;
  const count = Number(total.text.trim());
  const subjects = newest.text
    .split('\0')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    count,
    lines: count > subjects.length ? [...subjects, `and ${count - subjects.length} more commits`] : subjects,
  };
}

/** Of the commits that leave a branch, those that nothing else leads to. */
async function onlyHere(
  repository: Repository,
  tip: string,
  target: string,
): Promise<Commits | { readonly why: string }> {
  const head = await repository.git('symbolic-ref', '--short', '-q', 'HEAD');
  const own = 'why' in head ? [] : [`--exclude=${head.text.trim()}`];
  return commitsIn(repository, [tip, '--not', target, ...own, '--branches', '--tags', '--remotes']);
}

/** @param paths absolute; none: all of it */
async function filesThat(
  are: (file: Tracked) => boolean,
  repository: Repository,
  look: Look,
  paths: readonly string[],
): Promise<{ readonly paths: readonly string[] } | { readonly why: string }> {
  const relative = paths.map((path) => posix.relative(repository.top, path));
  if (relative.some((path) => path === '..' || path.startsWith('../')))
    return { why: 'a path leads out of the work tree' };
  const tracked = await trackedFiles(repository, look, relative.includes('') ? [] : relative);
  if (tracked === undefined) return { why: 'what is changed could not be found out' };
  return { paths: tracked.filter(are).map(({ path }) => path) };
}

function lossOf(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return ['no file is changed since the last commit'];
  return ['changes that are in no commit are gone for good, told by size and time:', ...some(paths, 'changed files')];
}

async function exists({ git }: Repository, ref: string): Promise<boolean> {
  return !('why' in (await git('rev-parse', '--verify', '--quiet', '--end-of-options', ref)));
}

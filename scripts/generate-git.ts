import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { laidOver, type Tree } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/git.json` from the git that is installed: what each command prints for `-h`, its
 * `--git-completion-helper-all`, and its manual page (Debian: git-man). What is newer than that git, and git-lfs and the
 * like, stand in `git.more.json`. Run by hand:
 *
 *     bun scripts/generate-git.ts
 */

const folder = new URL('../src/command/grammars/', import.meta.url);
const MANUALS = '/usr/share/man/man1';

type Kind = 'flags' | 'values' | 'optional';
/** By spelling: what it takes, and the other spellings of the same option. */
type Options = Map<string, { kind: Kind; group: readonly string[] }>;

const repository = mkdtempSync(join(tmpdir(), 'git-'));
execFileSync('git', ['init', '-q', repository]);

function git(...words: string[]): string {
  const { stdout, stderr } = spawnSync('git', words, { cwd: repository, encoding: 'utf8', timeout: 10_000, input: '' });
  return `${stdout}\n${stderr}`;
}

/** One option as written: `-m`, `--max-count=<n>`, `--[no-]signed`, `-M[<n>]`, `--decorate[=short|full]`. */
function spelled(text: string): { spellings: string[]; kind: Kind } | undefined {
  const found = /^(--?[\w?@#-]*(?:\[no-\])?[\w-]*)(.*)$/s.exec(text.trim());
  if (found === null) return undefined;
  const [, written = '', rest = ''] = found;
  if (/^-+$/.test(written)) return undefined;
  const spellings = written.includes('[no-]')
    ? [written.replace('[no-]', ''), written.replace('[no-]', 'no-')]
    : [written];
  const kind: Kind = /^\[[=<({\w.]/.test(rest)
    ? 'optional'
    : /^(=|[ ]?[<({\w]| \.\.\.)/.test(rest)
      ? 'values'
      : 'flags';
  return { spellings: spellings.map((one) => one.replace(/\[.*/, '')), kind };
}

/**
 * The spellings of one option, as a line lists them. A short one belongs to the long one when there is just one of each;
 * what is written once with a value and once without takes it optionally.
 * @param shared what the last spelling takes, all of them take (git's own help); pages say it for each
 */
function put(options: Options, listed: readonly string[], shared: boolean): void {
  const parts = listed.map(spelled).filter((part) => part !== undefined);
  const kinds = new Map<string, Set<Kind>>();
  for (const part of parts) {
    for (const one of part.spellings) {
      if (!/^(--[\w][\w-]*|-[\w?@#])$/.test(one) || one === '-NUM') continue;
      kinds.set(one, (kinds.get(one) ?? new Set()).add(one.startsWith('--no-') ? 'flags' : part.kind));
    }
  }
  const longs = [...kinds.keys()].filter((one) => one.startsWith('--') && !one.startsWith('--no-'));
  const shorts = [...kinds.keys()].filter((one) => !one.startsWith('--'));
  const joined = longs.length === 1 && shorts.length === 1 ? [...shorts, ...longs] : [];
  const literal = listed.some((one) => /^--[\w-]+=[\w]/.test(one));
  for (const [one, found] of kinds) {
    if (options.has(one)) continue;
    const all = joined.includes(one) && !literal ? joined : [one];
    const taken = new Set(all.flatMap((each) => [...(kinds.get(each) ?? [])]));
    const kind: Kind =
      shared || all.length > 1
        ? taken.has('values')
          ? 'values'
          : taken.has('optional')
            ? 'optional'
            : 'flags'
        : found.size > 1 || found.has('optional')
          ? 'optional'
          : ([...found][0] as Kind);
    options.set(one, { kind, group: all });
  }
}

/** `    -v, --verbose   be more verbose`. */
function fromHelp(text: string, options: Options): void {
  for (const line of text.split('\n')) {
    const found = /^ {4}(-.*)$/.exec(line)?.[1];
    if (found === undefined) continue;
    const written = found.split(/ {2,}/)[0] as string;
    put(options, written.split(/, (?=-)/), true);
  }
}

/** `--message= --no-message -- --quiet`: adds the negations. */
function fromCompletion(command: readonly string[], options: Options): void {
  const words =
    git(...command, '--git-completion-helper-all')
      .split('\n')[0]
      ?.split(' ') ?? [];
  if (words.some((word) => word !== '' && !word.startsWith('-'))) return;
  for (const word of words)
    if (/^--[\w-]+=?$/.test(word)) put(options, [word.endsWith('=') ? `${word}<v>` : word], false);
}

/** A docbook page: each option is a paragraph of its own before an indented one. */
function fromManual(page: string, options: Options): void {
  const file = join(MANUALS, `${page}.1.gz`);
  if (!existsSync(file)) return;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  lines.forEach((line, at) => {
    if (!line.startsWith('\\-') || !/^\.RS/.test(lines[at + 1] ?? '')) return;
    const plain = line
      .replace(/\\-/g, '-')
      .replace(/\\f[A-Z]/g, '')
      .replace(/\\&/g, '')
      .replace(/\\\(cq/g, "'");
    put(options, plain.split(/, (?=-)/), false);
  });
}

/** `[-q | --quiet] [(-m | --message) <message>] [--[no-]keep-index]` of a usage line. */
function fromUsage(usage: string, options: Options): void {
  for (const match of usage.matchAll(/\((-[^)]*)\) (<[^>]*>)/g)) {
    put(
      options,
      (match[1] as string).split('|').map((one) => `${one.trim()} <v>`),
      false,
    );
  }
  const plain = usage.replace(/\((-[^)]*)\) <[^>]*>/g, '');
  for (const match of plain.matchAll(
    /(?<![\w<-])--?(?:\[no-\])?[\w-]+(?:\[=[^\]]*\]|\[<[^\]]*\]|=[<(][^>)]*[>)]| <[^>]*>)?/g,
  ))
    put(options, [match[0]], false);
}

function written(options: Options): Tree {
  const lists: Record<Kind, string[]> = { flags: [], values: [], optional: [] };
  const done = new Set<string>();
  for (const [spelling, { kind, group }] of options) {
    if (done.has(spelling)) continue;
    const same = group.filter(
      (one) => options.get(one)?.kind === kind && options.get(one)?.group.join() === group.join(),
    );
    for (const one of same) done.add(one);
    lists[kind].push([...same].sort((a, b) => a.length - b.length).join('/'));
  }
  const tree: Tree = {};
  for (const kind of ['flags', 'values', 'optional'] as const)
    if (lists[kind].length > 0) tree[kind] = lists[kind].sort().join(' ');
  return tree;
}

/** Commands made of subcommands, and whether they take operands of their own. */
const GROUPS: Readonly<Record<string, boolean>> = {
  bisect: false,
  bundle: false,
  'commit-graph': false,
  maintenance: false,
  'multi-pack-index': false,
  notes: true,
  reflog: true,
  remote: true,
  rerere: true,
  'sparse-checkout': false,
  stash: true,
  submodule: true,
  worktree: false,
  credential: false,
  hook: false,
  subtree: false,
  'fsmonitor--daemon': false,
  'credential-cache': false,
  'credential-store': false,
};

/** What git's own usage lines do not name, from the manual pages of these commands. */
const MORE_SUBCOMMANDS: Readonly<Record<string, readonly string[]>> = {
  bisect: [
    'start',
    'bad',
    'new',
    'good',
    'old',
    'terms',
    'skip',
    'next',
    'reset',
    'visualize',
    'view',
    'replay',
    'log',
    'run',
    'help',
  ],
  credential: ['fill', 'approve', 'reject'],
  'credential-cache': ['exit', 'get', 'store', 'erase'],
  'credential-store': ['get', 'store', 'erase'],
  reflog: ['show', 'expire', 'delete', 'exists'],
  subtree: ['add', 'merge', 'split', 'pull', 'push'],
  rerere: ['clear', 'forget', 'diff', 'status', 'remaining', 'gc'],
  submodule: [
    'add',
    'status',
    'init',
    'deinit',
    'update',
    'set-branch',
    'set-url',
    'summary',
    'foreach',
    'sync',
    'absorbgitdirs',
  ],
  stash: ['list', 'show', 'drop', 'pop', 'apply', 'branch', 'push', 'save', 'clear', 'create', 'store'],
  'sparse-checkout': ['init', 'list', 'set', 'add', 'reapply', 'disable'],
  maintenance: ['run', 'start', 'stop', 'register', 'unregister'],
};

/** Commands that also take the options of other pages: `git stash list` is a `git log`. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'stash list': ['git-log'],
  'stash show': ['git-diff'],
  reflog: ['git-log'],
  'reflog show': ['git-log'],
  'range-diff': ['git-diff'],
  whatchanged: ['git-log'],
  shortlog: ['git-rev-list', 'git-log'],
  blame: ['git-rev-list'],
  annotate: ['git-blame', 'git-rev-list'],
  difftool: ['git-diff'],
  'bundle create': ['git-rev-list'],
  'fast-export': ['git-rev-list'],
  'bisect visualize': ['git-log'],
  'bisect view': ['git-log'],
  show: ['git-log'],
  log: ['git-rev-list'],
  'diff-tree': ['git-rev-list', 'git-log'],
  stage: ['git-add'],
  'format-patch': ['git-log'],
  'init-db': ['git-init'],
  'rev-list': ['git-log'],
  'diff-files': ['git-diff'],
  'diff-index': ['git-diff'],
  diff: ['git-log'],
  'fsck-objects': ['git-fsck'],
  'submodule summary': [],
  cherry: [],
  'notes merge': [],
  fetch: ['git-fetch'],
  pull: ['git-fetch', 'git-merge'],
};

function nodeOf(command: readonly string[], usage = ''): Tree {
  const options: Options = new Map();
  const help = git(...command, '-h');
  fromHelp(help, options);
  fromCompletion(command, options);
  const top = command.length === 1;
  if (top) fromManual(`git-${command[0]}`, options);
  for (const page of ALSO[command.join(' ')] ?? []) fromManual(page, options);
  if (!top) {
    fromUsage(usage, options);
    // Options that the page explains for all of its subcommands together.
    fromManual(`git-${command[0]}`, options);
  }
  return written(options);
}

function usagesOf(command: string): readonly string[] {
  const usages: string[] = [];
  for (const line of git(command, '-h').split('\n')) {
    const start = /^(?:usage:| {3}or:) git (?:[\w-]+)(.*)$/.exec(line);
    if (start) usages.push(start[1] as string);
    else if (/^\s{8,}\S/.test(line) && !/^ {4,26}-/.test(line) && usages.length > 0)
      usages.push(`${usages.pop()} ${line.trim()}`);
    else if (line.trim() === '') continue;
  }
  return usages;
}

function groupOf(command: string): Tree {
  const usages = usagesOf(command);
  const commands: Record<string, Tree> = {};
  const names = new Set(MORE_SUBCOMMANDS[command] ?? []);
  for (const usage of usages) {
    const name = /^(?: \[[^\]]*\]| -\S+)* ([a-z][a-z-]+)\b/.exec(usage)?.[1];
    if (name !== undefined) names.add(name);
  }
  for (const name of names) {
    const usage = usages.filter((one) => new RegExp(`\\b${name}\\b`).test(one)).join(' ');
    commands[name] = nodeOf([command, name], usage);
  }
  const tree: Tree = { ...nodeOf([command]), commands };
  if (GROUPS[command]) tree.operands = true;
  return tree;
}

const version = git('--version').trim().split(' ')[2];
const commands: Record<string, Tree | string> = {};
const names = git('--list-cmds=main,others,nohelpers')
  .split('\n')
  .filter((name) => existsSync(join(MANUALS, `git-${name}.1.gz`)));
for (const name of names) commands[name] = Object.hasOwn(GROUPS, name) ? groupOf(name) : nodeOf([name]);
for (const name of Object.keys(GROUPS)) commands[name] ??= groupOf(name);
let tree: Tree = {
  flags:
    '-v/--version -h/--help --html-path --man-path --info-path -p/--paginate -P/--no-pager --no-replace-objects --bare --literal-pathspecs --glob-pathspecs --noglob-pathspecs --icase-pathspecs --no-optional-locks',
  values: '-C -c --git-dir --work-tree --namespace --super-prefix --config-env --list-cmds --attr-source',
  optional: '--exec-path',
  commands,
};
const more = new URL('git.more.json', folder);
if (existsSync(more)) tree = laidOver(tree, JSON.parse(readFileSync(more, 'utf8')) as Tree);
const source = `git ${version}, its -h and manual pages (bun scripts/generate-git.ts)${existsSync(more) ? ', and git.more.json' : ''}`;
writeFileSync(new URL('git.json', folder), `${JSON.stringify({ source, ...tree }, null, 1)}\n`);
console.log(`${Object.keys(tree.commands ?? {}).length} commands`);
rmSync(repository, { recursive: true, force: true });

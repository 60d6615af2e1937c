import type { CommandLine } from '../../command-tree.ts';
import type { ReadContext, Run } from '../../reader.ts';
import { isHarmlessKey } from './config-keys.ts';

/** Commands that a command of git starts: the ones its words spell are read too, the others are not seen. */
export interface Inner {
  readonly runs: readonly Run[];
  /** What is started and cannot be read. */
  readonly unseen: readonly string[];
  readonly doubts: readonly string[];
}

/** Filters of `git filter-branch`: each is a shell line. */
const FILTERS = [
  'setup',
  'env-filter',
  'tree-filter',
  'index-filter',
  'parent-filter',
  'msg-filter',
  'commit-filter',
  'tag-name-filter',
  'subdirectory-filter',
];

/** Options that name a program, here or on the other side. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  push: ['receive-pack', 'exec'],
  'send-pack': ['receive-pack', 'exec'],
  fetch: ['upload-pack'],
  pull: ['upload-pack'],
  'fetch-pack': ['upload-pack', 'exec'],
  clone: ['upload-pack', 'template'],
  init: ['template'],
  'init-db': ['template'],
  'ls-remote': ['upload-pack', 'exec'],
  archive: ['exec'],
  grep: ['open-files-in-pager'],
  difftool: ['extcmd'],
  'send-email': ['to-cmd', 'cc-cmd', 'header-cmd', 'sendmail-cmd'],
  'lfs merge-driver': ['program'],
  'svn clone': ['authors-prog'],
  'svn init': ['authors-prog'],
  'svn fetch': ['authors-prog'],
};

/** Commands that show differences: `--ext-diff` starts the program that the configuration names. */
const SHOWS =
  /^(diff|log|show|format-patch|whatchanged|reflog|stash show|stash list|diff-tree|diff-index|diff-files|range-diff)/;

const STRATEGIES = /^(ort|recursive|resolve|octopus|ours|subtree)$/;

export function innerCommands(path: string, line: CommandLine, directory: string, context: ReadContext): Inner {
  const { options, positionals } = line;
  const runs: Run[] = [];
  const unseen: string[] = [];
  const doubts: string[] = [];
  const cwd = context.cwd === directory ? {} : { cwd: directory };
  const shell = (text: string): void => {
    runs.push({ argv: ['sh', '-c', text], via: `git ${path}`, ...cwd });
  };
  for (const name of PROGRAMS[path] ?? []) {
    const value = options.get(name)?.at(-1);
    if (value !== undefined && value !== 'HEAD') unseen.push(`--${name} names what runs`);
  }
  if (SHOWS.test(path) && options.has('ext-diff'))
    unseen.push('--ext-diff runs the program that the configuration names');
  if (path === 'rebase') for (const text of options.get('exec') ?? []) shell(text);
  if (path === 'submodule foreach') {
    if (positionals.length === 1) shell(positionals[0] as string);
    else if (positionals.length > 1) runs.push({ argv: positionals, via: 'git submodule foreach', ...cwd });
  }
  if (path === 'bisect run' && positionals.length > 0) runs.push({ argv: positionals, via: 'git bisect run', ...cwd });
  if (path === 'filter-branch') {
    for (const name of FILTERS) {
      if (name !== 'subdirectory-filter') for (const text of options.get(name) ?? []) shell(text);
    }
  }
  if (path === 'filter-repo' && [...options.keys()].some((name) => name.endsWith('-callback')))
    unseen.push('a callback is a program');
  if (path === 'merge-index' || path === 'mergetool' || path === 'hook run') {
    if (path === 'merge-index') unseen.push('it runs a program for every file');
  }
  for (const name of options.get('strategy') ?? []) {
    if (!STRATEGIES.test(name)) unseen.push(`the strategy ${name} is a program named git-merge-${name}`);
  }
  if (path === 'clone') {
    for (const setting of options.get('config') ?? []) {
      const [key = '', ...rest] = setting.split('=');
      if (!isHarmlessKey(key, rest.join('='))) unseen.push(`${key} can decide what runs`);
    }
  }
  const server = options.get('smtp-server')?.at(-1);
  if (path === 'send-email' && server?.startsWith('/')) unseen.push('--smtp-server is a program here');
  return { runs, unseen, doubts };
}

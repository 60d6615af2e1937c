import type { Effect } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import { looksLikePath } from './paths.ts';

/** What the options and operands of one command make of it. */
export interface Judged {
  readonly effects: readonly Effect[];
  /** Files the effect falls on; absent when it falls on the repository. */
  readonly paths?: readonly string[];
  readonly doubts?: readonly string[];
  /** Nothing is reached beyond this machine after all. */
  readonly kind?: string;
  /** git prints the name of what it takes away and keeps it for weeks: it can be brought back. */
  readonly restorable?: boolean;
  readonly name?: string | undefined;
}

type Judge = (line: CommandLine, base: readonly Effect[]) => Judged | undefined;

const READ: Judged = { effects: ['read'] };
const WRITE: Judged = { effects: ['write'] };
const DESTROY: Judged = { effects: ['destroy'] };
const has = ({ options }: CommandLine, ...names: readonly string[]): boolean => names.some((name) => options.has(name));

/** With `-n` or `--dry-run` nothing happens. */
const dry: Judge = (line) => (has(line, 'dry-run') ? READ : undefined);

/** Only the commands that options or operands change; all others are as the table of effects says. */
export const JUDGES: Readonly<Record<string, Judge>> = {
  add: dry,
  stage: dry,
  commit: dry,
  prune: dry,
  'prune-packed': dry,
  'reflog expire': dry,
  'worktree prune': dry,
  'lfs prune': dry,
  'lfs fsck': dry,
  'lfs track': (line) => (has(line, 'dry-run') || line.positionals.length === 0 ? READ : undefined),
  'lfs fetch': dry,
  'lfs push': dry,
  'send-email': dry,
  'svn dcommit': dry,
  'refs migrate': dry,
  'lfs status': () => READ,
  // What it deletes is what git does not hold, whatever the paths.
  clean: (line) => (has(line, 'dry-run') ? READ : DESTROY),
  'sparse-checkout clean': dry,
  rm: (line) => {
    if (has(line, 'dry-run')) return READ;
    return has(line, 'cached') ? WRITE : { effects: ['destroy'], paths: line.positionals };
  },
  mv: (line) => (has(line, 'dry-run') ? READ : has(line, 'force') ? DESTROY : undefined),
  restore: (line) => {
    if (has(line, 'staged') && !has(line, 'worktree')) return WRITE;
    return { effects: ['destroy'], paths: line.positionals };
  },
  checkout,
  switch: (line) => (has(line, 'force', 'discard-changes') ? DESTROY : undefined),
  reset: (line) => (has(line, 'hard', 'merge') ? DESTROY : undefined),
  'read-tree': (line) => (has(line, 'dry-run') ? READ : has(line, 'reset') ? DESTROY : undefined),
  'checkout-index': (line) => (has(line, 'force') ? DESTROY : WRITE),
  branch,
  tag,
  push,
  'send-pack': push,
  'http-push': push,
  gc: (line) => (/^(now|all)$/.test(last(line, 'prune') ?? '') ? DESTROY : undefined),
  replace: (line) => {
    const lists = has(line, 'list') || (line.positionals.length === 0 && !has(line, 'convert-graft-file'));
    return lists ? READ : undefined;
  },
  notes: (line) => (line.positionals.length === 0 && !has(line, 'message') ? READ : undefined),
  'notes prune': dry,
  'update-ref': (line) => {
    if (has(line, 'stdin')) return { effects: ['write'], doubts: ['the refs it changes come from stdin'] };
    return has(line, 'd') ? DESTROY : undefined;
  },
  'symbolic-ref': (line) => (has(line, 'delete') || line.positionals.length > 1 ? WRITE : READ),
  'worktree remove': (line) => ({
    effects: has(line, 'force') ? ['destroy'] : ['write'],
    paths: line.positionals,
  }),
  'worktree add': (line) => ({ effects: ['write'], paths: line.positionals.slice(0, 1) }),
  'worktree move': (line) => ({ effects: ['write'], paths: line.positionals.slice(0, 2) }),
  'submodule deinit': (line) => (has(line, 'force') ? DESTROY : undefined),
  'hash-object': (line) => (has(line, 'w') ? WRITE : undefined),
  'merge-file': (line) => (has(line, 'stdout') ? READ : undefined),
  'interpret-trailers': (line) => (has(line, 'in-place') ? WRITE : undefined),
  fsck: (line) => (has(line, 'lost-found') ? WRITE : undefined),
  'fast-import': (line) => (has(line, 'force') ? DESTROY : undefined),
  'fast-export': (line) => (has(line, 'export-marks') ? WRITE : undefined),
  'format-patch': (line) => (has(line, 'stdout') ? READ : undefined),
  'show-index': () => READ,
  apply: (line) => {
    const only = has(line, 'check', 'stat', 'numstat', 'summary') && !has(line, 'apply');
    if (only) return READ;
    return has(line, 'unsafe-paths')
      ? { effects: ['write'], doubts: ['a patch may write outside of the tree'] }
      : undefined;
  },
  'filter-repo': (line) => (has(line, 'analyze') ? WRITE : undefined),
  'repo structure': () => READ,
  'remote update': () => WRITE,
  'remote prune': dry,
  'stash drop': () => ({ effects: ['destroy'], kind: 'stash', restorable: true }),
  'stash export': (line) => (has(line, 'print') ? WRITE : undefined),
  'maintenance start': () => ({ effects: ['write'], kind: 'schedule' }),
  am: (line) => (has(line, 'show-current-patch') ? READ : undefined),
  rebase: (line) => (has(line, 'show-current-patch') ? READ : undefined),
};

function last({ options }: CommandLine, name: string): string | undefined {
  return options.get(name)?.at(-1);
}

/** A branch is switched to, files are overwritten by what a commit holds. Without `--` the words decide. */
function checkout(line: CommandLine): Judged {
  const { positionals, dash } = line;
  const force = has(line, 'force') ? DESTROY : WRITE;
  if (has(line, 'b', 'B', 'orphan', 'detach', 'track')) return force;
  if (has(line, 'pathspec-from-file')) return DESTROY;
  if (dash !== undefined) {
    const paths = positionals.slice(dash);
    return paths.length === 0 ? force : { effects: ['destroy'], paths };
  }
  if (has(line, 'patch', 'ours', 'theirs')) return { effects: ['destroy'], paths: positionals };
  const [first, ...rest] = positionals;
  if (rest.length > 0) return { effects: ['destroy'], paths: looksLikePath(first as string) ? positionals : rest };
  if (first !== undefined && looksLikePath(first)) return { effects: ['destroy'], paths: [first] };
  return force;
}

function branch(line: CommandLine): Judged {
  const force = has(line, 'force');
  const name = line.positionals.length === 1 ? line.positionals[0] : undefined;
  if (has(line, 'D', 'M', 'C') || (force && has(line, 'delete', 'move', 'copy')))
    return { effects: ['destroy'], kind: 'branch', name, restorable: !has(line, 'M', 'C', 'move', 'copy') };
  if (has(line, 'delete', 'move', 'copy', 'set-upstream-to', 'set-upstream', 'unset-upstream', 'edit-description'))
    return { effects: ['write'], kind: 'branch', name };
  const listed = has(
    line,
    'list',
    'all',
    'remotes',
    'show-current',
    'contains',
    'no-contains',
    'merged',
    'no-merged',
    'points-at',
    'with',
    'without',
  );
  if (listed || line.positionals.length === 0) return READ;
  return { effects: [force ? 'destroy' : 'write'], kind: 'branch', name: line.positionals[0] };
}

function tag(line: CommandLine): Judged {
  const name = line.positionals.length === 1 ? line.positionals[0] : undefined;
  if (has(line, 'delete')) return { effects: ['destroy'], kind: 'tag', name, restorable: true };
  if (has(line, 'verify')) return READ;
  // Neither --sort nor --format makes a list: with a name they make a tag.
  const listed = has(
    line,
    'list',
    'n',
    'contains',
    'no-contains',
    'with',
    'without',
    'merged',
    'no-merged',
    'points-at',
  );
  if (listed || line.positionals.length === 0) return READ;
  return { effects: [has(line, 'force') ? 'destroy' : 'write'], kind: 'tag', name: line.positionals[0] };
}

/** What others have is overwritten or taken away by force, by deletion, by mirroring and by two kinds of refspec. */
function push(line: CommandLine): Judged {
  if (has(line, 'dry-run')) return READ;
  const refs = line.positionals.slice(1);
  const overwrites =
    has(line, 'force', 'force-with-lease', 'delete', 'mirror', 'prune', 'd', 'D') ||
    refs.some((ref) => ref.startsWith('+') || (ref.startsWith(':') && ref.length > 1));
  const [ref] = refs;
  const name =
    refs.length === 1 && ref !== undefined ? ref.slice(ref.lastIndexOf(':') + 1).replace(/^\+/, '') : undefined;
  return { effects: [overwrites ? 'destroy' : 'write'], kind: name === undefined ? 'repository' : 'branch', name };
}

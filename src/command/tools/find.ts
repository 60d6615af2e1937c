import type { Action, Effect } from '../action.ts';
import { Names } from '../names.ts';
import { GLOB, UNRESOLVED } from '../options.ts';
import { absolute, programOf } from '../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../reader.ts';
import { withDoubt } from '../reading.ts';
import { namesSecretFile } from '../secret-files.ts';
import { onFiles, written } from './files/paths.ts';

/** find walks a tree and prints; what it runs, deletes or writes is read out of its expression. */
export const reader: Reader = { names: ['find', 'gfind', 'bfs'], read };

/** Tests, operators and options without an argument: GNU, BSD and bfs. */
const BARE = new Names(
  `! , ( ) -a -and -o -or -not -true -false -daystart -depth -d -follow -ignore_readdir_race -noignore_readdir_race -mount -x -xdev -nowarn -warn
   -noleaf -empty -executable -readable -writable -nogroup -nouser -print -print0 -ls -prune -quit -help --help -version --version -X -E -s -f -sparse
   -acl -hidden -nohidden -unique -color -nocolor -printx -exit -xattr`,
);

/** Tests with one argument. */
const WITH_ARGUMENT = new Names(
  `-amin -anewer -atime -cmin -cnewer -ctime -fstype -gid -group -ilname -iname -inum -ipath -iregex -iwholename -links -lname -maxdepth -mindepth
   -mmin -mtime -name -newer -path -perm -printf -regex -regextype -samefile -size -type -uid -used -user -wholename -xtype -context -files0-from
   -flags -mnewer -bnewer -asince -csince -msince -since -Bmin -Btime -Bnewer -newerXY -xattrname -D -O -S -j -exclude -limit -acl -depth-is -iflags`,
);

const RUNS = new Names('-exec -execdir -ok -okdir');
const WRITES = new Names('-fprint -fprint0 -fls -fprintf');

/** What `-exec`, `-delete` and the rest begin with: a word that is only nearly one of these is never taken for harmless. */
const ACTIONS = /^-(e|d(e|$)|f(p|l|$)|ok)/;

interface Expression {
  readonly actions: Action[];
  readonly runs: Run[];
  readonly notes: string[];
  deletes: boolean;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const paths: string[] = [];
  let at = 1;
  while (/^-([HLPEXdsx]+|O\d?|S\s*\w*|D.*|j\d+)$/.test(argv[at] ?? '')) at += argv[at] === '-D' ? 2 : 1;
  if (argv[at] === '--') at++;
  for (; at < argv.length && !/^([-(),!]|$)/.test(argv[at] as string); at++) paths.push(argv[at] as string);
  const found: Expression = { actions: [], runs: [], notes: [], deletes: false };
  const more = readExpression(tool, argv, at, paths, found, context);
  const roots = [...paths, ...more];
  const effects: Effect[] = [found.deletes ? 'destroy' : 'read'];
  if (found.runs.length > 0 && paths.some(namesSecretFile)) effects.push('secret');
  // A path that the shell fills in may turn out to be `-delete`. A file of that name is no danger: it sorts in front
  // of the other names, and find refuses an expression that stands before a path.
  if (roots.some((path) => /^\s+-/.test(path))) found.notes.push('a path begins with a blank and a dash');
  if (roots.some((path) => path.startsWith(UNRESOLVED)))
    found.notes.push('a path that is only known when it runs may be an action');
  const name = found.deletes ? nameSought(argv) : undefined;
  const places = (roots.length === 0 ? ['.'] : roots).map((root) =>
    name === undefined ? root : placeBelow(root, name),
  );
  found.actions.push(...onFiles(tool, effects, places, context.cwd, false));
  return {
    ...withDoubt({ actions: found.actions }, [...new Set(found.notes)]),
    ...(found.runs.length > 0 ? { runs: found.runs } : {}),
  };
}

/** Reads the tests and actions; returns words that can only be paths: find refuses them, or BSD takes them with -f. */
function readExpression(
  tool: string,
  argv: readonly string[],
  from: number,
  paths: readonly string[],
  found: Expression,
  context: ReadContext,
): readonly string[] {
  const extra: string[] = [];
  for (let at = from; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (BARE.has(arg)) {
      if (arg === '-f' && argv[at + 1] !== undefined) extra.push(argv[++at] as string);
      // BSD's -depth and -exit take a number.
      if ((arg === '-depth' || arg === '-exit') && /^[-+]?\d+$/.test(argv[at + 1] ?? '')) at++;
      continue;
    }
    if (WITH_ARGUMENT.has(arg) || /^-newer[aBcmt]{2}$/.test(arg)) at++;
    else if (arg === '-delete' || arg === '-rm') found.deletes = true;
    else if (WRITES.has(arg)) {
      found.actions.push(...written(tool, argv[at + 1] ?? '', context.cwd));
      at += arg === '-fprintf' ? 2 : 1;
    } else if (RUNS.has(arg)) at = readRun(tool, argv, at, paths, found, context);
    else doubtWord(arg, found);
  }
  return extra;
}

/**
 * A word that is no part of an expression: find refuses it and does nothing. It is in doubt only where it may turn out
 * to be an action: text the shell fills in, or a word that looks like one.
 */
function doubtWord(arg: string, { notes }: Expression): void {
  // A blank in front of a dash is a slip of quoting: what was meant may be an action.
  if (
    !arg.startsWith(UNRESOLVED) &&
    (/^\s*[^-\s]/.test(arg) || (/^-./.test(arg) && !ACTIONS.test(arg) && !arg.includes(UNRESOLVED)))
  )
    return;
  notes.push(
    `${arg.startsWith(UNRESOLVED) ? 'a word that is only known when it runs' : arg} is not part of an expression gate knows`,
  );
}

/** `-exec COMMAND ;`: the command runs on what is found below each path. */
function readRun(
  tool: string,
  argv: readonly string[],
  at: number,
  paths: readonly string[],
  found: Expression,
  { cwd }: ReadContext,
): number {
  const option = argv[at] as string;
  const end = endOfCommand(argv, at + 1);
  const command = argv.slice(at + 1, end);
  if (command.length === 0) found.notes.push(`nothing follows ${option}`);
  const via = `${tool} ${option}`;
  const roots = paths.length === 0 ? ['.'] : paths;
  if (!command.some((word) => word.includes('{}')) || roots.length > MAX_ROOTS || argv.includes('-files0-from')) {
    found.runs.push({ argv: command.map((word) => word.replaceAll('{}', UNRESOLVED)), via });
    return end;
  }
  const name = nameSought(argv);
  for (const root of roots) {
    const place = placeBelow(root, name);
    if (!option.endsWith('dir')) found.runs.push({ argv: command.map((word) => word.replaceAll('{}', place)), via });
    else {
      const here = place.includes(UNRESOLVED) ? UNRESOLVED : place.slice(place.lastIndexOf('/') + 1);
      found.runs.push({
        argv: command.map((word) => word.replaceAll('{}', `./${here}`)),
        via,
        cwd: absolute(root, cwd),
      });
    }
  }
  return end;
}

/** More paths than this are not followed one by one. */
const MAX_ROOTS = 8;

/**
 * What is found below `root`, as a path with a pattern in it. The whole of the directory one stands in also holds what
 * must not be touched, `.git` for one: without a name to look for, that is not known.
 */
function placeBelow(root: string, name: string | undefined): string {
  const base = root.endsWith('/') ? root : `${root}/`;
  if (name !== undefined) return `${base}${name}`;
  return /^[./]*$/.test(root) || root.includes(UNRESOLVED) ? `${base}${UNRESOLVED}` : `${base}${GLOB}`;
}

/** The one name that everything found has, its pattern as `GLOB`; undefined when other names are found too. */
function nameSought(argv: readonly string[]): string | undefined {
  if (argv.some((word) => /^(-o|-or|,|-L|-follow)$/.test(word))) return undefined;
  const at = argv.findIndex((word) => word === '-name' || word === '-iname');
  const name = argv[at + 1];
  if (at < 0 || name === undefined || /^(!|-not|\()$/.test(argv[at - 1] ?? '') || name.includes(UNRESOLVED))
    return undefined;
  const open = name.search(/[*?[\\\u0001]/);
  if (open < 0) return name;
  const close = Math.max(
    name.lastIndexOf('*'),
    name.lastIndexOf('?'),
    name.lastIndexOf(']'),
    name.lastIndexOf('\\'),
    name.lastIndexOf(GLOB),
  );
  return open === 0 && close === name.length - 1 ? undefined : `${name.slice(0, open)}${GLOB}${name.slice(close + 1)}`;
}

function endOfCommand(argv: readonly string[], from: number): number {
  for (let at = from; at < argv.length; at++) {
    if (argv[at] === ';' || (argv[at] === '+' && (argv[at - 1] ?? '').includes('{}'))) return at;
  }
  return argv.length;
}

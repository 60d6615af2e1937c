import type { Action, Effect } from '../action.ts';
import { UNRESOLVED } from '../options.ts';
import type { ReadContext, Reader, Reading, Run } from '../reader.ts';
import { act, fileAt, withDoubt } from '../reading.ts';
import { namesSecretFile } from '../secret-files.ts';

export const reader: Reader = { names: ['find'], read };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tests and operators without an argument. */
const BARE = words(
  '! , ( ) -a -and -o -or -not -true -false -daystart -depth -d -follow -ignore_readdir_race -noignore_readdir_race -mount -xdev -nowarn -warn ' +
    '-noleaf -empty -executable -readable -writable -nogroup -nouser -print -print0 -ls -prune -quit -help --help -version --version -X -x -E -s',
);

/** Tests with one argument. */
const WITH_ARGUMENT = words(
  '-amin -anewer -atime -cmin -cnewer -ctime -fstype -gid -group -ilname -iname -inum -ipath -iregex -iwholename -links -lname -maxdepth -mindepth ' +
    '-mmin -mtime -name -newer -path -perm -printf -regex -regextype -samefile -size -type -uid -used -user -wholename -xtype -context -files0-from',
);

const RUNS = words('-exec -execdir -ok -okdir');
const WRITES = words('-fprint -fprint0 -fls');

/** find walks a tree and prints; what it runs, deletes or writes is read out of its expression. */
function read(argv: readonly string[], context: ReadContext): Reading {
  const runs: Run[] = [];
  const notes: string[] = [];
  const paths: string[] = [];
  const actions: Action[] = [];
  let deletes = false;
  let at = 1;
  while (/^-([HLP]|O\d?|D.*)$/.test(argv[at] ?? '')) at += argv[at] === '-D' ? 2 : 1;
  for (; at < argv.length && !/^[-(!,]/.test(argv[at] as string); at++) paths.push(argv[at] as string);
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (BARE.has(arg)) continue;
    if (WITH_ARGUMENT.has(arg) || /^-newer[aBcmt]{2}$/.test(arg)) at++;
    else if (arg === '-delete') deletes = true;
    else if (WRITES.has(arg) || arg === '-fprintf') {
      actions.push(act('find', 'find', ['write'], { resource: fileAt(argv[at + 1] ?? '', context.cwd) }));
      at += arg === '-fprintf' ? 2 : 1;
    } else if (RUNS.has(arg)) {
      const end = endOfCommand(argv, at + 1);
      const command = argv.slice(at + 1, end);
      runs.push({ argv: command.map((word) => word.replaceAll('{}', `./${UNRESOLVED}`)), via: `find ${arg}` });
      if (command.length === 0) notes.push(`nothing follows ${arg}`);
      at = end;
    } else notes.push(`${arg} is not part of an expression gate knows`);
  }
  const roots = paths.length === 0 ? ['.'] : paths;
  const effects: Effect[] = [deletes ? 'destroy' : 'read'];
  if (runs.length > 0 && paths.some(namesSecretFile)) effects.push('secret');
  for (const root of roots.slice(0, 16)) {
    actions.push(act('find', 'find', effects, { resource: fileAt(root, context.cwd) }));
  }
  return { ...withDoubt({ actions }, notes), runs };
}

function endOfCommand(argv: readonly string[], from: number): number {
  for (let at = from; at < argv.length; at++) {
    if (argv[at] === ';' || (argv[at] === '+' && (argv[at - 1] ?? '').includes('{}'))) return at;
  }
  return argv.length;
}

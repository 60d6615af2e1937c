import type { Action } from '../../action.ts';
import { GLOB, UNRESOLVED } from '../../options.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, withDoubt } from '../../reading.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles } from './paths.ts';
import { has, type Known, lastValue, scanLine, spellingsOf } from './scan.ts';

/** fd walks a tree like find; behind -x and -X stands a command that runs on what it finds. */
export const reader: Reader = { names: ['fd', 'fdfind'], read };

const MORE =
  '-H -I -u -s -i -g -F -a -l -L -p -0 -1 -q -h -V --no-hidden --ignore --no-follow --hidden --unrestricted --rg-alias-hidden-ignore --no-require-git --no-global-ignore-file|' +
  '-d -t -e -E -c -j -S -o --and --format --max-buffer-time --gen-completions --hyperlink --min-depth --max-depth --maxdepth -C|';

let known: ReadonlyMap<string, Known> | undefined;

function read(argv: readonly string[], { cwd }: ReadContext): Reading {
  known ??= spellingsOf(OPTIONS['fd'] ?? '||', MORE);
  const doubts: string[] = [];
  const runs: Run[] = [];
  const actions: Action[] = [];
  const words: string[] = [];
  const commands: string[][] = [];
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at] as string;
    const attached = /^--exec(-batch)?=(.*)$/s.exec(arg)?.[2];
    // A bundle may end in one of the two: `-Hx rm`.
    const bundle = /^-([A-Za-z0-9]*)[xX](.*)$/s.exec(arg);
    if (!/^--exec(-batch)?(=|$)/.test(arg) && (bundle === null || arg.startsWith('--'))) {
      words.push(arg);
      continue;
    }
    if (bundle?.[1]) words.push(`-${bundle[1]}`);
    const end = argv.indexOf(';', at + 1);
    const first = attached ?? (bundle?.[2] || undefined);
    commands.push([...(first === undefined ? [] : [first]), ...argv.slice(at + 1, end < 0 ? argv.length : end)]);
    at = end < 0 ? argv.length : end;
  }
  const line = scanLine(words, 1, known);
  doubts.push(...line.unknown.map((option) => `option ${option} of fd is not one gate knows`));
  if (line.unclear) doubts.push('a word of fd that is only known when it runs may be an option');
  const base = lastValue(line, '--base-directory') ?? lastValue(line, '-C');
  const search = lastValue(line, '--search-path');
  const roots = search !== undefined ? [search] : line.operands.slice(1);
  const here = roots.length === 0 ? ['.'] : roots;
  actions.push(
    ...onFiles(
      'fd',
      ['read'],
      here.map((root) => (base === undefined ? root : `${base}/${root}`)),
      cwd,
      false,
    ),
  );
  // Unless it is told to, fd leaves out `.git` and whatever else is hidden.
  const hidden = has(line, '-H', '-u', '--hidden', '--unrestricted', '-L', '--follow');
  const [root = '.'] = here;
  const place = here.length === 1 && base === undefined && (root !== '.' || !hidden) ? `${root}/${GLOB}` : UNRESOLVED;
  for (const command of commands) {
    if (command.length === 0) {
      doubts.push('nothing follows -x');
      continue;
    }
    const holds = command.some((word) => /\{(|\/|\/\/|\.|\/\.)\}/.test(word));
    const filled = command.map((word) => word.replace(/\{(|\/|\/\/|\.|\/\.)\}/g, place));
    runs.push({ argv: holds ? filled : [...filled, place], via: 'fd -x' });
  }
  if (actions.length === 0) actions.push(act('fd', 'fd', ['read']));
  return { ...withDoubt({ actions }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

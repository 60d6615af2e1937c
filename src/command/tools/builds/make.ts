import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, withDoubt } from '../../reading.ts';
import { reachesOut } from '../packages/scripts.ts';

/** GNU make 4.3, `make --help`. */
const OPTIONS = grammar('getopt', {
  flags:
    '-b -m -B/--always-make -d -e/--environment-overrides -h/--help -i/--ignore-errors -k/--keep-going -L/--check-symlink-times -n/--just-print/--dry-run/--recon -p/--print-data-base -q/--question -r/--no-builtin-rules -R/--no-builtin-variables -s/--silent/--quiet --no-silent -S/--no-keep-going/--stop -t/--touch --trace -v/--version -w/--print-directory --no-print-directory --warn-undefined-variables',
  many: '-C/--directory -f/--file/--makefile -I/--include-dir -o/--old-file/--assume-old -W/--what-if/--new-file/--assume-new -E/--eval --shuffle',
  optional: '-j/--jobs -l/--load-average/--max-load -O/--output-sync --debug',
});

/** Targets that work on the machine. */
const MACHINE = /^(un)?install(-\w+)?$/;

/** Variables that name what runs the recipes. */
const SHELL = /^(SHELL|\.SHELLFLAGS|MAKEFLAGS|MAKE|GNUMAKEFLAGS|MAKEFILES|\.RECIPEPREFIX|\.ONESHELL)\s*[:?+!]*=/;

/** `make TARGET`: recipes of the project. `-n` runs parts of them as well (`$(shell)`, lines with `+`). */
export function make(tool: string, argv: readonly string[], context: ReadContext): Reading {
  // `-j 4`: the number is a word of its own, and no target.
  const words = argv.filter(
    (word, at) => !(/^\d+$/.test(word) && /^(-j|-l|--jobs|--load-average)$/.test(argv[at - 1] ?? '')),
  );
  const found = scan(words, 1, OPTIONS);
  if (found.options.has('help') || found.options.has('version')) return { actions: [act(tool, tool, ['read'])] };
  let directory = context.cwd;
  for (const folder of found.options.get('directory') ?? []) directory = absolute(folder, directory);
  const doubts = doubtsIn(found);
  const targets = found.positionals.filter((word) => !word.includes('=') || word.startsWith(UNRESOLVED));
  for (const target of targets) {
    if (MACHINE.test(target) || reachesOut(target)) doubts.push(`by its name ${target} reaches beyond the project`);
  }
  const files = (found.options.get('makefile') ?? found.options.get('file') ?? []).map((file) =>
    absolute(file, directory),
  );
  const paths = [directory, ...files.filter((file) => !file.startsWith(`${directory}/`))];
  const name = targets.length === 1 ? (targets[0] as string) : undefined;
  const actions = paths.map((path) =>
    act(tool, tool, ['execute'], { resource: { kind: 'build', path, ...(name === undefined ? {} : { name }) } }),
  );
  return withDoubt({ actions }, doubts);
}

function doubtsIn(found: Scan): string[] {
  const doubts: string[] = [];
  if (optionValue(found, 'eval') !== undefined) doubts.push('--eval is a makefile in the command line');
  if ((found.options.get('makefile') ?? []).some((file) => file === '-' || file.startsWith('/dev/')))
    doubts.push('the makefile comes from stdin');
  for (const word of found.positionals) {
    if (SHELL.test(word)) doubts.push(`${word.split('=')[0]} decides what runs`);
    else if (/=.*(\$\(|`|!)/.test(word)) doubts.push('a variable of make runs a command');
    else if (word.startsWith(UNRESOLVED)) doubts.push('a target is only known when it runs');
  }
  doubts.push(
    ...found.unknown
      .filter((option) => option !== '(unresolved)')
      .map((option) => `option ${option} is not one gate knows`),
  );
  return doubts;
}

import type { Action } from '../../action.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, withDoubt } from '../../reading.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles, shellRun, written } from './paths.ts';
import { has, type Known, scanLine, spellingsOf } from './scan.ts';

/** Pagers and manuals. At a terminal they take commands, some of which start a shell; otherwise they only read. */
export const reader: Reader = {
  names: ['less', 'more', 'most', 'pg', 'zless', 'zmore', 'bzless', 'xzless', 'man', 'info', 'pinfo'],
  read,
};

/** The values of less's options follow or are attached; the manual page's table has neither. */
const LESS =
  '-a -A -B -c -C -d -e -E -f -F -g -G -i -I -J -K -L -m -M -n -N -q -Q -r -R -s -S -u -U -V -w -W -X -~ -? --no-edit-warn --exit-follow-on-close --header- --show-preproc-errors --wordwrap --modelines- --line-num-width- --no-number-headers --no-search-headers --proc-backspace --proc-tab --proc-return --redraw-on-quit --search-options- --tilde --intr- --use-backslash --save-marks --status-line --file-size --follow-name --incsearch --mouse --MOUSE --no-keypad --no-histdups --quit-on-intr|' +
  '-b -D -h -j -k -o -O -p -P -t -T -x -y -z -# --buffers --color --max-back-scroll --jump-target --lesskey-file --lesskey-src --lesskey-content --log-file --LOG-FILE --pattern --prompt --tag --tag-file --tabs --max-forw-scroll --window --shift --rscroll --wheel-lines --header --line-num-width --status-col-width --search-options --intr|';
const MORE =
  '-d -l -f -p -c -s -u -e -i -V -h --silent --logical --no-pause --print-over --clean-print --squeeze --plain --exit-on-eof|-n --lines|';
const MAN =
  '-a --all -c --catman -d --debug -D --default -f --whatis -h -i --ignore-case -I --match-case -k --apropos -K --global-apropos -l --local-file -t --troff -u --update -V -w --where --path --location -W --where-cat --location-cat -X -Z --ditroff -7 --ascii --regex --wildcard --names-only --no-subpages --no-hyphenation --nh --no-justification --nj --usage|' +
  '-C --config-file -e --extension -E --encoding -L --locale -m --systems -M --manpath -p --preprocessor -P --pager -r --prompt -R --recode -s -S --sections -B|-H --html -T --troff-device --gxditview --warnings';
const INFO =
  '-a --all -H --describe-shell-keys -h -O --usage --show-options -R --raw-escapes -w --where --location --vi-keys --subnodes --strict-node-location -V --no-raw-escapes --index|-k --apropos -d --directory --dribble -f --file --index-search -n --node -o --output --restore --speech-friendly -v --variable -x --debug --init-file|';

const TABLES: Readonly<Record<string, string>> = { less: LESS, more: MORE, man: MAN, info: INFO };
const LIKE: Readonly<Record<string, string>> = {
  zless: 'less',
  bzless: 'less',
  xzless: 'less',
  most: 'less',
  pg: 'more',
  zmore: 'more',
  pinfo: 'info',
};
const grammars = new Map<string, ReadonlyMap<string, Known>>();

/** `+G`, `+/word`, `+120`: places to start at. Any other text after `+` is a command of the pager. */
const PLACE = /^\+\+?(\d+[gGpjJ%]?|[gGF]|[/?][^\n\r^K]*)?$/;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const base = LIKE[tool] ?? tool;
  let known = grammars.get(base);
  if (known === undefined) {
    const table = TABLES[base] as string;
    known = spellingsOf(OPTIONS[base] ?? '||', table, '--help --version||');
    grammars.set(base, known);
  }
  const line = scanLine(argv, 1, known, { numbers: base === 'more' || base === 'less' });
  if (has(line, '--help', '--version', '--usage')) return { actions: [act(tool, tool, ['read'])] };
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  const actions: Action[] = [];
  const runs: Run[] = [];
  for (const { option, value } of line.options) {
    const is = (...names: readonly string[]): boolean => names.some((name) => option.spellings.includes(name));
    if (base === 'less' && is('-o', '-O', '--log-file', '--LOG-FILE'))
      actions.push(...written(tool, value, context.cwd));
    else if (base === 'less' && is('-k', '--lesskey-file', '--lesskey-src', '--lesskey-content'))
      doubts.push('a key file gives less commands');
    else if (base === 'info' && is('-o', '--output', '--dribble')) actions.push(...written(tool, value, context.cwd));
    else if (base === 'info' && is('--restore', '--init-file', '-v', '--variable'))
      doubts.push('info runs commands from a file');
    else if (base === 'man' && is('-P', '--pager', '-H', '--html')) {
      actions.push(act(tool, tool, ['execute']));
      runs.push(shellRun(value, `man ${option.spellings[0]}`));
    } else if (base === 'man' && is('-C', '--config-file'))
      doubts.push('another configuration file can name programs to run');
    else if (base === 'man' && is('-u', '--update', '-c', '--catman')) actions.push(act(tool, tool, ['write']));
  }
  const places = line.operands.filter((word) => word.startsWith('+') && base !== 'man');
  const files = line.operands.filter((word) => !places.includes(word));
  if (!places.every((word) => PLACE.test(word))) doubts.push(`${tool} is given commands to run at its start`);
  const effects = context.stdin === 'terminal' ? (['read', 'execute'] as const) : (['read'] as const);
  actions.push(...onFiles(tool, effects, base === 'man' || base === 'info' ? [] : files, context.cwd));
  return { ...withDoubt({ actions }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

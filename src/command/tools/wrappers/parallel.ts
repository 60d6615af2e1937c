import { grammar, optionValue, scan, UNRESOLVED } from '../../options.ts';
import type { Reading, Run } from '../../reader.ts';
import { act, doubtsOf, unknownAction } from '../../reading.ts';

/** More lines than this are read as one that is fed from elsewhere. */
const MOST_LINES = 16;

/** Options that only say how many, how fast, in which order and how it is shown; by the manual of GNU parallel. */
const PARALLEL = grammar('getopt', {
  flags:
    '-0/--null -k/--keep-order -u/--ungroup --group --line-buffer/--linebuffer/--lb --bar --eta --progress -t/--verbose -v --tag -q/--quote ' +
    '-X -m --xargs --will-cite --halt-on-error --no-run-if-empty -r --files --shuf --no-notice --plain --link --xapply --dry-run/--dryrun --ll',
  many:
    '-j/--jobs/-P/--max-procs -n/--max-args -N/--max-replace-args -L/--max-lines --halt --timeout --retries --delay --joblog --load --memfree --nice ' +
    '-d/--delimiter -C/--colsep --header -I -a/--arg-file --results --tmpdir --tagstring -s/--max-chars',
});

const PLACE = /\{(\d*)(\.|\/|\/\/|\/\.|#|%)?\}/g;
const SOURCE = /^:::[:+]*$/;

/** `parallel CMD ::: a b`: a shell line for each word; what comes on stdin is a word nobody knows. */
export function parallel(argv: readonly string[]): Reading {
  const found = scan(argv, 1, PARALLEL, true);
  const rest = argv.slice(found.end);
  const first = rest.findIndex((word) => SOURCE.test(word));
  const command = first < 0 ? rest : rest.slice(0, first);
  const lists = first < 0 ? undefined : listsOf(rest.slice(first));
  const doubts = [...doubtsOf(found)];
  if (optionValue(found, 'I') !== undefined) doubts.push('parallel puts its words elsewhere');
  const log = optionValue(found, 'joblog') ?? optionValue(found, 'results');
  const actions = log === undefined ? [] : [act('parallel', 'parallel', ['write'])];
  if (found.options.has('dryrun') && doubts.length === 0) return { actions: [act('parallel', 'parallel', ['read'])] };
  const rows = lists && rowsOf(lists, found.options.has('xapply') || rest.some((word) => word === ':::+'));
  const known = rows !== undefined && rows.length > 0 && rows.length <= MOST_LINES;
  const isTaken = command.length === 0 && !known;
  if (isTaken) doubts.push('parallel runs the lines it is fed');
  const quoted = found.options.has('quote');
  const runs = isTaken ? [] : (known ? rows : [undefined]).map((row) => lineOf(command, row, quoted));
  if (runs.some((run) => run === undefined)) doubts.push('parallel computes its lines');
  return {
    actions: doubts.length > 0 ? [...actions, unknownAction('parallel')] : actions,
    runs: runs.filter((run) => run !== undefined),
    notes: doubts,
  };
}

/** The words behind each `:::`; undefined when a list comes from a file. */
function listsOf(words: readonly string[]): readonly (readonly string[])[] | undefined {
  const lists: string[][] = [];
  for (const word of words) {
    if (word.startsWith('::::')) return undefined;
    if (SOURCE.test(word)) lists.push([]);
    else lists.at(-1)?.push(word);
  }
  return lists;
}

function rowsOf(lists: readonly (readonly string[])[], linked: boolean): readonly (readonly string[])[] | undefined {
  if (linked) return undefined;
  let rows: (readonly string[])[] = [[]];
  for (const list of lists) {
    if (rows.length * list.length > MOST_LINES) return undefined;
    rows = rows.flatMap((row) => list.map((word) => [...row, word]));
  }
  return rows;
}

/** One line as its shell gets it: the words stand in for the places, quoted, or at the end. */
function lineOf(command: readonly string[], row: readonly string[] | undefined, quoted: boolean): Run | undefined {
  const via = 'parallel';
  if (command.length === 0) return row === undefined ? undefined : { argv: ['sh', '-c', row.join(' ')], via };
  const text = (quoted ? command.map(quote) : command).join(' ');
  if (/\{=|\{(\+|-)?\d*[^}\d./#%]/.test(text.replaceAll('{}', ''))) return undefined;
  if (text.includes(UNRESOLVED)) return { argv: ['sh', '-c', text], via };
  const words = row ?? [UNRESOLVED];
  const extra: string[] = [];
  let placed = false;
  const made = text.replace(PLACE, (_, number: string, change: string | undefined) => {
    placed = true;
    const word =
      row === undefined || change !== undefined ? UNRESOLVED : number === '' ? row.join(' ') : row[Number(number) - 1];
    extra.push(word ?? UNRESOLVED);
    return `"$\{${extra.length}}"`;
  });
  const line = placed ? made : `${text} ${words.map((word) => `"$\{${extra.push(word)}}"`).join(' ')}`;
  const args = extra;
  // A place may stand for the name of a program, or for a part of one.
  return {
    argv: ['sh', '-c', bare(line, args), '_', ...args.map((word) => (word === UNRESOLVED ? `${UNRESOLVED}?` : word))],
    via,
  };
}

/** Plain words are put into the text as they are, so that those which name something are seen. */
function bare(line: string, args: readonly string[]): string {
  return line.replace(/"\$\{(\d+)\}"/g, (place, number: string) => {
    const word = args[Number(number) - 1] ?? '';
    return /^[\w./:=@%+,-]+$/.test(word) ? word : place;
  });
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

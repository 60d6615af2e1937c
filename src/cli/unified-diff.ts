import { structuredPatch } from 'diff';
import { visible } from '../command/display.ts';

/** What a change of a text file does, line by line, for a terminal. Pure. */

export interface Sides {
  /** The name of the file, as its reader knows it. */
  readonly path: string;
  /** Undefined: there is no such file. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Lines around a change that stay as they are. */
const CONTEXT = 3;
/** Comparing takes time with the square of the changes; beyond this, all of the middle is one change. */
const MOST_EDITS = 1000;

/**
 * The unified diff of two texts, escaped: no line of either file can do anything to the terminal, or look like another.
 *
 * @param color only where the terminal takes it and `NO_COLOR` is not set
 * @returns lines that each end in a newline; '' when nothing changes
 */
export function unifiedDiff({ path, before, after }: Sides, { color }: { readonly color: boolean }): string {
  if (before === after) return '';
  const head = [
    painted(`--- ${before === undefined ? '(no such file yet)' : visible(path)}`, '1', color),
    painted(`+++ ${after === undefined ? '(removed)' : visible(path)}`, '1', color),
  ];
  const body = hunksOf(before ?? '', after ?? '').flatMap((hunk) => [
    painted(`@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@`, '36', color),
    ...hunk.lines.map((line) => painted(`${line[0]}${visible(line.slice(1))}`, COLORS[line[0] ?? ''], color)),
  ]);
  return [...head, ...body].map((line) => `${line}\n`).join('');
}

const COLORS: Readonly<Record<string, string>> = { '-': '31', '+': '32', '\\': '2' };

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Each with `-`, `+`, a blank or `\` (about a last line without its newline) in front. */
  readonly lines: readonly string[];
}

function hunksOf(before: string, after: string): readonly Hunk[] {
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  return structuredPatch('', '', before, after, '', '', options)?.hunks ?? [wholeMiddle(before, after)];
}

/** Everything between the lines that both begin with and the lines that both end with. */
function wholeMiddle(before: string, after: string): Hunk {
  const old = linesOf(before);
  const now = linesOf(after);
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const from = Math.max(0, head - CONTEXT);
  const behind = Math.min(CONTEXT, tail);
  const marked = (sign: string, lines: readonly string[]) =>
    lines.flatMap((line) =>
      line.endsWith('\n') ? [`${sign}${line.slice(0, -1)}`] : [`${sign}${line}`, '\\ No newline at end of file'],
    );
  return {
    oldStart: from + 1,
    oldLines: old.length - tail + behind - from,
    newStart: from + 1,
    newLines: now.length - tail + behind - from,
    lines: [
      ...marked(' ', old.slice(from, head)),
      ...marked('-', old.slice(head, old.length - tail)),
      ...marked('+', now.slice(head, now.length - tail)),
      ...marked(' ', old.slice(old.length - tail, old.length - tail + behind)),
    ],
  };
}

/** With their newlines, so that a last line without one differs from one with it. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** As `diff -u` writes it: an empty side begins before its first line, and a single line has no length. */
function span(start: number, lines: number): string {
  if (lines === 1) return `${start}`;
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function painted(text: string, code: string | undefined, color: boolean): string {
  return color && code !== undefined ? `\x1b[${code}m${text}\x1b[0m` : text;
}

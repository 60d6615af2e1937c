import { visible } from '../../command/display.ts';
import { CHECKS, type Finding, type Level } from './finding.ts';

/** Lines under labels: whole ones for `grep`, wrapped ones for people. */

const LABEL = 10;

/**
 * @param text a line feed in it begins a new line
 * @param width columns; a word that is longer than a line stays whole. Undefined: nothing is wrapped
 */
export function labelled(label: string, text: string, width: number | undefined): string {
  const lines = text.split('\n').flatMap((line) => wrapped(visible(line), width));
  const [first = '', ...rest] = lines;
  return [`${label.padEnd(LABEL)}${first}`, ...rest.map((line) => `${' '.repeat(LABEL)}${line}`)]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Those of one level: by check, with what helps once after those that it helps. */
export function renderFindings(findings: readonly Finding[], level: Level, width: number | undefined): string {
  const chosen = CHECKS.flatMap((check) =>
    findings.filter((finding) => finding.level === level && finding.check === check),
  );
  return chosen
    .map(({ text, hint }, index) => {
      const helps = hint === undefined || hint === chosen[index + 1]?.hint ? '' : labelled('', `-> ${hint}`, width);
      return `${labelled(LABELS[level], text, width)}${helps}`;
    })
    .join('');
}

const LABELS: Readonly<Record<Level, string>> = { problem: 'PROBLEM', warning: 'warning', note: 'note', ok: 'ok' };

/** `1 problem, 2 warnings`. */
export function summary(findings: readonly Finding[]): string {
  const counted = (level: Level, word: string) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
  };
  const words = [...counted('problem', 'problem'), ...counted('warning', 'warning'), ...counted('note', 'note')];
  return words.length === 0 ? 'nothing to worry about' : words.join(', ');
}

function wrapped(line: string, width: number | undefined): string[] {
  if (width === undefined) return [line];
  const lines: string[] = [];
  let now = '';
  for (const [, gap = '', word = ''] of line.matchAll(/( *)([^ ]+)/g)) {
    if (now !== '' && LABEL + now.length + gap.length + word.length > width) {
      lines.push(now);
      now = word;
    } else {
      now += gap + word;
    }
  }
  return [...lines, now];
}

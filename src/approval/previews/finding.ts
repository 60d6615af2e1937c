import type { Action } from '../../command/action.ts';
import type { Text } from '../../command/manifest.ts';
import type { Ran } from '../../platform/child.ts';
import type { Look } from '../../platform/look.ts';
import type { Submitted } from '../events.ts';
import type { Preview } from '../preview.ts';
import type { Access } from './access.ts';

/** What a preview starts from: the request as it was recorded, never what its files say of themselves. */
export type Subject = Pick<Submitted, 'actions' | 'manifest' | 'inputs' | 'host'>;

/** What one tool's preview found out. */
export type Finding = Pick<Preview, 'kind' | 'lines' | 'headline'>;

/**
 * One file per tool. Reads only, through `look`; whatever it cannot find out is `unknown` with the reason.
 * @param actions those of the tool that change something
 */
export type Previewer = (actions: readonly Action[], subject: Subject, look: Look, access: Access) => Promise<Finding>;

export function found(headline: string, lines: readonly string[]): Finding {
  return { kind: 'found', headline, lines };
}

export function unknown(...why: readonly string[]): Finding {
  return { kind: 'unknown', lines: why };
}

/** The arguments; undefined where a secret was taken out. */
export function argumentsOf({ manifest }: Pick<Subject, 'manifest'>): readonly (string | undefined)[] {
  return manifest.argv.map((text: Text) => (typeof text === 'string' ? text : undefined));
}

/** Output of a program that did what it was asked, or why there is none. */
export function outputOf(ran: Ran, program: string): { readonly text: string } | { readonly why: string } {
  switch (ran.kind) {
    case 'ended':
      return ran.code === 0 ? { text: ran.stdout } : { why: `${program} said: ${firstLine(ran.stderr)}` };
    case 'late':
      return { why: `${program} did not answer in time` };
    case 'much':
      return { why: `${program} answered with more than a preview looks at` };
    case 'absent':
      return { why: `${program} is not installed where the system keeps its programs` };
  }
}

function firstLine(text: string): string {
  const lines = text.split('\n').filter((each) => each.trim() !== '' && !/^\s*(warning|hint|note)\b/i.test(each));
  const line = lines[0] ?? 'nothing, and failed';
  return bounded(line.trim());
}

const LONGEST = 240;

/** A long text with the number of characters that are not shown. */
export function bounded(text: string): string {
  const more = text.length - LONGEST;
  return more > 0 ? `${text.slice(0, LONGEST)} [${more} more characters]` : text;
}

const MOST_NAMED = 12;

/** The first of many, and how many more there are. */
export function some(lines: readonly string[], what: string, most = MOST_NAMED): readonly string[] {
  const shown = lines.slice(0, most).map(bounded);
  return lines.length > most ? [...shown, `and ${number(lines.length - most)} more ${what}`] : shown;
}

/** `1 file`, `1,204 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function number(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `812 B`, `3.1 GB`: powers of ten, as disks are sold. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

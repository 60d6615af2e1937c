import { quoted, visible } from '../command/display.ts';
import type { CardParts, Field } from './card.ts';
import type { Payload } from './payloads.ts';
import type { Preview } from './preview.ts';

/** How `policy/conclude.ts` marks the words of a repository's rules. */
const REPOSITORY = 'the repository says: ';

export function isOfRepository(reason: string): boolean {
  return reason.startsWith(REPOSITORY);
}

/** The zone of words out of files and outputs: gate read them, and answers for none of them. */
export function materialsOf({ decision, previews, payloads, stdin }: CardParts): readonly Field[] {
  const told = [...(decision?.reasons ?? []), ...(decision?.suggest ?? [])].filter(isOfRepository);
  return [
    ...(previews === 'withheld' ? [] : previews.filter(({ kind }) => kind !== 'none').map(preview)),
    ...(stdin ? [standardInput(stdin)] : []),
    ...payloads.map(decoded),
    ...(told.length > 0
      ? [{ label: 'repository', lines: told.map((text) => visible(text.slice(REPOSITORY.length))) }]
      : []),
  ];
}

function preview({ tool, kind, headline, lines, at }: Preview): Field {
  const head = [kind === 'found' ? headline : 'unknown', `looked at ${new Date(at).toISOString()}`];
  return {
    label: 'preview',
    lines: [
      visible(`${tool}: ${head.filter((part) => part !== undefined).join(', ')}`),
      // One line each, whatever is in a name: a line feed must not make another one.
      ...lines.map((line) => `| ${visible(line)}`),
    ],
    tone: 'notice',
  };
}

/** The same in lines, for where there is no card: before a confirmation. */
export function previewLines(previews: readonly Preview[]): readonly string[] {
  return previews.flatMap((each) =>
    each.kind === 'none' ? [visible(`${each.tool}: no preview exists for this`)] : preview(each).lines,
  );
}

/** Whole: it is read as code or instructions. */
function standardInput({ bytes, text }: NonNullable<CardParts['stdin']>): Field {
  const head = `${bytes} bytes${text === undefined ? ', not text' : ''}`;
  return { label: 'stdin says', lines: [head, ...(text === undefined ? [] : block(text))] };
}

/** Most that is shown of one payload; the raw form is whole in the command. */
const MOST_CHARACTERS = 4000;

function decoded({ argument, encodings, raw, bytes, text }: Payload): Field {
  const from = raw.length <= 100 ? quoted(raw) : `${quoted(raw.slice(0, 40))} and ${raw.length - 40} characters more`;
  const head = `[${argument}] ${from}: ${encodings.join(', then ')}, ${bytes} bytes, decoded by gate`;
  if (text === undefined) return { label: 'decoded', lines: [`${head}: not text`], tone: 'danger' };
  const rest = text.length - MOST_CHARACTERS;
  const more = rest > 0 ? [`(${rest} characters more; the raw form is whole in the command)`] : [];
  return { label: 'decoded', lines: [head, ...block(text.slice(0, MOST_CHARACTERS)), ...more], tone: 'danger' };
}

/** Somebody's text of several lines, each behind a bar. */
export function block(text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `| ${visible(line)}`);
}

import { flat, visible } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import type { CardParts, Field } from './card.ts';
import { block } from './materials.ts';

/**
 * The zone of what people and agents say about a request: the requester's reasons, what was asked back, and what was
 * answered. None of it was checked.
 */
export function wordsOf({ submitted, repeats, view }: CardParts): readonly Field[] {
  const { question } = view;
  return [
    ...said('intent', submitted?.intent),
    ...said('ticket', submitted?.ticket),
    ...repeats.flatMap(({ intent, ticket }) => [
      ...(same(intent, submitted?.intent) ? [] : said('intent, again', intent)),
      ...(same(ticket, submitted?.ticket) ? [] : said('ticket, again', ticket)),
    ]),
    ...(view.broken ? said('break-glass', view.broken.why) : []),
    ...view.answers.flatMap(({ question: asked, askedBy, by, text, file }) => [
      { label: 'question', lines: [visible(`${askedBy}: ${asked}`)] },
      { label: 'answer', lines: [visible(`${by}: ${text}`)] },
      ...(file ? [{ label: 'attached', lines: [visible(`${file.name} ${file.digest}`), ...block(file.text)] }] : []),
    ]),
    ...(question
      ? [{ label: 'question', lines: [visible(`${question.by}: ${question.text}`)], tone: 'notice' as const }]
      : []),
  ];
}

function said(label: string, text: unknown): readonly Field[] {
  return text === undefined ? [] : [{ label, lines: [visible(flat(text as Text))] }];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

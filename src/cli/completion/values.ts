import type { Outline } from '../outline.ts';

/** Lists that are known only when asked for: requests by what can be done with them, approvals that stand, names. */
export const WORD_LISTS = [
  ...(['pending', 'questioned', 'granted', 'resumable', 'open', 'unreviewed', 'all'] as const),
  ...(['standing', 'schemas', 'packs'] as const),
] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** What a shell can offer where a value is expected. */
export type Offer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** `gate completion --words LIST` prints them. */
  | { readonly kind: 'words'; readonly list: WordList };

/**
 * By the name of the value, for most; a place whose ids are others than those of open requests is a row of its own.
 *
 * @param name of an option's value or of an argument, as help shows it
 */
export function offerFor({ words }: Pick<Outline, 'words'>, name: string, choices: readonly string[] = []): Offer {
  if (choices.length > 0) return { kind: 'choices', choices };
  const place = [...words, name].join(' ');
  const list = Object.hasOwn(LISTS, place) ? LISTS[place] : /^ids?$/.test(name) ? 'open' : undefined;
  if (list !== undefined) return { kind: 'words', list };
  if (/^(?:directory|dir)$/i.test(name)) return { kind: 'directory' };
  return /\bfiles?\b/i.test(name) ? { kind: 'file' } : { kind: 'nothing' };
}

/** Of an option of a run `ID` can be a ticket, which nobody here knows; `--resume` alone takes a request. */
export function offerForOption(
  outline: Pick<Outline, 'words'>,
  option: { readonly long: string; readonly value?: string; readonly choices?: readonly string[] },
): Offer {
  if (option.value === undefined) return { kind: 'nothing' };
  if (option.long === '--resume') return { kind: 'words', list: 'resumable' };
  return offerFor(outline, option.value, option.choices);
}

const LISTS: Readonly<Record<string, WordList | undefined>> = {
  'approve ids': 'pending',
  'deny ids': 'pending',
  'question id': 'pending',
  'answer id': 'questioned',
  'revoke id': 'granted',
  'review id': 'unreviewed',
  'show id': 'all',
  'audit show what': 'all',
  'grants revoke id': 'standing',
  'enroll id': undefined,
  'schema name': 'schemas',
  'policy packs name': 'packs',
};

import { groupName } from '../document.ts';
import type { Sighting } from './sighting.ts';

/** Names that people and groups have in `config.yaml`: ASCII, readable, and the same again from the same files. Pure. */

/** Letters that do not come apart into an ASCII one and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', ø: 'o', å: 'a', ð: 'd', đ: 'd', þ: 'th', ł: 'l', œ: 'oe', ı: 'i', ħ: 'h' },
};
const LONGEST = 60;

/**
 * The first of these that leaves a letter or digit: the part of an e-mail address before the `@`, the account, a short
 * name elsewhere, the display name. Already taken: `alice-2`, `alice-3`.
 *
 * @param taken names in use; the new one is added
 */
export function nameFor(sighting: Pick<Sighting, 'identities' | 'handles' | 'name'>, taken: Set<string>): string {
  const { identities, handles, name } = sighting;
  const written = [
    ...identities.email.map((email) => email.replace(/[+@].*$/s, '')),
    ...identities.os.map((account) => account.replace(/@.*$/s, '')),
    ...handles,
    ...(name === undefined ? [] : [name]),
    ...identities.slack,
  ];
  const base = written.map(plain).find((each) => each !== '') ?? 'person';
  let free = base;
  for (let number = 2; taken.has(free); number++) free = `${base}-${number}`;
  taken.add(free);
  return free;
}

/** A name of a group elsewhere as one of `config.yaml`; undefined when nothing of it is left, or it is built in. */
export function groupNamed(text: string): string | undefined {
  const name = groupName.safeParse(text).success ? text : plain(text);
  return name === '' || name === 'owners' || name === 'target-owner' ? undefined : name;
}

/** Small ASCII letters, digits, `.`, `_` and `-`, beginning and ending with a letter or digit; '' when none is left. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\x00-\x7f]/gu, (letter) => LETTERS[letter] ?? '-')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .slice(0, LONGEST)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}

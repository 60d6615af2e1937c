import type { CommandTree } from '../../command-tree.ts';
import { Names } from '../../names.ts';

/** Spellings of git that no list of options holds. */

/** Commands where `-5` is a number of commits or lines. */
const COUNTED = new Names(
  'log show rev-list whatchanged reflog format-patch send-email bundle grep stash shortlog diff diff-tree blame show-branch',
);

/** Commands that no option of theirs turns into anything worse: a word only the shell knows is no doubt there. */
export const SETTLED = new Names(
  'merge-base cat-file ls-tree ls-files name-rev show-ref for-each-ref check-ref-format check-ignore check-attr check-mailmap ' +
    'count-objects describe rev-parse status var version verify-commit verify-tag verify-pack show-index patch-id cherry add stage commit',
);

/** Options whose value may be left out only at the very end of the line: then it is HEAD. */
const LAST = new Names('--merged --no-merged --contains --no-contains --points-at --with --without');

/** The words after the command as the scanner understands them. */
export function wordsFor(command: string, argv: readonly string[], from: number): readonly string[] {
  let words = argv.slice(from);
  const end = words.indexOf('--');
  const options = end < 0 ? words.length : end;
  const counted = COUNTED.has(command);
  let changed = false;
  const kept = words.filter((word, at) => {
    const drop = at < options && (word === '--end-of-options' || (counted && /^-\d+$/.test(word)));
    if (drop) changed = true;
    return !drop;
  });
  if (changed) words = kept;
  const final = words.at(-1);
  if (final !== undefined && end < 0 && LAST.has(final)) words = [...words, 'HEAD'];
  return words;
}

/** `--no-X` of an option `--X` that git knows: every one can be switched off. */
export function isPartOf(node: CommandTree, option: string): boolean {
  if (!option.startsWith('--no-')) return false;
  const positive = `--${option.slice(5)}`;
  const lists = [node.flags, node.optional, node.values];
  return lists.some((list) => list !== undefined && ` ${list.replaceAll('/', ' ')} `.includes(` ${positive} `));
}

export function optionDoubts(unknown: readonly string[]): string[] {
  return unknown.map((option) => `option ${option} is not one gate knows`);
}

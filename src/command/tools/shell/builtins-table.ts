/** What the shell does by itself, without starting a program. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Change only the shell that ends with the command. */
export const HARMLESS = set(
  ': true false echo printf pwd test [ type hash return exit break continue shift times umask ulimit jobs wait fg bg suspend caller dirs history ' +
    'disown logout fc help set shopt cd pushd popd getopts let read mapfile readarray local declare typeset export readonly unset',
);

/** Builtins that take names: a name with a subscript is evaluated, and may hide a command. */
export const TAKES_NAMES = set(
  'read mapfile readarray local declare typeset export readonly unset getopts let printf test [',
);

/** Builtins that set variables from somewhere gate does not see. */
export const SETS_NAMES = set(
  'read mapfile readarray getopts let unset local declare typeset export readonly printf select wait',
);

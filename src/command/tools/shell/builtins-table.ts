import { Names } from '../../names.ts';

/** What the shell does by itself, without starting a program. */

/** Change only the shell that ends with the command. */
export const HARMLESS = new Names(
  ': true false echo printf pwd test [ type hash return exit break continue shift times umask ulimit jobs wait fg bg suspend caller dirs history ' +
    'disown logout fc help set shopt cd pushd popd getopts let read mapfile readarray local declare typeset export readonly unset complete compopt',
);

/** Builtins that take names: a name with a subscript is evaluated, and may hide a command. */
export const TAKES_NAMES = new Names(
  'read mapfile readarray local declare typeset export readonly unset getopts let printf test [',
);

/** Builtins whose own assignments in front stay behind in some shells. */
export const KEEPS_ASSIGNMENTS = new Names(
  ': . break continue eval exec exit export readonly return set shift times trap unset',
);

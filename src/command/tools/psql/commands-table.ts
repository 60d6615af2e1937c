// Written by scripts/generate-postgres.ts from psql 15 (Debian): --help and --help=commands; change that, not this.
import { Names } from '../../names.ts';

/** Backslash commands, without the letters that may follow. */
export const COMMANDS = new Names(`
! ? C H T a c cd conninfo copy copyright crosstabview d dA dAc dAf dAo dAp dC dD dE dF dFd dFp dFt dL dO dP dRp dRs
dT dX da db dc dconfig dd ddp des det deu dew df dg di dl dm dn do dp drds ds dt du dv dx dy e echo ef elif else
encoding endif errverbose ev f g gdesc getenv gexec gset gx h i if ir l lo_export lo_import lo_list lo_unlink o p
password prompt pset q qecho r restrict s set setenv sf sv t timing unrestrict unset w warn watch x z
`);

/** The options of psql. */
export const OPTIONS = {
  flags:
    '-l/--list -V/--version -X/--no-psqlrc -1/--single-transaction -a/--echo-all -b/--echo-errors -e/--echo-queries -E/--echo-hidden -n/--no-readline -q/--quiet -s/--single-step -S/--single-line -A/--no-align --csv -H/--html -t/--tuples-only -x/--expanded -z/--field-separator-zero -0/--record-separator-zero -w/--no-password -W/--password',
  many: '-c/--command -f/--file -v/--set --variable -L/--log-file -o/--output -F/--field-separator -P/--pset -R/--record-separator -T/--table-attr',
  values: '-d/--dbname -h/--host -p/--port -U/--username',
  optional: '-?/--help',
};

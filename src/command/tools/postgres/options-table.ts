// Written by scripts/generate-postgres.ts from the --help of each program of PostgreSQL 15 (Debian); change that, not this.
import type { OptionTable } from '../../options.ts';

export const OPTIONS: Readonly<Record<string, OptionTable>> = {
  clusterdb: {
    flags: '-a/--all -e/--echo -q/--quiet -v/--verbose -V/--version -?/--help -w/--no-password -W/--password',
    many: '-t/--table --maintenance-db',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  createdb: {
    flags: '-e/--echo -V/--version -?/--help -w/--no-password -W/--password',
    many: '-D/--tablespace -E/--encoding -l/--locale --lc-collate --lc-ctype --icu-locale --locale-provider -O/--owner -S/--strategy -T/--template --maintenance-db',
    values: '-h/--host -p/--port -U/--username',
  },
  createuser: {
    flags:
      '-d/--createdb -D/--no-createdb -e/--echo -i/--inherit -I/--no-inherit -l/--login -L/--no-login -P/--pwprompt -r/--createrole -R/--no-createrole -s/--superuser -S/--no-superuser -V/--version --interactive --replication --no-replication -?/--help -w/--no-password -W/--password',
    many: '-c/--connection-limit -g/--role',
    values: '-h/--host -p/--port -U/--username',
  },
  dropdb: {
    flags: '-e/--echo -f/--force -i/--interactive -V/--version --if-exists -?/--help -w/--no-password -W/--password',
    many: '--maintenance-db',
    values: '-h/--host -p/--port -U/--username',
  },
  dropuser: {
    flags: '-e/--echo -i/--interactive -V/--version --if-exists -?/--help -w/--no-password -W/--password',
    values: '-h/--host -p/--port -U/--username',
  },
  initdb: {
    flags:
      '-g/--allow-group-access -k/--data-checksums --no-locale -W/--pwprompt -d/--debug --discard-caches -n/--no-clean -N/--no-sync --no-instructions -s/--show -S/--sync-only -V/--version -?/--help',
    many: '-A/--auth --auth-host --auth-local -D/--pgdata -E/--encoding --icu-locale --locale --lc-collate --lc-ctype --lc-messages --lc-monetary --lc-numeric --lc-time --locale-provider --pwfile -T/--text-search-config -X/--waldir --wal-segsize -L',
    values: '-U/--username',
  },
  oid2name: {
    flags: '-i/--indexes -q/--quiet -s/--tablespaces -S/--system-objects -V/--version -x/--extended -?/--help -H',
    many: '-f/--filenode -o/--oid -t/--table',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_amcheck: {
    flags:
      '-a/--all --no-dependent-indexes --no-dependent-toast --no-strict-names --exclude-toast-pointers --on-error-stop --heapallindexed --parent-check --rootdescend -w/--no-password -W/--password -e/--echo -P/--progress -v/--verbose -V/--version --install-missing -?/--help',
    many: '-d/--database -D/--exclude-database -i/--index -I/--exclude-index -r/--relation -R/--exclude-relation -s/--schema -S/--exclude-schema -t/--table -T/--exclude-table --skip --startblock --endblock --maintenance-db -j/--jobs',
    values: '-h/--host -p/--port -U/--username',
  },
  pg_archivecleanup: { flags: '-d -n -V/--version -?/--help', many: '-x' },
  pg_basebackup: {
    flags:
      '-R/--write-recovery-conf -z/--gzip -C/--create-slot -n/--no-clean -N/--no-sync -P/--progress -v/--verbose -V/--version --manifest-force-encode --no-estimate-size --no-manifest --no-slot --no-verify-checksums -?/--help -w/--no-password -W/--password',
    many: '-D/--pgdata -F/--format -r/--max-rate -t/--target -T/--tablespace-mapping --waldir -X/--wal-method -Z/--compress -c/--checkpoint -l/--label -S/--slot --manifest-checksums -s/--status-interval',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_checksums: {
    flags: '-c/--check -d/--disable -e/--enable -N/--no-sync -P/--progress -v/--verbose -V/--version -?/--help',
    many: '-D/--pgdata -f/--filenode',
  },
  pg_config: {
    flags:
      '--bindir --docdir --htmldir --includedir --pkgincludedir --includedir-server --libdir --pkglibdir --localedir --mandir --sharedir --sysconfdir --pgxs --configure --cc --cppflags --cflags --cflags_sl --ldflags --ldflags_ex --ldflags_sl --libs --version -?/--help',
  },
  pg_controldata: { flags: '-V/--version -?/--help', many: '-D/--pgdata' },
  pg_ctl: {
    flags: '-s/--silent -V/--version -w/--wait -W/--no-wait -?/--help -c/--core-files',
    many: '-D/--pgdata -t/--timeout -l/--log -o/--options -p -m/--mode',
  },
  pg_dump: {
    flags:
      '-v/--verbose -V/--version --no-sync -?/--help -a/--data-only -b/--blobs -B/--no-blobs -c/--clean -C/--create -O/--no-owner -s/--schema-only -x/--no-privileges --binary-upgrade --column-inserts --disable-dollar-quoting --disable-triggers --enable-row-security --if-exists --inserts --load-via-partition-root --no-comments --no-publications --no-security-labels --no-subscriptions --no-table-access-method --no-tablespaces --no-toast-compression --no-unlogged-table-data --on-conflict-do-nothing --quote-all-identifiers --serializable-deferrable --strict-names --use-set-session-authorization -w/--no-password -W/--password',
    many: '-f/--file -F/--format -j/--jobs -Z/--compress --lock-wait-timeout -e/--extension -E/--encoding -n/--schema -N/--exclude-schema -S/--superuser -t/--table -T/--exclude-table --exclude-table-data --extra-float-digits --include-foreign-data --restrict-key --rows-per-insert --section --snapshot --role',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_dumpall: {
    flags:
      '-v/--verbose -V/--version -?/--help -a/--data-only -c/--clean -g/--globals-only -O/--no-owner -r/--roles-only -s/--schema-only -t/--tablespaces-only -x/--no-privileges --binary-upgrade --column-inserts --disable-dollar-quoting --disable-triggers --if-exists --inserts --load-via-partition-root --no-comments --no-publications --no-role-passwords --no-security-labels --no-subscriptions --no-sync --no-table-access-method --no-tablespaces --no-toast-compression --no-unlogged-table-data --on-conflict-do-nothing --quote-all-identifiers --use-set-session-authorization -w/--no-password -W/--password',
    many: '-f/--file --lock-wait-timeout -E/--encoding -S/--superuser --exclude-database --extra-float-digits --restrict-key --rows-per-insert -l/--database --role',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_isready: {
    flags: '-q/--quiet -V/--version -?/--help',
    many: '-t/--timeout',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_receivewal: {
    flags:
      '--if-not-exists -n/--no-loop --no-sync --synchronous -v/--verbose -V/--version -?/--help -w/--no-password -W/--password --create-slot --drop-slot',
    many: '-D/--directory -E/--endpos -s/--status-interval -S/--slot -Z/--compress',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_recvlogical: {
    flags:
      '--create-slot --drop-slot --start -F --if-not-exists -n/--no-loop -t/--two-phase -v/--verbose -V/--version -?/--help -w/--no-password -W/--password',
    many: '-E/--endpos -f/--file -I/--startpos -o/--option -P/--plugin -s/--status-interval -S/--slot',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_resetwal: {
    flags: '-f/--force -n/--dry-run -V/--version -?/--help',
    many: '-c/--commit-timestamp-ids -D/--pgdata -e/--epoch -l/--next-wal-file -m/--multixact-ids -o/--next-oid -O/--multixact-offset -u/--oldest-transaction-id -x/--next-transaction-id --wal-segsize',
  },
  pg_restore: {
    flags:
      '-l/--list -v/--verbose -V/--version -?/--help -a/--data-only -c/--clean -C/--create -e/--exit-on-error -O/--no-owner -s/--schema-only -x/--no-privileges -1/--single-transaction --disable-triggers --enable-row-security --if-exists --no-comments --no-data-for-failed-tables --no-publications --no-security-labels --no-subscriptions --no-table-access-method --no-tablespaces --strict-names --use-set-session-authorization -w/--no-password -W/--password',
    many: '-f/--file -F/--format -I/--index -j/--jobs -L/--use-list -n/--schema -N/--exclude-schema -P/--function -S/--superuser -t/--table -T/--trigger --restrict-key --section --role',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  pg_rewind: {
    flags:
      '-c/--restore-target-wal -n/--dry-run -N/--no-sync -P/--progress -R/--write-recovery-conf --debug --no-ensure-shutdown -V/--version -?/--help',
    many: '-D/--target-pgdata --source-pgdata --source-server --config-file',
  },
  pg_verifybackup: {
    flags: '-e/--exit-on-error -n/--no-parse-wal -q/--quiet -s/--skip-checksums -V/--version -?/--help',
    many: '-i/--ignore -m/--manifest-path -w/--wal-directory',
  },
  pg_waldump: {
    flags: '-b/--bkp-details -f/--follow -q/--quiet -V/--version -w/--fullpage -?/--help',
    many: '-B/--block -e/--end -F/--fork -n/--limit -p/--path -r/--rmgr -R/--relation -s/--start -t/--timeline -x/--xid',
    optional: '-z/--stats',
  },
  pgbench: {
    flags:
      '-i/--initialize -n/--no-vacuum -q/--quiet --foreign-keys --unlogged-tables -N/--skip-some-updates -S/--select-only -C/--connect -l/--log -r/--report-per-command -v/--vacuum-all --failures-detailed --progress-timestamp --verbose-errors -d/--debug -V/--version -?/--help',
    many: '-I/--init-steps -F/--fillfactor -s/--scale --index-tablespace --partition-method --partitions --tablespace -b/--builtin -f/--file -c/--client -D/--define -j/--jobs -L/--latency-limit -M/--protocol -P/--progress -R/--rate -t/--transactions -T/--time --aggregate-interval --log-prefix --max-tries --random-seed --sampling-rate --show-script',
    values: '-h/--host -p/--port -U/--username',
  },
  reindexdb: {
    flags:
      '-a/--all --concurrently -e/--echo -q/--quiet -s/--system -v/--verbose -V/--version -?/--help -w/--no-password -W/--password',
    many: '-i/--index -j/--jobs -S/--schema -t/--table --tablespace --maintenance-db',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  vacuumdb: {
    flags:
      '-a/--all --disable-page-skipping -e/--echo -f/--full -F/--freeze --force-index-cleanup --no-index-cleanup --no-process-toast --no-truncate -q/--quiet --skip-locked -v/--verbose -V/--version -z/--analyze -Z/--analyze-only --analyze-in-stages -?/--help -w/--no-password -W/--password',
    many: '-j/--jobs --min-mxid-age --min-xid-age -P/--parallel -t/--table --maintenance-db',
    values: '-d/--dbname -h/--host -p/--port -U/--username',
  },
  vacuumlo: {
    flags: '-n/--dry-run -v/--verbose -V/--version -?/--help -w/--no-password -W/--password',
    many: '-l/--limit',
    values: '-h/--host -p/--port -U/--username',
  },
};

// Written by scripts/generate-mysql.ts from the --help of 10.11.19-MariaDB (Debian) and @withfig/autocomplete@2.692.3; change that, not this.

export const OPTIONS: Readonly<
  Record<string, { readonly flags: string; readonly values: string; readonly optional: string }>
> = {
  mysql: {
    flags:
      '-?/--help -I/--help --abort-source-on-error --auto-rehash -A/--no-auto-rehash --auto-vertical-output -B/--batch --binary-as-hex --binary-mode --column-names -N/--skip-column-names --column-type-info -c/--comments -C/--compress --connect-expired-password --debug-check -T/--debug-info --enable-cleartext-plugin -f/--force -H/--html -i/--ignore-spaces --line-numbers -L/--skip-line-numbers --local-infile -G/--named-commands -b/--no-beep -o/--one-database --print-query-on-error --progress-reports -q/--quick -r/--raw --reconnect -U/--safe-updates -U/--i-am-a-dummy --sandbox --secure-auth --show-warnings --sigint-ignore -s/--silent --ssl --ssl-verify-server-cert -t/--table -n/--unbuffered -v/--verbose -V/--version -E/--vertical -w/--wait -X/--xml --disable-named-commands --get-server-public-key --histignore --no-defaults --pipe --print-defaults --skip-auto-rehash --skip-named-commands --skip-pager --skip-reconnect --ssl-mode --syslog',
    values:
      '--character-sets-dir --connect-timeout -D/--database --default-auth --default-character-set --delimiter -e/--execute -h/--host --init-command --max-allowed-packet --max-join-size --net-buffer-length --plugin-dir -P/--port --prompt --protocol --quick-max-column-width --select-limit --server-arg -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version --tee -u/--user --bind-address --compression-algorithms --defaults-extra-file --defaults-file --defaults-group-suffix --dns-srv-name --load-data-local-dir --login-path --network-namespace --server-public-key-path --shared-memory-base-name --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-#/--debug --pager -p/--password',
  },
  mysqldump: {
    flags:
      '-A/--all-databases -Y/--all-tablespaces -y/--no-tablespaces --add-drop-database --add-drop-table --add-drop-trigger --add-locks --allow-keywords --apply-slave-statements -i/--comments --compact -c/--complete-insert -C/--compress --copy-s3-tables -a/--create-options -B/--databases --debug-check --debug-info --delayed-insert --delete-master-logs -K/--disable-keys --dump-date -H/--dump-history -E/--events -e/--extended-insert -F/--flush-logs --flush-privileges -f/--force --gtid --header -?/--help --hex-blob --include-master-host-port --insert-ignore -x/--lock-all-tables -l/--lock-tables --log-queries --no-autocommit -n/--no-create-db -t/--no-create-info -d/--no-data --no-data-med -N/--no-set-names --opt --order-by-primary --order-by-size -q/--quick -Q/--quote-names --replace -R/--routines --set-charset --single-transaction --skip-opt --ssl --ssl-verify-server-cert --tables --triggers --tz-utc -v/--verbose -V/--version -X/--xml --galera-info --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '--as-of --character-sets-dir --compatible --default-character-set --fields-terminated-by --fields-enclosed-by --fields-optionally-enclosed-by --fields-escaped-by -h/--host --ignore-database --ignore-table-data --ignore-table --lines-terminated-by --log-error --max-allowed-packet --max-statement-time --net-buffer-length -P/--port --protocol -r/--result-file -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version --system -T/--tab -u/--user -w/--where --plugin-dir --default-auth --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-#/--debug --dump-slave --master-data -p/--password',
  },
  mysqladmin: {
    flags:
      '--debug-check --debug-info -f/--force -C/--compress -?/--help -l/--local -b/--no-beep -r/--relative -s/--silent --ssl --ssl-verify-server-cert -v/--verbose -V/--version -E/--vertical --wait-for-all-slaves --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '-c/--count --character-sets-dir --default-character-set -h/--host -P/--port --protocol -S/--socket -i/--sleep --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version -u/--user --connect-timeout --shutdown-timeout --plugin-dir --default-auth --compression-algorithms --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-p/--password -w/--wait',
  },
  mysqlimport: {
    flags:
      '-C/--compress --debug-check --debug-info -d/--delete -f/--force -?/--help -i/--ignore -k/--ignore-foreign-keys -L/--local -l/--lock-tables --low-priority -r/--replace -s/--silent --ssl --ssl-verify-server-cert -v/--verbose -V/--version --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '--character-sets-dir --default-character-set -c/--columns --default-auth --fields-terminated-by --fields-enclosed-by --fields-optionally-enclosed-by --fields-escaped-by -h/--host --ignore-lines --lines-terminated-by --plugin-dir -P/--port --protocol -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version --use-threads -u/--user --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-#/--debug -p/--password',
  },
  mysqlcheck: {
    flags:
      '-A/--all-databases -a/--analyze -1/--all-in-1 --auto-repair -c/--check -C/--check-only-changed -g/--check-upgrade --compress -B/--databases --debug-check --debug-info -F/--fast --fix-db-names --fix-table-names -f/--force -e/--extended --flush -?/--help -m/--medium-check --write-binlog -o/--optimize -Z/--persistent -q/--quick -r/--repair -s/--silent --ssl --ssl-verify-server-cert --tables --use-frm -v/--verbose -V/--version --process-tables --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '--character-sets-dir --default-character-set --default-auth -h/--host --plugin-dir -P/--port --protocol --skip-database -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version -u/--user --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-#/--debug -p/--password --process-views',
  },
  mysqlshow: {
    flags:
      '--count -C/--compress --debug-check --debug-info -?/--help -i/--status -k/--keys -t/--show-table-type --ssl --ssl-verify-server-cert -v/--verbose -V/--version --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '-c/--character-sets-dir --default-character-set --default-auth -h/--host --plugin-dir -P/--port --protocol -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version -u/--user --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-#/--debug -p/--password',
  },
  mysqlbinlog: {
    flags:
      '-?/--help --debug-check --debug-info -D/--disable-log-bin -B/--flashback -F/--force-if-open -f/--force-read -H/--hexdump -R/--read-from-remote-server --raw --print-row-count --print-row-event-positions -s/--short-form --ssl --ssl-verify-server-cert --gtid-strict-mode --stop-never -t/--to-last-log -v/--verbose -V/--version -c/--verify-binlog-checksum --skip-annotate-row-events --print-table-metadata --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '--base64-output --character-sets-dir -d/--database --default-auth -h/--host -l/--local-load -o/--offset --plugin-dir -P/--port --protocol -r/--result-file --ignore-domain-ids --do-domain-ids --ignore-server-ids --do-server-ids --server-id --set-charset -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version --start-datetime -j/--start-position --stop-datetime --stop-never-slave-server-id --stop-position -T/--table -u/--user --open-files-limit --binlog-row-event-max-size --rewrite-db --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '-p/--password',
  },
  mysqlslap: {
    flags:
      '-?/--help -a/--auto-generate-sql --auto-generate-sql-add-autoincrement --auto-generate-sql-guid-primary -C/--compress --debug-check -T/--debug-info --no-drop --only-print -s/--silent --ssl --ssl-verify-server-cert -v/--verbose -V/--version --connect-expired-password --enable-cleartext-plugin --get-server-public-key --reconnect --skip-reconnect --ssl-mode',
    values:
      '--auto-generate-sql-execute-number --auto-generate-sql-load-type --auto-generate-sql-secondary-indexes --auto-generate-sql-unique-query-number --auto-generate-sql-unique-write-number --auto-generate-sql-write-number --character-sets-dir --commit -c/--concurrency --create --create-schema --default-auth -F/--delimiter --detach -e/--engine -h/--host --init-command -i/--iterations -x/--number-char-cols -y/--number-int-cols --number-of-queries --plugin-dir -P/--port --post-query --post-system --pre-query --pre-system --protocol -q/--query -S/--socket --ssl-ca --ssl-capath --ssl-cert --ssl-cipher --ssl-key --ssl-crl --ssl-crlpath --tls-version -u/--user --compression-algorithms --connect-timeout --login-path --server-public-key-path --ssl-fips-mode --tls-ciphersuites --zstd-compression-level',
    optional: '--csv -#/--debug -p/--password',
  },
};

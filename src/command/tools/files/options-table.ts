/**
 * Options of everyday programs: `flags|with a value|with a value that may be left out`, spellings of one option
 * joined by `/`. Made from the manual pages of Debian packages by `node scripts/generate-coreutils.ts`; do not edit.
 *
 * coreutils 9.1-1
 * diffutils 1:3.8-4
 * grep 3.8-5
 * sed 4.9-1+deb12u1
 * less 590-2.1~deb12u2
 * ripgrep 13.0.0-4+b2
 * fd-find 8.6.0-3
 * silversearcher-ag 2.2.0+git20200805-1+b1
 * bat 0.22.1-4
 * exa 0.10.1-4+b1
 * lsd 0.23.1-3
 * jq 1.6-2.1+deb12u3
 * tar 1.34+dfsg-1.2+deb12u1
 * zip 3.0-13+deb12u1
 * unzip 6.0-28+deb12u1
 * gzip 1.12-1
 * xz-utils 5.4.1-1+deb12u2
 * bzip2 1.0.8-5+b1
 * zstd 1.5.4+dfsg2-5
 * pigz 2.6-1
 * lz4 1.9.4-1
 * lzop 1.04-2
 * brotli 1.0.9-2+deb12u1
 * cpio 2.13+dfsg-7.1
 * binutils-common 2.40-2
 * procps 2:4.0.2-3
 * psmisc 23.6-1
 * lsof 4.95.0-1
 * file 1:5.44-3
 * xxd 2:9.0.1378-2+deb12u2
 * tree 2.1.0-1
 * util-linux 2.38.1-5+deb12u3
 * bsdextrautils 2.38.1-5+deb12u3
 * bsdutils 1:2.38.1-5+deb12u3
 * mount 2.38.1-5+deb12u3
 * parted 3.5-3+deb12u1
 * gdisk 1.0.9-2.1
 * e2fsprogs 1.47.0-2+b2
 * passwd 1:4.13+dfsg1-1+deb12u2
 * adduser 3.134
 * iproute2 6.1.0-3
 * net-tools 2.10-0.1+deb12u2
 * iptables 1.8.9-2
 * nftables 1.0.6-2+deb12u2
 * netcat-openbsd 1.219-1
 * ncat 7.93+dfsg1-1
 * nmap 7.93+dfsg1-1
 * tcpdump 4.99.3-1
 * bind9-dnsutils 1:9.18.49-1~deb12u3
 * bind9-host 1:9.18.49-1~deb12u3
 * iputils-ping 3:20221126-1+deb12u1
 * mtr-tiny 0.95-1
 * traceroute 1:2.1.2-1
 * whois 5.5.17
 * kmod 30+20221128-1
 * acl 2.3.1-3
 * attr 1:2.5.1-4
 * libcap2-bin 1:2.66-4+deb12u3+b1
 * sysstat 12.6.1-1
 * usbutils 1:014-1+deb12u1
 * pciutils 1:3.9.0-4
 * libxml2-utils 2.9.14+dfsg-1.3~deb12u6
 * hostname 3.23+nmu1
 * rename 2.01-1
 * patch 2.7.6-7
 * man-db 2.11.2-2
 * moreutils 0.67-1
 * systemd 252.39-1~deb12u2
 * wdiff 1.2.2-5
 * uuid-runtime 2.38.1-5+deb12u3
 * ncal 12.1.8
 * bc 1.07.1-3+b1
 * dc 1.07.1-3+b1
 * pv 1.6.20-1
 * ethtool 1:6.1-1
 * hdparm 9.65+ds-1
 * smartmontools 7.3-1+b1
 * numactl 2.0.16-1
 * gettext-base 0.21-12
 * plocate 1.1.18-1
 * mdadm 4.2-5
 * cryptsetup-bin 2:2.6.1-4~deb12u2
 * lvm2 2.03.16-2
 * libc-bin 2.36-9+deb12u14
 * htop 3.2.2-2
 * ncdu 1.18-0.2
 * duf 0.8.1-1+b6
 * lsb-release 12.0-1
 * dos2unix 7.4.3-1
 * debianutils 5.7-0.5~deb12u1
 * dosfstools 4.2-1
 * xfsprogs 6.1.0-1
 */
export const OPTIONS: Readonly<Record<string, string>> = {
  sort: '-b/--ignore-leading-blanks -d/--dictionary-order -f/--ignore-case -g/--general-numeric-sort -i/--ignore-nonprinting -M/--month-sort -h/--human-numeric-sort -n/--numeric-sort -R/--random-sort -r/--reverse -V/--version-sort --debug -m/--merge -s/--stable -u/--unique -z/--zero-terminated --help --version|--random-source --sort --batch-size -c/--check/--check -C --compress-program --files0-from -k/--key -o/--output -S/--buffer-size -t/--field-separator -T/--temporary-directory --parallel|',
  date: '--debug --resolution -R/--rfc-email -u/--utc/--universal --help --version|-d/--date -f/--file --rfc-3339 -r/--reference -s/--set|-I/--iso-8601',
  uniq: '-c/--count -d/--repeated -D -i/--ignore-case -u/--unique -z/--zero-terminated --help --version|-f/--skip-fields -s/--skip-chars -w/--check-chars|--all-repeated --group',
  cp: '-a/--archive --attributes-only -b --copy-contents -d -f/--force -i/--interactive -H -l/--link -L/--dereference -n/--no-clobber -P/--no-dereference -p --parents -R/-r/--recursive --remove-destination --strip-trailing-slashes -s/--symbolic-link -T/--no-target-directory -u/--update -v/--verbose -x/--one-file-system -Z --help --version|--no-preserve --sparse -S/--suffix -t/--target-directory|--backup --preserve --reflink --context',
  mv: '-b -f/--force -i/--interactive -n/--no-clobber --strip-trailing-slashes -T/--no-target-directory -u/--update -v/--verbose -Z/--context --help --version|-S/--suffix -t/--target-directory|--backup',
  ln: '-b -d/-F/--directory -f/--force -i/--interactive -L/--logical -n/--no-dereference -P/--physical -r/--relative -s/--symbolic -T/--no-target-directory -v/--verbose --help --version|-S/--suffix -t/--target-directory|--backup',
  install:
    '-b -c -C/--compare -d/--directory -D -p/--preserve-timestamps -s/--strip -T/--no-target-directory -v/--verbose --preserve-context -Z --help --version|-g/--group -m/--mode -o/--owner --strip-program -S/--suffix -t/--target-directory|--backup --context',
  split:
    '-d -x -e/--elide-empty-files -u/--unbuffered --verbose --help --version|-a/--suffix-length --additional-suffix -b/--bytes -C/--line-bytes --filter -l/--lines -n/--number -t/--separator|--numeric-suffixes --hex-suffixes',
  csplit:
    '-k/--keep-files --suppress-matched -s/--quiet/--silent -z/--elide-empty-files --help --version|-b/--suffix-format -f/--prefix -n/--digits|',
  touch: '-a -c/--no-create -f -h/--no-dereference -m --help --version|-d/--date -r/--reference -t --time|',
  mkdir: '-p/--parents -v/--verbose -Z --help --version|-m/--mode|--context',
  mkfifo: '-Z --help --version|-m/--mode|--context',
  mknod: '-Z --help --version|-m/--mode|--context',
  mktemp: '-d/--directory -u/--dry-run -q/--quiet -t --help --version|--suffix|-p/--tmpdir',
  tee: '-a/--append -i/--ignore-interrupts -p --help --version||--output-error',
  truncate: '-c/--no-create -o/--io-blocks --help --version|-r/--reference -s/--size|',
  shred:
    '-f/--force -u -v/--verbose -x/--exact -z/--zero --help --version|-n/--iterations --random-source -s/--size|--remove',
  rm: '-f/--force -i -I --one-file-system --no-preserve-root -r/-R/--recursive -d/--dir -v/--verbose --help --version||--interactive --preserve-root',
  rmdir: '--ignore-fail-on-non-empty -p/--parents -v/--verbose --help --version||',
  chmod:
    '-c/--changes -f/--silent/--quiet -v/--verbose --no-preserve-root --preserve-root -R/--recursive --help --version|--reference|',
  chown:
    '-c/--changes -f/--silent/--quiet -v/--verbose --dereference -h/--no-dereference --no-preserve-root --preserve-root -R/--recursive -H -L -P --help --version|--from --reference|',
  chgrp:
    '-c/--changes -f/--silent/--quiet -v/--verbose --dereference -h/--no-dereference --no-preserve-root --preserve-root -R/--recursive -H -L -P --help --version|--reference|',
  sync: '-d/--data -f/--file-system --help --version||',
  cat: '-A/--show-all -b/--number-nonblank -e -E/--show-ends -n/--number -s/--squeeze-blank -t -T/--show-tabs -u -v/--show-nonprinting --help --version||',
  ls: '-a/--all -A/--almost-all --author -b/--escape -B/--ignore-backups -c -C -d/--directory -D/--dired -f --file-type --full-time -g --group-directories-first -G/--no-group -h/--human-readable --si -H/--dereference-command-line --dereference-command-line-symlink-to-dir -i/--inode -k/--kibibytes -l -L/--dereference -m -n/--numeric-uid-gid -N/--literal -o -q/--hide-control-chars --show-control-chars -Q/--quote-name -r/--reverse -R/--recursive -s/--size -S -t -u -U -v -x -X -Z/--context --zero -1 --help --version|--block-size --format --hide --indicator-style -I/--ignore -p --quoting-style --sort --time --time-style -T/--tabsize -w/--width|--color -F/--classify --hyperlink',
  head: '-q/--quiet/--silent -v/--verbose -z/--zero-terminated --help --version|-c/--bytes -n/--lines|',
  tail: '-F -q/--quiet/--silent --retry -v/--verbose -z/--zero-terminated --help --version|-c/--bytes -n/--lines --max-unchanged-stats --pid -s/--sleep-interval|-f/--follow',
  wc: '-c/--bytes -m/--chars -l/--lines -L/--max-line-length -w/--words --help --version|--files0-from|',
  cut: '-n --complement -s/--only-delimited -z/--zero-terminated --help --version -M|-b/--bytes -c/--characters -d/--delimiter -f/--fields --output-delimiter|',
  paste: '-s/--serial -z/--zero-terminated --help --version|-d/--delimiters|',
  join: '-i/--ignore-case --check-order --nocheck-order --header -z/--zero-terminated --help --version|-a -e -j -o -t -v -1 -2|',
  tr: '-c/-C/--complement -d/--delete -s/--squeeze-repeats -t/--truncate-set1 --help --version||',
  nl: '-p/--no-renumber --help --version|-b/--body-numbering -d/--section-delimiter -f/--footer-numbering -h/--header-numbering -i/--line-increment -l/--join-blank-lines -n/--number-format -s/--number-separator -v/--starting-line-number -w/--number-width|',
  od: '-v/--output-duplicates --traditional --help --version -a -b -c -d -f -i -l -o -s -x|-A/--address-radix --endian -j/--skip-bytes -N/--read-bytes -t/--format|-S/--strings -w/--width',
  base32: '-d/--decode -i/--ignore-garbage --help --version|-w/--wrap|',
  base64: '-d/--decode -i/--ignore-garbage --help --version|-w/--wrap|',
  comm: '-1 -2 -3 --check-order --nocheck-order --total -z/--zero-terminated --help --version|--output-delimiter|',
  fold: '-b/--bytes -s/--spaces --help --version|-w/--width|',
  fmt: '-c/--crown-margin -s/--split-only -t/--tagged-paragraph -u/--uniform-spacing --help --version|-p/--prefix -w/--width -g/--goal|',
  pr: '-a/--across -c/--show-control-chars -d/--double-space -F/-f/--form-feed -J/--join-lines -m/--merge -r/--no-file-warnings -t/--omit-header -T/--omit-pagination -v/--show-nonprinting --help --version|-COLUMN/--columns -D/--date-format -h/--header -l/--length -N/--first-line-number -o/--indent -w/--width -W/--page-width|-e/--expand-tabs -i/--output-tabs -n/--number-lines -s/--separator -S/--sep-string',
  tac: '-b/--before -r/--regex --help --version|-s/--separator|',
  stat: '-L/--dereference -f/--file-system -t/--terse --help --version|--cached -c/--format --printf|',
  du: '-0/--null -a/--all --apparent-size -b/--bytes -c/--total -D/--dereference-args -H -h/--human-readable --inodes -k -L/--dereference -l/--count-links -m -P/--no-dereference -S/--separate-dirs --si -s/--summarize --time -x/--one-file-system --help --version|-B/--block-size -d/--max-depth --files0-from -t/--threshold --time-style -X/--exclude-from --exclude|',
  df: '-a/--all -h/--human-readable -H/--si -i/--inodes -k -l/--local --no-sync -P/--portability --sync --total -T/--print-type -v --help --version|-B/--block-size -t/--type -x/--exclude-type|--output',
  md5sum:
    '-b/--binary -c/--check --tag -t/--text -z/--zero --ignore-missing --quiet --status --strict -w/--warn --help --version||',
  sha256sum:
    '-b/--binary -c/--check --tag -t/--text -z/--zero --ignore-missing --quiet --status --strict -w/--warn --help --version||',
  b2sum:
    '-b/--binary -c/--check --tag -t/--text -z/--zero --ignore-missing --quiet --status --strict -w/--warn --help --version|-l/--length|',
  cksum:
    '-c/--check --tag --untagged -z/--zero --ignore-missing --quiet --status --strict -w/--warn --debug --help --version|-a/--algorithm -l/--length|',
  realpath:
    '-e/--canonicalize-existing -m/--canonicalize-missing -L/--logical -P/--physical -q/--quiet -s/--strip/--no-symlinks -z/--zero --help --version|--relative-to --relative-base|',
  readlink:
    '-f/--canonicalize -e/--canonicalize-existing -m/--canonicalize-missing -n/--no-newline -q/--quiet -s/--silent -v/--verbose -z/--zero --help --version||',
  shuf: '-e/--echo -r/--repeat -z/--zero-terminated --help --version|-i/--input-range -n/--head-count -o/--output --random-source|',
  hostid: '--help --version||',
  dd: '--help --version||',
  unlink: '--help --version||',
  link: '--help --version||',
  chcon:
    '--dereference -h/--no-dereference --no-preserve-root --preserve-root -R/--recursive -v/--verbose -H -L -P --help --version|-u/--user -r/--role -t/--type -l/--range --reference|',
  diff: '--normal -q/--brief -s/--report-identical-files -e/--ed -n/--rcs -y/--side-by-side --left-column --suppress-common-lines -p/--show-c-function -t/--expand-tabs -T/--initial-tab --suppress-blank-empty -l/--paginate -r/--recursive --no-dereference -N/--new-file --unidirectional-new-file --ignore-file-name-case --no-ignore-file-name-case -i/--ignore-case -E/--ignore-tab-expansion -Z/--ignore-trailing-space -b/--ignore-space-change -w/--ignore-all-space -B/--ignore-blank-lines -a/--text --strip-trailing-cr -d/--minimal --speed-large-files --help -v/--version|-W/--width -F/--show-function-line --label --tabsize -x/--exclude -X/--exclude-from -S/--starting-file --from-file --to-file -I/--ignore-matching-lines -D/--ifdef --GTYPE-group-format --line-format --LTYPE-line-format --horizon-lines --palette|-c/-C/--context -u/-U/--unified --color',
  cmp: '-b/--print-bytes -l/--verbose -s/--quiet/--silent --help -v/--version|-i/--ignore-initial -n/--bytes|',
  sdiff:
    '-i/--ignore-case -E/--ignore-tab-expansion -Z/--ignore-trailing-space -b/--ignore-space-change -W/--ignore-all-space -B/--ignore-blank-lines --strip-trailing-cr -a/--text -l/--left-column -s/--suppress-common-lines -t/--expand-tabs -d/--minimal -H/--speed-large-files --help -v/--version|-o/--output -I/--ignore-matching-lines -w/--width --tabsize --diff-program|',
  diff3:
    '-A/--show-all -e/--ed -E/--show-overlap -3/--easy-only -x/--overlap-only -X -i -m/--merge -a/--text --strip-trailing-cr -T/--initial-tab --help -v/--version|--diff-program -L/--label|',
  grep: '--help -V/--version -E/--extended-regexp -F/--fixed-strings -G/--basic-regexp -P/--perl-regexp -i/--ignore-case --no-ignore-case -v/--invert-match -w/--word-regexp -x/--line-regexp -c/--count -L/--files-without-match -l/--files-with-matches -o/--only-matching -q/--quiet/--silent -s/--no-messages -b/--byte-offset -H/--with-filename -h/--no-filename -n/--line-number -T/--initial-tab -Z/--null -print0 --no-group-separator -a/--text -I -r/--recursive -R/--dereference-recursive --line-buffered -U/--binary -z/--null-data|-e/--regexp -f/--file -m/--max-count --label -A/--after-context -B/--before-context -C/-NUM/--context --group-separator --binary-files -D/--devices -d/--directories --exclude --exclude-from --exclude-dir --include|--color/--colour',
  sed: '-n/--quiet/--silent --debug --follow-symlinks --posix -E/-r/--regexp-extended -s/--separate --sandbox -u/--unbuffered -z/--null-data --help --version|-e/--expression -f/--file -l/--line-length|-i/--in-place',
  less: '-P -- -+ --+ -! -?/--help -a/--search-skip-screen -A/--SEARCH-SKIP-SCREEN -B/--auto-buffers -c/--clear-screen -C/--CLEAR-SCREEN -d/--dumb -e/--quit-at-eof -E/--QUIT-AT-EOF -f/--force -F/--quit-if-one-screen -g/--hilite-search -G/--HILITE-SEARCH -i/--ignore-case -I/--IGNORE-CASE -J/--status-column -K/--quit-on-intr -L/--no-lessopen -m/--long-prompt -M/--LONG-PROMPT -n/--line-numbers -N/--LINE-NUMBERS -Ps -Pm -PM -Ph -Pw -q/--quiet/--silent -Q/--QUIET/--SILENT -r/--raw-control-chars -R/--RAW-CONTROL-CHARS -s/--squeeze-blank-lines -S/--chop-long-lines -u/--underline-special -U/--UNDERLINE-SPECIAL -V/--version -w/--hilite-unread -W/--HILITE-UNREAD -X/--no-init -~/--tilde -#/--shift --file-size --follow-name --incsearch --line-num-width --mouse --MOUSE --no-keypad --no-histdups --rscroll --save-marks --status-col-width --use-backslash --use-color -k -t|-bn/--buffers -Dxcolor/--color -hn/--max-back-scroll -jn/--jump-target -kfilename/--lesskey-file --lesskey-src -ofilename/--log-file -Ofilename/--LOG-FILE -ppattern/--pattern -Pprompt/--prompt -ttag/--tag -Ttagsfile/--tag-file -yn/--max-forw-scroll -zn/--window --wheel-lines|',
  rg: '--auto-hybrid-regex --binary --block-buffered -b/--byte-offset -s/--case-sensitive --column -c/--count --count-matches --crlf --debug --files -l/--files-with-matches --files-without-match -F/--fixed-strings -L/--follow --glob-case-insensitive --heading --hidden -i/--ignore-case --ignore-file-case-insensitive --include-zero -v/--invert-match --json --line-buffered -n/--line-number -x/--line-regexp --max-columns-preview --mmap -U/--multiline --multiline-dotall --no-config -I/--no-filename --no-heading --no-ignore --no-ignore-dot --no-ignore-exclude --no-ignore-files --no-ignore-global --no-ignore-messages --no-ignore-parent --no-ignore-vcs -N/--no-line-number --no-messages --no-mmap --no-pcre2-unicode --no-require-git --no-unicode -0/--null --null-data --one-file-system -o/--only-matching --passthru -P/--pcre2 --pcre2-version -p/--pretty -q/--quiet -z/--search-zip -S/--smart-case --stats -a/--text --trim --type-list --vimgrep -H/--with-filename -w/--word-regexp --help --version|-A/--after-context -B/--before-context --color --colors -C/--context --context-separator --dfa-size-limit -E/--encoding --engine --field-context-separator --field-match-separator -f/--file -g/--glob --iglob --ignore-file -M/--max-columns -m/--max-count --max-depth --max-filesize --path-separator --pre --pre-glob --regex-size-limit -e/--regexp -r/--replace --sort --sortr -j/--threads -t/--type --type-add --type-clear -T/--type-not -u/--unrestricted|',
  fd: '-H/--hidden -I/--no-ignore -u/--unrestricted --no-ignore-vcs --no-ignore-parent -s/--case-sensitive -i/--ignore-case -g/--glob --regex -F/--fixed-strings -a/--absolute-path -l/--list-details -L/--follow -p/--full-path -0/--print0 -1 -q/--quiet --show-errors --strip-cwd-prefix --one-file-system/--mount/--xdev -h/--help -V/--version --prune --newer/--changed-after --older|--max-results -d/--max-depth --min-depth --exact-depth -t/--type -e/--extension -E/--exclude --ignore-file -c/--color -j/--threads -S/--size --changed-within --change-newer-than --changed-before --change-older-than --base-directory --path-separator --search-path -x/--exec -X/--exec-batch --batch-size|-o/--owner',
  ag: '--ackmate -a/--all-types -c/--count --color-line-number --color-match --color-path --column -D/--debug -F/--fixed-strings --hidden -i/--ignore-case -l/--files-with-matches -L/--files-without-matches --list-file-types -n/--norecurse -o/--only-matching --one-device --parallel --print-long-lines --passthrough/--passthru -Q/--literal -r/--recurse -s/--case-sensitive -S/--smart-case --search-binary --silent --stats --stats-only -t/--all-text -u/--unrestricted -U/--skip-vcs-ignores -v/--invert-match -V/--version --vimgrep -w/--word-regexp -z/--search-zip --help|--depth -f -g -G/--file-search-regex -H --ignore --ignore-dir -m/--max-count -p/--path-to-ignore --pager --workers -0/--null|-- -A/--after -B/--before -C/--context',
  exa: '-1/--oneline -F/--classify -G/--grid -l/--long -R/--recurse -T/--tree -x/--across --color-scale/--colour-scale --icons --no-icons -a/--all -d/--list-dirs -r/--reverse --group-directories-first -D/--only-dirs -b/--binary -B/--bytes --changed -g/--group -h/--header -H/--links -i/--inode -m/--modified -n/--numeric -S/--blocks -u/--accessed -U/--created --no-permissions --no-filesize --no-user --no-time -@/--extended --help --version|--color/--colour -L/--level -s/--sort -I/--ignore-glob -t/--time --time-style|--git-ignore --git',
  lsd: '--help -V/--version -a/--all -A/--almost-all -F/--classify -l/--long --ignore-config -1/--oneline -R/--recursive -h/--human-readable --tree -d/--directory-only --total-size -t/--timesort -S/--sizesort -X/--extensionsort -v/--versionsort -U/--no-sort -r/--reverse --group-dirs --group-directories-first --blocks --classic --no-symlink -I/--ignore-glob -i/--inode -L/--dereference -Z/--context|--config-file --depth --sort|--color --icon --icon-theme --permission --size --date --hyperlink',
  jq: '-- --help --version||',
  tar: '-A/--catenate/--concatenate -c/--create -d/--diff/--compare --delete -r/--append -t/--list --test-label -u/--update -x/--extract/--get --show-defaults -?/--help --usage --version --check-device -G/--incremental --ignore-failed-read -n/--seek --no-check-device --no-seek --restrict -S/--sparse -k/--keep-old-files --keep-newer-files --keep-directory-symlink --no-overwrite-dir --overwrite --overwrite-dir --recursive-unlink --remove-files --skip-old-files -U/--unlink-first -W/--verify --ignore-command-error --no-ignore-command-error -O/--to-stdout --delay-directory-restore -m/--touch --no-delay-directory-restore --no-same-owner --no-same-permissions --numeric-owner -p/--preserve-permissions/--same-permissions --same-owner -s/--preserve-order/--same-order --acls --no-acls --selinux --no-selinux --xattrs --no-xattrs --force-local -M/--multi-volume -B/--read-full-records -i/--ignore-zeros --old-archive/--portability --posix -a/--auto-compress -j/--bzip2 -J/--xz --lzip --lzma --lzop --no-auto-compress -z/--gzip/--gunzip/--ungzip -Z/--compress/--uncompress --zstd --exclude-backups --exclude-caches --exclude-caches-all --exclude-caches-under --exclude-vcs --exclude-vcs-ignores -h/--dereference --hard-dereference --no-null --no-recursion --no-unquote --no-verbatim-files-from --null --one-file-system -P/--absolute-names --recursion --unquote --verbatim-files-from --anchored --ignore-case --no-anchored --no-ignore-case --no-wildcards --no-wildcards-match-slash --wildcards --wildcards-match-slash --clamp-mtime --full-time -l/--check-links -R/--block-number --show-omitted-dirs --show-transformed-names/--show-stored-names --utc -v/--verbose -w/--interactive/--confirmation -o|-g/--listed-incremental --hole-detection --level --sparse-version --to-command --group --group-map --mode --mtime --owner --owner-map --sort --xattrs-exclude --xattrs-include -f/--file --rsh-command -F/--info-script/--new-volume-script -L/--tape-length --rmt-command --volno-file -b/--blocking-factor --record-size -H/--format --pax-option -V/--label -I/--use-compress-program --add-file -C/--directory --exclude --exclude-ignore --exclude-ignore-recursive --exclude-tag --exclude-tag-all --exclude-tag-under -K/--starting-file --newer-mtime -N/--newer/--after-date --suffix -T/--files-from -X/--exclude-from --strip-components --transform/--xform --checkpoint-action --index-file --no-quote-chars --quote-chars --quoting-style --warning|--occurrence --one-top-level --atime-preserve --backup --checkpoint --totals',
  zip: '-ttmmddyyyy -a --ascii -A --adjust-sfx -AC --archive-clear -AS --archive-set -B --binary -Bn -c --entry-comments -C --preserve-case -C2 --preserve-case-2 -C5 --preserve-case-5 -d --delete -db --display-bytes -dc --display-counts -dd --display-dots -df --datafork -dg --display-globaldots -du --display-usize -dv --display-volume -D --no-dir-entries -x -DF --difference-archive -e --encrypt -E --longnames -f --freshen -F --fix -FF --fixfix -FI -FS --filesync -g --grow -h -? --help -h2 --more-help -I --no-image -ic --ignore-case -j --junk-paths -jj --absolute-path -J --junk-sfx -k --DOS-names -l --to-crlf -la --log-append -li --log-info -ll --from-crlf -L --license -m --move -MM --must-match -nw --no-wild -N --notes -o --latest-time -p --paths -q --quiet -Qn -r --recurse-paths -R --recurse-patterns -RE --regex -sb --split-bell -sc --show-command -sf --show-files -so --show-options -sp --split-pause -su --show-unicode -sU --show-just-unicode -sv --split-verbose -S --system-hidden -T --test -u --update -U --copy-entries -v --verbose -V --VMS-portable -VV --VMS-specific -w --VMS-versions -ww --VMS-dot-versions -ws --wild-stop-dirs -X --no-extra -y --symlinks -z --archive-comment -# -! --use-privileges --names-stdin -$ --volume-label --version|-@ -tt --before-date -b --temp-path -ds --dot-size -i --include -lf --logfile-path -n --suffixes -O --output-file -P --password --Q-flag --split-size -t --from-date -TT --unzip-command -UN --unicode --exclude -Z --compression-method|-s --longoption --fifo',
  unzip:
    '-Z -A -c -f -l -p -t -T -u -v -z -a -b -B -C -D -E -F -i -j -J -K -L -M -n -N -o -q -s -S -U -V -W -X -Y -$ -^ -2 --help --version|-P|',
  zipinfo: '-1 -2 -s -m -l -v -h -M -t -T -U -z -rw-rws--- -rw-a-- -r--ahs --w------- --help --version||',
  funzip: '--help --version||',
  gzip: '-a/--ascii -f/--force -h/--help -k/--keep -l/--list -L/--license -n/--no-name -N/--name -q/--quiet -r/--recursive -S --synchronous -t/--test -v/--verbose -V/--version --rsyncable --|-c/--stdout -d/--decompress -#/--best|',
  xz: '-z/--compress -d/--decompress/--uncompress -t/--test -l/--list -k/--keep -f/--force -c/--stdout/--to-stdout --single-stream --no-sparse --ignore-check -e/--extreme --fast --best --no-adjust -q/--quiet -v/--verbose -Q/--no-warn --robot --info-memory -h/--help -H/--long-help -V/--version -1 -2 -3 -5 -6 -8 -9 -5e -6e|-S/--suffix -F/--format -C/--check -0 -4 -7 --block-size --block-list --flush-timeout --memlimit-compress --memlimit-decompress --memlimit-mt-decompress -M/--memlimit/--memory -T/--threads|--files --files0 --lzma1 --lzma2 --x86 --arm --armthumb --arm64 --powerpc --ia64 --sparc --delta',
  bzip2:
    '-c/--stdout -d/--decompress -z/--compress -t/--test -f/--force -k/--keep -s/--small -q/--quiet -v/--verbose -h/--help -- --repetitive-fast/--repetitive-best -2 -3 -4 -5 -6 -7 -8 -9|-L/--license/--version -1|',
  zstd: '-z/--compress -d/--decompress/--uncompress -t/--test -l/--list -n/--no-name --best -# --help --version|--train -o --maxdict --dictID --priority|--train-cover --train-fastcover --train-legacy --zstd',
  pigz: '-f/--force -h/--help -H/--huffman -i/--independent -k/--keep -K/--zip -l/--list -L/--license -m/--no-time -M/--time -n/--no-name -N/--name -r/--recursive -R/--rsyncable -t/--test -U/--rle -v/--verbose -V/--version -z/--zlib -- -F/--first -O/--oneblock|-#/--best -A/--alias -b/--blocksize -c/--stdout -C/--comment -d/--decompress -p/--processes -q/--quiet -S/--suffix -I/--iterations -J/--maxsplits|',
  lz4: '-z/--compress -t/--test --list -# --best --favor-decSpeed -m/--multiple -r -B4 -BI -BD -BX --frame-crc/--no-frame-crc --no-crc --content-size/--no-content-size --sparse/--no-sparse -l -v/--verbose -q/--quiet -V/--version -k/--keep --rm -- --help|-d/--decompress -D -f/--no-force -c/--stdout -h/-H|--fast',
  lzop: '-3 -1/--fast -7/-8/-9/--best -# -d/--decompress/--uncompress -x/--extract -t/--test -l/--list --info -I/--sysinfo -L/--license -h/-H/--help -V --version -c/--stdout/--to-stdout -f/--force -F/--no-checksum -n/--no-name -N/--name -P --no-mode --no-time -k/--keep -U/--unlink/--delete --crc32 --no-warn --ignore-warn -q/--quiet/--silent -v/--verbose -- --no-stdin -C/--checksum --no-color --mono --color|--ls/--ls -o/--output -p/-pDIR/--path -S/--suffix --filter|',
  brotli: '--help --version||',
  cpio: '-o/--create -i/--extract -p/--pass-through -?/--help --usage --version -B -c --force-local --quiet -v/--verbose -V/--dot -b/--swap -f/--nonmatching -n/--numeric-uid-gid -r/--rename -s/--swap-bytes -S/--swap-halfwords --to-stdout --only-verify-crc -A/--append --device-independent/--reproducible --ignore-devno --renumber-inodes -l/--link --absolute-filenames --no-absolute-filenames -0/--null -a/--reset-access-time -L/--dereference -d/--make-directories -m/--preserve-modification-time --no-preserve-owner --sparse -u/--unconditional|--block-size -C/--io-size -D/--directory -H/--format -R/--owner --rsh-command -W/--warning -F/--file -M/--message -E/--pattern-file|-O -I',
  strings:
    '-a --all -d --data -f --print-file-name --help -min-len -o -v -V --version -w --include-all-whitespace -s --output-separator|-n --bytes -t --radix -e --encoding --unicode -T --target|-U',
  ps: '-A -a -d --deselect -e -N -123 -c --context -f -F -j -l -M -P -y --cumulative --forest -H --headers --no-headers -w -L -m -T --info -V --version|-C -G -g --group --Group -p --pid --ppid -q --quick-pid -s --sid -t --tty -U -u --User --user --format -O -o --cols --columns --lines --rows --sort --width --help|',
  top: '-b/--batch -c/--cmdline-toggle -d/--delay -H/--threads-show -h/--help -i/--idle-toggle -O/--list-fields -p/--pid -S/--accum-time-toggle -s/--secure-mode -U/--filter-any-user -u/--filter-only-euser -V/--version -1/--single-cpu-toggle|-E/--scale-summary-mem -e/--scale-task-mem -n/--iterations -o/--sort-override|-w/--width',
  free: '-b/--bytes -k/--kibi -m/--mebi -g/--gibi --tebi --pebi --kilo --mega --giga --tera --peta -h/--human -w/--wide -l/--lohi --si -t/--total -v/--committed -V/--version|-c/--count -s/--seconds --help|',
  kill: '-L/--table --help --version|-s --signal -q/--queue|-l/--list',
  pkill:
    '-signal -c/--count -e/--echo -f/--full -i/--ignore-case -l/--list-name -a/--list-full -n/--newest -o/--oldest -v/--inverse -w/--lightweight -x/--exact -L/--logpidfile -A/--ignore-ancestors -V/--version -h/--help|--signal -d/--delimiter -g/--pgroup -G/--group -O/--older -P/--parent -s/--session -t/--terminal -u/--euid -U/--uid -F/--pidfile -r/--runstates --cgroup --ns --nslist -q/--queue|',
  skill:
    '-f/--fast -i/--interactive -l/--list -L/--table -n/--no-action -v/--verbose -w/--warnings -h/--help -V/--version|-t/--tty -u/--user -p/--pid -c/--command --ns --nslist|',
  sysctl:
    '-n/--values -e/--ignore -N/--names -q/--quiet -w/--write -a/--all --deprecated -b/--binary --system -A -d -f -X -o -x -h/--help -V/--version|-r/--pattern|-p/--load',
  vmstat:
    '-a/--active -f/--forks -m/--slabs -n/--one-header -s/--stats -d/--disk -D/--disk-sum -t/--timestamp -w/--wide -y/--no-first -V/--version -h/--help|-p/--partition -S/--unit|',
  slabtop: '-o/--once -V/--version -h/--help|-d/--delay -s/--sort|',
  tload: '-h/--help -V/--version|-s/--scale -d/--delay|',
  killall:
    '-e/--exact -I/--ignore-case -g/--process-group -i/--interactive -l/--list -n/--ns -o/--older-than -q/--quiet -r/--regexp -s/--signal/-SIGNAL -u/--user -v/--verbose -V/--version -w/--wait -y/--younger-than -Z/--context --help||',
  fuser:
    '-a/--all -c -f -k/--kill -i/--interactive -I/--inode -l/--list-signals -M/--ismountpoint -w -s/--silent -SIGNAL -u/--user -v/--verbose -V/--version -4/--ipv4 -6/--ipv6 --help|-m/--mount -n/--namespace|',
  pstree: '-a -A -c -C -g -G -h -H -l -n -N -p -s -S -t -T -u -U -V -Z --help --version||',
  lsof: '-a -b -C -E -l -n -N -o -O -P -Q -R -t -U -v -V -X -- --help --version|-? -A -c -d -D -F -K -k -p -u|-g -i -s -S -T -x -z -Z',
  file: '--apple -b/--brief -C/--compile -c/--checking-printout -d -E --exclude-quiet --extension -h/--no-dereference -i/--mime --mime-type/--mime-encoding -k/--keep-going -l/--list -L/--dereference -N/--no-pad -n/--no-buffer -p/--preserve-date -r/--raw -s/--special-files -S/--no-sandbox -v/--version -z/--uncompress -Z/--uncompress-noreport -0/--print0 --help|-e/--exclude -F/--separator -f/--files-from -m/--magic-file -P/--parameter|',
  xxd: '-a/-autoskip -b/-bits -C/-capitalize -E/-EBCDIC -e -h/-help -i/-include -p/-ps/-postscript/-plain -r/-revert -u -v/-version -1 --help --version|-c/-cols -g/-groupsize -l/-len -n -o -seek|-s',
  tree: '-a -d -l -f -x -R --gitignore --ignore-case --matchdirs --metafirst --prune --info --noreport -q -N -Q -p -u -g -s -h --si --du -D -F --inodes --device -v -t -c -U -r --dirsfirst --filesfirst -i -A -S -n -C -X -J --nolinks --fromfile --fflinks --help --version --|-L -P -I -o -H -T|--gitfile --infofile --charset --filelimit --timefmt --sort --hintro --houtro',
  dmesg:
    '-C/--clear -c/--read-clear -D/--console-off -d/--show-delta -E/--console-on -e/--reltime -H/--human -J/--json -k/--kernel --noescape -P/--nopager -p/--force-prefix -r/--raw -S/--syslog -T/--ctime -t/--notime -u/--userspace -w/--follow -W/--follow-new -x/--decode -h/--help -V/--version|-F/--file -f/--facility -l/--level -n/--console-level -s/--buffer-size --since --until --time-format|-L/--color',
  lsblk:
    '-A/--noempty -a/--all -b/--bytes -D/--discard -d/--nodeps -f/--fs -i/--ascii -J/--json -l/--list -M/--merge -m/--perms -n/--noheadings -O/--output-all -P/--pairs -p/--paths -r/--raw -S/--scsi -s/--inverse -t/--topology -h/--help -V/--version -y/--shell -z/--zoned|-E/--dedup -e/--exclude -I/--include -o/--output -w/--width -x/--sort --sysroot|-T/--tree',
  findmnt:
    '-A/--all -a/--ascii -b/--bytes -C/--nocanonicalize -c/--canonicalize --deleted -D/--df -e/--evaluate -f/--first-only -i/--invert -J/--json -k/--kernel -l/--list -m/--mtab -n/--noheadings --output-all -P/--pairs --pseudo --shadow -R/--submounts -r/--raw --real -s/--fstab --tree --shadowed -U/--uniq -u/--notruncate -v/--nofsroot -x/--verify --verbose --vfs-all -y/--shell -h/--help -V/--version|-d/--direction -F/--tab-file -M/--mountpoint -N/--task -O/--options -o/--output -S/--source -T/--target -t/--types -w/--timeout|-p/--poll',
  blkid:
    '-d/--no-encoding -D/--no-part-details -g/--garbage-collect -i/--info -k/--list-filesystems -l/--list-one -p/--probe -h/--help -V/--version|-c/--cache-file -H/--hint -L/--label -n/--match-types -o/--output -O/--offset -s/--match-tag -S/--size -t/--match-token -u/--usages -U/--uuid|',
  blockdev:
    '-q -v --report -h/--help -V/--version --flushbufs --getalignoff --getbsz --getdiscardzeroes --getfra --getiomin --getioopt --getmaxsect --getpbsz --getra --getro --getsize64 --getsize --getss --getsz --rereadpt --setro --setrw|--setbsz --setfra --setra|',
  mkswap:
    '-c/--check -f/--force -q/--quiet --verbose -h/--help -V/--version|-L/--label -p/--pagesize -U/--uuid -v/--swapversion|--lock',
  swapon:
    '-a/--all -e/--ifexists -f/--fixpgsz -s/--summary --output-all --noheadings --raw --bytes -v/--verbose -h/--help -V/--version|-L -o/--options -p/--priority -U|-d/--discard --show',
  wipefs:
    '-a/--all -b/--backup -f/--force -J/--json -i/--noheadings -n/--no-act -p/--parsable -q/--quiet -h/--help -V/--version|-O/--output -o/--offset -t/--types|--lock',
  fdisk:
    '-B/--protect-boot -h/--help -V/--version -l/--list -x/--list-details -n/--noauto-pt -s/--getsz|-b/--sector-size -o/--output -t/--type -C/--cylinders -H/--heads -S/--sectors -w/--wipe -W/--wipe-partitions|-c/--compatibility -L/--color --lock -u/--units',
  sfdisk:
    '--part-attrs --part-label --part-type --part-uuid -T/--list-types -a/--append -b/--backup -f/--force --Linux -n/--no-act --no-reread --no-tell-kernel --move-use-fsync -q/--quiet -v/--version -h/--help|-A/--activate --backup-pt-sectors --delete -d/--dump -J/--json --disk-id -r/--reorder --relocate -O/--backup-file -o/--output -u/--unit -X/--label -Y/--label-nested -w/--wipe -W/--wipe-partitions|-g/--show-geometry -l/--list -F/--list-free -s/--show-size -V/--verify --color --lock --move-data',
  cfdisk: '-h/--help -V/--version -r/--read-only -z/--zero||-L/--color --lock',
  fstrim:
    '-A/--fstab -a/--all -n/--dry-run -v/--verbose --quiet-unsupported -h/--help -V/--version|-o/--offset -l/--length -I/--listed-in -m/--minimum|',
  blkdiscard:
    '-f/--force -s/--secure -z/--zeroout -v/--verbose -h/--help -V/--version|-o/--offset -l/--length -p/--step|',
  fallocate:
    '-c/--collapse-range -d/--dig-holes -i/--insert-range -n/--keep-size -p/--punch-hole -v/--verbose -x/--posix -z/--zero-range -h/--help -V/--version|-l/--length -o/--offset|',
  lscpu:
    '-a/--all -B/--bytes -b/--online -c/--offline -J/--json -x/--hex -y/--physical --output-all --help --version|-s/--sysroot|-C/--caches -e/--extended -p/--parse',
  lsns: '-J/--json -l/--list -n/--noheadings --output-all -r/--raw -u/--notruncate -W/--nowrap -h/--help -V/--version|-o/--output -p/--task -t/--type -T/--tree|',
  lsmem:
    '-a/--all -b/--bytes -J/--json -n/--noheadings --output-all -P/--pairs -r/--raw -h/--help -V/--version|-o/--output -S/--split -s/--sysroot|--summary',
  more: '-d/--silent -l/--logical -e/--exit-on-eof -f/--no-pause -p/--print-over -c/--clean-print -s/--squeeze -u/--plain -number -h/--help -V/--version|-n/--lines|',
  rename:
    '-s/--symlink -v/--verbose -n/--no-act -a/--all -l/--last -o/--no-overwrite -i/--interactive -h/--help -V/--version||',
  mountpoint: '-d/--fs-devno -q/--quiet --nofollow -x/--devno -h/--help -V/--version||',
  namei: '-l/--long -m/--modes -n/--nosymlinks -o/--owners -v/--vertical -x/--mountpoints -h/--help -V/--version||',
  setarch:
    '--list --uname-2.6 -v/--verbose -3/--3gb --4gb -B/--32bit -F/--fdpic-funcptrs -I/--short-inode -L/--addr-compat-layout -R/--addr-no-randomize -S/--whole-seconds -T/--sticky-timeouts -X/--read-implies-exec -Z/--mmap-page-zero -h/--help -V/--version||',
  choom: '-h/--help -V/--version|-p/--pid -n/--adjust|',
  uuidparse: '-J/--json -n/--noheadings -o/--output -r/--raw -h/--help -V/--version||',
  whereis: '-b -m -s -u -f -l -h/--help -V/--version|-B -M -S|',
  fsfreeze: '-f/--freeze -u/--unfreeze -h/--help -V/--version||',
  zramctl:
    '-f/--find -n/--noheadings --output-all --raw -r/--reset -h/--help -V/--version|-a/--algorithm -o/--output -s/--size -t/--streams|',
  lsipc:
    '-g/--global -h/--help -V/--version -m/--shmems -q/--queues -s/--semaphores -c/--creator -e/--export -J/--json -l/--list -n/--newline --noheadings --notruncate -b/--bytes -r/--raw -t/--time -P/--numeric-perms -y/--shell|-i/--id -o/--output --time-format|',
  ipcmk: '-Q/--queue -h/--help -V/--version|-M/--shmem -S/--semaphore -p/--mode|',
  ipcrm:
    '-h/--help -V/--version|-M/--shmem-key -m/--shmem-id -Q/--queue-key -q/--queue-id -S/--semaphore-key -s/--semaphore-id|-a/--all',
  chmem: '--help -b/--blocks -d/--disable -e/--enable -z/--zone -v/--verbose -h -V/--version||',
  rtcwake:
    '-a/--auto -l/--local --list-modes -n/--dry-run -u/--utc -v/--verbose -h/--help -V/--version|-A/--adjfile --date -d/--device -m/--mode -s/--seconds -t/--time|',
  addpart: '-h/--help -V/--version||',
  delpart: '-h/--help -V/--version||',
  partx:
    '-a/--add -b/--bytes -d/--delete -g/--noheadings -l/--list --output-all -P/--pairs -r/--raw -s/--show --list-types -u/--update -v/--verbose -h/--help -V/--version|-n/--nr -o/--output -t/--type -S/--sector-size|',
  column:
    '-J/--json -d/--table-noheadings -t/--table -e/--table-header-repeat -L/--keep-empty-lines -x/--fillrows -h/--help -V/--version|-c/--output-width -o/--output-separator -s/--separator -N/--table-columns -l/--table-columns-limit -R/--table-right -T/--table-truncate -E/--table-noextreme -W/--table-wrap -H/--table-hide -O/--table-order -n/--table-name -r/--tree -i/--tree-id -p/--tree-parent|',
  hexdump:
    '-b/--one-byte-octal -c/--one-byte-char -C/--canonical -d/--two-bytes-decimal -o/--two-bytes-octal -v/--no-squeezing -x/--two-bytes-hex -h/--help -V/--version|-e/--format -f/--format-file -n/--length -s/--skip|-L/--color',
  col: '-b/--no-backspaces -f/--fine -h/--tabs -p/--pass -x/--spaces --help -V/--version|-l/--lines|',
  colrm: '-h/--help -V/--version||',
  look: '-a/--alternative -d/--alphanum -f/--ignore-case -h/--help -V/--version|-t/--terminate|',
  ul: '-i/--indicated -h/--help -V/--version|-t/-T/--terminal|',
  write: '-h/--help -V/--version||',
  logger:
    '-d/--udp -e/--skip-empty -i --no-act --octet-count --prio-prefix --rfc3164 -s/--stderr -T/--tcp -- -h/--help -V/--version|-f/--file --msgid -n/--server -P/--port -p/--priority --sd-id --sd-param -S/--size -t/--tag -u/--socket|--id --journald --rfc5424 --socket-errors',
  renice: '-g/--pgrp -p/--pid -u/--user -h/--help -V/--version|-n/--priority|',
  wall: '-n/--nobanner -h/--help -V/--version|-t/--timeout -g/--group|',
  mount:
    '-a/--all -B/--bind -c/--no-canonicalize -F/--fork -f/--fake -i/--internal-only -l/--show-labels -M/--move -n/--no-mtab --options-source-force -R/--rbind -r/--read-only -s -v/--verbose -w/--rw/--read-write -h/--help -V/--version -signer/-binary|-L/--label -N/--namespace -O/--test-opts -o/--options --options-mode --options-source --source --target --target-prefix -T/--fstab -t/--types -U/--uuid -olowerdir|-m/--mkdir',
  umount:
    '-a/--all -A/--all-targets -c/--no-canonicalize -d/--detach-loop --fake -f/--force -i/--internal-only -l/--lazy -n/--no-mtab -q/--quiet -R/--recursive -r/--read-only -v/--verbose -h/--help -V/--version|-N/--namespace -O/--test-opts -t/--types|',
  swapoff:
    '-a/--all -e/--ifexists -f/--fixpgsz -s/--summary --output-all --noheadings --raw --bytes -v/--verbose -h/--help -V/--version|-L -o/--options -p/--priority -U|-d/--discard --show',
  losetup:
    '-a/--all -D/--detach-all --show -L/--nooverlap -j/--associated -P/--partscan -r/--read-only -v/--verbose -l/--list --output-all -n/--noheadings --raw -J/--json --help --version|-d/--detach -o/--offset --sizelimit -b/--sector-size -c/--set-capacity -O/--output|-f/--find --direct-io',
  parted: '-h/--help -l/--list -m/--machine -j/--json -s/--script -f/--fix -v/--version|-a/--align|',
  partprobe: '-d/--dry-run -s/--summary -h/--help -v/--version||',
  sgdisk:
    '-C/--recompute-chs -D/--display-alignment -e/--move-second-header -E/--end-of-largest -f/--first-in-largest -F/--first-aligned-in-largest -g/--mbrtogpt -G/--randomize-guids -h/--hybrid -I/--align-end -L/--list-types -m/--gpttombr -o/--clear -O/--print-mbr -p/--print -P/--pretend -r/--transpose -s/--sort --usage -v/--verify -V/--version -z/--zap -Z/--zap-all -?/--help|-a/--set-alignment -A/--attributes -b/--backup -B/--byte-swap-name -c/--change-name -d/--delete -i/--info -j/--adjust-main-table -l/--load-backup -n/--new -N/--largest-new -R/--replicate -t/--typecode -T/--transform-bsd -u/--partition-guid -U/--disk-guid|',
  mke2fs:
    '-c -C -D -F -j -n -q -S -v -V --help --version|-b -d -e -E -g -G -i -I -J -l -L -m -M -N -o -r -t -T -U -z|-O',
  tune2fs: '-f -i -I -j -l --help --version|-c -C -e -E -g -J -L -m -M -r -Q -T -u -U -z|-o -O',
  e2fsck: '-a -c -d -D -f -F -k -n -p -r -t -v -V -y --help --version|-b -B -C -E -j -l -L -z|',
  resize2fs: '-b -f -F -M -p -P -s --help --version|-d -S -z|',
  chattr: '-R -V -f --help --version|-v -p|',
  lsattr: '-R -V -a -d -l -p -v --help --version||',
  dumpe2fs: '-b -f -g -h -i -m -x -V --help --version|-o|',
  debugfs: '-w -n -c -i -D -V --help --version|-d -b -s -f -R -z|',
  badblocks: '-c -d -e -f -n -s -v -w -B -X --help --version|-b -i -o -p -t|',
  filefrag: '-B -bblocksize -e -E -k -P -s -v -V -x -X --help --version||',
  e2label: '--help --version||',
  useradd:
    '--badname -D/--defaults -F/--add-subids-for-system -h/--help -l/--no-log-init -m/--create-home -M/--no-create-home -N/--no-user-group -o/--non-unique -r/--system -U/--user-group --version|-b/--base-dir -c/--comment -d/--home-dir -e/--expiredate -f/--inactive -g/--gid -G/--groups -k/--skel -K/--key -p/--password -R/--root -P/--prefix -s/--shell -u/--uid -Z/--selinux-user|',
  usermod:
    '-a/--append -b/--badname -L/--lock -m/--move-home -o/--non-unique -r/--remove -U/--unlock --help --version|-c/--comment -d/--home -e/--expiredate -f/--inactive -g/--gid -G/--groups -l/--login -p/--password -R/--root -P/--prefix -s/--shell -u/--uid -v/--add-subuids -V/--del-subuids -w/--add-subgids -W/--del-subgids -Z/--selinux-user|',
  userdel: '-f/--force -h/--help -r/--remove -Z/--selinux-user --version|-R/--root -P/--prefix|',
  groupadd:
    '-f/--force -h/--help -o/--non-unique -r/--system -U/--users --version|-g/--gid -K/--key -p/--password -R/--root -P/--prefix|',
  groupmod:
    '-h/--help -o/--non-unique -U/--users --version|-a/--append -g/--gid -n/--new-name -p/--password -R/--root -P/--prefix|',
  groupdel: '-f/--force -h/--help --version|-R/--root -P/--prefix|',
  gpasswd:
    '-h/--help -r/--remove-password -R/--restrict --version|-a/--add -d/--delete -Q/--root -A/--administrators -M/--members|',
  passwd:
    '-a/--all -d/--delete -e/--expire -h/--help -k/--keep-tokens -l/--lock -q/--quiet -S/--status -u/--unlock --version|-i/--inactive -n/--mindays -r/--repository -R/--root -w/--warndays -x/--maxdays|',
  chage:
    '-h/--help -i/--iso8601 -l/--list --version|-d/--lastday -E/--expiredate -I/--inactive -m/--mindays -M/--maxdays -R/--root -W/--warndays|',
  chpasswd: '-e/--encrypted -h/--help -m/--md5 --version|-c/--crypt-method -R/--root -s/--sha-rounds|',
  newusers: '--badname -h/--help -r/--system --version|-R/--root|',
  chsh: '-h/--help --version|-R/--root -s/--shell|',
  chfn: '-u/--help --version|-f/--full-name -h/--home-phone -o/--other -r/--room -R/--root -w/--work-phone|',
  vipw: '-g/--group -h/--help -p/--passwd -q/--quiet -s/--shadow --version|-R/--root|',
  pwck: '--badname -h/--help -q/--quiet -r/--read-only -s/--sort --version|-R/--root|',
  grpck: '-h/--help -r/--read-only -s/--sort -S/--silence-warnings --version|-R/--root|',
  faillog: '-a/--all -h/--help -r/--reset --version|-l/--lock-secs -m/--maximum -R/--root -t/--time -u/--user|',
  adduser:
    '--add-extra-groups --allow-all-names --allow-bad-names --debug --disabled-login --disabled-password --force-badname --allow-badname --group --help --no-create-home --quiet --system --verbose -v/--version|--comment --conf --firstuid --lastuid --firstgid --lastgid --gid --home --ingroup --shell --uid|',
  deluser:
    '--backup --debug --group --help --only-if-empty --quiet --remove-all-files --remove-home --system --verbose --version|--backup-suffix --backup-to --conf|',
  ss: '-h/--help -V/--version -H/--no-header -O/--oneline -n/--numeric -r/--resolve -a/--all -l/--listening -o/--options -e/--extended -m/--memory -p/--processes -T/--threads -i/--info --tos --cgroup --tipcinfo -K/--kill -s/--summary -E/--events -Z/--context -z/--contexts -b/--bpf -4/--ipv4 -6/--ipv6 -0/--packet -t/--tcp -u/--udp -d/--dccp -w/--raw -x/--unix -S/--sctp --tipc --vsock --xdp -M/--mptcp --inet-sockopt|-N/--net -f/--family -A/--query/--socket -D/--diag -F/--filter|',
  ifconfig: '-a -s -v --help --version||',
  netstat:
    '--route/-r --groups/-g --interfaces/-i --masquerade/-M --statistics/-s --verbose/-v --wide/-W --numeric/-n --numeric-hosts --numeric-ports --numeric-users -c/--continuous -e/--extend -o/--timers -p/--program -l/--listening -a/--all -F -C --help --version|--protocol/-A|',
  route: '-F -C -v -n -e -net -host --help --version|-A|',
  arp: '-v/--verbose -n/--numeric -a -e -D/--use-device --help --version|-H/--hw-type/-t -i/--device -f/--file|',
  iptables:
    '-I/--insert -R/--replace -h -4/--ipv4 -6/--ipv6 -v/--verbose -V/--version -n/--numeric -x/--exact --line-numbers -M --help|-t/--table -A/--append -C/--check -D/--delete -N/--new-chain -P/--policy -E/--rename-chain -m/--match -j/--jump -g/--goto -c/--set-counters --modprobe|-L/--list -S/--list-rules -F/--flush -Z/--zero -X/--delete-chain -w/--wait',
  'iptables-save': '-c/--counters --help --version|-M/--modprobe -f/--file -t/--table|',
  'iptables-restore':
    '-c/--counters -h/--help -n/--noflush -t/--test -v/--verbose -V/--version|-M/--modprobe -T/--table|-w/--wait',
  nft: '-h/--help -v/--version -V -i/--interactive -c/--check -o/--optimize -a/--handle -s/--stateless -t/--terse -S/--service -N/--reversedns -u/--guid -n/--numeric -y/--numeric-priority -p/--numeric-protocol -T/--numeric-time -e/--echo -j/--json|-f/--file -D/--define -I/--includepath -d/--debug|',
  nc: '-4 -6 -b -C -D -d -F -h -k -l -N -n -r -S -t -U -u -v -Z -z --help --version|-I -i -M -m -O -P -p -q -s -T -V -W -w -X -x|',
  ncat: '-4 -6 -U/--unixsock --vsock -C/--crlf -h/--help -l/--listen -k/--keep-open -n/--nodns -t/--telnet -u/--udp --sctp -v/--verbose -z --append-output --send-only --recv-only --no-shutdown --allow --allowfile --deny --denyfile --broker --chat --ssl --ssl-cert --ssl-key --ssl-verify --ssl-trustfile --ssl-ciphers --ssl-servername --ssl-alpn --version|-c/--sh-exec -e/--exec --lua-exec -g -G -m/--max-conns -d/--delay -o/--output -x/--hex-dump -i/--idle-timeout -p/--source-port -s/--source -w/--wait --proxy --proxy-type --proxy-auth --proxy-dns|',
  nmap: '-iL -iR --exclude --excludefile -n --dns-servers --scanflags -sI -b -p --exclude-ports --top-ports --port-ratio --version-intensity --script --script-args --script-args-file --script-help -T --max-retries --host-timeout --scan-delay/--max-scan-delay --min-rate --max-rate -D -S -e -g/--source-port --proxies --data --data-string --data-length --ip-options --ttl --spoof-mac -oN/-oX/-oS/-oG -oA --resume --stylesheet --datadir --send-eth -R --resolve-all --unique --system-dns -sn -PS -PA -PU -PY --discovery-ignore-rst --traceroute -sS -sT -sY -sA -sW -sM -sZ -sO -F -r --allports --version-light --version-all --version-trace -O --osscan-limit --max-os-tries -sC --script-trace --script-updatedb --min-hostgroup --min-parallelism --min-rtt-timeout/--max-rtt-timeout/--initial-rtt-timeout --defeat-rst-ratelimit --defeat-icmp-ratelimit -f --randomize-hosts --max-parallelism --badsum --adler32 -v -d --reason --stats-every --packet-trace --open --iflist --append-output --noninteractive --webxml --no-stylesheet -6 -A --servicedb --versiondb --send-ip --privileged --unprivileged --release-memory --help --version|-sL -Pn --disable-arp-ping -sU -sV --script-timeout --nsock-engine|-PO',
  tcpdump:
    '-A -b --count -d -dd -ddd -D --list-interfaces -e -E -f -h --help --version -H -I --monitor-mode --immediate-mode -J --list-time-stamp-types --micro -K --dont-verify-checksums -l -L --list-data-link-types -n -N -# --number -O --no-optimize -p --no-promiscuous-mode --print -q -S --absolute-tcp-sequence-numbers -t -tt -ttt -tttt -ttttt -u -U --packet-buffered -v -vv -vvv -x -xx -X -XX|-B --buffer-size -c -C -F -G -i --interface -j --time-stamp-type --time-stamp-precision --nano -m -M -Q --direction -r -s --snapshot-length -T -V -w -W -y --linktype -z -Z --relinquish-privileges|',
  nslookup: '--help --version||',
  host: '-4 -6 -a -A -C -d -l -r -s -v -V -w --help --version|-c -N -p -R -t -m -W|',
  ping: '-4 -6 -a -A -b -B -C -d -e -D -f -h -L -n -O -q -r -R -U -v -V --help --version|-c -F -i -I -l -m -M -N -p -Q -s -S -t -T -w -W|',
  mtr: '-h/--help -v/--version -4 -6 -r/--report -w/--report-wide -x/--xml -t/--curses -g/--gtk -l/--raw -C/--csv -j/--json -p/--split -n/--no-dns -b/--show-ips -z/--aslookup -e/--mpls -u/--udp -T/--tcp -S/--sctp|-F/--filename --displaymode -o/--order -y/--ipinfo -i/--interval -c/--report-cycles -s/--psize -B/--bitpattern -G/--gracetime -Q/--tos -I/--interface -a/--address -f/--first-ttl -m/--max-ttl -U/--max-unknown -P/--port -L/--localport -Z/--timeout -M/--mark|',
  traceroute:
    '--help -I/--icmp -T/--tcp -d/--debug -F/--dont-fragment -n -r -e/--extensions -A/--as-path-lookups -V/--version -U/--udp -UL -D/--dccp --mtu|-f/--first -g/--gateway -i/--interface -m/--max-hops -N/--sim-queries -p/--port -t/--tos -l/--flowlabel -w/--wait -q/--queries -s/--source -z/--sendwait --sport --fwmark -M/--module -O/--options -P/--protocol|',
  whois:
    '-H -I --no-recursion --verbose --help --version -a -b -B -c -d -G -K -l -L -m -M -r -R -t -v -x|-h/--host -p/--port -g -i -q -s -T|',
  mkpasswd: '-5 -s/--stdin --help --version|-S/--salt -R/--rounds -m/--method -P/--password-fd|',
  lsmod: '--help --version||',
  modprobe:
    '-a/--all -b/--use-blacklist -C/--config -c/--showconfig --dump-modversions -d/--dirname --first-time --force-vermagic --force-modversion -f/--force -i/--ignore-install/--ignore-remove -n/--dry-run/--show -q/--quiet -R/--resolve-alias -r/--remove -S/--set-version --show-depends -s/--syslog -V/--version -v/--verbose --help|-w/--wait|',
  modinfo:
    '-V/--version -F/--field -0/--null -a/--author/-d/--description/-l/--license/-p/--parameters/-n/--filename --help|-b/--basedir -k|',
  depmod:
    '-a/--all -A/--quick -e/--errsyms -E/--symvers -h/--help -n/--show/--dry-run -P -v/--verbose -V/--version -w|-b/--basedir -C/--config -F/--filesyms|',
  insmod: '--help --version||',
  rmmod: '-v/--verbose -f/--force -s/--syslog -V/--version --help||',
  getfacl:
    '-a/--access -d/--default -c/--omit-header -e/--all-effective -E/--no-effective -s/--skip-base -R/--recursive -L/--logical -P/--physical -t/--tabular -p/--absolute-names -n/--numeric -v/--version -h/--help --||',
  setfacl:
    '-b/--remove-all -k/--remove-default -n/--no-mask --mask -d/--default --test -R/--recursive -L/--logical -P/--physical -v/--version -h/--help --|--restore/-}|',
  getfattr:
    '-d/--dump -h/--no-dereference --absolute-names --only-values -R/--recursive -L/--logical -P/--physical --version --help --|-n/--name -e/--encoding -m/--match|',
  setfattr: '-h/--no-dereference --raw --version --help --|-n/--name -v/--value -x/--remove --restore|',
  getcap: '-h -n -r -v --help --version||',
  setcap: '--help --version||',
  iostat: '-c --compact -d -g -H -h --human -k -m -N --pretty -s -t -V -x -y -z --help --version|--dec -f -j -o|-p',
  mpstat: '-A -n -T -u -V --help --version|--dec -I -N -o -P|',
  pidstat: '-d -H -h --human -I -l -R -r -s -t -u -V -v -w --help --version|-C --dec -e -G -p -T|-U',
  lsusb: '-v/--verbose -t/--tree -V/--version --help|-D|-s -d',
  lspci:
    '-m -mm -t -v -vv -vvv -k -x -xxx -xxxx -b -D -P -PP -n -nn -q -qq -Q -M --version -H1 -H2 -G -rrev -pprogif --help|-i -p -A -O -F|-s -d',
  setpci: '-v -f -D -r --version --help --dumpregs -H1 -H2 -G|-A -O|-s -d',
  xmllint:
    '--auto --catalogs --chkregister --compress --copy --c14n --debug --debugent --dropdtd --dtdattr --format --help --html --htmlout --insert --loaddtd --load-trace --memory --noblanks --nocatalogs --nocdata --noent --nonet --noout --nowarning --nowrap --noxincludenode --nsclean --postvalid --push --recover --repeat --shell --stream --testIO --timing --valid --version --walker --xinclude --xmlout|--dtdvalid --dtdvalidfpi --encode --maxmem --output --path --pattern --relaxng --schema --xpath|',
  hostname:
    '-a/--alias -A/--all-fqdns -b/--boot -d/--domain -f/--fqdn/--long -i/--ip-address -I/--all-ip-addresses -s/--short -V/--version -y/--yp/--nis -h/--help|-F/--file|',
  patch:
    '-b --backup-if-mismatch --no-backup-if-mismatch --binary -c --dry-run -e -E -f --help -l -n -N -pnum --posix -R -s --follow-symlinks -t -T -u -v --verbose --version|-B -d -D -F -g -i --merge/--merge/--merge -o --quoting-style -r --read-only --reject-format -Z/--set-utc -V -x -Y -z|',
  man: '-a/-b -d/--debug -D/--default -f/--whatis -k/--apropos -K/--global-apropos -l/--local-file -w/--where/--path/--location -W/--where-cat/--location-cat -c/--catman -i/--ignore-case -I/--match-case --regex --wildcard --names-only --all -u/--update --no-subpages -7/--ascii --no-hyphenation/--nh --no-justification/--nj -t/--troff -Z/--ditroff -?/--help --usage -V/--version|-C/--config-file -R/--recode -L/--locale -m/--systems -M/--manpath -S/-s/--sections -e/--extension -P/--pager -r/--prompt -E/--encoding -p/--preprocessor|--warnings -T/--troff-device -H/--html -X/--gxditview',
  apropos:
    '-d/--debug -v/--verbose -r/--regex -w/--wildcard -e/--exact -a/--and -l/--long -?/--help --usage -V/--version|-s/--sections/--section -m/--systems -M/--manpath -L/--locale -C/--config-file|',
  whatis:
    '-d/--debug -v/--verbose -r/--regex -w/--wildcard -l/--long -?/--help --usage -V/--version|-s/--sections/--section -m/--systems -M/--manpath -L/--locale -C/--config-file|',
  manpath:
    '-q/--quiet -d/--debug -c/--catpath -g/--global -?/--help --usage -V/--version|-m/--systems -C/--config-file|',
  sponge: '-a --help --version||',
  journalctl:
    '--system/--user -m/--merge -k/--dmesg -r/--reverse --show-cursor --utc -x/--catalog --no-hostname --no-full/--full/-l -a/--all -f/--follow --no-tail -q/--quiet --no-pager -e/--pager-end --force -N/--fields --list-boots --disk-usage --verify --sync --relinquish-var --smart-relinquish-var --flush --rotate --header --update-catalog --setup-keys -h/--help --version|-M/--machine -D/--directory --file --root --image --namespace -S/--since/-U/--until -c/--cursor --after-cursor --cursor-file -u/--unit --user-unit -t/--identifier -p/--priority --facility -g/--grep -o/--output --output-fields -n/--lines -- --interval --verify-key -F/--field --vacuum-size/--vacuum-time/--vacuum-files|-b/--boot --case-sensitive --list-catalog --dump-catalog',
  hostnamectl: '--no-ask-password --static/--transient/--pretty -h/--help --version|-H/--host -M/--machine --json|',
  timedatectl:
    '--no-ask-password --adjust-system-clock --monitor -a/--all --value -h/--help --version --no-pager|-p/--property -H/--host -M/--machine|',
  localectl: '--no-ask-password --no-convert -h/--help --version --no-pager|-H/--host -M/--machine|',
  loginctl:
    '--no-ask-password --value -a/--all -l/--full --no-pager --no-legend -h/--help --version|-p/--property --kill-whom -s/--signal -n/--lines -o/--output -H/--host -M/--machine|',
  busctl:
    '--show-machine --unique --acquired --activatable --list -q/--quiet --verbose --xml-interface -j --user --system -l/--full --no-pager --no-legend -h/--help --version|--address --match --size --json --expect-reply --auto-start --allow-interactive-authorization --timeout --augment-creds --watch-bind --destination -H/--host -M/--machine|',
  wdiff:
    '-C/--copyright -1/--no-deleted -2/--no-inserted -3/--no-common -a/--auto-pager -d/--diff-input -h/--help -i/--ignore-case -l/--less-mode -n/--avoid-wraps -p/--printer -s/--statistics -t/--terminal -v/--version -K/--no-init-term|-w/--start-delete -x/--end-delete -y/--start-insert -z/--end-insert|',
  uuidgen: '-r/--random -t/--time -h/--help -V/--version -m/--md5 -s/--sha1 -x/--hex|-n/--namespace -N/--name|',
  ncal: '-h -J -e -j -o -p -w -y -3 -1 -C -M -S -b --help --version|-m -s -A -B -d -H -W|',
  bc: '-h/--help -i/--interactive -l/--mathlib -w/--warn -s/--standard -q/--quiet -v/--version --||',
  dc: '-V --version -h --help|-e --expression -f --file|',
  pv: '-p/--progress -t/--timer -e/--eta -I/--fineta -r/--rate -a/--average-rate -b/--bytes -T/--buffer-percent -n/--numeric -q/--quiet -W/--wait -l/--line-mode -0/--null -f/--force -c/--cursor -C/--no-splice -E/--skip-errors -S/--stop-at-size -h/--help -V/--version|-A/--last-written -F/--format -D/--delay-start -s/--size -i/--interval -w/--width -H/--height -N/--name -L/--rate-limit -B/--buffer-size -d/--watchfd -R/--remote -P/--pidfile|',
  ethtool:
    '-h/--help --version -I/--include-statistics -a/--show-pause -A/--pause -c/--show-coalesce -C/--coalesce -g/--show-ring -G/--set-ring -i/--driver -d/--register-dump -e/--eeprom-dump -E/--change-eeprom -p/--identify -P/--show-permaddr -r/--negotiate -S/--statistics --all-groups --phy-statistics -t/--test -s/--change -1 -2 -w/--get-dump -W/--set-dump -T/--show-time-stamping -f/--flash -l/--show-channels -L/--set-channels --show-priv-flags --set-priv-flags --show-eee --set-eee --set-phy-tunable --get-phy-tunable --get-tunable --set-tunable --reset --show-fec --set-fec -Q/--per-queue --cable-test --cable-test-tdr --monitor --show-tunnels --show-module --set-module|--debug -k/--show-features -K/--features -n/-u/--show-ntuple -N/-U/--config-ntuple -x/--show-rxfh-indir -X/--set-rxfh-indir -m/--dump-module-eeprom|--groups',
  hdparm:
    '-a -A -b -B -c -C -d --dco-freeze --dco-identify --dco-restore --direct --drq-hsm-error -D -E -f --fallocate --fibmap --fwdownload -F -g -h -H -i --idle-immediate --idle-unload -I --Istdin --Istdout -J -k -K -L -m --make-bad-sector -M -n -N --offset -p -P --prefer-ata12 -q -Q -r -R --read-sector --repair-sector -s -S --set-sector-size -t -T --trim-sector-ranges --trim-sector-ranges-stdin -u -v -V --verbose -w --write-sector -W -X -y -Y -z -Z --security-help --security-freeze --security-prompt-for-password --help --version|--Iraw --security-unlock --security-set-pass --security-disable --security-erase --security-erase-enhanced --user-master --security-mode|',
  smartctl:
    '-h/--help/--usage -V/--version/--copyright/--license -i/--info -a/--all -x/--xall --scan --scan-open -H/--health -c/--capabilities -A/--attributes -C/--captive -X/--abort|-g/--get -q/--quietmode -d/--device -T/--tolerance -b/--badsum -r/--report -n/--nocheck -s/--smart -o/--offlineauto -S/--saveauto --set -f/--format -l/--log -v/--vendorattribute -F/--firmwarebug -P/--presets -t/--test|--identify -j/--json -B/--drivedb',
  numastat: '-c -m -n -v -V -z --help --version|-p|-s',
  envsubst: '-v/--variables -h/--help -V/--version||',
  plocate:
    '-A/--all -b/--basename -c/--count -e/--existing -i/--ignore-case -N/--literal -0/--null -r/--regexp --regex -w/--wholename --help --version|-d/--database -l/--limit|',
  mdadm:
    '-A/--assemble -B/--build -C/--create -F/--follow/--monitor -G/--grow -I/--incremental --auto-detect -h/--help --help-options -V/--version -v/--verbose -q/--quiet -f/--force -s/--scan -W/--write-mostly --failfast --assume-clean --continue -R/--run -o/--readonly -a --add --nodes --write-journal --symlinks --no-degraded --invalid-backup --freeze-reshape -t/--test --re-add --add-spare -r/--remove --fail --set-faulty --replace --with --readwrite --cluster-confirm --add-journal --nofailfast -Q/--query -D/--detail --detail-platform -Y/--export -E/--examine --sparc2.2 -X/--examine-bitmap --examine-badblocks -S/--stop -w --zero-superblock --wait --wait-clean --rebuild-map --mail --program/--alert -y/--syslog -d/--delay --increment --daemonise -i/--pid-file -1/--oneshot --no-sharing --brief|-c/--config -e/--metadata --homehost --prefer --home-cluster -n/--raid-devices -x/--spare-devices -z/--size -Z/--array-size --chunk --rounding -l/--level -p/--layout --parity -b/--bitmap --bitmap-chunk --write-behind --backup-file --data-offset -N/--name -k/--consistency-policy -u/--uuid -m/--super-minor -U/--update --dump --restore --kill-subarray --update-subarray --action --path|',
  cryptsetup: '--help --version||',
  lvcreate:
    '-H/--cache -d/--debug -h/--help -K/--ignoreactivationskip --ignoremonitoring --longhelp --nohints --nolocking --nosync --noudevsync -q/--quiet -s/--snapshot -t/--test -T/--thin --vdo -v/--verbose --version -y/--yes|-a/--activate --addtag --alloc -A/--autobackup --cachedevice --cachemetadataformat --cachemode --cachepolicy --cachepool --cachesettings --cachesize --cachevol -c/--chunksize --commandprofile --compression --config -C/--contiguous --deduplication --devices --devicesfile --discards --driverloaded --errorwhenfull -l/--extents --journal --lockopt -j/--major --metadataprofile --minor --mirrorlog -m/--mirrors --monitor -n/--name -p/--permission -M/--persistent --poolmetadatasize --poolmetadataspare --profile --raidintegrity --raidintegrityblocksize --raidintegritymode -r/--readahead -R/--regionsize --reportformat -k/--setactivationskip --setautoactivation -L/--size -i/--stripes -I/--stripesize --thinpool --type --vdopool --vdosettings -V/--virtualsize -W/--wipesignatures -Z/--zero|--',
  lvremove:
    '-h/--help --longhelp --nohints --nohistory --nolocking --noudevsync -t/--test --version -y/--yes|-A/--autobackup --commandprofile --config -d/--debug --devices --devicesfile --driverloaded -f/--force --journal --lockopt --profile -q/--quiet --reportformat -S/--select -v/--verbose|',
  lvs: '--aligned -a/--all --binary --foreign -h/--help -H/--history --ignorelockingfailure --logonly --longhelp --nameprefixes --noheadings --nohints --nolocking --nosuffix --readonly --rows --segments --shared -t/--test --unbuffered --unquoted --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet --reportformat -S/--select --separator -O/--sort -v/--verbose|--units',
  vgs: '--aligned -a/--all --binary --foreign -h/--help --ignorelockingfailure --logonly --longhelp --nameprefixes --noheadings --nohints --nolocking --nosuffix --readonly --rows --shared -t/--test --unbuffered --unquoted --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet --reportformat -S/--select --separator -O/--sort -v/--verbose|--units',
  pvs: '--aligned -a/--all --binary --foreign -h/--help --ignorelockingfailure --logonly --longhelp --nameprefixes --noheadings --nohints --nolocking --nosuffix --readonly --rows --segments --shared -t/--test --unbuffered --unquoted --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet --reportformat -S/--select --separator -O/--sort -v/--verbose|--units',
  lvdisplay:
    '--aligned -a/--all --binary -c/--colon -C/--columns --foreign -h/--help -H/--history --ignorelockingfailure --logonly --longhelp -m/--maps --noheadings --nohints --nolocking --nosuffix --readonly --segments --shared -t/--test --unbuffered --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet -S/--select --separator -O/--sort -v/--verbose|--units',
  vgdisplay:
    '-A/--activevolumegroups --aligned --binary -c/--colon -C/--columns --foreign -h/--help --ignorelockingfailure --logonly --longhelp --noheadings --nohints --nolocking --nosuffix --readonly --shared -s/--short -t/--test --unbuffered --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet -S/--select --separator -O/--sort -v/--verbose|--units',
  pvdisplay:
    '--aligned -a/--all --binary -c/--colon -C/--columns --foreign -h/--help --ignorelockingfailure --logonly --longhelp -m/--maps --noheadings --nohints --nolocking --nosuffix --readonly --shared -s/--short -t/--test --unbuffered --version -y/--yes|--commandprofile --config --configreport -d/--debug --devices --devicesfile --driverloaded --journal --lockopt -o/--options --profile -q/--quiet -S/--select --separator -O/--sort -v/--verbose|--units',
  lvextend:
    '-d/--debug -f/--force -h/--help --longhelp -n/--nofsck --nohints --nolocking --nosync --noudevsync -q/--quiet -r/--resizefs -t/--test --usepolicies -v/--verbose --version -y/--yes --|--alloc -A/--autobackup --commandprofile --config --devices --devicesfile --driverloaded --journal --lockopt -m/--mirrors --profile --reportformat -i/--stripes -I/--stripesize --type|-l/--extents --poolmetadatasize -L/--size',
  iconv: '-l/--list -c -s/--silent --verbose -?/--help --usage -V/--version|-f/--from-code -t/--to-code -o/--output|',
  getent: '-i/--no-idn -?/--help --usage -V/--version|-s/--service|',
  locale:
    '-a/--all-locales -m/--charmaps -c/--category-name -k/--keyword-name -v/--verbose -?/--help --usage -V/--version||',
  ldd: '--version -v/--verbose -u/--unused -d/--data-relocs -r/--function-relocs|--help|',
  htop: '-h/--help -U/--no-unicode -M/--no-mouse --readonly -V/--version -t/--tree|-d/--delay -C/--no-color -F/--filter -p/--pid -s/--sort-key -u/--user -H/--highlight-changes|--drop-capabilities',
  ncdu: '-h/--help -v/-V/--version -e/--extended/--no-extended --ignore-config -x/--one-file-system --cross-file-system --include-caches/--exclude-caches -L/--follow-symlinks/--no-follow-symlinks --exclude-firmlinks/--follow-firmlinks --include-kernfs/--exclude-kernfs -0 -1 -2 -q/--slow-ui-updates/--fast-ui-updates --enable-shell/--disable-shell --enable-delete/--disable-delete --enable-refresh/--disable-refresh -r --si/--no-si --disk-usage/--apparent-size --show-hidden/--hide-hidden --show-itemcount/--hide-itemcount --show-mtime/--hide-mtime --show-graph/--hide-graph --show-percent/--hide-percent --group-directories-first/--no-group-directories-first --confirm-quit/--no-confirm-quit --confirm-delete/--no-confirm-delete|-f -o --exclude -X/--exclude-from --sort --color|',
  duf: '-all -avail-threshold -hide -hide-fs -hide-mp -inodes -json -only -only-fs -only-mp -output -sort -theme -usage-threshold -version -warnings -width --help --version|-style|',
  lsb_release: '-h/--help -v/--version -i/--id -d/--description -r/--release -c/--codename -a/--all -s/--short||',
  dos2unix:
    '-- --allow-chown -ascii -iso -1252 -437 -850 -860 -863 -865 -7 -b/--keep-bom -f/--force -gb/--gb18030 -h/--help -k/--keepdate -L/--license -l/--newline -m/--add-bom -n/--newfile --no-allow-chown -q/--quiet -r/--remove-bom -s/--safe -u/--keep-utf16 -ul/--assume-utf16le -ub/--assume-utf16be -v/--verbose -F/--follow-symlink -R/--replace-symlink -S/--skip-symlink -V/--version|-c/--convmode -D/--display-enc -o/--oldfile|-i/--info',
  unix2dos:
    '-- --allow-chown -ascii -iso -1252 -437 -850 -860 -863 -865 -7 -b/--keep-bom -f/--force -gb/--gb18030 -h/--help -k/--keepdate -L/--license -l/--newline -m/--add-bom -n/--newfile --no-allow-chown -q/--quiet -r/--remove-bom -s/--safe -u/--keep-utf16 -ul/--assume-utf16le -ub/--assume-utf16be -v/--verbose -F/--follow-symlink -R/--replace-symlink -S/--skip-symlink -V/--version|-c/--convmode -D/--display-enc -o/--oldfile|-i/--info',
  'run-parts':
    '--test --list -v/--verbose --report -d/--debug --reverse --exit-on-error --lsbsysinit --new-session -- -h/--help -V/--version|--regex -u/--umask -a/--arg|',
  'mkfs.fat':
    '-a -A -c -C -I -v --help --invariant --version|-b -D -f -F -g -h -i -l -m -M -n --codepage -r -R -s -S --offset --variant|--mbr',
  fatlabel: '-i/--volume-id -r/--reset -h/--help -V/--version|-c/--codepage|',
  'fsck.fat': '-a -A -b -f -l -n -p -r -S -t -U -v -V -w -y --help --version|-c -d -F -u --variant|',
  'mkfs.xfs': '-f -q -N -K -V --help --version|-c -b -m -d -i -l -n -p -r -s -L|',
  xfs_info: '-t -V --help --version||',
  xfs_repair: '-f -L -n -P -t -v -d -e -V --help --version|-l -r -m -c -o|',
};

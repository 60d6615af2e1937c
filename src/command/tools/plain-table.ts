import type { Effect } from '../action.ts';
import { Names } from '../names.ts';
import { type Grammar, grammar } from '../options.ts';

/** Programs that only read, whatever their arguments are. */
export const ONLY_READ = new Names(
  `true false : ls dir vdir cat echo pwd head tail wc grep egrep fgrep zgrep zcat bzcat xzcat  stat du df id groups uname
   ps which whereis type sleep test [ basename dirname readlink realpath nproc arch logname whoami tty cksum sum md5sum
   sha1sum sha224sum sha256sum sha384sum sha512sum b2sum od hexdump strings tr cut nl tac rev comm join paste fold fmt expand
   unexpand expr factor seq numfmt tsort column pr cmp  jq uptime w who users last lastlog lastb free vmstat iostat mpstat
   lscpu lsmem lsblk lsusb lspci lsmod lsns lslocks lslogins pgrep pidof pmap pwdx cal ncal getconf getent locale  
     colrm look  apropos whatis yes  base32 basenc printf let getopts wait jobs times
    dircolors pathchk egrep  printenv md5 shasum`,
);

/** Programs whose arguments are paths to read: the first one is named in the action. */
export const READS_PATHS = new Names(
  'ls dir cat head tail wc stat du file readlink realpath md5sum sha1sum sha256sum sha512sum cksum od hexdump strings tac less more zcat',
);

/** Made when first asked for: most commands need none of these. */
function g(flags: string, values = '', optional = ''): () => Grammar {
  let made: Grammar | undefined;
  return () => {
    made ??= grammar('getopt', { flags, many: values, optional });
    return made;
  };
}

/** Programs that only read with the options listed here; any other option is not understood. */
export const READ_WITH: Readonly<Record<string, { readonly options: () => Grammar; readonly operands?: number }>> = {
  sort: {
    options: g(
      '-b/--ignore-leading-blanks -d/--dictionary-order -f/--ignore-case -g/--general-numeric-sort -i/--ignore-nonprinting -M/--month-sort -h/--human-numeric-sort -n/--numeric-sort -R/--random-sort -r/--reverse -V/--version-sort -c -C -m/--merge -s/--stable -u/--unique -z/--zero-terminated --debug --help --version',
      '-k/--key -t/--field-separator -S/--buffer-size --parallel --sort --batch-size --files0-from --random-source',
      '--check',
    ),
  },
  // A positional without `+` sets the clock; `+FORMAT` only prints.
  date: {
    options: g(
      '-u/--utc/--universal -R/--rfc-email --debug --help --version',
      '-d/--date -r/--reference -f/--file --rfc-3339',
      '-I/--iso-8601',
    ),
    operands: 1,
  },
  file: {
    options: g(
      '-b/--brief -i/--mime -k/--keep-going -L/--dereference -h/--no-dereference -N/--no-pad -n/--no-buffer -p/--preserve-date -r/--raw -s/--special-files -z/--uncompress -0/--print0 --mime-type --mime-encoding --extension -v/--version --help -c -l -E',
      '-F/--separator -e/--exclude -f/--files-from -P/--parameter',
    ),
  },
  diff: {
    options: g(
      '-q/--brief -s/--report-identical-files -c -u -e/--ed -n/--rcs -y/--side-by-side -a/--text -b/--ignore-space-change -B/--ignore-blank-lines -d/--minimal -E/--ignore-tab-expansion -i/--ignore-case -N/--new-file -p/--show-c-function -r/--recursive -t/--expand-tabs -T/--initial-tab -w/--ignore-all-space -Z --left-column --suppress-common-lines --no-dereference --strip-trailing-cr --normal --help -v/--version --speed-large-files --ignore-trailing-space --suppress-blank-empty',
      '-C -U -F/--show-function-line -I/--ignore-matching-lines -x/--exclude -X/--exclude-from -W/--width -S/--starting-file --label --from-file --to-file --horizon-lines --tabsize --palette --line-format --unchanged-line-format --old-line-format --new-line-format --unchanged-group-format --old-group-format --new-group-format --changed-group-format -L',
      '--color --context --unified',
    ),
  },
  uniq: {
    options: g(
      '-c/--count -d/--repeated -D -i/--ignore-case -u/--unique -z/--zero-terminated --help --version',
      '-f/--skip-fields -s/--skip-chars -w/--check-chars',
      '--all-repeated --group',
    ),
    operands: 1,
  },
  xxd: { options: g('-a -b -C -d -E -e -i -p -ps -u -v -h', '-c -g -l -o -s -n -R'), operands: 1 },
  hostname: {
    options: g(
      '-a/--alias -d/--domain -f/--fqdn/--long -A/--all-fqdns -i/--ip-address -I/--all-ip-addresses -s/--short -y/--yp/--nis -V/--version -h/--help',
    ),
    operands: 0,
  },
  tree: {
    options: g(
      '-a -d -l -f -x -q -N -Q -p -u -g -s -h -D -F -i -A -S -n -C -X -J -v -t -c -U -r --noreport --dirsfirst --du --si --inodes --device --prune --gitignore --matchdirs --ignore-case --help --version',
      '-L -P -I --filelimit --charset --timefmt --sort',
    ),
  },
  rg: {
    options: g(
      '-i/--ignore-case -s/--case-sensitive -S/--smart-case -v/--invert-match -w/--word-regexp -x/--line-regexp -n/--line-number -N/--no-line-number -l/--files-with-matches -c/--count -o/--only-matching -q/--quiet -F/--fixed-strings -P/--pcre2 -U/--multiline -a/--text -H/--with-filename -I/--no-filename -L/--follow -u/--unrestricted -0/--null -p/--pretty --files-without-match --count-matches --hidden -. --no-ignore --no-ignore-vcs --files --type-list --json --stats --heading --no-heading --column --trim --vimgrep --multiline-dotall --crlf --passthru --no-messages --no-config --version --help -h -V --one-file-system --glob-case-insensitive',
      '-e/--regexp -f/--file -g/--glob --iglob -t/--type -T/--type-not -A/--after-context -B/--before-context -C/--context -m/--max-count -M/--max-columns -d/--max-depth -E/--encoding -r/--replace -j/--threads --color --colors --sort --sortr --type-add --type-clear --max-filesize --engine --path-separator --context-separator --ignore-file --dfa-size-limit --regex-size-limit',
    ),
  },
  dmesg: {
    options: g(
      '-T/--ctime -H/--human -k/--kernel -x/--decode -r/--raw -t/--notime -u/--userspace -w/--follow -h/--help -V/--version -P/--nopager -e/--reltime -d/--show-delta -J/--json',
      '-l/--level -f/--facility -s/--buffer-size --since --until --time-format',
      '-L/--color',
    ),
    operands: 0,
  },
  journalctl: {
    options: g(
      '-f/--follow -e/--pager-end -r/--reverse -x/--catalog -k/--dmesg -a/--all -q/--quiet -m/--merge --no-pager --no-hostname --utc --user --system --list-boots --disk-usage -N/--fields --header --verify --version -h/--help --no-full -l/--full --no-tail -g',
      '-u/--unit --user-unit -p/--priority -S/--since -U/--until -o/--output -t/--identifier -F/--field --facility -c/--cursor --after-cursor -D/--directory --file -M/--machine --output-fields --case-sensitive',
      '-n/--lines -b/--boot',
    ),
  },
  ping: { options: g('-4 -6 -n -q -D -v', '-c -i -w -W -s -t -I') },
  base64: { options: g('-d/--decode -D -i/--ignore-garbage --help --version', '-w/--wrap -b/--break') },
  nslookup: { options: g('') },
  dig: { options: g('-4 -6 -v', '-t -c -p -q -x -b') },
  host: { options: g('-a -C -d -l -n -r -s -v -4 -6', '-c -R -t -W -m') },
};

/** What a program with effects does, and where its operands are. */
export interface EffectRow {
  readonly effects: readonly Effect[];
  /** Which operands are the objects of the effect. `after-first`: the first one is a mode, owner or signal. */
  readonly on: 'all' | 'last' | 'after-first' | 'none';
  /** Options that take a value in the next argument. */
  readonly values?: string;
  readonly kind?: string;
}

const row = (effects: Effect[], on: EffectRow['on'] = 'all', values = '', kind = 'file'): EffectRow => ({
  effects,
  on,
  values,
  kind,
});

export const WITH_EFFECTS: Readonly<Record<string, EffectRow>> = {
  rm: row(['destroy']),
  rmdir: row(['destroy']),
  unlink: row(['destroy']),
  shred: row(['destroy'], 'all', '-n --iterations -s --size --random-source'),
  srm: row(['destroy']),
  wipe: row(['destroy']),
  trash: row(['write']),
  truncate: row(['destroy'], 'all', '-s --size -r --reference'),
  wipefs: row(['destroy'], 'all', '-o --offset -t --types', 'device'),
  mkfs: row(['destroy'], 'last', '-t', 'device'),
  mkswap: row(['destroy'], 'last', '-L -U -p', 'device'),
  blkdiscard: row(['destroy'], 'last', '-o -l -p', 'device'),
  fdisk: row(['destroy', 'execute'], 'last', '', 'device'),
  parted: row(['destroy', 'execute'], 'none', '', 'device'),
  lvremove: row(['destroy'], 'all', '', 'volume'),
  vgremove: row(['destroy'], 'all', '', 'volume'),
  pvremove: row(['destroy'], 'all', '', 'volume'),
  mkdir: row(['write'], 'all', '-m --mode'),
  touch: row(['write'], 'all', '-d --date -r --reference -t'),
  mkfifo: row(['write'], 'all', '-m --mode'),
  mknod: row(['write'], 'none'),
  mktemp: row(['write'], 'all', '-p --tmpdir --suffix'),
  tee: row(['write']),
  cp: row(['write'], 'last', '-S --suffix'),
  mv: row(['write'], 'all', '-S --suffix'),
  ln: row(['write'], 'last', '-S --suffix'),
  install: row(['write', 'privilege'], 'last', '-g --group -m --mode -o --owner -S --suffix'),
  split: row(['write', 'execute'], 'none'),
  csplit: row(['write'], 'none'),
  sync: row(['write'], 'none'),
  gzip: row(['write', 'destroy'], 'all', '-S --suffix'),
  gunzip: row(['write', 'destroy'], 'all', '-S --suffix'),
  bzip2: row(['write', 'destroy']),
  xz: row(['write', 'destroy'], 'all', '-T --threads'),
  zstd: row(['write'], 'all', '-o'),
  patch: row(['write'], 'none'),
  chmod: row(['privilege'], 'after-first', '--reference'),
  chown: row(['privilege'], 'after-first', '--reference --from'),
  chgrp: row(['privilege'], 'after-first', '--reference'),
  chattr: row(['privilege'], 'after-first'),
  setfacl: row(['privilege'], 'last', '-m -x -M -X --modify --remove --set'),
  setcap: row(['privilege'], 'last'),
  useradd: row(['privilege'], 'last', '-c -d -e -f -g -G -k -K -m -p -s -u', 'user'),
  adduser: row(['privilege'], 'last', '', 'user'),
  usermod: row(['privilege'], 'last', '-c -d -e -f -g -G -l -p -s -u', 'user'),
  userdel: row(['privilege', 'destroy'], 'last', '', 'user'),
  groupadd: row(['privilege'], 'last', '-g -K -p', 'group'),
  groupmod: row(['privilege'], 'last', '-g -n -p', 'group'),
  groupdel: row(['privilege', 'destroy'], 'last', '', 'group'),
  gpasswd: row(['privilege'], 'last', '-a -d -M -A', 'group'),
  passwd: row(['privilege'], 'last', '-i -n -w -x', 'user'),
  chpasswd: row(['privilege'], 'none'),
  chsh: row(['privilege'], 'last', '-s', 'user'),
  visudo: row(['privilege', 'execute'], 'none'),
  kill: row(['write'], 'none', '', 'process'),
  pkill: row(['write'], 'none', '', 'process'),
  killall: row(['write'], 'none', '', 'process'),
  renice: row(['write'], 'none', '', 'process'),
  shutdown: row(['write', 'destroy'], 'none', '', 'machine'),
  reboot: row(['write', 'destroy'], 'none', '', 'machine'),
  halt: row(['write', 'destroy'], 'none', '', 'machine'),
  poweroff: row(['write', 'destroy'], 'none', '', 'machine'),
  mount: row(['write', 'privilege'], 'last', '-t -o', 'device'),
  umount: row(['write'], 'last', '-t -O', 'device'),
  insmod: row(['execute', 'privilege'], 'all', '', 'module'),
  modprobe: row(['execute', 'privilege'], 'all', '', 'module'),
};

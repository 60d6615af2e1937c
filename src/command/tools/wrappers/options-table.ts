/**
 * The options of programs that run another program, as their `--help` lists them on Debian 12 (coreutils 9.1-1).
 * Made by `node scripts/generate-wrappers.ts`; do not edit.
 */
export const OPTIONS: Readonly<
  Record<string, { readonly flags?: string; readonly values?: string; readonly optional?: string }>
> = {
  env: {
    flags: '-i/--ignore-environment -0/--null --list-signal-handling -v/--debug --help --version',
    values: '-u/--unset -C/--chdir -S/--split-string',
    optional: '--block-signal --default-signal --ignore-signal',
  },
  nice: {
    flags: '--help --version',
    values: '-n/--adjustment',
  },
  nohup: {
    flags: '--help --version',
  },
  stdbuf: {
    flags: '--help --version',
    values: '-i/--input -o/--output -e/--error',
  },
  timeout: {
    flags: '--preserve-status --foreground -v/--verbose --help --version',
    values: '-k/--kill-after -s/--signal',
  },
  chroot: {
    flags: '--skip-chdir --help --version',
    values: '--groups --userspec',
  },
  chrt: {
    flags:
      '-b/--batch -d/--deadline -f/--fifo -i/--idle -o/--other -r/--rr -R/--reset-on-fork -a/--all-tasks -m/--max -p/--pid -v/--verbose -h/--help -V/--version',
    values: '-T/--sched-runtime -P/--sched-period -D/--sched-deadline',
  },
  ionice: {
    flags: '-t/--ignore -h/--help -V/--version',
    values: '-c/--class -n/--classdata -p/--pid -P/--pgid -u/--uid',
  },
  taskset: {
    flags: '-a/--all-tasks -p/--pid -c/--cpu-list -h/--help -V/--version',
  },
  setsid: {
    flags: '-c/--ctty -f/--fork -w/--wait -h/--help -V/--version',
  },
  flock: {
    flags:
      '-s/--shared -x/--exclusive -u/--unlock -n/--nonblock -o/--close -F/--no-fork --verbose -h/--help -V/--version',
    values: '-w/--timeout -E/--conflict-exit-code -c/--command',
  },
  unshare: {
    flags: '-f/--fork -r/--map-root-user -c/--map-current-user --map-auto --keep-caps -h/--help -V/--version',
    values:
      '--map-user --map-group --map-users --map-groups --propagation --setgroups -R/--root -w/--wd -S/--setuid -G/--setgid --monotonic --boottime',
    optional:
      '-m/--mount -u/--uts -i/--ipc -n/--net -p/--pid -U/--user -C/--cgroup -T/--time --kill-child --mount-proc',
  },
  nsenter: {
    flags: '-a/--all --preserve-credentials -F/--no-fork -Z/--follow-context -h/--help -V/--version',
    values: '-t/--target -S/--setuid -G/--setgid -W/--wdns',
    optional: '-m/--mount -u/--uts -i/--ipc -n/--net -p/--pid -C/--cgroup -U/--user -T/--time -r/--root -w/--wd',
  },
  setpriv: {
    flags:
      '-d/--dump --nnp/--no-new-privs --clear-groups --keep-groups --init-groups --reset-env -h/--help -V/--version',
    values:
      '--ambient-caps --inh-caps --bounding-set --ruid --euid --rgid --egid --reuid --regid --groups --securebits --pdeathsig --selinux-label --apparmor-profile',
  },
  prlimit: {
    flags:
      '--noheadings --raw --verbose -h/--help -V/--version -c/--core -d/--data -e/--nice -f/--fsize -i/--sigpending -l/--memlock -m/--rss -n/--nofile -q/--msgqueue -r/--rtprio -s/--stack -t/--cpu -u/--nproc -v/--as -x/--locks -y/--rttime',
    values: '-p/--pid -o/--output',
  },
  setarch: {
    flags:
      '-B/--32bit -F/--fdpic-funcptrs -I/--short-inode -L/--addr-compat-layout -R/--addr-no-randomize -S/--whole-seconds -T/--sticky-timeouts -X/--read-implies-exec -Z/--mmap-page-zero -3/--3gb --4gb --uname-2 -v/--verbose --list -h/--help -V/--version',
  },
  script: {
    flags: '-a/--append -e/--return -f/--flush --force -q/--quiet -h/--help -V/--version',
    values:
      '-I/--log-in -O/--log-out -B/--log-io -T/--log-timing -m/--logging-format -c/--command -E/--echo -o/--output-limit',
    optional: '-t/--timing',
  },
  runuser: {
    flags: '-m/-p/--preserve-environment -f/--fast -P/--pty -h/--help -V/--version',
    values: '-u/--user -w/--whitelist-environment -g/--group -G/--supp-group -c/--command --session-command -s/--shell',
  },
  su: {
    flags: '-m/-p/--preserve-environment -f/--fast -P/--pty -h/--help -V/--version',
    values: '-w/--whitelist-environment -g/--group -G/--supp-group -c/--command --session-command -s/--shell',
  },
  xargs: {
    flags:
      '-0/--null -o/--open-tty -p/--interactive -r/--no-run-if-empty --show-limits -t/--verbose -x/--exit --help --version',
    values:
      '-a/--arg-file -d/--delimiter -E -I -L/--max-lines -n/--max-args -P/--max-procs --process-slot-var -s/--max-chars',
    optional: '-e/--eof -i/--replace -l',
  },
  watch: {
    flags:
      '-b/--beep -c/--color -e/--errexit -g/--chgexit -p/--precise -t/--no-title -w/--no-wrap -x/--exec -h/--help -v/--version',
    values: '-q/--equexit -n/--interval',
    optional: '-d/--differences',
  },
  sudo: {
    flags:
      '-A/--askpass -b/--background -B/--bell -E/--preserve-env -e/--edit -H/--set-home -h/--help -i/--login -K/--remove-timestamp -k/--reset-timestamp -l/--list -n/--non-interactive -P/--preserve-groups -S/--stdin -s/--shell -V/--version -v/--validate -N',
    values:
      '-C/--close-from -D/--chdir -g/--group --host -p/--prompt -R/--chroot -r/--role -t/--type -T/--command-timeout -U/--other-user -u/--user',
  },
  'systemd-run': {
    flags:
      '-h/--help --version --no-ask-password --user --scope --slice-inherit --no-block -r/--remain-after-exit --wait --send-sighup -d/--same-dir -t/--pty -P/--pipe -q/--quiet -G/--collect -S/--shell --on-timezone-change --on-clock-change',
    values:
      '-H/--host -M/--machine -u/--unit -p/--property --description --slice --service-type --uid --gid --nice --working-directory -E/--setenv --path-property --socket-property --on-active --on-boot --on-startup --on-unit-active --on-unit-inactive --on-calendar --timer-property',
  },
  'systemd-inhibit': {
    flags: '-h/--help --version --no-pager --no-legend --list',
    values: '--what --who --why --mode',
  },
  'systemd-cat': {
    flags: '-h/--help --version',
    values: '-t/--identifier -p/--priority --stderr-priority --level-prefix',
  },
  'start-stop-daemon': {
    flags:
      '-S/--start -K/--stop -T/--status -H/--help -V/--version -b/--background --notify-await -C/--no-close -m/--make-pidfile --remove-pidfile -t/--test -o/--oknodo -q/--quiet -v/--verbose',
    values:
      '--pid --ppid -p/--pidfile -x/--exec -n/--name -u/--user -g/--group -c/--chuid -s/--signal -a/--startas -r/--chroot -d/--chdir -N/--nicelevel -P/--procsched -I/--iosched -k/--umask --notify-timeout -O/--output -R/--retry',
  },
  'run-parts': {
    flags:
      '--test --list -v/--verbose -d/--debug --report --reverse --exit-on-error --stdin --lsbsysinit --new-session -V/--version -h/--help',
    values: '--regex -u/--umask -a/--arg',
  },
  strace: {
    flags:
      '-f/--follow-forks -ff/--output-separately -z/--successful-only -Z/--failed-only -i/--instruction-pointer -k/--stack-traces -n/--syscall-number -A/--output-append-mode -v/--no-abbrev -c/--summary-only -C/--summary -w/--summary-wall-clock -d/--debug -h/--help --seccomp-bpf -V/--version',
    values:
      '-e -E/--env -p/--attach -u/--user -b/--detach-on -DD -DDD -I/--interruptible --trace --signal --status -P/--trace-path -a/--columns --abbrev --verbose --raw --read --write --quiet --kvm --decode-fds -o/--output -q -qq -qqq -s/--string-limit --absolute-timestamps -tt -ttt --strings-in-hex -x -X/--const-print-style -yy --decode-pids -Y -O/--summary-syscall-overhead -S/--summary-sort-by -U/--summary-columns --inject --fault',
    optional: '-D/--daemonize -r/--relative-timestamps -t -T/--syscall-times -xx -y --tips',
  },
  valgrind: {
    flags: '-h/--help --help-debug --help-dyn-options --version -q/--quiet -v/--verbose -s',
    values:
      '--tool --trace-children --trace-children-skip --trace-children-skip-by-arg --child-silent-after-fork --vgdb --vgdb-error --vgdb-stop-at --track-fds --time-stamp --log-fd --log-file --log-socket --xml --xml-fd --xml-file --xml-socket --xml-user-comment --demangle --num-callers --error-limit --exit-on-first-error --error-exitcode --error-markers --show-error-list --keep-debuginfo --show-below-main --default-suppressions --suppressions --gen-suppressions --input-fd --dsymutil --max-stackframe --main-stacksize --alignment --redzone-size --xtree-memory --xtree-memory-file --fullpath-after --extra-debuginfo-path --debuginfo-server --allow-mismatched-debuginfo --smc-check --read-inline-info --read-var-info --vgdb-poll --vgdb-shadow-registers --vgdb-prefix --run-libc-freeres --run-cxx-freeres --sim-hints --fair-sched --kernel-variant --merge-recursive-frames --num-transtab-sectors --avg-transtab-entry-size --aspace-minaddr --valgrind-stacksize --show-emwarns --require-text-symbol --soname-synonyms --sigill-diagnostics --unw-stack-scan-thresh --unw-stack-scan-frames --resync-filter --max-threads --leak-check --leak-resolution --show-leak-kinds --errors-for-leak-kinds --leak-check-heuristics --show-reachable --show-possibly-lost --xtree-leak --xtree-leak-file --undef-value-errors --track-origins --partial-loads-ok --expensive-definedness-checks --freelist-vol --freelist-big-blocks --workaround-gcc296-bugs --ignore-ranges --ignore-range-below-sp --malloc-fill --free-fill --keep-stacktraces --show-mismatched-frees',
  },
  hyperfine: {
    flags: '--norc -N -i/--ignore-failure --show-output -h/--help -V/--version',
    values:
      '-w/--warmup -m/--min-runs -M/--max-runs -r/--runs -s/--setup -p/--prepare -c/--cleanup -P/--parameter-scan -D/--parameter-step-size -L/--parameter-list --style -S/--shell -u/--time-unit --export-asciidoc --export-csv --export-json --export-markdown --export-orgmode --output -n/--command-name',
  },
  gdb: {
    flags:
      '--args --readnow --readnever --write --nh --nx --fullname -w --nw --tui -q/--quiet/--silent --batch --batch-silent --return-child-result --configuration --help --version',
    values:
      '--core --exec --pid --directory --se --symbols --command/-x --init-command/-ix --eval-command/-ex --init-eval-command/-iex --interpreter --tty -b -l --cd --data-directory/-D',
  },
  rlwrap: {
    flags: '-A -b -c -C -D -e -f -g -h -H -i -I -l -M -n -N -o -O -P -q -r -R -s -S -t -U -v -w -W -z',
    optional: '-a -m -p',
  },
  'dbus-run-session': {},
  'xvfb-run': {
    flags: '--server-num',
  },
  firejail: {},
  bwrap: {
    flags:
      '--help --version --unshare-all --share-net --unshare-user --unshare-user-try --unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup --unshare-cgroup-try --disable-userns --assert-userns-disabled --clearenv --new-session --die-with-parent --as-pid-1',
    values:
      '--args --userns --userns2 --pidns --uid --gid --hostname --chdir --setenv --unsetenv --lock-file --sync-fd --bind --bind-try --dev-bind --dev-bind-try --ro-bind --ro-bind-try --bind-fd --ro-bind-fd --remount-ro --exec-label --file-label --proc --dev --tmpfs --mqueue --dir --file --bind-data --ro-bind-data --symlink --seccomp --add-seccomp-fd --block-fd --userns-block-fd --info-fd --json-status-fd --cap-add --cap-drop --perms --size --chmod',
  },
  pkexec: {
    flags: '--help --disable-internal-agent',
  },
  faketime: {
    flags: '-m -f --exclude-monotonic',
    values: '-p --date-prog',
  },
  tini: {
    flags: '--version -h -s -v -w -g -l',
    values: '-p -e',
  },
  'dumb-init': {
    flags: '-c/--single-child -v/--verbose -h/--help -V/--version',
    values: '-r/--rewrite',
  },
  catatonit: {
    flags: '-g -h -L -P -V',
  },
  torsocks: {},
  entr: {
    flags: '-a -c -d -n -p -r -s -z',
  },
  numactl: {},
  cpulimit: {
    flags: '-b -f -c -m/--monitor-forks -q/--quiet -k/--kill -r/--restore -v/--verbose -z/--lazy -h/--help',
    values: '-p/--pid -e/--exe -P/--path -l/--limit -s/--signal',
  },
  cgexec: {},
  chpst: {
    flags: '-v -V -P -0 -1 -2',
    values: '-u -U -b -e -n -l -m -d -o -p -f -c -t',
  },
  softlimit: {
    values: '-a -c -d -f -l -m -o -p -r -s -t',
  },
  setlock: {},
  chronic: {},
  ifne: {},
  schedtool: {
    flags: '-N -B -D -r -v',
    values: '-F/-p -R -I -M -n -a -e',
  },
};

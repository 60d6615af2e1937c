import type { Effect } from '../../action.ts';
import { type Grammar, grammar } from '../../options.ts';

/** How one wrapper reads its own words, and what it does by itself. */
export interface Wrapper {
  readonly options: Grammar;
  /** Operands before the command: a duration, a lock file, a priority. */
  readonly skip?: number;
  /** What the wrapper itself does, beside running the command. */
  readonly effects?: readonly Effect[];
  /** `NAME=value` words may stand before the command. */
  readonly assignments?: boolean;
  /** More arguments come from its stdin. */
  readonly open?: boolean;
  /** Without a command: what happens then. */
  readonly bare?: Effect;
}

const getopt = (flags = '', many = '', optional = ''): Grammar => grammar('getopt', { flags, many, optional });

/** By program name. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  env: {
    options: getopt(
      '-i/--ignore-environment -0/--null -v/--debug --list-signal-handling --help --version',
      '-u/--unset -C/--chdir -S/--split-string -a/--argv0',
      '--block-signal --default-signal --ignore-signal',
    ),
    assignments: true,
  },
  sudo: {
    options: getopt(
      '-A/--askpass -b/--background -E -e/--edit -H/--set-home -h -i/--login -K/--remove-timestamp -k/--reset-timestamp -l/--list -n/--non-interactive -P/--preserve-groups -S/--stdin -s/--shell -V/--version -v/--validate -N/--no-update -B/--bell',
      '-C/--close-from -D/--chdir -g/--group -p/--prompt -R/--chroot -r/--role -t/--type -T/--command-timeout -U/--other-user -u/--user --host',
      '--preserve-env',
    ),
    assignments: true,
    effects: ['privilege'],
    bare: 'execute',
  },
  doas: { options: getopt('-L -n -s', '-a -C -u'), effects: ['privilege'], bare: 'execute' },
  runuser: {
    options: getopt(
      '-l/--login -m/-p/--preserve-environment -f/--fast -P/--pty',
      '-u/--user -g/--group -G/--supp-group -s/--shell -c/--command',
    ),
    effects: ['privilege'],
    bare: 'execute',
  },
  timeout: {
    options: getopt(
      '--foreground --preserve-status -v/--verbose -p -f --help --version',
      '-k/--kill-after -s/--signal',
    ),
    skip: 1,
  },
  gtimeout: { options: getopt('--foreground --preserve-status -v/--verbose', '-k/--kill-after -s/--signal'), skip: 1 },
  nice: { options: getopt('--help --version -0 -1 -2 -3 -4 -5 -6 -7 -8 -9', '-n/--adjustment'), bare: 'read' },
  ionice: { options: getopt('-t/--ignore -h/--help -V/--version', '-c/--class -n/--classdata'), bare: 'unknown' },
  chrt: {
    options: getopt(
      '-b/--batch -d/--deadline -f/--fifo -i/--idle -o/--other -r/--rr -R/--reset-on-fork -v/--verbose',
      '-T/--sched-runtime -P/--sched-period -D/--sched-deadline',
    ),
    skip: 1,
  },
  taskset: { options: getopt('-a/--all-tasks -c/--cpu-list -V/--version -h/--help'), skip: 1 },
  nohup: { options: getopt('--help --version') },
  setsid: { options: getopt('-c/--ctty -f/--fork -w/--wait') },
  stdbuf: { options: getopt('--help --version', '-i/--input -o/--output -e/--error') },
  unbuffer: { options: getopt('-p') },
  command: { options: getopt('-p -v -V') },
  builtin: { options: getopt() },
  exec: { options: getopt('-c -l', '-a') },
  time: { options: getopt('-p/--portability -v/--verbose -q/--quiet -a/--append -l -h', '-f/--format -o/--output') },
  flock: {
    options: getopt(
      '-s/--shared -x/-e/--exclusive -u/--unlock -n/--nb/--nonblock -o/--close -F/--no-fork --verbose',
      '-w/--wait/--timeout -E/--conflict-exit-code -c/--command',
    ),
    skip: 1,
  },
  chroot: { options: getopt('--skip-chdir', '--groups --userspec'), skip: 1, effects: ['privilege'], bare: 'execute' },
  unshare: {
    options: getopt(
      '-m -u -i -n -p -U -C -T -f/--fork -r/--map-root-user -c/--map-current-user --mount-proc --kill-child --keep-caps',
      '-R/--root -w/--wd -S/--setuid -G/--setgid --propagation --setgroups --map-user --map-group --map-users --map-groups',
      '--mount --uts --ipc --net --pid --user --cgroup --time',
    ),
    effects: ['privilege'],
    bare: 'execute',
  },
  nsenter: {
    options: getopt(
      '-a/--all -F/--no-fork -Z --preserve-credentials',
      '-t/--target -S/--setuid -G/--setgid',
      '-m/--mount -u/--uts -i/--ipc -n/--net -p/--pid -U/--user -C/--cgroup -T/--time -r/--root -w/--wd',
    ),
    effects: ['privilege'],
    bare: 'execute',
  },
  xargs: {
    options: getopt(
      '-0/--null -o/--open-tty -p/--interactive -r/--no-run-if-empty -t/--verbose -x/--exit --show-limits --help --version',
      '-a/--arg-file -d/--delimiter -E -I -L -n/--max-args -P/--max-procs -s/--max-chars --process-slot-var -R -S',
      '-e/--eof -i/--replace -l/--max-lines',
    ),
    open: true,
    bare: 'read',
  },
  'systemd-run': {
    options: getopt(
      '--user --system --scope -d/--same-dir -r/--remain-after-exit -t/--pty -P/--pipe -S/--shell -q/--quiet -G/--collect --wait --no-block --no-ask-password',
      '-u/--unit -p/--property --description --slice --service-type --uid --gid --nice --working-directory -E/--setenv -H/--host -M/--machine --on-active --on-boot --on-calendar',
    ),
    effects: ['execute'],
  },
  setpriv: {
    options: getopt(
      '--clear-groups --keep-groups --init-groups --no-new-privs --reset-env -d/--dump',
      '--reuid --regid --groups --inh-caps --ambient-caps --bounding-set --securebits --pdeathsig --ruid --euid --rgid --egid --selinux-label',
    ),
    effects: ['privilege'],
    bare: 'read',
  },
  numactl: {
    options: getopt(
      '--hardware -H --show -s --localalloc -l',
      '-m/--membind -N/--cpunodebind -C/--physcpubind -i/--interleave -p/--preferred',
    ),
    bare: 'read',
  },
  caffeinate: { options: getopt('-d -i -m -s -u', '-t -w'), bare: 'read' },
  catchsegv: { options: getopt() },
  torsocks: { options: getopt('-i/--isolate -q/--quiet -d/--debug') },
  fakeroot: { options: getopt() },
};

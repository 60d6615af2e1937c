import type { Effect } from '../../action.ts';
import { type Grammar, grammar, type OptionTable } from '../../options.ts';
import { OPTIONS } from './options-table.ts';

/** How one wrapper reads its own words beside its options, and what it does by itself. */
export interface Wrapper {
  /** Options that its help does not list: short spellings, other systems, other versions. */
  readonly more?: { readonly flags?: string; readonly values?: string; readonly optional?: string };
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
  /** The option that says in which directory the command runs. */
  readonly directory?: string;
  /** Options that name a file it writes. */
  readonly writes?: string;
  /** Options whose values are shell lines that run as well. */
  readonly lines?: string;
  /** Options that load or run something gate does not see, or change where the command acts. */
  readonly doubts?: string;
  /** Options that take two words. */
  readonly pairs?: string;
  /** The words behind the options are one line for a shell. */
  readonly isLine?: boolean;
  /** Each word behind the options is a line for a shell. */
  readonly areLines?: boolean;
  /** Every `--name=value` is an option: none of them runs anything but those in `doubts`. */
  readonly anyLong?: boolean;
  /** The command sees another root directory: always, or with one of these options. */
  readonly elsewhere?: true | string;
}

/** Only changes when, how fast or with which signals the command runs. */
const PLAIN: Wrapper = {};
/** Sees or changes all that the command does, or gives it another place to work in. */
const AS_OTHER: Wrapper = { effects: ['privilege'], bare: 'execute' };

/** By program name. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  env: { assignments: true, directory: 'chdir', more: { values: '-a/--argv0' } },
  genv: {
    assignments: true,
    directory: 'chdir',
    more: { flags: '-i/--ignore-environment', values: '-u/--unset -C/--chdir' },
  },
  sudo: {
    ...AS_OTHER,
    elsewhere: 'chroot host',
    assignments: true,
    directory: 'chdir',
    more: { flags: '-N/--no-update', optional: '--preserve-env' },
  },
  doas: { ...AS_OTHER, more: { flags: '-L -n -s', values: '-a -C -u' } },
  runuser: { ...AS_OTHER, more: { flags: '-l/--login' } },
  pkexec: { ...AS_OTHER, more: { flags: '--keep-cwd', values: '--user' } },
  gosu: { ...AS_OTHER, skip: 1 },
  'su-exec': { ...AS_OTHER, skip: 1 },
  's6-setuidgid': { ...AS_OTHER, skip: 1 },
  's6-applyuidgid': { ...AS_OTHER, more: { values: '-u -g -G', flags: '-U -z' } },
  setuidgid: { ...AS_OTHER, skip: 1 },
  run0: {
    ...AS_OTHER,
    more: { flags: '--no-ask-password', values: '-u/--user -g/--group -D/--chdir --unit --description --nice' },
  },
  timeout: { skip: 1, more: { flags: '-f -p' } },
  gtimeout: {
    skip: 1,
    more: { flags: '--preserve-status --foreground -v/--verbose', values: '-k/--kill-after -s/--signal' },
  },
  nice: { bare: 'read', more: { flags: '-0 -1 -2 -3 -4 -5 -6 -7 -8 -9' } },
  gnice: { bare: 'read', more: { values: '-n/--adjustment' } },
  ionice: PLAIN,
  chrt: { skip: 1 },
  taskset: { skip: 1 },
  schedtool: PLAIN,
  cpulimit: PLAIN,
  nohup: PLAIN,
  setsid: PLAIN,
  stdbuf: PLAIN,
  gstdbuf: { more: { values: '-i/--input -o/--output -e/--error' } },
  unbuffer: { more: { flags: '-p' } },
  command: { more: { flags: '-p -v -V' } },
  builtin: PLAIN,
  exec: { more: { flags: '-c -l', values: '-a' } },
  time: {
    more: {
      flags: '-p/--portability -v/--verbose -q/--quiet -a/--append -l -h --help -V/--version',
      values: '-f/--format -o/--output',
    },
    writes: 'output',
  },
  gtime: {
    more: { flags: '-p/--portability -v/--verbose -q/--quiet -a/--append', values: '-f/--format -o/--output' },
    writes: 'output',
  },
  flock: { skip: 1, more: { flags: '-e --nb', values: '--wait' } },
  setlock: { skip: 1, more: { flags: '-n -N -x -X' } },
  chroot: { ...AS_OTHER, skip: 1, elsewhere: true },
  unshare: { ...AS_OTHER, elsewhere: 'root', directory: 'wd', more: { optional: '--map-root-user' } },
  nsenter: { ...AS_OTHER, elsewhere: true },
  xargs: { open: true, bare: 'read', more: { values: '-J -R -S' } },
  gxargs: {
    open: true,
    bare: 'read',
    more: {
      flags: '-0/--null -r/--no-run-if-empty -t/--verbose',
      values: '-a/--arg-file -d/--delimiter -I -n/--max-args -P/--max-procs -L',
    },
  },
  'systemd-run': { effects: ['execute'], doubts: 'host machine property', more: { flags: '--system' } },
  'systemd-inhibit': PLAIN,
  'systemd-cat': PLAIN,
  setpriv: { effects: ['privilege'], bare: 'read' },
  prlimit: {
    more: {
      optional:
        '--core --data --nice --fsize --sigpending --memlock --rss --nofile --msgqueue --rtprio --stack --cpu --nproc --as --locks --rttime',
    },
    doubts: 'pid',
    bare: 'read',
  },
  numactl: {
    bare: 'read',
    more: {
      flags: '--hardware -H --show -s --localalloc -l --all -a',
      values: '-m/--membind -N/--cpunodebind -C/--physcpubind -i/--interleave -p/--preferred',
    },
  },
  caffeinate: { more: { flags: '-d -i -m -s -u', values: '-t -w' }, bare: 'read' },
  catchsegv: PLAIN,
  eatmydata: PLAIN,
  chronic: { more: { flags: '-v -e' } },
  ifne: { more: { flags: '-n' } },
  setarch: { skip: 1 },
  linux32: { more: { flags: '-R -v' } },
  linux64: { more: { flags: '-R -v' } },
  i386: { more: { flags: '-R -v' } },
  strace: {
    writes: 'output',
    doubts: 'attach user env e',
    more: { flags: '-F', optional: '--timestamps' },
  },
  ltrace: {
    writes: 'output',
    doubts: 'p u F',
    more: { flags: '-c -f -i -r -S -t -tt -ttt -T -L -C', values: '-a -A -e -l -n -o/--output -s -x -p -u -F -w' },
  },
  valgrind: { anyLong: true, doubts: 'db-command vgdb log-socket xml-socket', writes: 'log-file' },
  rlwrap: { more: { values: '-b -C -D -f -g -H -l -O -q -S -s -t -w -z -P -e' }, doubts: 'z', writes: 'l H' },
  'dbus-run-session': {
    more: { flags: '--help --version', values: '--config-file --dbus-daemon' },
    doubts: 'config-file dbus-daemon',
  },
  'xvfb-run': {
    more: {
      flags: '-a/--auto-servernum -l/--listen-tcp -h/--help',
      values: '-e/--error-file -f/--auth-file -n/--server-num -p/--xauth-protocol -s/--server-args -w/--wait',
    },
    writes: 'error-file auth-file',
  },
  firejail: {
    anyLong: true,
    bare: 'execute',
    doubts: 'profile join join-or-start env hosts-file appimage shell bandwidth put overlay',
    more: { flags: '-c' },
  },
  bwrap: {
    elsewhere: true,
    bare: 'unknown',
    doubts: 'args',
    directory: 'chdir',
    pairs:
      '--bind --bind-try --dev-bind --dev-bind-try --ro-bind --ro-bind-try --bind-fd --ro-bind-fd --setenv --file --bind-data --ro-bind-data --symlink --chmod --overlay --ro-overlay',
    more: {
      values:
        '--perms --size --proc --dev --tmpfs --mqueue --dir --remount-ro --cap-add --cap-drop --seccomp --info-fd --block-fd --userns-block-fd',
    },
  },
  proot: {
    elsewhere: 'rootfs R S',
    bare: 'execute',
    more: { flags: '-0 --root-id -v', values: '-r/--rootfs -b/--bind -w/--cwd -q/--qemu -k/--kernel-release -R -S -i' },
    doubts: 'qemu',
  },
  fakeroot: {
    more: { flags: '-u/--unknown-is-real -h/--help -v/--version', values: '-l/--lib --faked -s -i -b' },
    doubts: 'lib faked',
    bare: 'execute',
  },
  fakechroot: {
    elsewhere: true,
    more: {
      flags: '-s/--use-system-libs -h/--help -v/--version',
      values: '-l/--lib -d/--elfloader -e/--environment -c/--config-dir -b/--bindir',
    },
    doubts: 'lib elfloader environment config-dir bindir',
    bare: 'execute',
  },
  faketime: { skip: 1, doubts: 'date-prog' },
  tini: PLAIN,
  'tini-static': { more: { flags: '-s -v -w -g', values: '-p -e' } },
  'dumb-init': PLAIN,
  catatonit: PLAIN,
  torsocks: {
    more: {
      flags: '-i/--isolate -q/--quiet -d/--debug -h/--help --version',
      values: '-u/--user -p/--pass -a/--address -P/--port',
    },
  },
  torify: { more: { flags: '-v' } },
  tsocks: PLAIN,
  proxychains: { more: { flags: '-q', values: '-f' }, doubts: 'f' },
  proxychains4: { more: { flags: '-q', values: '-f' }, doubts: 'f' },
  hyperfine: {
    areLines: true,
    lines: 'setup prepare cleanup conclude reference',
    doubts: 'shell input parameter-list parameter-scan',
    writes: 'output export-json export-csv export-markdown export-asciidoc export-orgmode',
    more: { values: '--conclude --reference --input --sort --shutdown', flags: '--debug-mode' },
  },
  cgexec: { more: { values: '-g', flags: '--sticky' }, effects: ['write'] },
  softlimit: PLAIN,
  chpst: { effects: ['privilege'], doubts: 'e' },
  envdir: { skip: 1, doubts: '*' },
  's6-envdir': { skip: 1, doubts: '*' },
  envuidgid: { skip: 1 },
  sg: { ...AS_OTHER, skip: 1, more: { values: '-c/--command' } },
  runcon: { ...AS_OTHER, skip: 1, more: { flags: '-c/--compute', values: '-u/--user -r/--role -t/--type -l/--range' } },
  'flatpak-spawn': {
    more: { flags: '--host --clear-env --watch-bus --sandbox', values: '--directory --env --forward-fd' },
    doubts: 'env',
  },
  trickle: { more: { flags: '-s -v', values: '-u -d -w -t -l -L -p -n' } },
  multitime: { more: { flags: '-f -q -s -v', values: '-n -s -b -r -o -i -I' }, doubts: 'b r o i I' },
};

const made = new Map<string, Grammar>();

/** The options a wrapper has, its help's and ours. */
export function optionsOf(tool: string, { more, pairs }: Wrapper): Grammar {
  const before = made.get(tool);
  if (before) return before;
  const own = Object.hasOwn(OPTIONS, tool) ? OPTIONS[tool] : undefined;
  const table = (part: typeof own): OptionTable => ({
    ...(part?.flags && { flags: part.flags }),
    ...(part?.values && { many: part.values }),
    ...(part?.optional && { optional: part.optional }),
  });
  const base = grammar('getopt', table(own));
  const all = grammar('getopt', { ...table(more), ...(pairs && { many: `${more?.values ?? ''} ${pairs}` }) }, base);
  made.set(tool, all);
  return all;
}

import type { Effect, Scope } from '../action.ts';
import { type Grammar, grammar, optionValue, type Scan, scan, UNRESOLVED } from '../options.ts';
import { programOf } from '../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../reader.ts';
import { act, doubtsOf, fields, unknownAction, withDoubt } from '../reading.ts';
import { namesSecretFile } from '../secret-files.ts';
import { splitEnvString } from './env-string.ts';

/** Programs that run another program: seen through with their own option grammar. */
export const reader: Reader = { names: [], read };

interface Wrapper {
  readonly options: Grammar;
  /** Operands before the command: a duration, a lock file, a priority. */
  readonly skip?: number;
  /** What the wrapper itself does, beside running the command. */
  readonly effects?: readonly Effect[];
  readonly assignments?: boolean;
  /** More arguments come from its stdin. */
  readonly open?: boolean;
  readonly cwd?: string;
  /** Without a command: what happens then. */
  readonly bare?: Effect;
}

const getopt = (flags = '', many = '', optional = ''): Grammar => grammar('getopt', { flags, many, optional });

const TABLE: Readonly<Record<string, Wrapper>> = {
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
  systemd_run: {
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

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (tool === 'su') return su(argv);
  if (tool === 'ssh') return ssh(argv);
  if (tool === 'watch') return watch(argv);
  if (tool === 'script') return script(argv);
  if (tool === 'busybox' || tool === 'toybox') return multicall(tool, argv);
  if (tool === 'parallel') return parallel(argv);
  const key = tool.replace('-', '_');
  const wrapper = Object.hasOwn(TABLE, key) ? TABLE[key] : undefined;
  if (wrapper === undefined) return dark(tool, argv, `${tool} runs another command in a way gate does not see through`);
  return through(tool, argv, wrapper, context);
}

function through(tool: string, argv: readonly string[], wrapper: Wrapper, context: ReadContext): Reading {
  const found = scan(argv, 1, wrapper.options, true);
  const doubts = [...doubtsOf(found)];
  if (found.positionals.length > 0) doubts.push(`the operands of ${tool} are not understood`);
  let at = found.end;
  const environment: Record<string, string | undefined> = {};
  if (tool === 'env') {
    const alone = envOnly(argv, found, context, environment);
    if (alone !== undefined) return alone;
    for (const name of found.options.get('unset') ?? []) environment[name] = undefined;
  }
  if (tool === 'command' && (optionValue(found, 'v') !== undefined || optionValue(found, 'V') !== undefined)) {
    if (argv.length === found.end + 1) return { actions: [act('command', 'command', ['read'])], settled: true };
    doubts.push('command is asked about several words at once');
  }
  if (wrapper.assignments) {
    for (; at < argv.length; at++) {
      const pair = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(argv[at] as string);
      if (pair === null) {
        if (tool !== 'env' || !(argv[at] as string).includes('=')) break;
        doubts.push('an odd name is set in the environment');
        continue;
      }
      environment[pair[1] as string] = pair[2] as string;
    }
  }
  const skipped = argv.slice(at, at + (wrapper.skip ?? 0));
  if (skipped.some((operand) => operand.startsWith('-') || operand.startsWith(UNRESOLVED))) {
    doubts.push(`the operands of ${tool} are not understood`);
  }
  at += wrapper.skip ?? 0;

  const scope = scopeOf(tool, found);
  const own = wrapper.effects ? [act(tool, tool, wrapper.effects, { scope })] : [];
  const list = optionValue(found, 'arg-file');
  if (list !== undefined && namesSecretFile(list)) {
    own.push(act(tool, tool, ['read', 'secret'], { resource: { kind: 'file', path: list } }));
  }
  const command = commandOf(tool, argv.slice(at), found);
  if (command.length === 0) return withDoubt(alone(tool, argv, found, wrapper, scope), doubts);

  const run: Run = {
    argv: command,
    via: [tool, ...argv.slice(1, at)].join(' ').slice(0, 200),
    ...(Object.keys(environment).length > 0 ? { environment } : {}),
    ...(optionValue(found, 'chdir') !== undefined && context.cwd !== ''
      ? { cwd: optionValue(found, 'chdir') as string }
      : {}),
    ...(wrapper.open ? openness(command, found) : {}),
  };
  const output = tool === 'time' ? optionValue(found, 'output') : undefined;
  const actions =
    output === undefined ? own : [...own, act(tool, tool, ['write'], { resource: { kind: 'file', path: output } })];
  if (doubts.length === 0) return { actions, runs: [run] };
  return { actions: [...actions, unknownAction(tool)], runs: [run], notes: doubts };
}

/** With nothing to run: prints something, opens a shell, or is not understood. */
function alone(tool: string, argv: readonly string[], found: Scan, wrapper: Wrapper, scope: Scope): Reading {
  if (argv.length === 2 && /^(--help|--version|-V)$/.test(argv[1] as string))
    return { actions: [act(tool, tool, ['read'])] };
  if (
    tool === 'sudo' &&
    ['list', 'validate', 'version', 'help', 'reset-timestamp', 'remove-timestamp'].some((name) =>
      found.options.has(name),
    )
  ) {
    return { actions: [act(tool, tool, ['read'], { scope })] };
  }
  const bare = wrapper.bare ?? 'unknown';
  return {
    actions: [
      act(tool, tool, wrapper.effects && bare !== 'read' ? [...wrapper.effects, bare] : [bare], {
        scope,
        opaque: bare === 'execute',
      }),
    ],
    notes: bare === 'execute' ? [`${tool} opens a shell`] : [],
  };
}

/** The command's words, where they are not simply what follows. */
function commandOf(tool: string, rest: readonly string[], found: Scan): readonly string[] {
  const line = optionValue(found, 'command');
  if (line !== undefined) return ['sh', '-c', line];
  if ((tool === 'flock' || tool === 'flock.exe') && rest[0] === '-c') return ['sh', '-c', ...rest.slice(1)];
  if (tool === 'sudo' && (found.options.has('shell') || found.options.has('login')) && rest.length > 0) {
    // sudo quotes every word for the shell that runs them.
    return rest;
  }
  if (tool === 'sudo' && found.options.has('edit')) return [];
  return rest;
}

function openness(command: readonly string[], found: Scan): Partial<Run> {
  const place =
    optionValue(found, 'I') ?? (found.options.has('replace') ? optionValue(found, 'replace') || '{}' : undefined);
  // With a placeholder the command keeps its shape: the text lands inside the words that hold it.
  if (place !== undefined && command.length > 0) {
    const argv = command.map((word) => word.replaceAll(place, UNRESOLVED));
    return argv[0] === command[0] ? { argv, stdin: 'null' } : { argv, open: true };
  }
  return { open: true, stdin: 'null' };
}

function scopeOf(tool: string, found: Scan): Scope {
  if (tool === 'chroot') return {};
  const user = optionValue(found, 'user') ?? optionValue(found, 'u');
  const group = optionValue(found, 'group');
  return fields({ user: tool === 'sudo' || tool === 'doas' ? (user ?? 'root') : user, group });
}

/** `env` alone prints the environment; `-S` splits a string into more arguments. */
function envOnly(
  argv: readonly string[],
  found: Scan,
  context: ReadContext,
  environment: Record<string, string | undefined>,
): Reading | undefined {
  const text = optionValue(found, 'split-string');
  if (text !== undefined) {
    const words = splitEnvString(text, context.environment);
    if (words === undefined || found.options.size > 1)
      return dark('env', argv, 'the string given to env -S is not understood');
    return { actions: [], runs: [{ argv: ['env', ...words, ...argv.slice(found.end)], via: 'env -S' }] };
  }
  if (found.options.has('ignore-environment')) {
    for (const name of Object.keys(context.environment)) environment[name] = undefined;
  }
  if (argv.slice(found.end).every((word) => word.includes('='))) {
    return withDoubt(
      { actions: [act('env', 'env', ['read', 'secret'])], notes: ['prints the environment'] },
      doubtsOf(found),
    );
  }
  return undefined;
}

const SU = grammar('getopt', {
  flags: '-/-l/--login -m/-p/--preserve-environment -f/--fast -P/--pty -h/--help -V/--version',
  many: '-c/--command -s/--shell -g/--group -G/--supp-group -w/--whitelist-environment --session-command',
});

function su(argv: readonly string[]): Reading {
  const found = scan(argv, 1, SU);
  const names = found.positionals.filter((name) => name !== '-');
  const scope = { user: names[0] ?? 'root' };
  const line = optionValue(found, 'command') ?? optionValue(found, 'session-command');
  const clear = names.length < 2 && doubtsOf(found).length === 0 && optionValue(found, 'shell') === undefined;
  if (line === undefined || !clear) {
    return {
      actions: [
        act('su', 'su', ['privilege', 'execute', ...(clear ? [] : (['unknown'] as const))], { scope, opaque: true }),
      ],
    };
  }
  return {
    actions: [act('su', 'su', ['privilege'], { scope })],
    runs: [{ argv: ['sh', '-c', line], via: `su ${scope.user} -c` }],
  };
}

const SSH = grammar('getopt', {
  flags: '-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y',
  many: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w',
});

/** The remote side is out of sight: always `execute`, and the remote words are judged as a shell line as well. */
function ssh(argv: readonly string[]): Reading {
  const first = scan(argv, 1, SSH, true);
  const host = argv[first.end];
  // ssh goes on looking for options after the host.
  const more = scan(argv, first.end + 1, SSH, true);
  if (host === undefined) {
    const version = argv.length === 2 && argv[1] === '-V';
    return { actions: [version ? act('ssh', 'ssh', ['read']) : unknownAction('ssh')] };
  }
  const at = host.lastIndexOf('@');
  const scope = fields({
    host: at < 0 ? host : host.slice(at + 1),
    user: at < 0 ? (optionValue(first, 'l') ?? optionValue(more, 'l')) : host.slice(0, at),
    port: optionValue(first, 'p') ?? optionValue(more, 'p'),
  });
  const line = argv.slice(more.end).join(' ');
  const doubts = [...doubtsOf(first), ...doubtsOf(more)];
  const action = act('ssh', 'ssh', ['execute'], { scope, opaque: true });
  const runs: Run[] = line === '' ? [] : [{ argv: ['sh', '-c', line], via: `ssh ${host}` }];
  return {
    ...withDoubt({ actions: [action], notes: ['what the remote machine does cannot be seen from here'] }, doubts),
    runs,
  };
}

const WATCH = grammar('getopt', {
  flags:
    '-b/--beep -c/--color -C/--no-color -e/--errexit -g/--chgexit -p/--precise -t/--no-title -w/--no-wrap -x/--exec -r -h/--help -v/--version',
  many: '-n/--interval -q/--equexit -s/--shotsdir',
  optional: '-d/--differences',
});

function watch(argv: readonly string[]): Reading {
  const found = scan(argv, 1, WATCH, true);
  const words = argv.slice(found.end);
  const doubts = doubtsOf(found);
  if (words.length === 0 || doubts.length > 0) return dark('watch', argv, doubts[0] ?? 'nothing to watch');
  // Without -x the words are joined and given to a shell.
  const command = found.options.has('exec') ? words : ['sh', '-c', words.join(' ')];
  return { actions: [], runs: [{ argv: command, via: 'watch' }] };
}

const SCRIPT = grammar('getopt', {
  flags: '-a/--append -e/--return -f/--flush -q/--quiet --force -h/--help -V/--version',
  many: '-c/--command -E/--echo -I/--log-in -O/--log-out -B/--log-io -T/--log-timing -m/--logging-format -o/--output-limit',
  optional: '-t/--timing',
});

function script(argv: readonly string[]): Reading {
  const found = scan(argv, 1, SCRIPT);
  const line = optionValue(found, 'command');
  const file = found.positionals[0] ?? optionValue(found, 'log-out') ?? 'typescript';
  const writes =
    file === '/dev/null' ? [] : [act('script', 'script', ['write'], { resource: { kind: 'file', path: file } })];
  const doubts = doubtsOf(found);
  if (line === undefined || doubts.length > 0 || found.positionals.length > 1) {
    return {
      actions: [act('script', 'script', ['execute', 'unknown'], { opaque: true })],
      notes: ['script opens a shell'],
    };
  }
  return { actions: writes, runs: [{ argv: ['sh', '-c', line], via: 'script -c' }] };
}

/** busybox carries its own tools under their usual names. */
function multicall(tool: string, argv: readonly string[]): Reading {
  const name = argv[1];
  if (name === undefined || /^--?(list|help|list-full)$/.test(name)) return { actions: [act(tool, tool, ['read'])] };
  if (name.startsWith('-') || name.includes('/')) return dark(tool, argv, `${tool} with ${name} is not understood`);
  return { actions: [], runs: [{ argv: argv.slice(1), via: tool }] };
}

function parallel(argv: readonly string[]): Reading {
  return {
    actions: [act('parallel', 'parallel', ['execute', 'unknown'], { opaque: true })],
    notes: ['parallel builds shell lines from what it is fed'],
    runs: [],
    settled: argv.length === 1,
  };
}

function dark(tool: string, _argv: readonly string[], note: string): Reading {
  return { actions: [act(tool, tool, ['execute', 'unknown'], { opaque: true })], notes: [note] };
}

import { grammar, optionValue, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fileAt, unknownAction, unseen, withDoubt } from '../../reading.ts';

/** Wrappers with words of their own kind: subcommands, lists, a separator. */

/** A reading of one command, with what the wrapper does beside it. */
function through(
  via: string,
  argv: readonly string[],
  actions: Reading['actions'] = [],
  more: Partial<Run> = {},
): Reading {
  if (argv.length === 0) return unseen(via, `${via} has nothing to run, or opens a shell`);
  return { actions, runs: [{ argv, via, ...more }] };
}

/** `TOOL exec [options] NAME -- CMD`: the words behind `--`, or behind the first operand. */
function behind(argv: readonly string[], from: number, operands: number): readonly string[] | undefined {
  const dashes = argv.indexOf('--', from);
  if (dashes > 0) return argv.slice(dashes + 1);
  const rest = argv.slice(from);
  return rest.some((word, index) => index <= operands && word.startsWith('-')) ? undefined : rest.slice(operands);
}

/** Programs that fetch credentials and give them to a command. */
export function withSecrets(tool: string, argv: readonly string[]): Reading {
  const verb = argv[1] ?? '';
  if (argv.length === 2 && /^(--help|--version|help|version|list|ls)$/.test(verb))
    return { actions: [act(tool, tool, ['read'])] };
  const known: Readonly<Record<string, readonly [verb: string, operands: number]>> = {
    chamber: ['exec', 1],
    'aws-okta': ['exec', 1],
    saml2aws: ['exec', 0],
    'aws-sso': ['exec', 0],
    summon: ['', 0],
    envchain: ['', 1],
    infisical: ['run', 0],
    granted: ['', 0],
    teller: ['run', 0],
  };
  const [exec, operands] = known[tool] ?? ['exec', 1];
  if (exec !== '' && verb !== exec) return { actions: [unknownAction(tool)], notes: [`${tool} ${verb} is not read`] };
  const command = behind(argv, exec === '' ? 1 : 2, operands);
  const action = act(tool, exec === '' ? tool : exec, ['privilege'], { scope: { reach: 'remote' } });
  if (command === undefined || command.length === 0)
    return { actions: [act(tool, tool, ['privilege', 'execute', 'unknown'])] };
  return through(tool, command, [action]);
}

/** `sops exec-env FILE 'line'`. */
export function sops(argv: readonly string[]): Reading {
  if (argv[1] !== 'exec-env' && argv[1] !== 'exec-file') return { actions: [unknownAction('sops')] };
  const line = argv.at(-1) ?? '';
  if (argv.length !== 4 || line.startsWith('-')) return unseen('sops', 'the words of sops are not understood');
  return through('sops', ['sh', '-c', line.replaceAll('{}', UNRESOLVED)], [act('sops', argv[1], ['secret'])]);
}

/** direnv runs the project's `.envrc` before the command. */
export function direnv(argv: readonly string[], context: ReadContext): Reading {
  if (argv[1] === 'status' || argv[1] === 'version' || argv[1] === 'help')
    return { actions: [act('direnv', 'direnv', ['read'])] };
  if (argv[1] !== 'exec' || argv.length < 4) return unseen('direnv', 'direnv runs the .envrc of a directory');
  const folder = absolute(argv[2] as string, context.cwd);
  const action = act('direnv', 'exec', ['execute', 'unknown'], {
    resource: { kind: 'script', path: `${folder}/.envrc` },
  });
  return through('direnv', argv.slice(3), [action]);
}

const SSD = grammar('getopt', {
  flags:
    '-S/--start -K/--stop -T/--status -t/--test -b/--background -m/--make-pidfile --remove-pidfile -o/--oknodo -q/--quiet -v/--verbose -C/--no-close --notify-await',
  many: '-p/--pidfile -x/--exec -n/--name -u/--user -g/--group -c/--chuid -s/--signal -a/--startas -r/--chroot -d/--chdir -N/--nicelevel -P/--procsched -I/--iosched -k/--umask -O/--output -R/--retry --pid --ppid --notify-timeout',
});

export function startStopDaemon(argv: readonly string[]): Reading {
  const found = scan(argv, 1, SSD, true);
  const scope = { reach: 'machine' };
  const tool = 'start-stop-daemon';
  if (found.options.has('status') || found.options.has('test'))
    return withDoubt({ actions: [act(tool, tool, ['read'])] }, doubtsOf(found));
  if (!found.options.has('start'))
    return withDoubt({ actions: [act(tool, tool, ['write'], { scope })] }, doubtsOf(found));
  const program = optionValue(found, 'startas') ?? optionValue(found, 'exec');
  const actions =
    found.options.has('chuid') || found.options.has('chroot') ? [act(tool, tool, ['privilege'], { scope })] : [];
  if (program === undefined) return unseen(tool, 'what it starts is not named');
  const rest = argv.slice(found.end);
  return withDoubt(through(tool, [program, ...(rest[0] === '--' ? rest.slice(1) : rest)], actions), doubtsOf(found));
}

export function runParts(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(
    argv,
    1,
    grammar('getopt', {
      flags:
        '--test --list -v/--verbose -d/--debug --report --reverse --exit-on-error --stdin --lsbsysinit --new-session',
      many: '--regex -u/--umask -a/--arg',
    }),
  );
  if (found.options.has('test') || found.options.has('list'))
    return withDoubt({ actions: [act('run-parts', 'run-parts', ['read'])] }, doubtsOf(found));
  const folder = found.positionals[0];
  return {
    ...unseen('run-parts', 'it runs every program in a directory'),
    actions: [
      act(
        'run-parts',
        'run-parts',
        ['execute', 'unknown'],
        folder === undefined ? {} : { resource: { ...fileAt(folder, context.cwd), kind: 'script' } },
      ),
    ],
  };
}

/** `perf stat CMD`, `perf record CMD`: the command, watched; `perf report` and the like only show. */
export function perf(argv: readonly string[], context: ReadContext): Reading {
  const verb = argv[1] ?? '';
  if (
    /^(list|report|annotate|script|diff|evlist|buildid-list|version|--version|--help|help)$/.test(verb) &&
    !argv.slice(2).some((word) => /^-s|^--script|^-g/.test(word))
  )
    return { actions: [act('perf', verb, ['read'])] };
  if (verb !== 'stat' && verb !== 'record' && verb !== 'trace') return unseen('perf', `perf ${verb} is not read`);
  const found = scan(
    argv,
    2,
    grammar('getopt', {
      flags:
        '-a -g -i -v -q -d -B -A -n -N -R -s -T -W -b -S --all-cpus --call-graph= --inherit --no-inherit --verbose --quiet --detailed --null --summary --no-buffering',
      many: '-e/--event -C/--cpu -F/--freq -c/--count -m/--mmap-pages -o/--output -p/--pid -t/--tid -r/--repeat -x/--field-separator -I/--interval-print -G/--cgroup -D/--delay --call-graph --filter -j/--branch-filter -u/--uid -M/--metrics',
    }),
    true,
  );
  const command = argv.slice(found.end);
  const output = optionValue(found, 'output') ?? (verb === 'record' ? 'perf.data' : undefined);
  const actions = output === undefined ? [] : [act('perf', verb, ['write'], { resource: fileAt(output, context.cwd) })];
  return withDoubt(through('perf', command, actions), doubtsOf(found));
}

/** gdb and lldb: commands of their own, some of which are shell lines. */
export function debuggers(tool: string, argv: readonly string[]): Reading {
  if (argv.length === 2 && /^(--version|-v|--help|-h)$/.test(argv[1] as string))
    return { actions: [act(tool, tool, ['read'])] };
  const runs: Run[] = [];
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at] as string;
    const given = /^(-ex|-iex|--eval-command|--init-eval-command|-o|-O|--one-line)$/.test(word)
      ? argv[++at]
      : /^--(?:init-)?eval-command=([\s\S]*)$/.exec(word)?.[1];
    const line = /^\s*(?:!|shell|platform shell|make|pipe[^|]*\|)\s*([\s\S]+)$/.exec(given ?? '')?.[1];
    if (line !== undefined) runs.push({ argv: ['sh', '-c', line], via: tool });
    if (word === '--args' || (tool === 'lldb' && word === '--')) {
      const command = argv.slice(at + 1);
      if (command.length > 0) runs.push({ argv: command, via: tool });
      break;
    }
  }
  return { ...unseen(tool, `${tool} runs what it is told, and the program it looks into`), runs };
}

/** The loader by its own name runs any program. */
export function loader(tool: string, argv: readonly string[]): Reading {
  const found = scan(
    argv,
    1,
    grammar('getopt', {
      flags: '--list --verify --inhibit-cache --help --version --list-tunables --list-diagnostics',
      many: '--library-path --preload --audit --argv0 --inhibit-rpath --glibc-hwcaps-prepend --glibc-hwcaps-mask',
    }),
    true,
  );
  const command = argv.slice(found.end);
  if (command.length === 0) return { actions: [act(tool, tool, ['read'])] };
  const loads = ['preload', 'audit', 'library-path'].filter((name) => found.options.has(name));
  const reading = through(tool, command);
  const doubts = [...doubtsOf(found), ...loads.map((name) => `--${name} puts other code in front`)];
  return doubts.length === 0 ? reading : { ...reading, actions: [unknownAction(tool)], notes: doubts };
}

/** `nix-shell -p x --run 'line'`, `nix develop -c CMD`: an environment is built, which runs code, then the command. */
export function nixShell(argv: readonly string[]): Reading {
  const at = argv.findIndex((word) => word === '--run' || word === '--command');
  const line = at < 0 ? undefined : argv[at + 1];
  return {
    ...unseen('nix-shell', 'an environment is built and entered'),
    ...(line !== undefined && { runs: [{ argv: ['sh', '-c', line], via: 'nix-shell' }] }),
  };
}

/** entr waits for changes of the files named on its stdin; `/_` stands for the first of them. */
export function entr(argv: readonly string[]): Reading {
  const found = scan(argv, 1, grammar('getopt', { flags: '-a -c -cc -d -dd -n -p -r -s -x -z' }), true);
  const words = argv.slice(found.end).map((word) => (word === '/_' ? `/${UNRESOLVED}` : word));
  const command = found.options.has('s') ? ['sh', '-c', words.join(' ')] : words;
  const reading = through('entr', words.length === 0 ? [] : command);
  return found.unknown.length > 0 ? { ...reading, actions: [unknownAction('entr')], notes: doubtsOf(found) } : reading;
}

/** `watchexec [options] CMD`, `nodemon --exec CMD`: a line is run again on every change. */
export function watchers(tool: string, argv: readonly string[]): Reading {
  const by = grammar('getopt', {
    flags:
      '-c/--clear -r/--restart -p/--postpone -q/--quiet -v --verbose --no-vcs-ignore --no-project-ignore --no-meta -1/--one-per-line -N/--notify --poll -L/--legacy-watch',
    many: '-e/--exts/--ext -w/--watch -i/--ignore -f/--filter -d/--debounce --delay --delay-run --stop-signal -s/--signal --on-busy-update -o -x/--exec --workdir --stop-timeout --project-origin',
  });
  const found = scan(argv, 1, by, true);
  const rest = argv.slice(found.end);
  if (tool === 'nodemon') {
    const program = optionValue(found, 'exec');
    const line = program === undefined ? ['node', ...rest] : ['sh', '-c', [program, ...rest].join(' ')];
    return withNoted(through(tool, line), doubtsOf(found));
  }
  return withNoted(
    through(tool, rest.length === 0 ? [] : rest.length === 1 ? ['sh', '-c', rest[0] as string] : rest),
    doubtsOf(found),
  );
}

/** The command as it is, and an action for what is not understood. */
function withNoted(reading: Reading, doubts: readonly string[]): Reading {
  return doubts.length === 0
    ? reading
    : { ...reading, actions: [...reading.actions, unknownAction('watch')], notes: doubts };
}

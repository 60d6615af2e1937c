import type { Effect, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { grammarOf } from './known-options.ts';
import { onFiles, shellRun } from './paths.ts';
import { has, type Line, lastValue, scanLine } from './scan.ts';

/** Programs that tell or set something of the whole machine: the clock, its name, its processes, its kernel, its filter. */
export const reader: Reader = {
  names: [
    'date',
    'gdate',
    'hostname',
    'domainname',
    'nisdomainname',
    'ypdomainname',
    'kill',
    'sysctl',
    'iptables',
    'ip6tables',
    'arptables',
    'ebtables',
    'parted',
  ],
  read(argv, context) {
    const tool = programOf(argv[0] ?? '').base;
    if (argv.length === 2 && /^(--help|--version)$/.test(argv[1] as string))
      return { actions: [act(tool, tool, ['read'])] };
    if (tool === 'kill') return readKill(argv);
    if (tool === 'parted') return readParted(argv);
    if (tool === 'sysctl') return readSysctl(argv);
    if (tool.endsWith('tables')) return readFilter(tool, argv);
    return tool === 'date' || tool === 'gdate' ? readDate(tool, argv, context) : readHostname(tool, argv);
  },
};

const MACHINE: Scope = Object.freeze({ reach: 'machine' });

function doubtsOf(tool: string, line: Line): string[] {
  return line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
}

/** `+FORMAT` prints; any other operand sets the clock, unless BSD's -j says that it only converts. */
function readDate(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const line = scanLine(argv, 1, grammarOf('date', '-j -n -u -R|-v -d -f -r -z|-I'));
  const doubts = doubtsOf(tool, line);
  const times = line.operands.filter((operand) => !operand.startsWith('+'));
  if (times.some((time) => time.startsWith(UNRESOLVED)))
    doubts.push('a word of date that is only known when it runs may set the clock');
  const sets = lastValue(line, '--set') !== undefined || (times.length > 0 && !has(line, '-j'));
  if (sets)
    return withDoubt(
      { actions: [act(tool, tool, ['write'], { resource: { kind: 'clock' }, scope: MACHINE })] },
      doubts,
    );
  const file = lastValue(line, '--file');
  return withDoubt(
    { actions: onFiles(tool, ['read'], file !== undefined && namesSecretFile(file) ? [file] : [], context.cwd) },
    doubts,
  );
}

function readHostname(tool: string, argv: readonly string[]): Reading {
  const line = scanLine(argv, 1, grammarOf('hostname', '-a -A -d -f -i -I -s -V -y -h -v||'));
  const sets = line.operands.length > 0 || has(line, '--file', '--boot');
  const [name] = line.operands;
  const resource = name === undefined ? { kind: 'host' } : { kind: 'host', name };
  return withDoubt(
    { actions: [act(tool, tool, [sets ? 'write' : 'read'], { scope: MACHINE, ...(sets ? { resource } : {}) })] },
    doubtsOf(tool, line),
  );
}

/** `kill -l` lists signals and `kill -0` only asks; everything else reaches processes. */
function readKill(argv: readonly string[]): Reading {
  const words = argv.slice(1);
  const asks =
    words.some((word) => /^(-l|-L|--list(=.*)?|--table|-0)$/.test(word)) ||
    (/^-(s|n|-signal)$/.test(words[0] ?? '') && words[1] === '0') ||
    words.includes('--signal=0');
  if (asks) return { actions: [act('kill', 'kill', ['read'], { scope: MACHINE })], settled: true };
  const skip = /^-(s|n|-signal|q|-queue)$/.test(words[0] ?? '')
    ? 2
    : /^-/.test(words[0] ?? '') && words[0] !== '--'
      ? 1
      : 0;
  const targets = words.slice(skip).filter((word) => word !== '--');
  const actions = (targets.length === 0 || targets.length > 16 ? [undefined] : targets).map((name) =>
    act('kill', 'kill', ['write'], {
      resource: name === undefined ? { kind: 'process' } : { kind: 'process', name },
      scope: MACHINE,
    }),
  );
  return { actions, settled: true };
}

function readSysctl(argv: readonly string[]): Reading {
  const line = scanLine(
    argv,
    1,
    grammarOf(
      'sysctl',
      '-a -A -X -x -b -d -e -h -i -n -N -o -q -w -V --system --dry-run --all|-r --pattern|-p -f --load',
    ),
  );
  const doubts = doubtsOf('sysctl', line);
  const loads = has(line, '--system', '-p', '--load', '-f');
  const sets = has(line, '-w', '--write') || loads || line.operands.some((operand) => operand.includes('='));
  if (line.operands.some((operand) => operand.startsWith(UNRESOLVED)))
    doubts.push('a word of sysctl that is only known when it runs may set a value');
  if (!sets || has(line, '--dry-run'))
    return withDoubt({ actions: [act('sysctl', 'sysctl', ['read'], { scope: MACHINE })] }, doubts);
  const names = line.operands.map((operand) => operand.split('=')[0] as string);
  const actions = (names.length === 0 || loads ? [undefined] : names.slice(0, 16)).map((name) =>
    act('sysctl', 'sysctl', ['write'], {
      resource: name === undefined ? { kind: 'kernel' } : { kind: 'kernel', name },
      scope: MACHINE,
    }),
  );
  return withDoubt({ actions }, doubts);
}

const READS: ReadonlySet<string> = new Set([
  '-L',
  '--list',
  '-S',
  '--list-rules',
  '-C',
  '--check',
  '-V',
  '--version',
  '-h',
  '--help',
]);
const REMOVES: ReadonlySet<string> = new Set([
  '-D',
  '--delete',
  '-F',
  '--flush',
  '-X',
  '--delete-chain',
  '-Z',
  '--zero',
  '--init-table',
  '--atomic-init',
  '--atomic-commit',
]);
const CHANGES: ReadonlySet<string> = new Set([
  '-A',
  '--append',
  '-I',
  '--insert',
  '-R',
  '--replace',
  '-N',
  '--new-chain',
  '-P',
  '--policy',
  '-E',
  '--rename-chain',
  '--set-counters',
]);

/** Rules of the packet filter decide who may reach what. */
function readFilter(tool: string, argv: readonly string[]): Reading {
  let effect: Effect | undefined;
  let run: string | undefined;
  const order: readonly Effect[] = ['destroy', 'privilege', 'read'];
  argv.forEach((arg, index) => {
    const [spelling = '', attached] = arg.startsWith('--') ? arg.split('=') : [arg];
    // Commands stand in bundles too: `-nvL`, `-LINPUT`.
    const letters = /^-[A-Za-z]+$/.test(arg) ? [...arg.slice(1)].map((letter) => `-${letter}`) : [];
    const found = [
      spelling,
      ...(letters.length > 1 && !CHANGES.has(letters[0] as string) && !REMOVES.has(letters[0] as string)
        ? letters
        : letters.slice(0, 1)),
    ];
    for (const word of found) {
      const next: Effect | undefined = REMOVES.has(word)
        ? 'destroy'
        : CHANGES.has(word)
          ? 'privilege'
          : READS.has(word)
            ? 'read'
            : undefined;
      if (next !== undefined && (effect === undefined || order.indexOf(next) < order.indexOf(effect))) effect = next;
    }
    if (spelling === '--modprobe' || spelling === '-M') run = attached ?? argv[index + 1];
  });
  const unclear = argv.slice(1).some((arg) => arg.startsWith(UNRESOLVED));
  const doubts = unclear ? [`a word of ${tool} that is only known when it runs may be a command`] : [];
  const action = act(tool, tool, [effect ?? 'unknown'], { resource: { kind: 'firewall' }, scope: MACHINE });
  const actions = run === undefined ? [action] : [action, act(tool, tool, ['execute'])];
  return {
    ...withDoubt({ actions }, doubts),
    ...(run === undefined ? {} : { runs: [shellRun(run, `${tool} --modprobe`)] }),
  };
}

/** `parted DEVICE COMMAND...`: looking at a partition table, or changing it at once. */
function readParted(argv: readonly string[]): Reading {
  const line = scanLine(argv, 1, grammarOf('parted', '-l -m -j -s -f -v -h|-a|'));
  const [device, ...commands] = line.operands;
  const looks =
    has(line, '-l', '--list') ||
    (commands.length > 0 &&
      commands.every(
        (word, index) =>
          /^(print|p|unit|u|help|version|devices|free|all|list|quit)$/.test(word) ||
          /^(unit|u)$/.test(commands[index - 1] ?? '') ||
          /^\d+$/.test(word),
      ) &&
      !commands.includes(UNRESOLVED));
  const effects: readonly Effect[] = looks ? ['read'] : commands.length === 0 ? ['destroy', 'execute'] : ['destroy'];
  const resource = device === undefined ? { kind: 'device' } : { kind: 'device', name: device, path: device };
  return withDoubt(
    { actions: [act('parted', looks ? 'print' : 'parted', effects, { resource, scope: MACHINE })] },
    doubtsOf('parted', line),
  );
}

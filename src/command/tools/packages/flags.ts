import type { Effect } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';

/** Package managers whose operation is an option: pacman, rpm, dpkg and their relatives. */
export const reader: Reader = { names: [], read };

const READ: readonly Effect[] = ['read'];
const MACHINE: readonly Effect[] = ['write'];
const REMOVE: readonly Effect[] = ['destroy'];

interface Judged {
  readonly operation: string;
  readonly effects: readonly Effect[];
  /** A file it writes instead of the machine's packages. */
  readonly file?: string;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const doubts = argv.slice(1).some((arg) => arg.startsWith(UNRESOLVED)) ? ['a word is only known when it runs'] : [];
  const judged =
    argv.length === 1 || argv.includes('--help') || (argv.length === 2 && /^(--version|-h|-V)$/.test(argv[1] as string))
      ? { operation: 'help', effects: READ }
      : judge(tool, argv);
  if (judged === undefined)
    return { actions: [unknownAction(tool)], notes: [`gate does not know what ${tool} does with these options`] };
  const reads = judged.effects === READ;
  const resource =
    judged.file === undefined
      ? fields({ kind: 'package', package: onlyOperand(argv) })
      : fileAt(judged.file, context.cwd);
  const scope = reads || judged.file !== undefined ? {} : { reach: 'machine' };
  return withDoubt({ actions: [act(tool, judged.operation, judged.effects, { resource, scope })] }, [
    ...doubts,
    ...hazards(tool, argv),
  ]);
}

function onlyOperand(argv: readonly string[]): string | undefined {
  const operands = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  return operands.length === 1 ? operands[0] : undefined;
}

/** Options that run programs or work on another root. */
function hazards(tool: string, argv: readonly string[]): readonly string[] {
  return argv
    .filter((arg) =>
      /^--(pre-invoke|post-invoke|hookdir|config|pipe|define|eval|E|load|rcfile|root|sysroot|makepkg|pacman|editor|mflags|use-compress-program)(=|$)/.test(
        arg,
      ),
    )
    .map((arg) => `${arg} can decide what runs (${tool})`);
}

function judge(tool: string, argv: readonly string[]): Judged | undefined {
  if (/^(pacman|yay|paru|pikaur|trizen|pamac)$/.test(tool)) return pacman(tool, argv);
  switch (tool) {
    case 'rpm':
      return rpm(argv);
    case 'dpkg':
      return dpkg(argv);
    case 'dpkg-query':
    case 'rpmquery':
    case 'equery':
      return { operation: 'query', effects: READ };
    case 'dpkg-deb':
      return dpkgDeb(argv);
    case 'add-apt-repository':
    case 'apt-add-repository':
      return { operation: argv.includes('--remove') || argv.includes('-r') ? 'remove' : 'add', effects: ['privilege'] };
    case 'dpkg-reconfigure':
    case 'debconf-set-selections':
    case 'update-alternatives':
      return tool === 'update-alternatives' && argv.some((arg) => /^--(display|list|query|get-selections)$/.test(arg))
        ? { operation: 'query', effects: READ }
        : { operation: tool, effects: MACHINE };
    case 'cpan':
    case 'cpanm':
      return argv.some((arg) => /^-[lDOv]$/.test(arg))
        ? { operation: 'list', effects: READ }
        : { operation: 'install', effects: MACHINE };
    case 'emerge':
      return emerge(argv);
    case 'softwareupdate':
      return argv.some((arg) => arg === '-l' || arg === '--list' || arg === '--history')
        ? { operation: 'list', effects: READ }
        : { operation: 'install', effects: MACHINE };
    default:
      return undefined;
  }
}

/** The operation is a capital letter; small letters after it say what about. */
function pacman(tool: string, argv: readonly string[]): Judged | undefined {
  const clusters = argv
    .slice(1)
    .filter((arg) => /^-[A-Za-z]+$/.test(arg))
    .join('');
  const long = (name: string): boolean => argv.includes(`--${name}`);
  const has = (letter: string, name: string): boolean => clusters.includes(letter) || long(name);
  if (tool === 'pamac') return undefined;
  const prints = has('p', 'print');
  if (has('Q', 'query') || has('T', 'deptest')) return { operation: 'query', effects: READ };
  if (has('R', 'remove')) return { operation: 'remove', effects: prints ? READ : REMOVE };
  if (has('U', 'upgrade')) return { operation: 'upgrade', effects: prints ? READ : MACHINE };
  if (has('D', 'database')) return { operation: 'database', effects: has('k', 'check') ? READ : MACHINE };
  if (has('F', 'files')) return { operation: 'files', effects: has('y', 'refresh') ? MACHINE : READ };
  if (has('S', 'sync')) {
    const fetches = has('y', 'refresh') || has('u', 'sysupgrade') || has('w', 'downloadonly');
    const asks =
      ['s', 'i', 'l', 'g'].some((letter) => clusters.includes(letter)) ||
      ['search', 'info', 'list', 'groups'].some(long);
    if (has('c', 'clean')) return { operation: 'clean', effects: REMOVE };
    return { operation: 'sync', effects: (asks && !fetches) || prints ? READ : MACHINE };
  }
  if (/^(yay|paru)$/.test(tool)) return { operation: 'install', effects: MACHINE };
  return undefined;
}

function rpm(argv: readonly string[]): Judged | undefined {
  const has = (pattern: RegExp): boolean => argv.some((arg, at) => at > 0 && pattern.test(arg));
  if (has(/^(-[a-zA-Z]*e[a-zA-Z]*|--erase)$/) && !has(/^-q|^--query/))
    return { operation: 'erase', effects: has(/^--test$/) ? READ : REMOVE };
  if (has(/^--import$/)) return { operation: 'import', effects: ['privilege'] };
  if (has(/^(-q[a-zA-Z]*|--query|-V[a-zA-Z]*|--verify|-K|--checksig|--showrc|--querytags|--eval)$/))
    return { operation: 'query', effects: READ };
  if (
    has(
      /^(-[iUF][a-zA-Z]*|--install|--upgrade|--freshen|--reinstall|--rebuilddb|--initdb|--setperms|--setugids|--restore)$/,
    )
  ) {
    return { operation: 'install', effects: has(/^--test$/) ? READ : MACHINE };
  }
  return undefined;
}

function dpkg(argv: readonly string[]): Judged | undefined {
  const has = (pattern: RegExp): boolean => argv.some((arg, at) => at > 0 && pattern.test(arg));
  const dry = has(/^--(no-act|dry-run|simulate)$/);
  if (has(/^(-r|-P|--remove|--purge)$/)) return { operation: 'remove', effects: dry ? READ : REMOVE };
  if (
    has(
      /^(-i|--install|--unpack|--configure|--triggers-only|-R|--recursive|--set-selections|--clear-selections|--add-architecture|--remove-architecture|--update-avail|--merge-avail|--clear-avail|--record-avail|-A)$/,
    )
  ) {
    return { operation: 'install', effects: dry ? READ : MACHINE };
  }
  if (
    has(
      /^(-l|--list|-L|--listfiles|-s|--status|-S|--search|-p|--print-avail|-C|--audit|-V|--verify|-c|--contents|-I|--info|-f|--field|--fsys-tarfile|--get-selections|--print-architecture|--print-foreign-architectures|--compare-versions|--yet-to-unpack|--predep-package|--validate-.*|--assert-.*|-W|--show|-X-none)/,
    )
  ) {
    return { operation: 'query', effects: READ };
  }
  return dpkgDeb(argv);
}

function dpkgDeb(argv: readonly string[]): Judged | undefined {
  const has = (pattern: RegExp): boolean => argv.some((arg, at) => at > 0 && pattern.test(arg));
  const target = argv.filter((arg, at) => at > 0 && !arg.startsWith('-')).at(-1) ?? '.';
  if (has(/^(-x|-X|-e|-R|-b|--extract|--vextract|--control|--raw-extract|--build)$/))
    return { operation: 'deb', effects: MACHINE, file: target };
  if (has(/^(-c|-I|-W|-f|--contents|--info|--show|--field|--fsys-tarfile|--ctrl-tarfile)$/))
    return { operation: 'deb', effects: READ };
  return undefined;
}

function emerge(argv: readonly string[]): Judged {
  const has = (pattern: RegExp): boolean => argv.some((arg) => pattern.test(arg));
  if (has(/^(-[a-zA-Z]*[sSp][a-zA-Z]*|--search|--searchdesc|--pretend|--info|--list-sets)$/))
    return { operation: 'search', effects: READ };
  return has(/^(-[a-zA-Z]*[cC][a-zA-Z]*|--unmerge|--depclean)$/)
    ? { operation: 'unmerge', effects: REMOVE }
    : { operation: 'install', effects: MACHINE };
}

import { UNRESOLVED } from '../options.ts';
import { programOf } from '../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../reader.ts';
import { act, inputOf, unseen } from '../reading.ts';
import { namesSecretFile } from '../secret-files.ts';

/**
 * Programs that run code in a language gate does not read: always `execute` and `opaque`. A script file named in the
 * arguments becomes an input, so that its digest is part of what people approve.
 */
export const reader: Reader = { names: [], read };

/** Options that only print something about the program. */
const ASKS = /^(--version|-V|--help|-h|-version|--usage)$/;

/** Options whose next argument is code, per program; the rest of the arguments are then data. */
const CODE = /^(-[a-zA-Z]*[ceprE]|--eval|--print|--command|--run|-Q)$/;

const RUNS_TASKS: ReadonlySet<string> = new Set('make gmake npx pnpx bunx npm yarn pnpm'.split(' '));

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length === 2 && ASKS.test(argv[1] as string) && tool !== 'eval' && tool !== 'source' && tool !== '.') {
    return { actions: [act(tool, tool, ['read'])] };
  }
  const plain = plainAwk(tool, argv);
  if (plain) return plain;
  return {
    ...unseen(tool, `${tool} runs code that gate does not read`),
    inputs: scriptOf(tool, argv, context),
    settled: true,
  };
}

function scriptOf(tool: string, argv: readonly string[], context: ReadContext): readonly Input[] {
  if (RUNS_TASKS.has(tool)) return [];
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (CODE.test(arg) || arg === '-m') return [];
    if (arg.startsWith('-') && arg !== '-') continue;
    return [inputOf('script', arg, arg === '-' ? context.files.stdin() : context.files.read(arg))];
  }
  const isFed = context.stdin === 'pipe' || context.stdin === 'file';
  return isFed ? [inputOf('script', '-', context.files.stdin())] : [];
}

/**
 * An awk program made only of fields, literals, comparisons and print without a redirection cannot write or run
 * anything: the most common use, and worth not asking about.
 */
function plainAwk(tool: string, argv: readonly string[]): Reading | undefined {
  if (!/^[gmn]?awk$/.test(tool)) return undefined;
  let at = 1;
  while (at < argv.length) {
    const arg = argv[at] as string;
    if (/^-F./.test(arg)) at++;
    else if (arg === '-F' || arg === '-v') at += 2;
    else break;
  }
  const program = argv[at];
  if (program === undefined || program.startsWith('-') || program.includes(UNRESOLVED)) return undefined;
  if (argv.some(namesSecretFile)) return undefined;
  // Strings and regular expressions first, so that what they hold is not mistaken for code.
  const bare = program.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/(^|[~(,{;&|!]\s*)\/(?:[^/\\\n]|\\.)*\//g, '$1//');
  if (
    /[|>`@]|\b(system|getline|close|fflush|function|func|include|load|ENVIRON|PROCINFO|ARGV|SYMTAB|FUNCTAB)\b/.test(
      compared(bare),
    )
  )
    return undefined;
  if (argv.slice(at + 1).some((operand) => /^[A-Za-z_]\w*=/.test(operand))) return undefined;
  return { actions: [act(tool, tool, ['read'])] };
}

/** `$3 > 10` in a pattern compares; in a print statement it writes a file. Only the first is taken out. */
function compared(program: string): string {
  return /\bprint/.test(program) ? program : program.replace(/>=?/g, ' ');
}

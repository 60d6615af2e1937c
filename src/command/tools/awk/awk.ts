import type { Action } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { absolute, programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, inputOf, withDoubt } from '../../reading.ts';
import { onFiles, shellRun, withSecret, written } from '../files/paths.ts';
import { type Program, readProgram } from './program.ts';

/** awk in all its makes: what its program writes and runs, and the files it reads. */
export const reader: Reader = { names: ['awk', 'gawk', 'mawk', 'nawk', 'original-awk', 'bwk', 'goawk'], read };

/** Long options of gawk that change nothing outside, and those of mawk. */
const FLAGS =
  /^--?(traditional|characters-as-bytes|posix|re-interval|sandbox|bignum|optimize|no-optimize|lint(-old)?(=\w+)?|non-decimal-data|use-lc-numeric|trace|csv|gen-pot|copyright|version|help|usage|interactive|random=.*|safe)$/;

interface Line {
  readonly programs: string[];
  readonly inputs: Input[];
  readonly doubts: string[];
  readonly actions: Action[];
  operands: readonly string[];
  isProgramGiven: boolean;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length === 2 && /^(--?version|--help|-V|-h|-W[ ]?version)$/.test(argv[1] as string))
    return { actions: [act(tool, tool, ['read'])] };
  const line = readLine(tool, argv, context);
  let { operands } = line;
  if (!line.isProgramGiven) {
    const [first, ...rest] = operands;
    if (first !== undefined) line.programs.push(first);
    else line.doubts.push('awk is given no program');
    operands = rest;
  }
  const program = readProgram(line.programs.join('\n'));
  const { actions, doubts } = line;
  if (program.doubt !== undefined) doubts.push(program.doubt);
  const runs = happens(tool, program, actions, doubts, context);
  const files = operands.filter((operand) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(operand));
  const read = onFiles(tool, ['read'], files, context.cwd);
  actions.push(
    ...(program.environment ? read.map((action) => ({ ...action, effects: withSecret(action.effects) })) : read),
  );
  const settled = !argv.some((arg, index) => index > 0 && arg.startsWith(UNRESOLVED) && !operands.includes(arg));
  return {
    ...withDoubt({ actions }, [...new Set(doubts)]),
    ...(runs.length > 0 ? { runs } : {}),
    ...(line.inputs.length > 0 ? { inputs: line.inputs } : {}),
    // Everything behind the program is a file or a variable.
    ...(settled && line.programs.length > 0 ? { settled: true } : {}),
  };
}

function happens(
  tool: string,
  program: Program,
  actions: Action[],
  doubts: string[],
  context: ReadContext,
): readonly Run[] {
  const runs: Run[] = [];
  for (const path of program.writes) {
    // A name that is computed may be any file.
    if (path === undefined) actions.push(act(tool, tool, ['write']));
    else if (path.startsWith('/inet'))
      actions.push(act(tool, tool, ['export'], { scope: fields({ host: path.split('/')[4] }) }));
    else actions.push(...written(tool, path, context.cwd));
  }
  for (const path of program.reads) {
    if (path?.startsWith('/inet'))
      actions.push(act(tool, tool, ['export'], { scope: fields({ host: path.split('/')[4] }) }));
    else if (path !== undefined && path !== '-') actions.push(...onFiles(tool, ['read'], [path], context.cwd));
    else if (path === undefined) actions.push(act(tool, tool, ['read']));
  }
  for (const command of program.runs) {
    if (command?.startsWith('/inet')) {
      actions.push(act(tool, tool, ['export'], { scope: fields({ host: command.split('/')[4] }) }));
      continue;
    }
    actions.push(act(tool, tool, command === undefined ? ['execute', 'unknown'] : ['execute']));
    if (command !== undefined) runs.push(shellRun(command, tool));
  }
  if (program.chooses) doubts.push('the awk program chooses its files itself');
  return runs;
}

function readLine(tool: string, argv: readonly string[], context: ReadContext): Line {
  const line: Line = { programs: [], inputs: [], doubts: [], actions: [], operands: [], isProgramGiven: false };
  const addFile = (path: string): void => {
    line.isProgramGiven = true;
    const snapshot = path === '-' || path === '/dev/stdin' ? context.files.stdin() : context.files.read(path);
    line.inputs.push(inputOf('script', path, snapshot));
    if (snapshot?.bytes === undefined) {
      const resource = { kind: 'script', path: absolute(path, context.cwd) };
      line.actions.push(act(tool, tool, ['execute', 'unknown'], { resource }));
    } else line.programs.push(new TextDecoder().decode(snapshot.bytes));
  };
  const addText = (text: string): void => {
    line.isProgramGiven = true;
    line.programs.push(text);
  };
  let at = 1;
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--') {
      at++;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    const value = (attached: string): string => (attached !== '' ? attached : (argv[++at] ?? ''));
    const equals = arg.indexOf('=');
    const long = (name: string): string | undefined =>
      arg === `--${name}` ? value('') : arg.startsWith(`--${name}=`) ? arg.slice(equals + 1) : undefined;
    if (FLAGS.test(arg)) continue;
    const fields = long('field-separator') ?? long('assign');
    if (fields !== undefined) continue;
    const source = long('source');
    const file = long('file') ?? long('exec');
    const included = long('include') ?? long('load');
    if (source !== undefined) addText(source);
    else if (file !== undefined) addFile(file);
    else if (included !== undefined) include(tool, included, line);
    else if (/^--(dump-variables|profile|pretty-print)/.test(arg))
      line.actions.push(...written(tool, equals > 0 ? arg.slice(equals + 1) : 'awkvars.out', context.cwd));
    else if (/^--debug/.test(arg)) line.doubts.push('awk starts its debugger');
    else if (arg.startsWith('--')) line.doubts.push(`option ${arg} of ${tool} is not one gate knows`);
    else if (arg.startsWith('-F') || arg.startsWith('-v')) value(arg.slice(2));
    else if (arg.startsWith('-f') || arg.startsWith('-E')) addFile(value(arg.slice(2)));
    else if (arg.startsWith('-e')) addText(value(arg.slice(2)));
    else if (arg.startsWith('-i') || arg.startsWith('-l')) include(tool, value(arg.slice(2)), line);
    else if (/^-[oDd]/.test(arg)) line.actions.push(...written(tool, arg.slice(2) || 'awkprof.out', context.cwd));
    else if (/^-[bcCgIMnNOPrsSkt]+$/.test(arg)) continue;
    else if (arg.startsWith('-W')) {
      const name = value(arg.slice(2));
      if (!/^(version|dump|usage|interactive|sprintf=\d+|random=\d+|posix|traditional|lint)$/.test(name))
        line.doubts.push(`-W ${name} is not one gate knows`);
    } else line.doubts.push(`option ${arg} of ${tool} is not one gate knows`);
  }
  line.operands = argv.slice(at);
  return line;
}

/** `-i inplace` turns printing into writing each file; any other library is code gate does not see. */
function include(tool: string, name: string, line: Line): void {
  if (name === 'inplace' || name === 'inplace.awk') {
    line.actions.push(act(tool, tool, ['write']));
  } else if (
    !/^(assert|bits2str|ctime|ftrans|getopt|join|libintl|noassign|ord|quicksort|readable|readfile|round|shellquote|strtonum|walkarray|zerofile|filefuncs|time|ordchr|revoutput|revtwoway|rwarray|intdiv|fnmatch)(\.awk)?$/.test(
      name,
    )
  ) {
    line.doubts.push(`the library ${name} of awk is code gate does not see`);
  }
}

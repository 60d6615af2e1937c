import type { Action, Effect } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, inputOf, withDoubt } from '../../reading.ts';
import { onFiles, shellRun, written } from '../files/paths.ts';
import { readScript } from './script.ts';

/** sed: its options, its files, and the commands of its script that write or run. */
export const reader: Reader = { names: ['sed', 'gsed'], read };

const FLAGS =
  /^(--quiet|--silent|--debug|--follow-symlinks|--posix|--regexp-extended|--separate|--sandbox|--unbuffered|--null-data|--zero-terminated|--binary)$/;

interface Line {
  readonly scripts: string[];
  readonly files: string[];
  readonly inputs: Input[];
  readonly doubts: string[];
  inPlace: boolean;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length === 2 && /^--(help|version)$/.test(argv[1] as string))
    return { actions: [act(tool, tool, ['read'])] };
  const line = readLine(argv, context);
  const { doubts } = line;
  const actions: Action[] = [];
  const runs: Run[] = [];
  const script = readScript(line.scripts.join('\n'));
  if (script.doubt !== undefined) doubts.push(script.doubt);
  for (const path of script.writes) actions.push(...written(tool, path, context.cwd));
  for (const path of script.reads) actions.push(...onFiles(tool, ['read'], [path], context.cwd));
  for (const command of script.runs) {
    actions.push(act(tool, tool, command === '' ? ['execute', 'unknown'] : ['execute']));
    if (command !== '') runs.push(shellRun(command, 'sed e'));
  }
  const effects: readonly Effect[] = line.inPlace ? ['write'] : ['read'];
  actions.push(...onFiles(tool, effects, line.files, context.cwd, !line.inPlace));
  return {
    ...withDoubt({ actions }, [...new Set(doubts)]),
    ...(runs.length > 0 ? { runs } : {}),
    ...(line.inputs.length > 0 ? { inputs: line.inputs } : {}),
  };
}

function readLine(argv: readonly string[], context: ReadContext): Line {
  const line: Line = { scripts: [], files: [], inputs: [], doubts: [], inPlace: false };
  const operands: string[] = [];
  let hasScript = false;
  let at = 1;
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--') {
      operands.push(...argv.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
      continue;
    }
    if (arg.startsWith('--')) {
      const equals = arg.indexOf('=');
      const name = equals < 0 ? arg : arg.slice(0, equals);
      const value = (): string => (equals < 0 ? (argv[++at] ?? '') : arg.slice(equals + 1));
      if (FLAGS.test(name)) continue;
      if (name === '--expression') hasScript = add(line, value());
      else if (name === '--file') hasScript = addFile(line, value(), context);
      else if (name === '--in-place') line.inPlace = true;
      else if (name === '--line-length') value();
      else line.doubts.push(`option ${name} of sed is not one gate knows`);
      continue;
    }
    for (let letter = 1; letter < arg.length; letter++) {
      const option = arg[letter] as string;
      const rest = arg.slice(letter + 1);
      if ('nrEsuzab'.includes(option)) continue;
      if (option === 'i' || option === 'I') {
        line.inPlace = true;
        // BSD takes the suffix as a word of its own: `sed -i '' s/a/b/ x`.
        if (rest === '' && argv[at + 1] === '') at++;
        break;
      }
      if (option === 'e') hasScript = add(line, rest !== '' ? rest : (argv[++at] ?? ''));
      else if (option === 'f') hasScript = addFile(line, rest !== '' ? rest : (argv[++at] ?? ''), context);
      else if (option === 'l') {
        if (rest === '') at++;
      } else line.doubts.push(`option -${option} of sed is not one gate knows`);
      break;
    }
  }
  if (!hasScript) {
    const first = operands.shift();
    if (first !== undefined) line.scripts.push(first);
  }
  // sed takes options behind its files too: -e and -f among them.
  if (operands.some((word) => word.startsWith(UNRESOLVED)) && !argv.includes('--')) {
    line.doubts.push('a word of sed that is only known when it runs may be an option');
  }
  line.files.push(...operands);
  return line;
}

function add(line: Line, script: string): true {
  line.scripts.push(script);
  return true;
}

function addFile(line: Line, path: string, context: ReadContext): true {
  const snapshot = path === '-' ? context.files.stdin() : context.files.read(path);
  line.inputs.push(inputOf('script', path, snapshot));
  if (snapshot?.bytes === undefined) line.doubts.push(`the script of sed in ${path} could not be read`);
  else line.scripts.push(new TextDecoder().decode(snapshot.bytes));
  return true;
}

import type { Effect } from '../../action.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, inputOf, withDoubt } from '../../reading.ts';
import { onFiles, withSecret } from './paths.ts';

/** jq and yq compute; the one thing they can give away beside their files is the environment. */
export const reader: Reader = { names: ['jq', 'jaq', 'gojq', 'yq', 'xq', 'tomlq', 'fq'], read };

/** How many arguments an option takes; options that are not here take none. */
const VALUES: Readonly<Record<string, number>> = {
  '--arg': 2,
  '--argjson': 2,
  '--slurpfile': 2,
  '--rawfile': 2,
  '--argfile': 2,
  '--indent': 1,
  '-f': 1,
  '--from-file': 1,
  '-L': 1,
  '--library-path': 1,
  '-I': 1,
  '-o': 1,
  '--output-format': 1,
  '-p': 1,
  '--input-format': 1,
  '--expression': 1,
  '--front-matter': 1,
  '--xml-attribute-prefix': 1,
  '--csv-separator': 1,
  '--split-exp': 1,
  '--split-exp-file': 1,
  '--xml-root': 1,
  '--width': 1,
  '--xml-item-depth': 1,
  '--xml-force-list': 1,
  '--header-preprocess': 1,
  '--lua-prefix': 1,
  '--properties-separator': 1,
  '--arg-file': 2,
};

/** Commands of the Go yq. */
const COMMANDS = /^(eval|e|eval-all|ea|help|completion|shell-completion)$/;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const isYq = tool === 'yq' || tool === 'xq' || tool === 'tomlq';
  const operands: string[] = [];
  const programs: string[] = [];
  const inputs: Input[] = [];
  const doubts: string[] = [];
  const files: string[] = [];
  let inPlace = false;
  let splits = false;
  let fromFile = false;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--args' || arg === '--jsonargs') {
      if (operands.length === 0 && !fromFile) operands.push(argv[at + 1] ?? '');
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
      continue;
    }
    if (isYq && (/^-[a-zA-Z]*i[a-zA-Z]*$/.test(arg) || arg === '--inplace' || arg === '--in-place')) inPlace = true;
    if (isYq && /^(--split-exp|-s$)/.test(arg)) splits = true;
    const equals = arg.indexOf('=');
    const spelling = equals > 0 && arg.startsWith('--') ? arg.slice(0, equals) : arg;
    const isShort = !arg.startsWith('--') && arg.length > 2 && !Object.hasOwn(VALUES, arg);
    const name = isShort ? `-${arg.at(-1)}` : spelling;
    // -p and -I of jq are flags or unknown; only yq gives them values.
    const takes = equals > 0 && spelling !== arg ? 0 : !isYq && /^-[opI]$/.test(name) ? 0 : (VALUES[name] ?? 0);
    if (name === '-f' || name === '--from-file' || name === '--expression') {
      const value = equals > 0 && spelling !== arg ? arg.slice(equals + 1) : (argv[at + 1] ?? '');
      fromFile = true;
      if (name === '--expression') programs.push(value);
      else programs.push(fileText(value, context, inputs, doubts));
    } else if (name === '--slurpfile' || name === '--rawfile') files.push(argv[at + 2] ?? '');
    at += takes;
  }
  if (isYq && operands[0] !== undefined && COMMANDS.test(operands[0])) operands.shift();
  if (!fromFile) {
    const [first] = operands;
    // The Go yq takes a lone file and prints it.
    if (first !== undefined && !(isYq && operands.length === 1 && /\.(ya?ml|json|xml|toml)$/.test(first))) {
      programs.push(first);
      operands.shift();
    }
  }
  const effects: readonly Effect[] = inPlace ? ['write'] : ['read'];
  const all = [...operands, ...files];
  const actions = onFiles(
    tool,
    programs.some(showsEnvironment) ? withSecret(effects) : effects,
    inPlace ? operands : all,
    context.cwd,
    true,
  );
  if (splits) actions.push(act(tool, tool, ['write']));
  if (isYq && splits && !argv.includes('--split-exp')) doubts.push('-s of one yq reads and of the other writes files');
  const reading: Reading = { actions, ...(inputs.length > 0 ? { inputs } : {}) };
  return { ...withDoubt(reading, doubts), ...(!isYq ? { settled: true } : {}) };
}

function fileText(path: string, context: ReadContext, inputs: Input[], doubts: string[]): string {
  const snapshot = context.files.read(path);
  inputs.push(inputOf('script', path, snapshot));
  if (snapshot?.bytes === undefined) {
    doubts.push(`the program in ${path} could not be read`);
    return '';
  }
  return new TextDecoder().decode(snapshot.bytes);
}

/** `env` and `$ENV`, unless they name one variable that holds nothing secret. */
function showsEnvironment(program: string): boolean {
  const bare = program.replace(/"(?:[^"\\]|\\[^(])*"/g, '""').replace(/#[^\n]*/g, '');
  for (const match of bare.matchAll(
    /(\$ENV|(?<![.\w$@-])(?:env|strenv|envsubst))(?![\w:])\s*(?:\.\s*([A-Za-z_]\w*)|\[\s*""\s*\]|\(\s*([A-Za-z_]\w*)\s*\))?/g,
  )) {
    const name = match[2] ?? match[3];
    if (name === undefined || /token|key|secret|pass|cred|auth|session|cookie/i.test(name)) return true;
  }
  return false;
}

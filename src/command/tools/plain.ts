import type { Action, Resource } from '../action.ts';
import { scan, UNRESOLVED } from '../options.ts';
import { programOf } from '../paths.ts';
import type { ReadContext, Reader, Reading } from '../reader.ts';
import { act, doubtsOf, fileAt, unknownAction, withDoubt } from '../reading.ts';
import { namesSecretFile } from '../secret-files.ts';
import { type EffectRow, ONLY_READ, READ_WITH, READS_PATHS, WITH_EFFECTS } from './plain-table.ts';

/** More operands than this become one action without a name. */
const MAX_OPERANDS = 16;

/** Everyday programs, and `unknown` for every program that nobody wrote a reader for. */
export const reader: Reader = { names: [], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (ONLY_READ.has(tool)) return { ...readsOnly(tool, argv, context), settled: true };
  const effects = Object.hasOwn(WITH_EFFECTS, tool) ? WITH_EFFECTS[tool] : undefined;
  if (effects) return changes(tool, argv, effects, context);
  if (tool.startsWith('mkfs.')) return changes(tool, argv, WITH_EFFECTS['mkfs'] as EffectRow, context);
  if (tool === 'dd') return dd(argv, context);
  if (tool === 'sed') return sed(argv, context);
  const bounded = Object.hasOwn(READ_WITH, tool) ? READ_WITH[tool] : undefined;
  if (bounded === undefined) {
    return { actions: [unknownAction(tool)], notes: [`gate does not know ${tool}`], settled: true };
  }
  const found = scan(argv, 1, bounded.options());
  const doubts = [...doubtsOf(found)];
  const operands = tool === 'date' ? found.positionals.filter((format) => !format.startsWith('+')) : found.positionals;
  const most = tool === 'date' ? 0 : bounded.operands;
  if (tool === 'dig' && argv.some((arg) => /^[ai]xfr/i.test(arg))) doubts.push('a zone transfer copies a whole zone');
  if (most !== undefined && operands.length > most) doubts.push(`${tool} with these operands does more than read`);
  return withDoubt(readsOnly(tool, argv, context), doubts);
}

function readsOnly(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const secret = argv.find((arg, index) => index > 0 && namesSecretFile(arg));
  let resource: Resource = {};
  if (READS_PATHS.has(tool)) {
    const operands = argv.slice(1).filter((arg) => !arg.startsWith('-'));
    if (operands.length === 1) resource = fileAt(operands[0] as string, context.cwd);
  }
  if (secret !== undefined && tool !== 'echo' && tool !== 'ls' && tool !== 'test' && tool !== '[' && tool !== 'stat') {
    return { actions: [act(tool, tool, ['read', 'secret'], { resource: fileAt(secret, context.cwd) })] };
  }
  if (tool === 'getent' && argv.some((arg) => /^g?shadow$/.test(arg)))
    return { actions: [act(tool, tool, ['read', 'secret'])] };
  if (tool === 'printenv') return { actions: [act(tool, tool, ['read', 'secret'])] };
  return { actions: [act(tool, tool, ['read'], { resource })] };
}

function changes(tool: string, argv: readonly string[], row: EffectRow, context: ReadContext): Reading {
  const { operands, target, doubts } = operandsOf(argv, row);
  if (operands.length === 0 && isJustHelp(argv)) return { actions: [act(tool, tool, ['read'])] };
  const objects = target !== undefined ? [target] : chosen(operands, row);
  const effects = argv.some((arg, index) => index > 0 && namesSecretFile(arg) && tool === 'cp')
    ? [...row.effects, 'secret' as const]
    : row.effects;
  const actions: Action[] =
    objects.length === 0 || objects.length > MAX_OPERANDS
      ? [act(tool, tool, effects)]
      : objects.map((path) =>
          act(tool, tool, effects, {
            resource: row.kind === 'file' ? fileAt(path, context.cwd) : { kind: row.kind ?? 'file', name: path },
          }),
        );
  return withDoubt({ actions }, doubts);
}

function chosen(operands: readonly string[], row: EffectRow): readonly string[] {
  if (row.on === 'all') return operands;
  if (row.on === 'last') return operands.slice(-1);
  if (row.on === 'after-first') return operands.slice(1);
  return [];
}

/** Operands without options; which option takes a value is in the row, all others are taken as flags. */
function operandsOf(argv: readonly string[], row: EffectRow) {
  const values = new Set((row.values ?? '').split(' '));
  const operands: string[] = [];
  const doubts: string[] = [];
  let target: string | undefined;
  let ended = false;
  for (let index = 1; index < argv.length; index++) {
    const arg = argv[index] as string;
    if (ended || arg === '-' || !arg.startsWith('-')) {
      operands.push(arg);
    } else if (arg === '--') ended = true;
    else if (arg === '-t' || arg === '--target-directory') target = argv[++index];
    else if (arg.startsWith('--target-directory=')) target = arg.slice(arg.indexOf('=') + 1);
    else if (values.has(arg)) index++;
  }
  if (operands.length > 0 && operands.every((operand) => operand.startsWith(UNRESOLVED))) {
    doubts.push('what it works on is only known when it runs');
  }
  return { operands, target, doubts };
}

function isJustHelp(argv: readonly string[]): boolean {
  return argv.length === 2 && (argv[1] === '--help' || argv[1] === '--version');
}

function dd(argv: readonly string[], context: ReadContext): Reading {
  const input = argv.find((arg) => arg.startsWith('if='))?.slice(3);
  const output = argv
    .filter((arg) => arg.startsWith('of='))
    .at(-1)
    ?.slice(3);
  const unclear = argv.slice(1).some((arg) => !/^[a-z_]+=/.test(arg) && !arg.startsWith('--'));
  const secret = input !== undefined && namesSecretFile(input);
  const base = output === undefined || output === '/dev/null' ? ('read' as const) : ('destroy' as const);
  const path = output ?? input;
  const action = act(
    'dd',
    'dd',
    secret ? [base, 'secret'] : [base],
    path === undefined ? {} : { resource: fileAt(path, context.cwd) },
  );
  return withDoubt({ actions: [action] }, unclear ? ['an operand of dd is not understood'] : []);
}

/** A sed script that only prints, deletes or substitutes lines of its output; `e`, `w` and `-i` are not among these. */
const PLAIN_SED =
  /^\s*((\d+|\$|\/(?:[^/\\\n]|\\.)*\/)(,(\+?\d+|\$|\/(?:[^/\\\n]|\\.)*\/))?\s*!?\s*)?(p|d|q\d*|=|n|s([/|#,:@%!])(?:(?!\6)[^\\\n]|\\.)*\6(?:(?!\6)[^\\\n]|\\.)*\6[gpiI0-9]*)\s*$/;

function sed(argv: readonly string[], context: ReadContext): Reading {
  const scripts: string[] = [];
  const operands: string[] = [];
  const doubts: string[] = [];
  let inPlace = false;
  for (let index = 1; index < argv.length; index++) {
    const arg = argv[index] as string;
    if (/^-[nErszu]+$/.test(arg) || arg === '--quiet' || arg === '--regexp-extended' || arg === '--posix') continue;
    if (arg === '-e' || /^-[nErs]+e$/.test(arg)) scripts.push(argv[++index] ?? '');
    else if (arg.startsWith('--expression=')) scripts.push(arg.slice(13));
    else if (/^-[nEr]*i/.test(arg) || arg.startsWith('--in-place')) inPlace = true;
    else if (arg.startsWith('-') && arg !== '-') doubts.push(`option ${arg} is not one gate knows`);
    else operands.push(arg);
  }
  if (scripts.length === 0) scripts.push(operands.shift() ?? '');
  for (const script of scripts) {
    if (script.includes(UNRESOLVED)) doubts.push('part of the sed script is only known when it runs');
    if (!script.split(/[;\n]/).every((part) => PLAIN_SED.test(part) || part.trim() === '') && !PLAIN_SED.test(script)) {
      doubts.push('the sed script may write files or run commands');
    }
  }
  const secret = operands.find(namesSecretFile);
  const first = secret ?? (operands.length === 1 ? operands[0] : undefined);
  const effects = [
    inPlace ? ('write' as const) : ('read' as const),
    ...(secret === undefined ? [] : ['secret' as const]),
  ];
  return withDoubt(
    { actions: [act('sed', 'sed', effects, first === undefined ? {} : { resource: fileAt(first, context.cwd) })] },
    [...new Set(doubts)],
  );
}

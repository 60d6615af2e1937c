import type { Command, CommandArgument, Word, WordPart } from 'unbash';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Run } from '../../reader.ts';
import { isBuiltin, readBuiltin } from './builtins.ts';
import { readRedirections } from './redirections.ts';
import { DECODED } from './texts.ts';
import type { Call, Walk } from './walk.ts';
import { appendsToPath, expand, valueOfAssignment } from './words.ts';

/** A command as the grammar has it, without pipes or branches: what its words run, and what its redirections touch. */
export function readSimpleCommand(node: Command, walk: Walk): void {
  const { place, variables } = walk;
  for (const part of node.prefix) if (part.type === 'Assignment') walk.nested(part);
  if (node.name) walk.nested(node.name);
  for (const part of node.args) walk.nested(part);
  const stream = node.redirects.length === 0 ? undefined : readRedirections(node.redirects, walk);
  if (node.name === undefined) {
    for (const part of node.prefix) if (part.type === 'Assignment') walk.assign(part);
    return;
  }
  if (readAlias(node, walk)) return;
  const prefix = prefixOf(node, walk);
  const { words, open, loose, unclear } = wordsOf([node.name, ...node.args], walk);
  const [program] = words;
  if (program === undefined && !unclear) {
    // All of its words vanish: only the assignments are left.
    for (const name in prefix) variables.assign(name, prefix[name] as string);
    return;
  }
  if (program === undefined || program === '' || unclear || /[\0\u0001]/.test(program)) {
    walk.doubt('the name of a command is only known when it runs');
    const found = lookedUp(node.name);
    if (found === undefined) return;
    const rest = wordsOf(node.args, walk);
    readCall(
      { node, program: found, ...rest, words: [found, ...rest.words], prefix, stream: stream ?? place.stream },
      walk,
    );
    return;
  }
  const call = { node, program, words, open, loose, prefix, stream: stream ?? place.stream };
  readCall(call, walk);
}

function prefixOf(node: Command, walk: Walk): Readonly<Record<string, string>> {
  const prefix: Record<string, string> = {};
  for (const part of node.prefix) {
    if (part.type !== 'Assignment' || appendsToPath(part)) continue;
    const value = valueOfAssignment(part, walk);
    prefix[part.name] = typeof value === 'string' ? value : UNRESOLVED;
  }
  return prefix;
}

function wordsOf(args: readonly CommandArgument[], walk: Walk) {
  const words: string[] = [];
  let open = false;
  let loose = false;
  /** Which word comes first is not known. */
  let unclear = false;
  for (const arg of args) {
    if (arg.type === 'Assignment') {
      const value = valueOfAssignment(arg, walk);
      words.push(`${arg.name}${arg.append ? '+' : ''}=${typeof value === 'string' ? value : UNRESOLVED}`);
      continue;
    }
    const more = expand(arg, walk);
    if (words.length === 0) unclear = more.open || more.loose;
    words.push(...more.words);
    open ||= more.open;
    loose ||= more.loose;
  }
  return { words, open, loose, unclear };
}

/** `$(which psql)` and `$(command -v psql)`: most likely the program of that name. */
function lookedUp({ parts }: Word): string | undefined {
  let [only]: readonly (WordPart | undefined)[] = parts?.length === 1 ? parts : [];
  if (only?.type === 'DoubleQuoted' && only.parts.length === 1) only = only.parts[0];
  const statement = only?.type === 'CommandExpansion' ? only.script?.commands[0] : undefined;
  if (statement?.command.type !== 'Command') return undefined;
  const { name, args } = statement.command;
  const asked = args.at(-1);
  if (!/^(which|command|type)$/.test(name?.text ?? '') || asked === undefined || asked.text.startsWith('-'))
    return undefined;
  return /^[\w.-]+$/.test(asked.text) ? asked.text : undefined;
}

/** An alias is another text in the place of its name. Whether this shell expands it, its options decide: both are read. */
function readAlias(node: Command, walk: Walk): boolean {
  const { name } = node;
  const text = name && walk.aliases.get(name.text);
  if (name === undefined || text === undefined) return false;
  // Its own name inside an alias means the program.
  walk.aliases.delete(name.text);
  const rest = walk.textOf({ pos: name.end, end: node.end });
  if (/[ \t]$/.test(text) || text.includes(UNRESOLVED) || !walk.inline(text + rest))
    walk.doubt('an alias changes what later words mean');
  walk.aliases.set(name.text, text);
  return false;
}

/** A name means a function first, then a builtin, then a program. */
function readCall(call: Call, walk: Walk): void {
  const { program, words, open } = call;
  const { dialect, findings, functions, variables, place } = walk;
  if (functions.has(program)) {
    const args = open ? [...words.slice(1), UNRESOLVED] : words.slice(1);
    walk.call(program, args, call.stream === place.stream ? undefined : call.stream);
    if (!functions.isPerhaps(program)) return;
  }
  const inner = behindCommand(call);
  if (readBuiltin(inner ?? call, walk)) return;
  if (dialect.shell === 'zsh' && words.some((word) => word.startsWith('='))) walk.doubt('zsh expands =name');
  if (walk.decodes && (RUNS_TEXT.has(program) || isComputed(call.node.name))) walk.doubt(DECODED);
  findings.run(runOf(call, variables.environment(call.prefix), walk));
}

/** Programs that run the text they are given, or fed. */
const RUNS_TEXT = new Names(
  'sh bash dash zsh ksh mksh ash rbash busybox xargs parallel env sudo su python python3 perl ruby node php at batch ssh',
);

function isComputed(name: Word | undefined): boolean {
  return name?.parts?.some(({ type }) => type !== 'Literal' && type !== 'SingleQuoted') ?? false;
}

/** `command cd x`, `builtin cd x`: still the shell itself. */
function behindCommand(call: Call): Call | undefined {
  if (call.program !== 'command' && call.program !== 'builtin') return undefined;
  const at = call.words[1] === '--' || call.words[1] === '-p' ? 2 : 1;
  const program = call.words[at];
  if (program === undefined || !isBuiltin(program)) return undefined;
  return { ...call, program, words: call.words.slice(at) };
}

function runOf({ words, open, loose, stream }: Call, environment: Pick<Run, 'environment'>, walk: Walk): Run {
  const { dialect, place } = walk;
  return {
    argv: words,
    via: `${dialect.shell} -c`,
    ...environment,
    ...(place.cwd === undefined ? {} : { cwd: place.cwd }),
    ...(stream ? { stdin: stream.stdin } : {}),
    ...(stream?.bytes ? { stdinBytes: stream.bytes } : {}),
    ...(open ? { open } : {}),
    ...(loose ? { loose } : {}),
  };
}

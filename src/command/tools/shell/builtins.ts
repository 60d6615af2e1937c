import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import { act } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { HARMLESS, TAKES_NAMES } from './builtins-table.ts';
import type { Call, Walk } from './walk.ts';
import { valueOfAssignment } from './words.ts';

/** Reads what the shell does by itself; false when the call starts a program. */
export function readBuiltin(call: Call, walk: Walk): boolean {
  const { program, words } = call;
  switch (program) {
    case 'exec':
      return words.length === 1;
    case 'eval':
    case 'trap':
      readText(call, walk);
      return true;
    case 'source':
    case '.':
      readSource(call, walk);
      return true;
    case 'unalias':
      return true;
    case 'alias':
    case 'bind':
    case 'enable':
    case 'coproc':
      if (program !== 'alias' || words.slice(1).some((word) => word.includes('=') || word.includes(UNRESOLVED)))
        walk.findings.doubt(`${program} changes what later words mean`);
      return true;
    default:
      if (!HARMLESS.has(program)) return false;
      doubtHarmless(call, walk);
      readHarmless(call, walk);
      return true;
  }
}

/** The forms of a harmless builtin that do more than it says. */
function doubtHarmless({ program, words }: Call, { findings }: Walk): void {
  if (TAKES_NAMES.has(program)) {
    const checked = program === 'printf' ? words.filter((_, index) => words[index - 1] === '-v') : words.slice(1);
    const inTest = program === 'test' || program === '[';
    for (const word of checked) {
      if (/[$`]/.test(word) && (inTest || !/^[A-Za-z_]\w*=/.test(word)))
        findings.doubt(`${program} evaluates a text that may run a command`);
    }
  }
  if (program === 'hash' && words.some((word) => word.startsWith('-') && word.includes('p')))
    findings.doubt('hash changes what names run');
  if (/^(mapfile|readarray)$/.test(program) && words.some((word) => /^-[a-zA-Z]*C/.test(word)))
    findings.doubt(`${program} calls back`);
  if (program === 'history' || program === 'fc') findings.doubt(`${program} may run or write what was typed before`);
}

function readHarmless({ node, program, words, prefix }: Call, walk: Walk): void {
  const { findings, names, place } = walk;
  for (const [name, value] of Object.entries(prefix)) names.leave(name, value);
  if (program === 'cd' || program === 'pushd') changeDirectory(words.slice(1), walk);
  if (program === 'popd') place.move(UNRESOLVED);
  for (const arg of node.args) {
    if (arg.type === 'Assignment') names.assign(arg.name, valueOfAssignment(arg, names), place.isCertain);
  }
  const secret = program === 'read' || program === 'mapfile' ? words.slice(1).find(namesSecretFile) : undefined;
  if (secret !== undefined)
    findings.action(act(program, program, ['read', 'secret'], { resource: { kind: 'file', path: secret } }));
  if (program === 'ulimit' || program === 'umask' || program === 'cd') return;
  findings.action(act(program, program, ['read']));
}

function changeDirectory(args: readonly string[], { context, names, place, survey }: Walk): void {
  const operands = args.filter((word) => !/^-[LPe@n]+$/.test(word));
  const [to = names.home ?? UNRESOLVED] = operands;
  const from = place.cwd ?? context.cwd;
  if (operands.length > 1 || to.includes(UNRESOLVED) || to === '-' || survey.assigned.has('CDPATH'))
    place.move(UNRESOLVED);
  else if (to.startsWith('/')) place.move(to);
  else place.move(from.startsWith('/') ? absolute(to, from) : UNRESOLVED);
}

/** `eval 'text'` and `trap 'text' EXIT`: more source, when it is spelled out. */
function readText({ program, words, open, prefix }: Call, { dialect, findings, names, place }: Walk): void {
  const args = words.slice(words[1] === '--' ? 2 : 1);
  if (program === 'trap' && (args.length < 2 || args[0] === '-' || args[0] === '')) return;
  const source = program === 'trap' ? (args[0] as string) : args.join(' ');
  if (open || source.includes(UNRESOLVED) || Object.keys(prefix).length > 0) {
    findings.doubt(`${program} runs a text that is only known later`);
    return;
  }
  findings.run({
    argv: [dialect.shell, '-c', source],
    via: program,
    ...names.environment(),
    ...(place.cwd === undefined ? {} : { cwd: place.cwd }),
    ...(place.stream ? { stdin: place.stream.stdin } : {}),
  });
  // Its functions and variables stay behind, where later lines may use them.
  if (/\(\s*\)|\bfunction\b|\balias\b/.test(source))
    findings.doubt(`${program} defines names that later words may use`);
}

function readSource({ words, open }: Call, { dialect, findings, place }: Walk): void {
  const file = words[1];
  if (file === undefined || open || file.includes(UNRESOLVED)) {
    findings.doubt('a sourced file is only known when it runs');
    return;
  }
  findings.run({
    argv: [dialect.shell, file, ...words.slice(2)],
    via: 'source',
    ...(place.cwd === undefined ? {} : { cwd: place.cwd }),
  });
  findings.doubt('a sourced file can change what later words mean');
}

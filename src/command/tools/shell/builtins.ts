import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import { act, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { HARMLESS, KEEPS_ASSIGNMENTS, TAKES_NAMES } from './builtins-table.ts';
import { readDeclaration, readNames, readPrintf, readSet } from './declarations.ts';
import { readAliases, readEval, readSource, readTrap } from './texts.ts';
import type { Call, Walk } from './walk.ts';

export function isBuiltin(program: string): boolean {
  return HARMLESS.has(program) || /^(exec|eval|trap|source|\.|alias|unalias|bind|enable)$/.test(program);
}

/** Reads what the shell does by itself; false when the call starts a program. */
export function readBuiltin(call: Call, walk: Walk): boolean {
  const { program, words } = call;
  switch (program) {
    case 'exec':
      if (words.length > 1) return false;
      if (call.stream) walk.place.feed(call.stream);
      return true;
    case 'eval':
      readEval(call, walk);
      return true;
    case 'trap':
      readTrap(call, walk);
      return true;
    case 'source':
    case '.':
      readSource(call, walk);
      return true;
    case 'alias':
      readAliases(call, walk);
      return true;
    case 'unalias':
      return true;
    case 'bind':
    case 'enable':
      walk.doubt(`${program} changes what later words mean`);
      return true;
    default:
      if (!HARMLESS.has(program)) return false;
      doubtHarmless(call, walk);
      readHarmless(call, walk);
      return true;
  }
}

/** The forms of a harmless builtin that do more than it says. */
function doubtHarmless({ program, words }: Call, walk: Walk): void {
  if (TAKES_NAMES.has(program)) {
    const checked = program === 'printf' ? words.filter((_, index) => words[index - 1] === '-v') : words.slice(1);
    const inTest = program === 'test' || program === '[';
    for (const word of checked) {
      // A text of which part is unknown is data here, unless it stands in a subscript.
      if (/[$`]/.test(word) && (inTest || !/^[A-Za-z_]\w*\+?=/.test(word)))
        walk.doubt(`${program} evaluates a text that may run a command`);
    }
  }
  if (program === 'hash' && words.some((word) => word.startsWith('-') && word.includes('p')))
    walk.doubt('hash changes what names run');
  if (/^(mapfile|readarray)$/.test(program) && words.some((word) => /^-[a-zA-Z]*C/.test(word)))
    walk.doubt(`${program} calls back`);
  if (program === 'fc' || (program === 'history' && words.length > 1 && !/^\d+$/.test(words[1] as string)))
    walk.doubt(`${program} may run or write what was typed before`);
}

/** Without a name they print what every variable holds. */
const LISTS_VARIABLES = /^(set|export|declare|typeset)$/;

function readHarmless(call: Call, walk: Walk): void {
  const { program, words, prefix } = call;
  const { findings, variables, place } = walk;
  if (KEEPS_ASSIGNMENTS.has(program)) for (const name in prefix) variables.assign(name, UNRESOLVED);
  switch (program) {
    case 'cd':
    case 'pushd':
      changeDirectory(call, walk);
      if (program === 'cd') return;
      break;
    case 'popd':
      place.move(UNRESOLVED);
      break;
    case 'ulimit':
    case 'umask':
      return;
    case 'set':
    case 'shift':
    case 'shopt':
      readSet(call, walk);
      break;
    case 'local':
    case 'declare':
    case 'typeset':
    case 'export':
    case 'readonly':
      readDeclaration(call, walk);
      break;
    case 'printf':
      readPrintf(call, walk);
      break;
    case 'read':
    case 'mapfile':
    case 'readarray':
    case 'getopts':
    case 'unset':
    case 'let':
    case 'wait':
      readNames(call, walk);
      break;
  }
  if (LISTS_VARIABLES.test(program) && words.slice(1).every((word) => /^-[prxfgA]*$/.test(word))) {
    // As `env` does: all that the shell was given, credentials among it.
    findings.action(act(program, program, words.some((word) => word.includes('f')) ? ['read'] : ['read', 'secret']));
    return;
  }
  const secret = program === 'read' || program === 'mapfile' ? words.slice(1).find(namesSecretFile) : undefined;
  if (secret !== undefined)
    findings.action(act(program, program, ['read', 'secret'], { resource: fileAt(secret, walk.cwd) }));
  findings.action(act(program, program, ['read']));
}

function changeDirectory({ words, open, program }: Call, walk: Walk): void {
  const { variables, place } = walk;
  // A pattern counts twice among words, and finds one directory or `cd` fails.
  const operands = [...new Set(words.slice(1).filter((word) => !/^-[LPe@n]+$/.test(word) && word !== '--'))];
  const [to = program === 'cd' ? (variables.lookup('HOME') ?? UNRESOLVED) : UNRESOLVED] = operands;
  const from = walk.cwd;
  const unclear =
    typeof to !== 'string' || operands.length > 1 || open || to.includes(UNRESOLVED) || to.startsWith('-');
  // With CDPATH a relative name may be found elsewhere; so may one with a `+`.
  if (unclear || (!/^[./]/.test(to) && !variables.isUnset('CDPATH')) || to.startsWith('+')) place.move(UNRESOLVED);
  else if (to.startsWith('/')) place.move(absolute(to, '/'));
  else place.move(from.startsWith('/') ? absolute(to, from) : UNRESOLVED);
}

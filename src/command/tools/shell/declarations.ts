import { UNRESOLVED } from '../../options.ts';
import { spelledOutput } from './outputs.ts';
import type { Call, Walk } from './walk.ts';
import { appendsToPath, valueOfAssignment } from './words.ts';

/** Builtins that change what names hold. */

const NAME = /^([A-Za-z_]\w*)(\[.*\])?$/s;

/** `local`, `declare`, `typeset`, `export`, `readonly`. */
export function readDeclaration({ program, node, words, open }: Call, walk: Walk): void {
  const { variables, functions } = walk;
  const options = words
    .slice(1)
    .filter((word) => /^[-+][A-Za-z]+$/.test(word))
    .join('');
  // Another name for a name: what is assigned to the one changes the other.
  if (/n/.test(options) && program !== 'export') variables.giveUp();
  if (open) variables.forgetAll();
  const isLocal = program !== 'export' && program !== 'readonly' && functions.depth > 0 && !options.includes('g');
  const declared = (name: string): void => {
    if (isLocal) variables.declareLocal(name);
    if (program === 'export' || options.includes('x')) variables.export(name);
  };
  const strange = /[iluAcfFt]/.test(options.replaceAll('+', ''));
  const done = (name: string): void => {
    if (program === 'readonly' || options.includes('r') || strange) variables.markOdd(name);
  };
  for (const arg of node.args) {
    if (arg.type !== 'Assignment' || appendsToPath(arg)) continue;
    const value = strange ? UNRESOLVED : valueOfAssignment(arg, walk);
    declared(arg.name);
    variables.assign(arg.name, value);
    done(arg.name);
  }
  for (const word of words.slice(1)) {
    if (/^[-+][A-Za-z]*$/.test(word) || /^[A-Za-z_]\w*(\[[^\]]*\])?\+?=/.test(word)) continue;
    const named = NAME.exec(word);
    if (named === null) variables.forgetAll();
    else {
      declared(named[1] as string);
      if (isLocal || strange) variables.assign(named[1] as string, UNRESOLVED);
      done(named[1] as string);
    }
  }
}

/** Builtins that set the names among their words to something from elsewhere. */
export function readNames({ program, words, open }: Call, { variables, functions }: Walk): void {
  if (program === 'unset') functions.doubt();
  if (open) variables.forgetAll();
  for (const word of words.slice(1)) {
    if (word.includes(UNRESOLVED)) {
      variables.forgetAll();
      continue;
    }
    if (program === 'let') for (const [name] of word.matchAll(/[A-Za-z_]\w*/g)) variables.assign(name, UNRESOLVED);
    const named = NAME.exec(word);
    if (named) variables.assign(named[1] as string, UNRESOLVED);
  }
}

export function readPrintf({ words, open, node }: Call, { variables, dialect }: Walk): void {
  const option = words[1] ?? '';
  if (node.args[0]?.text.startsWith('-') !== true && !open && !option.startsWith('-')) return;
  if (option !== '-v') {
    if (option.startsWith('-v') || option.includes(UNRESOLVED)) variables.forgetAll();
    return;
  }
  const named = NAME.exec(words[2] ?? '');
  if (named === null || named[2] !== undefined) {
    if (named === null) variables.forgetAll();
    else variables.assign(named[1] as string, UNRESOLVED);
    return;
  }
  const args = words.slice(3);
  const known = !open && args.every((word) => !/[\0\u0001]/.test(word));
  const value = known ? spelledOutput(['printf', ...args], undefined, dialect.shell) : undefined;
  variables.assign(named[1] as string, value === undefined ? UNRESOLVED : Buffer.from(value).toString('utf8'));
}

/** `set`, `shift`, `shopt`: the arguments of the script, and the switches that matter here. */
export function readSet({ program, words, open }: Call, walk: Walk): void {
  const { variables, options } = walk;
  if (program === 'shopt') {
    const on = words.includes('-s');
    for (const word of words) on ? options.add(word) : options.delete(word);
    return;
  }
  if (program === 'shift') {
    const count = words.length === 1 ? 1 : Number(words[1]);
    const { args } = variables;
    const fits = args !== undefined && !open && Number.isInteger(count) && !args.slice(0, count).includes(UNRESOLVED);
    variables.setArgs(fits ? args.slice(count) : undefined);
    return;
  }
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at] as string;
    if (!/^[-+]/.test(word) || word === '--' || word === '-') break;
    const off = word.startsWith('+');
    const named = /o$/.test(word) ? words[++at] : undefined;
    if (word.includes('e') || named === 'errexit') off ? options.delete('errexit') : options.add('errexit');
    if (word.includes('a') || named === 'allexport') variables.exportAll();
    if (word.includes('k') || named === 'keyword') walk.doubt('set -k turns arguments into assignments');
    if (word.includes(UNRESOLVED)) variables.setArgs(undefined);
  }
  const dashes = words[at] === '--' || words[at] === '-';
  if (dashes) at++;
  if (at < words.length || dashes) variables.setArgs(open ? [...words.slice(at), UNRESOLVED] : words.slice(at));
  else if (open) variables.setArgs(undefined);
}

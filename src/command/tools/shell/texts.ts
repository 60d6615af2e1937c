import { UNRESOLVED } from '../../options.ts';
import type { Run } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import type { Call, Walk } from './walk.ts';

/** Builtins that run more source. */

/** Why a text is doubtful although every word of it is known. */
export const DECODED = 'it runs a text that was encoded';

export function readEval(call: Call, walk: Walk): void {
  const { words, open, prefix } = call;
  const { variables, functions } = walk;
  for (const name in prefix) variables.assign(name, UNRESOLVED);
  if (walk.decodes) walk.doubt(DECODED);
  const source = words.slice(words[1] === '--' ? 2 : 1).join(' ');
  if (!open && !/[\0\u0001]/.test(source) && inFeed(call, walk, () => walk.inline(source))) return;
  walk.doubt('eval runs a text that is only known later');
  variables.forgetAll();
  functions.doubt();
}

/** With the stdin of the call, where that differs. */
function inFeed({ stream }: Call, { place }: Walk, read: () => boolean): boolean {
  let done = false;
  if (stream === place.stream) return read();
  place.fed(stream, () => {
    done = read();
  });
  return done;
}

/** `trap 'text' SIGNAL`: the text runs later, with names nobody knows. */
export function readTrap({ words, open }: Call, walk: Walk): void {
  const { variables } = walk;
  const args = words.slice(words[1] === '--' ? 2 : 1);
  if (!open && (args.length < 2 || args[0] === '-' || args[0] === '' || args[0] === '-p' || args[0] === '-l')) return;
  const [source = '', ...signals] = args;
  const isKnown = !open && !/[\0\u0001]/.test(source);
  walk.apart(() => {
    variables.forgetAll();
    if (!isKnown || !walk.inline(source)) walk.doubt('trap runs a text that is only known later');
  });
  // Between any two commands, or nobody knows when.
  if (!signals.every((signal) => /^(EXIT|0)$/.test(signal))) variables.giveUp();
}

export function readAliases({ words, open }: Call, walk: Walk): void {
  if (open) walk.doubt('alias changes what later words mean');
  for (const word of words.slice(1)) {
    const [, name, text] = /^([^=]+)=([\s\S]*)$/.exec(word) ?? [];
    if (name === undefined || text === undefined) {
      if (word.includes(UNRESOLVED)) walk.doubt('alias changes what later words mean');
    } else if (/[\0\u0001]/.test(name) || !/^[\w.+:@%-]+$/.test(name))
      walk.doubt('alias changes what later words mean');
    else {
      if (walk.aliases.has(name)) walk.doubt('an alias is given twice');
      walk.aliases.set(name, text);
    }
  }
}

/** `source FILE`: its lines as if they stood here, when they can be read. */
export function readSource(call: Call, walk: Walk): void {
  const { words, open, node, stream } = call;
  const { dialect, findings, variables, functions, place } = walk;
  const at = words[1] === '--' ? 2 : 1;
  const file = words[at];
  const [first] = node.args;
  const parts = first?.type === 'Word' ? first.parts : undefined;
  const substitution = parts?.length === 1 && parts[0]?.type === 'ProcessSubstitution' ? parts[0].script : undefined;
  const spelled = substitution && walk.output(substitution);
  const fed = file === '/dev/stdin' || file === '/dev/fd/0' ? stream?.bytes : undefined;
  const text = spelled ?? (fed && Buffer.from(fed).toString('utf8'));
  if (text !== undefined && walk.decodes) walk.doubt(DECODED);
  if (text !== undefined && !text.includes(UNRESOLVED) && walk.inline(text)) return;
  variables.forgetAll();
  functions.doubt();
  if (file === undefined || open || /[\0\u0001]/.test(file) || file.startsWith('/dev/')) {
    walk.doubt('a sourced file is only known when it runs');
    return;
  }
  // Without a slash the shell looks for it along PATH.
  const isIntact = findings.isQuiet && walk.context.changed !== true;
  const snapshot =
    isIntact && file.includes('/') && place.cwd === undefined ? walk.context.files.read(file) : undefined;
  if (snapshot?.bytes !== undefined && !snapshot.bytes.includes(0)) {
    findings.input(inputOf('script', file, snapshot));
    if (readFile(Buffer.from(snapshot.bytes).toString('utf8'), words.slice(at + 1), walk)) return;
  }
  findings.run({
    argv: [dialect.shell, file, ...words.slice(at + 1)],
    via: 'source',
    ...(place.cwd === undefined ? {} : { cwd: place.cwd }),
  } satisfies Run);
}

function readFile(text: string, args: readonly string[], walk: Walk): boolean {
  const before = walk.variables.args;
  if (args.length > 0) walk.variables.setArgs(args);
  const done = walk.inline(text);
  if (args.length > 0) walk.variables.setArgs(before);
  // It may have gone back early.
  walk.variables.forgetAll();
  return done;
}

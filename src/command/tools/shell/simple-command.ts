import type { Command } from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import { readBuiltin } from './builtins.ts';
import { readRedirections } from './redirections.ts';
import type { Call, Walk } from './walk.ts';
import { expand, valueOfAssignment } from './words.ts';

/** A command as the grammar has it, without pipes or branches: what its words run, and what its redirections touch. */
export function readSimpleCommand(node: Command, walk: Walk): void {
  const { findings, names, place } = walk;
  for (const part of [...node.prefix, ...node.suffix]) walk.nested(part);
  if (node.name) walk.nested(node.name);
  const stream = readRedirections(node.redirects, walk) ?? place.stream;
  const prefix: Record<string, string> = {};
  for (const part of node.prefix) {
    if (part.type === 'Assignment') prefix[part.name] = valueOfAssignment(part, names);
  }
  if (node.name === undefined) {
    for (const [name, value] of Object.entries(prefix)) names.assign(name, value, place.isCertain);
    return;
  }
  const name = expand(node.name, names);
  const words = [...name.words];
  let open = name.open;
  for (const arg of node.args) {
    if (arg.type === 'Assignment') {
      words.push(arg.text.includes('$') || arg.text.includes('`') ? `${arg.name}=${UNRESOLVED}` : arg.text);
      continue;
    }
    const more = expand(arg, names);
    words.push(...more.words);
    open ||= more.open;
  }
  const program = words[0];
  if (program === undefined || program === '' || program.includes(UNRESOLVED) || name.open) {
    findings.doubt('the name of a command is only known when it runs');
    return;
  }
  readCall({ node, program, words, open, prefix, stream }, walk);
}

/** A name means a function first, then a builtin, then a program. */
function readCall(call: Call, walk: Walk): void {
  const { program, words, open, prefix, stream } = call;
  const { dialect, findings, names, place } = walk;
  if (names.isInBody(program)) findings.doubt('a function calls itself');
  if (names.isDefined(program) || readBuiltin(call, walk)) return;
  if (dialect.shell === 'zsh' && words.some((word) => word.startsWith('='))) findings.doubt('zsh expands =name');
  findings.run({
    argv: words,
    via: `${dialect.shell} -c`,
    ...names.environment(prefix),
    ...(place.cwd === undefined ? {} : { cwd: place.cwd }),
    ...(stream ? { stdin: stream.stdin } : {}),
    ...(stream?.bytes && !open ? { stdinBytes: stream.bytes } : {}),
    ...(open ? { open } : {}),
  });
}

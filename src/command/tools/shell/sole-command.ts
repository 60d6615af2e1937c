import { parse, type Word, type WordPart } from 'unbash';
import { HARMLESS } from './builtins-table.ts';

/**
 * The arguments of a text that is one command and nothing else, when its words mean the same to every shell and to nobody
 * but the program: no expansion, pattern, redirection, assignment or builtin. Undefined when in doubt.
 */
export function soleCommand(source: string): readonly string[] | undefined {
  if (!/^[\x20-\x7e\n]*$/.test(source)) return undefined;
  const { commands, errors } = parse(source);
  const [statement] = commands;
  if (statement === undefined || commands.length !== 1 || (errors?.length ?? 0) > 0) return undefined;
  const { command, background } = statement;
  if (background || command.type !== 'Command') return undefined;
  const { name, prefix, args } = command;
  if (name === undefined || prefix.length > 0 || command.redirects.length > 0) return undefined;
  const words = [name, ...args].map((word) => (word.type === 'Word' ? literal(word) : undefined));
  const [program] = words;
  if (program === undefined || isOfTheShell(program)) return undefined;
  return words.every((word) => word !== undefined) ? words : undefined;
}

const BUILTINS =
  /^(\.|:|\[|\[\[|\]\]|!|\{|\}|alias|bg|bind|builtin|case|command|compgen|coproc|do|done|elif|else|enable|esac|eval|exec|fg|fi|for|function|if|in|kill|mapfile|noglob|nocorrect|repeat|select|setopt|source|then|time|trap|unalias|until|unsetopt|where|which|while|zmodload)$/;

function isOfTheShell(program: string): boolean {
  return program === '' || BUILTINS.test(program) || HARMLESS.has(program) || /[=~]/.test(program);
}

/** What every shell makes of a word, or undefined. */
function literal({ text, value, parts }: Word): string | undefined {
  // Bare, only what no shell gives a meaning; quoted, whatever the quotes keep.
  if (parts === undefined) return PLAIN.test(text) ? value : undefined;
  const pieces = parts.map(piece);
  return pieces.every((each) => each !== undefined) ? pieces.join('') : undefined;
}

const PLAIN = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/;

function piece(part: WordPart): string | undefined {
  if (part.type === 'SingleQuoted') return part.value;
  if (part.type === 'Literal')
    return PLAIN.test(part.text) || /^[A-Za-z0-9_@%+=:,./-]+$/.test(part.text) ? part.value : undefined;
  if (part.type !== 'DoubleQuoted') return undefined;
  const inside = part.text.slice(1, -1);
  return /[$`\\!"]/.test(inside) ? undefined : inside;
}

import { gunzipSync } from 'node:zlib';
import type { CommandNode, ParsedScript } from 'unbash';
import { GLOB, UNRESOLVED } from '../../options.ts';
import { spelledBy } from './spelled.ts';
import { unescaped } from './unescaped.ts';
import type { Walk } from './walk.ts';

/** More than this is not worked out. */
const MOST_BYTES = 64 * 1024;

/** The text that `$(...)` certainly leaves, without the line ends at its end; `UNRESOLVED` inside stands for digits. */
export function outputOf(script: ParsedScript, walk: Walk): string | undefined {
  const [statement] = script.commands;
  if (script.commands.length !== 1 || statement === undefined || statement.background || script.errors?.length)
    return undefined;
  const { command } = statement;
  if (command.type === 'AndOr') return undefined;
  const parts: readonly CommandNode[] = command.type === 'Pipeline' ? command.commands : [command];
  const shape = parts.length === 1 ? shapeOf(parts[0] as CommandNode, walk) : undefined;
  if (shape !== undefined) return shape;
  let bytes: Uint8Array | undefined;
  for (const part of parts) {
    bytes = spelledBy(part, bytes, walk);
    if (bytes === undefined) return undefined;
  }
  return bytes && Buffer.from(bytes).toString('utf8').replaceAll('\0', '').replace(/\n+$/, '');
}

/** What some programs print is of a known kind, whatever it is: a number, the directory, a new name in `/tmp`. */
function shapeOf(node: CommandNode, walk: Walk): string | undefined {
  if (
    node.type !== 'Command' ||
    node.prefix.length > 0 ||
    node.redirects.some(({ operator }) => /^>|^&>/.test(operator))
  )
    return undefined;
  const name = node.name?.text ?? '';
  if (walk.functions.has(name) || walk.aliases.has(name)) return undefined;
  const text = node.args.map(({ text }) => text).join(' ');
  if (name === 'pwd' && (text === '' || text === '-P' || text === '-L'))
    return walk.cwd.startsWith('/') ? walk.cwd : undefined;
  if (name === 'mktemp' && /^(-[dqu]+ ?)*$/.test(text) && walk.variables.isUnset('TMPDIR')) return `/tmp/${GLOB}`;
  const isNumber =
    (name === 'nproc' && text === '') ||
    (name === 'date' && /^['"]?\+%[sYF]['"]?$/.test(text)) ||
    (name === 'id' && /^-[ug]$/.test(text)) ||
    (name === 'wc' && /^-[lcwm]$/.test(text));
  return isNumber ? `0${UNRESOLVED}` : undefined;
}

/** The bytes that these words certainly print; undefined when shells differ or it is not certain. */
export function spelledOutput(
  words: readonly string[],
  stdin: Uint8Array | undefined,
  shell: string,
): Uint8Array | undefined {
  const [program, ...args] = words;
  switch (program) {
    case 'echo':
      return echo(args, shell);
    case 'printf':
      return printf(args);
    case 'cat':
      return args.length === 0 || (args.length === 1 && args[0] === '-') ? stdin : undefined;
    default:
      return stdin === undefined || stdin.length > MOST_BYTES
        ? undefined
        : filtered(program ?? '', args.join(' '), stdin);
  }
}

function echo(args: readonly string[], shell: string): Uint8Array | undefined {
  const isBash = shell === 'bash' || shell === 'rbash';
  const option = /^-[neE]+$/.test(args[0] ?? '') ? (args[0] as string) : '';
  const bare = option === '' ? args : args.slice(1);
  if (bare[0]?.startsWith('-')) return undefined;
  const escapes = option.includes('e') && !option.includes('E');
  const text = bare.join(' ');
  // Some shells interpret backslashes, some print an option as text.
  if (!isBash && (text.includes('\\') || (option !== '' && option !== '-n'))) return undefined;
  const made = escapes ? unescaped(text) : text;
  return made === undefined ? undefined : Buffer.from(made + (option.includes('n') ? '' : '\n'), 'utf8');
}

/** Formats of `%s`, `%b` and plain text, repeated until the values are used up. */
function printf(args: readonly string[]): Uint8Array | undefined {
  const [format = '', ...values] = args[0] === '--' ? args.slice(1) : args;
  if (format.startsWith('-')) return undefined;
  const pieces = format.split(/(%[sb%])/);
  if (pieces.some((piece, index) => index % 2 === 0 && piece.includes('%'))) return undefined;
  const takes = pieces.some((piece) => piece === '%s' || piece === '%b');
  let text = '';
  let used = 0;
  do {
    for (const [index, piece] of pieces.entries()) {
      let made: string | undefined;
      if (index % 2 === 0) made = unescaped(piece);
      else if (piece === '%%') made = '%';
      else {
        const value = values[used++] ?? '';
        made = piece === '%b' ? unescaped(value) : value;
      }
      if (made === undefined || text.length > MOST_BYTES) return undefined;
      text += made;
    }
  } while (takes && used < values.length);
  return Buffer.from(text, 'utf8');
}

/** Filters that decode or turn a text around. */
function filtered(program: string, args: string, stdin: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(stdin);
  switch (program) {
    case 'base64': {
      if (!/^(-d|-D|--decode|-di|-i -d|-d -i)$/.test(args)) return undefined;
      const text = bytes.toString('latin1').replace(/\s+/g, '');
      return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
    }
    case 'openssl':
      return /^(base64|enc -base64) (-A )?-d( -A)?$/.test(args) ? filtered('base64', '-d', stdin) : undefined;
    case 'rev':
      return args === ''
        ? Buffer.from(
            bytes
              .toString('utf8')
              .split('\n')
              .map((line) => [...line].reverse().join(''))
              .join('\n'),
          )
        : undefined;
    case 'xxd': {
      const text = bytes.toString('latin1').replace(/\s+/g, '');
      return /^(-r -p|-p -r|-rp|-ps -r|-r -ps)$/.test(args) && /^([0-9a-fA-F]{2})*$/.test(text)
        ? Buffer.from(text, 'hex')
        : undefined;
    }
    case 'gunzip':
    case 'zcat':
    case 'gzip':
      if (!(program === 'gzip' ? /^(-d|-dc|-cd|-d -c|--decompress)$/ : /^(-c|-d)?$/).test(args)) return undefined;
      try {
        return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
      } catch {
        return undefined;
      }
    case 'tr':
      return translated(bytes.toString('latin1'), args);
    default:
      return undefined;
  }
}

function translated(text: string, args: string): Uint8Array | undefined {
  const [from, to, ...more] = args.split(' ');
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const delete_ = from === '-d' && /^[\w.,:@#-]$/.test(to);
  if (delete_) return Buffer.from(text.replaceAll(to, ''), 'latin1');
  const source = setOf(from);
  const target = setOf(to);
  if (source === undefined || target === undefined || target.length === 0) return undefined;
  const made = [...text].map((char) => {
    const at = source.lastIndexOf(char);
    return at < 0 ? char : (target[Math.min(at, target.length - 1)] as string);
  });
  return Buffer.from(made.join(''), 'latin1');
}

/** The characters of a set like `a-zA-Z`; undefined for classes and escapes. */
function setOf(set: string): string | undefined {
  if (/[\\[\]:-]-|^-|[[\\\]]/.test(set)) return undefined;
  return set.replace(/([A-Za-z0-9])-([A-Za-z0-9])/g, (_, first: string, last: string) => {
    let made = '';
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) made += String.fromCharCode(code);
    return made;
  });
}

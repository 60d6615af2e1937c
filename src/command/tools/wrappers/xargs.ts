import { Names } from '../../names.ts';
import { optionValue, type Scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { inputOf } from '../../reading.ts';

/** More commands than this are read as one that is fed from elsewhere. */
const MOST_RUNS = 16;
const MOST_BYTES = 16 * 1024;

/** Shells take what comes as the arguments of their text, so they must see that there are some. */
const SHELLS = new Names('sh bash dash zsh ksh mksh ash rbash busybox su');

/** The commands that xargs makes: with the words its stdin holds where these are known, open at the end otherwise. */
export function fed(
  run: Run,
  found: Scan,
  context: ReadContext,
): Pick<Reading, 'inputs'> & { readonly runs: readonly Run[] } {
  const place =
    optionValue(found, 'I') ??
    optionValue(found, 'J') ??
    (found.options.has('replace') ? optionValue(found, 'replace') || '{}' : undefined);
  const words = wordsOf(found, place, context);
  const spelled = words && commandsOf(run, words, place, found);
  if (spelled !== undefined && spelled.length > 0 && spelled.length <= MOST_RUNS)
    return {
      runs: spelled.map((argv) => ({ ...run, argv, stdin: 'null' })),
      inputs: [inputOf('arguments', '-', context.files.stdin())],
    };
  const command = run.argv;
  // With a placeholder the command keeps its shape: the text lands inside the words that hold it.
  if (place !== undefined && place !== '') {
    const argv = command.map((word) => word.replaceAll(place, UNRESOLVED));
    return { runs: [argv[0] === command[0] ? { ...run, argv, stdin: 'null' } : { ...run, argv, open: true }] };
  }
  const argv = command.some((word) => SHELLS.has(programOf(word).base)) ? [...command, UNRESOLVED] : command;
  return { runs: [{ ...run, argv, open: true, stdin: 'null' }] };
}

function commandsOf(
  run: Run,
  words: readonly string[],
  place: string | undefined,
  found: Scan,
): readonly (readonly string[])[] | undefined {
  const command = run.argv;
  if (place === '') return undefined;
  if (place !== undefined && found.options.has('J')) return undefined;
  if (place !== undefined) return words.map((word) => command.map((part) => part.replaceAll(place, () => word)));
  const each = optionValue(found, 'max-args') ?? optionValue(found, 'max-lines') ?? optionValue(found, 'l');
  if (each === undefined) return [[...command, ...words]];
  const size = Number(each === '' ? '1' : each);
  if (!Number.isInteger(size) || size < 1) return undefined;
  // Lines of several words each are counted as words: more commands, none of them other.
  if (!found.options.has('max-args') && words.some((word) => word === '')) return undefined;
  const made: (readonly string[])[] = [];
  for (let at = 0; at < words.length && made.length <= MOST_RUNS; at += size) {
    made.push([...command, ...words.slice(at, at + size)]);
  }
  return made;
}

/** What stdin holds, as xargs takes it apart; undefined when the bytes or the way are not known. */
function wordsOf(found: Scan, place: string | undefined, { stdin, files }: ReadContext): readonly string[] | undefined {
  if (found.options.has('arg-file') || found.options.has('E') || found.options.has('eof')) return undefined;
  if (found.options.has('max-lines') || found.options.has('l')) return undefined;
  const bytes = stdin === 'pipe' || stdin === 'file' ? files.stdin()?.bytes : undefined;
  if (bytes === undefined || bytes.length === 0 || bytes.length > MOST_BYTES) return undefined;
  const text = Buffer.from(bytes).toString('utf8');
  const delimiter = found.options.has('null') ? '\0' : optionValue(found, 'delimiter');
  if (delimiter !== undefined) {
    const by = delimiter === '\\n' ? '\n' : delimiter === '\\t' ? '\t' : delimiter === '\\0' ? '\0' : delimiter;
    if ([...by].length !== 1) return undefined;
    const words = text.split(by);
    return words.at(-1) === '' ? words.slice(0, -1) : words;
  }
  if (text.includes('\0')) return undefined;
  // With a placeholder each line is one word, blanks before it aside.
  if (place !== undefined) {
    if (/["'\\]/.test(text)) return undefined;
    return text
      .split('\n')
      .map((line) => line.replace(/^[ \t]+/, ''))
      .filter((line) => line !== '');
  }
  return split(text);
}

/** Blanks part words; quotes keep them together, a backslash keeps the next character. */
function split(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === ' ' || char === '\t' || char === '\n') {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1);
      if (end < 0 || text.slice(at, end).includes('\n')) return undefined;
      word += text.slice(at + 1, end);
      at = end;
    } else if (char === '\\') word += text[++at] ?? '';
    else word += char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

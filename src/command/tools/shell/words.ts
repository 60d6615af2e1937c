import type { Assignment, ParsedScript, Word, WordPart } from 'unbash';
import { GLOB, UNRESOLVED } from '../../options.ts';
import { withoutBraces } from './braces.ts';
import { Fields } from './fields.ts';
import { valueOfParameter } from './parameters.ts';
import type { Value, Variables } from './variables.ts';

/** What the walker knows about names while it reads a line. */
export interface Names {
  readonly variables: Variables;
  /** The dialect knows `$'...'` and `{a,b}`. */
  readonly bash: boolean;
  /** The text that a substitution certainly leaves. */
  output(script: ParsedScript): string | undefined;
  doubt(note: string): void;
}

export interface Words {
  readonly words: readonly string[];
  /** More words than these may come out of it. */
  readonly open: boolean;
  /** A pattern stands where an option could. */
  readonly loose: boolean;
}

/** The arguments that one word of the source becomes; what cannot be known is `UNRESOLVED` inside them. */
export function expand(word: Word, names: Names): Words {
  if (word.parts === undefined) return plain(word, names);
  if (word.parts.some(isBraces)) return braces(word, names);
  return expandParts(word.parts, names);
}

function isBraces({ type }: WordPart): boolean {
  return type === 'BraceExpansion';
}

function braces(word: Word, names: Names): Words {
  // A plain POSIX shell leaves braces as they are, and which shell `sh` is, nobody knows.
  const made = names.bash ? withoutBraces(word) : undefined;
  if (made === undefined) {
    const [first] = word.parts ?? [];
    const before = first?.type === 'Literal' && !first.value.startsWith('-') ? first.value : '';
    return { words: [before + UNRESOLVED], open: true, loose: false };
  }
  const all = made.map((parts) => expandParts(parts, names));
  return {
    words: all.flatMap(({ words }) => words),
    open: all.some(({ open }) => open),
    loose: all.some(({ loose }) => loose),
  };
}

function expandParts(parts: readonly WordPart[], names: Names): Words {
  const field = new Fields();
  const first = parts[0];
  for (const part of parts) {
    if (part === first && part.type === 'Literal' && part.text.startsWith('~')) field.add(tilde(part.value, names));
    else if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') quoted(part.parts, names, field);
    else bare(part, names, field);
  }
  return field.end();
}

/** One value where the shell does not split: the right side of an assignment, a redirection's target. */
export function valueOfWord(word: Word, names: Names): string {
  if (word.parts === undefined) return tildeOrText(word, names);
  let value = '';
  for (const part of word.parts) {
    if (value === '' && part.type === 'Literal' && part.text.startsWith('~')) value += tilde(part.value, names);
    else value += valueOfPart(part, names);
  }
  return value;
}

/** The text of one part of a word, where nothing is split. */
export function valueOfPart(part: WordPart, names: Names): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      return part.value;
    case 'AnsiCQuoted':
      return names.bash ? part.value : UNRESOLVED;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map((child) => valueOfPart(child, names)).join('');
    case 'Glob':
    case 'BraceExpansion':
      return part.text;
    case 'SimpleExpansion':
    case 'ParameterExpansion':
      return joined(valueOfParameter(part, names));
    case 'CommandExpansion':
      return (part.script && names.output(part.script)) ?? UNRESOLVED;
    case 'ArithmeticExpansion':
      return `0${UNRESOLVED}`;
    case 'ProcessSubstitution':
      return `/dev/fd/${UNRESOLVED}`;
    default:
      return UNRESOLVED;
  }
}

function joined(value: Value | undefined): string {
  if (value === undefined) return UNRESOLVED;
  return typeof value === 'string' ? value : value.join(' ');
}

/** The value an assignment gives, on top of what the name held before; one by its index is not followed. */
export function valueOfAssignment({ name, value, append, index }: Assignment, names: Names): Value {
  if (index !== undefined) return UNRESOLVED;
  const made = value.type === 'Word' ? valueOfWord(value, names) : elements(value.elements, names);
  if (!append) return made;
  const before = names.variables.lookup(name) ?? (names.variables.isUnset(name) ? '' : UNRESOLVED);
  if (typeof made === 'string') return typeof before === 'string' ? before + made : UNRESOLVED;
  const list = typeof before === 'string' ? (before === '' ? [] : [before]) : before;
  return list.includes(UNRESOLVED) ? UNRESOLVED : [...list, ...made];
}

/** `PATH=$PATH:/more`: what was found before is still found first. Toolchains of the system may stand in front. */
export function appendsToPath({ name, value, index }: Assignment): boolean {
  return (
    name === 'PATH' &&
    index === undefined &&
    value.type === 'Word' &&
    /^"?((\/usr(\/local)?(\/go)?|\/opt\/homebrew)\/s?bin:)*\$(PATH|\{PATH\})(:[\s\S]*|"?)$/.test(value.text)
  );
}

function elements(words: readonly Word[], names: Names): Value {
  const made: string[] = [];
  for (const word of words) {
    // `[3]=x` has places of its own.
    if (word.text.startsWith('[')) return [UNRESOLVED];
    const { words: more, open } = expand(word, names);
    made.push(...more);
    if (open) return [...made.slice(0, -1), UNRESOLVED];
  }
  return made;
}

function plain(word: Word, names: Names): Words {
  return { words: [tildeOrText(word, names)], open: false, loose: false };
}

function tildeOrText(word: Word, names: Names): string {
  return word.text.startsWith('~') ? tilde(word.value, names) : word.value;
}

function tilde(value: string, { variables }: Names): string {
  const slash = value.indexOf('/');
  const user = slash < 0 ? value : value.slice(0, slash);
  const home = variables.lookup('HOME');
  if (user !== '~' || typeof home !== 'string') return UNRESOLVED + (slash < 0 ? '' : value.slice(slash));
  return home + (slash < 0 ? '' : value.slice(slash));
}

function bare(part: WordPart, names: Names, field: Fields): void {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      field.add(part.value);
      return;
    case 'AnsiCQuoted':
      field.add(names.bash ? part.value : UNRESOLVED);
      return;
    case 'Glob':
      field.pattern(GLOB);
      return;
    case 'ExtendedGlob':
      field.pattern(UNRESOLVED);
      return;
    case 'SimpleExpansion':
    case 'ParameterExpansion':
      unquoted(valueOfParameter(part, names), names, field);
      return;
    case 'CommandExpansion':
      unquoted(part.script && names.output(part.script), names, field);
      return;
    case 'ArithmeticExpansion':
      // A number: one word, never an option unless negative, which no option of letters is.
      field.add(`0${UNRESOLVED}`);
      return;
    case 'ProcessSubstitution':
      field.add(`/dev/fd/${UNRESOLVED}`);
      return;
    default:
      field.many(UNRESOLVED);
      return;
  }
}

function unquoted(value: Value | undefined, { variables }: Names, field: Fields): void {
  const { separators } = variables;
  if (value === undefined || separators === undefined) field.many(UNRESOLVED);
  else if (typeof value === 'string') field.split(value, separators);
  else {
    value.forEach((element, index) => {
      if (index > 0) field.next();
      if (element === UNRESOLVED) field.many(UNRESOLVED);
      else field.split(element, separators);
    });
  }
}

function quoted(parts: readonly WordPart[], names: Names, field: Fields): void {
  // `"$@"` without arguments is no word at all.
  if (parts.length !== 1 || !isWholeList(parts[0] as WordPart)) field.add('');
  for (const part of parts) {
    if (isWholeList(part)) {
      const value = valueOfParameter(part, names);
      if (value === undefined) field.many(UNRESOLVED);
      else field.spread(typeof value === 'string' ? [value] : value);
    } else field.add(valueOfPart(part, names));
  }
}

type Parameter = Extract<WordPart, { type: 'SimpleExpansion' | 'ParameterExpansion' }>;

/** `$@`, `${@:2}`, `${x[@]}`: a word for each element even inside quotes. */
function isWholeList(part: WordPart): part is Parameter {
  if (part.type === 'SimpleExpansion') return part.text === '$@';
  if (part.type !== 'ParameterExpansion' || part.prefix === '#') return false;
  return part.parameter === '@' || part.index?.text === '@';
}

import type { Assignment, Word, WordPart } from 'unbash';
import { UNRESOLVED } from '../../options.ts';

/** What the walker knows about names while it reads a line. */
export interface Names {
  /** The value, or undefined when only the shell will know. */
  lookup(name: string): string | undefined;
  /** `$1`, `$2`, ... when they are known. */
  readonly arguments: readonly string[] | undefined;
  readonly home: string | undefined;
  /** The dialect knows `$'...'` and `{a,b}`. */
  readonly bash: boolean;
}

export interface Words {
  readonly words: readonly string[];
  /** More words than these may come out of it. */
  readonly open: boolean;
}

/** The arguments that one word of the source becomes; what cannot be known is `UNRESOLVED` inside them. */
export function expand(word: Word, names: Names): Words {
  if (word.parts === undefined) return plain(word, names);
  const field = new Fields();
  const parts = word.parts;
  const first = parts[0];
  for (const part of parts) {
    if (part === first && part.type === 'Literal' && part.text.startsWith('~')) field.add(tilde(part.value, names));
    else
      part.type === 'DoubleQuoted' || part.type === 'LocaleString'
        ? quoted(part.parts, names, field)
        : bare(part, names, field);
  }
  return field.end();
}

/** One value where the shell does not split: the right side of an assignment, a redirection's target. */
export function valueOfWord(word: Word, names: Names): string {
  const { words, open } = expand(word, names);
  return open || words.length > 1 ? `${words[0] ?? ''}${UNRESOLVED}` : (words[0] ?? '');
}

/** The value an assignment gives; one that adds to an older value, or makes an array, is not known. */
export function valueOfAssignment({ value, append }: Assignment, names: Names): string {
  return append || value.type !== 'Word' ? UNRESOLVED : valueOfWord(value, names);
}

function plain(word: Word, names: Names): Words {
  const text = word.text.startsWith('~') ? tilde(word.value, names) : word.value;
  return { words: [text], open: false };
}

function tilde(value: string, names: Names): string {
  const slash = value.indexOf('/');
  const user = slash < 0 ? value : value.slice(0, slash);
  if (user !== '~' || names.home === undefined) return UNRESOLVED + (slash < 0 ? '' : value.slice(slash));
  return names.home + (slash < 0 ? '' : value.slice(slash));
}

/** Collects the fields of a word: unquoted values are split, quoted ones are not. */
class Fields {
  readonly #done: string[] = [];
  #current: string | undefined;
  #open = false;

  add(text: string): void {
    this.#current = (this.#current ?? '') + text;
  }

  /** An unquoted value: split at blanks; with pattern characters it may become any number of names. */
  split(text: string): void {
    if (/[*?[\]\\]/.test(text)) {
      this.many(UNRESOLVED);
      return;
    }
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, index) => {
      if (index > 0 && this.#current !== undefined) {
        this.#done.push(this.#current);
        this.#current = undefined;
      }
      if (piece !== '') this.add(piece);
    });
  }

  many(text: string): void {
    this.add(text);
    this.#open = true;
  }

  /** A pattern: names come out of it, which cannot be options when text stands before it. */
  pattern(): void {
    const before = this.#current ?? '';
    if (before === '' || before.startsWith('-') || before.startsWith(UNRESOLVED)) this.many(UNRESOLVED);
    else {
      this.add(UNRESOLVED);
      this.#several = true;
    }
  }
  #several = false;

  spread(words: readonly string[]): void {
    words.forEach((word, index) => {
      if (index > 0 && this.#current !== undefined) this.#done.push(this.#current);
      if (index > 0) this.#current = undefined;
      this.add(word);
    });
  }

  end(): Words {
    if (this.#current !== undefined) this.#done.push(this.#current);
    // Twice, so that a reader who counts operands sees that there may be more than one.
    if (this.#several && this.#current !== undefined) this.#done.push(this.#current);
    return { words: this.#done, open: this.#open };
  }
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
    case 'ExtendedGlob':
      field.pattern();
      return;
    case 'SimpleExpansion':
    case 'ParameterExpansion': {
      const name = nameOf(part);
      if ((name === '@' || name === '*') && names.arguments) {
        field.many(names.arguments.join(' '));
        return;
      }
      const value = name === undefined ? undefined : names.lookup(name);
      value === undefined ? field.many(UNRESOLVED) : field.split(value);
      return;
    }
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

function quoted(parts: readonly WordPart[], names: Names, field: Fields): void {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only && (only.type === 'SimpleExpansion' || only.type === 'ParameterExpansion') && nameOf(only) === '@') {
    if (names.arguments) field.spread(names.arguments);
    else field.many(UNRESOLVED);
    return;
  }
  field.add('');
  for (const part of parts) {
    if (part.type === 'Literal') field.add(part.value);
    else if (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion') {
      const name = nameOf(part);
      if (part.type === 'ParameterExpansion' && (name === '@' || part.index !== undefined)) field.many(UNRESOLVED);
      else field.add((name === undefined ? undefined : names.lookup(name)) ?? UNRESOLVED);
    } else field.add(UNRESOLVED);
  }
}

/** The plain name of `$x` or `${x}`; undefined for every form that computes something. */
function nameOf(part: WordPart): string | undefined {
  if (part.type === 'SimpleExpansion') return part.text.slice(1);
  if (part.type !== 'ParameterExpansion') return undefined;
  return part.prefix === undefined && part.index === undefined && part.operation === undefined
    ? part.parameter
    : undefined;
}

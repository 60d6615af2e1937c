import { GLOB, UNRESOLVED } from '../../options.ts';
import { secretBehind } from './secret-patterns.ts';
import type { Words } from './words.ts';

/** Collects the fields of a word: unquoted values are split, quoted ones are not. */
export class Fields {
  readonly #done: string[] = [];
  #current: string | undefined;
  #open = false;
  #loose = false;
  /** More than one name may come out of a pattern. */
  #several = false;

  add(text: string): void {
    this.#current = (this.#current ?? '') + text;
  }

  /** What follows is another word. */
  next(): void {
    if (this.#current !== undefined) this.#done.push(this.#current);
    this.#current = undefined;
  }

  /** An unquoted value: split at the separators; what only the shell will know may be any number of words. */
  split(text: string, separators: string): void {
    if (text.includes(UNRESOLVED)) {
      // A number is one word.
      if (/^\d\0$/.test(text)) this.add(text);
      else this.many(UNRESOLVED);
      return;
    }
    if (text.includes('\\') || text.includes('[')) {
      this.many(UNRESOLVED);
      return;
    }
    // A name with a blank in it falls apart.
    if (text.includes(GLOB)) this.#loose = true;
    let piece = '';
    const flush = (): void => {
      const parts = piece.split(/([*?]+|\u0001+)/);
      parts.forEach((part, index) => {
        if (index % 2 === 1) this.pattern(GLOB);
        else if (part !== '') this.add(part);
      });
      piece = '';
    };
    for (const char of text) {
      if (!separators.includes(char)) {
        piece += char;
        continue;
      }
      flush();
      this.next();
    }
    flush();
  }

  /** Any number of words, known to nobody. */
  many(text: string): void {
    this.add(text);
    this.#open = true;
  }

  /** A pattern: names come out of it, which cannot be options when text stands before it. */
  pattern(marker: string): void {
    const before = this.#current ?? '';
    if (before.endsWith(GLOB)) return;
    if (before.startsWith('-') && !/^--[a-z][a-z-]*=/.test(before)) {
      this.many(UNRESOLVED);
      return;
    }
    if (before === '' || before.startsWith(UNRESOLVED)) this.#loose = true;
    // `.*` finds the directory above as well.
    this.add(/(^|\/)\.$/.test(before) ? UNRESOLVED : marker);
    this.#several = true;
  }

  spread(words: readonly string[]): void {
    words.forEach((word, index) => {
      if (index > 0) this.next();
      if (word === UNRESOLVED) this.many(word);
      else this.add(word);
    });
  }

  end(): Words {
    if (this.#current !== undefined) this.#done.push(this.#current);
    // Twice, so that a reader who counts operands sees that there may be more than one.
    if (this.#several && this.#current !== undefined && !/[=:]|^-/.test(this.#current))
      this.#done.push(secretBehind(this.#current) ?? this.#current);
    return { words: this.#done, open: this.#open, loose: this.#loose };
  }
}

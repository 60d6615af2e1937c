import { UNRESOLVED } from '../../options.ts';

/** What a sed script does beside editing what it prints. */
export interface Script {
  /** Files of `w`, `W` and `s///w`. */
  readonly writes: readonly string[];
  /** Files of `r` and `R`. */
  readonly reads: readonly string[];
  /** Command lines of `e COMMAND`; `''` for `e` and `s///e`, which run the text they edit. */
  readonly runs: readonly string[];
  /** Why the script is not understood, or undefined when it is. */
  readonly doubt?: string | undefined;
}

/** Commands without an argument. */
const PLAIN = '=dDgGhHnNpPxzF';

/**
 * Reads a whole script, command by command, as GNU and BSD sed do. Linear: every character is looked at once.
 * @param script the joined texts of -e and -f
 */
export function readScript(script: string): Script {
  return new Reading(script).run();
}

class Reading {
  readonly #writes: string[] = [];
  readonly #reads: string[] = [];
  readonly #runs: string[] = [];
  #at = 0;
  #depth = 0;
  #doubt: string | undefined;

  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  run(): Script {
    while (this.#at < this.text.length && this.#doubt === undefined) this.#command();
    if (this.#depth !== 0 && this.#doubt === undefined) this.#fail('a brace is not closed');
    return { writes: this.#writes, reads: this.#reads, runs: this.#runs, doubt: this.#doubt };
  }

  #fail(why: string): void {
    this.#doubt ??= `the sed script is not understood: ${why}`;
  }

  #skip(characters: string) {
    while (this.#at < this.text.length && characters.includes(this.text[this.#at] as string)) this.#at++;
  }

  #command() {
    this.#skip(' \t\n;');
    if (this.#at >= this.text.length) return;
    if (!this.#addresses()) return;
    const command = this.text[this.#at++];
    if (command === undefined) return this.#fail('a command is missing');
    if (PLAIN.includes(command)) return this.#end();
    switch (command) {
      case '{':
        this.#depth++;
        return;
      case '}':
        this.#depth--;
        if (this.#depth < 0) return this.#fail('a brace is closed twice');
        return this.#end();
      case '#':
        this.#line();
        return;
      case ':':
        this.#label();
        return;
      case 'b':
      case 't':
      case 'T':
        this.#label();
        return;
      case 'q':
      case 'Q':
      case 'l':
      case 'L':
        this.#skip(' \t0123456789');
        return this.#end();
      case 'a':
      case 'i':
      case 'c':
        this.#insertedText();
        return;
      case 's':
        this.#substitution();
        return;
      case 'y':
        this.#translation();
        return;
      case 'r':
      case 'R':
        this.#reads.push(this.#fileName());
        return;
      case 'w':
      case 'W':
        this.#writes.push(this.#fileName());
        return;
      case 'e':
        this.#runs.push(this.#line().trim());
        return;
      case 'v':
        this.#line();
        return;
      default:
        this.#fail(`it has no command ${command === UNRESOLVED ? 'that is known before it runs' : command}`);
    }
  }

  /** Nothing, one address or two, and `!`. */
  #addresses(): boolean {
    if (!this.#address(false)) return this.#doubt === undefined;
    this.#skip(' \t');
    if (this.text[this.#at] === ',') {
      this.#at++;
      this.#skip(' \t');
      if (!this.#address(true)) {
        this.#fail('an address is missing');
        return false;
      }
      this.#skip(' \t');
    }
    while (this.text[this.#at] === '!') {
      this.#at++;
      this.#skip(' \t');
    }
    return this.#doubt === undefined;
  }

  /** True when something was read, or when `!` or a command may follow at once. */
  #address(second: boolean): boolean {
    const start = this.text[this.#at];
    if (start === '/') {
      this.#at++;
      if (!this.#upTo('/')) this.#fail('a pattern is not closed');
    } else if (start === '\\') {
      const delimiter = this.text[this.#at + 1];
      this.#at += 2;
      if (delimiter === undefined || !this.#upTo(delimiter)) this.#fail('a pattern is not closed');
    } else if (start === '$') {
      this.#at++;
      return true;
    } else if (
      start !== undefined &&
      (/[0-9]/.test(start) || (second && (start === '+' || start === '~')) || start === UNRESOLVED)
    ) {
      // A number that the shell fills in: nothing but a number is taken here, so what follows is read as it stands.
      return this.#number();
    } else return start === '!' || !second;
    while (this.text[this.#at] === 'I' || this.text[this.#at] === 'M') this.#at++;
    return true;
  }

  #number(): boolean {
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at] as string;
      if (character === UNRESOLVED) {
        this.#fail('part of it is only known when it runs');
        return false;
      }
      if (!/[0-9+~]/.test(character)) break;
    }
    return true;
  }

  /** Moves behind the next `delimiter` that is not escaped and not in brackets of a class. */
  #upTo(delimiter: string, isPattern = true): boolean {
    let inClass = false;
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at] as string;
      if (character === UNRESOLVED) {
        // The text may hold the delimiter and so end the pattern: whatever follows would be commands.
        this.#fail('part of it is only known when it runs');
        return false;
      }
      if (character === '\\') this.#at++;
      else if (inClass) {
        if (character === ']') inClass = false;
      } else if (character === delimiter) {
        this.#at++;
        return true;
      } else if (character === '\n' && isPattern) return false;
      else if (character === '[' && isPattern && this.#closesClass(delimiter)) inClass = true;
    }
    return false;
  }

  /**
   * Moves to the bracket that closes a class, which may hold the delimiter. A backslash in front of the delimiter or of
   * a bracket is read in one way by some and in another by others: that is not understood.
   */
  #closesClass(delimiter: string): boolean {
    let end = this.#at + 1;
    if (this.text[end] === '^') end++;
    if (this.text[end] === ']') end++;
    for (; end < this.text.length && this.text[end] !== ']' && this.text[end] !== '\n'; end++) {
      const character = this.text[end];
      if (character === UNRESOLVED) this.#fail('part of it is only known when it runs');
      if (character === '\\' && (this.text[end + 1] === ']' || this.text[end + 1] === delimiter)) {
        this.#fail('a bracket is escaped inside brackets');
        return false;
      }
      if (character === '[' && /[:.=]/.test(this.text[end + 1] ?? '')) {
        const close = this.text.indexOf(`${this.text[end + 1]}]`, end + 2);
        if (close > 0) end = close + 1;
      }
    }
    if (this.#doubt !== undefined) return false;
    this.#at = end - 1;
    return true;
  }

  #substitution() {
    const delimiter = this.text[this.#at++];
    if (delimiter === undefined || delimiter === '\n' || delimiter === '\\' || delimiter === UNRESOLVED)
      return this.#fail('s has no delimiter');
    if (!this.#upTo(delimiter) || !this.#replacement(delimiter)) return this.#fail('s is not closed');
    for (;;) {
      const flag = this.text[this.#at];
      if (flag !== undefined && /[gpiImM0-9]/.test(flag)) this.#at++;
      else if (flag === 'e') {
        this.#at++;
        this.#runs.push('');
      } else if (flag === 'w') {
        this.#at++;
        this.#writes.push(this.#fileName());
        return;
      } else return this.#end();
    }
  }

  /** The replacement may span lines and has no classes; text the shell fills in may end it. */
  #replacement(delimiter: string): boolean {
    return this.#upTo(delimiter, false);
  }

  #translation() {
    const delimiter = this.text[this.#at++];
    if (delimiter === undefined || !this.#upTo(delimiter, false) || !this.#upTo(delimiter, false))
      return this.#fail('y is not closed');
    this.#end();
  }

  /** The text of a, i and c: up to the end of a line that does not end in a backslash. */
  #insertedText() {
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at];
      if (character === '\\') this.#at++;
      else if (character === '\n') return;
      else if (character === UNRESOLVED) return this.#fail('part of it is only known when it runs');
    }
  }

  /** A label ends at white space, behind which GNU sed takes another command. */
  #label() {
    this.#skip(' \t');
    while (this.#at < this.text.length && !/[\s;}]/.test(this.text[this.#at] as string)) {
      if (this.text[this.#at] === UNRESOLVED) return this.#fail('part of it is only known when it runs');
      this.#at++;
    }
    this.#end();
  }

  #fileName(): string {
    this.#skip(' \t');
    return this.#line();
  }

  #line(): string {
    const start = this.#at;
    const end = this.text.indexOf('\n', start);
    this.#at = end < 0 ? this.text.length : end;
    const line = this.text.slice(start, this.#at);
    if (line.includes(UNRESOLVED)) this.#fail('part of it is only known when it runs');
    return line;
  }

  /** After a command: blanks, then `;`, a line end, `}` or a comment. */
  #end() {
    this.#skip(' \t\r');
    const next = this.text[this.#at];
    if (next === undefined || next === '\n' || next === ';' || next === '}' || next === '#') return;
    this.#fail(next === UNRESOLVED ? 'part of it is only known when it runs' : `${next} follows a command`);
  }
}

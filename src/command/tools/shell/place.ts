import type { Stdin } from '../../../request/request.ts';
import { UNRESOLVED } from '../../options.ts';

/** What a command reads from: its kind, and the bytes when the text spells them. */
export interface Stream {
  readonly stdin: Stdin;
  readonly bytes?: Uint8Array | undefined;
}

/** Where in the script the walk stands: in which directory, on which stdin, and whether the statement certainly runs. */
export class Place {
  #cwd: string | undefined;
  #stream: Stream | undefined;
  /** 0 while a statement certainly runs, in order; deeper inside branches, loops and pipes. */
  #depth = 0;
  /** Above 0 behind `&&`. */
  #chain = 0;

  /** The directory, when the script changed it: `UNRESOLVED` once it is not certain. */
  get cwd(): string | undefined {
    return this.#cwd;
  }

  /** The stdin, when the script changed it. */
  get stream(): Stream | undefined {
    return this.#stream;
  }

  /** The statement runs, and everything before it has. */
  get isCertain(): boolean {
    return this.#depth + this.#chain === 0;
  }

  /** Behind `&&`: it runs only when all before it worked. */
  get isChained(): boolean {
    return this.#chain > 0;
  }

  move(cwd: string | undefined): void {
    this.#cwd = cwd;
  }

  /** `exec < x`: what follows reads from there. */
  feed(stream: Stream): void {
    this.#stream = stream;
  }

  /** Behind `&&`: in order, but perhaps not at all. */
  chained(read: () => void): void {
    this.#chain++;
    read();
    this.#chain--;
  }

  /** A branch or a loop: perhaps not at all, perhaps many times. */
  deeper(read: () => void): void {
    const before = this.#cwd;
    const stream = this.#stream;
    this.#depth++;
    read();
    this.#depth--;
    if (this.#cwd !== before) this.#cwd = UNRESOLVED;
    if (this.#stream !== stream) this.#stream = { stdin: 'pipe' };
  }

  /** A subshell: its directory ends with it. */
  apart(read: () => void, stream: Stream | undefined = this.#stream): void {
    const before = this.#cwd;
    this.#depth++;
    this.fed(stream, read);
    this.#depth--;
    this.#cwd = before;
  }

  /** With another stdin. */
  fed(stream: Stream | undefined, read: () => void): void {
    const before = this.#stream;
    this.#stream = stream;
    read();
    this.#stream = before;
  }
}

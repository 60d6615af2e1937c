/**
 * A list of names written as one text, searched without being taken apart: making a set of each table costs every start
 * more than the one or two lookups that a command needs.
 */
export class Names {
  readonly #written: string;
  #spaced: string | undefined;

  /** @param written names between white space */
  constructor(written: string) {
    this.#written = written;
  }

  /** One space or more on both sides of every name. */
  get #text(): string {
    this.#spaced ??= ` ${this.#written.replaceAll('\n', ' ')} `;
    return this.#spaced;
  }

  has(name: string): boolean {
    return name !== '' && !name.includes(' ') && this.#text.includes(` ${name} `);
  }

  /** What stands before the star of every name that ends in one. */
  starting(): readonly string[] {
    const found: string[] = [];
    for (let star = this.#text.indexOf('* '); star >= 0; star = this.#text.indexOf('* ', star + 1)) {
      found.push(this.#text.slice(this.#text.lastIndexOf(' ', star) + 1, star));
    }
    return found;
  }

  all(): readonly string[] {
    return this.#text.split(' ').filter((name) => name !== '');
  }
}

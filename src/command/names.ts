/**
 * A list of names written as one text, searched without being taken apart: making a set of each table costs every start
 * more than the one or two lookups that a command needs.
 */
export class Names {
  readonly #text: string;

  /** @param text names between white space */
  constructor(text: string) {
    this.#text = ` ${text.replaceAll('\n', ' ')} `;
  }

  has(name: string): boolean {
    return name !== '' && !name.includes(' ') && this.#text.includes(` ${name} `);
  }

  all(): readonly string[] {
    return this.#text.split(' ').filter((name) => name !== '');
  }
}

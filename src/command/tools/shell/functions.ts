import { type Function as FunctionNode, forEachChild, type SyntaxNode } from 'unbash';

type Body = FunctionNode['body'];

/** The functions of one script: what a name may mean, and whether it certainly does. */
export class Functions {
  readonly #bodies = new Map<string, Body[]>();
  /** Names that may also be the program, or an older function. */
  readonly #perhaps = new Set<string>();
  readonly #called = new Set<Body>();
  readonly #active = new Set<Body>();
  readonly #sources = new Map<Body, string>();

  /** @param certain the definition certainly runs, here and now */
  define(name: string, body: Body, certain: boolean, source: string): void {
    this.#sources.set(body, source);
    const before = this.#bodies.get(name);
    if (certain) {
      this.#perhaps.delete(name);
      this.#bodies.set(name, [body]);
      return;
    }
    if (before === undefined || this.#perhaps.has(name)) this.#perhaps.add(name);
    if (!before?.includes(body)) this.#bodies.set(name, [...(before ?? []), body]);
  }

  /** A function may be gone from here on. */
  doubt(): void {
    for (const name of this.#bodies.keys()) this.#perhaps.add(name);
  }

  bodiesOf(name: string): readonly Body[] {
    return this.#bodies.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#bodies.has(name);
  }

  get isEmpty(): boolean {
    return this.#bodies.size === 0;
  }

  /** The name may mean the program as well. */
  isPerhaps(name: string): boolean {
    return this.#perhaps.has(name);
  }

  /** The text that the body's places count in. */
  sourceOf(body: SyntaxNode): string | undefined {
    return this.#sources.get(body as Body);
  }

  isActive(body: SyntaxNode): boolean {
    return this.#active.has(body as Body);
  }

  get depth(): number {
    return this.#active.size;
  }

  inside(body: SyntaxNode, read: () => void): void {
    this.#called.add(body as Body);
    this.#active.add(body as Body);
    read();
    this.#active.delete(body as Body);
  }

  /** Bodies that nothing in the text calls. */
  uncalled(): readonly Body[] {
    return [...this.#bodies.values()].flat().filter((body) => !this.#called.has(body));
  }
}

/** A command of this name stands anywhere in it. */
export function holdsCommand(node: SyntaxNode, name: string): boolean {
  let found = false;
  const visit = (part: SyntaxNode): void => {
    if (found) return;
    found = part.type === 'Command' && part.name?.value === name;
    if (!found) forEachChild(part, visit);
  };
  visit(node);
  return found;
}

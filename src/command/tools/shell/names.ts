import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Run } from '../../reader.ts';
import type { Survey } from './survey.ts';
import type { Names } from './words.ts';

/** The names of one script: its variables, arguments and functions, as far as its text makes them certain. */
export class ScriptNames implements Names {
  readonly home: string | undefined;
  readonly bash: boolean;
  readonly #environment: ReadContext['environment'];
  readonly #survey: Survey;
  readonly #args: readonly string[] | undefined;
  readonly #known = new Map<string, string>();
  readonly #assigned = new Map<string, string>();
  readonly #functions = new Set<string>();
  /** The functions whose bodies are being read. */
  readonly #bodies = new Set<string>();

  constructor(bash: boolean, args: readonly string[] | undefined, context: ReadContext, survey: Survey) {
    this.bash = bash;
    this.home = survey.assigned.has('HOME') || context.home === '' ? undefined : context.home;
    this.#environment = context.environment;
    this.#survey = survey;
    this.#args = survey.movesArguments || survey.unbounded ? undefined : args;
  }

  get arguments(): readonly string[] | undefined {
    return this.#bodies.size > 0 ? undefined : this.#args;
  }

  lookup(name: string): string | undefined {
    if (/^[1-9]\d*$/.test(name)) return this.arguments && (this.arguments[Number(name) - 1] ?? '');
    if (this.#survey.unbounded || this.#survey.assigned.has('IFS')) return undefined;
    if (this.#survey.assigned.has(name)) return this.#known.get(name);
    if (name === 'HOME') return this.home;
    return Object.hasOwn(this.#environment, name) ? this.#environment[name] : undefined;
  }

  /**
   * Only a name with one assignment in the whole text, in a place that certainly runs, keeps its value.
   * @param certain the assignment certainly runs
   */
  assign(name: string, value: string, certain: boolean): void {
    const kept = certain && this.#survey.assigned.get(name) === 1 && !value.includes(UNRESOLVED);
    if (kept) this.#known.set(name, value);
    this.#assigned.set(name, kept ? value : UNRESOLVED);
  }

  /** An assignment in front of a builtin: it may stay behind. */
  leave(name: string, value: string): void {
    this.#assigned.set(name, value);
  }

  /** What a command may see of the assignments so far, and of its own. */
  environment(own: Readonly<Record<string, string>> = {}): Pick<Run, 'environment'> {
    const environment = { ...Object.fromEntries(this.#assigned), ...own };
    return Object.keys(environment).length > 0 ? { environment } : {};
  }

  /** The name is the function's from here on, unless the text may take it away again. */
  define(name: string): void {
    if (!this.#survey.unsets && !this.#survey.unbounded) this.#functions.add(name);
  }

  isDefined(name: string): boolean {
    return this.#functions.has(name);
  }

  /** Inside a function the arguments are those of a call nobody has seen. */
  inBody(name: string, read: () => void): void {
    const isOuter = !this.#bodies.has(name);
    this.#bodies.add(name);
    read();
    if (isOuter) this.#bodies.delete(name);
  }

  isInBody(name: string): boolean {
    return this.#bodies.has(name);
  }
}

import { UNRESOLVED } from '../../options.ts';
import type { ReadContext, Run } from '../../reader.ts';

/** One text, or the elements of an array; `UNRESOLVED` inside stands for what only the shell will know. */
export type Value = string | readonly string[];

/** What is known about the variables at one point of a script. */
export interface State {
  readonly values: ReadonlyMap<string, Value>;
  /** Anything may have been assigned: `eval`, `source`, a computed name. */
  readonly unbounded: boolean;
  readonly args: readonly string[] | undefined;
}

/** A script with more names than this is not one a person can follow; gate does not either. */
const MOST_NAMES = 100;
const LONGEST = 4096;

/** Always a number, or nothing. */
const NUMBERS: ReadonlySet<string> = new Set(
  'RANDOM SRANDOM SECONDS LINENO UID EUID PPID BASHPID EPOCHSECONDS OPTIND SHLVL COLUMNS LINES ? # $ !'.split(' '),
);

/** The shell sets these by itself, to something that is not in the text. */
const OWN: ReadonlySet<string> = new Set(
  '_ - 0 REPLY OPTARG OLDPWD DIRSTACK PIPESTATUS FUNCNAME GROUPS HOSTNAME MAPFILE COPROC EPOCHREALTIME'.split(' '),
);

/** A text without arguments of its own: `$@` is nothing, and what `$1` would be somewhere else is not known. */
export const NONE_GIVEN: readonly string[] = [];

/** The variables and arguments of one script, followed in the order in which its statements run. */
export class Variables {
  readonly home: string | undefined;
  readonly #environment: ReadContext['environment'];
  #values = new Map<string, Value>();
  /** The map is also held by a state somebody saved. */
  #shared = false;
  #unbounded = false;
  #args: readonly string[] | undefined;
  readonly #exported = new Set<string>();
  /** Assignments to these do not do what they say: read-only, changed on assignment, or another name's alias. */
  readonly #odd = new Set<string>();
  #exportsAll = false;
  #lost = false;
  readonly #scopes: Map<string, Value | undefined>[] = [];

  readonly #directory: () => string | undefined;

  /** @param directory where the script stands, when that is known */
  constructor(args: readonly string[] | undefined, context: ReadContext, directory: () => string | undefined) {
    this.#directory = directory;
    this.home = context.home === '' ? undefined : context.home;
    this.#environment = context.environment;
    this.#args = args;
  }

  /** `$1`, `$2`, ... when they are known; the last may be `UNRESOLVED` for any number. */
  get args(): readonly string[] | undefined {
    return this.#args;
  }

  get isUnbounded(): boolean {
    return this.#unbounded;
  }

  setArgs(args: readonly string[] | undefined): void {
    this.#args = args;
  }

  save(): State {
    this.#shared = true;
    return { values: this.#values, unbounded: this.#unbounded, args: this.#args };
  }

  restore(state: State): void {
    this.#values = state.values as Map<string, Value>;
    this.#shared = true;
    this.#unbounded = state.unbounded;
    this.#args = state.args;
  }

  /** What holds when either this or the other state does. */
  merge(other: State): void {
    if (other.unbounded) this.#unbounded = true;
    if (other.args !== this.#args) this.#args = undefined;
    if (other.values === this.#values) return;
    for (const [name, value] of other.values) if (!isSame(this.#values.get(name), value)) this.#put(name, UNRESOLVED);
    for (const name of [...this.#values.keys()]) if (!other.values.has(name)) this.#put(name, UNRESOLVED);
  }

  /** These may have been assigned anything. */
  forget(names: Iterable<string>, everything: boolean): void {
    for (const name of names) this.#put(name, UNRESOLVED);
    if (everything) this.forgetAll();
  }

  forgetAll(): void {
    this.#values = new Map();
    this.#shared = false;
    this.#unbounded = true;
  }

  assign(name: string, value: Value): void {
    this.#put(name, this.#odd.has(name) ? UNRESOLVED : value);
  }

  /** A function is entered: names it declares as its own are given back at its end. */
  enter(): void {
    this.#scopes.push(new Map());
  }

  declareLocal(name: string): void {
    const scope = this.#scopes.at(-1);
    if (scope && !scope.has(name)) scope.set(name, this.#values.get(name));
  }

  leave(): void {
    for (const [name, value] of this.#scopes.pop() ?? []) {
      if (value === undefined && this.#odd.has(name)) continue;
      if (value === undefined) this.#remove(name);
      else this.#put(name, value);
    }
  }

  /** Nothing is known about any name any more, whatever comes. */
  giveUp(): void {
    this.#lost = true;
    this.forgetAll();
  }

  /** From here on an assignment to this name has another effect than it says. */
  markOdd(name: string): void {
    this.#odd.add(name);
  }

  export(name: string): void {
    this.#exported.add(name);
  }

  exportAll(): void {
    this.#exportsAll = true;
  }

  /** Undefined when only the shell will know. */
  lookup(name: string): Value | undefined {
    if (/^[1-9]\d*$/.test(name)) return this.#argument(Number(name) - 1);
    if (NUMBERS.has(name)) return `0${UNRESOLVED}`;
    if (this.#lost) return undefined;
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    if (this.#unbounded || OWN.has(name)) return undefined;
    if (name === 'IFS') return ' \t\n';
    if (name === 'HOME') return this.home;
    if (name === 'PWD') return this.#directory();
    return Object.hasOwn(this.#environment, name) ? this.#environment[name] : undefined;
  }

  /** Certainly without a value. */
  isUnset(name: string): boolean {
    if (/^[1-9]\d*$/.test(name)) return this.#argument(Number(name) - 1) === '';
    if (NUMBERS.has(name) || OWN.has(name) || this.#unbounded || name.startsWith('BASH') || this.#values.has(name))
      return false;
    return /^[A-Za-z_]\w*$/.test(name) && !Object.hasOwn(this.#environment, name);
  }

  /** At what unquoted values are split; undefined when that is not known. */
  get separators(): string | undefined {
    const value = this.lookup('IFS');
    return typeof value === 'string' && !value.includes(UNRESOLVED) ? value : undefined;
  }

  /** What a command sees of the assignments so far, and of its own. */
  environment(own: Readonly<Record<string, string>>): Pick<Run, 'environment'> {
    const environment: Record<string, string> = {};
    let any = false;
    if (this.#values.size > 0) {
      for (const [name, value] of this.#values) {
        if (!this.#isExported(name)) continue;
        environment[name] = typeof value === 'string' ? value : UNRESOLVED;
        any = true;
      }
    }
    for (const name in own) {
      environment[name] = own[name] as string;
      any = true;
    }
    return any ? { environment } : {};
  }

  /** A plain assignment stays with the shell, unless the name came from the environment. `PATH` counts in any case. */
  #isExported(name: string): boolean {
    return this.#exportsAll || this.#exported.has(name) || name === 'PATH' || Object.hasOwn(this.#environment, name);
  }

  #argument(index: number): string | undefined {
    const args = this.#args;
    if (args === undefined || args === NONE_GIVEN) return undefined;
    const rest = args.indexOf(UNRESOLVED);
    return rest >= 0 && index >= rest ? undefined : (args[index] ?? '');
  }

  #remove(name: string): void {
    this.#own();
    this.#values.delete(name);
  }

  /** A map that nobody else holds. */
  #own(): void {
    if (!this.#shared) return;
    this.#values = new Map(this.#values);
    this.#shared = false;
  }

  #put(name: string, value: Value): void {
    this.#own();
    if (this.#values.size >= MOST_NAMES && !this.#values.has(name)) this.forgetAll();
    else this.#values.set(name, isShort(value) ? value : UNRESOLVED);
  }
}

/** Values that double with each assignment must not fill the memory. */
function isShort(value: Value): boolean {
  if (typeof value === 'string') return value.length <= LONGEST;
  let length = 0;
  for (const element of value) length += element.length + 1;
  return length <= LONGEST;
}

function isSame(one: Value | undefined, other: Value): boolean {
  if (typeof one === 'string' || typeof other === 'string' || one === undefined) return one === other;
  return one.length === other.length && one.every((element, index) => element === other[index]);
}

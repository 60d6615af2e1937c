import {
  ALWAYS_PINNED,
  CODE,
  HARMLESS,
  PAGERS_AND_EDITORS,
  PLAIN_FLAG,
  PROGRAM,
  REPOINT,
} from './environment-table.ts';
import { Names } from './names.ts';

/** What the child gets, and what of it matters. */
export interface ChildEnvironment {
  readonly level: 'checked' | 'sealed';
  /** Null prototype: nothing inherited can leak into the child. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names the manifest pins with their values. */
  readonly pinned: readonly string[];
  /** Names the caller had and the child does not get, because they would run code or re-point it unseen. */
  readonly removed: readonly string[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** True when setting this variable for a command can change what code runs, so no reading of its argv holds. */
export function runsCode(name: string): boolean {
  if (HARMLESS.has(name)) return false;
  return CODE_NAMES.has(name) || PROGRAM_NAMES.has(name) || !NAME.test(name);
}

/**
 * True when a command that sets this variable for itself may do something else than its words say: other code, another
 * place, a pager that is a program of somebody's choice. The same table that cleans the environment of a run.
 */
export function changesMeaning(name: string, value: string): boolean {
  // Shells do not take IFS from their environment.
  if (name === 'IFS') return false;
  if (name === 'PATH') return true;
  // To libpq an empty variable is none: `PGOPTIONS= psql` makes sure of that.
  if (value === '' && name.startsWith('PG')) return false;
  const isKnown = NAME.test(name) && !(CODE_NAMES.has(name) || PROGRAM_NAMES.has(name) || REPOINT_NAMES.has(name));
  return !isKnown && kept(name, value) === undefined;
}

/**
 * Level `checked`: the caller's own configuration keeps working, and everything that would run code in the child or
 * re-point it unseen is taken out.
 * @param pins what the tool heeds, by its reader: these values enter the manifest
 */
export function checkedEnvironment(raw: Readonly<Record<string, string>>, pins: readonly string[]): ChildEnvironment {
  const variables: Record<string, string> = Object.create(null);
  const removed: string[] = [];
  for (const name of Object.keys(raw)) {
    const value = kept(name, raw[name] as string);
    if (value === undefined) removed.push(name);
    else variables[name] = value;
  }
  return withPins({ level: 'checked', variables, pinned: [], removed: removed.sort() }, pins);
}

/** The same environment with what a tool heeds pinned: known only once the command is understood. */
export function withPins(environment: ChildEnvironment, pins: readonly string[]): ChildEnvironment {
  const { variables } = environment;
  const pinned = [...new Set([...ALWAYS_PINNED, ...pins])].filter((name) => variables[name] !== undefined).sort();
  return { ...environment, pinned };
}

/** The value the child gets, or undefined when it must not have the variable. */
function kept(name: string, value: string): string | undefined {
  if (!NAME.test(name) || value.includes('\0')) return undefined;
  // Where gate keeps its things is no authority, and a gate inside must find the same policies.
  if (name.startsWith('GATE_') && name !== 'GATE_HOME') return undefined;
  if (name === 'PATH') return absoluteOnly(value);
  if (PROGRAM_NAMES.has(name)) return isPlainProgram(value) ? value : undefined;
  if (!HARMLESS.has(name) && (CODE_NAMES.has(name) || REPOINT_NAMES.has(name))) return undefined;
  return value;
}

/** An empty or relative entry means the current directory, where anybody may have put a program. */
function absoluteOnly(path: string): string | undefined {
  const entries = path.split(':').filter((entry) => entry.startsWith('/'));
  return entries.length === 0 ? undefined : entries.join(':');
}

function isPlainProgram(value: string): boolean {
  if (value === '') return true;
  const [program = '', ...flags] = value.split(' ');
  const name = program.replace(/^\/(usr\/)?bin\//, '');
  return PAGERS_AND_EDITORS.has(name) && flags.every((flag) => PLAIN_FLAG.test(flag));
}

/** Names and families: `LD_*` stands for every name that starts with `LD_`. */
class Families {
  readonly #exact: Names;
  #prefixes: readonly string[] | undefined;

  constructor(list: string) {
    this.#exact = new Names(list);
  }

  has(name: string): boolean {
    if (this.#exact.has(name)) return true;
    this.#prefixes ??= this.#exact.starting();
    for (const prefix of this.#prefixes) if (name.startsWith(prefix)) return true;
    return false;
  }
}

const CODE_NAMES = new Families(CODE);
const REPOINT_NAMES = new Families(REPOINT);
const PROGRAM_NAMES = new Names(PROGRAM);

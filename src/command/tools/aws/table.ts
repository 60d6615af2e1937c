import type { Effect } from '../../action.ts';
import { OPERATIONS } from './operations-table.ts';
import { OPTIONS } from './options-table.ts';

/**
 * Looks things up in the generated tables. A service's part is one text that is searched, not taken apart: a command
 * needs one operation and a few options of tens of thousands. What was found is kept.
 */

export interface Operation {
  readonly effects: readonly Effect[];
  /** The name of the API, where it is not the command's own in capitals; empty where it is no call of one API. */
  readonly api: string | undefined;
}

/** How many words an option takes: `0`, `1`, `2`, `?` or `*`, as in argparse. */
export type Arity = '0' | '1' | '2' | '?' | '*';

export interface Operands {
  readonly most: number;
  /** The first is a file that the answer is written to. */
  readonly outfile: boolean;
}

const LETTERS: Readonly<Record<string, Effect>> = {
  r: 'read',
  w: 'write',
  x: 'execute',
  e: 'export',
  s: 'secret',
  p: 'privilege',
  d: 'destroy',
  u: 'unknown',
};

const operations = new Map<string, Operation>();
const services = new Map<string, ServiceOptions>();

/** An operation of a service; undefined when the AWS command line has none of that name. */
export function operationOf(service: string, name: string): Operation | undefined {
  const both = `${service} ${name}`;
  const ready = operations.get(both);
  if (ready !== undefined) return ready;
  if (!Object.hasOwn(OPERATIONS, service)) return undefined;
  for (const { key, more } of entries(OPERATIONS[service] as string, name)) {
    const made = { effects: [...key].map((letter) => LETTERS[letter] ?? 'unknown'), api: more };
    operations.set(both, made);
    return made;
  }
  return undefined;
}

/** The options that any operation of a service has. */
export function optionsOf(service: string): ServiceOptions | undefined {
  const ready = services.get(service);
  if (ready !== undefined) return ready;
  if (!Object.hasOwn(OPTIONS, service)) return undefined;
  const made = new ServiceOptions(OPTIONS[service] as string);
  services.set(service, made);
  return made;
}

export class ServiceOptions {
  readonly #text: string;
  readonly #known = new Map<string, Arity>();
  readonly #operands = new Map<string, Operands>();

  constructor(text: string) {
    this.#text = text;
  }

  /** How much an option takes; undefined when no operation has it. */
  arity(option: string): Arity | undefined {
    const ready = this.#known.get(option);
    if (ready !== undefined) return ready;
    const found = this.#find(option.slice(2));
    if (found !== undefined) this.#known.set(option, found);
    return found;
  }

  #find(name: string): Arity | undefined {
    for (const { key } of entries(this.#text, name)) {
      if (key === 'b') return '0';
      if (key.length === 1) return key as Arity;
    }
    // `b`: a flag that has an opposite.
    if (!name.startsWith('no-')) return undefined;
    for (const { key } of entries(this.#text, name.slice(3))) if (key === 'b') return '0';
    return undefined;
  }

  /** What an operation takes besides options. */
  operandsOf(operation: string): Operands {
    const ready = this.#operands.get(operation);
    if (ready !== undefined) return ready;
    let most = 0;
    let outfile = false;
    for (const { key } of entries(this.#text, operation)) {
      if (key === 'outfile') outfile = true;
      else if (key.startsWith('operands')) most = Number(key.slice('operands'.length));
    }
    const made = { most, outfile };
    this.#operands.set(operation, made);
    return made;
  }

  /** Every option that begins so. */
  *beginning(option: string): Iterable<readonly [option: string, arity: Arity]> {
    for (const line of this.#text.split('\n')) {
      const [key = '', ...names] = line.split(/:? /);
      if (key.length !== 1) continue;
      for (const name of names) {
        const arity = key === 'b' ? '0' : (key as Arity);
        if (`--${name}`.startsWith(option)) yield [`--${name}`, arity];
        if (key === 'b' && `--no-${name}`.startsWith(option)) yield [`--no-${name}`, arity];
      }
    }
  }
}

interface Entry {
  /** What stands in front of the line. */
  readonly key: string;
  /** What stands after `=`. */
  readonly more: string | undefined;
}

/** Where a name stands in the text of a table: between a space, and a space, an end of line or `=`. */
function* entries(text: string, name: string): Iterable<Entry> {
  if (name === '' || !PLAIN.test(name)) return;
  for (let at = text.indexOf(` ${name}`); at >= 0; at = text.indexOf(` ${name}`, at + 1)) {
    const end = at + 1 + name.length;
    const next = text[end];
    if (next !== ' ' && next !== '\n' && next !== '=') continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const key = text.slice(start, text.indexOf(':', start));
    yield { key, more: next === '=' ? /^[^ \n]*/.exec(text.slice(end + 1, end + 200))?.[0] : undefined };
  }
}

/** Nothing that could reach over the edges of a name in the text. */
const PLAIN = /^[\w.-]+$/;

/** Every service and its operations, for tests that look at all of them. */
export function* allOperations(): Iterable<readonly [service: string, operation: string, Operation]> {
  for (const [service, text] of Object.entries(OPERATIONS)) {
    for (const line of text.split('\n')) {
      for (const written of line.split(' ').slice(1)) {
        const [name = ''] = written.split('=');
        const found = operationOf(service, name);
        if (found !== undefined) yield [service, name, found];
      }
    }
  }
}

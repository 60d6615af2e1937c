import type { Action } from './action.ts';
import type { Understanding } from './command.ts';
import { runsCode } from './environment.ts';
import { UNRESOLVED } from './options.ts';
import { programOf } from './paths.ts';
import type { Files, Input, ReadContext, Reading, Run } from './reader.ts';
import { readerFor, whyNotKnown } from './readers.ts';
import { unknownAction, withDoubt } from './reading.ts';
import { overStdin } from './stdin.ts';

/** A line that needs more than this is not one a person can judge; whatever lies beyond counts as unknown. */
const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 16;
const MAX_COMMANDS = 512;

/**
 * What a command means: itself and every command it starts. Total: any argv gets an answer, and every doubt, limit or
 * fault in a reader becomes `unknown` and `opaque`.
 */
export async function understand(argv: readonly string[], context: ReadContext): Promise<Understanding> {
  const found = new Findings();
  if (tooLong(argv)) found.cannot(argv, `the command line is longer than ${MAX_BYTES} bytes`);
  else await follow({ argv, via: '' }, context, 0, found);
  return found.merged();
}

async function follow(run: Run, context: ReadContext, depth: number, found: Findings): Promise<void> {
  const { argv } = run;
  if (depth > MAX_DEPTH) return found.cannot(argv, `commands are nested more than ${MAX_DEPTH} deep`);
  if (++found.count > MAX_COMMANDS) return found.cannot(argv, `more than ${MAX_COMMANDS} commands in one`);
  if (tooLong(argv)) return found.cannot(argv, `a command inside is longer than ${MAX_BYTES} bytes`);

  const inside = contextOf(run, context);
  let reading = await read(argv, inside);
  const doubts = [];
  if (run.open === true && reading.settled !== true)
    doubts.push(`more arguments come from where gate cannot see (${run.via})`);
  for (const name of Object.keys(run.environment ?? {})) {
    if (name === 'PATH' || runsCode(name)) doubts.push(`${name} is set for ${argv[0] ?? ''} and can change what runs`);
  }
  if (doubts.length > 0 && reading.actions.length === 0) {
    reading = { ...reading, actions: [unknownAction(programOf(argv[0] ?? '?').base)] };
  }
  reading = withDoubt(reading, doubts);
  found.add(reading);
  // What a wrapper does not know at its end, the command behind it does not know either.
  const open = run.open === true;
  for (const next of reading.runs ?? []) await follow(open ? { ...next, open } : next, inside, depth + 1, found);
}

async function read(argv: readonly string[], context: ReadContext): Promise<Reading> {
  const program = argv[0] ?? '';
  try {
    const loaded = readerFor(program);
    const reader = loaded instanceof Promise ? await loaded : loaded;
    if (reader === undefined) return dark(argv, whyNotKnown(program) ?? 'the program is not known');
    const reading = reader.read(argv, context);
    if (reading.actions.length > 0 || (reading.runs?.length ?? 0) > 0) return reading;
    return dark(argv, `nothing could be made of ${program}`);
  } catch (error) {
    // A fault in a reader must neither crash gate nor let the command look harmless.
    const reason = error instanceof Error ? error.message : String(error);
    return dark(argv, `the reader for ${program} failed: ${reason.slice(0, 200)}`);
  }
}

function dark(argv: readonly string[], note: string): Reading {
  const { base } = programOf(argv[0] ?? '');
  return { actions: [unknownAction(base === '' ? '?' : base)], notes: [note] };
}

function contextOf(run: Run, context: ReadContext): ReadContext {
  if (!run.environment && run.cwd === undefined && run.stdin === undefined && !run.stdinBytes) return context;
  const environment: Record<string, string> = { ...context.environment };
  for (const [name, value] of Object.entries(run.environment ?? {})) {
    if (value === undefined) delete environment[name];
    else environment[name] = value;
  }
  const redirected = run.stdin !== undefined || run.stdinBytes !== undefined;
  return {
    ...context,
    environment,
    cwd: run.cwd ?? context.cwd,
    stdin: run.stdin ?? (run.stdinBytes ? 'pipe' : context.stdin),
    files: within(redirected ? overStdin(context.files, run.stdinBytes) : context.files, run.cwd, context.cwd),
  };
}

/** The same files as seen from another directory; from one that is not known, only absolute paths are. */
function within(files: Files, cwd: string | undefined, from: string): Files {
  if (cwd === undefined || cwd === from) return files;
  const full = (path: string): string | undefined =>
    path.startsWith('/') ? path : cwd.startsWith('/') ? `${cwd}/${path}` : undefined;
  const look = <T>(path: string, by: (path: string) => T): T | undefined => {
    const known = full(path);
    return known === undefined ? undefined : by(known);
  };
  return {
    read: (path) => look(path, (known) => files.read(known)),
    realpath: (path) => look(path, (known) => files.realpath(known)),
    stdin: () => files.stdin(),
  };
}

function tooLong(argv: readonly string[]): boolean {
  let bytes = 0;
  for (const arg of argv) {
    bytes += arg.length + 1;
    if (bytes > MAX_BYTES) return true;
  }
  // UTF-16 units never outnumber UTF-8 bytes, so only a line near the limit needs the exact count.
  return bytes > MAX_BYTES / 3 && argv.reduce((sum, arg) => sum + Buffer.byteLength(arg) + 1, 0) > MAX_BYTES;
}

class Findings {
  count = 0;
  readonly #actions: Action[] = [];
  readonly #inputs: Input[] = [];
  readonly #secrets = new Set<string>();
  readonly #pins = new Set<string>();
  readonly #notes = new Set<string>();

  add(reading: Reading): void {
    for (const action of reading.actions) this.#actions.push(resolved(action));
    for (const input of reading.inputs ?? []) this.#inputs.push(input);
    for (const secret of reading.secrets ?? []) if (!secret.includes(UNRESOLVED)) this.#secrets.add(secret);
    for (const pin of reading.pins ?? []) this.#pins.add(pin);
    for (const note of reading.notes ?? []) this.#notes.add(note.replaceAll(UNRESOLVED, '?'));
  }

  cannot(argv: readonly string[], note: string): void {
    this.add(dark(argv, note));
  }

  merged(): Understanding {
    return {
      actions: this.#actions,
      inputs: distinct(this.#inputs),
      secrets: [...this.#secrets],
      pins: [...this.#pins],
      notes: [...this.#notes],
      opaque: this.#actions.some((action) => action.opaque),
    };
  }
}

/** Fields that hold text only the shell will know are absent: policy then treats them as "could be anything". */
function resolved(action: Action): Action {
  const resource = without(action.resource);
  const scope = without(action.scope);
  const operation = action.operation.replaceAll(UNRESOLVED, '?');
  const tool = action.tool.replaceAll(UNRESOLVED, '?');
  if (
    resource === action.resource &&
    scope === action.scope &&
    operation === action.operation &&
    tool === action.tool
  ) {
    return action;
  }
  return { ...action, tool, operation, resource, scope };
}

function without(values: Action['scope']): Action['scope'] {
  for (const key in values) {
    if (values[key]?.includes(UNRESOLVED)) {
      return Object.fromEntries(Object.entries(values).filter(([, value]) => !value?.includes(UNRESOLVED)));
    }
  }
  return values;
}

function distinct(inputs: readonly Input[]): readonly Input[] {
  if (inputs.length < 2) return inputs;
  return [...new Map(inputs.map((input) => [`${input.role}\0${input.path}`, input])).values()];
}

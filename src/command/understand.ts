import type { Action } from './action.ts';
import type { Understanding } from './command.ts';
import { changesMeaning } from './environment.ts';
import { noFiles } from './files.ts';
import { Names } from './names.ts';
import { GLOB, UNRESOLVED } from './options.ts';
import { programOf } from './paths.ts';
import { withGit, withoutFresh, withReach } from './reach.ts';
import type { Files, Input, ReadContext, Reading, Run, Self } from './reader.ts';
import { readerFor, whyNotKnown } from './readers.ts';
import { act, unknownAction, withDoubt } from './reading.ts';
import { overStdin } from './stdin.ts';
import { changedEnvironment } from './watched.ts';
import { NOWHERE, type Surroundings } from './worktree/surroundings.ts';

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
  const surroundings = context.surroundings ?? NOWHERE;
  if (tooLong(argv)) found.cannot(argv, `the command line is longer than ${MAX_BYTES} bytes`);
  else await follow({ argv, via: '' }, context, 0, found);
  return found.merged(surroundings);
}

async function follow(run: Run, context: ReadContext, depth: number, found: Findings): Promise<void> {
  const { argv } = run;
  if (depth > MAX_DEPTH) return found.cannot(argv, `commands are nested more than ${MAX_DEPTH} deep`);
  if (++found.count > MAX_COMMANDS) return found.cannot(argv, `more than ${MAX_COMMANDS} commands in one`);
  if (tooLong(argv)) return found.cannot(argv, `a command inside is longer than ${MAX_BYTES} bytes`);

  const around = contextOf(run, context);
  const inside = found.changed ? { ...around, changed: true } : around;
  const known = remembered(argv, inside);
  let reading = known?.reading ?? (await read(argv, inside));
  known?.keep(reading);
  const doubts = [];
  if (run.open === true && reading.settled !== true)
    doubts.push(`more arguments come from where gate cannot see (${run.via})`);
  if (run.loose === true && reading.settled !== true && !OPTIONS_DO_NO_HARM.has(programOf(argv[0] ?? '').base)) {
    if (reading.actions.some(({ effects }) => effects.some((effect) => effect !== 'read')))
      doubts.push('a file named like an option may change what it does');
  }
  for (const [name, value] of Object.entries(run.environment ?? {})) {
    if (value !== undefined && changesMeaning(name, value))
      doubts.push(`${name} is set for ${argv[0] ?? ''} and can change what runs`);
  }
  if (doubts.length > 0 && reading.actions.length === 0) {
    reading = { ...reading, actions: [unknownAction(programOf(argv[0] ?? '?').base)] };
  }
  reading = withDoubt(reading, doubts);
  found.add(reading, inside);
  // What a wrapper does not know at its end, the command behind it does not know either.
  const { open = false, loose = false } = run;
  for (const next of reading.runs ?? []) {
    await follow(open || loose ? { ...next, open: open || next.open === true, loose } : next, inside, depth + 1, found);
  }
}

/** They change files by their names and nothing else: no option of theirs, with any value, runs anything. */
const OPTIONS_DO_NO_HARM = new Names('rm rmdir unlink mv cp touch mkdir ln chmod');

const MOST_REMEMBERED = 4096;

/** The reading of the same words in the same place, when nothing but these decides it. */
function remembered(argv: readonly string[], context: ReadContext) {
  const { memory, environment, files, stdin, cwd, changed = false, elsewhere = false } = context;
  if (memory === undefined || files !== noFiles || environment !== memory.environment) return undefined;
  const key = `${stdin}\0${cwd}\0${changed}\0${elsewhere}\0${argv.length}\0${argv.join('\0')}`;
  return {
    reading: memory.readings.get(key),
    keep(reading: Reading): void {
      if (memory.readings.size >= MOST_REMEMBERED) memory.readings.clear();
      memory.readings.set(key, reading);
    },
  };
}

async function read(argv: readonly string[], context: ReadContext): Promise<Reading> {
  const program = argv[0] ?? '';
  if (context.self?.is(program)) return asksGate(argv, context.self, context);
  try {
    const loaded = readerFor(program);
    const reader = loaded instanceof Promise ? await loaded : loaded;
    if (reader === undefined) return dark(argv, whyNotKnown(program) ?? 'the program is not known');
    const loading = reader.prepare?.(argv, context);
    if (loading !== undefined) await loading;
    const reading = reader.read(argv, context);
    if (reading.actions.length > 0 || (reading.runs?.length ?? 0) > 0) return reading;
    return dark(argv, `nothing could be made of ${program}`);
  } catch (error) {
    // A fault in a reader must neither crash gate nor let the command look harmless.
    const reason = error instanceof Error ? error.message : String(error);
    return dark(argv, `the reader for ${program} failed: ${reason.slice(0, 200)}`);
  }
}

/** What leads a gate to its policies, its people and its record. */
const LEADS = ['GATE_HOME', 'HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'PATH'];

/** Whatever it is given, that gate understands and decides, and refuses to let an agent answer. */
function asksGate(argv: readonly string[], self: Self, { environment, elsewhere }: ReadContext): Reading {
  const led = LEADS.find((name) => environment[name] !== self.environment[name]);
  if (elsewhere) return dark(argv, 'another gate than this one');
  if (led !== undefined) return dark(argv, `a gate that ${led} leads to other policies`);
  return { actions: [act('gate', argv.includes('--') ? 'run' : (argv[1] ?? 'gate'), ['read'])], settled: true };
}

function dark(argv: readonly string[], note: string): Reading {
  const { base } = programOf(argv[0] ?? '');
  return { actions: [unknownAction(base === '' ? '?' : base)], notes: [note] };
}

/** None of this machine's files are there. What it is fed may still come from here. */
const ELSEWHERE = { elsewhere: true, cwd: '', files: noFiles } as const;

function contextOf(run: Run, context: ReadContext): ReadContext {
  if (run.elsewhere === true && context.elsewhere !== true) return contextOf(run, { ...context, ...ELSEWHERE });
  if (!run.environment && run.cwd === undefined && run.stdin === undefined && !run.stdinBytes) return context;
  const environment = changedEnvironment(context.environment, run.environment ?? {});
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

const CHANGES: readonly string[] = ['write', 'execute', 'export', 'destroy', 'unknown'];

/** What is understood and acts on other machines leaves the files of this one alone. */
function mayChangeFiles({ effects, scope }: Action): boolean {
  if (scope['reach'] === 'remote' && !effects.includes('unknown')) return false;
  return effects.some((effect) => CHANGES.includes(effect));
}

class Findings {
  count = 0;
  /** Some command so far does more than look, here. */
  changed = false;
  readonly #actions: Action[] = [];
  readonly #inputs: Input[] = [];
  readonly #secrets = new Set<string>();
  readonly #pins = new Set<string>();
  readonly #notes = new Set<string>();

  add(reading: Reading, context?: ReadContext): void {
    const { surroundings = NOWHERE, elsewhere = false } = context ?? {};
    for (const action of reading.actions) {
      const judged = resolved(withReach(action, surroundings, elsewhere));
      this.#actions.push(judged);
      this.changed ||= mayChangeFiles(judged);
    }
    for (const input of reading.inputs ?? []) this.#inputs.push(input);
    for (const secret of reading.secrets ?? [])
      if (!secret.includes(UNRESOLVED) && !secret.includes(GLOB)) this.#secrets.add(secret);
    for (const pin of reading.pins ?? []) this.#pins.add(pin);
    for (const note of reading.notes ?? []) this.#notes.add(shown(note));
  }

  cannot(argv: readonly string[], note: string): void {
    this.add(dark(argv, note));
  }

  async merged(surroundings: Surroundings): Promise<Understanding> {
    return {
      actions: await withGit(withoutFresh(this.#actions), surroundings),
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
  const operation = shown(action.operation);
  const tool = shown(action.tool);
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
    if (values[key]?.includes(UNRESOLVED) || values[key]?.includes(GLOB)) {
      return Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => !value?.includes(UNRESOLVED))
          .map(([name, value]) => [name, value?.replaceAll(GLOB, '*')]),
      );
    }
  }
  return values;
}

/** As people read it: what only the shell will know is `?`, what a pattern will match `*`. */
function shown(text: string): string {
  return text.includes(UNRESOLVED) || text.includes(GLOB)
    ? text.replaceAll(UNRESOLVED, '?').replaceAll(GLOB, '*')
    : text;
}

function distinct(inputs: readonly Input[]): readonly Input[] {
  if (inputs.length < 2) return inputs;
  return [...new Map(inputs.map((input) => [`${input.role}\0${input.path}`, input])).values()];
}

import type { Effect, Resource, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { type Known, scanLine, spellingsOf } from './scan.ts';
import { VERBS, type Verbs } from './verbs-table.ts';

/** Programs whose first word says what they do: file systems, volumes, firewalls, settings of the machine. */
export const reader: Reader = { names: Object.keys(VERBS), read };

interface Prepared {
  readonly row: Verbs;
  readonly before: ReadonlyMap<string, Known>;
  readonly verbs: ReadonlyMap<string, Effect>;
  readonly sets: Names;
}

const prepared = new Map<string, Prepared>();

function prepare(tool: string): Prepared | undefined {
  const made = prepared.get(tool);
  if (made !== undefined) return made;
  if (!Object.hasOwn(VERBS, tool)) return undefined;
  const row = VERBS[tool] as Verbs;
  const verbs = new Map<string, Effect>();
  for (const [effect, list] of Object.entries(row.verbs)) {
    for (const verb of list.split(' ')) if (verb !== '') verbs.set(verb.replace(':', ' '), effect as Effect);
  }
  const result = { row, verbs, before: spellingsOf(row.before ?? '||'), sets: new Names(row.sets ?? '') };
  prepared.set(tool, result);
  return result;
}

function read(argv: readonly string[], _context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const found = prepare(tool);
  if (found === undefined) return { actions: [unknownAction(tool)] };
  const { row } = found;
  const scope: Scope = row.reach ? { reach: row.reach } : {};
  if (argv.slice(1).some((arg) => arg === '--help' || arg === '--version')) {
    return { actions: [act(tool, tool, ['read'])] };
  }
  if (row.dashed) return dashed(tool, argv, found, scope);
  const line = scanLine(argv, 1, found.before, { stops: true });
  const rest = line.operands;
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  if (row.bare !== undefined && Object.keys(row.verbs).length === 0) {
    // The name of the program is the verb; its options stand anywhere.
    return { actions: [act(tool, tool, [dryOr(row, argv, row.bare)], { scope, resource: named(row, argv.slice(1)) })] };
  }
  const [first, second] = rest;
  if (first === undefined) {
    return withDoubt({ actions: [act(tool, tool, [row.bare ?? 'read'], { scope })] }, doubts);
  }
  const pair = second === undefined ? undefined : found.verbs.get(`${first} ${second}`);
  const verb = pair === undefined ? first : `${first} ${second}`;
  let effect =
    pair ??
    (found.verbs.has(first) && !(second !== undefined && hasPairs(found, first)) ? found.verbs.get(first) : undefined);
  if (effect === undefined && found.sets.has(first)) effect = setsAnything(rest) ? 'write' : 'read';
  if (effect === undefined || first.includes(UNRESOLVED)) {
    return {
      actions: [unknownAction(tool, first.includes(UNRESOLVED) ? tool : first, { scope })],
      notes: [`gate does not know ${tool} ${first}`],
    };
  }
  if (row.runs && rest.some((arg) => row.runs?.split(' ').includes(arg))) doubts.push(`${tool} runs a program`);
  const words = rest.slice(pair === undefined ? 1 : 2);
  const resource = named(row, words);
  return withDoubt({ actions: [act(tool, verb, [dryOr(row, rest, effect)], { scope, resource })] }, doubts);
}

function hasPairs({ verbs }: Prepared, first: string): boolean {
  for (const verb of verbs.keys()) if (verb.startsWith(`${first} `)) return !verbs.has(first);
  return false;
}

function setsAnything(rest: readonly string[]): boolean {
  return rest.slice(1).some((word) => !word.startsWith('-'));
}

/** A dry run changes nothing; any other doubt stays. */
function dryOr(row: Verbs, args: readonly string[], effect: Effect): Effect {
  const dry = row.dry?.split(' ') ?? [];
  const isDry = (arg: string): boolean =>
    dry.includes(arg) || (dry.includes('-n') && /^-[a-zA-Z]*n[a-zA-Z]*$/.test(arg));
  return effect !== 'read' && args.some(isDry) ? 'read' : effect;
}

function named(row: Verbs, words: readonly string[]): Resource {
  const name = words.find((word) => !word.startsWith('-'));
  const kind = row.kind === undefined ? {} : { kind: row.kind };
  return name === undefined || row.kind === undefined ? kind : { ...kind, name };
}

/** The verb is one of the options: the strongest of those given counts. */
function dashed(tool: string, argv: readonly string[], { row, verbs }: Prepared, scope: Scope): Reading {
  const given: { verb: string; effect: Effect }[] = [];
  const words: string[] = [];
  for (const arg of argv.slice(1)) {
    if (!arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const spelling = equals < 0 ? arg : arg.slice(0, equals);
    const effect =
      verbs.get(spelling) ?? (/^-[A-Za-z]{2}/.test(spelling) ? verbs.get(spelling.slice(0, 2)) : undefined);
    if (effect !== undefined) given.push({ verb: spelling.replace(/^-+/, ''), effect });
  }
  const order: readonly Effect[] = ['destroy', 'privilege', 'write', 'read'];
  const strongest = order.map((effect) => given.find((one) => one.effect === effect)).find((one) => one !== undefined);
  if (strongest === undefined)
    return { actions: [unknownAction(tool, tool, { scope })], notes: [`gate does not know what ${tool} does here`] };
  return { actions: [act(tool, strongest.verb, [strongest.effect], { scope, resource: named(row, words) })] };
}

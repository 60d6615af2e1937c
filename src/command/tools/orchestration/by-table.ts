import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import type { EffectTable } from '../../effect-table.ts';
import { type Style, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';

/** Everything one tool made of subcommands needs: its tree, what each command does, and where it does it. */
export interface Table {
  readonly tree: CommandTree;
  readonly style: Style;
  readonly effects: EffectTable;
  /** Where it acts. */
  readonly scope: (line: CommandLine, context: ReadContext) => Scope;
  /** Names of options whose values are credentials. */
  readonly secrets?: readonly string[];
  readonly pins?: readonly string[];
  /** Options that mean "say what would be done and do nothing". */
  readonly pretends?: readonly string[];
  /** Options that start code or send the command elsewhere, in a way nobody sees from here. */
  readonly hazards?: readonly string[];
  /** What the first operand is, when that is worth naming. */
  readonly kind?: (path: string) => string | undefined;
  /** What the words beside the command change. */
  readonly refine?: (found: Found, context: ReadContext) => Refined | undefined;
  /** Another name of a command, for tools that grew two spellings. */
  readonly canonical?: (path: string) => string;
}

export interface Found {
  readonly tool: string;
  readonly argv: readonly string[];
  /** Commands joined by one space. */
  readonly path: string;
  readonly line: CommandLine;
  readonly effects: readonly Effect[];
  readonly scope: Scope;
}

/** What differs from the table; what is left out stays. */
export interface Refined {
  readonly effects?: readonly Effect[];
  readonly resource?: Resource;
  readonly scope?: Scope;
  /** Files and other things touched beside the command's own object. */
  readonly more?: readonly Action[];
  /** In place of the one action of the table. */
  readonly actions?: readonly Action[];
  readonly runs?: readonly Run[];
  readonly inputs?: readonly Input[];
  readonly secrets?: readonly string[];
  readonly pins?: readonly string[];
  readonly notes?: readonly string[];
  readonly doubts?: readonly string[];
}

/** A reader that looks everything up in its table. */
export function tableReader(table: Table): Reader {
  return { names: [], read: (argv, context) => readByTable(argv, table, context) };
}

export function readByTable(argv: readonly string[], table: Table, context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const line = parseCommandLine(argv, table.tree, table.style);
  const written = line.path.join(' ');
  const path = table.canonical?.(written) ?? written;
  const doubts = line.unknown.map((option) => `option ${option} is not one gate knows`);
  const operation = path === '' ? tool : path;
  if (asksForHelp(line)) return withDoubt({ actions: [act(tool, operation, ['read'])] }, doubts);

  const scope = table.scope(line, context);
  const shared = { secrets: credentials(line, table), ...(table.pins && { pins: table.pins }) };
  if (line.stranger !== undefined) {
    const word = line.stranger.startsWith('-') ? '?' : line.stranger;
    return {
      ...shared,
      actions: [unknownAction(tool, path === '' ? word : `${path} ${word}`, { scope })],
      notes: [`gate does not know ${tool} ${path === '' ? word : `${path} ${word}`}`],
    };
  }
  const effects = table.effects.of(operation) ?? (printsHelp(line, table.tree) ? READ : undefined);
  if (effects === undefined) {
    return {
      ...shared,
      actions: [unknownAction(tool, operation, { scope })],
      notes: [`nobody judged ${tool} ${path}`],
    };
  }
  const pretends = table.pretends?.some((name) => isSurelySet(line, name)) === true;
  for (const name of table.hazards ?? []) {
    if (line.options.has(name)) doubts.push(`--${name} changes what ${tool} runs or reads`);
  }
  const refined = table.refine?.({ tool, argv, path, line, effects, scope }, context) ?? {};
  const resource = refined.resource ?? named(line, table.kind?.(path));
  const own = refined.actions ?? [
    act(tool, operation, pretends ? READ : (refined.effects ?? effects), { resource, scope: refined.scope ?? scope }),
  ];
  const reading: Reading = {
    actions: pretends ? own : [...own, ...(refined.more ?? [])],
    ...(refined.runs && !pretends && { runs: refined.runs }),
    ...(refined.inputs && { inputs: refined.inputs }),
    secrets: [...shared.secrets, ...(refined.secrets ?? [])],
    pins: [...(table.pins ?? []), ...(refined.pins ?? [])],
    notes: refined.notes ?? [],
  };
  const all = [...doubts, ...(refined.doubts ?? [])];
  // A command that only passes its words on has no action of its own to be in doubt.
  if (all.length > 0 && reading.actions.length === 0)
    return { ...reading, actions: [unknownAction(tool, operation)], notes: all };
  return withDoubt(reading, all);
}

const READ: readonly Effect[] = ['read'];

/** True when a flag is given and not switched off; a value only the shell will know counts as on. */
export function isSet(line: CommandLine, name: string): boolean {
  const value = line.options.get(name)?.at(-1);
  return value !== undefined && !/^(false|0|f|no)$/i.test(value);
}

/** True when a flag that makes a command harmless is on for certain. */
export function isSurelySet(line: CommandLine, name: string): boolean {
  return isSet(line, name) && line.options.get(name)?.at(-1)?.includes(UNRESOLVED) !== true;
}

/** The value that counts. */
export function lastOf(line: CommandLine, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = line.options.get(name)?.at(-1);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Every value given for these options. */
export function valuesOf(line: CommandLine, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => line.options.get(name) ?? []);
}

function asksForHelp(line: CommandLine): boolean {
  if (isSurelySet(line, 'help') || isSurelySet(line, 'h')) return true;
  return (
    line.path.length === 0 && line.stranger === undefined && (isSurelySet(line, 'version') || isSurelySet(line, 'v'))
  );
}

/** A command that only holds others, given none of them. */
function printsHelp(line: CommandLine, tree: CommandTree): boolean {
  if (line.positionals.length > 0) return false;
  let node: CommandTree | string | undefined = tree;
  for (const word of line.path) {
    if (typeof node !== 'object') return false;
    node = node.commands?.[word];
  }
  return typeof node === 'object' && node.commands !== undefined && node.operands !== true;
}

function credentials(line: CommandLine, table: Table): readonly string[] {
  if (table.secrets === undefined) return [];
  return valuesOf(line, ...table.secrets).filter((value) => value !== '');
}

function named(line: CommandLine, kind: string | undefined): Resource {
  if (kind === undefined) return {};
  const [name] = line.positionals;
  return name === undefined || line.positionals.length > 1 ? { kind } : { kind, name };
}

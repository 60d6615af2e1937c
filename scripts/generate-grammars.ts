import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes `src/command/grammars/TOOL.json`: the tree of subcommands and options of a tool, from the completion specs of
 * @withfig/autocomplete (ISC). What those specs lack stands in `src/command/grammars/TOOL.more.json`, which is written
 * by hand, names its source, and is laid over them. The result is checked in; run this after changing either:
 *
 *     node scripts/generate-grammars.ts docker gh      (no name: every tool that has a file)
 */

export const SOURCE = '@withfig/autocomplete@2.692.3';
const folder = new URL('../src/command/grammars/', import.meta.url);

/** The part of a completion spec that is used: https://fig.io/docs/reference/subcommand */
export interface Spec {
  readonly name: string | readonly string[];
  readonly subcommands?: readonly Spec[];
  readonly options?: readonly SpecOption[];
  readonly args?: SpecArgument | readonly SpecArgument[];
  readonly loadSpec?: unknown;
}
interface SpecOption {
  readonly name: string | readonly string[];
  readonly args?: SpecArgument | readonly SpecArgument[];
  readonly isPersistent?: boolean;
}
interface SpecArgument {
  readonly isOptional?: boolean;
  readonly isCommand?: boolean;
}

export interface Tree {
  source?: string;
  flags?: string;
  values?: string;
  optional?: string;
  many?: string;
  persistent?: { flags?: string; values?: string; optional?: string; many?: string };
  commands?: Record<string, Tree | string>;
  operands?: boolean;
  wraps?: boolean;
}

const names = (name: string | readonly string[]): readonly string[] => (typeof name === 'string' ? [name] : name);
const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

async function treeOf(spec: Spec, load: (path: string) => Promise<Spec | undefined>): Promise<Tree> {
  const loaded = typeof spec.loadSpec === 'string' ? await load(spec.loadSpec) : undefined;
  const from = loaded ? { ...spec, ...loaded } : spec;
  const own = optionsOf(list(from.options).filter((option) => option.isPersistent !== true));
  const persistent = optionsOf(list(from.options).filter((option) => option.isPersistent === true));
  const tree: Tree = { ...own };
  if (Object.keys(persistent).length > 0) tree.persistent = persistent;
  const commands: Record<string, Tree | string> = {};
  for (const sub of list(from.subcommands)) {
    const [first, ...others] = names(sub.name).filter((name) => /^[\w.:-]+$/.test(name));
    if (first === undefined) continue;
    commands[first] = await treeOf(sub, load);
    for (const other of others) commands[other] = first;
  }
  if (Object.keys(commands).length > 0) {
    tree.commands = commands;
    if (list(from.args).length > 0) tree.operands = true;
  }
  if (list(from.args).some((argument) => argument.isCommand === true)) tree.wraps = true;
  return tree;
}

function optionsOf(options: readonly SpecOption[]): NonNullable<Tree['persistent']> {
  const found: Record<'flags' | 'values' | 'optional', string[]> = { flags: [], values: [], optional: [] };
  for (const option of options) {
    const spellings = names(option.name)
      .map((name) => name.replace(/=$/, ''))
      .filter((name) => /^-[\w?@.:+-]*$/.test(name) && name !== '--')
      .sort((one, other) => one.length - other.length);
    if (spellings.length === 0) continue;
    const takes = list(option.args);
    const group = takes.length === 0 ? 'flags' : takes.every((one) => one.isOptional === true) ? 'optional' : 'values';
    found[group].push(spellings.join('/'));
  }
  const kept: NonNullable<Tree['persistent']> = {};
  for (const group of ['flags', 'values', 'optional'] as const) {
    if (found[group].length > 0) kept[group] = found[group].join(' ');
  }
  return kept;
}

/** `more` laid over `tree`: its options are added after (so they win), its commands merged. A null takes one away. */
export function laidOver(tree: Tree, more: Tree): Tree {
  const result: Tree = { ...tree };
  for (const group of ['flags', 'values', 'optional', 'many'] as const) {
    if (more[group] !== undefined) result[group] = joined(tree[group], more[group]);
  }
  if (more.persistent !== undefined) {
    result.persistent = laidOver(tree.persistent ?? {}, more.persistent) as NonNullable<Tree['persistent']>;
  }
  if (more.operands !== undefined) result.operands = more.operands;
  if (more.wraps !== undefined) result.wraps = more.wraps;
  if (more.commands !== undefined) {
    const commands = { ...tree.commands };
    for (const [name, sub] of Object.entries(more.commands)) {
      const known = commands[name];
      if (sub === null) delete commands[name];
      else commands[name] = typeof sub === 'string' || typeof known !== 'object' ? sub : laidOver(known, sub);
    }
    result.commands = commands;
  }
  return result;
}

const joined = (one: string | undefined, other: string | undefined): string => [one, other].filter(Boolean).join(' ');

/** Fetches the completion specs and hands over a way to load one by its path; they are gone when `use` is done. */
export async function withSpecs(
  use: (load: (path: string) => Promise<Spec | undefined>) => Promise<void>,
): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'grammars-'));
  try {
    execFileSync('npm', ['pack', SOURCE, '--silent', '--pack-destination', place], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd: place });
    const load = async (path: string): Promise<Spec | undefined> => {
      const file = join(place, 'package/build', `${path}.js`);
      if (!existsSync(file)) return undefined;
      const { default: spec } = (await import(pathToFileURL(file).href)) as { default: unknown };
      return typeof spec === 'object' ? (spec as Spec) : undefined;
    };
    await use(load);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function main(tools: readonly string[]): Promise<void> {
  await withSpecs(async (load) => {
    for (const tool of tools) {
      const spec = await load(tool);
      const more = new URL(`${tool}.more.json`, folder);
      let tree: Tree = spec === undefined ? {} : await treeOf(spec, load);
      if (existsSync(more)) tree = laidOver(tree, JSON.parse(readFileSync(more, 'utf8')) as Tree);
      const source = `${spec === undefined ? 'by hand' : SOURCE}${existsSync(more) ? ` and ${tool}.more.json` : ''}`;
      writeFileSync(new URL(`${tool}.json`, folder), `${JSON.stringify({ source, ...tree }, null, 1)}\n`);
      console.log(`${tool}: ${Object.keys(tree.commands ?? {}).length} commands`);
    }
  });
}

if (import.meta.main) await main(process.argv.slice(2));

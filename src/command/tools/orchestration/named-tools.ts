import type { Effect, Scope } from '../../action.ts';
import type { CommandLine, CommandTree } from '../../command-tree.ts';
import { EffectTable } from '../../effect-table.ts';
import type { OptionTable, Style } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { fields, unknownAction } from '../../reading.ts';
import { readByTable, type Table, valuesOf } from './by-table.ts';
import { grown } from './grown.ts';
import { byVerb } from './verbs.ts';

/** One tool of a family: what its commands do, in the words of `EffectTable`, and what stands beside them. */
export interface NamedTool {
  readonly effects: string;
  /** Options every command understands. */
  readonly options?: OptionTable;
  /** Its completion spec, where there is one. */
  readonly tree?: unknown;
  readonly style?: Style;
  /** `machine` for what rules this machine; anything else is elsewhere. */
  readonly reach?: 'machine' | 'remote';
  /** The last word of a command decides where the table is silent. */
  readonly verbs?: boolean;
  /** Commands that run a program's words, and how many operands come before them: `exec/1`; `run/0/here` on this machine. */
  readonly wraps?: string;
  readonly secrets?: readonly string[];
  readonly pins?: readonly string[];
  readonly pretends?: readonly string[];
  readonly hazards?: readonly string[];
  /** Options whose value must look like this, or it may mean more than it says. */
  readonly plain?: Readonly<Record<string, RegExp>>;
  /** Without operands it only shows. */
  readonly asks?: boolean;
  /** Options that make a command worse than its table says. */
  readonly worse?: Readonly<Record<string, Effect>>;
}

/** Reads a family of such tools; each tool's tree is made when its first command comes by. */
export function namedTools(
  tools: Readonly<Record<string, NamedTool>>,
  aliases: Readonly<Record<string, string>> = {},
): Reader {
  const tables = new Map<string, Table>();
  const tableOf = (tool: string): Table | undefined => {
    const name = Object.hasOwn(aliases, tool) ? (aliases[tool] as string) : tool;
    let table = tables.get(name);
    const entry = Object.hasOwn(tools, name) ? tools[name] : undefined;
    if (table === undefined && entry !== undefined) {
      table = tableFor(name, entry);
      tables.set(name, table);
    }
    return table;
  };
  return {
    names: [],
    read(argv: readonly string[], context: ReadContext): Reading {
      const tool = programOf(argv[0] ?? '').base;
      const table = tableOf(tool);
      return table === undefined ? { actions: [unknownAction(tool)] } : readByTable(argv, table, context);
    },
  };
}

function tableFor(name: string, entry: NamedTool): Table {
  const written = new EffectTable(entry.effects);
  const effects = entry.verbs === true ? new WithVerbs(entry.effects) : written;
  const { worse } = entry;
  const words = wrapsOf(entry.wraps);
  return {
    tree: grown(name, entry.tree as CommandTree | undefined, written, entry.options ?? {}, entry.wraps),
    style: entry.style ?? 'pflag',
    effects,
    scope: (line) => scopeFrom(line, entry.reach ?? 'remote'),
    ...(entry.secrets && { secrets: entry.secrets }),
    ...(entry.pins && { pins: entry.pins }),
    ...(entry.pretends && { pretends: entry.pretends }),
    ...(entry.hazards && { hazards: entry.hazards }),
    kind: (path) => path.split(' ').at(-2),
    refine: ({ line, path, effects: own }) => {
      if (entry.asks === true && path === '' && line.positionals.length === 0 && line.options.size === 0) {
        return { effects: ['read'] };
      }
      const added = Object.entries(worse ?? {})
        .filter(([option]) => line.options.has(option))
        .map(([, effect]) => effect);
      const odd = Object.entries(entry.plain ?? {}).filter(([option, like]) =>
        valuesOf(line, option).some((value) => !like.test(value)),
      );
      const skip = words.get(path);
      return {
        ...(odd.length > 0 && { doubts: odd.map(([option]) => `--${option} may start a program`) }),
        ...(added.length > 0 && { effects: [...new Set([...own, ...added])] }),
        ...(skip !== undefined && { runs: runOf(`${name} ${path}`, line.positionals.slice(skip.count), skip.here) }),
      };
    },
  };
}

interface Wrapped {
  readonly count: number;
  readonly here: boolean;
}

function wrapsOf(written: string | undefined): ReadonlyMap<string, Wrapped> {
  const found = new Map<string, Wrapped>();
  for (const one of written?.split('|') ?? []) {
    const [path = '', count, here] = one.trim().split('/');
    if (count !== undefined) found.set(path, { count: Number(count), here: here === 'here' });
  }
  return found;
}

/** What runs inside a container, a machine or with another environment: relative paths there are not paths here. */
function runOf(via: string, words: readonly string[], here: boolean): readonly Run[] {
  const argv = words[0] === '--' ? words.slice(1) : words;
  const [program] = argv;
  if (program === undefined || program === '' || program.startsWith('-')) return [];
  return [{ argv, via, elsewhere: !here }];
}

/** The table first, then the last word. */
class WithVerbs extends EffectTable {
  override of(path: string): readonly Effect[] | undefined {
    return super.of(path) ?? (path === '' ? undefined : byVerb(path));
  }
}

/** Where it acts, in the words these tools use for it. */
function scopeFrom(line: CommandLine, reach: string): Scope {
  const first = (...names: readonly string[]): string | undefined => valuesOf(line, ...names).at(-1) || undefined;
  return fields({
    account: first('account', 'org', 'organization', 'team', 'scope'),
    profile: first('profile'),
    region: first('region'),
    context: first('context', 'kube-context', 'kubecontext', 'connect'),
    cluster: first('cluster', 'cluster-name'),
    namespace: first('namespace'),
    project: first('project', 'app', 'project-ref', 'p', 'site'),
    workspace: first('stack', 'stage', 'env', 'environment', 'config-env'),
    server: first('server', 'endpoints', 'http-addr'),
    reach: first('server', 'endpoints', 'http-addr') === undefined ? reach : undefined,
  });
}

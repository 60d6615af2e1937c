import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tree as CommandTree, SOURCE, type Spec, withSpecs } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/{gcloud,gsutil,bq,az}.json`: which commands a cloud's tool has, and its options. They
 * have thousands of commands, so a command is one word in the list of its group, and all options stand in one table
 * each: an option another command has is at worst refused by the tool.
 *
 * Sources: the static completion trees of an installed Google Cloud SDK (`data/cli/*`), and for az the completion specs
 * of @withfig/autocomplete (ISC), which were made from az's own command table.
 *
 *     node scripts/generate-clouds.ts          (needs gcloud and python3 in PATH)
 */

interface Tree {
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly commands?: Readonly<Record<string, Tree>>;
}

/** A group: its groups by name, its commands under the empty name. */
interface Group {
  [name: string]: Group | string;
}

interface Options {
  readonly flags: Set<string>;
  readonly values: Set<string>;
}

const folder = new URL('../src/command/grammars/', import.meta.url);

function write(
  tool: string,
  source: string,
  groups: readonly Tree[],
  more: Readonly<Record<string, unknown>> = {},
): void {
  const options: Options = { flags: new Set(), values: new Set() };
  const commands = grouped(groups, options);
  // What is a flag to one command and takes a value at another: `either`.
  const either = [...options.flags].filter((name) => options.values.has(name));
  for (const name of either) {
    options.flags.delete(name);
    options.values.delete(name);
  }
  const text = (names: Iterable<string>): string => [...names].sort().join(' ');
  const whole = {
    source,
    flags: text(options.flags),
    values: text(options.values),
    either: text(either),
    ...more,
    commands,
  };
  writeFileSync(new URL(`${tool}.json`, folder), `${JSON.stringify(whole, null, 1)}\n`);
  console.log(`${tool}: ${options.flags.size + options.values.size + either.length} options`);
}

/** The same group in several tracks (`beta`, `alpha`) is one. */
function grouped(trees: readonly Tree[], options: Options): Group {
  const groups = new Map<string, Tree[]>();
  const commands = new Set<string>();
  for (const tree of trees) {
    for (const [name, sort] of Object.entries(tree.flags ?? {})) {
      (sort === 'bool' ? options.flags : options.values).add(name);
    }
    for (const [name, sub] of Object.entries(tree.commands ?? {})) {
      if (Object.keys(sub.commands ?? {}).length === 0) {
        commands.add(name);
        grouped([sub], options);
      } else groups.set(name, [...(groups.get(name) ?? []), sub]);
    }
  }
  const result: Group = {};
  if (commands.size > 0) result[''] = [...commands].sort().join(' ');
  for (const [name, subs] of [...groups].sort()) result[name] = grouped(subs, options);
  return result;
}

/** Commands that the tree leaves out because they are hidden, though people use them. */
const HIDDEN: Tree = { commands: { config: { commands: { 'get-value': {}, 'config-helper': {} } } } };

const TRACKS = ['alpha', 'beta', 'preview'];

function google(): void {
  const root = execFileSync('gcloud', ['info', '--format=value(installation.sdk_root)'], { encoding: 'utf8' }).trim();
  const version = readFileSync(join(root, 'VERSION'), 'utf8').trim();
  const program =
    'import json, runpy, sys; print(json.dumps(runpy.run_path(sys.argv[1])["STATIC_COMPLETION_CLI_TREE"]))';
  const tree = JSON.parse(
    execFileSync('python3', ['-c', program, join(root, 'data/cli/gcloud_completions.py')], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  ) as Tree;
  const tracks = TRACKS.flatMap((track) => tree.commands?.[track] ?? []);
  const main = Object.entries(tree.commands ?? {}).filter(([name]) => !TRACKS.includes(name));
  write(
    'gcloud',
    `Google Cloud SDK ${version}, data/cli/gcloud_completions.py`,
    [{ flags: tree.flags ?? {}, commands: Object.fromEntries(main) }, ...tracks, HIDDEN],
    { short: short(root) },
  );
  const platform = join(root, 'platform');
  save('gsutil', gsutil(join(platform, 'gsutil'), version));
  save(
    'bq',
    bigquery(
      join(platform, 'bq'),
      JSON.parse(readFileSync(join(root, 'data/cli/bq.json'), 'utf8')) as BigQuery,
      version,
    ),
  );
}

function save(tool: string, tree: unknown): void {
  writeFileSync(new URL(`${tool}.json`, folder), `${JSON.stringify(tree, null, 1)}\n`);
}

/** gsutil's commands each name their options as a getopt text: `supported_sub_args='afIrR'`. */
function gsutil(root: string, version: string): CommandTree {
  const commands: Record<string, CommandTree | string> = {};
  const place = join(root, 'gslib/commands');
  for (const file of readdirSync(place).filter((name) => name.endsWith('.py'))) {
    const text = readFileSync(join(place, file), 'utf8');
    const [, name, rest = ''] = /CreateCommandSpec\(\s*'(\w+)'([\s\S]*?)\n {2}\)/.exec(text) ?? [];
    if (name === undefined) continue;
    const written = /supported_sub_args=(?:'([^']*)'|(\w+))/.exec(rest);
    const letters =
      written?.[1] ??
      (written?.[2] === undefined ? '' : CP_SUB_ARGS.exec(readFileSync(join(place, 'cp.py'), 'utf8'))?.[1]);
    const long = /supported_private_args=\[([^\]]*)\]/.exec(rest)?.[1] ?? '';
    commands[name] = getopt(
      letters ?? '',
      [...long.matchAll(/'([\w-]+=?)'/g)].map((match) => match[1] as string),
    );
    const others = /command_name_aliases=\[([^\]]*)\]/.exec(rest)?.[1] ?? '';
    for (const [, other] of others.matchAll(/'(\w+)'/g)) if (other !== undefined) commands[other] = name;
  }
  // From `gsutil help options`: its JSON says of none that it takes a value.
  return {
    source: `gsutil of Google Cloud SDK ${version}`,
    flags: '-D -DD -m -q --help --version --testexceptiontraces',
    many: '-h -i -o -u',
    commands,
  };
}

const CP_SUB_ARGS = /CP_SUB_ARGS = '([^']*)'/;

function getopt(letters: string, long: readonly string[]): CommandTree {
  const found = [
    ...[...letters.matchAll(/(\w)(:?)/g)].map(([, letter, value]) => [`-${letter}`, value === ':'] as const),
    ...long.map((name) => [`--${name.replace('=', '')}`, name.endsWith('=')] as const),
  ];
  return {
    flags: found
      .filter(([, value]) => !value)
      .map(([name]) => name)
      .join(' '),
    many: found
      .filter(([, value]) => value)
      .map(([name]) => name)
      .join(' '),
  };
}

interface BigQuery {
  readonly flags: Readonly<Record<string, { readonly type: string; readonly name: string }>>;
  readonly commands: Readonly<Record<string, unknown>>;
}

/** bq's tree has its commands and global options; what the commands take is in its source, as absl definitions. */
function bigquery(root: string, from: BigQuery, version: string): CommandTree {
  const flags = new Set<string>();
  const values = new Set<string>();
  for (const { type, name } of Object.values(from.flags))
    (type === 'bool' ? flags : values).add(name.replace(/^--/, ''));
  for (const file of readdirSync(join(root, 'frontend')).filter((name) => name.endsWith('.py'))) {
    const text = readFileSync(join(root, 'frontend', file), 'utf8');
    for (const [, rest = ''] of text.matchAll(
      /flags\.DEFINE_(\w+\(\s*'\w+'[\s\S]*?)(?=flags\.DEFINE_|\n {2}def |\n {4}self\._ProcessCommandRc|$)/g,
    )) {
      const [, type, name = ''] = /^(\w+)\(\s*'(\w+)'/.exec(rest) ?? [];
      const letter = /short_name='(\w)'/.exec(rest)?.[1];
      const kind = type === 'boolean' || type === 'bool' ? flags : values;
      for (const one of letter === undefined ? [name] : [name, letter]) kind.add(one);
    }
  }
  const either = [...flags].filter((name) => values.has(name));
  for (const name of either) values.delete(name);
  const dashes = (name: string): string => `${name.length === 1 ? '-' : '--'}${name}`;
  const persistent = {
    flags: [...flags]
      .flatMap((name) => (name.length === 1 ? [dashes(name)] : [dashes(name), dashes(`no${name}`)]))
      .join(' '),
    many: [...values].map(dashes).join(' '),
  };
  const commands = Object.fromEntries(Object.keys(from.commands).map((name) => [name, {}]));
  return { source: `bq of Google Cloud SDK ${version}`, persistent, commands };
}

/** One-letter options are not in the completion tree; which take a value is not said. */
function short(root: string): string {
  const found = new Set<string>();
  for (const file of readdirSync(join(root, 'lib/surface'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.py')) continue;
    const text = readFileSync(join(root, 'lib/surface', file), 'utf8');
    for (const [, name] of text.matchAll(/^\s*(?:.*\()?'(-[A-Za-z])',/gm)) if (name !== undefined) found.add(name);
  }
  return [...found].sort().join(' ');
}

const names = (name: string | readonly string[]): readonly string[] => (typeof name === 'string' ? [name] : name);

async function azure(): Promise<void> {
  await withSpecs(async (load) => {
    const treeOf = async (spec: Spec): Promise<Tree> => {
      const loaded = typeof spec.loadSpec === 'string' ? await load(spec.loadSpec) : undefined;
      const from = { ...spec, ...loaded };
      const flags: Record<string, string> = {};
      for (const option of from.options ?? []) {
        const takes = option.args === undefined || (Array.isArray(option.args) && option.args.length === 0);
        for (const name of names(option.name)) if (name.startsWith('-')) flags[name] = takes ? 'bool' : 'value';
      }
      const commands: Record<string, Tree> = {};
      for (const sub of from.subcommands ?? []) {
        const tree = await treeOf(sub);
        for (const name of names(sub.name)) commands[name] = tree;
      }
      return { flags, commands };
    };
    const spec = await load('az/2.53.0');
    if (spec !== undefined) write('az', `${SOURCE}, az 2.53.0`, [await treeOf(spec)]);
  });
}

google();
await azure();

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { laidOver, type Tree } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/TOOL.json` from what the real program says about itself: `TOOL SUB --help`, followed down
 * to the last subcommand. Better than a completion spec where the program can be had. What stands in `TOOL.more.json`
 * (by hand, with its source) is laid over it. Programs that are not on the PATH are named with their place:
 *
 *     node scripts/generate-help-trees.ts docker terraform systemctl podman=/tmp/podman/usr/bin/podman
 *
 * The podman, buildah, skopeo, etcdctl, machinectl, resolvectl and portablectl of today come from Debian 12's packages
 * (apt-get download, dpkg -x). Nothing but `--help` and `--version` is run.
 */

const folder = new URL('../src/command/grammars/', import.meta.url);

/** How a family of programs writes its help. */
interface Family {
  readonly help: (path: readonly string[]) => readonly string[];
  readonly version: readonly string[];
  readonly parse: (text: string, path: readonly string[]) => Page;
}

interface Page {
  readonly commands: readonly string[];
  readonly aliases: readonly string[];
  readonly flags: readonly string[];
  readonly values: readonly string[];
  readonly optional: readonly string[];
  readonly wraps: boolean;
  readonly operands: boolean;
}

const cobra: Family = {
  help: (path) => [...path, '--help'],
  version: ['--version'],
  parse: (text, path) => {
    const commands: string[] = [];
    const groups = { flags: [] as string[], values: [] as string[], optional: [] as string[] };
    let section = '';
    for (const line of text.split('\n')) {
      if (/^[A-Z][A-Za-z ]*:/.test(line)) section = line;
      const command = /^ {2}([a-z][\w-]*)\*? {2,}\S/.exec(line)?.[1];
      if (command !== undefined && /[Cc]ommands:$/.test(section)) commands.push(command);
      const option = /^ +(?:(-\w), )?(--[\w.-]+)(?: (\S+(?: \S+)*?))?(?: {2,}|$)/.exec(line);
      if (option === null || !/(Options|Flags):$/.test(section)) continue;
      const [, short, long, kind] = option;
      const spelt = short === undefined ? (long as string) : `${short}/${long}`;
      const implied = kind?.includes('[=') === true || /^ +(?:-\w, )?--[\w.-]+\[=/.test(line);
      groups[implied ? 'optional' : kind === undefined ? 'flags' : 'values'].push(spelt);
    }
    const usage = /Usage:\s*(.*)/.exec(text)?.[1] ?? '';
    const named = /Aliases:\n(.*)/.exec(text)?.[1] ?? '';
    const parent = path.slice(0, -1).join(' ');
    const aliases = named
      .split(',')
      .map((name) => name.trim().split(' '))
      .filter((words) => words.length === 1 || words.slice(1, -1).join(' ') === parent)
      .map((words) => words.at(-1) as string)
      .filter((name) => name !== '' && name !== path.at(-1));
    const wraps = /\[?COMMAND \[ARG|\[COMMAND\] \[ARG|\[ps OPTIONS\]|\[FORMAT-DESCRIPTORS|COMMAND \[\.\.\.\]/.test(
      usage,
    );
    return { commands, aliases, ...groups, wraps, operands: false };
  },
};

const terraform: Family = {
  help: (path) => [...path, '-help'],
  version: ['-version'],
  parse: (text) => {
    const groups = { flags: [] as string[], values: [] as string[], optional: [] as string[] };
    const commands: string[] = [];
    let inCommands = false;
    for (const line of text.split('\n')) {
      if (/^(Main commands|All other commands|Subcommands):/.test(line)) inCommands = true;
      else if (/^\S/.test(line)) inCommands = false;
      const command = /^ {4}([a-z][\w-]*) {2,}\S/.exec(line)?.[1] ?? /^ {2}([a-z][\w-]*) {2,}\S/.exec(line)?.[1];
      if (inCommands && command !== undefined) commands.push(command);
      const option = /^ {2,}(-[a-z][\w-]*)(=\S+)?(?: ('?[\w=]+'?))?(?: {2,}|$)/.exec(line);
      if (option === null) continue;
      const [, name, value, apart] = option as unknown as [string, string, string?, string?];
      const isFlag = (value === undefined && apart === undefined) || /^=(true|false)$/.test(value ?? '');
      groups[isFlag ? 'flags' : 'values'].push(name);
    }
    return { commands, aliases: [], ...groups, wraps: false, operands: false };
  },
};

/** getopt_long: one list of options for all commands, each understood everywhere. */
const systemd: Family = {
  help: (path) => (path.length === 0 ? ['--help'] : []),
  version: ['--version'],
  parse: (text) => {
    const groups = { flags: [] as string[], values: [] as string[], optional: [] as string[] };
    const commands: string[] = [];
    let inCommands = false;
    for (const line of text.split('\n')) {
      if (/^\S.*:$/.test(line)) inCommands = /Commands:$/.test(line);
      const command = /^ {2}([a-z][\w-]*)( |$)/.exec(line)?.[1];
      if (inCommands && command !== undefined && !line.startsWith('   ')) commands.push(command);
      const option = /^ {2,5}(-\w)?,? ?(--[\w-]+)?(\[?=\S+)?(?: ([A-Z]\S*))?/.exec(line);
      const spelt = option === null ? [] : [option[1], option[2]].filter((name) => name !== undefined);
      if (option === null || spelt.length === 0) continue;
      const value = option[3] ?? (option[2] === undefined ? option[4] : undefined);
      const group = value === undefined ? 'flags' : value.startsWith('[') ? 'optional' : 'values';
      groups[group].push(spelt.join('/'));
    }
    return { commands, aliases: [], ...groups, wraps: false, operands: true };
  },
};

/** The old template of cobra that etcdctl keeps: commands two words deep, options with their default in the name. */
const etcd: Family = {
  help: (path) => [...path, '--help'],
  version: ['version'],
  parse: (text, path) => {
    const groups = { flags: [] as string[], values: [] as string[], optional: [] as string[] };
    const commands = new Set<string>();
    let section = '';
    for (const line of text.split('\n')) {
      if (/^[A-Z ]+:$/.test(line)) section = line;
      const words = /^\t([a-z][\w-]*(?: [a-z][\w-]*)*)\t/.exec(line)?.[1]?.split(' ');
      if (section === 'COMMANDS:' && words !== undefined) commands.add(words[0] as string);
      const option = /^ +(?:(-\w), )?(--[\w-]+)(\S*)/.exec(line);
      if (option === null) continue;
      const spelt = option[1] === undefined ? (option[2] as string) : `${option[1]}/${option[2]}`;
      groups[/^\[=(true|false)\]$/.test(option[3] ?? '') ? 'flags' : 'values'].push(spelt);
    }
    return {
      commands: [...commands].filter((name) => name !== path.at(-1)),
      aliases: [],
      ...groups,
      wraps: false,
      operands: false,
    };
  },
};

const FAMILIES: Readonly<Record<string, Family>> = {
  terraform,
  etcdctl: etcd,
  docker: cobra,
  podman: cobra,
  buildah: cobra,
  skopeo: cobra,
};

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', COLUMNS: '300', SYSTEMD_PAGER: 'cat' },
  });
  return stdout.trim() === '' ? stderr : stdout;
}

function treeOf(
  program: string,
  family: Family,
  path: readonly string[],
  inherited: ReadonlySet<string>,
): { tree: Tree; aliases: readonly string[] } {
  const page = family.parse(run(program, family.help(path)), path);
  const tree: Tree = {};
  const own = new Set<string>();
  for (const group of ['flags', 'values', 'optional'] as const) {
    const spelt = page[group].filter((name) => !inherited.has(name));
    for (const name of spelt) own.add(name);
    if (spelt.length > 0) tree[group] = spelt.join(' ');
  }
  if (page.wraps) tree.wraps = true;
  const commands: Record<string, Tree | string> = {};
  for (const name of page.commands) {
    if (name === path.at(-1) && path.length > 4) continue;
    const below = family === systemd ? { tree: {}, aliases: [] } : treeOf(program, family, [...path, name], inherited);
    commands[name] = below.tree;
    for (const alias of below.aliases) if (commands[alias] === undefined) commands[alias] = name;
  }
  // A page names an alias that is also a command of its own (docker's `container ps`): the command wins.
  for (const name of page.commands) if (typeof commands[name] === 'string') commands[name] = {};
  if (Object.keys(commands).length > 0) tree.commands = commands;
  return { tree, aliases: page.aliases };
}

for (const wanted of process.argv.slice(2)) {
  const [tool = '', program = tool] = wanted.split('=');
  const family = FAMILIES[tool] ?? systemd;
  const version = /\d+[\w.+~-]*/.exec(run(program, family.version))?.[0] ?? 'of no known version';
  let { tree } = treeOf(program, family, [], new Set());
  if (family === systemd) {
    const { flags, values, optional, ...rest } = tree;
    tree = {
      ...rest,
      persistent: { ...(flags && { flags }), ...(values && { values }), ...(optional && { optional }) },
    };
  }
  const more = new URL(`${tool}.more.json`, folder);
  if (existsSync(more)) tree = laidOver(tree, JSON.parse(readFileSync(more, 'utf8')) as Tree);
  const source = `${tool} ${version} by scripts/generate-help-trees.ts${existsSync(more) ? ` and ${tool}.more.json` : ''}`;
  writeFileSync(new URL(`${tool}.json`, folder), `${JSON.stringify({ ...tree, source }, null, 1)}\n`);
  console.log(`${tool} ${version}: ${Object.keys(tree.commands ?? {}).length} commands`);
}

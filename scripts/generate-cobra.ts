import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Tree } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/TOOL.json` for installed programs made with Go's cobra (restic, rclone) or Python's
 * argparse (borg), from their own `--help` of every command. Run by hand where they are installed (Debian packages
 * restic, rclone, borgbackup):
 *
 *     node scripts/generate-cobra.ts restic rclone borg
 */

function help(tool: string, path: readonly string[]): string {
  const { stdout } = spawnSync(tool, [...path, '--help'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  return stdout;
}

function section(text: string, title: RegExp): readonly string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => title.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return end < 0 ? rest : rest.slice(0, end);
}

function options(lines: readonly string[]): Tree {
  const flags: string[] = [];
  const values: string[] = [];
  for (const line of lines) {
    const found = /^ {2,8}(?:(-\w)(?: [A-Z]+)?, )?(--[\w-]+)( [\w[\](),.:/-]+)?(?: {2,}|$)/.exec(line);
    if (found === null) continue;
    (found[3] === undefined ? flags : values).push([found[1], found[2]].filter(Boolean).join('/'));
  }
  return { flags: flags.join(' '), values: values.join(' ') };
}

/** argparse: subcommands are the indented words under `required arguments:`, options stand in any section. */
function argparseTree(tool: string, path: readonly string[]): Tree {
  const text = help(tool, path);
  const tree = options(text.split('\n'));
  // The one option of three spellings: `--info, -v, --verbose`.
  if (text.includes('--info, -v, --verbose')) tree.flags = `${tree.flags} -v/--info/--verbose`;
  const listed = section(text, /^(required|positional) arguments:/).map(
    (line) => /^ {4}([a-z][\w-]*) {2,}/.exec(line)?.[1],
  );
  const subs = listed.filter((name): name is string => name !== undefined);
  if (subs.length > 0)
    tree.commands = Object.fromEntries(subs.map((name) => [name, argparseTree(tool, [...path, name])]));
  return tree;
}

function treeOf(tool: string, path: readonly string[]): Tree {
  if (help(tool, []).startsWith('usage:')) return argparseTree(tool, path);
  const text = help(tool, path);
  const tree: Tree = options(section(text, /^Flags:/));
  const subs = section(text, /Commands:$/)
    .map((line) => /^ {2}([\w-]+) /.exec(line)?.[1])
    .filter((name): name is string => name !== undefined && name !== 'help');
  if (path.length === 0) {
    const own = help(tool, subs[0] === undefined ? [] : ['help', 'flags']);
    const persistent = options([...section(text, /^Flags:/), ...own.split('\n')]);
    tree.persistent = { flags: `${persistent.flags} -h/--help`, values: persistent.values ?? '' };
  }
  if (subs.length > 0) tree.commands = Object.fromEntries(subs.map((name) => [name, treeOf(tool, [...path, name])]));
  return tree;
}

for (const tool of process.argv.slice(2)) {
  const version = spawnSync(tool, [tool === 'borg' ? '--version' : 'version'], { encoding: 'utf8' }).stdout.split(
    '\n',
  )[0];
  const tree = { source: `${version}, --help of every command`, ...treeOf(tool, []) };
  writeFileSync(new URL(`../src/command/grammars/${tool}.json`, import.meta.url), `${JSON.stringify(tree, null, 1)}\n`);
  console.log(tool, Object.keys(tree.commands ?? {}).length);
}

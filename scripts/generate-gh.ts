import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { laidOver, type Tree } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/gh.json` from `gh help reference` of the gh that is installed (Debian: gh), laid over with
 * `gh.more.json`: what newer releases added, from the manual at cli.github.com. Run by hand:
 *
 *     bun scripts/generate-gh.ts
 */

const folder = new URL('../src/command/grammars/', import.meta.url);
const reference = execFileSync('gh', ['help', 'reference'], { encoding: 'utf8' });
const version = execFileSync('gh', ['--version'], { encoding: 'utf8' }).split(' ')[2];

const root: Tree & { commands: Record<string, Tree | string> } = { flags: '-h/--help --version', commands: {} };
let current: Tree | undefined;
for (const line of reference.split('\n')) {
  const heading = /^#+ `gh ([^`]*)`/.exec(line)?.[1];
  if (heading !== undefined) {
    let node: Tree = root;
    for (const word of heading.split(' ').filter((one) => /^[a-z][a-z-]*$/.test(one))) {
      node.commands ??= {};
      node.commands[word] ??= {};
      const found = node.commands[word];
      if (typeof found === 'string') break;
      node = found;
    }
    current = node;
    continue;
  }
  const option = /^\s*(?:(-\w), )?(--[\w-]+)(\[=\S*\])?(?: (\S+?))?(\[=\S*\])?(?: {2,}.*)?$/.exec(line);
  if (option !== null && current !== undefined) {
    const [, short, long, opens, type, closes] = option;
    const spelled = short === undefined ? (long as string) : `${short}/${long}`;
    const kind = opens !== undefined || closes !== undefined ? 'optional' : type === undefined ? 'flags' : 'values';
    current[kind] = [current[kind], spelled].filter(Boolean).join(' ');
  }
}
/** Groups whose commands all take another repository. */
for (const name of ['issue', 'pr', 'release', 'run', 'workflow', 'secret', 'label', 'cache']) {
  const group = root.commands[name];
  if (typeof group === 'object') group.persistent = { values: '-R/--repo' };
}
const more = new URL('gh.more.json', folder);
const tree: Tree = existsSync(more) ? laidOver(root, JSON.parse(readFileSync(more, 'utf8')) as Tree) : root;
const source = `gh ${version}, help reference (bun scripts/generate-gh.ts), and gh.more.json`;
writeFileSync(new URL('gh.json', folder), `${JSON.stringify({ source, ...tree }, null, 1)}\n`);
console.log(`${Object.keys(tree.commands ?? {}).length} commands`);

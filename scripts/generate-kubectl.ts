import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes `src/command/tools/kubectl/options-table.ts` from the help of real kubectl programs, oldest first:
 *
 *     node scripts/generate-kubectl.ts /path/to/kubectl.1.27 ... /path/to/kubectl.1.33
 *
 * Several releases are laid over one another, because what an older one still takes is no mystery. Where two disagree on
 * whether an option takes a value, the run stops: that is for a person to decide. The programs only print their help;
 * they get an empty home and a kubeconfig that does not exist.
 */

type Kind = 'flags' | 'values' | 'many' | 'optional';
const KINDS: readonly Kind[] = ['flags', 'values', 'many', 'optional'];

interface Command {
  /** By name without dashes. */
  readonly options: Map<string, { short: string | undefined; kind: Kind }>;
  readonly aliases: Set<string>;
}

const programs = process.argv.slice(2);
if (programs.length === 0) throw new Error('name at least one kubectl program');
const home = mkdtempSync(join(tmpdir(), 'kubectl-'));
const env = { HOME: home, KUBECONFIG: join(home, 'none'), PATH: '/nonexistent' };
const commands = new Map<string, Command>();
const versions: string[] = [];
const bare = new Map<string, boolean>();
/** Deprecated options that the help hides; each is tried on every command of the oldest and the newest program. */
const HIDDEN = [
  'record',
  'short',
  'delete-local-data',
  'prune-whitelist',
  'export',
  'generator',
  'serviceaccount',
  'local',
  'containers',
];

try {
  for (const program of programs) {
    const version = JSON.parse(run(program, ['version', '--client', '-o', 'json'])).clientVersion.gitVersion as string;
    versions.push(version);
    bare.clear();
    learn(program, '*', run(program, ['options']));
    walk(program, []);
    for (const hidden of ['options', 'alpha']) command(hidden);
    if (program === programs[0] || program === programs.at(-1)) probe(program);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
const known = command('*').options;
known.set('help', { short: 'h', kind: 'flags' });
write();

function walk(program: string, path: readonly string[]): void {
  const help = run(program, [...path, '--help']);
  if (path.length > 0) learn(program, path.join(' '), help);
  for (const line of sections(help, path.length === 0 ? /Commands.*:$|Commands \(/ : /^Available Commands:$/)) {
    const name = /^ {2}([a-z][a-z-]*) {2,}\S/.exec(line)?.[1];
    if (name !== undefined && name !== 'help') walk(program, [...path, name]);
  }
}

/** The indented lines below headings of that form. */
function sections(help: string, heading: RegExp): readonly string[] {
  let inside = false;
  return help.split('\n').filter((line) => {
    if (/^\S/.test(line)) inside = heading.test(line);
    return inside && line.startsWith(' ');
  });
}

function learn(program: string, path: string, help: string): void {
  const { options, aliases } = command(path);
  for (const [, short, name, value] of help.matchAll(/^ {4}(?:-(\w), )?--([\w-]+)=(.*):$/gm)) {
    if (name === undefined) continue;
    const kind = kindOf(program, path, name, value ?? '');
    const before = options.get(name)?.kind;
    if (before !== undefined && before !== kind) {
      // A flag that grew values keeps working without one.
      if (!(before === 'flags' && kind === 'optional')) throw new Error(`${path} --${name}: ${before}, then ${kind}`);
    }
    options.set(name, { short: short ?? options.get(name)?.short, kind });
  }
  const listed = /^Aliases:\n(.*)$/m.exec(help)?.[1];
  for (const alias of listed?.split(', ') ?? []) if (alias !== path.split(' ').at(-1)) aliases.add(alias);
}

function probe(program: string): void {
  for (const [path, { options }] of commands) {
    if (path === '*') continue;
    for (const name of HIDDEN) {
      if (options.has(name)) continue;
      const alone = spawnSync(program, [...path.split(' '), '--help', `--${name}`], { env, encoding: 'utf8' }).stderr;
      if (alone.includes('unknown flag')) continue;
      const odd = spawnSync(program, [...path.split(' '), '--help', `--${name}=?`], { env, encoding: 'utf8' }).stderr;
      const kind = alone.includes('flag needs an argument') ? 'values' : odd.includes('invalid') ? 'flags' : 'optional';
      options.set(name, { short: undefined, kind });
    }
  }
}

function kindOf(program: string, path: string, name: string, value: string): Kind {
  if (value === 'true' || value === 'false') return 'flags';
  if (value === '[]') return 'many';
  const key = `${name}=${value}`;
  let alone = bare.get(key);
  if (alone === undefined) {
    const words = path === '*' ? ['version', '--client'] : [...path.split(' '), '--help'];
    const { stderr } = spawnSync(program, [...words, `--${name}`], { env, encoding: 'utf8', timeout: 10_000 });
    alone = !stderr.includes('flag needs an argument');
    bare.set(key, alone);
  }
  return alone ? 'optional' : 'values';
}

function command(path: string): Command {
  let known = commands.get(path);
  if (known === undefined) {
    known = { options: new Map(), aliases: new Set() };
    commands.set(path, known);
  }
  return known;
}

function run(program: string, words: readonly string[]): string {
  return execFileSync(program, words, { env, encoding: 'utf8', timeout: 10_000, stdio: ['ignore', 'pipe', 'pipe'] });
}

function write(): void {
  const lines = [...commands].map(([path, { options }]) => {
    const columns = KINDS.map((kind) =>
      [...options]
        .filter(([, option]) => option.kind === kind)
        .map(([name, { short }]) => (short === undefined ? `--${name}` : `-${short}/--${name}`))
        .sort()
        .join(' '),
    );
    return `${path}|${columns.join('|')}`;
  });
  const aliases = [...commands].flatMap(([path, command]) =>
    [...command.aliases].map((alias) => [path, alias] as const),
  );
  const text = `/**
 * kubectl's own commands and options, from the help of ${versions.join(', ')}.
 * Written by \`node scripts/generate-kubectl.ts\`; do not edit.
 *
 * One command a line: path|flags|single values|values that add up|values that may be left out. The line of \`*\` holds the
 * options that every command takes.
 */
export const KUBECTL_OPTIONS = \`
${lines.join('\n')}
\`;

/** Other names of commands, as \`alias=path\`. */
export const KUBECTL_ALIASES = \`
${aliases.map(([path, alias]) => `${[...path.split(' ').slice(0, -1), alias].join(' ')}=${path}`).join('\n')}
\`;
`;
  writeFileSync(new URL('../src/command/tools/kubectl/options-table.ts', import.meta.url), text);
  console.log(`${commands.size} commands from ${versions.join(', ')}`);
}

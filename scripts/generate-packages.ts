import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { SOURCE } from './generate-grammars.ts';

/**
 * Writes `src/command/grammars/packages.json`: for each package manager the options that any of its commands takes,
 * and which of them take a value. From the completion specs of @withfig/autocomplete; for cargo, pip, npm, go, apt and
 * dpkg also from the programs that are installed (their help, npm's own table of options, manual pages). Run by hand:
 *
 *     bun scripts/generate-packages.ts
 */

const SPECS = [
  'npm',
  'yarn',
  'pnpm',
  'bun',
  'cargo',
  'go',
  'pip',
  'poetry',
  'uv',
  'brew',
  'gem',
  'bundle',
  'conda',
  'apt',
  'rustup',
  'dotnet',
  'mix',
  'pipenv',
  'pipx',
  'mvn',
  'gradle',
  'mamba',
  'composer',
];

interface Found {
  readonly flags: Set<string>;
  readonly values: Set<string>;
}
const found = new Map<string, Found>();
const of = (tool: string): Found => {
  const known = found.get(tool) ?? { flags: new Set<string>(), values: new Set<string>() };
  found.set(tool, known);
  return known;
};
const put = (tool: string, spelling: string, value: boolean): void => {
  if (/^-[\w?@.:+-]+$/.test(spelling) && spelling !== '--') (value ? of(tool).values : of(tool).flags).add(spelling);
};
/** The part of a completion spec that is used: https://fig.io/docs/reference/subcommand */
interface Spec {
  readonly options?: One<{ readonly name: One<string>; readonly args?: One<{ readonly isOptional?: boolean }> }>;
  readonly subcommands?: One<Spec>;
}
/** npm's own description of its configuration. */
interface Npm {
  readonly definitions: Readonly<Record<string, { readonly type: One<unknown> }>>;
  readonly shorthands: Readonly<Record<string, readonly string[]>>;
}
type One<T> = T | readonly T[];

const list = <T>(value: One<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

function fromSpec(tool: string, spec: Spec): void {
  for (const option of list(spec.options)) {
    const takes = list(option.args);
    const value = takes.length > 0 && !takes.every((one) => one.isOptional === true);
    for (const name of list(option.name)) put(tool, String(name).replace(/=$/, ''), value);
  }
  for (const sub of list(spec.subcommands)) fromSpec(tool, sub);
}

/** `  -p, --package [<SPEC>]  ...` of clap, argparse and optparse. */
function fromHelp(tool: string, text: string): void {
  for (const line of text.split('\n')) {
    const written = /^\s{1,12}(-.*)$/.exec(line)?.[1]?.split(/ {2,}/)[0];
    if (written === undefined) continue;
    const value = /[ =]\[?[<A-Za-z]/.test(written.replace(/, -/g, ',-'));
    for (const one of written.split(/,\s*/))
      put(tool, /^--?[\w-]+/.exec(one)?.[0] ?? '', value && !/\[[=<]/.test(written));
  }
}

const said = (program: string, ...words: string[]): string => {
  const { stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', input: '', timeout: 20_000 });
  return `${stdout ?? ''}\n${stderr ?? ''}`;
};

/** Options in a manual page: in bold at the start of a paragraph. */
function fromManual(tool: string, page: string): void {
  const file = `/usr/share/man/${page}.gz`;
  if (!existsSync(file)) return;
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (!/^(\.B[RI]? |\.IP "?)?(\\fB)?\\-/.test(line)) continue;
    const plain = line
      .replace(/\\f[A-Z]/g, '')
      .replace(/\\-/g, '-')
      .replace(/^\.(B[RI]?|IP) "?/, '');
    for (const one of plain.split(/[,|] ?/)) {
      const spelling = /^-{1,2}[\w-]+/.exec(one.trim())?.[0];
      if (spelling !== undefined) put(tool, spelling, /^-{1,2}[\w-]+(=| ?<)/.test(one.trim()));
    }
  }
}

const place = mkdtempSync(join(tmpdir(), 'packages-'));
execFileSync('npm', ['pack', SOURCE, '--silent', '--pack-destination', place], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd: place });
for (const tool of SPECS) {
  const file = join(place, 'package/build', `${tool}.js`);
  const { default: spec } = (await import(pathToFileURL(file).href)) as { default: unknown };
  if (typeof spec === 'object') fromSpec(tool, spec as Spec);
}
rmSync(place, { recursive: true, force: true });

for (const line of said('cargo', '--list').split('\n')) {
  const name = /^ {4}([a-z-]+) /.exec(line)?.[1];
  if (name !== undefined && !/^(fmt|clippy|miri)$/.test(name)) fromHelp('cargo', said('cargo', name, '-h'));
}
for (const name of [
  '',
  'install',
  'download',
  'uninstall',
  'freeze',
  'inspect',
  'list',
  'show',
  'check',
  'config',
  'search',
  'cache',
  'index',
  'wheel',
  'hash',
  'debug',
]) {
  fromHelp('pip', said('pip', ...(name === '' ? [] : [name]), '--help'));
}
for (const topic of [
  'build',
  'test',
  'testflag',
  'list',
  'get',
  'install',
  'env',
  'clean',
  'doc',
  'fix',
  'fmt',
  'generate',
  'run',
  'vet',
  'version',
  'work',
  'mod download',
  'mod edit',
  'mod graph',
  'mod init',
  'mod tidy',
  'mod vendor',
  'mod verify',
  'mod why',
]) {
  for (const match of said('go', 'help', ...topic.split(' ')).matchAll(/^\t\s*-([a-z][\w]*)(?: ([^\n]*))?$/gm)) {
    put('go', `-${match[1]}`, match[2] !== undefined);
  }
}
/** npm takes every configuration key as an option of every command. */
const NPM = '@npmcli/config@10.4.5';
const config = mkdtempSync(join(tmpdir(), 'npm-config-'));
execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--prefix', config, NPM]);
const { definitions, shorthands } = createRequire(join(config, 'x.js'))('@npmcli/config/lib/definitions') as Npm;
rmSync(config, { recursive: true, force: true });
for (const [key, definition] of Object.entries(definitions)) {
  const types = list(definition.type);
  const boolean = types.every((type) => type === Boolean || type === null || type === true || type === false);
  put('npm', `--${key}`, !boolean);
  if (boolean) put('npm', `--no-${key}`, false);
}
for (const [short, meant] of Object.entries(shorthands)) {
  put('npm', `-${short}`, meant.length === 1 && of('npm').values.has(meant[0] as string));
  put('npm', `--${short}`, meant.length === 1 && of('npm').values.has(meant[0] as string));
}
for (const tool of ['apt', 'apt-get', 'apt-cache', 'apt-mark', 'apt-key', 'apt-config'])
  fromManual(tool, `man8/${tool}.8`);
fromManual('dpkg', 'man1/dpkg.1');
fromManual('dpkg-query', 'man1/dpkg-query.1');
fromManual('dpkg-deb', 'man1/dpkg-deb.1');

const tools = Object.fromEntries(
  [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([tool, { flags, values }]) => [
      tool,
      {
        flags: [...flags]
          .filter((one) => !values.has(one))
          .sort()
          .join(' '),
        values: [...values].sort().join(' '),
      },
    ]),
);
const versions = [
  SOURCE,
  said('cargo', '--version').trim(),
  said('pip', '--version').split(' from')[0]?.trim(),
  said('go', 'version').trim(),
  NPM,
  'apt and dpkg of Debian 12',
];
const source = `${versions.join(', ')} (bun scripts/generate-packages.ts)`;
writeFileSync(
  new URL('../src/command/grammars/packages.json', import.meta.url),
  `${JSON.stringify({ source, tools }, null, 1)}\n`,
);
console.log(Object.keys(tools).length, 'tools');

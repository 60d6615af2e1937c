import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes the words of MySQL and SQLite, and the options of the programs around MySQL: the builtin functions and keywords
 * that the sql-formatter project keeps, SQLite's functions from the program itself, options from the `--help` of
 * Debian's MariaDB programs and, for what only MySQL has, from a completion spec. Nothing is installed. By hand:
 *
 *     node scripts/generate-mysql.ts && npx biome check --write src/command/tools/mysql src/command/tools/sqlite
 */

const FORMATTER = 'sql-formatter@15.9.0';
const COMPLETIONS = '@withfig/autocomplete@2.692.3';
const tools = new URL('../src/command/tools/', import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'mysql-'));
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: work, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });

run('apt-get', 'download', 'mariadb-client', 'mariadb-client-core');
for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) run('dpkg', '-x', file, '.');
run('npm', 'install', '--no-save', '--ignore-scripts', '--prefix', work, FORMATTER, COMPLETIONS);

const require = createRequire(join(work, 'x.js'));
const languages = join(work, 'node_modules/sql-formatter/dist/cjs/languages');
const words = (language: string): { functions: string[]; keywords: string[] } => {
  const { functions } = require(join(languages, language, `${language}.functions.js`)) as { functions: string[] };
  const { keywords, dataTypes } = require(join(languages, language, `${language}.keywords.js`)) as Record<
    string,
    string[]
  >;
  return { functions, keywords: [...(keywords ?? []), ...(dataTypes ?? [])].flatMap((word) => word.split(' ')) };
};
const mysql = words('mysql');
const mariadb = words('mariadb');
const sqlite = words('sqlite');
const list = (all: readonly string[]): string =>
  [...new Set(all.map((word) => word.toUpperCase()).filter((word) => /^[A-Z]\w*$/.test(word)))]
    .sort()
    .join(' ')
    .replaceAll(/(.{90,115}) /g, '$1\n');
const constant = (name: string, comment: string, all: readonly string[]): string =>
  `/** ${comment} */\nexport const ${name} = new Names(\`\n${list(all)}\n\`);\n`;
const head = (source: string): string =>
  `// Written by scripts/generate-mysql.ts from ${source}; change that, not this.\n`;
const names = "import { Names } from '../../names.ts';\n\n";

const keywords = [...mysql.keywords, ...mariadb.keywords];
writeFileSync(
  new URL('mysql/words-table.ts', tools),
  `${head(FORMATTER) + names + constant('FUNCTIONS', 'Builtin functions of MySQL and MariaDB.', [...mysql.functions, ...mariadb.functions])}\n${constant('KEYWORDS', 'Reserved words and names of types: a parenthesis after one is no call.', keywords)}`,
);

const own = run('sqlite3', ':memory:', 'select distinct name from pragma_function_list').split('\n');
const version = run('sqlite3', '--version').split(' ')[0];
writeFileSync(
  new URL('sqlite/words-table.ts', tools),
  `${head(`sqlite3 ${version} (Debian) and ${FORMATTER}`) + names + constant('FUNCTIONS', 'Builtin functions of SQLite and of its shell.', [...own, ...sqlite.functions])}\n${constant('KEYWORDS', 'Reserved words and names of types: a parenthesis after one is no call.', sqlite.keywords)}`,
);

interface Table {
  readonly flags: string[];
  readonly values: string[];
  readonly optional: string[];
}

function optionsOf(help: string): Table {
  const table: Table = { flags: [], values: [], optional: [] };
  for (const line of help.split('\n')) {
    const match = /^ {1,2}(?:(-[\w?#]), )?(--[\w-]+)(\[=\S+\]|=\S+)?(?=\s|$)/.exec(line);
    if (match === null) continue;
    const [, short, long, value] = match;
    const kind = value === undefined ? table.flags : value.startsWith('[') ? table.optional : table.values;
    kind.push(short === undefined ? (long as string) : `${short}/${long}`);
  }
  return table;
}

interface Spec {
  readonly default: {
    readonly options: readonly { readonly name: string | readonly string[]; readonly args?: unknown }[];
  };
}
const spec = (await import(join(work, 'node_modules/@withfig/autocomplete/build/mysql.js'))) as Spec;
const others = optionsOf('');
for (const { name, args } of spec.default.options) {
  const long = [name]
    .flat()
    .find((spelling) => spelling.startsWith('--'))
    ?.replace(/=.*$/, '');
  if (long !== undefined) (args === undefined ? others.flags : others.values).push(long);
}

const PROGRAMS = ['', '-dump', '-admin', '-import', '-check', '-show', '-binlog', '-slap'];
const tables = PROGRAMS.map((program) => {
  const table = optionsOf(run(join(work, 'usr/bin', `mariadb${program}`), '--no-defaults', '--help'));
  const known = new Set(
    [...table.flags, ...table.values, ...table.optional].map((option) => option.replace(/^.*\//, '')),
  );
  // How MySQL's own programs connect they share; the rest is about `mysql`.
  const more = (option: string): boolean =>
    !known.has(option) &&
    (program === '' || /ssl|tls|login|public-key|zstd|compression|cleartext|password|connect/.test(option));
  table.flags.push(...others.flags.filter(more));
  table.values.push(...others.values.filter(more));
  return `  mysql${program.slice(1)}: ${JSON.stringify(Object.fromEntries(Object.entries(table).map(([kind, all]) => [kind, (all as string[]).join(' ')])))},\n`;
});
const mariadbVersion = /Distrib ([^,]+)/.exec(run(join(work, 'usr/bin/mariadb'), '--version'))?.[1];
writeFileSync(
  new URL('mysql/options-table.ts', tools),
  `${head(`the --help of ${mariadbVersion} (Debian) and ${COMPLETIONS}`)}
export const OPTIONS: Readonly<Record<string, { readonly flags: string; readonly values: string; readonly optional: string }>> = {
${tables.join('')}};
`,
);
rmSync(work, { recursive: true });

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Writes what PostgreSQL says about itself: the volatility of every builtin function, from the catalogue of the
 * installed server and of the newest one to be had as a package, and the options of every client program from its own
 * `--help`. Needs Debian's postgresql-15; as root it starts the server as the user postgres. By hand:
 *
 *     node scripts/generate-postgres.ts && npx biome check --write src/command/tools/p*
 */

const PROGRAMS = '/usr/lib/postgresql/15/bin';
const PGLITE = '@electric-sql/pglite@0.5.16';
const root = new URL('../src/command/tools/', import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'postgres-'));
chmodSync(work, 0o755);

interface Row {
  readonly name: string;
  readonly volatility: string;
}

/** Functions only the server itself can call (triggers, handlers) are left out. */
const CALLABLE = `prorettype not in ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype, 'cstring'::regtype)
  and not 'internal'::regtype = any (proargtypes::oid[]) and not 'cstring'::regtype = any (proargtypes::oid[])`;
const QUERY = (schema: string) =>
  `select proname::text || ' ' || string_agg(distinct provolatile::text, '') as it from pg_proc
   where pronamespace = '${schema}'::regnamespace and ${CALLABLE} group by proname`.replaceAll(/\s+/g, ' ');

function rows(lines: readonly string[]): readonly Row[] {
  return lines.map((line) => ({ name: line.split(' ')[0] ?? '', volatility: line.split(' ')[1] ?? '' }));
}

/** Settings that every user may change for the own session. */
const SETTINGS = `select name::text || ' x' as it from pg_settings where context = 'user'`;

/** The installed server, in its single-user mode: one answer for each query. */
function installed(queries: readonly string[]): readonly (readonly Row[])[] {
  const asPostgres = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--'] : ['env'];
  const run = (args: readonly string[], input?: string): string =>
    execFileSync(asPostgres[0] as string, [...asPostgres.slice(1), ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  const data = execFileSync('mktemp', ['-d', '-p', tmpdir()], { encoding: 'utf8' }).trim();
  if (userInfo().uid === 0) execFileSync('chown', ['postgres', data]);
  run([`${PROGRAMS}/initdb`, '-D', data, '-U', 'postgres', '--no-sync', '-A', 'trust']);
  const answers = queries.map((query) => {
    const text = run([`${PROGRAMS}/postgres`, '--single', '-D', data, 'postgres'], `${query}\n`);
    return rows([...text.matchAll(/it = "([^"]*)"/g)].map((match) => match[1] as string));
  });
  rmSync(data, { recursive: true });
  return answers;
}

interface Lite {
  query(sql: string): Promise<{ rows: { it: string }[] }>;
}

/** The newest server, and its extensions that an owner of a database may install without being superuser. */
async function newest(): Promise<Record<'builtin' | 'extensions' | 'settings', readonly Row[]> & { version: string }> {
  execFileSync('npm', ['install', '--prefix', work, '--no-save', '--ignore-scripts', PGLITE], { stdio: 'inherit' });
  const folder = join(work, 'node_modules/@electric-sql/pglite/dist');
  const { PGlite } = (await import(join(folder, 'index.js'))) as {
    PGlite: { create(options?: object): Promise<Lite> };
  };
  const plain = await PGlite.create();
  const builtin = rows((await plain.query(QUERY('pg_catalog'))).rows.map(({ it }) => it));
  const settings = rows((await plain.query(SETTINGS)).rows.map(({ it }) => it));
  const [version] = (await plain.query('select version() as it')).rows;
  const extensions: Row[] = [];
  for (const file of readdirSync(join(folder, 'contrib')).filter((name) => name.endsWith('.js'))) {
    const module = (await import(join(folder, 'contrib', file))) as Record<string, object>;
    const [name, extension] = Object.entries(module)[0] ?? [];
    if (name === undefined) continue;
    try {
      const db = await PGlite.create({ extensions: { [name]: extension } });
      const sqlName = name === 'uuid_ossp' ? 'uuid-ossp' : name;
      const trusted = await db.query(
        `select bool_or(trusted)::text as it from pg_available_extension_versions where name = '${sqlName}'`,
      );
      if (trusted.rows[0]?.it !== 'true') continue;
      await db.query(`create extension "${sqlName}" cascade`);
      extensions.push(...rows((await db.query(QUERY('public'))).rows.map(({ it }) => it)));
    } catch (error) {
      console.error(`${name}: ${String(error).slice(0, 100)}`);
    }
  }
  return { builtin, extensions, settings, version: /PostgreSQL ([\d.]+)/.exec(version?.it ?? '')?.[1] ?? '?' };
}

/** One volatile overload makes the name volatile. */
function split(all: readonly Row[]): { steady: string[]; volatile: string[] } {
  const volatile = new Set(all.filter((row) => row.volatility.includes('v')).map((row) => row.name));
  const steady = new Set(all.map((row) => row.name).filter((name) => !volatile.has(name)));
  return { steady: [...steady].sort(), volatile: [...volatile].sort() };
}

function constant(name: string, comment: string, words: readonly string[]): string {
  const lines: string[] = [''];
  for (const word of words) {
    if ((lines.at(-1) as string).length + word.length > 116) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`;
  }
  return `/** ${comment} */\nexport const ${name} = new Names(\`\n${lines.join('\n')}\n\`);\n`;
}

function head(source: string, imports = ''): string {
  return `// Written by scripts/generate-postgres.ts from ${source}; change that, not this.\n${imports}\n`;
}

const PLACES = ['-d/--dbname', '-h/--host', '-p/--port', '-U/--username'];

/** The lists of an option table, from the text of `--help`. */
function optionsOf(help: string): Record<'flags' | 'many' | 'values' | 'optional', string[]> {
  const found = { flags: [] as string[], many: [] as string[], values: [] as string[], optional: [] as string[] };
  const seen = new Set<string>();
  for (const line of help.split('\n')) {
    const spec = /^ {1,6}(?=\[?-)(.*?)(?: {2,}|$)/.exec(line)?.[1];
    if (spec === undefined) continue;
    // `[-D, --pgdata=]DATADIR` is an option whose name may be left out.
    const text = spec.replace(/^\[(.*)\]/, '$1').replace(/ (?=[a-z]).*$/, '');
    // `--lc-collate=, --lc-ctype=, --lc-messages=LOCALE` are three options on one line.
    const groups = text.split(/(?<==),\s*/);
    for (const group of groups) {
      const names = [...group.matchAll(/(?<![\w-])--?[\w?][\w-]*/g)].map((match) => match[0]).slice(0, 2);
      if (names.length === 0 || names.some((name) => seen.has(name))) continue;
      const rest = group.slice(group.lastIndexOf(names.at(-1) as string) + (names.at(-1) as string).length);
      for (const name of names) seen.add(name);
      const kind = rest.startsWith('[=') ? found.optional : /^(=|\s+\S)/.test(rest) ? found.many : found.flags;
      // Where it connects to: of two only one counts, so giving it twice is a doubt.
      const isPlace = kind === found.many && PLACES.includes(names.join('/'));
      (isPlace ? found.values : kind).push(names.join('/'));
    }
  }
  return found;
}

function table(program: string): string {
  const { stdout } = spawnSync(join(PROGRAMS, program), ['--help'], { encoding: 'utf8' });
  const parts = Object.entries(optionsOf(stdout)).filter(([, list]) => list.length > 0);
  return `{ ${parts.map(([key, list]) => `${key}: ${JSON.stringify(list.join(' '))}`).join(', ')} }`;
}

const [old = [], information = [], oldSettings = []] = installed([
  QUERY('pg_catalog'),
  QUERY('information_schema'),
  SETTINGS,
]);
const { builtin, extensions, settings, version } = await newest();
const known = split([...old, ...builtin]);
const own = new Set([...known.steady, ...known.volatile]);
const others = split(extensions.filter((row) => !own.has(row.name)));
const servers = `the catalogues of PostgreSQL 15 (Debian) and ${version} (${PGLITE})`;
writeFileSync(
  new URL('psql/functions-table.ts', root),
  head(servers, "import { Names } from '../../names.ts';\n") +
    [
      constant('STEADY', 'Builtin functions marked immutable or stable.', known.steady),
      constant(
        'VOLATILE',
        'Builtin functions marked volatile: what each does is judged in functions.ts.',
        known.volatile,
      ),
      constant('INFORMATION', 'Immutable and stable functions of the information schema.', split(information).steady),
      constant('EXTENSIONS', 'Immutable and stable functions of trusted extensions.', others.steady),
      constant('EXTENSIONS_VOLATILE', 'The volatile ones.', others.volatile),
      constant(
        'SESSION_SETTINGS',
        'Settings that every user may change, for the own session only.',
        [...new Set([...oldSettings, ...settings].map((row) => row.name.toLowerCase()))].sort(),
      ),
    ].join('\n'),
);

const commands = execFileSync('psql', ['--help=commands'], { encoding: 'utf8' });
const names = [...commands.matchAll(/^ {2}\\(\S+)/gm)].map((match) => (match[1] as string).replace(/\[.*/, ''));
writeFileSync(
  new URL('psql/commands-table.ts', root),
  head('psql 15 (Debian): --help and --help=commands', "import { Names } from '../../names.ts';\n") +
    constant('COMMANDS', 'Backslash commands, without the letters that may follow.', [...new Set(names)].sort()) +
    `\n/** The options of psql. */\nexport const OPTIONS = ${table('psql')};\n`,
);

const programs = readdirSync(PROGRAMS).filter(
  (name) => !/^(psql|postgres|postmaster|pg_upgrade|pg_test_\w+)$/.test(name),
);
writeFileSync(
  new URL('postgres/options-table.ts', root),
  head(
    'the --help of each program of PostgreSQL 15 (Debian)',
    "import type { OptionTable } from '../../options.ts';\n",
  ) +
    'export const OPTIONS: Readonly<Record<string, OptionTable>> = {\n' +
    programs.map((program) => `  ${program}: ${table(program)},\n`).join('') +
    '};\n',
);
rmSync(work, { recursive: true });
// The server in WebAssembly keeps the process alive.
process.exit(0);

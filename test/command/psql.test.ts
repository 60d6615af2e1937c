import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { functionEffects } from '../../src/command/tools/psql/functions.ts';
import { STEADY, VOLATILE } from '../../src/command/tools/psql/functions-table.ts';
import { STATEMENTS } from '../../src/command/tools/psql/statements.ts';
import { effects, filesOf, line, meaning, onlyReads, operations } from './support.ts';

const sql = (text: string) => meaning(['psql', '-d', 'shop', '-c', text]);

describe('psql', () => {
  test.each([
    'select 1',
    'select count(*), lower(name) from users group by 2',
    'explain delete from users',
    'explain (analyze off) delete from users',
    'show search_path',
    'select * from t tablesample bernoulli (10) order by a using <',
    'values (1), (2)',
    'begin; select 1; commit',
    'copy users to stdout',
    '\\d users',
    '\\dt+',
    "set statement_timeout = '5s'",
  ])('%s only reads', async (text) => {
    expect(onlyReads(await sql(text))).toBe(true);
  });

  test.each([
    ['drop table users', 'destroy', 'DROP TABLE'],
    ['truncate users', 'destroy', 'TRUNCATE TABLE'],
    ['with d as (delete from users returning *) select * from d', 'destroy', 'SELECT'],
    ['explain analyze delete from users', 'destroy', 'EXPLAIN'],
    ['select 1; drop database shop', 'destroy', 'DROP DATABASE'],
    ['alter table users drop column name', 'destroy', 'ALTER TABLE'],
    ['select * into copy from users', 'write', 'SELECT'],
    ['select * from users for update', 'write', 'SELECT'],
    ["select nextval('s')", 'write', 'SELECT'],
    ['select pg_terminate_backend(1)', 'write', 'SELECT'],
    ["select pg_read_file('/etc/passwd')", 'secret', 'SELECT'],
    ['select * from pg_authid', 'secret', 'SELECT'],
    ["copy users to program 'sh'", 'execute', 'COPY'],
    ["copy users to '/tmp/x'", 'export', 'COPY'],
    ["copy users from '/tmp/x'", 'write', 'COPY'],
    ['do $$begin end$$', 'execute', 'DO'],
    ['call f()', 'execute', 'CALL'],
    ['prepare p as delete from users', 'destroy', 'PREPARE'],
    ['set role admin', 'privilege', 'SET'],
    ['grant all on users to eve', 'privilege', 'GRANT'],
    ['create role eve superuser', 'privilege', 'CREATE ROLE'],
    ['alter system set x = 1', 'privilege', 'ALTER SYSTEM'],
  ])('%s has the effect %s', async (text, effect, tag) => {
    const understanding = await sql(text);
    expect(effects(understanding)).toContain(effect);
    expect(operations(understanding).map((operation) => operation.replace('psql ', ''))).toContain(tag);
  });

  test.each([
    ['a function of somebody', 'select my_function()'],
    ['a function of another schema', 'select evil.lower(name) from users'],
    ['an operator of another schema', 'select 1 operator(evil.+) 1'],
    ['an operator of another schema to sort by', 'select a from t order by a using operator(evil.<)'],
    ['a way of sampling', 'select * from t tablesample evil(10)'],
    ['text that does not parse', 'selec 1'],
    ['backquotes', '\\echo `touch x`'],
    ['statements made by a query', 'select 1 \\gexec'],
    ['an editor', '\\e'],
    ['an encoding', '\\encoding sjis'],
    ['lexing that changes', 'set standard_conforming_strings = off'],
  ])('%s is not understood', async (_, text) => {
    const understanding = await meaning(['psql', '-f', 'x.sql'], { files: filesOf({ 'x.sql': text }) });
    expect(understanding.opaque).toBe(true);
  });

  test('a backslash inside a string, a comment or a dollar quote is no command', async () => {
    const text = "select '\\! touch x', $a$ \\! $a$ -- \\! touch\n/* \\! */;";
    expect(onlyReads(await meaning(['psql', '-f', 'x.sql'], { files: filesOf({ 'x.sql': text }) }))).toBe(true);
  });

  test('a variable of psql may hide text in the SQL', async () => {
    const files = filesOf({ 'x.sql': 'select :x' });
    expect((await meaning(['psql', '-v', 'x=1; drop table t', '-f', 'x.sql'], { files })).opaque).toBe(true);
  });

  test('every -c and -f counts', async () => {
    const understanding = await meaning(['psql', '-c', 'select 1', '-c', 'drop table a', '-c', 'select 2']);
    expect(operations(understanding)).toEqual(['psql SELECT', 'psql DROP TABLE', 'psql SELECT']);
  });

  test.each([
    ['options', ['-h', 'db', '-p', '5433', '-U', 'app', '-d', 'shop']],
    ['clustered options', ['-hdb', '-p5433', '-Uapp', '-dshop']],
    ['operands', ['-h', 'db', '-p', '5433', 'shop', 'app']],
    ['a connection string', ['host=db port=5433 user=app dbname=shop']],
    ['a quoted connection string', ["host='db' port = 5433 user=app dbname='shop'"]],
    ['a URI', ['postgresql://app@db:5433/shop?sslmode=require']],
    ['a URI after -d', ['-d', 'postgres://app:pw@db:5433/shop']],
  ])('finds the target in %s', async (_, args) => {
    const { actions } = await meaning(['psql', ...args, '-c', 'select 1']);
    expect(actions[0]?.scope).toEqual({ host: 'db', port: '5433', user: 'app', database: 'shop', reach: 'remote' });
  });

  test('finds the target in the environment', async () => {
    const environment = { PGHOST: 'db', PGDATABASE: 'shop' };
    const { actions, pins } = await meaning(['psql', '-c', 'select 1'], { environment });
    expect(actions[0]?.scope).toEqual({ host: 'db', database: 'shop', reach: 'remote' });
    expect(pins).toContain('PGHOST');
  });

  test('the password of a URI is a secret', async () => {
    expect((await meaning(['psql', 'postgres://app:hunter22@db/shop', '-c', 'select 1'])).secrets).toEqual([
      'hunter22',
    ]);
  });

  test.each([
    ['at a terminal', { stdin: 'terminal' as const }],
    ['with a pipe nobody can see', { stdin: 'pipe' as const }],
    ['with a file that is not there', { argv: ['psql', '-f', 'absent.sql'] }],
    ['with an abbreviated option', { argv: ['psql', '--comm', 'select 1'] }],
    ['with settings in the connection string', { argv: ['psql', 'host=x options=-crole=admin', '-c', 'select 1'] }],
    ['with PGOPTIONS', { argv: ['psql', '-c', 'select 1'], environment: { PGOPTIONS: '-c role=admin' } }],
  ])('%s it is opaque', async (_, { argv = ['psql'], ...more }: { argv?: string[] } & object) => {
    expect((await meaning(argv, more)).opaque).toBe(true);
  });

  test('stdin that the line spells out is read', async () => {
    expect(effects(await line("echo 'drop table users' | psql shop"))).toContain('destroy');
    expect(onlyReads(await line("psql shop <<'EOF'\nselect 1;\nEOF"))).toBe(true);
  });

  const script = (text: string, more: object = {}) =>
    meaning(['psql', '-X', '-f', 'x.sql'], { files: filesOf({ 'x.sql': text }), ...more });

  test.each([
    ['insert into t values (1)', 'INSERT', ['write']],
    ['insert into t select lower(a) from s', 'INSERT', ['write']],
    ['with gone as (delete from s returning *) insert into t select * from gone', 'INSERT', ['destroy', 'write']],
    ['merge into t using s on t.id = s.id when matched then delete', 'MERGE', ['destroy', 'write']],
    ['merge into t using s on t.id = s.id when matched then do nothing', 'MERGE', ['write']],
    ['create type x as (a int)', 'CREATE TYPE', ['write']],
    ["create function f() returns int language sql as 'select evil()'", 'CREATE FUNCTION', ['write']],
    ["create function f() returns int language c as 'x.so'", 'CREATE FUNCTION', ['execute', 'write']],
    ["create procedure f() language sql security definer as ''", 'CREATE PROCEDURE', ['privilege', 'write']],
    ['alter function f() volatile', 'ALTER FUNCTION', ['write']],
    ['alter function f() security definer', 'ALTER FUNCTION', ['privilege', 'write']],
    ['create view v as select evil()', 'CREATE VIEW', ['write']],
    ['create rule r as on delete to t do also delete from s', 'CREATE RULE', ['write']],
    ['create table t as select evil()', 'CREATE TABLE AS', ['unknown', 'write']],
    ['create table t as execute q with no data', 'CREATE TABLE AS', ['write']],
    ['alter table t replica identity default', 'ALTER TABLE', ['write']],
    ['alter table t disable row level security', 'ALTER TABLE', ['privilege']],
    ['set search_path to app, public', 'SET', ['read']],
    ['set search_path to evil, pg_catalog', 'SET', ['unknown', 'write']],
    ['set transaction_read_only to off', 'SET', ['write']],
    ['set session characteristics as transaction read write', 'SET', ['write']],
    ['set app.user_id to 5', 'SET', ['write']],
    ['reset all', 'RESET', ['privilege']],
    ["select query_to_xml('select 1', true, true, '')", 'SELECT', ['read']],
    ["select query_to_xml('delete from t', true, true, '')", 'SELECT', ['destroy']],
    ['select query_to_xml(a, true, true, b) from t', 'SELECT', ['read', 'unknown']],
    ["select similarity(a, 'x') from t", 'SELECT', ['read']],
    ["select evil.similarity(a, 'x') from t", 'SELECT', ['read', 'unknown']],
    ["select delete('x')", 'SELECT', ['read', 'unknown']],
    ["select dblink_exec('c', 'drop table t')", 'SELECT', ['execute']],
    ['explain insert into t select * from s', 'EXPLAIN', ['read']],
    ['explain analyze insert into t select * from s', 'EXPLAIN', ['write']],
    ['analyze pg_authid', 'VACUUM', ['write']],
    ["copy t from '/etc/shadow'", 'COPY', ['secret', 'write']],
  ])('%s is %s and does %s', async (text, tag, expected) => {
    const understanding = await script(text);
    expect(effects(understanding)).toEqual(expected);
    expect(operations(understanding)).toEqual([`psql ${tag}`]);
  });

  test('every object of a statement is an action of its own', async () => {
    const { actions } = await sql('drop table a, s.b');
    expect(actions.map(({ resource }) => resource)).toEqual([
      { kind: 'table', name: 'a' },
      { kind: 'table', name: 'b', schema: 's' },
    ]);
    expect((await sql('truncate a, b, c')).actions).toHaveLength(3);
    expect((await sql('grant select on a, b to eve')).actions).toHaveLength(2);
  });

  test('a statement without WHERE is about every row', async () => {
    expect((await sql('delete from t')).actions[0]?.resource).toEqual({ kind: 'table', name: 't', all: 'true' });
    expect((await sql('update t set a = 1 where b')).actions[0]?.resource).toEqual({ kind: 'table', name: 't' });
  });

  test('data after COPY is no SQL, unless it would be read as commands', async () => {
    expect(effects(await script('copy t from stdin;\n1\tdrop table x\n\\N\t2\n\\.\nselect 1;\n'))).toEqual([
      'read',
      'write',
    ]);
    expect((await script('copy t from stdin;\n1\n\\.\ndrop table x;')).actions.at(-1)?.operation).toBe('DROP TABLE');
    expect((await script('copy t from stdin;\ndrop table x;\n\\.\n')).opaque).toBe(true);
    expect((await script('copy t from stdin;\n\\! touch x\n\\.\n')).opaque).toBe(true);
    expect(effects(await script("copy (select 'from stdin') to stdout;\ndrop table x;"))).toContain('destroy');
  });

  test('variables given on the command line are put in', async () => {
    const files = filesOf({ 'x.sql': "select * from t where id = :id and name = :'name'" });
    expect(onlyReads(await meaning(['psql', '-v', 'id=5', '-v', 'name=a;b', '-f', 'x.sql'], { files }))).toBe(true);
    expect((await script('\\set x 5\nselect :x')).opaque).toBe(true);
    expect((await script('select :DBNAME')).opaque).toBe(true);
    expect(onlyReads(await script("\\set x 5\nselect :'x', b::int from t"))).toBe(true);
    expect(onlyReads(await script('select a[1:2] from t'))).toBe(true);
  });

  test('programs psql starts are read themselves', async () => {
    expect(effects(await script('\\! rm x'))).toEqual(expect.arrayContaining(['destroy', 'execute']));
    expect(effects(await script("\\copy t to program 'rm x'"))).toEqual(expect.arrayContaining(['destroy', 'execute']));
    expect(effects(await meaning(['psql', '-o', '|rm x', '-c', 'select 1']))).toContain('destroy');
    expect(effects(await script('\\copy t to program x'))).toContain('unknown');
  });

  test('files psql reads and writes are actions with their paths', async () => {
    const paths = async (text: string) =>
      (await script(text)).actions.flatMap(({ effects: [effect], resource }) =>
        resource['path'] ? [[effect, resource['path']]] : [],
      );
    expect(await paths('\\o out.txt\nselect 1;')).toEqual([['write', '/work/out.txt']]);
    expect(await paths("\\copy t to 'a b.csv' csv")).toEqual([['write', '/work/a b.csv']]);
    expect(await paths('\\copy (select * from t) to t.csv')).toEqual([['write', '/work/t.csv']]);
    expect(await paths('\\copy t from t.csv csv')).toEqual([['read', '/work/t.csv']]);
    expect(await paths('\\cd sub\n\\lo_export 5 x.bin')).toEqual([['write', '/work/sub/x.bin']]);
    expect(effects(await script('\\copy t to t.csv'))).toEqual(['export', 'write']);
    expect(effects(await script('\\copy (delete from t returning *) to t.csv'))).toContain('destroy');
    expect(effects(await script('\\copy t from ~/.ssh/id_rsa'))).toContain('secret');
  });

  test('\\c changes where the rest runs', async () => {
    const text = 'select 1;\n\\c other - db2\ndrop table t;';
    const { actions } = await meaning(['psql', '-h', 'db1', '-f', 'x.sql'], { files: filesOf({ 'x.sql': text }) });
    expect(actions.map(({ scope }) => scope['host'])).toEqual(['db1', 'db1', 'db2']);
    expect(actions.at(-1)?.scope['database']).toBe('other');
  });

  test('included files are read where they lie', async () => {
    const files = filesOf({ 'a/x.sql': '\\ir y.sql\n\\i z.sql', 'a/y.sql': 'drop table y', 'z.sql': 'drop view z' });
    expect(operations(await meaning(['psql', '-X', '-f', 'a/x.sql'], { files }))).toEqual([
      'psql DROP TABLE',
      'psql DROP VIEW',
    ]);
  });

  test('a file that something before it may have changed is not believed', async () => {
    const files = filesOf({ 'x.sql': '\\i y.sql', 'y.sql': 'select 1', 'z.sql': '\\o y.sql\n\\i y.sql' });
    expect(onlyReads(await meaning(['psql', '-X', '-f', 'x.sql'], { files }))).toBe(true);
    expect((await meaning(['psql', '-X', '-f', 'x.sql'], { files, changed: true })).opaque).toBe(true);
    expect((await meaning(['psql', '-X', '-f', 'z.sql'], { files })).opaque).toBe(true);
  });

  test('the start-up file counts unless -X is given', async () => {
    const files = filesOf({ '/home/dev/.psqlrc': '\\! touch x' });
    expect(effects(await meaning(['psql', '-l'], { files }))).toContain('execute');
    expect(onlyReads(await meaning(['psql', '-X', '-l'], { files }))).toBe(true);
  });

  test('a service says where it connects', async () => {
    const files = filesOf({
      '/home/dev/.pg_service.conf': '[other]\nhost=x\n[prod]\nhost=db\ndbname=shop\npassword=hunter22\n',
    });
    const { actions, secrets, inputs } = await meaning(['psql', 'service=prod', '-c', 'select 1'], { files });
    expect(actions[0]?.scope).toMatchObject({ host: 'db', database: 'shop', service: 'prod' });
    expect(secrets).toContain('hunter22');
    expect(inputs.map(({ role }) => role)).toContain('service');
  });

  test('every volatile function of the catalogue is judged, and no steady one is', () => {
    const internal = /^(binary_upgrade_|plpgsql_|pg_extension_config_dump|pg_stop_making|cursor_to|query_to|ts_)/;
    const open = VOLATILE.all().filter((name) => functionEffects([name]).includes('unknown') && !internal.test(name));
    expect(open).toEqual([]);
    expect(STEADY.all().filter((name) => functionEffects([name]).join() !== 'read')).toEqual([]);
  });

  test('every kind of statement the parser has is in the table', async () => {
    const { readFileSync } = await import('node:fs');
    const types = readFileSync(new URL('../../node_modules/@pgsql/types/types.d.ts', import.meta.url), 'utf8');
    const kinds = [...types.matchAll(/interface (\w+Stmt) /g)].map((match) => match[1] as string);
    const parts = ['RawStmt', 'SetOperationStmt', 'ReturnStmt', 'PLAssignStmt'];
    expect(kinds.filter((kind) => !parts.includes(kind) && STATEMENTS[kind] === undefined)).toEqual([]);
  });

  test('never fails, whatever the text', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\\',
        "'",
        '"',
        '$$',
        '/*',
        ';',
        'copy t from stdin;\n',
        '\\copy ',
        '\\c ',
        ':x',
        ' to ',
        '\\o |',
        '`',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (parts) => {
        const understanding = await script(parts.join(''), { stdin: 'null' });
        expect(understanding.notes.some((note) => note.startsWith('the reader'))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('an option nobody knows never makes it look harmless', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^--[a-z]{9,12}$/), async (option) => {
        expect((await meaning(['psql', option, '-c', 'select 1'])).opaque).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

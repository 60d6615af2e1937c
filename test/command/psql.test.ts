import { describe, expect, test } from 'vitest';
import { effects, filesOf, line, meaning, onlyReads, operations } from './support.ts';

const sql = (text: string) => meaning(['psql', '-d', 'shop', '-c', text]);

describe('psql', () => {
  test.each([
    'select 1',
    'select count(*), lower(name) from users group by 2',
    'explain delete from users',
    'explain (analyze off) delete from users',
    'show search_path',
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
    ['text that does not parse', 'selec 1'],
    ['a shell', '\\! touch x'],
    ['a program fed by copy', "\\copy (select 1) to program 'cat'"],
    ['a program fed by output', '\\o |cat'],
    ['backquotes', '\\echo `touch x`'],
    ['statements made by a query', 'select 1 \\gexec'],
    ['another server', '\\c other'],
    ['an editor', '\\e'],
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
    expect(actions[0]?.scope).toEqual({ host: 'db', port: '5433', user: 'app', database: 'shop' });
  });

  test('finds the target in the environment', async () => {
    const environment = { PGHOST: 'db', PGDATABASE: 'shop' };
    const { actions, pins } = await meaning(['psql', '-c', 'select 1'], { environment });
    expect(actions[0]?.scope).toEqual({ host: 'db', database: 'shop' });
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
    ['with output to a program', { argv: ['psql', '-o', '|cat', '-c', 'select 1'] }],
    ['with PGOPTIONS', { argv: ['psql', '-c', 'select 1'], environment: { PGOPTIONS: '-c role=admin' } }],
  ])('%s it is opaque', async (_, { argv = ['psql'], ...more }: { argv?: string[] } & object) => {
    expect((await meaning(argv, more)).opaque).toBe(true);
  });

  test('stdin that the line spells out is read', async () => {
    expect(effects(await line("echo 'drop table users' | psql shop"))).toContain('destroy');
    expect(onlyReads(await line("psql shop <<'EOF'\nselect 1;\nEOF"))).toBe(true);
  });
});

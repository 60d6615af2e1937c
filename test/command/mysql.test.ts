import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reader } from '../../src/command/tools/mysql/mysql.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const sql = (text: string) => meaning(['mysql', '-h', 'db', '-e', text, 'shop']);
const of = (text: string) => meaning(text.split(' '));

describe('mysql', () => {
  test.each([
    'select * from users limit 5',
    'SELECT count(*), lower(`name`) FROM shop.users WHERE a IN (1, 2) GROUP BY 2',
    'SHOW PROCESSLIST',
    'show slave status\\G',
    'EXPLAIN DELETE FROM t',
    "SELECT 'drop table x; -- '",
    'SELECT /* delete */ 1 # drop table x',
    "SELECT \"a\\\"; drop table x\", 'it''s'",
    'with a as (select 1), b (x) as (select 2) select * from a, b',
    '(select 1) union (select 2)',
    "set @a = 1; set names utf8mb4; set session sql_mode = 'STRICT_TRANS_TABLES'",
    'use shop; select 1',
    'select * from t where match(x) against ("y" in boolean mode)',
    'select cast(a as decimal(10,2)), json_extract(b, "$.x") from t',
    'begin; select 1; commit',
    'select /*!40001 SQL_NO_CACHE */ * from t',
    'select /*+ MAX_EXECUTION_TIME(1000) */ 1',
    'prepare s from "select 1"',
    'select \\N',
    '',
  ])('%s only reads', async (text) => {
    expect(onlyReads(await sql(text))).toBe(true);
  });

  test.each([
    ['drop table users', 'DROP TABLE', ['destroy']],
    ['delete from users', 'DELETE', ['destroy']],
    ['truncate users', 'TRUNCATE', ['destroy']],
    ['insert into t (a, b) values (lower("x"), 2)', 'INSERT', ['write']],
    ['replace into t values (1)', 'REPLACE', ['write']],
    ['update t set a = 1', 'UPDATE', ['write']],
    ['with x as (select 1) delete from t', 'DELETE', ['destroy']],
    ['alter table t drop column a', 'ALTER TABLE', ['destroy']],
    ['alter table t add column a int', 'ALTER TABLE', ['write']],
    ['create or replace algorithm = merge view v as select f()', 'CREATE VIEW', ['write']],
    ['create table t (a int default (f()))', 'CREATE TABLE', ['write']],
    ['create table t as select f()', 'CREATE TABLE', ['unknown', 'write']],
    ['create user eve', 'CREATE USER', ['privilege']],
    ['create function f returns int soname "x.so"', 'CREATE FUNCTION', ['execute', 'write']],
    ['drop user eve', 'DROP USER', ['destroy', 'privilege']],
    ['grant all on *.* to eve', 'GRANT', ['privilege']],
    ['set password for root = "x"', 'SET', ['privilege']],
    ['set global general_log = 1', 'SET', ['privilege', 'write']],
    ['set @@global.general_log = 1', 'SET', ['privilege', 'write']],
    ['set names gbk', 'SET', ['unknown', 'write']],
    ["set sql_mode = 'ANSI_QUOTES'", 'SET', ['unknown', 'write']],
    ['set statement max_statement_time = 1 for delete from t', 'SET', ['destroy']],
    ['begin not atomic delete from t', 'BEGIN', ['execute', 'unknown']],
    ['select * from users into outfile "/tmp/u"', 'SELECT', ['export', 'write']],
    ['select * from t for update', 'SELECT', ['write']],
    ['select load_file("/etc/passwd")', 'SELECT', ['secret']],
    ['select user, authentication_string from mysql.user', 'SELECT', ['secret']],
    ['select f(1)', 'SELECT', ['read', 'unknown']],
    ['select shop.lower(1)', 'SELECT', ['read', 'unknown']],
    ['select `f` (1)', 'SELECT', ['read', 'unknown']],
    ['call purge()', 'CALL', ['execute', 'unknown']],
    ['explain analyze delete from t', 'EXPLAIN', ['destroy']],
    ['analyze format=json delete from t', 'ANALYZE', ['destroy']],
    ['analyze table t', 'ANALYZE', ['write']],
    ['/*! delete from users */', 'DELETE', ['destroy']],
    ['/*!99999 delete from users */', 'DELETE', ['destroy', 'unknown']],
    ['prepare s from "delete from t"', 'PREPARE', ['destroy']],
    ['prepare s from @q', 'PREPARE', ['execute', 'unknown']],
    ["execute immediate 'drop table t'", 'EXECUTE IMMEDIATE', ['destroy']],
    ['load data infile "/tmp/x" into table t', 'LOAD DATA', ['write']],
    ['frobnicate t', 'FROBNICATE', ['unknown']],
  ])('%s is %s and does %j', async (text, tag, expected) => {
    const understanding = await sql(text);
    expect(effects(understanding)).toEqual(expected);
    expect(operations(understanding)).toEqual([`mysql ${tag}`]);
  });

  test.each([
    ['a statement behind a comment', 'select 1 -- x\n; drop table t'],
    ['a statement behind an escaped quote', "select 'a\\''; drop table t"],
    ['a statement behind \\G', 'select 1\\G drop table t'],
    ['another delimiter', 'delimiter //\nselect 1; select 2// drop table t//'],
    ['a space that is none to the server', 'select 1 --\u00a0; drop table t'],
    ['a delimiter inside a word', 'delimiter $$\nselect 1$$drop table t$$'],
    ['a delimiter made of letters', 'delimiter x\nselect 1 axdrop table t'],
    ['a minus that is no comment', 'select 1 --1; drop table t'],
  ])('%s counts', async (_, text) => {
    expect(effects(await sql(text))).toContain('destroy');
  });

  test('commands of the client', async () => {
    expect(effects(await sql('system rm x'))).toEqual(expect.arrayContaining(['destroy', 'execute']));
    expect(effects(await sql('select 1; \\! rm x'))).toEqual(expect.arrayContaining(['destroy', 'execute']));
    expect(effects(await sql('pager rm x'))).toContain('destroy');
    expect((await sql('tee out.txt')).actions[0]).toMatchObject({
      effects: ['write'],
      resource: { path: '/work/out.txt' },
    });
    expect((await sql('edit')).opaque).toBe(true);
    expect((await sql('connect other')).opaque).toBe(true);
    expect((await sql('source x.sql')).opaque).toBe(true);
    const files = filesOf({ 'x.sql': 'drop table t' });
    expect(effects(await meaning(['mysql', '-e', 'source x.sql'], { files }))).toEqual(['destroy']);
    expect((await meaning(['mysql', '-e', 'source x.sql'], { files, changed: true })).opaque).toBe(true);
    expect((await sql('use other; drop table t')).actions.at(-1)?.scope['database']).toBe('other');
  });

  test('stdin is read where it can be', async () => {
    const seen = await meaning(['mysql', 'shop'], { files: filesOf({}, 'drop table t;'), stdin: 'pipe' });
    expect(effects(seen)).toEqual(['destroy']);
    expect((await meaning(['mysql', 'shop'], { stdin: 'pipe' })).opaque).toBe(true);
    expect((await meaning(['mysql', 'shop'], { stdin: 'terminal' })).opaque).toBe(true);
  });

  test('what and where', async () => {
    const { actions, secrets } = await of('mysql -hdb -P3307 -uapp -phunter22 -e drop_table');
    expect(actions[0]?.scope).toMatchObject({ host: 'db', port: '3307', user: 'app' });
    expect(secrets).toEqual(['hunter22']);
    expect((await sql('drop table if exists shop.`Orders`')).actions[0]?.resource).toEqual({
      kind: 'table',
      schema: 'shop',
      name: 'Orders',
    });
    expect((await sql('delete from Orders')).actions[0]?.resource).toEqual({
      kind: 'table',
      name: 'Orders',
      all: 'true',
    });
    expect((await sql('delete from Orders where a')).actions[0]?.resource).toEqual({ kind: 'table', name: 'Orders' });
  });

  test('an option file that says more than where to connect is in doubt', async () => {
    const about = (text: string) =>
      meaning(['mysql', '-e', 'select 1'], { files: filesOf({ '/home/dev/.my.cnf': text }) });
    expect((await about('[client]\nhost=db\npassword="hunter22"\n')).actions[0]?.scope['host']).toBe('db');
    expect((await about('[client]\nhost=db\npassword="hunter22"\n')).secrets).toEqual(['hunter22']);
    expect((await about('[client]\ninit_command=drop table t\n')).opaque).toBe(true);
    expect((await of('mysql --defaults-file=x.cnf -e select')).opaque).toBe(true);
  });

  test.each([
    ['mysqldump shop', ['export']],
    ['mysqldump --all-databases', ['export']],
    ['mysqldump mysql', ['export', 'secret']],
    ['mysqldump -r out.sql shop', ['export', 'write']],
    ['mysqladmin ping', ['read']],
    ['mysqladmin -u root status version', ['read']],
    ['mysqladmin drop shop', ['destroy']],
    ['mysqladmin shutdown', ['write']],
    ['mysqladmin password x', ['privilege']],
    ['mysqlimport shop t.txt', ['write']],
    ['mysqlimport --delete shop t.txt', ['destroy', 'write']],
    ['mysqlcheck shop', ['read']],
    ['mysqlcheck --repair shop', ['write']],
    ['mysqlshow shop', ['read']],
    ['mysqlbinlog binlog.1', ['read']],
    ['mariadb -e select_1', ['unknown']],
    ['mariadb-dump shop', ['export']],
    ['mysql --version', ['read']],
    ['mysql --skip-column-names --ssl_mode=REQUIRED --version', ['read']],
  ])('%s: %j', async (text, expected) => {
    expect(effects(await of(text))).toEqual(expected);
  });

  test('never fails, and an unknown option is always in doubt', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("'", '`', '/*!', '*/', ';', '\\G', '\\!', 'delimiter ', '--', '\n', '('),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (parts) => {
        const { notes } = await sql(parts.join(''));
        expect(notes.some((note) => note.startsWith('the reader for mysql'))).toBe(false);
      }),
      { numRuns: 300 },
    );
    for (const program of reader.names) expect((await of(`${program} --frobnicate-it`)).opaque).toBe(true);
  });
});

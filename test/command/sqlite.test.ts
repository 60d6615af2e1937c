import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const sql = (...texts: string[]) => meaning(['sqlite3', 'app.db', ...texts]);

describe('sqlite3', () => {
  test.each([
    'select * from users',
    'select \'drop table x; --\', "a", [b], `c` from t -- drop table x',
    'with a as (select 1), b(x) as (select 2) select * from a, b',
    'explain delete from t',
    'explain query plan delete from t',
    'pragma table_info(users)',
    'PRAGMA user_version',
    'pragma main.journal_mode',
    "select json_extract(a, '$.x'), count(*) from t, json_each(b) group by 1",
    "select name from pragma_table_info('t')",
    'begin; select 1; commit',
    '.tables',
    '.schema users',
    '.mode csv',
    '.headers on',
    '.he',
    "values (1), ('it''s')",
  ])('%s only reads', async (text) => {
    expect(onlyReads(await sql(text))).toBe(true);
  });

  test.each([
    ['drop table users', 'DROP TABLE', ['destroy']],
    ['delete from users', 'DELETE', ['destroy']],
    ['insert or replace into t (a) values (1)', 'INSERT', ['write']],
    ['update t set a = 1', 'UPDATE', ['write']],
    ['with x as (select 1) delete from t', 'DELETE', ['destroy']],
    ['create table t (a int default (f()))', 'CREATE TABLE', ['write']],
    ['create temp trigger x after insert on t begin delete from a; select 1; end', 'CREATE TRIGGER', ['write']],
    ['alter table t drop column a', 'ALTER TABLE', ['destroy']],
    ['alter table t rename to s', 'ALTER TABLE', ['write']],
    ['pragma journal_mode = wal', 'PRAGMA', ['write']],
    ['pragma foreign_keys = on', 'PRAGMA', ['read']],
    ['pragma frobnicate', 'PRAGMA', ['unknown']],
    ["select load_extension('x')", 'SELECT', ['execute', 'read', 'unknown']],
    ['select edit(a) from t', 'SELECT', ['execute', 'read', 'unknown']],
    ['select frobnicate(a) from t', 'SELECT', ['read', 'unknown']],
    ['frobnicate', 'FROBNICATE', ['unknown']],
    ['.dump', '.dump', ['export']],
    ['.load x', '.load', ['execute', 'unknown']],
    ['.frobnicate', '.frobnicate', ['unknown']],
  ])('%s is %s and does %j', async (text, tag, expected) => {
    const understanding = await sql(text);
    expect(effects(understanding)).toEqual(expected);
    expect(operations(understanding)).toEqual([`sqlite3 ${tag}`]);
  });

  test('the database is a file, and so is what it reads and writes', async () => {
    const touched = async (...texts: string[]) =>
      (await sql(...texts)).actions.map(({ effects: done, resource }) => `${done.join('+')} ${resource['path']}`);
    expect((await sql('delete from t')).actions[0]).toMatchObject({
      resource: { kind: 'database', path: '/work/app.db', table: 't', all: 'true' },
    });
    expect((await sql('update t set a = 1 where b')).actions[0]?.resource['all']).toBeUndefined();
    expect(await touched(".output 'a b.txt'")).toEqual(['write /work/a b.txt']);
    expect(await touched('.backup main x.db')).toEqual(['write /work/x.db']);
    expect(await touched('.import t.csv t')).toEqual(['write /work/app.db', 'read /work/t.csv']);
    expect(await touched("vacuum into 'x.db'")).toEqual(['write /work/app.db', 'write /work/x.db']);
    expect(await touched("attach 'x.db' as x")).toEqual(['write /work/app.db', 'write /work/x.db']);
    expect(await touched("select writefile('x', a) from t")).toEqual(['write /work/app.db', 'write /work/x']);
    expect(await touched("select writefile('x' || '/../../y', a)")).toEqual(['write /work/app.db', 'write undefined']);
    expect(await touched('.cd sub', '.output x')).toEqual(['read /work/app.db', 'write /work/sub/x']);
    expect(await touched('.open other.db', 'drop table t')).toEqual(['read /work/other.db', 'destroy /work/other.db']);
    expect(effects(await sql("select readfile('/home/x/.ssh/id_rsa')"))).toContain('secret');
    expect((await meaning(['sqlite3', 'file:a%20b.db?mode=ro', 'select 1'])).actions[0]?.resource['path']).toBe(
      '/work/a b.db',
    );
    expect((await meaning(['sqlite3', ':memory:', 'drop table t'])).actions[0]).toMatchObject({
      resource: { kind: 'database', table: 't' },
      scope: { reach: 'temporary' },
    });
  });

  test('programs it starts are read themselves', async () => {
    const removes = expect.arrayContaining(['destroy', 'execute']);
    for (const text of [
      '.shell rm x',
      '.system rm x',
      '.sy rm x',
      '.output |rm x',
      '.once "|rm x"',
      '.import "|rm x" t',
    ])
      expect(effects(await sql(text))).toEqual(removes);
    expect((await sql('.read "|cat x"')).opaque).toBe(true);
    expect((await sql('.once -e')).opaque).toBe(true);
  });

  test('files and stdin it reads commands from', async () => {
    const files = filesOf({ 'x.sql': '.tables\nselect 1;\ndrop\n table t;\n' }, 'select 1;\n.shell rm x\n');
    expect(operations(await meaning(['sqlite3', 'app.db', '.read x.sql'], { files }))).toEqual([
      'sqlite3 .tables',
      'sqlite3 SELECT',
      'sqlite3 DROP TABLE',
    ]);
    expect(effects(await meaning(['sqlite3', 'app.db'], { files, stdin: 'pipe' }))).toContain('execute');
    expect((await meaning(['sqlite3', 'app.db'], { stdin: 'pipe' })).opaque).toBe(true);
    expect((await meaning(['sqlite3', 'app.db'], { stdin: 'terminal' })).opaque).toBe(true);
    expect((await meaning(['sqlite3', '-init', 'absent.sql', 'app.db', 'select 1'])).opaque).toBe(true);
    expect((await meaning(['sqlite3', 'app.db', '.output x.sql', '.read x.sql'], { files })).opaque).toBe(true);
    const rc = filesOf({ '/home/dev/.sqliterc': '.shell touch x' });
    expect(effects(await meaning(['sqlite3', 'app.db', 'select 1'], { files: rc }))).toContain('execute');
  });

  test('options stand anywhere, and one nobody knows is in doubt', async () => {
    expect(onlyReads(await meaning(['sqlite3', '-readonly', 'app.db', 'select 1', '--separator', ',', '-csv']))).toBe(
      true,
    );
    expect(onlyReads(await meaning(['sqlite3', '--version']))).toBe(true);
    expect(effects(await meaning(['sqlite3', 'app.db', '-cmd', 'drop table t', 'select 1']))).toContain('destroy');
    expect(onlyReads(await meaning(['sqlite3', 'app.db', '-A', '-t']))).toBe(true);
    expect((await meaning(['sqlite3', 'app.db', '-Ax'])).opaque).toBe(true);
    expect((await meaning(['sqlite3', '--frobnicate', 'app.db', 'select 1'])).opaque).toBe(true);
  });

  test('never fails', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("'", '[', '/*', ';', '\n.', '.shell ', '--', '(', '-A', '-cmd'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece).map((parts) => parts.join(''))), async (args) => {
        const { notes } = await sql(...args);
        expect(notes.some((note) => note.startsWith('the reader for sqlite3'))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

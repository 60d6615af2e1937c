import { chmodSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../src/approval/previews/access.ts';
import { type Postgres, postgresPrograms, startPostgres } from '../kit/postgres.ts';
import { Folder, NOTHING, previewOf, previewsIn, subjectOf } from './looking.ts';

describe.skipIf(postgresPrograms() === undefined)('what a database would lose or change, with psql', () => {
  let server: Postgres;
  let folder: Folder;
  let access: Access;

  beforeAll(async () => {
    server = await startPostgres();
    folder = new Folder();
    server.sql(`create table users (id int primary key, name text);
      insert into users select i, 'Confidential ' || i from generate_series(1, 5000) i;
      create table orders (id int, user_id int references users);
      insert into orders select i, i from generate_series(1, 100) i;
      create view active as select * from users;
      create view very_active as select * from active;
      create table called (at timestamptz);
      create function evil() returns int language plpgsql immutable as $$ begin insert into called values (now()); return 1; end $$;
      analyze;
      create role watcher login password 'watch-1' in role pg_read_all_data;
      create role planner login password 'plan-1'; grant all on all tables in schema public to planner`);
    access = credential('planner', 'plan-1');
  }, 60_000);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  function credential(user: string, password: string, more: Readonly<Record<string, string>> = {}): Access {
    const { PGHOST, PGPORT } = server.environment;
    const parts = { host: PGHOST, port: PGPORT, dbname: 'postgres', user, ...more };
    const text = Object.entries(parts).map(([name, value]) => `${name}=${value}`);
    const service_file = join(folder.path, `service-${user}-${Object.keys(more).join('-')}`);
    const passfile = join(folder.path, `pass-${user}`);
    writeFileSync(service_file, `[other]\nhost=nowhere\n[look]\n${text.join('\n')}\n`, { mode: 0o600 });
    writeFileSync(passfile, `*:*:*:*:${password}\n`, { mode: 0o600 });
    return { kind: 'configured', credentials: { psql: [{ service: 'look', service_file, passfile }] } };
  }

  function psql(sql: string, more: readonly string[] = []): readonly string[] {
    const { PGHOST = '', PGPORT = '' } = server.environment;
    return ['psql', '-h', PGHOST, '-p', PGPORT, '-d', 'postgres', '-U', 'app', ...more, '-c', sql];
  }

  test('DROP: size, rows and everything that hangs on it, views of views too', async () => {
    const preview = await previewOf(psql('drop table users cascade'), folder.path, access);
    expect(preview).toMatchObject({ tool: 'psql', kind: 'found' });
    expect(preview.headline).toMatch(/^users: about 5,000 rows, \d+ kB, \d dependants$/);
    const text = preview.lines.join('\n');
    for (const name of ['view active', 'view very_active', 'constraint orders_user_id_fkey on table orders'])
      expect(text).toContain(name);
    expect(text).not.toContain('Confidential');
    expect(server.sql('select count(*) from users')).toBe('5000');
  });

  test('TRUNCATE, DROP SCHEMA and DROP DATABASE: how much is in them', async () => {
    expect((await previewOf(psql('truncate orders'), folder.path, access)).headline).toMatch(/^orders: about 100 rows/);
    expect((await previewOf(psql('drop schema public cascade'), folder.path, access)).headline).toMatch(
      /^schema public: 5 relations/,
    );
    expect((await previewOf(psql('drop database postgres'), folder.path, access)).headline).toMatch(
      /^database postgres: /,
    );
    expect((await previewOf(psql('drop table "no such; table"'), folder.path, access)).lines.join()).toContain(
      'is not there now',
    );
    expect((await previewOf(psql(`drop table "o'; drop table users; --"`), folder.path, access)).kind).toBe('found');
    expect(server.sql('select count(*) from users')).toBe('5000');
  });

  test('DELETE and UPDATE: the rows that the planner expects; nothing is run and no row is read', async () => {
    const preview = await previewOf(
      psql('delete from orders; update users set name = name where id < 100'),
      folder.path,
      access,
    );
    expect(preview.kind).toBe('found');
    expect(preview.headline).toMatch(/^about 100 rows; about (9\d|10\d) rows$/);
    expect(preview.lines.join('\n')).toContain('DELETE of orders: about 100 rows by the planner, nothing was run');
    expect(server.sql('select count(*) from orders')).toBe('100');
  });

  test('a file of SQL is what it was when it was asked, else unknown', async () => {
    const file = join(folder.path, 'x.sql');
    writeFileSync(file, 'delete from orders;\n');
    const { PGHOST = '', PGPORT = '' } = server.environment;
    const argv = ['psql', '-h', PGHOST, '-p', PGPORT, '-d', 'postgres', '-f', 'x.sql'];
    expect((await previewOf(argv, folder.path, access)).headline).toBe('about 100 rows');
    const subject = await subjectOf(argv, folder.path);
    writeFileSync(file, 'delete from users;\n');
    expect(await previewsIn(subject, access)).toMatchObject([{ kind: 'unknown' }]);
  });

  test('a credential that may not plan a change says how much there is at most', async () => {
    const preview = await previewOf(
      psql('delete from orders where id = 1'),
      folder.path,
      credential('watcher', 'watch-1'),
    );
    expect(preview).toMatchObject({ kind: 'found', headline: expect.stringMatching(/^orders: about 100 rows in all/) });
    expect(preview.lines.join('\n')).toContain('permission denied');
  });

  test('POL-11 what a statement calls does not run while it is planned, and a second statement has no way in', async () => {
    for (const sql of [
      'delete from orders where id = evil()',
      'delete from orders where id = (select evil())',
      `insert into orders select evil(), 1`,
    ]) {
      const preview = await previewOf(psql(sql), folder.path, access);
      expect(preview.kind).toBe('unknown');
      expect(preview.lines.join('\n')).toContain('it calls what gate does not know');
    }
    await previewOf(psql(`delete from orders where id = 1; commit; drop table called`), folder.path, access);
    await previewOf(psql(`delete from orders where 'a\\' = '; commit; drop table called; --'`), folder.path, access);
    expect(server.sql('select count(*) from called')).toBe('0');
  });

  test('it may only read, even as a user who may do anything and with a service that says otherwise', async () => {
    const strong = credential('postgres', server.password, { options: '-c default_transaction_read_only=off' });
    const preview = await previewOf(psql('drop table users'), folder.path, strong);
    expect(preview.headline).toMatch(/^users: about 5,000 rows/);
  });

  test('POL-11 what the planner itself evaluates, behind an operator that gate cannot see through, cannot write', async () => {
    server.sql(`create function note() returns bool language plpgsql volatile as $$ begin insert into called values (now()); return true; end $$;
      create function sly(int, int) returns bool language plpgsql immutable as $$ begin return note(); end $$;
      create operator === (leftarg = int, rightarg = int, function = sly)`);
    const sql = 'delete from orders where 1 === 2';
    const strong = credential('postgres', server.password, { options: '-c default_transaction_read_only=off' });
    const preview = await previewOf(psql(sql), folder.path, strong);
    expect(preview.lines.join('\n')).toContain('cannot execute INSERT in a read-only transaction');
    expect(server.sql('select count(*) from called')).toBe('0');
    // It would have.
    server.sql(`explain ${sql}`);
    expect(server.sql('select count(*) from called')).not.toBe('0');
    server.sql('truncate called');
  });

  test('without a credential that leads to this very database, nothing is asked', async () => {
    expect(await previewOf(psql('drop table users'), folder.path, NOTHING)).toMatchObject({
      kind: 'unknown',
      lines: ['no credential for previews of psql is configured'],
    });
    const other = credential('planner', 'plan-1', { dbname: 'elsewhere' });
    expect((await previewOf(psql('drop table users'), folder.path, other)).lines.join()).toContain(
      'no credential for previews leads to',
    );
    const open = credential('planner', 'plan-1', { application_name: 'x' });
    const away = await previewsIn(await subjectOf(['ssh', 'jump', ...psql('drop table users')], folder.path), access);
    expect(away.find(({ tool }) => tool === 'psql')?.lines).toEqual(['psql is started by another command']);
    if (open.kind === 'configured') chmodSync(open.credentials.psql![0]!.service_file, 0o666);
    expect((await previewOf(psql('drop table users'), folder.path, open)).lines.join()).toContain(
      'can be written by others',
    );
  });

  test('CFG-01 CFG-04 the person who confirms looks with their own login, and no start-up file or option of theirs', async () => {
    using home = new Folder();
    writeFileSync(join(home.path, '.psqlrc'), `\\! touch ${home.path}/mark\n`);
    const environment = { ...server.environment, PGOPTIONS: '-c search_path=evil', PSQLRC: join(home.path, '.psqlrc') };
    const present: Access = { kind: 'present', environment, home: home.path };
    const argv = ['psql', '-c', 'drop table users'];
    const preview = await previewOf(argv, folder.path, present, server.environment);
    expect(preview.headline).toMatch(/^users: about 5,000 rows/);
    expect(home.has('mark')).toBe(false);
  });

  test('CFG-03 a password of the environment goes to the server of the environment, and to no other', async () => {
    let heard = '';
    const thief = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data) => {
        heard += data.toString('latin1');
        // No TLS; then: your password in clear text, please.
        if (data.length === 8) socket.write('N');
        else socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      });
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = thief.address() as AddressInfo;
      const present: Access = { kind: 'present', environment: server.environment, home: folder.path };
      const argv = ['psql', '-p', String(port), '-c', 'drop table users'];
      const preview = await previewOf(argv, folder.path, present, server.environment);
      expect(preview.kind).toBe('unknown');
      expect(heard).toContain('gate preview');
      expect(heard).not.toContain(server.password);
    } finally {
      thief.close();
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reader } from '../../src/command/tools/postgres/postgres.ts';
import { effects, meaning } from './support.ts';

const of = async (text: string, environment = {}) => meaning(text.split(' '), { environment });

describe('the programs of PostgreSQL', () => {
  test.each([
    ['pg_dump shop', ['export']],
    ['pg_dump -Fc -f shop.dump shop', ['export', 'write']],
    ['pg_dumpall', ['export']],
    ['pg_dumpall -g', ['export', 'secret']],
    ['pg_dumpall -g --no-role-passwords', ['export']],
    ['pg_restore -l shop.dump', ['read']],
    ['pg_restore shop.dump', ['read']],
    ['pg_restore -f out.sql shop.dump', ['read', 'write']],
    ['pg_restore -d shop shop.dump', ['read', 'write']],
    ['pg_restore --clean -d shop shop.dump', ['destroy', 'read', 'write']],
    ['createdb shop', ['write']],
    ['dropdb shop', ['destroy']],
    ['createuser eve', ['privilege']],
    ['dropuser eve', ['destroy', 'privilege']],
    ['vacuumdb -z -a', ['write']],
    ['reindexdb shop', ['write']],
    ['clusterdb', ['write']],
    ['pg_isready -h db', ['read']],
    ['pg_basebackup -D copy', ['export', 'write']],
    ['pg_receivewal --drop-slot -S a', ['destroy']],
    ['pg_ctl status -D data', ['read']],
    ['pg_ctl stop -D data -m fast', ['write']],
    ['initdb -D data', ['write']],
    ['initdb --show', ['read']],
    ['pg_controldata data', ['read']],
    ['pg_checksums -D data', ['read']],
    ['pg_checksums -e -D data', ['write']],
    ['pg_resetwal -f data', ['destroy']],
    ['pg_resetwal -n data', ['read']],
    ['pg_rewind -D data --source-server=host=x', ['destroy']],
    ['pg_archivecleanup a b', ['destroy']],
    ['pgbench -i shop', ['destroy']],
    ['pgbench -n -S shop', ['read']],
    ['vacuumlo shop', ['destroy']],
    ['vacuumlo -n shop', ['read']],
    ['pg_config --libdir', ['read']],
    ['pg_lsclusters', ['read']],
    ['pg_ctlcluster 15 main restart', ['write']],
    ['pg_dropcluster 15 main', ['destroy']],
    ['pg_conftool show all', ['read']],
    ['pg_test_timing -d 3', ['read']],
    ['pg_test_fsync', ['write']],
    ['pg_upgrade -b a -B b -d c -D d', ['execute', 'write']],
    ['pg_dump --version', ['read']],
    ['pg_dump --help', ['read']],
  ])('%s: %j', async (text, expected) => {
    const understanding = await of(text);
    expect(effects(understanding)).toEqual(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each([
    'pg_dump --frobnicate shop',
    'pg_ctl frobnicate',
    'pg_ctl start -p /tmp/postgres',
    'pg_ctl start -o -cshared_preload_libraries=x',
    'pgbench -f script.sql',
    'postgres -D data',
    'pgcli shop',
  ])('%s is in doubt', async (text) => {
    expect((await of(text)).opaque).toBe(true);
  });

  test('where it connects, and what it touches', async () => {
    const { actions } = await of('dropdb -h db -p 5433 -U app shop');
    expect(actions).toMatchObject([
      {
        operation: 'dropdb',
        resource: { kind: 'database', name: 'shop' },
        scope: { host: 'db', port: '5433', user: 'app', database: 'shop' },
      },
    ]);
    expect((await of('pg_dump -f out.sql shop', { PGHOST: 'db' })).actions).toMatchObject([
      { scope: { host: 'db' }, resource: { kind: 'database', name: 'shop' } },
      { resource: { kind: 'file', path: '/work/out.sql' }, scope: {} },
    ]);
    expect((await of('pg_dump postgres://app:hunter22@db/shop')).secrets).toEqual(['hunter22']);
    expect((await of('pg_controldata', { PGDATA: '/data' })).actions[0]?.resource['path']).toBe('/data');
    expect((await of('vacuumdb -a')).actions[0]?.resource['all']).toBe('true');
  });

  test('never fails, and an unknown option is always in doubt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reader.names),
        fc.array(fc.oneof(fc.string(), fc.constantFrom('-d', '-f', '--', '-', '-c')), { maxLength: 5 }),
        async (program, args) => {
          const { actions, notes } = await meaning([program, ...args]);
          expect(actions.length).toBeGreaterThan(0);
          expect(notes.some((note) => note.startsWith('the reader'))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
    for (const program of reader.names) {
      const { actions } = await meaning([program, '--frobnicate-it']);
      const free = ['pg_lsclusters', 'pg_createcluster', 'pg_dropcluster', 'pg_test_fsync', 'pg_upgrade'].includes(
        program,
      );
      expect(free || actions.every(({ opaque }) => opaque)).toBe(true);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeCommand } from '../../src/command/tools/redis/commands.ts';
import { OTHERS, READS, WRITES } from '../../src/command/tools/redis/commands-table.ts';
import { splitLine } from '../../src/command/tools/redis/lines.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const of = (...args: string[]) => meaning(['redis-cli', ...args]);

describe('redis-cli', () => {
  test.each([
    ['GET k', ['read']],
    ['get k', ['read']],
    ['KEYS *', ['read']],
    ['SCAN 0 MATCH x*', ['read']],
    ['INFO memory', ['read']],
    ['CONFIG GET maxmemory', ['read']],
    ['CONFIG GET *', ['read', 'secret']],
    ['CONFIG GET requirepass', ['read', 'secret']],
    ['CONFIG SET maxmemory 1gb', ['write']],
    ['CONFIG SET dir /home/u/.ssh', ['privilege', 'write']],
    ['CONFIG SET maxmemory 1 protected-mode no', ['privilege', 'write']],
    ['ACL WHOAMI', ['read']],
    ['ACL LIST', ['read', 'secret']],
    ['ACL SETUSER eve on >pw', ['privilege']],
    ['AUTH pw', ['privilege']],
    ['HELLO 3', ['read']],
    ['HELLO 3 AUTH me pw', ['privilege']],
    ['SET k v', ['write']],
    ['DEL k', ['destroy']],
    ['FLUSHALL', ['destroy']],
    ['EVAL return 1 0', ['execute']],
    ['FCALL_RO f 0', ['execute']],
    ['SCRIPT LOAD x', ['execute', 'write']],
    ['MODULE LOAD /tmp/x.so', ['execute', 'write']],
    ['DEBUG OBJECT k', ['read']],
    ['DEBUG SEGFAULT', ['execute', 'write']],
    ['SHUTDOWN NOSAVE', ['write']],
    ['REPLICAOF evil 6379', ['destroy', 'write']],
    ['REPLICAOF NO ONE', ['write']],
    ['MIGRATE evil 6379 k 0 100', ['destroy', 'export']],
    ['MONITOR', ['read', 'secret']],
    ['SUBSCRIBE c', ['read']],
    ['SORT k', ['write']],
    ['SORT_RO k', ['read']],
    ['OBJECT ENCODING k', ['read']],
    ['OBJECT HELP', ['read']],
    ['SLOWLOG RESET', ['write']],
    ['SLOWLOG frobnicate', ['read']],
    ['CONFIG', ['read']],
    ['HEXPIRE h 10 FIELDS 1 f', ['write']],
    ['--scan --pattern x*', ['read']],
    ['--bigkeys', ['read']],
    ['--rdb dump.rdb', ['export', 'write']],
    ['--rdb -', ['export']],
    ['--cluster info h:6379', ['read']],
    ['--cluster check h:6379', ['read']],
    ['--cluster reshard h:6379 --cluster-yes', ['write']],
    ['--cluster del-node h:6379 id', ['destroy']],
    ['--cluster call h:6379 flushall', ['destroy']],
    ['--cluster call h:6379 dbsize', ['read']],
    ['--cluster rebalance h:6379 --cluster-simulate', ['read']],
    ['-r 3 -i 1 GET k', ['read']],
    ['-c -n 2 --raw GET k', ['read']],
    ['--help', ['read']],
  ])('%s: %j', async (text, expected) => {
    const understanding = await of(...text.split(' '));
    expect(effects(understanding)).toEqual(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each([
    'FROBNICATE k',
    'CONFIG FROBNICATE',
    '--frobnicate GET k',
    '--pipe',
    '--eval x.lua',
    '--cluster frobnicate h:1',
    'JSON.GET k',
  ])('%s is in doubt', async (text) => {
    expect((await of(...text.split(' '))).opaque).toBe(true);
  });

  test('where it connects', async () => {
    const scope = async (...args: string[]) => (await of(...args, 'GET', 'k')).actions[0]?.scope;
    expect(await scope()).toMatchObject({ host: '127.0.0.1' });
    expect(await scope('-h', 'cache', '-p', '6380', '-n', '2')).toMatchObject({
      host: 'cache',
      port: '6380',
      database: '2',
    });
    expect(await scope('-u', 'redis://me:hunter22@cache:6380/3')).toMatchObject({
      host: 'cache',
      port: '6380',
      database: '3',
      user: 'me',
    });
    expect(await scope('-s', '/run/redis.sock')).toMatchObject({ host: '/run/redis.sock' });
    expect((await of('-u', 'http://x', 'GET', 'k')).opaque).toBe(true);
  });

  test('passwords are secrets', async () => {
    expect((await of('-a', 'hunter22', 'GET', 'k')).secrets).toEqual(['hunter22']);
    expect((await of('-u', 'redis://:hunter22@h', 'GET', 'k')).secrets).toEqual(['hunter22']);
    expect((await of('AUTH', 'me', 'hunter22')).secrets).toEqual(['hunter22']);
    expect((await of('CONFIG', 'SET', 'requirepass', 'hunter22')).secrets).toEqual(['hunter22']);
    expect((await of('ACL', 'SETUSER', 'eve', 'on', '>hunter22')).secrets).toEqual(['hunter22']);
  });

  test('commands on stdin are read, and a session is not', async () => {
    const files = filesOf({}, 'GET a\n3 INCR b\n"DEL" c\nquit\nFLUSHALL\n');
    expect(operations(await meaning(['redis-cli'], { files, stdin: 'pipe' }))).toEqual([
      'redis-cli GET',
      'redis-cli INCR',
      'redis-cli DEL',
    ]);
    expect((await meaning(['redis-cli'], { stdin: 'pipe' })).opaque).toBe(true);
    expect(onlyReads(await meaning(['redis-cli'], { stdin: 'terminal' }))).toBe(false);
    expect((await meaning(['redis-cli'], { files: filesOf({}, 'GET "a'), stdin: 'pipe' })).opaque).toBe(true);
  });

  test('words of a line', () => {
    expect(splitLine(`SET "a \\"b\\x41" 'c d'`)).toEqual(['SET', 'a "bA', 'c d']);
    expect(splitLine('SET "a"b')).toBeUndefined();
  });

  test('every command the server lists is judged', () => {
    // Of servers newer than gate's judgement.
    const open = /^(backup|himport|bless|cluster\|syncslots)/;
    const unknown = [READS, WRITES, OTHERS]
      .flatMap((names) => names.all())
      .filter((name) => !open.test(name) && judgeCommand(name.split('|')).effects.includes('unknown'));
    expect(unknown).toEqual([]);
    expect(WRITES.all().filter((name) => judgeCommand(name.split('|')).effects.join() === 'read')).toEqual([]);
  });

  test('never fails, and an unknown option is always in doubt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('-h', '--cluster', 'call', '"', '--eval'))),
        async (args) => {
          const { actions, notes } = await of(...args);
          expect(actions.length).toBeGreaterThan(0);
          expect(notes.some((note) => note.startsWith('the reader'))).toBe(false);
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^--[a-z]{14}$/), async (option) => {
        expect((await of(option, 'GET', 'k')).opaque).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

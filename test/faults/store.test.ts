import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/audit/log.ts';
import { inPlace, NODE, started, storeAt, verdictOf, WRITER } from '../store/fixtures/place.ts';

const submitted = (request: string, text = ''): Draft => ({ type: 'request.submitted', request, payload: { text } });
const code = (name: string) => expect.objectContaining({ code: name });

/** What a statement of somebody else does to the file. */
function other(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

describe('a log that cannot be used is refused, and never replaced', () => {
  it('others can write the directory, or read the file: says which chmod to run', () =>
    inPlace((path, directory) => {
      storeAt(path).close();
      expect([statSync(directory).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
      chmodSync(path, 0o644);
      expect(() => storeAt(path)).toThrow(
        expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', hint: `run: chmod 600 ${path}` }),
      );
      chmodSync(path, 0o600);
      chmodSync(directory, 0o770);
      expect(() => storeAt(path)).toThrow(expect.objectContaining({ hint: `run: chmod 700 ${directory}` }));
    }));

  it('a directory that I made with mkdir works, and is closed to others from then on', () =>
    inPlace((path, directory) => {
      chmodSync(directory, 0o755);
      storeAt(path).close();
      expect(statSync(directory).mode & 0o777).toBe(0o700);
      chmodSync(directory, 0o750);
      storeAt(path).close();
      expect(statSync(directory).mode & 0o777).toBe(0o700);
    }));

  it('the file and the directory are private from the first moment, whatever the umask is', () =>
    inPlace((path, directory) => {
      const deep = join(directory, 'a/b/audit.db');
      const before = process.umask(0);
      try {
        const store = storeAt(deep);
        for (const name of readdirSync(join(directory, 'a/b'))) {
          expect(statSync(join(directory, 'a/b', name)).mode & 0o077, name).toBe(0);
        }
        store.close();
      } finally {
        process.umask(before);
      }
      expect(statSync(join(directory, 'a/b')).mode & 0o777).toBe(0o700);
      expect(existsSync(path)).toBe(false);
    }));

  it('a directory in place of the file', () =>
    inPlace((path) => {
      mkdirSync(path, { mode: 0o700 });
      expect(() => storeAt(path)).toThrow(code('AUDIT_UNAVAILABLE'));
    }));

  it('an empty file, a text file, another database', () =>
    inPlace((path) => {
      for (const content of ['', 'not a database, but long enough to look at\n'.repeat(100)]) {
        writeFileSync(path, content, { mode: 0o600 });
        expect(() => storeAt(path)).toThrow(code('AUDIT_CORRUPT'));
        expect(statSync(path).size).toBe(content.length);
      }
      rmSync(path);
      other(path, 'CREATE TABLE mine (x)');
      chmodSync(path, 0o600);
      expect(() => storeAt(path)).toThrow(code('AUDIT_CORRUPT'));
    }));

  it('a newer version', () =>
    inPlace((path) => {
      storeAt(path).close();
      other(path, 'PRAGMA user_version=99');
      expect(() => storeAt(path)).toThrow(
        expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', hint: expect.stringContaining('update gate') }),
      );
    }));

  it('the database is gone but its -wal is still there', () =>
    inPlace((path) => {
      const store = storeAt(path);
      copyFileSync(`${path}-wal`, `${path}.kept`);
      store.close();
      rmSync(path);
      renameSync(`${path}.kept`, `${path}-wal`);
      expect(() => storeAt(path)).toThrow(code('AUDIT_CORRUPT'));
      expect(existsSync(path)).toBe(false);
    }));
});

describe('while a log is open', () => {
  it(
    'another process holds an exclusive lock: gives up after five seconds, and goes on when it is free',
    { timeout: 30_000 },
    () =>
      inPlace(async (path) => {
        const store = storeAt(path);
        const lock = new DatabaseSync(path);
        lock.exec('BEGIN EXCLUSIVE');
        const since = Date.now();
        await expect(store.append([submitted('a')])).rejects.toThrow(code('AUDIT_UNAVAILABLE'));
        expect(Date.now() - since).toBeLessThan(8_000);
        lock.exec('ROLLBACK');
        lock.close();
        expect(await store.append([submitted('a')])).toMatchObject({ kind: 'appended' });
        store.close();
      }),
  );

  it('the file or its -wal is deleted or replaced: nothing is appended any more', () =>
    inPlace(async (path) => {
      for (const harm of [
        () => rmSync(path),
        () => rmSync(`${path}-wal`),
        () => {
          copyFileSync(path, `${path}.copy`);
          renameSync(`${path}.copy`, path);
        },
      ]) {
        for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
        const store = storeAt(path);
        await store.append([submitted('a')]);
        harm();
        await expect(store.append([submitted('b')])).rejects.toThrow(code('AUDIT_UNAVAILABLE'));
        store.close();
      }
    }));

  it('the clock goes back: two seconds are tolerated, more is refused and nothing is written', () =>
    inPlace(async (path) => {
      let now = 1_800_000_000_000;
      const store = storeAt(path, () => now);
      now -= 2_000;
      expect(await store.append([submitted('a')])).toMatchObject({ kind: 'appended' });
      now -= 1;
      await expect(store.append([submitted('b')])).rejects.toThrow(code('CLOCK_BACKWARDS'));
      expect((await store.head()).size).toBe(2);
      now += 10;
      expect(await store.append([submitted('b')])).toMatchObject({ kind: 'appended' });
      store.close();
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 3 });
    }));

  it('damage in the middle of the file is an error, not an empty answer', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      for (let i = 0; i < 200; i++) await store.append([submitted(`r${i}`, 'x'.repeat(500))]);
      store.close();
      const db = new DatabaseSync(path);
      db.exec('PRAGMA writable_schema=ON');
      db.close();
      const { size } = statSync(path);
      spawnSync('dd', [
        'if=/dev/zero',
        `of=${path}`,
        'bs=4096',
        'seek=12',
        `count=${Math.floor(size / 4096) - 14}`,
        'conv=notrunc',
      ]);
      expect(verdictOf(path)).toMatchObject({ kind: 'broken' });
    }));
});

describe('a full disk', () => {
  const script = `
    import { randomBytes } from 'node:crypto';
    const { SqliteStore } = await import(process.argv[2]);
    const { project } = await import(process.argv[3]);
    const store = new SqliteStore({ path: process.argv[1] + '/gate/audit.db', project, now: Date.now, random: (n) => new Uint8Array(randomBytes(n)) });
    const big = (n) => [{ type: 'request.submitted', request: 'r' + n, payload: { text: 'x'.repeat(100_000) } }];
    let n = 0, failed;
    for (; n < 100 && !failed; n++) await store.append(big(n)).catch((error) => { failed = error; });
    const small = await store.append([{ type: 'request.submitted', request: 'small', payload: {} }]).then(() => 'written', (error) => error.code);
    console.log(JSON.stringify({ n, first: failed?.code, small }));`;
  const mount = (directory: string) => [
    '-rm',
    'sh',
    '-c',
    `mount -t tmpfs -o size=1m none ${directory} && shift 0 && exec "$0" "$@"`,
  ];
  const possible = spawnSync('unshare', [...mount('/mnt'), 'true']).status === 0;

  it.skipIf(!possible)(
    'the first failure latches: a smaller event is refused too (skipped where no tmpfs can be mounted)',
    () =>
      inPlace((_, directory) => {
        const store = join(import.meta.dirname, '../../src/store/sqlite.ts');
        const view = join(import.meta.dirname, '../store/fixtures/view.ts');
        const run = spawnSync('unshare', [
          ...mount(directory),
          NODE,
          '--input-type=module',
          '-e',
          script,
          directory,
          store,
          view,
        ]);
        expect(run.stderr.toString()).toBe('');
        expect(JSON.parse(run.stdout.toString())).toMatchObject({
          first: 'AUDIT_UNAVAILABLE',
          small: 'AUDIT_UNAVAILABLE',
        });
      }),
  );
});

describe('kill -9 at any moment', () => {
  it('the log verifies, and no acknowledged event is lost', { timeout: 60_000 }, () =>
    inPlace(async (path) => {
      let acknowledged = -1;
      for (let round = 0; round < 25; round++) {
        const { child, ended } = started(NODE, [WRITER, path, '100000']);
        await new Promise((resolve) => child.stdout?.once('data', resolve));
        await new Promise((resolve) => setTimeout(resolve, 7 * (round % 6)));
        child.kill('SIGKILL');
        const { stdout, stderr } = await ended;
        expect(stderr).toBe('');
        acknowledged = Math.max(acknowledged, ...stdout.trim().split('\n').map(Number));
        const verdict = verdictOf(path);
        expect(verdict).toMatchObject({ kind: 'sound' });
        expect(verdict.kind === 'sound' && verdict.size).toBeGreaterThan(acknowledged);
      }
    }),
  );
});

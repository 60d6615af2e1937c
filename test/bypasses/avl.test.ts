import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { ALLOW_ALL, HOLD_ALL, onlyRequest } from './kit.ts';

const VALID = Buffer.from('version: 1\npacks: []\ndefault: allow\n');

describe('AVL: when something is missing or broken, nothing runs', () => {
  test.each<[string, (path: string) => void]>([
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a directory in its place', (path) => mkdirSync(path)],
    ['a truncated file', (path) => writeFileSync(path, 'version: 1\nrules:\n  - { id: a, match: { to')],
    ['an unknown version', (path) => writeFileSync(path, 'version: 99\ndefault: allow\n')],
    ['a byte order mark in the middle', (path) => writeFileSync(path, 'version: 1\n\ufeffdefault: allow\n')],
    ['invalid UTF-8', (path) => writeFileSync(path, Buffer.concat([VALID, Buffer.from([0x23, 0xff, 0xfe, 0x0a])]))],
    ['only a comment', (path) => writeFileSync(path, '# nothing\n')],
    ['zero bytes', (path) => writeFileSync(path, Buffer.alloc(4096))],
    ['a list', (path) => writeFileSync(path, '- version: 1\n')],
    [
      'a file that others can write',
      (path) => {
        writeFileSync(path, VALID);
        chmodSync(path, 0o666);
      },
    ],
  ])('AVL-01 %s as policy: nothing runs, and a good policy of before is not used', async (_what, put) => {
    using gate = new Gate(ALLOW_ALL);
    expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 0 });
    const path = join(gate.home, 'policies', 'test.yaml');
    rmSync(path);
    put(path);
    const ran = await gate.agent(['--', 'touch', 'mark']);
    expect(ran).toMatchObject({ status: 78, stdout: '', stderr: expect.stringContaining('test.yaml:') });
    expect(await gate.agent(['--', 'cat', 'mark'])).toMatchObject({ status: 78 });
  });

  test('AVL-01 a file that would be overlooked is an error too', async () => {
    using gate = new Gate();
    for (const name of ['deny.yml', 'deny.json']) {
      gate.policy('version: 1\ndefault: deny\n', name);
      expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 78, stderr: expect.stringContaining(name) });
      rmSync(join(gate.home, 'policies', name));
    }
  });

  const database = (gate: Gate) => join(gate.home, 'audit.db');

  test.each<[string, (gate: Gate) => void, RegExp]>([
    ['is no database', (gate) => writeFileSync(database(gate), 'x'.repeat(8192)), /audit log/],
    [
      'is cut off',
      (gate) => writeFileSync(database(gate), readFileSync(database(gate)).subarray(0, 5000)),
      /audit log/,
    ],
    [
      'is of a newer gate',
      (gate) => {
        const db = new DatabaseSync(database(gate));
        db.exec('PRAGMA user_version = 999');
        db.close();
      },
      /newer/,
    ],
    [
      'has a table of a stranger in its place',
      (gate) => {
        const db = new DatabaseSync(database(gate));
        db.exec('DROP TABLE events');
        db.close();
      },
      /audit log/,
    ],
    [
      'is a directory',
      (gate) => {
        rmSync(database(gate));
        mkdirSync(database(gate));
      },
      /audit log/,
    ],
  ])('AVL-02 a log that %s: nothing runs, nothing is repaired', async (_what, damage, words) => {
    using gate = new Gate(ALLOW_ALL);
    expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 0 });
    for (const name of ['audit.db-wal', 'audit.db-shm']) rmSync(join(gate.home, name), { force: true });
    damage(gate);
    const ran = await gate.agent(['--', 'touch', 'mark']);
    expect(ran).toMatchObject({ status: 74, stdout: '', stderr: expect.stringMatching(words) });
    expect(() => readFileSync(join(gate.home, 'mark'))).toThrow('ENOENT');
  });

  test('AVL-02 a log that somebody keeps locked: a bounded wait, then nothing runs', async () => {
    using gate = new Gate(ALLOW_ALL);
    expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 0 });
    const db = new DatabaseSync(database(gate));
    db.exec('BEGIN EXCLUSIVE');
    try {
      const ran = await gate.agent(['--', 'touch', 'mark']);
      expect(ran).toMatchObject({ status: 74, stderr: expect.stringContaining('lock') });
    } finally {
      db.exec('ROLLBACK');
      db.close();
    }
    expect(await gate.agent(['--', 'cat', 'mark'])).toMatchObject({ status: 1 });
  });

  test('AVL-05 the longest arguments and many of them end in an answer, also when secrets are looked for', async () => {
    using gate = new Gate();
    const long = 120 * 1024;
    const texts = [
      'a',
      'a-',
      'a.',
      'a-password',
      'password=',
      'a://',
      'a://a:',
      'authorization: bearer ',
      'eyJ.',
      'xoxb-1-',
      'cookie:',
      '-----BEGIN PRIVATE KEY-----',
      ' ',
      '\x1b[2J',
      '\u202e',
    ].map((piece) => piece.repeat(Math.floor(long / Buffer.byteLength(piece))));
    for (const text of texts) {
      const ran = await gate.agent(['--no-wait', '-m', text.slice(0, 1000), '--', 'rm', text]);
      expect({ start: text.slice(0, 20), status: ran.status }).toEqual({ start: text.slice(0, 20), status: 75 });
    }
    const many = await gate.agent(['--no-wait', '--', 'rm', ...Array.from({ length: 20_000 }, (_, i) => `f${i}`)]);
    expect(many).toMatchObject({ status: 75 });
  });

  test('AVL-09 200 MB of output pass through in full while gate’s own memory stays small', async () => {
    using gate = new Gate(ALLOW_ALL);
    const size = 200_000_000;
    const script = `"$GATE" -- /bin/sh -c 'head -c ${size} /dev/zero; grep VmHWM /proc/$PPID/status >&2; exit 9' > out; echo "status $?"; wc -c < out`;
    const ran = await gate.start(['-c', script], { program: '/bin/sh', env: { GATE } }).ended;
    expect(ran.stdout).toBe(`status 9\n${size}\n`);
    const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(ran.stderr)?.[1]);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(150_000);
  });

  test('AVL-11 a request whose stored form is nonsense does not keep others from being listed, decided and run', async () => {
    using gate = new Gate(HOLD_ALL);
    const bad = (await gate.agent(['--no-wait', '--', 'touch', 'bad'])).stdout.trim();
    const good = gate.start(['--', 'touch', 'good']);
    await good.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const other = requests.find(({ id }: { id: string }) => id !== bad).id;
    writeFileSync(join(gate.home, 'held', bad), '{"nonsense":');
    for (const name of [bad, `${bad}.json`]) writeFileSync(join(gate.home, 'held', name), '{"nonsense":');
    expect(await gate.agent(['list'])).toMatchObject({ status: 0 });
    expect(await gate.person(['approve', bad])).toMatchObject({ status: 0 });
    const resumed = await gate.agent(['--resume', bad]);
    expect(resumed.status).toBeGreaterThan(63);
    expect(resumed.stderr).toMatch(/^gate: (?!this is a bug)/);
    expect(await gate.person(['approve', other])).toMatchObject({ status: 0 });
    expect(await good.ended).toMatchObject({ status: 0 });
  });

  test('AVL-11 an event that no gate wrote is reported by its number, and everything else stays readable', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.agent(['--no-wait', '--', 'touch', 'x']);
    const { id } = await onlyRequest(gate);
    const db = new DatabaseSync(database(gate));
    for (const row of db.prepare("SELECT name FROM sqlite_schema WHERE type='trigger'").all())
      db.exec(`DROP TRIGGER ${row['name']}`);
    db.exec("UPDATE events SET payload = CAST('{\"x\":' AS BLOB) WHERE type = 'request.decided'");
    db.close();
    for (const args of [['list'], ['audit', 'tail'], ['list', '--json']]) {
      expect({ args, status: (await gate.agent(args)).status }).toEqual({ args, status: 0 });
    }
    const shown = await gate.agent(['show', id]);
    expect(shown).toMatchObject({ status: 74, stderr: expect.stringMatching(/event \d+ of the audit log/) });
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 74 });
    const next = gate.start(['--', 'touch', 'y']);
    await Promise.race([next.says('waits as'), once(next.process, 'exit')]);
    next.process.kill('SIGTERM');
    await next.ended;
    expect(next.stderr()).not.toContain('bug in gate');
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

const root = process.getuid?.() === 0;

/** 74, the words, and neither a run nor a changed log. */
async function unavailable(gate: Gate, says: RegExp): Promise<void> {
  const ran = await gate.agent(['--', 'touch', 'marker']);
  expect(ran.stderr).toMatch(says);
  expect(ran).toMatchObject({ status: 74, stdout: '' });
  expect(gate.has('marker')).toBe(false);
}

describe('a log that cannot be written: 74, what it is, what to do, and nothing runs', () => {
  test('it is of a newer version of gate', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--', 'true']);
    const database = new DatabaseSync(join(gate.home, 'audit.db'));
    const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
    database.exec(`pragma user_version = ${version + 1}`);
    database.close();
    await unavailable(gate, /newer/);
  });

  test('it is the database of another program', async () => {
    using gate = new Gate(ALLOW);
    const path = join(gate.home, 'audit.db');
    const database = new DatabaseSync(path);
    database.exec('create table guests(name text)');
    database.close();
    chmodSync(path, 0o600);
    await unavailable(gate, /audit\.db/);
  });

  test('it lost its middle', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--', 'true']);
    const path = join(gate.home, 'audit.db');
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    writeFileSync(path, Buffer.concat([Buffer.alloc(100), Buffer.alloc(statSync(path).size, 7)]), { mode: 0o600 });
    await unavailable(gate, /not usable/);
  });

  test('another process keeps it locked', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--', 'true']);
    const script = `
      const { DatabaseSync } = require('node:sqlite');
      const database = new DatabaseSync(process.argv[1]);
      database.exec('begin exclusive');
      console.log('locked');
      process.stdin.on('end', () => process.exit(0)).resume();`;
    const locker = spawn(process.execPath, ['-e', script, join(gate.home, 'audit.db')], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const gone = new Promise((resolve) => locker.once('exit', resolve));
    await new Promise((resolve) => locker.stdout.once('data', resolve));
    await unavailable(gate, /locked for 5 seconds/);
    locker.stdin.end();
    await gone;
    expect(await gate.agent(['--', 'touch', 'marker'])).toMatchObject({ status: 0 });
  });

  test.skipIf(!root)('the disk is full', async () => {
    using gate = new Gate(ALLOW);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=700', 'gate-test', gate.home]);
    if (mounted.status !== 0) {
      process.stderr.write('skipped: no tmpfs can be mounted here, so no disk can be filled\n');
      return;
    }
    try {
      gate.policy(ALLOW);
      await gate.agent(['--', 'true']);
      spawnSync('sh', ['-c', 'cat /dev/zero > "$1/filler" 2>/dev/null', 'sh', gate.home]);
      await unavailable(gate, /full|ENOSPC/);
      rmSync(join(gate.home, 'filler'));
      expect(await gate.agent(['--', 'touch', 'marker'])).toMatchObject({ status: 0 });
      expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
    } finally {
      spawnSync('umount', [gate.home]);
    }
  });

  test.skipIf(!root)('its directory belongs to another user', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--', 'true']);
    spawnSync('chown', ['-R', 'nobody', gate.home]);
    const ran = await gate.agent(['--', 'touch', 'marker']);
    expect([74, 78]).toContain(ran.status);
    expect(ran.stderr).toMatch(/belongs to|owned|owner/);
    expect(gate.has('marker')).toBe(false);
  });
});

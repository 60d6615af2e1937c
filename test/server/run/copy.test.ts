import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copied } from '../../../src/server/run/copy.ts';
import { GATE } from '../../kit/gate.ts';

let from: string;
let to: string;
beforeEach(() => {
  [from, to] = [mkdtempSync(join(tmpdir(), 'gate-from-')), mkdtempSync(join(tmpdir(), 'gate-to-'))];
});
afterEach(() => {
  for (const each of [from, to]) rmSync(each, { recursive: true, force: true });
});
const ROOM = { bytes: 1_000_000n, entries: 100 };

test('files, directories and links are copied with their modes; pipes are not, and no link is followed', async () => {
  mkdirSync(join(from, 'a', 'b'), { recursive: true });
  writeFileSync(join(from, 'a', 'b', 'run'), 'x', { mode: 0o755 });
  mkdirSync(join(from, 'closed'), { mode: 0o500 });
  symlinkSync('/etc', join(from, 'etc'));
  spawnSync('mkfifo', [join(from, 'pipe')]);
  expect(await copied(from, to, ROOM)).toBe(true);
  expect(readdirSync(to).sort()).toEqual(['a', 'closed', 'etc']);
  expect(readFileSync(join(to, 'a', 'b', 'run'), 'utf8')).toBe('x');
  expect(lstatSync(join(to, 'a', 'b', 'run')).mode & 0o777).toBe(0o755);
  expect(lstatSync(join(to, 'closed')).mode & 0o777).toBe(0o500);
  expect(readlinkSync(join(to, 'etc'))).toBe('/etc');
});

test('what is larger than the room is not a copy', async () => {
  writeFileSync(join(from, 'one'), Buffer.alloc(600));
  writeFileSync(join(from, 'two'), Buffer.alloc(600));
  expect(await copied(from, to, { bytes: 1000n, entries: 10 })).toBe(false);
  expect(await copied(from, join(to), { bytes: 10_000n, entries: 1 })).toBe(false);
});

test('by hand it copies nothing', () => {
  const { status, stderr } = spawnSync(GATE, ['serve', '--copy', from, to], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 64, stderr: expect.stringContaining('started by the service') });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The workflow of docs/examples/temporal in Temporal's own SDK, without a server: its worker bundles the file and replays histories, as it does after a restart.
 * `GATE_TEST_TEMPORAL=DIRECTORY npm run test:servers`, with a directory in which `@temporalio/worker` and `@temporalio/workflow` are installed.
 */
const SDK = process.env['GATE_TEST_TEMPORAL'] ?? '';
const REPLAY = fileURLToPath(new URL('../kit/temporal-replay.mjs', import.meta.url));

describe.skipIf(SDK === '')('the workflow in the SDK of Temporal (needs GATE_TEST_TEMPORAL)', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'gate-temporal-'));
    cpSync(fileURLToPath(new URL('../../docs/examples/temporal', import.meta.url)), place, { recursive: true });
    cpSync(REPLAY, join(place, 'replay.mjs'));
    symlinkSync(join(SDK, 'node_modules'), join(place, 'node_modules'));
    writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const replayed = (...story: readonly string[]) =>
    spawnSync(process.execPath, [join(place, 'replay.mjs'), ...story], { cwd: place, encoding: 'utf8' });

  test.each(['yes', 'late', 'over'])('goes the way that its history went: %s', (story) => {
    const { status, stderr } = replayed(story);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('and would not go another way', () => {
    const { status, stderr } = replayed('yes', 'another-activity');
    expect(status).not.toBe(0);
    expect(stderr).toContain("'another-activity' does not match activity type of activity command 'convey'");
  });
});

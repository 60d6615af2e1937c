import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';

const prefix = mkdtempSync(join(tmpdir(), 'gate-manual-'));
afterAll(() => rmSync(prefix, { recursive: true, force: true }));
spawnSync(GATE, ['install', '--prefix', prefix], { env: { HOME: prefix, PATH: '' } });

const page = join(prefix, 'share/man/man1/gate.1');
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

describe('the installed manual page', () => {
  test.skipIf(!has('man'))('is read by man without a warning (needs man)', () => {
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: prefix,
      LC_ALL: 'C.UTF-8',
      MANWIDTH: '100',
      MANPATH: join(prefix, 'share/man'),
    };
    const { status, stdout, stderr } = spawnSync('man', ['--warnings', page], { encoding: 'utf8', env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of ['gate approve', '--not-justified', 'EXIT STATUS', 'GATE_HOME'])
      expect(stdout).toContain(words);
    // Beside a directory of PATH, man finds it by its name.
    const found = spawnSync('man', ['--where', 'gate'], { encoding: 'utf8', env });
    expect(found.stdout.trim()).toBe(page);
  });

  test.skipIf(!has('mandoc'))('is read by mandoc, which misses nothing but the date (needs mandoc)', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', '-Wwarning', page], { encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  });
});

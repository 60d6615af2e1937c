import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { requireAllowedHome, systemConfig } from '../../src/config/system.ts';

const directory = mkdtempSync(join(tmpdir(), 'gate-config-'));
const file = join(directory, 'config.yaml');
afterAll(() => rmSync(directory, { recursive: true }));

function written(text: string, mode = 0o644): string {
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('the system configuration', () => {
  test('without the file nothing is configured', async () => {
    expect(await systemConfig(join(directory, 'absent.yaml'))).toEqual({});
  });

  test.runIf(process.getuid?.() === 0)('is read when it is root’s alone', async () => {
    expect(await systemConfig(written('version: 1\nmode: observe\ngate_home: forbidden\n'))).toEqual({
      mode: 'observe',
      gate_home: 'forbidden',
    });
  });

  test.each([
    ['a version of the future', 'version: 2\n'],
    ['an unknown field', 'version: 1\nallow: everything\n'],
    ['a value that does not exist', 'version: 1\nmode: off\n'],
    ['a key given twice', 'version: 1\nmode: enforce\nmode: observe\n'],
    ['broken YAML', 'version: [1\n'],
    ['nothing', ''],
  ])('%s is refused, and nothing runs', async (_, text) => {
    await expect(systemConfig(written(text))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  test('a file that others can write is refused', async () => {
    await expect(systemConfig(written('version: 1\n', 0o666))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('can be written by others'),
    });
  });

  test('GATE_HOME is refused where the system forbids it, and only there', () => {
    expect(() => requireAllowedHome({ gate_home: 'forbidden' }, { GATE_HOME: '/tmp/x' })).toThrow('GATE_HOME is set');
    requireAllowedHome({ gate_home: 'forbidden' }, {});
    requireAllowedHome({}, { GATE_HOME: '/tmp/x' });
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/document.ts';
import { serviceIn } from '../../src/config/service.ts';
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

  test.runIf(process.getuid?.() === 0)('says where the service is', async () => {
    const cases = [
      ['{ socket: /run/gate/gate.sock, user: gate }', { kind: 'socket', path: '/run/gate/gate.sock', user: 'gate' }],
      ['{ url: "https://gate.example.com/" }', { kind: 'https', url: 'https://gate.example.com' }],
      [
        '{ url: "https://10.0.0.7:8443", ca: /etc/gate/ca.pem }',
        { kind: 'https', url: 'https://10.0.0.7:8443', ca: '/etc/gate/ca.pem' },
      ],
    ] as const;
    for (const [text, service] of cases) {
      expect(serviceIn(await systemConfig(written(`version: 1\nservice: ${text}\n`)))).toEqual(service);
    }
    expect(serviceIn(await systemConfig(written('version: 1\n')))).toBeUndefined();
  });

  test.runIf(process.getuid?.() === 0).each([
    ['half of it', '{ socket: /run/gate/gate.sock }', /:2:10: `user` is missing/],
    ['both of them', '{ socket: /run/s, user: gate, url: "https://a" }', /unknown field `url`/],
    ['a relative socket', '{ socket: run/gate.sock, user: gate }', /:2:20: `socket` must be an absolute path/],
    ['a socket out of a directory', '{ socket: /run/../tmp/s, user: gate }', /must not contain `\.\.`/],
    ['a long socket', `{ socket: /${'x'.repeat(107)}, user: gate }`, /longer than 107 bytes/],
    ['no account', '{ socket: /run/s, user: "a b" }', /name of an account/],
    ['plain http', '{ url: "http://gate.example.com" }', /`url` must be `https:/],
    ['a path', '{ url: "https://gate.example.com/x" }', /nothing after it/],
    ['credentials in it', '{ url: "https://a:b@gate.example.com" }', /nothing after it/],
    ['an unknown field', '{ url: "https://gate.example.com", insecure: true }', /unknown field `insecure`/],
  ])('a service with %s is refused, with the place', async (_, text, words) => {
    await expect(systemConfig(written(`version: 1\nservice: ${text}\n`))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(words),
    });
  });

  test('only the system’s file says where the service is', () => {
    const text = Buffer.from('version: 1\nservice: { url: "https://evil.example.com" }\n');
    expect(() => parseConfig(text, 'config.yaml', 'self')).toThrow(
      'config.yaml:2:10: unknown field `service`: only the system’s file may say it',
    );
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
    const service = { kind: 'https', url: 'https://gate.example.com' } as const;
    expect(() => requireAllowedHome({ service }, { GATE_HOME: '/tmp/x' })).toThrow('names the service');
    requireAllowedHome({ service }, {});
  });
});

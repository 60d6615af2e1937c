import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { sshKey } from '../../src/approval/factors/ssh-key.ts';
import { sshSigFault } from '../../src/approval/factors/sshsig.ts';
import { KEY_KINDS, softKey } from '../kit/ssh.ts';

const KEYGEN = '/usr/bin/ssh-keygen';
const BUN = fileURLToPath(new URL('../../node_modules/.bin/bun', import.meta.url));
const CHECK = fileURLToPath(new URL('../kit/ssh-check.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'gate-sshsig-'));
afterAll(() => rmSync(directory, { recursive: true }));

const MESSAGE = '{"v":1,"vote":"approve"}';
const quiet = { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', HOME: directory } } as const;

describe.skipIf(!existsSync(KEYGEN))('beside OpenSSH (needs ssh-keygen)', () => {
  test.each([
    ['ed25519', []],
    ['ecdsa', ['-b', '256']],
    ['ecdsa', ['-b', '384']],
    ['ecdsa', ['-b', '521']],
    ['rsa', ['-b', '2048']],
    ['rsa', ['-b', '4096']],
  ] as const)('what ssh-keygen signed with %s %j holds, and only that', (type, bits) => {
    const file = join(directory, `${type}${bits.join('')}`);
    execFileSync(KEYGEN, ['-q', '-t', type, ...bits, '-N', '', '-f', file], quiet);
    const key = sshKey(readFileSync(`${file}.pub`, 'utf8'))?.line ?? '';
    for (const hash of ['sha256', 'sha512']) {
      const options = ['-Y', 'sign', '-q', '-n', 'vote@gate', '-O', `hashalg=${hash}`, '-f', file];
      const signature = execFileSync(KEYGEN, options, { input: MESSAGE, encoding: 'latin1', env: quiet.env });
      expect(sshSigFault(signature, { message: MESSAGE, key, namespace: 'vote@gate' })).toBeUndefined();
      expect(sshSigFault(signature, { message: `${MESSAGE} `, key, namespace: 'vote@gate' })).toBe(
        'the signature does not fit',
      );
    }
  });

  test.each(KEY_KINDS)('what counts for gate with %s, counts for ssh-keygen', (type) => {
    const key = softKey(type);
    const [allowed, signed] = [join(directory, 'allowed'), join(directory, 'signed')];
    writeFileSync(allowed, `ann namespaces="vote@gate" ${key.line}\n`);
    for (const [signature, good] of [
      [key.sign(MESSAGE), true],
      [key.sign(`${MESSAGE} `), false],
      [key.sign(MESSAGE, { namespace: 'file' }), false],
    ] as const) {
      writeFileSync(signed, signature);
      const options = ['-Y', 'verify', '-n', 'vote@gate', '-I', 'ann', '-f', allowed, '-s', signed];
      const { status } = spawnSync(KEYGEN, options, { input: MESSAGE, env: quiet.env });
      const own = sshSigFault(signature, { message: MESSAGE, key: key.line, namespace: 'vote@gate' }) === undefined;
      expect({ openssh: status === 0, own }).toEqual({ openssh: good, own: good });
    }
    // Here gate asks for more: ssh-keygen does not look whether the key was touched.
    if (!type.startsWith('sk-')) return;
    const signature = key.sign(MESSAGE, { touched: false });
    expect(sshSigFault(signature, { message: MESSAGE, key: key.line, namespace: 'vote@gate' })).toBe(
      'nobody touched the key',
    );
  });
});

test('the runtime of the executable answers as Node does, for every kind of key', () => {
  const rows = KEY_KINDS.flatMap((type) => {
    const key = softKey(type);
    return [key.sign(MESSAGE), key.sign(`${MESSAGE} `), key.sign(MESSAGE, { touched: false })].map((signature) => ({
      signature,
      key: key.line,
      message: MESSAGE,
    }));
  });
  const expected = rows.map(
    ({ signature, ...about }) => sshSigFault(signature, { ...about, namespace: 'vote@gate' }) ?? 'holds',
  );
  expect(new Set(expected)).toEqual(new Set(['holds', 'the signature does not fit', 'nobody touched the key']));
  const answer = execFileSync(BUN, [CHECK], { input: JSON.stringify(rows), encoding: 'utf8' });
  expect(JSON.parse(answer)).toEqual(expected);
});

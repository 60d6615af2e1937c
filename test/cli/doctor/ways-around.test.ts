import { createServer, type Server } from 'node:net';
import { describe, expect, test } from 'vitest';
import { accountFindings, groupNames } from '../../../src/cli/doctor/ways-around/groups.ts';
import { instanceMetadata, METADATA_ADDRESSES } from '../../../src/cli/doctor/ways-around/instance-metadata.ts';
import { identitiesIn } from '../../../src/cli/doctor/ways-around/ssh-agent.ts';
import { lockOf } from '../../../src/cli/doctor/ways-around/ssh-keys.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

function closed(server: Server): Promise<unknown> {
  return new Promise((resolve) => server.close(resolve));
}

describe('instance metadata', () => {
  test('counts where somebody accepts, and nothing is sent to them', async () => {
    let said = 0;
    const server = createServer((socket) => socket.on('data', (data) => (said += data.length)));
    const port = await listening(server);
    const [found, ...more] = await instanceMetadata([
      { host: '127.0.0.1', port },
      { host: '127.0.0.1', port: 1 },
      { host: '::1', port: 1 },
    ]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      subject: 'instance-metadata',
      level: 'warning',
      text: expect.stringContaining('127.0.0.1;'),
    });
    await closed(server);
    expect(said).toBe(0);
    expect(await instanceMetadata([{ host: '127.0.0.1', port }])).toEqual([]);
  });

  test('is looked for at addresses that no router passes on, and nowhere else', () => {
    // Link-local of IPv4, and the unique local prefixes of Amazon and Google.
    for (const { host, port } of METADATA_ADDRESSES) {
      expect({ host, port }).toEqual({ host: expect.stringMatching(/^(169\.254\.|fd00:ec2::|fd20:ce::)/), port: 80 });
    }
  });
});

describe('an SSH agent', () => {
  async function asked(answer: Uint8Array): Promise<number | undefined> {
    const server = createServer((socket) => socket.on('data', () => socket.end(answer)));
    const path = `\0gate-test-${process.pid}-${Math.random()}`;
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const count = await identitiesIn(path);
    await closed(server);
    return count;
  }

  test.runIf(process.platform === 'linux')(
    'says how many keys it has; whatever else it says is no number',
    async () => {
      expect(await asked(Uint8Array.of(0, 0, 0, 5, 12, 0, 0, 0, 3))).toBe(3);
      expect(await asked(Uint8Array.of(0, 0, 0, 5, 12, 0, 0, 0, 0))).toBe(0);
      expect(await asked(Uint8Array.of(0, 0, 0, 1, 5))).toBeUndefined();
      expect(await asked(Uint8Array.of(0, 0, 0))).toBeUndefined();
      expect(await asked(new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n'))).toBeUndefined();
      expect(await identitiesIn('/nonexistent/socket')).toBeUndefined();
    },
  );
});

describe('a private key', () => {
  const pem = (kind: string, body: string) =>
    `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----\n`;
  const openssh = (cipher: string, rest = '') => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(cipher.length);
    const head = Buffer.concat([Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher + rest)]);
    return pem('OPENSSH ', head.toString('base64').replace(/.{1,70}/g, '$&\n'));
  };

  test.each([
    ['open', pem('RSA ', 'MIIE')],
    ['open', pem('EC ', 'MIIE')],
    ['open', pem('', 'MIIE')],
    ['passphrase', pem('ENCRYPTED ', 'MIIE')],
    ['passphrase', pem('RSA ', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIE')],
    ['open', openssh('none')],
    ['passphrase', openssh('aes256-ctr')],
    ['hardware', openssh('none', '....sk-ssh-ed25519@openssh.com....')],
    ['unknown', pem('OPENSSH ', 'AAAA')],
    ['unknown', openssh('')],
    ['unknown', openssh('x'.repeat(70))],
    ['no key', 'ssh-ed25519 AAAA me\n'],
    ['no key', ''],
  ])('%s', (lock, text) => {
    expect(lockOf(text)).toBe(lock);
  });
});

describe('groups of the account', () => {
  const FILE = 'root:x:0:\nadm:x:4:syslog\ndocker:x:998:ann\nbad line\nwheel:x:10:\nann:x:1000:\n';

  test('are those that the kernel names, by the names of the file', () => {
    expect(groupNames(FILE, [998, 1000, 77])).toEqual(['docker', 'ann']);
    expect(groupNames('', [0])).toEqual([]);
  });

  test('root is root, whatever groups it has', () => {
    expect(accountFindings(0, [0, 998])).toEqual([expect.objectContaining({ subject: 'root' })]);
    expect(accountFindings(1000, [1000], '/nonexistent')).toEqual([]);
  });
});

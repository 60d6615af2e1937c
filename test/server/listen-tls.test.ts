import { chmodSync, copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readTls, tlsProblems, tlsWarnings } from '../../src/config/tls-files.ts';
import type { Door } from '../../src/server/connections.ts';
import { type ListeningTls, listenTls } from '../../src/server/listen-tls.ts';
import { Authority, type Certified } from '../kit/authority.ts';

/** Certificates in files, and what the service shows of them. */
describe('the certificate of the service', () => {
  let authority: Authority;
  let listening: ListeningTls | undefined;
  beforeAll(() => {
    authority = new Authority();
  });
  afterEach(async () => {
    await listening?.close(0);
    listening = undefined;
  });
  afterAll(() => authority[Symbol.dispose]());

  const https = ({ certificate, key }: Certified) => ({ host: '127.0.0.1', port: 0, certificate, key, clients: [] });
  const door: Door = {
    request: (_, outgoing) => void outgoing.end('here'),
    upgrade: (_, socket) => void socket.destroy(),
    admit: () => ({ counts: 'all', caller: () => Promise.reject(new Error('nobody')) }),
    onBarred: () => {},
  };
  const shown = (port: number) =>
    new Promise<PeerCertificate>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.pem });
      socket.on('error', reject);
      socket.on('secureConnect', () => {
        resolve(socket.getPeerCertificate());
        socket.destroy();
      });
    });

  test('is another one after it was read again, and connections that are there stay', async () => {
    const first = authority.issue(['DNS:localhost']);
    const second = authority.issue(['DNS:localhost', 'DNS:gate.example.com']);
    const config = https(first);
    listening = await listenTls(config, readTls(config, Date.now()), door);
    const { port } = listening;
    expect((await shown(port)).subjectaltname).toBe('DNS:localhost');
    const old = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.pem });
    await new Promise((resolve) => old.once('secureConnect', resolve));
    copyFileSync(second.certificate, first.certificate);
    // The key is still the old one: nothing changes.
    expect(() => readTls(config, Date.now())).toThrow('is not that of the certificate');
    copyFileSync(second.key, first.key);
    listening.renew(readTls(config, Date.now()));
    expect((await shown(port)).subjectaltname).toBe('DNS:localhost, DNS:gate.example.com');
    old.write('GET / HTTP/1.1\r\nHost: gate.example.com\r\n\r\n');
    const answer = await new Promise<string>((resolve) => old.once('data', (bytes) => resolve(String(bytes))));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    old.destroy();
  });

  test('answers for the hosts that it is for, and for no other', async () => {
    const config = https(authority.issue(['DNS:localhost', 'DNS:*.example.com', 'IP:127.0.0.1']));
    listening = await listenTls(config, readTls(config, Date.now()), door);
    const { port } = listening;
    const status = (head: string) =>
      new Promise<string>((resolve) => {
        const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority.pem });
        let said = '';
        socket.on('data', (bytes) => (said += bytes));
        socket.on('error', () => {});
        socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 'closed'));
        socket.write(`GET / HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
      });
    const hosts = ['localhost', 'LOCALHOST:8443', 'a.example.com', '127.0.0.1', `127.0.0.1:${port}`];
    for (const host of hosts) expect([host, await status(`Host: ${host}\r\n`)]).toEqual([host, '200']);
    const others = [
      'evil.test',
      'a.b.example.com',
      '127.0.0.2',
      '[::1]',
      'localhost.evil.test',
      'localhost@evil.test',
      'x y',
    ];
    for (const host of others) expect([host, await status(`Host: ${host}\r\n`)]).toEqual([host, '421']);
    expect(await status('Host: localhost\r\nHost: evil.test\r\n')).toBe('421');
  });

  test('is taken from files that nobody else can read or write, and only while it is good', () => {
    const good = authority.issue(['DNS:localhost']);
    const now = Date.now();
    expect(tlsProblems(https(good), now)).toEqual([]);
    const soon = now + 20 * 86_400_000;
    expect(tlsProblems(https(good), soon)).toEqual([]);
    expect(tlsWarnings(readTls(https(good), soon), soon)).toEqual([expect.stringMatching(/expires in (?:9|10) days/)]);
    expect(tlsWarnings(readTls(https(good), now), now)).toEqual([]);
    expect(tlsProblems(https(good), now + 31 * 86_400_000)).toEqual([expect.stringContaining('expired at')]);
    expect(tlsProblems(https(good), now - 86_400_000)).toEqual([expect.stringContaining('is good from')]);
    const other = authority.issue(['DNS:localhost']);
    expect(tlsProblems(https({ ...good, key: other.key }), now)).toEqual([expect.stringContaining('is not that of')]);
    expect(tlsProblems(https({ ...good, key: good.certificate }), now)).toEqual([
      expect.stringMatching(/others can read the key/),
    ]);
    chmodSync(good.key, 0o604);
    expect(tlsProblems(https(good), now)).toEqual([expect.stringContaining('others can read the key')]);
    chmodSync(good.key, 0o660);
    expect(tlsProblems(https(good), now)).toEqual([expect.stringContaining('can be written by others')]);
    chmodSync(good.key, 0o640);
    expect(tlsProblems(https(good), now)).toEqual([]);
    const link = join(authority.directory, 'live.pem');
    symlinkSync(good.certificate, link);
    expect(tlsProblems(https({ ...good, certificate: link }), now)).toEqual([]);
    const junk = join(authority.directory, 'junk');
    writeFileSync(junk, 'junk', { mode: 0o600 });
    for (const broken of [
      { certificate: junk },
      { key: junk },
      { certificate: '/nonexistent' },
      { key: authority.directory },
    ])
      expect(tlsProblems(https({ ...good, ...broken }), now)).toHaveLength(1);
    expect(tlsProblems({ ...https(good), clientCa: junk }, now)).toEqual([
      expect.stringContaining('holds no certificate'),
    ]);
  });
});

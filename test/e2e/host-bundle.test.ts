import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { bundleOf, denying, newKey, written } from '../policy/bundle-parts.ts';

/** A service, its policy bundle changing while it runs. Accounts as in host.test.ts. */
const SETUP = fileURLToPath(new URL('../kit/host-setup.sh', import.meta.url));
const CLIENT = fileURLToPath(new URL('../kit/api-client.mjs', import.meta.url));
const possible =
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0 &&
  spawnSync('setpriv', ['--version']).status === 0;
const AGENT = 61_003;

const key = newKey('acme');
const TODAY = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
const DIRECTORY =
  'version: 1\npeople: { ann: { os: [ann] }, bob: { os: [bob] } }\ngroups: { sre: [ann, bob] }\nagents: { deploy: { os: [agent], owner: ann } }\n';
const bundle = (version: number, tool: string) =>
  bundleOf({ 'directory.yaml': DIRECTORY, 'policies/a.yaml': denying(tool) }, [key], { version, created: TODAY });

describe.skipIf(!possible)('the policy bundle of a service (needs root and a mount namespace)', () => {
  let home: string;
  let service: ReturnType<typeof spawn>;
  let said = '';
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'gate-host-'));
    chmodSync(home, 0o755);
    mkdirSync(join(home, 'work'));
    chmodSync(join(home, 'work'), 0o777);
    service = spawn('/usr/bin/unshare', ['-m', '/bin/bash', SETUP, home, GATE], { stdio: ['pipe', 'pipe', 'pipe'] });
    await new Promise<void>((resolve) => {
      for (const stream of [service.stdout, service.stderr]) {
        stream?.on('data', (data) => {
          said += data;
          if (said.includes('listens at')) resolve();
        });
      }
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => service.once('close', resolve));
    service.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });

  const inside = (argv: readonly string[], input = '') =>
    spawnSync('/usr/bin/nsenter', [`--mount=/proc/${service.pid}/ns/mnt`, ...argv], {
      ...{ input, encoding: 'utf8' as const },
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    });
  const as = (uid: number) => [
    '/usr/bin/setpriv',
    `--reuid=${uid}`,
    `--regid=${uid}`,
    '--clear-groups',
    '/usr/bin/env',
    '-i',
    '-C',
    join(home, 'work'),
    'PATH=/usr/bin:/bin',
  ];
  const agent = (...argv: string[]) => inside([...as(AGENT), 'HOME=/nonexistent', GATE, ...argv]);
  /** In one step, as an editor or a deployment would. */
  const put = (path: string, bytes: Buffer | string) => {
    writeFileSync(join(home, 'new'), bytes, { mode: 0o644 });
    expect(inside(['/bin/sh', '-c', `cp ${join(home, 'new')} ${path}.new && mv ${path}.new ${path}`]).status).toBe(0);
  };
  const call = (path: string) => {
    const { stdout } = inside([
      ...as(AGENT),
      process.execPath,
      CLIENT,
      join(home, 'run', 'gate.sock'),
      'GET',
      path,
      '{"tty":false}',
    ]);
    return JSON.parse(stdout) as { status: number; body: string };
  };

  test('comes into force while it runs, is handed to those who ask, and does not go back', async () => {
    expect(agent('--', 'echo', 'before').status).toBe(0);
    expect(call('/v1/policy/bundle').status).toBe(404);

    put('/etc/gate/acme.json', bundle(1, 'echo'));
    const service = `service: { socket: ${home}/run/gate.sock, user: root }\n`;
    put(
      '/etc/gate/config.yaml',
      `version: 1\n${service}bundle: { from: /etc/gate/acme.json, name: acme, keys: ["${written(key)}"] }\n`,
    );
    const denied = agent('--', 'echo', 'after');
    expect(denied).toMatchObject({ status: 77, stdout: '' });
    expect(denied.stderr).toContain('the bundle says no');
    // Who exists is the bundle's word now.
    expect(JSON.parse(call('/v1/whoami').body).principal).toMatchObject({ id: 'agent:deploy@ann' });

    const { status, body } = call('/v1/policy/bundle');
    expect(status).toBe(200);
    expect(body).toBe(bundle(1, 'echo').toString());

    put('/etc/gate/acme.json', bundle(2, 'ls'));
    expect(agent('--', 'echo', 'again')).toMatchObject({ status: 0, stdout: 'again\n' });
    put('/etc/gate/acme.json', bundle(1, 'echo'));
    expect(agent('--', 'echo', 'still')).toMatchObject({ status: 0, stdout: 'still\n' });
    expect(call('/v1/policy/bundle').body).toBe(bundle(2, 'ls').toString());
    await expect.poll(() => said).toContain('stays at version 2: /etc/gate/acme.json is version 1, and 2 was in force');
  });

  test('is taken from the service by another gate of the machine, which checks it itself', () => {
    const config = (signer: typeof key) =>
      `version: 1\nservice: { socket: ${home}/run/gate.sock, user: root }\nbundle: { from: service, name: acme, keys: ["${written(signer)}"] }\n`;
    const file = join(home, 'state', 'bundles', 'acme.json');
    expect(inside(['/usr/bin/test', '-s', file]).status).toBe(0);
    // Under a name of its own the file of the client says `service`, and that of the service stays what it was.
    for (const [signer, status] of [
      [key, 0],
      [newKey('other'), 78],
    ] as const) {
      writeFileSync(join(home, 'client.yaml'), config(signer), { mode: 0o644 });
      const script = `mount --bind ${join(home, 'client.yaml')} /etc/gate/config.yaml && mount -t tmpfs tmpfs /var/lib && exec ${GATE} policy bundle fetch`;
      // With no parents to be seen: whoever runs the tests may be a pipeline.
      const ran = inside(['/usr/bin/unshare', '-m', '-p', '-f', '--mount-proc', '/bin/sh', '-c', script]);
      expect(ran.status).toBe(status);
      if (status === 0) expect(ran.stdout).toMatch(/^version 2 of acme is in force/);
      else expect(ran.stderr).toContain('the service is signed by none of the keys that count');
    }
  });
});

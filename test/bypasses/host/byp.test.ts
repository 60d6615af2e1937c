import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { AGENT, ANN, Machine, OTHER, possible, until } from '../../kit/host.ts';
import { childrenOf } from '../../server/run/processes.ts';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));
const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: no, match: { tool: rmdir }, decision: deny }
`;

describe.skipIf(!possible)('BYP, CH and RT in host mode: around the service (needs root and a mount namespace)', () => {
  let machine: Machine;
  let service: number;
  beforeAll(async () => {
    machine = await new Machine().set();
    machine.policy(POLICY);
    service = (await machine.serve()).pid;
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  /** A home of the agent's with everything in it that could say something else. */
  const hostileHome = () => {
    const home = join(machine.work, 'home');
    const allow = 'version: 1\ndefault: allow\npacks: []\n';
    for (const place of ['.config/gate/policies', 'state/policies', 'policies']) {
      mkdirSync(join(home, place), { recursive: true });
      writeFileSync(join(home, place, 'a.yaml'), allow);
    }
    for (const file of ['.config/gate/config.yaml', 'config.yaml'])
      writeFileSync(join(home, file), `version: 1\nservice: { socket: ${home}/fake.sock, user: agent }\n`);
    writeFileSync(join(home, '.env'), 'GATE_HOME=/tmp/x\nGATE_SOCKET=/tmp/x\nNODE_OPTIONS=--require=/tmp/x\n');
    writeFileSync(join(home, 'bunfig.toml'), `preload = ["${home}/preload.js"]\n`);
    writeFileSync(join(home, 'preload.js'), `require('fs').writeFileSync('${home}/preloaded', '')\n`);
    chmodSync(home, 0o777);
    return home;
  };

  test('BYP-04 BYP-05 RT-05 no variable, file or directory of the caller’s changes who decides, or what', async () => {
    const home = hostileHome();
    const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join(SRC, name), 'utf8').match(/\bGATE_[A-Z_]+\b/g) ?? []);
    const own = ['POLICY', 'SOCKET', 'URL', 'DISABLE', 'ALLOW', 'MODE', 'USER'].map((name) => `GATE_${name}`);
    const variables = [...new Set([...names, ...own])].filter((name) => name !== 'GATE_HOME');
    const places = [
      'HOME',
      'XDG_CONFIG_HOME',
      'XDG_STATE_HOME',
      'XDG_DATA_HOME',
      'XDG_RUNTIME_DIR',
      'XDG_CACHE_HOME',
      'TMPDIR',
    ];
    const env = Object.fromEntries([...variables.map((name) => [name, home]), ...places.map((name) => [name, home])]);
    const record = async () => (await machine.gate(ANN, ['list', '--all', '--json'])).stdout.length;
    const before = await record();
    const denied = await machine.gate(AGENT, ['--', 'rmdir', 'x'], { env, cwd: home });
    expect(denied).toMatchObject({ status: 77, stdout: '' });
    // It was decided, and recorded, where it should be.
    expect(await record()).toBeGreaterThan(before);
    expect((await machine.gate(AGENT, ['--', 'id', '-un'], { env, cwd: home })).stdout).toBe('gaterun\n');
    expect(await machine.gate(AGENT, ['--', 'true'], { env: { GATE_HOME: home } })).toMatchObject({ status: 78 });
    expect(existsSync(join(home, 'preloaded'))).toBe(false);
    // A repository's policy that would allow more is a mistake, and nothing runs.
    const repository = join(machine.work, 'repository');
    mkdirSync(join(repository, '.gate', 'policies'), { recursive: true });
    writeFileSync(join(repository, '.gate', 'policies', 'a.yaml'), 'version: 1\ndefault: allow\n');
    expect(await machine.gate(AGENT, ['--', 'rmdir', 'x'], { cwd: repository })).toMatchObject({ status: 78 });
    expect(await machine.gate(AGENT, ['--', 'true'], { cwd: repository })).toMatchObject({ status: 78 });
  });

  test('BYP-04 no option leads to another service, policy or account', async () => {
    for (const option of [
      '--socket',
      '--service',
      '--url',
      '--policy',
      '--config',
      '--run-as',
      '--as',
      '--local',
      '--no-service',
      '--state',
    ])
      expect({ option, status: (await machine.gate(AGENT, [option, 'x', '--', 'true'])).status }).toEqual({
        option,
        status: 64,
      });
    // Its own service, on its own files, is one that nobody else goes to.
    const serve = join(machine.work, 'serve.yaml');
    writeFileSync(
      serve,
      `version: 1\nstate: ${machine.work}/state\nsocket: { path: ${machine.socket} }\nrun_as: { default: gaterun }\n`,
    );
    chmodSync(serve, 0o644);
    expect((await machine.gate(AGENT, ['serve', '--config', serve])).status).not.toBe(0);
    expect((await machine.gate(ANN, ['--', 'id', '-un'])).stdout).toBe('gaterun\n');
  });

  test('BYP-04 what loads into the client, or answers in its place, changes nothing at the service', async () => {
    const home = hostileHome();
    const preload = join(home, 'preload.js');
    const env = {
      NODE_OPTIONS: `--require=${preload}`,
      BUN_OPTIONS: `--preload=${preload}`,
      LD_PRELOAD: join(home, 'no.so'),
      LD_LIBRARY_PATH: home,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      SSL_CERT_FILE: preload,
      BASH_ENV: preload,
      ENV: preload,
      PERL5OPT: '-Mx',
      PYTHONSTARTUP: preload,
      GIT_SSH_COMMAND: 'x',
    };
    const { status } = await machine.gate(AGENT, ['--', 'rmdir', 'x'], { env });
    expect(status).not.toBe(0);
    // Nothing of it reaches the command, nor what starts it.
    const { stdout } = await machine.gate(AGENT, ['--', 'env'], { env: { ...env, LD_PRELOAD: '' } });
    for (const name of Object.keys(env)) expect(stdout).not.toContain(`${name}=`);
    for (const pid of [service, ...childrenOf(service)])
      expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toContain(home);
    // As another program altogether (BUN_BE_BUN) it is somebody who asks, no more.
    const code = join(home, 'as-bun.js');
    writeFileSync(code, "require('fs').readFileSync(process.argv[2])\n");
    const asBun = await machine.run(AGENT, [GATE, 'run', code, join(machine.state, 'audit.db')], {
      env: { BUN_BE_BUN: '1' },
    });
    expect(asBun.stderr).toMatch(/EACCES|permission denied/i);
  });

  test('BYP-03 an approval that a program of the agent’s shows is none', async () => {
    const bin = join(machine.work, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'gate'), '#!/bin/sh\necho approved\n');
    chmodSync(join(bin, 'gate'), 0o755);
    const before = (await machine.gate(ANN, ['list', '--all', '--json'])).stdout;
    const faked = await machine.shell(AGENT, 'gate -- rmdir x', { env: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(faked.stdout).toBe('approved\n');
    expect((await machine.gate(ANN, ['list', '--all', '--json'])).stdout).toBe(before);
  });

  test('CH-10 RT-01 no port is open, and no signal opens one', async () => {
    process.kill(service, 'SIGUSR1');
    const script = 'cat /proc/net/tcp /proc/net/tcp6 | awk \'$4 == "0A" { print $10 }\'';
    const inodes = new Set((await machine.shell(AGENT, script)).stdout.trim().split('\n'));
    const links = (await machine.shell(0, `ls -l /proc/${service}/fd`)).stdout.matchAll(/socket:\[(\d+)\]/g);
    expect([...links].filter(([, inode = '']) => inodes.has(inode))).toEqual([]);
    expect((await machine.gate(ANN, ['--', 'echo', 'alive'])).stdout).toBe('alive\n');
  });

  test('CH-11 an account that asks gets through no door of those who decide or operate', async () => {
    const [{ body }] = await machine.attack(OTHER, `tell(await ask(['true']))`);
    const id = body.id;
    const people = ['votes', 'questions', 'review'].map((what) => ['POST', `/v1/requests/${id}/${what}`]);
    const operators = [
      ['GET', '/metrics'],
      ['GET', '/v1/audit/entries'],
      ['GET', '/v1/audit/checkpoint'],
      ['GET', '/v1/tokens'],
      ['POST', '/v1/tokens'],
      ['GET', '/v1/changes'],
    ];
    const script = `for (const [method, path] of ${JSON.stringify([...people, ...operators])}) tell((await call(method, path, method === 'POST' ? {} : undefined)).status)`;
    for (const uid of [AGENT, OTHER])
      for (const status of await machine.attack(uid, script)) expect([400, 401, 403, 404]).toContain(status);
  });

  test('AVL-03 without the service nothing runs, at any step', async () => {
    await using gone = await new Machine().set();
    const path = join(gone.work, 'ran');
    const line = [GATE, '--', '/bin/sh', '-c', `echo ran >> ${path}; sleep 600; true`];
    expect((await gone.run(AGENT, line)).status).toBe(69);
    await gone.serve();
    const running = gone.start(AGENT, line);
    await until(() => existsSync(path));
    await gone.end('SIGKILL');
    const { status, stderr } = await running.ended;
    expect({ status, stderr }).toEqual({
      status: 69,
      stderr: expect.stringContaining('does not say how the command ended'),
    });
    await until(() => gone.commands().length === 0);
    expect((await gone.run(AGENT, line)).status).toBe(69);
    expect(readFileSync(path, 'utf8')).toBe('ran\n');
  });
});

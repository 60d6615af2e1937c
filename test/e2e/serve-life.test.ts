import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, BOB, type Going, Machine, possible, until } from '../kit/host.ts';

/** The service from its start to its end, as systemd and people see it. */
describe.skipIf(!possible)('the life of the service (needs root and a mount namespace)', () => {
  const machine = new Machine();
  beforeAll(() => machine.set());
  afterEach(() => machine.end());
  afterAll(() => machine[Symbol.asyncDispose]());

  const id = (text: string) => /waits as (\w+)/.exec(text)?.[1] ?? '';
  const showed = async (request: string) => JSON.parse((await machine.gate(BOB, ['show', request, '--json'])).stdout);

  describe('told to stop', () => {
    const TRAPS = "trap 'echo heard; sleep 0.2; exit 5' TERM; echo up; while :; do sleep 0.1; done";

    test('it ends commands by TERM, passes on how they ended, and records it', async () => {
      await machine.serve();
      const going = machine.start(AGENT, [GATE, '--', 'sh', '-c', TRAPS]);
      await until(() => going.out.stdout.includes('up'));
      const ended = await machine.end('SIGTERM');
      expect({ status: ended?.status, signal: ended?.signal }).toEqual({ status: 0, signal: null });
      expect(await going.ended).toMatchObject({ status: 5, stdout: 'up\nheard\n' });
      expect(ended?.stderr).toMatch(/"event":"run.ended"[^\n]*"outcome":"exited","code":5/);
      expect(ended?.stderr.trimEnd().split('\n').at(-1)).toContain('has stopped');
    });

    test('a second signal does not wait for what will not end', async () => {
      const service = await machine.serve();
      const going = machine.start(AGENT, [
        GATE,
        '--',
        'sh',
        '-c',
        "trap '' TERM; echo up; while :; do sleep 0.1; done",
      ]);
      await until(() => going.out.stdout.includes('up'));
      service.child.kill('SIGTERM');
      await until(() => service.out.stderr.includes('"stops"'));
      service.child.kill('SIGTERM');
      const ended = await machine.end('SIGTERM');
      expect(ended?.status).toBe(0);
      expect((await going.ended).signal ?? 'SIGKILL').toBe('SIGKILL');
      expect(ended?.stderr).toMatch(/"event":"run.ended"[^\n]*"outcome":"signaled","code":9/);
    });

    test('who waits is told by the next life of it', async () => {
      await machine.serve();
      const held = machine.start(AGENT, [GATE, '--', 'rm', '-f', join(machine.work, 'x')]);
      await until(() => held.out.stderr.includes('then resume with'));
      await machine.end();
      await machine.serve();
      expect(await showed(id(held.out.stderr))).toMatchObject({ state: 'pending' });
      await machine.person(BOB, ['deny', id(held.out.stderr), '-m', 'not now']).ended;
      expect(await held.ended).toMatchObject({ status: 77, stderr: expect.stringContaining('not now') });
    });
  });

  describe('on HUP', () => {
    const again = async (service: Going, change: (text: string) => string) => {
      const before = service.out.stderr.split('serve.yaml').length;
      machine.configure('serve.yaml', change);
      service.child.kill('SIGHUP');
      await until(() => service.out.stderr.split('serve.yaml').length > before);
      return (
        service.out.stderr
          .trimEnd()
          .split('\n')
          .find((line) => line.includes('serve.yaml') && line.includes('again')) ?? ''
      );
    };

    test('it takes other accounts for commands, and the record goes on', async () => {
      const service = await machine.serve();
      const who = async () => (await machine.gate(AGENT, ['--', 'id', '-un'])).stdout;
      expect(await who()).toBe('gaterun\n');
      await again(service, (text) => text.replace('default: gaterun', 'default: gateother'));
      expect(await who()).toBe('gateother\n');
      await again(service, (text) => text.replace('default: gateother', 'default: gaterun'));
      expect(await who()).toBe('gaterun\n');
    });

    test('a mistake changes nothing and is said', async () => {
      const service = await machine.serve();
      expect(await again(service, (text) => `${text}nonsense: 1\n`)).toContain('goes on as before');
      expect((await machine.gate(AGENT, ['--', 'id', '-un'])).stdout).toBe('gaterun\n');
      machine.configure('serve.yaml', (text) => text.replace('nonsense: 1\n', ''));
    });

    test('what holds from the next start on is named', async () => {
      const service = await machine.serve();
      const said = await again(service, (text) => `${text}metrics: { listen: "127.0.0.1:1" }\n`);
      expect(said).toContain('metrics as written there hold from the next start on');
      machine.configure('serve.yaml', (text) => text.replace(/metrics: .*\n/, ''));
    });
  });

  describe.skipIf(spawnSync('python3', ['--version']).status !== 0)('under systemd', () => {
    test('it says when it is ready, lives, reads its file again and stops', async () => {
      const path = join(machine.home, 'notify');
      const script = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print('bound', flush=True)
while True: print(s.recv(4096).decode(), flush=True)`;
      const systemd = spawn('python3', ['-c', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      try {
        let heard = '';
        systemd.stdout.on('data', (data) => (heard += data));
        await until(() => heard.includes('bound'));
        const service = await machine.serve({ env: { NOTIFY_SOCKET: path, WATCHDOG_USEC: '200000' } });
        await until(() => heard.includes('READY=1') && heard.split('WATCHDOG=1').length > 3);
        service.child.kill('SIGHUP');
        await until(() => /RELOADING=1[\s\S]*READY=1/.test(heard));
        await machine.end();
        expect(heard).toContain('STOPPING=1');
      } finally {
        systemd.kill();
      }
    });
  });

  describe('before it starts, `--check`', () => {
    const check = () => machine.run(0, [GATE, 'serve', '--check'], { cwd: '/' });

    test('finds a machine sound that is', async () => {
      expect(await check()).toMatchObject({ status: 0, stdout: 'the configuration is sound\n', stderr: '' });
    });

    test.each([
      ['an account that is an agent’s', 'gaterun', 'agent', 'the account of the agent deploy'],
      ['an account that is a person’s', 'gaterun', 'ann', 'the account of the person ann'],
      ['an account that is not there', 'gaterun', 'nobody-such', 'no such account'],
    ])('finds %s for commands', async (_, from, to, words) => {
      machine.configure('serve.yaml', (text) => text.replace(`default: ${from}`, `default: ${to}`));
      const { status, stderr } = await check();
      machine.configure('serve.yaml', (text) => text.replace(`default: ${to}`, `default: ${from}`));
      expect({ status, stderr }).toEqual({ status: 78, stderr: expect.stringContaining(words) });
    });

    test('finds a state directory that others enter, one of somebody else, and a socket’s that others write', async () => {
      chmodSync(machine.state, 0o755);
      chmodSync(join(machine.home, 'run'), 0o777);
      expect((await check()).stderr).toMatch(/can be entered by others[\s\S]*can be written by others/);
      chmodSync(machine.state, 0o700);
      chmodSync(join(machine.home, 'run'), 0o755);
      chownSync(machine.state, AGENT, AGENT);
      expect((await check()).stderr).toContain(`belongs to uid ${AGENT}`);
      chownSync(machine.state, 0, 0);
      const other = join(machine.home, 'other');
      mkdirSync(other);
      writeFileSync(join(other, 'gate.sock'), '');
      machine.configure('serve.yaml', (text) => text.replace(`${machine.home}/run/`, `${other}/`));
      expect((await check()).stderr).toContain('is no socket');
      machine.configure('serve.yaml', (text) => text.replace(`${other}/`, `${machine.home}/run/`));
      expect((await check()).status).toBe(0);
    });
  });

  test.skipIf(!existsSync('/usr/bin/systemd-analyze'))('its unit is one that systemd understands', async () => {
    const unit = join(machine.home, 'gate.service');
    const { stdout, status } = await machine.run(0, [GATE, 'init', 'service'], { cwd: '/' });
    expect(status).toBe(0);
    expect(stdout).toContain(`ExecStart=${GATE} serve\n`);
    writeFileSync(unit, stdout);
    const verified = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
    expect(verified.stdout + verified.stderr).toBe('');
    expect(verified.status).toBe(0);
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, Machine, possible, until } from '../kit/host.ts';
import { sayYes } from '../kit/person.ts';

const SERVICE = 61_008;
/** All that the service needs when it is not root, as docs/host-mode.md and the unit say. */
const CAPABILITIES = ['setuid', 'setgid', 'kill', 'chown', 'sys_admin'];

/** The service under an account of its own. */
describe.skipIf(!possible)('a service that is not root (needs root and a mount namespace)', () => {
  const machine = new Machine();
  let pid = 0;
  beforeAll(async () => {
    await machine.set();
    const passwd = machine.etc('passwd');
    writeFileSync(passwd, `${readFileSync(passwd, 'utf8')}gate:x:${SERVICE}:${SERVICE}::/nonexistent:/bin/false\n`);
    machine.configure('config.yaml', (text) => text.replace('user: root', 'user: gate'));
    await machine.shell(0, `chown -R ${SERVICE}:${SERVICE} ${machine.state} ${machine.home}/run`);
    pid = (await machine.serve({ capabilities: CAPABILITIES }, SERVICE)).pid;
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  const said = (service: string) => machine.gate(AGENT, ['--', 'sh', '-c', service]);

  test('has the rights that it is given, and no others', () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:(\\s${SERVICE}){4}$`, 'm'));
    // SETUID 7, SETGID 6, KILL 5, CHOWN 0, SYS_ADMIN 21.
    const set = ((1n << 0n) | (1n << 5n) | (1n << 6n) | (1n << 7n) | (1n << 21n)).toString(16).padStart(16, '0');
    for (const name of ['Eff', 'Prm', 'Bnd', 'Amb']) expect(status).toMatch(new RegExp(`^Cap${name}:\\s${set}$`, 'm'));
  });

  test('runs a command under the account of runs, which has no right of the service', async () => {
    const { stdout, status } = await said('id -u; id -G; cat /proc/self/status; exit 3');
    expect(status).toBe(3);
    expect(stdout).toMatch(/^61009\n61009\n/);
    for (const name of ['Inh', 'Prm', 'Eff', 'Amb']) expect(stdout).toMatch(new RegExp(`^Cap${name}:\\s0{16}$`, 'm'));
    expect(stdout).toMatch(/^NoNewPrivs:\s1$/m);
    expect(stdout).toMatch(/^Uid:(\s61009){4}$/m);
  });

  test('the command cannot become anybody else, nor read what is the service’s', async () => {
    const tried = await said(
      `setpriv --reuid=0 id || echo no; setpriv --reuid=${SERVICE} id || echo no; ls ${machine.state} || echo no; cat /etc/shadow || echo no; mount -t tmpfs none /mnt || echo no`,
    );
    expect(tried.stdout).toBe('no\n'.repeat(5));
  });

  test('ends with all that it started, and hears signals', async () => {
    const going = machine.start(AGENT, [
      ...GATE_LINE,
      'sh',
      '-c',
      "trap 'echo heard; exit 5' TERM; setsid sleep 987 & echo up; wait",
    ]);
    await until(() => going.out.stdout.includes('up'));
    await until(() => running('987').length === 1);
    going.child.kill('SIGTERM');
    expect(await going.ended).toMatchObject({ status: 5, stdout: 'up\nheard\n' });
    await until(() => running('987').length === 0);
  });

  test('has a terminal, and opens its streams by name', async () => {
    expect((await said('echo out > /dev/stdout; echo err > /dev/stderr')).stdout).toBe('out\n');
    const session = machine.person(ANN, ['--', 'sh', '-c', 'test -t 0 && stty size']);
    expect((await session.ended).screen).toContain('400 140');
  });

  test('nothing of a run is left, whatever it put into its home', async () => {
    const made = await said(
      'cd && mkdir -p a/b/c && chmod 0 a/b && mkdir s && chmod 1777 s && : > s/x && chmod 500 s && ln -s / r && mkfifo f && echo $HOME; echo x > $TMPDIR/x',
    );
    expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(made.stdout.trim())).toBe(false);
    expect(readdirSync(machine.runs)).toEqual([]);
  });

  test('what cannot be removed is a fault of the service, and keeps nobody waiting', async () => {
    const going = machine.start(AGENT, [...GATE_LINE, 'sh', '-c', ': > $HOME/x; echo up; read end'], { open: true });
    await until(() => going.out.stdout.includes('up'));
    const [place = ''] = readdirSync(machine.runs);
    // Nobody but root undoes this.
    const closed = await machine.shell(
      0,
      `chown 0:0 ${machine.runs}/${place}/home && chmod 0 ${machine.runs}/${place}/home`,
    );
    expect(closed.status).toBe(0);
    going.child.stdin?.end();
    const { status } = await going.ended;
    expect(status).not.toBe(0);
    await machine.shell(0, `rm -rf ${machine.runs}/${place}`);
    expect((await said('exit 4')).status).toBe(4);
  });

  test('what an earlier life left is removed at the start', async () => {
    const going = machine.start(AGENT, [...GATE_LINE, 'sh', '-c', 'cd; mkdir -m 0 closed; echo up; sleep 986']);
    await until(() => going.out.stdout.includes('up'));
    await machine.end('SIGKILL');
    await until(() => running('986').length === 0);
    await going.ended;
    expect(readdirSync(machine.runs)).toHaveLength(1);
    await machine.serve({ capabilities: CAPABILITIES }, SERVICE);
    expect(readdirSync(machine.runs)).toEqual([]);
  });

  test('people of other accounts approve, and it runs', async () => {
    const held = machine.start(AGENT, [...GATE_LINE, 'rm', '-f', join(machine.work, 'x')]);
    await until(() => held.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    const approval = machine.person(BOB, ['approve', id]);
    await sayYes(approval);
    await approval.ended;
    expect(await held.ended).toMatchObject({ status: 0 });
  });

  test('without a right that it needs it says so, and runs nothing', async () => {
    await machine.end();
    for (const missing of ['setuid', 'chown']) {
      const less = CAPABILITIES.filter((name) => name !== missing);
      const service = machine.start(SERVICE, [GATE, 'serve'], { cwd: '/', capabilities: less });
      const { status, stderr } = await service.ended;
      expect(status).toBe(78);
      expect(stderr).toContain(`CAP_${missing.toUpperCase()}`);
    }
  });
});

const GATE_LINE = [GATE, '--'];

/** Processes that sleep for that long. */
function running(seconds: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${seconds}\0`;
    } catch {
      return false;
    }
  });
}

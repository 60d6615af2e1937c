import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLER, Host, isRoot, RUN } from './hosted.ts';
import { ownSeconds, withWords } from './processes.ts';

const shell = (script: string) => ['/bin/sh', '-c', script];
const exited = (code: number) => ({ kind: 'exit', exit: { kind: 'exited', code, milliseconds: expect.any(Number) } });

/** What another account gets when it tries. */
function as({ uid, gid }: { uid: number; gid: number }, script: string) {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script], {
    uid,
    gid,
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

describe.skipIf(!isRoot).each(['bun', 'node'] as const)(
  'under another account (as root only), service under %s',
  (runtime) => {
    let host: Host;
    let directory: string;
    beforeAll(() => {
      host = new Host(runtime);
      directory = mkdtempSync(join(tmpdir(), 'gate-accounts-'));
      chmodSync(directory, 0o755);
    });
    afterAll(async () => {
      await host[Symbol.asyncDispose]();
      rmSync(directory, { recursive: true, force: true });
    });

    test('nothing of the service is in the command: account, groups, rights, descriptors, session, limits', async () => {
      const client = await host.run(
        shell(
          'cat /proc/self/status; echo "umask $(umask)"; ls /proc/$$/fd; ulimit -Sc; ulimit -Hc; ulimit -Sn; cat /proc/self/oom_score_adj; ps -o sid= -o pgid= -o pid= -p $$',
        ),
      );
      expect(await client.end()).toEqual(exited(0));
      const [status = '', rest = ''] = client.text().split('umask ');
      const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(status)?.[1]?.trim();
      expect(field('Uid')).toBe(Array(4).fill(RUN.uid).join('\t'));
      expect(field('Gid')).toBe(Array(4).fill(RUN.gid).join('\t'));
      // The service has one (`Host`).
      expect(field('Groups')).toBe('');
      expect(field('NoNewPrivs')).toBe('1');
      for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) expect(field(set)).toBe('0'.repeat(16));
      // Signals 32 and 33 are libc's own, which starts processes with them ignored under Node.
      for (const set of ['SigBlk', 'SigIgn']) expect(BigInt(`0x${field(set)}`) & ~0x1_8000_0000n).toBe(0n);
      const [umask, ...lines] = rest.trim().split('\n');
      expect(umask).toBe('0077');
      expect(lines.slice(0, 3)).toEqual(['0', '1', '2']);
      expect(lines.slice(3, 7)).toEqual(['0', '0', '1024', '0']);
      expect(new Set(lines[7]?.trim().split(/\s+/)).size).toBe(1);
    });

    test('CRED-02: the account that asked can neither read, trace nor signal it', async () => {
      const seconds = ownSeconds();
      const client = await host.run(['/bin/sleep', seconds]);
      await client.until(() => client.frames.some(({ kind }) => kind === 'started'));
      const [pid = 0] = withWords(seconds);
      // There is something to find.
      expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).toContain('CANARY=lease-4711');
      for (const file of ['environ', 'mem', 'maps', 'fd/0']) {
        const tried = as(CALLER, `cat /proc/${pid}/${file}`);
        expect(tried.status).not.toBe(0);
        expect(tried.said).not.toContain('4711');
      }
      expect(as(CALLER, `ls /proc/${pid}/fd /proc/${pid}/cwd/`).status).not.toBe(0);
      for (const signal of [0, 1, 9, 15, 19]) expect(as(CALLER, `kill -${signal} ${pid}`).status).not.toBe(0);
      if (existsSync('/usr/bin/strace'))
        expect(as(CALLER, `strace -p ${pid}`).said).toContain('Operation not permitted');
      // CRED-04: nor is it in any command line.
      expect(withWords('4711')).toEqual([]);
      client.send({ kind: 'signal', number: 9 });
      expect(await client.end()).toMatchObject({ exit: { kind: 'signaled', signal: 9 } });
    });

    test('it sees no process of the machine, and no other run of its own account (IPC-08)', async () => {
      const seconds = ownSeconds();
      const other = await host.run(['/bin/sleep', seconds]);
      await other.until(() => other.frames.some(({ kind }) => kind === 'started'));
      const [pid = 0] = withWords(seconds);
      const client = await host.run(
        shell(
          `ls -d /proc/[0-9]* | wc -l; kill -9 ${pid}; cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep -c SERVICE_SECRET`,
        ),
      );
      await client.end();
      // The first process of the namespace and what it waits for, the shell, and what it counts with.
      expect(Number(client.text().split('\n')[0])).toBeLessThanOrEqual(6);
      expect(client.text().split('\n')[1]).toBe('0');
      expect(withWords(seconds)).toEqual([pid]);
      other.connection.destroy();
      await other.recorded();
    });

    test('it cannot end what holds it', async () => {
      const client = await host.run(shell('kill -9 1 2>/dev/null; kill -9 -1 2>/dev/null; echo still'));
      const last = await client.end();
      // `kill -1` spares the shell itself.
      expect(last).toEqual(exited(0));
      expect(client.text()).toBe('still\n');
    });

    test('CRED-05: what runs away from its group and its session is gone when the command ends', async () => {
      const seconds = ownSeconds();
      const client = await host.run(
        shell(`setsid sh -c 'sleep ${seconds} & sleep ${seconds}' >/dev/null 2>&1 </dev/null & sleep 0.1; echo up`),
      );
      expect(await client.end()).toEqual(exited(0));
      expect(withWords(seconds)).toEqual([]);
    });

    test('a daemon that it starts does it no harm, and leaves no zombie', async () => {
      // Each ends after its parent has: the first process of the namespace gets it then.
      const orphans = 'for n in 1 2 3; do ( ( sleep 0.1 & ) & ); done';
      const client = await host.run(shell(`${orphans}; sleep 0.4; grep -l "^State:.Z" /proc/[0-9]*/status; echo up`));
      expect(await client.end()).toEqual(exited(0));
      expect(client.text()).toBe('up\n');
    });

    test('CRED-06: killed, the service leaves nothing of a command that ran away', async () => {
      const seconds = ownSeconds();
      await using doomed = new Host(runtime);
      const client = await doomed.run(
        shell(`trap '' HUP TERM; setsid sleep ${seconds} & sleep 0.1; echo up; sleep ${seconds}`),
      );
      await client.sees('up');
      expect(withWords(seconds).length).toBeGreaterThanOrEqual(2);
      doomed.process.kill('SIGKILL');
      await expect.poll(() => withWords(seconds)).toEqual([]);
    });

    test('CRED-06: frozen or killed, the client cannot keep the command alive', async () => {
      const client = await host.run(shell('echo up; exec sleep 600'));
      await client.sees('up');
      client.connection.destroy();
      expect(await client.recorded()).toMatchObject({ kind: 'signaled' });
    });

    test('a directory that the account may not enter is no place for its command', async () => {
      const closed = join(directory, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      mkdirSync(join(closed, 'inside'), { mode: 0o755 });
      const client = await host.run(['/bin/true'], { cwd: join(closed, 'inside') });
      expect(await client.end()).toMatchObject({ exit: { kind: 'failed', errno: 'EACCES' } });
    });

    test('its streams can be opened by name', async () => {
      const client = await host.run(shell('echo one >/dev/stdout; echo two >/dev/stderr; cat /dev/stdin'));
      await client.input(Buffer.from('three\n'));
      expect(await client.end()).toEqual(exited(0));
      expect(client.text()).toBe('one\nthree\n');
      expect(client.text('stderr')).toBe('two\n');
    });

    test('read-only: nothing below its directory can be written, and whoever else uses it does not notice', async () => {
      const work = join(directory, 'work');
      mkdirSync(join(work, 'below'), { recursive: true });
      for (const each of [work, join(work, 'below')]) chownSync(each, RUN.uid, RUN.gid);
      writeFileSync(join(work, 'file'), 'as it was', { mode: 0o666 });
      chownSync(join(work, 'file'), RUN.uid, RUN.gid);
      const script =
        'cat file; echo x >file; echo x >new; echo x >below/new; rm file; mount -o remount,rw . ; umount .; echo "$?"';
      const client = await host.run(shell(script), { cwd: work, view: 'read-only' });
      await client.end();
      expect(client.text()).toMatch(/^as it was(?!0)/);
      expect(client.text('stderr').match(/Read-only file system/g)?.length).toBeGreaterThanOrEqual(4);
      expect(readdirSync(work).toSorted()).toEqual(['below', 'file']);
      expect(readFileSync(join(work, 'file'), 'utf8')).toBe('as it was');
      const normal = await host.run(shell('echo x >new'), { cwd: work });
      expect(await normal.end()).toEqual(exited(0));
      expect(statSync(join(work, 'new'))).toMatchObject({ uid: RUN.uid, mode: 0o100600 });
      expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(work);
    });

    test('its terminal is its own: nobody else can open it', async () => {
      const client = await host.run(shell('tty; stat -c "%u %a" "$(tty)"; sleep 600'), {
        terminal: { cols: 80, rows: 24, streams: [0, 1, 2] },
      });
      await client.sees(/\d+ \d+\r\n/);
      const [name = '', owner] = client.text().split('\r\n');
      expect(owner).toBe(`${RUN.uid} 600`);
      expect(as(CALLER, `echo hostile > ${name}`).status).not.toBe(0);
      client.send({ kind: 'stdin', bytes: Buffer.from('\x03') });
      await client.end();
    });
  },
);

const CGROUPS = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].find((path) => existsSync(join(path, 'cgroup.procs')));
describe.skipIf(!isRoot || CGROUPS === undefined)('in a cgroup (as root, where there is cgroup v2)', () => {
  const parent = join(CGROUPS ?? '', `gate-test-${process.pid}`);
  beforeAll(() => mkdirSync(parent));
  afterAll(() => rmdirSync(parent));

  test('what runs away is gone without a namespace too, and no group is left', async () => {
    const seconds = ownSeconds();
    await using host = new Host('bun', { nest: false, cgroup: parent });
    expect(await host.says(({ listening }) => listening === true)).toMatchObject({ holds: 'cgroup' });
    const client = await host.run(shell(`cat /proc/self/cgroup; setsid sleep ${seconds} & sleep 0.1; exit 2`));
    expect(await client.end()).toEqual(exited(2));
    expect(client.text()).toContain(`gate-test-${process.pid}/gate-run-r0`);
    expect(withWords(seconds)).toEqual([]);
    expect(readdirSync(parent).filter((name) => name.startsWith('gate-run-'))).toEqual([]);
  });

  test('the next service ends what a killed one left', async () => {
    const seconds = ownSeconds();
    {
      await using host = new Host('bun', { nest: false, cgroup: parent });
      const client = await host.run(shell(`setsid sleep ${seconds} & echo up; sleep ${seconds}`));
      await client.sees('up');
      host.process.kill('SIGKILL');
    }
    expect(withWords(seconds).length).toBeGreaterThanOrEqual(1);
    await using next = new Host('bun', { nest: false, cgroup: parent });
    await next.says(({ listening }) => listening === true);
    expect(withWords(seconds)).toEqual([]);
  });
});

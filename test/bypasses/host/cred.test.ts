import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { AGENT, ANN, Machine, OTHER, possible, RUN_AS, until } from '../../kit/host.ts';
import { childrenOf, ownSeconds, withWords } from '../../server/run/processes.ts';

/** Attacks of real accounts on a real service, by id (docs/known-bypasses.md). */
describe.skipIf(!possible)('CRED in host mode (needs root and a mount namespace)', () => {
  let machine: Machine;
  let service: number;
  beforeAll(async () => {
    machine = await new Machine().set();
    service = (await machine.serve()).pid;
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  /** A command of the agent that runs until it is told to end. */
  const running = async (words: string) => {
    const going = machine.start(AGENT, [GATE, '--', '/bin/sleep', words]);
    // Not the client, nor what holds it: the command itself.
    const commands = () => machine.commands().filter((pid) => withWords(`/bin/sleep ${words}`).includes(pid));
    await until(() => commands().length === 1);
    return { going, pid: commands()[0] as number };
  };
  /** The client goes away, and its command with it: nothing of it is left for the next test. */
  const end = async ({ child, ended }: Awaited<ReturnType<typeof running>>['going']) => {
    child.kill('SIGKILL');
    await ended;
    await until(() => machine.commands().length === 0);
  };
  /** Processes that wait for their command. */
  const spare = async () => {
    const waiting = () => childrenOf(service).filter((each) => withWords('--starter').includes(each));
    await until(() => waiting().length > 0);
    return waiting();
  };
  const tries = (uid: number, script: string) => machine.shell(uid, script, { cwd: '/' });

  test('CRED-01 nobody but the account of the run reads what is in its /proc, nor in those of the service and its starter', async () => {
    const { going, pid } = await running(ownSeconds());
    const starters = await spare();
    const files = ['environ', 'mem', 'maps', 'fd/0', 'auxv', 'stack', 'cwd/.', 'root/.', 'fd/.'];
    const targets = [
      pid,
      service,
      ...starters,
      ...childrenOf(service).filter((each) => withWords('--reader').includes(each)),
    ];
    const paths = targets.flatMap((target) => files.map((file) => `/proc/${target}/${file}`));
    const look = `for f in ${paths.join(' ')}; do if [ "\${f##*/}" = . ]; then ls $f; else head -c1 $f; fi >/dev/null 2>&1 && echo $f; done; echo end`;
    for (const uid of [AGENT, OTHER, ANN]) expect((await tries(uid, look)).stdout).toBe('end\n');
    // It is the account that keeps them out, and there is something to find.
    expect((await tries(RUN_AS, `cat /proc/${pid}/environ`)).stdout).toContain('/runs/');
    for (const target of targets.slice(1))
      expect((await tries(RUN_AS, `cat /proc/${target}/environ`)).status).not.toBe(0);
    await end(going);
  });

  test('CRED-02 nobody attaches to the command, the service or its starter', async () => {
    const { going, pid } = await running(ownSeconds());
    // ptrace, as any debugger calls it (PTRACE_ATTACH).
    const number = process.arch === 'arm64' ? 117 : 101;
    const attach = (targets: readonly number[]) =>
      `perl -e '$| = 1; for (@ARGV) { print syscall(${number}, 16, $_ + 0, 0, 0) == 0 ? "attached" : "$!", "\\n" } kill 9, $$' ${targets.join(' ')}`;
    const targets = [
      pid,
      service,
      ...(await spare()),
      ...childrenOf(service).filter((each) => withWords('--reader').includes(each)),
    ];
    const refused = targets.map(() => 'Operation not permitted\n').join('');
    for (const uid of [AGENT, OTHER, ANN]) expect((await tries(uid, attach(targets))).stdout).toBe(refused);
    // Nor do other commands of the same account attach to what reads for it.
    expect((await tries(RUN_AS, attach(targets.slice(1)))).stdout).toBe(refused.replace(/^.*\n/, ''));
    expect((await tries(0, attach([pid]))).stdout).toBe('attached\n');
    await end(going);
  });

  test('CRED-03 a crash leaves no core, neither of a command nor of the service', async () => {
    const { stdout } = await machine.shell(
      AGENT,
      `${GATE} -- /bin/sh -c 'ulimit -Hc; ulimit -c unlimited; kill -SEGV $$'`,
    );
    expect(stdout).toBe('0\n');
    expect(readdirSync(machine.work).filter((name) => name.startsWith('core'))).toEqual([]);
    expect(readFileSync(`/proc/${service}/limits`, 'latin1')).toMatch(/^Max core file size +0 +0 /m);
  });

  test('CRED-04 what the service hands over to a command stands in no command line', async () => {
    const { going, pid } = await running(ownSeconds());
    const home = /HOME=([^\0]+)/.exec(readFileSync(`/proc/${pid}/environ`, 'latin1'))?.[1] ?? '';
    expect(home).toContain('/runs/');
    const lines = (await tries(AGENT, 'cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "')).stdout;
    expect(lines).toContain('--starter');
    expect(lines).not.toContain(home);
    await end(going);
  });

  test.each([
    ['in the background', (seconds: string) => `sleep ${seconds} & echo up`],
    ['in a session of its own', (seconds: string) => `setsid sleep ${seconds} >/dev/null 2>&1 </dev/null & echo up`],
    ['forked twice', (seconds: string) => `( ( setsid sh -c "trap '' HUP TERM; sleep ${seconds}" & ) & ) ; echo up`],
    [
      'as a daemon',
      (seconds: string) =>
        `perl -e 'use POSIX; fork and exit; setsid; fork and exit; close STDIN; close STDOUT; exec "sleep", "${seconds}"'; echo up`,
    ],
    ['stopped', (seconds: string) => `sh -c 'kill -STOP $$; sleep ${seconds}' & echo up`],
  ])('CRED-05 nothing outlives its command: %s', async (_, script) => {
    const seconds = ownSeconds();
    const { status, stdout } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', `${script(seconds)}; sleep 0.1`]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'up\n' });
    expect(withWords(seconds)).toEqual([]);
  });

  test('CRED-05 and it leaves nothing to be started later', async () => {
    // What would take a job for later runs as root or a group of its own when it is called: no new privileges, no job.
    const late =
      "echo '* * * * * true' | crontab -; echo true | at now; sudo -n true; echo sudo $?; systemd-run --user true; echo $?";
    const { stdout } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', `${late}; grep NoNewPrivs /proc/self/status`]);
    expect(stdout).toMatch(/^sudo [1-9]\d*\n[1-9]\d*\nNoNewPrivs:\t1\n$/);
    expect(existsSync('/var/spool/cron/crontabs/gaterun')).toBe(false);
  });

  test('CRED-06 nobody but the one who asked ends a command, and through gate alone; frozen or killed, no client keeps it', async () => {
    const { going, pid } = await running(ownSeconds());
    const targets = [
      pid,
      service,
      ...(await spare()),
      ...childrenOf(service).filter((each) => withWords('--reader').includes(each)),
    ];
    // From another session: within one, everybody may let everybody go on.
    const signals = `for s in CONT STOP HUP USR1 KILL; do for p in ${targets.join(' ')}; do kill -$s $p 2>/dev/null && echo $s $p; done; done; echo end`;
    for (const uid of [AGENT, OTHER, ANN]) {
      const { stdout } = await machine.run(uid, ['/usr/bin/setsid', '-w', '/bin/sh', '-c', signals]);
      expect(stdout).toBe('end\n');
    }
    expect(machine.commands()).toContain(pid);
    going.child.kill('SIGSTOP');
    await end(going);
  });

  test('CRED-09 the place of a run is its account’s alone, nobody can plant one, and nothing of it is left', async () => {
    const outside = join(machine.home, 'outside');
    writeFileSync(outside, 'as it was', { mode: 0o666 });
    const script = [
      'stat -c "%a %U" "$HOME" "$TMPDIR" "$HOME/.."',
      'cd "$HOME"',
      `ln -s ${outside} link; ln -s /etc etc; mkfifo fifo; mkdir -p a/b/c; chmod 000 a/b; echo x > "$TMPDIR/left"`,
      'i=0; while [ $i -lt 200 ]; do mkdir d; cd d; i=$((i+1)); done; echo "$HOME"',
    ].join('; ');
    const { status, stdout } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', script]);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual(['700 gaterun', '700 gaterun', '711 root']);
    expect(existsSync(lines[3] ?? '/')).toBe(false);
    expect(readdirSync(machine.runs)).toEqual([]);
    expect(readFileSync(outside, 'utf8')).toBe('as it was');
    for (const uid of [AGENT, RUN_AS]) {
      const planted = await tries(
        uid,
        `mkdir ${machine.runs}/x; ln -s /etc ${machine.runs}/y; mv ${machine.runs} ${machine.runs}.z; rm -rf ${machine.runs}`,
      );
      expect(planted.status).not.toBe(0);
    }
    expect(statSync(machine.runs).isDirectory()).toBe(true);
  });

  test('CRED-16 what a command keeps for itself is gone, and nothing of it is in the home of who asked', async () => {
    const home = join(machine.work, 'home');
    mkdirSync(home);
    const script = 'echo secret > ~/.history; echo secret > ~/cache; echo ok';
    const { stdout } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', script], {
      env: { HOME: home, XDG_CACHE_HOME: home },
    });
    expect(stdout).toBe('ok\n');
    expect(readdirSync(home)).toEqual([]);
  });

  describe('CRED-17 the service reads for somebody only what the account of the run could read', () => {
    const CANARY = 'canary_4711';
    beforeAll(() => {
      const secret = join(machine.home, 'secret');
      mkdirSync(secret, { mode: 0o700 });
      const files = {
        'a.sql': `drop table ${CANARY};`,
        'a.sh': `rm -rf /${CANARY}\nkubectl delete ns ${CANARY}\n`,
        'a.yaml': `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${CANARY}}\n`,
      };
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(secret, name), text, { mode: 0o600 });
        // The directory can be passed, the file of root's group cannot be read.
        writeFileSync(join(machine.home, name), text, { mode: 0o640 });
        writeFileSync(join(machine.home, `open-${name}`), text, { mode: 0o644 });
        symlinkSync(join(secret, name), join(machine.work, `link-${name}`));
      }
    });
    const asked = async (argv: readonly string[], cwd = machine.work): Promise<string> => {
      const [answer] = await machine.attack(
        AGENT,
        `tell(await ask(${JSON.stringify(argv)}, { cwd: ${JSON.stringify(cwd)} }))`,
      );
      expect(answer.status).toBe(201);
      return JSON.stringify(answer.body);
    };
    const commands = (of: (name: string) => string) => [
      ['psql', '-f', of('a.sql')],
      ['/bin/sh', of('a.sh')],
      ['kubectl', 'apply', '-f', of('a.yaml')],
    ];

    test('CRED-17 a file of root’s, its group’s, or behind a link', async () => {
      for (const of of [
        (name: string) => join(machine.home, 'secret', name),
        (name: string) => join(machine.home, name),
        (name: string) => `link-${name}`,
      ])
        for (const argv of commands(of))
          expect({ argv, said: await asked(argv) }).toEqual({ argv, said: expect.not.stringContaining(CANARY) });
      // What that account can read is read.
      for (const argv of commands((name) => join(machine.home, `open-${name}`)))
        expect(await asked(argv)).toContain(CANARY);
    });

    test('CRED-17 the files of the service itself, by any name', async () => {
      for (const path of [
        join(machine.state, 'audit.db'),
        '/proc/self/environ',
        '/proc/self/maps',
        '/proc/self/cwd/a.sh',
        '/dev/fd/3',
        '/proc/self/fd/3',
        `/proc/${service}/cmdline`,
      ]) {
        const said = await asked(['/bin/sh', path]);
        expect(JSON.parse(said).manifest.inputs).toEqual([expect.objectContaining({ digest: null })]);
        expect(said).toContain('"opaque":true');
      }
    });

    test('CRED-17 a name that leads somewhere else for whoever follows it', async () => {
      mkdirSync(join(machine.work, 'etc'));
      writeFileSync(join(machine.work, 'etc', 'profile'), `kubectl delete ns ${CANARY}\n`);
      symlinkSync('/proc/self/cwd/etc/profile', join(machine.work, 'profile'));
      // `/etc/profile` is another file than the one that would run: it is not what is judged.
      const said = await asked(['/bin/sh', 'profile']);
      expect(said).toContain(CANARY);
    });

    test('CRED-17 a directory that it may not enter, and policies that it may not read', async () => {
      const [entered] = await machine.attack(
        AGENT,
        `tell(await ask(['/bin/sh', 'a.sh'], { cwd: ${JSON.stringify(join(machine.home, 'secret'))} }))`,
      );
      expect(JSON.stringify(entered.body)).not.toContain(CANARY);
      const repository = join(machine.work, 'repository');
      mkdirSync(join(repository, '.gate', 'policies'), { recursive: true });
      symlinkSync(join(machine.home, 'secret', 'a.yaml'), join(repository, '.gate', 'policies', 'x.yaml'));
      const [refused] = await machine.attack(
        AGENT,
        `tell(await ask(['/bin/true'], { cwd: ${JSON.stringify(repository)} }))`,
      );
      expect(refused).toMatchObject({
        status: 503,
        body: { code: 'POLICY_INVALID', title: expect.stringContaining('EACCES') },
      });
    });

    test('CRED-17 nor does the command read or write what is the service’s', async () => {
      const names = [
        `${machine.state}/audit.db`,
        '/etc/gate/serve.yaml',
        `${machine.home}/run/x`,
        `${machine.state}/policies/x`,
      ];
      const script = `cat ${machine.state}/audit.db; ls ${machine.state}; for f in ${names.join(' ')}; do echo x >> $f; done; unlink ${machine.socket}; mv ${machine.home}/run ${machine.home}/gone; echo end`;
      const { stdout, stderr } = await machine.gate(AGENT, ['--', '/bin/sh', '-c', script]);
      expect(stdout).toBe('end\n');
      expect(stderr.match(/Permission denied/g)).toHaveLength(8);
      expect((await machine.gate(AGENT, ['--', 'echo', 'still'])).stdout).toBe('still\n');
    });
  });
});

import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal } from '../kit/person.ts';
import { explainAll, HOLD_ALL, onlyRequest } from './kit.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('SELF: nobody answers their own request', () => {
  test('SELF-06 an agent cannot vote, whatever it says it is (part: not against a hostile program of the same user)', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.agent(['--no-wait', '--', 'touch', 'x']);
    const { id } = await onlyRequest(gate);
    for (const env of [
      { USER: 'alice', LOGNAME: 'alice' },
      { CLAUDECODE: '0' },
      { GATE_USER: 'alice' },
      { SUDO_USER: 'alice' },
    ]) {
      const voted = await gate.agent(['approve', id], { env });
      expect(voted).toMatchObject({ status: 77, stderr: expect.stringContaining('not recorded') });
    }
    for (const option of ['--as', '--user', '--force', '--yes', '-y']) {
      expect((await gate.agent(['approve', id, option, 'alice'])).status).toBe(64);
    }
    expect(await onlyRequest(gate)).toMatchObject({ state: 'pending' });
  });

  test('SELF-11 below gate nobody votes, and a command inside is a request of its own', async () => {
    using gate = new Gate(
      'version: 1\npacks: []\ndefault: allow\nrules:\n  - { id: ask, match: { tool: rm }, decision: hold, approvers: { from: [owners] } }\n',
    );
    await gate.agent(['--no-wait', '--', 'rm', 'x']);
    const { id } = await onlyRequest(gate);
    const env = { GATE_HOME: gate.home, GATE };
    const inside = `exec "$GATE" -- /bin/sh -c '${GATE} approve ${id}; echo "voted $?"'`;
    const seen = await atTerminal(['/bin/sh', '-c', inside], { cwd: gate.home, env }).ended;
    expect(seen.screen).toContain('voted 77');
    const nested = await gate.agent(['--', '/bin/sh', '-c', `${GATE} --no-wait -- rm y; echo "asked $?"`]);
    expect(nested.stdout).toContain('asked 75');
    // Nothing of gate's own is handed down but where its policies are: a gate inside is not a looser one.
    const ran = await gate.agent(['--', 'env'], { env: { GATE_SESSION: 'x', GATE_TOKEN: 'y' } });
    expect(ran.stdout.match(/^GATE_\w+/gm)).toEqual(['GATE_HOME']);
  });
});

describe('BYP: around the gate', () => {
  test('BYP-03 documentation names gate by its path, and doctor sees another one on PATH', async () => {
    const pages = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
      name.endsWith('.md'),
    );
    for (const page of pages) {
      const text = readFileSync(join(ROOT, page), 'utf8');
      expect({ page, found: /^\s*(\$ )?npx (--yes )?gate\b/m.test(text) }).toEqual({ page, found: false });
    }
    using gate = new Gate();
    const bin = join(gate.home, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'gate'), '#!/bin/sh\necho approved\n');
    chmodSync(join(bin, 'gate'), 0o755);
    const found = await gate.agent(['doctor'], { env: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(found).toMatchObject({ status: 0, stdout: expect.stringContaining(`is ${bin}/gate, not this one`) });
    const own = await gate.agent(['doctor'], { env: { PATH: `${join(ROOT, 'bin')}:/usr/bin:/bin` } });
    expect(own).toMatchObject({ status: 0, stdout: expect.not.stringContaining('not this one') });
  });

  test('BYP-04 no variable and no option changes what is decided (part: GATE_HOME and XDG name the caller’s own directories)', async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: deny\n');
    const decided = async (env: Record<string, string>, options: string[] = []) => {
      const ran = await gate.agent([...options, '--', 'touch', 'mark'], { env });
      return ran.status;
    };
    const names =
      'POLICY POLICIES CONFIG DISABLE DISABLED SKIP BYPASS ALLOW MODE OBSERVE DRY_RUN FORCE YES DEBUG SESSION USER DB DATABASE SOCKET URL TOKEN APPROVED PRINCIPAL NO_WAIT TRUST ENV DEFAULT PACKS'.split(
        ' ',
      );
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join(ROOT, 'src', name), 'utf8').match(/\bGATE_[A-Z_]+\b/g) ?? []);
    const variables = [...new Set([...names.map((name) => `GATE_${name}`), ...sources])].filter(
      (name) => name !== 'GATE_HOME',
    );
    for (const value of ['1', 'allow', '/tmp/allow.yaml']) {
      expect(await decided(Object.fromEntries(variables.map((name) => [name, value])))).toBe(77);
    }
    for (const option of [
      '--policy',
      '--config',
      '--yes',
      '--force',
      '--skip',
      '--observe',
      '--mode',
      '--dry-run',
      '--approve',
      '--user',
      '--db',
    ]) {
      expect({ option, status: await decided({}, [option]) }).toEqual({ option, status: 64 });
      expect({ option, status: await decided({}, [`${option}=allow`]) }).toEqual({ option, status: 64 });
    }
    for (const name of ['.gate-bypass', '.gate.yaml', 'gate.yaml'])
      writeFileSync(join(gate.home, name), 'default: allow\n');
    expect(await decided({})).toBe(77);
    const record = await gate.agent(['audit', 'export']);
    expect(record.stdout).toContain('policy.recorded');
  });

  test('BYP-05 a repository’s policy only tightens; what would loosen is an error (part: the repository is the agent’s to edit)', async () => {
    using gate = new Gate();
    const work = join(gate.home, 'work');
    const policies = join(work, '.gate', 'policies');
    mkdirSync(policies, { recursive: true });
    mkdirSync(join(work, '.git'));
    const put = (text: string) => writeFileSync(join(policies, 'a.yaml'), `version: 1\n${text}\n`, { mode: 0o644 });
    for (const text of [
      'default: allow',
      'mode: observe',
      'packs: []',
      'except: [baseline/destroy]',
      'targets: [{ id: t, match: { tool: x }, labels: [a] }]',
      'rules:\n  - { id: a, match: { tool: "*" }, decision: allow }',
      'rules:\n  - { id: a, match: { tool: "*" }, decision: hold, credentials: admin }',
      'rules:\n  - { id: a, match: { tool: "*" }, decision: confirm, mode: observe }',
    ]) {
      put(text);
      const ran = await gate.agent(['--no-wait', '--', 'rm', 'x'], { cwd: work });
      expect({ text, status: ran.status }).toEqual({ text, status: 78 });
    }
    put('rules:\n  - { id: a, match: { tool: "*" }, decision: confirm }');
    expect(await gate.agent(['--no-wait', '--', 'rm', 'x'], { cwd: work })).toMatchObject({ status: 75 });
    put('rules:\n  - { id: a, match: { tool: ls }, decision: deny }');
    expect(await gate.agent(['--', 'ls'], { cwd: work })).toMatchObject({ status: 77 });
  });

  test('BYP-07 a wrapper in front of a command does not make it harmless (part: wrappers that gate does not know are unknown, not denied)', async () => {
    using gate = new Gate(
      'version: 1\npacks: [baseline]\nrules:\n  - { id: no, match: { tool: kubectl, operation: delete }, decision: deny }\n',
    );
    const wrappers =
      'env|env -i|env -S|env A=1|nice|nice -n 5|timeout 9|timeout -k 1 9|xargs|xargs -n1|setsid|setsid -f|stdbuf -o0|nohup|command|exec|time|sudo|sudo -u x|doas|busybox|toybox|script -c|flock f|chroot /|unshare|nsenter -t 1|watch|ionice -c3|chrt 1|taskset 1|strace|ltrace|parallel|ssh localhost|find . -exec|sh -c|bash -c|bash -lc|dash -c|su -c|runuser -u x --|setpriv|prlimit|numactl|systemd-run|firejail|fakeroot|proxychains4|unbuffer|expect -c|gdb --args|python3 -c|perl -e|rlwrap|catchsegv|caffeinate|torsocks|chpst|softlimit|daemonize|screen -dm|tmux new|at now -f|rbash -c|zsh -c|eatmydata';
    const command = ['kubectl', 'delete', 'ns', 'prod'];
    const rows = wrappers.split('|').map((wrapper) => {
      const words = wrapper.split(' ');
      const asText = /(^| )(-c|-e|-S|-lc)$/.test(wrapper);
      return [...words, ...(asText ? [command.join(' ')] : command), ...(wrapper.startsWith('find') ? [';'] : [])];
    });
    const answers = await explainAll(gate, rows);
    const loose = rows.filter((_, index) => !['deny', 'hold'].includes(answers[index]!.decision));
    expect(loose).toEqual([]);
    expect(answers.filter(({ decision }) => decision === 'deny').length).toBeGreaterThan(25);
  });
});

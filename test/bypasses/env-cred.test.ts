import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW_ALL, HOLD_ALL, onlyRequest } from './kit.ts';

function tool(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

describe('ENV: what the command gets', () => {
  test('ENV-07 an empty or relative entry of PATH never means the current directory (part: directories of the caller’s stay)', async () => {
    using gate = new Gate(ALLOW_ALL);
    tool(join(gate.home, 'planted'), '#!/bin/sh\ntouch mark\n');
    for (const PATH of [
      ':/usr/bin:/bin',
      '/usr/bin:/bin:',
      '/usr/bin::/bin',
      '.:/usr/bin:/bin',
      'x/..:/usr/bin:/bin',
    ]) {
      expect(await gate.agent(['--', 'planted'], { env: { PATH } })).toMatchObject({ status: 127 });
      const ran = await gate.agent(['--', 'sh', '-c', 'planted; echo "$PATH"'], { env: { PATH } });
      expect(ran.stdout).toBe('/usr/bin:/bin\n');
    }
    expect(await gate.agent(['--', 'cat', 'mark'])).toMatchObject({ status: 1 });
  });

  test('ENV-13 POSIXLY_CORRECT does not reach the command', async () => {
    using gate = new Gate(ALLOW_ALL);
    const ran = await gate.agent(['--', 'env'], { env: { POSIXLY_CORRECT: '1' } });
    expect(ran).toMatchObject({ status: 0, stdout: expect.not.stringContaining('POSIXLY_CORRECT') });
    expect(ran.stderr).toContain('POSIXLY_CORRECT');
  });

  test('ENV-14 a name twice, odd names and bytes that are no text (part: the first of two names is what the command gets)', async () => {
    using gate = new Gate(ALLOW_ALL);
    const script = `import os, sys, ctypes
libc = ctypes.CDLL(None)
env = [b'DUP=first', b'DUP=second', b'BASH_FUNC_ls%%=() { touch mark; }', b'A\\nB=1', b'BAD=\\xff\\xfe', b'1X=1', b'=empty', b'noequals', b'__proto__=x', b'constructor=y', b'FINE=z']
env += [(k + '=' + v).encode() for k, v in os.environ.items() if k in ('PATH', 'HOME', 'GATE_HOME', 'CLAUDECODE')]
args = [b'${'gate'}', b'--', b'/usr/bin/env']
libc.execve(sys.argv[1].encode(), (ctypes.c_char_p * (len(args) + 1))(*args, None), (ctypes.c_char_p * (len(env) + 1))(*env, None))
`;
    const { GATE } = await import('../kit/gate.ts');
    const ran = await gate.start(['-c', script, GATE], { program: '/usr/bin/python3' }).ended;
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .filter((line) => !/^(PATH|HOME|GATE_HOME)=/.test(line));
    expect(lines.sort()).toEqual(['CLAUDECODE=1', 'DUP=first', 'FINE=z', '__proto__=x', 'constructor=y'].sort());
    expect(ran.status).toBe(0);
  });

  test('ENV-15 families of variables are taken out by their prefix', async () => {
    using gate = new Gate(ALLOW_ALL);
    const hostile =
      'LD_X DYLD_X BASH_FUNC_x GIT_CONFIG_KEY_7 GIT_TRACE2_EVENT TF_CLI_ARGS_plan KUBE_FEATURE_X npm_config_x PYTHONX NODE_X BUN_X DENO_X PERL_X ANSIBLE_X DOCKER_CUSTOM_HEADERS_X LESSKEY_X CLOUDSDK_PYTHON_X GATE_X'.split(
        ' ',
      );
    const ran = await gate.agent(['--', 'env'], { env: Object.fromEntries(hostile.map((name) => [name, 'x'])) });
    expect(ran.status).toBe(0);
    const left = ran.stdout.split('\n').filter((line) => hostile.includes(line.split('=')[0] ?? ''));
    expect(left).toEqual([]);
  });
});

describe('CRED and AUD: secrets', () => {
  test('CRED-04 a secret that stands among the arguments is pointed out of every record (part: gate delivers none there itself; what the caller writes runs as written)', async () => {
    using gate = new Gate();
    const canary = 'zq8Lm4canary77';
    for (const argv of [
      ['mysql', `-p${canary}`, '-e', 'x'],
      ['tool', '--password', canary],
      ['tool', `--token=${canary}`],
      ['psql', `postgresql://app:${canary}@db/shop`, '-c', 'drop table t'],
      ['kubectl', '--token', canary, 'delete', 'ns', 'x'],
    ]) {
      const bin = join(gate.home, 'bin');
      mkdirSync(bin, { recursive: true });
      tool(join(bin, argv[0]!), '#!/bin/sh\n');
      await gate.agent(['--no-wait', '--', ...argv], { env: { PATH: `${bin}:/usr/bin:/bin` } });
    }
    const exported = await gate.agent(['audit', 'export']);
    expect(exported.stdout).toContain('request.submitted');
    const found = exported.stdout.split('\n').filter((line) => line.includes('canary77'));
    expect(found).toEqual([]);
  });

  test('AUD-13 no canary secret reaches the database in any form, and its fingerprint needs the key (part: nothing is erased yet)', async () => {
    using gate = new Gate(HOLD_ALL);
    const canaries = ['AKIAZ7QW3ERTY5UIOPAS', 'ghp_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8', 'tiny9'];
    await gate.agent(
      [
        '--no-wait',
        '-m',
        `key ${canaries[1]}`,
        '--',
        'curl',
        '--header',
        `Authorization: Bearer ${canaries[1]}`,
        `https://u:${canaries[2]}@h/`,
      ],
      { env: { AWS_SECRET_ACCESS_KEY: canaries[0]! } },
    );
    const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
    for (const name of readdirSync(gate.home).filter((each) => each.startsWith('audit.db'))) {
      const bytes = readFileSync(join(gate.home, name)).toString('latin1');
      for (const canary of canaries)
        expect({ name, canary, found: bytes.includes(canary) }).toEqual({ name, canary, found: false });
    }
    const { id } = await onlyRequest(gate);
    expect((await gate.agent(['show', id, '--json'])).stdout).toContain('hmac');
  });
});

describe('TOC: what was approved is what runs', () => {
  test('TOC-04 a program replaced after the approval does not start (part: not in the instant between comparing and starting)', async () => {
    using gate = new Gate(HOLD_ALL);
    tool(join(gate.home, 'tool'), '#!/bin/sh\necho original\n');
    await gate.agent(['--no-wait', '--', './tool']);
    const { id } = await onlyRequest(gate);
    await gate.person(['approve', id]);
    tool(join(gate.home, 'tool'), '#!/bin/sh\ntouch mark\n');
    expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76, stdout: '' });
    expect(await gate.agent(['audit', 'export'])).toMatchObject({ stdout: expect.not.stringContaining('run.started') });
  });

  test('TOC-10 input that is code is read once, and what comes later is not part of it (part: other input streams through)', async () => {
    using gate = new Gate(HOLD_ALL);
    const bytes = Buffer.concat([Buffer.from('cat <<X\n'), Buffer.from('line \u00e9'), Buffer.from('\nX\n')]);
    const waiting = gate.start(['--', 'sh'], { stdin: bytes });
    await waiting.says('waits as');
    const { id } = await onlyRequest(gate);
    const shown = await gate.agent(['show', id]);
    expect(shown.stdout).toMatch(/^stdin +pipe sha256:[0-9a-f]{64}$/m);
    await gate.person(['approve', id]);
    expect(await waiting.ended).toMatchObject({ status: 0, stdout: 'line \u00e9\n' });
  });

  test('TOC-12 a policy that became stricter after the approval wins at the start', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.agent(['--no-wait', '--', 'touch', 'mark']);
    const { id } = await onlyRequest(gate);
    await gate.person(['approve', id]);
    gate.policy(
      'version: 1\nrules:\n  - { id: stop, match: { tool: touch }, decision: deny, reason: no more }\n',
      'zz.yaml',
    );
    const ran = await gate.agent(['--resume', id]);
    expect(ran).toMatchObject({ status: 77, stderr: expect.stringContaining('stop') });
  });
});

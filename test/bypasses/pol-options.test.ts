import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW_ALL, explainAll, runUnasked } from './kit.ts';

/** Every way to put `parts` around `fixed`: each part in front of the verb, behind it, or at the end. */
function spellings(
  program: string,
  verb: readonly string[],
  parts: readonly (readonly (readonly string[])[])[],
): string[][] {
  let rows: { before: readonly string[]; after: readonly string[] }[] = [{ before: [], after: [] }];
  for (const forms of parts) {
    rows = rows.flatMap(({ before, after }) =>
      forms.flatMap((form) => [
        { before: [...before, ...form], after },
        { before, after: [...after, ...form] },
      ]),
    );
  }
  return rows.map(({ before, after }) => [program, ...before, ...verb, ...after]);
}

describe('POL: options', () => {
  test.each<[string, string[][]]>([
    [
      'kubectl',
      spellings(
        'kubectl',
        ['delete', 'pod', 'web'],
        [
          [['--context', 'prod'], ['--context=prod']],
          [['-n', 'shop'], ['-nshop'], ['-n=shop'], ['--namespace', 'shop'], ['--namespace=shop']],
          [['--request-timeout=5s'], ['--request-timeout', '5s']],
          [['-v=2'], ['--v=2'], ['-v2'], ['--v', '2']],
        ],
      ),
    ],
    [
      'aws',
      spellings(
        'aws',
        ['ec2', 'terminate-instances', '--instance-ids', 'i-1'],
        [
          [['--region', 'eu-west-1'], ['--region=eu-west-1']],
          [['--profile', 'prod'], ['--profile=prod']],
          [['--output', 'json'], ['--output=json'], ['--no-cli-pager']],
          [['--no-paginate'], ['--color=off'], ['--color', 'off'], ['--debug']],
        ],
      ),
    ],
    [
      'psql',
      spellings(
        'psql',
        ['-c', 'drop table orders'],
        [
          [['-h', 'db1'], ['-hdb1'], ['--host', 'db1'], ['--host=db1']],
          [['-U', 'app'], ['-Uapp'], ['--username=app']],
          [['-d', 'shop'], ['-dshop'], ['--dbname=shop'], ['--dbname', 'shop']],
          [['-X'], ['-At'], ['--no-psqlrc'], ['-qX']],
        ],
      ),
    ],
  ])('POL-05 %s: hundreds of spellings of one intent mean the same', async (_tool, rows) => {
    using gate = new Gate();
    expect(rows.length).toBeGreaterThanOrEqual(190);
    const answers = await explainAll(gate, rows);
    const seen = new Set(
      answers.map(({ decision, actions: [first], opaque }) =>
        JSON.stringify([decision, first?.operation, first?.effects, first?.resource, opaque]),
      ),
    );
    expect([...seen]).toHaveLength(1);
    expect(answers[0]).toMatchObject({ decision: 'hold', opaque: false });
    expect(answers[0]?.actions[0]?.effects).toContain('destroy');
    const scopes = new Set(
      answers.map(({ actions: [first] }) => JSON.stringify(Object.entries(first?.scope ?? {}).sort())),
    );
    expect([...scopes]).toHaveLength(1);
  });

  test('POL-05 an option that gate does not know makes the command unknown, wherever it stands', async () => {
    using gate = new Gate();
    const rows = [
      ['kubectl', '--frobnicate', 'get', 'pods'],
      ['kubectl', 'get', 'pods', '--frobnicate=1'],
      ['aws', '--frobnicate', 's3', 'ls'],
      ['psql', '--frobnicate', '-c', 'select 1'],
      ['psql', '-Jc', 'select 1'],
      ['sort', '--compress-program=x', 'f'],
      ['git', '-c', 'core.fsmonitor=x', 'status'],
      ['docker', '--frobnicate', 'ps'],
      ['terraform', '-chdir=x', 'apply'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-06 no abbreviation of a sensitive option passes for another one', async () => {
    using gate = new Gate();
    const prefixes = (option: string, from: number) =>
      Array.from({ length: option.length - from }, (_, index) => option.slice(0, from + index));
    const rows = [
      ...prefixes('--endpoint-url', 5).flatMap((option) => [
        ['aws', 'sts', 'get-caller-identity', `${option}=http://127.0.0.1:1`],
        ['aws', 'sts', 'get-caller-identity', option, 'http://127.0.0.1:1'],
        ['aws', option, 'http://127.0.0.1:1', 's3', 'ls'],
      ]),
      ...prefixes('--command', 5).map((option) => ['psql', option, 'drop table t']),
      ...prefixes('--file', 4).map((option) => ['psql', `${option}=evil.sql`]),
      ...prefixes('--output', 5).map((option) => ['psql', '-c', 'select 1', option, '|sh']),
      ...prefixes('--kubeconfig', 5).map((option) => ['kubectl', `${option}=evil`, 'get', 'pods']),
      ...prefixes('--upload-pack', 5).map((option) => ['git', 'fetch', `${option}=cmd`, '.']),
      ...prefixes('--compress-program', 5).map((option) => ['sort', `${option}=sh`, 'f']),
      ...prefixes('--output', 4).map((option) => ['sort', `${option}=/etc/passwd`, 'f']),
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-07 an option that takes one value and is given twice is not understood', async () => {
    using gate = new Gate();
    const rows = [
      ['aws', 's3', 'ls', '--endpoint-url', 'https://a', '--endpoint-url', 'https://b'],
      ['aws', 's3', 'ls', '--region', 'a', '--region', 'b'],
      ['aws', '--profile', 'a', 's3', 'ls', '--profile=b'],
      ['kubectl', '--context=dev', 'get', 'pods', '--context', 'prod'],
      ['kubectl', '-n', 'a', 'get', 'pods', '--namespace=b'],
      ['kubectl', '-oname', 'get', 'pods', '-o', 'json'],
      ['psql', '-h', 'a', '--host=b', '-c', 'select 1'],
      ['psql', '-d', 'a', '-d', 'b', '-c', 'select 1'],
      ['psql', '-U', 'a', '-Ub', '-c', 'select 1'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-08 a value that begins with a dash is read as the tool reads it', async () => {
    using gate = new Gate();
    const rows = [
      ['ssh', '-oProxyCommand=touch mark', 'host'],
      ['ssh', '-oproxycommand=touch mark', 'host', 'ls'],
      ['ssh', 'host', '-o', 'ProxyCommand=touch mark', 'ls'],
      ['ssh', '-F', 'evil', 'host', 'ls'],
      ['ssh', 'host', 'ls'],
      ['rg', '--pre=touch mark', '.'],
      ['rg', '-e', 'x', '--pre', 'sh'],
      ['sort', '-T', 'x', '--compress-program=sh'],
      ['find', '.', '-exec', 'rm', '{}', ';'],
      ['find', '-delete'],
      ['tar', '-cf', 'a', '--checkpoint-action=exec=sh', '.'],
      ['xargs', 'kubectl', 'get'],
      ['kubectl', 'get', '--raw', '/api/v1', '-f', '-'],
      ['kubectl', 'delete', 'pod', '--', '-n'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-13 an unknown verb is somebody else’s program and never a harmless one', async () => {
    using gate = new Gate();
    const bin = join(gate.home, 'bin');
    mkdirSync(bin);
    for (const name of ['kubectl', 'kubectl-zzz', 'kubectl-get-x']) {
      writeFileSync(join(bin, name), '#!/bin/sh\ntouch mark\n');
      chmodSync(join(bin, name), 0o755);
    }
    const rows = [
      ['kubectl', 'zzz'],
      ['kubectl', 'ns'],
      ['kubectl', '--context', 'prod', 'zzz', 'get'],
      ['kubectl', 'create', 'foo'],
      ['kubectl', 'plugin', 'list', '--zzz'],
      ['docker', 'foo'],
      ['gh', 'zz'],
      ['git', 'zz'],
      ['aws', 'foo'],
      ['aws', 's3', 'foo'],
      ['aws', 'ec2', 'frobnicate-instances'],
      ['helm', 'zzz'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
    const ran = await gate.agent(['--no-wait', '--', 'kubectl', 'zzz'], { env: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(ran).toMatchObject({ status: 75 });
  });

  test('POL-15 options that come from variables do not reach the command (part: files a tool reads by itself are not looked at)', async () => {
    using gate = new Gate(ALLOW_ALL);
    const hostile = {
      TF_CLI_ARGS_apply: '-destroy',
      TF_CLI_ARGS: 'x',
      MAKEFLAGS: '--eval=x',
      TAR_OPTIONS: '--checkpoint-action=exec=sh',
      GREP_OPTIONS: '-f /etc/shadow',
      npm_config_script_shell: '/tmp/x',
      PGOPTIONS: '-c role=postgres',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      LESS: '+!id',
      XZ_OPT: '-9',
      RIPGREP_CONFIG_PATH: '/tmp/rg',
    };
    const ran = await gate.agent(['--', 'env'], { env: hostile });
    expect(ran.status).toBe(0);
    const names = ran.stdout.split('\n').map((line) => line.split('=')[0] ?? '');
    expect(names.filter((name) => name in hostile)).toEqual([]);
    for (const name of Object.keys(hostile)) expect(ran.stderr).toContain(name);
  });

  test('POL-15 an option that says “read more from there” is not harmless when that cannot be seen', async () => {
    using gate = new Gate();
    const rows = [
      ['aws', 'ec2', 'terminate-instances', '--cli-input-json', 'file://x'],
      ['aws', 'ec2', 'run-instances', '--cli-input-yaml', 'file://x'],
      ['kubectl', 'apply', '-f', '-'],
      ['kubectl', 'get', '-f', 'https://evil/x.yaml'],
      ['curl', '-K', 'x'],
      ['psql', '-f', 'missing.sql'],
      ['psql'],
      ['tar', '-T', 'list', '-cf', 'x'],
      ['gcloud', '--flags-file=x', 'compute', 'instances', 'list'],
      ['xargs', '-a', 'list', 'kubectl'],
      ['find', '.', '-files0-from', '-', '-delete'],
      ['make', '-f', '-'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });
});

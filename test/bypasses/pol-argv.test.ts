import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayArgv } from '../../src/command/display.ts';
import { buildManifest, digestManifest } from '../../src/command/manifest.ts';
import { Gate } from '../kit/gate.ts';
import { STRICT } from '../kit/policies.ts';
import { explainAll, onlyRequest, runUnasked } from './kit.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

describe('POL: argv is what is judged', () => {
  test('POL-01 shell strings are read as a shell reads them, and a doubt is never harmless', async () => {
    using gate = new Gate();
    const harm = 'kubectl delete ns prod';
    const joined = [';', '\n', '\r\n', '&&', '||', '|', '&', '; ;', '\t;\t', ';#\n', '|&', ';{ ', ';( '].map(
      (between) =>
        `kubectl get pods${between}${harm}${between.includes('{') ? ';}' : between.includes('(') ? ')' : ''}`,
    );
    const nested = [
      `echo $(${harm})`,
      `echo \`${harm}\``,
      `echo "\${x:-$(${harm})}"`,
      `cat <(${harm})`,
      `cat <<X\n$(${harm})\nX`,
      `f() { ${harm}; }; f`,
      `eval '${harm}'`,
      `eval "$(echo a3ViZWN0bCBkZWxldGUgbnMgcHJvZA== | base64 -d)"`,
      `if true; then ${harm}; fi`,
      `for x in a; do ${harm}; done`,
      `case a in a) ${harm};; esac`,
      `! ${harm}`,
      `time ${harm}`,
      `trap '${harm}' EXIT`,
      `alias ls='${harm}'\nls`,
      `k=kubectl; $k delete ns prod`,
      `ku''bectl delete ns prod`,
      `kubectl d""elete ns prod`,
      `kubectl\\\n delete ns prod`,
      `$'\\x6bubectl' delete ns prod`,
      `command ${harm}`,
      `exec ${harm}`,
      `source ./f`,
      `. ./f`,
      `PATH=/tmp/x ls`,
      `LD_PRELOAD=./x.so ls`,
      `ls > /etc/passwd`,
      `echo x >| ~/.bashrc`,
      `${'true;'.repeat(600)}${harm}`,
      `((${harm}) )`,
      `( (${harm}))`,
      `ls 'unclosed`,
      `ls ; }`,
    ];
    const lines = [...joined, ...nested];
    const shells = [
      ['sh', '-c'],
      ['bash', '-lc'],
      ['bash', '--norc', '-c'],
      ['dash', '-ec'],
      ['env', 'sh', '-c'],
    ];
    const rows = shells.flatMap((shell) => lines.map((line) => [...shell, line]));
    // Where /bin/sh is dash these run their last words, though bash reads something harmless.
    const plain = [`((${harm}))`, `[[ a || ${harm} ]]`, `ls &>/dev/null ${harm}`, `function ls\n{ :\n}\n${harm}`];
    rows.push(
      ...plain.flatMap((line) => [
        ['sh', '-c', line],
        ['dash', '-c', line],
        ['env', 'sh', '-c', line],
      ]),
    );
    const code = [
      ['python3', '-c', 'open("x", "w")'],
      ['node', '-e', 'require("fs").rmSync("x")'],
      ['perl', '-e', '1'],
      ['ruby', '-e', '1'],
      ['psql', '-c', '\\! id'],
      ['awk', 'BEGIN{system("id")}'],
      ['sh'],
      ['bash', '-i'],
      ['sh', './script.sh'],
    ];
    expect(await runUnasked(gate, [...rows, ...code])).toEqual([]);
  });

  test('POL-01 no random wrapping of a deletion becomes harmless', async () => {
    using gate = new Gate();
    const word = fc.constantFrom('ls', 'true', 'echo a', "echo 'x'", 'cat /etc/hostname', 'x=1', 'pwd');
    const between = fc.constantFrom(';', '\n', '&&', '||', '|', '&', ' ; ', '\n#c\n');
    const line = fc
      .tuple(fc.array(fc.tuple(word, between), { maxLength: 6 }), fc.array(fc.tuple(between, word), { maxLength: 6 }))
      .map(([before, after]) => `${before.flat().join('')}rm -rf /srv${after.flat().join('')}`);
    const rows = fc.sample(line, { numRuns: 500, seed: 1 }).map((text) => ({ shell: text }));
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-01 gate itself never goes through a shell', () => {
    const texts = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(SOURCE, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /shell: *true|[^`]execSync\(|[^-.a-zA-Z`']exec\(/.test(text))).toEqual([]);
  });

  test('POL-02 two commands have one digest only if every argument is the same, and never look the same', () => {
    const argument = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('', ' ', 'a b', 'a', 'b', "'", '"', '\\', '\n', "a' 'b", '[secret]'),
    );
    const argv = fc.array(argument, { maxLength: 4 });
    const digest = (words: readonly string[]) =>
      digestManifest(
        buildManifest({
          argv: words,
          executable: { path: '/bin/x', digest: 'sha256:0' },
          cwd: '/',
          environment: { level: 'checked', pinned: {}, removed: [] },
          inputs: [],
          stdin: { kind: 'null', digest: null },
          target: [],
        }),
      );
    fc.assert(
      fc.property(argv, argv, (a, b) => {
        // A lone surrogate has no UTF-8 form, so no argv of a process holds one.
        fc.pre([...a, ...b].every((text) => text.isWellFormed()));
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(digest(a) === digest(b)).toBe(same);
        expect(displayArgv(a) === displayArgv(b)).toBe(same);
      }),
      { numRuns: 3000 },
    );
  });

  test('POL-02 a request for one file with a space does not start the grant for two files', async () => {
    using gate = new Gate(STRICT);
    const one = await gate.agent(['--no-wait', '--', 'rm', '-rf', 'a b']);
    const two = await gate.agent(['--no-wait', '--', 'rm', '-rf', 'a', 'b']);
    expect([one.status, two.status]).toEqual([75, 75]);
    expect(one.stdout).not.toBe(two.stdout);
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(new Set(requests.map((each: { digest: string }) => each.digest)).size).toBe(2);
  });

  test('POL-03 newlines, trailing text and asking twice do not move a deny', async () => {
    using gate = new Gate(`version: 1
packs: []
default: allow
rules:
  - { id: no-delete, match: { tool: kubectl, operation: delete }, decision: deny }
  - { id: no-rm, match: { tool: rm }, decision: deny }
  - { id: no-prod, match: { resource: { name: "prod*" } }, decision: deny }
`);
    const rows = [
      ['kubectl', '--cache-dir=/tmp/x\ny', 'delete', 'pods', 'a'],
      ['kubectl', 'delete', 'ns', 'x # kubectl get'],
      ['rm', 'x'],
      ['rm', 'x'],
      ['rm', 'x'],
      ['kubectl', 'get', 'ns', 'prod\nx'],
    ];
    const answers = await explainAll(gate, rows);
    expect(answers.map(({ decision }) => decision)).toEqual(rows.map(() => 'deny'));
  });

  test('POL-04 patterns over hostile arguments end, and never in an allow', async () => {
    using gate = new Gate(`version: 1
packs: [baseline]
rules:
  - { id: stars, match: { tool: "*a*a*a*a*a*b", resource: { name: "*a*a*a*a*a*a*a*b" } }, decision: allow }
  - { id: words, match: { tool: "*" }, when: "request.argv.exists(a, a.startsWith('x') && a.endsWith('y'))", decision: deny }
`);
    const big = 128 * 1024;
    const rows = [
      ['a'.repeat(big)],
      ['rm', 'a'.repeat(big)],
      ['rm', ...Array.from({ length: big / 2 }, () => 'a')],
      ['kubectl', 'delete', 'ns', 'a'.repeat(60 * 1024)],
      ['sh', '-c', `${'a '.repeat(30_000)}!`],
      ['sh', '-c', '('.repeat(60_000)],
      ['sh', '-c', '`'.repeat(60_001)],
      ['sh', '-c', '$('.repeat(30_000)],
      ['sh', '-c', `"${'${a:-'.repeat(12_000)}`],
      ['psql', '-c', '('.repeat(60_000)],
      ['psql', '-c', `select ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
      ['psql', '-c', '/*'.repeat(30_000)],
      ['aws', 's3', 'rm', `s3://${'a/'.repeat(30_000)}`],
      ['env', ...Array.from({ length: 20_000 }, (_, i) => `A${i}=${i}`), 'rm'],
      [...Array.from({ length: 5000 }, () => 'env'), 'rm', 'x'],
      ['rm', `AKIA${'A'.repeat(60_000)}`],
      ['rm', `${'password='.repeat(7000)}`],
      ['rm', `${'a:'.repeat(30_000)}@`],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-09 a program is known by where it lies, not by what it calls itself (part: a directory of PATH is trusted)', async () => {
    using gate = new Gate();
    const evil = join(gate.home, 'evil');
    mkdirSync(evil);
    for (const name of ['kubectl', 'kube\u0441tl', 'ls\u200b']) {
      writeFileSync(join(evil, name), '#!/bin/sh\ntouch mark\n');
      chmodSync(join(evil, name), 0o755);
    }
    writeFileSync(join(evil, 'bare'), 'touch mark\n');
    chmodSync(join(evil, 'bare'), 0o755);
    symlinkSync('/bin/echo', join(evil, 'linked'));
    const PATH = `${evil}:/usr/bin:/bin`;
    for (const [argv, env] of [
      [['./evil/kubectl', 'get', 'pods'], {}],
      [[join(evil, 'kubectl'), 'get', 'pods'], {}],
      [['kube\u0441tl', 'get', 'pods'], { PATH }],
      [['ls\u200b'], { PATH }],
      [['./evil/linked', 'x'], {}],
    ] as const) {
      const asked = await gate.agent(['--no-wait', '--', ...argv], { env });
      expect({ argv, status: asked.status, stderr: asked.stderr }).toMatchObject({ status: 75 });
    }
    // What neither is a program for the kernel nor names its interpreter is not given to a shell.
    gate.policy('version: 1\npacks: []\ndefault: allow\n');
    const bare = await gate.agent(['--', './evil/bare']);
    expect(bare).toMatchObject({ status: 126 });
    expect(bare.stderr).toContain('ENOEXEC');
  });

  test('POL-09 what was approved is recorded as the file it is', async () => {
    using gate = new Gate(STRICT);
    await gate.agent(['--no-wait', '--', 'rm', 'x']);
    const { id } = await onlyRequest(gate);
    const { request } = JSON.parse((await gate.agent(['show', id, '--json'])).stdout);
    expect(request.manifest.executable).toMatchObject({
      path: expect.stringMatching(/^\/(usr\/)?bin\/rm$/),
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });
});

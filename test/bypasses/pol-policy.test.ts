import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { explainAll, runUnasked } from './kit.ts';

describe('POL: policies', () => {
  test('POL-10 commands known for reading that can execute, write or send (part: what the tool’s own files do)', async () => {
    using gate = new Gate();
    const rows = [
      ['git', 'log', '--output=f'],
      ['git', 'ls-remote', '--upload-pack=cmd', '.'],
      ['ssh', '-G', 'x'],
      ['psql', '-l', '-o', '|sh'],
      ['terraform', 'plan'],
      ['kubectl', 'get', 'pods', '-o', 'go-template-file=/etc/shadow'],
      ['kubectl', '--profile-output=f', '--profile=heap', 'get', 'pods'],
      ['kubectl', '-s', 'https://evil', '--insecure-skip-tls-verify', 'get', 'cm'],
      ['kubectl', 'config', 'view', '--raw'],
      ['make', '-n'],
      ['sqlite3', 'db', "select writefile('x','y')"],
      ['find', '.', '-fprintf', 'f', 'x'],
      ['find', '.', '-okdir', 'sh', ';'],
      ['rg', '--pre', 'sh', 'x'],
      ['sed', '-n', '1e touch mark', 'f'],
      ['sed', 's/x/y/w out', 'f'],
      ['sed', '-i', 's/a/b/', 'f'],
      ['awk', '{print > "f"}', 'f'],
      ['sort', '-o', '/etc/passwd', 'f'],
      ['uniq', 'a', 'b'],
      ['date', '-s', '2020-01-01'],
      ['tree', '-o', 'f'],
      ['xxd', '-r', 'a', 'b'],
      ['less', 'f', '+!id'],
      ['man', '-P', 'sh', 'ls'],
      ['hostname', 'evil'],
      ['curl', '-o', '/etc/x', 'https://x'],
      ['tee', 'x'],
      ['env'],
      ['printenv', 'AWS_SECRET_ACCESS_KEY'],
      ['cat', '/proc/self/environ'],
      ['cat', '/home/user/.ssh/id_ed25519'],
      ['file', '-C', '-m', 'x'],
      ['diff', '--to-file=/etc/shadow', 'a'],
    ];
    expect(await runUnasked(gate, rows)).toEqual([]);
  });

  test('POL-11 SQL that only looks like reading (part: what a function of the database does is not seen)', async () => {
    using gate = new Gate();
    const statements = [
      'set default_transaction_read_only=off; create table t()',
      'begin read write; delete from t',
      'with d as (delete from t returning *) select * from d',
      'explain analyze delete from t',
      'select pg_reload_conf()',
      "select pg_read_file('/etc/hostname')",
      "select lo_import('/etc/passwd')",
      'select * into copy from t',
      'select 1 \\gexec',
      'select $$x$$; drop table t; --$$',
      'select 1; /* -- */ drop table t',
      "select E'\\\\'; drop table t; --'",
      "copy t to program 'sh'",
      "copy (select 1) to '/tmp/x'",
      'do $$ begin delete from t; end $$',
      "select nextval('s')",
      'select pg_terminate_backend(1)',
      "select dblink_exec('x','drop table t')",
      "select query_to_xml('drop table t',true,true,'')",
      'call p()',
      'table t; truncate t',
      "select set_config('session_replication_role','replica',false)",
      'prepare p as delete from t; execute p',
      'select for_update from t for update; notify x',
    ];
    expect(
      await runUnasked(
        gate,
        statements.map((text) => ['psql', '-d', 'shop', '-c', text]),
      ),
    ).toEqual([]);
    expect(await runUnasked(gate, [['psql', '-d', 'shop', '-c', 'select 1', '-c', 'drop table t']])).toEqual([]);
  });

  test('POL-12 the strictest rule wins in any order, and what no rule names is a question', async () => {
    const allow = '  - { id: a, match: { tool: kubectl }, decision: allow }';
    const hold = '  - { id: h, match: { operation: delete }, decision: hold, approvers: { from: [owners] } }';
    const deny = '  - { id: d, match: { tool: kubectl, operation: delete }, decision: deny }';
    for (const rules of [
      [allow, hold, deny],
      [deny, hold, allow],
      [hold, deny, allow],
      [allow, deny, hold],
    ]) {
      using gate = new Gate(`version: 1\npacks: []\nrules:\n${rules.join('\n')}\n`);
      const [denied, other] = await explainAll(gate, [
        ['kubectl', 'delete', 'ns', 'x'],
        ['touch', 'x'],
      ]);
      expect(denied).toMatchObject({ decision: 'deny', rules: ['d'] });
      expect(other).toMatchObject({ decision: 'hold', rules: ['default'] });
    }
  });

  test.each([
    ['a rule without a decision', 'rules:\n  - { id: a, match: { tool: ls } }'],
    ['a decision that does not exist', 'rules:\n  - { id: a, match: { tool: ls }, decision: ALLOW }'],
    ['a decision with a space', 'rules:\n  - { id: a, match: { tool: ls }, decision: "allow " }'],
    ['an empty decision', 'rules:\n  - { id: a, match: { tool: ls }, decision: }'],
    ['a rule without a match', 'rules:\n  - { id: a, decision: allow }'],
    ['an unknown field', 'rules:\n  - { id: a, match: { tool: ls }, decison: allow, decision: deny }'],
    ['an unknown field in a match', 'rules:\n  - { id: a, match: { tols: ls }, decision: deny }'],
  ])('POL-12 %s is refused, not filled in', async (_what, rules) => {
    using gate = new Gate(`version: 1\n${rules}\n`);
    const ran = await gate.agent(['--', 'touch', 'mark']);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 78,
      stderr: expect.stringMatching(/test\.yaml:3:\d+: /),
    });
  });

  test.each([
    ['a key twice', 'version: 1\ndefault: deny\ndefault: allow\n', 3],
    [
      'a key twice in a rule',
      'version: 1\nrules:\n  - { id: a, match: { tool: x }, decision: deny, decision: allow }\n',
      3,
    ],
    ['__proto__', 'version: 1\n__proto__: { default: allow }\n', 2],
    ['constructor', 'version: 1\nconstructor: { prototype: { default: allow } }\n', 2],
    [
      '__proto__ in a match',
      'version: 1\nrules:\n  - { id: a, match: { __proto__: { tool: x } }, decision: deny }\n',
      3,
    ],
    [
      '__proto__ as a scope',
      'version: 1\nrules:\n  - { id: a, match: { scope: { __proto__: x } }, decision: deny }\n',
      3,
    ],
    ['a word of YAML 1.1', 'version: 1\ndefault: no\n', 2],
    ['an alias', 'version: 1\nx: &a allow\ndefault: *a\n', 2],
    [
      'a merge key',
      'version: 1\nrules:\n  - &a { id: a, match: { tool: x }, decision: deny }\n  - { <<: *a, id: b }\n',
      3,
    ],
    ['an unknown key', 'version: 1\nfallback: allow\n', 2],
    ['two documents', 'version: 1\ndefault: deny\n---\nversion: 1\ndefault: allow\n', 3],
    ['a tag', 'version: 1\ndefault: !!js/function allow\n', 2],
    [
      'an id twice',
      'version: 1\nrules:\n  - { id: a, match: { tool: x }, decision: deny }\n  - { id: a, match: { tool: y }, decision: allow }\n',
      4,
    ],
    ['the version as text', 'version: "1"\ndefault: allow\n', 1],
    ['no version', 'default: allow\n', 1],
  ])('POL-14 %s in a policy is an error with its line', async (_what, text, line) => {
    using gate = new Gate(text);
    const ran = await gate.agent(['--', 'true']);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 78,
      stderr: expect.stringMatching(new RegExp(`test\\.yaml:${line}:\\d+: `)),
    });
    // The first error is not remembered as an answer: without the file the default packs hold again.
    rmSync(join(gate.home, 'policies', 'test.yaml'));
    expect(await gate.agent(['--', 'true'])).toMatchObject({ status: 0 });
  });

  test('POL-14 the digest in the record is of the file’s bytes', async () => {
    const text = 'version: 1\npacks: []\ndefault: allow\n';
    const digests: string[] = [];
    for (const bytes of [text, `${text}# a comment\n`]) {
      using gate = new Gate(bytes);
      await gate.agent(['--', 'true']);
      const listed = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
      const shown = JSON.parse((await gate.agent(['show', listed.requests[0].id, '--json'])).stdout);
      digests.push(JSON.stringify(shown.policy.policy));
      const sha = createHash('sha256').update(bytes).digest('hex');
      expect(digests.at(-1)).toContain(`sha256:${sha}`);
    }
    expect(digests[0]).not.toBe(digests[1]);
  });
});

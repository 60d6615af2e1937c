import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.ts';
import { PACK_NAMES } from '../../src/policy/packs/packs.ts';
import { decode, type LayerName, parse } from '../../src/policy/parse.ts';

function errorOf(text: string, layer: LayerName = 'user'): string {
  try {
    parse(text, { file: 'p.yaml', layer, packs: PACK_NAMES });
  } catch (error) {
    expect(error).toBeInstanceOf(GateError);
    expect((error as GateError).code).toBe('POLICY_INVALID');
    return (error as GateError).message;
  }
  throw new Error('the policy was accepted');
}

const rule = (line: string) => `version: 1\nrules:\n  - ${line}\n`;

describe('a policy is refused, with the place and what to do,', () => {
  test.each<[string, string, string]>([
    ['with an unknown field', 'version: 1\ndefualt: deny\n', 'p.yaml:2:1: unknown field `defualt`'],
    [
      'with an unknown field in a rule',
      rule('{ id: a, match: { tool: x }, decison: deny }'),
      'p.yaml:3:34: unknown field `decison`',
    ],
    [
      'with an unknown field in match',
      rule('{ id: a, match: { scope: { contxt: x } }, decision: deny }'),
      'p.yaml:3:32: unknown field `contxt`',
    ],
    ['without a decision', rule('{ id: a, match: { tool: x } }'), 'p.yaml:3:5: `decision` is missing'],
    ['without a match', rule('{ id: a, decision: deny }'), 'p.yaml:3:5: `match` is missing'],
    ['with a match of nothing', rule('{ id: a, match: {}, decision: deny }'), '`match` is empty'],
    [
      'with an unknown decision',
      rule('{ id: a, match: { tool: x }, decision: alow }'),
      'p.yaml:3:44: `decision` must be one of allow, confirm, hold, deny',
    ],
    ['with a duplicate key', 'version: 1\ndefault: deny\ndefault: allow\n', 'p.yaml:3:1: map keys must be unique'],
    [
      'with a duplicate rule id',
      `${rule('{ id: a, match: { tool: x }, decision: deny }')}  - { id: a, match: { tool: y }, decision: deny }\n`,
      'p.yaml:4:11: duplicate id `a`',
    ],
    [
      'with __proto__',
      'version: 1\n__proto__: { default: allow }\ndefault: deny\n',
      'p.yaml:2:1: `__proto__` is not allowed as a field name',
    ],
    ['with constructor', rule('{ id: a, match: { constructor: x }, decision: deny }'), '`constructor` is not allowed'],
    ['of another version', 'version: 2\ndefault: deny\n', 'p.yaml:1:10: unknown `version`: this gate reads version 1'],
    ['without a version', 'default: deny\n', 'p.yaml:1:1: `version` is missing'],
    ['that says nothing', 'version: 1\n', 'the policy says nothing'],
    ['of comments only', '# nothing\n', 'the file holds no policy'],
    ['of a list', '- a\n', 'p.yaml:1:1: the policy must be a group of fields'],
    ['cut off in a flow map', 'version: 1\nrules:\n  - { id: a, match: { tool: kub', 'p.yaml:3:'],
    ['cut off after a key', 'version: 1\nrules:\n', '`rules` must be a list'],
    [
      'with two documents',
      'version: 1\ndefault: deny\n---\nversion: 1\ndefault: allow\n',
      'a second document starts here',
    ],
    ['with an anchor and an alias', 'version: 1\ndefault: &d deny\nmode: *d\n', 'anchor `d` is not allowed'],
    ['with a tag', 'version: 1\ndefault: !!js/function deny\n', 'p.yaml:2:10: unresolved tag'],
    ['with a merge key', 'version: 1\n<<: { default: allow }\ndefault: deny\n', 'unknown field `<<`'],
    [
      'with a YAML 1.1 boolean',
      rule('{ id: a, match: { opaque: no }, decision: deny }'),
      'p.yaml:3:31: `opaque` must be `true` or `false`',
    ],
    ['with a key that is no text', 'version: 1\n? [a]\n: b\n', 'a field name must be plain text'],
    [
      'with no effects, so that a rule can never match',
      rule('{ id: a, match: { effects: [] }, decision: deny }'),
      '`effects` is empty, so the rule could never match',
    ],
    ['with an empty pattern', rule('{ id: a, match: { tool: "" }, decision: deny }'), '`tool` is empty'],
    [
      'with a pattern that is no text',
      rule('{ id: a, match: { tool: 7 }, decision: deny }'),
      '`tool` has the wrong form',
    ],
    [
      'with an unknown effect',
      rule('{ id: a, match: { effects: [delete] }, decision: deny }'),
      '`effects` number 1 must be one of read, write',
    ],
    ['with an unknown pack', 'version: 1\npacks: [baseline, kubernets]\n', 'p.yaml:2:19: there is no pack `kubernets`'],
    [
      'with a bad duration',
      rule('{ id: a, match: { tool: x }, decision: hold, approvers: { expires: soon } }'),
      '`expires` is not a duration',
    ],
    [
      'with a limit of none',
      rule('{ id: a, match: { tool: x }, decision: allow, limit: { count: 0, per: 1h } }'),
      '`count` must be at least 1',
    ],
    [
      'with approvers that can do nothing',
      rule('{ id: a, match: { tool: x }, decision: allow, approvers: { count: 1 } }'),
      '`approvers` means nothing with `decision: allow`',
    ],
    [
      'with a rule that is called default',
      rule('{ id: default, match: { tool: x }, decision: deny }'),
      'what gate calls the answer',
    ],
    [
      'with hidden characters',
      rule('{ id: a, match: { tool: x }, decision: deny, reason: "a\\u202eb" }'),
      '`reason` holds invisible or control characters',
    ],
    [
      'with a bad condition',
      rule('{ id: a, match: { tool: x }, when: request.principal.kind ==, decision: deny }'),
      'p.yaml:3:65: bad condition: unexpected token',
    ],
    [
      'with an unknown field in a condition',
      rule("{ id: a, match: { tool: x }, when: action.scope.contxt == 'x', decision: deny }"),
      'p.yaml:3:53: unknown field `contxt`',
    ],
    [
      'with matches() in a condition',
      rule('{ id: a, match: { tool: x }, when: "action.tool.matches(\'a*\')", decision: deny }'),
      '`matches()` is not allowed',
    ],
    [
      'with a condition that is no claim',
      rule('{ id: a, match: { tool: x }, when: action.tool, decision: deny }'),
      'the condition gives string, not true or false',
    ],
    [
      'with a test of nothing',
      'version: 1\ndefault: deny\ntests:\n  - { expect: { decision: deny } }\n',
      'needs either `command` or `argv`',
    ],
  ])('%s', (_, text, message) => {
    expect(errorOf(text)).toContain(message);
  });

  test('with everything that is wrong at once, in the order of the file', () => {
    const text =
      'version: 1\ndefualt: deny\nrules:\n  - { id: a, match: { tool: x }, decision: no }\n  - { id: b, decision: deny }\n';
    const lines = errorOf(text)
      .split('\n')
      .filter((line) => line.startsWith('p.yaml'));
    expect(lines.map((line) => line.split(': ')[0])).toEqual(['p.yaml:2:1', 'p.yaml:4:44', 'p.yaml:5:5']);
  });

  test('with the line, a caret and a guess', () => {
    expect(errorOf('version: 1\ndefualt: deny\n')).toBe(
      'p.yaml:2:1: unknown field `defualt`\n   2 | defualt: deny\n     | ^ did you mean `default`?',
    );
  });

  test('without letting its text move the cursor', () => {
    expect(errorOf('version: 1\n"\\e[2J": 1\n')).not.toContain('\u001b');
    expect(errorOf('version: 1\nx\u202ey: 1\n')).not.toContain('\u202e');
  });
});

describe('a repository', () => {
  test.each([
    ['packs', 'packs: []'],
    ['default', 'default: deny'],
    ['mode', 'mode: observe'],
    ['except', 'except: [baseline/read]'],
    ['targets', 'targets: [{ id: t, match: { tool: x } }]'],
  ])('may not write %s', (field, line) => {
    expect(errorOf(`version: 1\n${line}\n`, 'repository')).toContain(
      `p.yaml:2:1: \`${field}\` is not allowed in a repository`,
    );
  });
  test.each([
    ['allow', '{ id: a, match: { tool: x }, decision: allow }'],
    ['credentials', '{ id: a, match: { tool: x }, decision: hold, credentials: c }'],
    ['view', '{ id: a, match: { tool: x }, decision: hold, view: copy }'],
    ['mode', '{ id: a, match: { tool: x }, decision: hold, mode: observe }'],
  ])('may not write %s in a rule', (word, line) => {
    expect(errorOf(rule(line), 'repository')).toMatch(new RegExp(`${word}.*is not allowed in a repository`));
  });
  test('may confirm, hold and deny', () => {
    for (const kind of ['confirm', 'hold', 'deny']) {
      const text = rule(`{ id: a, match: { tool: x }, decision: ${kind} }`);
      expect(parse(text, { file: 'p', layer: 'repository', packs: [] }).policy.rules).toHaveLength(1);
    }
  });
});

describe('bytes are refused', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['when there are none', new Uint8Array(), /1:1: the file is empty/],
    ['with a byte order mark', Buffer.from('\ufeffversion: 1\n'), /byte order mark/],
    ['in UTF-16', Buffer.from([0xff, 0xfe, 0x76, 0]), /byte order mark/],
    [
      'that are not UTF-8',
      Buffer.from([...Buffer.from('version: 1\nab'), 0xc3, 0x28]),
      /p\.yaml:2:3: the file is not valid UTF-8/,
    ],
    ['that are too many', Buffer.alloc(5 * 1024 * 1024, 35), /larger than/],
  ])('%s', (_, bytes, message) => {
    expect(() => decode(bytes, 'p.yaml')).toThrow(message);
  });
});

test('the policy of the documentation is understood', () => {
  const text = `version: 1
packs: [baseline, kubernetes, aws, postgres]      # shipped in policies/, each with its own tests
default: confirm
targets:
  - { id: payments-db, match: { scope: { database: payments } }, labels: [prod, pii], owner: dba, boundary: eu }
rules:
  - id: prod-destroy
    match: { tool: kubectl, effects: [destroy], scope: { context: "prod-*" } }
    when: request.principal.kind == 'agent' && action.resource.namespace != 'sandbox'   # CEL
    decision: hold
    approvers: { from: [sre], count: 2, evidence: signed, expires: 15m }
    limit: { count: 5, per: 1h, by: principal }
    credentials: k8s-deployer
    tags: [soc2:CC6.1, iso27001:A.8.2]
    reason: deleting in production needs two of us
  - id: no-prod-db-dump
    match: { effects: [export], scope: { database: "customers" } }
    decision: deny
    suggest: use the anonymised replica \`customers-anon\`
tests:
  - command: kubectl --context prod-eu delete ns payments
    as: { agent: deploy-bot }
    expect: { decision: hold, rules: [prod-destroy] }
`;
  expect(parse(text, { file: 'p', layer: 'user', packs: PACK_NAMES }).policy.rules).toHaveLength(2);
});

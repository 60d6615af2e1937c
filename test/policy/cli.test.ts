import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainBatch, explainCommand } from '../../src/cli/explain.ts';
import { policyCheck, policyPacks, policySchemaCommand, policyTest } from '../../src/cli/policy.ts';
import type { PolicyPaths } from '../../src/policy/paths.ts';
import type { Request } from '../../src/request/request.ts';
import { agent } from './build.ts';

let root: string;
let paths: PolicyPaths;
let out: string;
let err: string;
const io = {
  stdout(text: string) {
    out += text;
  },
  stderr(text: string) {
    err += text;
  },
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-cli-'));
  paths = { system: join(root, 'system'), user: join(root, 'user'), repository: [], needsWorkTree: true };
  out = '';
  err = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function policy(text: string, directory = paths.user, name = 'mine.yaml'): string {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const path = join(directory, name);
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
}

describe('gate policy check', () => {
  test('names the files it read', async () => {
    const path = policy('version: 1\npacks: [baseline]\n');
    expect(await policyCheck({ paths }, io)).toBe(0);
    expect(out).toBe(`${path}: ok (user; 0 rules, 0 tests)\n`);
  });
  test('says which packs apply where there is no file', async () => {
    expect(await policyCheck({ paths }, io)).toBe(0);
    expect(out).toContain(
      'the packs baseline, kubernetes, aws, postgres, terraform, git, containers, files, network apply',
    );
  });
  test('exits 78 with the place of every error', async () => {
    const path = policy('version: 1\nrulez: []\n');
    expect(await policyCheck({ paths }, io)).toBe(78);
    expect(err).toContain(`${path}:2:1: unknown field \`rulez\``);
    expect(err).toContain('did you mean `rules`?');
  });
  test('finds labels that no target has, and exceptions from nothing', async () => {
    const path = policy(`version: 1
packs: [baseline]
except: [baseline/secrets]
targets: [{ id: t, match: { tool: psql }, labels: [pii] }]
rules:
  - { id: a, match: { labels: [pii, pi] }, decision: deny }
`);
    expect(await policyCheck({ paths }, io)).toBe(78);
    expect(err).toContain(`${path}:3:10: there is no rule \`baseline/secrets\` to except`);
    expect(err).toContain('did you mean `baseline/secret`?');
    expect(err).toContain(`${path}:6:37: no target has the label \`pi\``);
  });
});

test('gate policy check says that an exception needs its pack', async () => {
  policy('version: 1\nexcept: [baseline/secret]\ndefault: confirm\n');
  expect(await policyCheck({ paths }, io)).toBe(78);
  expect(err).toContain('name the pack too: `packs: [baseline]`');
});

describe('gate policy test', () => {
  test('passes what holds and shows what does not, with its place', async () => {
    const path = policy(`version: 1
packs: [baseline]
tests:
  - { command: ls, expect: { decision: allow } }
  - { command: rm x, as: { agent: al }, expect: { decision: deny } }
  - { command: rm x, as: { agent: al }, expect: { decision: hold, rules: [nosuch] } }
  - { command: "ls | rm x", expect: { decision: hold } }
`);
    expect(await policyTest({ paths }, io)).toBe(1);
    expect(out).toBe('1 test passed, 3 failed\n');
    expect(err).toContain(`${path}:5:5: rm x\n  expected deny, got hold by baseline/destroy-here`);
    expect(err).toContain('nosuch did not decide, but baseline/destroy-here did');
    expect(err).toContain('a shell would do something with `|`');
  });
  test('takes files by name', async () => {
    const files = [policy('version: 1\ndefault: deny\ntests:\n  - { command: x, expect: { decision: deny } }\n', root)];
    expect(await policyTest({ paths, files }, io)).toBe(0);
  });
});

test('gate policy schema prints JSON', async () => {
  expect(await policySchemaCommand(io)).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ type: 'object', required: ['version'], additionalProperties: false });
});

test('gate policy packs lists them, and prints one', async () => {
  expect(await policyPacks({}, io)).toBe(0);
  expect(out.match(/^\w+/gm)).toEqual([
    'aws',
    'baseline',
    'containers',
    'fedramp',
    'files',
    'gdpr',
    'git',
    'iso27001',
    'kubernetes',
    'network',
    'postgres',
    'soc2',
    'strict',
    'terraform',
  ]);
  out = '';
  expect(await policyPacks({ name: 'aws' }, io)).toBe(0);
  expect(out).toMatch(/^# aws:/);
  await expect(policyPacks({ name: 'azure' }, io)).rejects.toThrow('there is no pack `azure`');
});

describe('gate explain', () => {
  const request: Request = {
    ...agent,
    id: 'x',
    argv: ['rm', '-rf', 'build'],
    home: '/home/alice',
    environment: {},
    dropped: [],
  };

  test('says what was understood, which rule decided, who can change that, and how to ask', async () => {
    const path = policy(
      'version: 1\npacks: [baseline]\nrules:\n  - { id: no, match: { tool: rm }, decision: deny, reason: keep it, suggest: use trash }\n',
    );
    expect(await explainCommand({ request, json: false, paths }, io)).toBe(0);
    expect(out).toMatch(/^understood {2}rm \(.*destroy.*\)/);
    expect(out).toContain('decision    deny, by rule no\n            because keep it\n');
    expect(out).toContain(`change it   ${path}:4\n`);
    expect(out).toContain('instead: use trash\n');
  });

  test('--json keeps its contract', async () => {
    expect(await explainCommand({ request, json: true, paths }, io)).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema_version: 1,
      decision: 'hold',
      opaque: false,
      rules: ['baseline/destroy-here'],
      reasons: ['it deletes something outside the project, or overwrites it beyond recovery'],
      actions: [{ tool: 'rm', operation: 'rm', opaque: false }],
    });
  });
});

describe('gate explain --batch', () => {
  async function batch(...pieces: (string | Uint8Array)[]): Promise<Record<string, unknown>[]> {
    async function* input() {
      for (const piece of pieces) yield Buffer.from(piece as string);
    }
    expect(await explainBatch({ paths, input: input() }, io)).toBe(0);
    return out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  test('answers in order, with the id, whatever the lines hold', async () => {
    const answers = await batch(
      '{"id":1,"argv":["ls"]}\n{"id":"s","shell":"rm -rf x"}\nnonsense\n\n[]\n{"id":3}\n{"id":4,"argv":[]}\n{"argv":["a"],"shell":"b"}\n',
      '{"argv":["rm","x"],"principal":"person:al"}\n{"argv":["x"],"principal":"king"}\n{"argv":["x"],"cwd":"rel"}\n{"argv":["l',
      's"],"project_root":"/w","principal":{"kind":"pipeline","id":"pipeline:x"}}\n',
      Buffer.from([0x7b, 0xff, 0x0a]),
      '{"argv":["ls"]}',
    );
    expect(answers.map(({ id, decision, error }) => [id, decision ?? error])).toEqual([
      [1, 'allow'],
      ['s', 'hold'],
      [undefined, 'the line is not JSON'],
      [undefined, 'the line is not JSON'],
      [undefined, 'the line is not an object'],
      [3, 'the line needs either `argv` or `shell`'],
      [4, '`argv` must be a list of words, at least one'],
      [undefined, 'the line needs either `argv` or `shell`'],
      [undefined, 'allow'],
      [undefined, '`principal` must be a person, an agent or a pipeline'],
      [undefined, '`cwd` must be an absolute path'],
      [undefined, 'allow'],
      [undefined, 'the line is not valid UTF-8'],
      [undefined, 'allow'],
    ]);
    for (const answer of answers) expect(answer['schema_version']).toBe(1);
  });

  test('answers a piece before it reads the next one', async () => {
    let seen = '';
    async function* input() {
      yield Buffer.from('{"argv":["ls"]}\n');
      seen = out;
      yield Buffer.from('{"argv":["ls"]}\n');
    }
    await explainBatch({ paths, input: input() }, io);
    expect(seen).toContain('"decision":"allow"');
  });

  test('does not see the repository it is called in', async () => {
    const here = join(root, '.gate', 'policies');
    policy('version: 1\nrules:\n  - { id: no, match: { tool: "*" }, decision: deny }\n', here);
    paths = { ...paths, repository: [root] };
    expect((await batch('{"argv":["ls"]}\n'))[0]).toMatchObject({ decision: 'allow' });
  });
});

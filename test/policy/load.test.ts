import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.ts';
import { decide } from '../../src/policy/decide.ts';
import { loadPolicies } from '../../src/policy/load.ts';
import { type PolicyPaths, policyPaths } from '../../src/policy/paths.ts';
import { prepareConditions } from '../../src/policy/prepare.ts';
import { action, agent, unused } from './build.ts';

let root: string;
let paths: PolicyPaths;
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-policy-'));
  paths = {
    system: join(root, 'etc', 'policies'),
    user: join(root, 'home', 'policies'),
    repository: [join(root, 'work', 'deep'), join(root, 'work'), root],
    needsWorkTree: true,
  };
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array, mode = 0o600): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const allow = 'version: 1\npacks: []\ndefault: allow\n';
const deny = (id: string) => `version: 1\nrules:\n  - { id: ${id}, match: { tool: ls }, decision: deny }\n`;
const ls = { actions: [action('ls', ['read'])] };
const load = (tools: readonly string[] | 'all' = ['ls'], cacheDirectory?: string) =>
  loadPolicies({ paths, tools, ...(cacheDirectory !== undefined && { cacheDirectory }) });
const verdict = async () => decide(agent, ls, await load(), unused);

async function failure(): Promise<string> {
  const error = await load().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GateError);
  expect((error as GateError).code).toBe('POLICY_INVALID');
  return (error as GateError).message;
}

describe('a broken policy is an error and never skipped:', () => {
  const file = () => join(paths.user, 'mine.yaml');
  test.each<[string, () => void, RegExp]>([
    ['an empty file', () => void write(file(), ''), /mine\.yaml:1:1: the file is empty/],
    [
      'a directory in its place',
      () => void mkdirSync(file(), { recursive: true }),
      /is a directory, not a policy file/,
    ],
    [
      'a file cut off while it was written',
      () => void write(file(), 'version: 1\nrules:\n  - { id: a, match: {'),
      /mine\.yaml:3:/,
    ],
    ['an unknown version', () => void write(file(), 'version: 9\ndefault: deny\n'), /unknown `version`/],
    ['a byte order mark', () => void write(file(), '\ufeffversion: 1\ndefault: deny\n'), /byte order mark/],
    ['bytes that are not UTF-8', () => void write(file(), Buffer.from([0x76, 0xff, 0xfe])), /not valid UTF-8/],
    [
      'a link to nothing',
      () => {
        mkdirSync(paths.user, { recursive: true });
        symlinkSync('/nonexistent/policy', file());
      },
      /cannot read the policy \(ENOENT\)/,
    ],
    [
      'a file where the directory should be',
      () => void write(paths.user, deny('x')),
      /cannot read the policy \(ENOTDIR\)/,
    ],
    [
      'a file under a name that would be ignored',
      () => void write(join(paths.user, 'mine.yml'), deny('x')),
      /would be ignored/,
    ],
    ['a file that everybody can write', () => void write(file(), allow, 0o666), /can be written by everybody/],
    ['a file that its group can write', () => void write(file(), allow, 0o660), /can be written by its group/],
  ])('%s', async (_, arrange, message) => {
    arrange();
    expect(await failure()).toMatch(message);
  });

  test.skipIf(isRoot)('a file that cannot be read', async () => {
    write(file(), allow, 0o000);
    expect(await failure()).toMatch(/cannot read the policy \(EACCES\)/);
  });

  test('a directory that others can write', async () => {
    write(file(), allow);
    chmodSync(paths.user, 0o777);
    expect(await failure()).toMatch(/the policy directory can be written by everybody/);
  });

  test('errors of several files are shown together', async () => {
    write(file(), 'version: 1\nx: 1\n');
    write(join(paths.system, 'a.yaml'), '');
    expect(await failure()).toMatch(/a\.yaml:1:1: the file is empty\n.*mine\.yaml:2:1: unknown field `x`/s);
  });

  test.runIf(isRoot)('a file of another user', async () => {
    const { chownSync } = await import('node:fs');
    chownSync(write(file(), allow), 4242, 4242);
    expect(await failure()).toMatch(/belongs to uid 4242/);
  });
});

describe('layers on disk', () => {
  test('without any file the default packs apply', async () => {
    expect(await verdict()).toMatchObject({ kind: 'allow', rules: ['baseline/read'] });
    const set = await load();
    expect(set.documents.map(({ name }) => name)).toEqual([
      'pack:baseline',
      'pack:kubernetes',
      'pack:aws',
      'pack:postgres',
      'pack:terraform',
      'pack:git',
      'pack:containers',
      'pack:files',
      'pack:network',
    ]);
    for (const document of set.documents) expect(await document.text()).toContain('version: 1');
  });

  test('a user file without packs replaces the default packs', async () => {
    write(join(paths.user, 'a.yaml'), 'version: 1\npacks: []\ndefault: deny\n');
    expect(await verdict()).toMatchObject({ kind: 'deny', rules: ['default'] });
  });

  test('the system denies whatever the user allows, and the digests of both are named', async () => {
    write(join(paths.user, 'a.yaml'), allow);
    const file = write(join(paths.system, 's.yaml'), deny('s'));
    expect(await verdict()).toMatchObject({ kind: 'deny', rules: ['s'], where: [`${file}:3`] });
    const set = await load();
    expect(set.documents.map(({ layer, text }) => [layer, text()])).toEqual([
      ['system', deny('s')],
      ['user', allow],
    ]);
    expect(new Set(set.digests).size).toBe(2);
  });

  test('a repository tightens from the root of its work tree, not from above', async () => {
    write(join(paths.user, 'a.yaml'), allow);
    write(join(root, '.gate', 'policies', 'above.yaml'), deny('above'));
    mkdirSync(join(root, 'work', '.git'), { recursive: true });
    expect((await verdict()).kind).toBe('allow');
    write(join(root, 'work', '.gate', 'policies', 'r.yaml'), deny('r'), 0o664);
    expect(await verdict()).toMatchObject({ kind: 'deny', rules: ['r'] });
  });

  test('outside of a work tree only the current directory counts', async () => {
    write(join(paths.user, 'a.yaml'), allow);
    write(join(root, '.gate', 'policies', 'above.yaml'), deny('above'));
    expect((await verdict()).kind).toBe('allow');
    write(join(root, 'work', 'deep', '.gate', 'policies', 'here.yaml'), deny('here'));
    expect(await verdict()).toMatchObject({ rules: ['here'] });
  });

  test('the same text is checked again as a repository policy, cache or not', async () => {
    const cache = join(root, 'cache');
    write(join(paths.user, 'a.yaml'), allow);
    await load('all', cache);
    write(join(root, 'work', 'deep', '.gate', 'policies', 'r.yaml'), allow);
    await expect(load('all', cache)).rejects.toThrow(/not allowed in a repository/);
  });
});

describe('the cache', () => {
  const cache = () => join(root, 'state', 'cache');
  const many = `version: 1\npacks: []\ndefault: allow\nrules:\n${Array.from({ length: 50 }, (_, index) => `  - { id: r${index}, match: { tool: t${index} }, decision: deny }\n`).join('')}  - { id: any, match: { tool: "l*" }, decision: hold }\n`;
  const entry = () => join(cache(), readdirSync(cache())[0]!);

  test('gives the same decisions as the text', async () => {
    write(join(paths.user, 'a.yaml'), many);
    for (const _ of [1, 2]) {
      const set = await load(['ls', 't7'], cache());
      expect(decide(agent, ls, set, unused)).toMatchObject({ kind: 'hold', rules: ['any'] });
      expect(decide(agent, { actions: [action('t7', ['read'])] }, set, unused)).toMatchObject({
        kind: 'deny',
        rules: ['r7'],
      });
      expect(set.layers[0]!.rules).toHaveLength(readdirSync(cache()).length === 1 ? 2 : 0);
    }
  });

  test('is private', async () => {
    write(join(paths.user, 'a.yaml'), many);
    await load(['ls'], cache());
    const { statSync } = await import('node:fs');
    expect(statSync(cache()).mode & 0o777).toBe(0o700);
    expect(statSync(entry()).mode & 0o777).toBe(0o600);
  });

  test('is ignored and built anew wherever a byte of it differs', async () => {
    write(join(paths.user, 'a.yaml'), many);
    await load(['ls'], cache());
    const good = readFileSync(entry());
    for (let at = 0; at < good.length; at += 37) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 1;
      writeFileSync(entry(), bad);
      const set = await load('all', cache());
      expect(decide(agent, ls, set, unused), `byte ${at}`).toMatchObject({ kind: 'hold' });
      expect(set.layers[0]!.rules, `byte ${at}`).toHaveLength(51);
    }
    writeFileSync(entry(), good.subarray(0, good.length - 5));
    expect((await load('all', cache())).layers[0]!.rules).toHaveLength(51);
    expect(readFileSync(entry())).toEqual(good);
  });

  test('is ignored when others can write it, and not followed through a link', async () => {
    write(join(paths.user, 'a.yaml'), many);
    await load(['ls'], cache());
    chmodSync(entry(), 0o666);
    await load(['ls'], cache());
    const { lstatSync, renameSync } = await import('node:fs');
    expect(lstatSync(entry()).mode & 0o777).toBe(0o600);
    const path = entry();
    renameSync(path, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), path);
    expect(decide(agent, ls, await load(['ls'], cache()), unused).kind).toBe('hold');
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
  });

  test('costs nothing but time when it cannot be written', async () => {
    write(join(paths.user, 'a.yaml'), many);
    write(join(root, 'state'), 'a file where the directory should be');
    expect(decide(agent, ls, await load(['ls'], cache()), unused).kind).toBe('hold');
  });
});

test('conditions are prepared for the rules that match, and only those', async () => {
  const rule = (id: string, tool: string) =>
    `  - { id: ${id}, match: { tool: "${tool}" }, when: "request.argv.size() > 0", decision: deny }\n`;
  write(join(paths.user, 'a.yaml'), `version: 1\npacks: []\nrules:\n${rule('a', 'l*')}${rule('b', 'k*')}`);
  const set = await load(['ls', 'kubectl']);
  await prepareConditions(set, ls);
  expect(set.layers[0]!.rules.map(({ condition }) => condition !== undefined)).toEqual([true, false]);
  expect(decide(agent, ls, set, unused)).toMatchObject({ kind: 'deny', refusal: 'rule' });
});

describe('where policies lie', () => {
  test('follows XDG and GATE_HOME, and nothing moves /etc/gate', () => {
    const at = (environment: Record<string, string>) => policyPaths(environment, '/home/a', '/home/a/w/x');
    expect(at({})).toEqual({
      system: '/etc/gate/policies',
      user: '/home/a/.config/gate/policies',
      repository: ['/home/a/w/x', '/home/a/w', '/home/a'],
      needsWorkTree: false,
    });
    expect(at({ XDG_CONFIG_HOME: '/c' }).user).toBe('/c/gate/policies');
    expect(at({ XDG_CONFIG_HOME: 'relative' }).user).toBe('/home/a/.config/gate/policies');
    expect(at({ GATE_HOME: '/g', XDG_CONFIG_HOME: '/c' })).toMatchObject({
      user: '/g/policies',
      system: '/etc/gate/policies',
    });
  });
  test('outside of home the search needs a work tree', () => {
    expect(policyPaths({}, '/home/a', '/tmp/x')).toMatchObject({
      repository: ['/tmp/x', '/tmp', '/'],
      needsWorkTree: true,
    });
    expect(policyPaths({}, '/home/a', '/home/ab').needsWorkTree).toBe(true);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareCommand } from '../../src/command/prepare.ts';
import { recordCommand } from '../../src/command/recording.ts';
import { environmentOfSent, type Sent, sightOfSent, spooledOf, stdinOfSent } from '../../src/command/sent.ts';
import { type Spooled, spool } from '../../src/command/spool.ts';
import { WatchedEnvironment } from '../../src/command/watched.ts';
import type { Request } from '../../src/request/request.ts';

const digests = { get: async () => undefined, set: async () => {} };
const key = () => Buffer.alloc(32, 1);
let home: string;

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gate-recording-')));
  mkdirSync(join(home, 'bin'));
  for (const name of ['kubectl', 'psql', 'terraform', 'curl', 'aws', 'git', 'rm', 'bash'])
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n# ${name}\n`, { mode: 0o755 });
  mkdirSync(join(home, 'work', 'out'), { recursive: true });
  writeFileSync(join(home, 'work', 'm.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: payments }\n');
  writeFileSync(join(home, 'work', 'q.sql'), 'drop table payments;\n');
  writeFileSync(join(home, 'work', 'big.sql'), `select 1; -- ${'x'.repeat(400 * 1024)}\n`);
  writeFileSync(join(home, 'work', 'out', 'a'), 'a');
  execFileSync('git', ['init', '-q', join(home, 'work')]);
  mkdirSync(join(home, '.kube'));
  writeFileSync(
    join(home, '.kube', 'config'),
    'apiVersion: v1\nkind: Config\ncurrent-context: prod\ncontexts: [{ name: prod, context: { cluster: c, user: u } }]\nclusters: [{ name: c, cluster: { server: "https://k.example.com" } }]\nusers: [{ name: u, user: {} }]\n',
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const ENVIRONMENT = {
  PGHOST: 'db.example.com',
  PGPASSWORD: 'hunter22',
  SHELL_TARGET: '/srv/data',
  DEPLOY_TOKEN: 'tok-1234567890',
  NOBODY_LOOKS: 'at this value',
  AWS_REGION: 'eu-west-1',
};

function requestFor(argv: readonly string[], more: Partial<Request> = {}): Request {
  return {
    ...{ id: '0', at: 0, argv, cwd: join(home, 'work'), host: 'h', user: { uid: 1, name: 'u' }, home, tty: false },
    ...{ stdin: 'null', parents: [], dropped: [], principal: { kind: 'agent', id: 'agent:x', known: 'os' } },
    environment: { PATH: join(home, 'bin'), HOME: home, ...ENVIRONMENT },
    ...more,
  } as Request;
}

const noStdin = (): Spooled => {
  throw new Error('nobody asked for stdin');
};

/** What the service does with it: on another machine, where none of these files are. */
async function elsewhere(request: Request, sent: Sent, withKey = key) {
  const text = JSON.parse(JSON.stringify(sent)) as Sent;
  const seen = sightOfSent(text);
  if ('wrong' in seen) return seen;
  const stdin = stdinOfSent(text);
  return prepareCommand(
    { ...request, environment: text.environment.values, home: text.home },
    {
      stdin: () => (stdin ? spooledOf(stdin) : noStdin()),
      digests,
      sight: seen,
      built: environmentOfSent(text),
      key: withKey,
    },
  );
}

describe('what a client sends', () => {
  test.each([
    [['kubectl', 'delete', 'ns', 'payments'], 'destroy'],
    [['kubectl', 'apply', '-f', 'm.yaml'], 'write'],
    [['psql', '-f', 'q.sql', 'shop'], 'destroy'],
    [['bash', '-c', 'cd out && rm -rf "$SHELL_TARGET" a'], 'destroy'],
    [['bash', '-c', 'PGHOST=other.example.com; psql -c "delete from t" shop'], 'destroy'],
    [['terraform', 'apply', '-auto-approve'], 'write'],
    [['aws', 's3', 'rm', '--recursive', 's3://bucket/x'], 'destroy'],
    [['git', 'push', '--force'], 'destroy'],
    [['rm', '-rf', 'out'], 'destroy'],
    [['curl', '-H', 'Authorization: Bearer tok-1234567890', 'https://api.example.com/x'], 'read'],
  ])('%j is understood elsewhere as it is here', async (argv, effect) => {
    const request = requestFor(argv);
    const local = await prepareCommand(request, { stdin: noStdin, digests, key });
    const { sent, command } = await recordCommand(request, { stdin: noStdin, digests, key });
    const there = await elsewhere(request, sent);
    if ('wrong' in there) throw new Error(there.wrong);
    expect(command.actions).toEqual(local.actions);
    expect(command.manifest).toEqual(local.manifest);
    expect(there.manifest).toEqual(local.manifest);
    expect(there.actions).toEqual(local.actions);
    expect(there.digest).toBe(command.digest);
    expect(local.actions.flatMap(({ effects }) => effects)).toContain(effect);
    expect(command.environment.variables).toEqual(local.environment.variables);
  });

  test('only what was looked at is sent, and no secret that nothing needs', async () => {
    const { sent } = await recordCommand(requestFor(['psql', '-c', 'select 1', 'shop']), {
      stdin: noStdin,
      digests,
      key,
    });
    const text = JSON.stringify(sent);
    expect(sent.environment.values).toMatchObject({ PGHOST: 'db.example.com' });
    expect(sent.environment.names).toEqual(expect.arrayContaining(['DEPLOY_TOKEN', 'NOBODY_LOOKS']));
    for (const unsent of ['tok-1234567890', 'at this value', 'eu-west-1']) expect(text).not.toContain(unsent);
  });

  test('a secret in the words is sent with its name, so that it is taken out of the record there', async () => {
    const request = requestFor(['curl', '-H', 'X-Thing: tok-1234567890', 'https://api.example.com/x']);
    const { sent, command } = await recordCommand(request, { stdin: noStdin, digests, key });
    const other = () => Buffer.alloc(32, 2);
    const [same, recorded] = [await elsewhere(request, sent), await elsewhere(request, sent, other)];
    if ('wrong' in same || 'wrong' in recorded) throw new Error('refused');
    expect(same.digest).toBe(command.digest);
    expect(recorded.digest).not.toBe(command.digest);
    expect(JSON.stringify(recorded.manifest)).not.toContain('tok-1234567890');
  });

  test('a file beyond the bound has a digest and no bytes, and what depends on it is opaque on both sides', async () => {
    const request = requestFor(['psql', '-f', 'big.sql', 'shop']);
    const { sent, command } = await recordCommand(request, { stdin: noStdin, digests, key });
    const there = await elsewhere(request, sent);
    if ('wrong' in there) throw new Error(there.wrong);
    expect(JSON.stringify(sent).length).toBeLessThan(64 * 1024);
    expect(command.opaque).toBe(true);
    expect(there).toMatchObject({ opaque: true, digest: command.digest });
  });

  test('bytes that are not those of their digest are refused', async () => {
    const request = requestFor(['psql', '-f', 'q.sql', 'shop']);
    const { sent } = await recordCommand(request, { stdin: noStdin, digests, key });
    const path = join(home, 'work', 'q.sql');
    const content = Buffer.from('select 1;            \n').toString('base64');
    const files = { ...sent.files, [path]: { ...sent.files[path]!, content } };
    expect(await elsewhere(request, { ...sent, files })).toEqual({ wrong: expect.stringContaining('q.sql') });
  });

  test('what was not sent is not there, though this machine has it', async () => {
    const request = requestFor(['psql', '-f', 'q.sql', 'shop']);
    const { sent, command } = await recordCommand(request, { stdin: noStdin, digests, key });
    const there = await elsewhere(request, { ...sent, files: {}, paths: {} });
    if ('wrong' in there) throw new Error(there.wrong);
    expect(there.inputs.every(({ digest }) => digest === undefined)).toBe(true);
    expect(there.opaque).toBe(true);
    expect(there.digest).not.toBe(command.digest);
  });

  test('code on standard input goes along', async () => {
    const script = join(home, 'in.sh');
    writeFileSync(script, 'rm -rf /srv/data\n');
    const { openSync, closeSync } = await import('node:fs');
    const source = openSync(script, 'r');
    const request = requestFor(['bash'], { stdin: 'pipe' });
    const { sent, command } = await recordCommand(request, { stdin: () => spool(source, home, 'x'), digests, key });
    closeSync(source);
    const there = await elsewhere(request, sent);
    if ('wrong' in there) throw new Error(there.wrong);
    expect(there.digest).toBe(command.digest);
    expect(there.actions).toEqual(command.actions);
    expect(there.actions.flatMap(({ effects }) => effects)).toContain('destroy');
    expect(command.stdin).toBeGreaterThan(2);
  });
});

test('asking whether a variable is there is not looking at it', () => {
  const watched = new WatchedEnvironment({ A: '1', B: '2', C: '3' });
  expect(Object.keys(watched.variables)).toEqual(['A', 'B', 'C']);
  expect(Object.hasOwn(watched.variables, 'B')).toBe(true);
  expect([...watched.seen]).toEqual([]);
  expect(watched.variables['B']).toBe('2');
  expect([...watched.seen]).toEqual(['B']);
});

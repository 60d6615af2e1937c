import { describe, expect, it } from 'vitest';
import { GLOB, UNRESOLVED } from '../../src/command/options.ts';
import { isLoopback, pathReach, withGit, withoutFresh, withReach } from '../../src/command/reach.ts';
import { act } from '../../src/command/reading.ts';
import { assumedWorkTree, NOWHERE, type Surroundings } from '../../src/command/worktree/surroundings.ts';

const shop = assumedWorkTree('/home/a/shop/');

describe('how far a file is', () => {
  it.each([
    ['/home/a/shop/src/x.ts', 'project'],
    ['/home/a/shop/.github/workflows/ci.yaml', 'project'],
    ['/home/a/shop', 'machine'],
    ['/home/a/shopping/x', 'machine'],
    ['/home/a/shop/.git/hooks/pre-commit', 'protected'],
    ['/home/a/shop/.git', 'protected'],
    ['/home/a/shop/vendor/lib/.git/config', 'protected'],
    ['/home/a/shop/.gate/policies/x.yaml', 'protected'],
    ['/home/a/shop/.claude/settings.local.json', 'protected'],
    ['/home/a/shop/.claude/scripts/x.sh', 'project'],
    ['/home/a/shop/.claude', 'protected'],
    ['/tmp/x/y', 'temporary'],
    ['/tmp', 'machine'],
    ['/etc/passwd', 'machine'],
    ['x/y', undefined],
    [`/home/a/shop/${UNRESOLVED}`, undefined],
    [`/home/a/shop/build/${GLOB}.o`, 'project'],
    [`/home/a/shop/${GLOB}/x`, undefined],
    [`/home/a/shop/.${GLOB}`, undefined],
    [`/home/a/shop/.g${GLOB}`, undefined],
    [`/home/a/shop/.claude/${GLOB}`, 'protected'],
    [`/home/a/${GLOB}`, 'machine'],
  ])('%j is %s', (path, reach) => {
    expect(pathReach(path, shop)).toBe(reach);
  });

  it('the top of the project is a place to work in, and nothing to delete', () => {
    expect(pathReach('/home/a/shop', shop, true)).toBe('project');
    const at = (kind: string) =>
      withReach(act('t', 'o', ['write'], { resource: { kind, path: '/home/a/shop' } }), shop, false).scope['reach'];
    expect(at('repository')).toBe('project');
    expect(at('build')).toBe('project');
    expect(at('directory')).toBe('machine');
  });

  it('a project in a temporary directory is not thrown away whole', () => {
    const inTmp = assumedWorkTree('/tmp/a/shop');
    expect(pathReach('/tmp/a/shop', inTmp)).toBe('machine');
    expect(pathReach('/tmp/a', inTmp)).toBe('machine');
    expect(pathReach('/tmp/a/shop/x', inTmp)).toBe('project');
    expect(pathReach('/tmp/b', inTmp)).toBe('temporary');
  });

  it('is where its links lead', () => {
    const linked: Surroundings = { ...shop, realpath: (path) => path.replace('/home/a/shop/out', '/etc') };
    expect(pathReach('/home/a/shop/out/passwd', linked)).toBe('machine');
    expect(pathReach(`/home/a/shop/out/${GLOB}`, linked)).toBe('machine');
    expect(pathReach(`/home/a/shop/src/${GLOB}`, { ...shop, hasLinks: () => true })).toBeUndefined();
  });

  it('is nothing special without a project', () => {
    expect(pathReach('/tmp/x', NOWHERE)).toBe('machine');
  });
});

describe('how far a server is', () => {
  it.each([
    'localhost',
    'https://localhost:6443',
    'https://127.0.0.1:6443/path',
    'https://[::1]:6443',
    '::1',
    'kind.localhost',
    '/var/run/postgresql',
    'unix:///var/run/docker.sock',
    '127.1.2.3',
    'http://user:word@localhost/x',
  ])('%s is this machine', (server) => {
    expect(isLoopback(server)).toBe(true);
  });

  it.each([
    'localhost.example.com',
    'https://example.com/localhost',
    'https://localhost@example.com',
    'https://example.com?@localhost',
    'https://example.com#@localhost',
    'https://example.com\\@localhost',
    '127.0.0.1.example.com',
    '10.0.0.1',
    '0.0.0.0',
    '[2001:db8::1]',
    '',
  ])('%s is not', (server) => {
    expect(isLoopback(server)).toBe(false);
  });

  it.each([
    [{ server: 'https://127.0.0.1:6443', context: 'kind-dev' }, 'loopback'],
    [{ host: 'db.example.com' }, 'remote'],
    [{ context: 'prod' }, 'remote'],
    [{ reach: 'machine' }, 'machine'],
    [{ host: `db${UNRESOLVED}` }, undefined],
    [{}, undefined],
  ])('of %j it is %s', (scope, reach) => {
    expect(withReach(act('t', 'o', ['write'], { scope }), shop, false).scope['reach']).toBe(reach);
  });
});

const file = (path: string) => ({ kind: 'file', path });

it('what runs somewhere else is remote, whatever its paths are', () => {
  const remove = act('rm', 'rm', ['destroy'], { resource: file('/home/a/shop/x') });
  expect(withReach(remove, shop, true).scope).toEqual({ reach: 'remote' });
});

describe('what git could bring back', () => {
  const remove = (path: string) => withReach(act('rm', 'rm', ['destroy'], { resource: file(path) }), shop, false);
  const git = async (path: string, restorable: boolean | undefined) => {
    const [judged] = await withGit([remove(path)], { ...shop, restorable: async () => restorable });
    return judged?.resource['git'];
  };

  it('is said for what is deleted in the project', async () => {
    expect(await git('/home/a/shop/x', true)).toBe('restorable');
    expect(await git('/home/a/shop/x', false)).toBe('unsaved');
    expect(await git('/home/a/shop/x', undefined)).toBeUndefined();
    expect(await git('/etc/x', true)).toBeUndefined();
  });

  it('of a pattern is what is in its directory, and never all of the project', async () => {
    expect(await git('/home/a/shop/build/*.o', true)).toBe('restorable');
    expect(await git('/home/a/shop/*', true)).toBeUndefined();
  });
});

it('a script that the same command writes loses its reach', () => {
  const script = withReach(
    act('bash', 'bash', ['execute', 'unknown'], { resource: { kind: 'script', path: '/home/a/shop/x.sh' } }),
    shop,
    false,
  );
  const written = withReach(act('tee', 'tee', ['write'], { resource: file('/home/a/shop/x.sh') }), shop, false);
  const other = withReach(act('tee', 'tee', ['write'], { resource: file('/home/a/shop/y.sh') }), shop, false);
  expect(script.scope['reach']).toBe('project');
  expect(withoutFresh([written, script])[1]?.scope).toEqual({});
  expect(withoutFresh([other, script])[1]?.scope).toEqual({ reach: 'project' });
});

it('what the same command fetched is not built unasked', () => {
  const at = (tool: string, operation: string, kind: string, path: string, effect: 'write' | 'execute') =>
    withReach(act(tool, operation, [effect], { resource: { kind, path: `/home/a/shop/${path}` } }), shop, false);
  const make = (path: string) => at('make', 'make', 'build', path, 'execute');
  const reach = (...actions: ReturnType<typeof at>[]) => withoutFresh(actions).map(({ scope }) => scope['reach']);
  expect(reach(at('git', 'clone', 'repository', 'x', 'write'), make('x'))).toEqual(['project', undefined]);
  expect(reach(at('tar', 'extract', 'directory', 'x', 'write'), make('x/y'))).toEqual(['project', undefined]);
  expect(reach(at('git', 'commit', 'repository', '', 'write'), make('x'))).toEqual(['machine', 'project']);
  expect(reach(at('tee', 'tee', 'file', 'x/Makefile', 'write'), make('x'))).toEqual(['project', 'project']);
});

it('a name that the same command makes may be a link', () => {
  const at = (tool: string, path: string, effect: 'write' | 'destroy' | 'read') =>
    withReach(act(tool, tool, [effect], { resource: file(`/home/a/shop/${path}`) }), shop, false);
  const reach = (...actions: ReturnType<typeof at>[]) => withoutFresh(actions).map(({ scope }) => scope['reach']);
  expect(reach(at('ln', 'out', 'write'), at('rm', 'out/passwd', 'destroy'))).toEqual(['project', undefined]);
  expect(reach(at('ln', 'out', 'write'), at('tee', 'out', 'write'))).toEqual(['project', undefined]);
  expect(reach(at('cp', 'out', 'write'), at('tee', 'out', 'write'))).toEqual(['project', 'project']);
  expect(reach(at('mv', 'out', 'write'), at('tee', 'out/x', 'write'))).toEqual(['project', undefined]);
  expect(reach(at('rm', 'out/x', 'destroy'), at('cp', 'out', 'write'))).toEqual(['project', 'project']);
  expect(reach(at('tee', 'out', 'write'), at('ln', 'out', 'write'))).toEqual([undefined, 'project']);
  expect(reach(at('mkdir', 'out', 'write'), at('tee', 'out/x', 'write'))).toEqual(['project', 'project']);
  expect(reach(at('ln', 'out', 'write'), at('cat', 'out/x', 'read'))).toEqual(['project', 'project']);
});

it('many names made at once are looked through once', () => {
  const deep = `/home/a/shop/${'d/'.repeat(200)}`;
  const many = Array.from({ length: 30_000 }, (_, index) =>
    act(index % 2 === 0 ? 'cp' : 'rm', 'x', [index % 2 === 0 ? 'write' : 'destroy'], {
      resource: file(`${index < 100 ? deep : '/home/a/shop/'}${index}`),
      scope: { reach: 'project' },
    }),
  );
  // Every pair of them would be almost a thousand million comparisons, more than the time a test has.
  expect(withoutFresh(many)).toHaveLength(many.length);
});

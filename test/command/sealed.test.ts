import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareCommand } from '../../src/command/prepare.ts';
import { environmentAt, PRIVATE, sealedEnvironment } from '../../src/command/sealed.ts';
import { SEALED } from '../../src/command/sealed-table.ts';
import type { Request } from '../../src/request/request.ts';

const place = { home: '/srv/runs/r1/home', tmp: '/srv/runs/r1/tmp' };
const sealing = { user: 'gate-run', tty: true };

/** What a tool finds in its environment when the caller has this one. */
function seen(raw: Readonly<Record<string, string>>, tty = true, lease = {}): Record<string, string> {
  const env = environmentAt(sealedEnvironment(raw, { ...sealing, tty }, []), place, lease);
  const dump = execFileSync('/usr/bin/env', ['-0'], { env: { ...env }, encoding: 'utf8' });
  return Object.fromEntries(
    dump
      .split('\0')
      .filter(Boolean)
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}

/** Name, what the caller has, and what the tool gets: undefined is nothing. */
const ROWS: readonly (readonly [string, string, string | undefined])[] = [
  ['PATH', '/tmp/hostile::/usr/bin', '/usr/local/bin:/usr/bin:/bin'],
  ['HOME', '/home/caller', place.home],
  ['XDG_CONFIG_HOME', '/home/caller/.config', `${place.home}/.config`],
  ['XDG_CACHE_HOME', '/tmp/poisoned', `${place.home}/.cache`],
  ['XDG_DATA_HOME', '/tmp/plugins', `${place.home}/.local/share`],
  ['XDG_STATE_HOME', '/tmp/state', `${place.home}/.local/state`],
  ['XDG_RUNTIME_DIR', '/run/user/1000', undefined],
  ['LANG', 'tr_TR.UTF-8', 'C.UTF-8'],
  ['LC_ALL', 'tr_TR.UTF-8', undefined],
  ['LC_COLLATE', 'C', undefined],
  ['TZ', '/etc/shadow', 'UTC'],
  ['TERM', 'xterm-256color', 'xterm-256color'],
  ['TERM', '/tmp/evil', 'dumb'],
  ['TERM', 'xterm\u001b]0;x', 'dumb'],
  ['TERM', 'x'.repeat(33), 'dumb'],
  ['TMPDIR', '/tmp/shared', place.tmp],
  ['USER', 'root', 'gate-run'],
  ['LOGNAME', 'root', 'gate-run'],
  ['SHELL', '/tmp/sh', '/bin/false'],
  ['PAGER', 'sh -c id', 'cat'],
  ['EDITOR', 'sh -c id', '/bin/false'],
  ['VISUAL', 'sh -c id', '/bin/false'],
  ['NO_COLOR', '', '1'],
  ['COLUMNS', '1', undefined],
  ['LD_PRELOAD', '/tmp/x.so', undefined],
  ['AWS_SECRET_ACCESS_KEY', 'ambient', undefined],
  ['KUBECONFIG', '/tmp/kubeconfig', undefined],
  ['GATE_HOME', '/tmp/gate', undefined],
  ['SSH_AUTH_SOCK', '/tmp/agent', undefined],
];

describe('the clean environment', () => {
  test.each(ROWS)('%s=%j is %j', (name, given, expected) => {
    expect(seen({ [name]: given })[name]).toBe(expected);
  });

  test('every row of the table is tried above, and nothing but the table is there', () => {
    const everything = Object.fromEntries(ROWS.map(([name, given]) => [name, given]));
    expect(Object.keys(seen(everything)).toSorted()).toEqual(Object.keys(SEALED).toSorted());
    expect(Object.keys(SEALED).filter((name) => !ROWS.some(([tried]) => tried === name))).toEqual([]);
  });

  test('without a terminal its kind is dumb, whatever the caller says', () => {
    expect(seen({ TERM: 'xterm' }, false)['TERM']).toBe('dumb');
  });

  test('a lease adds its variables, and cannot change one of these', () => {
    expect(seen({}, true, { KUBECONFIG: '/srv/runs/r1/lease' })['KUBECONFIG']).toBe('/srv/runs/r1/lease');
    expect(() => seen({}, true, { PATH: '/tmp' })).toThrow('the credentials set `PATH`');
  });

  test('what the caller has is not in the digest, but for its terminal', () => {
    const one = sealedEnvironment({ TERM: 'xterm', A: '1', PATH: '/a' }, sealing, ['AWS_REGION']);
    expect(sealedEnvironment({ TERM: 'xterm', B: '2' }, sealing, ['AWS_REGION'])).toEqual(one);
    expect(one).toMatchObject({ level: 'sealed', pinned: ['HOME', 'PATH'], removed: [] });
    expect(one.variables['HOME']).toBe(PRIVATE.home);
  });
});

describe('a command that is prepared for a clean environment', () => {
  const home = mkdtempSync(join(tmpdir(), 'gate-sealed-'));
  afterAll(() => rmSync(home, { recursive: true }));
  const kubeconfig = JSON.stringify({
    'current-context': 'of-the-caller',
    contexts: [{ name: 'of-the-caller', context: { cluster: 'c', namespace: 'n' } }],
  });
  mkdirSync(join(home, '.kube'));
  writeFileSync(join(home, '.kube', 'config'), kubeconfig);
  // A program that is where the pinned PATH finds it, read as kubectl would be.
  const prepare = (more: Partial<Request>, sealed: boolean) =>
    prepareCommand(
      {
        id: 'r',
        at: 0,
        principal: { kind: 'agent', id: 'agent:x@y', known: 'os' },
        argv: ['env', 'kubectl', 'get', 'pods'],
        cwd: home,
        host: 'h',
        user: { uid: 1, name: 'caller' },
        home,
        tty: false,
        stdin: 'null',
        parents: [],
        environment: { PATH: '/usr/bin:/bin', HOME: home, TERM: 'xterm' },
        dropped: [],
        ...more,
      } as Request,
      {
        stdin: () => {
          throw new Error('not read');
        },
        digests: { get: async () => undefined, set: async () => {} },
        key: () => new Uint8Array(32),
        ...(sealed ? { sealing } : {}),
      },
    );

  test('its manifest says so, and the configuration of the caller has no part in it', async () => {
    const filtered = await prepare({}, false);
    expect(JSON.stringify(filtered.manifest.target)).toContain('of-the-caller');
    const clean = await prepare({}, true);
    expect(clean.manifest.environment).toEqual({
      level: 'sealed',
      pinned: { EDITOR: SEALED.EDITOR, HOME: PRIVATE.home, PATH: SEALED.PATH },
      removed: [],
    });
    expect(JSON.stringify(clean.manifest)).not.toContain('of-the-caller');
    expect(clean.environment.variables['HOME']).toBe(PRIVATE.home);
  });

  test('variables that come and go at the caller leave the digest as it is', async () => {
    const one = await prepare({}, true);
    const other = await prepare(
      { environment: { PATH: '/opt/bin', SSH_TTY: '/dev/pts/3', KUBECONFIG: '/tmp/k' } },
      true,
    );
    expect(other.digest).toBe(one.digest);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { GATE, Gate, type Ran } from '../kit/gate.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';
import { bundleOf, denying, newKey, written } from '../policy/bundle-parts.ts';

/** As in system-policy.test.ts: `/etc/gate`, root's memory of bundles and the home of this account in a mount namespace of their own. */
const NAMESPACE = '/usr/bin/unshare';
const SETUP = `mkdir upper work && mount -t overlay overlay -o "lowerdir=/etc,upperdir=$PWD/upper,workdir=$PWD/work" /etc && mount -t tmpfs tmpfs /var/lib && mount -t tmpfs tmpfs ${userInfo().homedir} && mkdir -p -m 755 /etc/gate`;
const possible = (() => {
  using gate = new Gate();
  return spawnSync(NAMESPACE, ['-m', '/bin/sh', '-c', SETUP], { cwd: gate.home }).status === 0;
})();

const key = newKey('acme-2026');
const next = newKey('acme-2027');
const TODAY = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
const bundle = (
  version: number,
  members: Record<string, string> = { 'policies/prod.yaml': denying('touch') },
  keys = [key],
  more = {},
) => bundleOf(members, keys, { version, created: TODAY, ...more });
const config = (keys = [key], more = '') =>
  `version: 1\nbundle: { from: /etc/gate/acme.json, name: acme, keys: [${keys.map((each) => `"${written(each)}"`).join(', ')}] }\n${more}`;

describe.skipIf(!possible)('a policy bundle of the system (needs a mount namespace)', () => {
  let gate: Gate;
  beforeEach(() => {
    gate = new Gate(ALLOW);
    return () => gate[Symbol.dispose]();
  });

  /** Runs a script with these files beside it; `config.yaml` is the system's. */
  function under(files: Record<string, string | Buffer>, script: string): Promise<Ran> {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(gate.home, name), bytes);
    const place = 'put() { cp "$1" "/etc/gate/$2" && chmod 644 "/etc/gate/$2"; }; put system.yaml config.yaml';
    return gate.start(['-m', '/bin/bash', '-c', `${SETUP} && ${place} && ${script}`], {
      program: NAMESPACE,
      env: { gate: GATE },
    }).ended;
  }

  test('decides, cannot be loosened, and is in the record with its name, version and digest', async () => {
    const ran = await under(
      { 'system.yaml': config(), 'v3.json': bundle(3) },
      'put v3.json acme.json; "$gate" -- touch marker; "$gate" -- echo fine; "$gate" audit export; "$gate" audit verify >&2',
    );
    expect(ran.stderr).toMatch(/denied by policy[\s\S]*no-touch[\s\S]*the bundle says no/);
    expect(ran.stderr).toMatch(/^sound: /m);
    expect(gate.has('marker')).toBe(false);
    const [fine, ...lines] = ran.stdout.split('\n');
    expect(fine).toBe('fine');
    const payloads = lines.flatMap((line) => {
      const { payload, type } = line === '' ? ({} as never) : JSON.parse(line);
      return payload === undefined ? [] : [{ type, ...(typeof payload === 'string' ? JSON.parse(payload) : payload) }];
    });
    const decided = payloads.filter(({ type }) => type === 'request.decided');
    expect(decided.map((each) => each.bundle)).toEqual(
      Array(2).fill({ name: 'acme', version: 3, digest: expect.stringMatching(/^sha256:/) }),
    );
    const names = payloads.filter(({ type }) => type === 'policy.recorded').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['bundle:acme', 'bundle:acme/policies/prod.yaml']));
  });

  test('goes forward with the file, and not back: one line says so, and doctor and check', async () => {
    const ran = await under(
      {
        'system.yaml': config(),
        'v3.json': bundle(3),
        'v4.json': bundle(4, { 'policies/prod.yaml': denying('mkdir') }),
      },
      `put v3.json acme.json; "$gate" -- touch marker; echo $?
       put v4.json acme.json; "$gate" -- touch marker; echo $?
       put v3.json acme.json; "$gate" -- mkdir made; echo $?; "$gate" -- touch again; echo $?
       "$gate" policy check >&2; echo $?
       "$gate" doctor --json`,
    );
    const [first, second, third, fourth, check, doctor = ''] = ran.stdout.split('\n');
    expect([first, second, third, fourth, check]).toEqual(['77', '0', '77', '0', '78']);
    const line = 'the policy bundle acme stays at version 4: /etc/gate/acme.json is version 3, and 4 was in force';
    expect(ran.stderr.split('\n').filter((each) => each === `gate: ${line}`)).toHaveLength(2);
    expect(ran.stderr).toContain(`\n${line}\n`);
    expect(JSON.parse(doctor)).toMatchObject({ policies: { bundle: { name: 'acme', version: 4 }, problem: line } });
    expect(JSON.parse(doctor).findings).toContainEqual(
      expect.objectContaining({ check: 'policy', level: 'problem', subject: 'bundle', text: line }),
    );
  });

  test.each([
    ['not there', undefined],
    ['unsigned', bundle(1, undefined, [next])],
    ['changed', Buffer.from(bundle(1).toString().replace('no-touch', 'no-such'))],
    ['of another name', bundle(1, undefined, [key], { name: 'shop' })],
    ['expired', bundle(1, undefined, [key], { expires: TODAY + 1000 })],
    ['made for another version of gate', bundle(1, { 'policies/a.yaml': 'version: 1\nlater: 1\n' })],
  ])('that is %s stops everything where none ever was good: 78', async (_, bytes) => {
    const put = bytes === undefined ? '' : 'put one.json acme.json; ';
    const ran = await under(
      { 'system.yaml': config(), ...(bytes && { 'one.json': bytes }) },
      `${put}"$gate" -- touch marker; echo $?; "$gate" explain -- ls; echo $?; printf '{"tool_name":"Bash","tool_input":{"command":"ls"},"hook_event_name":"PreToolUse","cwd":"/tmp"}' | "$gate" hook claude; echo $?; "$gate" doctor > out; echo $?`,
    );
    expect(ran.stdout).toBe('78\n78\n2\n78\n');
    expect(ran.stderr).toContain('there is no policy bundle acme to decide by: ');
    expect(gate.has('marker')).toBe(false);
    expect(readFileSync(join(gate.home, 'out'), 'utf8')).toContain('there is no policy bundle acme');
  });

  test('changes its key without a gap', async () => {
    const ran = await under(
      {
        'system.yaml': config(),
        'both.yaml': config([key, next]),
        'next.yaml': config([next]),
        'v1.json': bundle(1),
        'v2.json': bundle(2, undefined, [key, next]),
        'v3.json': bundle(3),
      },
      `put v1.json acme.json; "$gate" -- touch a; put both.yaml config.yaml; put v2.json acme.json; "$gate" -- touch a
       put next.yaml config.yaml; "$gate" -- touch a; put v3.json acme.json; "$gate" -- touch a`,
    );
    expect(ran.stderr.match(/denied by policy/g)).toHaveLength(4);
    expect(ran.stderr).toContain('stays at version 2: /etc/gate/acme.json is signed by none of the keys that count');
  });

  test('is out of reach of the account that asks: its memory is root’s, and another account is told', async () => {
    const ran = await under(
      { 'system.yaml': config(), 'v4.json': bundle(4), 'v3.json': bundle(3, { 'policies/a.yaml': ALLOW }) },
      `put v4.json acme.json; "$gate" policy bundle fetch; ls -l /var/lib/gate/bundles | tail -1 | cut -c1-10
       put v3.json acme.json; mkdir -m 777 /var/lib/other; cd /var/lib/other
       other() { setpriv --reuid=61003 --regid=61003 --clear-groups env -i PATH=/usr/bin:/bin HOME=/var/lib/other GATE_HOME= "$@"; }
       other "$gate" -- touch marker; echo $?; other rm -rf /var/lib/gate/bundles 2>/dev/null; other "$gate" -- touch marker; echo $?; ls`,
    );
    expect(ran.stdout).toMatch(/^version 4 of acme is in force, sha256:[0-9a-f]{64}\n-rw-r--r--\n77\n77\n$/);
    expect(ran.stderr).toContain('stays at version 4');
  });

  test('names who exists where config.yaml names nobody, and only there', async () => {
    const me = userInfo().username;
    const directory = `version: 1\npeople: { zoe: { os: ["${me}"] } }\ngroups: { sre: [zoe] }\n`;
    const files = {
      'system.yaml': config(),
      'people.yaml': config([key], `people: { yan: { os: ["${me}"] } }\n`),
      'v1.json': bundle(1, { 'directory.yaml': directory, 'policies/a.yaml': denying('touch') }),
    };
    const ran = await under(
      files,
      'put v1.json acme.json; "$gate" whoami --json; "$gate" whoami --json; put people.yaml config.yaml; "$gate" whoami --json; "$gate" doctor --json',
    );
    const [first = '', again, then = '', doctor = ''] = ran.stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({ owner: 'person:zoe' });
    expect(again).toBe(first);
    expect(JSON.parse(then)).toMatchObject({ owner: 'person:yan' });
    expect(JSON.parse(doctor).people).toMatchObject({ source: '/etc/gate/config.yaml' });
  });

  test('has packs of its own, which nobody else knows; and a mode of its own', async () => {
    const files = {
      'system.yaml': config([key], 'mode: observe\n'),
      'v1.json': bundle(1, {
        'policies/a.yaml': 'version: 1\npacks: [shop]\n',
        'packs/shop.yaml': 'version: 1\nrules:\n  - { id: no-touch, match: { tool: touch }, decision: deny }\n',
      }),
      'v2.json': bundle(2, {
        'policies/a.yaml': `version: 1\nmode: observe\n${denying('touch').replace('version: 1\n', '')}`,
      }),
    };
    const ran = await under(
      files,
      `put v1.json acme.json; "$gate" -- touch a; echo $?; printf 'version: 1\\npacks: [shop]\\n' > policies/mine.yaml; "$gate" -- ls; echo $?; rm policies/mine.yaml
       put v2.json acme.json; "$gate" -- touch b; echo $?`,
    );
    expect(ran.stdout).toBe('77\n78\n0\n');
    expect(ran.stderr).toContain('shop/no-touch');
    expect(ran.stderr).toContain('there is no pack `shop`');
    expect([gate.has('a'), gate.has('b')]).toEqual([false, true]);
  });
});

describe('gate policy bundle', () => {
  const files = (gate: Gate, policy: string) => {
    mkdirSync(join(gate.home, 'acme', 'policies'), { recursive: true });
    writeFileSync(join(gate.home, 'acme', 'policies', 'prod.yaml'), policy);
  };
  const TESTED = `${denying('touch')}tests:\n  - { command: touch x, expect: { decision: deny, rules: [no-touch] } }\n`;

  test('makes a key, builds, counts versions up, verifies and shows', async () => {
    using gate = new Gate();
    files(gate, TESTED);
    const made = await gate.agent(['policy', 'bundle', 'keygen', 'acme-2026', '-o', 'k']);
    const publicKey = made.stdout.trim();
    expect(publicKey).toMatch(/^acme-2026\+[0-9a-f]{8}\+\S{44}$/);
    expect((await gate.agent(['policy', 'bundle', 'keygen', 'acme-2026', '-o', 'k'])).status).toBe(73);
    const build = (...more: string[]) =>
      gate.agent(['policy', 'bundle', 'build', 'acme', '-o', 'acme.json', '--key', 'k', '--json', ...more]);
    expect(JSON.parse((await build()).stdout)).toMatchObject({
      name: 'acme',
      version: 1,
      signed_by: ['acme-2026'],
      expires: null,
    });
    expect(JSON.parse((await build('--expires', '30d')).stdout)).toMatchObject({
      version: 2,
      expires: expect.any(String),
    });
    expect(JSON.parse((await build('--version', '40')).stdout)).toMatchObject({ version: 40 });
    expect(JSON.parse((await build('--name', 'shop', '--version', '1')).stdout)).toMatchObject({
      name: 'shop',
      version: 1,
    });
    expect((await build()).stderr).toContain('acme.json is the bundle `shop`');
    const verified = await gate.agent(['policy', 'bundle', 'verify', 'acme.json', '--key', publicKey]);
    expect(verified).toMatchObject({
      status: 0,
      stdout: 'acme.json: sound, version 1 of shop, 1 member, signed by acme-2026\n',
    });
    const named = await gate.agent(['policy', 'bundle', 'verify', 'acme.json', '--key', publicKey, '--name', 'acme']);
    expect(named).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('is the bundle `shop`, and `acme` is wanted'),
    });
    const stranger = await gate.agent(['policy', 'bundle', 'verify', 'acme.json', '--key', written(key)]);
    expect(stranger).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('is signed by none of the keys that count'),
    });
    expect((await gate.agent(['policy', 'bundle', 'show', 'acme.json'])).stdout).toMatch(
      /^gate-policy-bundle\/v1\nname shop\nversion 1\n/,
    );
    expect((await gate.agent(['policy', 'bundle', 'show', 'acme.json', '--member', 'policies/prod.yaml'])).stdout).toBe(
      TESTED,
    );
  });

  test.each([
    ['a test that fails', TESTED.replace('decision: deny, rules', 'decision: hold, rules'), 'expected hold, got deny'],
    ['an unknown field', `${TESTED}more: 1\n`, 'acme/policies/prod.yaml:'],
    ['a pack that nobody has', TESTED.replace('packs: []', 'packs: [shop]'), 'shop'],
    ['an exception of nothing', TESTED.replace('rules:', 'except: [no-such]\nrules:'), 'no-such'],
  ])('writes nothing for policies with %s: 78', async (_, policy, words) => {
    using gate = new Gate();
    files(gate, policy);
    await gate.agent(['policy', 'bundle', 'keygen', 'a', '-o', 'k']);
    const ran = await gate.agent(['policy', 'bundle', 'build', 'acme', '-o', 'acme.json', '--key', 'k']);
    expect(ran).toMatchObject({ status: 78, stdout: '', stderr: expect.stringContaining(words) });
    expect(gate.has('acme.json')).toBe(false);
  });

  test.each([
    ['README.md', 'x'],
    ['policies/a.yml', 'version: 1\n'],
    ['packs/git.yaml', 'version: 1\n'],
    ['packs/unused.yaml', 'version: 1\n'],
    ['directory.yaml', 'version: 1\npeople: { a: {} }\n'],
    ['directory.yaml', 'version: 1\npeople: { a: { os: [a] } }\nmode: observe\n'],
  ])('leaves nothing out and takes in nothing else: %s', async (name, text) => {
    using gate = new Gate();
    files(gate, TESTED);
    mkdirSync(join(gate.home, 'acme', 'packs'));
    writeFileSync(join(gate.home, 'acme', name), text);
    await gate.agent(['policy', 'bundle', 'keygen', 'a', '-o', 'k']);
    const ran = await gate.agent(['policy', 'bundle', 'build', 'acme', '-o', 'acme.json', '--key', 'k']);
    expect(ran.status).toBe(78);
    expect(gate.has('acme.json')).toBe(false);
  });

  test('fetches nothing where none is named', async () => {
    using gate = new Gate(holdTouch());
    expect(await gate.agent(['policy', 'bundle', 'fetch'])).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('no policy bundle is named'),
    });
  });
});

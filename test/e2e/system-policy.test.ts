import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate, type Ran } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

/**
 * `/etc/gate` in a mount namespace of its own: nothing outside this test's processes ever sees it. Needs root, or a
 * kernel that lets users have namespaces.
 */
const NAMESPACE = '/usr/bin/unshare';
const OVERLAY = `mkdir upper work && mount -t overlay overlay -o "lowerdir=/etc,upperdir=$PWD/upper,workdir=$PWD/work" /etc`;
const possible = (() => {
  using gate = new Gate();
  const tried = spawnSync(NAMESPACE, ['-m', '/bin/sh', '-c', OVERLAY], { cwd: gate.home });
  return tried.status === 0;
})();

const DENY_TOUCH = `version: 1
packs: []
rules:
  - { id: no-touch, match: { tool: touch }, decision: deny, reason: the system says no }
`;

/** Runs a script where `/etc/gate/policies/system.yaml` holds this text. */
function under(gate: Gate, system: string, script: string): Promise<Ran> {
  const whole = `${OVERLAY} && mkdir -p /etc/gate/policies && cat > /etc/gate/policies/system.yaml && chmod -R go-w /etc/gate && ${script}`;
  const env = { gate: new URL('../../dist/gate', import.meta.url).pathname };
  return gate.start(['-m', '/bin/bash', '-c', whole], { program: NAMESPACE, stdin: system, env }).ended;
}

describe.skipIf(!possible)('a system policy (needs a mount namespace)', () => {
  test('cannot be loosened by the user: 77, with its rule and words', async () => {
    using gate = new Gate(`${ALLOW}rules:\n  - { id: yes, match: { tool: touch }, decision: allow }\n`);
    const ran = await under(gate, DENY_TOUCH, '"$gate" -- touch marker');
    expect(ran.stderr).toMatch(/denied by policy[\s\S]*no-touch[\s\S]*the system says no/);
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('has no opinion on what it does not match', async () => {
    using gate = new Gate(ALLOW);
    expect(await under(gate, DENY_TOUCH, '"$gate" -- echo fine')).toMatchObject({ status: 0, stdout: 'fine\n' });
  });

  test('is not only observed because the user only observes', async () => {
    using gate = new Gate(`mode: observe\n${ALLOW}`);
    const ran = await under(gate, DENY_TOUCH, '"$gate" -- touch marker');
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('is not only observed because the configuration of the user says so', async () => {
    using gate = new Gate(ALLOW);
    writeFileSync(join(gate.home, 'config.yaml'), 'version: 1\nmode: observe\n', { mode: 0o600 });
    const ran = await under(gate, DENY_TOUCH, '"$gate" -- touch marker');
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test.each([
    ['enforce', 'observe', 77],
    ['observe', 'observe', 0],
    ['observe', 'enforce', 77],
    ['observe', undefined, 0],
    [undefined, 'observe', 0],
  ])(
    'mode of /etc/gate/config.yaml %s, of the user %s: a rule of the user ends with %s',
    async (system, user, status) => {
      using gate = new Gate(`${ALLOW}rules:\n  - { id: no, match: { tool: touch }, decision: deny }\n`);
      const config = (mode: string | undefined) => `version: 1\n${mode === undefined ? '' : `mode: ${mode}\n`}`;
      writeFileSync(join(gate.home, 'config.yaml'), config(user), { mode: 0o600 });
      writeFileSync(join(gate.home, 'system.yaml'), config(system));
      const script =
        'cp system.yaml /etc/gate/config.yaml && chmod 644 /etc/gate/config.yaml && "$gate" -- touch marker';
      expect((await under(gate, 'version: 1\npacks: []\n', script)).status).toBe(status);
      expect(gate.has('marker')).toBe(status === 0);
    },
  );

  test('holds under any GATE_HOME', async () => {
    using gate = new Gate(ALLOW);
    const ran = await under(gate, DENY_TOUCH, 'mkdir -m 700 other && GATE_HOME="$PWD/other" "$gate" -- touch marker');
    expect(ran.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('that its group can write is refused: 78', async () => {
    using gate = new Gate(ALLOW);
    const ran = await under(gate, DENY_TOUCH, 'chmod 664 /etc/gate/policies/system.yaml && "$gate" -- touch marker');
    expect(ran.stderr).toContain('/etc/gate/policies/system.yaml');
    expect(ran.status).toBe(78);
    expect(gate.has('marker')).toBe(false);
  });

  test('that is broken stops everything: 78 with the place', async () => {
    using gate = new Gate(ALLOW);
    const ran = await under(gate, 'version: 1\nnonsense: 1\n', '"$gate" -- touch marker');
    expect(ran.stderr).toContain('/etc/gate/policies/system.yaml:2:1');
    expect(ran.status).toBe(78);
    expect(gate.has('marker')).toBe(false);
  });
});

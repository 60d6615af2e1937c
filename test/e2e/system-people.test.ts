import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATE, Gate, type Ran } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

/** As in system-policy.test.ts; and a home directory of its own, where what was understood of the file is kept. */
const NAMESPACE = '/usr/bin/unshare';
const OVERLAY = `mkdir upper work && mount -t overlay overlay -o "lowerdir=/etc,upperdir=$PWD/upper,workdir=$PWD/work" /etc && mount -t tmpfs tmpfs ${userInfo().homedir}`;
const possible = (() => {
  using gate = new Gate();
  return spawnSync(NAMESPACE, ['-m', '/bin/sh', '-c', OVERLAY], { cwd: gate.home }).status === 0;
})();

/** Runs a script where `/etc/gate/config.yaml` holds this text. */
function under(gate: Gate, config: string, script: string, mode = '644'): Promise<Ran> {
  const whole = `${OVERLAY} && mkdir -p -m 755 /etc/gate && cat > /etc/gate/config.yaml && chmod ${mode} /etc/gate/config.yaml && ${script}`;
  return gate.start(['-m', '/bin/bash', '-c', whole], { program: NAMESPACE, stdin: config, env: { gate: GATE } }).ended;
}

const me = userInfo().username;
const SYSTEM = `version: 1\npeople:\n  root-of-all: { os: ["${me}"] }\n  zoe: { os: [zoe-of-tests] }\ngroups: { sre: [zoe] }\n`;
const USERS = `version: 1\npeople: { mallory: { os: ["${me}"] } }\ngroups: { sre: [mallory] }\n`;

describe.skipIf(!possible)('people of the system (needs a mount namespace)', () => {
  test('count, and the user’s do not: doctor and whoami say so', async () => {
    using gate = new Gate(holdTouch());
    writeFileSync(join(gate.home, 'config.yaml'), USERS, { mode: 0o600 });
    // Twice: what is kept of the file says the same.
    const ran = await under(gate, SYSTEM, '"$gate" whoami --json; "$gate" whoami --json; "$gate" doctor');
    const [first = '', second = '', ...doctor] = ran.stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({ owner: 'person:root-of-all', groups: [] });
    expect(second).toBe(first);
    expect(JSON.parse(first).why.at(-1)).toMatch(
      /^the people in \S+config\.yaml do not count, because \/etc\/gate\/config\.yaml names people$/,
    );
    expect(doctor.join('\n')).toMatch(
      /^people +2 people and 1 group in \/etc\/gate\/config\.yaml; those in \S+config\.yaml do not count$/m,
    );
    expect(ran.status).toBe(0);
  });

  test('in a file that others than root can write stop everything: 78', async () => {
    using gate = new Gate(holdTouch());
    const ran = await under(gate, SYSTEM, '"$gate" -- touch marker', '666');
    expect(ran).toMatchObject({ status: 78, stderr: expect.stringContaining('can be written by others than root') });
    expect(gate.has('marker')).toBe(false);
  });
});

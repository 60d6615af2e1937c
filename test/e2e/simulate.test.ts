import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { Gate } from '../kit/gate.ts';

const RECORDED = `version: 1
packs: []
default: deny
rules:
  - { id: read, match: { effects: [read] }, decision: allow }
  - { id: touch, match: { tool: touch }, decision: hold }
`;

let other: string;
beforeEach(() => {
  other = mkdtempSync(join(tmpdir(), 'gate-other-'));
});
afterEach(() => rmSync(other, { recursive: true, force: true }));

describe('gate policy simulate', () => {
  test('says what another policy would have asked, rule by rule', async () => {
    using gate = new Gate(RECORDED);
    await gate.agent(['--', 'true']);
    await gate.agent(['--', 'ls', '/']);
    await gate.agent(['--no-wait', '--', 'touch', '/tmp/a']);
    await gate.agent(['--no-wait', '--', 'touch', '/tmp/b']);
    await gate.agent(['--', 'rm', '/tmp/nothing-of-that-name']);
    writeFileSync(
      join(other, 'new.yaml'),
      `version: 1
packs: []
rules:
  - { id: look, match: { effects: [read] }, decision: allow }
  - { id: here, match: { tool: touch }, when: "action.resource.path.startsWith('/tmp/')", decision: allow }
  - { id: gone, match: { effects: [destroy] }, decision: hold }
`,
      { mode: 0o600 },
    );
    const ran = await gate.agent(['policy', 'simulate', '--policy', other]);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^5 commands since \d{4}-\d\d-\d\d, on 1 day: 5 requests, 0 tool calls\n/);
    expect(ran.stdout).toMatch(/^recorded +2 +2\.0 +1$/m);
    expect(ran.stdout).toContain(`simulated          1        1.0          0  by ${other}\n`);
    expect(ran.stdout).toMatch(/^person:\S+ +1 +1\.0 +1 on \d{4}-\d\d-\d\d$/m);
    expect(ran.stdout).toMatch(/^ {5}1 100% {2}gone\n +rm \/tmp\/nothing-of-that-name$/m);
    expect(ran.stdout).toContain('3 would be decided otherwise than they were\n');
    expect(ran.stdout).toMatch(/^ {5}2 {2}hold -> allow {2}touch -> here\n +touch \/tmp\/b$/m);
    expect(ran.stdout).toMatch(/^ {5}1 {2}deny -> hold {2}default -> gone$/m);

    const data = JSON.parse((await gate.agent(['policy', 'simulate', '--policy', other, '--json'])).stdout);
    SCHEMAS.simulate.parse(data);
    expect(data).toMatchObject({ requests: 5, recorded: { questions: 2, denied: 1 }, simulated: { questions: 1 } });
    expect(data.changes[0]).toMatchObject({ from: 'hold', to: 'allow', rules_after: ['here'], count: 2 });
  });

  test('with the policy as it is now, nothing changes; what is older than --since does not count', async () => {
    using gate = new Gate(RECORDED);
    await gate.agent(['--', 'true']);
    expect((await gate.agent(['policy', 'simulate'])).stdout).toContain('nothing would be decided otherwise');
    await new Promise((done) => setTimeout(done, 1100));
    expect((await gate.agent(['policy', 'simulate', '--since', '1s'])).stdout).toMatch(/^nothing was recorded since/);
  });

  test('counts what was only observed as if it were enforced, and proposes a rule that works', async () => {
    const asking = `version: 1
packs: [baseline, files]
rules:
  - { id: ask-touch, match: { tool: touch }, decision: hold }
  - { id: no-rm, match: { tool: rm }, decision: deny }
`;
    using gate = new Gate(`${asking}mode: observe\n`);
    for (const option of ['-a', '-m', '-c', '-am', '-a'])
      expect((await gate.agent(['--', 'touch', option, 'marker'])).status).toBe(0);
    expect((await gate.agent(['--', 'rm', 'marker'])).status).toBe(0);
    expect(gate.has('marker')).toBe(false);

    const ran = await gate.agent(['policy', 'simulate']);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^recorded +0 +0\.0 +0 {2}6 only observed$/m);
    expect(ran.stdout).toMatch(/^enforced +4 +4\.0 +1 {2}had it not been observed$/m);
    expect(ran.stdout).toMatch(/^simulated +4 +4\.0 +1 {2}by the policies of now$/m);
    expect(ran.stdout).toContain('1 more was the same again within the hour');
    expect(ran.stdout).toContain('nothing would be decided otherwise');
    expect(ran.stdout).toMatch(/^ {2}1\. +4 {2}allow touch, \w+ for agent:.*\n {13}touch -am marker$/m);
    expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);

    const rule = await gate.agent(['policy', 'simulate', '--rule', '1']);
    gate.policy(rule.stdout, 'touch.yaml');
    gate.policy(asking);
    expect(await gate.agent(['policy', 'check'])).toMatchObject({ status: 0, stderr: '' });
    expect((await gate.agent(['--', 'touch', 'marker'])).status).toBe(0);
    expect((await gate.agent(['--no-wait', '--', 'touch', 'another'])).status).toBe(75);
    const now = JSON.parse((await gate.agent(['policy', 'simulate', '--json'])).stdout);
    SCHEMAS.simulate.parse(now);
    expect(now).toMatchObject({ simulated: { questions: 1, denied: 1 }, enforced: { questions: 5 }, reliefs: [] });
    expect(await gate.agent(['policy', 'simulate', '--rule', '1'])).toMatchObject({ status: 64 });
  });

  test('a directory that is none, and a policy that is invalid', async () => {
    using gate = new Gate(RECORDED);
    await gate.agent(['--', 'true']);
    expect(await gate.agent(['policy', 'simulate', '--policy', join(other, 'no')])).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('there is no directory'),
    });
    mkdirSync(join(other, 'bad'));
    writeFileSync(join(other, 'bad', 'x.yaml'), 'version: 2\n', { mode: 0o600 });
    expect(await gate.agent(['policy', 'simulate', '--policy', join(other, 'bad')])).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('x.yaml:1:10'),
    });
  });
});

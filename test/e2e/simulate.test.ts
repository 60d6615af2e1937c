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
    expect(ran.stdout).toMatch(/^5 requests since \d{4}-\d\d-\d\d, over 1 day\n/);
    expect(ran.stdout).toMatch(/^recorded {7}2 questions, 2\.0 a day; 1 denied$/m);
    expect(ran.stdout).toMatch(/^simulated {7}1 question, 1\.0 a day; 0 denied$/m);
    expect(ran.stdout).toContain('3 would be decided otherwise:');
    expect(ran.stdout).toMatch(/^ {5}2 {2}hold -> allow {2}touch -> here\n {8}\w{8} {2}touch \/tmp\/b$/m);
    expect(ran.stdout).toMatch(/^ {5}1 {2}deny -> hold {2}default -> gone$/m);

    const data = JSON.parse((await gate.agent(['policy', 'simulate', '--policy', other, '--json'])).stdout);
    SCHEMAS.simulate.parse(data);
    expect(data).toMatchObject({ requests: 5, recorded: { questions: 2, denied: 1 }, simulated: { questions: 1 } });
    expect(data.changes[0]).toMatchObject({ from: 'hold', to: 'allow', rules_after: ['here'], count: 2 });
  });

  test('with the policy as it is now, nothing changes; what is older than --since does not count', async () => {
    using gate = new Gate(RECORDED);
    await gate.agent(['--', 'true']);
    expect((await gate.agent(['policy', 'simulate'])).stdout).toContain('nothing would change');
    await new Promise((done) => setTimeout(done, 1100));
    expect((await gate.agent(['policy', 'simulate', '--since', '1s'])).stdout).toMatch(/^0 requests/);
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

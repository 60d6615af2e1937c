import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { Gate } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

/** What an agent asks for and a person approves, each time. */
async function approved(gate: Gate, argv: readonly string[]): Promise<void> {
  const id = await gate.ask(['--', ...argv]);
  const { status, screen } = await gate.person(['approve', id]);
  if (status !== 0) throw new Error(screen);
}

describe('gate report approvals', () => {
  test('names the rule that would remove most questions, and the snippet does it', async () => {
    using gate = new Gate(holdTouch());
    for (let n = 0; n < 3; n++) {
      await approved(gate, ['touch', 'again']);
      expect((await gate.agent(['--', 'touch', 'again'])).status).toBe(0);
    }
    await gate.ask(['--', 'touch', 'once']);

    const ran = await gate.agent(['report', 'approvals']);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^questions +4, 4\.0 a day$/m);
    expect(ran.stdout).toMatch(/^ +approved 3, waiting 1$/m);
    expect(ran.stdout).toContain('rule ask-touch asked 3 times and 3 were approved, none denied:');
    expect(ran.stdout).toContain('would remove 3 of 4 questions');

    const data = JSON.parse((await gate.agent(['report', 'approvals', '--json'])).stdout);
    SCHEMAS['report-approvals'].parse(data);
    expect(data.relief).toMatchObject({ rules: ['ask-touch'], approved: 3, denied: 0, removes: 3 });
    expect(data.people).toMatchObject([{ person: expect.stringMatching(/^person:/), approvals: 3 }]);

    gate.policy(data.relief.policy, 'relief.yaml');
    expect(await gate.agent(['policy', 'check'])).toMatchObject({ status: 0, stderr: '' });
    expect((await gate.agent(['--', 'touch', 'again'])).status).toBe(0);
    expect((await gate.agent(['--no-wait', '--', 'touch', 'other'])).status).toBe(75);
    const now = JSON.parse((await gate.agent(['report', 'approvals', '--json'])).stdout);
    expect(now.relief).toBeNull();
  });

  test('proposes nothing for what a repository asks about', async () => {
    using gate = new Gate(holdTouch());
    const policies = join(gate.home, '.gate', 'policies');
    mkdirSync(policies, { recursive: true });
    writeFileSync(
      join(policies, 'shop.yaml'),
      'version: 1\nrules:\n  - { id: ours, match: { tool: touch }, decision: hold }\n',
    );
    expect(await gate.agent(['policy', 'check'])).toMatchObject({ status: 0, stderr: '' });
    for (let n = 0; n < 3; n++) {
      await approved(gate, ['touch', 'again']);
      await gate.agent(['--', 'touch', 'again']);
    }
    const { stdout } = await gate.agent(['report', 'approvals']);
    expect(stdout).toContain('approved 3');
    expect(stdout).toContain('no rule is proposed');
  });

  test('without a log, with an empty one, and with a period that is none', async () => {
    using gate = new Gate(holdTouch());
    expect(await gate.agent(['report', 'approvals'])).toMatchObject({
      status: 74,
      stderr: expect.stringContaining('there is no audit log'),
    });
    await gate.agent(['--', 'true']);
    expect((await gate.agent(['report', 'approvals', '--since', '1h'])).stdout).toContain('nobody was asked anything');
    expect(await gate.agent(['report', 'approvals', '--since', 'ever'])).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('write it like 90s'),
    });
  });

  test('an invalid policy costs the proposal, not the figures', async () => {
    using gate = new Gate(holdTouch());
    for (let n = 0; n < 3; n++) {
      await approved(gate, ['touch', 'again']);
      await gate.agent(['--', 'touch', 'again']);
    }
    gate.policy('version: 2\n', 'broken.yaml');
    const ran = await gate.agent(['report', 'approvals']);
    expect(ran).toMatchObject({ status: 0, stderr: expect.stringContaining('a policy is invalid') });
    expect(ran.stdout).toContain('approved 3');
  });
});

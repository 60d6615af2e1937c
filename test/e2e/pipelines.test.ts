import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inContainer } from '../../src/platform/container.ts';
import { Gate } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const HOSTED = { CLAUDECODE: '', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', CI: 'true' };
const OWN = { ...HOSTED, RUNNER_ENVIRONMENT: 'self-hosted' };

function says(gate: Gate, text: string): void {
  writeFileSync(join(gate.home, 'config.yaml'), `version: 1\n${text}\n`, { mode: 0o600 });
}

/** Refused before anybody was asked: nothing waits, nothing ran, and the record says why. */
async function expectRefused(gate: Gate, env: Record<string, string>, args: readonly string[] = TOUCH) {
  const ran = await gate.agent(['--events', join(gate.home, 'events'), ...args], { env });
  expect(ran.stderr).toContain('gate: refused: nobody can approve this: ');
  expect(ran).toMatchObject({ status: 77, stdout: '' });
  expect(ran.stderr).not.toContain('waits');
  expect(ran.stderr).not.toContain('run it through gate and wait');
  expect(gate.has('marker')).toBe(false);
  expect((await gate.agent(['list', '--json'])).stdout).toContain('"requests":[]');
  return ran;
}

describe('a job that nobody could answer', () => {
  test('is refused at once with 77, and told what would change that', async () => {
    using gate = new Gate(holdTouch());
    const { stderr } = await expectRefused(gate, HOSTED);
    expect(stderr).toContain('allow it for `pipeline:github-actions/acme/shop` by a rule');
    expect(stderr).toContain('`pipelines: { wait: true }` in config.yaml');
    expect(stderr).toContain('ask-touch');
    const { stdout } = await gate.agent(['audit', 'tail', '--json']);
    const types = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ type, payload }) => `${type} ${payload.reason ?? ''}`.trim());
    expect(types).toContain('request.denied nobody_can_approve');
    expect((await gate.agent(['audit', 'verify'])).status).toBe(0);
  });

  test('does not wait with --no-wait either, nor as an agent that a job runs, nor in a system that says nothing', async () => {
    using gate = new Gate(holdTouch());
    await expectRefused(gate, HOSTED, ['--no-wait', ...TOUCH]);
    await expectRefused(gate, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' });
    await expectRefused(gate, { CLAUDECODE: '', CI: 'true' });
    await expectRefused(gate, { CLAUDECODE: '', GITLAB_CI: 'true', CI_DISPOSABLE_ENVIRONMENT: 'true' });
  });

  test('runs what is allowed, and what is only observed', async () => {
    using gate = new Gate(holdTouch());
    expect(await gate.agent(['--', 'echo', 'hello'], { env: HOSTED })).toMatchObject({ status: 0, stdout: 'hello\n' });
    gate.policy(`mode: observe\n${holdTouch()}`);
    expect(await gate.agent(TOUCH, { env: HOSTED })).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
  });

  test('is told so by explain', async () => {
    using gate = new Gate(holdTouch());
    const { stdout, status } = await gate.agent(['explain', ...TOUCH], { env: HOSTED });
    expect(stdout).toContain('needs 1 vote');
    expect(stdout).toContain('nobody can: the queue is a file');
    expect(status).toBe(0);
    expect((await gate.agent(['explain', ...TOUCH])).stdout).not.toContain('nobody can');
  });
});

describe('a job that people watch', () => {
  test('waits where config.yaml says so, and a person of the account answers', async () => {
    using gate = new Gate(holdTouch());
    says(gate, 'pipelines: { wait: true }');
    const waiter = gate.start(TOUCH, { env: HOSTED });
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests[0].principal).toBe('pipeline:github-actions/acme/shop');
    expect(await gate.person(['approve', requests[0].id])).toMatchObject({ status: 0 });
    expect(await waiter.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
  });

  test.runIf(!inContainer(process.env))('waits on a machine of one’s own without a word', async () => {
    using gate = new Gate(holdTouch());
    expect(await gate.ask(TOUCH, { env: OWN })).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.runIf(inContainer(process.env))('is refused in a container, whoever owns the machine', async () => {
    using gate = new Gate(holdTouch());
    await expectRefused(gate, OWN);
  });

  test('is refused where config.yaml says that nobody looks', async () => {
    using gate = new Gate(holdTouch());
    says(gate, 'pipelines: { wait: false }');
    const { stderr } = await expectRefused(gate, OWN);
    expect(stderr).toContain('config.yaml says that nobody answers what pipelines ask');
  });

  test.each([
    ['pipelines: { wait: maybe }', 'config.yaml:2:20: '],
    ['pipelines: { wit: true }', 'unknown field `wit`'],
    ['pipelines: true', 'config.yaml:2:12: '],
  ])('is 78 where config.yaml cannot be understood: %s', async (text, message) => {
    using gate = new Gate(holdTouch());
    says(gate, text);
    const ran = await gate.agent(TOUCH, { env: HOSTED });
    expect(ran.stderr).toContain(message);
    expect(ran.status).toBe(78);
  });
});

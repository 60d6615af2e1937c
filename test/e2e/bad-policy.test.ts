import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

/** 78, the place and the line of the mistake, and nothing ran. */
async function invalid(policy: string, place: string, says: RegExp): Promise<void> {
  using gate = new Gate(policy);
  const ran = await gate.agent(['--', 'touch', 'marker']);
  expect(ran.stderr).toContain(`${gate.home}/policies/test.yaml:${place}`);
  expect(ran.stderr).toMatch(says);
  expect(ran).toMatchObject({ status: 78, stdout: '' });
  expect(gate.has('marker')).toBe(false);
  const checked = await gate.person(['policy', 'check']);
  expect(checked.status).toBe(78);
}

describe('a policy with a mistake runs nothing and says where the mistake is', () => {
  test('a syntax error', () => invalid('version: 1\nrules:\n  - id: [oops\n', '4:1', /rules|flow|sequence|\]/i));
  test('an unknown field', () => invalid(`${ALLOW}frobnicate: true\n`, '4:1', /frobnicate/));
  test('an unknown field in a rule', () =>
    invalid(`${ALLOW}rules:\n  - { id: a, match: { tool: touch }, decison: deny }\n`, '5:', /decison/));
  test('an id twice', () =>
    invalid(
      `${ALLOW}rules:\n  - { id: a, match: { tool: "*" }, decision: deny }\n  - { id: a, match: { tool: "*" }, decision: deny }\n`,
      '6:',
      /`a`|twice|duplicate/,
    ));
  test('CEL that does not parse', () =>
    invalid(
      `${ALLOW}rules:\n  - id: a\n    match: { tool: "*" }\n    when: "request.principal.kind =="\n    decision: deny\n`,
      '7:',
      /when/,
    ));
  test('CEL with a field that does not exist', () =>
    invalid(
      `${ALLOW}rules:\n  - id: a\n    match: { tool: "*" }\n    when: request.nonsense == 'x'\n    decision: deny\n`,
      '7:',
      /nonsense/,
    ));
  test('a pack that does not exist', () => invalid('version: 1\npacks: [no-such-pack]\n', '2:9', /no-such-pack/));
  test('a decision that is none', () =>
    invalid(`${ALLOW}rules:\n  - { id: a, match: { tool: "*" }, decision: maybe }\n`, '5:', /maybe|decision/));
  test('a policy of another version', () => invalid('version: 2\n', '1:', /version/));
});

describe('a policy file that cannot be trusted', () => {
  test('one that others can write is refused with the command that mends it', async () => {
    using gate = new Gate(ALLOW);
    chmodSync(join(gate.home, 'policies', 'test.yaml'), 0o666);
    const ran = await gate.agent(['--', 'touch', 'marker']);
    expect(ran.stderr).toMatch(/others can write|writ/);
    expect(ran.status).toBe(78);
    expect(gate.has('marker')).toBe(false);
  });

  test('a repository cannot loosen: a rule of its own that allows is refused', async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: hold\n');
    mkdirSync(join(gate.home, 'work', '.git'), { recursive: true });
    mkdirSync(join(gate.home, 'work', '.gate', 'policies'), { recursive: true });
    const file = join(gate.home, 'work', '.gate', 'policies', 'own.yaml');
    writeFileSync(file, 'version: 1\nrules:\n  - { id: a, match: { tool: "*" }, decision: allow }\n', { mode: 0o644 });
    const ran = await gate.agent(['--', 'touch', '../marker'], { cwd: join(gate.home, 'work') });
    expect(ran.stderr).toContain(file);
    expect(ran.status).toBe(78);
    expect(gate.has('marker')).toBe(false);
  });

  test('with --json the message is one line of data, with the reason from the closed list', async () => {
    using gate = new Gate('version: 1\nnonsense: 1\n');
    const ran = await gate.agent(['--json', '--', 'touch', 'marker']);
    expect(ran.stdout).toBe('');
    const lines = ran.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ event: 'failed', ran: false, reason: 'policy_invalid', status: 78 });
    expect(ran.status).toBe(78);
  });
});

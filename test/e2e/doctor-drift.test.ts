import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { hooked, put } from '../kit/hooked.ts';

const HOLDS = 'version: 1\npacks: [baseline]\n';

async function drifted(
  gate: Gate,
  env: Record<string, string>,
): Promise<{ status: number | null; drift: readonly string[] }> {
  const { status, stdout } = await gate.agent(['doctor', '--json', '--expect', join(gate.home, 'expected.json')], {
    env,
  });
  const { findings } = JSON.parse(stdout) as { findings: { check: string; text: string }[] };
  return { status, drift: findings.filter(({ check }) => check === 'drift').map(({ text }) => text) };
}

function expecting(gate: Gate, value: unknown): void {
  writeFileSync(join(gate.home, 'expected.json'), JSON.stringify(value));
}

describe('gate doctor --expect', () => {
  test('what doctor printed is what it expects; each change since then is a difference: 78', async () => {
    using gate = new Gate(HOLDS);
    const home = join(gate.home, 'home');
    const { claude } = hooked(home, { names: ['claude', 'codex'] });
    const env = { HOME: home };
    const { stdout } = await gate.agent(['doctor', '--json'], { env });
    expecting(gate, JSON.parse(stdout));
    expect(await drifted(gate, env)).toEqual({ status: 0, drift: [] });

    put(join(home, '.vault-token'), 'hvs.secret');
    rmSync(claude);
    gate.policy(`${HOLDS}default: allow\n`);
    gate.policy('version: 1\nrules: [{ id: x, match: { tool: x }, decision: deny }]\n', 'more.yaml');
    const { status, drift } = await drifted(gate, env);
    expect(status).toBe(78);
    expect(drift).toEqual([
      expect.stringMatching(/^the policy test\.yaml of layer user is not in force as expected: sha256:/),
      expect.stringMatching(/^a policy is in force in layer user that was not expected: \S*more\.yaml sha256:/),
      expect.stringMatching(/^a policy is in force in layer user that was not expected: \S*test\.yaml sha256:/),
      'the hook of claude is not live',
      'new since then: a Vault token: ~/.vault-token',
    ]);
    const seen = await gate.agent(['doctor', '--expect', join(gate.home, 'expected.json')], { env });
    expect(seen.stdout).toMatch(/^PROBLEM +the hook of claude is not live$/m);
    expect(seen.status).toBe(78);
  });

  test('a short list asks only for what it says', async () => {
    using gate = new Gate(HOLDS);
    const home = join(gate.home, 'home');
    hooked(home, { names: ['gemini'] });
    const env = { HOME: home };
    expecting(gate, { mode: 'local', hooks: [{ harness: 'gemini' }], installation: { owner: process.getuid?.() } });
    expect(await drifted(gate, env)).toEqual({ status: 0, drift: [] });
    expecting(gate, {
      ...{
        mode: 'host',
        version: '9.9.9',
        hooks: [
          { harness: 'cursor', live: true },
          { harness: 'codex', live: false },
        ],
      },
      ...{ installation: { owner: 4242 }, people: { state: 'listed' } },
      policies: { files: [{ layer: 'system', digest: `sha256:${'0'.repeat(64)}` }] },
    });
    const { status, drift } = await drifted(gate, env);
    expect(status).toBe(78);
    expect(drift).toEqual([
      'mode is local, expected host',
      expect.stringMatching(/^version is \S+, expected 9\.9\.9$/),
      expect.stringMatching(/^owner is \d+, expected 4242$/),
      'people is none, expected listed',
      expect.stringMatching(/^the policy {2}?.*of layer system is not in force as expected/),
      'the hook of cursor is not live',
    ]);
  });

  test.each([
    ['nothing', undefined, 'cannot be read'],
    ['no JSON', '{', 'is not JSON'],
    ['another form', '{"hooks": {"claude": true}}', 'another form at `hooks`'],
  ])('%s is no expectation: 64, before anything is looked at', async (_, text, why) => {
    using gate = new Gate();
    const file = join(gate.home, 'expected.json');
    if (text !== undefined) writeFileSync(file, text);
    const ran = await gate.agent(['doctor', '--expect', file]);
    expect(ran).toMatchObject({ status: 64, stdout: '', stderr: expect.stringContaining(why) });
  });
});

describe('gate doctor: latency', () => {
  test('is measured with a log of its own, and leaves nothing behind', async () => {
    using gate = new Gate(HOLDS);
    await gate.agent(['--', 'true']);
    const before = readdirSync(gate.home).sort();
    const size = async () => JSON.parse((await gate.agent(['doctor', '--json'])).stdout).log.events;
    const first = await size();
    expect(await size()).toBe(first);
    expect(readdirSync(gate.home).sort()).toEqual(before);
    const { latency } = JSON.parse((await gate.agent(['doctor', '--json'])).stdout);
    expect(latency.runs_ms).toHaveLength(5);
    expect(latency.run_ms).toBeGreaterThan(0);
    expect(latency.commit_ms).toBeGreaterThan(0);
    expect(latency.run_ms).toBeGreaterThan(latency.commit_ms);
  });

  test('where nothing runs at once, that is said instead of a number', async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: deny\n');
    const { stdout, status } = await gate.agent(['doctor']);
    expect(stdout).toMatch(/^latency +not measured: `gate -- true` does not run at once here: it ended with 77$/m);
    expect(status).toBe(0);
  });
});

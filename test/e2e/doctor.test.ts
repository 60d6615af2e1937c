import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

describe('gate doctor', () => {
  test('says the mode, what it holds and what not, and where everything is', async () => {
    using gate = new Gate('version: 1\npacks: [baseline]\n');
    await gate.agent(['--', 'true']);
    const ran = await gate.agent(['doctor']);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^mode +local/m);
    expect(ran.stdout).toMatch(/^not held .*same user/m);
    expect(ran.stdout).toMatch(/BUN_OPTIONS/);
    expect(ran.stdout).toMatch(/^state +\S+ {2}0700$/m);
    expect(ran.stdout).toMatch(/^policy +user {2}\S*test\.yaml {2}sha256:[0-9a-f]{64}$/m);
    expect(ran.stdout).toMatch(/^log +\S+ {2}\d+ events, the last at .*gate audit verify$/m);
    expect(ran.stdout).toMatch(/^you +agent:/m);
  });

  test('the same as data', async () => {
    using gate = new Gate();
    const { status, stdout } = await gate.agent(['doctor', '--json'], { env: { TMUX: '/tmp/x,1,0' } });
    expect(status).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ schema_version: 1, mode: 'local', log: { state: 'none' }, policies: { valid: true } });
    expect(said.warnings.join('\n')).toContain('TMUX');
    expect(said.who).toMatchObject({ kind: 'agent', votes: false });
  });

  test('an invalid policy is 78, a log that is none is 74, and both are shown', async () => {
    using gate = new Gate('version: 1\nnonsense: 1\n');
    const invalid = await gate.agent(['doctor']);
    expect(invalid).toMatchObject({ status: 78, stdout: expect.stringMatching(/^INVALID +.*test\.yaml:2:1/m) });
    rmSync(join(gate.home, 'policies', 'test.yaml'));
    writeFileSync(join(gate.home, 'audit.db'), 'x'.repeat(9000));
    expect(await gate.agent(['doctor'])).toMatchObject({ status: 74, stdout: expect.stringContaining('UNUSABLE') });
    rmSync(join(gate.home, 'audit.db'));
    mkdirSync(join(gate.home, 'audit.db'));
    expect(await gate.agent(['doctor', '--json'])).toMatchObject({ status: 74 });
  });
});

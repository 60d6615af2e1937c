import { chmodSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { GATE, Gate } from '../kit/gate.ts';

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
    const said = SCHEMAS.doctor.parse(JSON.parse(stdout));
    expect(said).toMatchObject({ schema_version: 1, mode: 'local', log: { state: 'none' }, policies: { valid: true } });
    expect(said.findings).toContainEqual(
      expect.objectContaining({ check: 'terminal', level: 'warning', subject: 'TMUX' }),
    );
    expect(said.who).toMatchObject({ kind: 'agent', votes: false });
  });

  test('an invalid policy is 78, a log that is none is 74, and both are shown', async () => {
    using gate = new Gate('version: 1\nnonsense: 1\n');
    const invalid = await gate.agent(['doctor']);
    expect(invalid).toMatchObject({ status: 78, stdout: expect.stringMatching(/^PROBLEM +.*test\.yaml:2:1/m) });
    rmSync(join(gate.home, 'policies', 'test.yaml'));
    writeFileSync(join(gate.home, 'audit.db'), 'x'.repeat(9000));
    expect(await gate.agent(['doctor'])).toMatchObject({ status: 74, stdout: expect.stringContaining('UNUSABLE') });
    rmSync(join(gate.home, 'audit.db'));
    mkdirSync(join(gate.home, 'audit.db'));
    expect(await gate.agent(['doctor', '--json'])).toMatchObject({ status: 74 });
  });

  test('a screen is 80 columns wide, and what is wrong stands before everything else', async () => {
    using gate = new Gate('version: 1\nnonsense: 1\n');
    const { screen, status } = await gate.session(['doctor'], { cols: 80, rows: 50 }).ended;
    expect(status).toBe(78);
    const lines = screen.replaceAll('\r', '').split('\n');
    // A path or a digest is longer than a line now and then; it stands on one of its own.
    expect(lines.filter((line) => line.length > 80 && line.trim().includes(' '))).toEqual([]);
    expect(lines[0]).toMatch(/^gate {6}\S+: 1 problem/);
    expect(lines[1]).toMatch(/^PROBLEM/);
    expect(screen).toMatch(/^not held .*same user/m);
  });

  test('RT-03 a gate that others can replace is a problem: 78, with the path that they can write', async () => {
    using gate = new Gate();
    const bin = join(gate.home, 'open', 'bin');
    mkdirSync(bin, { recursive: true });
    linkSync(GATE, join(bin, 'gate'));
    const copied = new Gate(undefined, [join(bin, 'gate')]);
    try {
      expect(await copied.agent(['doctor'])).toMatchObject({ status: 0 });
      chmodSync(bin, 0o777);
      const found = await copied.agent(['doctor', '--json']);
      expect(found.status).toBe(78);
      expect(JSON.parse(found.stdout).findings).toContainEqual(
        expect.objectContaining({ check: 'installation', level: 'problem', where: bin, hint: `chmod o-w ${bin}` }),
      );
    } finally {
      copied[Symbol.dispose]();
    }
  });

  test('RT-02 what puts code in front of gate is named, and never shown', async () => {
    using gate = new Gate();
    const env = { BUN_OPTIONS: '--smol', DYLD_INSERT_LIBRARIES: '/planted/library', NODE_OPTIONS: '--import=/planted' };
    const { stdout } = await gate.agent(['doctor'], { env });
    expect(stdout).toMatch(/^warning +BUN_OPTIONS is set/m);
    expect(stdout).toMatch(/^warning +DYLD_INSERT_LIBRARIES is set/m);
    // The executable does not read it.
    expect(stdout).not.toContain('NODE_OPTIONS');
    expect(stdout).not.toContain('planted');
    // The bundle on Node does.
    const planted = join(gate.home, 'planted.cjs');
    writeFileSync(planted, '');
    using bundle = new Gate(undefined, [process.execPath, `${GATE}.js`]);
    const onNode = await bundle.agent(['doctor'], { env: { NODE_OPTIONS: `--require ${planted}` } });
    expect(onNode.stdout).toMatch(/^warning +NODE_OPTIONS makes Node load other code/m);
    expect(onNode.stdout).not.toContain('planted');
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW } from '../kit/policies.ts';

/** docs/observe.md, sentence by sentence. What the system's owner says is in system-policy.test.ts. */

const RULES = `rules:
  - { id: ask-touch, match: { tool: touch }, decision: hold, limit: { count: 1, per: 1h } }
  - { id: no-rm, match: { tool: rm }, decision: deny, reason: nothing is deleted }
`;

function configure(gate: Gate, text: string): void {
  writeFileSync(join(gate.home, 'config.yaml'), text, { mode: 0o600 });
}

describe('observe mode', () => {
  test('of config.yaml: decides, records what it would have done, says it in one line, and runs', async () => {
    using gate = new Gate(`${ALLOW}${RULES}`);
    configure(gate, 'version: 1\nmode: observe\n');
    expect(await gate.agent(['--', 'touch', 'marker'])).toEqual({
      ...{ status: 0, signal: null, stdout: '' },
      stderr: 'gate: only observing: would hold by ask-touch\n',
    });
    expect(gate.has('marker')).toBe(true);
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({
      ...{ status: 0, stdout: '', stderr: 'gate: only observing: would deny by no-rm\n' },
    });
    expect(gate.has('marker')).toBe(false);
    // The status is the command's own, and what would run anyway is not worth a line.
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 1 });
    expect(await gate.agent(['--', 'echo', 'fine'])).toMatchObject({ status: 0, stdout: 'fine\n', stderr: '' });
    // Nothing is held back, so no limit is used up.
    expect(await gate.agent(['--', 'touch', 'marker'])).toMatchObject({ status: 0 });

    const listed = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout).requests as { id: string }[];
    const records = await Promise.all(listed.map(({ id }) => gate.record(id)));
    const decided = records.flatMap(({ events }) => events.filter(({ type }) => type === 'request.decided'));
    const said = decided.map((event) => (event as unknown as { payload: { kind: string; mode: string } }).payload);
    expect(said.map(({ kind, mode }) => `${kind} ${mode}`).sort()).toEqual([
      ...['allow enforce', 'deny observe', 'deny observe', 'hold observe', 'hold observe'],
    ]);
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });

    configure(gate, 'version: 1\nmode: enforce\n');
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 77 });
  });

  test('asks no person to type anything', async () => {
    using gate = new Gate('version: 1\npacks: []\ndefault: confirm\n');
    configure(gate, 'version: 1\nmode: observe\n');
    const { status, screen } = await gate.person(['--', 'touch', 'marker']);
    expect(screen).toContain('only observing: would confirm by default');
    expect(status).toBe(0);
    expect(gate.has('marker')).toBe(true);
  });

  test('with the packs that come with gate, nothing else being configured', async () => {
    using gate = new Gate();
    configure(gate, 'version: 1\nmode: observe\n');
    const ran = await gate.agent(['--', 'sh', '-c', 'exit 5', 'not seen']);
    expect(ran.status).toBe(5);
    writeFileSync(join(gate.home, 'script'), 'exit 4\n');
    const doubtful = await gate.agent(['--', 'bash', '-c', 'eval "$(cat script)"']);
    expect(doubtful.stderr).toMatch(/^gate: only observing: would hold by \S+.*\n/);
    expect(doubtful.status).toBe(4);
  });

  test('of a policy file, and of one rule: the others are enforced', async () => {
    using gate = new Gate(`${ALLOW}mode: observe\n${RULES}`);
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 1 });
    gate.policy(`${ALLOW}${RULES.replace('decision: deny,', 'decision: deny, mode: observe,')}`);
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 1 });
    expect(await gate.agent(['--no-wait', '--', 'touch', 'marker'])).toMatchObject({ status: 75 });
  });

  test('one file of the user that says enforce is stronger than all that say observe', async () => {
    using gate = new Gate(`${ALLOW}mode: enforce\n${RULES}`);
    configure(gate, 'version: 1\nmode: observe\n');
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 77 });
    gate.policy(`${ALLOW}mode: observe\n${RULES}`);
    configure(gate, 'version: 1\nmode: enforce\n');
    expect(await gate.agent(['--', 'rm', 'marker'])).toMatchObject({ status: 77 });
  });

  test('never by environment, option or repository', async () => {
    using gate = new Gate(`${ALLOW}${RULES}`);
    for (const env of ['GATE_MODE', 'GATE_OBSERVE', 'GATE_POLICY_MODE', 'MODE'])
      expect(await gate.agent(['--', 'rm', 'x'], { env: { [env]: 'observe' } })).toMatchObject({ status: 77 });
    for (const option of [['--observe'], ['--mode', 'observe'], ['--mode=observe']])
      expect(await gate.agent([...option, '--', 'rm', 'x'])).toMatchObject({ status: 64 });
    const work = join(gate.home, 'work');
    mkdirSync(join(work, '.gate', 'policies'), { recursive: true });
    writeFileSync(join(work, '.gate', 'config.yaml'), 'version: 1\nmode: observe\n');
    expect(await gate.agent(['--', 'rm', 'x'], { cwd: work })).toMatchObject({ status: 77 });
    writeFileSync(join(work, '.gate', 'policies', 'shop.yaml'), 'version: 1\nmode: observe\n');
    expect(await gate.agent(['--', 'rm', 'x'], { cwd: work })).toMatchObject({ status: 78 });
    const rule = 'version: 1\nrules:\n  - { id: x, match: { tool: rm }, decision: deny, mode: observe }\n';
    writeFileSync(join(work, '.gate', 'policies', 'shop.yaml'), rule);
    expect((await gate.agent(['--', 'rm', 'x'], { cwd: work })).status).not.toBe(1);
  });

  test('a value that is none stops everything: 78', async () => {
    using gate = new Gate(ALLOW);
    configure(gate, 'version: 1\nmode: lenient\n');
    const ran = await gate.agent(['--', 'true']);
    expect(ran.stderr).toMatch(/config\.yaml:2:7: /);
    expect(ran.status).toBe(78);
  });

  test('a hook lets everything pass, and the session shows what was only observed', async () => {
    using gate = new Gate(`${ALLOW}${RULES}`);
    configure(gate, 'version: 1\nmode: observe\n');
    const payload = {
      ...{ session_id: 'abc', hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: gate.home },
      tool_input: { command: 'rm -rf marker', description: 'clean' },
    };
    const hook = await gate.agent(['hook', 'claude'], { stdin: JSON.stringify(payload) });
    expect(hook).toMatchObject({ status: 0, stderr: '' });
    expect(hook.stdout).not.toContain('updatedInput');
    const { stdout } = await gate.agent(['audit', 'session', 'abc']);
    expect(stdout).toMatch(/observed {2}rm -rf marker\n[\s\S]*would deny by no-rm; ran\n/);
    const simulated = JSON.parse((await gate.agent(['policy', 'simulate', '--json'])).stdout);
    expect(simulated).toMatchObject({ calls: 1, recorded: { observed: 1, denied: 0 }, enforced: { denied: 1 } });
  });

  test('explain and doctor say it', async () => {
    using gate = new Gate(`${ALLOW}${RULES}`);
    configure(gate, 'version: 1\nmode: observe\n');
    expect((await gate.agent(['explain', '--', 'rm', 'x'])).stdout).toContain('observe mode: recorded, and it runs');
    expect(JSON.parse((await gate.agent(['explain', '--json', '--', 'rm', 'x'])).stdout)).toMatchObject({
      mode: 'observe',
    });
    expect((await gate.agent(['doctor'])).stdout).toContain('the user policy only observes');
    const { findings } = JSON.parse((await gate.agent(['doctor', '--json'])).stdout);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'policy', level: 'warning', subject: 'observe' }));
  });
});

import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { typeAt } from '../kit/person.ts';

const HOLD_TOUCH = `version: 1
packs: [baseline]
rules:
  - id: ask-touch
    match: { tool: touch }
    decision: hold
    approvers: { from: [owners], count: 1 }
    reason: files are made by people
`;

describe('gate -- COMMAND', () => {
  test('an allowed command runs with its own output and status, and is recorded', async () => {
    using gate = new Gate();
    const ran = await gate.agent(['--', 'echo', 'hello', '', 'two\nlines']);
    expect(ran).toMatchObject({ status: 0, stdout: 'hello  two\nlines\n', stderr: '' });
    const listed = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(listed).toMatchObject({ schema_version: 1, requests: [{ state: 'finished', decision: 'allow' }] });
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });

  test('an agent is held until the person at another terminal approves, then it runs', async () => {
    using gate = new Gate(HOLD_TOUCH);
    const waiting = gate.start(['-m', 'need a file', '--', 'touch', 'made']);
    await waiting.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const approved = await gate.person(['approve', requests[0].id]);
    expect(approved).toMatchObject({ status: 0 });
    expect(approved.screen).toContain('touch made');
    expect(approved.screen).toContain('need a file');
    expect(await waiting.ended).toMatchObject({ status: 0 });
    const shown = JSON.parse((await gate.agent(['show', requests[0].id, '--json'])).stdout);
    expect(shown).toMatchObject({ state: 'finished', outcome: { kind: 'exited', code: 0 } });
    expect(shown.votes).toHaveLength(1);
  });

  test('a person confirms their own command by typing the word', async () => {
    using gate = new Gate();
    const session = gate.session(['--', 'rmdir', 'nothing-here']);
    await typeAt(session, 'to run it:', 'nothing-here');
    const seen = await session.ended;
    expect(seen.screen).toContain('rmdir: failed to remove');
    expect(seen.status).toBe(1);
  });
});

import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { sitDown } from '../kit/people.ts';

const ISSUE = ['token', 'create', '--agent', 'deploy-bot', '--owner', 'bob'] as const;

/** Bob operates this one; alice is somebody else. */
function operated(by = 'bob'): Gate {
  const gate = new Gate();
  sitDown(gate, by, { operators: ['bob'], sre: ['alice', 'bob'] });
  return gate;
}

describe('gate token', () => {
  test('makes one that is shown once, lists it without, and takes it back', async () => {
    using gate = operated();
    const made = await gate.person([...ISSUE, '--for', '7d', '--from', '10.0.0.0/8']);
    expect(made.status).toBe(0);
    const token = /gate_([0-9a-f]{10})_([0-9a-f]{72})/.exec(made.screen.replace(/\r?\n/g, ''));
    const [, id = '', secret = 'none'] = token ?? [];
    expect(made.screen).toContain('it is not shown again');
    const listed = await gate.person(['token', 'list']);
    expect(listed.screen).toContain(`${id}  agent:deploy-bot@bob  run`);
    expect(listed.screen).toContain('7d left');
    expect(listed.screen).not.toContain(secret.slice(0, 16));
    const data = JSON.parse((await gate.agent(['token', 'list', '--json'])).stdout);
    expect(data).toMatchObject({
      schema_version: 1,
      tokens: [
        { id, principal: 'agent:deploy-bot@bob', owner: 'person:bob', scopes: ['run'], networks: ['10.0.0.0/8'] },
      ],
    });
    expect(await gate.person(['token', 'revoke', id])).toMatchObject({ status: 0 });
    expect(await gate.person(['token', 'revoke', id])).toMatchObject({ status: 64 });
    const log = await gate.agent(['audit', 'show', '--json']);
    expect(log.stdout).not.toContain(secret.slice(0, 16));
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });

  test('is for operators, in person: 77, and nothing is recorded', async () => {
    using gate = operated('alice');
    const stranger = await gate.person(ISSUE);
    expect(stranger).toMatchObject({ status: 77, screen: expect.stringContaining('not in the group `operators`') });
    using own = operated();
    expect(await own.agent(ISSUE)).toMatchObject({ status: 77, stderr: expect.stringContaining('is not a person') });
    expect(await own.agent(ISSUE, { env: { CLAUDECODE: '' } })).toMatchObject({ status: 77 });
    expect((await own.agent(['token', 'list', '--json'])).stdout).toContain('"tokens":[]');
    using nobodys = new Gate();
    expect(await nobodys.person(ISSUE)).toMatchObject({ status: 77, screen: expect.stringContaining('no `people`') });
  });

  test('says what is missing: 64', async () => {
    using gate = operated();
    for (const args of [
      ['--agent', 'x'],
      ['--owner', 'bob'],
      ['--agent', 'x', '--pipeline', 'y', '--owner', 'bob'],
    ]) {
      const ran = await gate.person(['token', 'create', ...args]);
      expect(ran).toMatchObject({ status: 64, screen: expect.stringContaining('whose token?') });
    }
  });
});

import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const me = userInfo().username;

function configured(gate: Gate, text: string): void {
  writeFileSync(join(gate.home, 'config.yaml'), `version: 1\n${text}`, { mode: 0o600 });
}

/** Me under a name of my own, and somebody else. */
const TWO = `people:\n  ann: { os: ["${me}"] }\n  bob: { os: [bob-of-tests] }\n`;

const holdFor = (from: string) =>
  `${ALLOW}rules:\n  - { id: ask, match: { tool: touch }, decision: hold, approvers: { from: [${from}], count: 1 } }\n`;

describe('with people in config.yaml', () => {
  test('the owner of an agent approves under the name of the directory, and it is called an approval', async () => {
    using gate = new Gate(holdTouch());
    configured(gate, TWO);
    const id = await gate.ask(TOUCH);
    const seen = await gate.person(['approve', id]);
    expect(seen.screen).toContain('approved by person:ann');
    expect(seen.status).toBe(0);
    expect(await gate.agent(TOUCH)).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
  });

  test('an agent with a name of its own asks under it', async () => {
    using gate = new Gate(holdTouch());
    configured(gate, `${TWO}agents:\n  deploy-bot: { match: "agent:claude-code@*", owner: bob }\n`);
    const id = await gate.ask(TOUCH);
    expect((await gate.record(id))['principal']).toBe('agent:deploy-bot@bob');
    const seen = await gate.person(['approve', id]);
    expect(seen.screen).toContain('it asks owners, and you are not one of them');
    expect(seen.status).toBe(77);
  });

  test('somebody who left the group while it waited does not count, and nothing runs', async () => {
    using gate = new Gate(holdFor('sre'));
    configured(gate, `${TWO}groups: { sre: [ann, bob] }\n`);
    const id = await gate.ask(TOUCH);
    expect(await gate.person(['approve', id])).toMatchObject({ status: 0 });
    configured(gate, `${TWO}groups: { sre: [bob] }\n`);
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toContain('asks for more than was given');
    expect(ran.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });

  test('somebody who left before the vote is told so, while the request waits', async () => {
    using gate = new Gate(holdFor('sre'));
    configured(gate, `${TWO}groups: { sre: [ann, bob] }\n`);
    const waiter = gate.start(TOUCH);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    configured(gate, `${TWO}groups: { sre: [bob] }\n`);
    const seen = await gate.person(['approve', requests[0].id]);
    expect(seen.screen).toContain('it asks sre, and you are not one of them');
    expect(seen.status).toBe(77);
    waiter.process.kill('SIGTERM');
    await waiter.ended;
  });

  test('a broken file stops every run with 78 and says where; doctor, help and audit go on', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--', 'true']);
    configured(gate, `${TWO}groups: { sre: [zoe] }\n`);
    const ran = await gate.agent(TOUCH);
    expect(ran.stderr).toContain('config.yaml:5:17: nobody is called `zoe`');
    expect(ran.status).toBe(78);
    expect(gate.has('marker')).toBe(false);
    expect(await gate.agent(['list'])).toMatchObject({ status: 78 });
    expect(await gate.agent(['doctor'])).toMatchObject({
      status: 78,
      stdout: expect.stringMatching(/^PROBLEM .*zoe/m),
    });
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
    expect(await gate.agent(['--help'])).toMatchObject({ status: 0 });
  });

  test('whoami names the groups, or says that the account is not named', async () => {
    using gate = new Gate(ALLOW);
    configured(gate, `${TWO}groups: { sre: [ann], dba: [bob] }\n`);
    const seen = await gate.person(['whoami']);
    expect(seen.screen).toMatch(/person:ann[\s\S]*groups {4}sre[\s\S]*as one of sre/);
    const { stdout } = await gate.agent(['whoami', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'agent', owner: 'person:ann', groups: [], votes: false });
    configured(gate, 'people: { bob: { os: [bob-of-tests] } }\n');
    const stranger = await gate.person(['whoami']);
    expect(stranger.screen).toContain(`person:${me}@${hostname()}`);
    expect(stranger.screen).toContain('the configuration does not name this account');
    expect(await gate.agent(['doctor'])).toMatchObject({
      stdout: expect.stringMatching(/^people +1 person and 0 groups in/m),
    });
  });
});

test('a fresh laptop is not a dead end: an agent asks, a second terminal approves as owner, with no configuration', async () => {
  using gate = new Gate(holdTouch());
  const waiter = gate.start(TOUCH);
  await waiter.says('waits as');
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
  const seen = await gate.person(['approve', requests[0].id]);
  expect(seen.screen).toContain('acknowledged by the owner');
  expect(seen.status).toBe(0);
  expect(await waiter.ended).toMatchObject({ status: 0 });
  expect(gate.has('marker')).toBe(true);
});

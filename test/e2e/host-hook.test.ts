import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { AGENT, ANN, BOB, Machine, possible } from '../kit/host.ts';

/** `gate hook` where a service decides: it judges and records, and the account's own policies count for nothing. */
describe.skipIf(!possible)('the hook in host mode (needs root and a mount namespace)', () => {
  let host: Machine;
  beforeAll(async () => {
    host = await new Machine().set();
    await host.serve();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const payload = (command: string, more: object = {}) =>
    JSON.stringify({
      ...{
        hook_event_name: 'PreToolUse',
        tool_name: 'Bash',
        cwd: host.work,
        session_id: 's-1',
        tool_use_id: 'toolu_1',
      },
      tool_input: { command, description: 'what the agent says' },
      ...more,
    });
  const hook = (uid: number, command: string) => host.gate(uid, ['hook', 'claude'], { input: payload(command) });
  const lineOf = (stdout: string): string => JSON.parse(stdout).hookSpecificOutput.updatedInput.command;
  const calls = async () => {
    const { stdout } = await host.gate(ANN, ['audit', 'tail', '-n', '200', '--json']);
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return lines.filter(({ type }) => type === 'call.seen');
  };

  test('lets pass what the service allows, and it is in the record of the service', async () => {
    expect(await hook(AGENT, 'ls -la')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const [seen] = (await calls()).slice(-1);
    expect(seen.payload).toMatchObject({
      command: 'ls -la',
      answer: 'passed',
      principal: { id: 'agent:deploy@ann', owner: 'person:ann', known: 'os', harness: 'claude-code' },
      claimed: { hook: 'claude', tool: 'Bash', session: 's-1', tool_use: 'toolu_1' },
      cwd: host.work,
    });
  });

  test('hands the rest over, and the run names the call; what the agent said is its intent', async () => {
    const file = join(host.work, 'x');
    const { status, stdout } = await hook(AGENT, `rm -f ${file}`);
    expect(status).toBe(0);
    const line = lineOf(stdout);
    expect(line).toMatch(new RegExp(`^${GATE} --call \\d+ -- rm -f `));
    const index = Number(/--call (\d+)/.exec(line)?.[1]);
    expect((await calls()).at(-1)).toMatchObject({ index, payload: { answer: 'rewritten' } });
    const asked = await host.gate(AGENT, ['--no-wait', '--call', String(index), '--', 'rm', '-f', file]);
    const id = asked.stdout.trim();
    const shown = JSON.parse((await host.gate(BOB, ['show', id, '--json'])).stdout);
    expect(JSON.stringify(shown)).toContain('what the agent says');
    // Its own line is not asked about again, nor recorded.
    const before = (await calls()).length;
    expect(await hook(AGENT, line)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect((await calls()).length).toBe(before);
    // Nobody else takes the call for theirs.
    const stolen = await host.gate(BOB, ['--no-wait', '--call', String(index), '--', 'rm', '-f', file]);
    expect(stolen).toMatchObject({
      status: 64,
      stderr: expect.stringContaining(`no tool call of yours is recorded as ${index}`),
    });
  });

  test('blocks what is denied, with the rule', async () => {
    const ended = await hook(AGENT, 'mkfs /dev/sdz');
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/denied by policy[\s\S]*disks/);
    expect((await calls()).at(-1)?.payload).toMatchObject({ answer: 'blocked' });
  });

  test('of a person’s own agent is that agent’s, whatever the process says', async () => {
    await hook(BOB, 'ls');
    expect((await calls()).at(-1)?.payload.principal).toMatchObject({
      kind: 'agent',
      owner: 'person:bob',
      known: 'claimed',
      harness: 'claude-code',
    });
  });

  test('that holds a secret is recorded without it', async () => {
    await hook(AGENT, 'PGPASSWORD=hunter2secret psql -c "select 1"');
    expect(JSON.stringify((await calls()).at(-1))).not.toContain('hunter2secret');
  });

  test('blocks everything when the service is not there', async () => {
    await host.end();
    const ended = await hook(AGENT, 'ls');
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('blocked');
  });
});

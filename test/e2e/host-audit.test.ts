import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, ANN, BOB, Machine, OTHER, possible } from '../kit/host.ts';

/** The record of a service, read by people of other accounts. */
describe.skipIf(!possible)('the record in host mode (needs root and a mount namespace)', () => {
  let host: Machine;
  let id = '';
  beforeAll(async () => {
    host = await new Machine().set();
    await host.serve();
    await host.gate(AGENT, ['--', 'true']);
    id = (await host.gate(AGENT, ['--no-wait', '-m', 'old', '--', 'rm', '-f', 'x'])).stdout.trim();
    await host.person(BOB, ['deny', id, '-m', 'not today']).ended;
    const payload = { hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: host.work, session_id: 'session-one' };
    const input = JSON.stringify({ ...payload, tool_input: { command: 'ls' } });
    await host.gate(AGENT, ['hook', 'claude'], { input });
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const data = async (uid: number, args: readonly string[]) => {
    const { stdout } = await host.gate(uid, args);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  test('is tailed and shown, by index and by request', async () => {
    const newest = await data(ANN, ['audit', 'tail', '-n', '3', '--json']);
    expect(newest).toHaveLength(3);
    expect(newest.at(-1)).toMatchObject({ type: 'call.seen' });
    const [genesis] = await data(ANN, ['audit', 'show', '0', '--json']);
    expect(genesis).toMatchObject({ index: 0, type: 'log.created' });
    const request = await data(BOB, ['audit', 'show', id.slice(-8), '--json']);
    expect(request.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['request.submitted', 'request.decided', 'vote.cast', 'request.denied']),
    );
    expect(await host.gate(ANN, ['audit', 'show', 'ffffffff'])).toMatchObject({ status: 64 });
  });

  test('verifies from afar, and an export of it verifies anywhere', async () => {
    const [verdict] = await data(ANN, ['audit', 'verify', '--json']);
    expect(verdict).toMatchObject({ sound: true, log: expect.stringMatching(/^gate\//) });
    const { stdout } = await host.gate(ANN, ['audit', 'export']);
    const file = join(host.home, 'export.jsonl');
    writeFileSync(file, stdout, { mode: 0o644 });
    const [again] = await data(AGENT, ['audit', 'verify', '--json', file]);
    expect(again).toMatchObject({ sound: true, size: verdict?.['size'], root: verdict?.['root'] });
    const part = await host.gate(ANN, ['audit', 'export', '--from', '2', '--to', '3']);
    expect(part.stdout.trim().split('\n')).toHaveLength(4);
  });

  test('is told as the sessions of agents, and as figures', async () => {
    const [sessions] = await data(ANN, ['audit', 'session', '--json']);
    expect(JSON.stringify(sessions)).toContain('session-one');
    const [session] = await data(ANN, ['audit', 'session', 'session-o', '--json']);
    expect(JSON.stringify(session)).toContain('"ls"');
    const [report] = await data(BOB, ['report', 'approvals', '--json']);
    expect(JSON.stringify(report)).toContain('person:bob');
  });

  test('is not for those who are nobody in the directory; nothing of their own is shown in its place', async () => {
    for (const args of [
      ['audit', 'tail'],
      ['audit', 'verify'],
      ['audit', 'session'],
      ['report', 'approvals'],
    ]) {
      const ended = await host.gate(OTHER, args);
      expect(ended).toMatchObject({ stdout: '', stderr: expect.stringContaining('may not do this here') });
      expect(ended.status).not.toBe(0);
    }
    const simulated = await host.gate(ANN, ['policy', 'simulate']);
    expect(simulated).toMatchObject({
      status: 64,
      stdout: '',
      stderr: expect.stringContaining('a service decides and records here'),
    });
  });

  test('gate explain says what the service would decide, and records nothing', async () => {
    const before = (await data(ANN, ['audit', 'verify', '--json']))[0]?.['size'];
    const [explained] = await data(AGENT, ['explain', '--json', '--', 'rm', '-f', 'x']);
    expect(explained).toMatchObject({ decision: 'hold', rules: ['removes'], actions: [{ tool: 'rm' }] });
    expect((await host.gate(AGENT, ['explain', '--', 'rm', '-f', 'x'])).stdout).toContain('it removes something');
    expect((await data(ANN, ['audit', 'verify', '--json']))[0]?.['size']).toBe(before);
    expect(await host.gate(AGENT, ['explain', '--batch'])).toMatchObject({ status: 64, stdout: '' });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS, type SchemaName } from '../../src/cli/schemas.ts';
import { GATE, Gate } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

/** Fails when the text is not exactly one JSON value of the published shape. */
function shaped(name: SchemaName, text: string): Record<string, unknown> {
  const value = JSON.parse(text);
  const result = SCHEMAS[name].safeParse(value);
  expect(result.error?.issues ?? [], `${name}: ${text.slice(0, 500)}`).toEqual([]);
  return value;
}

describe('what gate prints as JSON has the published shape', () => {
  test('list, empty and full; show in every state on the way; whoami; audit verify', async () => {
    using gate = new Gate(holdTouch());
    expect(shaped('list', (await gate.agent(['list', '--json'])).stdout)).toMatchObject({ requests: [] });
    const id = await gate.ask(['-m', 'why', '--ticket', 'T-1', '--', 'touch', 'marker']);
    const show = async () => shaped('show', (await gate.agent(['show', id, '--json'])).stdout);
    expect(await show()).toMatchObject({ state: 'pending', request: { intent: 'why', ticket: 'T-1' } });
    await gate.person(['question', id, '-m', 'which?']);
    expect(await show()).toMatchObject({ state: 'questioned', question: { text: 'which?' } });
    await gate.agent(['answer', id, '-m', 'this']);
    await gate.person(['approve', id, '-m', 'fine']);
    expect(await show()).toMatchObject({ state: 'granted', votes: [{ text: 'fine' }] });
    await gate.agent(['--resume', id]);
    const record = await show();
    expect(record).toMatchObject({ state: 'finished', outcome: { kind: 'exited', code: 0 } });
    expect((record['events'] as { type: string }[]).map(({ type }) => type)).toEqual([
      'request.submitted',
      'request.decided',
      'question.asked',
      'question.answered',
      'vote.cast',
      'request.granted',
      'run.started',
      'run.finished',
    ]);
    await gate.agent(['--', 'true']);
    const all = shaped('list', (await gate.agent(['list', '--all', '--json'])).stdout);
    expect(all['requests']).toHaveLength(2);
    shaped('whoami', (await gate.agent(['whoami', '--json'])).stdout);
    shaped('whoami', (await gate.person(['whoami', '--json'])).screen);
    expect(shaped('audit-verify', (await gate.agent(['audit', 'verify', '--json'])).stdout)).toMatchObject({
      sound: true,
    });
  });

  test('every line of --events, whatever the end', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(['--events', 'events', '--', 'touch', 'marker']);
    await waiter.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    await gate.person(['deny', requests[0].id, '-m', 'no']);
    await waiter.ended;
    for (const command of [['true'], ['sh', '-c', 'kill -9 $$'], ['no-such-command'], ['/etc']]) {
      await gate.agent(['--events', 'events', '--', ...command]);
    }
    gate.policy('nonsense');
    await gate.agent(['--events', 'events', '--', 'true']);
    const lines = readFileSync(join(gate.home, 'events'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) shaped('events', line);
  });

  test('explain, and every line of explain --batch, errors included', async () => {
    using gate = new Gate();
    const one = await gate.agent(['explain', '--json', '--', 'kubectl', 'delete', 'ns', 'payments']);
    expect(shaped('explain', one.stdout)).toMatchObject({ decision: 'hold' });
    const rows = ['{"id":1,"argv":["ls"]}', '{"id":"b","shell":"rm -rf /"}', 'no json', '{"argv":[]}'];
    const batch = await gate.agent(['explain', '--batch'], { stdin: `${rows.join('\n')}\n` });
    const answers = batch.stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(4);
    for (const answer of answers) shaped('explain', answer);
    expect(JSON.parse(answers[1]!)).toMatchObject({ id: 'b' });
  });

  test('a broken log, as audit verify says it', async () => {
    using gate = new Gate();
    await gate.agent(['--', 'true']);
    const exported = (await gate.agent(['audit', 'export'])).stdout.split('\n');
    writeFileSync(join(gate.home, 'export'), exported.toSpliced(2, 1).join('\n'));
    const { stdout, status } = await gate.agent(['audit', 'verify', 'export', '--json']);
    expect(shaped('audit-verify', stdout)).toMatchObject({ sound: false });
    expect(status).not.toBe(0);
  });

  test('gate schema prints the one it is asked for, without touching the log', async () => {
    using gate = new Gate();
    const { stdout, status } = await gate.agent(['schema', 'events']);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('2020-12') });
    expect(status).toBe(0);
    expect(gate.has('audit.db')).toBe(false);
    const unknown = await gate.agent(['schema', 'nope']);
    expect(unknown.stderr).toMatch(/there is no schema `nope`\n {2}there are (?:[a-z-]+, )+whoami\n/);
    expect(unknown.status).toBe(64);
  });
});

describe('for people', () => {
  test('an empty list says so, and how to see more', async () => {
    using gate = new Gate();
    expect(await gate.agent(['list'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringContaining('nothing waits'),
    });
  });

  test('show puts what gate computed first and the words of the requester last, marked as theirs', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['-m', 'trust me\u001b[2J', '--', 'touch', 'marker']);
    const { stdout } = await gate.agent(['show', id]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^intent +trust me/);
    expect(stdout.indexOf('does')).toBeLessThan(stdout.indexOf('intent'));
  });

  test('the help of gate itself goes to stdout with 0', async () => {
    const { execFileSync } = await import('node:child_process');
    expect(execFileSync(GATE, ['--help'], { encoding: 'utf8' })).toContain('gate [options] -- COMMAND');
    expect(execFileSync(GATE, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+/);
  });
});

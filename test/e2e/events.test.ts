import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

type Line = { event: string; [field: string]: unknown };

function lines(text: string): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const names = (text: string) => lines(text).map(({ event }) => event);

describe('--events and --json', () => {
  test('an allowed run: submitted, started, finished, to a file', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.agent(['--events', 'events', '--', 'sh', '-c', 'echo out; echo err >&2; exit 3']);
    expect(ran).toMatchObject({ status: 3, stdout: 'out\n', stderr: 'err\n' });
    const text = readFileSync(join(gate.home, 'events'), 'utf8');
    expect(names(text)).toEqual(['submitted', 'started', 'finished']);
    expect(lines(text).at(-1)).toMatchObject({ schema_version: 1, ran: true, reason: 'exited', status: 3 });
    expect(new Set(lines(text).map(({ request }) => request)).size).toBe(1);
  });

  test('to a descriptor, which the command does not inherit', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell('"$gate" --events 7 -- sh -c "ls /proc/self/fd; echo forged >&7" 7>events');
    expect(ran.status).not.toBe(0);
    expect(ran.stdout.split('\n')).not.toContain('7');
    const text = readFileSync(join(gate.home, 'events'), 'utf8');
    expect(names(text)).toEqual(['submitted', 'started', 'finished']);
  });

  test('a reader that goes away does not stop the command', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.shell('"$gate" --events 7 -- sh -c "sleep 0.2; echo done" 7> >(exec true)');
    expect(ran).toMatchObject({ status: 0, stdout: 'done\n' });
  });

  test('several runs append to one file', async () => {
    using gate = new Gate(ALLOW);
    await gate.agent(['--events=events', '--', 'true']);
    await gate.agent(['--events=events', '--', 'false']);
    const text = readFileSync(join(gate.home, 'events'), 'utf8');
    expect(names(text)).toEqual(['submitted', 'started', 'finished', 'submitted', 'started', 'finished']);
  });

  test('with --json nothing stands between `started` and the end but the command itself', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.agent(['--json', '--', 'sh', '-c', 'echo one >&2; sleep 0.1; echo two >&2; kill -TERM $$']);
    expect(ran.signal).toBe('SIGTERM');
    expect(ran.stdout).toBe('');
    const [submitted, started, one, two, finished, ...more] = ran.stderr.trimEnd().split('\n');
    expect(JSON.parse(submitted!)).toMatchObject({ event: 'submitted', decision: 'allow', mode: 'enforce' });
    expect(JSON.parse(started!)).toMatchObject({ event: 'started' });
    expect([one, two]).toEqual(['one', 'two']);
    expect(JSON.parse(finished!)).toMatchObject({
      event: 'finished',
      ran: true,
      reason: 'signaled',
      signal: 15,
      status: 143,
    });
    expect(more).toEqual([]);
  });

  test('a held request: submitted, waiting, question, pending; then answered, granted, started, finished', async () => {
    using gate = new Gate(holdTouch());
    const first = gate.start(['--json', '--', 'touch', 'marker']);
    await first.says('"waiting"');
    const { request } = lines(first.stderr())[0]!;
    await gate.person(['question', String(request), '-m', 'why?']);
    expect(names((await first.ended).stderr)).toEqual(['submitted', 'waiting', 'question', 'pending']);
    await gate.agent(['answer', String(request), '-m', 'tests']);
    const second = gate.start(['--json', '--', 'touch', 'marker']);
    await second.says('"waiting"');
    await gate.person(['approve', String(request)]);
    const { stderr, status } = await second.ended;
    expect(names(stderr)).toEqual(['submitted', 'waiting', 'granted', 'started', 'finished']);
    expect(lines(stderr).at(-1)).toMatchObject({ request, ran: true, status: 0 });
    expect(lines(stderr)[2]).toMatchObject({ request, by: [expect.stringMatching(/^person:/)] });
    expect(status).toBe(0);
  });

  test.each([
    ['a denial', 'version: 1\npacks: []\ndefault: deny\n', ['touch', 'marker'], 'refused', 'rule', 77],
    ['a missing command', ALLOW, ['no-such-command-here'], 'failed', 'not_found', 127],
    ['a directory', ALLOW, ['/etc'], 'failed', 'not_executable', 126],
    ['a bad policy', 'version: 1\nx: 1\n', ['true'], 'failed', 'policy_invalid', 78],
  ])('%s: the last line says that nothing ran, and why', async (_, policy, command, event, reason, status) => {
    using gate = new Gate(policy);
    const ran = await gate.agent(['--json', '--', ...command]);
    expect(lines(ran.stderr).at(-1)).toMatchObject({
      event,
      ran: false,
      reason,
      status,
      message: expect.stringMatching(/./),
    });
    expect(ran).toMatchObject({ status, stdout: '' });
  });

  test('a mistake in the command line is data too when --json was asked for', async () => {
    using gate = new Gate(ALLOW);
    const ran = await gate.agent(['--json', '--no-such-option', '--', 'true']);
    expect(lines(ran.stderr)).toMatchObject([{ event: 'failed', ran: false, reason: 'usage', status: 64 }]);
    expect(ran.status).toBe(64);
  });

  test('--no-wait with --json still prints nothing but the id on stdout', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(['--json', '--no-wait', '--', 'touch', 'marker']);
    expect(ran.stdout).toBe(`${String(lines(ran.stderr)[0]!['request'])}\n`);
    expect(lines(ran.stderr).at(-1)).toMatchObject({ event: 'pending', ran: false, reason: 'pending', status: 75 });
  });

  test('attached to another request, every line from the waiting on names that one', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const ran = await gate.agent(['--json', '--timeout', '1s', '--', 'touch', 'marker']);
    expect(lines(ran.stderr).at(-1)).toMatchObject({ request: id, reason: 'pending' });
    expect(lines(ran.stderr).find(({ event }) => event === 'waiting')).toMatchObject({ request: id });
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { typeAt } from '../kit/person.ts';
import { ALLOW, CONFIRM } from '../kit/policies.ts';

describe('what would change, as the record has it', () => {
  test('the person who confirms sees it before the word is asked for, and it is recorded before they answer', async () => {
    using gate = new Gate(CONFIRM);
    mkdirSync(join(gate.home, 'logs'));
    for (const name of ['a', 'b']) writeFileSync(join(gate.home, 'logs', name), 'x'.repeat(700));
    const session = gate.session(['--', 'rm', '-rf', 'logs']);
    await session.sees('rm: 2 files, 1.4 kB, looked at');
    await typeAt(session, 'to run it: ', 'something else');
    expect((await session.ended).status).toBe(77);
    expect(gate.has('logs/a')).toBe(true);
    const { requests } = JSON.parse((await gate.person(['list', '--all', '--json'])).screen);
    const { events } = await gate.record(requests[0].id);
    expect(events.map(({ type }) => type)).toEqual([
      'request.submitted',
      'request.decided',
      'request.previewed',
      'request.denied',
    ]);
  });

  test('a denied request is never looked at, nor is one that is only explained', async () => {
    using gate = new Gate(`${ALLOW}rules:\n  - { id: no-rm, match: { tool: rm }, decision: deny, reason: never }\n`);
    expect((await gate.agent(['--', 'rm', '-rf', gate.home])).status).toBe(77);
    expect((await gate.agent(['explain', '--', 'rm', '-rf', gate.home])).stdout).not.toContain('files');
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    const { events } = await gate.record(requests[0].id);
    expect(events.map(({ type }) => type)).toEqual(['request.submitted', 'request.decided']);
  });

  test('what has no preview says so', async () => {
    using gate = new Gate(CONFIRM);
    const session = gate.session(['--', 'touch', 'x']);
    await session.sees('touch: no preview exists for this');
    await typeAt(session, 'to run it: ', 'no');
    await session.ended;
  });
});

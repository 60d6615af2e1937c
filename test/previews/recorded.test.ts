import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { typeAt } from '../kit/person.ts';
import { ALLOW, CONFIRM } from '../kit/policies.ts';

const HOLD = `${ALLOW}rules:
  - { id: ask-rm, match: { tool: rm }, decision: hold, approvers: { from: [owners], count: 1 }, reason: files are kept }
`;

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

  test('an approver sees it on the card before the question; the agent that asked never does', async () => {
    using gate = new Gate(HOLD);
    mkdirSync(join(gate.home, 'logs'));
    writeFileSync(join(gate.home, 'logs', 'a\x1b[2J\nb'), 'x'.repeat(700));
    writeFileSync(join(gate.home, 'logs', 'c'), '');
    const id = await gate.ask(['--', 'rm', '-rf', 'logs']);
    const before = await gate.agent(['show', id]);
    expect(before.stdout).toContain('what a preview finds is for those who are asked');
    expect((await gate.record(id)).events.map(({ type }) => type)).toEqual(['request.submitted', 'request.decided']);
    const shown = await gate.person(['show', id]);
    expect(shown.screen).toContain('rm: 2 files, 700 B');
    expect(shown.screen).toContain('request.previewed');
    expect(shown.screen.replace(/\\?\r?\n {2,}/g, '')).toContain('a\\x1b[2J\\nb, 700 B');
    const approved = await gate.person(['approve', id]);
    expect(approved.status).toBe(0);
    expect(approved.screen).toContain('rm: 2 files, 700 B');
    for (const words of [
      ['show', id],
      ['show', id, '--json'],
      ['list', '--json'],
    ]) {
      const ran = await gate.agent(words);
      expect(ran.stdout).not.toContain('700 B');
    }
    const types = (await gate.record(id)).events.map(({ type }) => type);
    expect(types.slice(2)).toEqual(['request.previewed', 'vote.cast', 'request.granted']);
  });

  test('the inbox looks at the request under the cursor, and shows it with the card', async () => {
    using gate = new Gate(HOLD);
    mkdirSync(join(gate.home, 'logs'));
    writeFileSync(join(gate.home, 'logs', 'a'), 'x'.repeat(700));
    const id = await gate.ask(['--', 'rm', '-rf', 'logs']);
    const session = gate.session(['inbox'], { rows: 90, cols: 160 });
    await session.sees('rm: 1 file, 700 B');
    session.type('q');
    await session.ended;
    const types = (await gate.record(id)).events.map(({ type }) => type);
    expect(types.filter((type) => type === 'request.previewed')).toHaveLength(1);
  });

  test('what could not be found out is tried once more, and never a third time', async () => {
    using gate = new Gate(HOLD);
    const id = await gate.ask(['--', 'bash', '-c', 'rm -rf logs/*']);
    for (let look = 0; look < 3; look++) await gate.person(['show', id]);
    const last = await gate.person(['show', id]);
    expect(last.screen).toContain('looked at twice; it is not tried again');
    const types = (await gate.record(id)).events.map(({ type }) => type);
    expect(types.filter((type) => type === 'request.previewed')).toHaveLength(2);
  });

  test('a configured credential is used for those who are asked; a file that others can write is not believed', async () => {
    using gate = new Gate(`${ALLOW}rules:
  - { id: ask, match: { tool: psql }, decision: hold, approvers: { from: [owners], count: 1 }, reason: data }
`);
    const config = join(gate.home, 'config.yaml');
    const write = (text: string, mode: number) => {
      writeFileSync(config, text);
      chmodSync(config, mode);
    };
    const psql = `version: 1\npreviews:\n  psql: { service: look, service_file: ${gate.home}/services }\n`;
    writeFileSync(join(gate.home, 'services'), '[look]\nhost=127.0.0.1\nport=1\ndbname=shop\nuser=x\n', {
      mode: 0o600,
    });
    write(psql, 0o600);
    const ask = () => gate.ask(['--', 'psql', '-h', '127.0.0.1', '-p', '1', '-d', 'shop', '-c', 'drop table users']);
    const id = await ask();
    // Nobody listens there: the credential was taken, and says so.
    expect((await gate.person(['show', id])).screen).toContain('psql said: psql: error: connection');
    write(`${psql}  aws: { profile: x }\n`, 0o600);
    const wrong = await gate.person(['show', id]);
    expect(wrong.status).toBe(78);
    expect(wrong.screen).toContain('config.yaml:4:');
    write(psql, 0o622);
    const open = await gate.person(['show', id]);
    expect(open.status).toBe(78);
    expect(open.screen).toContain('can be written by others');
  });
});

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { atInbox } from '../kit/inbox.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const SIZES = [
  { cols: 80, rows: 24 },
  { cols: 140, rows: 40 },
];

const HOLD_RM = `${ALLOW}rules:
  - id: ask-rm
    match: { tool: rm }
    decision: hold
    approvers: { from: [owners], count: 1 }
    reason: files are removed by people
`;

describe.each(SIZES)('an inbox of $cols x $rows', (size) => {
  test('shows what an agent asks for, and a yes lets it run', async () => {
    using gate = new Gate(holdTouch());
    const inbox = atInbox(gate, size);
    await inbox.shows('nothing waits');
    const waiter = gate.start(['-m', 'for the tests', '--', 'touch', 'marker']);
    await inbox.shows(/> .* touch marker/);
    await inbox.shows('1 waits');
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    await inbox.shows('granted by person:');
    expect(await waiter.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
    expect((await inbox.quits()).status).toBe(0);
  });

  test('what is grave takes the code of the card', async () => {
    using gate = new Gate(HOLD_RM);
    const waiter = gate.start(['--', 'rm', '-f', 'marker']);
    const inbox = atInbox(gate, size);
    await inbox.shows('rm -f marker');
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    await inbox.shows('nothing was decided');
    const [, code] = /code (\w{3}-\w{3})/.exec(inbox.shown().text) ?? [];
    inbox.type(`${code}\r`);
    await inbox.shows('granted by person:');
    expect(await waiter.ended).toMatchObject({ status: 0 });
    await inbox.quits();
  });

  test('a no has a reason, which the agent reads', async () => {
    using gate = new Gate(holdTouch());
    const waiter = gate.start(['--', 'touch', 'marker']);
    const inbox = atInbox(gate, size);
    await inbox.shows('touch marker');
    await inbox.answers('d', 'not on a Friday\r');
    await inbox.shows(/denied by person:\S+ at [\d:]+Z: not on a Friday/);
    const ran = await waiter.ended;
    expect(ran.stderr).toContain('not on a Friday');
    expect(ran.status).toBe(77);
    await inbox.quits();
  });
});

describe('an inbox', () => {
  test('asks back, shows the answer, and approves then', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    await inbox.shows('touch marker');
    await inbox.answers('t', 'which ticket?\r');
    await inbox.shows(/asked at [\d:]+Z: which ticket/);
    expect(await gate.person(['answer', id, '-m', 'OPS-7'])).toMatchObject({ status: 0 });
    await inbox.shows('OPS-7');
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    await inbox.shows('granted by person:');
    expect((await gate.record(id)).state).toBe('granted');
    await inbox.quits();
  });

  test('UI-11 closes its panel when somebody else decides, and says who and when', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    await inbox.readsCard();
    await inbox.until('a', 'APPROVE');
    expect(await gate.person(['deny', id, '-m', 'no'])).toMatchObject({ status: 0 });
    await inbox.shows(/changed: denied by person:\S+ at [\d:]+Z: no; you decided nothing/);
    inbox.type('y\r');
    await inbox.escapes();
    await inbox.shows(/denied by person:\S+ at/);
    expect((await gate.record(id)).state).toBe('denied');
    await inbox.quits();
  });

  test('survives another size, and a panel goes deaf with it', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate, { cols: 140, rows: 50 });
    await inbox.readsCard();
    inbox.resize(80, 24);
    await inbox.shows(/-{80}/);
    await inbox.shows('touch marker');
    await inbox.readsCard();
    await inbox.answers('a', 'y');
    await inbox.shows(/^: y_$/m);
    inbox.resize(100, 30);
    await inbox.shows(/^: _$/m);
    inbox.type('\r');
    await inbox.shows('not the same as y: nothing was decided');
    inbox.resize(20, 5);
    await inbox.shows('too small: 20x5');
    expect((await gate.record(id)).state).toBe('pending');
    inbox.resize(80, 24);
    await inbox.escapes();
    expect((await inbox.quits()).status).toBe(0);
  });

  test('stops with Ctrl-Z like any program, and draws its panel anew when it is back', async () => {
    using gate = new Gate(holdTouch());
    await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate, { command: ['/bin/bash', '--norc', '-ic', 'set -m; "$0" "$@"; fg; echo over', GATE] });
    await inbox.readsCard();
    await inbox.until('a', 'APPROVE');
    inbox.type('\x1a');
    await inbox.sees('Stopped');
    await inbox.shows(/^: _$/m);
    await inbox.escapes();
    expect((await inbox.quits()).screen).toContain('over');
  });

  test('with NO_COLOR has no colour, and the cursor is still seen', async () => {
    using gate = new Gate(holdTouch());
    await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate, { env: { NO_COLOR: '1' } });
    await inbox.shows(/^> .*touch marker/m);
    expect(inbox.screen()).not.toMatch(/\x1b\[[\d;]*m/);
    await inbox.quits();
  });

  test('says that the record is lost, decides nothing meanwhile, and goes on when it is back', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    await inbox.readsCard();
    const database = join(gate.home, 'audit.db');
    for (const end of ['', '-wal', '-shm']) renameSync(database + end, `${database}${end}.away`);
    await inbox.shows('THE RECORD CANNOT BE REACHED');
    await inbox.until('a', 'nothing can be decided now');
    for (const end of ['-shm', '-wal', '']) renameSync(`${database}${end}.away`, database + end);
    await inbox.shows('1 waits');
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    await inbox.shows('granted by person:');
    expect((await gate.record(id)).state).toBe('granted');
    await inbox.quits();
  });

  test('gives the terminal to the question for a passphrase, and takes it back', async () => {
    using gate = new Gate(holdTouch({ approvers: 'evidence: factor' }));
    const enrolling = gate.session(['enroll', 'passphrase']);
    await enrolling.sees('characters or more: ');
    enrolling.type('correct horse battery\r');
    await enrolling.sees('the same again: ');
    enrolling.type('correct horse battery\r');
    expect((await enrolling.ended).status).toBe(0);
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    const asked = (times: number) => inbox.sees(() => inbox.screen().split('your passphrase: ').length > times);
    await asked(1);
    inbox.type('wrong words here\r');
    await inbox.shows('not recorded: that is not the passphrase');
    await inbox.answers('a', 'y\r');
    await asked(2);
    inbox.type('correct horse battery\r');
    await inbox.shows('granted by person:');
    expect(await gate.record(id)).toMatchObject({ state: 'granted', votes: [{ evidence: 'passphrase' }] });
    expect(inbox.screen()).not.toContain('horse');
    expect((await inbox.quits()).status).toBe(0);
  });

  test('is for people at a terminal: an agent gets 77 and the reason at once', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(['inbox']);
    expect(ran.stderr).toContain('is not a person, and only people vote');
    expect(ran.status).toBe(77);
  });

  test('rings and notifies when something new waits, in words of its own', async () => {
    using gate = new Gate(holdTouch());
    const inbox = atInbox(gate, { args: ['--bell', '--notify'] });
    await inbox.shows('nothing waits');
    await gate.ask(['--', 'touch', 'evil;title']);
    await inbox.sees(
      '\x07\x1b]9;gate: 1 request waits for people\x07\x1b]777;notify;gate;gate: 1 request waits for people\x07',
    );
    await inbox.quits();
  });

  test('runs under Node as well', async () => {
    using gate = new Gate(holdTouch());
    await gate.ask(['--', 'touch', 'marker']);
    const bundle = fileURLToPath(new URL('../../dist/gate.js', import.meta.url));
    const inbox = atInbox(gate, { command: [process.execPath, bundle] });
    await inbox.readsCard();
    await inbox.answers('a', 'y\r');
    await inbox.shows('granted by person:');
    expect((await inbox.quits()).status).toBe(0);
  });
});

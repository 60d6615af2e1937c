import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { atInbox } from '../kit/inbox.ts';
import { holdTouch } from '../kit/policies.ts';

const HOLD_RM = holdTouch().replaceAll('touch', 'rm');

describe('the inbox', () => {
  test('UI-09 a flood of one requester is one line, and rings once', async () => {
    using gate = new Gate(holdTouch());
    const inbox = atInbox(gate, { cols: 200, args: ['--bell'] });
    await inbox.shows('nothing waits');
    for (let index = 0; index < 8; index++) await gate.ask(['--', 'touch', `file-${index}`]);
    await inbox.shows(/[+-] 8 x touch \[write\] of agent:/);
    expect(inbox.screen().split('\x07').length - 1).toBe(1);
    await inbox.quits();
  });

  test('UI-10 the code of another request, or of no request, approves nothing', async () => {
    using gate = new Gate(HOLD_RM);
    const [one, other] = [await gate.ask(['--', 'rm', 'payments-a']), await gate.ask(['--', 'rm', 'payments-b'])];
    const inbox = atInbox(gate);
    await inbox.shows(/> .*rm payments-a/);
    await inbox.readsCard();
    await inbox.until('j', /> .*rm payments-b/);
    await inbox.readsCard();
    await inbox.until('a', 'APPROVE');
    const [, code = ''] = /code (\w{3}-\w{3})/.exec(inbox.shown().text) ?? [];
    await inbox.escapes();
    await inbox.until('k', /> .*rm payments-a/);
    await inbox.answers('a', `${code}\r`);
    await inbox.shows('nothing was decided');
    expect(await gate.record(one)).toMatchObject({ state: 'pending' });
    expect(await gate.record(other)).toMatchObject({ state: 'pending' });
    inbox.type('\x03');
    await inbox.ended;
  });

  test('UI-11 part: the inbox, not posted messages, which do not exist yet; a request that ended elsewhere cannot be decided from what is still on the screen', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    await inbox.readsCard();
    await inbox.answers('a', 'y');
    await inbox.shows(/^: y_$/m);
    expect(await gate.person(['deny', id, '-m', 'no'])).toMatchObject({ status: 0 });
    inbox.type('\r');
    await inbox.shows(/(changed|too late).*denied by person:/);
    const record = await gate.record(id);
    expect(record).toMatchObject({ state: 'denied' });
    inbox.type('\x03');
    await inbox.ended;
  });

  test('UI-14 SELF-02 Enter, keys typed ahead, and a tiny screen give no answer', async () => {
    using gate = new Gate(holdTouch());
    const id = await gate.ask(['--', 'touch', 'marker']);
    const inbox = atInbox(gate);
    inbox.type('ay\ry\r');
    await inbox.shows('no preview exists for this');
    await inbox.readsCard();
    inbox.type('\r\r');
    // The panel's key, and its answer, in one go: as a program types.
    inbox.type('ay\ry\r');
    await inbox.shows(/^: _$/m);
    inbox.type('\r\r');
    await inbox.shows('not the same as y: nothing was decided');
    inbox.resize(40, 12);
    await inbox.shows(/^ {2}variable of its environment$/m);
    inbox.type('y\r');
    await inbox.escapes();
    await inbox.until('a', 'too small to approve: 60x18 needed');
    inbox.type('y\r');
    expect((await gate.record(id)).state).toBe('pending');
    expect((await inbox.quits()).status).toBe(0);
  });

  test('warns where programs can type (part of SELF-03): tmux, screen, kitty, editors', async () => {
    using gate = new Gate(holdTouch());
    for (const [name, value, what] of [
      ['TMUX', '/tmp/tmux-0/default,1,0', 'tmux'],
      ['STY', '1.pts', 'screen'],
      ['KITTY_LISTEN_ON', 'unix:/tmp/kitty', 'kitty remote control'],
      ['VSCODE_IPC_HOOK_CLI', '/tmp/x', 'the editor'],
    ] as const) {
      const inbox = atInbox(gate, { env: { [name]: value } });
      await inbox.shows(`Keys can be typed here by programs, through ${what}`);
      await inbox.quits();
    }
  });
});

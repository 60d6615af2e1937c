import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { holdTouch } from '../kit/policies.ts';

const CODE = /([0-9a-f]{8}): .* asks for touch marker/;

describe('the inbox, line by line', () => {
  test('tells what comes, shows the card, asks, and lets it run', async () => {
    using gate = new Gate(holdTouch());
    const inbox = gate.session(['inbox', '--plain']);
    await inbox.sees('nothing waits');
    const waiter = gate.start(['--', 'touch', 'marker']);
    await inbox.sees(
      /new: [0-9a-f]{8}: agent:claude-code@\S+ asks for touch marker \[write\], waits \d+s, expires in \d+m/,
    );
    const [, code = ''] = CODE.exec(inbox.screen()) ?? [];
    inbox.type(`approve ${code}\ny\n`);
    await inbox.sees('typed too early, and dropped');
    await inbox.sees('command      touch marker');
    await inbox.sees('type y and Enter. Anything else leaves it.');
    expect((await gate.record(code)).state).toBe('pending');
    const trial = setInterval(() => inbox.type('y\n'), 300);
    await inbox.sees(/recorded: granted by person:\S+ at/).finally(() => clearInterval(trial));
    expect(await waiter.ended).toMatchObject({ status: 0 });
    await inbox.sees(/: granted and (started|finished) by person:/);
    inbox.type('quit\n');
    const seen = await inbox.ended;
    expect(seen.screen).not.toContain('\x1b');
    expect(seen.status).toBe(0);
  });

  test('takes a no with its reason, and a question', async () => {
    using gate = new Gate(holdTouch());
    const [one, other] = [await gate.ask(['--', 'touch', 'marker']), await gate.ask(['--', 'touch', 'other'])];
    const inbox = gate.session(['inbox', '--plain']);
    await inbox.sees('2 wait');
    inbox.type(`deny ${one.slice(-8)}\n`);
    await inbox.sees('why? deny CODE WHY');
    inbox.type(`deny ${one.slice(-8)} not on a Friday\n`);
    await inbox.sees(/denied by person:\S+ at \S+: not on a Friday/);
    inbox.type(`question ${other.slice(-8)} which ticket?\n`);
    await inbox.sees(/asked at \S+: which ticket\?/);
    expect(await gate.record(one)).toMatchObject({ state: 'denied' });
    expect(await gate.record(other)).toMatchObject({ state: 'questioned' });
    inbox.type('nonsense\n');
    await inbox.sees('`nonsense` is no command');
    inbox.type('\x04');
    expect((await inbox.ended).status).toBe(0);
  });

  test('takes anything but the code of what is grave for a no decision', async () => {
    using gate = new Gate(holdTouch().replaceAll('touch', 'rm'));
    const id = await gate.ask(['--', 'rm', '-f', 'marker']);
    const inbox = gate.session(['inbox', '--plain']);
    await inbox.sees('1 waits');
    inbox.type(`approve ${id.slice(-8)}\n`);
    await inbox.sees(/type the code \w{3}-\w{3}/);
    const trial = setInterval(() => inbox.type('y\n'), 300);
    await inbox.sees('nothing was decided').finally(() => clearInterval(trial));
    expect((await gate.record(id)).state).toBe('pending');
    inbox.type('quit\n');
    await inbox.ended;
  });

  test('is not for agents', async () => {
    using gate = new Gate(holdTouch());
    const ran = await gate.agent(['inbox', '--plain'], { stdin: 'quit\n' });
    expect(ran.stderr).toContain('is not a person, and only people vote');
    expect(ran.status).toBe(77);
  });
});

import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal, typeAt } from '../kit/person.ts';
import { CONFIRM } from '../kit/policies.ts';

const TOUCH = ['--', 'touch', 'marker'] as const;
const PROMPT = 'to run it:';

/** The terminal's own settings, as `stty -g` prints them. */
const SETTINGS = /^[0-9a-f]+(?::[0-9a-f]+){10,}/m;

describe('confirm, at the terminal of the person who asks', () => {
  test('the right word runs it', async () => {
    using gate = new Gate(CONFIRM);
    const session = gate.session(TOUCH);
    await typeAt(session, PROMPT, 'marker');
    expect(await session.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
    const { requests } = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'finished', decision: 'confirm' }]);
  });

  test('a wrong word does not: 77, not confirmed', async () => {
    using gate = new Gate(CONFIRM);
    const session = gate.session(TOUCH);
    await typeAt(session, PROMPT, 'yes');
    const seen = await session.ended;
    expect(seen.screen).toContain('not confirmed, nothing was run');
    expect(seen.status).toBe(77);
    expect(gate.has('marker')).toBe(false);
  });

  test('Ctrl-C at the prompt withdraws: 76', async () => {
    using gate = new Gate(CONFIRM);
    const session = gate.session(TOUCH);
    await session.sees(PROMPT);
    session.type('\u0003');
    const seen = await session.ended;
    expect(seen.screen).toContain('withdrawn by person:');
    expect(seen.status).toBe(76);
    expect(gate.has('marker')).toBe(false);
  });

  test('what was typed before the prompt was drawn does not count', async () => {
    using gate = new Gate(CONFIRM);
    const script = `echo ready; read -r go; "${GATE}" -- touch marker; echo "status $?"`;
    const session = atTerminal(['/bin/bash', '-c', script], { cwd: gate.home, env: { GATE_HOME: gate.home } });
    // All of it lies in the terminal's buffer when gate starts.
    await session.sees('ready');
    session.type('go\rmarker\rmarker\r');
    await session.sees(PROMPT);
    await typeAt(session, PROMPT, 'no');
    const seen = await session.ended;
    expect(seen.screen).toContain('status 77');
    expect(gate.has('marker')).toBe(false);
  });

  test('a prompt that was killed can be resumed, and asks again', async () => {
    using gate = new Gate(CONFIRM);
    const killed = gate.session(TOUCH);
    await killed.sees(PROMPT);
    process.kill(await killed.child, 'SIGTERM');
    await killed.ended;
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    expect(requests).toMatchObject([{ state: 'pending', decision: 'confirm' }]);
    const session = gate.session(['--resume', requests[0].id]);
    await typeAt(session, PROMPT, 'marker');
    expect(await session.ended).toMatchObject({ status: 0 });
    expect(gate.has('marker')).toBe(true);
    expect((await gate.record(requests[0].id)).state).toBe('finished');
  });

  test('a redirected stdin never answers, and still reaches the command', async () => {
    using gate = new Gate(CONFIRM);
    const script = `echo cat | "${GATE}" -- cat; echo "status $?"`;
    const session = atTerminal(['/bin/sh', '-c', script], { cwd: gate.home, env: { GATE_HOME: gate.home } });
    const prompt = 'type cat to run it:';
    await session.sees(prompt);
    expect(session.screen()).not.toContain('status');
    await typeAt(session, prompt, 'cat');
    const seen = await session.ended;
    expect(seen.screen).toMatch(/cat\r\nstatus 0/);
  });

  test('without a terminal it is 77, no_terminal, and nothing waits', async () => {
    using gate = new Gate(CONFIRM);
    const script = `setsid -w "${GATE}" --events events -- touch marker </dev/null >out 2>&1; echo "status $?" >>out`;
    await atTerminal(['/bin/sh', '-c', script], { cwd: gate.home, env: { GATE_HOME: gate.home } }).ended;
    const out = (await gate.shell('cat out')).stdout;
    expect(out).toContain('refused: this needs a person at a terminal, and there is none');
    expect(out).toContain('status 77');
    const last = JSON.parse((await gate.shell('tail -1 events')).stdout);
    expect(last).toMatchObject({ event: 'refused', ran: false, reason: 'no_terminal', status: 77 });
    expect(JSON.parse((await gate.agent(['list', '--json'])).stdout).requests).toEqual([]);
    expect(gate.has('marker')).toBe(false);
  });

  test('an agent gets no prompt: it is held for its owner instead', async () => {
    using gate = new Gate(CONFIRM);
    const session = gate.session(['--no-wait', ...TOUCH], { env: { CLAUDECODE: '1' } });
    const seen = await session.ended;
    expect(seen.screen).not.toContain(PROMPT);
    expect(seen.status).toBe(75);
  });

  test('the terminal is given back as it was, whatever ends the prompt', async () => {
    using gate = new Gate(CONFIRM);
    for (const end of ['\u0003', 'TERM'] as const) {
      const line = `stty -g; "${GATE}" -- touch marker; echo "ended $?"; stty -g`;
      const session = atTerminal(['/bin/bash', '-c', line], { cwd: gate.home, env: { GATE_HOME: gate.home } });
      await session.sees(PROMPT);
      if (end === 'TERM') await gate.shell(`pkill -TERM -P ${await session.child} gate`);
      else session.type(end);
      const { screen } = await session.ended;
      const [before] = SETTINGS.exec(screen) ?? [];
      const [after] = SETTINGS.exec(screen.slice(screen.indexOf('ended'))) ?? [];
      expect(before).toBeDefined();
      expect(after).toBe(before);
    }
  });
});

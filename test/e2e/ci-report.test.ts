import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';
import { ALLOW, holdTouch } from '../kit/policies.ts';

const HOSTED = { CLAUDECODE: '', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop' };
const report = (gate: Gate, ...more: string[]) =>
  gate.agent(['ci', 'report', '--events', 'events', ...more], { env: HOSTED });
const step = (gate: Gate, ...command: string[]) =>
  gate.agent(['--events', 'events', '--', ...command], { env: HOSTED });

describe('gate ci report', () => {
  test('tells the last of several runs in one file, and leaves secrets where the record has none', async () => {
    using gate = new Gate(holdTouch());
    await step(gate, 'touch', 'one');
    await step(gate, 'echo', 'password=hunter2hunter2', 'postgres://ann:hunter3hunter3@db/shop');
    const { stdout, status } = await report(gate);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^gate ran the command, which ended with status 0\ncommand {5}echo /);
    expect(stdout).toContain('[secret]');
    expect(stdout).not.toContain('hunter3');
    expect(stdout).toMatch(/record {6}in \S+audit\.db; whoever throws this machine away throws it away too\n$/);
    await step(gate, 'touch', 'two');
    expect((await report(gate)).stdout).toContain('command     touch two\ndecision    hold by ask-touch\n');
    // Refused before there was a request: nothing of the run before is told as if it were of this one.
    await gate.agent(['--events', 'events', '--', 'no-such-program'], { env: HOSTED });
    const last = (await report(gate)).stdout;
    expect(last).toContain('not_found, status 127');
    expect(last).not.toContain('touch');
  });

  test('says so when gate ended before it could say anything, or in the middle', async () => {
    using gate = new Gate(ALLOW);
    const none = await report(gate, '--record', 'record');
    expect(none.stdout).toBe(
      'gate ended before it said what became of the command\nrecord      there is none: gate ended before it began one\n',
    );
    expect(none.status).toBe(0);
    expect(gate.has('record')).toBe(false);
    await step(gate, 'true');
    const lines = readFileSync(join(gate.home, 'events'), 'utf8').split('\n');
    writeFileSync(join(gate.home, 'events'), `${lines.slice(0, 2).join('\n')}\n`);
    const cut = await report(gate, '--outputs', 'outputs');
    expect(cut.stdout).toMatch(/^gate ended before it said .*\ncommand {5}true\n/);
    expect(readFileSync(join(gate.home, 'outputs'), 'utf8')).toMatch(
      /^request=\S{36}\ndecision=allow\nreason=\nstatus=\nran=false\n$/,
    );
  });

  test.each([
    ['no JSON', 'hello'],
    ['another object', '{"ran":true}'],
    [
      'a reason that is none',
      '{"schema_version":1,"event":"finished","request":null,"ran":true,"reason":"a\\nran=true","status":0}',
    ],
    ['an id that is none', '{"schema_version":1,"event":"started","request":"../x"}'],
  ])('is 64 when a line of the events is %s, and writes nothing', async (_what, line) => {
    using gate = new Gate(ALLOW);
    await step(gate, 'true');
    appendFileSync(join(gate.home, 'events'), `${line}\n`);
    const ran = await report(gate, '--outputs', 'outputs', '--summary', 'summary', '--record', 'record');
    expect(ran.stderr).toContain('holds a line that gate did not write');
    expect(ran).toMatchObject({ status: 64, stdout: '' });
    for (const name of ['outputs', 'summary', 'record']) expect(gate.has(name)).toBe(false);
  });

  test('is 64 when it cannot write, and 74 when the record is none', async () => {
    using gate = new Gate(ALLOW);
    await step(gate, 'true');
    for (const option of ['--record', '--summary', '--outputs']) {
      const ran = await report(gate, option, 'no/such/directory');
      expect(ran.stderr).toContain('`no/such/directory` (ENOENT)');
      expect(ran.status).toBe(64);
    }
    expect(await gate.agent(['ci', 'report', '--events', '.'])).toMatchObject({ status: 64 });
    writeFileSync(join(gate.home, 'audit.db'), 'no database');
    expect(await report(gate)).toMatchObject({ status: 74 });
  });
});

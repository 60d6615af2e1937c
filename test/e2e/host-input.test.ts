import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, BOB, Machine, possible, until } from '../kit/host.ts';
import { sayYes } from '../kit/person.ts';

/** What a command reads as code from its standard input, where a service runs it. */
describe.skipIf(!possible)('code on standard input in host mode (needs root and a mount namespace)', () => {
  let host: Machine;
  beforeAll(async () => {
    host = await new Machine().set();
    await host.serve();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('is understood, sent once, and is what runs', async () => {
    const ended = await host.gate(AGENT, ['--', 'bash'], { input: 'echo "in $(id -un)"; exit 5\n' });
    expect(ended).toMatchObject({ status: 5, stdout: 'in gaterun\n', stderr: '' });
    const file = join(host.work, 'script.sh');
    writeFileSync(file, 'echo from a file\n', { mode: 0o644 });
    const redirected = await host.shell(AGENT, `exec "$GATE" -- sh < ${file}`, {
      env: { GATE: join(process.cwd(), 'dist/gate') },
    });
    expect(redirected).toMatchObject({ status: 0, stdout: 'from a file\n' });
  });

  test('that does what asks is held by what it says; people see it, and it runs as it was', async () => {
    const script = `rm -f ${join(host.work, 'x')}; echo gone\n`;
    const held = host.start(AGENT, ['sh', '-c', `exec "$0" -- bash`, join(process.cwd(), 'dist/gate')], {
      input: script,
    });
    await until(() => held.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    const shown = await host.gate(BOB, ['show', id, '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({ rules: ['removes'] });
    const approval = host.person(BOB, ['approve', id]);
    await approval.sees('echo gone');
    await sayYes(approval);
    await approval.ended;
    expect(await held.ended).toMatchObject({ status: 0, stdout: 'gone\n' });
  });

  test('cannot be exchanged after the approval', async () => {
    const asked = await host.gate(AGENT, ['--no-wait', '--', 'bash'], { input: 'rm -f y; echo one\n' });
    const id = asked.stdout.trim();
    const approval = host.person(BOB, ['approve', id]);
    await sayYes(approval);
    await approval.ended;
    const resumed = await host.gate(AGENT, ['--resume', id], { input: 'rm -f y; echo two\n' });
    expect(resumed).toMatchObject({ status: 0, stdout: 'one\n' });
  });

  test('that is data stays a stream, however long', async () => {
    const ended = await host.gate(AGENT, ['--', 'wc', '-c'], { input: Buffer.alloc(3_000_000, 120) });
    expect(ended).toMatchObject({ status: 0, stdout: '3000000\n' });
  });

  test('of which there is too much is refused, with what to do', async () => {
    const ended = await host.gate(AGENT, ['--', 'bash'], { input: `: ${'x'.repeat(600 * 1024)}\n` });
    expect(ended).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('standard input is longer than 512 KiB'),
    });
    expect(ended.status).not.toBe(0);
  });
});

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT, BOB, Machine, possible, until } from '../kit/host.ts';

/** What the account of runs cannot read, nobody learns by asking for it: not from the answer, the card, the record or the log of the service. */
describe.skipIf(!possible)('asking for what only root reads (needs root and a mount namespace)', () => {
  const SECRET = 'planted_hunter2';
  const CONTENT = `DROP TABLE ${SECRET};\n`;
  const DIGEST = createHash('sha256').update(CONTENT).digest('hex');
  const machine = new Machine();
  let closed: string;
  beforeAll(async () => {
    await machine.set();
    closed = join(machine.work, 'closed.sql');
    writeFileSync(closed, CONTENT, { mode: 0o600 });
    machine.policy(
      'version: 1\npacks: []\ndefault: deny\nrules:\n  - { id: ask, match: { tool: "*" }, decision: hold, approvers: { from: [sre], count: 1 }, reason: all of it }\n',
    );
    await machine.serve();
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  const leaks = (text: string) => text.includes(SECRET) || text.includes(DIGEST);

  test.each([
    ['a script', (file: string) => ['sh', file]],
    ['SQL', (file: string) => ['psql', '-f', file]],
    ['a manifest', (file: string) => ['kubectl', 'apply', '-f', file]],
    ['a link to it', () => ['sh', 'link']],
    ['what is sourced', (file: string) => ['bash', '-c', `. ${file}`]],
  ])('as %s', async (_, argv) => {
    rmSync(join(machine.work, 'link'), { force: true });
    symlinkSync(closed, join(machine.work, 'link'));
    // Programs that are not on this machine are not looked for.
    mkdirSync(join(machine.work, 'bin'), { recursive: true });
    const [program = '', ...rest] = argv(closed);
    const path = program === 'psql' || program === 'kubectl' ? join(machine.work, 'bin', program) : program;
    if (path !== program) writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
    const asked = await machine.gate(AGENT, ['--no-wait', '--json', '--', path, ...rest]);
    expect({ status: asked.status, stderr: asked.stderr }).toMatchObject({ status: 75 });
    expect(leaks(asked.stdout + asked.stderr)).toBe(false);
    const id = asked.stdout.trim();
    for (const uid of [AGENT, BOB]) {
      const shown = await machine.gate(uid, ['show', id, '--json']);
      expect(JSON.parse(shown.stdout)).toMatchObject({ state: 'pending' });
      expect(leaks(shown.stdout + shown.stderr)).toBe(false);
    }
    await machine.gate(AGENT, ['cancel', id]);
  });

  test('as a policy of the repository', async () => {
    const policies = join(machine.work, '.gate', 'policies');
    mkdirSync(policies, { recursive: true });
    symlinkSync(closed, join(policies, 'a.yaml'));
    try {
      const asked = await machine.gate(AGENT, ['--no-wait', '--', 'true']);
      expect(asked.status).toBe(78);
      expect(asked.stderr).toContain('EACCES');
      expect(leaks(asked.stdout + asked.stderr)).toBe(false);
    } finally {
      rmSync(join(machine.work, '.gate'), { recursive: true });
    }
  });

  test('and nothing of it is in the log or in what the service said', async () => {
    const all = readdirSync(machine.state)
      .filter((name) => name.startsWith('audit.db'))
      .map((name) => readFileSync(join(machine.state, name), 'latin1'))
      .join('\n');
    expect(all.includes('request.submitted')).toBe(true);
    expect(leaks(all)).toBe(false);
    await machine.end();
    await until(() => machine.said !== '');
    expect(leaks(machine.said)).toBe(false);
  });
});

import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { atTerminal } from '../kit/person.ts';

const ME = `${userInfo().username}@${hostname()}`;

describe('gate whoami', () => {
  test('a person at a terminal, known from the operating system, may vote', async () => {
    using gate = new Gate();
    const seen = await gate.person(['whoami', '--json']);
    expect(JSON.parse(seen.screen)).toMatchObject({
      schema_version: 1,
      kind: 'person',
      id: `person:${ME}`,
      known: 'os',
      votes: true,
      approves: ['owners'],
      barred: null,
    });
    const text = (await gate.person(['whoami'])).screen;
    expect(text).toContain(`person:${ME} (person, known from the operating system)`);
    expect(text).toContain('as one of owners');
    expect(seen.status).toBe(0);
  });

  test('an agent by its marker, with its session and owner, may not vote', async () => {
    using gate = new Gate();
    const { stdout, status } = await gate.agent(['whoami', '--json'], { env: { CLAUDE_CODE_SESSION_ID: 's-1' } });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'agent',
      id: `agent:claude-code@${ME}`,
      owner: `person:${ME}`,
      known: 'claimed',
      session: 's-1',
      votes: false,
      approves: [],
      barred: expect.stringContaining('only people vote'),
    });
    expect(status).toBe(0);
    expect((await gate.agent(['whoami'])).stdout).toContain('no option changes who you are');
  });

  test('an agent by its process, although the marker was dropped', async () => {
    using gate = new Gate();
    writeFileSync(join(gate.home, 'codex'), '#!/bin/sh\n"$gate" whoami --json\nexit $?\n', { mode: 0o755 });
    const env = { GATE_HOME: gate.home, gate: GATE };
    const seen = await atTerminal(['./codex'], { cwd: gate.home, env }).ended;
    expect(JSON.parse(seen.screen.replaceAll('\r\n', ''))).toMatchObject({
      kind: 'agent',
      harness: 'codex',
      known: 'os',
      votes: false,
      why: expect.arrayContaining(['its marker was removed from the environment']),
    });
  });

  test('an agent by the marker of a parent process that the command took off', async () => {
    using gate = new Gate();
    const ran = await gate.shell('bash -c \'env -u CLAUDECODE "$gate" whoami --json; exit\'');
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: 'agent', harness: 'claude-code', votes: false });
  });

  test('a pipeline, by its system and subject', async () => {
    using gate = new Gate();
    const env = {
      CLAUDECODE: '',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '42',
      CI: 'true',
    };
    const { stdout } = await gate.agent(['whoami', '--json'], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'pipeline',
      id: 'pipeline:github-actions/acme/shop',
      session: '42',
      votes: false,
    });
  });

  test('USER, LOGNAME and HOME change nothing about who it is', async () => {
    using gate = new Gate();
    const env = {
      USER: 'mallory',
      LOGNAME: 'mallory',
      USERNAME: 'mallory',
      HOSTNAME: 'elsewhere',
      SUDO_USER: 'mallory',
    };
    const seen = await gate.person(['whoami', '--json'], { env });
    expect(JSON.parse(seen.screen)).toMatchObject({ id: `person:${ME}` });
  });

  test("variables of an editor's own terminal do not make a person an agent", async () => {
    using gate = new Gate();
    const env = { TERM_PROGRAM: 'vscode', CURSOR_TRACE_ID: 'x', VSCODE_PID: '1', AIDER_MODEL: 'm' };
    const seen = await gate.person(['whoami', '--json'], { env });
    expect(JSON.parse(seen.screen)).toMatchObject({ kind: 'person', votes: true });
  });

  test('a person without a terminal is a person who cannot vote from there', async () => {
    using gate = new Gate();
    // A session of its own has no controlling terminal, whatever its streams are.
    const argv = ['/usr/bin/setsid', '--wait', GATE, 'whoami', '--json'];
    const { screen } = await atTerminal(argv, { env: { GATE_HOME: gate.home } }).ended;
    expect(JSON.parse(screen)).toMatchObject({
      kind: 'person',
      votes: false,
      barred: expect.stringContaining('terminal'),
    });
  });
});

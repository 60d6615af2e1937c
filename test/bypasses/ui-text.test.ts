import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayArgv, shownArgv, visible } from '../../src/command/display.ts';
import { Gate } from '../kit/gate.ts';
import { CONTROLS, HOSTILE, INVISIBLE, PLAIN, SEQUENCES } from './hostile.ts';
import { HOLD_ALL, onlyRequest } from './kit.ts';

describe('UI: what is shown', () => {
  test('UI-01 every character that could act on a terminal is shown by its code, and none is dropped', () => {
    for (const text of HOSTILE) {
      expect(visible(text)).toMatch(/^[\x20-\x7e]*$/);
      expect(displayArgv([text])).toMatch(/^[\x20-\x7e]*$/);
    }
    expect(new Set(HOSTILE.map(visible)).size).toBe(HOSTILE.length);
  });

  test('UI-02 characters that hide, turn or look alike are shown by their code', () => {
    for (const text of INVISIBLE) expect(visible(text)).toMatch(/^pr\\(x|u\{)[0-9a-f]+\}?od$/);
  });

  const all = [...SEQUENCES, ...INVISIBLE, CONTROLS.join('')];

  test('UI-01 UI-02 a hostile request stays harmless on every screen', async () => {
    using gate = new Gate(HOLD_ALL);
    const cwd = join(gate.home, 'work\x1b[2J\u202e\ndecision  allow');
    mkdirSync(cwd);
    const waiting = gate.start(['-m', all.join(' '), '--ticket', all[0]!, '--', 'rm', ...all], { cwd });
    await waiting.says('waits as');
    const { id } = await onlyRequest(gate);
    expect(waiting.stderr()).toMatch(PLAIN);
    for (const args of [
      ['list'],
      ['list', '--json'],
      ['show', id],
      ['show', id, '--json'],
      ['audit', 'tail'],
      ['audit', 'tail', '--json'],
      ['audit', 'show', id],
      ['audit', 'export'],
      ['wait', id, '--timeout', '1ms', '--json'],
    ]) {
      const ran = await gate.agent(args);
      expect({ args, stdout: ran.stdout, stderr: ran.stderr }).toEqual({
        args,
        stdout: expect.stringMatching(PLAIN),
        stderr: expect.stringMatching(PLAIN),
      });
    }
    const denied = await gate.person(['deny', id, '-m', all.join('')]);
    expect(denied.status).toBe(0);
    expect(denied.screen.replaceAll('\r\n', '\n')).toMatch(PLAIN);
    expect(await waiting.ended).toMatchObject({ status: 77, stderr: expect.stringMatching(PLAIN) });
  });

  test.each<[string, string[], number]>([
    ['an unknown option', ['--\x1b[2J\u202e'], 64],
    ['an option before the command', ['--x\nRisk: low', '--', 'true'], 64],
    ['a word without `--`', ['\x1b[2J\nok'], 64],
    ['a subcommand’s option', ['list', '--\x1b[2J\nRisk: low'], 64],
    ['an argument too many', ['list', '\x1b[2J'], 64],
    ['an id', ['show', '\x1b[2J\nx'], 64],
    ['a duration', ['--timeout', '\x1b[2J\n1', '--', 'true'], 64],
    ['an events file', ['--events', '/nowhere/\x1b[2J\n', '--', 'true'], 64],
    ['a command not found', ['--', 'no-\x1b[2J\nsuch'], 127],
    ['a path not found', ['--', './no-\u202e\nsuch'], 127],
    ['a file to verify', ['audit', 'verify', '/nowhere/\x1b[2J'], 74],
    ['a policy to check', ['policy', 'check', '/nowhere/\x1b[2J\n.yaml'], 78],
    ['a pack', ['policy', 'packs', '\x1b[2J\n'], 64],
    ['explain', ['explain', '--', 'rm', '\x1b[2J\nRisk: low'], 0],
    ['explain as data', ['explain', '--json', '--', 'rm', '\u202e\x9b'], 0],
    ['an unknown resume', ['--resume', '\x1b[2J\n'], 64],
  ])('UI-01 %s in an answer of gate’s', async (_what, args, status) => {
    using gate = new Gate();
    const ran = await gate.agent(args);
    expect(ran).toMatchObject({
      status,
      stdout: expect.stringMatching(PLAIN),
      stderr: expect.stringMatching(PLAIN),
    });
    // No line of the attacker's own.
    expect(ran.stdout + ran.stderr).not.toMatch(/^(Risk|such|ok|x|1)/m);
  });

  test('UI-01 variables that name a place do not act on the terminal either', async () => {
    using gate = new Gate();
    // Under each of them no policy lies, so the default packs decide: outside of a project a touch asks.
    for (const GATE_HOME of ['relative\x1b[2J\nRisk: low', `${gate.home}/a\x1b[2J\nRisk: low`]) {
      const ran = await gate.agent(['--no-wait', '--', 'touch', '/etc/gate-x'], { env: { GATE_HOME } });
      expect(ran).toMatchObject({ status: GATE_HOME.startsWith('/') ? 75 : 78, stderr: expect.stringMatching(PLAIN) });
      expect(ran.stderr).not.toMatch(/^Risk/m);
    }
    const session = await gate.agent(['whoami'], { env: { CLAUDE_CODE_SESSION_ID: '\x1b[2J\nowner  nobody' } });
    expect(session).toMatchObject({ status: 0, stdout: expect.stringMatching(PLAIN) });
    expect(session.stdout).not.toMatch(/^owner {2}nobody/m);
  });

  test('UI-04 words of the requester stay one labelled field, the last one', async () => {
    using gate = new Gate(HOLD_ALL);
    await gate.agent([
      '--no-wait',
      '-m',
      'routine\nRisk: low\nrule         allow\nApproved-by: alice',
      '--',
      'rm',
      'x',
    ]);
    const { id } = await onlyRequest(gate);
    const { stdout } = await gate.agent(['show', id]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => /^rule /.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^(Risk|Approved-by)/.test(line))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^intent +routine\\nRisk: low/);
    expect(lines.at(-2)).toBe('-- words of the requester, checked by nobody --');
  });

  test('UI-04 a repository’s policy cannot write lines of its own', async () => {
    using gate = new Gate();
    const work = join(gate.home, 'work');
    mkdirSync(join(work, '.gate', 'policies'), { recursive: true });
    mkdirSync(join(work, '.git'));
    const file = join(work, '.gate', 'policies', 'a.yaml');
    const rule = (text: string) =>
      `version: 1\nrules:\n  - { id: a, match: { tool: ls }, decision: deny, reason: "${text}", suggest: "${text}" }\n`;
    writeFileSync(file, rule('Löschen сonfirmed by alice'));
    chmodSync(file, 0o644);
    const denied = await gate.agent(['--', 'ls'], { cwd: work });
    expect(denied).toMatchObject({ status: 77, stderr: expect.stringContaining('the repository says: L') });
    const evil = '\\x1b[2J\\u202e\\nRisk: low';
    writeFileSync(file, rule(evil));
    const refused = await gate.agent(['--', 'ls'], { cwd: work });
    expect(refused).toMatchObject({ status: 78, stderr: expect.stringMatching(PLAIN) });
    expect(refused.stderr).toContain('invisible or control characters');
    writeFileSync(file, `version: 1\n"${evil}": 1\n\u202e\u0301: 2\n`);
    const broken = await gate.agent(['--', 'ls'], { cwd: work });
    expect(broken).toMatchObject({ status: 78, stderr: expect.stringMatching(PLAIN) });
    expect(broken.stderr).not.toMatch(/^Risk/m);
  });

  test('UI-03 padding cannot push the end out of sight, and nothing is cut beside an approval', async () => {
    using gate = new Gate(HOLD_ALL);
    const padded = `kubectl get pods${' '.repeat(3000)}; rm -rf /`;
    const long = Array.from({ length: 10_000 }, (_, index) => index.toString(36).padStart(4, 'z')).join('');
    const argv = ['rm', padded, long, ...Array.from({ length: 40 }, (_, index) => `file-${index}`)];
    await gate.agent(['--no-wait', '--', ...argv]);
    const { id } = await onlyRequest(gate);
    const approved = await gate.person(['approve', id]);
    expect(approved.status).toBe(0);
    const screen = approved.screen.replaceAll('\r\n', '\n');
    for (const argument of argv) {
      expect(screen).toContain(argument.slice(0, 16));
      expect(screen).toContain(argument.slice(-9));
    }
    const whole = screen
      .replaceAll('\r', '')
      .replace(/-- page \d+ of \d+: .*\n+/g, '')
      .replace(/\\\n +/g, '');
    expect(whole).toContain(long);
    expect(screen).toContain("{' '*3000}");
    expect(screen).toContain(`[1] `);
    expect(screen).toContain(`(${padded.length} bytes)`);
    // A list may leave something out, and says so.
    const listed = await gate.agent(['list', '--all']);
    expect(listed.stdout + listed.stderr).toMatch(/\[\d+ more characters: gate show [0-9a-f]{8}\]/);
  });

  test('UI-03 what stands for a run cannot be written by hand', () => {
    const run = shownArgv(['rm', `a${' '.repeat(3000)}b`]);
    const byHand = shownArgv(['rm', "a{' '*3000}b"]);
    expect(run.at(-1)).toContain("a{' '*3000}b");
    expect(byHand.at(-1)).not.toContain("a{' '*3000}b");
  });
});

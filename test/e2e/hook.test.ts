import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GATE, Gate } from '../kit/gate.ts';

/** `gate hook NAME` on the executable: payloads as each harness documents them in, answers that it understands out. */

type HookName = 'claude' | 'codex' | 'gemini' | 'cursor';
const NAMES: readonly HookName[] = ['claude', 'codex', 'gemini', 'cursor'];

let gate: Gate;
let project: string;
beforeAll(() => {
  gate = new Gate();
  project = join(gate.home, 'project');
  mkdirSync(project);
  spawnSync('git', ['init', '-q', project]);
});
afterAll(() => gate[Symbol.dispose]());

function hook(name: string, input: string | Buffer, env: Record<string, string> = {}) {
  const run = spawnSync(GATE, ['hook', name], { input, encoding: 'utf8', env: gate.environment(env), cwd: project });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** A shell call as the harness tells about it. */
function call(name: HookName, command: unknown, more: Record<string, unknown> = {}): string {
  const shapes: Record<HookName, object> = {
    claude: {
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_use_id: 'toolu_1', permission_mode: 'default' },
      tool_input: { command, description: 'what the agent says', timeout: 60_000 },
    },
    codex: {
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_use_id: 'call_1', turn_id: 't', model: 'm' },
      ...{ transcript_path: null, permission_mode: 'default', tool_input: { command } },
    },
    gemini: {
      ...{ hook_event_name: 'BeforeTool', tool_name: 'run_shell_command', timestamp: '2026-01-01T00:00:00.000Z' },
      tool_input: { command, description: 'what the agent says', is_background: false },
    },
    cursor: { hook_event_name: 'beforeShellExecution', cursor_version: '2.4.21', conversation_id: 'c', command },
  };
  return JSON.stringify({ session_id: 's-1', cwd: project, ...shapes[name], ...more });
}

/** The line that runs instead: the one in the answer, or the one that a block says. */
function lineIn({ status, stdout, stderr }: ReturnType<typeof hook>): string {
  if (status === 2) return stderr.slice(stderr.indexOf('\n') + 1, stderr.indexOf('\nbecause'));
  const answer = JSON.parse(stdout);
  const { updatedInput, tool_input } = answer.hookSpecificOutput ?? { updatedInput: answer.updated_input };
  return (updatedInput ?? tool_input).command;
}

/** What bash makes of a line: its words. */
function words(line: string): string[] {
  const { stdout } = spawnSync('bash', ['-c', `set -f; said() { printf '%s\\0' "$@"; }; said ${line}`], {
    encoding: 'utf8',
  });
  return stdout.split('\0').slice(0, -1);
}

const fixture = (path: string) => readFileSync(new URL(`../agents/${path}`, import.meta.url), 'utf8');

describe.each(NAMES)('%s: every documented payload gets an answer that it understands', (name) => {
  const answers = z.fromJSONSchema(JSON.parse(fixture(`answers/${name}.schema.json`)));
  const payloads = fixture(`payloads/${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line): { id: string; payload: object } => JSON.parse(line));

  test.each(payloads.map(({ id, payload }) => [id, payload] as const))('%s', (_, payload) => {
    const { status, stdout, stderr } = hook(name, JSON.stringify(payload));
    if (status === 2) {
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^gate: (denied by policy|not run like this|blocked, because)/);
      return;
    }
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    if (stdout === '') expect(['claude', 'codex']).toContain(name);
    else expect(answers.safeParse(sound(JSON.parse(stdout), payload)).error?.issues ?? []).toEqual([]);
  });

  test('there are thirty of them at least', () => expect(payloads.length).toBeGreaterThanOrEqual(30));
});

/** The answer; without what a model gave to the tool, and gate gives back as it came, right or wrong. */
function sound(answer: Record<string, unknown>, payload: object): unknown {
  const { command: _, ...before } = (payload as { tool_input?: Record<string, unknown> }).tool_input ?? {};
  const inner = answer['hookSpecificOutput'] as { tool_input?: object; updatedInput?: object } | undefined;
  const after = inner?.tool_input ?? inner?.updatedInput ?? (answer['updated_input'] as object | undefined);
  if (after === undefined) return answer;
  expect(after).toMatchObject(before);
  for (const name of Object.keys(before)) delete (after as Record<string, unknown>)[name];
  return answer;
}

describe.each(NAMES)('%s: what an agent is about to run', (name) => {
  test('a harmless command passes untouched', () => {
    const answer = hook(name, call(name, 'ls -la && git status'));
    const passed = { claude: '', codex: '', gemini: '{}', cursor: '{"permission":"allow"}' }[name];
    expect(answer).toEqual({ status: 0, stdout: passed, stderr: '' });
  });

  test('what people must decide goes to this gate, by its full path, with the very same text', () => {
    const text = `cd /srv && kubectl delete ns 'pay ments' # "all" of \`it\`\nprintf 'it'\\''s $HOME %s' gone`;
    const answer = hook(name, call(name, text));
    expect(answer.status).toBe(name === 'cursor' ? 2 : 0);
    const said = words(lineIn(answer));
    const waits = name === 'claude' ? ['--timeout', '57s'] : [];
    expect(said).toEqual([
      realpathSync(GATE),
      '--call',
      expect.stringMatching(/^\d+$/),
      ...waits,
      '--',
      'bash',
      '-c',
      text,
    ]);
  });

  test('one plain command is handed over without a shell', () => {
    const text = `git push --force origin "main branch"`;
    expect(words(lineIn(hook(name, call(name, text)))).slice(-5)).toEqual([
      'git',
      'push',
      '--force',
      'origin',
      'main branch',
    ]);
  });

  test('the line that was handed over passes when the harness asks about it', () => {
    const line = lineIn(hook(name, call(name, 'git push --force origin main')));
    const { status, stderr } = hook(name, call(name, line));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('what policy denies is blocked with the rule and what to do', () => {
    using strict = new Gate(
      'version: 1\npacks: [baseline]\nrules:\n  - { id: no-date, match: { tool: date }, decision: deny, reason: never, suggest: look out }\n',
    );
    const run = spawnSync(GATE, ['hook', name], {
      input: call(name, 'date'),
      encoding: 'utf8',
      env: strict.environment(),
    });
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: '' });
    expect(run.stderr).toContain('gate: denied by policy');
    expect(run.stderr).toContain('rule no-date');
    expect(run.stderr).toContain('instead: look out');
  });
});

test('Cursor is asked twice about one call: the first time gate rewrites, the second time it blocks what is not rewritten', () => {
  const first = { hook_event_name: 'preToolUse', tool_name: 'Shell', tool_use_id: 'u', command: undefined };
  const input = { command: 'git push --force origin main', cwd: project, timeout: 1000 };
  const answer = JSON.parse(hook('cursor', call('cursor', '', { ...first, tool_input: input })).stdout);
  expect(answer).toEqual({
    permission: 'allow',
    updated_input: {
      ...input,
      command: expect.stringMatching(/--call \d+ --timeout 1s -- git push --force origin main$/),
    },
  });
});

test("Cursor runs the hook of Claude Code's settings, and is answered in its own words", () => {
  expect(hook('claude', call('cursor', 'ls')).stdout).toBe('{"permission":"allow"}');
  expect(hook('claude', call('cursor', 'git push --force origin main')).status).toBe(2);
});

test("everything else in the tool's input is given back as it came", () => {
  const tool_input = {
    command: 'git push -f',
    description: 'd',
    run_in_background: true,
    dangerouslyDisableSandbox: true,
  };
  const { hookSpecificOutput } = JSON.parse(hook('claude', call('claude', '', { tool_input })).stdout);
  expect(hookSpecificOutput).toEqual({
    hookEventName: 'PreToolUse',
    updatedInput: { ...tool_input, command: expect.stringContaining(' -- git push -f') },
  });
});

describe('a line that starts gate itself', () => {
  const passes = (command: string, env = {}) => hook('claude', call('claude', command), env).stdout === '';

  test('passes by any name that leads to this file, in a list too', () => {
    const link = join(gate.home, 'gate');
    symlinkSync(realpathSync(GATE), link);
    expect(passes(`${GATE} -- git push --force`)).toBe(true);
    expect(passes(`${link} -- git push --force | tail -3 && ls`)).toBe(true);
    expect(passes('gate --resume 12345678', { PATH: `${gate.home}:${process.env['PATH']}` })).toBe(true);
    rmSync(link);
  });

  test.each([
    ['another program called gate', (path: string) => `${path}/gate -- git push --force`],
    ['led to other policies', () => `GATE_HOME=/tmp/other ${GATE} -- git push --force`],
    ['led to other policies before', () => `export XDG_CONFIG_HOME=/tmp/other; ${GATE} -- git push --force`],
    ['and something else beside it', () => `${GATE} -- ls; git push --force`],
    ['inside an unknown program', () => `mystery ${GATE} -- ls`],
  ])('does not pass: %s', (_, line) => {
    const other = join(gate.home, 'other');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'gate'), '#!/bin/sh\nshift; exec "$@"\n', { mode: 0o755 });
    expect(passes(line(other))).toBe(false);
  });
});

describe('every error blocks, with a text', () => {
  const blocked = (answer: ReturnType<typeof hook>, words: string) => {
    expect({ status: answer.status, stdout: answer.stdout }).toEqual({ status: 2, stdout: '' });
    expect(answer.stderr).toMatch(/^gate: \S/);
    expect(answer.stderr).toContain(words);
  };

  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'not JSON'],
    ['no JSON', '{"tool', 'not JSON'],
    ['a list', '[]', 'not an object'],
    ['bytes', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'not valid UTF-8'],
    [
      'no command',
      JSON.stringify({ hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: '/', tool_input: {} }),
      '`command`',
    ],
    [
      'no directory',
      JSON.stringify({ hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: { command: 'ls' } }),
      '`cwd`',
    ],
    ['a command that is a number', call('claude', 7), '`command` is not a text'],
    ['a NUL in the command', call('claude', 'ls\0-la'), 'NUL'],
    ['no tool', JSON.stringify({ hook_event_name: 'PreToolUse' }), '`tool_name`'],
    ['PowerShell', call('claude', 'Remove-Item x', { tool_name: 'PowerShell' }), 'PowerShell'],
  ])('%s', (_, input, said) => blocked(hook('claude', input), said));

  test('a payload of five megabytes', () => blocked(hook('claude', call('claude', 'x'.repeat(5e6))), 'larger than'));
  test('a name that is none', () => blocked(hook('clippy', call('claude', 'ls')), 'claude, codex, gemini or cursor'));
  test('a policy that is not valid', () => {
    using broken = new Gate('version: 1\nrules: [{ id: x }]\n');
    const run = spawnSync(GATE, ['hook', 'claude'], {
      input: call('claude', 'ls'),
      encoding: 'utf8',
      env: broken.environment(),
    });
    blocked(run, 'test.yaml');
  });
  test('a log that cannot be written', () => {
    using full = new Gate();
    mkdirSync(join(full.home, 'audit.db'));
    const run = spawnSync(GATE, ['hook', 'claude'], {
      input: call('claude', 'ls'),
      encoding: 'utf8',
      env: full.environment(),
    });
    blocked(run, 'audit.db');
  });

  test('whatever a payload is made of, the answer is one of the two forms', () => {
    const field = fc.constantFrom(
      'tool_input',
      'tool_name',
      'cwd',
      'hook_event_name',
      'command',
      'session_id',
      'description',
    );
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), field, fc.jsonValue(), (name, key, value) => {
        const { status, stdout, stderr } = hook(
          name,
          JSON.stringify({ ...JSON.parse(call(name, 'git push -f')), [key]: value }),
        );
        if (status === 2) return stdout === '' && stderr.startsWith('gate: ');
        return status === 0 && stderr === '' && (stdout === '' || typeof JSON.parse(stdout) === 'object');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the record', () => {
  test('has the call with what the harness claims, and the run that names it', async () => {
    using own = new Gate(
      'version: 1\npacks: [baseline]\nrules:\n  - { id: ask, match: { tool: date }, decision: hold }\n',
    );
    const answer = spawnSync(GATE, ['hook', 'claude'], {
      input: call('claude', 'date +%s --utc', { agent_type: 'Explore' }),
      encoding: 'utf8',
      env: own.environment(),
    });
    const line = JSON.parse(answer.stdout).hookSpecificOutput.updatedInput.command;
    const started = own.start(['-c', line.replace(' --timeout 57s', ' --no-wait')], { program: '/bin/bash' });
    const id = (await started.ended).stdout.trim();
    const lines = (await own.agent(['audit', 'tail', '-n', '50', '--json'])).stdout
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    const seen = lines.find(({ type }) => type === 'call.seen');
    const payload = typeof seen.payload === 'string' ? JSON.parse(seen.payload) : seen.payload;
    expect(payload).toMatchObject({
      principal: { kind: 'agent', harness: 'claude-code' },
      claimed: {
        hook: 'claude',
        tool: 'Bash',
        session: 's-1',
        tool_use: 'toolu_1',
        permission_mode: 'default',
        agent_type: 'Explore',
      },
      command: 'date +%s --utc',
      description: 'what the agent says',
      decision: { kind: 'hold' },
      answer: 'rewritten',
    });
    const record = await own.record(id);
    expect(record['request']).toMatchObject({ call: seen.index, intent: 'what the agent says' });
    expect((await own.agent(['audit', 'verify'])).status).toBe(0);
  });

  test('has what stands beside a line of gate’s own, harmless or not', async () => {
    using own = new Gate();
    const ask = (command: string) =>
      spawnSync(GATE, ['hook', 'claude'], { input: call('claude', command), encoding: 'utf8', env: own.environment() });
    const seen = async () =>
      (await own.agent(['audit', 'tail', '-n', '50', '--json'])).stdout
        .split('\n')
        .filter((line) => line.includes('call.seen'));
    const line = `${realpathSync(GATE)} --call 1 -- ls`;
    expect(ask(line).status).toBe(0);
    expect(await seen()).toEqual([]);
    for (const more of [`${line}; ls /etc`, `${line} | head`, `${line} && ${line}`]) ask(more);
    expect(await seen()).toHaveLength(3);
  });

  test('secrets of a command are not in it', async () => {
    using own = new Gate();
    const secret = 'hunter2-of-the-payments-team';
    spawnSync(GATE, ['hook', 'claude'], {
      input: call('claude', `PGPASSWORD=${secret} psql -c 'select 1'`),
      env: own.environment(),
    });
    const { stdout } = await own.agent(['audit', 'export']);
    expect(stdout).toContain('call.seen');
    expect(stdout).not.toContain(secret);
  });

  test('a call that is none of yours is refused', async () => {
    const { status, stderr } = await gate.agent(['--call', '0', '--', 'true']);
    expect({ status, stderr: stderr.split('\n')[0] }).toEqual({
      status: 64,
      stderr: 'gate: no tool call of yours is recorded as 0',
    });
  });
});

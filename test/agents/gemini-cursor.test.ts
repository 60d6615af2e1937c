import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** The fixtures of two harnesses: what they send, what they act on, what their settings hold. */

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Whether a schema of this folder takes a value; `part` names one of its `$defs`. */
function taker(path: string, part?: string): (value: unknown) => boolean {
  const { anyOf, ...schema } = JSON.parse(read(path));
  const whole = part === undefined ? { ...schema, ...(anyOf && { anyOf }) } : { ...schema, $ref: `#/$defs/${part}` };
  const checked = z.fromJSONSchema(whole);
  return (value) => checked.safeParse(value).success;
}

describe.each([
  ['gemini', 'BeforeTool', 'run_shell_command'],
  ['cursor', 'preToolUse', 'Shell'],
])('payloads of %s', (name, event, tool) => {
  const lines = read(`payloads/${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const shell = lines.filter(
    ({ payload }) =>
      payload.hook_event_name === 'beforeShellExecution' ||
      (payload.hook_event_name === event && payload.tool_name === tool),
  );

  test('each has an id of its own, a source, a payload and a note', () => {
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['id', 'from', 'payload', 'note']);
      expect(line.payload.hook_event_name, line.id).toMatch(/^[A-Za-z]+$/);
    }
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(35);
  });

  test('shell calls hold a command, and there are calls of other tools and other events beside them', () => {
    for (const { id, payload } of shell) expect(payload.command ?? payload.tool_input.command, id).toBeTypeOf('string');
    expect(shell.length).toBeGreaterThanOrEqual(35);
    const others = lines.filter((line) => !shell.includes(line)).map(({ payload }) => payload);
    expect(others.filter((payload) => payload.hook_event_name === event).length).toBeGreaterThan(5);
    expect(others.filter((payload) => payload.hook_event_name !== event).length).toBeGreaterThan(5);
  });
});

describe('answers', () => {
  const command = `'/opt/my tools/gate' -- npm test`;
  const gemini = (tool_input: unknown) => ({ hookSpecificOutput: { hookEventName: 'BeforeTool', tool_input } });
  test.each<[string, string | undefined, unknown, boolean]>([
    ['gemini', undefined, {}, true],
    ['gemini', undefined, { decision: 'allow' }, true],
    ['gemini', undefined, { decision: 'deny', reason: 'no' }, true],
    ['gemini', undefined, gemini({ command, dir_path: 'web', is_background: false }), true],
    ['gemini', undefined, gemini({ command, more: 1 }), true],
    ['gemini', undefined, { decision: 'Deny', reason: 'no' }, false],
    ['gemini', undefined, { permission: 'deny' }, false],
    ['gemini', undefined, { tool_input: { command } }, false],
    ['gemini', undefined, gemini({ description: 'no command' }), false],
    ['gemini', undefined, gemini({ command: 7 }), false],
    ['gemini', undefined, gemini([command]), false],
    ['gemini', undefined, [{ decision: 'deny' }], false],
    ['cursor', 'beforeShellExecution', { permission: 'allow' }, true],
    ['cursor', 'beforeShellExecution', { permission: 'deny', user_message: 'no', agent_message: 'no' }, true],
    ['cursor', 'beforeShellExecution', { permission: 'ask' }, true],
    ['cursor', 'beforeShellExecution', { permission: 'block' }, false],
    ['cursor', 'beforeShellExecution', { permission: 'allow', updated_input: { command } }, false],
    ['cursor', 'preToolUse', { permission: 'allow', updated_input: { command } }, true],
    ['cursor', 'preToolUse', { permission: 'deny', user_message: 'no', decision: 'deny', reason: 'no' }, true],
    ['cursor', 'preToolUse', { permission: 'ask' }, false],
    ['cursor', 'preToolUse', { permission: 'allow', updated_input: [command] }, false],
    ['cursor', 'preToolUse', { hookSpecificOutput: { permissionDecision: 'deny' } }, false],
    ['cursor', undefined, { permission: 'deny', user_message: 'no' }, true],
    ['cursor', undefined, null, false],
  ])('%s %s %j: %s', (name, part, value, taken) => {
    expect(taker(`answers/${name}.schema.json`, part)(value)).toBe(taken);
  });
});

describe('settings', () => {
  const command = `'/opt/my tools/gate' hook cursor`;
  const gemini = (hook: object, event = 'BeforeTool') => ({
    hooks: { [event]: [{ matcher: '^run_shell_command$', hooks: [hook] }] },
  });
  const cursor = (hook: object, event = 'beforeShellExecution') => ({ version: 1, hooks: { [event]: [hook] } });
  test.each<[string, unknown, boolean]>([
    ['gemini', { ui: { theme: 'x' } }, true],
    ['gemini', gemini({ type: 'command', command, name: 'gate', timeout: 60_000 }), true],
    ['gemini', gemini({ command }), false],
    ['gemini', gemini({ type: 'command', command: '' }), false],
    ['gemini', gemini({ type: 'command', command }, 'PreToolUse'), false],
    ['gemini', { hooks: { BeforeTool: [{ type: 'command', command }] } }, false],
    ['cursor', cursor({ command, timeout: 60, failClosed: true }), true],
    ['cursor', cursor({ command, matcher: '^Shell$' }, 'preToolUse'), true],
    ['cursor', cursor({ type: 'prompt', prompt: 'Is it safe?' }), true],
    ['cursor', cursor({ command }, 'beforeShellExec'), false],
    ['cursor', cursor({ command, timeout: 0 }), false],
    ['cursor', cursor({ command, failClosed: 'yes' }), false],
    ['cursor', cursor({ command: 'gate hook cursor --url https://gate.example' }), false],
    ['cursor', { hooks: {} }, false],
  ])('%s %j: %s', (name, value, taken) => {
    expect(taker(`settings/${name}.schema.json`)(value)).toBe(taken);
  });
});

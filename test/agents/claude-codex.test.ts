import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claude } from '../../src/agents/harnesses/claude.ts';
import { codex } from '../../src/agents/harnesses/codex.ts';
import { Malformed } from '../../src/agents/tool-call.ts';

/** The fixtures of two harnesses: what they send, what they act on, what their settings hold; and that gate fits them. */

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const lines = (name: string) =>
  read(`payloads/${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Whether a schema of this folder takes a value; `part` names one of its `$defs`. */
function taker(path: string, part?: string): (value: unknown) => boolean {
  const schema = JSON.parse(read(path));
  const checked = z.fromJSONSchema(
    part === undefined ? schema : { $schema: schema.$schema, $defs: schema.$defs, $ref: `#/$defs/${part}` },
  );
  return (value) => checked.safeParse(value).success;
}

const COMMON = ['session_id', 'transcript_path', 'cwd', 'hook_event_name'];
const KEYS = {
  claude: [...COMMON, 'prompt_id', 'permission_mode', 'agent_id', 'agent_type', 'effort', 'mcp_server'],
  codex: [...COMMON, 'turn_id', 'model', 'permission_mode', 'agent_id', 'agent_type'],
};

describe.each([
  ['claude', claude],
  ['codex', codex],
] as const)('payloads of %s', (name, harness) => {
  const all = lines(name);
  const calls = all.filter(({ payload }) => payload.hook_event_name === 'PreToolUse');
  const shell = calls.filter(
    ({ payload }) => ['Bash', 'Monitor'].includes(payload.tool_name) && payload.tool_input.command !== undefined,
  );

  test('each has an id of its own, a source, a payload and a note', () => {
    for (const line of all) expect(Object.keys(line)).toEqual(['id', 'from', 'payload', 'note']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(35);
  });

  test('a call has the documented fields and no others', () => {
    for (const { id, payload } of calls) {
      expect([...KEYS[name], 'tool_name', 'tool_input', 'tool_use_id'], id).toEqual(
        expect.arrayContaining(Object.keys(payload)),
      );
      expect(Object.keys(payload), id).toEqual(expect.arrayContaining([...COMMON, 'tool_use_id']));
    }
  });

  test('there are shell calls, calls of other tools and other events', () => {
    expect(shell.length).toBeGreaterThanOrEqual(30);
    expect(calls.length - shell.length).toBeGreaterThan(5);
    expect(all.length - calls.length).toBeGreaterThan(5);
  });

  test('gate reads the command of each shell call, in its directory, and nothing out of the rest', () => {
    for (const { id, payload } of all) {
      if (payload.tool_name === 'PowerShell') {
        expect(() => harness.read(payload), id).toThrow(Malformed);
        continue;
      }
      const call = harness.read(payload);
      expect(call?.text, id).toBe(shell.some((line) => line.id === id) ? payload.tool_input.command : undefined);
      if (call !== undefined) expect(call.cwd, id).toBe(payload.cwd);
    }
  });

  test('what gate answers is acted on, and takes no question of the harness away', () => {
    const takes = taker(`answers/${name}.schema.json`);
    const rewritten = taker(`answers/${name}.schema.json`, 'rewritten');
    for (const { id, payload } of shell) {
      expect(harness.passed(payload), id).toBe('');
      const answer = JSON.parse(harness.rewritten(payload, 'gate -- true') ?? 'null');
      expect(takes(answer), id).toBe(true);
      expect(rewritten(answer), id).toBe(true);
      expect(answer.hookSpecificOutput.updatedInput, id).toEqual({ ...payload.tool_input, command: 'gate -- true' });
    }
  });
});

describe('answers', () => {
  const pre = (more: object) => ({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...more } });
  const deny = { permissionDecision: 'deny', permissionDecisionReason: 'no' };
  const updatedInput = { command: `'/opt/my tools/gate' -- npm test` };
  // Beside each: whether Claude Code acts on it, whether Codex does. Tried on claude 2.1.330 and codex 0.169.0.
  test.each<[unknown, boolean, boolean]>([
    [{}, true, true],
    [pre(deny), true, true],
    [{ systemMessage: 'm', ...pre({ ...deny, additionalContext: 'c' }) }, true, true],
    [{ ...pre(deny), gate: 1 }, true, false],
    [pre({ ...deny, gate: 1 }), true, false],
    [pre({ permissionDecision: 'deny' }), true, false],
    [pre({ permissionDecision: 'deny', permissionDecisionReason: ' \n' }), true, false],
    [pre({ permissionDecision: 'allow' }), true, false],
    [pre({ permissionDecision: 'ask' }), true, false],
    [pre({ permissionDecision: 'defer' }), true, false],
    [pre({ permissionDecision: 'maybe' }), false, false],
    [pre({ updatedInput }), true, false],
    [pre({ permissionDecision: 'ask', updatedInput }), true, false],
    [pre({ permissionDecision: 'allow', updatedInput }), true, true],
    [pre({ permissionDecision: 'allow', updatedInput: { cmd: 'ls' } }), true, false],
    [pre({ permissionDecision: 'allow', updatedInput: 'ls' }), false, false],
    [pre({ additionalContext: 'c' }), true, true],
    [{ hookSpecificOutput: deny }, false, false],
    [{ hookSpecificOutput: { hookEventName: 'PostToolUse', ...deny } }, false, false],
    [{ decision: 'block', reason: 'no' }, true, true],
    [{ decision: 'block' }, true, false],
    [{ decision: 'approve', reason: 'yes' }, true, false],
    [{ decision: 'deny', reason: 'no' }, false, false],
    [{ continue: false, stopReason: 'no' }, true, false],
    [{ suppressOutput: true }, true, false],
    [[pre(deny)], false, false],
  ])('%j', (answer, ofClaude, ofCodex) => {
    expect(taker('answers/claude.schema.json')(answer)).toBe(ofClaude);
    expect(taker('answers/codex.schema.json')(answer)).toBe(ofCodex);
  });

  test('what takes the question of Claude Code away is not among the restrained answers', () => {
    const restrained = taker('answers/claude.schema.json', 'restrained');
    expect(restrained(pre(deny))).toBe(true);
    expect(restrained(pre({ updatedInput }))).toBe(true);
    expect(restrained(pre({ permissionDecision: 'allow', updatedInput }))).toBe(false);
    expect(restrained(pre({ permissionDecision: 'allow' }))).toBe(false);
    expect(restrained({ continue: false })).toBe(false);
  });
});

describe('settings', () => {
  const command = `'/opt/my tools/gate' hook claude`;
  const hooks = (entry: object, group: object = { matcher: 'Bash|Monitor|PowerShell' }) => ({
    hooks: { PreToolUse: [{ ...group, hooks: [entry] }] },
  });
  // Beside each: whether Claude Code loads the file, whether Codex does. Tried on claude 2.1.330 and codex 0.169.0.
  test.each<[unknown, boolean, boolean]>([
    [{}, true, true],
    [hooks({ type: 'command', command }), true, true],
    [hooks({ type: 'command', command, timeout: 60, onFailure: 'block' }), true, true],
    [hooks({ type: 'command', command }, {}), true, true],
    [{ description: 'gate', ...hooks({ type: 'command', command }) }, true, true],
    [{ model: 'opus', ...hooks({ type: 'command', command }) }, true, false],
    [{ $schema: 'x', ...hooks({ type: 'command', command }) }, true, false],
    [hooks({ type: 'command', command, onFailure: 'stop' }), false, true],
    [hooks({ type: 'command', command, timeout: 0 }), false, true],
    [hooks({ type: 'command', command, timeout: 0.5 }), true, false],
    [hooks({ type: 'command', command, timeout: '60' }), false, false],
    [hooks({ type: 'command' }), false, false],
    [hooks({ type: 'shell', command }), false, false],
    [hooks({ command }), false, false],
    [{ hooks: { PreToolUse: [{ type: 'command', command }] } }, false, true],
    [{ hooks: { PreToolUse: { matcher: 'Bash', hooks: [] } } }, false, false],
    [{ hooks: { Tomorrow: [], ...hooks({ type: 'command', command }).hooks } }, true, true],
  ])('%j', (settings, ofClaude, ofCodex) => {
    expect(taker('settings/claude.schema.json')(settings)).toBe(ofClaude);
    expect(taker('settings/codex.schema.json')(settings)).toBe(ofCodex);
  });
});

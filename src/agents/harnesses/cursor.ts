import { resolve } from 'node:path';
import { directory, given, milliseconds, part, text, word, words } from '../payload.ts';
import { type Harness, Malformed, type Payload, type ToolCall } from '../tool-call.ts';

/**
 * Cursor's `preToolUse` and `beforeShellExecution`, as of its 2.4 documentation. Only the first can rewrite; the second sees what
 * really runs, so a version that ignores the rewriting is stopped there. Cursor also runs the hooks of Claude Code's settings.
 */
export const cursor: Harness = {
  name: 'cursor',
  agent: 'cursor',
  recognises: (payload) => Object.hasOwn(payload, 'cursor_version') || Object.hasOwn(payload, 'conversation_id'),

  read(payload): ToolCall | undefined {
    const event = word(payload, 'hook_event_name');
    if (event === undefined) throw new Malformed('`hook_event_name` is missing');
    if (event === 'beforeShellExecution') return { tool: 'Shell', ...common(payload, payload) };
    if (event !== 'preToolUse') return undefined;
    const tool = word(payload, 'tool_name');
    if (tool === undefined) throw new Malformed('`tool_name` is missing');
    if (tool !== 'Shell') return undefined;
    const input = part(payload, 'tool_input');
    return {
      tool,
      ...common(payload, input),
      ...given('toolUse', word(payload, 'tool_use_id')),
      ...given('description', words(payload, 'agent_message')),
      ...given('timeoutMilliseconds', milliseconds(input, 'timeout')),
      asksAgain: true,
    };
  },

  passed: () => JSON.stringify({ permission: 'allow' }),

  rewritten(payload, command) {
    if (payload['hook_event_name'] !== 'preToolUse') return undefined;
    return JSON.stringify({ permission: 'allow', updated_input: { ...part(payload, 'tool_input'), command } });
  },
};

/** @param input where the command stands */
function common(payload: Payload, input: Payload): Omit<ToolCall, 'tool'> {
  const roots = payload['workspace_roots'];
  // Without one, or with an empty one, it is the workspace.
  const from = word(payload, 'cwd') ?? (Array.isArray(roots) ? roots[0] : undefined);
  const inside = word(input, 'cwd') ?? word(input, 'working_directory') ?? '.';
  return {
    text: text(input, 'command'),
    cwd: resolve(directory({ cwd: inside.startsWith('/') ? inside : from }, 'cwd'), inside),
    ...given('session', word(payload, 'session_id') ?? word(payload, 'conversation_id')),
  };
}

import { resolve } from 'node:path';
import { directory, given, part, text, word, words } from '../payload.ts';
import { type Harness, Malformed, type ToolCall } from '../tool-call.ts';

/**
 * Gemini CLI's `BeforeTool`, as of 0.61.0. A rewritten input replaces the whole one, and its own policy and its questions come
 * afterwards. Keys it does not know are ignored.
 */
export const gemini: Harness = {
  name: 'gemini',
  agent: 'gemini-cli',
  recognises: ({ hook_event_name: event }) => event === 'BeforeTool',

  read(payload): ToolCall | undefined {
    if (word(payload, 'hook_event_name') !== 'BeforeTool') return undefined;
    const tool = word(payload, 'tool_name');
    if (tool === undefined) throw new Malformed('`tool_name` is missing');
    if (tool !== 'run_shell_command') return undefined;
    const input = part(payload, 'tool_input');
    const inside = word(input, 'dir_path') ?? word(input, 'directory') ?? '.';
    return {
      tool,
      text: text(input, 'command'),
      cwd: resolve(directory(payload, 'cwd'), inside),
      ...given('session', word(payload, 'session_id')),
      ...given('description', words(input, 'description')),
    };
  },

  passed: () => '{}',

  rewritten: (payload, command) =>
    JSON.stringify({
      hookSpecificOutput: { hookEventName: 'BeforeTool', tool_input: { ...part(payload, 'tool_input'), command } },
    }),
};

import { directory, given, milliseconds, part, text, word, words } from '../payload.ts';
import { type Harness, Malformed, type ToolCall } from '../tool-call.ts';

/**
 * Claude Code's `PreToolUse`, as of 2.1.330. A rewritten input replaces the whole one and comes without a decision, so that
 * its own permission check stays. Keys it does not know are ignored; a wrong value makes it run the command.
 */
export const claude: Harness = {
  name: 'claude',
  agent: 'claude-code',
  recognises: ({ hook_event_name: event, turn_id: turn }) => event === 'PreToolUse' && turn === undefined,

  read(payload): ToolCall | undefined {
    if (word(payload, 'hook_event_name') !== 'PreToolUse') return undefined;
    const tool = word(payload, 'tool_name');
    if (tool === undefined) throw new Malformed('`tool_name` is missing');
    if (tool === 'PowerShell') throw new Malformed('gate does not read PowerShell; use the Bash tool');
    if (!SHELLS.includes(tool)) return undefined;
    const input = part(payload, 'tool_input');
    // Monitor watches a socket instead of a command when it is given one.
    if (tool === 'Monitor' && input['command'] === undefined && input['ws'] !== undefined) return undefined;
    return {
      tool,
      text: text(input, 'command'),
      cwd: directory(payload, 'cwd'),
      ...given('session', word(payload, 'session_id')),
      ...given('toolUse', word(payload, 'tool_use_id')),
      ...given('description', words(input, 'description')),
      ...given('permissionMode', word(payload, 'permission_mode')),
      ...given('agentType', word(payload, 'agent_type')),
      ...given('timeoutMilliseconds', milliseconds(input, 'timeout') ?? milliseconds(input, 'timeout_ms')),
    };
  },

  passed: () => '',

  rewritten: (payload, command) =>
    JSON.stringify({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        updatedInput: { ...part(payload, 'tool_input'), command },
      },
    }),
};

const SHELLS: readonly string[] = ['Bash', 'Monitor'];

import { directory, given, part, text, word } from '../payload.ts';
import { type Harness, Malformed, type ToolCall } from '../tool-call.ts';

/**
 * Codex's `PreToolUse`, as of 0.169.0. It takes a rewritten command only together with `allow`, refuses any key it does not know,
 * and runs the command when an answer is refused. `allow` carries the rewriting and skips none of its own checks. `cwd` is that of the call.
 */
export const codex: Harness = {
  name: 'codex',
  agent: 'codex',
  recognises: ({ hook_event_name: event, turn_id: turn }) => event === 'PreToolUse' && turn !== undefined,

  read(payload): ToolCall | undefined {
    if (word(payload, 'hook_event_name') !== 'PreToolUse') return undefined;
    const tool = word(payload, 'tool_name');
    if (tool === undefined) throw new Malformed('`tool_name` is missing');
    if (!SHELLS.includes(tool)) return undefined;
    const input = part(payload, 'tool_input');
    return {
      tool,
      text: text(input, input['command'] === undefined && input['cmd'] !== undefined ? 'cmd' : 'command'),
      cwd: directory(payload, 'cwd'),
      ...given('session', word(payload, 'session_id')),
      ...given('toolUse', word(payload, 'tool_use_id')),
      ...given('permissionMode', word(payload, 'permission_mode')),
      ...given('agentType', word(payload, 'agent_type')),
    };
  },

  passed: () => '',

  rewritten(payload, command) {
    const input = part(payload, 'tool_input');
    if (typeof input['command'] !== 'string') return undefined;
    return JSON.stringify({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'allow',
        updatedInput: { ...input, command },
      },
    });
  },
};

const SHELLS: readonly string[] = ['Bash', 'exec_command', 'shell', 'shell_command', 'local_shell'];

import type { HarnessName } from '../../../agents/settings/harness-settings.ts';

/** What a harness sends to its hook before it runs a line of shell, so that it is a call like any other. */

export const ATTEST_SESSION = 'gate-doctor-attest';

export interface Said {
  readonly event: string;
  readonly command: string;
  readonly cwd: string;
  /** Names this call in the record. */
  readonly toolUse: string;
  readonly now: number;
}

/** Undefined for an event at which the harness tells nothing of a line for a shell. */
export function payloadOf(harness: HarnessName, { event, command, cwd, toolUse, now }: Said): object | undefined {
  const description = 'gate doctor --attest: this line does nothing';
  switch (harness) {
    case 'claude':
    case 'codex':
      if (event !== 'PreToolUse') return undefined;
      return {
        ...{ session_id: ATTEST_SESSION, transcript_path: '', cwd, permission_mode: 'default', hook_event_name: event },
        ...(harness === 'codex' ? { turn_id: toolUse, model: 'none' } : {}),
        ...{ tool_name: 'Bash', tool_use_id: toolUse },
        tool_input: { command, ...(harness === 'claude' ? { description } : {}) },
      };
    case 'gemini':
      if (event !== 'BeforeTool') return undefined;
      return {
        ...{ session_id: ATTEST_SESSION, transcript_path: '', cwd, hook_event_name: event },
        ...{ timestamp: new Date(now).toISOString(), tool_name: 'run_shell_command' },
        tool_input: { command, description },
      };
    case 'cursor': {
      const common = {
        ...{ conversation_id: ATTEST_SESSION, generation_id: toolUse, model: 'none', session_id: ATTEST_SESSION },
        ...{ hook_event_name: event, cursor_version: '2.4.0', workspace_roots: [cwd], user_email: null },
        transcript_path: null,
      };
      if (event === 'beforeShellExecution') return { ...common, command, cwd, sandbox: false };
      if (event !== 'preToolUse') return undefined;
      return { ...common, tool_name: 'Shell', tool_use_id: toolUse, cwd, tool_input: { command, cwd } };
    }
  }
}

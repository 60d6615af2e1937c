import type { ClaimedCall } from '../audit/calls.ts';
import type { Harness, ToolCall } from './tool-call.ts';

/** What a harness says of a call, as it is recorded. */
export function claimedCall(
  { tool, session, toolUse, permissionMode, agentType }: ToolCall,
  { name }: Harness,
): ClaimedCall {
  return {
    ...{ hook: name, tool },
    ...(session === undefined ? {} : { session }),
    ...(toolUse === undefined ? {} : { tool_use: toolUse }),
    ...(permissionMode === undefined ? {} : { permission_mode: permissionMode }),
    ...(agentType === undefined ? {} : { agent_type: agentType }),
  };
}

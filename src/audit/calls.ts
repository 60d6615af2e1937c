import type { Action } from '../command/action.ts';
import type { Text } from '../command/manifest.ts';
import type { Decision } from '../policy/decision.ts';
import type { Principal } from '../request/request.ts';

/**
 * A tool call that a hook saw before its harness ran it: what it means and what was answered. Its outcome is not known
 * here; when it was handed to gate, the request names this event in `call`.
 */
export interface SeenCall {
  readonly principal: Principal;
  /** What the harness says about it; a claim, recorded and shown as one. */
  readonly claimed: ClaimedCall;
  /** The text for the shell. */
  readonly command: Text;
  /** What the agent says it does. */
  readonly description?: Text;
  readonly cwd: string;
  readonly host: string;
  readonly user: { readonly uid: number; readonly name: string };
  readonly actions: readonly Action[];
  readonly notes: readonly string[];
  readonly opaque: boolean;
  readonly decision: Decision;
  readonly answer: CallAnswer;
}

/** `passed`: the harness runs it; `rewritten`: it runs gate with it; `blocked`: it runs nothing. */
export type CallAnswer = 'passed' | 'rewritten' | 'blocked';

export interface ClaimedCall {
  /** Name of the hook that asked: `claude`, `codex`, `gemini`, `cursor`. */
  readonly hook: string;
  /** The harness's name for its shell tool. */
  readonly tool: string;
  readonly session?: string;
  readonly tool_use?: string;
  /** What the agent may do without asking its user: `default`, `bypassPermissions`, ... */
  readonly permission_mode?: string;
  /** The kind of subagent that calls. */
  readonly agent_type?: string;
}

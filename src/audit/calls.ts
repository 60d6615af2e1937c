import type { Action } from '../command/action.ts';
import type { Understanding } from '../command/command.ts';
import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import { redactedAction } from '../command/redact.ts';
import { shellWord } from '../command/shell-word.ts';
import type { Decision } from '../policy/decision.ts';
import type { Principal, Request } from '../request/request.ts';

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

export interface Sighted {
  readonly request: Pick<Request, 'principal' | 'cwd' | 'host' | 'user'>;
  readonly claimed: ClaimedCall;
  /** As the harness gave it. */
  readonly text: string;
  readonly description?: string;
  readonly understanding: Pick<Understanding, 'actions' | 'notes' | 'opaque'>;
  readonly decision: Decision;
  readonly answer: CallAnswer;
  readonly redact: (text: string) => Text;
}

/** The event of a call, with every secret taken out. Pure. */
export function seenCall({ request, claimed, text, description, understanding, redact, ...rest }: Sighted): SeenCall {
  const { principal, cwd, host, user } = request;
  return {
    ...{ principal, claimed, command: redact(text) },
    ...(description === undefined ? {} : { description: redact(description) }),
    ...{ cwd, host, user },
    actions: understanding.actions.map((action) => redactedAction(action, redact)),
    notes: understanding.notes.map((note) => flat(redact(note))),
    opaque: understanding.opaque,
    decision: rest.decision,
    answer: rest.answer,
  };
}

/** A line that a hook wrote, and nothing beside it, is in the record already; and what it runs will be. */
export function isOwnLine(text: string, gate: string, { actions }: Pick<Understanding, 'actions'>): boolean {
  const [only, ...more] = actions;
  if (only?.tool !== 'gate' || only.operation !== 'run' || more.length > 0) return false;
  return text.startsWith(`${shellWord(gate)} --call `);
}

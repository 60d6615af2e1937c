/** A tool call of an agent as a hook is told about it; everything in it is a claim of the harness. */
export interface ToolCall {
  /** The harness's name for the tool. */
  readonly tool: string;
  /** What its shell would run. */
  readonly text: string;
  /** Absolute; where the command would run. */
  readonly cwd: string;
  readonly session?: string;
  readonly toolUse?: string;
  readonly description?: string;
  readonly permissionMode?: string;
  readonly agentType?: string;
  /** How long the harness lets it run, where this call says so. */
  readonly timeoutMilliseconds?: number;
  /** The harness asks about the same call once more, right before it runs. */
  readonly asksAgain?: boolean;
}

/** One harness: how it tells about a tool call, and which answers it understands. One file each in `harnesses/`. */
export interface Harness {
  /** As in `gate hook NAME`. */
  readonly name: HookName;
  /** As in `request/harnesses.ts`: names the agent where the process does not. */
  readonly agent: string;
  /** Whether this payload is of this harness, whatever name the hook was installed under. */
  recognises(payload: Payload): boolean;
  /**
   * The shell command it is about; undefined for everything else.
   * @throws Malformed
   */
  read(payload: Payload): ToolCall | undefined;
  /** Standard output with status 0: it goes on untouched, after the harness's own questions. */
  passed(payload: Payload): string;
  /** The same with another command and nothing else changed; undefined where that cannot be said. */
  rewritten(payload: Payload, line: string): string | undefined;
}

export type HookName = 'claude' | 'codex' | 'gemini' | 'cursor';

export type Payload = Readonly<Record<string, unknown>>;

/** The payload is not what its harness documents; nothing can be judged by it. */
export class Malformed extends Error {}

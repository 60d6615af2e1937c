import { DEFAULT_TIMEOUT_SECONDS } from '../../cli/run-options.ts';

/** Longest time a call can ask for, in seconds. */
export const LONGEST_SECONDS = 3600;

/** What clients that say nothing about it allow: the default of the protocol's own libraries. */
const USUAL_SECONDS = 60;

/** For the answer's way back, on a busy machine too. */
const MARGIN_SECONDS = 6;

/**
 * Clients that are known to wait longer for a tool than a minute, by the beginning of the name they give themselves.
 * Claude Code: about 28 hours, and half an hour without a word over stdio; `MCP_TOOL_TIMEOUT` sets another time (its
 * documentation of environment variables). Gemini CLI: ten minutes (`MCP_DEFAULT_TIMEOUT_MSEC` of its source). Codex
 * waited 60 seconds in its first versions and longer in later ones, so it is not here; nor are Cursor and Claude Desktop.
 */
const PATIENT: readonly { readonly name: string; readonly seconds: number; readonly variable?: string }[] = [
  { name: 'claude-code', seconds: DEFAULT_TIMEOUT_SECONDS, variable: 'MCP_TOOL_TIMEOUT' },
  { name: 'gemini-cli-mcp-client', seconds: 600 },
];

/**
 * How long one call may last before it has to be answered, in seconds. A name is a claim, and nothing but this follows
 * from it.
 *
 * @param asked `timeout_seconds` of the call: whoever calls knows best
 * @param configured what the server was told that its client waits
 */
export function secondsFor(
  asked: number | undefined,
  configured: number | undefined,
  client: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  if (asked !== undefined) return asked;
  const known = configured === undefined ? PATIENT.find(({ name }) => client?.startsWith(name)) : undefined;
  const said = Number(known?.variable === undefined ? undefined : environment[known.variable]) / 1000;
  const allowed = Math.min(configured ?? known?.seconds ?? USUAL_SECONDS, said >= 1 ? said : Number.POSITIVE_INFINITY);
  return Math.max(1, Math.floor(allowed - Math.min(MARGIN_SECONDS, allowed / 2)));
}

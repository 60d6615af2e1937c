import type { OwnGate } from './own-gate.ts';

/** What a client's settings say to start this gate as a server, and where that belongs. Pure. */
export interface Settings {
  readonly text: string;
  /** For people, in one line. */
  readonly where: string;
}

/** What clients are told to wait for a tool where their settings can say so, and gate is told that they do. */
const WAITS = { option: ['--timeout', '10m'], seconds: 600 } as const;

type Started = Pick<OwnGate, 'program' | 'first'>;

/**
 * Shapes from each client's own documentation: `claude mcp add`, `mcp_servers` of Codex's config.toml, `mcpServers` of
 * Gemini CLI (timeout in milliseconds) and Cursor, `servers` of VS Code's mcp.json.
 */
export const CLIENTS: Readonly<Record<string, (gate: Started) => Settings>> = {
  claude: ({ program, first }) => ({
    text: `claude mcp add --scope user gate -- ${[program, ...first, 'mcp'].map(word).join(' ')}\n`,
    where: 'type this; Claude Code writes it into its settings',
  }),
  codex: (gate) => ({
    text: `[mcp_servers.gate]\ncommand = ${toml(gate.program)}\nargs = [${args(gate, WAITS.option).map(toml).join(', ')}]\ntool_timeout_sec = ${WAITS.seconds}\n`,
    where: 'belongs into ~/.codex/config.toml',
  }),
  gemini: (gate) => ({
    text: json({ mcpServers: { gate: { ...entry(gate, WAITS.option), timeout: WAITS.seconds * 1000 } } }),
    where: 'belongs into ~/.gemini/settings.json; keep what else is under mcpServers',
  }),
  cursor: (gate) => ({
    text: json({ mcpServers: { gate: { type: 'stdio', ...entry(gate) } } }),
    where: 'belongs into ~/.cursor/mcp.json; keep what else is under mcpServers',
  }),
  vscode: (gate) => ({
    text: json({ servers: { gate: { type: 'stdio', ...entry(gate) } } }),
    where: 'belongs into .vscode/mcp.json, or mcp.json of your profile; keep what else is under servers',
  }),
};

function entry(gate: Started, more: readonly string[] = []) {
  return { command: gate.program, args: args(gate, more) };
}

function args({ first }: Started, more: readonly string[]): readonly string[] {
  return [...first, 'mcp', ...more];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A basic string of TOML 1.0: JSON's escapes are all among its own, except that DEL must be escaped too. */
function toml(text: string): string {
  return JSON.stringify(text).replaceAll('\x7f', '\\u007f');
}

/** One word of a POSIX shell. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

import { expect, test } from 'vitest';
import { secondsFor } from '../../src/agents/mcp/patience.ts';

test.each([
  ['what the call asks for', 300, 20, 'claude-code', {}, 300],
  ['what was configured, less the way back', undefined, 600, 'anybody', {}, 594],
  ['what was configured, also where a name says more', undefined, 30, 'claude-code', {}, 24],
  ['a minute for clients that say nothing', undefined, undefined, 'cursor-vscode', {}, 54],
  ['a minute without any name', undefined, undefined, undefined, {}, 54],
  ['a patient client', undefined, undefined, 'claude-code', {}, 594],
  [
    'a patient client that was told to wait less',
    undefined,
    undefined,
    'claude-code',
    { MCP_TOOL_TIMEOUT: '30000' },
    24,
  ],
  ['no time is longer than gate waits', undefined, undefined, 'claude-code', { MCP_TOOL_TIMEOUT: '100000000' }, 594],
  ['a variable that is no time', undefined, undefined, 'claude-code', { MCP_TOOL_TIMEOUT: 'soon' }, 594],
  ["another client's variable", undefined, undefined, 'codex-mcp-client', { MCP_TOOL_TIMEOUT: '2000' }, 54],
  ['a name with the server behind it', undefined, undefined, 'gemini-cli-mcp-client-gate', {}, 594],
  ['hardly any time', undefined, 1, undefined, {}, 1],
] as const)('a call is answered in time: %s', (_, asked, configured, client, environment, seconds) => {
  expect(secondsFor(asked, configured, client, environment)).toBe(seconds);
});

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CLIENTS } from '../../src/agents/mcp/settings.ts';

const AWKWARD = { program: `/opt/it's "a" $HOME\\x/\x7f\u00e9/gate`, first: ['/opt/my gate.js'] };

describe('settings for a gate with an awkward path', () => {
  test('the shell reads the same words from the line for Claude Code', () => {
    const line = CLIENTS['claude']!(AWKWARD).text.replace(/^claude /, "printf '%s\\0' ");
    const { stdout } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
    const words = ['mcp', 'add', '--scope', 'user', 'gate', '--', AWKWARD.program, ...AWKWARD.first, 'mcp'];
    expect(stdout).toBe(words.map((word) => `${word}\0`).join(''));
  });

  test.each([
    ['gemini', 'mcpServers', ['--timeout', '10m']],
    ['cursor', 'mcpServers', []],
    ['vscode', 'servers', []],
  ])('JSON for %s', (client, servers, more) => {
    const { gate } = JSON.parse(CLIENTS[client]!(AWKWARD).text)[servers];
    expect(gate).toMatchObject({ command: AWKWARD.program, args: [...AWKWARD.first, 'mcp', ...more] });
  });

  test('TOML for Codex: basic strings with nothing in them that must be escaped', () => {
    const { text } = CLIENTS['codex']!(AWKWARD);
    const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => whole);
    expect(strings.map((each) => JSON.parse(each))).toEqual([
      AWKWARD.program,
      ...AWKWARD.first,
      'mcp',
      '--timeout',
      '10m',
    ]);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
    expect(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).toBe(
      '[mcp_servers.gate]\ncommand = ""\nargs = ["", "", "", ""]\ntool_timeout_sec = 600\n',
    );
  });
});

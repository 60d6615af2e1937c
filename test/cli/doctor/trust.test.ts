import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { WiredHook } from '../../../src/agents/settings/harness-settings.ts';
import { codexTrust } from '../../../src/cli/doctor/hooks/codex-trust.ts';
import { geminiTrust } from '../../../src/cli/doctor/hooks/gemini-trust.ts';
import { put } from '../../kit/hooked.ts';

const home = mkdtempSync(join(tmpdir(), 'gate-trust-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const here = { environment: {}, home, cwd: '/srv/shop/web' };

describe('Codex', () => {
  const file = '/home/ann/it"s/.codex/hooks.json';
  const hook: WiredHook = {
    ...{ event: 'PreToolUse', matcher: 'Bash', gate: '/g', line: '/g hook codex', whole: true },
    place: [1, 0],
  };
  const name = `${file.replace('"', '\\"')}:pre_tool_use`;

  test.each([
    ['untrusted', ''],
    ['trusted', `[hooks.state."${name}:1:0"]\ntrusted_hash = "sha256:00"\n`],
    [
      'trusted',
      `a = 1\n[hooks.state.'${file}:pre_tool_use:1:0'] # mine\nenabled = true\ntrusted_hash = 'sha256:00'\n[x]\n`,
    ],
    ['untrusted', `[hooks.state."${name}:0:0"]\ntrusted_hash = "sha256:00"\n`],
    ['untrusted', `[hooks.state."${name}:1:0"]\n[x]\nb = "sha256:00"\n`],
    ['switched off', `[features]\nhooks = false\n[hooks.state."${name}:1:0"]\ntrusted_hash = "sha256:00"\n`],
    ['not known', `[hooks]\nstate = { '${file}:pre_tool_use:1:0' = { trusted_hash = "sha256:00" } }\n`],
  ])('%s', (trust, text) => {
    put(join(home, '.codex/config.toml'), text);
    // The table of another entry names the same file: then it was not this one that was trusted.
    const found = codexTrust(file, hook, here);
    expect(found).toBe(trust);
  });

  test('nothing there is not trusted', () => {
    expect(codexTrust(file, hook, { ...here, home: '/nonexistent' })).toBe('untrusted');
    expect(codexTrust(file, hook, { ...here, environment: { CODEX_HOME: 'relative' } })).toBe('not known');
  });
});

describe('Gemini CLI', () => {
  test.each([
    ['trusted', { '/srv/shop': 'TRUST_FOLDER' }],
    ['trusted', { '/srv/shop/x': 'TRUST_PARENT' }],
    ['untrusted', { '/srv/shop': 'TRUST_FOLDER', '/srv/shop/web': 'DO_NOT_TRUST' }],
    ['not known', { '/srv/other': 'TRUST_FOLDER' }],
    ['not known', {}],
  ])('%s', (trust, rules) => {
    put(join(home, '.gemini/trustedFolders.json'), JSON.stringify(rules));
    expect(geminiTrust(here)).toBe(trust);
  });

  test('a broken file says nothing; the variable does', () => {
    put(join(home, '.gemini/trustedFolders.json'), 'null');
    expect(geminiTrust(here)).toBe('not known');
    expect(geminiTrust({ ...here, environment: { GEMINI_CLI_TRUST_WORKSPACE: 'true' } })).toBe('trusted');
  });
});

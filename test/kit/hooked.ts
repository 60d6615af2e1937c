import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HARNESS_SETTINGS, settingsOf } from '../../src/agents/settings/all.ts';
import type { HarnessName } from '../../src/agents/settings/harness-settings.ts';
import { GATE } from './gate.ts';

/** A home directory in which harnesses have gate's hook, as `gate init` writes it. @returns the settings file of each */
export function hooked(
  home: string,
  {
    gate = GATE,
    names = HARNESS_SETTINGS.map(({ name }) => name),
  }: { gate?: string; names?: readonly HarnessName[] } = {},
): Readonly<Record<HarnessName, string>> {
  const files = Object.fromEntries(HARNESS_SETTINGS.map((settings) => [settings.name, settings.path({}, home)]));
  for (const name of names) put(files[name]!, settingsOf(name).wire(undefined, gate));
  if (names.includes('codex')) trustInCodex(home, files['codex']!);
  if (names.includes('gemini')) put(join(home, '.gemini/trustedFolders.json'), JSON.stringify({ '/': 'TRUST_FOLDER' }));
  return files as Record<HarnessName, string>;
}

/** As Codex writes it when its person trusts a hook. */
export function trustInCodex(home: string, file: string): void {
  put(
    join(home, '.codex/config.toml'),
    `model = "x"\n\n[hooks.state."${file}:pre_tool_use:0:0"]\ntrusted_hash = "sha256:${'0'.repeat(64)}"\n`,
  );
}

export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

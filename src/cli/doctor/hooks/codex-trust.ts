import { join } from 'node:path';
import { settingsOf } from '../../../agents/settings/all.ts';
import { readCodexConfig } from '../../../agents/settings/codex-config.ts';
import type { WiredHook } from '../../../agents/settings/harness-settings.ts';
import { textAt } from '../../text-file.ts';
import type { Surroundings } from './settings-found.ts';

/**
 * Whether Codex runs a hook: only after its person trusted it there. `trusted`: they did, and whether it was changed since,
 * only Codex can tell. Facts: version 0.169.0, `[hooks.state."FILE:EVENT:ENTRY:HOOK"] trusted_hash`.
 */
export type CodexTrust = 'trusted' | 'untrusted' | 'switched off' | 'not known';

export function codexTrust(
  file: string,
  { place: [entry, hook] }: WiredHook,
  here: Pick<Surroundings, 'environment' | 'home'>,
): CodexTrust {
  let text: string | undefined;
  try {
    text = textAt(join(settingsOf('codex').directory(here.environment, here.home), 'config.toml'))?.text;
  } catch {
    return 'not known';
  }
  if (text === undefined) return 'untrusted';
  if (readCodexConfig(text).hooksOff) return 'switched off';
  const name = `${file}:pre_tool_use:${entry}:${hook}`;
  const tables = text.split(/^(?=\s*\[)/m);
  const own = tables.find((table) => {
    const [, quoted] = /^\s*\[\s*hooks\s*\.\s*state\s*\.\s*("(?:[^"\\]|\\.)*"|'[^']*')\s*\]/.exec(table) ?? [];
    return quoted !== undefined && plain(quoted) === name;
  });
  if (own !== undefined) return /^\s*trusted_hash\s*=\s*["']sha256:/m.test(own) ? 'trusted' : 'untrusted';
  // The same can be written in other forms of TOML; then nothing is claimed.
  return /trusted_hash/.test(text) && text.includes(file) ? 'not known' : 'untrusted';
}

function plain(quoted: string): string {
  const inside = quoted.slice(1, -1);
  return quoted.startsWith("'") ? inside : inside.replace(/\\(["\\])/g, '$1');
}

import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { cursor } from './cursor.ts';
import { gemini } from './gemini.ts';
import type { HarnessName, HarnessSettings } from './harness-settings.ts';

/** The harnesses whose settings gate knows. */
export const HARNESS_SETTINGS: readonly HarnessSettings[] = [claude, codex, gemini, cursor];

export function settingsOf(name: HarnessName): HarnessSettings {
  return HARNESS_SETTINGS.find((settings) => settings.name === name)!;
}

import { dirname, join } from 'node:path';
import { settingsOf } from '../../../agents/settings/all.ts';
import { textAt } from '../../text-file.ts';
import type { Surroundings } from './settings-found.ts';

/**
 * Whether Gemini CLI trusts this directory; in one that it does not, it runs no hooks, those of the user neither.
 * Facts: version 0.61.0, `trustedFolders.json`.
 */
export function geminiTrust({ environment, home, cwd }: Surroundings): 'trusted' | 'untrusted' | 'not known' {
  if (environment['GEMINI_CLI_TRUST_WORKSPACE'] === 'true') return 'trusted';
  let rules: unknown;
  try {
    const text = textAt(join(settingsOf('gemini').directory(environment, home), 'trustedFolders.json'))?.text;
    rules = text === undefined ? {} : JSON.parse(text);
  } catch {
    return 'not known';
  }
  if (typeof rules !== 'object' || rules === null) return 'not known';
  const all = Object.entries(rules).map(([path, rule]) => [rule === 'TRUST_PARENT' ? dirname(path) : path, rule]);
  for (let at = cwd; ; at = dirname(at)) {
    const rule = all.find(([path]) => path === at)?.[1];
    if (rule === 'DO_NOT_TRUST') return 'untrusted';
    if (rule === 'TRUST_FOLDER' || rule === 'TRUST_PARENT') return 'trusted';
    if (at === dirname(at)) return 'not known';
  }
}

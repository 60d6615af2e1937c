import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HARNESS_SETTINGS } from '../../../agents/settings/all.ts';
import type { HarnessName, HarnessSettings, WiredHook } from '../../../agents/settings/harness-settings.ts';
import { refused } from '../../../agents/settings/refused.ts';
import { reported } from '../../report.ts';
import { textAt } from '../../text-file.ts';
import { isExecutable } from '../installation.ts';

/** Where harnesses find their hooks here, and which of them are gate's. */

export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly cwd: string;
}

export interface HarnessFound {
  readonly harness: HarnessName;
  readonly title: string;
  /** Its program is in PATH, or its settings directory is there. */
  readonly here: boolean;
  readonly settings: readonly SettingsFound[];
  /** Why its hooks do not run although they stand in a file, one clause each. */
  readonly off: readonly string[];
  /** Hooks of others for the same events. */
  readonly others: number;
}

export interface SettingsFound {
  readonly of: 'user' | 'project' | 'machine';
  readonly path: string;
  readonly hooks: readonly WiredHook[];
  /** Why it cannot be read. */
  readonly invalid?: string;
}

export function harnessesFound(here: Surroundings): readonly HarnessFound[] {
  return HARNESS_SETTINGS.map((settings) => harnessFound(settings, here));
}

function harnessFound(settings: HarnessSettings, here: Surroundings): HarnessFound {
  const { environment, home, cwd } = here;
  const project = projectAbove(cwd);
  const off: string[] = [];
  let others = 0;
  const read = (of: SettingsFound['of'], place: () => string): readonly SettingsFound[] => {
    let path = '';
    try {
      path = place();
      const text = textAt(path)?.text;
      if (text === undefined) return [];
      const hooks = settings.wired(text);
      const why = [
        ...(switchesAllOff(settings.name) || hooks.length > 0 ? settings.switchedOff(text) : []),
        ...(hooks.length > 0 ? refused(settings.name, text) : []),
        ...(of === 'machine' && settings.name === 'claude' && hooks.length === 0 ? onlyManaged(text) : []),
      ];
      off.push(...why.map((clause) => `${clause} in ${path}`));
      others += settings.others(text);
      return [{ of, path, hooks }];
    } catch (error) {
      return [{ of, path, hooks: [], invalid: reported(error).message }];
    }
  };
  const found = [
    ...read('user', () => settings.path(environment, home)),
    // In the home directory itself, the project's file is the user's.
    ...(project === home ? [] : read('project', () => settings.path(environment, home, project))),
    // A person's own settings for one project.
    ...(settings.name === 'claude' && project !== home
      ? read('project', () => join(project, '.claude', 'settings.local.json'))
      : []),
    ...machinePlaces(settings.name, environment).flatMap((path) => read('machine', () => path)),
  ];
  return {
    harness: settings.name,
    title: settings.title,
    here: found.length > 0 || isHere(settings, here),
    settings: found,
    off,
    others,
  };
}

/** What one file of theirs says about hooks holds for those of all files. */
function switchesAllOff(name: HarnessName): boolean {
  return name === 'claude' || name === 'gemini';
}

/** Claude Code: the machine's owner lets no hooks run but those in this file. */
function onlyManaged(text: string): readonly string[] {
  const { allowManagedHooksOnly } = JSON.parse(text.replace(/^\ufeff/, '') || '{}') as Record<string, unknown>;
  return allowManagedHooksOnly === true ? ['`allowManagedHooksOnly` is true'] : [];
}

/** Settings of the machine's owner. Codex has its own form there, which gate does not write. */
function machinePlaces(name: HarnessName, environment: Surroundings['environment']): readonly string[] {
  const mac = process.platform === 'darwin';
  if (name === 'claude') {
    return [join(mac ? '/Library/Application Support/ClaudeCode' : '/etc/claude-code', 'managed-settings.json')];
  }
  if (name === 'gemini') {
    const moved = environment['GEMINI_CLI_SYSTEM_SETTINGS_PATH'];
    return [moved || join(mac ? '/Library/Application Support/GeminiCli' : '/etc/gemini-cli', 'settings.json')];
  }
  if (name === 'cursor') return [join(mac ? '/Library/Application Support/Cursor' : '/etc/cursor', 'hooks.json')];
  return [];
}

function isHere({ programs, directory }: HarnessSettings, { environment, home }: Surroundings): boolean {
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  if (folders.some((folder) => programs.some((program) => isExecutable(join(folder, program))))) return true;
  try {
    return existsSync(directory(environment, home));
  } catch {
    return false;
  }
}

/** The root of the work tree of git, else the directory itself: there harnesses look for a project's settings. */
export function projectAbove(cwd: string): string {
  for (let at = cwd; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return cwd;
  }
}

import { join } from 'node:path';
import { readCodexConfig } from '../agents/settings/codex-config.ts';
import type { HarnessName, HarnessSettings } from '../agents/settings/harness-settings.ts';
import { codexTrust } from './doctor/hooks/codex-trust.ts';
import { textAt } from './text-file.ts';

/** What the person has to do or to know after the settings of a harness were changed; one sentence each. */

export interface After {
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly state: string;
  readonly project: string | undefined;
  /** The settings as they are now. */
  readonly text: string | undefined;
  readonly undo: boolean;
  /** They were changed just now. */
  readonly changed: boolean;
}

export function adviceAfter(settings: HarnessSettings, after: After): readonly string[] {
  if (after.undo) return [`sessions of ${settings.title} that run already still have the hook: end them`];
  return [
    ...settings.switchedOff(after.text ?? '').map((why) => `the hook does NOT run yet: ${why}`),
    ...ADVICE[settings.name](settings, after),
    ...(after.project === undefined ? [] : [SHARED]),
    `sessions of ${settings.title} that run already do not have the hook: start them again`,
    `take it back with: gate init ${settings.name}${after.project === undefined ? '' : ' --project'} --undo`,
  ];
}

const SHARED =
  'this file goes to everybody who has the repository: where gate is not at that path, the hook blocks every command';

const ADVICE: Readonly<Record<HarnessName, (settings: HarnessSettings, after: After) => readonly string[]>> = {
  claude: () => [
    'what gate hands over becomes a line that starts with gate; the permission rules of Claude Code are matched against that line, so its deny and allow rules for the command itself do not apply to it, and Claude Code asks as for any new command',
  ],
  codex: codexAdvice,
  gemini: () => [
    'what gate hands over becomes a line that starts with gate; policies of Gemini CLI are matched against that line: allowing it for ever allows all such lines, and gate alone asks then',
    'hooks do not run in a folder that Gemini CLI does not trust, and a `.gemini/settings.json` of a project can switch them off: `gate doctor` looks at both files',
  ],
  cursor: () => [
    'what gate hands over becomes a line that starts with gate; the allowlist of Cursor is matched against that line',
    'text typed into a shell that runs in the background is not seen by any hook',
  ],
};

function codexAdvice(settings: HarnessSettings, after: After): readonly string[] {
  const { environment, home, state, project } = after;
  const config = join(settings.directory(environment, home), 'config.toml');
  const { hooksOff, ownHooks, sandboxTable, roots } = readCodexConfig(textOf(config));
  const line = `writable_roots = [${JSON.stringify(state)}]`;
  const missing =
    roots === undefined
      ? [
          sandboxTable
            ? `in ${config}, under [sandbox_workspace_write], add: ${line}`
            : `in ${config}, at the end, add the two lines: [sandbox_workspace_write] and ${line}`,
        ]
      : [`in ${config}, add ${JSON.stringify(state)} to writable_roots`];
  return [
    ...(isTrusted(settings, after) ? [] : [UNTRUSTED]),
    ...(hooksOff ? [`the hook does NOT run yet: hooks are switched off under [features] in ${config}`] : []),
    ...(roots?.includes(JSON.stringify(state))
      ? []
      : [
          "commands run in Codex's sandbox, where gate can only record and ask when its own directory is writable:",
          ...missing,
        ]),
    ...(ownHooks ? [`${config} has hooks too: both run, and Codex says that it prefers one place`] : []),
    ...(project === undefined ? [] : ['Codex reads it only in a project that it trusts']),
  ];
}

const UNTRUSTED =
  'NOW open `codex`, type /hooks, look at the hook and trust it: until then Codex skips it without a word';

/** As far as can be seen from outside, and only where nothing was changed just now: another hook is trusted anew. */
function isTrusted(settings: HarnessSettings, { environment, home, project, text, changed }: After): boolean {
  const file = settings.path(environment, home, project);
  const hooks = settings.wired(text ?? '');
  return !changed && hooks.every((hook) => codexTrust(file, hook, { environment, home }) === 'trusted');
}

function textOf(path: string): string {
  try {
    return textAt(path)?.text ?? '';
  } catch {
    return '';
  }
}

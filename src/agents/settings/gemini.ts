import { join } from 'node:path';
import { guarded } from './command-line.ts';
import { at, entriesIn, type Form, leftOf, othersIn, unwireEntries, wireEntries } from './entries.ts';
import type { HarnessSettings } from './harness-settings.ts';
import { type Dialect, plainOf, readText } from './json-text.ts';
import { moved } from './moved.ts';

/** Gemini CLI: `settings.json`, with comments. Facts: version 0.61.0. */
export const gemini: HarnessSettings = {
  name: 'gemini',
  title: 'Gemini CLI',
  programs: ['gemini'],
  directory: (environment, home) => join(moved('GEMINI_CLI_HOME', environment) ?? home, '.gemini'),
  path: (environment, home, project) =>
    join(project === undefined ? gemini.directory(environment, home) : join(project, '.gemini'), 'settings.json'),
  wire: (text = '', gate) => wireEntries(text, gate, FORM),
  unwire: (text, original) => leftOf(unwireEntries(text, FORM, original), original),
  wired: (text) => entriesIn(text, FORM),
  others: (text) => othersIn(text, FORM),
  switchedOff(text) {
    const { root } = readText(text, DIALECT);
    const enabled = at(root, ['hooksConfig', 'enabled']);
    const disabled = at(root, ['hooksConfig', 'disabled']);
    const names = disabled?.type === 'Array' ? (plainOf(disabled) as unknown[]) : [];
    return [
      ...(enabled?.type === 'Boolean' && !enabled.value ? ['`hooksConfig.enabled` is false'] : []),
      ...(names.includes(NAME) ? [`\`hooksConfig.disabled\` has \`${NAME}\` in it`] : []),
    ];
  },
};

const DIALECT: Dialect = { comments: true, mark: false };

const NAME = 'gate';

const FORM: Form = {
  harness: 'gemini',
  dialect: DIALECT,
  grouped: true,
  places: (gate) => ({
    BeforeTool: {
      // A regular expression that is found anywhere in the name, so it says where the name begins and ends.
      matcher: '^run_shell_command$',
      // Milliseconds; gate answers in ten seconds.
      hooks: [{ name: NAME, type: 'command', command: guarded(gate, 'gemini'), timeout: 60_000 }],
    },
  }),
};

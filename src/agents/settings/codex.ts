import { join } from 'node:path';
import { guardedInAnyShell } from './command-line.ts';
import { entriesIn, type Form, leftOf, othersIn, unwireEntries, wireEntries } from './entries.ts';
import type { HarnessSettings } from './harness-settings.ts';
import { moved } from './moved.ts';

/**
 * Codex CLI: `hooks.json`, which it reads beside the `[hooks]` of `config.toml`; hooks of both run. Facts: version 0.169.0.
 * A hook runs only after the person trusted it there, and a changed one must be trusted again.
 */
export const codex: HarnessSettings = {
  name: 'codex',
  title: 'Codex',
  programs: ['codex'],
  directory: (environment, home) => moved('CODEX_HOME', environment) ?? join(home, '.codex'),
  path: (environment, home, project) =>
    join(project === undefined ? codex.directory(environment, home) : join(project, '.codex'), 'hooks.json'),
  wire: (text = '', gate) => wireEntries(text, gate, FORM),
  unwire: (text, original) => leftOf(unwireEntries(text, FORM, original), original),
  wired: (text) => entriesIn(text, FORM),
  others: (text) => othersIn(text, FORM),
  switchedOff: () => [],
};

const FORM: Form = {
  harness: 'codex',
  dialect: { comments: false, mark: false },
  grouped: true,
  places: (gate) => ({
    // Seconds; gate answers in ten. The line is one for `$SHELL -lc`. A key that Codex does not know may cost the hook.
    PreToolUse: {
      matcher: 'Bash',
      hooks: [{ type: 'command', command: guardedInAnyShell(gate, 'codex'), timeout: 60 }],
    },
  }),
};

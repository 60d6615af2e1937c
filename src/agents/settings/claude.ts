import { join } from 'node:path';
import { GateError } from '../../errors.ts';
import { guarded, isGate } from './command-line.ts';
import {
  appendedAt,
  at,
  entriesIn,
  type Form,
  leftOf,
  othersIn,
  pruned,
  unwireEntries,
  wireEntries,
} from './entries.ts';
import type { HarnessSettings } from './harness-settings.ts';
import { type Dialect, plainOf, readText, removed, replaced } from './json-text.ts';
import { moved } from './moved.ts';

/** Claude Code: `settings.json`, read with a strict JSON parser. Facts: version 2.1.330. */
export const claude: HarnessSettings = {
  name: 'claude',
  title: 'Claude Code',
  programs: ['claude'],
  directory: (environment, home) => moved('CLAUDE_CONFIG_DIR', environment) ?? join(home, '.claude'),
  path: (environment, home, project) =>
    join(project === undefined ? claude.directory(environment, home) : join(project, '.claude'), 'settings.json'),
  wire(text = '', gate, { noSecondPrompt = false, real = gate } = {}) {
    const wired = wireEntries(text, gate, FORM);
    return noSecondPrompt || ownRules(wired).length > 0 ? withRule(wired, real) : wired;
  },
  unwire(text, original) {
    let now = unwireEntries(text, FORM, original);
    for (let [rule] = ownRules(now); rule !== undefined; [rule] = ownRules(now)) {
      now = pruned(removed(rule.read, rule.list, rule.index), ['permissions', 'allow'], DIALECT, original);
      now = pruned(now, ['permissions'], DIALECT, original);
    }
    return leftOf(now, original);
  },
  wired: (text) => entriesIn(text, FORM),
  others: (text) => othersIn(text, FORM),
  switchedOff(text) {
    const off = at(readText(text, DIALECT).root, ['disableAllHooks']);
    return off?.type === 'Boolean' && off.value ? ['`disableAllHooks` is true'] : [];
  },
};

const DIALECT: Dialect = { comments: false, mark: true };

const FORM: Form = {
  harness: 'claude',
  dialect: DIALECT,
  grouped: true,
  places: (gate) => ({
    PreToolUse: {
      // Every tool that takes a line for a shell.
      matcher: 'Bash|Monitor|PowerShell',
      // Seconds; gate answers in ten. Too slow, killed and the like block with `onFailure`, in versions that know it.
      hooks: [{ type: 'command', command: guarded(gate, 'claude'), timeout: 60, onFailure: 'block' }],
    },
  }),
};

/** Lines that gate itself wrote, by the text they begin with. @throws GateError USAGE when a rule cannot hold the path as it is */
function ruleFor(gate: string): string {
  if (!/^[\w@%+=,./-]+$/.test(gate)) {
    throw new GateError('USAGE', `no permission rule can hold \`${gate}\``, {
      hint: 'move gate to a path of letters, digits and `._/-`, or go without --no-second-prompt',
    });
  }
  return `Bash(${gate} --call:*)`;
}

function ownRules(text: string) {
  const read = readText(text, DIALECT);
  const list = at(read.root, ['permissions', 'allow']);
  if (list?.type !== 'Array') return [];
  return list.elements.flatMap(({ value }, index) => {
    const [, gate] = /^Bash\((\/\S+) --call:\*\)$/.exec(value.type === 'String' ? value.value : '') ?? [];
    return gate !== undefined && isGate(gate) ? [{ read, list, index, value }] : [];
  });
}

function withRule(text: string, gate: string): string {
  const [rule, second] = ownRules(text);
  if (rule === undefined) return appendedAt(readText(text, DIALECT), ['permissions', 'allow'], ruleFor(gate));
  if (second !== undefined) return withRule(removed(second.read, second.list, second.index), gate);
  return plainOf(rule.value) === ruleFor(gate) ? text : replaced(rule.read, rule.value, ruleFor(gate));
}

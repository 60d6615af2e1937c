import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { guardedInAnyShell } from './command-line.ts';
import { at, entriesIn, type Form, leftOf, othersIn, unwireEntries, wireEntries } from './entries.ts';
import type { HarnessSettings, Original } from './harness-settings.ts';
import { type Dialect, inserted, plainOf, readText, removed } from './json-text.ts';

/**
 * Cursor: `hooks.json`, with comments. Its reader cuts `//` inside texts too, and drops the whole file for one thing it does
 * not know. Facts: documentation of 2026-08-25 and the hook runtime of @cursor/sdk 1.0.32.
 */
export const cursor: HarnessSettings = {
  name: 'cursor',
  title: 'Cursor',
  programs: ['cursor', 'cursor-agent'],
  directory: (_, home) => join(home, '.cursor'),
  path: (environment, home, project) =>
    join(project === undefined ? cursor.directory(environment, home) : join(project, '.cursor'), 'hooks.json'),
  wire: (text = '', gate) => wireEntries(withVersion(text), gate, FORM),
  unwire(text, original) {
    const rest = unwireEntries(text, FORM, original);
    return leftOf(rest === text ? text : withoutVersion(rest, original), original);
  },
  wired: (text) => entriesIn(text, FORM),
  others: (text) => othersIn(text, FORM),
  switchedOff(text) {
    const { root } = readText(text, DIALECT);
    const version = at(root, ['version']);
    return [
      ...(version?.type === 'Number' ? [] : ['`version` is missing, and Cursor drops such a file']),
      ...(slashes(text) ? ['`//` stands inside a text, where Cursor takes it for a comment'] : []),
    ];
  },
};

const DIALECT: Dialect = { comments: true, mark: false };

const FORM: Form = {
  harness: 'cursor',
  dialect: DIALECT,
  grouped: false,
  places: (gate) => {
    // One simple command: Cursor appends a here-document to it. Seconds; gate answers in ten.
    const entry = { command: guardedInAnyShell(gate, 'cursor'), timeout: 60, failClosed: true };
    return {
      // The first can rewrite; the second sees what really runs, also where a version ignores what the first said.
      preToolUse: { ...entry, matcher: '^Shell$' },
      beforeShellExecution: entry,
    };
  },
};

function withVersion(text: string): string {
  const read = readText(text, DIALECT);
  return at(read.root, ['version']) === undefined ? inserted(read, read.root, 1, 'version') : text;
}

/** Only what gate added, and only when nobody has come to rely on it. */
function withoutVersion(text: string, original: Original | undefined): string {
  if (original === undefined) return text;
  const read = readText(text, DIALECT);
  const before = readText(original.text ?? '', DIALECT);
  const { version, ...rest } = plainOf(read.root) as Record<string, unknown>;
  if (at(before.root, ['version']) !== undefined || !isDeepStrictEqual(rest, plainOf(before.root))) return text;
  const index = read.root.members.findIndex(({ name }) => name.type === 'String' && name.value === 'version');
  return index < 0 || version !== 1 ? text : removed(read, read.root, index);
}

/** Whether a text of the file holds what its reader takes for a comment. */
function slashes(text: string): boolean {
  return JSON.stringify(plainOf(readText(text, DIALECT).root)).includes('//');
}

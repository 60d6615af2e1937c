import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyChange, type FileChange, planned, renderChange, undoChange } from '../../src/cli/file-change.ts';

let directory: string;
let clock = 0;
const moment = {
  now: () => Date.UTC(2026, 0, 1) + clock++ * 1000,
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-change-'));
  return () => rmSync(directory, { recursive: true, force: true });
});
const umask = process.umask(0o022);
afterEach(() => process.umask(umask));

const at = (...names: string[]) => join(directory, ...names);
const read = (path: string) => readFileSync(path, 'utf8');
const mode = (path: string) => statSync(path).mode & 0o777;

/** Plans and applies, and fails unless it was written. */
function write(path: string, text: string | undefined): string {
  const applied = applyChange(planned(path, text), moment);
  if (applied.kind !== 'written') throw new Error(applied.kind);
  return applied.backup;
}

describe('applying a change', () => {
  test('planning and showing it touches nothing', () => {
    writeFileSync(at('settings'), 'a\n');
    expect(renderChange(planned(at('settings'), 'b\n'), { color: false })).toContain('+b');
    renderChange(planned(at('none', 'settings'), 'b\n'), { color: false });
    expect(readdirSync(directory)).toEqual(['settings']);
    expect(read(at('settings'))).toBe('a\n');
  });

  test('a new file is private, and so are the directories that are made for it', () => {
    const path = at('gate', 'deep', 'config.yaml');
    write(path, 'version: 1\n');
    expect(read(path)).toBe('version: 1\n');
    expect([mode(path), mode(at('gate')), mode(at('gate', 'deep'))]).toEqual([0o600, 0o700, 0o700]);
  });

  test('a new file for a project has the mode that was asked for', () => {
    const change = planned(at('.claude', 'settings.json'), '{}\n', { mode: 0o666, directoryMode: 0o777 });
    expect(applyChange(change, moment).kind).toBe('written');
    expect([mode(at('.claude')), mode(at('.claude', 'settings.json'))]).toEqual([0o755, 0o644]);
  });

  test('a file that exists keeps its mode, and so does what is kept of it', () => {
    writeFileSync(at('settings'), 'a\n');
    chmodSync(at('settings'), 0o640);
    const backup = write(at('settings'), 'b\n');
    expect([read(at('settings')), read(backup)]).toEqual(['b\n', 'a\n']);
    expect([mode(at('settings')), mode(backup)]).toEqual([0o640, 0o640]);
    expect(backup).toMatch(/\/settings\.before-20260101T\d{9}Z-[0-9a-f]{16}$/);
  });

  test('the same text is no change, and keeps nothing', () => {
    writeFileSync(at('settings'), 'a\n');
    const change = planned(at('settings'), 'a\n');
    expect([renderChange(change, { color: true }), applyChange(change, moment)]).toEqual(['', { kind: 'unchanged' }]);
    expect(readdirSync(directory)).toEqual(['settings']);
  });

  test.each<[string, (path: string) => void]>([
    ['edited', (path) => writeFileSync(path, 'theirs\n')],
    ['removed', (path) => rmSync(path)],
  ])('a file that was %s after it was planned is left as it is', (_, act) => {
    writeFileSync(at('settings'), 'a\n');
    const change = planned(at('settings'), 'b\n');
    act(at('settings'));
    const left = readdirSync(directory);
    expect(applyChange(change, moment)).toEqual({ kind: 'outrun' });
    expect(readdirSync(directory)).toEqual(left);
    if (left.length > 0) expect(read(at('settings'))).toBe('theirs\n');
  });

  test('a file that appeared after it was planned is left as it is', () => {
    const change = planned(at('settings'), 'b\n');
    writeFileSync(at('settings'), 'theirs\n');
    expect(applyChange(change, moment)).toEqual({ kind: 'outrun' });
    expect([read(at('settings')), readdirSync(directory)]).toEqual(['theirs\n', ['settings']]);
  });

  test('a link stays a link, what it leads to is written, and that is said', () => {
    mkdirSync(at('dotfiles'));
    writeFileSync(at('dotfiles', 'settings'), 'a\n');
    symlinkSync('dotfiles/settings', at('settings'));
    const change = planned(at('settings'), 'b\n');
    expect(renderChange(change, { color: false })).toMatch(/settings is a link, .*\/dotfiles\/settings\n--- /);
    expect(applyChange(change, moment)).toMatchObject({
      kind: 'written',
      backup: expect.stringContaining(at('settings.before-')),
    });
    expect([readlinkSync(at('settings')), read(at('dotfiles', 'settings'))]).toEqual(['dotfiles/settings', 'b\n']);
    expect(undoChange(at('settings'), moment)).toMatchObject({ kind: 'restored' });
    expect([lstatSync(at('settings')).isSymbolicLink(), read(at('dotfiles', 'settings'))]).toEqual([true, 'a\n']);
  });

  test('a link to nothing yet gets its file there', () => {
    symlinkSync(at('dotfiles', 'settings'), at('settings'));
    write(at('settings'), 'b\n');
    expect([lstatSync(at('settings')).isSymbolicLink(), read(at('dotfiles', 'settings'))]).toEqual([true, 'b\n']);
  });

  test.each<[string, (path: string) => void, RegExp]>([
    ['a directory', (path) => mkdirSync(path), /not a regular file/],
    ['a pipe', (path) => spawnSync('mkfifo', [path]), /not a regular file/],
    ['bytes that are no text', (path) => writeFileSync(path, Buffer.from([0x61, 0xff])), /not valid UTF-8/],
    ['a link to itself', (path) => symlinkSync(path, path), /cannot be read \(ELOOP\)/],
    ['17 MiB', (path) => writeFileSync(path, Buffer.alloc(17 << 20, 97)), /longer than 16 MiB/],
  ])('%s is refused', (_, make, why) => {
    make(at('settings'));
    expect(() => planned(at('settings'), 'b\n')).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringMatching(why) }),
    );
  });
});

describe('taking a change back', () => {
  test('goes back step by step, and then there is nothing left', () => {
    writeFileSync(at('settings'), 'a\n');
    write(at('settings'), 'b\n');
    write(at('settings'), 'c\n');
    for (const text of ['b\n', 'a\n']) {
      expect(undoChange(at('settings'), moment)).toMatchObject({ kind: 'restored', removed: false });
      expect(read(at('settings'))).toBe(text);
    }
    expect(undoChange(at('settings'), moment)).toEqual({ kind: 'nothing' });
    expect(readdirSync(directory)).toEqual(['settings']);
  });

  test('takes away a file that was made, and brings back one that was removed', () => {
    write(at('made'), 'b\n');
    expect(undoChange(at('made'), moment)).toMatchObject({ kind: 'restored', removed: true });
    writeFileSync(at('gone'), 'a\n', { mode: 0o640 });
    write(at('gone'), undefined);
    expect(existsSync(at('gone'))).toBe(false);
    expect(undoChange(at('gone'), moment)).toMatchObject({ kind: 'restored', removed: false });
    expect([readdirSync(directory), read(at('gone')), mode(at('gone'))]).toEqual([['gone'], 'a\n', 0o640]);
  });

  test.each<[string, (path: string) => void]>([
    ['edited', (path) => writeFileSync(path, 'mine\n')],
    ['removed', (path) => rmSync(path)],
  ])('leaves a file alone that was %s since, and names what it kept', (_, act) => {
    writeFileSync(at('settings'), 'a\n');
    const backup = write(at('settings'), 'b\n');
    act(at('settings'));
    expect(undoChange(at('settings'), moment)).toEqual({ kind: 'edited', backup });
    expect([existsSync(at('settings')) && read(at('settings')), read(backup)]).toEqual([
      existsSync(at('settings')) && 'mine\n',
      'a\n',
    ]);
  });

  test('passes over a backup of a change that broke off before it was made', () => {
    writeFileSync(at('settings'), 'a\n');
    write(at('settings'), 'b\n');
    const broken = at('settings.before-20990101T000000000Z-0123456789abcdef');
    writeFileSync(broken, 'b\n');
    expect(undoChange(at('settings'), moment)).toMatchObject({ kind: 'restored' });
    expect(read(at('settings'))).toBe('a\n');
  });

  test('does not take the backup of a file with a longer name', () => {
    write(at('settings.json'), '{}\n');
    expect(undoChange(at('settings'), moment)).toEqual({ kind: 'nothing' });
  });
});

describe('showing a change', () => {
  const change = (before: string | undefined, after: string | undefined): FileChange => ({
    ...{ path: '/nowhere/x', target: '/nowhere/x', before, after, mode: 0o600, directoryMode: 0o700 },
  });
  const shown = (before: string | undefined, after: string | undefined) =>
    renderChange(change(before, after), { color: false });

  test('what is not plain text is escaped', () => {
    const text = shown('a\x1b[2J\r\n', 'b\u202eevil\n');
    expect(text).toContain('-a\\x1b[2J\\r\n');
    expect(text).toContain('+b\\u{202e}evil\n');
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('a file that comes and one that goes are named as that', () => {
    expect(shown(undefined, 'a\n')).toBe('--- (no such file yet)\n+++ /nowhere/x\n@@ -0,0 +1 @@\n+a\n');
    expect(shown('a\n', undefined)).toBe('--- /nowhere/x\n+++ (removed)\n@@ -1 +0,0 @@\n-a\n');
  });

  test('colour stands around whole lines', () => {
    expect(renderChange(change('a\n', 'b\n'), { color: true })).toContain('\x1b[31m-a\x1b[0m\n\x1b[32m+b\x1b[0m\n');
  });

  test('a last line without its newline is not the same as one with it', () => {
    expect(shown('a', 'a\n')).toContain('-a\n\\ No newline at end of file\n+a\n');
  });

  /** As git reads it. */
  const apply = (before: string, diff: string) => {
    writeFileSync(at('x'), before);
    const named = diff.replaceAll('/nowhere/x', 'x');
    const options = {
      cwd: directory,
      input: named,
      encoding: 'utf8',
      env: { ...process.env, GIT_DIR: at('none') },
    } as const;
    const { status, stderr } = spawnSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], options);
    if (status !== 0) throw new Error(`${stderr}${diff}`);
    return read(at('x'));
  };
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const words = fc.array(word, { maxLength: 30 });
  const text = fc
    .tuple(words, fc.boolean())
    .map(([lines, open]) => lines.join('\n') + (open || lines.length === 0 ? '' : '\n'));

  test('git makes the one text of the other by it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '');
        expect(apply(before, shown(before, after))).toBe(after);
      }),
      { numRuns: 60 },
    );
  });

  test('so does one of ten thousand lines, as one piece', () => {
    const lines = (name: string) => Array.from({ length: 10_000 }, (_, index) => `${name}${index}\n`).join('');
    const before = `head\n${lines('a')}tail\n`;
    const after = `head\n${lines('b')}tail\n`;
    const diff = shown(before, after);
    expect(diff.split('\n').slice(2, 5)).toEqual(['@@ -1,10002 +1,10002 @@', ' head', '-a0']);
    expect(apply(before, diff)).toBe(after);
    expect(apply(before, shown(before, `head\n${lines('a')}${lines('b')}tail\n`))).toBe(
      `head\n${lines('a')}${lines('b')}tail\n`,
    );
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/command/files.ts';
import { digestFile, resolveExecutable } from '../../src/command/pin.ts';

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gate-pin-')));
  for (const folder of ['one', 'two']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'one', 'plain'), 'x', { mode: 0o644 });
  writeFileSync(join(root, 'two', 'plain'), '#!/bin/sh\n', { mode: 0o755 });
  mkdirSync(join(root, 'one', 'folder'));
  writeFileSync(join(root, 'here'), '#!/bin/sh\n', { mode: 0o755 });
  symlinkSync(join(root, 'two', 'plain'), join(root, 'one', 'link'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const path = () => [join(root, 'one'), join(root, 'two')].join(':');

describe('finding the program', () => {
  test('skips what cannot be executed when a later directory has it', () => {
    expect(resolveExecutable('plain', path(), root).path).toBe(join(root, 'two', 'plain'));
  });

  test('follows links for the real path', () => {
    expect(resolveExecutable('link', path(), root)).toEqual({
      path: join(root, 'one', 'link'),
      realpath: join(root, 'two', 'plain'),
    });
  });

  test('a name with a slash is a path from the current directory', () => {
    expect(resolveExecutable('./here', '', root).path).toBe(join(root, 'here'));
  });

  test.each([
    ['a name that is nowhere', 'absent', () => path(), 'COMMAND_NOT_FOUND'],
    ['an empty name', '', () => path(), 'COMMAND_NOT_FOUND'],
    ['an empty PATH entry', 'here', () => ':', 'COMMAND_NOT_FOUND'],
    ['a relative PATH entry', 'here', () => '.', 'COMMAND_NOT_FOUND'],
    ['a directory on PATH', 'folder', () => path(), 'COMMAND_NOT_FOUND'],
    ['a directory as a path', './one', () => path(), 'COMMAND_NOT_EXECUTABLE'],
    ['a file without permission', 'plain', () => join(root, 'one'), 'COMMAND_NOT_EXECUTABLE'],
  ])('%s is refused', (_, name, on, code) => {
    expect(() => resolveExecutable(name, on(), root)).toThrowError(expect.objectContaining({ code }));
  });
});

describe('digests', () => {
  const cache = () => {
    const known = new Map<string, string>();
    return {
      known,
      get: async (key: string) => known.get(key),
      set: async (key: string, digest: string) => void known.set(key, digest),
    };
  };

  test('covers the whole file, and reads an unchanged one once', async () => {
    const file = join(root, 'big');
    const bytes = Buffer.alloc(600_000, 7);
    writeFileSync(file, bytes);
    const store = cache();
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    expect(await digestFile(file, store)).toBe(digest);
    expect([...store.known.values()]).toEqual([digest]);
    writeFileSync(file, 'other');
    expect(await digestFile(file, store)).not.toBe(digest);
  });
});

describe('files on disk', () => {
  test('a path is looked at once: what was judged is what is pinned', () => {
    const file = join(root, 'snapshot');
    writeFileSync(file, 'before');
    const files = diskFiles(root);
    const first = files.read('snapshot');
    writeFileSync(file, 'after');
    expect(files.read('snapshot')).toBe(first);
    expect(Buffer.from(first?.bytes ?? []).toString()).toBe('before');
  });

  test('a large file has a digest and no bytes', () => {
    const bytes = Buffer.alloc(1024 * 1024 + 1, 1);
    writeFileSync(join(root, 'large'), bytes);
    const snapshot = diskFiles(root).read('large');
    expect(snapshot?.bytes).toBeUndefined();
    expect(snapshot?.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  });

  test('a pipe, a directory and what is not there are nothing, at once', () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const files = diskFiles(root);
    expect([files.read('pipe'), files.read('one'), files.read('absent'), files.realpath('absent')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    chmodSync(root, 0o700);
  });
});

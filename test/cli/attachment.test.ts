import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attachment } from '../../src/cli/attachment.ts';
import { sha256Hex } from '../../src/platform/hash.ts';

const directory = mkdtempSync(join(tmpdir(), 'gate-attachment-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe('a file that goes with an answer', () => {
  test('comes with its name, its digest as it is on disk, and its text', () => {
    const text = '\uFEFFplan: ümläut\n\u001b[31mred\n';
    expect(attachment(file('plan.txt', text))).toEqual({
      name: 'plan.txt',
      digest: `sha256:${sha256Hex(text)}`,
      text,
    });
    symlinkSync(join(directory, 'plan.txt'), join(directory, 'link'));
    expect(attachment(join(directory, 'link'))).toMatchObject({ name: 'link', text });
    expect(attachment(file('empty', ''))).toMatchObject({ text: '' });
  });

  test('may have 64 KiB and not a byte more', () => {
    expect(attachment(file('full', 'x'.repeat(65_536))).text).toHaveLength(65_536);
    expect(() => attachment(file('more', 'x'.repeat(65_537)))).toThrow('larger than 64 KiB');
  });

  test.each([
    ['bytes that are not UTF-8', () => file('latin', Uint8Array.from([0xfc])), 'is not UTF-8 text'],
    ['a NUL', () => file('nul', 'a\0b'), 'it holds a NUL byte'],
    ['a directory', () => directory, 'is not a regular file'],
    ['a device that never ends', () => '/dev/zero', 'is not a regular file'],
    ['nothing', () => join(directory, 'none'), 'cannot be read (ENOENT)'],
  ])('%s is refused', (_, path, why) => {
    expect(() => attachment(path())).toThrow(why);
  });
});

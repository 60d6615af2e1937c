import { describe, expect, test } from 'vitest';
import { collapsed, displayArgv, displayText, quoted, visible } from '../../src/command/display.ts';

describe('text shown to people', () => {
  test.each([
    ['a newline', 'a\nb', 'a\\nb'],
    ['a tab', 'a\tb', 'a\\tb'],
    ['a terminal escape', '\u001b[2K\r', '\\x1b[2K\\r'],
    ['a lone C1 control', '\u009b', '\\x9b'],
    ['text that runs right to left', '\u202eabc', '\\u{202e}abc'],
    ['an invisible space', 'a\u200bb', 'a\\u{200b}b'],
    ['a blank braille cell', '\u2800', '\\u{2800}'],
    ['a Cyrillic look-alike', 'kube\u0441tl', 'kube\\u{441}tl'],
    ['a character beyond the basic plane', '\u{1f600}', '\\u{1f600}'],
    ['a lone surrogate', '\ud800', '\\u{d800}'],
    ['a backslash', '\\n', '\\\\n'],
  ])('escapes %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test.each([
    ['a plain word', 'get', 'get'],
    ['nothing at all', '', "''"],
    ['blanks', 'a b', "'a b'"],
    ['a quote', "it's", "$'it\\'s'"],
    ['a dollar', '$HOME', "'$HOME'"],
    ['brackets', '[secret]', "'[secret]'"],
  ])('quotes %s', (_, argument, shown) => {
    expect(quoted(argument)).toBe(shown);
  });

  test('one argument with a blank differs from two', () => {
    expect(displayArgv(['rm', '/tmp/a b'])).not.toBe(displayArgv(['rm', '/tmp/a', 'b']));
  });

  test('a secret differs from the text that imitates it', () => {
    expect(displayText(['--token=', { hmac: 'aa' }])).toBe('--token=[secret]');
    expect(displayText('--token=[secret]')).toBe("'--token=[secret]'");
  });

  test('padding cannot push the rest out of sight', () => {
    expect(collapsed(`get${' '.repeat(3000)}; rm -rf /`)).toBe("get{' '*3000}'; rm -rf /'");
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScript } from '../../src/command/tools/sed/script.ts';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

describe('sed', () => {
  test.each([
    ['sed', '-n', '1,5p', 'x'],
    ['sed', '-n', '/a/,/b/{/c/!p;}', 'x'],
    ['sed', ':a;N;$!ba;s/\\n/ /g', 'x'],
    ['sed', '/^$/d;s/[^/]*$//', 'x'],
    ['sed', '-E', 's#(a|b)/c#\\1#gI', 'x'],
    ['sed', '-e', 's/a/b/', '-e', '$d', 'x'],
    ['sed', 'y/abc/xyz/', 'x'],
    ['sed', '1~2d', 'x'],
    ['sed', '2,+3p;$=', 'x'],
    ['sed', '\\,a,d', 'x'],
    ['sed', '3a\\\nnew; w text', 'x'],
    ['sed', '3i new; e text', 'x'],
    ['sed', 's/[[:space:]/]*x//', 'x'],
    ['sed', 'w /dev/stdout', 'x'],
    ['sed', '-s', '-n', '$=', 'a', 'b'],
    ['sed', '# w x', 'x'],
    ['sed', '5q', 'x'],
    ['sed', '--sandbox', 'p', 'x'],
  ])('%j only reads', async (...argv) => {
    expect(onlyReads(await meaning(argv))).toBe(true);
  });

  test.each([
    [['sed', '-i', 's/a/b/', 'x', 'y'], 'write', ['/work/x', '/work/y']],
    [['sed', '-i.bak', '-e', 's/a/b/', 'x'], 'write', ['/work/x']],
    [['sed', '-i', '', 's/a/b/', 'x'], 'write', ['/work/x']],
    [['sed', '-ni', 'p', 'x'], 'write', ['/work/x']],
    [['sed', 's/a/b/w out', 'x'], 'read,write', ['/work/out', '/work/x']],
    [['sed', 's/a/b/gw out', 'x'], 'read,write', ['/work/out', '/work/x']],
    [['sed', '/a/w out', 'x'], 'read,write', ['/work/out', '/work/x']],
    [['sed', '/[/]/{s/x/y/\nw out\n}', 'x'], 'read,write', ['/work/out', '/work/x']],
    [['sed', ':a w out', 'x'], 'read,unknown', ['/work/x']],
    [['sed', 'b x w out', 'x'], 'read,unknown', ['/work/x']],
    [['sed', 's/a/b/e', 'x'], 'execute,read,unknown', [undefined, '/work/x']],
    [['sed', '1e rm y', 'x'], 'destroy,execute,read', [undefined, '/work/x', '/work/y']],
    [['sed', 'r y', 'x'], 'read', ['/work/y', '/work/x']],
    [['sed', 's/a/b', 'x'], 'read,unknown', ['/work/x']],
    [['sed', 'k', 'x'], 'read,unknown', ['/work/x']],
    [['sed', '--frob', 'p', 'x'], 'read,unknown', ['/work/x']],
    [['sed', 'p', '.env'], 'read,secret', ['/work/.env']],
    [['sed', '-f', 'missing', 'x'], 'read,unknown', ['/work/x']],
  ] as const)('%j: %s', async (argv, expected, paths) => {
    const found = await meaning(argv);
    expect(effects(found).join()).toBe(expected);
    expect(found.actions.map((action) => action.resource['path'])).toEqual(paths);
  });

  test('a script file that can be read is read', async () => {
    const found = await meaning(['sed', '-f', 's.sed', 'x'], { files: filesOf({ 's.sed': 's/a/b/\nw out\n' }) });
    expect(effects(found)).toEqual(['read', 'write']);
    expect(found.inputs).toHaveLength(1);
  });

  test('text that the shell puts into a script may be a command', async () => {
    expect((await line('sed "s/a/$X/" x')).opaque).toBe(true);
    expect((await line('sed -n "$X"p x')).opaque).toBe(true);
    expect((await line('sed -n 1p "$X"')).opaque).toBe(true);
    expect((await line('sed -n 1p ./"$X"')).opaque).toBe(false);
  });

  test('a command at the end is found whatever stands before it', () => {
    const plain = fc.constantFrom(
      'p',
      's/a/b/',
      '/x/d',
      '1,3p',
      '/[/]/p',
      '$!N',
      'y/a/b/',
      's|a|/|g',
      '{p;p}',
      ':a',
      'ta',
      'a text',
      '#c',
      's/[]/]/x/',
    );
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 8 }), (commands) => {
        const script = readScript([...commands, 'w out'].join('\n'));
        expect(script.doubt === undefined ? script.writes : ['out']).toEqual(['out']);
      }),
    );
  });

  test('any text is read in one pass', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        readScript(text);
      }),
      { numRuns: 2000 },
    );
    readScript('s/[['.repeat(20_000));
    readScript('/[[:'.repeat(20_000));
  });
});

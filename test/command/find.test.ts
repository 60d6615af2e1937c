import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects, line, meaning, onlyReads } from './support.ts';

const shown = async (text: string) =>
  (await line(text)).actions.map(
    ({ tool, effects: of, resource }) => `${tool} ${of.join()} ${resource['path'] ?? '-'}`,
  );

describe('find', () => {
  test.each([
    'find . -name "*.ts" -type f -not -path "*/x/*"',
    'find . -name *.o -perm 664 -print',
    'find / -newermt 2020-01-01 -size +10M -printf "%p\\n"',
    'find * -type f -print -o -type d -prune',
    'find -E . -regex ".*ext"',
    'find . type -f -mtime +2',
    'find . -mnewer x',
    'find -L. -type l',
    'find . -name x -exec grep -l y {} +',
    'find . -type f -exec wc -l {} \\;',
    'find . -fprint /dev/stderr',
    'find . -name -delete',
  ])('%s only reads', async (text) => {
    expect(onlyReads(await line(text))).toBe(true);
  });

  test.each([
    ['find . -name "*.pyc" -delete', ['find destroy /work/*.pyc']],
    ['find build -delete', ['find destroy /work/build']],
    ['find . -name x -o -delete', ['find destroy /work']],
    [
      'find a b -name node_modules -exec rm -rf {} +',
      ['find read /work/a', 'find read /work/b', 'rm destroy /work/a/node_modules', 'rm destroy /work/b/node_modules'],
    ],
    ['find . -type f -exec rm {} \\;', ['find read /work', 'rm destroy -']],
    ['find build -type f -exec rm {} \\;', ['find read /work/build', 'rm destroy /work/build/*']],
    ['find . -name "*.o" -execdir rm {} \\;', ['find read /work', 'rm destroy /work/*.o']],
    ['find . -fprintf out x', ['find write /work/out', 'find read /work']],
    ['find . -ok rm x \\;', ['find read /work', 'rm destroy /work/x']],
  ])('%s', async (text, expected) => {
    expect(await shown(text)).toEqual(expected);
  });

  test.each([
    'find . -exec',
    'find . -execute x',
    'find . -dele',
    'find . " -exec" rm {} \\;',
    'find "$X" -name y',
    'find . $X',
    'find . -name x -ex"$Y"',
  ])('%s is in doubt', async (text) => {
    expect((await line(text)).opaque).toBe(true);
  });

  test('a deletion anywhere in the expression is found', async () => {
    const harmless = fc.constantFrom('-name', 'x', '-type', 'f', '!', '(', ')', '-o', '-print', '-newer');
    await fc.assert(
      fc.asyncProperty(
        fc.array(harmless, { maxLength: 6 }),
        fc.array(harmless, { maxLength: 3 }),
        async (before, after) => {
          // A test in front of it may take the word as its argument.
          const found = await meaning(['find', '.', ...before, '-true', '-true', '-delete', ...after]);
          expect(effects(found).some((effect) => effect === 'destroy' || effect === 'unknown')).toBe(true);
        },
      ),
    );
  });
});

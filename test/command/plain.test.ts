import { describe, expect, test } from 'vitest';
import { effects, meaning, onlyReads } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('plain tools', () => {
  test.each([
    'true',
    'ls -la /tmp',
    'cat x',
    'grep -r x .',
    'sort -k 2 x',
    'date +%F',
    'date -d yesterday',
    'file x',
    'diff a b',
    'wc -l x',
    'head -n 3 x',
    'sed -n 1,3p x',
    'sed s/a/b/g x',
    'uniq -c',
    '/bin/ls -l',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['rm -rf x', 'destroy'],
    ['rmdir x', 'destroy'],
    ['shred x', 'destroy'],
    ['truncate -s 0 x', 'destroy'],
    ['dd if=x of=/dev/sda', 'destroy'],
    ['mkfs.ext4 /dev/sda1', 'destroy'],
    ['find . -delete', 'destroy'],
    ['mv a b', 'write'],
    ['cp a b', 'write'],
    ['mkdir x', 'write'],
    ['touch x', 'write'],
    ['tee x', 'write'],
    ['ln -s a b', 'write'],
    ['sed -i s/a/b/ x', 'write'],
    ['kill 1', 'write'],
    ['chmod 777 x', 'privilege'],
    ['chown root x', 'privilege'],
    ['useradd eve', 'privilege'],
    ['cat /etc/shadow', 'secret'],
    ['cat /home/dev/.ssh/id_ed25519', 'secret'],
    ['grep x /home/dev/.aws/credentials', 'secret'],
    ['env', 'secret'],
  ])('%s has the effect %s', async (words, effect) => {
    expect(effects(await run(words))).toContain(effect);
  });

  test.each([
    'sort -o x y',
    'sort --compress-program=sh x',
    'date -s now',
    'date 010112002026',
    'file -C -m x',
    'uniq a b',
    'hostname evil',
    'sed 1e x',
    'sed w/x y',
    'sed -f x y',
    'rg --pre sh x',
    'tree -o x',
    'diff -l a b',
  ])('%s is not understood as reading', async (words) => {
    expect(onlyReads(await run(words))).toBe(false);
  });

  test('the object of an effect is a path from the root', async () => {
    const { actions } = await meaning(['rm', '-rf', '--', 'x', '../y', '-z']);
    expect(actions.map((action) => action.resource['path'])).toEqual(['/work/x', '/y', '/work/-z']);
  });

  test('a program nobody knows is unknown and opaque', async () => {
    expect((await run('frobnicate --now')).actions).toEqual([
      { tool: 'frobnicate', operation: 'frobnicate', effects: ['unknown'], resource: {}, scope: {}, opaque: true },
    ]);
  });
});

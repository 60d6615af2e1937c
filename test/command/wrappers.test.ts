import { describe, expect, test } from 'vitest';
import { effects, meaning, onlyReads, operations } from './support.ts';

const WRAPPERS: readonly (readonly string[])[] = [
  ['env', 'A=b'],
  ['env', '-i', 'A=b'],
  ['env', '-u', 'A', '--'],
  ['env', '-C', '/tmp'],
  ['timeout', '5'],
  ['timeout', '-k', '1', '--signal=KILL', '5'],
  ['nice', '-n', '5'],
  ['nice', '-10'],
  ['ionice', '-c3'],
  ['nohup'],
  ['setsid', '-w'],
  ['stdbuf', '-oL', '-e0'],
  ['command'],
  ['exec'],
  ['time', '-p'],
  ['flock', '/tmp/lock'],
  ['taskset', '1'],
  ['busybox'],
  ['watch', '-x'],
  ['nohup', 'nice', 'timeout', '5', 'env', 'A=b'],
];

describe('wrappers', () => {
  test.each(WRAPPERS.map((words) => [words.join(' '), words] as const))('%s is seen through', async (_, words) => {
    expect(effects(await meaning([...words, 'rm', '-rf', 'x']))).toContain('destroy');
    expect(onlyReads(await meaning([...words, 'ls', '-l']))).toBe(true);
  });

  test.each([
    [['sudo', '-u', 'app', 'ls'], 'sudo sudo', 'ls ls'],
    [['sudo', '-nE', 'A=b', 'rm', 'x'], 'sudo sudo', 'rm rm'],
    [['su', '-', 'app', '-c', 'rm x'], 'su su', 'rm rm'],
    [['chroot', '/mnt', 'rm', 'x'], 'chroot chroot', 'rm rm'],
    [['ssh', '-p', '22', 'app@host', 'rm', 'x'], 'ssh ssh', 'rm rm'],
    [['find', '.', '-exec', 'rm', '{}', ';'], 'find find', 'rm rm'],
  ])('%j shows both what it does and what it runs', async (argv, ...expected) => {
    expect(operations(await meaning(argv))).toEqual(expected);
  });

  test('acting as somebody else is a privilege, and says as whom', async () => {
    const { actions } = await meaning(['sudo', '-u', 'app', 'ls']);
    expect(actions[0]).toMatchObject({ effects: ['privilege'], scope: { user: 'app' } });
  });

  test.each([
    ['an option it does not have', ['env', '--frobnicate', 'ls']],
    ['the beginning of an option', ['timeout', '--sig=KILL', '5', 'ls']],
    ['a shell', ['sudo', '-i']],
    ['another user without a command', ['su', 'app']],
    ['arguments from elsewhere', ['xargs', 'kubectl', 'get']],
    ['options from elsewhere', ['xargs', 'sort']],
    ['options from elsewhere through a wrapper', ['xargs', 'nice', 'env', 'sort']],
    ['options from elsewhere through a shell', ['xargs', 'sh', '-c', 'sort $1', '_']],
    ['a program from elsewhere through a shell', ['xargs', 'sh', '-c', '$1 x', '_']],
    ['a default that may not be taken', ['xargs', 'sh', '-c', '$' + '{1:-ls} x', '_']],
    ['the lines parallel is fed', ['parallel']],
    ['a log that is a command', ['strace', '-o', '|rm x', 'ls']],
    ['a library put in front by the loader', ['ld.so', '--preload', './x.so', 'ls']],
    ['variables from a directory', ['envdir', './env', 'ls']],
    ['what is typed into a window', ['tmux', 'send-keys', 'x', '$X']],
    ['a filter of its own', ['rlwrap', '-z', './filter', 'ls']],
    ['another configuration', ['proxychains4', '-f', './x.conf', 'ls']],
    ['a program named from elsewhere', ['xargs', '-I', '{}', '{}', 'x']],
    ['a library put in front', ['env', 'LD_PRELOAD=x', 'ls']],
    ['another PATH', ['env', 'PATH=/tmp/evil', 'ls']],
    ['a transcript of a shell', ['script', 'x']],
  ])('%s is not understood', async (_, argv) => {
    expect((await meaning(argv)).opaque).toBe(true);
  });

  test.each([
    ['harmless words fed from elsewhere', ['xargs', 'ls', '-l']],
    ['a listing of rights', ['sudo', '-l']],
  ])('%s only reads or asks', async (_, argv) => {
    expect(effects(await meaning(argv))).toEqual(['read']);
  });

  test('env -S splits its text', async () => {
    expect(operations(await meaning(['env', '-S', 'A=b rm "a b"', 'c']))).toEqual(['rm rm', 'rm rm']);
    expect((await meaning(['env', '-S', 'r\\_m x'])).opaque).toBe(true);
  });

  test.each([
    ['words', 'echo a b | xargs rm', ['/work/a', '/work/b']],
    ['quoted words', `echo '"a b"' | xargs rm`, ['/work/a b']],
    ['a placeholder', 'echo x | xargs -I{} rm out/{}', ['/work/out/x']],
    ['one at a time', 'echo a b | xargs -n 1 rm', ['/work/a', '/work/b']],
    ['lines', "printf '%s\\n' a b | xargs -d '\\n' rm", ['/work/a', '/work/b']],
    ['a shell', "echo x | xargs -I% sh -c 'rm %'", ['/work/x']],
    ['parallel', "parallel 'rm {}' ::: a b", ['/work/a', '/work/b']],
    ['parallel, two lists', 'parallel rm {1}.{2} ::: a b ::: c', ['/work/a.c', '/work/b.c']],
  ])('what is fed is followed: %s', async (_, text, paths) => {
    const { actions } = await meaning(['bash', '-c', text]);
    const found = actions.filter((action) => action.effects.includes('destroy'));
    expect(found.map(({ resource }) => resource['path'])).toEqual(paths);
    for (const action of found) expect(action.effects).toEqual(['destroy']);
  });

  test('another root has other files', async () => {
    const { actions } = await meaning(['chroot', '/mnt', 'rm', '/work/x']);
    expect(actions.at(-1)?.scope['reach']).toBe('remote');
  });
});

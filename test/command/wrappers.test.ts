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
    ['a remote shell', ['ssh', 'host']],
    ['arguments from elsewhere', ['xargs', 'kubectl', 'get']],
    ['options from elsewhere', ['xargs', 'sort']],
    ['options from elsewhere through a wrapper', ['xargs', 'nice', 'env', 'sort']],
    ['options from elsewhere through a shell', ['xargs', 'sh', '-c', 'kubectl get pods $1', '_']],
    ['a program named from elsewhere', ['xargs', '-I', '{}', '{}', 'x']],
    ['lines made by parallel', ['parallel', 'ls']],
    ['a library put in front', ['env', 'LD_PRELOAD=x', 'ls']],
    ['another PATH', ['env', 'PATH=/tmp/evil', 'ls']],
    ['a package of the network', ['npx', 'ls']],
    ['code of another language', ['python3', '-c', 'print(1)']],
    ['a recipe', ['make', '-n']],
    ['a program in awk that runs one', ['awk', 'BEGIN { system("rm x") }']],
    ['a program in awk that writes', ['awk', '{ print > "x" }']],
    ['a transcript of a shell', ['script', 'x']],
  ])('%s is not understood', async (_, argv) => {
    expect((await meaning(argv)).opaque).toBe(true);
  });

  test.each([
    ['a plain program in awk', ['awk', '{ print $1 }']],
    ['harmless words fed from elsewhere', ['xargs', 'ls', '-l']],
    ['a listing of rights', ['sudo', '-l']],
    ['the version of a language', ['python3', '--version']],
  ])('%s only reads or asks', async (_, argv) => {
    expect(effects(await meaning(argv))).toEqual(['read']);
  });

  test('env -S splits its text', async () => {
    expect(operations(await meaning(['env', '-S', 'A=b rm "a b"', 'c']))).toEqual(['rm rm', 'rm rm']);
    expect((await meaning(['env', '-S', 'r\\_m x'])).opaque).toBe(true);
  });

  test('find deletes, writes and runs only where its expression says so', async () => {
    expect(effects(await meaning(['find', '.', '-name', '-delete']))).toEqual(['read']);
    expect(effects(await meaning(['find', '.', '-delete']))).toContain('destroy');
    expect(effects(await meaning(['find', '.', '-fprintf', 'x', '%p']))).toContain('write');
    expect((await meaning(['find', '.', '-frobnicate'])).opaque).toBe(true);
  });
});

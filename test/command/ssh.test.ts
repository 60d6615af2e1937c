import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('ssh', () => {
  test.each([
    'ssh -V',
    'ssh -Q cipher',
    'ssh-keygen -l -f ~/.ssh/id.pub',
    'ssh-keygen -lf k.pub -E md5',
    'ssh-keygen -F host',
    'ssh-add -l',
    'ssh-keyscan -t ed25519 host',
    'rsync --version',
    'rsync host::',
    'rsync --list-only a/',
    'mosh --version',
    'ssh-copy-id -h',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['ssh host', 'execute'],
    ['ssh -G host', 'execute'],
    ['ssh -O exit host', 'write'],
    ['ssh -N -L 1:h:2 host', 'execute'],
    ['mosh host', 'execute'],
    ['scp x h:/tmp/', 'export,write'],
    ['scp h:/x .', 'export,write'],
    ['scp a b', 'write'],
    ['sftp h', 'execute'],
    ['sftp h:/x/f', 'export,write'],
    ['rsync -av a/ b/', 'write'],
    ['rsync -avn a/ b/', 'write'],
    ['rsync -az --delete a/ h:b/', 'destroy,export,write'],
    ['rsync -az a h::mod/', 'export,write'],
    ['rsync -az rsync://h/mod/ .', 'export,write'],
    ['rsync --remove-source-files a b', 'destroy,write'],
    ['ssh-keygen -t ed25519 -f k', 'write'],
    ['ssh-keygen -R host', 'write'],
    ['ssh-keygen -y -f k', 'read,secret'],
    ['ssh-keygen -s ca -I id k.pub', 'privilege,write'],
    ['ssh-add k', 'privilege'],
    ['ssh-add -D', 'destroy'],
    ['ssh-copy-id u@h', 'privilege'],
    ['ssh-agent -s', 'write'],
    ['sshuttle -r u@h 0/0', 'execute,privilege'],
    ['sshfs u@h:/x m', 'execute,write'],
  ])('%s has the effects %s', async (words, wanted) => {
    const found = await run(words);
    expect(effects(found).join()).toBe(wanted);
    expect(effects(found)).not.toContain('unknown');
  });

  test.each([
    'ssh',
    'ssh -F /tmp/evil host true',
    'ssh -I lib.so host',
    'ssh -o PKCS11Provider=x host',
    'ssh --frobnicate host',
    'scp -S ./evil.sh a b:',
    'sftp -b batch h',
    'rsync --frobnicate a b',
    'rsync --read-batch=f a',
    'rsync -M--frobnicate a h:b',
    'rsync --daemon',
    'ssh-keygen -D lib.so',
    'ssh-add -s lib.so',
    'sshpass -x ls',
  ])('%s is not understood', async (words) => {
    expect(effects(await run(words))).toContain('unknown');
  });

  test('the remote words are a shell line', async () => {
    expect(operations(await meaning(['ssh', '-p', '22', 'app@host', 'cd /x && rm -rf y']))).toEqual(
      expect.arrayContaining(['ssh ssh', 'rm rm']),
    );
    expect(operations(await meaning(['ssh', 'host', '-o', 'RemoteCommand=rm x']))).toContain('rm rm');
  });

  test.each([
    [['ssh', '-o', 'ProxyCommand=rm x', 'host']],
    [['ssh', '-oproxycommand=rm x', 'host']],
    [['ssh', 'host', '-o', 'ProxyCommand rm x']],
    [['scp', '-o', 'ProxyCommand=rm x', 'a', 'h:b']],
    [['rsync', '-e', 'rm x', 'a', 'h:b']],
    [['rsync', '-e', 'ssh -o ProxyCommand="rm x"', 'a', 'h:b']],
    [['rsync', '--rsync-path=rm x && rsync', 'a', 'h:b']],
    [['ssh-agent', 'rm', 'x']],
    [['sshpass', '-p', 'secret', 'rm', 'x']],
  ])('%j starts a program', async (argv) => {
    const found = await meaning(argv);
    expect(operations(found).includes('rm rm') || effects(found).includes('unknown')).toBe(true);
  });

  test('where it acts', async () => {
    expect((await run('ssh -p 2222 ops@10.0.0.1 ls')).actions[0]?.scope).toMatchObject({
      host: '10.0.0.1',
      user: 'ops',
      port: '2222',
    });
    expect((await run('ssh ssh://ops@h:22')).actions[0]?.scope).toMatchObject({ host: 'h', user: 'ops', port: '22' });
    expect((await run('ssh -J jump localhost')).actions[0]?.scope.reach).toBe('remote');
    expect((await run('rsync -a a/ out/')).actions).toMatchObject([
      { effects: ['write'], resource: { path: '/work/out' } },
    ]);
    expect((await run('scp h:/x d/f')).actions).toMatchObject([
      { effects: ['export'], scope: { host: 'h' }, resource: { direction: 'from' } },
      { effects: ['write'], resource: { path: '/work/d/f' } },
    ]);
  });

  test('passwords on the command line are known', async () => {
    expect((await run('sshpass -p hunter2 ssh h')).secrets).toContain('hunter2');
    expect((await run('ssh-keygen -f k -N hunter2')).secrets).toContain('hunter2');
  });

  test('any words get an answer, and one strange option more is never less', async () => {
    const word = fc.constantFrom(
      '-o',
      'ProxyCommand=x',
      'h:/x',
      'h::m',
      '-e',
      'ssh',
      'a',
      '--',
      '-',
      '-n',
      '--delete',
      '-l',
      '@',
      ':',
    );
    const tool = fc.constantFrom(
      'ssh',
      'scp',
      'sftp',
      'rsync',
      'ssh-keygen',
      'ssh-add',
      'ssh-copy-id',
      'ssh-keyscan',
      'mosh',
      'sshpass',
      'sshfs',
      'sshuttle',
      'autossh',
    );
    await fc.assert(
      fc.asyncProperty(tool, fc.array(fc.oneof(word, fc.string())), async (name, words) => {
        expect((await meaning([name, ...words])).actions.length).toBeGreaterThan(0);
        expect(onlyReads(await meaning([name, '--frobnicate', ...words]))).toBe(false);
      }),
    );
  });
});

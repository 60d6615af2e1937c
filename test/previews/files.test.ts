import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asNames } from '../../src/approval/previews/find.ts';
import { openLook } from '../../src/platform/look.ts';
import { Folder, previewOf, previewsIn, subjectOf } from './looking.ts';

function tree(folder: Folder): void {
  mkdirSync(join(folder.path, 'logs', 'old'), { recursive: true });
  writeFileSync(join(folder.path, 'logs', 'a.log'), 'x'.repeat(1500));
  writeFileSync(join(folder.path, 'logs', 'old', 'b.log'), 'x'.repeat(500));
  writeFileSync(join(folder.path, 'logs', 'old', 'c.txt'), 'x');
  writeFileSync(join(folder.path, 'kept'), 'x'.repeat(9000));
  symlinkSync(join(folder.path, 'kept'), join(folder.path, 'logs', 'link'));
}

describe('what rm removes', () => {
  test('it is counted: files, bytes and the largest; what a link leads to stays', async () => {
    using folder = new Folder();
    tree(folder);
    const preview = await previewOf(['rm', '-rf', 'logs', 'gone'], folder.path);
    expect(preview).toMatchObject({ tool: 'rm', kind: 'found', headline: '3 files, 2.0 kB' });
    const text = preview.lines.join('\n');
    expect(text).toContain('logs: 3 files in 2 directories, 1 link or device, 2.0 kB');
    expect(text).toContain('gone: is not there now');
    expect(text).toContain('largest: ');
    expect(text).toContain('not in git');
    expect(folder.has('logs/a.log')).toBe(true);
  });

  test('a path inside another one counts once, and a directory without -r is left alone', async () => {
    using folder = new Folder();
    tree(folder);
    expect(await previewOf(['rm', '-r', 'logs', 'logs/old', 'logs/a.log'], folder.path)).toMatchObject({
      headline: '3 files, 2.0 kB',
    });
    const { lines } = await previewOf(['rm', 'logs'], folder.path);
    expect(lines.join('\n')).toContain('left alone unless it is removed with what is in it');
  });

  test('what git could bring back is told apart from what it could not', async () => {
    using folder = new Folder();
    tree(folder);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder.path, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        stdio: 'ignore',
      });
    git('init');
    git('add', 'logs/a.log', 'logs/old/b.log');
    git('commit', '-m', 'first');
    writeFileSync(join(folder.path, 'logs', 'old', 'b.log'), 'changed');
    const { lines } = await previewOf(['rm', '-rf', 'logs'], folder.path);
    expect(lines.join('\n')).toContain('1 of 3 files is in the last commit of git; the rest cannot be had again');
    expect(lines.join('\n')).toContain(`changed since the last commit: ${join(folder.path, 'logs/old/b.log')}`);
    const whole = await previewOf(['rm', '-rf', folder.path], '/');
    expect(whole.lines.join('\n')).toContain('is a repository of git: its history goes too');
  });

  test('nothing is said about another machine, a container or a pattern that a shell fills in', async () => {
    using folder = new Folder();
    tree(folder);
    const away = await previewsIn(await subjectOf(['ssh', 'db1', 'rm', '-rf', folder.path], folder.path));
    expect(away.find(({ tool }) => tool === 'rm')).toMatchObject({
      kind: 'unknown',
      lines: ['it happens on another machine or in a container'],
    });
    const [pattern] = await previewsIn(await subjectOf(['bash', '-c', 'rm -rf logs/*'], folder.path));
    expect(pattern).toMatchObject({ kind: 'unknown' });
    expect(pattern?.lines.join('\n')).toContain('a pattern, that the shell fills in when it runs');
    const subject = { ...(await subjectOf(['rm', 'kept'], folder.path)), host: 'elsewhere' };
    expect(await previewsIn(subject)).toMatchObject([
      { kind: 'unknown', lines: ['it was asked for on another machine'] },
    ]);
  });

  test('counting ends with its time, and says that it is a lower bound', async () => {
    using folder = new Folder();
    for (let index = 0; index < 1200; index++) writeFileSync(join(folder.path, `f${index}`), '');
    // The time is over before the first slice is.
    const [preview] = await previewsIn(await subjectOf(['rm', '-rf', folder.path], '/'), undefined, 0);
    expect(preview?.headline).toMatch(/^at least \d+ files/);
    expect(preview?.lines).toContain('it takes longer to count than a preview may');
  });
});

describe('what find removes', () => {
  test('-delete: the same search is asked for names, and nothing is removed', async () => {
    using folder = new Folder();
    tree(folder);
    const preview = await previewOf(['find', '.', '-name', '*.log', '-type', 'f', '-delete'], folder.path);
    expect(preview).toMatchObject({ tool: 'find', kind: 'found', headline: '2 files, 2.0 kB' });
    expect(preview.lines).toEqual(expect.arrayContaining(['./logs/a.log', './logs/old/b.log']));
    expect(folder.has('logs/a.log') && folder.has('logs/old/b.log')).toBe(true);
  });

  test('-exec rm -r: what is below the found directories counts too', async () => {
    using folder = new Folder();
    tree(folder);
    const argv = ['find', 'logs', '-name', 'old', '-type', 'd', '-exec', 'rm', '-rf', '{}', '+'];
    const previews = await previewsIn(await subjectOf(argv, folder.path));
    expect(previews.find(({ tool }) => tool === 'find')).toBeUndefined();
    expect(previews.find(({ tool }) => tool === 'rm')).toMatchObject({ kind: 'found', headline: '2 files, 501 B' });
  });

  test.each([
    [['.', '-delete', '-exec', 'sh', '-c', 'id', ';']],
    [['.', '-fprint', 'x', '-delete']],
    [['.', '-ok', 'rm', '{}', ';']],
    [['.', '-exec', 'rm', '-rf', '/', '{}', ';']],
    [['.', '-fls', 'x', '-delete']],
    [['-files0-from', 'x', '-delete']],
    [['.', '-name', 'a']],
  ])('CFG-14 find %j is not followed: it could write or start something, or removes nothing', (words) => {
    expect(asNames(words)).toHaveProperty('why');
  });
});

describe('a look', () => {
  test('ends what it started, with everything that this started, when its time is over', async () => {
    using look = openLook(300);
    const ran = await look.run('sh', ['-c', 'sleep 60 & sleep 60']);
    expect(ran).toEqual({ kind: 'late' });
    expect(await look.run('true', [])).toEqual({ kind: 'late' });
  });

  test('ENV-01 ENV-07 ENV-08 passes on nothing of its own environment, and its home is empty', async () => {
    process.env['GATE_TEST_SECRET'] = 'x';
    try {
      using look = openLook(20_000);
      const ran = await look.run('env', []);
      if (ran.kind !== 'ended') throw new Error(ran.kind);
      const names = ran.stdout.split('\n').map((line) => line.split('=')[0]);
      expect(names.sort().join(' ').trim()).toBe(
        'EDITOR HOME LC_ALL NO_COLOR PAGER PATH TERM TMPDIR TZ VISUAL XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME',
      );
      expect(ran.stdout).toContain(`HOME=${look.home}\n`);
    } finally {
      delete process.env['GATE_TEST_SECRET'];
    }
  });

  test('takes a bounded answer, no input and no terminal', async () => {
    using look = openLook(20_000);
    expect(await look.run('yes', [], { most: 1000 })).toMatchObject({ kind: 'much' });
    expect(await look.run('cat', [])).toMatchObject({ kind: 'ended', stdout: '' });
    expect(await look.run('sh', ['-c', ': > /dev/tty'])).toMatchObject({ kind: 'ended', code: 2 });
    expect(await look.run('no-such-program', [])).toEqual({ kind: 'absent' });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../src/command/worktree/work-tree.ts';

let home: string;
let root: string;

const git = (...argv: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'ignore',
  });
const write = (path: string, text = 'text\n') => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const restorable = (path: string, cwd = root) => surroundingsOf(cwd, home).restorable(join(root, path));

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gate-tree-')));
  root = join(home, 'shop');
  mkdirSync(root);
  git('init', '-q');
  write('.gitignore', 'build/\n*.log\n!keep.log\n');
  write('src/a.ts');
  write('src/deep/b.ts');
  git('add', '.');
  git('commit', '-qm', 'first');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe.each([['2'], ['4']])('an index of version %s', (version) => {
  beforeEach(() => git('update-index', '--index-version', version));

  it('holds what was added and not changed since', async () => {
    expect(await restorable('src/a.ts')).toBe(true);
    expect(await restorable('src')).toBe(true);
    expect(await restorable('absent')).toBe(true);
  });

  it('does not hold what was changed, even to the same length', async () => {
    write('src/a.ts', 'TEXT\n');
    expect(await restorable('src/a.ts')).toBe(false);
    expect(await restorable('src')).toBe(false);
  });

  it('holds what was written again with the same text', async () => {
    write('src/a.ts');
    expect(await restorable('src/a.ts')).toBe(true);
  });

  it('does not hold what was never added', async () => {
    write('src/new.ts');
    expect(await restorable('src/new.ts')).toBe(false);
    expect(await restorable('src')).toBe(false);
    git('add', '--intent-to-add', 'src/new.ts');
    expect(await restorable('src/new.ts')).toBe(false);
    git('add', 'src/new.ts');
    expect(await restorable('src')).toBe(true);
  });

  it('lets go of what is ignored', async () => {
    write('build/out/x.o');
    write('src/x.log');
    expect(await restorable('build')).toBe(true);
    expect(await restorable('build/out/x.o')).toBe(true);
    expect(await restorable('src')).toBe(true);
    write('src/keep.log');
    expect(await restorable('src')).toBe(false);
  });

  it('knows names that are not ASCII', async () => {
    write('src/größe ☃.ts');
    git('add', '.');
    expect(await restorable('src')).toBe(true);
  });

  it('does not hold a repository inside this one', async () => {
    mkdirSync(join(root, 'lib/.git'), { recursive: true });
    expect(await restorable('lib')).toBe(false);
  });
});

it('an index that is split or cut short is not known', async () => {
  writeFileSync(join(root, '.git/index'), 'DIRC\0\0\0\u0002\0\0\0\u0009');
  expect(await restorable('src/a.ts')).toBeUndefined();
  rmSync(join(root, '.git/index'));
  git('reset', '-q');
  expect(await restorable('src/a.ts')).toBe(true);
  git('update-index', '--split-index');
  expect(await restorable('src/a.ts')).toBeUndefined();
});

it('a repository with longer names is not known', async () => {
  rmSync(join(root, '.git'), { recursive: true });
  git('init', '-q', '--object-format=sha256');
  git('add', '.');
  expect(await restorable('src/a.ts')).toBeUndefined();
});

it('a linked work tree has an index of its own', async () => {
  git('worktree', 'add', '-q', join(home, 'linked'));
  const linked = surroundingsOf(join(home, 'linked/src'), home);
  expect(linked.root).toBe(join(home, 'linked'));
  expect(await linked.restorable(join(home, 'linked/src/a.ts'))).toBe(true);
  writeFileSync(join(home, 'linked/src/new.ts'), 'x');
  expect(await linked.restorable(join(home, 'linked/src'))).toBe(false);
});

describe('the work tree', () => {
  it('is found from below', () => {
    expect(surroundingsOf(join(root, 'src/deep'), home).root).toBe(root);
  });

  it('is never the home directory', () => {
    expect(surroundingsOf(join(root, 'src'), root).root).toBeUndefined();
    expect(surroundingsOf(home, home).root).toBeUndefined();
  });

  it('is where links lead', () => {
    symlinkSync('/etc', join(root, 'out'));
    symlinkSync(join(root, 'src'), join(home, 'in'));
    symlinkSync('/nowhere/at/all', join(root, 'dangling'));
    const { realpath, hasLinks } = surroundingsOf(root, home);
    expect(realpath(join(root, 'out/passwd'))).toBe('/etc/passwd');
    expect(realpath(join(root, 'out/absent/x'))).toBe('/etc/absent/x');
    expect(realpath(join(home, 'in/a.ts'))).toBe(join(root, 'src/a.ts'));
    expect(realpath(join(root, 'dangling'))).toBe('/');
    expect(hasLinks(root)).toBe(true);
    expect(hasLinks(join(root, 'src'))).toBe(false);
  });
});

describe('temporary directories', () => {
  const temporary = (directory?: string) => surroundingsOf(root, home, directory).temporary;

  it('are the usual ones, and the caller’s own when it looks like one', () => {
    expect(temporary()).toEqual([realpathSync('/tmp'), realpathSync('/var/tmp')]);
    expect(temporary('/var/folders/xy/T')).toContain('/var/folders/xy/T');
  });

  it('are not whatever the caller says', () => {
    expect(temporary('/etc')).toEqual(temporary());
    expect(temporary('/')).toEqual(temporary());
    expect(temporary(home)).toEqual(temporary());
  });
});

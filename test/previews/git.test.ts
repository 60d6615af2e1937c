import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder, previewOf, previewsIn, subjectOf } from './looking.ts';

/** A repository with three commits on main, one of them already fetched by a clone. */
class Repository extends Folder {
  constructor() {
    super();
    this.git('init', '-b', 'main');
    for (const name of ['one', 'two', 'three']) this.commit(name);
  }

  git(...args: string[]): string {
    const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...args], { cwd: this.path, encoding: 'utf8', stdio: 'pipe' });
  }

  commit(name: string): void {
    writeFileSync(join(this.path, name), name);
    this.git('add', name);
    this.git('commit', '-m', `add ${name}`);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  /** Everything that git keeps, and when it was written: a preview leaves it as it is. */
  state(): string {
    const names = readdirSync(join(this.path, '.git'), { recursive: true }) as string[];
    return names
      .sort()
      .map((name) => {
        const stats = statSync(join(this.path, '.git', name));
        return `${name} ${stats.size} ${stats.isDirectory() ? '' : stats.mtimeMs}`;
      })
      .join('\n');
  }
}

const all = ({ lines }: { readonly lines: readonly string[] }) => lines.join('\n');

describe('what leaves a repository', () => {
  test('reset --hard: the commits that go and the changes that are in none', async () => {
    using repository = new Repository();
    repository.write('one', 'changed and longer');
    const before = repository.state();
    const preview = await previewOf(['git', 'reset', '--hard', 'HEAD~2'], repository.path);
    expect(preview).toMatchObject({ kind: 'found', headline: 'drops 2 commits, undoes 1 changed file' });
    expect(all(preview)).toContain('2 commits leave the branch, 2 of them in no other branch or tag');
    expect(all(preview)).toContain('Ann: add three');
    expect(preview.lines).toContain('one');
    expect(repository.state()).toBe(before);
    repository.git('tag', 'kept');
    expect(all(await previewOf(['git', 'reset', '--hard', 'HEAD~2'], repository.path))).toContain(
      '0 of them in no other branch or tag',
    );
  });

  test('push --force: the commits that the remote has and this branch has not, as of the last fetch', async () => {
    using repository = new Repository();
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('reset', '--hard', 'HEAD~2');
    repository.commit('other');
    const preview = await previewOf(['git', 'push', '--force', 'origin', 'main'], repository.path);
    expect(preview).toMatchObject({ kind: 'found', headline: 'drops 2 commits' });
    expect(all(preview)).toContain('origin main loses 2 commits that main does not have');
    expect(all(preview)).toContain('Ann: add two');
    expect(all(preview)).toContain('as of the last fetch');
    const plus = await previewOf(['git', 'push', 'origin', '+main:main', '--no-verify'], repository.path);
    expect(plus.headline).toBe('drops 2 commits');
    const gone = await previewOf(['git', 'push', 'origin', '--delete', 'main'], repository.path);
    expect(all(gone)).toContain('origin main loses 2 commits that are nowhere else here');
    const never = await previewOf(['git', 'push', '-f', 'origin', 'main:prod'], repository.path);
    expect(never).toMatchObject({ kind: 'unknown' });
    expect(all(never)).toContain('what it has there is not known');
  });

  test('branch -D: the commits that nothing else leads to', async () => {
    using repository = new Repository();
    repository.git('checkout', '-b', 'idea');
    repository.commit('four');
    repository.git('checkout', 'main');
    const preview = await previewOf(['git', 'branch', '-D', 'idea'], repository.path);
    expect(preview).toMatchObject({ kind: 'found', headline: 'drops 1 commit' });
    expect(all(preview)).toContain('Ann: add four');
  });

  test('clean: what it would remove, which stays', async () => {
    using repository = new Repository();
    repository.write('loose', 'x');
    mkdirSync(join(repository.path, 'build'));
    repository.write('build/out', 'x');
    const preview = await previewOf(['git', 'clean', '-fdx'], repository.path);
    expect(preview).toMatchObject({ kind: 'found', headline: 'removes 2 files and directories' });
    expect(preview.lines).toEqual(expect.arrayContaining(['build/', 'loose']));
    expect(repository.has('loose') && repository.has('build/out')).toBe(true);
    expect((await previewOf(['git', 'clean', '-f'], repository.path)).headline).toBe('removes 1 file or directory');
    expect(await previewOf(['git', 'clean', '-fd', '-e', 'x'], repository.path)).toMatchObject({ kind: 'unknown' });
  });

  test('restore, checkout and stash drop: the files whose changes are lost', async () => {
    using repository = new Repository();
    repository.write('one', 'changed and longer');
    for (const argv of [
      ['git', 'restore', '.'],
      ['git', 'checkout', '--', 'one'],
      ['git', 'checkout', '.'],
    ]) {
      expect(await previewOf(argv, repository.path)).toMatchObject({
        kind: 'found',
        headline: 'undoes 1 changed file',
      });
    }
    expect((await previewOf(['git', 'restore', 'two'], repository.path)).headline).toBe('undoes 0 changed files');
    repository.git('stash');
    const stash = await previewOf(['git', 'stash', 'drop'], repository.path);
    expect(stash).toMatchObject({ kind: 'found', headline: 'drops 1 stash' });
    expect(all(stash)).toContain('stash@{0}: 1 changed file');
  });

  test('what it does not follow is unknown, and says why', async () => {
    using repository = new Repository();
    for (const [argv, why] of [
      [['git', 'push', '--mirror', 'origin'], '`--mirror`'],
      [['git', '--git-dir', '/x', 'reset', '--hard'], '`--git-dir`'],
      [['git', 'checkout', 'main', 'one'], 'whether its words are branches or paths'],
    ] as const) {
      const previews = await previewsIn(await subjectOf(argv, repository.path));
      for (const preview of previews) {
        expect(preview.kind).toBe('unknown');
        expect(all(preview)).toContain(why);
      }
    }
    const [gone] = await previewsIn(await subjectOf(['git', 'reset', '--hard'], '/gone/away'));
    expect(gone).toMatchObject({ kind: 'unknown', lines: ['git said: its directory is not there now'] });
    using plain = new Folder();
    expect(await previewOf(['git', 'reset', '--hard'], plain.path)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a repository that starts programs', () => {
  test('CFG-17 its filters, hooks, monitors, diff programs and remotes do not run for a preview', async () => {
    using repository = new Repository();
    using marks = new Folder();
    const mark = (name: string) => `"touch ${marks.path}/${name}; cat"`;
    repository.write('.gitattributes', '* filter=evil diff=evil\n');
    repository.git('add', '.gitattributes');
    repository.git('commit', '-m', 'attributes');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1');
    mkdirSync(join(repository.path, 'hooks'));
    for (const hook of ['post-index-change', 'pre-push', 'fsmonitor-watchman', 'reference-transaction']) {
      writeFileSync(join(repository.path, 'hooks', hook), `#!/bin/sh\ntouch ${marks.path}/hook\n`, { mode: 0o755 });
    }
    appendFileSync(
      join(repository.path, '.git', 'config'),
      `[filter "evil"]\n clean = ${mark('clean')}\n smudge = ${mark('smudge')}\n process = ${mark('process')}\n required = true\n` +
        `[diff "evil"]\n textconv = ${mark('textconv')}\n command = ${mark('command')}\n[diff]\n external = ${mark('external')}\n` +
        `[core]\n fsmonitor = ${mark('fsmonitor')}\n hooksPath = hooks\n pager = ${mark('pager')}\n sshCommand = ${mark('ssh')}\n alternateRefsCommand = ${mark('alternates')}\n` +
        `[pager]\n rev-list = true\n clean = ${mark('pager')}\n[log]\n showSignature = true\n[gpg]\n program = ${mark('gpg')}\n` +
        `[protocol "ext"]\n allow = always\n[remote "origin"]\n url = ext::sh -c touch% ${marks.path}/ext\n promisor = true\n partialclonefilter = blob:none\n` +
        `[core]\n repositoryFormatVersion = 1\n[extensions]\n partialClone = origin\n[alias]\n rev-list = !touch ${marks.path}/alias\n`,
    );
    repository.write('one', 'other');
    // A commit that is missing here would be fetched.
    const missing = repository.git('rev-parse', 'HEAD~2').trim();
    const tip = repository.git('rev-parse', 'HEAD').trim();
    rmSync(join(repository.path, '.git', 'objects', missing.slice(0, 2), missing.slice(2)));
    for (const argv of [
      ['git', 'reset', '--hard', 'HEAD~1'],
      ['git', 'reset', '--hard', 'HEAD~3'],
      ['git', 'reset', '--hard', missing],
      ['git', 'push', '--force', 'origin', 'main'],
      ['git', 'push', '--delete', 'origin', 'main'],
      ['git', 'branch', '-D', 'main'],
      ['git', 'clean', '-fdx'],
      ['git', 'restore', '.'],
      ['git', 'stash', 'drop'],
      ['rm', '-rf', 'one', 'two'],
    ]) {
      const previews = await previewsIn(await subjectOf(argv, repository.path));
      expect(previews).toHaveLength(1);
    }
    expect(readdirSync(marks.path)).toEqual([]);
    expect(readFileSync(join(repository.path, 'one'), 'utf8')).toBe('other');
    // It would: git itself, asked for its status and for the commit that is missing, starts what was planted.
    for (const words of [['status'], ['cat-file', '-p', missing], ['log', '-p', '-1', '--ext-diff', tip]]) {
      spawnSync('git', words, { cwd: repository.path, stdio: 'ignore', timeout: 10_000 });
    }
    expect(readdirSync(marks.path)).toEqual(expect.arrayContaining(['ext', 'fsmonitor', 'process']));
  });

  test('UI-01 names of files and words of commits are handed on as they are, for the card to escape', async () => {
    using repository = new Repository();
    repository.write('a\x1b[2Jb\nWould remove nothing', 'x');
    const { lines, headline } = await previewOf(['git', 'clean', '-f'], repository.path);
    expect(headline).toBe('removes 1 file or directory');
    expect(lines.filter((line) => line.includes('Would remove nothing'))).toHaveLength(1);
  });
});

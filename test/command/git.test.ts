import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import GIT from '../../src/command/grammars/git.json' with { type: 'json' };
import { isHarmlessKey } from '../../src/command/tools/git/config-keys.ts';
import { COMMANDS, REMOTE_READS, REMOTE_WRITES } from '../../src/command/tools/git/effects-table.ts';
import { reader } from '../../src/command/tools/git/git.ts';
import { JUDGES } from '../../src/command/tools/git/judged.ts';
import { context, effects, meaning, onlyReads, operations } from './support.ts';

const git = (line: string) => meaning(['git', ...line.split(' ').filter(Boolean)]);

describe('git', () => {
  test.each([
    'status --short --branch',
    'log --oneline -5',
    'log -n 3 --graph --all',
    'log -p -S x -- src',
    'diff HEAD~1',
    'diff --stat=80 -M90%',
    'show --format=%H HEAD',
    'show -s',
    'branch',
    'branch -a',
    'branch -vv',
    'branch --show-current',
    'branch --list x*',
    'branch --merged',
    'branch --contains HEAD',
    'tag',
    'tag -l v*',
    'tag -n',
    'remote',
    'remote -v',
    'remote get-url origin',
    'stash list',
    'stash show -p stash@{0}',
    'config --get user.name',
    'config user.name',
    'config list --global',
    'config get user.name',
    'worktree list',
    'submodule status',
    'reflog',
    'reflog -5',
    'ls-remote origin',
    'rev-parse --abbrev-ref HEAD',
    'clean -nd',
    'clean --dry-run',
    'push --dry-run',
    'grep -n -5 word',
    'blame -L 1,5 x.ts',
    'shortlog -sne',
    'describe --tags --dirty',
    'cat-file -p HEAD',
    'notes list',
    'bundle verify x.bundle',
    'apply --check x.patch',
    'format-patch --stdout HEAD~1',
    'rm -n x',
    'add -n .',
    '--version',
    'help log',
    'log --help',
    'push -h',
    'worktree move --help',
    '-C sub status',
    '--no-pager log',
    '-c color.ui=always status',
    '-c core.pager=cat log',
    '-c core.hooksPath=/dev/null log',
    'rebase --show-current-patch',
    'archive HEAD',
    'fsck',
    'for-each-ref --format=%(refname)',
    'lfs ls-files',
    'sparse-checkout list',
    'bisect log',
    'symbolic-ref HEAD',
    'replace -l',
    'fast-export HEAD',
  ])('git %s only reads', async (line) => {
    expect(onlyReads(await git(line))).toBe(true);
  });

  test.each([
    ['commit -am done', 'write'],
    ['add .', 'write'],
    ['merge main', 'write'],
    ['rebase main', 'write'],
    ['rebase -i HEAD~3', 'write'],
    ['cherry-pick -x abc', 'write'],
    ['stash', 'write'],
    ['stash push -u -m wip', 'write'],
    ['stash pop', 'write'],
    ['stash drop', 'destroy'],
    ['stash clear', 'destroy'],
    ['checkout main', 'write'],
    ['checkout -b feature', 'write'],
    ['checkout -f main', 'destroy'],
    ['checkout -- x', 'destroy'],
    ['checkout .', 'destroy'],
    ['checkout HEAD x', 'destroy'],
    ['checkout package.json', 'destroy'],
    ['checkout -qf main', 'destroy'],
    ['switch main', 'write'],
    ['switch --discard-changes main', 'destroy'],
    ['restore .', 'destroy'],
    ['restore --staged x', 'write'],
    ['restore --staged --worktree x', 'destroy'],
    ['restore -SW x', 'destroy'],
    ['reset', 'write'],
    ['reset --soft HEAD~1', 'write'],
    ['reset --hard', 'destroy'],
    ['clean -fdx', 'destroy'],
    ['branch x', 'write'],
    ['branch -d x', 'write'],
    ['branch -D x', 'destroy'],
    ['branch -f x', 'destroy'],
    ['branch -d --force x', 'destroy'],
    ['branch -m a b', 'write'],
    ['tag v1', 'write'],
    ['tag -d v1', 'destroy'],
    ['tag -f v1', 'destroy'],
    ['tag --sort=x v1', 'write'],
    ['replace --convert-graft-file', 'write'],
    ['push', 'write'],
    ['push origin main', 'write'],
    ['push -f', 'destroy'],
    ['push --force-with-lease', 'destroy'],
    ['push origin :main', 'destroy'],
    ['push origin +main', 'destroy'],
    ['push origin -d x', 'destroy'],
    ['push --mirror', 'destroy'],
    ['push --prune origin', 'destroy'],
    ['rm x', 'destroy'],
    ['rm --cached x', 'write'],
    ['mv a b', 'write'],
    ['gc', 'write'],
    ['gc --prune=now', 'destroy'],
    ['reflog expire --all', 'destroy'],
    ['update-ref -d refs/x', 'destroy'],
    ['worktree remove x', 'write'],
    ['worktree remove --force x', 'destroy'],
    ['worktree remove -f x', 'destroy'],
    ['config user.name x', 'write'],
    ['remote add o url', 'write'],
    ['difftool', 'execute'],
    ['mergetool --tool-help', 'execute'],
    ['credential fill', 'secret'],
    ['submodule update --init', 'read,write'],
    ['pull', 'read,write'],
    ['fetch --all', 'read,write'],
    ['clone url dir', 'read,write'],
    ['config core.hooksPath x', 'privilege,write'],
    ['config --global alias.x y', 'privilege,write'],
    ['config set core.pager x', 'privilege,write'],
    ['config -e', 'execute,write'],
    ['daemon --export-all', 'execute,export'],
    ['lfs prune', 'destroy'],
    ['filter-repo --path x', 'destroy,execute'],
    ['send-email x.patch', 'export'],
  ])('git %s: %s', async (line, expected) => {
    expect(effects(await git(line)).join()).toBe(expected);
  });

  test.each([
    'frobnicate',
    '-c core.sshCommand=x fetch',
    '-c alias.x=!sh x',
    '-c foo=bar status',
    '--exec-path=. status',
    '--config-env=core.pager=X log',
    'ls-remote --upload-pack=x .',
    'fetch --upload-pack=x',
    'push --receive-pack=x',
    'clone ext::sh url',
    'fetch ext::sh',
    'remote add x ext::sh',
    'clone -c core.fsmonitor=x url',
    'clone --template=x url',
    'init --template=x',
    'grep -O x',
    'grep --open-files-in-pager=sh x',
    'diff --ext-diff',
    'log --ext-diff',
    'archive --remote=x --exec=y HEAD',
    'merge -s evil x',
    'send-email --to-cmd=x y',
    'upload-pack .',
    'log --frobnicate',
    'status --por',
    'stash frobnicate',
    'submodule frobnicate',
    'remote frobnicate',
    'update-ref --stdin',
    'request-pull v1 ext::sh',
    'apply --unsafe-paths x',
  ])('git %s is in doubt', async (line) => {
    expect((await git(line)).opaque).toBe(true);
  });

  test('work is in the directory that -C names, files by their paths', async () => {
    expect((await git('-C sub -C more commit -m x')).actions[0]).toMatchObject({
      resource: { kind: 'repository', path: '/work/sub/more' },
    });
    expect((await git('-C sub restore a b/c')).actions.map((action) => action.resource)).toEqual([
      { kind: 'file', path: '/work/sub/a' },
      { kind: 'file', path: '/work/sub/b/c' },
    ]);
    expect((await git('--git-dir=repo/.git reset --hard')).actions[0]).toMatchObject({
      operation: 'reset',
      resource: { path: '/work/repo' },
    });
    expect((await git('clone https://host/a/b.git')).actions[0]).toMatchObject({ resource: { path: '/work/b' } });
    expect((await git('worktree add ../wt')).actions[0]).toMatchObject({ resource: { path: '/wt' } });
  });

  test('what an option writes is an action of its own', async () => {
    const { actions } = await git('log --output=/tmp/x');
    expect(actions.map((action) => [action.effects.join(), action.resource['path']])).toEqual([
      ['read', '/work'],
      ['write', '/tmp/x'],
    ]);
    expect(effects(await git('archive -o x.zip HEAD'))).toEqual(['read', 'write']);
  });

  test('a push says where to, without the password', async () => {
    const { actions, secrets } = await git('push https://u:hunter22@host/x.git HEAD:main');
    expect(actions[0]).toMatchObject({
      scope: { remote: 'https://host/x.git', reach: 'remote' },
      resource: { branch: 'main' },
    });
    expect(secrets).toEqual(['hunter22']);
  });

  test('commands inside are read too', async () => {
    expect(operations(await meaning(['git', 'rebase', '-x', 'rm x', 'main']))).toEqual(['git rebase', 'rm rm']);
    expect(operations(await meaning(['git', 'bisect', 'run', 'rm', 'x']))).toEqual(['git bisect run', 'rm rm']);
    expect(operations(await meaning(['git', 'submodule', 'foreach', '--recursive', 'rm x']))).toEqual([
      'git submodule foreach',
      'rm rm',
    ]);
    expect(effects(await meaning(['git', 'filter-branch', '--index-filter', 'rm x', 'HEAD']))).toContain('destroy');
  });

  test('the content of a secret file is a secret in history too', async () => {
    expect(effects(await git('show HEAD:.env'))).toContain('secret');
  });

  test('every command of the tree is judged', () => {
    const missing: string[] = [];
    const walk = (node: { commands?: Record<string, unknown>; operands?: boolean }, path: readonly string[]): void => {
      for (const [name, sub] of Object.entries(node.commands ?? {})) {
        if (typeof sub === 'string') continue;
        const next = sub as { commands?: Record<string, unknown>; operands?: boolean };
        const full = [...path, name];
        if ((next.commands === undefined || next.operands) && COMMANDS.of(full.join(' ')) === undefined)
          missing.push(full.join(' '));
        walk(next, full);
      }
    };
    walk(GIT as never, []);
    expect(missing).toEqual(['extras']);
    for (const path of [...REMOTE_READS, ...REMOTE_WRITES, ...Object.keys(JUDGES)])
      expect(COMMANDS.of(path), path).toBeDefined();
  });

  test.each([
    'core.sshCommand',
    'alias.x',
    'core.fsmonitor',
    'filter.x.clean',
    'diff.x.textconv',
    'credential.helper',
    'protocol.ext.allow',
    'core.editor',
    'gpg.program',
    'url.x.insteadOf',
    'remote.o.uploadpack',
    'branch.x.remote',
    'include.path',
    'sendemail.smtpserver',
    'trailer.x.command',
    'pager.log',
    'uploadpack.packObjectsHook',
    'init.templateDir',
    'interactive.diffFilter',
    'merge.x.driver',
    'core.gitProxy',
    'core.askPass',
    'core.worktree',
  ])('setting %s is never harmless', (key) => {
    expect(isHarmlessKey(key, '!sh')).toBe(false);
  });

  test('it never throws, and an option more never makes it read', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          'push',
          'log',
          'stash',
          '-C',
          '-c',
          '--',
          'x',
          '-f',
          'config',
          '--output',
          '\0',
          'remote',
          'checkout',
        ),
        fc.string(),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const reading = reader.read(['git', ...list], context());
        expect(reading.actions.length + (reading.runs?.length ?? 0)).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('log', 'status', 'diff', 'branch', 'stash list', 'config --get x'), (line) => {
        const { actions } = reader.read(['git', ...line.split(' '), '--frobnicate'], context());
        expect(actions.every((action) => action.opaque)).toBe(true);
      }),
    );
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/command/files.ts';
import { understand } from '../../src/command/understand.ts';

let home: string;
let root: string;
const git = (...argv: string[]) =>
  execFileSync('git', argv, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'ignore',
  });
const meaning = async (...argv: string[]) => {
  const cwd = join(root, 'src');
  return understand(['git', ...argv], { environment: {}, cwd, home, stdin: 'null', files: diskFiles(cwd) });
};

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gate-git-')));
  root = join(home, 'shop');
  mkdirSync(join(root, 'src'), { recursive: true });
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://example.com/shop.git');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("a repository's own configuration", () => {
  it('changes nothing when it is like any other', async () => {
    git('config', 'user.name', 'a');
    git('config', 'core.hooksPath', '.husky');
    git('config', 'filter.lfs.process', 'git-lfs filter-process');
    git('config', 'core.fsmonitor', 'true');
    const { actions, inputs } = await meaning('status');
    expect(actions).toMatchObject([{ operation: 'status', effects: ['read'], opaque: false }]);
    expect(inputs).toEqual([]);
  });

  it.each([
    ['core.fsmonitor', 'touch x'],
    ['diff.external', 'touch x'],
    ['diff.md.textconv', 'touch x'],
    ['filter.x.clean', 'touch x'],
    ['filter.lfs.process', 'touch x'],
    ['core.pager', 'sh -c x'],
    ['pager.log', 'sh -c x'],
    ['core.sshCommand', 'sh -c x'],
    ['core.hooksPath', '/tmp/hooks'],
    ['core.hooksPath', '../hooks'],
    ['credential.helper', '!sh -c x'],
    ['gpg.ssh.program', 'x'],
    ['include.path', '../more'],
    ['url.https://other.example.com/.insteadOf', 'https://example.com/'],
    ['remote.origin.uploadpack', 'x'],
    ['merge.x.driver', 'x'],
  ])('that sets %s to %s makes every command run what is not seen', async (key, value) => {
    git('config', key, value);
    const { actions, notes, inputs } = await meaning('status');
    expect(actions[0]).toMatchObject({ effects: ['read', 'execute', 'unknown'], opaque: true });
    expect(notes.join()).toContain("the repository's own configuration sets");
    expect(inputs).toMatchObject([{ role: 'configuration', path: join(root, '.git/config') }]);
  });

  it('is found from a linked work tree', async () => {
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '--allow-empty', '-m', 'x');
    git('worktree', 'add', '-q', join(home, 'linked'));
    git('config', 'core.fsmonitor', 'touch x');
    expect((await meaning('-C', join(home, 'linked'), 'status')).opaque).toBe(true);
  });

  it('is part of what is approved when something is pushed', async () => {
    const { actions, inputs } = await meaning('push', 'origin', 'main');
    expect(actions[0]?.scope).toMatchObject({ remote: 'origin', repository: 'https://example.com/shop.git' });
    expect(inputs).toMatchObject([{ role: 'configuration', digest: expect.stringMatching(/^sha256:/) }]);
  });
});

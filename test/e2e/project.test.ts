import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Gate, type Options } from '../kit/gate.ts';

/** An agent at work in a real git work tree, under the default packs. */

interface Shop extends Disposable {
  readonly gate: Gate;
  readonly root: string;
  agent(line: string, options?: Options): Promise<{ status: number | null; stderr: string }>;
  git(...argv: string[]): void;
}

function shop(): Shop {
  const gate = new Gate();
  const root = join(gate.home, 'work', 'shop');
  mkdirSync(root, { recursive: true });
  const git = (...argv: string[]) => {
    const env = { PATH: process.env['PATH'], HOME: gate.home, GIT_CONFIG_NOSYSTEM: '1' };
    const { status, stderr } = spawnSync('git', argv, { cwd: root, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  };
  git('init', '-q');
  writeFileSync(join(root, '.gitignore'), 'build/\n');
  writeFileSync(join(root, 'saved.txt'), 'saved\n');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'first');
  return {
    gate,
    root,
    git,
    agent: (line, options = {}) => gate.agent(['--no-wait', '--', 'bash', '-c', line], { cwd: root, ...options }),
    [Symbol.dispose]: () => gate[Symbol.dispose](),
  };
}

const FREE = 0;
const WAITS = 75;

describe('an agent in a project', () => {
  test('writes, builds and tidies up without asking anybody', async () => {
    using work = shop();
    mkdirSync(join(work.root, 'build'));
    writeFileSync(join(work.root, 'build', 'x.o'), '');
    writeFileSync(join(work.root, 'Makefile'), 'all:\n\t@touch made\n');
    for (const line of [
      'mkdir -p src && echo x > src/a.txt',
      'sed -i s/x/y/ src/a.txt',
      'rm -rf build',
      'rm saved.txt && git checkout -q saved.txt',
      'git add src && git -c user.name=a -c user.email=a@example.com commit -qm second',
      'make',
      'chmod +x src/a.txt',
    ]) {
      expect(await work.agent(line), line).toMatchObject({ status: FREE });
    }
    expect(existsSync(join(work.root, 'made'))).toBe(true);
    expect(existsSync(join(work.root, 'build'))).toBe(false);
  });

  test('is asked about what git could not bring back', async () => {
    using work = shop();
    mkdirSync(join(work.root, 'notes'));
    writeFileSync(join(work.root, 'notes', 'a.txt'), 'never added');
    expect(await work.agent('rm -rf notes')).toMatchObject({ status: WAITS });
    expect(await work.agent('rm -rf .')).toMatchObject({ status: WAITS });
    expect(await work.agent('git reset -q --hard')).toMatchObject({ status: WAITS });
    expect(await work.agent('git clean -fdq')).toMatchObject({ status: WAITS });
    writeFileSync(join(work.root, 'saved.txt'), 'changed since');
    expect(await work.agent('rm saved.txt')).toMatchObject({ status: WAITS });
    expect(existsSync(join(work.root, 'notes', 'a.txt'))).toBe(true);
    expect(existsSync(join(work.root, 'saved.txt'))).toBe(true);
  });

  test('is asked about what lies outside, however the path gets there', async () => {
    using work = shop();
    const other = join(work.gate.home, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'x'), '');
    symlinkSync('/etc', join(work.root, 'out'));
    for (const line of [
      'touch out/gate-test',
      'touch /etc/gate-test',
      'cd out && touch gate-test',
      'D=/etc; touch "$D/gate-test"',
      'touch "$UNKNOWN/gate-test"',
      'ln -s /etc in && touch in/gate-test',
      'echo x > .git/hooks/pre-commit',
      'mkdir -p .gate/policies',
      'git config core.fsmonitor ./x',
    ]) {
      expect(await work.agent(line), line).toMatchObject({ status: WAITS });
    }
    expect(existsSync('/etc/gate-test')).toBe(false);
  });

  test('a script it wrote before runs; one it writes in the same breath waits', async () => {
    using work = shop();
    writeFileSync(join(work.root, 'x.py'), 'open("ran", "w")\n');
    expect(await work.agent('echo "echo 1" > y.sh && sh y.sh')).toMatchObject({ status: WAITS });
    expect(await work.agent('python3 x.py')).toMatchObject({ status: FREE });
    expect(existsSync(join(work.root, 'ran'))).toBe(true);
  });

  test('a repository whose configuration starts programs is not read unasked', async () => {
    using work = shop();
    expect(await work.agent('git status --short')).toMatchObject({ status: FREE });
    work.git('config', 'core.fsmonitor', 'touch watched; false');
    expect(await work.agent('git status --short')).toMatchObject({ status: WAITS });
    expect(existsSync(join(work.root, 'watched'))).toBe(false);
  });
});

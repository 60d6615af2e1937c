import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A project with something in it that git could not bring back. @returns its directory */
export function project(parent: string): string {
  const cwd = join(parent, 'shop');
  mkdirSync(join(cwd, 'reports'), { recursive: true });
  writeFileSync(join(cwd, 'reports', 'october.csv'), 'day,orders\n1,17\n2,23\n');
  writeFileSync(join(cwd, 'README'), 'a shop\n');
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', cwd, '-c', 'user.name=you', '-c', 'user.email=you@example.com', ...args]);
  git('init', '-q');
  git('add', 'README');
  git('commit', '-q', '-m', 'start');
  return cwd;
}

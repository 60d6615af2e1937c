import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUN, ROOT } from './context.ts';

/** In the order in which `prototype-main.ts` does them. */
export const STEPS = ['runtime starts and ends', '+ opens a database', '+ two durable commits', '+ runs true'] as const;

export interface Prototype extends Disposable {
  readonly path: string;
  readonly database: string;
}

/** Builds it the way gate is built. */
export function prototype(): Prototype {
  const directory = mkdtempSync(join(tmpdir(), 'gate-bench-'));
  const path = join(directory, 'prototype');
  const source = `${ROOT}bench/kit/prototype-main.ts`;
  const options = ['--compile', '--bytecode', '--format=esm', '--minify', '--outfile', path];
  const { status, stderr } = spawnSync(BUN, ['build', source, ...options], { cwd: directory, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the prototype could not be built: ${stderr}`);
  return {
    path,
    database: join(directory, 'prototype.db'),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

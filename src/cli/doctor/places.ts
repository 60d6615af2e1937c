import { type Stats, statSync } from 'node:fs';
import type { Paths } from '../../config/paths.ts';
import { errno } from '../../errors.ts';
import type { PolicyPaths } from '../../policy/paths.ts';

export interface Place {
  readonly what: string;
  readonly path: string;
  /** Four octal digits; null when nothing is there. */
  readonly mode: string | null;
}

/** Where this gate keeps and reads its files. */
export function placesOf(paths: Paths, policies: PolicyPaths): readonly Place[] {
  const named: readonly (readonly [string, string])[] = [
    ['system', policies.system],
    ['user', policies.user],
    ['state', paths.state],
    ['key', paths.key],
  ];
  return named.map(([what, path]) => ({ what, path, mode: modeOf(stats(path)) ?? null }));
}

export function modeOf(found: Stats | undefined): string | undefined {
  return found === undefined ? undefined : (found.mode & 0o7777).toString(8).padStart(4, '0');
}

/** Undefined when nothing is there, or it cannot be seen. */
export function stats(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'].includes(errno(error))) return undefined;
    throw error;
  }
}

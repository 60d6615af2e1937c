import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';

// PLACEHOLDER to be replaced by its author.
export interface DigestCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, digest: string): Promise<void>;
}
export function resolveExecutable(name: string, path: string, cwd: string): { path: string; realpath: string } {
  const candidates = name.includes('/') ? [resolve(cwd, name)] : path.split(':').map((d) => join(d, name));
  for (const c of candidates) {
    try {
      if (statSync(c).isFile()) {
        accessSync(c, constants.X_OK);
        return { path: c, realpath: realpathSync(c) };
      }
    } catch {}
  }
  throw new GateError('COMMAND_NOT_FOUND', `command not found: ${name}`);
}
export async function digestFile(path: string, cache: DigestCache): Promise<string> {
  const s = statSync(path, { bigint: true });
  const key = [s.dev, s.ino, s.size, s.mtimeNs, s.ctimeNs].join(':');
  const hit = await cache.get(key);
  if (hit) return hit;
  const digest = `sha256:${sha256Hex(readFileSync(path))}`;
  await cache.set(key, digest);
  return digest;
}

import { sha256Hex } from '../platform/hash.ts';
import { cacheConfig, cachedConfig } from './cache.ts';
import type { Configuration } from './document.ts';
import { readTrusted } from './trusted-file.ts';

/**
 * One configuration file, from the cache when it was understood before. YAML and schemas load only for a new text.
 *
 * @returns undefined when there is no such file
 * @throws GateError CONFIG_INVALID
 */
export async function loadConfig(
  file: string,
  owner: 'root' | 'self',
  cacheDirectory: string | undefined,
): Promise<Configuration | undefined> {
  const bytes = readTrusted(file, owner);
  if (bytes === undefined) return undefined;
  // The two files may say different things, so the same text is another entry.
  const key = `${sha256Hex(bytes)}-${owner}`;
  const cached = cacheDirectory === undefined ? undefined : cachedConfig(cacheDirectory, key);
  if (cached !== undefined) return cached as Configuration;
  const { parseConfig } = await import('./document.ts');
  const config = parseConfig(bytes, file, owner);
  if (cacheDirectory !== undefined) cacheConfig(cacheDirectory, key, config);
  return config;
}

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../platform/hash.ts';

/**
 * Configuration files as they were understood, on disk (effect), keyed by the digest of their bytes: parsing YAML costs
 * more than the rest of a run. One line with the format and the checksum, then JSON.
 *
 * The checksum finds damage, and a damaged entry is made anew; it does not defend against the owner of the directory, who
 * can edit the file itself.
 */

/** Counts up whenever what is stored changes its meaning. */
const FORMAT = 2;
const KEEP = 8;

/** Undefined when nothing fit to be used is there. */
export function cachedConfig(directory: string, key: string): unknown {
  try {
    const path = entryPath(directory, key);
    const { uid, mode } = statSync(path);
    if ((mode & 0o022) !== 0 || (uid !== process.getuid?.() && uid !== 0)) return undefined;
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === headline(body) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Best effort: a cache that cannot be written costs time, never an answer. */
export function cacheConfig(directory: string, key: string, value: object): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const body = JSON.stringify(value);
    const path = entryPath(directory, key);
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, `${headline(body)}\n${body}`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    forget(directory);
  } catch {
    // Read-only or full: the next run parses again.
  }
}

function headline(body: string): string {
  return `gate-config ${FORMAT} ${sha256Hex(body)}`;
}

function entryPath(directory: string, key: string): string {
  return join(directory, `config-${key}`);
}

/** Files that were edited leave entries behind; the oldest go. */
function forget(directory: string): void {
  const names = readdirSync(directory).filter((name) => name.startsWith('config-'));
  if (names.length <= KEEP) return;
  const aged = names.map((name) => ({ name, at: statSync(join(directory, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of aged.slice(0, names.length - KEEP)) rmSync(join(directory, name), { force: true });
}

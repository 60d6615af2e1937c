import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../platform/hash.ts';
import type { Statement } from './statement.ts';

/** What was found out about the bytes of a bundle: it holds together, and a key that counts signed it. */
export interface Checked extends Statement {
  /** `sha256:` of the note's text. */
  readonly digest: string;
  /** `sha256:` of the note with its signatures. */
  readonly noteDigest: string;
}

export interface Checking {
  /** For people. */
  readonly from: string;
  /** As they are written. */
  readonly keys: readonly string[];
  readonly cacheDirectory?: string;
}

/** Counts up whenever what is stored changes its meaning. */
const FORMAT = 1;

/**
 * From the cache when these very bytes were checked with these very keys before (effect): their signature is checked once. The
 * cache is guarded as that of compiled policies, by owner, mode and checksum, and is no defence against its owner.
 *
 * @throws GateError POLICY_INVALID
 */
export async function checkedBundle(bytes: Uint8Array, { from, keys, cacheDirectory }: Checking): Promise<Checked> {
  const key = sha256Hex(`${sha256Hex(bytes)} ${keys.join(' ')}`);
  const cached = cacheDirectory === undefined ? undefined : cachedAt(cacheDirectory, key);
  if (cached !== undefined) return cached;
  const [{ readBundle }, { parseNoteKey }] = await Promise.all([
    import('./bundle.ts'),
    import('../../signed-note/note.ts'),
  ]);
  const wanted = keys.flatMap((written) => parseNoteKey(written) ?? []);
  // Without any key nothing could be signed by one.
  const { statement, digest, note } = await readBundle(bytes, from, wanted.length === 0 ? [NOBODY] : wanted);
  const checked: Checked = { ...statement, digest, noteDigest: `sha256:${sha256Hex(note)}` };
  if (cacheDirectory !== undefined) cache(cacheDirectory, key, checked);
  return checked;
}

const NOBODY = { name: 'nobody', hash: new Uint8Array(4), key: new Uint8Array(32) };

function cachedAt(directory: string, key: string): Checked | undefined {
  try {
    const path = entryPath(directory, key);
    const { uid, mode } = statSync(path);
    if ((mode & 0o022) !== 0 || (uid !== process.getuid?.() && uid !== 0)) return undefined;
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === headline(body, key) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Best effort: a cache that cannot be written costs time, never an answer. */
function cache(directory: string, key: string, checked: Checked): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const body = JSON.stringify(checked);
    const path = entryPath(directory, key);
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, `${headline(body, key)}\n${body}`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    forget(directory);
  } catch {
    // Read-only or full: the next run checks again.
  }
}

const KEEP = 8;

/** Bundles that were followed by others leave entries behind; the oldest go. */
function forget(directory: string): void {
  const names = readdirSync(directory).filter((name) => name.startsWith('bundle-'));
  if (names.length <= KEEP) return;
  const aged = names.map((name) => ({ name, at: statSync(join(directory, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of aged.slice(0, names.length - KEEP)) rmSync(join(directory, name), { force: true });
}

/** With what it is about, so that an entry under another name is worth nothing. */
function headline(body: string, key: string): string {
  return `gate-bundle ${FORMAT} ${key} ${sha256Hex(body)}`;
}

function entryPath(directory: string, key: string): string {
  return join(directory, `bundle-${key}`);
}

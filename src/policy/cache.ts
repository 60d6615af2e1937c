import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../platform/hash.ts';
import { type Compiled, FORMAT, type Header, type Shard, type Source } from './compiled.ts';

/**
 * Compiled documents on disk (effect), keyed by the digest of their text and how they are read:
 *
 *     gate-policy FORMAT INDEX-LENGTH SHA256(index)\n  index (JSON)  shards (JSON each, with their own checksums)
 *
 * One command reads the index and the shards of its tools. The checksums find damage, and an entry that fails them is
 * thrown away and built anew; they do not defend against the owner of the directory, who can edit the policy itself.
 */

interface Index {
  readonly header: Header;
  /** Tool to [offset after the index, length, checksum]. */
  readonly shards: Readonly<Record<string, readonly [number, number, string]>>;
}

/** As many as a bundle has members, and some. */
const KEEP = 1100;
const FIRST_READ = 32 * 1024;

export function entryPath(directory: string, key: string): string {
  return join(directory, `policy-${key}`);
}

export function encode(compiled: Compiled): Buffer {
  const parts: Buffer[] = [];
  let offset = 0;
  const add = (value: unknown): [number, number, string] => {
    const bytes = Buffer.from(JSON.stringify(value));
    parts.push(bytes);
    offset += bytes.length;
    return [offset - bytes.length, bytes.length, checksum(bytes)];
  };
  const shards: [string, [number, number, string]][] = [...compiled.shards].map(([tool, shard]) => [tool, add(shard)]);
  const index: Index = { header: compiled.header, shards: Object.fromEntries(shards) };
  const bytes = Buffer.from(JSON.stringify(index));
  return Buffer.concat([Buffer.from(`gate-policy ${FORMAT} ${bytes.length} ${checksum(bytes)}\n`), bytes, ...parts]);
}

/** The shards of these tools and what is always needed; undefined when the entry is absent or damaged. */
export function readEntry(directory: string, key: string, tools: readonly string[] | 'all'): Source | undefined {
  let fd: number;
  try {
    fd = openSync(entryPath(directory, key), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(fd);
    const self = process.getuid?.();
    if (!stats.isFile() || (stats.mode & 0o022) !== 0 || (stats.uid !== self && stats.uid !== 0)) return undefined;
    const start = read(fd, 0, Math.min(stats.size, FIRST_READ));
    const line = start.subarray(0, start.indexOf(10)).toString('latin1');
    const [, format, length, sum] = /^gate-policy (\d+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (Number(format) !== FORMAT) return undefined;
    const body = line.length + 1 + Number(length);
    const slice = (from: number, size: number) =>
      from + size <= start.length ? start.subarray(from, from + size) : read(fd, from, size);
    const index = checked(slice(line.length + 1, Number(length)), sum!) as Index;
    const part = ([offset, size, check]: readonly [number, number, string]) =>
      checked(slice(body + offset, size), check);
    const wanted =
      tools === 'all' ? Object.keys(index.shards) : tools.filter((tool) => Object.hasOwn(index.shards, tool));
    const shards = new Map(wanted.map((tool) => [tool, part(index.shards[tool]!) as Shard]));
    return {
      header: index.header,
      shard: (tool) => shards.get(tool),
      tools: () => Object.keys(index.shards),
    };
  } catch {
    return undefined;
  } finally {
    closeSync(fd);
  }
}

/** Best effort: a cache that cannot be written costs time, never an answer. */
export function writeEntry(directory: string, key: string, compiled: Compiled): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = entryPath(directory, key);
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, encode(compiled), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    forget(directory);
  } catch {
    // Read-only or full: the log will say so, if it concerns more than this cache.
  }
}

/** Policies that were edited away leave entries behind; the oldest go. */
function forget(directory: string): void {
  const names = readdirSync(directory).filter((name) => name.startsWith('policy-'));
  if (names.length <= KEEP) return;
  const aged = names.map((name) => ({ name, at: statSync(join(directory, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of aged.slice(0, names.length - KEEP)) rmSync(join(directory, name), { force: true });
}

function read(fd: number, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const count = readSync(fd, buffer, 0, length, offset);
  if (count !== length) throw new Error('the entry is cut short');
  return buffer;
}

function checked(bytes: Buffer, sum: string): unknown {
  if (checksum(bytes) !== sum) throw new Error('the entry is damaged');
  return JSON.parse(bytes.toString('utf8'));
}

function checksum(bytes: Buffer): string {
  return sha256Hex(bytes);
}

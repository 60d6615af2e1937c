import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { errno } from '../errors.ts';
import { blocked } from './directories.ts';
import { LAYOUT } from './layout.ts';
import { type Material, readMaterial, readWhole } from './material.ts';
import { requireOwnedByRoot } from './owners.ts';
import type { Installed, InstalledFile } from './record.ts';

/** What an installation would do to a prefix. Nothing is written. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Of the version before, and not of this one: they stay until the next upgrade. */
  readonly superseded: readonly InstalledFile[];
  /** Kept long enough. */
  readonly outlived: readonly InstalledFile[];
}

export interface Step {
  readonly material: Material;
  readonly target: string;
  /** `sha256:` of what is to lie there. */
  readonly digest: string;
  readonly bytes: number;
  readonly change: 'new' | 'replaced' | 'unchanged';
  /** Digest of what is replaced, when gate put it there. */
  readonly before?: string;
  /** Something else lies there: what, in words. */
  readonly foreign?: string;
}

/** @throws GateError CANNOT_WRITE where nothing could be placed, `force` or not */
export function planOf(materials: readonly Material[], prefix: string, record: Installed | undefined): Plan {
  requireOwnedByRoot(dirname(join(prefix, LAYOUT.record)));
  const known = new Map(record?.files.map((file) => [file.path, file]));
  const steps = materials.map((material) => step(material, prefix, known.get(material.path)));
  const wanted = new Set(materials.map(({ path }) => path));
  const others = (record?.files ?? []).filter(({ path }) => !wanted.has(path));
  // A new set of files ends what was kept for the one before.
  const upgrade = steps.some(({ change }) => change !== 'unchanged') || others.some((file) => !file.superseded);
  const outlived = upgrade ? others.filter((file) => file.superseded) : [];
  return { steps, superseded: others.filter((file) => !outlived.includes(file)), outlived };
}

function step(material: Material, prefix: string, known: InstalledFile | undefined): Step {
  const target = join(prefix, material.path);
  requireOwnedByRoot(dirname(target));
  let bytes = 0;
  const digest = `sha256:${readMaterial(material, (part) => (bytes += part.length))}`;
  const common = { material, target, digest, bytes };
  const stats = statsOf(target);
  if (stats === undefined) return { ...common, change: 'new' };
  if (stats.isDirectory()) throw blocked(target, 'is a directory');
  if (!stats.isFile()) return { ...common, change: 'replaced', foreign: kindOf(target, stats) };
  const there = digestOf(target);
  const asWanted = (stats.mode & 0o7777) === material.mode && stats.uid === process.getuid?.();
  if (there === digest) return { ...common, change: asWanted ? 'unchanged' : 'replaced', before: there };
  if (known === undefined) return { ...common, change: 'replaced', foreign: 'another file is there' };
  if (there !== known.sha256 && there !== known.before) {
    return { ...common, change: 'replaced', foreign: 'it was changed since gate put it there' };
  }
  return { ...common, change: 'replaced', before: there };
}

export function digestOf(file: string): string {
  return `sha256:${readWhole(file, () => {})}`;
}

/** Of the name itself, not of what a link leads to. */
export function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (cause) {
    if (errno(cause) === 'ENOENT' || errno(cause) === 'ENOTDIR') return undefined;
    throw blocked(path, `cannot be looked at (${errno(cause)})`, cause);
  }
}

function kindOf(path: string, stats: Stats): string {
  return stats.isSymbolicLink() ? `a link to ${readlinkSync(path)} is there` : 'something that is no file is there';
}

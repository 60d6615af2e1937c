import { rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import { makeDirectory, removeEmpty } from './directories.ts';
import { LAYOUT } from './layout.ts';
import type { Material } from './material.ts';
import { type Draft, discard, draftOf, place } from './place.ts';
import { digestOf, type Plan, planOf, type Step, statsOf } from './plan.ts';
import { type Installed, type InstalledFile, readRecord, recordText } from './record.ts';

export interface Wanted {
  /** Absolute. */
  readonly prefix: string;
  readonly version: string;
  /** Replace files that are not gate's. */
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Installation {
  readonly prefix: string;
  /** The version that was there. */
  readonly before: string | undefined;
  readonly steps: readonly Step[];
  readonly removed: readonly string[];
  /** False when all of it was there already. */
  readonly changed: boolean;
}

/**
 * Puts files under a prefix, all of them or none: each is written whole beside its place first, then renamed, the
 * executable last. The record says before the first rename what may lie there, so an interrupted installation can be
 * done again, or undone.
 *
 * @throws GateError CANNOT_WRITE, CONFIG_INVALID for a record that is none
 */
export function install(materials: readonly Material[], wanted: Wanted): Installation {
  const { prefix, force } = wanted;
  const record = force ? recordOrNone(prefix) : readRecord(prefix);
  const plan = planOf(materials, prefix, record);
  const foreign = plan.steps.filter((step) => step.foreign !== undefined);
  if (foreign.length > 0 && !force) throw inTheWay(foreign);
  const changed =
    record?.version !== wanted.version ||
    plan.outlived.length > 0 ||
    plan.steps.some(({ change }) => change !== 'unchanged') ||
    record.files.some((file) => file.before !== undefined);
  const result = { prefix, before: record?.version, steps: plan.steps, changed };
  if (!changed || wanted.dryRun) return { ...result, removed: plan.outlived.map(({ path }) => path) };
  return { ...result, removed: carryOut(plan, record, wanted) };
}

/** @returns paths that were removed */
function carryOut(
  { steps, superseded, outlived }: Plan,
  record: Installed | undefined,
  wanted: Wanted,
): readonly string[] {
  const { prefix, version, now } = wanted;
  const changing = steps.filter(({ change }) => change !== 'unchanged');
  const made: string[] = [];
  const drafts: Draft[] = [];
  let placed = false;
  try {
    for (const target of [...changing.map((step) => step.target), join(prefix, LAYOUT.record)]) {
      made.push(...makeDirectory(dirname(target)));
    }
    for (const { material, target, digest } of changing) drafts.push(draftOf(material, target, digest));
    const base = {
      schema_version: 1 as const,
      installed_at: new Date(now).toISOString(),
      directories: [...new Set([...(record?.directories ?? []), ...made.map((path) => relative(prefix, path))])].filter(
        (path) => path !== '' && !path.startsWith('..'),
      ),
    };
    const kept = superseded.map((file) => ({ ...file, superseded: true as const }));
    // What is there now, and what will be: both are gate's until this has ended.
    const during = [...steps.map(fileOf), ...kept, ...outlived];
    writeRecord(prefix, { ...base, version: record?.version ?? version, files: during });
    placed = true;
    for (const draft of drafts) place(draft);
    const removed = outlived.filter((file) => removeOwn(prefix, file)).map(({ path }) => path);
    const files = [...steps.map((step) => fileOf({ ...step, before: undefined })), ...kept];
    const needed = files.map(({ path }) => `${path}/`);
    const unneeded = base.directories.filter((directory) => !needed.some((path) => path.startsWith(`${directory}/`)));
    const gone = removeEmpty(unneeded.map((directory) => join(prefix, directory))).map((path) =>
      relative(prefix, path),
    );
    const directories = base.directories.filter((directory) => !gone.includes(directory));
    writeRecord(prefix, { ...base, version, files, directories });
    return removed;
  } catch (error) {
    discard(drafts);
    if (!placed) removeEmpty(made);
    throw error;
  }
}

/** True when it was there and gate's. */
export function removeOwn(prefix: string, { path, sha256, before }: InstalledFile): boolean {
  const target = join(prefix, path);
  if (statsOf(target)?.isFile() !== true) return false;
  const there = digestOf(target);
  if (there !== sha256 && there !== before) return false;
  rmSync(target);
  return true;
}

function fileOf({
  material,
  digest,
  before,
}: Pick<Step, 'material' | 'digest'> & { before?: string | undefined }): InstalledFile {
  return { path: material.path, sha256: digest, ...(before === undefined || before === digest ? {} : { before }) };
}

function writeRecord(prefix: string, record: Installed): void {
  const text = recordText(record);
  place(draftOf({ mode: 0o644, content: { text } }, join(prefix, LAYOUT.record), `sha256:${sha256Hex(text)}`));
}

function recordOrNone(prefix: string): Installed | undefined {
  try {
    return readRecord(prefix);
  } catch (error) {
    if (error instanceof GateError && error.code === 'CONFIG_INVALID') return undefined;
    throw error;
  }
}

function inTheWay(foreign: readonly Step[]): GateError {
  const [{ target, foreign: what }] = foreign as [Step];
  const more = foreign.length === 1 ? '' : `, and ${foreign.length - 1} more such files`;
  return new GateError('CANNOT_WRITE', `\`${target}\` is in the way: ${what}${more}`, {
    hint: 'nothing was changed; move it away, choose another --prefix, or say --force to replace it',
  });
}

import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { othersMayWrite } from '../config/trusted-file.ts';
import { errno, GateError } from '../errors.ts';
import { LAYOUT } from './layout.ts';

/** `PREFIX/share/gate/installed.json`: what was put there, so that later it is known what is gate's. */
export type Installed = z.infer<typeof installed>;
export type InstalledFile = Installed['files'][number];

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** Nothing above the prefix, and no other way to say the same place. */
const path = z
  .string()
  .max(1000)
  .refine((text) =>
    text.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !name.includes('\0')),
  );

const installed = z.object({
  schema_version: z.literal(1),
  version: z.string().max(100),
  installed_at: z.iso.datetime(),
  files: z
    .array(
      z.object({
        path,
        sha256: digest,
        /** What it was before an upgrade that has not ended yet, or was interrupted. */
        before: digest.optional(),
        /** Of the version before, and kept until the next one: a gate that runs may still read it. */
        superseded: z.literal(true).optional(),
      }),
    )
    .max(10_000),
  /** Made for these files, parents first. */
  directories: z.array(path).max(1000),
});

const LONGEST = 4 * 1024 * 1024;

/**
 * Undefined when nothing is installed there.
 *
 * @throws GateError CONFIG_INVALID when it is no such record, or somebody else could have written it
 */
export function readRecord(prefix: string): Installed | undefined {
  const file = join(prefix, LAYOUT.record);
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (cause) {
    if (errno(cause) === 'ENOENT' || errno(cause) === 'ENOTDIR') return undefined;
    throw unusable(file, `cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > LONGEST) throw unusable(file, 'is not a record of gate');
    if (othersMayWrite(stats, process.getuid?.() === 0 ? 'root' : 'self')) {
      throw unusable(file, 'can be written by others than you');
    }
    return parsed(readFileSync(descriptor, 'utf8'), file);
  } finally {
    closeSync(descriptor);
  }
}

export function recordText(record: Installed): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function parsed(text: string, file: string): Installed {
  try {
    return installed.parse(JSON.parse(text));
  } catch (cause) {
    throw unusable(file, 'is not a record of gate', cause);
  }
}

function unusable(file: string, why: string, cause?: unknown): GateError {
  const hint = 'so nobody knows which files are gate’s; look at it, and remove it';
  return new GateError('CONFIG_INVALID', `\`${file}\` ${why}`, { hint: hint.replace('’', "'"), cause });
}

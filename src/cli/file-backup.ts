import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errno } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import { create, type Found } from './text-file.ts';

/**
 * What a settings file was before gate changed it: `NAME.before-TIME-DIGEST` beside it. The digest is of what was written
 * then (`gone` when the file was removed), so that undoing knows whether anybody edited the file since; `.absent` at the
 * end says that there was no file.
 */
export interface Backup {
  readonly file: string;
  readonly digest: string;
  readonly absent: boolean;
}

const FORM = /^\.before-(\d{8}T\d{9}Z)-([0-9a-f]{16}|gone)(\.absent)?$/;

/** Writes it, private to whom the file is private to. @param now milliseconds since 1970 @returns its path */
export function keep(path: string, found: Found | undefined, after: string | undefined, now: number): string {
  for (let at = now; ; at++) {
    const time = new Date(at).toISOString().replace(/[-:.]/g, '');
    const file = `${path}.before-${time}-${writtenAs(after)}${found === undefined ? '.absent' : ''}`;
    try {
      create(file, found?.text ?? '', { found, mode: 0o600 });
      return file;
    } catch (error) {
      if (errno(error) !== 'EEXIST') throw error;
    }
  }
}

/** All that are left, newest first. */
export function backupsOf(path: string): readonly Backup[] {
  const directory = dirname(path);
  const found = namesIn(directory).flatMap((name) => {
    const [, time = '', digest = '', absent] = FORM.exec(name.slice(basename(path).length)) ?? [];
    if (time === '' || !name.startsWith(basename(path))) return [];
    return [{ time, file: join(directory, name), digest, absent: absent !== undefined }];
  });
  return found.toSorted((a, b) => (a.time < b.time ? 1 : -1));
}

/** A text by its digest, as the name of a backup holds it. */
export function writtenAs(text: string | undefined): string {
  return text === undefined ? 'gone' : sha256Hex(text).slice(0, 16);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  }
}

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, tilde } from '../finding.ts';

/** Where the caller's programs look for things. */
export interface Here {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A variable's value when it is an absolute path, else this one below the home directory. */
export function under(here: Here, variable: string, otherwise: string): string {
  const value = here.environment[variable];
  return value?.startsWith('/') ? value : join(here.home, otherwise);
}

/** A file as a client would read it: regular, at most a megabyte. Undefined when this user cannot. */
export function textOf(path: string): string | undefined {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
  try {
    if (!fstatSync(descriptor).isFile()) return undefined;
    const bytes = Buffer.alloc(MOST_BYTES);
    let done = 0;
    for (let count = -1; count !== 0 && done < bytes.length; done += count) {
      count = readSync(descriptor, bytes, done, bytes.length - done, done);
    }
    return bytes.toString('latin1', 0, done);
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

const MOST_BYTES = 1024 * 1024;

/** At most a thousand names of a directory, as paths; none when it cannot be read. */
export function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .sort()
      .slice(0, 1000)
      .map((name) => join(directory, name));
  } catch {
    return [];
  }
}

export interface Around {
  readonly subject: string;
  /** What it is; the place follows after `: `. */
  readonly what: string;
  readonly paths: readonly string[];
  readonly hint: string;
  readonly level?: Finding['level'];
}

/** One finding for one way, however many places it has. */
export function wayAround({ subject, what, paths, hint, level = 'warning' }: Around, home: string): Finding {
  const [where = ''] = paths.map((path) => tilde(path, home));
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  return { check: 'ways-around', level, subject, text: `${what}: ${where}${more}`, where, hint };
}

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Factor } from '../approval/factors/factor.ts';
import { errno, GateError } from '../errors.ts';
import { isAlive, thisRunner } from '../platform/runner.ts';

/** Where factors are kept: one private file per person, replaced whole, changed by one process at a time. */

export interface FactorFile {
  readonly version: 1;
  readonly factors: readonly Factor[];
  /** The newest step of time of each TOTP factor that counted already. */
  readonly steps: Readonly<Record<string, number>>;
  /** When proofs were wrong, milliseconds since 1970; the last few. */
  readonly wrong: readonly number[];
}

export interface FactorFiles {
  /** @throws GateError AUDIT_UNAVAILABLE when there is a file that cannot be read or trusted: then nobody has proven anything */
  read(person: string): FactorFile;
  /** Alone among all processes: reads the file, and `change` may replace it, durably. */
  update<Result>(
    person: string,
    change: (file: FactorFile, save: (file: FactorFile) => void) => Promise<Result>,
  ): Promise<Result>;
}

const NOTHING: FactorFile = { version: 1, factors: [], steps: {}, wrong: [] };
/** Somebody else checks a passphrase meanwhile; more than this is no check any more. */
const PATIENCE_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 10;

export function factorFiles(directory: string, random: (bytes: number) => Uint8Array): FactorFiles {
  // Nothing of a name is left that could lead elsewhere: `.`, `/` and whatever a file system makes of others.
  const path = (person: string) =>
    join(directory, `${person.replace(/[^a-z0-9_-]/g, (unit) => `=${unit.charCodeAt(0).toString(16)}.`)}.json`);
  return {
    read: (person) => readFile(path(person)),
    async update(person, change) {
      const file = path(person);
      const release = await locked(`${file}.lock`, directory, random);
      try {
        return await change(readFile(file), (next) => replace(file, JSON.stringify(next), random));
      } finally {
        release();
      }
    },
  };
}

function readFile(path: string): FactorFile {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    if (errno(cause) === 'ENOENT') return NOTHING;
    throw unavailable(path, `cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.uid !== process.getuid?.()) throw unavailable(path, 'is not a file of yours');
    if ((stats.mode & 0o077) !== 0) throw unavailable(path, 'can be read or written by others');
    const parsed: unknown = JSON.parse(readFileSync(descriptor, 'utf8'));
    if (!isFactorFile(parsed)) throw unavailable(path, 'is not what gate wrote');
    return parsed;
  } catch (cause) {
    throw cause instanceof GateError ? cause : unavailable(path, 'is damaged', cause);
  } finally {
    closeSync(descriptor);
  }
}

/** Its form only: what each factor is has to agree with the log. */
function isFactorFile(value: unknown): value is FactorFile {
  if (typeof value !== 'object' || value === null) return false;
  const { version, factors, steps, wrong } = value as Record<keyof FactorFile, unknown>;
  if (version !== 1 || !Array.isArray(factors) || !Array.isArray(wrong)) return false;
  return typeof steps === 'object' && steps !== null && wrong.every((at) => typeof at === 'number');
}

function replace(path: string, text: string, random: (bytes: number) => Uint8Array): void {
  const draft = `${path}.${hex(random(8))}`;
  try {
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (cause) {
    throw unavailable(path, `cannot be written (${errno(cause)})`, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A file that names its holder; the one of a holder that is certainly gone is moved away by exactly one of those who wait. */
async function locked(lock: string, directory: string, random: (bytes: number) => Uint8Array): Promise<() => void> {
  const own = `${lock}.${hex(random(8))}`;
  const name = thisRunner() ?? `${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const descriptor = openSync(own, 'wx', 0o600);
    writeSync(descriptor, name);
    closeSync(descriptor);
    const began = performance.now();
    for (;;) {
      try {
        // Appears with its content or not at all.
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if (errno(error) !== 'EEXIST') throw error;
      }
      const holder = holderOf(lock);
      if (holder !== undefined && !isAlive(holder)) {
        moveAway(lock, holder, `${own}.gone`);
      } else if (performance.now() - began > PATIENCE_MILLISECONDS) {
        throw unavailable(lock, 'is held by another gate');
      } else await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
  } catch (cause) {
    throw cause instanceof GateError ? cause : unavailable(lock, `cannot be taken (${errno(cause)})`, cause);
  } finally {
    rmSync(own, { force: true });
  }
}

function moveAway(lock: string, holder: string, gone: string): void {
  try {
    renameSync(lock, gone);
    // Somebody else was faster, and this is the lock of a living one: back with it.
    if (holderOf(gone) !== holder) linkSync(gone, lock);
  } catch (error) {
    // Another one who waits has moved it, or holds it by now.
    if (errno(error) !== 'ENOENT' && errno(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(gone, { force: true });
  }
}

function holderOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'latin1');
  } catch {
    return undefined;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function unavailable(path: string, why: string, cause?: unknown): GateError {
  return new GateError('AUDIT_UNAVAILABLE', `the enrolled factors: \`${path}\` ${why}`, {
    hint: 'it must be a file that only you can read, as `gate enroll` wrote it; nothing was proven',
    cause,
  });
}

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errno, GateError } from '../errors.ts';

/** Who somebody is at a service after `gate login`: one file of their own, that nobody else can read. */

const sessionSchema = z.strictObject({
  version: z.literal(1),
  /** The service that it is for: it is shown to no other. */
  service: z.string(),
  token: z.string().regex(/^gate_[0-9a-f]{10}_[0-9a-f]{72}$/),
  person: z.string(),
  purpose: z.enum(['answer', 'ask']),
  /** Milliseconds since 1970. */
  expires: z.number().int(),
});

export type Session = z.infer<typeof sessionSchema>;
/** `answer`: read and vote; `ask`: run commands. */
export type Purpose = Session['purpose'];

/** @throws GateError CANNOT_WRITE */
export function keepSession(path: string, session: Session, random: (bytes: number) => Uint8Array): void {
  const draft = `${path}.${Buffer.from(random(8)).toString('hex')}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(session)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new GateError('CANNOT_WRITE', `the session cannot be kept: \`${path}\` (${errno(cause)})`, { cause });
  }
}

/**
 * The session for this service, if there is one that has not ended.
 *
 * @throws GateError CONFIG_INVALID when others could read or have written it
 */
export function keptSession(path: string, service: string, now: number): Session | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW | constants.O_NOCTTY);
  } catch (cause) {
    if (errno(cause) === 'ENOENT' || errno(cause) === 'ENOTDIR') return undefined;
    throw unfit(path, `cannot be read (${errno(cause)})`);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.uid !== process.geteuid?.() || (stats.mode & 0o077) !== 0) {
      throw unfit(path, 'is not a file of yours that only you can read');
    }
    const { success, data } = sessionSchema.safeParse(jsonIn(readFileSync(descriptor, 'utf8')));
    if (!success) throw unfit(path, 'holds no session');
    return data.service === service && data.expires > now ? data : undefined;
  } finally {
    closeSync(descriptor);
  }
}

export function forgetSession(path: string): void {
  rmSync(path, { force: true });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unfit(path: string, why: string): GateError {
  return new GateError('CONFIG_INVALID', `\`${path}\` ${why}`, { hint: 'remove it, and `gate login` again' });
}

import { errno } from '../../errors.ts';

/** What the starter gets to do, on its descriptor 3, as JSON. It is made by the service alone. */
export interface Job {
  /** Absolute; nothing is searched. */
  readonly file: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole of it, `NAME=value`. */
  readonly environment: readonly string[];
  /** Undefined: the account of the service itself, which is then nobody's boundary. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** The service's process, when the starter has it for a parent that it can see. */
  readonly parent?: number;
  readonly terminal?: { readonly path: string; readonly streams: readonly (0 | 1 | 2)[] };
  /** In the place of `cwd`: itself, and what is mounted below it, so that nothing of it can be written; or the directory `copy`. */
  readonly view?: 'read-only' | { readonly copy: string };
  /** Directory of a cgroup that exists. */
  readonly cgroup?: string;
  readonly umask: number;
}

/**
 * What the starter says on its descriptor 4, which closes when the command has begun: `+` right before that, and after it,
 * or in its place, what failed.
 */
export type Beginning =
  | { readonly kind: 'begun' }
  /** The kernel refused the file or the directory: the command's own fault. */
  | { readonly kind: 'failed'; readonly errno: string }
  /** It could not be fenced in, so it was not even tried. */
  | { readonly kind: 'broken'; readonly why: string };

export const READY = '+';

export function failedText(step: 'execute' | 'directory', error: unknown): string {
  return JSON.stringify({ step, errno: errno(error) || 'UNKNOWN' });
}

export function brokenText(error: unknown): string {
  return JSON.stringify({ step: 'fence', errno: error instanceof Error ? error.message : 'unknown' });
}

/** @param text all that came on descriptor 4 */
export function beginningOf(text: string): Beginning {
  if (text === READY) return { kind: 'begun' };
  const rest = text.startsWith(READY) ? text.slice(READY.length) : text;
  try {
    const { step, errno: code } = JSON.parse(rest) as { step: string; errno: string };
    return step === 'fence' ? { kind: 'broken', why: code } : { kind: 'failed', errno: code };
  } catch {
    return { kind: 'broken', why: 'the process that should start it ended' };
  }
}

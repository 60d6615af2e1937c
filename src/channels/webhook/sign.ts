import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Secret } from '../../config/webhooks.ts';
import { errno, GateError } from '../../errors.ts';

/** Standard Webhooks 1.0: what a message is signed with, and how. */

export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** @param keys one signature for each @param at milliseconds since 1970, of this attempt */
export function signed(id: string, at: number, body: string, keys: readonly Uint8Array[]): SignatureHeaders {
  const seconds = String(Math.floor(at / 1000));
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

/** The same for every attempt, and for no other message. @param log the name of the log */
export function messageId(log: string, index: number, url: string): string {
  return `msg_${createHash('sha256').update(`${log}\n${index}\n${url}`).digest('hex').slice(0, 32)}`;
}

const FORM = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;
/** Bytes, as the standard has them. */
const LEAST = 24;
const MOST = 64;
const LARGEST_FILE = 4096;

/**
 * Read at every attempt, so that a secret is changed without a restart.
 *
 * @throws GateError CONFIG_INVALID when it cannot be had, others can read it, or it is none; says nothing of what is in it
 */
export function keyOf(secret: Secret, environment: Readonly<Record<string, string | undefined>>): Uint8Array {
  const where = 'file' in secret ? `\`${secret.file}\`` : `the variable \`${secret.env}\``;
  const text = 'file' in secret ? textOf(secret.file) : environment[secret.env];
  const [, base64] = FORM.exec((text ?? '').trim()) ?? [];
  const key = Buffer.from(base64 ?? '', 'base64');
  if (key.length >= LEAST && key.length <= MOST) return key;
  throw invalid(`${where} holds no secret for webhooks`);
}

function textOf(file: string): string {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LARGEST_FILE) throw invalid(`\`${file}\` is no file with a secret`);
    const foreign = stats.uid !== 0 && stats.uid !== process.getuid?.();
    if (foreign || (stats.mode & 0o037) !== 0) throw invalid(`\`${file}\` can be read or written by others`);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    throw invalid(`\`${file}\` cannot be read (${errno(cause)})`, cause);
  }
}

function invalid(message: string, cause?: unknown): GateError {
  return new GateError('CONFIG_INVALID', message, {
    hint: '`whsec_` and base64 of 24 to 64 random bytes, in a file of mode 0600: (printf whsec_; head -c 32 /dev/urandom | base64) > FILE',
    cause,
  });
}

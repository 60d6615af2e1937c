import type { TotpFactor } from './factor.ts';

/** One-time codes of an authenticator, RFC 6238 with its usual numbers: SHA-1, six digits, 30 seconds. */

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Clocks differ: one step before and one after. */
const WINDOW = 1;

/** A fresh secret in base32, from random bytes. */
export async function newSecret(random: (bytes: number) => Uint8Array): Promise<string> {
  const { Secret } = await import('otpauth');
  return new Secret({ buffer: new Uint8Array(random(SECRET_BYTES)).buffer }).base32;
}

/** What an authenticator reads: from a QR code elsewhere, or typed. */
export async function totpUri(secret: string, person: string): Promise<string> {
  const { TOTP } = await import('otpauth');
  return new TOTP({ issuer: 'gate', label: person, secret, period: PERIOD_SECONDS }).toString();
}

/**
 * The step of time this code belongs to; undefined when it is none of now. Whoever asks keeps the step, and refuses it
 * and all before it the next time: a code counts once.
 *
 * @param now milliseconds since 1970
 */
export async function stepOf(
  code: string,
  { secret }: Pick<TotpFactor, 'secret'>,
  now: number,
): Promise<number | undefined> {
  const { TOTP } = await import('otpauth');
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ secret, period: PERIOD_SECONDS });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}

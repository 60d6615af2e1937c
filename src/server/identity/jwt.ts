import { errors, jwtVerify } from 'jose';
import type { IssuerKeys } from './issuer-keys.ts';
import { strictObject } from './strict-json.ts';

/** A signed token of an issuer (RFC 7519), read strictly: what is not plainly in order is refused. */

export type Claims = Readonly<Record<string, unknown>>;

export interface Verified {
  readonly claims: Claims;
}

export interface Refused {
  /** In words, without anything of the token but names that the configuration has too. */
  readonly refused: string;
}

/** Signatures by public key only: nothing that is known to both sides, and never none. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Those of CI systems have 2 kB. */
const LONGEST = 16 * 1024;
const TOLERANCE_SECONDS = 60;

export interface Expected {
  /** Undefined for an issuer that is not configured. */
  readonly keysOf: (issuer: string) => IssuerKeys | undefined;
  readonly audience: (issuer: string) => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Whether the token is what one of the configured issuers signed for this service, now. Addresses and keys in the header
 * (`jku`, `x5u`, `jwk`, `x5c`) are not looked at: keys come from the configured issuer.
 */
export async function verified(text: string, { keysOf, audience, now }: Expected): Promise<Verified | Refused> {
  if (text.length > LONGEST) return refused(`it is longer than ${LONGEST} characters`);
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) {
    return refused('it is no signed token: three parts in base64url');
  }
  const [header, claims] = parts.slice(0, 2).map((part) => strictObject(decoded(part)));
  if (header === undefined || claims === undefined) return refused('its parts are no plain JSON objects');
  if (!isPlainHeader(header)) return refused('its header is not that of a signed token');
  const { iss } = claims;
  const keys = typeof iss === 'string' ? keysOf(iss) : undefined;
  if (typeof iss !== 'string' || keys === undefined) return refused('its issuer is not one that is configured');
  const wanted = audience(iss);
  try {
    const { payload } = await jwtVerify(text, (protectedHeader) => keys.keyFor(protectedHeader), {
      algorithms: ALGORITHMS,
      issuer: iss,
      audience: [...wanted],
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now()),
    });
    const aud = [payload.aud].flat();
    if (aud.length !== 1) return refused('it is for others than this service too');
    // jose looks at the age only when there is a greatest one.
    if ((payload.iat ?? 0) > now() / 1000 + TOLERANCE_SECONDS) return refused('it is from the future');
    return { claims };
  } catch (error) {
    return refused(words(error));
  }
}

function isPlainHeader({ typ, cty, crit, b64, zip, enc, alg }: Claims): boolean {
  const isJwt = typ === undefined || (typeof typ === 'string' && /^(?:application\/)?jwt$/i.test(typ));
  return isJwt && [cty, crit, b64, zip, enc].every((each) => each === undefined) && typeof alg === 'string';
}

function decoded(part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part, 'base64url'));
  } catch {
    return '';
  }
}

function words(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'it is for another service';
    if (error.claim === 'nbf') return 'it is not good yet';
    return `its \`${error.claim}\` is not in order`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is signed in a way that is not allowed';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature does not hold';
  if (error instanceof errors.JOSEError) return `it does not hold (${error.code})`;
  return error instanceof Error ? error.message : 'it does not hold';
}

function refused(why: string): Refused {
  return { refused: why };
}

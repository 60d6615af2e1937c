import { type CryptoKey, createLocalJWKSet, errors, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';
import { fetchJson, mayFetch } from '../../platform/fetch-json.ts';

/** The public keys of one issuer, found by its discovery document and kept. */
export interface IssuerKeys {
  /**
   * The key that this header names. One that is not known yet is looked for at the issuer, seldom.
   *
   * @throws Error when there is no such key, or the issuer cannot be asked and nothing fit to be used is kept
   */
  keyFor(header: JWSHeaderParameters): Promise<CryptoKey>;
}

export interface IssuerKeysParts {
  /** From the configuration, never from a token. */
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly get?: (url: string) => Promise<unknown>;
}

/** Asked again after this long, so that a key the issuer took out is good no more. */
const FRESH_MILLISECONDS = 10 * 60_000;
/** Kept this long when the issuer does not answer. */
const STALE_MILLISECONDS = 24 * 3_600_000;
/** At most this often, whatever keys tokens name. */
const PAUSE_MILLISECONDS = 30_000;
const MOST_KEYS = 100;

type Find = (header: JWSHeaderParameters) => Promise<CryptoKey>;

export function issuerKeys({ issuer, now, get = fetchJson }: IssuerKeysParts): IssuerKeys {
  let kept: { readonly find: Find; readonly at: number } | undefined;
  let asked: number | undefined;
  let asking: Promise<void> | undefined;
  let failure: unknown;

  /** One question at a time, which all who wait for it share. */
  async function ask(): Promise<void> {
    if (asked !== undefined && now() - asked < PAUSE_MILLISECONDS && asking === undefined) return;
    asking ??= (async () => {
      asked = now();
      try {
        kept = { find: await keysAt(issuer, get), at: now() };
        failure = undefined;
      } catch (error) {
        failure = error;
      } finally {
        asking = undefined;
      }
    })();
    await asking;
  }

  return {
    async keyFor(header) {
      if (kept === undefined || now() - kept.at >= FRESH_MILLISECONDS) await ask();
      if (kept === undefined || now() - kept.at >= STALE_MILLISECONDS) {
        throw new Error(`the keys of ${issuer} cannot be had: ${reason(failure)}`);
      }
      try {
        return await kept.find(header);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      }
      const before = kept;
      await ask();
      if (kept === before) throw new Error(`${issuer} has no such key`);
      return kept.find(header);
    },
  };
}

/** OpenID Connect Discovery 1.0, section 4: below the issuer, and the document says the same issuer. */
async function keysAt(issuer: string, get: (url: string) => Promise<unknown>): Promise<Find> {
  const discovery = await get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: said, jwks_uri: uri } = isRecord(discovery) ? discovery : {};
  if (said !== issuer) throw new Error('its discovery document is that of another issuer');
  if (typeof uri !== 'string' || !mayFetch(uri)) throw new Error('its discovery document names no keys');
  // A document that came over https leads to https only.
  if (issuer.startsWith('https:') && !uri.startsWith('https:')) throw new Error('its keys are not at an https address');
  const set = await get(uri);
  const { keys } = isRecord(set) ? set : {};
  if (!Array.isArray(keys) || !keys.every(isRecord)) throw new Error('what it has is no set of keys');
  if (keys.length > MOST_KEYS) throw new Error(`it has more than ${MOST_KEYS} keys`);
  const find = createLocalJWKSet({ keys } as unknown as JSONWebKeySet);
  return async (header) => {
    const key = await find(header);
    return key as CryptoKey;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'it was asked a moment ago';
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.message;
}

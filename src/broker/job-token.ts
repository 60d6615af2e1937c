import type { RemoteService } from '../config/service.ts';
import { GateError } from '../errors.ts';
import { fetchJson, mayFetch } from '../platform/fetch-json.ts';
import type { Credential } from './remote-http.ts';

/** Asked for again this long before it ends. */
const EARLY_MILLISECONDS = 60_000;

/**
 * The token that the CI system around this process signs for the job: no secret is stored for it. GitHub is asked for one at the moment
 * (`permissions: { id-token: write }`); GitLab and others put it into `GATE_ID_TOKEN`.
 *
 * @param environment with one of them in it
 */
export function jobCredential(
  { audience, url }: RemoteService,
  environment: Readonly<Record<string, string>>,
  now: () => number,
): Credential {
  const given = environment['GATE_ID_TOKEN'];
  if (given !== undefined && given !== '') {
    return { what: 'the token of this job in GATE_ID_TOKEN', authorization: async () => `Bearer ${tokenIn(given)}` };
  }
  const { ACTIONS_ID_TOKEN_REQUEST_URL: at = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret = '' } = environment;
  let kept: { readonly token: string; readonly until: number } | undefined;
  return {
    what: 'the token that GitHub signs for this job',
    async authorization() {
      if (kept === undefined || now() > kept.until - EARLY_MILLISECONDS) {
        const token = await asked(at, secret, audience ?? new URL(url).hostname);
        kept = { token, until: expiryOf(token) };
      }
      return `Bearer ${kept.token}`;
    },
  };
}

async function asked(at: string, secret: string, audience: string): Promise<string> {
  const url = URL.parse(at);
  if (url === null || !mayFetch(at)) throw unavailable('ACTIONS_ID_TOKEN_REQUEST_URL is no https address');
  url.searchParams.set('audience', audience);
  let answer: unknown;
  try {
    answer = await fetchJson(url.href, { authorization: `Bearer ${secret}` });
  } catch (error) {
    throw unavailable(error instanceof Error ? error.message : 'it does not answer', error);
  }
  const { value } = (answer ?? {}) as { readonly value?: unknown };
  return tokenIn(typeof value === 'string' ? value : '');
}

/** The form of it; what it says the service checks. */
function tokenIn(text: string): string {
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(text.trim())) return text.trim();
  throw unavailable('what it gave is no signed token');
}

/** Milliseconds since 1970; of a token that does not say it, now. */
function expiryOf(token: string): number {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}

function unavailable(why: string, cause?: unknown): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the CI system gives no token for this job: ${why}`, {
    hint: 'on GitHub the job needs `permissions: { id-token: write }`; docs/ci.md has the lines',
    cause,
  });
}

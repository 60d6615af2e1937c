import * as oauth from 'oauth4webapi';
import { visible } from '../../command/display.ts';
import { errno, GateError } from '../../errors.ts';

/** The client's side of an issuer: a public client, known by its id alone. */
export interface IssuerClient {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  /** For every request: bounded in time, and ended with the login. */
  options(): { signal: AbortSignal; [oauth.allowInsecureRequests]?: boolean };
}

/** How a login ended: with the issuer's word for who it is, or without. */
export type Proven =
  | { readonly kind: 'proven'; readonly idToken: string }
  | { readonly kind: 'denied' | 'late' | 'stopped' };

const PATIENCE_MILLISECONDS = 20_000;

/** @throws GateError CHANNEL_UNAVAILABLE when the issuer cannot be asked, or is another one */
export async function issuerClient(issuer: string, clientId: string, signal: AbortSignal): Promise<IssuerClient> {
  const url = new URL(issuer);
  const local = url.protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(url.hostname);
  const options = () => ({
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]),
    ...(local ? { [oauth.allowInsecureRequests]: true } : {}),
  });
  const server = await asked(issuer, async () =>
    oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { algorithm: 'oidc', ...options() })),
  );
  return { server, client: { client_id: clientId }, authentication: oauth.None(), options };
}

/** An address of the issuer that a person may be sent to. @throws GateError CHANNEL_UNAVAILABLE */
export function addressFor(issuer: string, text: string | undefined): URL {
  const url = URL.parse(text ?? '');
  const local = url?.protocol === 'http:' && issuer.startsWith('http:') && url.host === new URL(issuer).host;
  if (url !== null && (url.protocol === 'https:' || local)) return url;
  throw new GateError('CHANNEL_UNAVAILABLE', `${visible(issuer)} names no address to log in at`, {
    hint: 'ask whoever keeps the client of gate there',
  });
}

/** What the issuer does wrong is said of the issuer; what it answers is the caller's to read. */
export async function asked<Value>(issuer: string, question: () => Promise<Value>): Promise<Value> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError) throw error;
    const { cause } = error as { readonly cause?: unknown };
    const why = errno(cause) || (error instanceof Error ? error.message : 'it does not answer');
    throw new GateError('CHANNEL_UNAVAILABLE', `logging in at ${visible(issuer)} failed: ${visible(why)}`, {
      hint: 'try again; `--device` needs no browser on this machine',
      cause: error,
    });
  }
}

/** @throws GateError CHANNEL_UNAVAILABLE when there is none */
export function idTokenOf(issuer: string, { id_token: idToken }: { readonly id_token?: string }): string {
  if (idToken !== undefined) return idToken;
  throw new GateError('CHANNEL_UNAVAILABLE', `${visible(issuer)} said nothing about who logged in`, {
    hint: 'its client for gate must be one of OpenID Connect, with the scope `openid`',
  });
}

import { createServer, type Server, type ServerResponse } from 'node:http';
import * as oauth from 'oauth4webapi';
import { refusedBy } from './device.ts';
import { addressFor, asked, idTokenOf, issuerClient, type Proven } from './issuer-client.ts';

/**
 * The authorization code flow with PKCE (RFC 7636) in a browser of this machine, which comes back to an address of
 * loopback that only listens for this one login (RFC 8252).
 *
 * @param nonce of the service, for this login
 * @param open shows the person the address, and opens it where that is possible
 * @throws GateError CHANNEL_UNAVAILABLE
 */
export async function browserLogin(
  { issuer, clientId, nonce }: { readonly issuer: string; readonly clientId: string; readonly nonce: string },
  open: (address: string) => void,
  signal: AbortSignal,
): Promise<Proven> {
  const { server, client, authentication, options } = await issuerClient(issuer, clientId, signal);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const back = await listening(state, signal);
  try {
    const address = addressFor(issuer, server.authorization_endpoint);
    for (const [name, value] of Object.entries({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: back.redirect,
      scope: 'openid email',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })) {
      address.searchParams.set(name, value);
    }
    open(address.href);
    const answer = await back.answer;
    if (answer === undefined) return { kind: 'stopped' };
    const parameters = oauth.validateAuthResponse(server, client, answer, state);
    const tokens = await asked(issuer, async () =>
      oauth.processAuthorizationCodeResponse(
        server,
        client,
        await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          parameters,
          back.redirect,
          verifier,
          options(),
        ),
        { expectedNonce: nonce, requireIdToken: true },
      ),
    );
    return { kind: 'proven', idToken: idTokenOf(issuer, tokens) };
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied') return { kind: 'denied' };
    if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
      throw refusedBy(issuer, error);
    }
    throw error;
  } finally {
    back.close();
  }
}

interface Back {
  readonly redirect: string;
  /** What the browser brought; undefined when the login was broken off. */
  readonly answer: Promise<URLSearchParams | undefined>;
  close(): void;
}

/** Whatever comes without the state of this login changes nothing: any page and program here can send something. */
async function listening(state: string, signal: AbortSignal): Promise<Back> {
  let settle: (answer: URLSearchParams | undefined) => void = () => {};
  const answer = new Promise<URLSearchParams | undefined>((resolve) => {
    settle = resolve;
  });
  let host = '';
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '', `http://${host}`);
    const good = request.method === 'GET' && request.headers.host === host && url?.pathname === '/callback';
    if (!good || url.searchParams.get('state') !== state || url.searchParams.getAll('state').length !== 1) {
      return page(response, 400, 'This is not the login that gate waits for.');
    }
    page(response, 200, 'Done. You can close this window, and go back to the terminal.');
    settle(url.searchParams);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${portOf(server)}`;
  const stop = () => settle(undefined);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return {
    redirect: `http://${host}/callback`,
    answer,
    close() {
      signal.removeEventListener('abort', stop);
      server.close();
      server.closeIdleConnections();
      // A browser keeps its connection; the answer is out by then.
      setTimeout(() => server.closeAllConnections(), 200).unref();
    },
  };
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`${text}\n`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/**
 * A small issuer on loopback: discovery, keys, the device flow (RFC 8628) and the code flow with PKCE (RFC 7636), as real
 * ones have them. It can be made to fail the way issuers fail.
 */
export class Issuer implements AsyncDisposable {
  url = '';
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Answers instead of the real one, by path. */
  readonly instead = new Map<string, (response: ServerResponse) => void>();
  /** More members of the discovery document. */
  discovery: Readonly<Record<string, unknown>> = {};
  /** Who approves in the browser, and what the issuer says of them; undefined: nobody has yet. */
  person: JWTPayload | undefined;
  /** Seconds between two polls of the device flow. */
  interval = 1;
  /** Whether it puts the nonce of the code flow into its tokens, as it should. */
  keepsNonce = true;
  readonly #server: Server;
  readonly #keys: { readonly key: CryptoKey; readonly jwk: JWK }[] = [];
  readonly #codes = new Map<
    string,
    { readonly challenge: string; readonly redirect: string; readonly nonce?: string }
  >();
  readonly #devices = new Map<string, { readonly user: string; polled?: number }>();

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
  }

  static async start(alg = 'RS256'): Promise<Issuer> {
    const issuer = new Issuer();
    await new Promise<void>((resolve) => issuer.#server.listen(0, '127.0.0.1', resolve));
    issuer.url = `http://127.0.0.1:${(issuer.#server.address() as { port: number }).port}`;
    await issuer.rotate(alg);
    return issuer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** A new key, beside those before it. */
  async rotate(alg = 'RS256', more: JWK = {} as JWK): Promise<JWK> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `key-${this.#keys.length + 1}`, use: 'sig', alg, ...more };
    this.#keys.push({ key: privateKey, jwk });
    return jwk;
  }

  /** Takes a key out. */
  forget(kid: string): void {
    const at = this.#keys.findIndex(({ jwk }) => jwk.kid === kid);
    this.#keys.splice(at, 1);
  }

  get newest(): { readonly key: CryptoKey; readonly jwk: JWK } {
    const found = this.#keys.at(-1);
    if (!found) throw new Error('the issuer has no key');
    return found;
  }

  /** Signed by the newest key; good for ten minutes unless the claims say otherwise. */
  sign(claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}, now = Date.now()): Promise<string> {
    const { key, jwk } = this.newest;
    const seconds = Math.floor(now / 1000);
    return new SignJWT({ iss: this.url, sub: 'subject', iat: seconds, exp: seconds + 600, ...claims })
      .setProtectedHeader({ alg: jwk.alg ?? 'RS256', kid: jwk.kid ?? '', typ: 'JWT', ...header })
      .sign(key);
  }

  /** What a browser does that is sent to the authorization endpoint: the person approves, and it is sent back. */
  async browse(address: string): Promise<Response> {
    const there = await fetch(address, { redirect: 'manual' });
    const back = there.headers.get('location');
    return back === null ? there : fetch(back, { redirect: 'manual' });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(url.pathname);
    const instead = this.instead.get(url.pathname);
    if (instead) return instead(response);
    const json = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const form = new URLSearchParams(request.method === 'POST' ? await bodyOf(request) : '');
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, {
          issuer: this.url,
          jwks_uri: `${this.url}/keys`,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          device_authorization_endpoint: `${this.url}/device`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          ...this.discovery,
        });
      case '/keys':
        return json(200, { keys: this.#keys.map(({ jwk }) => jwk) });
      case '/device': {
        const device = randomBytes(16).toString('hex');
        const user = 'WDJB-MJHT';
        this.#devices.set(device, { user });
        const verification = {
          verification_uri: `${this.url}/go`,
          verification_uri_complete: `${this.url}/go?c=${user}`,
        };
        return json(200, {
          device_code: device,
          user_code: user,
          expires_in: 600,
          interval: this.interval,
          ...verification,
        });
      }
      case '/authorize':
        return this.#authorize(url.searchParams, response);
      case '/token':
        return this.#token(form, json);
      default:
        return json(404, {});
    }
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const redirect = new URL(query.get('redirect_uri') ?? '');
    redirect.searchParams.set('state', query.get('state') ?? '');
    if (this.person === undefined) {
      redirect.searchParams.set('error', 'access_denied');
    } else {
      const code = randomBytes(16).toString('hex');
      const nonce = query.get('nonce');
      this.#codes.set(code, {
        challenge: query.get('code_challenge') ?? '',
        redirect: query.get('redirect_uri') ?? '',
        ...(nonce === null ? {} : { nonce }),
      });
      redirect.searchParams.set('code', code);
    }
    response.writeHead(302, { location: redirect.href });
    response.end();
  }

  async #token(form: URLSearchParams, json: (status: number, value: unknown) => void): Promise<void> {
    const grant = form.get('grant_type');
    const audience = form.get('client_id') ?? '';
    const tokens = async (more: JWTPayload) => ({
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      expires_in: 600,
      id_token: await this.sign({ aud: audience, ...this.person, ...more }),
    });
    if (grant === 'urn:ietf:params:oauth:grant-type:device_code') {
      const device = this.#devices.get(form.get('device_code') ?? '');
      if (device === undefined) return json(400, { error: 'expired_token' });
      const early = device.polled !== undefined && Date.now() - device.polled < this.interval * 900;
      device.polled = Date.now();
      if (early) return json(400, { error: 'slow_down' });
      if (this.person === undefined) return json(400, { error: 'authorization_pending' });
      this.#devices.delete(form.get('device_code') ?? '');
      return json(200, await tokens({}));
    }
    const code = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code === undefined || code.challenge !== challenge || code.redirect !== form.get('redirect_uri')) {
      return json(400, { error: 'invalid_grant' });
    }
    json(200, await tokens(code.nonce !== undefined && this.keepsNonce ? { nonce: code.nonce } : {}));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

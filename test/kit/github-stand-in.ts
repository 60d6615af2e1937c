import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importSPKI, jwtVerify } from 'jose';

/** What GitHub's REST API and webhooks do for custom deployment protection rules, as its documentation says; it knows one app and one installation. */
export class GithubStandIn implements AsyncDisposable {
  /** Of the app; PEM. */
  readonly key: string;
  readonly secret = 'a webhook secret of GitHub';
  /** Reviews that it took: run, environment, state, comment. */
  readonly reviews: Record<string, string>[] = [];
  /** That many calls fail first. */
  failures = 0;
  readonly #public: string;
  readonly #server: Server;
  #token = '';

  private constructor() {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.key = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    this.#public = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.#server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { status, json } = await this.#answer(
        incoming.url ?? '',
        incoming.headers.authorization ?? '',
        `${Buffer.concat(chunks)}`,
      );
      outgoing
        .writeHead(status, { 'content-type': 'application/json' })
        .end(json === undefined ? '' : JSON.stringify(json));
    });
  }

  static async open(): Promise<GithubStandIn> {
    const made = new GithubStandIn();
    await new Promise<void>((resolve) => made.#server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A deployment of a run wants to begin. @param secret another than the app's, for a forgery */
  async deploy(receiver: string, repository: string, run: string, secret = this.secret): Promise<number> {
    const body = JSON.stringify({
      action: 'requested',
      environment: 'production',
      event: 'push',
      deployment_callback_url: `${this.url}/repos/${repository}/actions/runs/${run}/deployment_protection_rule`,
      installation: { id: 77 },
      repository: { full_name: repository },
    });
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'x-github-event': 'deployment_protection_rule', 'x-hub-signature-256': signature };
    return (await fetch(receiver, { method: 'POST', headers, body })).status;
  }

  async #answer(path: string, authorization: string, body: string): Promise<{ status: number; json?: unknown }> {
    if (this.failures > 0) {
      this.failures -= 1;
      return { status: 502 };
    }
    const token = authorization.replace(/^Bearer /, '');
    if (path === '/app/installations/77/access_tokens') {
      try {
        await jwtVerify(token, await importSPKI(this.#public, 'RS256'), { issuer: '4711', maxTokenAge: '10m' });
      } catch {
        return { status: 401 };
      }
      this.#token = `ghs_${Math.random()}`;
      return { status: 201, json: { token: this.#token } };
    }
    const run = /^\/repos\/example\/shop\/actions\/runs\/(\d+)\/deployment_protection_rule$/.exec(path)?.[1];
    if (run === undefined || token !== this.#token) return { status: 404 };
    const { environment_name, state, comment } = JSON.parse(body) as Record<string, string>;
    if (environment_name !== 'production' || !/^(?:approved|rejected)$/.test(state ?? '')) return { status: 422 };
    this.reviews.push({ run, state: state ?? '', comment: comment ?? '' });
    return { status: 204 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

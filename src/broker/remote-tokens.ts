import type { Connection } from './remote-http.ts';
import { call } from './remote-http.ts';
import type { Issued, KnownToken, Tokens } from './tokens.ts';

/** Tokens of a service, over its API. Who makes or takes one back the service knows by itself. */
export function remoteTokens(service: Connection): Pick<Tokens, 'issue' | 'list' | 'revoke'> {
  return {
    async issue(_, wanted) {
      const { token, issued } = (await call(service, 'POST', '/v1/tokens', wanted)) as Extract<
        Issued,
        { kind: 'issued' }
      >;
      return { kind: 'issued', token, issued };
    },
    async list() {
      return ((await call(service, 'GET', '/v1/tokens')) as { tokens: readonly KnownToken[] }).tokens;
    },
    async revoke(_, id) {
      const path = `/v1/tokens/${encodeURIComponent(id)}/revocation`;
      return { kind: 'revoked', token: ((await call(service, 'POST', path, {})) as { token: KnownToken }).token };
    },
  };
}
